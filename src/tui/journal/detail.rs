//! One operation whole: every change, the reason, its place in the chain.

use ratatui::layout::{Position, Rect};

use crate::config::local;
use crate::office::JournalLine;
use crate::term::{KeyCode, KeyEvent};
use crate::text::{Language, journal as text, operation_kind};
use crate::tui::keys::Key;
use crate::tui::screen::{Context, Screen};
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, centred, popup, wrap};

const WIDTH: u16 = 76;

/// A popup with an operation.
#[derive(Debug)]
pub struct Detail {
    line: JournalLine,
    /// Lines scrolled past.
    offset: usize,
}

impl Detail {
    #[must_use]
    pub const fn new(line: JournalLine) -> Self {
        Self { line, offset: 0 }
    }

    fn lines(&self, language: Language) -> Vec<String> {
        let line = &self.line;
        let mut told = vec![
            text::who_when(language, &line.actor, &local(line.at), &line.via),
            text::chain(language, line.seq, &line.hash),
        ];
        if let Some(reason) = &line.reason {
            told.push(text::reason(language, reason));
        }
        if let Some(seq) = line.undoes {
            told.push(text::undoes(language, seq));
        }
        told.push(String::new());
        let changes = line.changes.iter();
        told.extend(changes.map(|change| text::change(language, change)));
        let shown = u64::try_from(line.changes.len()).unwrap_or(u64::MAX);
        if line.count > shown {
            told.push(text::more(language, line.count - shown));
        }
        told
    }
}

impl Screen for Detail {
    fn id(&self) -> &'static str {
        "operation"
    }

    fn is_popup(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, _event: KeyEvent, context: &mut Context<'_>) -> bool {
        let last = self.lines(context.session.language).len();
        match key.code {
            KeyCode::Enter => context.pop(),
            KeyCode::Up => self.offset = self.offset.saturating_sub(1),
            KeyCode::Down => self.offset = (self.offset + 1).min(last),
            _ => return false,
        }
        true
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        let language = session.language;
        let room = usize::from(WIDTH - 4);
        let widths = canvas.widths;
        let lines: Vec<String> = self
            .lines(language)
            .iter()
            .flat_map(|line| wrap(line, room, &widths))
            .collect();
        let height = u16::try_from(lines.len())
            .unwrap_or(u16::MAX)
            .saturating_add(2);
        let title = operation_kind(language, &self.line.kind);
        let inside = popup(canvas, centred(area, WIDTH, height), title);
        let shown = lines.iter().skip(self.offset);
        for (line, y) in shown.zip(inside.top()..inside.bottom()) {
            canvas.put(inside.x, y, inside.width, line, Role::Text);
        }
        None
    }
}
