//! What is asked before an assignment is written.

use super::model::{Assignments, Draft, Filter};
use crate::round::{AssignmentState, FieldForm};
use crate::text::{assignment_state, assignments as text};
use crate::tui::ask::{Choice, Entry, Form, Line};
use crate::tui::find::{Find, Findable};
use crate::tui::screen::Context;
use crate::tui::seat;

/// What the questions are called in their answers.
pub(super) const WHERE: &str = "assigned organisations";
pub(super) const WHAT: &str = "assignment party";
pub(super) const CHANGE: &str = "assignment change";
pub(super) const FIELDS: &str = "assignment fields";
pub(super) const SIEVE: &str = "assignment sieve";

/// The fields of the form.
pub(super) const RATER: usize = 0;
pub(super) const REASON: usize = 1;

/// What can be changed, in the order in which it is offered.
const CHANGES: [fn(crate::text::Language) -> String; 4] = [
    text::change_due,
    text::change_recused,
    text::change_rater,
    text::change_remove,
];

impl Assignments {
    /// Begins with where: an organisation, or a town with all that lie in it.
    pub(super) fn add(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        self.draft = Draft::default();
        let names = self.names();
        let all = names.codes(|_| true).into_iter().filter_map(|code| {
            let found = names.findable(code);
            if names.track(code).is_some() {
                return Some(found);
            }
            let inside = self.rated_in(code).len();
            (inside > 0).then(|| Findable {
                name: text::all_in(language, &found.name, inside),
                ..found
            })
        });
        let all = all.collect();
        context.push(Find::new(WHERE, all));
    }

    /// The organisation itself, or all that are rated in it where it is not.
    fn rated_in(&self, code: &str) -> Vec<String> {
        let names = self.names();
        if names.track(code).is_some() {
            return vec![code.to_owned()];
        }
        let inside = names.codes(|one| names.track(one).is_some() && names.lies_in(one, code));
        inside.into_iter().map(str::to_owned).collect()
    }

    pub(super) fn take_where(&mut self, code: &str, context: &mut Context<'_>) {
        let language = context.session.language;
        let Some(round) = &context.session.round else {
            return;
        };
        self.draft.organisations = self.rated_in(code);
        self.draft.name = self.names().of(code).to_owned();
        if let count @ 2.. = self.draft.organisations.len() {
            self.draft.name = text::all_in(language, &self.draft.name, count);
        }
        let states = [AssignmentState::Due, AssignmentState::Recused];
        let options = seat::parties_with_sheets(round).flat_map(|party| {
            states.map(|state| {
                let title = round.party_title(party);
                text::party_and_state(language, title, assignment_state(language, state)).into()
            })
        });
        let choice = Choice::new(WHAT, self.draft.name.clone(), options.collect());
        context.push(choice);
    }

    pub(super) fn take_what(&mut self, position: usize, context: &mut Context<'_>) {
        let Some(round) = &context.session.round else {
            return;
        };
        let party = seat::parties_with_sheets(round).nth(position / 2);
        let Some(party) = party.map(str::to_owned) else {
            return;
        };
        self.draft.party = party;
        self.draft.recused = position % 2 == 1;
        self.ask_fields(RATER, context);
    }

    pub(super) fn ask_change(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let Some(entry) = self.selected() else {
            return;
        };
        let options = CHANGES.iter().enumerate().map(|(at, name)| {
            let mut option = Entry::from(name(language));
            if at == 0 && !entry.is_recused() {
                option.why_not = Some(text::already(language));
            }
            option
        });
        let name = self.names().of(entry.organisation());
        let title = text::who_where(language, entry.rater(), name);
        let first = if entry.is_recused() { 0 } else { 1 };
        let choice = Choice::new(CHANGE, title, options.collect());
        context.push(choice.selecting(first));
    }

    pub(super) fn take_change(&mut self, position: usize, context: &mut Context<'_>) {
        let Some(entry) = self.selected().cloned() else {
            return;
        };
        let [organisation, party, rater] = entry.key.clone();
        self.draft = Draft {
            name: self.names().of(&organisation).to_owned(),
            organisations: vec![organisation],
            party,
            recused: entry.is_recused(),
            texts: [rater, entry.record.reason.clone().unwrap_or_default()],
            edited: Some(entry.key),
        };
        match position {
            0 => {
                self.draft.recused = false;
                self.draft.texts[REASON].clear();
                self.write(context);
            }
            1 => {
                self.draft.recused = true;
                self.ask_fields(REASON, context);
            }
            2 => self.ask_fields(RATER, context),
            _ => self.remove(context),
        }
    }

    /// Asks for rater and reason, with what has been typed already.
    pub(super) fn ask_fields(&self, first: usize, context: &mut Context<'_>) {
        let language = context.session.language;
        let Some(round) = &context.session.round else {
            return;
        };
        let draft = &self.draft;
        let [rater, reason] = &draft.texts;
        let lines = vec![
            Line::new(text::field_rater(language), rater, true).of(FieldForm::Short, "rater"),
            Line::new(text::field_reason(language), reason, draft.recused)
                .of(FieldForm::Note, "reason"),
        ];
        let state = if draft.recused {
            AssignmentState::Recused
        } else {
            AssignmentState::Due
        };
        let party = round.party_title(&draft.party);
        let state = assignment_state(language, state);
        let mut intro = vec![text::party_and_state(language, party, state)];
        let known = self.raters(Some(&draft.party), context.session);
        if !known.is_empty() {
            intro.push(text::known_raters(
                language,
                &known.join(&text::separator(language)),
            ));
        }
        if draft.recused {
            intro.push(text::reason_needed(language));
        }
        let title = draft.name.clone();
        context.push(Form::new(FIELDS, title, intro, lines).beginning_at(first));
    }

    pub(super) fn ask_filter(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let Some(round) = &context.session.round else {
            return;
        };
        let parties = seat::parties_with_sheets(round);
        let parties = parties.filter_map(|party| round.scheme.find_party(party));
        let raters = self.raters(None, context.session).into_iter();
        let filters = [Filter::All, Filter::Recused].into_iter();
        let filters = filters.chain(parties.map(Filter::Party));
        self.filters = filters.chain(raters.map(Filter::Rater)).collect();
        let names = self.filters.iter();
        let options = names.map(|filter| super::view::filter_name(filter, round, language).into());
        let title = text::filter_title(language);
        context.push(Choice::new(SIEVE, title, options.collect()));
    }
}
