//! Proposing, deciding and lifting a veto.

use super::model::Vetoes;
use crate::round::{Command, VetoRecord, What, Write};
use crate::scoring::VetoState;
use crate::text::{veto_state, vetoes as text};
use crate::tui::ask::{Choice, Form, Line};
use crate::tui::screen::Context;

/// What the questions are called in their answers.
pub(super) const STEP: &str = "step";
pub(super) const RECORD: &str = "record";

/// The steps, in the order in which they are offered; the last one removes the record.
const STEPS: [Option<VetoState>; 4] = [
    Some(VetoState::Proposed),
    Some(VetoState::Decided),
    Some(VetoState::Lifted),
    None,
];

impl Vetoes {
    pub(super) fn ask_step(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(entry), Some(round)) = (self.selected(), &context.session.round) else {
            return;
        };
        let now = entry.record.as_ref().map(|record| record.state);
        let names = [text::propose, text::decide, text::lift, text::remove];
        let automatic = round.scheme.veto(entry.veto).when.is_some();
        let options = STEPS.iter().zip(names).map(|(step, name)| {
            let mut option = crate::tui::ask::Entry::from(name(language));
            let there = now.is_some();
            let possible = match step {
                Some(VetoState::Lifted) => (there || entry.by_itself) && now != *step,
                None => there && now != *step,
                Some(_) => now != *step && !automatic,
            };
            if automatic && matches!(step, Some(VetoState::Proposed | VetoState::Decided)) {
                option.why_not = Some(text::by_itself(language));
            } else if !possible {
                let why = if there {
                    text::already(language)
                } else {
                    text::not_on_record(language)
                };
                option.why_not = Some(why);
            }
            option
        });
        let veto = round.scheme.veto(entry.veto);
        let title = format!("{} {}", veto.id, veto.title);
        // The next step in the usual order.
        let next = match now {
            None if automatic => 2,
            None => 0,
            Some(VetoState::Proposed) => 1,
            Some(VetoState::Decided) => 2,
            Some(VetoState::Lifted) => 1,
        };
        let intro = vec![self.names.of(&entry.organisation).to_owned()];
        let choice = Choice::new(STEP, title, options.collect());
        context.push(choice.saying(intro).selecting(next));
    }

    pub(super) fn take_step(&mut self, position: usize, context: &mut Context<'_>) {
        let language = context.session.language;
        let Some(step) = STEPS.get(position).copied() else {
            return;
        };
        let Some(state) = step else {
            self.write(None, context);
            return;
        };
        let (Some(entry), Some(round)) = (self.selected(), &context.session.round) else {
            return;
        };
        let before = entry.record.as_ref();
        let text_of = |field: Option<&Option<String>>| field.cloned().flatten().unwrap_or_default();
        let document = text_of(before.map(|record| &record.document));
        let date = text_of(before.map(|record| &record.date));
        let note = text_of(before.map(|record| &record.note));
        let needed = state == VetoState::Decided;
        let lifting = state == VetoState::Lifted;
        let note_label = match lifting {
            true => text::field_why_lifted(language),
            false => text::field_note(language),
        };
        let lines = vec![
            Line::new(text::field_document(language), &document, needed),
            Line::new(text::field_date(language), &date, false),
            Line::new(note_label, if lifting { "" } else { &note }, lifting),
        ];
        let mut intro = vec![text::date_form(language)];
        if needed {
            intro.push(text::document_needed(language));
        }
        let veto = round.scheme.veto(entry.veto);
        let title = format!("{} {}", veto.title, veto_state(language, state));
        self.target = Some(state);
        context.push(Form::new(RECORD, title, intro, lines));
    }

    pub(super) fn take_record(&mut self, texts: &[String], context: &mut Context<'_>) {
        let (Some(state), [document, date, note]) = (self.target.take(), texts) else {
            return;
        };
        let some = |text: &String| (!text.is_empty()).then(|| text.clone());
        let record = VetoRecord {
            state,
            document: some(document),
            date: some(date),
            note: some(note),
        };
        self.write(Some(&record), context);
    }

    fn write(&mut self, record: Option<&VetoRecord>, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(entry), Some(round)) = (self.selected(), &context.session.round) else {
            return;
        };
        let veto = round.scheme.veto(entry.veto);
        let state = record.map_or_else(
            || text::not_on_record(language),
            |record| veto_state(language, record.state).to_owned(),
        );
        let said = text::done(language, &veto.title, &state);
        let write = Write {
            what: What::Veto,
            key: vec![entry.organisation.clone(), veto.id.clone()],
            record: record.map(VetoRecord::write),
            seen: Some(entry.revision),
            row: None,
        };
        let command = Command::Write(vec![write]);
        self.writing.apply(command, None, said, context);
    }
}
