//! The words that may stand in a column, in both languages; the English one is what books keep.

use super::fault::Why;
use crate::round::{AssignmentState, EventState, SheetState};
use crate::scheme::MemberKind;
use crate::scoring::VetoState;

/// A word of files: what it means, as files write it in English and in Chinese (several ways).
pub(super) struct Word<T> {
    pub value: T,
    pub english: &'static str,
    pub chinese: &'static [&'static str],
}

const fn word<T>(value: T, english: &'static str, chinese: &'static [&'static str]) -> Word<T> {
    Word {
        value,
        english,
        chinese,
    }
}

pub(super) const SHEET: [Word<SheetState>; 3] = [
    word(SheetState::Open, "open", &["未提交"]),
    word(SheetState::Submitted, "submitted", &["已提交"]),
    word(SheetState::Returned, "returned", &["已退回"]),
];

pub(super) const ASSIGNMENT: [Word<AssignmentState>; 2] = [
    word(AssignmentState::Due, "due", &["应评"]),
    word(AssignmentState::Recused, "recused", &["回避"]),
];

/// Rows of a ballot that are no options of the scheme.
pub(super) const BALLOT: [Word<&str>; 3] = [
    word("abstain", "abstain", &["弃权"]),
    word("spoilt", "spoilt", &["废票"]),
    word("issued", "issued", &["发出"]),
];

pub(super) const VETO: [Word<VetoState>; 3] = [
    word(VetoState::Proposed, "proposed", &["待认定", "拟定"]),
    word(VetoState::Decided, "decided", &["已认定", "已定"]),
    word(VetoState::Lifted, "lifted", &["解除"]),
];

pub(super) const MEMBER: [Word<MemberKind>; 2] = [
    word(MemberKind::Officer, "officer", &["党务干部"]),
    word(MemberKind::Member, "member", &["党员"]),
];

/// Beside these stand the titles of the reviewers.
pub(super) const EVENT: [Word<EventState>; 4] = [
    word(EventState::Declared, "declared", &["已申报"]),
    word(EventState::Confirmed, "confirmed", &["已确认"]),
    word(EventState::Counted, "counted", &["已计入"]),
    word(EventState::SentBack, "sent back", &["已退回"]),
];

/// What a word means.
pub(super) fn find<T: Copy>(words: &[Word<T>], wanted: &str) -> Option<T> {
    words
        .iter()
        .find(|word| wanted.eq_ignore_ascii_case(word.english) || word.chinese.contains(&wanted))
        .map(|word| word.value)
}

/// What a word means, or which ones may stand there.
pub(super) fn need<T: Copy>(words: &[Word<T>], wanted: &str) -> Result<T, Why> {
    find(words, wanted).ok_or_else(|| Why::UnknownWord {
        words: pairs(words),
    })
}

/// The words in English and Chinese.
pub(super) fn pairs<T>(words: &[Word<T>]) -> Vec<(String, String)> {
    words
        .iter()
        .map(|word| {
            let chinese = word.chinese.first().copied().unwrap_or(word.english);
            (word.english.to_owned(), chinese.to_owned())
        })
        .collect()
}
