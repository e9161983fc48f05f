//! Help and palette: everything that can be done here, found by typing, run with Enter. The menu
//! of actions: what has no key of its own, numbered.

mod view;

use ratatui::layout::{Position, Rect};

use super::catalogue::LISTS;
use super::commands::{Command, EVERYWHERE};
use super::go::DESTINATIONS;
use super::keymap::Keymap;
use super::keys::Key;
use super::model::Model;
use super::screen::{Context, Move, Movement, Screen, Tone};
use super::session::Session;
use super::widget::{Canvas, Field, Window};
use crate::find::{Finder, Fit};
use crate::term::{KeyCode, KeyEvent};
use crate::text::{Language, other_words, tui as text};

/// Which list it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    Help,
    Palette,
    /// F2
    Actions,
    /// Ctrl-G
    Go,
}

impl ListKind {
    /// Whether what it lists is chosen by its number, and not found by typing.
    pub(super) const fn is_numbered(self) -> bool {
        matches!(self, Self::Actions | Self::Go)
    }
}

/// The popup.
#[derive(Debug)]
pub struct CommandList {
    kind: ListKind,
    entries: Vec<Entry>,
    /// How many of them belong here; the rest is found by typing only.
    here: usize,
    finder: Finder,
    /// The entry that each line of the finder is of: its name, and every other word for it.
    finds: Vec<usize>,
    filter: Field,
    /// Digits of the number that is being typed.
    typed: String,
    /// Positions in `entries` that the filter leaves.
    shown: Vec<usize>,
    window: Window,
}

/// A command as it is listed.
#[derive(Debug, Clone)]
struct Entry {
    id: &'static str,
    /// In both languages: it is found by either.
    name: fn(Language) -> String,
    keys: String,
    why_not: Option<String>,
}

impl Entry {
    fn chinese(&self) -> String {
        (self.name)(Language::Chinese)
    }
}

/// Whether the keys of a command of every screen all mean something else in this one.
fn is_shadowed(command: &Command, here: &[Command], keymap: &Keymap) -> bool {
    let taken = |key: &Key| here.iter().any(|other| keymap.keys(other).contains(key));
    let mine = here.iter().any(|other| other.id == command.id);
    let keys = keymap.keys(command);
    !mine && !keys.is_empty() && keys.iter().all(taken)
}

impl CommandList {
    /// Lists what can be done in the uppermost screen and everywhere.
    #[must_use]
    pub fn of(model: &Model, kind: ListKind) -> Self {
        let mut entries = match kind {
            ListKind::Go => destinations(&model.session),
            ListKind::Actions | ListKind::Help => commands(model, kind),
            ListKind::Palette => {
                let mut entries = commands(model, kind);
                // A command of the screen itself goes first: it may know more.
                let here: Vec<String> = entries.iter().map(Entry::chinese).collect();
                let further = destinations(&model.session).into_iter();
                entries.extend(further.filter(|entry| !here.contains(&entry.chinese())));
                entries
            }
        };
        let here = entries.len();
        if kind == ListKind::Palette {
            let further = elsewhere(&entries, model);
            entries.extend(further);
        }
        let (finds, finder) = finder(&entries);
        Self {
            finder,
            finds,
            kind,
            shown: (0..here).collect(),
            here,
            entries,
            filter: Field::default(),
            typed: String::new(),
            window: Window::default(),
        }
    }

    /// Whether there is nothing to choose from.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn search(&mut self) {
        let typed = self.filter.text().trim();
        self.shown = if typed.is_empty() {
            (0..self.here).collect()
        } else {
            self.found(typed)
        };
        self.window = Window::default();
    }

    /// By Chinese, pinyin, English, or a key's name; what belongs here before what does not, and
    /// then the best first. A likeness of first letters alone, which serves names of places, is
    /// none between commands.
    fn found(&self, typed: &str) -> Vec<usize> {
        let hits = self.finder.search(typed, self.finds.len()).first;
        let meant = hits.iter().filter(|hit| hit.fit != Fit::Initials);
        let by_name = meant.filter_map(|hit| self.finds.get(hit.position).copied());
        let wanted = typed.to_lowercase();
        let in_english = |entry: &Entry| {
            let name = (entry.name)(Language::English).to_lowercase();
            name.contains(&wanted)
        };
        let entries = self.entries.iter().enumerate();
        let by_english = entries.filter(|(_, entry)| in_english(entry));
        let mut found: Vec<usize> = Vec::new();
        for position in by_name.chain(by_english.map(|(position, _)| position)) {
            if !found.contains(&position) {
                found.push(position);
            }
        }
        found.sort_by_key(|position| *position >= self.here);
        found
    }

    /// A digit of a number: one that is no beginning of another runs at once, else Enter does or
    /// a further digit.
    fn number(&mut self, digit: char, context: &mut Context<'_>) {
        self.typed.push(digit);
        let count = self.entries.len();
        let is_one = |text: &str| {
            text.parse()
                .is_ok_and(|at: usize| (1..=count).contains(&at))
        };
        if !is_one(&self.typed) {
            self.typed = digit.to_string();
        }
        if !is_one(&self.typed) {
            self.typed.clear();
            return;
        }
        let number: usize = self.typed.parse().unwrap_or(1);
        self.window.selected = number - 1;
        if number * 10 > count {
            self.typed.clear();
            self.run_selected(context);
        }
    }

    fn run_selected(&self, context: &mut Context<'_>) {
        let selected = self.shown.get(self.window.selected);
        match selected.and_then(|position| self.entries.get(*position)) {
            Some(Entry {
                why_not: Some(why), ..
            }) => context.say(Tone::Warning, why.clone()),
            Some(entry) => context.moves.push(Move::Run(entry.id)),
            None => {}
        }
    }
}

/// The commands of the uppermost screen and of every screen that a list shows.
fn commands(model: &Model, kind: ListKind) -> Vec<Entry> {
    let screen = model.top();
    let keymap = &model.session.keymap;
    let here = screen.map_or(&[] as &[Command], Screen::commands);
    let everywhere = if kind == ListKind::Actions {
        &[] as &[Command]
    } else {
        EVERYWHERE
    };
    let listed = |command: &&Command| match kind {
        ListKind::Actions => keymap.keys(command).is_empty(),
        ListKind::Palette => {
            Movement::of_command(command.id).is_none() && !matches!(command.id, "palette" | "back")
        }
        ListKind::Help | ListKind::Go => command.id != "help",
    };
    let numbered: Vec<&str> = here
        .iter()
        .filter(|command| keymap.keys(command).is_empty())
        .map(|command| command.id)
        .collect();
    let number = |id: &'static str| {
        let own = screen.and_then(|screen| screen.number(id));
        let position = || numbered.iter().position(|other| *other == id);
        own.or_else(|| position().map(|position| position + 1))
    };
    here.iter()
        .chain(everywhere)
        .filter(listed)
        .filter(|command| !is_shadowed(command, here, keymap))
        .map(|command| Entry {
            id: command.id,
            name: screen
                .and_then(|screen| screen.called(command.id, &model.session))
                .unwrap_or(command.name),
            keys: key_names(command, number, keymap),
            why_not: screen.and_then(|screen| screen.why_not(command.id, &model.session)),
        })
        .collect()
}

/// The commands of other screens, with the name of the screen as the reason why not here; those
/// whose name is listed already are left out.
fn elsewhere(listed: &[Entry], model: &Model) -> Vec<Entry> {
    let language = model.session.language;
    let mut known: Vec<String> = listed.iter().map(Entry::chinese).collect();
    let mut further = Vec::new();
    for list in LISTS {
        let why_not = text::on_another_page(language, &(list.title)(language));
        for command in list.commands {
            let entry = Entry {
                id: command.id,
                name: command.name,
                keys: key_names(command, |_| None, &model.session.keymap),
                why_not: Some(why_not.clone()),
            };
            let name = entry.chinese();
            let everywhere = EVERYWHERE.iter().any(|other| other.id == command.id);
            if !everywhere && !known.contains(&name) {
                known.push(name);
                further.push(entry);
            }
        }
    }
    further
}

/// What finds the entries, and which one each of its lines is of.
fn finder(entries: &[Entry]) -> (Vec<usize>, Finder) {
    let mut finds = Vec::new();
    let mut lines = Vec::new();
    for (position, entry) in entries.iter().enumerate() {
        lines.push((entry.keys.as_str(), entry.chinese()));
        finds.push(position);
        for word in other_words(entry.id) {
            lines.push(("", (*word).to_owned()));
            finds.push(position);
        }
    }
    let finder = Finder::new(lines.iter().map(|(keys, name)| (*keys, name.as_str())));
    (finds, finder)
}

/// The screens that can be gone to, with their numbers in the menu.
fn destinations(session: &Session) -> Vec<Entry> {
    let all = DESTINATIONS.iter().zip(1_usize..);
    all.map(|(destination, number)| Entry {
        id: destination.command.id,
        name: destination.command.name,
        keys: format!("Ctrl-G {number}"),
        why_not: destination.why_not(session),
    })
    .collect()
}

/// All keys of a command, the letter-free ones first; of one without, its number in the menu of
/// actions.
fn key_names(
    command: &Command,
    number: impl Fn(&'static str) -> Option<usize>,
    keymap: &Keymap,
) -> String {
    let keys = keymap.keys(command);
    match number(command.id).filter(|_| keys.is_empty()) {
        Some(number) => format!("F2 {number}"),
        None => keys
            .iter()
            .map(Key::to_string)
            .collect::<Vec<_>>()
            .join(" "),
    }
}

impl Screen for CommandList {
    fn id(&self) -> &'static str {
        "commands"
    }

    fn is_popup(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, event: KeyEvent, context: &mut Context<'_>) -> bool {
        let page = view::page(context.session.size.height);
        if let Some(movement) = Movement::of_key(key) {
            self.typed.clear();
            self.window.go(movement, self.shown.len(), page);
            return true;
        }
        match key.code {
            KeyCode::Enter => self.run_selected(context),
            KeyCode::Esc | KeyCode::F(_) => return false,
            KeyCode::Char(digit @ '0'..='9') if self.kind.is_numbered() => {
                self.number(digit, context);
                self.window.follow(self.shown.len(), page);
            }
            _ if self.kind.is_numbered() => return false,
            _ => {
                let used = self.filter.key(event);
                self.search();
                return used;
            }
        }
        true
    }

    fn paste(&mut self, pasted: &str, _context: &mut Context<'_>) -> bool {
        if self.kind.is_numbered() {
            return false;
        }
        self.filter.insert(pasted);
        self.search();
        true
    }

    fn hints(&self, session: &Session) -> Vec<(String, String)> {
        let language = session.language;
        let selected = self.shown.get(self.window.selected);
        let entry = selected.and_then(|position| self.entries.get(*position));
        let mut hints = Vec::new();
        if let (false, Some(entry)) = (self.typed.is_empty(), entry) {
            let digits = format!("{}_", self.typed);
            hints.push((digits, text::further_digit(language)));
            hints.push(("Enter".to_owned(), (entry.name)(language)));
        } else {
            hints.push(("Enter".to_owned(), text::confirm(language)));
        }
        hints.push(("Esc".to_owned(), text::cancel(language)));
        hints
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session, area, canvas)
    }
}
