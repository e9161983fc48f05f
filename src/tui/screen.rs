//! What every screen and popup is: a model that takes keys and answers, and draws itself.

use ratatui::layout::{Position, Rect};

use super::commands::Command;
use super::keys::Key;
use super::list::{Settled, Writing};
use super::message::{Effect, Job, Lane, Made, Outcome, Replied, Ticket};
use super::session::Session;
use super::widget::Canvas;
use crate::office::{Door, Question};
use crate::round::{Change, Command as Asked, Operation, Via};
use crate::term::{KeyCode, KeyEvent};
use crate::text::{Language, tui as text};

/// Where the stack of screens goes after a screen has done its part.
#[derive(Debug)]
pub enum Move {
    /// Opens a screen or popup above.
    Push(Box<dyn Screen>),
    /// Closes the uppermost.
    Pop,
    /// Closes the uppermost and hands its result to the one beneath.
    Return(Returned),
    /// Closes the uppermost and opens another in its place.
    Replace(Box<dyn Screen>),
    /// Runs a command as if its key had been pressed, after closing the uppermost.
    Run(&'static str),
    /// Opens a screen above; an older one of its kind beneath goes, so that going to and fro
    /// between screens piles nothing up.
    Go(Box<dyn Screen>),
    /// Closes what is above the screen of this word; nothing where there is none.
    BackTo(&'static str),
}

/// What a popup brings back to the screen that opened it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Returned {
    /// What the asking screen named, and yes.
    Confirmed(&'static str),
    /// What the asking screen named, and the position of the choice.
    Chosen(&'static str, usize),
    /// What the asking screen named, and the text that was typed.
    Typed(&'static str, String),
    /// What the asking screen named, and the fields of the form, in its order.
    Filled(&'static str, Vec<String>),
    /// The code of the organisation or item that was found.
    Found(&'static str, String),
}

/// A move within a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
}

impl Movement {
    /// The movement of a command of every screen.
    #[must_use]
    pub fn of_command(id: &str) -> Option<Self> {
        Some(match id {
            "move.up" => Self::Up,
            "move.down" => Self::Down,
            "move.page_up" => Self::PageUp,
            "move.page_down" => Self::PageDown,
            "move.first" => Self::First,
            "move.last" => Self::Last,
            _ => return None,
        })
    }

    /// The movement to an end of a list, where no text is typed.
    #[must_use]
    pub const fn to_end(key: Key) -> Option<Self> {
        Some(match key.code {
            KeyCode::Home => Self::First,
            KeyCode::End => Self::Last,
            _ => return None,
        })
    }

    /// The movement of an arrow or a page key, where a popup takes it for itself.
    #[must_use]
    pub const fn of_key(key: Key) -> Option<Self> {
        Some(match key.code {
            KeyCode::Up => Self::Up,
            KeyCode::Down => Self::Down,
            KeyCode::PageUp => Self::PageUp,
            KeyCode::PageDown => Self::PageDown,
            _ => return None,
        })
    }
}

/// How a line for the person is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    #[default]
    Plain,
    Good,
    Warning,
    Refusal,
}

/// What a screen is given when it acts.
pub struct Context<'a> {
    pub session: &'a mut Session,
    pub effects: &'a mut Vec<Effect>,
    pub moves: &'a mut Vec<Move>,
    /// The message line.
    pub line: &'a mut Option<(Tone, String)>,
    /// Set where what was typed ahead must not go on: the place it stopped at.
    pub stopped: &'a mut Option<String>,
}

impl Context<'_> {
    /// Asks the office; a waiting question of the same lane is dropped.
    pub fn ask(&mut self, lane: Lane, question: Question) -> Ticket {
        let ticket = self.session.ticket();
        self.session.under_way.ask(lane, ticket);
        self.effects.push(Effect::Ask {
            ticket,
            lane,
            question: Box::new(question),
        });
        ticket
    }

    /// Has longer work done off the screen's thread.
    pub fn work(&mut self, job: impl FnOnce(&dyn Door) -> Made + Send + 'static) -> Ticket {
        let ticket = self.session.ticket();
        self.session.under_way.work(ticket);
        self.effects.push(Effect::Work {
            ticket,
            job: Job(Box::new(job)),
        });
        ticket
    }

    /// Asks for a value that was remembered for this person.
    pub fn recall(&mut self, lane: Lane, key: String) -> Ticket {
        let actor = self.session.actor.clone();
        self.ask(lane, Question::Remembered { actor, key })
    }

    /// Remembers a value for this person; it is asked for with [`Context::recall`]. Of
    /// values in the same lane that have not been handed over yet the last one counts.
    pub fn remember(&mut self, lane: Lane, key: String, value: String) {
        let actor = self.session.actor.clone();
        self.ask(lane, Question::Remember { actor, key, value });
    }

    /// Has the office apply what the person did in the open round.
    pub fn apply(&mut self, command: Asked, reason: Option<String>) -> Ticket {
        let operation = Operation {
            id: uuid::Uuid::now_v7().to_string(),
            actor: self.session.actor.clone(),
            via: Via::Screen,
            round: self.session.round_name().unwrap_or_default(),
            reason,
            command,
        };
        self.hand_over(operation)
    }

    /// Has the office apply an operation that was made elsewhere (the desk makes its own).
    pub fn hand_over(&mut self, operation: Operation) -> Ticket {
        let ticket = self.session.ticket();
        self.session.saving.waiting += 1;
        self.effects.push(Effect::Apply {
            ticket,
            operation: Box::new(operation),
        });
        ticket
    }

    /// Opens a screen or popup above.
    pub fn push(&mut self, screen: impl Screen + 'static) {
        self.moves.push(Move::Push(Box::new(screen)));
    }

    /// Opens a screen above, in place of an older one of its kind.
    pub fn go(&mut self, screen: impl Screen + 'static) {
        self.moves.push(Move::Go(Box::new(screen)));
    }

    /// Closes this screen.
    pub fn pop(&mut self) {
        self.moves.push(Move::Pop);
    }

    /// Writes the message line.
    pub fn say(&mut self, tone: Tone, text: impl Into<String>) {
        *self.line = Some((tone, text.into()));
    }

    /// Says why not, and stops what was typed ahead at a place (`A3`).
    pub fn refuse(&mut self, place: impl Into<String>, text: impl Into<String>) {
        self.say(Tone::Refusal, text);
        *self.stopped = Some(place.into());
    }
}

/// A screen or a popup on the stack.
///
/// `update` and `view` in one trait, each screen's in files of its own: acting gets everything
/// mutably, drawing gets nothing mutably.
pub trait Screen: std::fmt::Debug + Send {
    /// A word for it, for tests and for what is remembered.
    fn id(&self) -> &'static str;

    /// Drawn above the screen beneath instead of in its place.
    fn is_popup(&self) -> bool {
        false
    }

    /// What can be done here; looked up before the commands of every screen.
    fn commands(&self) -> &'static [Command] {
        &[]
    }

    /// What is copied from here, line by line; none: the page as it is drawn.
    fn copied(&self, _session: &Session) -> Option<String> {
        None
    }

    /// Why a command cannot run now; none where it can.
    fn why_not(&self, _command: &'static str, _session: &Session) -> Option<String> {
        None
    }

    /// Asks the office for what it shows: as it opens, is shown again, or something was written.
    fn read(&mut self, _context: &mut Context<'_>) {}

    /// Is shown for the first time.
    fn opened(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    /// Is shown again after the screen above it closed (a popup above it hides nothing).
    fn shown_again(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    /// Whether the place of a change is in sight, so that an undo of it is seen.
    fn shows(&self, _change: &Change, _session: &Session) -> bool {
        false
    }

    /// Brings the place of a change into sight, as far as this screen can.
    fn go_to(&mut self, _change: &Change, _context: &mut Context<'_>) {}

    /// Code of the organisation under the hand, which a screen that is gone to from here begins
    /// with.
    fn organisation(&self) -> Option<String> {
        None
    }

    /// The name of an organisation, where this screen knows it.
    fn name_of(&self, _code: &str) -> Option<String> {
        None
    }

    /// What one of its commands is called now, where that is not its name in the list: a hint
    /// says what the key will do.
    fn called(&self, _command: &'static str, _session: &Session) -> Option<fn(Language) -> String> {
        None
    }

    /// The digit of a command without a key in the screen's own menu of actions; none where F2
    /// lists such commands as they are.
    fn number(&self, _command: &'static str) -> Option<usize> {
        None
    }

    /// Runs one of its commands.
    fn run(&mut self, _command: &'static str, _context: &mut Context<'_>) {}

    /// Moves within its list.
    fn step(&mut self, _movement: Movement, _context: &mut Context<'_>) {}

    /// Takes a key before commands are looked up: digits, text. True where it was used.
    fn key(&mut self, _key: Key, _event: KeyEvent, _context: &mut Context<'_>) -> bool {
        false
    }

    /// Takes pasted text. False where there is no field for it.
    fn paste(&mut self, _text: &str, _context: &mut Context<'_>) -> bool {
        false
    }

    /// Esc, before the screen closes: drops a draft, clears a filter. True where it did something.
    fn escape(&mut self, _context: &mut Context<'_>) -> bool {
        false
    }

    /// Keeps what is being typed before another screen or command takes over. False holds the
    /// move back; the reason has been said.
    fn leave(&mut self, _context: &mut Context<'_>) -> bool {
        true
    }

    /// Whether something typed here is not kept: nothing is called saved beside it.
    fn is_drafting(&self) -> bool {
        false
    }

    /// Gives up a draft that holds back whoever leaves the program: it has been told.
    fn drop_draft(&mut self) {}

    /// An answer of the office to somebody on the stack. True where it was this one's.
    fn answered(&mut self, _ticket: Ticket, _answer: &Replied, _context: &mut Context<'_>) -> bool {
        false
    }

    /// What it has handed to the office one by one; [`Screen::applied`] takes the answers.
    fn writing(&mut self) -> Option<&mut Writing> {
        None
    }

    /// Something that it had handed over is stored, and that has been said.
    fn stored(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    /// Something that it had handed over was refused, and why has been said.
    fn refused(&mut self, _context: &mut Context<'_>) {}

    /// What became of an operation of somebody on the stack. True where it was this one's and
    /// it has said what there is to say.
    fn applied(&mut self, ticket: Ticket, answer: &Outcome, context: &mut Context<'_>) -> bool {
        let settled = self
            .writing()
            .map(|writing| writing.settle(ticket, answer, context));
        match settled {
            None | Some(Settled::Elsewhere) => return false,
            Some(Settled::Stored) => self.stored(context),
            Some(Settled::Refused) => self.refused(context),
        }
        true
    }

    /// Longer work of somebody on the stack is done. True where it was this one's.
    fn worked(&mut self, _ticket: Ticket, _done: &Made, _context: &mut Context<'_>) -> bool {
        false
    }

    /// What it shows is still being read: keys wait until it is there, or until it is known that
    /// it will not be.
    fn waits(&self) -> bool {
        false
    }

    /// What was kept here and has no answer yet, in order.
    fn unanswered(&self) -> Vec<Operation> {
        Vec::new()
    }

    /// Own values that the person has still to decide on, one sentence each; they are stored
    /// nowhere.
    fn undecided(&self, _session: &Session) -> Vec<String> {
        Vec::new()
    }

    /// Something here wants to be decided or tried again, though the screen has been closed.
    fn calls_back(&self) -> bool {
        false
    }

    /// Tries again what could not be stored.
    fn retry(&mut self, _context: &mut Context<'_>) {}

    /// Something was written, by this process or another; only who can be seen is told, so
    /// [`Screen::shown_again`] has to catch up.
    fn news(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    /// A popup that it opened has closed with a result.
    fn returned(&mut self, _result: Returned, _context: &mut Context<'_>) {}

    /// A popup above it has closed without a result.
    fn given_up(&mut self, _context: &mut Context<'_>) {}

    /// What stands in the header: title on the left, counts on the right. A popup stands above a
    /// screen that has one.
    fn header(&self, _session: &Session) -> (String, String) {
        (String::new(), String::new())
    }

    /// Key and word of what the hint line shows before the commands: the kind of the field. A
    /// popup is confirmed or given up.
    fn hints(&self, session: &Session) -> Vec<(String, String)> {
        if !self.is_popup() {
            return Vec::new();
        }
        let language = session.language;
        vec![
            ("Enter".to_owned(), text::confirm(language)),
            ("Esc".to_owned(), text::cancel(language)),
        ]
    }

    /// Draws itself; returns where the person types.
    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position>;
}
