//! Cells → the rows of a data file. What is written here, [`super::read`] reads.

use std::collections::HashMap;

use super::names::Names;
use super::output::{Format, Unwritable, output};
use super::words::{self, Word};
use super::{Column, columns};
use crate::round::{Cell, EventState, Kind, Record, SheetRecord, What};
use crate::scheme::Method;

/// In which language headings and states are written; both are read. Codes stay codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wording {
    #[default]
    English,
    Chinese,
}

/// Writes a data file from the cells of its kind ([`Kind::cells`]), in the order in which they come;
/// organisations in the order of their list.
///
/// # Errors
/// More rows than a sheet can hold, or a text longer than a cell.
pub fn write(
    kind: Kind,
    cells: &[Cell],
    names: &Names<'_>,
    format: Format,
    wording: Wording,
) -> Result<Vec<u8>, Unwritable> {
    let writing = Writing { names, wording };
    let mut rows = Vec::with_capacity(cells.len());
    match kind {
        Kind::Scores => writing.scores(cells, &mut rows),
        _ => {
            let what = kind.cells();
            let there = cells.iter().filter(|cell| what.contains(&cell.what));
            rows.extend(there.filter_map(|cell| writing.row(cell)));
        }
    }
    if kind == Kind::Orgs {
        let place = |row: &Vec<&str>| row.last().and_then(|place| place.parse::<u32>().ok());
        rows.sort_by_key(place);
        for row in &mut rows {
            row.truncate(columns(kind).len());
        }
    }
    let list = columns(kind).iter().map(|(column, _)| *column);
    let heading = |column: Column| match wording {
        Wording::English => column.english(),
        Wording::Chinese => column.chinese(),
    };
    let headings: Vec<_> = list.clone().map(heading).collect();
    let numbers: Vec<_> = list.map(Column::is_number).collect();
    output(&headings, &rows, &numbers, format)
}

impl Column {
    /// Whether a sheet should hold numbers there.
    const fn is_number(self) -> bool {
        matches!(
            self,
            Self::Entry
                | Self::Ballots
                | Self::Count
                | Self::Points
                | Self::Places
                | Self::Order
                | Self::Year
        )
    }
}

struct Writing<'n, 's> {
    names: &'n Names<'s>,
    wording: Wording,
}

/// A field of a record; empty where it is not there.
fn field(record: &Record, position: usize) -> &str {
    record
        .get(position)
        .and_then(Option::as_deref)
        .unwrap_or_default()
}

/// A part of a key, in which `*` stands for an empty cell.
fn part(cell: &Cell, position: usize) -> &str {
    match cell.key.get(position).map(String::as_str) {
        None | Some("*") => "",
        Some(code) => code,
    }
}

impl<'n> Writing<'n, '_> {
    /// The row of a cell that is there, in the order of [`columns`]; an organisation's place in
    /// the list stands at its end.
    fn row(&self, cell: &'n Cell) -> Option<Vec<&'n str>> {
        let record = cell.record.as_ref()?;
        let (key, field) = (|at| part(cell, at), |at| field(record, at));
        Some(match cell.what {
            What::Organisation => {
                let mut row = vec![key(0)];
                row.extend((0..=6).map(field));
                row
            }
            What::Assignment => {
                let state = self.word(&words::ASSIGNMENT, field(0));
                vec![key(0), key(1), key(2), state, field(1)]
            }
            What::Ballot => {
                let option = self.word(&words::BALLOT, key(3));
                vec![key(0), key(1), key(2), option, field(0)]
            }
            What::Veto => {
                let state = self.word(&words::VETO, field(0));
                vec![key(0), key(1), state, field(1), field(2), field(3)]
            }
            What::Adjustment => vec![key(0), key(1), field(0), key(2), field(1)],
            What::Event => {
                let kind = self.word(&words::MEMBER, field(2));
                let mut row = vec![field(0), field(1), kind];
                row.extend((3..=7).map(field));
                row.extend([self.event_state(field(8)), key(0), field(9)]);
                row
            }
            What::Places => vec![key(0), key(1), key(2), field(0)],
            What::Tie => {
                let (cohort, track) = self.where_ranked(key(0));
                vec![cohort, track, key(0), field(0), field(1)]
            }
            What::Level => vec![key(0), key(1), field(0)],
            What::Round | What::Mark | What::Sheet | What::Review => return None,
        })
    }

    /// A word of the books as files of this language write it.
    fn word<T>(&self, words: &[Word<T>], kept: &'n str) -> &'n str {
        if self.wording == Wording::English {
            return kept;
        }
        let found = words.iter().find(|word| word.english == kept);
        found
            .and_then(|word| word.chinese.first().copied())
            .unwrap_or(kept)
    }

    /// A state of the ledger; signatures by the title of the last who signed.
    fn event_state(&self, kept: &'n str) -> &'n str {
        let Ok(EventState::Signed(count)) = kept.parse() else {
            return self.word(&words::EVENT, kept);
        };
        let reviewers = self.names.scheme().reviewers();
        let last = usize::from(count).checked_sub(1);
        match last {
            None => self.word(&words::EVENT, "confirmed"),
            Some(last) => match reviewers.get(last) {
                Some(title) => title,
                None => self.word(&words::EVENT, "counted"),
            },
        }
    }

    /// Cohort and track in which an organisation is ranked.
    fn where_ranked(&self, code: &str) -> (&'n str, &'n str) {
        let Some(organisation) = self.names.by_code(code) else {
            return ("", "");
        };
        let track = organisation.track;
        let track = track.map_or("", |track| &self.names.scheme().track(track).id);
        (self.names.cohort_of(organisation).unwrap_or("-"), track)
    }

    /// Marks with the state of their sheet, then the sheets that have a state and no mark. A sheet
    /// that came without a state and still lacks something goes out without one: stated open, it
    /// would no longer be submitted by what completes it (C4, V5).
    fn scores(&self, cells: &'n [Cell], rows: &mut Vec<Vec<&'n str>>) {
        let of = |what| cells.iter().filter(move |cell: &&Cell| cell.what == what);
        let states: HashMap<&[String], &str> = of(What::Sheet)
            .filter_map(|cell| {
                let sheet = SheetRecord::read(cell.record.as_ref()?).ok()?;
                let state = self.word(&words::SHEET, sheet.state.word());
                (!sheet.imported).then_some((cell.key.as_slice(), state))
            })
            .collect();
        let mut bare = states.clone();
        for cell in of(What::Mark) {
            let (Some(record), Some(sheet)) = (&cell.record, cell.key.get(..3)) else {
                continue;
            };
            bare.remove(sheet);
            let state = states.get(sheet).copied().unwrap_or_default();
            rows.push(vec![
                part(cell, 0),
                part(cell, 1),
                part(cell, 2),
                part(cell, 3),
                field(record, 0),
                field(record, 1),
                state,
            ]);
        }
        for cell in of(What::Sheet) {
            let Some(state) = bare.get(cell.key.as_slice()) else {
                continue;
            };
            if let Some(item) = self.any_item(part(cell, 0), part(cell, 1)) {
                let (organisation, party, rater) = (part(cell, 0), part(cell, 1), part(cell, 2));
                rows.push(vec![organisation, party, rater, item, "", "", state]);
            }
        }
    }

    /// What may stand as item in a row that is there for the state of its sheet alone.
    fn any_item(&self, organisation: &str, party: &str) -> Option<&'n str> {
        let scheme = self.names.scheme();
        let index = scheme.find_party(party)?;
        match scheme.party(index).method {
            Method::Mark(_) => Some(""),
            Method::Sheet(_) => {
                let track = self.names.by_code(organisation)?.track?;
                let item = scheme.items_on_sheet(track, index).next()?;
                Some(&scheme.item(item).id)
            }
            _ => None,
        }
    }
}
