//! What the screen of assignments knows.

use crate::round::{AssignmentRecord, AssignmentState, What, natural_order};
use crate::scheme::{PartyIndex, Scheme};
use crate::text::Language;
use crate::tui::list::{Keyed, List, Names, Records, Writing};
use crate::tui::seat;
use crate::tui::session::{OpenRound, Session};

/// Who rates whom in a round.
#[derive(Debug)]
pub struct Assignments {
    /// The organisation to land on.
    pub(super) wanted: Option<String>,
    pub(super) filter: Filter,
    /// What the choices of the filter popup mean.
    pub(super) filters: Vec<Filter>,
    pub(super) records: Records,
    /// All there are, in the order of the list.
    all: Vec<Entry>,
    pub(super) list: List<Entry>,
    /// How many of those listed are recused.
    pub(super) recused: usize,
    pub(super) draft: Draft,
    pub(super) writing: Writing,
}

/// The parts of a cell's key: organisation, party, rater.
pub type Key = [String; 3];

/// Which assignments are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Filter {
    #[default]
    All,
    Recused,
    Party(PartyIndex),
    Rater(String),
}

/// What is being written, until it is stored.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    /// Name of what was picked: an organisation, or a town with all in it.
    pub name: String,
    /// Codes of the organisations.
    pub organisations: Vec<String>,
    /// Id of the party.
    pub party: String,
    pub recused: bool,
    /// The assignment that it replaces.
    pub edited: Option<Key>,
    /// Rater and reason, as they are typed.
    pub texts: [String; 2],
}

/// Who is due or recused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub key: Key,
    pub party: PartyIndex,
    pub record: AssignmentRecord,
}

impl Keyed for Entry {
    type Key = Key;

    fn key(&self) -> Key {
        self.key.clone()
    }
}

impl Entry {
    pub fn organisation(&self) -> &str {
        &self.key[0]
    }

    pub fn rater(&self) -> &str {
        &self.key[2]
    }

    pub fn is_recused(&self) -> bool {
        self.record.state == AssignmentState::Recused
    }

    pub fn passes(&self, filter: &Filter) -> bool {
        match filter {
            Filter::All => true,
            Filter::Recused => self.is_recused(),
            Filter::Party(party) => self.party == *party,
            Filter::Rater(rater) => self.rater() == rater,
        }
    }
}

/// Why there is no work to share out; none where raters fill sheets.
#[must_use]
pub fn no_use(round: &OpenRound, language: Language) -> Option<String> {
    let none = seat::parties_with_sheets(round).next().is_none();
    none.then(|| crate::text::go::no_raters(language))
}

impl Assignments {
    /// Those of the round, with those of an organisation under the hand.
    #[must_use]
    pub fn at(organisation: Option<String>) -> Self {
        Self {
            wanted: organisation,
            filter: Filter::All,
            filters: Vec::new(),
            records: Records::new(What::Assignment, ["assignment names", "assignments"]),
            all: Vec::new(),
            list: List::default(),
            recused: 0,
            draft: Draft::default(),
            writing: Writing::default(),
        }
    }

    pub(super) fn selected(&self) -> Option<&Entry> {
        self.list.selected()
    }

    pub(super) const fn names(&self) -> &Names {
        &self.records.names
    }

    /// Lists what has been read: anew where that was asked for, else without moving a row.
    pub(super) fn arrange(&mut self, session: &Session) {
        let (Some(round), true) = (&session.round, self.records.are_read()) else {
            return;
        };
        let mut entries = self.entries(&round.scheme);
        let place = |entry: &Entry| (self.names().place(entry.organisation()), entry.party.0);
        entries.sort_by(|one, other| {
            let by_rater = || natural_order(one.rater(), other.rater());
            place(one).cmp(&place(other)).then_with(by_rater)
        });
        let filter = &self.filter;
        self.all.clone_from(&entries);
        self.list.take(entries, |entry| entry.passes(filter));
        let listed = self.list.rows().iter();
        self.recused = listed.filter(|entry| entry.is_recused()).count();
        if let Some(wanted) = self.wanted.take() {
            self.list
                .select_first(|entry| entry.organisation() == wanted);
        }
    }

    fn entries(&self, scheme: &Scheme) -> Vec<Entry> {
        let cells = self.records.cells().iter();
        cells
            .filter_map(|cell| {
                let key: Key = cell.key.clone().try_into().ok()?;
                Some(Entry {
                    party: scheme.find_party(&key[1])?,
                    record: AssignmentRecord::read(cell.record.as_ref()?).ok()?,
                    key,
                })
            })
            .collect()
    }

    /// All raters that are known, of one party or of all, in the order of their names.
    pub(super) fn raters(&self, party: Option<&str>, session: &Session) -> Vec<String> {
        let of = |known: &str| party.is_none_or(|party| party == known);
        let seated = session.round.iter().flat_map(|round| &round.raters);
        let seated = seated
            .filter(|(known, _)| of(known))
            .map(|(_, rater)| rater);
        let there = self.records.cells().iter().filter_map(|cell| {
            cell.record.as_ref()?;
            let known = cell.key.get(1)?;
            cell.key.get(2).filter(|_| of(known))
        });
        let mut raters: Vec<String> = seated.chain(there).cloned().collect();
        raters.sort_by(|one, other| natural_order(one, other));
        raters.dedup();
        raters
    }

    /// Everybody who is due or recused for an organisation, in the order of the list.
    pub(super) fn of<'a>(&'a self, organisation: &'a str) -> impl Iterator<Item = &'a Entry> {
        let wanted = self.names().place(organisation);
        let place = |entry: &Entry| self.names().place(entry.organisation());
        let first = self.all.partition_point(|entry| place(entry) < wanted);
        let from_there = self.all.iter().skip(first);
        from_there.take_while(move |entry| entry.organisation() == organisation)
    }
}
