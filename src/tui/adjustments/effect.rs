//! The composite with an entry and without it: the same calculation twice, with one cell changed.

use super::model::{Entry, PENDING};
use crate::number::Figure;
use crate::office::OrganisationFile;
use crate::round::{Cell, What, assemble};
use crate::scheme::Combine;
use crate::scoring::{OrganisationFigures, Plan, Recording, Silent, Step, Trace, own};
use crate::tui::session::OpenRound;

/// What an entry does to its organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Effect {
    /// How bonuses and penalties come about, as it is now (K4).
    pub steps: Vec<Step>,
    /// None: K3 makes the composite from the highest of the track, so one organisation alone
    /// does not tell.
    pub composites: Option<Composites>,
}

/// The bounds of the composite, equal where it is complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Composites {
    pub without: (Figure, Figure),
    pub with: (Figure, Figure),
}

/// A document that there is not, so that a pending entry counts on trial.
const ON_TRIAL: &str = "?";

/// Makes both; none where the organisation is not rated any more.
pub(super) fn effect(round: &OpenRound, file: &OrganisationFile, entry: &Entry) -> Option<Effect> {
    let is_it = |cell: &Cell| cell.what == What::Adjustment && cell.key == entry.key;
    let without: Vec<Cell> = file
        .cells
        .iter()
        .filter(|cell| !is_it(cell))
        .cloned()
        .collect();
    let mut with = file.cells.clone();
    for cell in with.iter_mut().filter(|cell| is_it(cell)) {
        if let Some(document) = cell.key.last_mut().filter(|text| *text == PENDING) {
            ON_TRIAL.clone_into(document);
        }
    }
    let mut recording = Recording::default();
    made(round, file, &file.cells, &mut recording)?;
    let related = round.scheme.combine == Combine::Best;
    let without = made(round, file, &without, &mut Silent)?;
    let with = made(round, file, &with, &mut Silent)?;
    let composites = || {
        Some(Composites {
            without: bounds(&without)?,
            with: bounds(&with)?,
        })
    };
    let of_entry = |step: &Step| match step {
        Step::Adjustment { adjustment, .. } | Step::AdjustmentPending { adjustment, .. } => {
            *adjustment == entry.adjustment
        }
        Step::Net { .. } => true,
        _ => false,
    };
    recording.steps.retain(of_entry);
    Some(Effect {
        steps: recording.steps,
        composites: if related { None } else { composites() },
    })
}

fn made(
    round: &OpenRound,
    file: &OrganisationFile,
    cells: &[Cell],
    trace: &mut impl Trace,
) -> Option<OrganisationFigures> {
    let plan = Plan::new(&round.scheme);
    let newest = file.newest_level.as_ref();
    let newest = newest.and_then(|(_, level)| round.scheme.find_level(level));
    let input = assemble(&plan, cells, round.year, newest)?;
    Some(own(&plan, &input, trace))
}

fn bounds(figures: &OrganisationFigures) -> Option<(Figure, Figure)> {
    figures
        .composite
        .map(|composite| (composite, composite))
        .or_else(|| Some((figures.low?, figures.high?)))
}
