//! What the screen of places knows.

use std::collections::HashMap;

use crate::office::{CohortPlaces, JournalLine, places_sent_down, stated_places};
use crate::round::What;
use crate::scheme::{LevelIndex, Scheme};
use crate::scoring::{PlacesFrom, places};
use crate::tui::list::{Keyed, List, Names, Records, Writing};
use crate::tui::message::Ticket;
use crate::tui::session::Session;

/// What stands in a key for every cohort or track, and for organisations without a cohort.
pub(super) const EVERY: &str = "*";
pub(super) const WITHOUT: &str = "-";

/// The places of a round.
#[derive(Debug)]
pub struct Allotment {
    pub(super) only_stated: bool,
    pub(super) records: Records,
    /// The cohorts and tracks of the last ranking; none: not yet read.
    pub(super) cohorts: Option<Vec<CohortPlaces>>,
    pub(super) ranking: Option<Ticket>,
    pub(super) list: List<Entry>,
    /// How many of those listed have a number sent down, and how many cohorts and tracks have
    /// numbers that do not add up.
    pub(super) stated: usize,
    pub(super) wrong: usize,
    pub(super) draft: Draft,
    /// On what the number under the hand was sent down.
    pub(super) basis: Option<Basis>,
    pub(super) writing: Writing,
}

/// Who entered a number sent down last, when and on what document: the book has it.
#[derive(Debug)]
pub(super) struct Basis {
    pub key: Key,
    pub asked: Ticket,
    pub line: Option<JournalLine>,
}

/// The parts of a cell's key: cohort, track, level.
pub type Key = [String; 3];

/// What is being written, until it is stored.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    /// Cohort, track and level, as far as they have been chosen.
    pub chosen: Vec<String>,
    /// Number and document, as they are typed.
    pub texts: [String; 2],
}

/// A level of a cohort and track, or a number for every one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub key: Key,
    pub level: LevelIndex,
    /// The number that was sent down for exactly this.
    pub stated: Option<u64>,
    /// The key of the number sent down that is in force: its own, or a more general one.
    pub by: Option<Key>,
    /// The number in force, and where it comes from; none: no limit. Of a number for every cohort
    /// or track the number itself.
    pub in_force: Option<(u64, PlacesFrom)>,
    /// What the scheme makes by itself; none: no limit.
    pub by_scheme: Option<(u64, PlacesFrom)>,
    /// Organisations that have a rank; none of a number for every one.
    pub ranked: Option<u32>,
    /// Numbers sent down do not add up to those that have a rank.
    pub wrong: Option<Sum>,
}

/// What the numbers of a cohort and track come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sum {
    /// More places than organisations with a rank.
    TooMany(u64),
    /// Every level has a number sent down, and together they are another number.
    Other(u64),
}

impl Keyed for Entry {
    type Key = Key;

    fn key(&self) -> Key {
        self.key.clone()
    }
}

impl Entry {
    /// Whether it is a number for every cohort or every track.
    pub fn is_general(&self) -> bool {
        self.ranked.is_none()
    }
}

type SentDown = HashMap<Key, u64>;

impl Default for Allotment {
    fn default() -> Self {
        Self {
            only_stated: false,
            records: Records::new(What::Places, ["place names", "places"]),
            cohorts: None,
            ranking: None,
            list: List::default(),
            stated: 0,
            wrong: 0,
            draft: Draft::default(),
            basis: None,
            writing: Writing::default(),
        }
    }
}

impl Allotment {
    /// The places of the round, the hand on those of a cohort: by its code (none: those without
    /// one), and where they are known the titles of a level and a track.
    #[must_use]
    pub fn at(
        cohort: Option<&str>,
        level: Option<&str>,
        track: Option<&str>,
        scheme: &Scheme,
    ) -> Self {
        let level = scheme
            .levels
            .iter()
            .find(|one| Some(one.title.as_str()) == level)
            .or(scheme.levels.first());
        let track = scheme
            .tracks
            .iter()
            .find(|one| Some(one.title.as_str()) == track)
            .or(scheme.tracks.first());
        let mut screen = Self::default();
        if let (Some(track), Some(level)) = (track, level) {
            let cohort = cohort.unwrap_or(WITHOUT);
            let key = [cohort, &track.id, &level.id].map(str::to_owned);
            screen.list.land_on(Some(key));
        }
        screen
    }

    pub(super) fn selected(&self) -> Option<&Entry> {
        self.list.selected()
    }

    pub(super) const fn names(&self) -> &Names {
        &self.records.names
    }

    /// Lists what has been read: anew where that was asked for, else without moving a row.
    pub(super) fn arrange(&mut self, session: &Session) {
        let (Some(round), Some(cohorts), true) =
            (&session.round, &self.cohorts, self.records.are_read())
        else {
            return;
        };
        let scheme = &round.scheme;
        let sent_down = places_sent_down(self.records.cells().iter().cloned());
        let mut entries = general(scheme, &sent_down, cohorts);
        for cohort in cohorts {
            entries.extend(of_cohort(scheme, &sent_down, cohort));
        }
        let only_stated = self.only_stated;
        self.list
            .take(entries, |entry| !only_stated || entry.stated.is_some());
        self.count_up();
    }

    fn count_up(&mut self) {
        let rows = self.list.rows();
        self.stated = rows.iter().filter(|entry| entry.stated.is_some()).count();
        let wrong = rows.iter().filter(|entry| entry.wrong.is_some());
        let mut wrong: Vec<&[String]> = wrong.filter_map(|entry| entry.key.get(..2)).collect();
        wrong.dedup();
        self.wrong = wrong.len();
    }

    /// The rows of the cohort and track of an entry.
    pub(super) fn together<'a>(&'a self, entry: &'a Entry) -> impl Iterator<Item = &'a Entry> {
        let same = |one: &&Entry| one.key[..2] == entry.key[..2];
        self.list.rows().iter().filter(same)
    }
}

/// The numbers that no cohort and track has for itself.
fn general(scheme: &Scheme, sent_down: &SentDown, cohorts: &[CohortPlaces]) -> Vec<Entry> {
    let is_listed = |key: &Key| {
        cohorts
            .iter()
            .any(|one| one.track == key[1] && code(one) == key[0])
    };
    let mut entries: Vec<Entry> = sent_down
        .iter()
        .filter(|(key, _)| !is_listed(key))
        .filter_map(|(key, number)| {
            Some(Entry {
                key: key.clone(),
                level: scheme.find_level(&key[2])?,
                stated: Some(*number),
                by: Some(key.clone()),
                in_force: Some((*number, PlacesFrom::Stated)),
                by_scheme: None,
                ranked: None,
                wrong: None,
            })
        })
        .collect();
    // The most general first: `*` stands before letters and digits.
    entries.sort_by_key(|entry| (entry.key[0].clone(), entry.key[1].clone(), entry.level));
    entries
}

/// The code of a cohort as keys have it.
pub(super) fn code(cohort: &CohortPlaces) -> &str {
    cohort.cohort.as_deref().unwrap_or(WITHOUT)
}

/// Each level of a cohort and track.
fn of_cohort(scheme: &Scheme, sent_down: &SentDown, cohort: &CohortPlaces) -> Vec<Entry> {
    let Some(track) = scheme.find_track(&cohort.track) else {
        return Vec::new();
    };
    let ranked = u64::from(cohort.ranked);
    let stated = stated_places(sent_down, scheme, cohort.cohort.as_deref(), track);
    let in_force = places(scheme, ranked, &stated);
    let by_scheme = places(scheme, ranked, &[]);
    let wrong = wrong(ranked, &stated, &in_force);
    let levels = scheme.levels.iter().enumerate();
    levels
        .map(|(at, level)| {
            let key =
                |cohort: &str, track: &str| [cohort, track, level.id.as_str()].map(str::to_owned);
            let (code, track) = (code(cohort), cohort.track.as_str());
            let rows = [(code, track), (code, EVERY), (EVERY, track), (EVERY, EVERY)];
            let mut keys = rows.into_iter().map(|(cohort, track)| key(cohort, track));
            Entry {
                key: key(code, track),
                level: LevelIndex::at(at),
                stated: sent_down.get(&key(code, track)).copied(),
                by: keys.find(|key| sent_down.contains_key(key)),
                in_force: in_force.get(at).copied().flatten(),
                by_scheme: by_scheme.get(at).copied().flatten(),
                ranked: Some(cohort.ranked),
                wrong,
            }
        })
        .collect()
}

/// Whether numbers sent down fit those that have a rank. The last level takes all that come to
/// it, so its number only counts where every level has one.
fn wrong(
    ranked: u64,
    stated: &[Option<u64>],
    in_force: &[Option<(u64, PlacesFrom)>],
) -> Option<Sum> {
    let add = |sum: u64, number: u64| sum.saturating_add(number);
    if let Some(all) = stated.iter().copied().collect::<Option<Vec<u64>>>() {
        let sum = all.into_iter().fold(0, add);
        return (sum != ranked).then_some(Sum::Other(sum));
    }
    let sum = in_force
        .iter()
        .flatten()
        .map(|(number, _)| *number)
        .fold(0, add);
    let any = stated.iter().any(Option::is_some);
    (any && sum > ranked).then_some(Sum::TooMany(sum))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATED: PlacesFrom = PlacesFrom::Stated;

    #[test]
    fn numbers_sent_down_are_held_against_those_that_have_a_rank() {
        let force = |numbers: &[u64]| -> Vec<Option<(u64, PlacesFrom)>> {
            let limited = numbers.iter().map(|number| Some((*number, STATED)));
            limited.chain([None]).collect()
        };
        // Nothing was sent down: what the scheme makes is its own affair.
        assert_eq!(wrong(3, &[None, None, None], &force(&[2, 2])), None);
        assert_eq!(wrong(10, &[Some(2), None, None], &force(&[2, 8])), None);
        let too_many = wrong(9, &[Some(2), None, None], &force(&[2, 8]));
        assert_eq!(too_many, Some(Sum::TooMany(10)));
        // Every level has a number: they have to come out even.
        let all = [Some(2), Some(3), Some(5)];
        assert_eq!(wrong(10, &all, &force(&[2, 3])), None);
        assert_eq!(wrong(11, &all, &force(&[2, 3])), Some(Sum::Other(10)));
    }
}
