//! One of several: a digit takes it, or arrows and Enter.

use ratatui::layout::{Position, Rect};

use crate::term::{KeyCode, KeyEvent};
use crate::tui::keys::Key;
use crate::tui::screen::{Context, Move, Movement, Returned, Screen, Tone};
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Window, goes_on, popup_of};

/// Rows that are not choices: the frame.
const AROUND: u16 = 2;
const NARROWEST: u16 = 30;
const WIDEST: u16 = 76;

/// A popup with choices.
#[derive(Debug, Clone)]
pub struct Choice {
    asked: &'static str,
    title: String,
    /// What there is to know before choosing.
    intro: Vec<String>,
    options: Vec<Entry>,
    window: Window,
}

/// One of the choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    /// Why it cannot be taken; none where it can.
    pub why_not: Option<String>,
}

impl From<String> for Entry {
    fn from(name: String) -> Self {
        Self {
            name,
            why_not: None,
        }
    }
}

impl Choice {
    /// Asks; `asked` comes back in [`Returned::Chosen`] with the position of the choice.
    #[must_use]
    pub fn new(asked: &'static str, title: String, options: Vec<Entry>) -> Self {
        Self {
            asked,
            title,
            intro: Vec::new(),
            options,
            window: Window::default(),
        }
    }

    /// Selects a choice beforehand.
    #[must_use]
    pub const fn selecting(mut self, position: usize) -> Self {
        self.window.selected = position;
        self
    }

    /// Says something before the choices.
    #[must_use]
    pub fn saying(mut self, intro: Vec<String>) -> Self {
        self.intro = intro;
        self
    }

    fn take(&mut self, position: usize, context: &mut Context<'_>) {
        match self.options.get(position) {
            Some(Entry {
                why_not: Some(why), ..
            }) => context.say(Tone::Warning, why.clone()),
            Some(_) => {
                let chosen = Returned::Chosen(self.asked, position);
                context.moves.push(Move::Return(chosen));
            }
            None => {}
        }
    }

    fn page(&self, height: u16) -> usize {
        let intro = u16::try_from(self.intro.len()).unwrap_or(u16::MAX);
        usize::from(
            height
                .saturating_sub(AROUND + 3)
                .saturating_sub(intro)
                .max(1),
        )
    }
}

impl Screen for Choice {
    fn id(&self) -> &'static str {
        "choice"
    }

    fn is_popup(&self) -> bool {
        true
    }

    fn opened(&mut self, context: &mut Context<'_>) {
        let page = self.page(context.session.size.height);
        self.window.follow(self.options.len(), page);
    }

    fn key(&mut self, key: Key, _event: KeyEvent, context: &mut Context<'_>) -> bool {
        let count = self.options.len();
        let page = self.page(context.session.size.height);
        if let Some(position) = key.place() {
            self.take(position, context);
        } else if key.code == KeyCode::Enter {
            self.take(self.window.selected, context);
        } else if let Some(movement) = Movement::of_key(key) {
            self.window.go(movement, count, page);
        } else {
            return false;
        }
        true
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        let widths = canvas.widths;
        let names = self.options.iter().map(|option| {
            let why = option
                .why_not
                .as_ref()
                .map_or(0, |why| widths.text(why) + 3);
            widths.text(&option.name) + why + 6
        });
        let intro = self.intro.iter().map(|line| widths.text(line));
        let title = widths.text(&self.title) + 4;
        let widest = names.chain(intro).chain([title]).max().unwrap_or(0);
        let width = u16::try_from(widest + 4).unwrap_or(WIDEST);
        let rows = self.page(area.height + 3).min(self.options.len()) + self.intro.len();
        let width = width.clamp(NARROWEST, WIDEST);
        let inside = popup_of(canvas, area, width, rows, &self.title);
        let mut y = inside.y;
        for line in &self.intro {
            canvas.name(inside.x, y, inside.width, line, Role::Text);
            y += 1;
        }
        let in_sight = self.options.iter().enumerate().skip(self.window.offset);
        for ((position, option), y) in in_sight.zip(y..inside.bottom()) {
            if position < 10 {
                let digit = ((position + 1) % 10).to_string();
                canvas.put(inside.x, y, 2, &digit, Role::Key);
            }
            let room = inside.width.saturating_sub(3);
            let used = canvas.name(inside.x + 3, y, room, &option.name, Role::Text);
            if let Some(why) = &option.why_not {
                let room = room.saturating_sub(used + 2);
                canvas.name(inside.x + used + 5, y, room, why, Role::Quiet);
            }
            let whole = Rect::new(inside.x, y, inside.width, 1);
            canvas.choice(whole, position, self.window.selected);
        }
        let seen = self.window.offset + usize::from(inside.bottom().saturating_sub(y));
        let below = self.options.len().saturating_sub(seen);
        goes_on(canvas, inside, below, session.language);
        None
    }
}
