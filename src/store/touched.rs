//! Which operation touched which organisation, and where its changes lie in it: an import of
//! hundreds of thousands of changes is not looked through for the few of one organisation.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, params};

use super::books::{Line, read_change};
use super::encoded::json;
use super::{Transaction, Trouble, View};
use crate::round::{Change, What};

/// Positions of the first and the last change of an organisation in an operation; those of others
/// may lie between them.
pub(super) type Span = (i64, i64);

/// The organisation that a change is about: what its key begins with, or the owner of an event.
fn organisation(change: &Change) -> Option<&str> {
    match change.what {
        What::Event => {
            let record = change.new.as_ref().or(change.old.as_ref())?;
            record.first()?.as_deref()
        }
        _ => change.key.first().map(String::as_str),
    }
}

/// Gathers the spans of an operation's changes, one after the other.
#[derive(Debug, Default)]
pub(super) struct Touched {
    position: i64,
    /// The organisation of the last changes: those of one mostly follow each other.
    at: Option<(String, Span)>,
    spans: BTreeMap<String, Span>,
}

impl Touched {
    pub(super) fn take(&mut self, change: &Change) {
        self.position += 1;
        let Some(organisation) = organisation(change) else {
            return;
        };
        match &mut self.at {
            Some((at, (_, last))) if at == organisation => *last = self.position,
            _ => {
                self.put();
                let span = (self.position, self.position);
                self.at = Some((organisation.to_owned(), span));
            }
        }
    }

    /// Adds what has been gathered of the organisation of the last changes to all of its.
    fn put(&mut self) {
        if let Some((organisation, (first, last))) = self.at.take() {
            self.spans.entry(organisation).or_insert((first, last)).1 = last;
        }
    }

    pub(super) fn spans(mut self) -> BTreeMap<String, Span> {
        self.put();
        self.spans
    }
}

impl Transaction<'_> {
    /// Keeps where the changes of an operation lie.
    pub(super) fn keep_touched(&self, operation: i64, changes: &[Change]) -> Result<(), Trouble> {
        let mut touched = Touched::default();
        changes.iter().for_each(|change| touched.take(change));
        let mut keep = self.connection.prepare_cached(
            "INSERT INTO touched (organisation, operation, first, last) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for (organisation, (first, last)) in touched.spans() {
            keep.execute(params![organisation, operation, first, last])?;
        }
        Ok(())
    }
}

impl View<'_> {
    /// The changes of an operation that are about an organisation, in their order, at most
    /// `limit` of them.
    ///
    /// # Errors
    /// [`Trouble`]
    pub fn changes_of(
        &self,
        line: &Line,
        about: &str,
        limit: usize,
    ) -> Result<Vec<Change>, Trouble> {
        let mut changes = Vec::new();
        let Some((first, last)) = self.span(line, about)? else {
            return Ok(changes);
        };
        let mut buffer = Vec::new();
        let key = json(&mut buffer, &[about])?.trim_end_matches(']');
        // What others have between them is passed over before it is read.
        let mut statement = self.connection.prepare_cached(
            "SELECT what, key, old, new, old_revision, new_revision FROM change
             WHERE operation = ?1 AND position BETWEEN ?2 AND ?3
                 AND (what = 'event' OR substr(key, 1, length(?4)) = ?4) ORDER BY position",
        )?;
        let mut rows = statement.query(params![line.number, first, last, key])?;
        while let Some(row) = rows.next()? {
            let change = read_change(row)?;
            if organisation(&change) == Some(about) {
                changes.push(change);
            }
            if changes.len() >= limit {
                break;
            }
        }
        Ok(changes)
    }

    /// Where the changes of an organisation lie in an operation; none where it has none.
    pub(super) fn span(&self, line: &Line, about: &str) -> Result<Option<Span>, Trouble> {
        let mut statement = self.connection.prepare_cached(
            "SELECT first, last FROM touched WHERE organisation = ?1 AND operation = ?2",
        )?;
        let found = statement.query_row(params![about, line.number], |row| {
            Ok((row.get(0)?, row.get(1)?))
        });
        Ok(found.optional()?)
    }
}
