//! The popup in which equals are put in order: picked one after the other, best first.

use ratatui::layout::{Position, Rect};

use crate::term::{KeyCode, KeyEvent};
use crate::text::{ranking as text, tui};
use crate::tui::keys::Key;
use crate::tui::screen::{Context, Move, Movement, Returned, Screen};
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Window, popup_of};

const WIDTH: u16 = 60;
/// Rows that are no organisations: the frame and the introduction.
const AROUND: u16 = 3;
/// The digit before a name, and the place behind it.
const DIGIT: u16 = 3;
const PLACE: u16 = 8;

/// The popup.
#[derive(Debug, Clone)]
pub(super) struct Order {
    asked: &'static str,
    /// Codes and names.
    equals: Vec<(String, String)>,
    /// Positions in `equals`, best first.
    picked: Vec<usize>,
    window: Window,
}

impl Order {
    /// Asks for the order; `asked` comes back in [`Returned::Filled`] with the codes, best first.
    pub fn new(asked: &'static str, equals: Vec<(String, String)>) -> Self {
        Self {
            asked,
            equals,
            picked: Vec::new(),
            window: Window::default(),
        }
    }

    /// Picks one, or takes it and those behind it back. The last that is left has its place.
    fn pick(&mut self, position: usize) {
        if position >= self.equals.len() {
            return;
        }
        if let Some(at) = self.picked.iter().position(|one| *one == position) {
            self.picked.truncate(at);
            return;
        }
        self.picked.push(position);
        if self.picked.len() + 1 == self.equals.len() {
            let left = (0..self.equals.len()).find(|one| !self.picked.contains(one));
            self.picked.extend(left);
        }
    }

    /// The last one and the one it followed from had their places by one key.
    fn take_back(&mut self) {
        if self.picked.len() == self.equals.len() {
            self.picked.pop();
        }
        self.picked.pop();
    }

    fn finish(&self, context: &mut Context<'_>) {
        let left = self.equals.len() - self.picked.len();
        if left > 0 {
            let language = context.session.language;
            let title = text::order_title(language, self.equals.len());
            context.refuse(title, text::order_unplaced(language, left));
            return;
        }
        let code = |at: &usize| self.equals.get(*at).map(|(code, _)| code.clone());
        let codes = self.picked.iter().filter_map(code).collect();
        context
            .moves
            .push(Move::Return(Returned::Filled(self.asked, codes)));
    }

    fn page(&self, height: u16) -> usize {
        let room = usize::from(height.saturating_sub(AROUND + 3).max(1));
        room.min(self.equals.len())
    }
}

impl Screen for Order {
    fn id(&self) -> &'static str {
        "tie order"
    }

    fn is_popup(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, _event: KeyEvent, context: &mut Context<'_>) -> bool {
        let count = self.equals.len();
        let page = self.page(context.session.size.height);
        match (key.place(), key.code, Movement::of_key(key)) {
            (Some(place), ..) => self.pick(place),
            (_, KeyCode::Char(' '), _) => self.pick(self.window.selected),
            (_, KeyCode::Backspace, _) => self.take_back(),
            (_, KeyCode::Enter, _) => self.finish(context),
            (.., Some(movement)) => self.window.go(movement, count, page),
            _ => return false,
        }
        true
    }

    fn hints(&self, session: &Session) -> Vec<(String, String)> {
        let language = session.language;
        vec![
            ("1-9".to_owned(), text::order_take(language)),
            ("Backspace".to_owned(), text::order_last_back(language)),
            ("Enter".to_owned(), tui::confirm(language)),
            ("Esc".to_owned(), tui::cancel(language)),
        ]
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        let language = session.language;
        let rows = self.page(area.height + 3);
        let title = text::order_title(language, self.equals.len());
        let inside = popup_of(canvas, area, WIDTH, rows + 1, &title);
        let intro = text::order_intro(language);
        canvas.name(inside.x, inside.y, inside.width, &intro, Role::Quiet);
        let in_sight = self.equals.iter().enumerate().skip(self.window.offset);
        for ((position, (_, name)), y) in in_sight.zip(inside.y + 1..inside.bottom()) {
            if position < 10 {
                let digit = ((position + 1) % 10).to_string();
                canvas.put(inside.x, y, DIGIT, &digit, Role::Key);
            }
            let room = inside.width.saturating_sub(DIGIT + PLACE);
            canvas.name(inside.x + DIGIT, y, room, name, Role::Text);
            if let Some(at) = self.picked.iter().position(|one| *one == position) {
                let told = text::order_place(language, at + 1);
                let x = inside.right().saturating_sub(PLACE);
                canvas.put_right(x, y, PLACE, &told, Role::Draft);
            }
            let whole = Rect::new(inside.x, y, inside.width, 1);
            canvas.choice(whole, position, self.window.selected);
        }
        None
    }
}
