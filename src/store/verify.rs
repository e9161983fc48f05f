//! Reading a book from its first line to its last, and the state that it must have led to.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};

use serde::{Deserialize, Serialize};

use super::books::{LINE, Line};
use super::canonical::{Code, FORMAT, Sealing, beginning, hexadecimal};
use super::touched::Touched;
use super::{RoundRow, Trouble, View};
use crate::round::{Change, Key, Record, What};

/// What is wrong with a book, or with the state that it should have led to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum BookFault {
    /// A number that is not there, or not in its order.
    Gap { expected: u64, found: u64 },
    /// Does not carry the code of the operation before it.
    Unchained { seq: u64 },
    /// Its content is not what its code was made from.
    Altered { seq: u64 },
    /// The last operation is not the one that the book's head names.
    CutShort { found: u64, head: u64 },
    /// The state differs from what the book led to.
    State { what: What, key: Vec<String> },
    /// Derived figures, the list of begun sheets, or where its changes lie in the book differ from
    /// those made anew.
    Derived { organisation: String },
}

/// One book, read from its first line to its last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookCheck {
    pub book: RoundRow,
    /// It is the office's own.
    pub office: bool,
    pub operations: u64,
    pub changes: u64,
    pub faults: Vec<BookFault>,
    /// The code that was kept elsewhere is one of this book's.
    pub head_found: bool,
}

/// At most so many faults of a book are told; the first says most.
const MOST_FAULTS: usize = 100;

/// What identifies a cell, and what it holds, in few bytes: a round has many.
type Mark = [u64; 2];

/// Makes such marks. Both keys are drawn anew for every reading of the books: nobody can write a
/// record beforehand that has the mark of another one.
#[derive(Default)]
struct Marker(RandomState, RandomState);

impl Marker {
    fn mark(&self, value: impl Hash) -> Mark {
        [self.0.hash_one(&value), self.1.hash_one(&value)]
    }

    fn cell(&self, what: What, key: &Key) -> Mark {
        self.mark((what.word(), key))
    }
}

/// What replaying the changes has led to so far.
#[derive(Default)]
struct Replay {
    marker: Marker,
    cells: HashMap<Mark, (Mark, u64)>,
}

impl Replay {
    /// Takes a change in; false where it does not begin where the last one of its cell ended.
    fn take(&mut self, change: &Change) -> bool {
        let here = self.marker.cell(change.what, &change.key);
        let led = (self.marker.mark(&change.new), change.new_revision);
        match self.cells.insert(here, led) {
            None => change.old_revision == 0 && change.old.is_none(),
            Some(held) => held == (self.marker.mark(&change.old), change.old_revision),
        }
    }

    /// Takes a cell out; false where it is not what the changes led to.
    fn matches(&mut self, what: What, key: &Key, record: Option<&Record>, revision: u64) -> bool {
        let led = self.cells.remove(&self.marker.cell(what, key));
        led == Some((self.marker.mark(record), revision))
    }

    /// Whether the changes led to a cell that has not been taken out; takes it out.
    fn is_left(&mut self, change: &Change) -> bool {
        let here = self.marker.cell(change.what, &change.key);
        self.cells.remove(&here).is_some()
    }
}

impl View<'_> {
    /// Reads all books, recomputes every code, and compares the state with what they led to.
    /// `head` is a code that was kept elsewhere, in hexadecimal, at least its first 8 digits.
    ///
    /// # Errors
    /// [`Trouble`] where the database cannot be read.
    pub fn verify(&self, head: Option<&str>) -> Result<Vec<BookCheck>, Trouble> {
        let books = self.books()?;
        books
            .into_iter()
            .map(|book| self.verify_book(book, head))
            .collect()
    }

    fn verify_book(&self, book: RoundRow, head: Option<&str>) -> Result<BookCheck, Trouble> {
        let mut check = BookCheck {
            office: book.name == super::schema::OFFICE,
            operations: 0,
            changes: 0,
            faults: Vec::new(),
            head_found: false,
            book,
        };
        let mut replay = Replay::default();
        let last = self.read_lines(&mut check, &mut replay, head)?;
        if last != (check.book.seq, check.book.head) {
            check.faults.push(BookFault::CutShort {
                found: last.0,
                head: check.book.seq,
            });
        }
        self.compare_state(&mut check, &mut replay)?;
        check.faults.truncate(MOST_FAULTS);
        Ok(check)
    }

    /// Number and code of the last line.
    fn read_lines(
        &self,
        check: &mut BookCheck,
        replay: &mut Replay,
        head: Option<&str>,
    ) -> Result<(u64, Code), Trouble> {
        let mut last = (0, beginning(&check.book.name));
        let sql = format!("{LINE} WHERE book.number = ?1 ORDER BY operation.seq");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([check.book.number.0])?;
        while let Some(row) = rows.next()? {
            let line = Line::read(row)?;
            let seq = line.seq;
            if seq != last.0 + 1 {
                check.faults.push(BookFault::Gap {
                    expected: last.0 + 1,
                    found: seq,
                });
            }
            if line.previous != last.1 {
                check.faults.push(BookFault::Unchained { seq });
            }
            if !self.read_line(&line, check, replay)? {
                check.faults.push(BookFault::Altered { seq });
            }
            check.head_found |= head.is_some_and(|head| begins(&line.hash, head));
            check.operations += 1;
            last = (seq, line.hash);
        }
        Ok(last)
    }

    /// Whether a line is what its code was made from.
    fn read_line(
        &self,
        line: &Line,
        check: &mut BookCheck,
        replay: &mut Replay,
    ) -> Result<bool, Trouble> {
        let mut sealing = Sealing::new(&line.head());
        let mut count = 0;
        let mut touched = Touched::default();
        let read = self.each_change(line, |change| {
            sealing.change(&change);
            touched.take(&change);
            count += 1;
            if !replay.take(&change) {
                check.faults.push(BookFault::State {
                    what: change.what,
                    key: change.key,
                });
            }
            Ok(true)
        });
        check.changes += count;
        for (organisation, span) in touched.spans() {
            if self.span(line, &organisation)? != Some(span) {
                check.faults.push(BookFault::Derived { organisation });
            }
        }
        match read {
            Ok(()) => {
                Ok(line.format == FORMAT && count == line.count && sealing.code() == line.hash)
            }
            // A change that is no change any more.
            Err(Trouble::Damaged { .. }) => Ok(false),
            Err(other) => Err(other),
        }
    }

    fn compare_state(&self, check: &mut BookCheck, replay: &mut Replay) -> Result<(), Trouble> {
        let faults = &mut check.faults;
        for what in What::ALL {
            self.each_cell(check.book.number, what, &[], |written| {
                let cell = written.cell;
                if !replay.matches(what, &cell.key, cell.record.as_ref(), cell.revision) {
                    faults.push(BookFault::State {
                        what,
                        key: cell.key,
                    });
                }
                Ok(())
            })?;
        }
        if !replay.cells.is_empty() {
            self.name_missing(check, replay)?;
        }
        Ok(())
    }

    /// Names the cells that the book led to and the state does not have.
    fn name_missing(&self, check: &mut BookCheck, replay: &mut Replay) -> Result<(), Trouble> {
        for line in self.lines_after(check.book.number, 0)? {
            let read = self.each_change(&line, |change| {
                if replay.is_left(&change) {
                    check.faults.push(BookFault::State {
                        what: change.what,
                        key: change.key,
                    });
                }
                Ok(true)
            });
            match read {
                // Told already as an altered line.
                Err(Trouble::Damaged { .. }) | Ok(()) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }
}

/// Whether a code begins with what somebody wrote down: in groups, in either case.
fn begins(code: &Code, kept: &str) -> bool {
    let kept: String = kept
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|digit| digit.to_ascii_lowercase())
        .collect();
    kept.len() >= 8 && hexadecimal(code).starts_with(&kept)
}
