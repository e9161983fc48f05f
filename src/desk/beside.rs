//! What stands beside the item: others' marks on it, last year's, the own marks on it elsewhere,
//! the mean of the town.

pub use super::elsewhere::Elsewhere;
use super::elsewhere::ItemMarks;
use super::open::field;
use super::{About, Desk};
use crate::number::Figure;
use crate::office::{JournalFilter, JournalLine, Question, RoundSummary};
use crate::round::{Cell, MarkRecord, OperationKind, Record, What};
use crate::scheme::{ItemIndex, Method, PartyIndex};
use crate::scoring::Entry;

/// How many operations of an organisation's journal are read.
const JOURNAL: u32 = 200;
/// How many recent reasons can be picked by digit.
const REASONS: usize = 9;

/// What is known about one item of the open organisation, apart from the own mark.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// Marks of other raters on it: party, rater, mark. Hidden until the own sheet is submitted
    /// where the party is independent.
    pub others: Vec<(PartyIndex, String, Figure)>,
    /// The same party's mark of last year.
    pub last_year: Option<Figure>,
    pub elsewhere: Option<Elsewhere>,
    /// Mean of this party's marks under the same parent, and of how many.
    pub town: Option<(Figure, usize)>,
}

impl Desk {
    /// Asks for what stands beside the item under the cursor, once an item.
    pub(super) fn look_at_item(&mut self) {
        self.renew_beside();
        let item = self
            .open
            .as_ref()
            .and_then(super::Open::slot)
            .and_then(|slot| slot.item);
        let Some(item) = item.filter(|item| !self.elsewhere.contains_key(item)) else {
            return;
        };
        let question = Question::ItemMarks {
            round: self.round.clone(),
            party: self.scheme.party(self.chair.party).id.clone(),
            item: self.scheme.item(item).id.clone(),
        };
        self.ask(About::Elsewhere(item), question);
    }

    /// Asks for what stands beside an organisation that has opened.
    pub(super) fn look_at_organisation(&mut self) {
        self.look_at_item();
        let Some(code) = self.open.as_ref().map(|open| open.row.organisation.clone()) else {
            return;
        };
        let filter = JournalFilter {
            round: Some(self.round.clone()),
            organisation: Some(code.clone()),
            limit: Some(JOURNAL),
            ..JournalFilter::default()
        };
        self.ask(About::Journal(code.clone()), Question::Journal(filter));
        match &self.last_round {
            None => self.ask(About::Rounds, Question::Rounds),
            Some(None) => {}
            Some(Some(round)) => {
                if !self.last_year.contains_key(&code) {
                    let round = round.clone();
                    let question = Question::Organisation {
                        round,
                        organisation: code.clone(),
                    };
                    self.ask(About::LastYear(code), question);
                }
            }
        }
    }

    /// Finds the round of the year before by the same scheme.
    pub(super) fn take_rounds(&mut self, rounds: &[RoundSummary]) {
        let before = rounds
            .iter()
            .find(|round| round.year + 1 == self.year && round.scheme_id == self.scheme.id);
        self.last_round = Some(before.map(|round| round.round.clone()));
        if before.is_some() {
            self.look_at_organisation();
        }
    }

    /// Keeps what is known of an item elsewhere up to date.
    pub(super) fn take_elsewhere(&mut self, cell: &Cell) {
        if cell.what != What::Mark {
            return;
        }
        let Some(item) = cell.key.last().and_then(|item| self.scheme.find_item(item)) else {
            return;
        };
        let party = &self.scheme.party(self.chair.party).id;
        if cell.key.get(1) != Some(party) {
            return;
        }
        if let Some(mut marks) = self.elsewhere.remove(&item) {
            self.take_mark(item, &mut marks, cell);
            self.elsewhere.insert(item, marks);
        }
    }

    /// Takes in all marks on an item.
    pub(super) fn take_item_marks(&mut self, item: ItemIndex, cells: &[Cell]) {
        let mut marks = ItemMarks::default();
        for cell in cells {
            self.take_mark(item, &mut marks, cell);
        }
        self.elsewhere.insert(item, marks);
    }

    fn take_mark(&self, item: ItemIndex, marks: &mut ItemMarks, cell: &Cell) {
        let code = cell.key.first().map_or("", String::as_str);
        let Some(place) = self.places.of(code) else {
            return;
        };
        let mark = self.mark_of(item, cell);
        if self.is_own(&cell.key) {
            let record = cell.record.as_ref();
            let record = record.and_then(|record| MarkRecord::read(record).ok());
            marks.take_own(place, mark, record.and_then(|record| record.note));
        } else if let Some(rater) = cell.key.get(2) {
            marks.take_other(place, rater, mark);
        }
    }

    /// What stands beside the item under the cursor, as far as it has come in.
    #[must_use]
    pub const fn beside(&self) -> &Beside {
        &self.beside
    }

    /// Works out anew what stands beside the item: with the item or what is known of it, not
    /// with every key.
    pub(super) fn renew_beside(&mut self) {
        self.beside = self.make_beside();
    }

    fn make_beside(&self) -> Beside {
        let Some(item) = self
            .open
            .as_ref()
            .and_then(super::Open::slot)
            .and_then(|slot| slot.item)
        else {
            return Beside::default();
        };
        let blind = self.blind();
        Beside {
            others: if blind { Vec::new() } else { self.others(item) },
            last_year: self.mark_of_last_year(item),
            elsewhere: self.own_elsewhere(item),
            town: if blind { None } else { self.town(item) },
        }
    }

    /// How much the mark in hand, as typed or else as stored, is above another one on the item;
    /// below 0 where it is less. None where there is no mark in hand.
    #[must_use]
    pub fn above(&self, other: Figure) -> Option<Figure> {
        let open = self.open.as_ref()?;
        let slot = open.slot()?;
        let field = field(&self.scheme, slot.item);
        let mark = match self.drafted_in(open) {
            Ok(Some(entry)) => field.mark(&entry)?.round(field.decimals()),
            _ => slot.mark?,
        };
        Some((&mark.exact() - &other.exact()).round(field.decimals()))
    }

    /// Whether a mark's key is of this chair's sheet.
    fn is_own(&self, key: &[String]) -> bool {
        let party = &self.scheme.party(self.chair.party).id;
        key.get(1) == Some(party) && key.get(2) == Some(&self.chair.rater)
    }

    fn entry_of(&self, item: ItemIndex, cell: &Cell) -> Option<Entry> {
        let record = MarkRecord::read(cell.record.as_ref()?).ok()?;
        field(&self.scheme, Some(item)).parse(&record.entry?).ok()
    }

    fn mark_of(&self, item: ItemIndex, cell: &Cell) -> Option<Figure> {
        let record = MarkRecord::read(cell.record.as_ref()?).ok()?;
        self.mark_given(Some(item), &record.entry?)
    }

    fn mark_given(&self, item: Option<ItemIndex>, entry: &str) -> Option<Figure> {
        let field = field(&self.scheme, item);
        let mark = field.mark(&field.parse(entry).ok()?)?;
        Some(mark.round(field.decimals()))
    }

    /// Cells of an item in the open organisation, other sheets' ones.
    fn other_cells(&self, item: ItemIndex) -> impl Iterator<Item = &Cell> {
        let id = &self.scheme.item(item).id;
        let cells = self.open.iter().flat_map(|open| open.now.values());
        cells.filter(move |cell| {
            cell.what == What::Mark && cell.key.last() == Some(id) && !self.is_own(&cell.key)
        })
    }

    fn others(&self, item: ItemIndex) -> Vec<(PartyIndex, String, Figure)> {
        let mut others: Vec<_> = self
            .other_cells(item)
            .filter_map(|cell| {
                let party = self.scheme.find_party(cell.key.get(1)?)?;
                Some((party, cell.key.get(2)?.clone(), self.mark_of(item, cell)?))
            })
            .collect();
        others.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        others
    }

    /// The entry of the nearest earlier party that fills sheets, to be copied (抄自评).
    #[must_use]
    pub(super) fn earlier_entry(&self) -> Option<Entry> {
        if self.blind() {
            return None;
        }
        let item = self.open.as_ref()?.slot()?.item?;
        let earlier = |cell: &&Cell| {
            let party = cell
                .key
                .get(1)
                .and_then(|party| self.scheme.find_party(party));
            party.is_some_and(|party| {
                party < self.chair.party
                    && matches!(self.scheme.party(party).method, Method::Sheet(_))
            })
        };
        let cells = self.other_cells(item).filter(earlier);
        let party = |cell: &Cell| {
            cell.key
                .get(1)
                .and_then(|party| self.scheme.find_party(party))
        };
        let mut found: Vec<(Option<PartyIndex>, Entry)> = cells
            .filter_map(|cell| Some((party(cell), self.entry_of(item, cell)?)))
            .collect();
        found.sort_by_key(|(party, _)| *party);
        found.into_iter().next().map(|(_, entry)| entry)
    }

    fn mark_of_last_year(&self, item: ItemIndex) -> Option<Figure> {
        let cells = self.cells_of_last_year(item).into_iter();
        cells.flatten().find_map(|cell| self.mark_of(item, cell))
    }

    /// The entry of the own party on the item under the cursor in the year before, to be copied
    /// (抄去年); none where it does not fit the field of this year.
    #[must_use]
    pub(super) fn entry_of_last_year(&self) -> Option<Entry> {
        let item = self.open.as_ref()?.slot()?.item?;
        let cells = self.cells_of_last_year(item).into_iter();
        cells.flatten().find_map(|cell| self.entry_of(item, cell))
    }

    /// What the own party entered for an item in the year before.
    fn cells_of_last_year(&self, item: ItemIndex) -> Option<Vec<&Cell>> {
        let open = self.open.as_ref()?;
        let cells = self.last_year.get(&open.row.organisation)?;
        let scheme = &self.scheme;
        let (party, id) = (&scheme.party(self.chair.party).id, &scheme.item(item).id);
        let of_party = |cell: &&Cell| {
            cell.what == What::Mark && cell.key.get(1) == Some(party) && cell.key.last() == Some(id)
        };
        let mut cells: Vec<&Cell> = cells.iter().filter(of_party).collect();
        // The own mark before a colleague's.
        cells.sort_by_key(|cell| cell.key.get(2) != Some(&self.chair.rater));
        Some(cells)
    }

    fn own_elsewhere(&self, item: ItemIndex) -> Option<Elsewhere> {
        let here = &self.open.as_ref()?.row.organisation;
        let here = self.places.of(here)?;
        self.elsewhere.get(&item)?.from(here)
    }

    fn town(&self, item: ItemIndex) -> Option<(Figure, usize)> {
        let parent = self.open.as_ref()?.row.parent.as_ref()?;
        let marks = self.elsewhere.get(&item)?;
        marks.mean(self.places.town(parent), self.scheme.decimals)
    }

    /// Reasons given for the item lately, newest first, each once: the ones of this sitting, then
    /// the own ones elsewhere.
    #[must_use]
    pub fn recent_notes(&self, item: ItemIndex) -> Vec<String> {
        let mut notes: Vec<String> = Vec::new();
        let sitting = self.notes.iter().rev().filter(|(of, _)| *of == item);
        let own = self.elsewhere.get(&item).into_iter();
        let own = own.flat_map(ItemMarks::notes);
        for note in sitting.map(|(_, note)| note).chain(own) {
            if !notes.contains(note) {
                notes.push(note.clone());
            }
            if notes.len() == REASONS {
                break;
            }
        }
        notes
    }

    /// The newest change of the own mark on the item under the cursor that took the place of
    /// another one: who, when, and the entry before.
    #[must_use]
    pub fn replaced(&self) -> Option<Replaced> {
        let open = self.open.as_ref()?;
        let item = open.slot()?.item;
        let key = open.mark_key(&self.scheme, &self.chair, item);
        let sheet = open.sheet_key(&self.scheme, &self.chair);
        let lines = self.journal.get(&open.row.organisation)?;
        lines.iter().enumerate().find_map(|(at, line)| {
            let mut changes = line.changes.iter();
            let change = changes.find(|change| change.what == What::Mark && change.key == key)?;
            let entry = |record: &Record| MarkRecord::read(record).ok()?.entry;
            let old = change.old.as_ref().and_then(entry)?;
            // A note or a flag alone replaces nothing.
            let now = change.new.as_ref().and_then(entry);
            (now.as_ref() != Some(&old)).then_some(())?;
            let own = line.reason.clone();
            Some(Replaced {
                mark: self.mark_given(item, &old),
                old,
                by: line.actor.clone(),
                at: line.at,
                reason: own.or_else(|| reopened_because(lines.get(at..)?, &sheet)),
            })
        })
    }
}

/// Why a sheet was open again: the reason for which it was returned or taken back last.
/// `lines` are the newest first.
fn reopened_because(lines: &[JournalLine], sheet: &[String]) -> Option<String> {
    let of_sheet = |line: &&JournalLine| {
        let mut changes = line.changes.iter();
        changes.any(|change| change.what == What::Sheet && change.key == sheet)
    };
    let last = lines.iter().find(of_sheet)?;
    let reopened = matches!(
        last.kind.parse(),
        Ok(OperationKind::Return | OperationKind::Withdraw)
    );
    last.reason.clone().filter(|_| reopened)
}

/// A mark that another one took the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The entry before.
    pub old: String,
    /// The mark that it gave; none where it gave none, or was no entry of this item.
    pub mark: Option<Figure>,
    pub by: String,
    /// Milliseconds since 1970 (UTC).
    pub at: i64,
    pub reason: Option<String>,
}
