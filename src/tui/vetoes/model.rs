//! What the screen of vetoes knows.

use super::effect::Known;
use crate::office::ListRow;
use crate::round::{Cell, VetoRecord, What};
use crate::scheme::{Scheme, VetoIndex};
use crate::scoring::VetoState;
use crate::tui::list::{Keyed, List, Names, Writing};
use crate::tui::message::Ticket;
use crate::tui::session::Session;

/// The vetoes of a round, or of one organisation.
#[derive(Debug, Default)]
pub struct Vetoes {
    /// Code of the one organisation; none: all.
    pub(super) organisation: Option<String>,
    pub(super) names: Names,
    /// Codes of organisations and ids of vetoes that are decided, by hand or by themselves.
    pub(super) decided: Vec<(String, String)>,
    /// Id of the veto to land on, once it is listed.
    pub(super) wanted: Option<String>,
    /// What is on record; none: not yet read.
    pub(super) recorded: Option<Vec<Cell>>,
    /// Those that are listed, and all of which they are some.
    pub(super) entries: List<Entry>,
    pub(super) all: Vec<Entry>,
    pub(super) reading_cells: Option<Ticket>,
    /// About the one under the hand.
    pub(super) known: Option<Known>,
    /// The state that is listed alone; none: all.
    pub(super) only: Option<VetoState>,
    /// What the form under way is about, until it is stored.
    pub(super) draft: Option<Draft>,
    pub(super) writing: Writing,
}

/// A veto that is being proposed, decided or lifted.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub organisation: String,
    /// Its id in the scheme.
    pub veto: String,
    pub state: VetoState,
    /// Document, date and note as they are typed.
    pub texts: [String; 3],
}

/// A veto on an organisation, on record or (for one organisation) not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub organisation: String,
    pub veto: VetoIndex,
    pub record: Option<VetoRecord>,
    pub revision: u64,
    /// Decided by its condition (V9).
    pub by_itself: bool,
}

impl Keyed for Entry {
    type Key = (String, VetoIndex);

    fn key(&self) -> Self::Key {
        (self.organisation.clone(), self.veto)
    }
}

impl Entry {
    /// Its state; none where it is not on record and has not decided itself.
    pub fn state(&self) -> Option<VetoState> {
        let by_itself = self.by_itself.then_some(VetoState::Decided);
        self.record
            .as_ref()
            .map(|record| record.state)
            .or(by_itself)
    }
}

impl Vetoes {
    /// Those of one organisation.
    #[must_use]
    pub fn of(organisation: String) -> Self {
        Self {
            organisation: Some(organisation),
            ..Self::default()
        }
    }

    /// Those of one organisation, with one of them under the hand.
    #[must_use]
    pub fn at(organisation: String, veto: Option<String>) -> Self {
        Self {
            wanted: veto,
            ..Self::of(organisation)
        }
    }

    /// How many are on record, or have decided themselves, in a state.
    pub(super) fn count(&self, state: VetoState) -> usize {
        let in_state = self.all.iter().filter(|entry| entry.state() == Some(state));
        in_state.count()
    }

    pub(super) fn selected(&self) -> Option<&Entry> {
        self.entries.selected()
    }

    pub(super) fn take_decided(&mut self, rows: &[ListRow]) {
        self.decided = rows
            .iter()
            .flat_map(|row| {
                let of = |id: &String| (row.organisation.clone(), id.clone());
                row.decided.iter().map(of)
            })
            .collect();
    }

    /// Lists anew, with the same veto selected.
    pub(super) fn arrange(&mut self, session: &Session) {
        let Some(round) = &session.round else {
            return;
        };
        let entries = match &self.organisation {
            Some(organisation) => self.of_one(organisation, &round.scheme),
            None => {
                let mut entries = self.on_record(&round.scheme);
                let by_itself = self.by_itself(&entries, &round.scheme);
                entries.extend(by_itself);
                entries
            }
        };
        self.all.clone_from(&entries);
        let passes = |entry: &Entry| self.only.is_none_or(|only| entry.state() == Some(only));
        self.entries
            .arrange(entries.into_iter().filter(passes).collect());
        let wanted = self.wanted.as_ref();
        let wanted = wanted.and_then(|id| round.scheme.find_veto(id));
        if wanted.is_some_and(|veto| self.entries.select_first(|entry| entry.veto == veto)) {
            self.wanted = None;
        }
    }

    fn recorded(&self) -> &[Cell] {
        self.recorded.as_deref().unwrap_or_default()
    }

    fn on_record(&self, scheme: &Scheme) -> Vec<Entry> {
        self.recorded()
            .iter()
            .filter(|cell| cell.what == What::Veto)
            .filter_map(|cell| {
                let [organisation, veto] = cell.key.as_slice() else {
                    return None;
                };
                Some(Entry {
                    organisation: organisation.clone(),
                    veto: scheme.find_veto(veto)?,
                    record: Some(VetoRecord::read(cell.record.as_ref()?).ok()?),
                    revision: cell.revision,
                    by_itself: false,
                })
            })
            .collect()
    }

    /// Those that are decided and on nobody's record.
    fn by_itself(&self, on_record: &[Entry], scheme: &Scheme) -> Vec<Entry> {
        let decided = self.decided.iter().filter_map(|(organisation, id)| {
            let veto = scheme.find_veto(id)?;
            let known = on_record
                .iter()
                .any(|entry| entry.organisation == *organisation && entry.veto == veto);
            (!known).then(|| Entry {
                organisation: organisation.clone(),
                veto,
                record: None,
                revision: 0,
                by_itself: true,
            })
        });
        decided.collect()
    }

    fn of_one(&self, organisation: &str, scheme: &Scheme) -> Vec<Entry> {
        (0..scheme.vetoes.len())
            .map(VetoIndex::at)
            .map(|veto| {
                let id = scheme.veto(veto).id.as_str();
                let key = [organisation, id];
                let cell = self
                    .recorded()
                    .iter()
                    .find(|cell| cell.what == What::Veto && cell.key == key);
                let record = cell.and_then(|cell| cell.record.as_ref());
                Entry {
                    organisation: organisation.to_owned(),
                    veto,
                    record: record.and_then(|record| VetoRecord::read(record).ok()),
                    revision: cell.map_or(0, |cell| cell.revision),
                    by_itself: self
                        .decided
                        .iter()
                        .any(|(of, decided)| of == organisation && decided == id),
                }
            })
            .collect()
    }
}
