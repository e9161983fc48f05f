//! 试算: marks and vetoes changed on trial, several at once. The office makes all results anew
//! with the changes laid over; they are shown in place of the stored ones until the person
//! leaves the trial. Nothing is stored.

mod mark;
mod steps;

use std::collections::HashMap;

use super::model::Ranking;
use crate::office::{Question, ResultRow, RoundResults};
use crate::round::Write;
use crate::scheme::{LevelIndex, Scheme};
use crate::scoring::Standing;
use crate::text::{Language, ranking as text};
use crate::tui::ask::{Choice, Entry};
use crate::tui::message::Ticket;
use crate::tui::screen::{Context, Tone};

pub(super) use mark::{ENTRY, ITEM, SHEET};
pub(super) use steps::{STEP, VETO};

/// What the question of who moved is called in its answer.
pub(super) const MOVED: &str = "trial moved";

/// A trial under way.
#[derive(Debug, Default)]
pub(super) struct Trial {
    changes: Vec<Change>,
    /// All results with the changes.
    results: Option<Box<RoundResults>>,
    asking: Option<Ticket>,
    /// Where all stood before, by code.
    before: HashMap<String, Standing>,
    /// Codes of those that moved, as they were told.
    moved: Vec<String>,
    /// The mark that is being chosen.
    choosing: mark::Choosing,
}

/// One change on trial.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    told: String,
    writes: Vec<Write>,
}

impl Trial {
    /// The results to show in place of the stored ones.
    pub fn results(&self) -> Option<&RoundResults> {
        self.results.as_deref()
    }

    /// Whether something is changed on trial.
    pub fn is_on(&self) -> bool {
        !self.changes.is_empty()
    }

    /// The changes, in words.
    pub fn told(&self, language: Language) -> String {
        let changes: Vec<&str> = self.changes.iter().map(|one| one.told.as_str()).collect();
        text::trial_changes(language, &changes.join(&text::trial_between(language)))
    }

    pub fn count(&self) -> usize {
        self.changes.len()
    }

    /// Where an organisation stood before, if it stands elsewhere now.
    pub fn before(&self, row: &ResultRow) -> Option<&Standing> {
        let before = self.before.get(&row.organisation);
        before
            .filter(|_| self.is_on())
            .filter(|before| before.rank != row.standing.rank || before.level != row.standing.level)
    }
}

impl Ranking {
    /// Adds a change, or takes it in place of an older one of the same cells, and has all made
    /// anew.
    fn try_out(&mut self, told: String, writes: Vec<Write>, context: &mut Context<'_>) {
        let place = |write: &Write| (write.what, write.key.clone());
        let same = |one: &Change| one.writes.first().map(place) == writes.first().map(place);
        self.trial.changes.retain(|one| !same(one));
        self.trial.changes.push(Change { told, writes });
        self.ask_results_on_trial(context);
    }

    /// Has the results made with the changes; without any the trial is over.
    pub(super) fn ask_results_on_trial(&mut self, context: &mut Context<'_>) {
        let Some(round) = context.session.round_name() else {
            return;
        };
        if self.trial.changes.is_empty() {
            self.end_trial(context);
            return;
        }
        let writes = self.trial.changes.iter().flat_map(|one| one.writes.clone());
        let writes = writes.collect();
        self.trial.asking = Some(context.ask("ranking trial", Question::Trial { round, writes }));
    }

    /// Takes the results on trial, and tells who moves. True where a trial waits for them.
    pub(super) fn take_results_on_trial(
        &mut self,
        ticket: Ticket,
        results: &RoundResults,
        context: &mut Context<'_>,
    ) -> bool {
        if self.trial.asking != Some(ticket) {
            return false;
        }
        self.trial.asking = None;
        let stored = self.results.as_ref().map_or(&[][..], |stored| &stored.rows);
        let standing = |row: &ResultRow| (row.organisation.clone(), row.standing.clone());
        let before = stored.iter().map(standing).collect();
        self.trial.before = before;
        self.keep_hand();
        self.trial.results = Some(Box::new(results.clone()));
        self.arrange(context.session);
        self.tell_moved(context);
        true
    }

    /// Who stands elsewhere, those whose level changes first; the stored results stay as they
    /// are.
    pub(super) fn tell_moved(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(round), Some(results)) = (&context.session.round, self.trial.results()) else {
            return;
        };
        let moved = results.rows.iter().filter_map(|row| {
            let before = self.trial.before(row)?;
            Some((before.level == row.standing.level, before, row))
        });
        let mut moved: Vec<_> = moved.collect();
        // Stable: within both they stay in the order of the results.
        moved.sort_by_key(|(same_level, ..)| *same_level);
        let lines: Vec<Entry> = moved
            .iter()
            .map(|(_, before, row)| line(&round.scheme, language, before, row).into())
            .collect();
        let levels = moved.iter().filter(|(same_level, ..)| !same_level).count();
        let codes = moved.iter().map(|(.., row)| row.organisation.clone());
        self.trial.moved = codes.collect();
        if lines.is_empty() {
            context.say(Tone::Good, text::trial_nobody(language));
            return;
        }
        let title = text::trial_result(language, lines.len(), levels);
        let intro = vec![self.trial.told(language), text::trial_not_stored(language)];
        context.push(Choice::new(MOVED, title, lines).saying(intro));
    }

    /// Goes to one of those that moved.
    pub(super) fn go_to_moved(&mut self, position: usize) {
        if let Some(code) = self.trial.moved.get(position).cloned() {
            self.select(&code);
        }
    }

    /// Back to what is stored.
    pub(super) fn end_trial(&mut self, context: &mut Context<'_>) {
        self.keep_hand();
        self.trial = Trial::default();
        self.arrange(context.session);
        let over = text::trial_over(context.session.language);
        context.say(Tone::Good, over);
    }
}

/// One that moved: its level and rank before and on trial.
fn line(scheme: &Scheme, language: Language, before: &Standing, row: &ResultRow) -> String {
    let title = |level: Option<LevelIndex>| {
        let level = level.and_then(|level| scheme.levels.get(level.position()));
        level.map_or_else(|| text::no_level(language), |level| level.title.clone())
    };
    let rank = |rank: Option<u32>| rank.map_or_else(|| "-".to_owned(), |rank| rank.to_string());
    let after = &row.standing;
    let ranks = text::trial_ranks(language, &rank(before.rank), &rank(after.rank));
    let (from, to) = (title(before.level), title(after.level));
    if from == to {
        text::trial_moved_rank(language, &row.name, &from, &ranks)
    } else {
        text::trial_moved(language, &row.name, &from, &to, &ranks)
    }
}
