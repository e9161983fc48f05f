//! The field's words, as a scheme uses them.

use crate::scheme::List;
use crate::text::Language;

crate::texts! {
    track() { zh: "类别", en: "track" }
    party() { zh: "评价主体", en: "party" }
    category() { zh: "大类", en: "category" }
    item() { zh: "指标", en: "item" }
    deduction() { zh: "扣分情形", en: "deduction" }
    option() { zh: "选项", en: "option" }
    question() { zh: "问题", en: "question" }
    adjustment() { zh: "加减分", en: "adjustment" }
    level() { zh: "等次", en: "level" }
    veto() { zh: "否决情形", en: "veto" }
}

/// What the parts of a list are called.
pub(super) fn part_of(language: Language, list: List) -> String {
    match list {
        List::Tracks => track(language),
        List::Parties => party(language),
        List::Categories => category(language),
        List::Items => item(language),
        List::Deductions => deduction(language),
        List::Options => option(language),
        List::Questions => question(language),
        List::Adjustments => adjustment(language),
        List::Levels => level(language),
        List::Vetoes => veto(language),
    }
}
