//! Vetoes and adjustments of the open organisation: what F6 does (V1 to V8, K4).

use super::Desk;
use super::acts::try_out;
use super::asking::Asking;
use super::said::{Answer, Said};
use super::stroke::{Stroke, plain_text};
use super::typed::Typed;
use crate::round::{AdjustmentRecord, Command, Record, VetoRecord, What, Write};
use crate::scheme::{AdjustmentIndex, VetoIndex};
use crate::scoring::VetoState;

impl Desk {
    /// Opens 否决/加减分 (F6). The draft is kept, as with every move.
    pub fn open_vetoes(&mut self) -> Answer {
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        if self.open.is_none() {
            return Answer::quiet();
        }
        self.over.asking = Some(Asking::Vetoes { at: 0 });
        Answer::quiet()
    }

    pub(super) fn press_vetoes(&mut self, at: usize, stroke: Stroke) -> Answer {
        let vetoes = self.scheme.vetoes.len();
        let count = vetoes + self.scheme.adjustments.len();
        if count == 0 {
            self.over.asking = None;
            return Answer::quiet();
        }
        match stroke {
            Stroke::Up => {
                self.over.asking = Some(Asking::Vetoes {
                    at: (at + count - 1) % count,
                });
            }
            Stroke::Down | Stroke::Tab => {
                self.over.asking = Some(Asking::Vetoes {
                    at: (at + 1) % count,
                });
            }
            Stroke::Digit(digit) if at < vetoes => self.veto_by_digit(VetoIndex::at(at), digit),
            Stroke::Delete if at < vetoes => return self.remove_veto(VetoIndex::at(at)),
            _ if at >= vetoes => {
                return self.press_adjustment(AdjustmentIndex::at(at - vetoes), stroke);
            }
            _ => {}
        }
        Answer::quiet()
    }

    /// Gives an adjustment on a document, or changes the one that was given last.
    fn press_adjustment(&mut self, adjustment: AdjustmentIndex, stroke: Stroke) -> Answer {
        let given = self.adjustments();
        let mut given = given.into_iter().rev();
        let last = given.find(|(index, ..)| *index == adjustment);
        let last =
            last.map(|(_, count, document, _)| (count, document.unwrap_or_else(|| "*".to_owned())));
        match (stroke, last) {
            (Stroke::Digit(1) | Stroke::Enter, _) => {
                self.over.asking = Some(Asking::AdjustmentDocument {
                    adjustment,
                    text: Typed::default(),
                });
            }
            (Stroke::Digit(2), Some((count, document))) => {
                self.write_adjustment(adjustment, document, count.saturating_add(1));
            }
            (Stroke::Digit(3) | Stroke::Minus, Some((count, document))) => {
                self.write_adjustment(adjustment, document, count.saturating_sub(1));
            }
            (Stroke::Delete, Some((_, document))) => {
                self.write_adjustment(adjustment, document, 0);
            }
            (Stroke::Digit(2 | 3) | Stroke::Minus | Stroke::Delete, None) => {
                return Answer::say(Said::NothingGiven);
            }
            _ => {}
        }
        Answer::quiet()
    }

    /// Takes a veto off the record; a settled one only for a reason.
    fn remove_veto(&mut self, veto: VetoIndex) -> Answer {
        match self.veto_cell(veto).map(|record| record.state) {
            None => return Answer::say(Said::NotOnRecord),
            Some(VetoState::Proposed) => self.write_veto(veto, None, None),
            Some(VetoState::Decided | VetoState::Lifted) => {
                self.over.asking = Some(Asking::VetoRemoval {
                    veto,
                    text: Typed::default(),
                });
            }
        }
        Answer::quiet()
    }

    fn veto_by_digit(&mut self, veto: VetoIndex, digit: u8) {
        match digit {
            1 => {
                let record = self.veto_record(veto, VetoState::Proposed);
                self.write_veto(veto, Some(&record), None);
            }
            2 => {
                self.over.asking = Some(Asking::VetoDocument {
                    veto,
                    text: Typed::default(),
                });
            }
            3 => {
                let record = self.veto_record(veto, VetoState::Lifted);
                self.write_veto(veto, Some(&record), None);
            }
            4 => self.try_veto(veto),
            _ => {}
        }
    }

    /// The cell of a veto on the open organisation, as it is now.
    #[must_use]
    pub fn veto_cell(&self, veto: VetoIndex) -> Option<VetoRecord> {
        let record = self.cell_now(What::Veto, &self.scheme.veto(veto).id)?;
        VetoRecord::read(&record).ok()
    }

    fn cell_now(&self, what: What, id: &str) -> Option<Record> {
        let open = self.open.as_ref()?;
        let key = vec![open.row.organisation.clone(), id.to_owned()];
        open.now.get(&(what, key))?.record.clone()
    }

    fn veto_record(&self, veto: VetoIndex, state: VetoState) -> VetoRecord {
        let before = self.veto_cell(veto);
        VetoRecord {
            state,
            document: before.as_ref().and_then(|record| record.document.clone()),
            date: before.as_ref().and_then(|record| record.date.clone()),
            note: before.and_then(|record| record.note),
        }
    }

    /// Decides a veto on a document; a date may follow it.
    pub(super) fn decide_veto(&mut self, veto: VetoIndex, typed: &str) {
        let (document, date) = document_and_date(typed);
        let before = self.veto_record(veto, VetoState::Decided);
        let record = VetoRecord {
            document: Some(document),
            date: date.or(before.date),
            ..before
        };
        self.write_veto(veto, Some(&record), None);
    }

    /// Writes what stands on record about a veto; nothing takes it off.
    pub(super) fn write_veto(
        &mut self,
        veto: VetoIndex,
        record: Option<&VetoRecord>,
        reason: Option<String>,
    ) {
        if let Some(write) = self.veto_write(veto, record) {
            self.apply(Command::Write(vec![write]), reason);
        }
    }

    fn veto_write(&self, veto: VetoIndex, record: Option<&VetoRecord>) -> Option<Write> {
        let open = self.open.as_ref()?;
        let key = vec![
            open.row.organisation.clone(),
            self.scheme.veto(veto).id.clone(),
        ];
        let seen = open
            .stored
            .get(&(What::Veto, key.clone()))
            .map_or(0, |cell| cell.revision);
        Some(Write {
            what: What::Veto,
            key,
            record: record.map(VetoRecord::write),
            seen: Some(seen),
            row: None,
        })
    }

    /// What-if: a veto in force is lifted, any other is decided, on trial.
    fn try_veto(&mut self, veto: VetoIndex) {
        let in_force = self.figures().is_some_and(|figures| {
            let mut standings = figures.vetoes.iter();
            standings.any(|other| other.veto == veto && other.state == VetoState::Decided)
        });
        let state = if in_force {
            VetoState::Lifted
        } else {
            VetoState::Decided
        };
        let record = self.veto_record(veto, state);
        let write = self.veto_write(veto, Some(&record));
        if let (Some(open), Some(write)) = (&mut self.open, write) {
            try_out(&mut open.trial, write);
        }
        self.refresh();
    }

    /// Gives an adjustment once, on a document; once more where it stands on it already.
    pub(super) fn give_adjustment(&mut self, adjustment: AdjustmentIndex, document: String) {
        let given = self.adjustments();
        let there = given.iter().find(|(index, _, other, _)| {
            *index == adjustment && other.as_deref() == Some(document.as_str())
        });
        let count = there.map_or(0, |(_, count, ..)| *count);
        self.write_adjustment(adjustment, document, count.saturating_add(1));
    }

    /// Writes how often an adjustment is given on a document; 0 takes it off the record.
    fn write_adjustment(&mut self, adjustment: AdjustmentIndex, document: String, count: u64) {
        let Some(open) = &self.open else { return };
        let id = self.scheme.adjustment(adjustment).id.clone();
        let key = vec![open.row.organisation.clone(), id, document];
        let cell = open.stored.get(&(What::Adjustment, key.clone()));
        let seen = Some(cell.map_or(0, |cell| cell.revision));
        let before = cell.and_then(|cell| AdjustmentRecord::read(cell.record.as_ref()?).ok());
        let note = before.and_then(|record| record.note);
        let record = (count > 0).then(|| AdjustmentRecord { count, note }.write());
        let write = Write {
            what: What::Adjustment,
            key,
            record,
            seen,
            row: None,
        };
        self.apply(Command::Write(vec![write]), None);
    }
}

/// A document, and the date that is typed after it as its last word (`2026-11-02`).
fn document_and_date(typed: &str) -> (String, Option<String>) {
    let typed = typed.trim();
    if let Some((document, last)) = typed.rsplit_once(char::is_whitespace) {
        let last = plain_text(last);
        let form: String = last
            .chars()
            .map(|letter| if letter.is_ascii_digit() { '0' } else { letter })
            .collect();
        if form == "0000-00-00" {
            return (document.trim_end().to_owned(), Some(last));
        }
    }
    (typed.to_owned(), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_after_a_document_is_told_apart() {
        let told = |typed| document_and_date(typed);
        let with = |document: &str, date: &str| (document.to_owned(), Some(date.to_owned()));
        assert_eq!(
            told("石纪〔2026〕8号 2026-11-02"),
            with("石纪〔2026〕8号", "2026-11-02")
        );
        assert_eq!(
            told("8号　２０２６－１１－０２ "),
            with("8号", "2026-11-02")
        );
        assert_eq!(told(" 会议纪要 8号"), ("会议纪要 8号".to_owned(), None));
        assert_eq!(told("2026-11-02"), ("2026-11-02".to_owned(), None));
    }
}
