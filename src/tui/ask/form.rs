//! A few fields: Tab and arrows go between them, Enter goes on and, on the last one, is done.

use ratatui::layout::{Position, Rect};

use crate::term::{KeyCode, KeyEvent};
use crate::text::tui as text;
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
}

impl Line {
    /// A field that holds a text to begin with.
    #[must_use]
    pub fn new(label: String, text: &str, needed: bool) -> Self {
        Self {
            label,
            field: Field::new(text),
            needed,
        }
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
        if self.at + 1 < self.lines.len() {
            self.at += 1;
            return;
        }
        let texts = self.lines.iter().map(|line| line.field.text().trim());
        let empty = self
            .lines
            .iter()
            .position(|line| line.needed && line.field.text().trim().is_empty());
        if let Some((position, line)) = empty.and_then(|at| Some((at, self.lines.get(at)?))) {
            let label = line.label.clone();
            self.at = position;
            let needed = text::field_needed(context.session.language, &label);
            context.refuse(label, needed);
            return;
        }
        let filled = Returned::Filled(self.asked, texts.map(str::to_owned).collect());
        context.moves.push(Move::Return(filled));
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
        vec![
            ("Enter".to_owned(), text::confirm(language)),
            ("Tab".to_owned(), text::next_field(language)),
            ("Esc".to_owned(), text::cancel(language)),
        ]
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
