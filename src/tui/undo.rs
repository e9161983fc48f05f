//! Undo: this person's last change, also after a restart. What is not in sight is brought into
//! sight and told first; a second press undoes it.

use super::message::{Effect, Outcome, Replied, Ticket};
use super::model::{Model, Undoing};
use super::screen::Tone;
use crate::office::{Failure, JournalFilter, JournalLine, Question, Reply};
use crate::round::{Change, Command, Operation, PastOperation, Refusal, Via, undo_target};
use crate::text::{Language, journal, refusal, tui as text};

/// How far back a change to undo is looked for.
const LOOK_BACK: u32 = 100;

/// The key was pressed.
pub fn undo(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Undoing::Told(seq) = model.undoing {
        model.undoing = Undoing::Idle;
        hand_over(model, Command::Undo { expect: Some(seq) }, effects);
        return;
    }
    if model.session.round.is_none() {
        say_nothing_to_undo(model);
        return;
    }
    let ticket = model.session.ticket();
    model.undoing = Undoing::Looking(ticket);
    effects.push(Effect::Ask {
        ticket,
        lane: "undo",
        question: Box::new(Question::Journal(JournalFilter {
            round: model.session.round_name(),
            actor: Some(model.session.actor.clone()),
            limit: Some(LOOK_BACK),
            ..JournalFilter::default()
        })),
    });
}

/// Does again what was undone last.
pub fn redo(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.session.round.is_some() {
        hand_over(model, Command::Redo { expect: None }, effects);
    } else {
        say_nothing_to_undo(model);
    }
}

fn say_nothing_to_undo(model: &mut Model) {
    let nothing = refusal::nothing_to_undo(model.session.language);
    model.line = Some((Tone::Warning, nothing));
}

fn hand_over(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    let ticket: Ticket = model.session.ticket();
    model.session.saving.waiting += 1;
    model.undos.push(ticket);
    effects.push(Effect::Apply {
        ticket,
        operation: Box::new(Operation {
            id: uuid::Uuid::now_v7().to_string(),
            actor: model.session.actor.clone(),
            via: Via::Screen,
            round: model.session.round_name().unwrap_or_default(),
            reason: None,
            command,
        }),
    });
}

/// The operation that the round would undo, or why it would undo none.
fn candidate(lines: &[JournalLine]) -> Result<Option<&JournalLine>, Refusal> {
    let past = lines.iter().map(|line| PastOperation {
        seq: line.seq,
        actor: line.actor.clone(),
        kind: line.kind.clone(),
        undoes: line.undoes,
    });
    let seq = undo_target(&past.collect::<Vec<_>>(), None)?;
    Ok(lines.iter().find(|line| line.seq == seq))
}

/// The office has said what the person did last.
pub fn found(model: &mut Model, answer: &Replied, effects: &mut Vec<Effect>) {
    model.undoing = Undoing::Idle;
    let lines = match answer {
        Ok(Reply::Lines(lines)) => lines,
        Ok(_) => return,
        Err(failure) => {
            model.line = Some((Tone::Refusal, told_failure(model, failure)));
            return;
        }
    };
    let line = match candidate(lines) {
        Ok(Some(line)) => line,
        Ok(None) => return,
        Err(why) => {
            let why = told_failure(model, &Failure::Refusal(why));
            model.line = Some((Tone::Warning, why));
            return;
        }
    };
    let position = model.full_screen();
    let session = &model.session;
    let in_sight = line.changes.first().is_some_and(|change| {
        let screen = model.stack.get(position);
        screen.is_some_and(|screen| screen.shows(change, session))
    });
    if in_sight {
        hand_over(
            model,
            Command::Undo {
                expect: Some(line.seq),
            },
            effects,
        );
        return;
    }
    if let Some(change) = line.changes.first() {
        model.with(position, effects, |screen, context| {
            screen.go_to(change, context);
        });
    }
    let language = model.session.language;
    let mut told = line.clone();
    told.changes = line.changes.iter().take(1).cloned().collect();
    for change in &mut told.changes {
        *change = named(model, change);
    }
    let what = journal::operation(language, &told);
    let what = of_so_many(language, what, line.changes.len());
    model.line = Some((Tone::Warning, text::would_undo(language, &what)));
    model.undoing = Undoing::Told(line.seq);
}

/// The name of an organisation, as far as a screen knows it.
fn name_of(model: &Model, code: &str) -> String {
    let mut screens = model.stack.iter().rev();
    let name = screens.find_map(|screen| screen.name_of(code));
    name.unwrap_or_else(|| code.to_owned())
}

/// Why something was not done, with the names that the screens know.
pub fn told_failure(model: &Model, failure: &Failure) -> String {
    let name_of = |code: &str| name_of(model, code);
    model.session.failure(failure, &name_of)
}

/// A change as it is told: with names, and without the own chair, which the header shows.
fn named(model: &Model, change: &Change) -> Change {
    let name_of = |code: &str| name_of(model, code);
    let mut told = model.session.named(change, name_of);
    let chair = change.key.get(1).zip(change.key.get(2));
    let own = model.session.seat.as_ref().is_some_and(|seat| {
        change.what.key_parts().get(1..3) == Some(&["party", "rater"])
            && chair == Some((&seat.party, &seat.rater))
    });
    if own {
        told.key.drain(1..3);
    }
    told
}

/// An undo or a redo has been answered.
pub fn done(model: &mut Model, answer: &Outcome) {
    let language = model.session.language;
    model.line = Some(match answer {
        Ok(applied) => {
            let what = applied
                .changes
                .first()
                .map(|change| journal::change(language, &named(model, change)));
            let count = applied.changes.len();
            let what = of_so_many(language, what.unwrap_or_default(), count);
            (Tone::Good, text::undone(language, &what))
        }
        Err(failure) => (Tone::Refusal, told_failure(model, failure)),
    });
}

/// The first change of several, and how many there are.
fn of_so_many(language: Language, first: String, count: usize) -> String {
    match count {
        0 | 1 => first,
        _ => text::and_others(language, &first, count),
    }
}
