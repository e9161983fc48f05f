//! What the screen of bonuses and penalties knows.

use super::effect::Effect;
use crate::number::Figure;
use crate::round::{AdjustmentRecord, What};
use crate::scheme::{AdjustmentIndex, AdjustmentKind, Scheme};
use crate::scoring::{AdjustmentInput, Plan, Silent, net_adjustment};
use crate::text::Language;
use crate::tui::list::{Keyed, List, Names, Records, Writing};
use crate::tui::message::Ticket;
use crate::tui::session::{OpenRound, Session};

/// What stands in a key for a document that is not there yet.
pub(super) const PENDING: &str = "*";

/// The bonuses and penalties of a round, or of one organisation.
#[derive(Debug)]
pub struct Adjustments {
    /// Code of the one organisation; none: all.
    pub(super) organisation: Option<String>,
    /// The organisation to land on.
    pub(super) wanted: Option<String>,
    pub(super) only_pending: bool,
    pub(super) records: Records,
    pub(super) list: List<Entry>,
    /// Listed bonuses, penalties, and those of either kind that are pending.
    pub(super) counted: [usize; 3],
    /// The question about the organisation under the hand, and what came of it.
    pub(super) asking: Option<Ticket>,
    pub(super) effect: Option<(Key, Effect)>,
    pub(super) draft: Draft,
    pub(super) writing: Writing,
}

/// The parts of a cell's key: organisation, adjustment, document.
pub type Key = [String; 3];

/// What is being added or edited, until it is stored.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub organisation: String,
    pub adjustment: Option<AdjustmentIndex>,
    /// The entry that it replaces.
    pub edited: Option<Key>,
    /// Count, document, note, as they are typed.
    pub texts: [String; 3],
}

/// A bonus or penalty on one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub organisation: String,
    pub adjustment: AdjustmentIndex,
    /// None: pending, and does not count.
    pub document: Option<String>,
    pub count: u64,
    pub note: Option<String>,
    pub key: Key,
    /// What it brings by itself, after its `max` and the cap (K4).
    pub brings: Figure,
}

impl Keyed for Entry {
    type Key = Key;

    fn key(&self) -> Key {
        self.key.clone()
    }
}

/// Why nothing is to be added or taken off in a round; none where its scheme has adjustments.
#[must_use]
pub fn no_use(round: &OpenRound, language: Language) -> Option<String> {
    let none = round.scheme.adjustments.is_empty();
    none.then(|| crate::text::go::no_adjustments(language))
}

impl Adjustments {
    fn begin(organisation: Option<String>, wanted: Option<String>) -> Self {
        Self {
            organisation,
            wanted,
            only_pending: false,
            records: Records::new(What::Adjustment, ["adjustment names", "adjustments"]),
            list: List::default(),
            counted: [0; 3],
            asking: None,
            effect: None,
            draft: Draft::default(),
            writing: Writing::default(),
        }
    }

    /// Those of the round, with those of an organisation under the hand.
    #[must_use]
    pub fn at(organisation: Option<String>) -> Self {
        Self::begin(None, organisation)
    }

    /// Those of one organisation.
    #[must_use]
    pub fn of(organisation: String) -> Self {
        Self::begin(Some(organisation), None)
    }

    pub(super) fn selected(&self) -> Option<&Entry> {
        self.list.selected()
    }

    pub(super) const fn names(&self) -> &Names {
        &self.records.names
    }

    pub(super) const fn passes(&self, entry: &Entry) -> bool {
        !self.only_pending || entry.document.is_none()
    }

    /// Lists what has been read: anew where that was asked for, else without moving a row.
    pub(super) fn arrange(&mut self, session: &Session) {
        let (Some(round), true) = (&session.round, self.records.are_read()) else {
            return;
        };
        let mut entries = self.entries(&round.scheme);
        let place = |entry: &Entry| (self.names().place(&entry.organisation), entry.adjustment.0);
        entries.sort_by(|one, other| {
            let by_document = || one.document.cmp(&other.document);
            place(one).cmp(&place(other)).then_with(by_document)
        });
        let only_pending = self.only_pending;
        self.list
            .take(entries, |entry| !only_pending || entry.document.is_none());
        self.counted = self.count_up(&round.scheme);
        if let Some(wanted) = self.wanted.take() {
            self.list.select_first(|entry| entry.organisation == wanted);
        }
    }

    fn entries(&self, scheme: &Scheme) -> Vec<Entry> {
        let plan = Plan::new(scheme);
        let cells = self.records.cells().iter();
        let of_one = |organisation: &String| {
            let one = self.organisation.as_ref();
            one.is_none_or(|one| one == organisation)
        };
        cells
            .filter_map(|cell| {
                let key: Key = cell.key.clone().try_into().ok()?;
                let [organisation, id, document] = &key;
                let record = AdjustmentRecord::read(cell.record.as_ref()?).ok()?;
                let adjustment = scheme.find_adjustment(id)?;
                let documented = document != PENDING;
                let alone = AdjustmentInput {
                    adjustment,
                    count: record.count,
                    documented,
                };
                of_one(organisation).then(|| Entry {
                    organisation: organisation.clone(),
                    adjustment,
                    document: documented.then(|| document.clone()),
                    count: record.count,
                    note: record.note,
                    brings: net_adjustment(&plan, &[alone], &mut Silent),
                    key: key.clone(),
                })
            })
            .collect()
    }

    fn count_up(&self, scheme: &Scheme) -> [usize; 3] {
        let rows = self.list.rows();
        let count = |wanted: &dyn Fn(&Entry) -> bool| rows.iter().filter(|row| wanted(row)).count();
        let kind = |entry: &Entry| scheme.adjustment(entry.adjustment).kind;
        [
            count(&|entry| kind(entry) == AdjustmentKind::Bonus),
            count(&|entry| kind(entry) == AdjustmentKind::Penalty),
            count(&|entry| entry.document.is_none()),
        ]
    }
}
