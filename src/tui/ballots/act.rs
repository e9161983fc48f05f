//! What the keys do: a ballot grows answer by answer, is stored, is taken back; totals are typed.

use super::model::{Ahead, Ballots, Sent};
use super::poll::Row;

use crate::round::{BallotRecord, Command, Operation, Refusal, Via, What, Write};
use crate::scoring::BallotSlot;
use crate::term::KeyCode;
use crate::text::ballots as text;
use crate::tui::keys::Key;
use crate::tui::message::{Outcome, Ticket};
use crate::tui::screen::{Context, Screen, Tone};
use crate::tui::session::{OpenRound, Session};

/// Digits of the largest count that can be typed.
const DIGITS: usize = 9;

impl Ballots {
    /// A key while ballots are counted. True where it was used.
    pub(super) fn count_key(&mut self, key: Key, context: &mut Context<'_>) -> bool {
        if self.file.is_none() || self.hidden {
            return false;
        }
        if key.code == KeyCode::Enter && self.queue.stuck() > 0 {
            self.queue.retry();
            self.hand_over(context);
            return true;
        }
        let Some(letter) = key.typed() else {
            return false;
        };
        let options = {
            let round = context.session.round.as_ref();
            let ballot = round.and_then(|round| self.ballot(&round.scheme));
            ballot.map_or(0, |ballot| ballot.options.len())
        };
        match (letter, letter.to_digit(10)) {
            ('*', _) => self.answer(BallotSlot::Spoilt, context),
            (_, Some(0)) => self.answer(BallotSlot::Abstain, context),
            (_, Some(digit)) if digit as usize <= options => {
                self.answer(BallotSlot::Option(digit as u16 - 1), context);
            }
            (_, Some(digit)) => {
                let place = self.draft.len() + 1;
                let why = text::no_option(context.session.language, digit, options);
                context.refuse(place.to_string(), why);
            }
            _ => return false,
        }
        true
    }

    /// Takes an answer; the last one ends the ballot. A paper that is spoilt from its first
    /// question on is spoilt whole.
    fn answer(&mut self, slot: BallotSlot, context: &mut Context<'_>) {
        if self.keeps_keys() {
            self.ahead.push_back(Ahead::Answer(slot));
            return;
        }
        let Some(round) = &context.session.round else {
            return;
        };
        let questions = self
            .ballot(&round.scheme)
            .map_or(0, |ballot| ballot.questions.len());
        if slot == BallotSlot::Spoilt && self.draft.is_empty() {
            self.draft = vec![BallotSlot::Spoilt; questions];
        } else {
            self.draft.push(slot);
        }
        if self.draft.len() < questions {
            return;
        }
        let answers = std::mem::take(&mut self.draft);
        let writes = answers.iter().enumerate().filter_map(|(question, slot)| {
            let before = self.count(&round.scheme, question, *slot).unwrap_or(0);
            let count = before.saturating_add(1);
            self.write(round, question, *slot, Some(count))
        });
        let writes = writes.collect();
        self.push(Command::Write(writes), Sent::Ballot(answers), context);
    }

    fn write(
        &self,
        round: &OpenRound,
        question: usize,
        slot: BallotSlot,
        count: Option<u64>,
    ) -> Option<Write> {
        let key = self.key(&round.scheme, question, slot)?;
        Some(Write {
            what: What::Ballot,
            seen: Some(self.revision(&key)),
            key,
            record: count.map(|count| BallotRecord { count }.write()),
            row: None,
        })
    }

    fn push(&mut self, command: Command, about: Sent, context: &mut Context<'_>) {
        let operation = Operation {
            id: uuid::Uuid::now_v7().to_string(),
            actor: context.session.actor.clone(),
            via: Via::Screen,
            round: context.session.round_name().unwrap_or_default(),
            reason: None,
            command,
        };
        self.sent.insert(operation.id.clone(), about);
        self.queue.push(operation);
        self.hand_over(context);
        self.reckon(context.session);
    }

    /// Gives the office what may go now: one after the other where they count the same.
    fn hand_over(&mut self, context: &mut Context<'_>) {
        for operation in self.queue.ready() {
            let id = operation.id.clone();
            let ticket = context.hand_over(operation);
            self.tickets.insert(ticket, id);
        }
    }

    /// Backspace: the last answer; of a ballot that is stored, the ballot is taken back and its
    /// other answers are in hand again.
    pub(super) fn take_back(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        if self.keeps_keys() {
            self.ahead.push_back(Ahead::TakeBack);
            return;
        }
        if self.draft.pop().is_some() {
            return;
        }
        if self.queue.stuck() > 0 {
            context.say(Tone::Warning, text::still_saving(language));
            return;
        }
        if !self.queue.is_empty() {
            self.ahead.push_back(Ahead::TakeBack);
            return;
        }
        let Some((seq, answers)) = self.stored.last().cloned() else {
            let nothing = text::nothing_to_take_back(language);
            context.say(Tone::Warning, nothing);
            return;
        };
        let undo = Command::Undo { expect: Some(seq) };
        self.push(undo, Sent::TakeBack(answers), context);
    }

    /// Does what was pressed ahead, as soon as everything before it is stored.
    fn go_on(&mut self, context: &mut Context<'_>) {
        while self.queue.is_empty() || !self.draft.is_empty() {
            let mut waiting = std::mem::take(&mut self.ahead);
            let next = waiting.pop_front();
            match next {
                Some(Ahead::Answer(slot)) => self.answer(slot, context),
                Some(Ahead::TakeBack) => self.take_back(context),
                None => return,
            }
            self.ahead.extend(waiting);
        }
    }

    /// An operation of this screen has been answered. True where it was one, and all is said.
    pub(super) fn settled(
        &mut self,
        ticket: Ticket,
        answer: &Outcome,
        context: &mut Context<'_>,
    ) -> bool {
        let Some(id) = self.tickets.remove(&ticket) else {
            return false;
        };
        let language = context.session.language;
        let settled = self.queue.settle(&id, answer.clone());
        match (settled.map(|settled| settled.result), answer) {
            (None, Err(failure)) => {
                let why = context.session.failure(failure, &str::to_owned);
                let stuck = self.queue.stuck();
                context.say(Tone::Refusal, text::stuck(language, &why, stuck));
            }
            (None, Ok(_)) => {}
            (Some(Ok(applied)), _) => {
                self.take_changes(&applied.changes);
                if let Some(about) = self.sent.remove(&id) {
                    self.was_stored(about, applied.seq, context);
                }
            }
            (Some(Err(refused)), _) => self.was_refused(&id, &refused, answer, context),
        }
        self.hand_over(context);
        self.go_on(context);
        self.reckon(context.session);
        true
    }

    fn was_stored(&mut self, about: Sent, seq: u64, context: &mut Context<'_>) {
        match about {
            Sent::Ballot(answers) => self.stored.push((seq, answers)),
            Sent::Total(said) => context.say(Tone::Good, said),
            Sent::Elsewhere(_) => {}
            Sent::TakeBack(mut answers) => {
                self.stored.pop();
                // A paper that was spoilt whole was one key.
                if answers.iter().all(|slot| *slot == BallotSlot::Spoilt) {
                    answers.clear();
                }
                answers.pop();
                self.draft = answers;
                let language = context.session.language;
                if let Some(round) = &context.session.round {
                    let number = self.number(&round.scheme);
                    context.say(Tone::Good, text::taken_back(language, number));
                }
            }
        }
    }

    fn was_refused(
        &mut self,
        id: &str,
        refused: &Refusal,
        answer: &Outcome,
        context: &mut Context<'_>,
    ) {
        // What was pressed ahead was meant for what is not there.
        self.ahead.clear();
        let before = self.waiting();
        let about = self.sent.remove(id);
        // What waited behind it on the same counts has gone with it.
        let left = self.queue.unanswered();
        self.sent
            .retain(|id, _| left.iter().any(|operation| operation.id == *id));
        let lost = before - self.waiting();
        if let (Some(Sent::TakeBack(_)), Refusal::UndoMoved { seq }) = (&about, refused) {
            // The last ballots were undone elsewhere (Ctrl-Z).
            self.stored.retain(|(stored, _)| stored <= seq);
            if self.stored.last().is_some_and(|(stored, _)| stored == seq) {
                self.take_back(context);
                return;
            }
        }
        let language = context.session.language;
        let why = answer.as_ref().err();
        let session = &context.session;
        let why = why.map_or_else(String::new, |why| session.failure(why, &str::to_owned));
        let told = if lost > 0 {
            text::refused(language, &why, lost)
        } else {
            why
        };
        let here = self.place().map_or("", |row| row.name.as_str()).to_owned();
        let place = match about {
            Some(Sent::Elsewhere(name)) => name,
            _ => here,
        };
        context.refuse(place, told);
        self.read(context);
    }

    /// A key while totals are typed. True where it was used.
    pub(super) fn table_key(&mut self, key: Key, context: &mut Context<'_>) -> bool {
        if let Some(digit) = key.typed().filter(char::is_ascii_digit) {
            if self.typed.len() < DIGITS {
                self.typed.push(digit);
            } else {
                let why = text::too_large(context.session.language);
                context.refuse(self.typed.clone(), why);
            }
            return true;
        }
        match key.code {
            KeyCode::Backspace => {
                self.typed.pop();
            }
            KeyCode::Delete => {
                self.typed.clear();
                self.store_total(None, context);
            }
            KeyCode::Enter | KeyCode::Down => {
                self.keep(context);
                self.move_cell(1, 0, context.session);
            }
            KeyCode::Up => {
                self.keep(context);
                self.move_cell(-1, 0, context.session);
            }
            KeyCode::Left => {
                self.keep(context);
                self.move_cell(0, -1, context.session);
            }
            KeyCode::Right => {
                self.keep(context);
                self.move_cell(0, 1, context.session);
            }
            KeyCode::Tab | KeyCode::BackTab => {
                self.keep(context);
                self.cell = None;
            }
            _ => return false,
        }
        true
    }

    /// Stores what is typed, if anything is.
    pub(super) fn keep(&mut self, context: &mut Context<'_>) {
        let typed = std::mem::take(&mut self.typed);
        if let Ok(count) = typed.parse() {
            self.store_total(Some(count), context);
        }
    }

    fn store_total(&mut self, count: Option<u64>, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some((at, question)), Some(round)) = (self.cell, &context.session.round) else {
            return;
        };
        let Some(ballot) = self.ballot(&round.scheme) else {
            return;
        };
        let Some(row) = Row::all(ballot).get(at).copied() else {
            return;
        };
        let name = super::view::row_name(language, ballot, row);
        let slot = match row {
            Row::Slot(slot) => slot,
            Row::ByHand => {
                self.by_hand = count;
                self.remember(context);
                return;
            }
            _ => return,
        };
        let questions = if row.is_of_paper() {
            0..ballot.questions.len()
        } else {
            question..question + 1
        };
        let differs = |question: &usize| self.count(&round.scheme, *question, slot) != count;
        let writes: Vec<Write> = questions
            .filter(differs)
            .filter_map(|question| self.write(round, question, slot, count))
            .collect();
        if writes.is_empty() {
            return;
        }
        let said = match count {
            Some(count) => text::total_stored(language, &name, count),
            None => text::total_cleared(language, &name),
        };
        self.push(Command::Write(writes), Sent::Total(said), context);
    }

    /// Moves in the table, over the rows that take no numbers.
    fn move_cell(&mut self, down: isize, right: isize, session: &Session) {
        let Some(ballot) = session
            .round
            .as_ref()
            .and_then(|round| self.ballot(&round.scheme))
        else {
            return;
        };
        let rows = Row::all(ballot);
        let last = ballot.questions.len().saturating_sub(1);
        let Some((row, question)) = self.cell else {
            return;
        };
        let mut to = row;
        loop {
            let next = to.saturating_add_signed(down);
            match rows.get(next) {
                Some(_) if down == 0 || next == to => break,
                Some(found) if found.takes_numbers() => {
                    to = next;
                    break;
                }
                Some(_) => to = next,
                None => {
                    to = row;
                    break;
                }
            }
        }
        let question = question.saturating_add_signed(right).min(last);
        self.cell = Some((to, question));
    }
}
