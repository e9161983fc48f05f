//! What was found before publication, in sentences without their place.

use super::Language;
use super::diagnose::listed;
use super::scheme::kind_word;
use crate::office::{Finding, FindingKind};

crate::texts! {
    veto_proposed(id: &str, title: &str) { zh: "否决 {id} {title} 待认定。", en: "veto {id} {title} is only proposed." }
    tie(rank: &str, count: &str) {
        zh: "第 {rank} 名有 {count} 家并列，跨在名额线上，须排定次序（G8）。",
        en: "{count} share rank {rank} across a line and have to be ordered (G8).",
    }
    sheet_missing() { zh: "没有评分表。", en: "no sheet." }
    mutual_missing(missing: &str, due: &str) {
        zh: "互评应有 {due} 张，缺 {missing} 张。",
        en: "{missing} of {due} overall {marks_are} missing.", marks_are: due => "mark is" / "marks are",
    }
    marks_missing(missing: &str, all: &str) { zh: "{all} 项中有 {missing} 项未评。", en: "{missing} of {all} items not scored." }
    not_submitted() { zh: "已评完，未提交。", en: "complete but not submitted." }
    returned() { zh: "已退回，尚未重新提交。", en: "returned, and not submitted again." }
    too_few_ballots(returned: &str, needed: &str) {
        zh: "收回 {returned} 张，至少要 {needed} 张。",
        en: "{returned} {ballots} returned, {needed} needed.", ballots: returned => "ballot" / "ballots",
    }
    ballots_do_not_add_up(issued: &str, returned: &str) {
        zh: "票数对不上：发出 {issued}，收回 {returned}。",
        en: "the ballots do not add up: {issued} issued, {returned} returned.",
    }
    ballots_uneven(fewest: &str, most: &str) {
        zh: "各题收回票数不一：最少 {fewest}，最多 {most}。",
        en: "between {fewest} and {most} ballots returned on the questions.",
    }
    few_returned(issued: &str, returned: &str, limit: &str) {
        zh: "发出 {issued} 张，收回 {returned} 张，不足 {limit}%。",
        en: "{returned} of {issued} ballots came back: less than {limit}%.",
    }
    no_cohort(kind: &str, count: &str) {
        zh: "办法按“{kind}”分别排名，名单上却没有这一层级，{count} 家全部排在一起（G5）。",
        en: "the scheme ranks within each \"{kind}\", which the list does not have: all {count} {organisations_are} ranked together (G5).", organisations_are: count => "organisation is" / "organisations are",
    }
    outside_cohorts(kind: &str, count: &str) {
        zh: "有 {count} 家不在任何“{kind}”之下，另外排名（G5）。",
        en: "{count} {organisations_are} in no \"{kind}\" and ranked apart (G5).", organisations_are: count => "organisation is" / "organisations are",
    }
    places_do_not_add_up(sum: &str, ranked: &str, track: &str) {
        zh: "{track}下达的名额对不上：共 {sum} 个，已排名的 {ranked} 家。",
        en: "{track} stated places do not add up: {sum} for {ranked} that are ranked.",
    }
    adjustment_pending() { zh: "加减分没有依据文号，暂不计入（K4）。", en: "an adjustment without a document does not count (K4)." }
    events_waiting(count: &str) {
        zh: "有 {count} 件积分事项待确认或待审签，尚未计入（P5）。",
        en: "{count} {events_wait} for a confirmation or signature and not counted yet (P5).", events_wait: count => "event waits" / "events wait",
    }
    events_without_document(count: &str) {
        zh: "有 {count} 笔积分没有依据文号，请补上凭证（P5）。",
        en: "{count} {events_have} no document: the evidence is still to be named (P5).", events_have: count => "event has" / "events have",
    }
    document_twice(document: &str) { zh: "文号“{document}”用了两次。", en: "the document \"{document}\" is used twice." }
    document_elsewhere(document: &str, other: &str) {
        zh: "文号“{document}”也用于{other}。",
        en: "the document \"{document}\" is also used for {other}.",
    }
    flagged() { zh: "评分人标了存疑。", en: "flagged by its rater." }
    evidence_missing(count: &str) {
        zh: "有 {count} 项没有注明佐证。",
        en: "{count} {marks_lack} a note of the evidence seen.", marks_lack: count => "mark lacks" / "marks lack",
    }
    reason_missing(count: &str) {
        zh: "有 {count} 项不满分，没有写原因。",
        en: "{count} {marks} below full without a reason.", marks: count => "mark" / "marks",
    }
    recused_marks(count: &str) {
        zh: "评分人须回避，却评了 {count} 项，不计入（P7）。",
        en: "a recused rater entered {count} {marks_which} not count (P7).", marks_which: count => "mark, which does" / "marks, which do",
    }
    self_above_superior(own: &str, superior: &str, limit: &str) {
        zh: "自评 {own}，上级 {superior}，相差超过 {limit}。",
        en: "self {own}, superior {superior}: more than {limit} apart.",
    }
    raters_apart(low: &str, high: &str, limit: &str) {
        zh: "评分人之间最低 {low}，最高 {high}，相差超过 {limit}。",
        en: "raters between {low} and {high}: more than {limit} apart.",
    }
    copied_from_self(same: &str, all: &str) {
        zh: "上级评分 {all} 项中有 {same} 项与自评相同。",
        en: "{same} of {all} marks of the superior are those of the self-rating.",
    }
    copied_from_last_year(same: &str, all: &str) {
        zh: "评分 {all} 项中有 {same} 项与去年相同。",
        en: "{same} of {all} marks are those of last year.",
    }
    all_equal(items: &str) {
        zh: "整张表 {items} 项得分率全相同。",
        en: "all {items} items of the sheet have the same share of full marks.",
    }
    always_full(sheets: &str) { zh: "该评分人 {sheets} 张表全给满分。", en: "this rater gave full marks on {sheets} {noun} out of {sheets}.", noun: sheets => "sheet" / "sheets" }
    places_open(level: &str, places: &str, taken: &str, track: &str) {
        zh: "{track}{level}名额 {places} 个，只用了 {taken} 个。",
        en: "{track} {level}: {places} {noun}, {taken} taken.", noun: places => "place" / "places",
    }

    kind_apart(kind: &str, limit: &str) { zh: "{kind}（相差超过 {limit}）", en: "{kind} (more than {limit} apart)" }
    kind_below(kind: &str, limit: &str) { zh: "{kind}（不足 {limit}%）", en: "{kind} (less than {limit} %)" }
    /// Many of one kind, in one line.
    many(kind: &str, count: usize) { zh: "{kind}：{count} 处", en: "{kind}: {count}" }
    /// The same with the first few names.
    many_such_as(kind: &str, count: usize, names: &str) {
        zh: "{kind}：{count} 处（{names}等）",
        en: "{kind}: {count} ({names} …)",
    }
}

/// The kind of findings that are put together, with the limit that all of them are beyond.
#[must_use]
pub fn kind_and_limit(language: Language, finding: &Finding) -> String {
    let kind = super::finding_kind(language, finding.kind);
    let Some(limit) = finding.facts.get(2) else {
        return kind.to_owned();
    };
    match finding.kind {
        FindingKind::SelfAboveSuperior | FindingKind::RatersApart => {
            kind_apart(language, kind, limit)
        }
        FindingKind::FewReturned => kind_below(language, kind, limit),
        _ => kind.to_owned(),
    }
}

/// What a finding is about, where others are named beside it: of places also their track and
/// level, as one cohort has many.
#[must_use]
pub fn named(finding: &Finding) -> Option<String> {
    let parts = match (finding.kind, finding.facts.as_slice()) {
        (FindingKind::PlacesOpen, [level, _, _, track]) => [track.as_str(), level.as_str()],
        (FindingKind::PlacesDoNotAddUp, [_, _, track]) => [track.as_str(), ""],
        _ => return finding.name.clone(),
    };
    let parts = finding.name.as_deref().into_iter().chain(parts);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join("·"))
}

/// Many findings of one kind, with the first few organisations that they are about.
#[must_use]
pub fn together(language: Language, kind: &str, count: usize, names: &[&str]) -> String {
    match names {
        [] => many(language, kind, count),
        names => many_such_as(language, kind, count, &listed(language, names)),
    }
}

/// What was found, without its place.
#[must_use]
pub fn sentence(language: Language, finding: &Finding) -> String {
    let fact = |position: usize| finding.facts.get(position).map_or("?", String::as_str);
    match finding.kind {
        FindingKind::VetoProposed => veto_proposed(language, fact(0), fact(1)),
        FindingKind::Tie => tie(language, fact(0), fact(1)),
        FindingKind::SheetMissing => sheet_missing(language),
        FindingKind::MutualMissing => mutual_missing(language, fact(0), fact(1)),
        FindingKind::MarksMissing => marks_missing(language, fact(0), fact(1)),
        FindingKind::NotSubmitted => not_submitted(language),
        FindingKind::Returned => returned(language),
        FindingKind::TooFewBallots => too_few_ballots(language, fact(0), fact(1)),
        FindingKind::BallotsDoNotAddUp => ballots_do_not_add_up(language, fact(0), fact(1)),
        FindingKind::BallotsUneven => ballots_uneven(language, fact(0), fact(1)),
        FindingKind::FewReturned => few_returned(language, fact(0), fact(1), fact(2)),
        FindingKind::NoCohort => no_cohort(language, &kind_word(language, fact(0)), fact(1)),
        FindingKind::OutsideCohorts => {
            outside_cohorts(language, &kind_word(language, fact(0)), fact(1))
        }
        FindingKind::PlacesDoNotAddUp => places_do_not_add_up(language, fact(0), fact(1), fact(2))
            .trim_start()
            .to_owned(),
        FindingKind::AdjustmentPending => adjustment_pending(language),
        FindingKind::EventsWaiting => events_waiting(language, fact(0)),
        FindingKind::EventsWithoutDocument => events_without_document(language, fact(0)),
        FindingKind::DocumentTwice => match finding.facts.get(1) {
            Some(other) => document_elsewhere(language, fact(0), other),
            None => document_twice(language, fact(0)),
        },
        FindingKind::Flagged => flagged(language),
        FindingKind::EvidenceMissing => evidence_missing(language, fact(0)),
        FindingKind::ReasonMissing => reason_missing(language, fact(0)),
        FindingKind::RecusedMarks => recused_marks(language, fact(0)),
        FindingKind::SelfAboveSuperior => self_above_superior(language, fact(0), fact(1), fact(2)),
        FindingKind::RatersApart => raters_apart(language, fact(0), fact(1), fact(2)),
        FindingKind::CopiedFromSelf => copied_from_self(language, fact(0), fact(1)),
        FindingKind::CopiedFromLastYear => copied_from_last_year(language, fact(0), fact(1)),
        FindingKind::AllEqual => all_equal(language, fact(0)),
        FindingKind::AlwaysFull => always_full(language, fact(0)),
        FindingKind::PlacesOpen => places_open(language, fact(0), fact(1), fact(2), fact(3))
            .trim_start()
            .to_owned(),
    }
}
