//! What every screen with a list shares: rows under the hand, names of organisations, writes
//! under way, and the look of a list with a pane below it.
//!
//! The hand is on a row, not on a number: values change in place, order and membership change
//! when the person asks for it (F5, another filter), and the row under the hand stays under it.
//!
//! A new list screen implements [`Listing`] (its rows, columns, cells and pane) beside
//! [`Screen`](super::Screen), and keeps a [`List`]. What it reads of one kind of cell comes through
//! [`Records`], names of organisations through [`Names`], and what it writes goes through a
//! [`Writing`].

mod listing;
mod names;
mod records;
mod view;
mod writing;

use std::collections::HashMap;
use std::hash::Hash;

pub use listing::{Listing, Said, Seen, page};
pub use names::Names;
pub use records::{Records, Taken};
pub use view::{pane, parts, reading};
pub use writing::{Progress, Series, Settled, Writing};

use super::screen::Movement;
use super::widget::{Column, Table, Window};

/// A row that is told from the others by a key.
pub trait Keyed {
    type Key: Clone + Eq + Hash;

    fn key(&self) -> Self::Key;
}

/// Rows, and the one under the hand.
#[derive(Debug)]
pub struct List<T: Keyed> {
    rows: Vec<T>,
    window: Window,
    /// The next rows may come in another order: those before are none, or the person asked.
    anew: bool,
    /// The row to land on once it is there: the one that was written last.
    wanted: Option<T::Key>,
}

impl<T: Keyed> Default for List<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            window: Window::default(),
            anew: true,
            wanted: None,
        }
    }
}

impl<T: Keyed> List<T> {
    /// The rows, in the order in which they are listed.
    #[must_use]
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    #[must_use]
    pub fn row(&self, position: usize) -> Option<&T> {
        self.rows.get(position)
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row under the hand.
    #[must_use]
    pub fn selected(&self) -> Option<&T> {
        self.rows.get(self.window.selected)
    }

    /// Lists other rows, in another order or by another filter. The row under the hand stays
    /// under it; where it is gone, what stands in its place comes under it.
    pub fn arrange(&mut self, rows: Vec<T>) {
        let selected = self.selected().map(Keyed::key);
        self.rows = rows;
        let found = selected.and_then(|key| self.position(&key));
        self.window.selected = found.unwrap_or(self.window.selected);
        self.window.step(0, self.rows.len());
    }

    /// Takes new values of the rows that are listed, without moving any: those that are gone go,
    /// and those that have come and pass the filter are put at the end.
    pub fn update(&mut self, rows: Vec<T>, passes: impl Fn(&T) -> bool) {
        let places: HashMap<T::Key, usize> = self
            .rows
            .iter()
            .enumerate()
            .map(|(place, row)| (row.key(), place))
            .collect();
        let mut placed: Vec<(usize, T)> = rows
            .into_iter()
            .filter_map(|row| match places.get(&row.key()) {
                Some(place) => Some((*place, row)),
                None => passes(&row).then_some((usize::MAX, row)),
            })
            .collect();
        // Stable: what is new stays in the order in which it came.
        placed.sort_by_key(|(place, _)| *place);
        self.arrange(placed.into_iter().map(|(_, row)| row).collect());
    }

    /// The next rows are listed in their own order (F5, another filter).
    pub const fn renew(&mut self) {
        self.anew = true;
    }

    /// Lands on a row as soon as it is there, whatever the filter; none gives that up.
    pub fn land_on(&mut self, key: Option<T::Key>) {
        self.wanted = key;
    }

    /// Takes all rows that there are, in order: anew where that was asked for, else without
    /// moving one.
    pub fn take(&mut self, mut rows: Vec<T>, passes: impl Fn(&T) -> bool) {
        let wanted = self.wanted.take();
        let passes = |row: &T| passes(row) || wanted.as_ref() == Some(&row.key());
        if std::mem::take(&mut self.anew) {
            rows.retain(passes);
            self.arrange(rows);
        } else {
            self.update(rows, passes);
        }
        if let Some(wanted) = wanted {
            self.select(&wanted);
        }
    }

    /// The row to land on is stored. In place of another one it stays where that was; one that
    /// was not listed takes its place in the order.
    pub fn stored(&mut self, replaced: Option<&T::Key>, set_key: impl FnOnce(&mut T, T::Key)) {
        let Some(key) = self.wanted.clone() else {
            return;
        };
        let replaced = replaced.and_then(|key| self.position(key));
        if let Some(row) = replaced.and_then(|position| self.rows.get_mut(position)) {
            set_key(row, key);
        } else if self.position(&key).is_none() {
            self.anew = true;
        }
    }

    fn position(&self, key: &T::Key) -> Option<usize> {
        self.rows.iter().position(|row| row.key() == *key)
    }

    /// Brings a row under the hand; false where it is not listed.
    pub fn select(&mut self, key: &T::Key) -> bool {
        self.select_first(|row| row.key() == *key)
    }

    /// Whether the row of a cell's key is listed.
    pub fn holds(&self, key: &[String]) -> bool
    where
        T::Key: AsRef<[String]>,
    {
        self.rows.iter().any(|row| row.key().as_ref() == key)
    }

    /// The same for the first row of which something holds.
    pub fn select_first(&mut self, wanted: impl Fn(&T) -> bool) -> bool {
        let found = self.rows.iter().position(wanted);
        self.window.selected = found.unwrap_or(self.window.selected);
        found.is_some()
    }

    /// Moves as the person asks.
    pub fn go(&mut self, movement: Movement, page: usize) {
        self.window.go(movement, self.rows.len(), page);
    }

    /// Brings the row under the hand into sight.
    pub fn follow(&mut self, page: usize) {
        self.window.follow(self.rows.len(), page);
    }

    /// Back to the first row, as a list that is another one begins.
    pub const fn begin(&mut self) {
        self.window = Window {
            selected: 0,
            offset: 0,
        };
    }

    /// The table to draw it with.
    #[must_use]
    pub const fn table(&self, columns: Vec<Column>) -> Table {
        Table {
            columns,
            window: self.window,
            count: self.rows.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A code with a value.
    #[derive(Debug, Clone, PartialEq, Eq)]
    struct Row(&'static str, u8);

    impl Keyed for Row {
        type Key = &'static str;

        fn key(&self) -> &'static str {
            self.0
        }
    }

    fn listed(list: &List<Row>) -> Vec<(&'static str, u8)> {
        list.rows().iter().map(|row| (row.0, row.1)).collect()
    }

    #[test]
    fn another_order_moves_the_rows_and_not_the_one_under_the_hand() {
        let mut list = List::default();
        list.arrange(vec![Row("a", 1), Row("b", 2), Row("c", 3)]);
        assert!(list.select(&"b"));
        list.arrange(vec![Row("c", 3), Row("b", 2), Row("a", 1)]);
        assert_eq!(list.selected(), Some(&Row("b", 2)));
        // Gone: what stands in its place.
        list.arrange(vec![Row("c", 3), Row("a", 1)]);
        assert_eq!(list.selected(), Some(&Row("a", 1)));
        list.arrange(Vec::new());
        assert_eq!(list.selected(), None);
    }

    #[test]
    fn new_values_stay_where_they_were_and_what_has_come_is_put_last() {
        let mut list = List::default();
        list.arrange(vec![Row("c", 3), Row("a", 1), Row("b", 2)]);
        assert!(list.select(&"b"));
        let read = vec![Row("a", 9), Row("b", 8), Row("d", 7), Row("e", 0)];
        list.update(read, |row| row.1 > 0);
        assert_eq!(listed(&list), [("a", 9), ("b", 8), ("d", 7)]);
        assert_eq!(list.selected(), Some(&Row("b", 8)));
        // One that no longer passes stays, since it was listed.
        list.update(vec![Row("a", 0), Row("b", 8)], |row| row.1 > 0);
        assert_eq!(listed(&list), [("a", 0), ("b", 8)]);
    }

    #[test]
    fn a_row_that_is_not_listed_is_not_selected() {
        let mut list = List::default();
        list.arrange(vec![Row("a", 1), Row("b", 2)]);
        assert!(list.select(&"b"));
        assert!(!list.select(&"z"));
        assert_eq!(list.selected(), Some(&Row("b", 2)));
    }

    #[test]
    fn a_row_that_gets_another_key_stays_where_it_is() {
        let mut list = List::default();
        list.take(vec![Row("a", 1), Row("b", 2)], |_| true);
        list.land_on(Some("z"));
        list.stored(Some(&"a"), |row, key| row.0 = key);
        list.take(vec![Row("b", 2), Row("z", 5)], |_| true);
        assert_eq!(listed(&list), [("z", 5), ("b", 2)]);
        assert_eq!(list.selected(), Some(&Row("z", 5)));
    }

    #[test]
    fn a_row_that_was_added_takes_its_place_and_is_seen_whatever_the_filter() {
        let mut list = List::default();
        list.take(vec![Row("b", 2), Row("d", 4)], |row| row.1 > 0);
        list.land_on(Some("c"));
        list.stored(None, |_, _| {});
        let read = vec![Row("b", 2), Row("c", 0), Row("d", 4), Row("e", 0)];
        list.take(read, |row| row.1 > 0);
        assert_eq!(listed(&list), [("b", 2), ("c", 0), ("d", 4)]);
        assert_eq!(list.selected(), Some(&Row("c", 0)));
        // Refused: nothing is landed on.
        list.land_on(Some("e"));
        list.land_on(None);
        list.take(vec![Row("c", 0), Row("e", 0)], |row| row.1 > 0);
        assert_eq!(listed(&list), [("c", 0)]);
    }
}
