//! What the counting screen knows.

use std::collections::{HashMap, VecDeque};

use super::poll::{Row, count_of, options};
use crate::desk::Queue;
use crate::number::Figure;
use crate::office::{ListRow, OrganisationFile};
use crate::round::{Cell, Change, What, assemble};
use crate::scheme::{Ballot, Method, PartyIndex, Scheme};
use crate::scoring::{BallotSlot, Plan, Recording, Step, own};
use crate::text::{Language, ballots as text};
use crate::tui::message::Ticket;
use crate::tui::session::{OpenRound, Session};

/// Counting ballots, organisation by organisation.
#[derive(Debug)]
pub struct Ballots {
    /// Codes, names and tracks of those that are voted on, in the order of the list.
    pub(super) places: Vec<ListRow>,
    pub(super) at: usize,
    /// Which of the organisation's ballot parties.
    pub(super) which: usize,
    /// The ballot party to begin with, until the organisation is there.
    pub(super) wanted: Option<String>,
    /// The organisation to begin with, until the list is there.
    pub(super) first: Option<String>,
    pub(super) listing: Listing,
    /// This rater may not see yet what the others gave.
    pub(super) hidden: bool,
    pub(super) file: Option<Box<OrganisationFile>>,
    pub(super) reading: Option<Ticket>,
    /// Ballots and totals on their way to the office, in order.
    pub(super) queue: Queue,
    pub(super) tickets: HashMap<Ticket, String>,
    /// What each operation on its way is about, by its id.
    pub(super) sent: HashMap<String, Sent>,
    /// Answers of the ballot in hand.
    pub(super) draft: Vec<BallotSlot>,
    /// Answers and take-backs that wait until what was taken back is known.
    pub(super) ahead: VecDeque<Ahead>,
    /// Ballots of this sitting that are stored, with their numbers in the book.
    pub(super) stored: Vec<(u64, Vec<BallotSlot>)>,
    /// Row and question of the table that numbers are typed into; none: ballots are counted.
    pub(super) cell: Option<(usize, usize)>,
    pub(super) typed: String,
    /// Ballots that came back, counted by hand.
    pub(super) by_hand: Option<u64>,
    pub(super) remembering: Option<Ticket>,
    pub(super) result: Told,
}

/// Whether the organisations that are voted on are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listing {
    There,
    Wanted,
    UnderWay(Ticket),
}

/// What an operation on its way is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sent {
    Ballot(Vec<BallotSlot>),
    /// What to say once it is stored.
    Total(String),
    /// A ballot or total of another organisation or party, left meanwhile: the name of the
    /// organisation.
    Elsewhere(String),
    /// The answers of the ballot that is taken back.
    TakeBack(Vec<BallotSlot>),
}

/// What was pressed while the office had not answered yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ahead {
    Answer(BallotSlot),
    TakeBack,
}

/// What the counts come to, by the calculation that everything else goes through.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    /// One for each question.
    pub scores: Vec<Option<Figure>>,
    /// Score and rate, or why there is none.
    pub steps: Vec<Step>,
}

/// Why nothing is to be counted in a round; none where its scheme has a party that votes.
#[must_use]
pub fn no_use(round: &OpenRound, language: Language) -> Option<String> {
    let mut parties = round.scheme.parties.iter();
    let votes = parties.any(|party| matches!(party.method, Method::Ballot(_)));
    (!votes).then(|| crate::text::go::no_ballots(language))
}

/// The parties that vote on organisations of a row's track.
#[must_use]
pub fn parties(scheme: &Scheme, row: &ListRow) -> Vec<PartyIndex> {
    let track = row.track.as_ref();
    let Some(track) = track.and_then(|track| scheme.find_track(track)) else {
        return Vec::new();
    };
    let votes = |party: &PartyIndex| matches!(scheme.party(*party).method, Method::Ballot(_));
    scheme.parties_of(track).filter(votes).collect()
}

impl Ballots {
    /// Counts for an organisation, among those that are voted on.
    #[must_use]
    pub fn new(round: &OpenRound, rows: Vec<ListRow>, organisation: &str) -> Self {
        let mut places = rows;
        places.retain(|row| !parties(&round.scheme, row).is_empty());
        let at = places
            .iter()
            .position(|row| row.organisation == organisation);
        Self::begin_at(places, at.unwrap_or(0), None)
    }

    /// Counts for one organisation, whatever the list holds.
    #[must_use]
    pub fn of(organisation: String, party: Option<String>) -> Self {
        // Its track comes with the organisation itself.
        let row = ListRow {
            name: organisation.clone(),
            organisation,
            kind: None,
            parent: None,
            track: None,
            cohort: None,
            figures: None,
            sheets: Vec::new(),
            decided: Vec::new(),
            proposed: Vec::new(),
            hidden: false,
            review: None,
            seq: 0,
        };
        Self::begin_at(vec![row], 0, party)
    }

    /// Counts for all that are voted on, with one of them first; the list is read when it opens.
    #[must_use]
    pub fn of_round(organisation: Option<String>) -> Self {
        Self {
            first: organisation,
            listing: Listing::Wanted,
            ..Self::begin_at(Vec::new(), 0, None)
        }
    }

    fn begin_at(places: Vec<ListRow>, at: usize, wanted: Option<String>) -> Self {
        Self {
            at,
            places,
            which: 0,
            wanted,
            first: None,
            listing: Listing::There,
            hidden: false,
            file: None,
            reading: None,
            queue: Queue::default(),
            tickets: HashMap::new(),
            sent: HashMap::new(),
            draft: Vec::new(),
            ahead: VecDeque::new(),
            stored: Vec::new(),
            cell: None,
            typed: String::new(),
            by_hand: None,
            remembering: None,
            result: Told::default(),
        }
    }

    pub(super) fn place(&self) -> Option<&ListRow> {
        self.places.get(self.at)
    }

    pub(super) fn party(&self, scheme: &Scheme) -> Option<PartyIndex> {
        let parties = parties(scheme, self.place()?);
        parties.get(self.which % parties.len().max(1)).copied()
    }

    pub(super) fn ballot<'a>(&self, scheme: &'a Scheme) -> Option<&'a Ballot> {
        match &scheme.party(self.party(scheme)?).method {
            Method::Ballot(ballot) => Some(ballot),
            _ => None,
        }
    }

    /// The key of the cell that counts a slot on a question.
    pub(super) fn key(
        &self,
        scheme: &Scheme,
        question: usize,
        slot: BallotSlot,
    ) -> Option<Vec<String>> {
        let ballot = self.ballot(scheme)?;
        let party = scheme.party(self.party(scheme)?).id.clone();
        let question = ballot.questions.get(question)?.id.clone();
        let slot = slot.code(ballot)?.to_owned();
        Some(vec![
            self.place()?.organisation.clone(),
            party,
            question,
            slot,
        ])
    }

    fn cell_of(&self, key: &[String]) -> Option<&Cell> {
        let cells = &self.file.as_ref()?.cells;
        cells
            .iter()
            .find(|cell| cell.what == What::Ballot && cell.key == key)
    }

    /// The revision that the person sees.
    pub(super) fn revision(&self, key: &[String]) -> u64 {
        self.cell_of(key).map_or(0, |cell| cell.revision)
    }

    /// A count with what is on its way; none where nothing has been said.
    pub(super) fn count(&self, scheme: &Scheme, question: usize, slot: BallotSlot) -> Option<u64> {
        let key = self.key(scheme, question, slot)?;
        let record = match self.queue.write_of(What::Ballot, &key) {
            Some(write) => write.record.as_ref(),
            None => self.cell_of(&key).and_then(|cell| cell.record.as_ref()),
        };
        count_of(record)
    }

    fn sum(
        &self,
        scheme: &Scheme,
        question: usize,
        slots: impl Iterator<Item = BallotSlot>,
    ) -> u64 {
        slots
            .filter_map(|slot| self.count(scheme, question, slot))
            .fold(0, u64::saturating_add)
    }

    /// Ballots with an option on a question.
    pub(super) fn valid(&self, scheme: &Scheme, question: usize) -> u64 {
        let slots = self.ballot(scheme).into_iter().flat_map(options);
        self.sum(scheme, question, slots)
    }

    /// Ballots that came back, by the counts of a question.
    pub(super) fn returned(&self, scheme: &Scheme, question: usize) -> u64 {
        let others = [BallotSlot::Abstain, BallotSlot::Spoilt].into_iter();
        let others = self.sum(scheme, question, others);
        self.valid(scheme, question).saturating_add(others)
    }

    /// How many ballots came back. Where the questions differ, the one with the fewest is named,
    /// by which it is judged whether enough came back (P3).
    pub(super) fn returned_told(&self, scheme: &Scheme, language: Language) -> String {
        let questions = self.ballot(scheme).map_or(&[][..], |one| &one.questions);
        let of = |question| self.returned(scheme, question);
        let counts: Vec<u64> = (0..questions.len()).map(of).collect();
        let least = counts.iter().copied().min().unwrap_or(0);
        let fewest = questions
            .iter()
            .zip(&counts)
            .find(|(_, count)| **count == least);
        match fewest {
            Some((question, _)) if counts.iter().any(|count| *count != least) => {
                text::counted_least(language, least, &question.id)
            }
            _ => text::counted(language, least),
        }
    }

    /// Whether keys wait for what is on its way: after a ballot that is taken back they count on
    /// what is left.
    pub(super) fn keeps_keys(&self) -> bool {
        let taking_back = |sent: &Sent| matches!(sent, Sent::TakeBack(_));
        !self.ahead.is_empty() || self.sent.values().any(taking_back)
    }

    /// The number of the ballot in hand.
    pub(super) fn number(&self, scheme: &Scheme) -> u64 {
        self.returned(scheme, 0).saturating_add(1)
    }

    /// Ballots that are not stored yet.
    pub(super) fn waiting(&self) -> usize {
        let ballots = self.sent.values();
        ballots
            .filter(|sent| matches!(sent, Sent::Ballot(_) | Sent::Elsewhere(_)))
            .count()
    }

    /// Whether something has not even been given to the office: it would be lost with the screen.
    pub(super) fn holds_back(&self) -> bool {
        self.queue.stuck() == 0 && self.queue.unanswered().len() > self.tickets.len()
    }

    /// What stands in a cell of the table.
    pub(super) fn number_in(&self, scheme: &Scheme, row: Row, question: usize) -> Option<u64> {
        match row {
            Row::Slot(slot) => self.count(scheme, question, slot),
            Row::Valid => Some(self.valid(scheme, question)),
            Row::Returned => Some(self.returned(scheme, question)),
            Row::ByHand => self.by_hand,
            Row::Score => None,
        }
    }

    /// Takes the list of organisations: those that are voted on and can be seen.
    pub(super) fn take_list(&mut self, rows: &[ListRow], session: &Session) {
        self.listing = Listing::There;
        let Some(round) = &session.round else {
            return;
        };
        let voted = |row: &&ListRow| !parties(&round.scheme, row).is_empty();
        let rows = rows.iter().filter(voted);
        self.places = rows.filter(|row| !row.hidden).cloned().collect();
        let first = self.first.take();
        let is_first = |row: &ListRow| Some(&row.organisation) == first.as_ref();
        self.at = self.places.iter().position(is_first).unwrap_or(0);
    }

    /// Takes the organisation as it was read.
    pub(super) fn take_file(&mut self, file: &OrganisationFile, session: &Session) {
        self.file = Some(Box::new(file.clone()));
        self.hidden = file.row.hidden;
        if let Some(place) = self.places.get_mut(self.at) {
            place.clone_from(&file.row);
        }
        let Some(round) = &session.round else {
            return;
        };
        if let Some(wanted) = self.wanted.take() {
            let parties = parties(&round.scheme, &file.row);
            let which = parties
                .iter()
                .position(|party| round.scheme.party(*party).id == wanted);
            self.which = which.unwrap_or(0);
        }
    }

    /// Takes over what an operation has changed.
    pub(super) fn take_changes(&mut self, changes: &[Change]) {
        let Some(file) = &mut self.file else {
            return;
        };
        for change in changes.iter().filter(|one| one.what == What::Ballot) {
            let known = file.cells.iter_mut();
            let mut known = known.filter(|cell| cell.what == change.what && cell.key == change.key);
            if let Some(cell) = known.next() {
                cell.record.clone_from(&change.new);
                cell.revision = change.new_revision;
            } else if change.key.first() == Some(&file.row.organisation) {
                file.cells.push(Cell {
                    what: change.what,
                    key: change.key.clone(),
                    record: change.new.clone(),
                    revision: change.new_revision,
                });
            }
        }
    }

    /// Makes score and rate anew, with what is on its way.
    pub(super) fn reckon(&mut self, session: &Session) {
        self.result = self.reckoned(session).unwrap_or_default();
    }

    fn reckoned(&self, session: &Session) -> Option<Told> {
        let round = session.round.as_ref()?;
        let file = self.file.as_ref()?;
        let party = self.party(&round.scheme)?;
        let ballot = self.ballot(&round.scheme)?;
        let mut cells = file.cells.clone();
        for write in self.queue.writes() {
            let mut known = cells.iter_mut();
            let known = known.find(|cell| cell.what == write.what && cell.key == write.key);
            match known {
                Some(cell) => cell.record.clone_from(&write.record),
                None => cells.push(Cell {
                    what: write.what,
                    key: write.key.clone(),
                    record: write.record.clone(),
                    revision: 0,
                }),
            }
        }
        let plan = Plan::new(&round.scheme);
        let newest = file.newest_level.as_ref();
        let newest = newest.and_then(|(_, level)| round.scheme.find_level(level));
        let input = assemble(&plan, &cells, round.year, newest)?;
        let mut recording = Recording::default();
        let _figures = own(&plan, &input, &mut recording);
        let mut told = Told {
            scores: vec![None; ballot.questions.len()],
            steps: Vec::new(),
        };
        for step in recording.steps {
            match &step {
                Step::Question {
                    party: of,
                    question,
                    score,
                    ..
                } if *of == party => {
                    if let Some(place) = told.scores.get_mut(usize::from(*question)) {
                        *place = Some(*score);
                    }
                }
                Step::BallotScore { party: of, .. }
                | Step::Satisfaction { party: of, .. }
                | Step::TooFewBallots { party: of, .. }
                    if *of == party =>
                {
                    told.steps.push(step);
                }
                _ => {}
            }
        }
        Some(told)
    }
}
