//! The page that is shown while the rest of the list is still being read.
//!
//! It stands where it will stand in the whole list, so that nothing moves when that takes its
//! place. Keys that need the rest wait for it, and the keys after them.

use super::model::Organisations;
use super::order::{Filter, Order, Share};
use super::view;
use crate::office::{ListPart, ListRow, Question};
use crate::tui::screen::{Context, Movement, Screen};
use crate::tui::widget::Window;

/// What the person asked for before the rest was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Later {
    Command(&'static str),
    Movement(Movement),
}

impl Organisations {
    /// Reads the list; where nothing of it is shown yet and it stands in the order of the books,
    /// first the page around the hand.
    pub(super) fn begin(&mut self, context: &mut Context<'_>) {
        let plain = self.filter == Filter::All && self.order == Order::List;
        match context.session.round_name() {
            Some(round) if plain && self.rows.is_none() => {
                let page = view::page(context.session.size);
                let question = Question::ListPart {
                    round,
                    around: self.wanted.clone(),
                    count: u32::try_from(page).unwrap_or(u32::MAX),
                };
                self.beginning = Some(context.ask("list.part", question));
            }
            _ => self.read(context),
        }
    }

    /// Shows the page.
    pub(super) fn take_part(&mut self, part: ListPart, context: &mut Context<'_>) {
        if self.rows.is_none() {
            let first = part.first as usize;
            let wanted = self.wanted.as_deref();
            let is_it = |row: &ListRow| Some(row.organisation.as_str()) == wanted;
            let at = part.rows.iter().position(is_it).unwrap_or_default();
            self.window = Window {
                selected: first + at,
                offset: first,
            };
            self.share = Share::of(&part.rows, context.session.seat.as_ref());
            self.part = Some(part);
        }
        self.read(context);
    }

    /// Has the round ranked where a line is met and the level is not known yet: the office keeps
    /// what it makes, and the list is read again then.
    pub(super) fn have_ranked(&self, context: &mut Context<'_>) {
        let is_open = |row: &ListRow| {
            let figures = row.figures.as_ref();
            figures.is_some_and(|it| {
                it.composite.is_some() && it.reached.is_some() && it.level.is_none()
            })
        };
        let open = self.rows.iter().flatten().any(is_open);
        if let Some(round) = context.session.round_name().filter(|_| open) {
            // Nobody waits for the answer here.
            let _ = context.ask("list.ranking", Question::Results { round });
        }
    }

    /// The row of the page at a position of the list.
    pub(super) fn early(&self, position: usize) -> Option<&ListRow> {
        let part = self.part.as_ref()?;
        part.rows.get(position.checked_sub(part.first as usize)?)
    }

    /// Whether only the page is there.
    pub(super) fn is_early(&self) -> bool {
        self.rows.is_none() && self.part.is_some()
    }

    /// Moves within the page; what leads out of it waits for the rest.
    pub(super) fn step_early(&mut self, movement: Movement, context: &mut Context<'_>) {
        let total = self.part.as_ref().map_or(0, |part| part.total as usize);
        let page = view::page(context.session.size);
        let mut window = self.window;
        window.go(movement, total, page);
        let last = (window.offset + page).min(total).saturating_sub(1);
        if self.early(window.offset).is_some() && self.early(last).is_some() {
            self.window = window;
        } else {
            self.later = Some(Later::Movement(movement));
        }
    }

    /// Does what waited for the rest.
    pub(super) fn catch_up(&mut self, context: &mut Context<'_>) {
        match self.later.take() {
            Some(Later::Command(command)) => match self.why_not(command, context.session) {
                Some(why) => context.say(crate::tui::screen::Tone::Warning, why),
                None => self.run(command, context),
            },
            Some(Later::Movement(movement)) => self.step(movement, context),
            None => {}
        }
    }
}
