//! What looks across a cohort: ties, places left open, stated ones that do not add up, and the
//! cohorts themselves.

use std::collections::BTreeMap;

use super::{Finding, FindingKind, FindingWeight, Findings, Sight, Sought};
use crate::scheme::{LevelIndex, TrackIndex};

/// The places of one cohort and track (G3, G4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacesSought {
    /// Code of the ancestor within which places are shared (G5).
    pub cohort: Option<String>,
    /// Its name.
    pub name: Option<String>,
    pub track: TrackIndex,
    /// Organisations that have a rank.
    pub ranked: u64,
    /// One for each level; none: no limit.
    pub places: Vec<Option<u64>>,
    /// Those of them that were sent down from above.
    pub stated: Vec<Option<u64>>,
}

/// A cohort and track.
type Group = (Option<String>, TrackIndex);

/// What is counted while organisations are looked through.
#[derive(Debug, Default)]
pub(super) struct Standings {
    taken: BTreeMap<(Group, LevelIndex), u64>,
    /// By rank: the first of those that are tied, and how many they are.
    ties: BTreeMap<(Group, Option<u32>), (Finding, u64)>,
    /// The first that is outside of every cohort, how many are, and how many there are in all.
    outside: Option<Finding>,
    outside_count: u64,
    rated: u64,
}

impl Findings<'_> {
    pub(super) fn look_at_standing(&mut self, sight: &Sight<'_>, sought: &Sought<'_>) {
        let group = (sought.cohort.map(str::to_owned), sight.input.track);
        let seen = &mut self.standings;
        seen.rated += 1;
        if sought.cohort.is_none() && self.plan.scheme().grading.cohort.is_some() {
            let outside = || sight.finding(FindingWeight::Check, FindingKind::OutsideCohorts);
            seen.outside.get_or_insert_with(outside);
            seen.outside_count += 1;
        }
        if sought.standing.tie {
            let first = || (sight.finding(FindingWeight::Must, FindingKind::Tie), 0);
            let tie = (group.clone(), sought.standing.rank);
            seen.ties.entry(tie).or_insert_with(first).1 += 1;
        }
        if let Some(level) = sought.standing.filled {
            *seen.taken.entry((group, level)).or_default() += 1;
        }
    }

    pub(super) fn tell_standings(&mut self, places: &[PlacesSought]) {
        let seen = std::mem::take(&mut self.standings);
        for ((_, rank), (finding, count)) in seen.ties {
            let rank = rank.unwrap_or_default();
            let facts = [rank.to_string(), count.to_string()];
            self.found.push(finding.saying(facts));
        }
        if let (Some(mut finding), Some(kind)) =
            (seen.outside, self.plan.scheme().grading.cohort.clone())
        {
            if seen.outside_count == seen.rated {
                finding = Finding::of_round(FindingWeight::Check, FindingKind::NoCohort);
            }
            let facts = [kind, seen.outside_count.to_string()];
            self.found.push(finding.saying(facts));
        }
        for sought in places {
            self.tell_sum(sought);
            self.tell_open(sought, &seen.taken);
        }
    }

    /// The title of a track, where the scheme has several.
    fn track_title(&self, track: TrackIndex) -> String {
        let scheme = self.plan.scheme();
        match scheme.tracks.as_slice() {
            [_] => String::new(),
            _ => scheme.track(track).title.clone(),
        }
    }

    /// Stated places are for as many as there are: all levels but the last together not for
    /// more, and with the last, which takes all that come to it, for no other number.
    fn tell_sum(&mut self, sought: &PlacesSought) {
        if sought.stated.iter().all(Option::is_none) {
            return;
        }
        let sum: u64 = sought.places.iter().flatten().sum();
        let all_stated = sought.stated.iter().all(Option::is_some);
        let above: u64 = match sought.places.split_last() {
            Some((_, above)) => above.iter().flatten().sum(),
            None => 0,
        };
        let wrong = match all_stated {
            true => sum != sought.ranked,
            false => above > sought.ranked,
        };
        if wrong {
            let told = if all_stated { sum } else { above };
            let kind = FindingKind::PlacesDoNotAddUp;
            let finding = of_places(sought, FindingWeight::Check, kind);
            let track = self.track_title(sought.track);
            let facts = [told.to_string(), sought.ranked.to_string(), track];
            self.found.push(finding.saying(facts));
        }
    }

    fn tell_open(&mut self, sought: &PlacesSought, taken: &BTreeMap<(Group, LevelIndex), u64>) {
        let scheme = self.plan.scheme();
        for (position, places) in sought.places.iter().enumerate() {
            let level = LevelIndex::at(position);
            let place = ((sought.cohort.clone(), sought.track), level);
            let taken = taken.get(&place).copied().unwrap_or(0);
            let open = places.filter(|places| *places > taken && level < scheme.last_level());
            let Some(places) = open else { continue };
            let finding = of_places(sought, FindingWeight::Note, FindingKind::PlacesOpen);
            let title = scheme.level(level).title.clone();
            let track = self.track_title(sought.track);
            let facts = [title, places.to_string(), taken.to_string(), track];
            self.found.push(finding.saying(facts));
        }
    }
}

/// A finding about the places of a cohort.
fn of_places(sought: &PlacesSought, weight: FindingWeight, kind: FindingKind) -> Finding {
    Finding {
        organisation: sought.cohort.clone(),
        name: sought.name.clone(),
        ..Finding::of_round(weight, kind)
    }
}
