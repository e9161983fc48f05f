//! One of several: a digit takes it, or arrows and Enter. Of many it is found by typing.

use ratatui::layout::{Position, Rect};

use crate::find::Finder;
use crate::term::{KeyCode, KeyEvent};
use crate::text::tui as text;
use crate::tui::keys::Key;
use crate::tui::screen::{Context, Move, Movement, Returned, Screen, Tone};
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Field, Window, goes_on, popup_of};

/// Rows that are not choices: the frame.
const AROUND: u16 = 2;
const NARROWEST: u16 = 30;
const WIDEST: u16 = 76;
/// So many have a digit.
const NUMBERED: usize = 10;

/// A popup with choices.
#[derive(Debug, Clone)]
pub struct Choice {
    asked: &'static str,
    title: String,
    /// What there is to know before choosing.
    intro: Vec<String>,
    options: Vec<Entry>,
    window: Window,
    /// What is looked for among many; none: all are listed, and digits choose.
    search: Option<Search>,
}

/// Looking for a choice by its name.
#[derive(Debug, Clone)]
struct Search {
    finder: Finder,
    field: Field,
    /// Positions of the choices that fit.
    found: Vec<usize>,
}

impl Search {
    fn among(options: &[Entry]) -> Self {
        let names = options.iter().map(|option| ("", option.name.as_str()));
        Self {
            finder: Finder::new(names),
            field: Field::default(),
            found: (0..options.len()).collect(),
        }
    }

    fn look(&mut self) {
        let typed = self.field.text().trim();
        let all = self.finder.len();
        self.found = if typed.is_empty() {
            (0..all).collect()
        } else {
            let hits = self.finder.search(typed, all);
            hits.first.iter().map(|hit| hit.position).collect()
        };
    }
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
            search: None,
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

    /// How many are listed.
    fn count(&self) -> usize {
        let found = self.search.as_ref().map(|search| search.found.len());
        found.unwrap_or(self.options.len())
    }

    /// The choice of a row.
    fn at(&self, row: usize) -> Option<usize> {
        match &self.search {
            Some(search) => search.found.get(row).copied(),
            None => (row < self.options.len()).then_some(row),
        }
    }

    fn take(&self, row: usize, context: &mut Context<'_>) {
        let Some(position) = self.at(row) else {
            return;
        };
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

    /// A key for the field of what is looked for; F3, `/` or a letter begins it where there are
    /// more than have a digit.
    fn look(&mut self, key: Key, event: KeyEvent) -> bool {
        let asks = key == Key::f(3) || key == Key::char('/');
        let letter = key.typed().is_some_and(char::is_alphabetic);
        if self.search.is_none() {
            if self.options.len() <= NUMBERED || !(asks || letter) {
                return false;
            }
            self.search = Some(Search::among(&self.options));
        }
        let Some(search) = &mut self.search else {
            return false;
        };
        let used = asks || search.field.key(event);
        if used {
            search.look();
            self.window = Window::default();
        }
        used
    }

    fn page(&self, height: u16) -> usize {
        let above = self.intro.len() + usize::from(self.search.is_some());
        let above = u16::try_from(above).unwrap_or(u16::MAX);
        let page = height.saturating_sub(AROUND + 3).saturating_sub(above);
        usize::from(page.max(1))
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

    fn key(&mut self, key: Key, event: KeyEvent, context: &mut Context<'_>) -> bool {
        let page = self.page(context.session.size.height);
        let movement = Movement::of_key(key).or_else(|| Movement::to_end(key));
        if let Some(place) = key.place().filter(|_| self.search.is_none()) {
            self.take(place, context);
        } else if key.code == KeyCode::Enter {
            self.take(self.window.selected, context);
        } else if let Some(movement) = movement {
            self.window.go(movement, self.count(), page);
        } else {
            return self.look(key, event);
        }
        true
    }

    fn paste(&mut self, pasted: &str, _context: &mut Context<'_>) -> bool {
        let Some(search) = &mut self.search else {
            return false;
        };
        search.field.insert(pasted.trim());
        search.look();
        self.window = Window::default();
        true
    }

    /// What is looked for is given up first.
    fn escape(&mut self, _context: &mut Context<'_>) -> bool {
        let Some(search) = self.search.take() else {
            return false;
        };
        let selected = search.found.get(self.window.selected);
        self.window.selected = selected.copied().unwrap_or(0);
        true
    }

    fn hints(&self, session: &Session) -> Vec<(String, String)> {
        let language = session.language;
        let mut hints = vec![("Enter".to_owned(), text::confirm(language))];
        if self.options.len() > NUMBERED {
            hints.push(("F3".to_owned(), text::find_here(language)));
        }
        hints.push(("Esc".to_owned(), text::cancel(language)));
        hints
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
        let page = self.page(area.height + 3);
        let above = self.intro.len() + usize::from(self.search.is_some());
        let rows = page.min(self.options.len()) + above;
        let width = width.clamp(NARROWEST, WIDEST);
        let more = self.options.len() > page;
        let title = if more {
            let at = (self.window.selected + 1).min(self.count());
            format!("{}  {at}/{}", self.title, self.count())
        } else {
            self.title.clone()
        };
        let inside = popup_of(canvas, area, width, rows, &title);
        let mut y = inside.y;
        for line in &self.intro {
            canvas.name(inside.x, y, inside.width, line, Role::Text);
            y += 1;
        }
        let mut caret = None;
        if let Some(search) = &self.search {
            let label = text::filter_label(session.language);
            let used = canvas.put(inside.x, y, inside.width, &label, Role::Heading) + 1;
            let room = inside.width.saturating_sub(used);
            caret = Some(search.field.draw(canvas, inside.x + used, y, room));
            y += 1;
            if search.found.is_empty() {
                let nothing = text::nothing_found(session.language);
                canvas.put(inside.x, y, inside.width, &nothing, Role::Quiet);
            }
        }
        let in_sight = (self.window.offset..self.count()).zip(y..inside.bottom());
        for (row, y) in in_sight {
            let whole = Rect::new(inside.x, y, inside.width, 1);
            self.row(row, whole, canvas);
        }
        let seen = self.window.offset + usize::from(inside.bottom().saturating_sub(y));
        let below = self.count().saturating_sub(seen);
        goes_on(canvas, inside, below, session.language);
        caret
    }
}

impl Choice {
    fn row(&self, row: usize, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(option) = self.at(row).and_then(|position| self.options.get(position)) else {
            return;
        };
        if row < NUMBERED && self.search.is_none() {
            let digit = ((row + 1) % 10).to_string();
            canvas.put(area.x, area.y, 2, &digit, Role::Key);
        }
        let room = area.width.saturating_sub(3);
        let used = canvas.name(area.x + 3, area.y, room, &option.name, Role::Text);
        if let Some(why) = &option.why_not {
            let room = room.saturating_sub(used + 2);
            canvas.name(area.x + used + 5, area.y, room, why, Role::Quiet);
        }
        canvas.choice(area, row, self.window.selected);
    }
}
