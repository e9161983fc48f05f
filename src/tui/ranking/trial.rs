//! 试算: a veto lifted or decided on trial, by the same calculation with one input changed; who
//! moves is told, and nothing is stored.

use std::collections::HashMap;

use super::cohort::Row;
use super::model::Ranking;
use crate::office::{OrganisationFile, Question, places_sent_down, stated_places};
use crate::round::{Cell, What, assemble};
use crate::scheme::{Combine, LevelIndex, VetoIndex};
use crate::scoring::{
    Contender, OrganisationFigures, Plan, Silent, Standing, VetoInput, VetoState, own, place,
};
use crate::text::ranking as text;
use crate::tui::ask::{Choice, Entry};
use crate::tui::message::Ticket;
use crate::tui::screen::{Context, Tone};
use crate::tui::session::{OpenRound, Session};

/// What the questions are called in their answers.
pub(super) const VETO: &str = "trial veto";
pub(super) const MOVED: &str = "trial moved";

/// A trial under way: what it is about, and what it still waits for.
#[derive(Debug, Default)]
pub(super) struct Trial {
    organisation: String,
    /// The veto, and the state that it has on trial.
    veto: Option<(VetoIndex, VetoState)>,
    asking_places: Option<Ticket>,
    asking_file: Option<Ticket>,
    places: HashMap<[String; 3], u64>,
    /// Codes of those that moved, in the order in which they were told.
    moved: Vec<String>,
}

impl Ranking {
    /// A veto in force is lifted on trial, any other is decided.
    fn on_trial(&self, veto: VetoIndex) -> VetoState {
        let vetoes = self.selected().map(|row| row.figures.vetoes.as_slice());
        let standing = vetoes.unwrap_or_default().iter();
        let now = standing
            .filter(|one| one.veto == veto)
            .map(|one| one.state)
            .next();
        match now {
            Some(VetoState::Decided) => VetoState::Lifted,
            _ => VetoState::Decided,
        }
    }

    /// Why nothing can be tried out; none where it can.
    pub(super) fn no_trial(&self, session: &Session) -> Option<String> {
        let round = session.round.as_ref()?;
        let hidden = self.cohort().is_some_and(super::cohort::Cohort::is_hidden);
        if self.selected().is_none() {
            Some(text::nothing_selected(session.language))
        } else if hidden {
            Some(text::hidden(session.language))
        } else if round.scheme.combine == Combine::Best {
            Some(text::trial_needs_all(session.language))
        } else if round.scheme.vetoes.is_empty() {
            Some(text::trial_without_vetoes(session.language))
        } else {
            None
        }
    }

    pub(super) fn ask_trial(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(round), Some(row)) = (&context.session.round, self.selected()) else {
            return;
        };
        let vetoes = round.scheme.vetoes.iter().enumerate();
        let options = vetoes.map(|(at, veto)| {
            let told = match self.on_trial(VetoIndex::at(at)) {
                VetoState::Lifted => text::trial_lift(language, &veto.id, &veto.title),
                _ => text::trial_decide(language, &veto.id, &veto.title),
            };
            Entry::from(told)
        });
        let first = round
            .scheme
            .vetoes
            .iter()
            .enumerate()
            .position(|(at, _)| self.on_trial(VetoIndex::at(at)) == VetoState::Lifted);
        let title = text::trial_title(language, &row.name);
        let choice = Choice::new(VETO, title, options.collect());
        context.push(choice.selecting(first.unwrap_or(0)));
    }

    pub(super) fn start_trial(&mut self, position: usize, context: &mut Context<'_>) {
        let (Some(round), Some(row)) = (context.session.round_name(), self.selected()) else {
            return;
        };
        let veto = VetoIndex::at(position);
        let organisation = row.organisation.clone();
        let state = self.on_trial(veto);
        let places = Question::Cells {
            round,
            what: vec![What::Places],
        };
        self.trial = Trial {
            organisation,
            veto: Some((veto, state)),
            asking_places: Some(context.ask("trial places", places)),
            ..Trial::default()
        };
    }

    /// Takes the places sent down, and asks for the organisation. True where a trial waits for
    /// them.
    pub(super) fn trial_places(
        &mut self,
        ticket: Ticket,
        cells: &[Cell],
        context: &mut Context<'_>,
    ) -> bool {
        let mine = self.trial.asking_places == Some(ticket);
        if let (true, Some(round)) = (mine, context.session.round_name()) {
            self.trial.asking_places = None;
            self.trial.places = places_sent_down(cells.iter().cloned());
            let question = Question::Organisation {
                round,
                organisation: self.trial.organisation.clone(),
            };
            self.trial.asking_file = Some(context.ask("trial", question));
        }
        mine
    }

    /// Takes the organisation, and tells who moves. True where a trial waits for it.
    pub(super) fn trial_file(
        &mut self,
        ticket: Ticket,
        file: &OrganisationFile,
        context: &mut Context<'_>,
    ) -> bool {
        if self.trial.asking_file != Some(ticket) {
            return false;
        }
        self.trial.asking_file = None;
        let language = context.session.language;
        let Some(round) = &context.session.round else {
            return true;
        };
        let Some(moved) = self.tried(round, file) else {
            return true;
        };
        let title = |level: Option<LevelIndex>| {
            let level = level.and_then(|level| round.scheme.levels.get(level.position()));
            level.map_or_else(|| text::no_level(language), |level| level.title.clone())
        };
        let rank = |rank: Option<u32>| rank.map_or_else(String::new, |rank| rank.to_string());
        let lines = moved.iter().map(|(name, before, after)| {
            let ranks = text::trial_ranks(language, &rank(before.rank), &rank(after.rank));
            let (from, to) = (title(before.level), title(after.level));
            Entry::from(text::trial_moved(language, name, &from, &to, &ranks))
        });
        let lines: Vec<Entry> = lines.collect();
        if lines.is_empty() {
            let nobody = text::trial_nobody(language);
            context.say(Tone::Good, nobody);
            return true;
        }
        let told = text::trial_result(language, lines.len());
        let intro = vec![text::trial_not_stored(language)];
        context.push(Choice::new(MOVED, told, lines).saying(intro));
        true
    }

    /// Name, standing now and standing on trial of all whose level changes, and of the
    /// organisation itself where only its rank does.
    fn tried(
        &mut self,
        round: &OpenRound,
        file: &OrganisationFile,
    ) -> Option<Vec<(String, Standing, Standing)>> {
        let (veto, state) = self.trial.veto?;
        let plan = Plan::new(&round.scheme);
        let newest = file.newest_level.as_ref();
        let newest = newest.and_then(|(_, level)| round.scheme.find_level(level));
        let mut input = assemble(&plan, &file.cells, round.year, newest)?;
        input.vetoes.retain(|one| one.veto != veto);
        input.vetoes.push(VetoInput { veto, state });
        let figures: OrganisationFigures = own(&plan, &input, &mut Silent);
        let cohort = self.cohorts.iter().find(|cohort| {
            let here = |row: &Row| match row {
                Row::Organisation(at) => self
                    .result(*at)
                    .is_some_and(|row| row.organisation == self.trial.organisation),
                _ => false,
            };
            cohort.rows.iter().any(here)
        })?;
        let members = cohort.rows.iter().filter_map(|row| match row {
            Row::Organisation(at) => self.result(*at),
            _ => None,
        });
        let members: Vec<_> = members.collect();
        let contenders: Vec<Contender> = members
            .iter()
            .map(|row| Contender {
                figures: if row.organisation == self.trial.organisation {
                    &figures
                } else {
                    &row.figures
                },
                order: self
                    .ties
                    .get(&row.organisation)
                    .map(|decided| decided.record.order),
            })
            .collect();
        let track = round.scheme.find_track(&cohort.track)?;
        let code = cohort.code.as_deref();
        let stated = stated_places(&self.trial.places, &round.scheme, code, track);
        let placed = place(&plan, &contenders, &stated, None, &mut Silent);
        let changed = members.iter().zip(placed.standings).filter(|(row, after)| {
            let before = &row.standing;
            let itself = row.organisation == self.trial.organisation;
            before.level != after.level || (itself && before.rank != after.rank)
        });
        let moved: Vec<_> = changed
            .map(|(row, after)| {
                let told = (row.name.clone(), row.standing.clone(), after);
                (row.organisation.clone(), told)
            })
            .collect();
        let (codes, told) = moved.into_iter().unzip();
        self.trial.moved = codes;
        Some(told)
    }

    /// Goes to one of those that moved.
    pub(super) fn go_to_moved(&mut self, position: usize) {
        if let Some(code) = self.trial.moved.get(position).cloned() {
            self.select(&code);
        }
    }
}
