//! What `decide` looks at: the part of a round that a command names, and nothing else.

use std::borrow::Borrow;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{Hash, Hasher};

use super::{Cell, Change, Key, OperationKind, What};

/// A part of a round that has to be loaded for a command.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// One cell; also one that was removed, for its revision.
    Cell(What, Key),
    /// All cells whose key begins with these parts: `[organisation, party, rater]` of
    /// [`What::Mark`] is one sheet.
    Under(What, Key),
    /// All cells of a kind.
    All(What),
    /// Every rater that is due anywhere in a party; into [`Slice::set_due`].
    Due { party: String },
    /// The codes of organisations for which there is any cell but their own and those of earlier
    /// levels (events included); into [`Slice::set_in_use`].
    InUse,
    /// The actor's operations in the round's book, newest first, without their changes; into
    /// [`Slice::set_past`]. Any number of the oldest may be left out once one is among them that
    /// is neither an undo, a redo nor undone.
    PastOperations { actor: String },
    /// The changes of an operation, into [`Slice::set_changes`]; and, as they stand now, the
    /// cells that they name, and for each changed mark its sheet's cell.
    Touched { seq: u64 },
}

/// An operation of the book, as undo looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastOperation {
    pub seq: u64,
    pub actor: String,
    /// The word of its [`OperationKind`]; another one where a later version wrote the book.
    pub kind: String,
    /// Number of the operation that it takes back.
    pub undoes: Option<u64>,
}

impl PastOperation {
    /// What it was; none where a later version knows it.
    pub(super) fn kind(&self) -> Option<OperationKind> {
        self.kind.parse().ok()
    }
}

/// A cell in a set that is looked up by its key, so that keys are held once.
#[derive(Debug, Clone)]
struct ByKey(Cell);

impl Borrow<[String]> for ByKey {
    fn borrow(&self) -> &[String] {
        &self.0.key
    }
}

impl Hash for ByKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.key.as_slice().hash(state);
    }
}

impl PartialEq for ByKey {
    fn eq(&self, other: &Self) -> bool {
        self.0.key == other.0.key
    }
}

impl Eq for ByKey {}

/// Cells as they stand now, inside the transaction.
#[derive(Debug, Clone, Default)]
pub struct Slice {
    cells: [HashSet<ByKey>; What::ALL.len()],
    due: HashMap<String, BTreeSet<String>>,
    in_use: HashSet<String>,
    past: Option<Vec<PastOperation>>,
    changes: HashMap<u64, Vec<Change>>,
}

impl Slice {
    /// Takes a cell in; one of the same key goes.
    pub fn insert(&mut self, cell: Cell) {
        self.cells[cell.what as usize].replace(ByKey(cell));
    }

    /// Says who is due in a party ([`Need::Due`]); an empty set where nobody is.
    pub fn set_due(&mut self, party: String, raters: BTreeSet<String>) {
        self.due.insert(party, raters);
    }

    /// Says which organisations have data ([`Need::InUse`]).
    pub fn set_in_use(&mut self, organisations: impl IntoIterator<Item = String>) {
        self.in_use = organisations.into_iter().collect();
    }

    /// Says what the actor did, newest first ([`Need::PastOperations`]).
    pub fn set_past(&mut self, operations: Vec<PastOperation>) {
        self.past = Some(operations);
    }

    /// Gives the changes of an operation ([`Need::Touched`]).
    pub fn set_changes(&mut self, seq: u64, changes: Vec<Change>) {
        self.changes.insert(seq, changes);
    }

    /// A cell, as far as it was loaded and has ever been there.
    #[must_use]
    pub fn cell(&self, what: What, key: &[String]) -> Option<&Cell> {
        self.cells[what as usize].get(key).map(|found| &found.0)
    }

    /// The loaded cells of a kind, in no order.
    pub fn all(&self, what: What) -> impl Iterator<Item = &Cell> {
        self.cells[what as usize].iter().map(|found| &found.0)
    }

    /// Who is due in a party.
    #[must_use]
    pub fn due(&self, party: &str) -> Option<&BTreeSet<String>> {
        self.due.get(party)
    }

    /// Whether anything was entered for an organisation.
    #[must_use]
    pub fn in_use(&self, organisation: &str) -> bool {
        self.in_use.contains(organisation)
    }

    /// What the actor did, newest first; none where it was not loaded.
    #[must_use]
    pub fn past(&self) -> Option<&[PastOperation]> {
        self.past.as_deref()
    }

    /// The changes of an operation; none where they were not loaded.
    #[must_use]
    pub fn changes(&self, seq: u64) -> Option<&[Change]> {
        self.changes.get(&seq).map(Vec::as_slice)
    }
}

impl FromIterator<Cell> for Slice {
    fn from_iter<I: IntoIterator<Item = Cell>>(cells: I) -> Self {
        let mut slice = Self::default();
        slice.extend(cells);
        slice
    }
}

impl Extend<Cell> for Slice {
    fn extend<I: IntoIterator<Item = Cell>>(&mut self, cells: I) {
        for cell in cells {
            self.insert(cell);
        }
    }
}
