//! From the text of a file to a checked scheme.

use super::checks::{self, Whole};
use super::fault::Fault;
use super::findings::{FindingLimits, read_findings};
use super::grading::{GradingDraft, check_parts};
use super::head::{Head, read_format, read_notice};
use super::items::{self, Items};
use super::levels::{Levels, check_length};
use super::model::{Adjustment, Combine, Notice, Scheme, TieKey, Veto};
use super::parties::{Parties, Sort};
use super::read::{Document, Table};
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

/// Everything that stands in a file, as far as it could be read.
struct Drafts {
    head: Head,
    tracks: Tracks,
    parties: Parties,
    sort: Sort,
    grading: GradingDraft,
    items: Items,
    adjustments: Vec<Adjustment>,
    levels: Levels,
    vetoes: Vec<Veto>,
    notice: Option<Notice>,
    findings: FindingLimits,
}

/// Reads everything; what is faulty leaves its fault in the document and something harmless in
/// the scheme, which is then thrown away.
fn read(document: &Document, root: &serde_spanned::Spanned<toml::de::DeTable<'_>>) -> Scheme {
    let table = document.root(root);
    let drafts = Drafts::read(&table);
    let ties = drafts
        .grading
        .resolve_ties(document, &drafts.parties, &drafts.items);
    drafts.check(document);
    table.finish();
    drafts.into_scheme(ties)
}

impl Drafts {
    /// Each part is read against those that it refers to.
    fn read(table: &Table) -> Self {
        read_format(table);
        let head = Head::read(table);
        let tracks = Tracks::read(table);
        let parties = Parties::read(table, &head, &tracks);
        let grading = GradingDraft::read(table);
        let sort = parties.sort();
        let context = items::Context {
            head: &head,
            tracks: &tracks,
            parties: &parties,
            rule: grading.rule,
            sort,
        };
        let items = Items::read(table, &context);
        let adjustments = adjustments::read(table);
        let levels = Levels::read(table, grading.rule);
        let context = vetoes::Context {
            parties: &parties,
            items: &items,
            levels: &levels,
            rule: grading.rule,
            sort,
        };
        let vetoes = vetoes::read(table, &context);
        Self {
            head,
            tracks,
            parties,
            sort,
            grading,
            items,
            adjustments,
            levels,
            vetoes,
            notice: read_notice(table),
            findings: read_findings(table),
        }
    }

    /// Tells what does not go together, and lists longer than their indices can count.
    fn check(&self, document: &Document) {
        check_parts(document, &self.grading, self.levels.list.len());
        checks::check(
            document,
            &Whole {
                head: &self.head,
                tracks: &self.tracks,
                parties: &self.parties,
                grading: &self.grading,
                items: &self.items,
                adjustments: &self.adjustments,
                levels: &self.levels,
                sort: self.sort,
            },
        );
        for count in [
            self.tracks.count(),
            self.parties.list.len(),
            self.items.categories.len(),
            self.items.items.len(),
            self.adjustments.len(),
            self.levels.list.len(),
            self.vetoes.len(),
        ] {
            check_length(document, &self.head.place, count);
        }
    }

    fn into_scheme(self, ties: Vec<TieKey>) -> Scheme {
        let Self {
            head,
            parties,
            items,
            levels,
            ..
        } = self;
        let combine = head.combine.map(|combine| combine.value);
        let categories = items.categories.into_iter();
        Scheme {
            id: head.id,
            title: head.title,
            issuer: head.issuer,
            version: head.version,
            basis: head.basis,
            marks: head.marks.unwrap_or_default(),
            decimals: head.decimals.unwrap_or_default(),
            rounding: head.rounding,
            combine: combine.unwrap_or(Combine::Weighted),
            maximum: head.maximum,
            bonus_cap: head.bonus_cap,
            penalty_cap: head.penalty_cap,
            grading: self.grading.into_grading(ties),
            notice: self.notice,
            findings: self.findings,
            tracks: self.tracks.list,
            parties: parties.list.into_iter().map(|draft| draft.party).collect(),
            categories: categories.map(|draft| draft.category).collect(),
            items: items.items.into_iter().map(|draft| draft.item).collect(),
            adjustments: self.adjustments,
            levels: levels.list.into_iter().map(|draft| draft.level).collect(),
            vetoes: self.vetoes,
        }
    }
}
