//! What a party's raters gave on an item, all organisations: kept so that a mark moves one entry
//! and a look costs the same, however many organisations there are.

use std::collections::{BTreeMap, HashMap};

use crate::number::{Exact, Figure};
use crate::office::ListRow;

/// Where organisations stand in the list.
#[derive(Debug, Default)]
pub(super) struct Places {
    of: HashMap<String, usize>,
    /// Places under the same parent.
    towns: HashMap<String, Vec<usize>>,
}

impl Places {
    pub(super) fn new(rows: &[ListRow]) -> Self {
        let mut places = Self::default();
        for (place, row) in rows.iter().enumerate() {
            places.of.insert(row.organisation.clone(), place);
            if let Some(parent) = &row.parent {
                places.towns.entry(parent.clone()).or_default().push(place);
            }
        }
        places
    }

    pub(super) fn of(&self, organisation: &str) -> Option<usize> {
        self.of.get(organisation).copied()
    }

    /// The places under a parent.
    pub(super) fn town(&self, parent: &str) -> &[usize] {
        self.towns.get(parent).map_or(&[], Vec::as_slice)
    }
}

/// The own marks on an item in other organisations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    pub count: usize,
    pub lowest: Figure,
    pub highest: Figure,
    /// Of the last three organisations before this one in the list, the nearest last.
    pub last: Vec<Figure>,
}

/// The marks on one item, by place in the list.
#[derive(Debug, Default)]
pub(super) struct ItemMarks {
    own: BTreeMap<usize, Figure>,
    /// How many own marks there are of each figure.
    spread: BTreeMap<Figure, usize>,
    /// The own notes, in the order they came.
    notes: Vec<(usize, String)>,
    /// Of other raters, whose names are kept once.
    others: BTreeMap<(usize, usize), Figure>,
    raters: Vec<String>,
}

impl ItemMarks {
    /// Takes in the own mark of an organisation, and its note.
    pub(super) fn take_own(&mut self, place: usize, mark: Option<Figure>, note: Option<String>) {
        let before = match mark {
            Some(mark) => self.own.insert(place, mark),
            None => self.own.remove(&place),
        };
        if let Some(before) = before
            && let Some(count) = self.spread.get_mut(&before)
        {
            *count -= 1;
            if *count == 0 {
                self.spread.remove(&before);
            }
        }
        if let Some(mark) = mark {
            *self.spread.entry(mark).or_default() += 1;
        }
        self.notes.retain(|(of, _)| *of != place);
        self.notes.extend(note.map(|note| (place, note)));
    }

    /// Takes in another rater's mark.
    pub(super) fn take_other(&mut self, place: usize, rater: &str, mark: Option<Figure>) {
        let known = self.raters.iter().position(|known| known == rater);
        let rater = known.unwrap_or_else(|| {
            self.raters.push(rater.to_owned());
            self.raters.len() - 1
        });
        match mark {
            Some(mark) => self.others.insert((place, rater), mark),
            None => self.others.remove(&(place, rater)),
        };
    }

    /// The own marks, seen from an organisation, whose own is left out.
    pub(super) fn from(&self, here: usize) -> Option<Elsewhere> {
        let own = self.own.get(&here);
        // A figure that is there only once and here is nowhere else.
        let elsewhere = |(figure, count): (&Figure, &usize)| {
            (own != Some(figure) || *count > 1).then_some(*figure)
        };
        let before = self.own.range(..here).rev();
        let round_the_end = self.own.range(here + 1..).rev();
        let nearest = before.chain(round_the_end).take(3);
        let mut last: Vec<_> = nearest.map(|(_, mark)| *mark).collect();
        last.reverse();
        Some(Elsewhere {
            count: self.own.len() - usize::from(own.is_some()),
            lowest: self.spread.iter().find_map(elsewhere)?,
            highest: self.spread.iter().rev().find_map(elsewhere)?,
            last,
        })
    }

    /// The mean of all marks at some places, and of how many.
    pub(super) fn mean(&self, places: &[usize], decimals: u8) -> Option<(Figure, usize)> {
        let (mut sum, mut count) = (Exact::zero(), 0);
        for place in places {
            let others = self.others.range((*place, 0)..=(*place, usize::MAX));
            let marks = self.own.get(place).into_iter();
            for mark in marks.chain(others.map(|(_, mark)| mark)) {
                sum = &sum + &mark.exact();
                count += 1;
            }
        }
        let mean = sum.divide(&Exact::whole(i128::try_from(count).ok()?))?;
        Some((mean.round(decimals), count))
    }

    /// The own notes.
    pub(super) fn notes(&self) -> impl Iterator<Item = &String> {
        self.notes.iter().map(|(_, note)| note)
    }
}
