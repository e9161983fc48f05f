//! Mutual rating: what the secretaries of a town give each other.

use std::collections::{BTreeMap, HashMap};

use super::build::{Builder, Progress, due};
use super::entries::Entered;
use super::ground::Place;
use super::organisation::{Rated, Sheet, tenths};
use super::random::Random;
use crate::round::SheetState;
use crate::scheme::{Method, Party};

impl Builder<'_> {
    /// P2: in a town the secretaries rate each other, nobody the own organisation; each is named
    /// by the organisation, by its code where several have its name. The towns are not equally
    /// far: some have finished, some are at it, some have not begun.
    pub(super) fn neighbours(&self, places: &[Place], list: &mut [Rated]) {
        let marks = |party: &&Party| matches!(party.method, Method::Mark(_));
        let Some(party) = self.scheme.parties.iter().find(marks) else {
            return;
        };
        let parents: HashMap<&str, &str> = places
            .iter()
            .filter_map(|place| Some((place.code.as_str(), place.parent.as_deref()?)))
            .collect();
        let mut towns: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, rated) in list.iter().enumerate() {
            let town = parents.get(rated.code.as_str()).copied();
            towns.entry(town.unwrap_or_default()).or_default().push(at);
        }
        let secretaries: Vec<String> = list.iter().map(|rated| secretary(rated, list)).collect();
        for (number, town) in towns.values().enumerate() {
            for rater in town {
                let progress = self.peers_progress(number, *rater);
                let name = secretaries.get(*rater).map_or("", String::as_str);
                let others = town.iter().filter(|other| *other != rater);
                for (given, other) in others.enumerate() {
                    if let Some(rated) = list.get_mut(*other) {
                        let part = (*rater * 1000 + *other) as u64 + 1_000_000;
                        let mut random = Random::of_part(self.seed, part);
                        let mark = rated.strength / 2 + random.between(440, 495);
                        rated.raters.push(due(&party.id, name));
                        rated
                            .sheets
                            .extend(overall(party, name, mark, progress, given));
                    }
                }
            }
        }
    }

    /// How far a secretary is: most towns have finished, a few are at it or have not begun.
    fn peers_progress(&self, town: usize, rater: usize) -> Progress {
        let under_way = self.profile.under_way.iter();
        let is_under_way = under_way.clone().any(|(id, _)| *id == "peers");
        match (is_under_way, town % 6, rater % 3) {
            (true, 1, 1) => Progress::Open,
            (true, 1, 2) => Progress::Begun(3),
            (true, 4, _) => Progress::Untouched,
            _ => Progress::Submitted,
        }
    }
}

/// The name of an organisation's secretary as a rater: the organisation's, which says whom it may
/// not rate.
fn secretary(rated: &Rated, list: &[Rated]) -> String {
    let same = list.iter().filter(|other| other.name == rated.name);
    if same.count() > 1 {
        rated.code.clone()
    } else {
        rated.name.clone()
    }
}

/// A sheet of one overall mark, given in tenths of a mark out of 100; `given` counts the sheets
/// of its rater before it.
fn overall(
    party: &Party,
    rater: &str,
    tenths_of_mark: u64,
    progress: Progress,
    given: usize,
) -> Option<Sheet> {
    let state = match progress {
        Progress::Submitted => SheetState::Submitted,
        Progress::Open => SheetState::Open,
        Progress::Begun(sheets) if given < sheets => SheetState::Open,
        Progress::Begun(_) | Progress::Untouched => return None,
    };
    let mark = tenths(i64::try_from(tenths_of_mark.min(1000)).unwrap_or_default());
    let entered = Entered {
        entry: mark.to_string(),
        note: None,
    };
    Some(Sheet {
        party: party.id.clone(),
        rater: rater.to_owned(),
        state,
        marks: vec![("*".to_owned(), entered)],
    })
}
