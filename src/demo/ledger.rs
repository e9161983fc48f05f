//! The events of a ledger: what organisations and persons have collected from January to May, as
//! much as is published of the real one, and what is still on its way through the reviewers.

use super::organisation::Rated;
use super::random::Random;
use crate::number::Decimal;
use crate::round::{EventRecord, EventState};
use crate::scheme::{EventPoints, Item, ItemRule, Ledger, MemberKind, Scheme, TrackIndex};

/// Published: the best organisation's points, and the best officer's. That officer's first ten
/// points bring the organisation its last one.
const BEST: i128 = 21;
const BEST_OFFICER: i128 = 12;
/// Published: persons on the board.
const OFFICERS: usize = 10;
const MEMBERS: usize = 29;
/// Points of the second-best organisation, and of the second-best person: one who has ten adds to
/// the organisation already.
const SECOND: i128 = 18;
const SECOND_PERSON: i128 = 9;
const ONE: i128 = 1_000_000;
const HALF: i128 = ONE / 2;

/// What a person can do alone; the rest is an organisation's work.
const PERSONAL: [&str; 8] = ["C1", "C2", "C3", "D4", "E2", "E3", "F2", "F3"];

const REASONS: [&str; 4] = [
    "凭证不全，请补签到表",
    "与已登记的事项重复，请核对",
    "日期与通知不一致，请改正",
    "计分项目选错，请改报",
];

/// Makes the events of all organisations; none where the scheme keeps no ledger.
pub(super) fn events(seed: u64, scheme: &Scheme, year: i32, list: &mut [Rated]) {
    let Some(ledger) = scheme.ledger() else {
        return;
    };
    let mut registry = Registry {
        random: Random::of_part(seed, 2_000_000),
        scheme,
        ledger,
        year,
        documents: 0,
    };
    let tracks = (0..scheme.tracks.len()).map(TrackIndex::at);
    let by_track: Vec<Vec<usize>> = tracks.map(|track| by_strength(list, track)).collect();
    for (track, members) in by_track.iter().enumerate() {
        for (place, at) in members.iter().enumerate() {
            let leads = track == 0 && place == 0;
            let points = if leads {
                (BEST - 1) * ONE
            } else {
                share(place, members.len())
            };
            if let Some(rated) = list.get_mut(*at) {
                registry.organisation(rated, points, leads);
            }
        }
    }
    let officers = by_track.first().map_or(&[][..], Vec::as_slice);
    registry.persons(list, officers, MemberKind::Officer, OFFICERS);
    let members = by_track.last().map_or(&[][..], Vec::as_slice);
    registry.persons(list, members, MemberKind::Member, MEMBERS);
}

/// Positions of a track's organisations, the strongest first.
fn by_strength(list: &[Rated], track: TrackIndex) -> Vec<usize> {
    let mut found: Vec<usize> = (0..list.len())
        .filter(|at| list.get(*at).is_some_and(|rated| rated.track == track))
        .collect();
    let strength = |at: usize| list.get(at).map_or(0, |rated| rated.strength);
    found.sort_by_key(|at| (std::cmp::Reverse(strength(*at)), *at));
    found
}

/// Points by place, in millionths: few have many, all have some.
fn share(place: usize, of: usize) -> i128 {
    let last = i128::try_from(of.max(2) - 1).unwrap_or(1);
    let from_below = last - i128::try_from(place).unwrap_or(last);
    let halves = 2 + 2 * (SECOND - 1) * from_below * from_below / (last * last);
    halves * HALF
}

/// Who makes the events, with what all of them share.
struct Registry<'a> {
    random: Random,
    scheme: &'a Scheme,
    ledger: &'a Ledger,
    year: i32,
    /// So many documents have been numbered.
    documents: u64,
}

/// What an event is about, besides whose it is.
struct Matter {
    item: String,
    count: u64,
    points: Option<Decimal>,
    /// What it brings, in millionths.
    brings: i128,
}

impl Registry<'_> {
    /// Events that count and bring so many points, and one or two on their way.
    fn organisation(&mut self, rated: &mut Rated, points: i128, leads: bool) {
        self.collect(rated, None, points);
        for _ in 0..self.random.between(0, 2) {
            let state = self.on_its_way();
            self.waiting(rated, state);
        }
        if leads {
            // The last signature would make all others' figures fall (K3).
            let last = self.ledger.review.len().saturating_sub(1);
            let state = EventState::signed(last, self.ledger.review.len());
            self.waiting(rated, state);
        }
    }

    fn waiting(&mut self, rated: &mut Rated, state: EventState) {
        if let Some(matter) = self.matter(rated.track, None, 6 * ONE) {
            self.register(rated, None, matter, state);
        }
    }

    /// So many persons of a kind, in organisations all over the track: the first has the most.
    fn persons(&mut self, list: &mut [Rated], among: &[usize], kind: MemberKind, count: usize) {
        let name = match kind {
            MemberKind::Officer => "党务干部",
            MemberKind::Member => "党员",
        };
        for number in 0..count {
            let place = number * among.len() / count.max(1);
            let found = among.get(place).and_then(|at| list.get_mut(*at));
            let Some(rated) = found else { continue };
            let best = number == 0 && kind == MemberKind::Officer;
            let points = if best {
                BEST_OFFICER * ONE
            } else {
                let most = u64::try_from(2 * SECOND_PERSON).unwrap_or(1);
                i128::from(self.random.between(1, most)) * HALF
            };
            let member = format!("{name}{:02}号", self.random.between(1, 30));
            self.collect(rated, Some((kind, &member)), points);
            if self.random.chance(300)
                && let Some(matter) = self.matter(rated.track, Some(kind), 3 * ONE)
            {
                let state = self.on_its_way();
                self.register(rated, Some((kind, &member)), matter, state);
            }
        }
    }

    /// Counting events until they bring so many points.
    fn collect(&mut self, rated: &mut Rated, member: Option<(MemberKind, &str)>, points: i128) {
        let mut left = points;
        while left > 0 {
            let kind = member.map(|(kind, _)| kind);
            let Some(matter) = self.matter(rated.track, kind, left) else {
                return;
            };
            left -= matter.brings;
            self.register(rated, member, matter, EventState::Counted);
        }
    }

    /// Something that brings no more than so many millionths.
    fn matter(
        &mut self,
        track: TrackIndex,
        kind: Option<MemberKind>,
        most: i128,
    ) -> Option<Matter> {
        let items = self.scheme.items_of(track);
        let fits: Vec<&Item> = items
            .map(|item| self.scheme.item(item))
            .filter(|item| kind.is_none() || PERSONAL.contains(&item.id.as_str()))
            .filter(|item| least(&item.rule).is_some_and(|least| least <= most))
            .collect();
        let item = *fits.get(self.random.position(fits.len().max(1)))?;
        let ItemRule::Ledger { points, .. } = &item.rule else {
            return None;
        };
        let (count, stated, brings) = match points {
            EventPoints::Each(each) => {
                let each = each.millionths();
                let twice = 2 * each <= most && self.random.chance(150);
                let count = 1 + u64::from(twice);
                (count, None, each * i128::from(count))
            }
            EventPoints::Range { low, high, step } => {
                let step = step.map_or(ONE, Decimal::millionths).max(1);
                let up = (high.millionths().min(most) - low.millionths()) / step;
                let up = self.random.between(0, u64::try_from(up).unwrap_or(0));
                let brings = low.millionths() + i128::from(up) * step;
                (1, Some(Decimal::from_millionths(brings)), brings)
            }
        };
        Some(Matter {
            item: item.id.clone(),
            count,
            points: stated,
            brings,
        })
    }

    /// A state before the last signature.
    fn on_its_way(&mut self) -> EventState {
        let reviewers = self.ledger.review.len();
        match self.random.below(10) {
            0..3 => EventState::Declared,
            3 => EventState::SentBack,
            _ => EventState::signed(self.random.position(reviewers.max(1)), reviewers),
        }
    }

    fn register(
        &mut self,
        rated: &mut Rated,
        member: Option<(MemberKind, &str)>,
        matter: Matter,
        state: EventState,
    ) {
        let reviewers = self.ledger.review.len();
        // What counts is of January to May; the rest has come in since April.
        let (first, last) = if state.counts(reviewers) {
            (1, 5)
        } else {
            (4, 6)
        };
        let (month, day) = (self.random.between(first, last), self.random.between(1, 28));
        let reason = (state == EventState::SentBack).then(|| self.random.pick(&REASONS).to_owned());
        let undocumented = reason.is_some() || state == EventState::Declared;
        let document = (!undocumented || !self.random.chance(250)).then(|| {
            self.documents += 1;
            format!("登记〔{}〕{}号", self.year, self.documents)
        });
        let record = EventRecord {
            organisation: rated.code.clone(),
            member: member.map(|(_, name)| name.to_owned()),
            kind: member.map(|(kind, _)| kind),
            item: matter.item,
            date: Some(format!("{}-{month:02}-{day:02}", self.year)),
            count: matter.count,
            points: matter.points,
            document,
            state,
            reason,
        };
        let id = format!("{}-{:02}", rated.code, rated.events.len() + 1);
        rated.events.push((id, record));
    }
}

/// The fewest points that an event of an item brings, in millionths.
fn least(rule: &ItemRule) -> Option<i128> {
    match rule {
        ItemRule::Ledger { points, .. } => Some(match points {
            EventPoints::Each(each) => each.millionths(),
            EventPoints::Range { low, .. } => low.millionths(),
        }),
        _ => None,
    }
}
