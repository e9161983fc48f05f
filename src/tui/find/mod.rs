//! The find popup: what is typed narrows a list of names; Enter goes there.

use ratatui::layout::{Position, Rect};

use super::keys::Key;
use super::screen::{Context, Move, Movement, Returned, Screen};
use super::session::Session;
use super::theme::Role;
use super::widget::{Canvas, Field, Window, popup_of};
use crate::find::Finder;
use crate::term::{KeyCode, KeyEvent};
use crate::text::tui as text;

const WIDTH: u16 = 66;
/// Frame, field and a line of air.
const AROUND: u16 = 4;
const CODE: u16 = 14;
/// Nobody goes down farther; typing more is shorter.
const MOST: usize = 500;

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findable {
    pub code: String,
    pub name: String,
    /// What tells it from others of its name: its town.
    pub beside: String,
}

/// The popup.
#[derive(Debug)]
pub struct Find {
    asked: &'static str,
    all: Vec<Findable>,
    finder: Finder,
    field: Field,
    found: Vec<usize>,
    window: Window,
}

impl Find {
    /// Looks among these; `asked` comes back in [`Returned::Found`] with the code.
    #[must_use]
    pub fn new(asked: &'static str, all: Vec<Findable>) -> Self {
        let mut find = Self {
            asked,
            finder: Finder::new(all.iter().map(|one| (one.code.as_str(), one.name.as_str()))),
            all,
            field: Field::default(),
            found: Vec::new(),
            window: Window::default(),
        };
        find.search();
        find
    }

    fn search(&mut self) {
        let typed = self.field.text().trim();
        self.found = if typed.is_empty() {
            (0..self.all.len()).collect()
        } else {
            let hits = self.finder.search(typed, MOST);
            hits.first.iter().map(|hit| hit.position).collect()
        };
        self.window = Window::default();
    }

    fn page(height: u16) -> usize {
        usize::from(height.saturating_sub(AROUND + 3).clamp(1, 14))
    }
}

impl Screen for Find {
    fn id(&self) -> &'static str {
        "find"
    }

    fn is_popup(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, event: KeyEvent, context: &mut Context<'_>) -> bool {
        let count = self.found.len();
        let page = Self::page(context.session.size.height);
        match key.code {
            KeyCode::Enter => {
                let selected = self.found.get(self.window.selected);
                if let Some(one) = selected.and_then(|position| self.all.get(*position)) {
                    let found = Returned::Found(self.asked, one.code.clone());
                    context.moves.push(Move::Return(found));
                }
            }
            _ => match Movement::of_key(key) {
                Some(movement) => self.window.go(movement, count, page),
                None => {
                    let used = self.field.key(event);
                    self.search();
                    return used;
                }
            },
        }
        true
    }

    fn paste(&mut self, pasted: &str, _context: &mut Context<'_>) -> bool {
        self.field.insert(pasted.trim());
        self.search();
        true
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        let language = session.language;
        let rows = Self::page(session.size.height).min(self.all.len().max(1));
        let title = text::find_title(language);
        let inside = popup_of(canvas, area, WIDTH, rows + 2, &title);
        if inside.height < 3 {
            return None;
        }
        let counted = format!("{}/{}", self.found.len(), self.all.len());
        let room = inside.width.saturating_sub(12);
        canvas.put_right(inside.x + room, inside.y, 12, &counted, Role::Quiet);
        let caret = self.field.draw(canvas, inside.x, inside.y, room);
        if self.found.is_empty() {
            let nothing = text::nothing_found(language);
            canvas.put(inside.x, inside.y + 2, inside.width, &nothing, Role::Quiet);
        }
        let in_sight = self.found.iter().enumerate().skip(self.window.offset);
        for ((position, at), y) in in_sight.zip(inside.y + 2..inside.bottom()) {
            let Some(one) = self.all.get(*at) else {
                continue;
            };
            let room = inside.width.saturating_sub(CODE);
            canvas.name(inside.x, y, CODE - 1, &one.code, Role::Quiet);
            let used = canvas.name(inside.x + CODE, y, room, &one.name, Role::Text) + 2;
            let x = inside.x + CODE + used;
            canvas.name(x, y, room.saturating_sub(used), &one.beside, Role::Quiet);
            let whole = Rect::new(inside.x, y, inside.width, 1);
            canvas.choice(whole, position, self.window.selected);
        }
        Some(caret)
    }
}
