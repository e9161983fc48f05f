//! Everything that the terminal shows is made from this.

use std::collections::VecDeque;

use super::message::{Effect, Ticket};
use super::screen::{Context, Move, Screen, Tone};
use super::session::Session;
use crate::round::Operation;
use crate::term::KeyEvent;

/// The state of the terminal program: a stack of screens and popups, and the sitting.
#[derive(Debug)]
pub struct Model {
    pub session: Session,
    /// From home upwards; never empty.
    pub stack: Vec<Box<dyn Screen>>,
    /// The message line.
    pub line: Option<(Tone, String)>,
    /// Ctrl-C was the last key.
    pub interrupted: bool,
    /// What an undo is about: the question under way, then what a second press would undo.
    pub undoing: Undoing,
    /// Tickets of undos and redos that the frame itself asked for.
    pub undos: Vec<Ticket>,
    /// Screens that were closed before everything kept there was answered.
    pub closing: Vec<Box<dyn Screen>>,
    /// Keys that came while what they are meant for was being read.
    pub ahead: VecDeque<KeyEvent>,
    /// The person has asked to leave; it is done once everything is stored.
    pub leaving: bool,
    /// The person has been told what has still to be decided; the next press gives it up.
    pub giving_up: bool,
    /// The place where typing ahead was stopped, until the rest of it has been dropped.
    pub stopped: Option<String>,
}

/// How far an undo is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Undoing {
    #[default]
    Idle,
    /// The office was asked what would be undone.
    Looking(Ticket),
    /// The person was told; the next press undoes it.
    Told(u64),
}

impl Model {
    /// A program that begins with a home screen; with the effects of opening it.
    #[must_use]
    pub fn new(session: Session, home: Box<dyn Screen>) -> (Self, Vec<Effect>) {
        let mut model = Self {
            session,
            stack: vec![home],
            line: None,
            interrupted: false,
            undoing: Undoing::Idle,
            undos: Vec::new(),
            closing: Vec::new(),
            ahead: VecDeque::new(),
            leaving: false,
            giving_up: false,
            stopped: None,
        };
        let mut effects = Vec::new();
        model.with_top(&mut effects, |screen, context| screen.opened(context));
        (model, effects)
    }

    /// The uppermost screen or popup.
    #[must_use]
    pub fn top(&self) -> Option<&dyn Screen> {
        self.stack.last().map(Box::as_ref)
    }

    /// Whether keys wait for what the uppermost shows. What cannot be read holds nothing up.
    #[must_use]
    pub fn waits(&self) -> bool {
        !self.session.under_way.is_empty() && self.top().is_some_and(Screen::waits)
    }

    /// The uppermost that is no popup.
    #[must_use]
    pub fn full_screen(&self) -> usize {
        let full = self.stack.iter().rposition(|screen| !screen.is_popup());
        full.unwrap_or(0)
    }

    /// Lets the uppermost screen act, and then goes where it asked to go.
    pub fn with_top<T>(
        &mut self,
        effects: &mut Vec<Effect>,
        act: impl FnOnce(&mut dyn Screen, &mut Context<'_>) -> T,
    ) -> Option<T> {
        let position = self.stack.len().checked_sub(1)?;
        self.with(position, effects, act)
    }

    /// The same for the screen at a position of the stack.
    pub fn with<T>(
        &mut self,
        position: usize,
        effects: &mut Vec<Effect>,
        act: impl FnOnce(&mut dyn Screen, &mut Context<'_>) -> T,
    ) -> Option<T> {
        let mut moves = Vec::new();
        let screen = self.stack.get_mut(position)?;
        let mut context = Context {
            session: &mut self.session,
            effects,
            moves: &mut moves,
            line: &mut self.line,
            stopped: &mut self.stopped,
        };
        let result = act(screen.as_mut(), &mut context);
        for step in moves {
            self.go(step, effects);
        }
        Some(result)
    }

    fn go(&mut self, step: Move, effects: &mut Vec<Effect>) {
        match step {
            Move::Push(screen) => {
                self.stack.push(screen);
                self.with_top(effects, |screen, context| screen.opened(context));
            }
            Move::Replace(screen) => {
                self.stack.pop();
                self.go(Move::Push(screen), effects);
            }
            Move::Pop => {
                let popup = self.top().is_some_and(Screen::is_popup);
                self.close(effects);
                if popup {
                    self.with_top(effects, |screen, context| screen.given_up(context));
                }
            }
            Move::Return(result) => {
                self.close(effects);
                self.with_top(effects, |screen, context| screen.returned(result, context));
            }
            Move::Run(command) => {
                self.close(effects);
                super::update::run_command(self, command, effects);
            }
            Move::Go(screen) => {
                let id = screen.id();
                if let Some(older) = self.stack.iter().position(|one| one.id() == id) {
                    let closed = self.stack.remove(older);
                    self.keep_until_answered(closed);
                }
                self.go(Move::Push(screen), effects);
            }
            Move::BackTo(id) => {
                if self.stack.iter().any(|screen| screen.id() == id) {
                    while self.top().is_some_and(|screen| screen.id() != id) {
                        self.close(effects);
                    }
                }
            }
        }
    }

    /// What a closed screen has kept is still to be answered.
    fn keep_until_answered(&mut self, closed: Box<dyn Screen>) {
        if !closed.unanswered().is_empty() {
            self.closing.push(closed);
        }
    }

    /// Closes the uppermost; home stays.
    fn close(&mut self, effects: &mut Vec<Effect>) {
        if self.stack.len() < 2 {
            return;
        }
        let Some(closed) = self.stack.pop() else {
            return;
        };
        let popup = closed.is_popup();
        self.keep_until_answered(closed);
        if !popup {
            self.with_top(effects, |screen, context| screen.shown_again(context));
        }
    }

    /// Own values that wait for a decision, on whatever screen.
    #[must_use]
    pub fn undecided(&self) -> Vec<String> {
        let screens = self.closing.iter().chain(&self.stack);
        screens
            .flat_map(|screen| screen.undecided(&self.session))
            .collect()
    }

    /// Everything that was kept and has no answer yet, in order.
    #[must_use]
    pub fn unanswered(&self) -> Vec<Operation> {
        let screens = self.closing.iter().chain(&self.stack);
        screens.flat_map(|screen| screen.unanswered()).collect()
    }

    /// Lets the screens act that were closed before everything had its answer, until one says
    /// that it was its own. One that has something to decide comes back, and one that is
    /// through goes.
    pub fn with_closing(
        &mut self,
        effects: &mut Vec<Effect>,
        mut act: impl FnMut(&mut dyn Screen, &mut Context<'_>) -> bool,
    ) -> bool {
        let mut used = false;
        for mut screen in std::mem::take(&mut self.closing) {
            if !used {
                let mut moves = Vec::new();
                let mut context = Context {
                    session: &mut self.session,
                    effects,
                    moves: &mut moves,
                    line: &mut self.line,
                    stopped: &mut self.stopped,
                };
                used = act(screen.as_mut(), &mut context);
            }
            if screen.calls_back() {
                self.stack.push(screen);
            } else if !screen.unanswered().is_empty() {
                self.closing.push(screen);
            }
        }
        used
    }
}
