//! What there is to say of a sheet before it is submitted.

use super::Language;
use super::scoring_screen::{
    odd_all_equal, odd_all_full, odd_no_evidence, odd_no_reason, odd_zeroed, paper_above,
    paper_below, paper_not_a_number, paper_same, summary_flagged,
};
use crate::desk::{Odd, Open, PaperCheck, Summary};
use crate::scheme::Scheme;

/// Something odd on a sheet.
#[must_use]
pub fn odd(language: Language, odd: Odd) -> String {
    match odd {
        Odd::NoReason => odd_no_reason(language),
        Odd::NoEvidence => odd_no_evidence(language),
        Odd::AllFull => odd_all_full(language),
        Odd::AllEqual => odd_all_equal(language),
        Odd::Zeroed => odd_zeroed(language),
    }
}

/// What is flagged and odd on a sheet, a phrase for each kind.
#[must_use]
pub fn worth_a_look(
    language: Language,
    scheme: &Scheme,
    open: &Open,
    summary: &Summary,
) -> Vec<String> {
    let ids = |positions: &[usize]| {
        let items = positions.iter().filter_map(|at| open.slots.get(*at)?.item);
        let ids: Vec<&str> = items.map(|item| scheme.short_id(item)).collect();
        ids.join(" ")
    };
    let mut told = Vec::new();
    if !summary.flagged.is_empty() {
        let flagged = summary_flagged(language, summary.flagged.len());
        told.push(format!("{flagged} {}", ids(&summary.flagged)));
    }
    let mut kinds: Vec<(Odd, Vec<usize>)> = Vec::new();
    for (at, kind) in &summary.odd {
        match kinds.iter_mut().find(|(known, _)| known == kind) {
            Some((_, positions)) => positions.extend(at),
            None => kinds.push((*kind, at.iter().copied().collect())),
        }
    }
    let phrase = |(kind, positions): &(Odd, Vec<usize>)| {
        format!("{} {}", ids(positions), odd(language, *kind))
            .trim_start()
            .to_owned()
    };
    told.extend(kinds.iter().map(phrase));
    told
}

/// How a paper total compares.
#[must_use]
pub fn paper(language: Language, check: &PaperCheck) -> String {
    match check {
        PaperCheck::NotANumber => paper_not_a_number(language),
        PaperCheck::Same => paper_same(language),
        PaperCheck::Above(by) => paper_above(language, &by.to_string()),
        PaperCheck::Below(by) => paper_below(language, &by.to_string()),
    }
}
