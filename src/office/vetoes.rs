//! Vetoes of an organisation: what is on record of them, who made it so, and the level without
//! and with each, as the whole round would come out.

use super::journal::history;
use super::results::Among;
use super::trial::trial;
use super::{
    Explained, Failure, Reply, ResultRow, RoundResults, Shared, VetoHand, VetoLevels, VetoOnRecord,
};
use crate::round::{Cell, Key, VetoRecord, What, Write};
use crate::scheme::VetoIndex;
use crate::scoring::{VetoStanding, VetoState};
use crate::store::{RoundRow, View};

/// What one veto of a scheme does to an organisation, on record or not.
pub(super) fn asked(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
    results: &RoundResults,
    (organisation, id): (&str, &str),
) -> Result<Reply, Failure> {
    let scheme = shared.schemes.of(view, round)?;
    let mut rows = results.rows.iter();
    let row = rows.find(|row| row.organisation == organisation);
    let (Some(row), Some(veto)) = (row, scheme.find_veto(id)) else {
        return Ok(Reply::VetoLevels(None, VetoLevels::default()));
    };
    let standing = row.figures.vetoes.iter().find(|one| one.veto == veto);
    let levels = levels(shared, view, round, row, (veto, id))?;
    Ok(Reply::VetoLevels(standing.cloned(), levels))
}

/// All that stand on record of an organisation, or have decided themselves.
pub(super) fn on_record(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
    row: &ResultRow,
    cells: &[Cell],
) -> Result<Vec<VetoOnRecord>, Failure> {
    let scheme = shared.schemes.of(view, round)?;
    let of = |standing: &VetoStanding| {
        let id = &scheme.veto(standing.veto).id;
        let key = vec![row.organisation.clone(), id.clone()];
        Ok(VetoOnRecord {
            standing: standing.clone(),
            record: recorded(cells, &key),
            hand: hand(view, round, standing, &key)?,
            levels: Some(levels(shared, view, round, row, (standing.veto, id))?),
        })
    };
    row.figures.vetoes.iter().map(of).collect()
}

/// What is written of a veto in the cells of its organisation.
fn recorded(cells: &[Cell], key: &Key) -> Option<VetoRecord> {
    let mut vetoes = cells.iter().filter(|cell| cell.what == What::Veto);
    let cell = vetoes.find(|cell| cell.key == *key)?;
    VetoRecord::read(cell.record.as_ref()?).ok()
}

/// Who made a veto what it is; none where it decides itself.
fn hand(
    view: &View<'_>,
    round: &RoundRow,
    standing: &VetoStanding,
    key: &Key,
) -> Result<Option<VetoHand>, Failure> {
    if standing.auto {
        return Ok(None);
    }
    let lines = history(view, round, What::Veto, key)?;
    Ok(lines.into_iter().next().map(|line| VetoHand {
        actor: line.actor,
        at: line.at,
        seq: line.seq,
    }))
}

/// The level without a veto and with it: one of them is as it is now, the other one is tried on
/// all that are ranked with the organisation.
fn levels(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
    row: &ResultRow,
    (veto, id): (VetoIndex, &str),
) -> Result<VetoLevels, Failure> {
    let mut vetoes = row.figures.vetoes.iter();
    // Anything but a decided veto is as good as none.
    let decided = vetoes.any(|one| one.veto == veto && one.state == VetoState::Decided);
    let other = match decided {
        true => VetoState::Lifted,
        false => VetoState::Decided,
    };
    let beside = Among::Beside(&row.organisation);
    let write = set(&row.organisation, id, other);
    let tried = trial(shared, view, round, &[write], beside)?;
    let mut rows = tried.rows.iter();
    let tried = rows.find(|other| other.organisation == row.organisation);
    let (now, tried) = (row.outcome(), tried.and_then(ResultRow::outcome));
    let (without, with) = if decided { (tried, now) } else { (now, tried) };
    Ok(VetoLevels {
        without,
        with,
        hidden: false,
    })
}

fn set(organisation: &str, id: &str, state: VetoState) -> Write {
    let record = VetoRecord {
        state,
        document: None,
        date: None,
        note: None,
    };
    Write {
        what: What::Veto,
        key: vec![organisation.to_owned(), id.to_owned()],
        record: Some(record.write()),
        seen: None,
        row: None,
    }
}

impl Explained {
    /// Leaves out what each veto does, which others of the cohort have a part in.
    pub(super) fn hide_levels(&mut self) {
        for levels in self
            .vetoes
            .iter_mut()
            .filter_map(|veto| veto.levels.as_mut())
        {
            *levels = VetoLevels::kept_back();
        }
    }
}
