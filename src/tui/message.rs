//! What can happen, and what can be asked for.

use std::fmt;

use ratatui::layout::{Position, Size};

use super::unsent::HandedIn;
use crate::office::{Applied, Door, Failure, Question, Reply};
use crate::round::Operation;
use crate::term::{KeyEvent, Mouse, Widths};

/// Names a request, so that its answer finds who asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Ticket(pub u64);

/// What the office replies to a question, or why it does not.
pub type Replied = Result<Reply, Failure>;

/// What became of an operation: it is stored, or why not.
pub type Outcome = Result<Applied, Failure>;

/// The name of what was made, or why it was not, as a sentence.
pub type Made = Result<String, String>;

/// What longer work is: something done through the door.
pub type Work = dyn FnOnce(&dyn Door) -> Made + Send;

/// Longer work that a screen wants done off its thread.
pub struct Job(pub Box<Work>);

impl fmt::Debug for Job {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Job")
    }
}

/// Something has happened.
#[derive(Debug, Clone)]
pub enum Message {
    Key(KeyEvent),
    /// The mouse, at a place from 0.
    Mouse(Mouse, Position),
    /// Text that was pasted; outside a text field it is never keys.
    Paste(String),
    Resize(Size),
    /// The office has answered a question.
    Answer(Ticket, Replied),
    /// The office has applied an operation, after COMMIT, or said why not.
    Applied(Ticket, Box<Outcome>),
    /// Longer work is done.
    Worked(Ticket, Made),
    /// What was left unsaved when the program had to go has been handed in.
    HandedIn(Box<HandedIn>),
    /// Another process has written.
    News,
    /// The terminal has said how wide it draws.
    Measured(Widths),
    /// The terminal does not read UTF-8.
    NotUtf8,
    /// The system asks the program to end.
    Terminate,
    /// The system asks the program to stop for a while.
    Suspend,
    /// The program goes on after a stop, or the screen was disturbed.
    Redraw,
}

/// Something is to be done outside the model.
#[derive(Debug)]
pub enum Effect {
    /// Ask the office. A question that waits is dropped when a later one takes its lane.
    Ask {
        ticket: Ticket,
        lane: Lane,
        question: Box<Question>,
    },
    /// Have the office apply an operation; in the order in which they are asked for.
    Apply {
        ticket: Ticket,
        operation: Box<Operation>,
    },
    /// Do longer work.
    Work { ticket: Ticket, job: Job },
    /// Hand a text to the clipboard of the person's computer; none: the page as it is drawn.
    Copy(Option<String>),
    /// Turn the mouse on or off, as the model has it.
    Mouse,
    /// Ask the terminal how wide it draws what terminals disagree about.
    Measure,
    /// Draw the whole screen anew.
    Redraw,
    /// Stop the program until it is continued.
    Suspend,
    /// End the program.
    Quit,
}

/// Questions of one lane replace each other: the latest wins.
pub type Lane = &'static str;
