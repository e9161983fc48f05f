//! The board of a ledger (P5, P6, K3): the calculation of the results, run on the events of a
//! period, or with events counted that do not count yet. Nothing of it is stored.

use std::collections::{BTreeMap, HashMap};

use super::figures::{Reading, Stand};
use super::results::{Group, ranked};
use super::tree::members;
use super::{Board, BoardAsked, BoardOrganisation, BoardPerson, Failure, ResultRow, Shared};
use crate::number::Figure;
use crate::round::{Cell, EventRecord, EventState, What};
use crate::scheme::MemberKind;
use crate::scoring::{Plan, Recording, Step};
use crate::store::{RoundRow, View};

/// What the trace of one organisation tells of its ledger.
#[derive(Default)]
struct Told {
    own: Option<Figure>,
    linked: Option<Figure>,
    points: Option<Figure>,
    persons: Vec<(MemberKind, String, Figure, Option<Figure>)>,
    /// Counting events, by person; under nothing those of the organisation itself.
    events: BTreeMap<Option<String>, u32>,
}

impl Told {
    fn of(steps: Vec<Step>) -> Self {
        let mut told = Self::default();
        for step in steps {
            match step {
                Step::LedgerPerson { member, points, .. } => {
                    told.persons.push((member.0, member.1, points, None));
                }
                Step::Linked {
                    member: Some((kind, name)),
                    points,
                    adds,
                    ..
                } => told.persons.push((kind, name, points, Some(adds))),
                Step::LedgerPoints {
                    own,
                    linked,
                    points,
                    ..
                } => {
                    told.own = Some(own);
                    told.linked = Some(linked);
                    told.points = Some(points);
                }
                _ => {}
            }
        }
        told
    }
}

/// Changes the events of an organisation to those that were asked for; the counting ones that
/// have no date, where a period was.
struct Asking<'a> {
    asked: &'a BoardAsked,
    reviewers: usize,
    undated: u32,
}

impl Asking<'_> {
    /// Leaves the asked-for events in place, and counts those that count.
    fn sift(&mut self, stand: &mut Stand) -> BTreeMap<Option<String>, u32> {
        let mut counting = BTreeMap::new();
        stand.cells.retain_mut(|cell| {
            if cell.what != What::Event {
                return true;
            }
            let Some(event) = self.event(cell) else {
                return false;
            };
            if event.state.counts(self.reviewers) {
                *counting.entry(event.member).or_default() += 1;
            }
            true
        });
        counting
    }

    /// The event as it was asked for; none where it is outside of the period.
    fn event(&mut self, cell: &mut Cell) -> Option<EventRecord> {
        let mut event = EventRecord::read(cell.record.as_ref()?).ok()?;
        if cell
            .key
            .first()
            .is_some_and(|id| self.asked.trial.contains(id))
        {
            event.state = EventState::Counted;
            cell.record = Some(event.write());
        }
        let (from, to) = (&self.asked.from, &self.asked.to);
        if from.is_none() && to.is_none() {
            return Some(event);
        }
        let Some(date) = &event.date else {
            self.undated += u32::from(event.state.counts(self.reviewers));
            return None;
        };
        // Dates are written with all their digits, so that texts go in the order of days.
        let within = from.as_ref().is_none_or(|from| from <= date)
            && to.as_ref().is_none_or(|to| date <= to);
        within.then_some(event)
    }
}

/// Who has how many points; nobody where the scheme keeps no ledger.
pub(super) fn board(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
    asked: &BoardAsked,
) -> Result<Board, Failure> {
    let scheme = shared.schemes.of(view, round)?;
    let plan = Plan::new(&scheme);
    let reading = Reading::new(view, round, &plan)?;
    let mut asking = Asking {
        asked,
        reviewers: scheme.reviewers().len(),
        undated: 0,
    };
    let cells = view.cells(round.number, What::Organisation, &[])?;
    let mut rated = Group::new();
    let mut all_told = HashMap::new();
    for member in members(&scheme, cells) {
        let mut stand = reading.stand(&member.code)?;
        let events = asking.sift(&mut stand);
        let mut trace = Recording::default();
        if let Some(figures) = reading.own(&stand, &mut trace) {
            let mut told = Told::of(trace.steps);
            told.events = events;
            all_told.insert(member.code.clone(), told);
            rated.push((member, figures));
        }
    }
    let (rows, _) = ranked(&plan, view, round, rated)?;
    let mut board = Board {
        seq: round.seq,
        organisations: Vec::new(),
        persons: Vec::new(),
        undated: asking.undated,
    };
    for row in rows {
        if let Some(told) = all_told.remove(&row.organisation) {
            board.take(row, told);
        }
    }
    give_places(&mut board.persons);
    Ok(board)
}

impl Board {
    /// Takes an organisation with its persons in, where the scheme keeps a ledger for it.
    fn take(&mut self, row: ResultRow, told: Told) {
        let (Some(own), Some(linked), Some(points)) = (told.own, told.linked, told.points) else {
            return;
        };
        let events = told.events;
        let persons = told.persons.into_iter();
        self.persons
            .extend(persons.map(|(kind, member, points, adds)| BoardPerson {
                organisation: row.organisation.clone(),
                of: row.name.clone(),
                events: events.get(&Some(member.clone())).copied().unwrap_or(0),
                member,
                kind,
                place: 0,
                points,
                adds,
            }));
        self.organisations.push(BoardOrganisation {
            own,
            linked,
            points,
            events: events.values().sum(),
            row,
        });
    }
}

/// Puts persons in order, kind by kind, and gives equals the same place.
fn give_places(persons: &mut [BoardPerson]) {
    persons.sort_by(|one, other| {
        let key = |person: &BoardPerson| (person.kind, std::cmp::Reverse(person.points));
        let name = |person: &BoardPerson| (person.organisation.clone(), person.member.clone());
        key(one)
            .cmp(&key(other))
            .then_with(|| name(one).cmp(&name(other)))
    });
    let (mut before, mut place) = (None, 0);
    let mut kind_starts = 0;
    for (position, person) in (0_u32..).zip(persons.iter_mut()) {
        if before.is_none_or(|(kind, _)| kind != person.kind) {
            kind_starts = position;
        }
        let now = (person.kind, person.points);
        if before != Some(now) {
            place = position - kind_starts + 1;
        }
        person.place = place;
        before = Some(now);
    }
}
