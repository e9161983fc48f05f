//! What can be tried out: a mark, a veto, one change less, and the way out.

use super::super::model::Ranking;
use crate::round::{VetoRecord, What, Write};
use crate::scheme::VetoIndex;
use crate::scoring::VetoState;
use crate::text::ranking as text;
use crate::tui::ask::{Choice, Entry};
use crate::tui::screen::Context;
use crate::tui::session::Session;

/// What the questions are called in their answers.
pub(in super::super) const STEP: &str = "trial step";
pub(in super::super) const VETO: &str = "trial veto";

impl Ranking {
    /// Why nothing can be tried out; none where it can.
    pub(in super::super) fn no_trial(&self, session: &Session) -> Option<String> {
        let hidden = self
            .cohort()
            .is_some_and(super::super::cohort::Cohort::is_hidden);
        if hidden {
            Some(text::hidden(session.language))
        } else if self.selected().is_none() {
            Some(text::nothing_selected(session.language))
        } else {
            None
        }
    }

    pub(in super::super) fn ask_trial(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(round), Some(row)) = (&context.session.round, self.selected()) else {
            return;
        };
        let scheme = &round.scheme;
        let unless = |why: Option<String>, name: String| Entry { name, why_not: why };
        let none_yet = || (!self.trial.is_on()).then(|| text::trial_nothing_yet(language));
        let no_vetoes = scheme.vetoes.is_empty();
        let no_sheets = scheme.combine == crate::scheme::Combine::Best;
        let options = vec![
            unless(
                no_sheets.then(|| text::trial_without_sheets(language)),
                text::trial_mark(language, &row.name),
            ),
            unless(
                no_vetoes.then(|| text::trial_without_vetoes(language)),
                text::trial_veto(language, &row.name),
            ),
            unless(none_yet(), text::trial_back(language)),
            unless(none_yet(), text::trial_who(language)),
            unless(none_yet(), text::trial_end(language)),
        ];
        let mut choice = Choice::new(STEP, text::trial_title(language, &row.name), options);
        if self.trial.is_on() {
            choice = choice.saying(vec![self.trial.told(language)]);
        }
        context.push(choice.selecting(usize::from(no_sheets)));
    }

    pub(in super::super) fn take_trial_step(&mut self, at: usize, context: &mut Context<'_>) {
        match at {
            0 => self.ask_sheets(context),
            1 => self.ask_veto_on_trial(context),
            2 => {
                self.trial.changes.pop();
                self.ask_results_on_trial(context);
            }
            3 => self.tell_moved(context),
            _ => self.end_trial(context),
        }
    }

    /// A veto in force is lifted on trial, any other is decided.
    fn on_trial(&self, veto: VetoIndex) -> VetoState {
        let vetoes = self.selected().map(|row| row.figures.vetoes.as_slice());
        let mut standing = vetoes.unwrap_or_default().iter();
        let now = standing.find(|one| one.veto == veto).map(|one| one.state);
        match now {
            Some(VetoState::Decided) => VetoState::Lifted,
            _ => VetoState::Decided,
        }
    }

    fn ask_veto_on_trial(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(round), Some(row)) = (&context.session.round, self.selected()) else {
            return;
        };
        let states = (0..round.scheme.vetoes.len()).map(|at| self.on_trial(VetoIndex::at(at)));
        let states: Vec<VetoState> = states.collect();
        let options = round
            .scheme
            .vetoes
            .iter()
            .zip(&states)
            .map(|(veto, state)| {
                let told = match state {
                    VetoState::Lifted => text::trial_lift(language, &veto.id, &veto.title),
                    _ => text::trial_decide(language, &veto.id, &veto.title),
                };
                Entry::from(told)
            });
        let first = states.iter().position(|state| *state == VetoState::Lifted);
        let title = text::trial_title(language, &row.name);
        let choice = Choice::new(VETO, title, options.collect());
        context.push(choice.selecting(first.unwrap_or(0)));
    }

    pub(in super::super) fn try_veto(&mut self, position: usize, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(round), Some(row)) = (&context.session.round, self.selected()) else {
            return;
        };
        let Some(veto) = round.scheme.vetoes.get(position) else {
            return;
        };
        let state = self.on_trial(VetoIndex::at(position));
        let told = match state {
            VetoState::Lifted => text::trial_told_lift(language, &row.name, &veto.id),
            _ => text::trial_told_decide(language, &row.name, &veto.id),
        };
        let record = VetoRecord {
            state,
            document: None,
            date: None,
            note: None,
        };
        let write = Write {
            what: What::Veto,
            key: vec![row.organisation.clone(), veto.id.clone()],
            record: Some(record.write()),
            seen: None,
            row: None,
        };
        self.try_out(told, vec![write], context);
    }
}
