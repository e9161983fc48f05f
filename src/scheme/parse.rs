//! From the text of a file to a checked scheme.

use super::checks::{self, Whole};
use super::fault::Fault;
use super::findings::read_findings;
use super::grading::{GradingDraft, RuleName, check_parts};
use super::head::{Head, read_format, read_notice};
use super::items::{self, Items};
use super::levels::{Levels, check_length};
use super::model::{Combine, Grading, GradingRule, Scheme};
use super::parties::Parties;
use super::read::Document;
use super::tracks::Tracks;
use super::{adjustments, vetoes};
use crate::diagnose::{Mended, Severity};

/// A scheme that can be used, and what somebody should look at all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    pub scheme: Scheme,
    /// In the order of the text.
    pub warnings: Vec<Fault>,
}

/// Reads a scheme file.
///
/// # Errors
///
/// Every fault of the file and every warning, in the order of the text, at least one of them a
/// fault.
pub fn parse(text: &str) -> Result<Checked, Vec<Fault>> {
    let mended = Mended::new(text);
    let (document, root) = Document::parse(&mended);
    let scheme = read(&document, &root);
    let faulty = document.is_faulty();
    let faults = document.into_faults();
    if faulty {
        return Err(faults);
    }
    debug_assert!(
        faults
            .iter()
            .all(|fault| fault.severity == Severity::Warning)
    );
    Ok(Checked {
        scheme,
        warnings: faults,
    })
}

/// Reads everything; what is faulty leaves its fault in the document and something harmless in
/// the scheme, which is then thrown away.
fn read(document: &Document, root: &serde_spanned::Spanned<toml::de::DeTable<'_>>) -> Scheme {
    let table = document.root(root);
    read_format(&table);
    let head = Head::read(&table);
    let tracks = Tracks::read(&table);
    let parties = Parties::read(&table, &head, &tracks);
    let grading = GradingDraft::read(&table);
    let sort = parties.sort();
    let items = Items::read(
        &table,
        &items::Context {
            head: &head,
            tracks: &tracks,
            parties: &parties,
            rule: grading.rule,
            sort,
        },
    );
    let adjustments = adjustments::read(&table);
    let levels = Levels::read(&table, grading.rule);
    let vetoes = vetoes::read(
        &table,
        &vetoes::Context {
            parties: &parties,
            items: &items,
            levels: &levels,
            rule: grading.rule,
            sort,
        },
    );
    let notice = read_notice(&table);
    let findings = read_findings(&table);
    let ties = grading.resolve_ties(document, &parties, &items);
    check_parts(document, &grading, levels.list.len());
    checks::check(
        document,
        &Whole {
            head: &head,
            tracks: &tracks,
            parties: &parties,
            grading: &grading,
            items: &items,
            adjustments: &adjustments,
            levels: &levels,
            sort,
        },
    );
    for count in [
        tracks.count(),
        parties.list.len(),
        items.categories.len(),
        items.items.len(),
        adjustments.len(),
        levels.list.len(),
        vetoes.len(),
    ] {
        check_length(document, &head.place, count);
    }
    table.finish();
    let rule = match grading.rule {
        Some(RuleName::Stars) => GradingRule::Stars,
        Some(RuleName::Split) => GradingRule::Split {
            parts: grading.parts.map(|parts| parts.value).unwrap_or_default(),
        },
        _ => GradingRule::Thresholds,
    };
    Scheme {
        id: head.id,
        title: head.title,
        issuer: head.issuer,
        version: head.version,
        basis: head.basis,
        marks: head.marks.unwrap_or_default(),
        decimals: head.decimals.unwrap_or_default(),
        rounding: head.rounding,
        combine: head
            .combine
            .map_or(Combine::Weighted, |combine| combine.value),
        maximum: head.maximum,
        bonus_cap: head.bonus_cap,
        penalty_cap: head.penalty_cap,
        grading: Grading {
            rule,
            cohort: grading.cohort,
            ties,
            climb: grading.climb,
            declared: grading.declared,
        },
        notice,
        findings,
        tracks: tracks.list,
        parties: parties.list.into_iter().map(|draft| draft.party).collect(),
        categories: items
            .categories
            .into_iter()
            .map(|draft| draft.category)
            .collect(),
        items: items.items.into_iter().map(|draft| draft.item).collect(),
        adjustments,
        levels: levels.list.into_iter().map(|draft| draft.level).collect(),
        vetoes,
    }
}
