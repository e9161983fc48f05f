//! What can be open over a sheet and wants an answer, and what its keys do.

use super::said::{Answer, Said};
use super::stroke::Stroke;
use super::typed::{Edit, Typed};
use super::{Desk, Paste};
use crate::exchange::fold_char;
use crate::round::Conflict;
use crate::scheme::{AdjustmentIndex, VetoIndex};
use crate::scoring::Entry;

/// So many reasons have a digit.
const PICKED_BY_DIGIT: usize = 9;

/// Something open over the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asking {
    /// A mark below full asks for its reason; `recent` are picked by digit.
    Reason {
        at: usize,
        had: bool,
        text: Typed,
        recent: Vec<String>,
    },
    /// The note of the item under the cursor.
    Note { text: Typed },
    /// What can be done with this item, numbered.
    Operations { at: usize },
    /// Two people changed one mark; this one decides.
    Conflict(Box<Conflict>),
    /// A column out of a spreadsheet, looked at before it is stored.
    Paste(Paste),
    /// The sheet's summary; `paper` is the 合计 of a paper sheet, typed to compare.
    Summary {
        paper: Typed,
        /// The line picked among those of the summary; none before an arrow has been pressed.
        at: Option<usize>,
        /// Told once that the paper has another total.
        warned: bool,
    },
    /// Taking a submitted sheet back needs a reason.
    Withdraw { text: Typed },
    /// 否决/加减分; the row picked counts vetoes first, then adjustments.
    Vetoes { at: usize },
    /// A veto is decided on a document.
    VetoDocument { veto: VetoIndex, text: Typed },
    /// A veto that was decided or lifted goes from the record, for a reason: no undo brings a
    /// decision back.
    VetoRemoval { veto: VetoIndex, text: Typed },
    /// A bonus or penalty is given on a document.
    AdjustmentDocument {
        adjustment: AdjustmentIndex,
        text: Typed,
    },
}

/// What can be done with an item or its sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// 不适用 (I7)
    NotApplicable,
    /// 备注
    Note,
    /// 存疑
    Flag,
    /// 清除
    Clear,
    /// 抄自评: the entry of the party before.
    CopyEarlier,
    /// 试算: the draft moves the figures and is never stored.
    Trial,
    /// 否决/加减分
    Vetoes,
    /// 汇总与提交
    Summary,
    /// 撤回
    Withdraw,
    /// 抄去年: the entry of the own party in the round of the year before.
    CopyLastYear,
}

impl Act {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 10] = [
        Self::NotApplicable,
        Self::Note,
        Self::Flag,
        Self::Clear,
        Self::CopyEarlier,
        Self::Trial,
        Self::Vetoes,
        Self::Summary,
        Self::Withdraw,
        Self::CopyLastYear,
    ];

    /// The digit that picks it: 0 is the tenth.
    #[must_use]
    pub fn digit(self) -> usize {
        let at = Self::ALL.iter().position(|act| *act == self);
        at.map_or(0, |at| (at + 1) % 10)
    }
}

impl Asking {
    /// Whether letters go into a text as they are.
    #[must_use]
    pub const fn takes_text(&self) -> bool {
        matches!(
            self,
            Self::Reason { .. }
                | Self::Note { .. }
                | Self::Withdraw { .. }
                | Self::VetoDocument { .. }
                | Self::VetoRemoval { .. }
                | Self::AdjustmentDocument { .. }
        )
    }

    /// The conflict that waits for its decision.
    #[must_use]
    pub fn conflict(&self) -> Option<&Conflict> {
        match self {
            Self::Conflict(conflict) => Some(conflict),
            _ => None,
        }
    }

    /// The text that is being typed.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.typed().map(Typed::text)
    }

    /// The same with its caret.
    #[must_use]
    pub const fn typed(&self) -> Option<&Typed> {
        match self {
            Self::Reason { text, .. }
            | Self::Note { text }
            | Self::Withdraw { text }
            | Self::VetoDocument { text, .. }
            | Self::VetoRemoval { text, .. }
            | Self::AdjustmentDocument { text, .. } => Some(text),
            Self::Summary { paper, .. } => Some(paper),
            _ => None,
        }
    }

    /// The reason that a digit picks among the recent ones, while nothing has been typed.
    pub(super) fn picked(&self, letter: char) -> Option<(usize, bool, String)> {
        let Self::Reason {
            at,
            had,
            text,
            recent,
        } = self
        else {
            return None;
        };
        let number = fold_char(letter)
            .to_digit(10)
            .filter(|_| text.text().is_empty())?;
        let reason = recent.get((number as usize).checked_sub(1)?)?;
        Some((*at, *had, reason.clone()))
    }

    /// Edits the text that is asked for; false where none is.
    pub(super) fn edit(&mut self, edit: Edit) -> bool {
        let text = self.text_mut();
        let asked = text.is_some();
        if let Some(text) = text {
            text.edit(edit);
        }
        asked
    }

    /// A pasted text for the text that is asked for, on one line.
    pub(super) fn push_line(&mut self, pasted: &str) {
        if let Some(text) = self.text_mut() {
            text.insert(pasted.trim());
        }
    }

    const fn text_mut(&mut self) -> Option<&mut Typed> {
        match self {
            Self::Reason { text, .. }
            | Self::Note { text }
            | Self::Withdraw { text }
            | Self::VetoDocument { text, .. }
            | Self::VetoRemoval { text, .. }
            | Self::AdjustmentDocument { text, .. } => Some(text),
            Self::Summary { paper, warned, .. } => {
                *warned = false;
                Some(paper)
            }
            _ => None,
        }
    }
}

impl Desk {
    /// A letter for the text that is being asked for.
    pub(super) fn asked_letter(&mut self, letter: char) -> Answer {
        if let Some((at, had, reason)) = self.over.picked(letter) {
            return self.give_reason(at, had, &reason);
        }
        self.over.edit(Edit::Insert(letter));
        Answer::quiet()
    }

    /// A key that edits the text that is asked for; false where none is.
    pub fn edit_text(&mut self, edit: Edit) -> bool {
        self.over.edit(edit)
    }

    /// Ctrl-Z: takes back what is being typed in the field; false where nothing is.
    pub fn undo_typing(&mut self) -> bool {
        let typed = self.open.as_ref().and_then(|open| open.draft.as_ref());
        if self.over.asking.is_some() || !typed.is_some_and(super::Draft::touched) {
            return false;
        }
        if let Some(open) = &mut self.open {
            open.draft = None;
        }
        self.refresh();
        true
    }

    /// Looks further down or up in a paste; false where none is open.
    pub fn step_paste(&mut self, by: isize) -> bool {
        self.over.step_paste(by)
    }

    /// A text pasted into a text that is being asked for.
    pub(super) fn asked_paste(&mut self, pasted: &str) -> Answer {
        if let Some(asking) = &mut self.over.asking {
            asking.push_line(pasted);
        }
        Answer::quiet()
    }

    /// A key for what is open over the sheet.
    pub(super) fn asked_stroke(&mut self, stroke: Stroke) -> Answer {
        if self.over.takes_text() {
            return match stroke.letter() {
                Some(letter) => self.asked_letter(letter),
                None => self.asked_key(stroke),
            };
        }
        self.asked_key(stroke)
    }

    fn asked_key(&mut self, stroke: Stroke) -> Answer {
        if stroke == Stroke::Backspace && self.edit_text(Edit::Backspace) {
            return Answer::quiet();
        }
        if stroke == Stroke::Escape {
            return self.close_asking();
        }
        if stroke.step().is_some_and(|by| self.over.step_paste(by)) {
            return Answer::quiet();
        }
        match &self.over.asking {
            Some(Asking::Operations { at }) => {
                let at = *at;
                self.press_operations(at, stroke)
            }
            Some(Asking::Vetoes { at }) => {
                let at = *at;
                self.press_vetoes(at, stroke)
            }
            Some(Asking::Conflict(_)) => self.press_conflict(stroke),
            Some(Asking::Summary { .. }) => self.press_summary(stroke),
            Some(Asking::Paste(_)) if stroke == Stroke::Enter => self.store_paste(),
            Some(asking) if stroke == Stroke::Enter => {
                let asking = asking.clone();
                self.accept_text(&asking)
            }
            _ => Answer::quiet(),
        }
    }

    /// Closes what is open. A conflict is a decision: it stays until it is made.
    pub(super) fn close_asking(&mut self) -> Answer {
        match self.over.asking.take() {
            Some(Asking::Reason { at, had, .. }) => self.go_on(at, had),
            Some(conflict @ Asking::Conflict(_)) => {
                self.over.asking = Some(conflict);
                Answer::quiet()
            }
            _ => Answer::quiet(),
        }
    }

    fn accept_text(&mut self, asking: &Asking) -> Answer {
        let text = asking.text().unwrap_or_default().trim().to_owned();
        match asking {
            Asking::Reason { at, had, .. } if text.is_empty() => {
                self.over.asking = None;
                self.go_on(*at, *had)
            }
            Asking::Reason { at, had, .. } => self.give_reason(*at, *had, &text),
            Asking::Note { .. } => {
                self.over.asking = None;
                self.write_note(&text);
                Answer::quiet()
            }
            Asking::Withdraw { .. } | Asking::VetoRemoval { .. } if text.is_empty() => {
                Answer::say(Said::ReasonNeeded)
            }
            Asking::Withdraw { .. } => {
                self.over.asking = None;
                self.withdraw(text)
            }
            Asking::VetoDocument { .. } | Asking::AdjustmentDocument { .. } if text.is_empty() => {
                Answer::say(Said::DocumentNeeded)
            }
            Asking::VetoDocument { veto, .. } => {
                self.decide_veto(*veto, &text);
                self.over.asking = Some(Asking::Vetoes {
                    at: veto.position(),
                });
                Answer::quiet()
            }
            Asking::VetoRemoval { veto, .. } => {
                self.write_veto(*veto, None, Some(text));
                self.over.asking = Some(Asking::Vetoes {
                    at: veto.position(),
                });
                Answer::quiet()
            }
            Asking::AdjustmentDocument { adjustment, .. } => {
                self.give_adjustment(*adjustment, text);
                let at = self.scheme.vetoes.len() + adjustment.position();
                self.over.asking = Some(Asking::Vetoes { at });
                Answer::quiet()
            }
            _ => Answer::quiet(),
        }
    }

    fn press_operations(&mut self, at: usize, stroke: Stroke) -> Answer {
        let count = Act::ALL.len();
        let picked = match stroke {
            Stroke::Digit(0) => Some(9),
            Stroke::Digit(digit) => usize::from(digit).checked_sub(1),
            Stroke::Enter => Some(at),
            Stroke::Up => {
                self.over.asking = Some(Asking::Operations {
                    at: (at + count - 1) % count,
                });
                None
            }
            Stroke::Down | Stroke::Tab => {
                self.over.asking = Some(Asking::Operations {
                    at: (at + 1) % count,
                });
                None
            }
            _ => None,
        };
        match picked.and_then(|picked| Act::ALL.get(picked)) {
            Some(act) => {
                self.over.asking = None;
                self.run(*act)
            }
            None => Answer::quiet(),
        }
    }

    /// Whether a kept mark below full asks for its reason.
    pub(super) fn reason_wanted(&self, entry: &Entry) -> bool {
        let slot = self.open.as_ref().and_then(super::Open::slot);
        slot.is_some_and(|slot| slot.wants_reason(&self.scheme, entry))
    }

    /// Opens the question for a reason: with the one that went with the mark before, and the
    /// item's recent ones.
    pub(super) fn ask_reason(&mut self, at: usize, had: bool, before: Option<String>) -> Answer {
        let item = self
            .open
            .as_ref()
            .and_then(super::Open::slot)
            .and_then(|slot| slot.item);
        let recent = item.map(|item| self.recent_notes(item)).unwrap_or_default();
        let recent = offered_first(before, recent);
        self.over.asking = Some(Asking::Reason {
            at,
            had,
            text: Typed::default(),
            recent,
        });
        Answer::opened()
    }

    fn give_reason(&mut self, at: usize, had: bool, reason: &str) -> Answer {
        self.over.asking = None;
        self.write_note(reason);
        self.go_on(at, had)
    }
}

/// Reasons to pick from, the one before among them in the first place.
pub(super) fn offered_first(before: Option<String>, mut recent: Vec<String>) -> Vec<String> {
    if let Some(before) = before {
        recent.retain(|reason| *reason != before);
        recent.insert(0, before);
        recent.truncate(PICKED_BY_DIGIT);
    }
    recent
}
