//! The limits of the findings before publication, in words.

use crate::number::Decimal;
use crate::scheme::{Method, Scheme};
use crate::text::Language;

crate::texts! {
    self_above(limit: Decimal) {
        zh: "自评高出上级 {limit} 分以上（self_above_superior）",
        en: "Self-rating more than {limit} above the superior's (self_above_superior)",
    }
    no_self_above() {
        zh: "自评高出上级：不设界限（self_above_superior）",
        en: "Self-rating above the superior's: no limit (self_above_superior)",
    }
    raters(limit: Decimal) {
        zh: "同一评价主体两张评分表相差 {limit} 分以上（raters_apart）",
        en: "Raters of one party more than {limit} apart (raters_apart)",
    }
    no_raters() {
        zh: "同一评价主体两张评分表相差：不设界限（raters_apart）",
        en: "Raters of one party apart: no limit (raters_apart)",
    }
    all_equal(items: u32) {
        zh: "{items} 项以上的评分表各项得分率全相同（all_equal_from）",
        en: "Sheets of {items} items or more on which all have the same share of full marks (all_equal_from)",
    }
    always_full(sheets: u32) {
        zh: "评分人交了 {sheets} 张以上，张张满分（always_full_from）",
        en: "Raters of {sheets} sheets or more, all of full marks (always_full_from)",
    }
    copied(items: u32, share: Decimal) {
        zh: "{items} 项以上的上级评分有 {share}% 的项与自评相同（copied_from、copied_share）",
        en: "Superior's sheets of {items} items or more with {share}% as in the self-rating (copied_from, copied_share)",
    }
    returned(share: Decimal) {
        zh: "测评票收回不足发出的 {share}%（returned_share）",
        en: "Less than {share}% of the ballots issued came back (returned_share)",
    }
    no_returned() {
        zh: "测评票收回率：不设界限（returned_share）",
        en: "Ballots that came back: no limit (returned_share)",
    }
}

/// Beyond what something is shown, a line each, with the key that sets it; those alone that go
/// with the parties of the scheme.
pub(super) fn finding_limits(scheme: &Scheme, language: Language) -> Vec<String> {
    let limits = scheme.findings;
    let set = |limit: Option<Decimal>, text: fn(Language, Decimal) -> String, none| {
        limit.map_or(none, |limit| text(language, limit))
    };
    let any = |of: fn(&Method) -> bool| scheme.parties.iter().any(|party| of(&party.method));
    let mut lines = Vec::new();
    if any(|method| matches!(method, Method::Sheet(_))) {
        lines.push(set(
            limits.self_above_superior,
            self_above,
            no_self_above(language),
        ));
    }
    if any(|method| matches!(method, Method::Sheet(_) | Method::Mark(_))) {
        lines.push(set(limits.raters_apart, raters, no_raters(language)));
        lines.push(always_full(language, limits.always_full_from));
    }
    if any(|method| matches!(method, Method::Sheet(_))) {
        lines.push(all_equal(language, limits.all_equal_from));
        lines.push(copied(language, limits.copied_from, limits.copied_share));
    }
    if any(|method| matches!(method, Method::Ballot(_))) {
        lines.push(set(limits.returned_share, returned, no_returned(language)));
    }
    lines
}
