//! The hand that types one column: the desk, and what is under way to the office.

use std::fmt;

use ratatui::layout::{Position, Rect};

use crate::desk::{Answer, Asked, Asking, Edit, LineDesk, Stroke, plus};
use crate::round::Conflict;
use crate::term::{KeyCode, KeyEvent};
use crate::text::Language;
use crate::tui::keys::Key;
use crate::tui::message::{Lane, Outcome, Replied, Ticket};
use crate::tui::requests::{Requests, say};
use crate::tui::scoring::{Names, draw_shared, own_value, page};
use crate::tui::screen::Context;
use crate::tui::widget::{Canvas, edit_of};

/// A column that is typed, and the tickets of what it has asked for.
pub struct Hand {
    pub across: LineDesk,
    requests: Requests<Asked>,
}

impl fmt::Debug for Hand {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Hand")
            .field("at", &self.across.at())
            .finish_non_exhaustive()
    }
}

/// Questions of one kind replace each other.
const fn lane(about: &Asked) -> Lane {
    match about {
        Asked::Marks(_) => "across.marks",
        Asked::Earlier(_) => "across.earlier",
        Asked::Sheets => "across.sheets",
        Asked::Rounds => "across.rounds",
        Asked::LastYear(_) => "across.last-year",
        Asked::News => "across.news",
        Asked::File(_) => "across.file",
        Asked::Row(_) => "across.row",
        Asked::Rows => "across.rows",
    }
}

impl Hand {
    /// Nothing has been asked for yet.
    #[must_use]
    pub fn new(across: LineDesk) -> Self {
        Self {
            across,
            requests: Requests::new(lane),
        }
    }

    /// A key for the field or for what is open over it; none where it is neither's.
    pub fn key(&mut self, key: Key, event: KeyEvent) -> Option<Answer> {
        let across = &mut self.across;
        let asking = across.asking().is_some();
        // What is picked by a digit and what closes a text is not the text's own.
        let edit = edit_of(event).filter(|edit| !matches!(edit, Edit::Insert(_)));
        if edit.is_some_and(|edit| across.edit_text(edit)) {
            return Some(Answer::quiet());
        }
        if key.control {
            // What is being typed is undone before what is stored.
            let undone = key.code == KeyCode::Char('z') && across.undo_typing();
            let elsewhere = matches!(key.code, KeyCode::Char('c' | 'q' | 'l'));
            return (undone || (asking && !elsewhere)).then(Answer::quiet);
        }
        if let Some(stroke) = key.stroke() {
            return Some(across.press(stroke));
        }
        match key.code {
            KeyCode::Char(letter) if asking => {
                // A text that is asked for takes letters as they were typed.
                let text = across.asking().is_some_and(Asking::takes_text);
                let typed = match event.code {
                    KeyCode::Char(typed) if text => typed,
                    _ => letter,
                };
                Some(across.letter(typed))
            }
            KeyCode::Char('+') => {
                let stroke = plus(&across.field(), across.draft())?;
                Some(across.press(stroke))
            }
            KeyCode::Char(letter) => {
                Stroke::of(letter)?;
                Some(across.letter(letter))
            }
            KeyCode::PageUp | KeyCode::PageDown if asking => {
                across.step_paste(page(key));
                Some(Answer::quiet())
            }
            KeyCode::F(1 | 10) | KeyCode::Esc => None,
            _ => asking.then(Answer::quiet),
        }
    }

    /// Says what a key led to, and hands over what is wanted of the office.
    pub fn after(&mut self, answer: &Answer, context: &mut Context<'_>) {
        say(answer, self.across.scheme(), || self.place(), context);
        self.requests
            .hand_over(self.across.take_requests(), context);
    }

    /// The name of the organisation under the cursor.
    fn place(&self) -> String {
        let row = self.across.row_at(self.across.at());
        row.map_or_else(String::new, |row| row.name.clone())
    }

    /// True where the answer was to a question of this column.
    pub fn answered(
        &mut self,
        ticket: Ticket,
        answer: &Replied,
        context: &mut Context<'_>,
    ) -> bool {
        let Some(about) = self.requests.asked(ticket) else {
            return false;
        };
        let answer = self.across.replied(&about, answer.clone());
        self.after(&answer, context);
        true
    }

    /// True where the operation was one of this column.
    pub fn applied(&mut self, ticket: Ticket, answer: &Outcome, context: &mut Context<'_>) -> bool {
        let Some(id) = self.requests.sent(ticket) else {
            return false;
        };
        let answer = self.across.applied(&id, answer.clone());
        self.after(&answer, context);
        true
    }

    /// Whether something has been typed that is not kept.
    pub fn is_drafting(&self) -> bool {
        self.across.is_drafting()
    }

    /// Drops what is being typed.
    pub fn drop_draft(&mut self) {
        self.across.give_up_draft();
    }

    /// Keeps the draft before another screen or command takes over; false where it holds.
    pub fn leave(&mut self, context: &mut Context<'_>) -> bool {
        let held = self.across.settle_draft().err();
        self.after(&held.clone().unwrap_or_default(), context);
        held.is_none()
    }

    /// Esc for what is open or typed; true where there was something to close.
    pub fn escape(&mut self, context: &mut Context<'_>) -> bool {
        let answer = self.across.press(Stroke::Escape);
        self.after(&answer, context);
        !answer.up
    }

    /// Something here wants to be decided or tried again.
    #[must_use]
    pub fn calls_back(&self) -> bool {
        self.across.stuck() > 0 || matches!(self.across.asking(), Some(Asking::Conflict(_)))
    }

    /// Own values that wait for a decision, each with its organisation.
    #[must_use]
    pub fn undecided(&self, language: Language) -> Vec<String> {
        let all = self.across.undecided();
        let place = |conflict: &Conflict| conflict.key.first().cloned().unwrap_or_default();
        all.map(|conflict| own_value(conflict, &place(conflict), language))
            .collect()
    }

    /// Draws what is open over the grid; returns where the person types. `conflict` names what two
    /// people have changed, by the name of its organisation.
    pub fn draw_asking(
        &self,
        conflict: &dyn Fn(&Conflict, &str) -> String,
        language: Language,
        area: Rect,
        canvas: &mut Canvas<'_>,
    ) -> Option<Position> {
        let across = &self.across;
        let names = Names {
            scheme: across.scheme(),
            slot: &|at| {
                let row = across.row_at(at);
                row.map_or_else(String::new, |row| row.name.clone())
            },
            conflict: &|one| {
                let mut rows = across.rows().iter();
                let row = rows.find(|row| Some(&row.organisation) == one.key.first());
                conflict(one, row.map_or("", |row| row.name.as_str()))
            },
        };
        draw_shared(across.asking()?, &names, language, area, canvas)
    }
}
