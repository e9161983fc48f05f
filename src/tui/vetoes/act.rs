//! Proposing, deciding and lifting a veto.

use super::model::{Draft, Vetoes};
use crate::round::{Command, FieldForm, VetoRecord, What, Write};
use crate::scoring::VetoState;
use crate::text::{veto_state, vetoes as text};
use crate::tui::ask::{Choice, Form, Line};
use crate::tui::list::Keyed;
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
                // What has been decided is lifted, with a reason.
                None => now == Some(VetoState::Proposed),
                Some(_) => now != *step && !automatic,
            };
            if automatic && matches!(step, Some(VetoState::Proposed | VetoState::Decided)) {
                option.why_not = Some(text::by_itself(language));
            } else if !possible {
                let why = match step {
                    None if there => text::lift_instead(language),
                    _ if there => text::already(language),
                    _ => text::not_on_record(language),
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
        let Some(step) = STEPS.get(position).copied() else {
            return;
        };
        self.draft = None;
        let Some(state) = step else {
            self.write(None, context);
            return;
        };
        let (Some(entry), Some(round)) = (self.selected(), &context.session.round) else {
            return;
        };
        let before = entry.record.as_ref();
        // A lift has a basis of its own; what was proposed is decided on what it was proposed on.
        let kept = before.filter(|_| state != VetoState::Lifted);
        let text_of = |field: Option<&Option<String>>| field.cloned().flatten().unwrap_or_default();
        self.draft = Some(Draft {
            organisation: entry.organisation.clone(),
            veto: round.scheme.veto(entry.veto).id.clone(),
            state,
            texts: [
                text_of(kept.map(|record| &record.document)),
                text_of(kept.map(|record| &record.date)),
                text_of(kept.map(|record| &record.note)),
            ],
        });
        self.ask_record(context);
    }

    /// Asks for document, date and note, with what has been typed already.
    pub(super) fn ask_record(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(draft), Some(round)) = (&self.draft, &context.session.round) else {
            return;
        };
        let Some(veto) = round.scheme.find_veto(&draft.veto) else {
            return;
        };
        let needed = draft.state == VetoState::Decided;
        let lifting = draft.state == VetoState::Lifted;
        let note_label = match lifting {
            true => text::field_why_lifted(language),
            false => text::field_note(language),
        };
        let [document, date, note] = &draft.texts;
        let lines = vec![
            Line::new(text::field_document(language), document, needed)
                .of(FieldForm::Name, "document"),
            Line::new(text::field_date(language), date, false).of(FieldForm::Day, "date"),
            Line::new(note_label, note, lifting).of(FieldForm::Note, "note"),
        ];
        let mut intro = vec![text::date_form(language)];
        if needed {
            intro.push(text::document_needed(language));
        }
        let place = (draft.organisation.clone(), veto);
        let entry = self.all.iter().find(|entry| entry.key() == place);
        let before = entry.and_then(|entry| entry.record.as_ref());
        if let (true, Some(before)) = (lifting, before) {
            intro.push(text::lifts_what(language, before));
        }
        let title = round.scheme.veto(veto).title.as_str();
        let title = format!("{title} {}", veto_state(language, draft.state));
        context.push(Form::new(RECORD, title, intro, lines));
    }

    pub(super) fn take_record(&mut self, texts: &[String], context: &mut Context<'_>) {
        let (Some(draft), [document, date, note]) = (&mut self.draft, texts) else {
            return;
        };
        draft.texts = [document.clone(), date.clone(), note.clone()];
        let some = |text: &String| (!text.is_empty()).then(|| text.clone());
        let record = VetoRecord {
            state: draft.state,
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
