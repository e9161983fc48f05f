//! What happens in the list of organisations.

use ratatui::layout::{Position, Rect};

use super::commands::COMMANDS;
use super::early::Later;
use super::model::{Organisations, Sieve};
use super::order::{Filter, Order, Seen};
use super::remembered;
use super::submit::SUBMIT;
use super::view;
use crate::office::{Applied, Failure, Question, Reply};
use crate::round::{Change, What};
use crate::text::organisations as text;
use crate::tui::ask::Choice;
use crate::tui::ballots::{self, Ballots};
use crate::tui::commands::Command;
use crate::tui::find::Find;
use crate::tui::findings::Findings;
use crate::tui::journal::Journal;
use crate::tui::list::Names;
use crate::tui::message::Ticket;
use crate::tui::places::{self, Place};
use crate::tui::screen::{Context, Movement, Returned, Screen, Tone};
use crate::tui::seat::{self, Offer};
use crate::tui::session::{Seat, Session};
use crate::tui::spot;
use crate::tui::vetoes::Vetoes;
use crate::tui::widget::Canvas;

const FIND: &str = "organisation";
const SIEVE: &str = "sieve";

impl Organisations {
    pub(super) fn read(&mut self, context: &mut Context<'_>) {
        if let Some(round) = context.session.round_name() {
            self.reading = Some(context.ask("list", Question::List { round }));
        }
    }

    fn follow(&mut self, session: &Session) {
        let page = view::page(session.size);
        self.window.follow(self.lines.len(), page);
    }

    fn ask_find(&self, context: &mut Context<'_>) {
        let rows = self.rows.as_deref().unwrap_or_default();
        let mut names = Names::default();
        names.take(rows, context.session);
        let all = rows.iter().filter(|row| row.track.is_some());
        let all = all.map(|row| names.findable(&row.organisation));
        context.push(Find::new(FIND, all.collect()));
    }

    fn ask_sieve(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let filters = Filter::ALL.into_iter().map(Sieve::Filter);
        self.choices = filters
            .chain(Order::ALL.into_iter().map(Sieve::Order))
            .collect();
        let names = text::FILTERS.iter().chain(&text::ORDERS);
        let entries = names.zip(&self.choices).map(|(name, choice)| {
            let now = match choice {
                Sieve::Filter(filter) => *filter == self.filter,
                Sieve::Order(order) => *order == self.order,
            };
            let name = name(language);
            if now {
                text::now(language, &name)
            } else {
                name
            }
            .into()
        });
        let title = text::filter_title(language);
        context.push(Choice::new(SIEVE, title, entries.collect()));
    }

    fn sieve(&mut self, position: usize, context: &mut Context<'_>) {
        match self.choices.get(position) {
            Some(Sieve::Filter(filter)) => self.filter = *filter,
            Some(Sieve::Order(order)) => self.order = *order,
            None => return,
        }
        self.arrange(context.session);
        self.follow(context.session);
    }

    fn take_seat(&mut self, seat: Option<Seat>, context: &mut Context<'_>) {
        if let (Some(seat), Some(round)) = (&seat, context.session.round_name()) {
            let (key, value) = (seat::memory_key(&round), seat::to_memory(seat));
            context.remember(seat::LANE, key, value);
        }
        context.session.seat = seat;
        self.arrange(context.session);
    }

    fn seat_returned(&mut self, result: &Returned, context: &mut Context<'_>) {
        let language = context.session.language;
        match result {
            Returned::Chosen(_, position) => match self.seats.get(*position).cloned() {
                Some(Offer::Seat(seat)) => self.take_seat(Some(seat), context),
                Some(Offer::Look) => self.take_seat(None, context),
                Some(Offer::Another(party)) => {
                    if let Some(round) = &context.session.round {
                        let form = seat::ask_name(language, round, &party, &context.session.actor);
                        context.push(form);
                    }
                    self.naming = Some(party);
                }
                None => {}
            },
            Returned::Filled(_, texts) => {
                if let (Some(party), Some(rater)) = (self.naming.take(), texts.first()) {
                    let rater = rater.clone();
                    self.take_seat(Some(Seat { party, rater }), context);
                }
            }
            _ => {}
        }
    }

    /// Opens the screen of the selected organisation.
    pub(super) fn open(&mut self, context: &mut Context<'_>) {
        let Some(row) = self.selected() else {
            return;
        };
        let mut place = Place::of_organisation(row.organisation.clone());
        let last = context.session.spot.as_ref();
        place.item = last
            .filter(|spot| spot.organisation == place.organisation)
            .and_then(|spot| spot.item.clone());
        self.remember(context);
        let all = self.rows.as_deref().unwrap_or_default();
        let seen = self.lines.iter().filter_map(|line| all.get(line.row));
        places::open_among(&place, seen.cloned().collect(), context);
    }

    /// Opens the counting of ballots for the selected organisation, among those listed.
    fn open_ballots(&self, context: &mut Context<'_>) {
        let (Some(code), Some(round)) = (self.selected_code(), &context.session.round) else {
            return;
        };
        let all = self.rows.as_deref().unwrap_or_default();
        let seen = Seen {
            round,
            seat: context.session.seat.as_ref(),
        };
        let rows = self.lines.iter().filter_map(|line| all.get(line.row));
        let rows = rows.filter(|row| !seen.is_hidden(row)).cloned().collect();
        let ballots = Ballots::new(round, rows, &code);
        context.push(ballots);
    }

    /// Why ballots of an organisation cannot be counted; none where they can.
    fn no_ballots(&self, session: &Session) -> Option<String> {
        let language = session.language;
        let (Some(row), Some(round)) = (self.selected(), &session.round) else {
            return Some(text::nothing_selected(language));
        };
        let seen = Seen {
            round,
            seat: session.seat.as_ref(),
        };
        if row.track.is_none() {
            Some(text::not_rated(language))
        } else if ballots::parties(&round.scheme, row).is_empty() {
            Some(crate::text::ballots::no_ballot(language))
        } else if seen.is_hidden(row) {
            Some(crate::text::ranking::hidden(language))
        } else {
            None
        }
    }

    fn selected_code(&self) -> Option<String> {
        self.selected().map(|row| row.organisation.clone())
    }
}

impl Screen for Organisations {
    fn id(&self) -> &'static str {
        "organisations"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let language = session.language;
        let selected = self.selected();
        match command {
            "organisations.open" => match selected {
                None => Some(text::nothing_selected(language)),
                Some(row) if row.track.is_none() => Some(text::not_rated(language)),
                Some(_) => None,
            },
            "organisations.vetoes" | "organisations.journal_of_one" if selected.is_none() => {
                Some(text::nothing_selected(language))
            }
            "organisations.ballots" => self.no_ballots(session),
            "organisations.submit" if session.seat.is_none() => Some(text::no_seat(language)),
            _ => None,
        }
    }

    fn opened(&mut self, context: &mut Context<'_>) {
        if let Some(key) = remembered::key(context.session) {
            let actor = context.session.actor.clone();
            let question = Question::Remembered { actor, key };
            self.remembering = Some(context.ask("remembered", question));
        }
        if let Some(key) = spot::key(context.session) {
            let actor = context.session.actor.clone();
            let question = Question::Remembered { actor, key };
            self.locating = Some(context.ask("remembered.spot", question));
        }
    }

    fn shown_again(&mut self, context: &mut Context<'_>) {
        // The sheet may have gone on to other organisations.
        let spot = context.session.spot.as_ref();
        if let Some(code) = spot.map(|spot| spot.organisation.clone())
            && self.select(&code)
        {
            self.follow(context.session);
        }
        self.read(context);
    }

    fn organisation(&self) -> Option<String> {
        self.selected_code()
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        if self.is_early() {
            self.later = Some(Later::Command(command));
            return;
        }
        let language = context.session.language;
        match command {
            "organisations.open" => self.open(context),
            "organisations.find" => self.ask_find(context),
            "organisations.filter" => self.ask_sieve(context),
            "organisations.vetoes" => {
                if let Some(code) = self.selected_code() {
                    context.push(Vetoes::of(code));
                }
            }
            "organisations.all_vetoes" => context.push(Vetoes::default()),
            "organisations.submit" => self.count_sheets(context),
            "organisations.refresh" => {
                self.lines.clear();
                self.wanted = self.wanted.take().or_else(|| self.selected_code());
                self.rows = None;
                self.read(context);
            }
            "organisations.seat" => {
                if let Some(round) = &context.session.round {
                    let (choice, seats) = seat::ask(
                        language,
                        round,
                        context.session.seat.as_ref(),
                        &context.session.actor,
                    );
                    self.seats = seats;
                    context.push(choice);
                }
            }
            "organisations.ballots" => self.open_ballots(context),
            "organisations.ranking" => places::open_ranking(self.selected_code(), context),
            "organisations.findings" => context.push(Findings::default()),
            "organisations.journal" => context.push(Journal::default()),
            "organisations.journal_of_one" => {
                if let Some(code) = self.selected_code() {
                    context.push(Journal::of(code));
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        if self.is_early() {
            self.step_early(movement, context);
            return;
        }
        let page = view::page(context.session.size);
        self.window.go(movement, self.lines.len(), page);
    }

    fn escape(&mut self, context: &mut Context<'_>) -> bool {
        if self.filter == Filter::All {
            self.remember(context);
            return false;
        }
        self.filter = Filter::All;
        self.arrange(context.session);
        self.follow(context.session);
        true
    }

    fn leave(&mut self, context: &mut Context<'_>) -> bool {
        self.remember(context);
        true
    }

    fn answered(
        &mut self,
        ticket: Ticket,
        answer: &Result<Reply, Failure>,
        context: &mut Context<'_>,
    ) -> bool {
        if self.remembering == Some(ticket) {
            self.remembering = None;
            if let Ok(Reply::Remembered(Some(text))) = answer {
                self.recall(text);
            }
            return self.remembered_both(context);
        }
        if self.locating == Some(ticket) {
            self.locating = None;
            if let Ok(Reply::Remembered(Some(text))) = answer {
                self.locate(text, context);
            }
            return self.remembered_both(context);
        }
        match answer {
            Ok(Reply::ListPart(part)) if self.beginning == Some(ticket) => {
                self.beginning = None;
                self.take_part(part.clone(), context);
                true
            }
            Ok(Reply::List(rows)) if self.reading == Some(ticket) => {
                self.take_rows(rows.clone(), context.session);
                self.follow(context.session);
                self.go_on(context);
                self.catch_up(context);
                true
            }
            Err(_) if [self.reading, self.beginning].contains(&Some(ticket)) => {
                // Nothing waits for what does not come; why is told.
                (self.reading, self.beginning) = (None, None);
                (self.later, self.going_on) = (None, false);
                false
            }
            Ok(reply) if self.counting == Some(ticket) => {
                self.counting = None;
                self.ask_submit(reply, context);
                true
            }
            _ => false,
        }
    }

    fn applied(
        &mut self,
        ticket: Ticket,
        answer: &Result<Applied, Failure>,
        context: &mut Context<'_>,
    ) -> bool {
        self.submission_answered(ticket, answer, context)
    }

    fn waits(&self) -> bool {
        let asked = [
            self.reading,
            self.remembering,
            self.locating,
            self.beginning,
        ];
        let early = self.is_early() && self.later.is_none() && !self.going_on;
        self.rows.is_none() && !early && asked.iter().any(Option::is_some)
    }

    fn news(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        match &result {
            Returned::Found(FIND, code) => {
                if !self.select(code) {
                    // Filtered away: the person asked for it by name, so the filter goes.
                    self.filter = Filter::All;
                    self.wanted = Some(code.clone());
                    self.arrange(context.session);
                }
                self.follow(context.session);
            }
            Returned::Chosen(SIEVE, position) => self.sieve(*position, context),
            Returned::Chosen(SUBMIT, 1) => self.submit_all(context),
            Returned::Chosen(seat::ASKED, _) | Returned::Filled(seat::ASKED, _) => {
                self.seat_returned(&result, context);
            }
            _ => {}
        }
    }

    fn shows(&self, change: &Change, _session: &Session) -> bool {
        // Marks are seen here only as counts; what a person undoes should be seen as it is.
        change.what == What::Sheet && change.key.first() == self.selected_code().as_ref()
    }

    fn go_to(&mut self, change: &Change, context: &mut Context<'_>) {
        match change.key.first() {
            Some(code) if self.select(code) => {
                self.follow(context.session);
                if change.what == What::Mark {
                    places::open(&Place::of_change(change), context);
                }
            }
            _ => context.say(Tone::Plain, String::new()),
        }
    }

    fn header(&self, session: &Session) -> (String, String) {
        (session.heading(), view::counts(self, session))
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session, area, canvas);
        None
    }
}
