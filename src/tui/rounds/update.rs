//! What happens in the list of rounds.

use ratatui::layout::{Position, Rect};

use super::commands::COMMANDS;
use super::making::{DEMONSTRATION, FIRST, NEW, SCHEME};
use super::model::{LANE, Opening, Rounds};
use super::view;
use crate::office::{Failure, Finding, FindingWeight, Question, Reply};
use crate::term::KeyEvent;
use crate::text::{Language, rounds as text};
use crate::tui::commands::Command;
use crate::tui::go::{self, Destination};
use crate::tui::keys::Key;
use crate::tui::message::{Made, Replied, Ticket};
use crate::tui::screen::{Context, Movement, Returned, Screen, Tone};
use crate::tui::seat;
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

impl Rounds {
    /// Opens the selected round, and goes on to one of its screens.
    fn open_selected(&mut self, then: Option<&'static Destination>, context: &mut Context<'_>) {
        self.then = then;
        match self.selected().map(|round| round.round.clone()) {
            Some(name) => self.open(&name, context),
            None => {
                let nothing = text::nothing_to_open(context.session.language);
                context.say(Tone::Warning, nothing);
            }
        }
    }

    fn take_list(&mut self, reply: &Reply, context: &mut Context<'_>) {
        let Reply::Rounds(rounds) = reply else {
            return;
        };
        self.is_read = true;
        self.list.arrange(rounds.clone());
        let wanted = self.wanted.take();
        let wanted = wanted.filter(|name| self.list.select(name));
        self.list.follow(view::page(context.session.size));
        match wanted {
            Some(name) => self.open(&name, context),
            None => self.look_closer(context),
        }
    }

    /// Asks how far the selected round is, once for each state of it, and then what stands
    /// between it and its notice. A round that is being opened is not held up by that.
    fn look_closer(&mut self, context: &mut Context<'_>) {
        if !matches!(self.opening, Opening::Nothing) || context.session.round.is_some() {
            return;
        }
        let Some((round, seq)) = self.selected().map(|one| (one.round.clone(), one.seq)) else {
            return;
        };
        if self.progress.get(&round).is_some_and(|far| far.seq >= seq) {
            self.look_for_findings(context);
            return;
        }
        let question = Question::Progress {
            round: round.clone(),
        };
        self.counting = Some((context.ask(LANE, question), round));
    }

    fn take_progress(&mut self, answer: &Result<Reply, Failure>, context: &mut Context<'_>) {
        let Some((_, round)) = self.counting.take() else {
            return;
        };
        if let Ok(Reply::Progress(far)) = answer {
            self.progress.insert(round, far.clone());
        }
        if answer.is_ok() {
            self.look_closer(context);
        }
    }

    /// Asks what stands between the selected round and its notice, once for each state of it.
    fn look_for_findings(&mut self, context: &mut Context<'_>) {
        let Some((round, seq)) = self.selected().map(|one| (one.round.clone(), one.seq)) else {
            return;
        };
        if self.findings.get(&round).is_some_and(|(at, _)| *at == seq) {
            return;
        }
        let question = Question::Findings {
            round: round.clone(),
        };
        self.finding = Some((context.ask(LANE, question), round, seq));
    }

    fn take_findings(&mut self, findings: &[Finding]) {
        let Some((_, round, seq)) = self.finding.take() else {
            return;
        };
        let weights = [
            FindingWeight::Must,
            FindingWeight::Check,
            FindingWeight::Note,
        ];
        let counts = weights.map(|weight| {
            let found = findings.iter().filter(|finding| finding.weight == weight);
            found.count()
        });
        self.findings.insert(round, (seq, counts));
    }
}

impl Screen for Rounds {
    fn id(&self) -> &'static str {
        "rounds"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let to_open = self.is_first_start() || self.selected().is_some();
        (command == "rounds.open" && !to_open).then(|| text::nothing_to_open(session.language))
    }

    fn read(&mut self, context: &mut Context<'_>) {
        self.reading = Some(context.ask("rounds", Question::Rounds));
    }

    fn shown_again(&mut self, context: &mut Context<'_>) {
        context.session.round = None;
        context.session.seat = None;
        self.read(context);
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "rounds.open" if self.is_first_start() => {
                self.begin(self.first, context);
            }
            "rounds.open" => self.open_selected(None, context),
            "rounds.refresh" => self.read(context),
            "rounds.new" => self.ask_scheme(context),
            "rounds.demonstration" => self.ask_demonstration(context),
            other => {
                if let Some(destination) = go::find(other) {
                    self.open_selected(Some(destination), context);
                }
            }
        }
    }

    fn called(&self, command: &'static str, _session: &Session) -> Option<fn(Language) -> String> {
        (command == "rounds.open" && self.is_first_start()).then_some(text::first_choose)
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        if self.is_first_start() {
            self.first = match movement {
                Movement::Up => self.first.saturating_sub(1),
                Movement::Down => (self.first + 1).min(FIRST.len() - 1),
                Movement::PageUp | Movement::First => 0,
                Movement::PageDown | Movement::Last => FIRST.len() - 1,
            };
            return;
        }
        let page = view::page(context.session.size);
        self.list.go(movement, page);
        self.look_closer(context);
    }

    fn key(&mut self, key: Key, _event: KeyEvent, context: &mut Context<'_>) -> bool {
        if !self.is_first_start() || self.making.is_some() {
            return false;
        }
        let number = key.typed().and_then(|digit| digit.to_digit(10));
        let position = number.and_then(|number| number.checked_sub(1));
        position.is_some_and(|position| self.begin(position as usize, context))
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        if self.reading == Some(ticket) {
            self.reading = None;
            if let Ok(reply) = answer {
                self.take_list(reply, context);
                return true;
            }
            return false;
        }
        let counting = self.counting.as_ref();
        if counting.is_some_and(|(asked, _)| *asked == ticket) {
            self.take_progress(answer, context);
            return answer.is_ok();
        }
        let finding = self.finding.as_ref();
        if finding.is_some_and(|(asked, ..)| *asked == ticket) {
            if let Ok(Reply::Findings(findings)) = answer {
                self.take_findings(findings);
            }
            // Worth no refusal beside the list.
            return true;
        }
        let mine = self.opening_answered(ticket, answer, context);
        if mine {
            self.look_closer(context);
        }
        mine
    }

    fn worked(&mut self, ticket: Ticket, done: &Made, context: &mut Context<'_>) -> bool {
        if self.making == Some(ticket) {
            self.made(done, context);
            return true;
        }
        false
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        match &result {
            Returned::Chosen(seat::ASKED, _) | Returned::Filled(seat::ASKED, _) => {
                self.seat_returned(&result, context);
            }
            Returned::Chosen(DEMONSTRATION, 1) => self.make_demonstration(context),
            Returned::Chosen(DEMONSTRATION, _) => {}
            Returned::Chosen(SCHEME, _) | Returned::Filled(NEW, _) => {
                self.making_returned(&result, context);
            }
            _ => {
                self.opening = Opening::Nothing;
                self.look_closer(context);
            }
        }
    }

    /// Nobody's name was chosen: the round stays closed, and is looked at like any other.
    fn given_up(&mut self, context: &mut Context<'_>) {
        if matches!(self.opening, Opening::Asking(..) | Opening::Naming(..)) {
            self.opening = Opening::Nothing;
            self.look_closer(context);
        }
    }

    fn waits(&self) -> bool {
        let opening = matches!(self.opening, Opening::Head(_) | Opening::LastSeat(..));
        (!self.is_read && self.reading.is_some()) || opening
    }

    fn header(&self, session: &Session) -> (String, String) {
        let counted = if self.is_read {
            text::rounds_counted(session.language, self.list.rows().len())
        } else {
            String::new()
        };
        (text::title(session.language), counted)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session, area, canvas);
        None
    }
}
