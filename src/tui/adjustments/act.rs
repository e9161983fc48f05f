//! Adding, editing and removing a bonus or penalty.

use super::model::{Adjustments, Draft, Key, PENDING};
use crate::round::{AdjustmentRecord, Command, FieldForm};
use crate::scheme::AdjustmentIndex;
use crate::text::{adjustments as text, scheme as sentences};
use crate::tui::ask::{Choice, Form, Line};
use crate::tui::find::Find;
use crate::tui::screen::{Context, Tone};

/// What the questions are called in their answers.
pub(super) const WHERE: &str = "adjustment organisation";
pub(super) const WHICH: &str = "adjustment";
pub(super) const FIELDS: &str = "adjustment fields";

/// The fields of the form.
pub(super) const COUNT: usize = 0;
const DOCUMENT: usize = 1;

impl Adjustments {
    /// Begins an entry: of which organisation, then which adjustment, then the rest.
    pub(super) fn add(&mut self, context: &mut Context<'_>) {
        self.draft = Draft {
            texts: ["1".to_owned(), String::new(), String::new()],
            ..Draft::default()
        };
        match self.organisation.clone() {
            Some(organisation) => self.ask_which(organisation, context),
            None => context.push(Find::new(WHERE, self.names().rated())),
        }
    }

    pub(super) fn ask_which(&mut self, organisation: String, context: &mut Context<'_>) {
        let language = context.session.language;
        let Some(round) = &context.session.round else {
            return;
        };
        let all = round.scheme.adjustments.iter();
        let options = all.map(|one| sentences::adjustment(one, language).into());
        let title = text::which_title(language, self.names().of(&organisation));
        let choice = Choice::new(WHICH, title, options.collect());
        self.draft.organisation = organisation;
        context.push(choice);
    }

    pub(super) fn take_which(&mut self, position: usize, context: &mut Context<'_>) {
        self.draft.adjustment = Some(AdjustmentIndex::at(position));
        self.ask_fields(COUNT, context);
    }

    pub(super) fn edit(&mut self, context: &mut Context<'_>) {
        let Some(entry) = self.selected() else {
            return;
        };
        // Mostly it is the document that comes later.
        let first = if entry.document.is_none() {
            DOCUMENT
        } else {
            COUNT
        };
        self.draft = Draft {
            organisation: entry.organisation.clone(),
            adjustment: Some(entry.adjustment),
            edited: Some(entry.key.clone()),
            texts: [
                entry.count.to_string(),
                entry.document.clone().unwrap_or_default(),
                entry.note.clone().unwrap_or_default(),
            ],
        };
        self.ask_fields(first, context);
    }

    /// Asks for count, document and note, with what has been typed already.
    pub(super) fn ask_fields(&self, first: usize, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(round), Some(adjustment)) = (&context.session.round, self.draft.adjustment)
        else {
            return;
        };
        let adjustment = round.scheme.adjustment(adjustment);
        let [count, document, note] = &self.draft.texts;
        let lines = vec![
            Line::new(text::field_count(language), count, true),
            Line::new(text::field_document(language), document, false)
                .of(FieldForm::Name, "document"),
            Line::new(text::field_note(language), note, false).of(FieldForm::Note, "note"),
        ];
        let intro = vec![
            sentences::adjustment(adjustment, language),
            text::without_document(language),
        ];
        let title = self.names().of(&self.draft.organisation).to_owned();
        context.push(Form::new(FIELDS, title, intro, lines).beginning_at(first));
    }

    /// Looks through what was typed; what is wrong is said, and the form stands open again.
    pub(super) fn take_fields(&mut self, texts: &[String], context: &mut Context<'_>) {
        let language = context.session.language;
        let [count, document, note] = texts else {
            return;
        };
        self.draft.texts = [count.clone(), document.clone(), note.clone()];
        let counted = crate::exchange::fold(count).parse::<u64>().ok();
        let Some(number) = counted.filter(|number| *number > 0) else {
            let why = text::count_wrong(language, count);
            self.ask_fields(COUNT, context);
            context.refuse(text::field_count(language), why);
            return;
        };
        // As files are read, so that the same document is the same event.
        let document = crate::exchange::fold(document).into_owned();
        let Some(key) = self.key_of(&document, context) else {
            return;
        };
        if self.draft.edited.as_ref() != Some(&key) && self.records.is_there(&key) {
            let why = if document.is_empty() {
                text::pending_there(language)
            } else {
                text::document_there(language, &document)
            };
            self.ask_fields(DOCUMENT, context);
            context.refuse(text::field_document(language), why);
            return;
        }
        let record = AdjustmentRecord {
            count: number,
            note: (!note.is_empty()).then(|| note.clone()),
        };
        self.write(key, &record, context);
    }

    fn key_of(&self, document: &str, context: &Context<'_>) -> Option<Key> {
        let round = context.session.round.as_ref()?;
        let adjustment = round.scheme.adjustment(self.draft.adjustment?);
        let document = if document.is_empty() {
            PENDING
        } else {
            document
        };
        let organisation = self.draft.organisation.clone();
        Some([organisation, adjustment.id.clone(), document.to_owned()])
    }

    /// Writes the entry; where it stands on another document now, the old one goes in the same
    /// step.
    fn write(&mut self, key: Key, record: &AdjustmentRecord, context: &mut Context<'_>) {
        let language = context.session.language;
        let left = self.draft.edited.as_ref().filter(|edited| **edited != key);
        let left = left.map(|edited| self.records.write(edited, None));
        let new = self.records.write(&key, Some(record.write()));
        let writes = left.into_iter().chain([new]).collect();
        let said = text::stored(
            language,
            self.names().of(&self.draft.organisation),
            &key[1],
            record.count,
        );
        self.list.land_on(Some(key));
        self.writing
            .apply(Command::Write(writes), None, said, context);
    }

    pub(super) fn remove(&mut self, context: &mut Context<'_>) {
        let Some(entry) = self.selected() else {
            return;
        };
        let name = self.names().of(&entry.organisation);
        let said = text::removed(context.session.language, name, &entry.key[1]);
        let write = self.records.write(&entry.key, None);
        self.draft = Draft::default();
        let command = Command::Write(vec![write]);
        self.writing.apply(command, None, said, context);
    }

    pub(super) fn toggle_pending(&mut self, context: &mut Context<'_>) {
        self.only_pending = !self.only_pending;
        self.list.renew();
        self.list_again(context);
        if self.only_pending && self.list.is_empty() {
            let none = text::none_pending(context.session.language);
            context.say(Tone::Good, none);
        }
    }
}
