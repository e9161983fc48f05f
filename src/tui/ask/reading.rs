//! A text to read whole: it scrolls, and Enter or Esc closes it.

use ratatui::layout::{Position, Rect, Size};

use crate::term::{KeyCode, KeyEvent, Widths};
use crate::text::tui as text;
use crate::tui::keys::Key;
use crate::tui::screen::{Context, Screen};
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::view::plan;
use crate::tui::widget::{Canvas, centred, goes_on, popup, wrap};

const WIDTH: u16 = 76;
/// The frame, and a column of air on both sides.
const AROUND: u16 = 2;

/// A popup with paragraphs.
#[derive(Debug)]
pub struct Reading {
    word: &'static str,
    title: String,
    paragraphs: Vec<(Role, String)>,
    /// Lines scrolled past.
    offset: usize,
}

impl Reading {
    /// Shows paragraphs; `word` is what the popup is called in tests.
    #[must_use]
    pub const fn new(word: &'static str, title: String, paragraphs: Vec<(Role, String)>) -> Self {
        Self {
            word,
            title,
            paragraphs,
            offset: 0,
        }
    }

    fn lines(&self, width: u16, widths: &Widths) -> Vec<(Role, String)> {
        let room = usize::from(WIDTH.min(width).saturating_sub(AROUND * 2));
        let mut lines = Vec::new();
        for (role, paragraph) in &self.paragraphs {
            let broken = wrap(paragraph, room, widths);
            lines.extend(broken.into_iter().map(|line| (*role, line)));
        }
        lines
    }

    /// Lines in all and lines in sight, in a terminal of a size.
    fn extent(&self, size: Size, widths: &Widths) -> (usize, usize) {
        let body = plan(Rect::new(0, 0, size.width, size.height)).body;
        let page = usize::from(body.height.saturating_sub(AROUND));
        (self.lines(size.width, widths).len(), page)
    }
}

impl Screen for Reading {
    fn id(&self) -> &'static str {
        self.word
    }

    fn is_popup(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, _event: KeyEvent, context: &mut Context<'_>) -> bool {
        let session = &*context.session;
        let (count, page) = self.extent(session.size, &session.widths());
        let last = count.saturating_sub(page);
        let turned = page.saturating_sub(1).max(1);
        self.offset = match key.code {
            KeyCode::Enter => {
                context.pop();
                self.offset
            }
            KeyCode::Up => self.offset.saturating_sub(1),
            KeyCode::Down => self.offset + 1,
            KeyCode::PageUp => self.offset.saturating_sub(turned),
            KeyCode::PageDown | KeyCode::Char(' ') => self.offset + turned,
            KeyCode::Home => 0,
            KeyCode::End => last,
            _ => return false,
        }
        .min(last);
        true
    }

    fn hints(&self, session: &Session) -> Vec<(String, String)> {
        let language = session.language;
        let (count, page) = self.extent(session.size, &session.widths());
        let hint = |key: &str, name: String| (key.to_owned(), name);
        let mut hints = Vec::new();
        if count > page {
            hints.push(hint("↑↓", text::reading_scroll(language)));
            hints.push(hint("PgDn", text::reading_page(language)));
        }
        hints.push(hint("Enter", text::reading_close(language)));
        hints
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        let lines = self.lines(area.width, &canvas.widths);
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let height = height.saturating_add(AROUND);
        let page = usize::from(area.height.saturating_sub(AROUND));
        let mut title = self.title.clone();
        if lines.len() > page {
            let (from, to) = (self.offset + 1, (self.offset + page).min(lines.len()));
            let told = text::reading_lines(session.language, from, to, lines.len());
            title = format!("{title}  {told}");
        }
        let inside = popup(canvas, centred(area, WIDTH, height), &title);
        let shown = lines.iter().skip(self.offset);
        for ((role, line), y) in shown.zip(inside.top()..inside.bottom()) {
            canvas.put(inside.x, y, inside.width, line, *role);
        }
        let below = lines.len().saturating_sub(self.offset + page);
        goes_on(canvas, inside, below, session.language);
        None
    }
}
