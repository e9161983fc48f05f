//! The state of the breakdown screen.

use std::fmt;

use ratatui::layout::{Position, Rect};

use super::view;
use crate::desk::{self, About, Chair, Desk, Landing, Round};
use crate::office::{EarlierResult, Explained, Question, Reply};
use crate::round::Change;
use crate::scheme::PartyIndex;
use crate::scoring::Step;
use crate::term::{KeyCode, KeyEvent};
use crate::text::breakdown::{self as text, Section};
use crate::text::organisations as reviewing;
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;
use crate::tui::list::Writing;
use crate::tui::message::{Lane, Replied, Ticket};
use crate::tui::organisations::{changes, tick, ticked, unchanged};
use crate::tui::requests::Requests;
use crate::tui::screen::{Context, Movement, Screen};
use crate::tui::session::Session;
use crate::tui::widget::Canvas;

pub const COMMANDS: &[Command] = commands! {
    "breakdown.next-part": text::command_next_part, [Key::TAB, Key::RIGHT], hint 1;
    "breakdown.previous-part": text::command_previous_part, [Key::BACK_TAB, Key::LEFT];
    "breakdown.review": reviewing::command_review, [Key::char('*')], hint 3;
    "breakdown.changes": reviewing::command_changes, [Key::char('-')], hint 4;
    "breakdown.refresh": text::command_refresh, [Key::f(5)], hint 2;
};

/// The breakdown screen.
pub struct Breakdown {
    pub(super) desk: Desk,
    pub(super) organisation: String,
    /// Made when something has been read, not with every frame.
    pub(super) facts: Option<desk::Breakdown>,
    pub(super) steps: Vec<Step>,
    /// None until it has been read.
    pub(super) earlier: Option<Vec<EarlierResult>>,
    explained: Option<Box<Explained>>,
    pub(super) section: Section,
    pub(super) top: usize,
    requests: Requests<About>,
    explaining: Option<Ticket>,
    writing: Writing,
    looking_back: Option<Ticket>,
}

impl fmt::Debug for Breakdown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Breakdown");
        shown
            .field("organisation", &self.organisation)
            .field("section", &self.section);
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
    pub fn new(session: &Session, organisation: String) -> Option<Self> {
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
            shared_out: false,
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
            organisation,
            facts: None,
            steps: Vec::new(),
            earlier: None,
            explained: None,
            section: Section::Overview,
            top: 0,
            requests: Requests::new(lane),
            explaining: None,
            writing: Writing::default(),
            looking_back: None,
        })
    }

    /// Asks for what looks at more than the organisation itself. The first picture does not wait
    /// for it, nor share the machine with it.
    fn look_further(&mut self, context: &mut Context<'_>) {
        self.explaining = Some(context.ask(
            "breakdown.explain",
            Question::Explain {
                round: self.desk.round().to_owned(),
                organisation: self.organisation.clone(),
            },
        ));
        self.looking_back = Some(context.ask(
            "breakdown.earlier",
            Question::Earlier {
                round: self.desk.round().to_owned(),
                organisation: self.organisation.clone(),
            },
        ));
    }

    /// Makes the facts anew. Rank, level and what looks sideways (K3) come from the office, whose
    /// steps are the whole way; until it has answered, from the open organisation alone.
    fn gather(&mut self) {
        let explained = self.explained.as_deref();
        self.facts = self.desk.breakdown(explained);
        self.steps = match explained {
            Some(told) => told.steps.clone(),
            None => self.desk.steps(),
        };
    }

    fn hand_over(&mut self, context: &mut Context<'_>) {
        self.requests.hand_over(self.desk.take_requests(), context);
    }

    /// Ticks the organisation as looked through, or takes the tick back.
    fn review(&mut self, context: &mut Context<'_>) {
        let Some(open) = self.desk.open() else {
            return;
        };
        let session = &*context.session;
        let (command, said) = tick(&open.row, &session.actor, session.language);
        self.writing.apply(command, None, said, context);
    }

    fn turn(&mut self, forward: bool) {
        let all = Section::ALL;
        let step = if forward { 1 } else { all.len() - 1 };
        let next = all.get((self.section.number() - 1 + step) % all.len());
        self.open(next.copied().unwrap_or(Section::Overview));
    }

    const fn open(&mut self, section: Section) {
        self.section = section;
        self.top = 0;
    }

    fn scroll(&mut self, by: isize, session: &Session) {
        let page = view::page(self, session.size);
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

    fn read(&mut self, context: &mut Context<'_>) {
        self.desk
            .open_organisation(&self.organisation.clone(), Landing::FirstOpen);
        self.hand_over(context);
    }

    fn shows(&self, change: &Change, _session: &Session) -> bool {
        change.key.first() == Some(&self.organisation)
    }

    fn organisation(&self) -> Option<String> {
        Some(self.organisation.clone())
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let review = self.desk.open().and_then(|open| open.row.review);
        match command {
            "breakdown.changes" => unchanged(review, session.language),
            _ => None,
        }
    }

    fn writing(&mut self) -> Option<&mut Writing> {
        Some(&mut self.writing)
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "breakdown.next-part" => self.turn(true),
            "breakdown.previous-part" => self.turn(false),
            "breakdown.review" => self.review(context),
            "breakdown.changes" => {
                let changes = self.desk.open().and_then(|open| changes(&open.row));
                if let Some(journal) = changes {
                    context.push(journal);
                }
            }
            "breakdown.refresh" => self.read(context),
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        // A line stays in sight, as the heads of a table stand in the first one.
        let page = view::page(self, context.session.size)
            .saturating_sub(1)
            .cast_signed();
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
        // A section by its number, as it stands before its name.
        let number = letter.to_digit(10).and_then(|digit| digit.checked_sub(1));
        let section = number.and_then(|at| Section::ALL.get(at as usize));
        match section.filter(|_| !key.control) {
            Some(section) => {
                self.open(*section);
                true
            }
            None => false,
        }
    }

    fn hints(&self, session: &Session) -> Vec<(String, String)> {
        let range = format!("1-{}", Section::ALL.len());
        let mut hints = vec![(range, text::hint_parts(session.language))];
        if view::length(self, session) > view::page(self, session.size) {
            let scroll = crate::text::tui::reading_scroll(session.language);
            hints.push(("↑↓".to_owned(), scroll));
        }
        hints
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        if self.explaining == Some(ticket) {
            self.explaining = None;
            if let Ok(Reply::Explained(explained)) = answer {
                self.explained = Some(explained.clone());
            }
            self.gather();
            return answer.is_ok();
        }
        if self.looking_back == Some(ticket) {
            self.looking_back = None;
            if let Ok(Reply::Earlier(earlier)) = answer {
                self.earlier = Some(earlier.clone());
            }
            return answer.is_ok();
        }
        let Some(about) = self.requests.asked(ticket) else {
            return false;
        };
        self.desk.replied(&about, answer.clone());
        self.hand_over(context);
        self.gather();
        if matches!(about, About::Open(_)) {
            self.look_further(context);
        }
        answer.is_ok()
    }

    fn header(&self, session: &Session) -> (String, String) {
        // Until it has been read its code names it.
        let open = self.desk.open();
        let name = open.map_or(self.organisation.as_str(), |open| open.row.name.as_str());
        let review = open.and_then(|open| open.row.review);
        let name = ticked(name, review, session.language);
        let title = text::title(session.language, &name);
        (
            title,
            text::part(session.language, self.section.number(), Section::ALL.len()),
        )
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session, area, canvas);
        None
    }
}
