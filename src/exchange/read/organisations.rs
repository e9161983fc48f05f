//! The list of organisations, a tree: parents may stand after what lies in them.

use std::collections::{HashMap, HashSet};

use super::row::{Row, Spot};
use super::{Again, Reading, filled};
use crate::exchange::fault::{Candidate, RowFault, Why, shown};
use crate::exchange::names::{CANDIDATES, Index, Lookup, Organisation};
use crate::exchange::{Column, fold};
use crate::round::{OrganisationRecord, Part, What};

/// A row whose parent is looked up when all rows are there.
struct Pending {
    row: u32,
    code: String,
    name: String,
    /// Code or name, as the file has it.
    parent: String,
}

/// The rows of an `orgs` file so far.
#[derive(Default)]
pub(super) struct Tree {
    rows: Vec<Pending>,
    by_code: HashMap<String, u32>,
    /// Codes and names of refused rows: what lies in them is not told besides.
    refused: HashSet<String>,
    /// Places in the list that are given out, beside those of the round.
    added: u32,
}

impl Reading<'_> {
    pub(super) fn organisation(&mut self, row: &Row<'_>) -> Result<(), Spot> {
        let outcome = self.put_organisation(row);
        if outcome.is_err() {
            let names = [Column::Code, Column::Name].map(|column| row.text(column));
            let names = names
                .into_iter()
                .flatten()
                .map(|name| fold(name).into_owned());
            self.tree.refused.extend(names);
        }
        outcome
    }

    fn put_organisation(&mut self, row: &Row<'_>) -> Result<(), Spot> {
        let code = row.need(Column::Code)?.to_owned();
        if let Some(first) = self.tree.by_code.get(&code) {
            return Err(Spot::at(Column::Code, Why::CodeTwice { first: *first }));
        }
        let name = row.need(Column::Name)?.to_owned();
        let track = self.track_of(row)?;
        let mut record = OrganisationRecord {
            name: name.clone(),
            kind: self.kind_of(row)?,
            parent: None,
            track: track.map(|track| self.names.scheme().track(track).id.clone()),
            previous: self.level_id(row, Column::Previous)?,
            declared: self.level_id(row, Column::Declared)?,
            position: self.position(&code),
        };
        let parent = row.text(Column::Parent)?.to_owned();
        if let Some(known) = self.names.by_code(&code) {
            self.keep(row, known, &mut record);
        }
        self.tree.by_code.insert(code.clone(), row.number);
        self.tree.rows.push(Pending {
            row: row.number,
            code: code.clone(),
            name,
            parent,
        });
        let record = record.write();
        self.put(
            row.number,
            What::Organisation,
            vec![code],
            record,
            Again::Same,
        )
        .map_err(|why| Spot::at(Column::Code, why))
    }

    /// The kind of an organisation; that within which the scheme ranks (G5) as the scheme writes
    /// it, whatever the width of its brackets.
    fn kind_of(&self, row: &Row<'_>) -> Result<Option<String>, Spot> {
        let kind = row.owned(Column::Kind)?;
        let ranked = self.names.scheme().grading.cohort.as_ref();
        let meant = ranked.filter(|ranked| kind.as_deref() == Some(fold(ranked).as_ref()));
        Ok(meant.cloned().or(kind))
    }

    /// What the file has no column for stays what it is in the round.
    fn keep(&self, row: &Row<'_>, known: &Organisation, record: &mut OrganisationRecord) {
        let track = || Some(self.names.scheme().track(known.track?).id.clone());
        for (column, field, kept) in [
            (Column::Kind, &mut record.kind, known.kind.clone()),
            (Column::Parent, &mut record.parent, known.parent.clone()),
            (Column::Track, &mut record.track, track()),
            (
                Column::Previous,
                &mut record.previous,
                known.previous.clone(),
            ),
            (
                Column::Declared,
                &mut record.declared,
                known.declared.clone(),
            ),
        ] {
            if !row.has(column) {
                *field = kept;
            }
        }
    }

    /// The place in the list that the organisation has, or the next one.
    fn position(&mut self, code: &str) -> u32 {
        if let Some(known) = self.names.by_code(code) {
            return known.position;
        }
        self.tree.added += 1;
        self.names.last_position().saturating_add(self.tree.added)
    }

    /// Looks the parents up and refuses circles.
    pub(super) fn finish_tree(&mut self) {
        let rows = std::mem::take(&mut self.tree.rows);
        let names = rows
            .iter()
            .map(|one| (one.code.as_str(), one.name.as_str()));
        let index = Index::new(names);
        let mut parents: HashMap<&str, &str> = HashMap::new();
        let heading = self.heading.as_ref();
        let column = heading.map(|heading| heading.title(Column::Parent));
        for (pending, write) in rows.iter().zip(&mut self.writes) {
            if pending.parent.is_empty() {
                continue;
            }
            let parent = match index.look_up(&pending.parent) {
                Lookup::Found(position) => {
                    Ok(rows.get(position).map_or("", |row| row.code.as_str()))
                }
                Lookup::Ambiguous(first, others) => Err(ambiguous(&rows, first, others)),
                Lookup::Unknown if self.tree.refused.contains(&pending.parent) => continue,
                Lookup::Unknown => self
                    .names
                    .organisation(&pending.parent)
                    .map(|known| known.code.as_str()),
            };
            match parent {
                Ok(parent) => {
                    parents.insert(&pending.code, parent);
                    if let Some(field) = write.record.as_mut().and_then(|record| record.get_mut(2))
                    {
                        *field = Some(parent.to_owned());
                    }
                }
                Err(why) => self.faults.push(parent_fault(pending, &column, why)),
            }
        }
        for pending in in_circles(&rows, &parents, |code| {
            self.names.by_code(code)?.parent.as_deref()
        }) {
            self.faults
                .push(parent_fault(pending, &column, Why::Circle));
        }
    }
}

/// The rows whose parents lead back to themselves. Those that the file does not name keep the
/// parents that the round has.
fn in_circles<'a>(
    rows: &'a [Pending],
    parents: &HashMap<&'a str, &'a str>,
    known: impl Fn(&'a str) -> Option<&'a str>,
) -> Vec<&'a Pending> {
    let in_file: HashSet<&str> = rows.iter().map(|row| row.code.as_str()).collect();
    let above = |code: &'a str| match parents.get(code) {
        Some(parent) => Some(*parent),
        None if in_file.contains(code) => None,
        None => known(code),
    };
    let mut sound: HashSet<&str> = HashSet::new();
    let mut circular: HashSet<&str> = HashSet::new();
    for row in rows {
        let mut path: Vec<&str> = Vec::new();
        let mut on_path: HashSet<&str> = HashSet::new();
        let mut next = Some(row.code.as_str());
        while let Some(code) = next {
            if sound.contains(code) {
                break;
            }
            if !on_path.insert(code) {
                let start = path.iter().position(|one| *one == code);
                circular.extend(path.iter().skip(start.unwrap_or_default()));
                break;
            }
            path.push(code);
            next = above(code);
        }
        sound.extend(path);
    }
    let is_circular = |row: &&Pending| circular.contains(row.code.as_str());
    rows.iter().filter(is_circular).collect()
}

fn parent_fault(pending: &Pending, column: &Option<String>, why: Why) -> RowFault {
    RowFault {
        row: pending.row,
        column: column.clone(),
        value: shown(&pending.parent),
        why,
    }
}

/// Several rows have the name of a parent.
fn ambiguous(rows: &[Pending], first: u32, others: &[u32]) -> Why {
    let all = std::iter::once(&first).chain(others);
    let candidate = |position: &u32| {
        let row = rows.get(*position as usize)?;
        Some(Candidate {
            id: row.code.clone(),
            title: row.name.clone(),
            within: filled(&row.parent),
        })
    };
    Why::Ambiguous {
        what: Part::Organisation,
        candidates: all.filter_map(candidate).take(CANDIDATES).collect(),
        count: others.len() + 1,
    }
}
