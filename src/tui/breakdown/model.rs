//! The state of the breakdown screen.

use std::collections::HashMap;
use std::fmt;

use ratatui::layout::{Position, Rect};

use super::view;
use crate::desk::{About, Chair, Desk, Landing, Request, Round};
use crate::office::{Explained, Failure, Question, Reply};
use crate::round::Change;
use crate::scheme::PartyIndex;
use crate::term::{KeyCode, KeyEvent};
use crate::text::breakdown as text;
use crate::tui::commands::Command;
use crate::tui::keys::Key;
use crate::tui::message::{Lane, Ticket};
use crate::tui::screen::{Context, Movement, Screen};
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

const COMMANDS: &[Command] = &[
    Command {
        id: "breakdown.next-part",
        name: text::command_next_part,
        keys: &[Key::plain(KeyCode::Tab), Key::plain(KeyCode::Right)],
        hint: Some(1),
    },
    Command {
        id: "breakdown.previous-part",
        name: text::command_previous_part,
        keys: &[Key::plain(KeyCode::BackTab), Key::plain(KeyCode::Left)],
        hint: None,
    },
    Command {
        id: "breakdown.refresh",
        name: text::command_refresh,
        keys: &[Key::f(5)],
        hint: Some(2),
    },
];

/// What a page of the breakdown is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The composite, categories and parties at a glance.
    Overview,
    /// Every step with its rule.
    Steps,
    /// Marks lost, largest first.
    Losses,
    /// Where parties differ most.
    Gaps,
    /// Vetoes, adjustments, earlier levels.
    Record,
    Journal,
}

impl Part {
    /// All of them, in order.
    pub const ALL: [Self; 6] = [
        Self::Overview,
        Self::Steps,
        Self::Losses,
        Self::Gaps,
        Self::Record,
        Self::Journal,
    ];
}

/// The breakdown screen.
pub struct Breakdown {
    pub(super) desk: Desk,
    pub(super) name: String,
    organisation: String,
    pub(super) explained: Option<Box<Explained>>,
    pub(super) part: Part,
    pub(super) top: usize,
    asked: HashMap<Ticket, About>,
    explaining: Option<Ticket>,
}

impl fmt::Debug for Breakdown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Breakdown");
        shown
            .field("organisation", &self.organisation)
            .field("part", &self.part);
        shown.finish_non_exhaustive()
    }
}

const fn lane(about: &About) -> Lane {
    match about {
        About::Open(_) => "breakdown.open",
        About::Again(_) => "breakdown.again",
        About::Rounds => "breakdown.rounds",
        About::LastYear(_) => "breakdown.last-year",
        About::Elsewhere(_) => "breakdown.elsewhere",
        About::News => "breakdown.news",
        About::Journal(_) => "breakdown.journal",
    }
}

impl Breakdown {
    /// Looks at an organisation of the open round; none without one. What a rater may not see
    /// yet (`independent`) is not shown here either.
    #[must_use]
    pub fn new(session: &Session, organisation: String, name: String) -> Option<Self> {
        let round = session.round.as_ref()?;
        let seat = session.seat.as_ref();
        let party = seat.and_then(|seat| round.scheme.find_party(&seat.party));
        // Without a chair nobody's own sheet hides the others'.
        let open_party = round
            .scheme
            .parties
            .iter()
            .position(|party| !party.independent);
        let party = party.unwrap_or_else(|| PartyIndex::at(open_party.unwrap_or(0)));
        let chair = Chair {
            actor: session.actor.clone(),
            party,
            rater: seat.map_or_else(|| session.actor.clone(), |seat| seat.rater.clone()),
        };
        let round = Round {
            name: round.name.clone(),
            year: round.year,
            state: round.state,
            scheme: round.scheme.clone(),
        };
        // This desk only looks: it makes no operation that would need an id.
        let desk = Desk::new(round, Vec::new(), chair, Box::new(String::new));
        Some(Self {
            desk,
            name,
            organisation,
            explained: None,
            part: Part::Overview,
            top: 0,
            asked: HashMap::new(),
            explaining: None,
        })
    }

    fn read(&mut self, context: &mut Context<'_>) {
        self.desk
            .open_organisation(&self.organisation.clone(), Landing::FirstOpen);
        self.hand_over(context);
        self.explaining = Some(context.ask(
            "breakdown.explain",
            Question::Explain {
                round: self.desk.round().to_owned(),
                organisation: self.organisation.clone(),
            },
        ));
    }

    fn hand_over(&mut self, context: &mut Context<'_>) {
        for request in self.desk.take_requests() {
            if let Request::Ask { about, question } = request {
                let ticket = context.ask(lane(&about), question);
                self.asked.insert(ticket, about);
            }
        }
    }

    fn turn(&mut self, forward: bool) {
        let all = Part::ALL;
        let at = all.iter().position(|part| *part == self.part).unwrap_or(0);
        let step = if forward { 1 } else { all.len() - 1 };
        self.part = all
            .get((at + step) % all.len())
            .copied()
            .unwrap_or(Part::Overview);
        self.top = 0;
    }

    fn scroll(&mut self, by: isize, session: &Session) {
        let page = view::page(session.size);
        let last = view::length(self, session).saturating_sub(page);
        self.top = self.top.saturating_add_signed(by).min(last);
    }
}

impl Screen for Breakdown {
    fn id(&self) -> &'static str {
        "breakdown"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn opened(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    fn shows(&self, change: &Change, _session: &Session) -> bool {
        change.key.first() == Some(&self.organisation)
    }

    fn organisation(&self) -> Option<String> {
        Some(self.organisation.clone())
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "breakdown.next-part" => self.turn(true),
            "breakdown.previous-part" => self.turn(false),
            "breakdown.refresh" => self.read(context),
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        let page = view::page(context.session.size).cast_signed();
        let by = match movement {
            Movement::Up => -1,
            Movement::Down => 1,
            Movement::PageUp => -page,
            Movement::PageDown => page,
            Movement::First => isize::MIN,
            Movement::Last => isize::MAX,
        };
        self.scroll(by, context.session);
    }

    fn key(&mut self, key: Key, _event: KeyEvent, context: &mut Context<'_>) -> bool {
        let KeyCode::Char(letter) = key.code else {
            return false;
        };
        if key == Key::char(' ') {
            self.step(Movement::PageDown, context);
            return true;
        }
        // A part by its number, as the hints show them.
        let number = letter.to_digit(10).and_then(|digit| digit.checked_sub(1));
        let part = number.and_then(|at| Part::ALL.get(at as usize));
        if let Some(part) = part.filter(|_| !key.control) {
            self.part = *part;
            self.top = 0;
        }
        part.is_some()
    }

    fn hints(&self, session: &Session) -> Vec<(String, String)> {
        let names = text::PARTS_IN_SHORT.iter().enumerate();
        names
            .map(|(at, name)| ((at + 1).to_string(), name(session.language)))
            .collect()
    }

    fn answered(
        &mut self,
        ticket: Ticket,
        answer: &Result<Reply, Failure>,
        context: &mut Context<'_>,
    ) -> bool {
        if self.explaining == Some(ticket) {
            self.explaining = None;
            if let Ok(Reply::Explained(explained)) = answer {
                self.explained = Some(explained.clone());
            }
            return answer.is_ok();
        }
        let Some(about) = self.asked.remove(&ticket) else {
            return false;
        };
        self.desk.replied(&about, answer.clone());
        self.hand_over(context);
        answer.is_ok()
    }

    fn shown_again(&mut self, context: &mut Context<'_>) {
        self.news(context);
    }

    fn news(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    fn header(&self, session: &Session) -> (String, String) {
        let title = text::title(session.language, &self.name);
        (
            title,
            text::part(session.language, view::number(self.part), Part::ALL.len()),
        )
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session, area, canvas);
        None
    }
}
