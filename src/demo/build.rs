//! The organisations of a round with their sheets, ballots and levels.

use super::entries::{Entered, Hand, fill};
use super::ground::Place;
use super::organisation::{Count, Rated, Rater, Sheet};
use super::profile::{Profile, chairs};
use super::random::Random;
use crate::round::SheetState;
use crate::scheme::{Ballot, Method, PartyIndex, Scheme, TrackIndex};

/// How far a sheet of a party under way is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    Submitted,
    /// Complete, not submitted.
    Open,
    /// So many items.
    Begun(usize),
    Untouched,
}

/// What all organisations of a round share while they are made.
pub(super) struct Builder<'a> {
    pub scheme: &'a Scheme,
    pub profile: &'a Profile,
    pub seed: u64,
    pub year: i32,
}

impl Builder<'_> {
    /// The organisation of a place that is rated, without the chairs of its neighbours.
    pub(super) fn organisation(&self, place: &Place, part: u64) -> Option<Rated> {
        let track = match self.scheme.tracks.as_slice() {
            // A scheme without tracks has one, of its own name.
            [_] => place.track.map(|_| TrackIndex::at(0))?,
            _ => self.scheme.find_track(place.track?)?,
        };
        let mut random = Random::of_part(self.seed, part);
        let mut rated = Rated {
            code: place.code.clone(),
            name: place.name.clone(),
            track,
            district: place.district,
            strength: strength(&mut random),
            reserved: false,
            previous: None,
            declared: None,
            sheets: Vec::new(),
            raters: Vec::new(),
            ballots: Vec::new(),
            vetoes: Vec::new(),
            adjustments: Vec::new(),
            events: Vec::new(),
            levels: Vec::new(),
        };
        self.levels(&mut random, &mut rated);
        for party in self.scheme.parties_of(track) {
            match &self.scheme.party(party).method {
                Method::Sheet(_) => self.sheets(&mut random, &mut rated, party),
                Method::Ballot(ballot) => {
                    let id = &self.scheme.party(party).id;
                    rated
                        .ballots
                        .extend(votes(&mut random, id, ballot, rated.strength));
                }
                // Neighbours rate each other, and a ledger is kept, once all are there.
                Method::Mark(_) | Method::Ledger(_) => {}
            }
        }
        Some(rated)
    }

    /// The level of the last two years, and what it declares.
    fn levels(&self, random: &mut Random, rated: &mut Rated) {
        let last = self.scheme.last_level().position();
        let level = |strength: u64| {
            let place = 960_u64.saturating_sub(strength) * (last as u64 + 1) / 600;
            usize::try_from(place).unwrap_or(last).min(last)
        };
        let id = |position: usize| {
            self.scheme
                .levels
                .get(position)
                .map(|level| level.id.clone())
        };
        let mut worse = |by: u64| rated.strength.saturating_sub(random.between(0, by));
        let (before, previous) = (level(worse(160)), level(worse(90)));
        rated
            .levels
            .extend(id(before).map(|level| (self.year - 2, level)));
        rated
            .levels
            .extend(id(previous).map(|level| (self.year - 1, level)));
        rated.previous = id(previous);
        if self.scheme.grading.declared && !random.chance(100) {
            let up = usize::from(random.chance(650));
            rated.declared = id(previous.saturating_sub(up));
        }
    }

    /// The sheets of a party, and who is due.
    fn sheets(&self, random: &mut Random, rated: &mut Rated, index: PartyIndex) {
        let party = self.scheme.party(index);
        let under_way = self
            .profile
            .under_way
            .iter()
            .find(|(id, _)| *id == party.id);
        let progress = under_way.map_or(Progress::Submitted, |(_, submitted)| {
            progress(random, *submitted)
        });
        let [first, second] = chairs(&party.id, rated.district);
        rated.raters.push(due(&party.id, &first));
        // Who goes for the best level is looked at twice.
        let best = self.scheme.levels.first().map(|level| level.id.as_str());
        let twice = under_way.is_some() && rated.declared.as_deref() == best;
        rated
            .sheets
            .extend(self.sheet(random, rated, index, &first, progress));
        if twice {
            rated.raters.push(due(&party.id, &second));
            if progress == Progress::Submitted {
                rated
                    .sheets
                    .extend(self.sheet(random, rated, index, &second, progress));
            }
        } else if under_way.is_some() && random.chance(40) {
            rated.raters.push(Rater {
                recused: Some("与该单位有结对帮带关系".to_owned()),
                ..due(&party.id, &second)
            });
        }
    }

    fn sheet(
        &self,
        random: &mut Random,
        rated: &Rated,
        index: PartyIndex,
        rater: &str,
        progress: Progress,
    ) -> Option<Sheet> {
        let party = self.scheme.party(index);
        // Who rates itself sees itself a little better.
        let is_own = matches!(party.id.as_str(), "self" | "village");
        let hand = if is_own { Hand::Own } else { Hand::Group };
        let strength = match is_own {
            true => rated.strength + (1000 - rated.strength) * 2 / 5,
            false => rated.strength,
        };
        let marks: Vec<(String, Entered)> = self
            .scheme
            .items_on_sheet(rated.track, index)
            .map(|item| self.scheme.item(item))
            .map(|item| {
                let entered = fill(random, item, strength, self.scheme.decimals, hand);
                (item.id.clone(), entered)
            })
            .collect();
        let (there, state) = match progress {
            Progress::Submitted => (marks.len(), SheetState::Submitted),
            Progress::Open => (marks.len(), SheetState::Open),
            Progress::Begun(items) => (items.min(marks.len()), SheetState::Open),
            Progress::Untouched => return None,
        };
        Some(Sheet {
            party: party.id.clone(),
            rater: rater.to_owned(),
            state,
            marks: marks.into_iter().take(there).collect(),
        })
    }
}

pub(super) fn due(party: &str, rater: &str) -> Rater {
    Rater {
        party: party.to_owned(),
        rater: rater.to_owned(),
        recused: None,
    }
}

/// Most are strong, a few are weak.
fn strength(random: &mut Random) -> u64 {
    let short = random.below(640).min(random.below(640));
    945 - short
}

fn progress(random: &mut Random, submitted: u64) -> Progress {
    let at = random.below(1000);
    let left = 1000 - submitted.min(1000);
    if at < submitted {
        Progress::Submitted
    } else if at < submitted + left / 6 {
        Progress::Open
    } else if at < submitted + left / 3 {
        Progress::Begun(random.position(20) + 1)
    } else {
        Progress::Untouched
    }
}

/// Counts on every question by the same voters.
fn votes(random: &mut Random, party: &str, ballot: &Ballot, strength: u64) -> Vec<Count> {
    let mut counts = Vec::new();
    let returned = random.between(ballot.at_least.max(24), ballot.at_least.max(24) + 70);
    let issued = returned + random.between(0, 6);
    for question in &ballot.questions {
        let (abstained, spoilt) = (random.between(0, 3), random.between(0, 1));
        let valid = returned - abstained - spoilt;
        let mut rest = valid;
        let mut add = |option: &str, count: u64| {
            counts.push(Count {
                party: party.to_owned(),
                question: question.id.clone(),
                option: option.to_owned(),
                count,
            });
        };
        for (position, option) in ballot.options.iter().enumerate() {
            let is_last = position + 1 == ballot.options.len();
            // Who does not choose the best option mostly chooses the next.
            let kinder = if position == 0 { 20 } else { 120 };
            let share = (strength + kinder)
                .saturating_sub(random.between(0, 60))
                .min(1000);
            let count = if is_last {
                rest
            } else {
                (rest * share + 500) / 1000
            };
            add(&option.id, count);
            rest -= count;
        }
        add("abstain", abstained);
        add("spoilt", spoilt);
        add("issued", issued);
    }
    counts
}
