//! What happens in the screen of bonuses and penalties.

use ratatui::layout::{Position, Rect};

use super::act::{COUNT, FIELDS, WHERE, WHICH};
use super::commands::COMMANDS;
use super::effect;
use super::model::Adjustments;
use crate::office::{Question, Reply};
use crate::round::{Change, What};
use crate::text::adjustments as text;
use crate::tui::commands::Command;
use crate::tui::find::Find;
use crate::tui::journal::Journal;
use crate::tui::list::{Listing, Taken, Writing};
use crate::tui::message::{Replied, Ticket};
use crate::tui::screen::{Context, Movement, Returned, Screen};
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

const FIND: &str = "adjusted organisation";

impl Adjustments {
    /// Lists what has been read, and asks what the entry under the hand does.
    pub(super) fn list_again(&mut self, context: &mut Context<'_>) {
        self.arrange(context.session);
        self.follow(context.session);
        self.ask_effect(context);
    }

    fn ask_effect(&mut self, context: &mut Context<'_>) {
        let under_hand = self.selected().map(|entry| entry.key.clone());
        if self.effect.as_ref().map(|(key, _)| key) == under_hand.as_ref() {
            return;
        }
        self.effect = None;
        let organisation = under_hand.map(|[organisation, ..]| organisation);
        if let (Some(organisation), Some(round)) = (organisation, context.session.round_name()) {
            let question = Question::Organisation {
                round,
                organisation,
            };
            self.asking = Some(context.ask("adjustment effect", question));
        }
    }

    fn find(&self, context: &mut Context<'_>) {
        let entries = self.list.rows().iter();
        let codes = entries.map(|entry| entry.organisation.as_str());
        context.push(Find::new(FIND, self.names().findables(codes)));
    }
}

impl Screen for Adjustments {
    fn id(&self) -> &'static str {
        "adjustments"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let language = session.language;
        match command {
            "adjustments.add" => {
                let round = session.round.as_ref()?;
                super::no_use(round, language)
            }
            "adjustments.edit"
            | "adjustments.remove"
            | "adjustments.journal"
            | "adjustments.find"
                if self.selected().is_none() =>
            {
                Some(text::nothing_selected(language))
            }
            _ => None,
        }
    }

    fn read(&mut self, context: &mut Context<'_>) {
        self.effect = None;
        self.records.read(context);
    }

    fn organisation(&self) -> Option<String> {
        let selected = self.selected().map(|entry| entry.organisation.clone());
        selected.or_else(|| self.organisation.clone())
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "adjustments.whole" => self.read_pane(context),
            "adjustments.add" => self.add(context),
            "adjustments.edit" => self.edit(context),
            "adjustments.remove" => self.remove(context),
            "adjustments.find" => self.find(context),
            "adjustments.pending" => self.toggle_pending(context),
            "adjustments.refresh" => {
                self.list.renew();
                self.read(context);
            }
            "adjustments.journal" => {
                if let Some(entry) = self.selected() {
                    context.push(Journal::of(entry.organisation.clone()));
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        self.move_hand(movement, context.session);
        self.ask_effect(context);
    }

    fn escape(&mut self, context: &mut Context<'_>) -> bool {
        if !self.only_pending {
            return false;
        }
        self.toggle_pending(context);
        true
    }

    fn waits(&self) -> bool {
        !self.is_read()
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        match self.records.answered(ticket, answer) {
            Taken::Whole => {
                self.list_again(context);
                return true;
            }
            Taken::Half => return true,
            Taken::Elsewhere => {}
        }
        let (Ok(Reply::Organisation(file)), true) = (answer, self.asking == Some(ticket)) else {
            return false;
        };
        if let (Some(entry), Some(round)) = (self.selected(), &context.session.round)
            && entry.organisation == file.row.organisation
        {
            let key = entry.key.clone();
            self.effect = effect::effect(round, file, entry).map(|effect| (key, effect));
        }
        true
    }

    fn writing(&mut self) -> Option<&mut Writing> {
        Some(&mut self.writing)
    }

    fn stored(&mut self, context: &mut Context<'_>) {
        let draft = std::mem::take(&mut self.draft);
        let edited = draft.edited.as_ref();
        self.list.stored(edited, |entry, key| entry.key = key);
        self.read(context);
    }

    /// What was typed is not lost when the office refuses it.
    fn refused(&mut self, context: &mut Context<'_>) {
        self.list.land_on(None);
        if self.draft.adjustment.is_some() {
            self.ask_fields(COUNT, context);
        }
        self.read(context);
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        match result {
            Returned::Found(WHERE, code) => self.ask_which(code, context),
            Returned::Chosen(WHICH, position) => self.take_which(position, context),
            Returned::Filled(FIELDS, texts) => self.take_fields(&texts, context),
            Returned::Found(FIND, code) => {
                self.list.select_first(|entry| entry.organisation == code);
                self.follow(context.session);
                self.ask_effect(context);
            }
            _ => {}
        }
    }

    fn shows(&self, change: &Change, _session: &Session) -> bool {
        change.what == What::Adjustment && self.list.holds(&change.key)
    }

    fn go_to(&mut self, change: &Change, context: &mut Context<'_>) {
        if let Ok(key) = change.key.clone().try_into() {
            self.list.select(&key);
            self.list_again(context);
        }
    }

    fn header(&self, session: &Session) -> (String, String) {
        let language = session.language;
        let title = match &self.organisation {
            Some(organisation) => text::title_of(language, self.names().of(organisation)),
            None => text::title(language, &session.round_name().unwrap_or_default()),
        };
        let [bonuses, penalties, pending] = self.counted;
        let counted = text::counted(language, bonuses, penalties, pending);
        (title, counted)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        self.draw(session, area, canvas)
    }
}
