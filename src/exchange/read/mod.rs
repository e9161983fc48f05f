//! Rows → writes: headings, cells, names and what the rules say of a row by itself.

mod events;
mod organisations;
mod round_cells;
mod row;
mod sheets;

use std::collections::HashMap;
use std::collections::hash_map::{DefaultHasher, Entry};
use std::hash::{Hash, Hasher};
use std::ops::ControlFlow;

use self::organisations::Tree;
use self::row::{Heading, Row, Spot};
use super::Column;
use super::fault::{RowFault, RowFaults, Why, shown};
use super::names::{Names, Organisation, part};
use super::rows::{RawRow, at_row, each_row};
use crate::round::{Key, Kind, Part, Record, What, Write};
use crate::scheme::{Party, PartyIndex, TrackIndex};

/// Reads a data file of a round. The kind of file (CSV in UTF-8 or GB18030, XLSX) shows in its
/// bytes. Every row is checked by itself: what it names must be there, its entry within its rule
/// (I8), and no two rows may say different things of one cell.
///
/// # Errors
/// All faulty rows; then nothing of the file may be stored.
pub fn read(kind: Kind, bytes: &[u8], names: &Names<'_>) -> Result<Vec<Write>, RowFaults> {
    let mut reading = Reading::new(kind, names);
    if let Err(fault) = each_row(bytes, &mut |row| reading.row(&row)) {
        reading.faults.push(*fault);
    }
    reading.finish()
}

/// What a second row for one cell means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Again {
    /// It must say the same.
    Same,
    /// It stands instead.
    Instead,
}

/// A file that is being read.
struct Reading<'n> {
    kind: Kind,
    names: &'n Names<'n>,
    heading: Option<Heading>,
    writes: Vec<Write>,
    /// Which write has a key, by the key's hash; one that is taken by another key moves on.
    by_key: HashMap<u64, usize>,
    faults: RowFaults,
    tree: Tree,
    /// How often a row without an id has stood in the file so far, by its content.
    equals: HashMap<String, u32>,
}

impl<'n> Reading<'n> {
    fn new(kind: Kind, names: &'n Names<'n>) -> Self {
        Self {
            kind,
            names,
            heading: None,
            writes: Vec::new(),
            by_key: HashMap::new(),
            faults: RowFaults::default(),
            tree: Tree::default(),
            equals: HashMap::new(),
        }
    }

    fn row(&mut self, raw: &RawRow<'_>) -> ControlFlow<()> {
        let Some(heading) = self.heading.take() else {
            return match Heading::read(self.kind, raw) {
                Ok(heading) => {
                    self.heading = Some(heading);
                    ControlFlow::Continue(())
                }
                Err(faults) => {
                    self.faults = faults;
                    ControlFlow::Break(())
                }
            };
        };
        if let Err(fault) = self.checked(&heading, raw) {
            self.faults.push(*fault);
        }
        self.heading = Some(heading);
        ControlFlow::Continue(())
    }

    fn checked(&mut self, heading: &Heading, raw: &RawRow<'_>) -> Result<(), Box<RowFault>> {
        let row = heading.row(raw)?;
        let result = match self.kind {
            Kind::Orgs => self.organisation(&row),
            Kind::Scores => self.score(&row),
            Kind::Raters => self.rater(&row),
            Kind::Ballots => self.ballot(&row),
            Kind::Vetoes => self.veto(&row),
            Kind::Adjustments => self.adjustment(&row),
            Kind::Ledger => self.event(&row),
            Kind::Places => self.places(&row),
            Kind::Ties => self.tie(&row),
            Kind::Levels => self.level(&row),
        };
        result.map_err(|spot| {
            Box::new(RowFault {
                row: raw.number,
                column: Some(heading.title(spot.column)),
                value: shown(row.raw(spot.column)),
                why: spot.why,
            })
        })
    }

    fn finish(mut self) -> Result<Vec<Write>, RowFaults> {
        if self.heading.is_none() && self.faults.is_empty() {
            self.faults.push(*at_row(0, Why::Empty));
        }
        self.finish_tree();
        if self.faults.is_empty() {
            Ok(self.writes)
        } else {
            self.faults.first.sort_by_key(|fault| fault.row);
            Err(self.faults)
        }
    }

    /// Keeps a write; two rows for one cell must say the same, or the later stands.
    fn put(
        &mut self,
        row: u32,
        what: What,
        key: Key,
        record: Record,
        again: Again,
    ) -> Result<(), Why> {
        let mut slot = hash_of(what, &key);
        loop {
            match self.by_key.entry(slot) {
                Entry::Vacant(vacant) => {
                    vacant.insert(self.writes.len());
                    break;
                }
                Entry::Occupied(occupied) => {
                    let Some(earlier) = self.writes.get_mut(*occupied.get()) else {
                        break;
                    };
                    if earlier.what == what && earlier.key == key {
                        return again_of(earlier, row, record, again);
                    }
                    slot = slot.wrapping_add(1);
                }
            }
        }
        self.writes.push(Write {
            what,
            key,
            record: Some(record),
            seen: None,
            row: Some(row),
        });
        Ok(())
    }

    /// The organisation that a row names.
    fn named_organisation(&self, row: &Row<'_>) -> Result<&'n Organisation, Spot> {
        let wanted = row.need(Column::Organisation)?;
        self.names
            .organisation(wanted)
            .map_err(|why| Spot::at(Column::Organisation, why))
    }

    /// The organisation that a row names, which must have a track.
    fn rated_organisation(&self, row: &Row<'_>) -> Result<(&'n Organisation, TrackIndex), Spot> {
        let organisation = self.named_organisation(row)?;
        match organisation.track {
            Some(track) => Ok((organisation, track)),
            None => Err(Spot::at(Column::Organisation, Why::NotRated)),
        }
    }

    /// The party that a row names, which must rate organisations of the track.
    fn party_on(&self, row: &Row<'_>, track: TrackIndex) -> Result<(PartyIndex, &'n Party), Spot> {
        let wanted = row.need(Column::Party)?;
        let spot = |why| Spot::at(Column::Party, why);
        let list = &self.names.scheme().parties;
        let (position, party) = part(
            &self.names.parties,
            list,
            |party| (&party.id, &party.title),
            Part::Party,
            wanted,
        )
        .map_err(spot)?;
        if !holds(&party.tracks, track.position()) {
            return Err(spot(Why::PartyNotOnTrack));
        }
        Ok((PartyIndex::at(position), party))
    }

    /// The id of the level that a column names; none where it is empty.
    fn level_id(&self, row: &Row<'_>, column: Column) -> Result<Option<String>, Spot> {
        let wanted = row.text(column)?;
        if wanted.is_empty() {
            return Ok(None);
        }
        part(
            &self.names.levels,
            &self.names.scheme().levels,
            |level| (&level.id, &level.title),
            Part::Level,
            wanted,
        )
        .map(|(_, level)| Some(level.id.clone()))
        .map_err(|why| Spot::at(column, why))
    }

    /// The track that a row names; none where it is empty.
    fn track_of(&self, row: &Row<'_>) -> Result<Option<TrackIndex>, Spot> {
        let wanted = row.text(Column::Track)?;
        if wanted.is_empty() {
            return Ok(None);
        }
        part(
            &self.names.tracks,
            &self.names.scheme().tracks,
            |track| (&track.id, &track.title),
            Part::Track,
            wanted,
        )
        .map(|(position, _)| Some(TrackIndex::at(position)))
        .map_err(|why| Spot::at(Column::Track, why))
    }
}

fn hash_of(what: What, key: &Key) -> u64 {
    let mut hasher = DefaultHasher::new();
    (what, key).hash(&mut hasher);
    hasher.finish()
}

fn again_of(earlier: &mut Write, row: u32, record: Record, again: Again) -> Result<(), Why> {
    if again == Again::Instead {
        earlier.record = Some(record);
        earlier.row = Some(row);
        return Ok(());
    }
    if earlier.record.as_ref() == Some(&record) {
        Ok(())
    } else {
        Err(Why::Differs {
            first: earlier.row.unwrap_or_default(),
        })
    }
}

/// Whether a list of the scheme, one for each track or party, says yes.
fn holds(list: &[bool], position: usize) -> bool {
    list.get(position).copied().unwrap_or(false)
}

/// A text that is there, or none.
fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
