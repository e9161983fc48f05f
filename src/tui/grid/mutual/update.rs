//! What happens in the grid of mutual rating.

use ratatui::layout::{Position, Rect};

use super::commands::COMMANDS;
use super::model::{Mutual, key};
use super::{act, view};
use crate::desk::{Answer, Stroke};
use crate::office::Reply;
use crate::round::{Change, Operation};
use crate::term::KeyEvent;
use crate::text::{grids as text, scoring_screen};
use crate::tui::commands::Command;
use crate::tui::keys::Key;
use crate::tui::message::{Outcome, Replied, Ticket};
use crate::tui::screen::{Context, Movement, Returned, Screen};
use crate::tui::session::{Session, TownColumn};
use crate::tui::widget::Canvas;

impl Mutual {
    pub(super) fn follow(&mut self, session: &Session) {
        let Some(hand) = &self.hand else { return };
        self.down.selected = hand.across.at();
        let count = hand.across.cells().len();
        self.down.follow(count, view::page(session));
        let columns = view::columns_in_sight(self, session);
        self.across.follow(self.peers.len(), columns);
    }

    /// Begins once the list and the column that was open last are known.
    fn begin_when_known(&mut self, context: &mut Context<'_>) {
        if self.recalling.is_none() && self.names.are_read() {
            self.begin(context.session);
            self.after(&Answer::quiet(), context);
        }
    }

    /// A key that types: only where a column may be typed into. Moves and Escape always pass.
    fn typed(&mut self, key: Key, event: KeyEvent, context: &mut Context<'_>) -> Option<Answer> {
        let types = self.types();
        let hand = self.hand.as_mut()?;
        let moves = matches!(
            key.stroke(),
            Some(Stroke::Up | Stroke::Down | Stroke::Enter | Stroke::Tab)
        );
        if types || hand.across.asking().is_some() {
            return hand.key(key, event);
        }
        let writes = key.stroke().is_some() || key.typed().and_then(Stroke::of).is_some();
        if moves {
            let at = hand.across.at();
            let to = match key.stroke() {
                Some(Stroke::Up) => at.saturating_sub(1),
                _ => at + 1,
            };
            return Some(hand.across.go_to(to));
        }
        if writes {
            self.say_why_not(context);
            return Some(Answer::quiet());
        }
        None
    }
}

impl Screen for Mutual {
    fn id(&self) -> &'static str {
        "mutual"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let language = session.language;
        let acts = act::act(command).is_some() || command == "mutual.submit";
        if acts && !self.types() {
            return Some(if self.reviewing {
                text::in_review(language)
            } else {
                text::no_hand(language)
            });
        }
        let scheme = &session.round.as_ref()?.scheme;
        let said = self.not_now(command)?;
        Some(scoring_screen::said(language, &said, scheme))
    }

    fn opened(&mut self, context: &mut Context<'_>) {
        self.names.read("mutual.list", context);
        let session = &*context.session;
        let here = session.column.as_ref();
        let here = here.filter(|(round, _)| Some(round) == session.round_name().as_ref());
        self.last = here.map(|(_, column)| column.clone());
        if let (None, Some(key)) = (&self.last, key(session)) {
            self.recalling = Some(context.recall("remembered.mutual", key));
        }
    }

    fn organisation(&self) -> Option<String> {
        let across = &self.hand.as_ref()?.across;
        across.organisation().map(str::to_owned)
    }

    fn shows(&self, change: &Change, session: &Session) -> bool {
        let place = self
            .hand
            .as_ref()
            .and_then(|hand| hand.across.place_of(change));
        place.is_some_and(|at| {
            let end = self.down.offset + view::page(session);
            (self.down.offset..end).contains(&at)
        })
    }

    fn go_to(&mut self, change: &Change, context: &mut Context<'_>) {
        let rater = change.key.get(2);
        if let Some(at) = self
            .peers
            .iter()
            .position(|peer| Some(&peer.rater) == rater)
        {
            self.open_column(at);
        }
        let code = change.key.first();
        if let (Some(hand), Some(code)) = (&mut self.hand, code) {
            let answer = hand.across.go_to_organisation(code).unwrap_or_default();
            self.after(&answer, context);
        }
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "mutual.next-rater" => self.step_rater(true, context),
            "mutual.previous-rater" => self.step_rater(false, context),
            "mutual.review" => self.turn(context),
            "mutual.find" => self.ask_find(context),
            "mutual.submit" => self.ask_submit(context),
            "mutual.vetoes" => self.open_vetoes(context),
            "mutual.refresh" => {
                if let Some(hand) = &mut self.hand {
                    let answer = hand.across.read_again();
                    self.after(&answer, context);
                }
            }
            other => {
                if let Some(act) = act::act(other) {
                    self.run_act(act, context);
                }
            }
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        let Some(hand) = &mut self.hand else { return };
        let mut window = self.down;
        window.go(
            movement,
            hand.across.cells().len(),
            view::page(context.session),
        );
        let answer = hand.across.go_to(window.selected);
        self.after(&answer, context);
    }

    fn key(&mut self, key: Key, event: KeyEvent, context: &mut Context<'_>) -> bool {
        match self.typed(key, event, context) {
            Some(answer) => {
                self.after(&answer, context);
                true
            }
            None => false,
        }
    }

    fn paste(&mut self, pasted: &str, context: &mut Context<'_>) -> bool {
        if !self.types() {
            self.say_why_not(context);
            return true;
        }
        if let Some(hand) = &mut self.hand {
            let answer = hand.across.paste(pasted);
            self.after(&answer, context);
        }
        true
    }

    fn escape(&mut self, context: &mut Context<'_>) -> bool {
        let closed = self.hand.as_mut().is_some_and(|hand| hand.escape(context));
        if !closed && self.reviewing {
            self.turn(context);
            return true;
        }
        closed
    }

    fn is_drafting(&self) -> bool {
        self.hand
            .as_ref()
            .is_some_and(super::super::Hand::is_drafting)
    }

    fn drop_draft(&mut self) {
        if let Some(hand) = &mut self.hand {
            hand.drop_draft();
        }
    }

    fn leave(&mut self, context: &mut Context<'_>) -> bool {
        self.hand.as_mut().is_none_or(|hand| hand.leave(context))
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        if self.recalling == Some(ticket) {
            self.recalling = None;
            if let Ok(Reply::Remembered(Some(text))) = answer {
                self.last = TownColumn::from_memory(text);
            }
            self.begin_when_known(context);
            return true;
        }
        if let Some(rows) = self.names.answered(ticket, answer) {
            self.all = rows.to_vec();
            self.begin_when_known(context);
            return true;
        }
        let Some(hand) = &mut self.hand else {
            return false;
        };
        let ours = hand.answered(ticket, answer, context);
        if ours {
            self.weigh();
            self.follow(context.session);
        }
        ours
    }

    fn applied(&mut self, ticket: Ticket, answer: &Outcome, context: &mut Context<'_>) -> bool {
        let Some(hand) = &mut self.hand else {
            return false;
        };
        let ours = hand.applied(ticket, answer, context);
        if ours {
            self.weigh();
        }
        ours
    }

    fn waits(&self) -> bool {
        match &self.hand {
            None => self.recalling.is_some() || !self.names.are_read(),
            Some(hand) => !hand.across.is_there(),
        }
    }

    fn unanswered(&self) -> Vec<Operation> {
        let hand = self.hand.as_ref();
        hand.map_or_else(Vec::new, |hand| hand.across.unanswered())
    }

    fn calls_back(&self) -> bool {
        self.hand
            .as_ref()
            .is_some_and(super::super::Hand::calls_back)
    }

    fn undecided(&self, session: &Session) -> Vec<String> {
        self.hand
            .as_ref()
            .map_or_else(Vec::new, |hand| hand.undecided(session.language))
    }

    fn retry(&mut self, context: &mut Context<'_>) {
        if let Some(hand) = &mut self.hand {
            let answer = hand.across.retry();
            self.after(&answer, context);
        }
    }

    fn shown_again(&mut self, context: &mut Context<'_>) {
        self.news(context);
    }

    fn news(&mut self, context: &mut Context<'_>) {
        if let Some(hand) = &mut self.hand {
            hand.across.news();
            self.after(&Answer::quiet(), context);
        }
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        self.take(&result, context);
    }

    fn header(&self, session: &Session) -> (String, String) {
        view::header(self, session)
    }

    fn hints(&self, session: &Session) -> Vec<(String, String)> {
        view::hints(self, session)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session, area, canvas)
    }
}
