//! `[grading]`

use super::fault::{GoesWith, OutcomeFault};
use super::items::Items;
use super::model::{CategoryIndex, Grading, GradingRule, PartyIndex, TieKey};
use super::parties::Parties;
use super::read::{Document, Table, Value, flag, misplaced, text};
use crate::diagnose::{Located, Place};

/// The three rules, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RuleName {
    Thresholds,
    Stars,
    Split,
}

const RULES: [(&str, RuleName); 3] = [
    ("thresholds", RuleName::Thresholds),
    ("stars", RuleName::Stars),
    ("split", RuleName::Split),
];

/// What stands in `[grading]`; its references are resolved later.
pub(super) struct GradingDraft {
    pub rule: Option<RuleName>,
    pub parts: Option<Located<Vec<u64>>>,
    pub cohort: Option<String>,
    pub ties: Vec<Located<String>>,
    pub climb: Option<u16>,
    pub declared: bool,
}

impl GradingDraft {
    pub fn read(root: &Table) -> Self {
        let Some(table) = root.required("grading").and_then(|value| value.table()) else {
            return Self {
                rule: None,
                parts: None,
                cohort: None,
                ties: Vec::new(),
                climb: None,
                declared: false,
            };
        };
        let rule = table
            .required("rule")
            .and_then(|value| value.choice(&RULES));
        let rule = rule.map(|rule| rule.value);
        let parts = read_parts(&table, rule);
        let climb = table
            .optional("climb")
            .and_then(|value| value.whole(0..=u32::from(u16::MAX)));
        let draft = Self {
            rule,
            parts,
            cohort: text(&table, "cohort"),
            ties: table
                .optional("ties")
                .and_then(|value| value.texts())
                .unwrap_or_default(),
            climb: climb.and_then(|climb| u16::try_from(climb.value).ok()),
            declared: flag(&table, "declared"),
        };
        table.finish();
        draft
    }

    /// Resolves the `ties` list (G6).
    pub fn resolve_ties(
        &self,
        document: &Document,
        parties: &Parties,
        items: &Items,
    ) -> Vec<TieKey> {
        let resolve = |tie: &Located<String>| resolve_tie(document, tie, parties, items);
        self.ties.iter().filter_map(resolve).collect()
    }

    /// The grading, with its `ties` resolved. A rule that could not be read is told elsewhere.
    pub fn into_grading(self, ties: Vec<TieKey>) -> Grading {
        let parts = self.parts.map(|parts| parts.value).unwrap_or_default();
        Grading {
            rule: match self.rule {
                Some(RuleName::Stars) => GradingRule::Stars,
                Some(RuleName::Split) => GradingRule::Split { parts },
                Some(RuleName::Thresholds) | None => GradingRule::Thresholds,
            },
            cohort: self.cohort,
            ties,
            climb: self.climb,
            declared: self.declared,
        }
    }
}

/// G3; one part a level, which is checked once the levels are known.
fn read_parts(table: &Table, rule: Option<RuleName>) -> Option<Located<Vec<u64>>> {
    let value = match rule {
        Some(RuleName::Split) => table.required("parts")?,
        Some(_) => {
            misplaced(table, &["parts"], GoesWith::GradingRule("split"));
            return None;
        }
        None => table.optional("parts")?,
    };
    let elements = value.elements()?;
    let part = |element: &Value| Some(u64::from(element.whole(0..=u32::MAX)?.value));
    let parts: Vec<Option<u64>> = elements.iter().map(part).collect();
    let parts: Option<Vec<u64>> = parts.into_iter().collect();
    Some(Located::new(parts?, value.place()))
}

fn resolve_tie(
    document: &Document,
    tie: &Located<String>,
    parties: &Parties,
    items: &Items,
) -> Option<TieKey> {
    let (list, name) = match tie.value.split_once(':') {
        Some((list @ ("party" | "category"), name)) if !name.is_empty() => (list, name),
        _ => {
            document.fault(&tie.place, OutcomeFault::TieForm(tie.value.clone()));
            return None;
        }
    };
    let wanted = Located::new(name.to_owned(), &tie.place);
    if list == "party" {
        let position = parties.names.resolve(document, &wanted)?;
        return Some(TieKey::Party(PartyIndex::at(position)));
    }
    let position = items.category_names.resolve(document, &wanted)?;
    let index = CategoryIndex::at(position);
    let empty = items.of_category(index).all(|draft| {
        let tracks = draft.tracks.as_ref();
        tracks.is_some_and(|tracks| !tracks.contains(&true))
    });
    if empty && !document.lost_header() {
        document.fault(&tie.place, OutcomeFault::TieOnNoTrack(name.to_owned()));
    }
    Some(TieKey::Category(index))
}

/// Checks the parts against the number of levels.
pub(super) fn check_parts(document: &Document, draft: &GradingDraft, levels: usize) {
    let Some(parts) = &draft.parts else {
        return;
    };
    let place: &Place = &parts.place;
    if parts.value.len() != levels && !document.lost_header() {
        let kind = OutcomeFault::PartsCount {
            parts: parts.value.len(),
            levels,
        };
        document.fault(place, kind);
    } else if parts.value.iter().all(|part| *part == 0) && !parts.value.is_empty() {
        document.fault(place, OutcomeFault::PartsZero);
    }
}
