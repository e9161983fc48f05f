//! What happens next. Never blocks, draws nothing.

use super::command_list::{CommandList, ListKind};
use super::commands::Command;
use super::glyphs::GlyphChoice;
use super::go;
use super::keys::Key;
use super::look;
use super::message::{Effect, Message, Outcome, Replied, Ticket};
use super::model::{Model, Undoing};
use super::screen::{Movement, Screen, Tone};
use super::view::is_too_small;
use super::{undo, unsent};
use crate::office::Failure;
use crate::term::{KeyCode, KeyEvent, KeyModifiers};
use crate::text::tui as text;

/// Nobody types further ahead.
const LONGEST_AHEAD: usize = 256;

/// Everything that arrived together. Where a refusal stops the flow, the keys that were typed
/// ahead are dropped, and counted.
pub fn update_all(model: &mut Model, messages: Vec<Message>) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut stopped: Option<(String, usize)> = None;
    for message in messages {
        match (&mut stopped, &message) {
            (Some((_, dropped)), Message::Key(_)) => *dropped += 1,
            _ => effects.extend(update(model, message)),
        }
        type_ahead(model, &mut effects);
        if let Some(place) = model.stopped.take() {
            let (_, dropped) = stopped.get_or_insert((place, 0));
            *dropped += std::mem::take(&mut model.ahead).len();
        }
    }
    if let Some((place, dropped)) = stopped
        && dropped > 0
    {
        let language = model.session.language;
        let unused = if place.is_empty() {
            text::keys_unused_here(language, dropped)
        } else {
            text::keys_unused(language, &place, dropped)
        };
        let said = model.line.take().map(|(_, said)| said + "  ");
        model.line = Some((Tone::Refusal, said.unwrap_or_default() + &unused));
    }
    effects
}

/// Presses the keys that came while what they are meant for was being read.
fn type_ahead(model: &mut Model, effects: &mut Vec<Effect>) {
    while model.stopped.is_none() && !model.waits() {
        let Some(event) = model.ahead.pop_front() else {
            return;
        };
        press(model, event, effects);
    }
}

/// Whether a key leads out of the program from everywhere.
fn leads_out(event: KeyEvent) -> bool {
    let key = Key::of(event);
    key == Some(Key::ctrl('q')) || key == Some(Key::ctrl('c'))
}

/// A key for a screen that is being read waits; one that leaves it does not.
fn take_key(model: &mut Model, event: KeyEvent, effects: &mut Vec<Effect>) {
    let leaves = event.modifiers.contains(KeyModifiers::CONTROL) || event.code == KeyCode::Esc;
    if leaves {
        model.ahead.clear();
    } else if model.waits() {
        if model.ahead.len() < LONGEST_AHEAD {
            model.ahead.push_back(event);
        }
        return;
    }
    press(model, event, effects);
}

/// One message.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let mut effects = Vec::new();
    match message {
        // Nobody types what cannot be seen.
        Message::Key(event) if is_too_small(model.session.size) && !leads_out(event) => {}
        Message::Paste(_) if is_too_small(model.session.size) => {}
        Message::Key(event) => take_key(model, event, &mut effects),
        // Whoever knows the frame has made keys of it.
        Message::Mouse(..) => {}
        Message::Paste(pasted) => {
            let used = model.with_top(&mut effects, |screen, context| {
                screen.paste(&pasted, context)
            });
            if used != Some(true) {
                let nowhere = text::nowhere_to_paste(model.session.language);
                model.line = Some((Tone::Warning, nowhere));
            }
        }
        Message::Resize(size) => model.session.size = size,
        Message::Answer(ticket, answer) => take_answer(model, ticket, &answer, &mut effects),
        Message::Applied(ticket, answer) => take_applied(model, ticket, &answer, &mut effects),
        Message::Worked(ticket, done) => {
            model.session.under_way.answered(ticket);
            each(model, &mut effects, |screen, context| {
                screen.worked(ticket, &done, context)
            });
        }
        Message::HandedIn(told) => {
            let notice = unsent::notice(&told, model.session.language);
            model.with_top(&mut effects, |_, context| context.push(notice));
        }
        Message::News => tell_news(model, &mut effects),
        Message::Measured(widths) => model.session.measured = Some(widths),
        Message::NotUtf8 | Message::Terminate => effects.push(Effect::Quit),
        Message::Suspend => effects.push(Effect::Suspend),
        Message::Redraw => effects.push(Effect::Redraw),
    }
    effects
}

/// Offers something to every screen, from the top, until one says that it was its own.
fn each(
    model: &mut Model,
    effects: &mut Vec<Effect>,
    mut act: impl FnMut(&mut dyn Screen, &mut super::screen::Context<'_>) -> bool,
) {
    for position in (0..model.stack.len()).rev() {
        if model.with(position, effects, &mut act) == Some(true) {
            break;
        }
    }
}

/// Something was written: who can be seen reads it. Who is hidden reads anew when shown again, so
/// that a mark costs no reading of a list that nobody sees.
fn tell_news(model: &mut Model, effects: &mut Vec<Effect>) {
    for position in (model.full_screen()..model.stack.len()).rev() {
        model.with(position, effects, |screen, context| screen.news(context));
    }
}

fn take_answer(model: &mut Model, ticket: Ticket, answer: &Replied, effects: &mut Vec<Effect>) {
    model.session.under_way.answered(ticket);
    if model.undoing == Undoing::Looking(ticket) {
        undo::found(model, answer, effects);
        return;
    }
    let mut used = false;
    each(model, effects, |screen, context| {
        used = screen.answered(ticket, answer, context);
        used
    });
    // An answer that nobody waits for any more is dropped; a failure is always told.
    if let (false, Err(failure)) = (used, answer) {
        model.line = Some((Tone::Refusal, undo::told_failure(model, failure)));
    }
}

fn take_applied(model: &mut Model, ticket: Ticket, answer: &Outcome, effects: &mut Vec<Effect>) {
    let saving = &mut model.session.saving;
    saving.waiting = saving.waiting.saturating_sub(1);
    saving.stored |= answer.is_ok();
    if let Some(position) = model.undos.iter().position(|undo| *undo == ticket) {
        // A refused undo leaves nothing behind that is not stored.
        model.undos.remove(position);
        undo::done(model, answer);
        tell_news(model, effects);
        leave_when_stored(model, effects);
        return;
    }
    // What a rule refused is not waiting to be stored.
    model.session.saving.failed = matches!(answer, Err(Failure::Trouble(_)));
    let mut used = false;
    each(model, effects, |screen, context| {
        used = screen.applied(ticket, answer, context);
        used
    });
    used = used
        || model.with_closing(effects, |screen, context| {
            screen.applied(ticket, answer, context)
        });
    if let (false, Err(failure)) = (used, answer) {
        model.line = Some((Tone::Refusal, undo::told_failure(model, failure)));
    }
    leave_when_stored(model, effects);
}

/// Somebody who has asked to leave does so once everything is stored, and stays where something
/// could not be.
fn leave_when_stored(model: &mut Model, effects: &mut Vec<Effect>) {
    if !model.leaving || model.session.saving.waiting > 0 {
        return;
    }
    let unsaved = model.unanswered().len();
    if unsaved == 0 && model.stopped.is_none() {
        effects.push(Effect::Quit);
    } else if unsaved > 0 {
        let why = model.line.take().map(|(_, said)| said).unwrap_or_default();
        let told = text::not_stored_yet(model.session.language, &why, unsaved);
        model.line = Some((Tone::Refusal, told));
    } else {
        model.leaving = false;
    }
}

/// Leaves; what has been kept is stored first. Asked twice, it waits no longer, and gives up what
/// has not been decided.
fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    let undecided = model.undecided();
    if !undecided.is_empty() && !std::mem::replace(&mut model.giving_up, true) {
        let told = text::undecided(model.session.language, &undecided.join("  "));
        model.line = Some((Tone::Refusal, told));
        return;
    }
    let unsaved = model.unanswered().len().max(model.session.saving.waiting);
    if unsaved == 0 || model.leaving {
        effects.push(Effect::Quit);
        return;
    }
    model.leaving = true;
    for position in 0..model.stack.len() {
        model.with(position, effects, |screen, context| screen.retry(context));
    }
    let told = text::leaving(model.session.language, unsaved);
    model.line = Some((Tone::Warning, told));
}

fn press(model: &mut Model, event: KeyEvent, effects: &mut Vec<Effect>) {
    let Some(key) = Key::of(event) else {
        return;
    };
    model.line = None;
    let leaves = key == Key::ctrl('q') || key == Key::ctrl('c') || key == Key::char('q');
    model.leaving &= leaves;
    model.giving_up &= leaves;
    let interrupted = std::mem::take(&mut model.interrupted);
    if key == Key::ctrl('c') {
        if interrupted {
            // What holds the move back has been told once: a second press drops it.
            let leaves = model.with_top(effects, |screen, context| screen.leave(context));
            if leaves == Some(false) {
                model.with_top(effects, |screen, _| screen.drop_draft());
                model.line = None;
            }
            run_command(model, "quit", effects);
        } else {
            model.interrupted = true;
            let again = text::press_again_to_quit(model.session.language);
            model.line = Some((Tone::Warning, again));
        }
        return;
    }
    let told = match model.undoing {
        Undoing::Told(_) => model.undoing,
        _ => Undoing::Idle,
    };
    let used = model.with_top(effects, |screen, context| screen.key(key, event, context));
    if used == Some(true) {
        model.undoing = Undoing::Idle;
        return;
    }
    let here = model.top().map_or(&[] as &[Command], Screen::commands);
    let Some(command) = model.session.keymap.look_up(key, here) else {
        no_such_key(model, key);
        return;
    };
    model.undoing = if command.id == "undo" {
        told
    } else {
        Undoing::Idle
    };
    if key == Key::char('q') && command.id == "back" && model.stack.len() == 1 {
        run_command(model, "quit", effects);
    } else {
        run_command(model, command.id, effects);
    }
}

/// A Chinese character where a key was expected: the input method is on, and swallows letters. Any
/// other key: it has no use on this page.
fn no_such_key(model: &mut Model, key: Key) {
    let language = model.session.language;
    let popup = model.top().is_some_and(Screen::is_popup);
    let said = match key.code {
        KeyCode::Char(letter) if !letter.is_ascii() => text::input_method_is_on(language),
        // Switches the input method on many terminals, which pass it on all the same.
        KeyCode::Char(' ') if key.control => return,
        _ if popup => text::answer_first(language),
        _ => text::no_use_of_key(language, &key.to_string()),
    };
    model.line = Some((Tone::Warning, said));
}

/// Runs a command of the uppermost screen or of every screen, or says why it cannot run.
pub fn run_command(model: &mut Model, id: &'static str, effects: &mut Vec<Effect>) {
    let here = model.top().map_or(&[] as &[Command], Screen::commands);
    let mine = here.iter().any(|command| command.id == id);
    if mine {
        let why_not = model
            .top()
            .and_then(|screen| screen.why_not(id, &model.session));
        match why_not {
            Some(why) => model.line = Some((Tone::Warning, why)),
            None => {
                model.with_top(effects, |screen, context| screen.run(id, context));
            }
        }
        return;
    }
    if id == "back" {
        go_back(model, effects);
        return;
    }
    if let Some(movement) = Movement::of_command(id) {
        model.with_top(effects, |screen, context| screen.step(movement, context));
        return;
    }
    // What is being typed is kept first, or holds everything else back.
    if !matches!(id, "redraw") {
        let leaves = model.with_top(effects, |screen, context| screen.leave(context));
        if leaves == Some(false) {
            return;
        }
    }
    everywhere(model, id, effects);
}

fn everywhere(model: &mut Model, id: &'static str, effects: &mut Vec<Effect>) {
    match id {
        "help" => list_commands(model, ListKind::Help, effects),
        "palette" => list_commands(model, ListKind::Palette, effects),
        "actions" => list_commands(model, ListKind::Actions, effects),
        "go" => list_commands(model, ListKind::Go, effects),
        "undo" => undo::undo(model, effects),
        "redo" => undo::redo(model, effects),
        "redraw" => effects.push(Effect::Redraw),
        "copy" => {
            let text = model.top().and_then(|top| top.copied(&model.session));
            effects.push(Effect::Copy(text));
        }
        "mouse" => {
            model.session.mouse = !model.session.mouse;
            effects.push(Effect::Mouse);
            let language = model.session.language;
            let told = if model.session.mouse {
                text::mouse_on(language)
            } else {
                text::mouse_off(language)
            };
            model.line = Some((Tone::Plain, told));
        }
        "suspend" => effects.push(Effect::Suspend),
        "quit" => leave(model, effects),
        "theme" => {
            model.session.next_theme();
            let word = model.session.theme.word();
            model.with_top(effects, |_, context| {
                look::remember(look::THEME, word, context);
            });
        }
        "glyphs" => {
            model.session.next_glyphs();
            let choice = model.session.glyph_choice;
            model.with_top(effects, |_, context| {
                look::remember(look::GLYPHS, choice.word(), context);
            });
            if choice == GlyphChoice::Auto && model.session.measured.is_none() {
                effects.push(Effect::Measure);
            }
            effects.push(Effect::Redraw);
            let language = model.session.language;
            let told = match choice {
                GlyphChoice::Auto => text::glyphs_auto(language),
                GlyphChoice::Unicode => text::glyphs_unicode(language),
                GlyphChoice::Ascii => text::glyphs_ascii(language),
            };
            model.line = Some((Tone::Plain, told));
        }
        "language" => {
            model.session.next_language();
            let word = model.session.language.to_string();
            model.with_top(effects, |_, context| {
                look::remember(look::LANGUAGE, &word, context);
            });
        }
        other => {
            if let Some(destination) = go::find(other) {
                go::go(model, destination, effects);
            }
        }
    }
}

fn list_commands(model: &mut Model, kind: ListKind, effects: &mut Vec<Effect>) {
    let list = CommandList::of(model, kind);
    if list.is_empty() {
        model.line = Some((Tone::Warning, text::no_actions(model.session.language)));
        return;
    }
    model.with_top(effects, |screen, context| {
        if screen.id() != "commands" {
            context.push(list);
        }
    });
}

/// Esc: drops the draft, else clears the filter, else goes one screen up; at home nothing.
fn go_back(model: &mut Model, effects: &mut Vec<Effect>) {
    let used = model.with_top(effects, |screen, context| screen.escape(context));
    if used == Some(false) && model.stack.len() > 1 {
        model.with_top(effects, |_, context| context.pop());
    }
}
