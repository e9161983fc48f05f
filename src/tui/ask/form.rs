//! A few fields: Tab and arrows go between them, Enter goes on and, on the last one, is done.
//!
//! What can be seen on a field alone is looked at here, by the rules of the door: a faulty one
//! keeps the form open and the person in it.

use ratatui::layout::{Position, Rect};

use crate::exchange::fold;
use crate::round::{FieldForm, Limits};
use crate::term::{KeyCode, KeyEvent};
use crate::text::{Language, refusal, tui as text};
use crate::tui::keys::Key;
use crate::tui::screen::{Context, Move, Returned, Screen};
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Field, popup_of};

const WIDTH: u16 = 70;
/// The longest label, and a blank.
const LABEL: u16 = 14;

/// A popup with text fields.
#[derive(Debug, Clone)]
pub struct Form {
    asked: &'static str,
    title: String,
    /// What there is to know before filling.
    intro: Vec<String>,
    lines: Vec<Line>,
    at: usize,
}

/// A field with its name.
#[derive(Debug, Clone)]
pub struct Line {
    pub label: String,
    pub field: Field,
    /// It may not stay empty.
    pub needed: bool,
    /// What it has to be, and what the door calls it.
    form: Option<(FieldForm, &'static str)>,
}

impl Line {
    /// A field that holds a text to begin with.
    #[must_use]
    pub fn new(label: String, text: &str, needed: bool) -> Self {
        Self {
            label,
            field: Field::new(text),
            needed,
            form: None,
        }
    }

    /// It is looked at before it is handed over; `field` is what the door calls it.
    #[must_use]
    pub const fn of(mut self, form: FieldForm, field: &'static str) -> Self {
        self.form = Some((form, field));
        self
    }

    /// The text as it is handed over; figures are read as plain ones where a day is meant.
    fn text(&self) -> String {
        let typed = self.field.text().trim();
        match self.form {
            Some((FieldForm::Day, _)) => fold(typed).into_owned(),
            _ => typed.to_owned(),
        }
    }

    /// What is wrong with it; nothing where it can be handed over.
    fn fault(&self, language: Language) -> Option<String> {
        let text = self.text();
        if text.is_empty() {
            let label = &self.label;
            return self.needed.then(|| text::field_needed(language, label));
        }
        let (form, field) = self.form?;
        let refused = form.check(field, &text, &Limits::default()).err()?;
        Some(match form {
            FieldForm::Day => text::no_day(language, &text),
            _ => refusal::refusal(language, &refused),
        })
    }
}

impl Form {
    /// Asks; `asked` comes back in [`Returned::Filled`] with the texts, trimmed.
    #[must_use]
    pub const fn new(
        asked: &'static str,
        title: String,
        intro: Vec<String>,
        lines: Vec<Line>,
    ) -> Self {
        Self {
            asked,
            title,
            intro,
            lines,
            at: 0,
        }
    }

    /// Begins in another field than the first.
    #[must_use]
    pub const fn beginning_at(mut self, position: usize) -> Self {
        self.at = position;
        self
    }

    fn step(&mut self, by: isize) {
        let last = self.lines.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    fn enter(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let is_last = self.at + 1 >= self.lines.len();
        // An empty field may still be filled; a faulty one holds its own Enter.
        let here = |at: usize, line: &Line| at == self.at && !line.text().is_empty();
        let wrong = self.lines.iter().enumerate().find_map(|(at, line)| {
            let looked_at = is_last || here(at, line);
            let why = looked_at.then(|| line.fault(language)).flatten()?;
            Some((at, line.label.clone(), why))
        });
        if let Some((at, label, why)) = wrong {
            self.at = at;
            context.refuse(label, why);
        } else if is_last {
            let texts = self.lines.iter().map(Line::text).collect();
            let filled = Returned::Filled(self.asked, texts);
            context.moves.push(Move::Return(filled));
        } else {
            self.at += 1;
        }
    }
}

impl Screen for Form {
    fn id(&self) -> &'static str {
        "form"
    }

    fn is_popup(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, event: KeyEvent, context: &mut Context<'_>) -> bool {
        match key.code {
            KeyCode::Enter => self.enter(context),
            KeyCode::Up | KeyCode::BackTab => self.step(-1),
            KeyCode::Down | KeyCode::Tab => self.step(1),
            _ => {
                return self
                    .lines
                    .get_mut(self.at)
                    .is_some_and(|line| line.field.key(event));
            }
        }
        true
    }

    fn paste(&mut self, pasted: &str, _context: &mut Context<'_>) -> bool {
        let Some(line) = self.lines.get_mut(self.at) else {
            return false;
        };
        line.field.insert(pasted.trim());
        true
    }

    fn hints(&self, session: &Session) -> Vec<(String, String)> {
        let language = session.language;
        let hint = |key: &str, name: String| (key.to_owned(), name);
        let is_last = self.at + 1 >= self.lines.len();
        let mut hints = vec![if is_last {
            hint("Enter", text::confirm(language))
        } else {
            hint("Enter", text::next_field(language))
        }];
        if self.at > 0 {
            hints.push(hint("↑", text::field_before(language)));
        }
        hints.push(hint("Esc", text::cancel(language)));
        hints
    }

    fn view(&self, _session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        let rows = self.intro.len() + self.lines.len();
        let inside = popup_of(canvas, area, WIDTH, rows, &self.title);
        let mut y = inside.y;
        for line in &self.intro {
            canvas.name(inside.x, y, inside.width, line, Role::Text);
            y += 1;
        }
        let mut caret = None;
        for ((position, line), y) in self.lines.iter().enumerate().zip(y..inside.bottom()) {
            let role = if position == self.at {
                Role::Title
            } else {
                Role::Text
            };
            canvas.put(inside.x, y, LABEL, &line.label, role);
            let room = inside.width.saturating_sub(LABEL);
            let at = line.field.draw(canvas, inside.x + LABEL, y, room);
            if position == self.at {
                caret = Some(at);
            }
        }
        caret
    }
}
