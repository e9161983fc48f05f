//! What happens while ballots are counted.

use ratatui::layout::{Position, Rect};

use super::commands::COMMANDS;
use super::model::{Ballots, Listing, Sent, parties};
use super::view;
use crate::office::{Question, Reply};
use crate::round::{Change, What};
use crate::term::KeyEvent;
use crate::text::ballots as text;
use crate::tui::commands::Command;
use crate::tui::journal::Journal;
use crate::tui::keys::Key;
use crate::tui::message::{Outcome, Replied, Ticket};
use crate::tui::screen::{Context, Screen, Tone};
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

impl Ballots {
    /// Asks for the number that was counted by hand.
    fn recall(&mut self, context: &mut Context<'_>) {
        if let Some(key) = self.memory_key(context.session) {
            self.remembering = Some(context.recall("ballots remembered", key));
        }
    }

    /// The number that was counted by hand is no part of the round: it is remembered apart.
    fn memory_key(&self, session: &Session) -> Option<String> {
        let round = session.round.as_ref()?;
        let organisation = &self.place()?.organisation;
        let party = &round.scheme.party(self.party(&round.scheme)?).id;
        Some(format!("returned:{}:{organisation}:{party}", round.name))
    }

    pub(super) fn remember(&self, context: &mut Context<'_>) {
        if let Some(key) = self.memory_key(context.session) {
            let value = self.by_hand.map(|count| count.to_string());
            context.remember("remember returned ballots", key, value.unwrap_or_default());
        }
    }

    /// Begins with an organisation or party anew.
    fn begin(&mut self, context: &mut Context<'_>) {
        let name = self.file.as_ref().map(|file| file.row.name.clone());
        for about in self.sent.values_mut() {
            if !matches!(about, Sent::Elsewhere(_)) {
                *about = Sent::Elsewhere(name.clone().unwrap_or_default());
            }
        }
        self.file = None;
        self.draft.clear();
        self.ahead.clear();
        self.stored.clear();
        self.cell = None;
        self.typed.clear();
        self.by_hand = None;
        self.reckon(context.session);
        self.read(context);
    }

    fn turn(&mut self, forward: bool, context: &mut Context<'_>) {
        let count = self.places.len();
        if count == 0 || !self.leave(context) {
            return;
        }
        let step = if forward { 1 } else { count - 1 };
        self.at = (self.at + step) % count;
        self.which = 0;
        self.begin(context);
    }

    fn parties(&self, session: &Session) -> usize {
        let round = session.round.as_ref();
        let of = round.and_then(|round| Some(parties(&round.scheme, self.place()?)));
        of.map_or(0, |parties| parties.len())
    }
}

impl Screen for Ballots {
    fn id(&self) -> &'static str {
        "ballots"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let language = session.language;
        match command {
            "ballots.party" if self.parties(session) < 2 => Some(text::only_one_party(language)),
            "ballots.take_back" | "ballots.table" if self.hidden => {
                Some(crate::text::ranking::hidden(language))
            }
            _ => None,
        }
    }

    fn read(&mut self, context: &mut Context<'_>) {
        let Some(round) = context.session.round_name() else {
            return;
        };
        if self.listing == Listing::Wanted {
            let ticket = context.ask("ballots list", Question::List { round });
            self.listing = Listing::UnderWay(ticket);
            return;
        }
        let Some(place) = self.place() else {
            return;
        };
        let organisation = place.organisation.clone();
        let question = Question::Organisation {
            round,
            organisation,
        };
        self.reading = Some(context.ask("ballots", question));
        self.recall(context);
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "ballots.take_back" => self.take_back(context),
            "ballots.table" => {
                if self.draft.is_empty() && self.file.is_some() {
                    self.cell = Some((0, 0));
                } else {
                    self.leave(context);
                }
            }
            "ballots.party" if self.leave(context) => {
                self.which = (self.which + 1) % self.parties(context.session).max(1);
                self.begin(context);
            }
            "ballots.refresh" => self.read(context),
            "ballots.previous" => self.turn(false, context),
            "ballots.next" => self.turn(true, context),
            "ballots.journal" => {
                if let (true, Some(place)) = (self.leave(context), self.place()) {
                    context.push(Journal::of(place.organisation.clone()));
                }
            }
            _ => {}
        }
    }

    fn organisation(&self) -> Option<String> {
        self.place().map(|row| row.organisation.clone())
    }

    fn waits(&self) -> bool {
        matches!(self.listing, Listing::UnderWay(_))
    }

    fn key(&mut self, key: Key, _event: KeyEvent, context: &mut Context<'_>) -> bool {
        let undo = key == Key::ctrl('z');
        if undo && (self.typed.pop().is_some() || self.draft.pop().is_some()) {
            // Of what is in hand, the last key.
            true
        } else if self.cell.is_some() {
            self.table_key(key, context)
        } else {
            self.count_key(key, context)
        }
    }

    fn escape(&mut self, context: &mut Context<'_>) -> bool {
        let language = context.session.language;
        if !self.typed.is_empty() {
            self.typed.clear();
        } else if self.cell.is_some() {
            self.cell = None;
        } else if !self.draft.is_empty() {
            self.draft.clear();
            context.say(Tone::Warning, text::paper_dropped(language));
        } else if self.holds_back() {
            context.say(Tone::Warning, text::still_saving(language));
        } else {
            return false;
        }
        true
    }

    fn leave(&mut self, context: &mut Context<'_>) -> bool {
        let language = context.session.language;
        self.keep(context);
        let round = context.session.round.as_ref();
        let ballot = round.and_then(|round| self.ballot(&round.scheme));
        let questions = ballot.map_or(0, |ballot| ballot.questions.len());
        if !self.draft.is_empty() {
            let left = questions.saturating_sub(self.draft.len());
            let place = (self.draft.len() + 1).to_string();
            context.refuse(place, text::paper_open(language, left));
            return false;
        }
        if self.holds_back() {
            context.say(Tone::Warning, text::still_saving(language));
            return false;
        }
        true
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        match answer {
            Ok(Reply::List(rows)) if self.listing == Listing::UnderWay(ticket) => {
                self.take_list(rows, context.session);
                self.read(context);
                true
            }
            Ok(Reply::Organisation(file)) if self.reading == Some(ticket) => {
                if self.queue.is_empty() || self.file.is_none() {
                    let named = self.file.is_some() || self.wanted.is_none();
                    self.take_file(file, context.session);
                    if !named {
                        // Only now it is known which party's number is remembered.
                        self.recall(context);
                    }
                } else if self.queue.stuck() == 0 {
                    // What is on its way is newer than what was read.
                    self.read(context);
                }
                self.reckon(context.session);
                true
            }
            Ok(Reply::Remembered(text)) if self.remembering == Some(ticket) => {
                self.by_hand = text.as_deref().and_then(|text| text.parse().ok());
                true
            }
            _ => false,
        }
    }

    fn applied(&mut self, ticket: Ticket, answer: &Outcome, context: &mut Context<'_>) -> bool {
        self.settled(ticket, answer, context)
    }

    fn shows(&self, change: &Change, session: &Session) -> bool {
        let round = session.round.as_ref();
        let party = round.and_then(|round| {
            let party = self.party(&round.scheme)?;
            Some(&round.scheme.party(party).id)
        });
        let place = self.place().map(|row| &row.organisation);
        change.what == What::Ballot && change.key.first() == place && change.key.get(1) == party
    }

    fn header(&self, session: &Session) -> (String, String) {
        let language = session.language;
        let (Some(round), Some(place)) = (&session.round, self.place()) else {
            return (String::new(), String::new());
        };
        let party = self.party(&round.scheme);
        let party = party.map_or("", |party| round.scheme.party(party).title.as_str());
        let waiting = self.waiting();
        let right = if self.hidden {
            String::new()
        } else if waiting > 0 {
            text::unsaved(language, waiting)
        } else {
            self.returned_told(&round.scheme, language)
        };
        (text::title(language, &place.name, party), right)
    }

    fn hints(&self, session: &Session) -> Vec<(String, String)> {
        view::hints(self, session)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session, area, canvas)
    }
}
