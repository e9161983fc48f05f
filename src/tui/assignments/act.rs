//! Writing assignments: one or many, changed, removed.

use super::ask::RATER;
use super::model::{Assignments, Draft, Key};
use crate::round::{AssignmentRecord, AssignmentState, Command};
use crate::scheme::Scheme;
use crate::text::{assignment_state, assignments as text};
use crate::tui::screen::{Context, Tone};

impl Assignments {
    /// Looks through what was typed; what is wrong is said, and the form stands open again.
    pub(super) fn take_fields(&mut self, texts: &[String], context: &mut Context<'_>) {
        let [rater, reason] = texts else {
            return;
        };
        self.draft.texts = [rater.clone(), reason.clone()];
        self.write(context);
    }

    /// The organisations of the draft that its party rates.
    fn rated_by_party(&self, scheme: &Scheme) -> Vec<String> {
        let Some(party) = scheme.find_party(&self.draft.party) else {
            return Vec::new();
        };
        let rates = |code: &&String| {
            let track = self.names().track(code);
            let track = track.and_then(|track| scheme.find_track(track));
            track.is_some_and(|track| scheme.parties_of(track).any(|one| one == party))
        };
        let codes = self.draft.organisations.iter();
        codes.filter(rates).cloned().collect()
    }

    /// Writes the draft for all of its organisations in one step. Where another rater takes the
    /// place of one, the old assignment goes in the same step.
    pub(super) fn write(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let Some(round) = &context.session.round else {
            return;
        };
        let [rater, reason] = self.draft.texts.clone();
        let organisations = self.rated_by_party(&round.scheme);
        if organisations.is_empty() {
            let why = text::party_rates_none(language, round.party_title(&self.draft.party));
            context.say(Tone::Refusal, why);
            return;
        }
        let state = if self.draft.recused {
            AssignmentState::Recused
        } else {
            AssignmentState::Due
        };
        let record = AssignmentRecord {
            state,
            reason: (!reason.is_empty()).then_some(reason),
        };
        let party = self.draft.party.clone();
        let key = |organisation: String| [organisation, party.clone(), rater.clone()];
        let keys: Vec<Key> = organisations.into_iter().map(key).collect();
        let left = self.draft.edited.clone();
        let left = left.filter(|edited| !keys.contains(edited));
        if left.is_some() && keys.iter().any(|key| self.records.is_there(key)) {
            self.ask_fields(RATER, context);
            context.refuse(text::field_rater(language), text::there(language, &rater));
            return;
        }
        let left = left.iter().map(|key| (key, None));
        let new = keys.iter().map(|key| (key, Some(record.write())));
        let writes = left
            .chain(new)
            .map(|(key, record)| self.records.write(key, record))
            .collect();
        let state = assignment_state(language, state);
        let said = match keys.as_slice() {
            [_] => text::stored(language, &self.draft.name, &rater, state),
            many => {
                let skipped = self.draft.organisations.len() - many.len();
                text::stored_many(language, many.len(), &rater, state, skipped)
            }
        };
        self.list.land_on(keys.into_iter().next());
        let reason = record.reason.clone();
        self.writing
            .apply(Command::Write(writes), reason, said, context);
    }

    pub(super) fn remove(&mut self, context: &mut Context<'_>) {
        let Some(entry) = self.selected() else {
            return;
        };
        let name = self.names().of(entry.organisation());
        let said = text::removed(context.session.language, name, entry.rater());
        let writes = vec![self.records.write(&entry.key, None)];
        self.draft = Draft::default();
        self.writing
            .apply(Command::Write(writes), None, said, context);
    }
}
