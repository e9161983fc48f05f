//! What happens on the scoring screen.

use ratatui::layout::{Position, Rect};

use super::commands::COMMANDS;
use super::popups::{self, own_value};
use super::{Scoring, act, view};
use crate::desk::{About, Act, Answer, Asking, Edit, Stroke, plus};
use crate::round::{Change, Operation};
use crate::term::{KeyCode, KeyEvent};
use crate::text::scoring_screen as text;
use crate::tui::commands::Command;
use crate::tui::keys::Key;
use crate::tui::message::{Outcome, Replied, Ticket};
use crate::tui::screen::{Context, Returned, Screen};
use crate::tui::session::Session;
use crate::tui::widget::{Canvas, edit_of};

impl Scoring {
    /// A key for the field or for what is open over it; none where it is neither's.
    fn stroke(&mut self, key: Key, event: KeyEvent) -> Option<Answer> {
        let asking = self.desk.asking().is_some();
        // What is picked by a digit and what closes a text is not the text's own.
        let edit = edit_of(event).filter(|edit| !matches!(edit, Edit::Insert(_)));
        if edit.is_some_and(|edit| self.desk.edit_text(edit)) {
            return Some(Answer::quiet());
        }
        if key.control {
            // What is being typed is undone before what is stored.
            let undone = key.code == KeyCode::Char('z') && self.desk.undo_typing();
            let elsewhere = matches!(key.code, KeyCode::Char('c' | 'q' | 'l'));
            return (undone || (asking && !elsewhere)).then(Answer::quiet);
        }
        if let Some(stroke) = key.stroke() {
            return Some(self.desk.press(stroke));
        }
        match key.code {
            // The plus stands on the numeric keypad, where F9 is not.
            KeyCode::F(9) | KeyCode::Char('+')
                if matches!(self.desk.asking(), Some(Asking::Summary { .. })) =>
            {
                Some(self.desk.submit())
            }
            KeyCode::Char(letter) if asking => {
                // A text that is asked for takes letters as they were typed.
                let text = self.desk.asking().is_some_and(Asking::takes_text);
                let typed = match event.code {
                    KeyCode::Char(typed) if text => typed,
                    _ => letter,
                };
                Some(self.desk.letter(typed))
            }
            KeyCode::Char('+') => {
                let draft = self.desk.open().and_then(|open| open.draft.as_ref());
                let stroke = plus(&self.desk.field()?, draft)?;
                Some(self.desk.press(stroke))
            }
            KeyCode::Char(letter) => {
                Stroke::of(letter)?;
                Some(self.desk.letter(letter))
            }
            KeyCode::PageUp | KeyCode::PageDown if asking => {
                let by = popups::page(key);
                let _ = self.desk.step_paste(by) || self.desk.step_summary(by);
                Some(Answer::quiet())
            }
            KeyCode::Home if !asking => Some(self.desk.go_to(0)),
            KeyCode::End if !asking => {
                let last = self
                    .desk
                    .open()
                    .map_or(0, |open| open.slots.len().saturating_sub(1));
                Some(self.desk.go_to(last))
            }
            KeyCode::F(1 | 10) | KeyCode::Esc => None,
            _ => asking.then(Answer::quiet),
        }
    }
}

impl Screen for Scoring {
    fn id(&self) -> &'static str {
        "scoring"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        if command == "scoring.pane" && !session.is_narrow() {
            return Some(text::pane_is_shown(session.language));
        }
        act::why_not(&self.desk, command)
            .map(|said| text::said(session.language, &said, self.desk.scheme()))
    }

    fn number(&self, command: &'static str) -> Option<usize> {
        act::act(command).map(Act::digit)
    }

    fn opened(&mut self, context: &mut Context<'_>) {
        self.begin(context);
    }

    fn shows(&self, change: &Change, session: &Session) -> bool {
        match self.desk.place_of(change) {
            Some(Some(at)) => view::in_sight(self, session.size, at),
            Some(None) => true,
            None => false,
        }
    }

    fn go_to(&mut self, change: &Change, context: &mut Context<'_>) {
        let answer = self.desk.go_to_change(change);
        self.after(&answer, context);
    }

    fn organisation(&self) -> Option<String> {
        let open = self.desk.open();
        open.map(|open| open.row.organisation.clone())
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        act::run(self, command, context);
    }

    fn key(&mut self, key: Key, event: KeyEvent, context: &mut Context<'_>) -> bool {
        if key == Key::f(6) && matches!(self.desk.asking(), Some(Asking::Vetoes { .. })) {
            act::adjustments(&mut self.desk, context);
            return true;
        }
        match self.stroke(key, event) {
            Some(answer) => {
                self.after(&answer, context);
                true
            }
            None => false,
        }
    }

    fn paste(&mut self, pasted: &str, context: &mut Context<'_>) -> bool {
        let answer = self.desk.paste(pasted);
        self.after(&answer, context);
        true
    }

    fn escape(&mut self, context: &mut Context<'_>) -> bool {
        let answer = self.desk.press(Stroke::Escape);
        if answer.up {
            self.remember(context);
        }
        self.after(&answer, context);
        !answer.up
    }

    fn is_drafting(&self) -> bool {
        self.desk.is_drafting()
    }

    fn drop_draft(&mut self) {
        self.desk.give_up_draft();
    }

    fn leave(&mut self, context: &mut Context<'_>) -> bool {
        let held = self.desk.settle_draft().err();
        let answer = held.clone().unwrap_or_default();
        self.after(&answer, context);
        self.remember(context);
        held.is_none()
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        let Some(about) = self.requests.asked(ticket) else {
            return self.listed(ticket, answer);
        };
        let opened = matches!(about, About::Open(_));
        let answer = self.desk.replied(&about, answer.clone());
        self.after(&answer, context);
        if opened {
            // A line that breaks later takes no leave.
            self.remember(context);
        }
        true
    }

    fn applied(&mut self, ticket: Ticket, answer: &Outcome, context: &mut Context<'_>) -> bool {
        let Some(id) = self.requests.sent(ticket) else {
            return false;
        };
        let answer = self.desk.applied(&id, answer.clone());
        self.after(&answer, context);
        true
    }

    fn waits(&self) -> bool {
        self.desk.is_opening()
    }

    fn unanswered(&self) -> Vec<Operation> {
        self.desk.unanswered()
    }

    fn calls_back(&self) -> bool {
        self.desk.stuck() > 0 || matches!(self.desk.asking(), Some(Asking::Conflict(_)))
    }

    fn undecided(&self, session: &Session) -> Vec<String> {
        let all = self.desk.undecided();
        let language = session.language;
        let place = |conflict| popups::place(&self.desk, conflict, language);
        all.map(|conflict| own_value(conflict, &place(conflict), language))
            .collect()
    }

    fn retry(&mut self, context: &mut Context<'_>) {
        let answer = self.desk.retry();
        self.after(&answer, context);
    }

    fn read(&mut self, context: &mut Context<'_>) {
        self.desk.news();
        self.after(&Answer::quiet(), context);
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        if let Returned::Found("scoring.find", code) = result {
            let answer = act::found(&mut self.desk, &code);
            self.after(&answer, context);
        }
    }

    fn header(&self, session: &Session) -> (String, String) {
        view::header(self, session)
    }

    fn hints(&self, session: &Session) -> Vec<(String, String)> {
        view::hints(self, session)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session.language, area, canvas)
    }
}
