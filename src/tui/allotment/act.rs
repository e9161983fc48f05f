//! Entering and taking back a number sent down.

use super::model::{Allotment, Draft, EVERY, Key, WITHOUT, code};
use super::view::Words;
use crate::round::{Command, FieldForm, PlacesRecord};
use crate::scheme::Scheme;
use crate::text::allotment as text;
use crate::tui::ask::{Choice, Form, Line};
use crate::tui::screen::{Context, Tone};
use crate::tui::session::Session;

/// What the questions are called in their answers.
pub(super) const PART: &str = "places part";
pub(super) const FIELDS: &str = "places fields";

/// The field of the number.
const NUMBER: usize = 0;

impl Allotment {
    /// Begins a number that need not be for one cohort and track: asks for each part of its key.
    pub(super) fn add(&mut self, context: &mut Context<'_>) {
        self.draft = Draft::default();
        self.ask_part(context);
    }

    /// What the next part of the key can be, every one first.
    fn choices(&self, scheme: &Scheme) -> Vec<String> {
        let every = std::iter::once(EVERY.to_owned());
        match self.draft.chosen.len() {
            0 => {
                let cohorts = self.cohorts.iter().flatten().map(code);
                let mut codes: Vec<String> = Vec::new();
                for code in cohorts {
                    if !codes.iter().any(|known| known == code) {
                        codes.push(code.to_owned());
                    }
                }
                every.chain(codes).collect()
            }
            1 => {
                let tracks = scheme.tracks.iter().map(|track| track.id.clone());
                every.chain(tracks).collect()
            }
            _ => scheme.levels.iter().map(|level| level.id.clone()).collect(),
        }
    }

    fn ask_part(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let Some(round) = &context.session.round else {
            return;
        };
        let words = Words {
            names: self.names(),
            scheme: &round.scheme,
            language,
        };
        let part = self.draft.chosen.len();
        let choices = self.choices(&round.scheme);
        let options = choices.iter().map(|id| words.part(part, id).into());
        let title = match part {
            0 => text::which_cohort(language),
            1 => text::which_track(language),
            _ => text::which_level(language),
        };
        context.push(Choice::new(PART, title, options.collect()));
    }

    pub(super) fn take_part(&mut self, position: usize, context: &mut Context<'_>) {
        let Some(round) = &context.session.round else {
            return;
        };
        let choice = self.choices(&round.scheme).into_iter().nth(position);
        self.draft.chosen.extend(choice);
        match self.draft_key() {
            Some(key) => self.begin(&key, context),
            None => self.ask_part(context),
        }
    }

    fn draft_key(&self) -> Option<Key> {
        self.draft.chosen.clone().try_into().ok()
    }

    pub(super) fn edit(&mut self, context: &mut Context<'_>) {
        if let Some(key) = self.selected().map(|entry| entry.key.clone()) {
            self.begin(&key, context);
        }
    }

    fn begin(&mut self, key: &Key, context: &mut Context<'_>) {
        let stated = self.records.cell(key).and_then(|cell| cell.record.as_ref());
        let stated = stated.and_then(|record| PlacesRecord::read(record).ok());
        let number = stated.map_or_else(String::new, |record| record.places.to_string());
        self.draft = Draft {
            chosen: key.to_vec(),
            texts: [number, String::new()],
        };
        self.ask_fields(context);
    }

    /// Asks for the number, with what has been typed already.
    pub(super) fn ask_fields(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(round), Some(key)) = (&context.session.round, self.draft_key()) else {
            return;
        };
        let words = Words {
            names: self.names(),
            scheme: &round.scheme,
            language,
        };
        let [number, document] = &self.draft.texts;
        let lines = vec![
            Line::new(text::field_number(language), number, true),
            Line::new(text::field_document(language), document, false)
                .of(FieldForm::Note, "reason"),
        ];
        let mut intro = Vec::new();
        let listed = self.list.rows().iter().find(|entry| entry.key == key);
        if let Some(entry) = listed.filter(|entry| !entry.is_general()) {
            intro.push(words.by_scheme(entry));
        }
        intro.push(text::replaces(language));
        let title = words.place(&key);
        context.push(Form::new(FIELDS, title, intro, lines).beginning_at(NUMBER));
    }

    /// Looks through what was typed; what is wrong is said, and the form stands open again.
    pub(super) fn take_fields(&mut self, texts: &[String], context: &mut Context<'_>) {
        let language = context.session.language;
        let ([number, document], Some(key)) = (texts, self.draft_key()) else {
            return;
        };
        self.draft.texts = [number.clone(), document.clone()];
        let Ok(places) = crate::exchange::fold(number).parse::<u64>() else {
            self.ask_fields(context);
            let why = text::number_wrong(language, number);
            context.refuse(text::field_number(language), why);
            return;
        };
        let reason = (!document.is_empty()).then(|| document.clone());
        let place = self.place_of(&key, context.session);
        let said = text::stored(language, &place, places);
        self.list.land_on(Some(key.clone()));
        self.write(&key, Some(&PlacesRecord { places }), reason, said, context);
    }

    fn place_of(&self, key: &Key, session: &Session) -> String {
        session.round.as_ref().map_or_else(String::new, |round| {
            let words = Words {
                names: self.names(),
                scheme: &round.scheme,
                language: session.language,
            };
            words.place(key)
        })
    }

    fn write(
        &mut self,
        key: &Key,
        record: Option<&PlacesRecord>,
        reason: Option<String>,
        said: String,
        context: &mut Context<'_>,
    ) {
        let write = self.records.write(key, record.map(PlacesRecord::write));
        self.writing
            .apply(Command::Write(vec![write]), reason, said, context);
    }

    /// Takes a number back; where a more general one is in force, says where that stands.
    pub(super) fn remove(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let Some(entry) = self.selected().cloned() else {
            return;
        };
        match entry.by {
            Some(by) if by == entry.key => {
                let place = self.place_of(&entry.key, context.session);
                let said = text::removed(language, &place);
                self.draft = Draft::default();
                self.write(&entry.key, None, None, said, context);
            }
            Some(by) => {
                let place = self.place_of(&by, context.session);
                context.say(Tone::Warning, text::stated_elsewhere(language, &place));
            }
            None => context.say(Tone::Warning, text::nothing_stated(language)),
        }
    }

    /// The code to look for a cohort by in the ranking; none where there is none.
    pub(super) fn cohort_under_hand(&self) -> Option<String> {
        let code = self.selected().map(|entry| entry.key[0].clone())?;
        (code != EVERY && code != WITHOUT).then_some(code)
    }
}
