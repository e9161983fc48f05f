//! Who proposed, decided and lifted the veto under the hand, when and on what.

use super::model::Vetoes;
use crate::config::local;
use crate::office::JournalLine;
use crate::round::{OperationKind, VetoRecord};
use crate::text::{Language, moment, operation_kind, person, veto_state, vetoes as text};
use crate::tui::ask::{Choice, Entry};
use crate::tui::screen::{Context, Tone};

/// What the popup is called; its lines only tell.
pub(super) const PAST: &str = "veto past";

impl Vetoes {
    pub(super) fn look_back(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let lines = self.known.as_ref().map_or(&[][..], |known| &known.lines);
        if lines.is_empty() {
            context.say(Tone::Warning, text::no_past(language));
            return;
        }
        let told = lines.iter().map(|line| Entry::from(step(language, line)));
        context.push(Choice::new(
            PAST,
            text::past_title(language),
            told.collect(),
        ));
    }
}

fn record(line: &JournalLine) -> Option<VetoRecord> {
    let change = line.changes.first()?;
    VetoRecord::read(change.new.as_ref()?).ok()
}

/// Local time to the minute: a line has no more room.
fn minute(at: i64) -> String {
    local(at).chars().take(16).collect()
}

/// One step: when, who, what it became, on what document.
fn step(language: Language, line: &JournalLine) -> String {
    let record = record(line);
    let state = record.as_ref().map_or_else(
        || text::not_on_record(language),
        |record| veto_state(language, record.state).to_owned(),
    );
    let parts = record.map_or_else(Vec::new, |record| {
        let told = [record.document, record.date, record.note];
        told.into_iter().flatten().collect::<Vec<String>>()
    });
    let mut told = text::step(
        language,
        &minute(line.at),
        person(language, &line.actor),
        &state,
    );
    if line.kind != OperationKind::Write.word() {
        let kind = operation_kind(language, &line.kind);
        told.push_str(&text::step_by(language, kind));
    }
    for part in parts.iter().chain(&line.reason) {
        told.push_str("  ");
        told.push_str(part);
    }
    told
}

/// Who made it what it is now, and when.
pub(super) fn last(language: Language, lines: &[JournalLine]) -> Option<String> {
    let line = lines.first()?;
    let state = veto_state(language, record(line)?.state);
    let at = moment(language, &minute(line.at));
    Some(text::last_step(
        language,
        state,
        person(language, &line.actor),
        &at,
        line.seq,
    ))
}
