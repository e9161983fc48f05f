//! What `decide` looks at: the part of a round that a command names, and nothing else.

use std::collections::HashMap;

use super::{Cell, Key, What};

/// A part of a round that has to be loaded for a command.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// One cell.
    Cell(What, Key),
    /// All cells whose key begins with these parts: `[organisation, party, rater]` of
    /// [`What::Mark`] is one sheet.
    Under(What, Key),
    /// All cells of a kind.
    All(What),
}

/// Cells as they stand now, inside the transaction.
#[derive(Debug, Clone, Default)]
pub struct Slice {
    cells: HashMap<(What, Key), Cell>,
}

impl Slice {
    /// Takes a cell in.
    pub fn insert(&mut self, cell: Cell) {
        self.cells.insert((cell.what, cell.key.clone()), cell);
    }

    /// A cell, as far as it was loaded and has ever been there.
    #[must_use]
    pub fn cell(&self, what: What, key: &[String]) -> Option<&Cell> {
        // A look-up by owned key: the map is keyed by what the books hold.
        self.cells.get(&(what, key.to_vec()))
    }

    /// The loaded cells of a kind, in no order.
    pub fn all(&self, what: What) -> impl Iterator<Item = &Cell> {
        self.cells.values().filter(move |cell| cell.what == what)
    }
}

impl FromIterator<Cell> for Slice {
    fn from_iter<I: IntoIterator<Item = Cell>>(cells: I) -> Self {
        let mut slice = Self::default();
        cells.into_iter().for_each(|cell| slice.insert(cell));
        slice
    }
}
