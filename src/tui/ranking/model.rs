//! What the ranking knows.

use std::collections::HashMap;

use super::cohort::{Cohort, Row, keys};
use super::trial::Trial;
use crate::office::{ResultRow, RoundResults};
use crate::round::{Cell, TieRecord};
use crate::tui::list::{Names, Writing};
use crate::tui::message::Ticket;
use crate::tui::screen::Movement;
use crate::tui::session::Session;
use crate::tui::widget::Window;

/// The ranking of a round.
#[derive(Debug, Default)]
pub struct Ranking {
    pub(super) names: Names,
    /// Stands still until the person asks for it anew.
    pub(super) results: Option<Box<RoundResults>>,
    pub(super) ties: HashMap<String, Decided>,
    pub(super) cohorts: Vec<Cohort>,
    pub(super) at: usize,
    pub(super) window: Window,
    /// The organisation to land on.
    pub(super) wanted: Option<String>,
    /// Something was written since the results were made.
    pub(super) stale: bool,
    pub(super) reading_results: Option<Ticket>,
    /// Nothing is listed yet, and what will be is on its way.
    pub(super) first_reading: bool,
    pub(super) reading_ties: Option<Ticket>,
    pub(super) asking_head: Option<Ticket>,
    /// Codes in the order that was picked, until its reason is there.
    pub(super) picked: Vec<String>,
    /// Reason and document of the decision as they were typed.
    pub(super) decision: [String; 2],
    pub(super) trial: Trial,
    /// Decisions under way.
    pub(super) writing: Writing,
}

/// A decided order of an organisation within a tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decided {
    pub record: TieRecord,
    pub revision: u64,
}

impl Ranking {
    /// The ranking, with the cohort of an organisation first.
    #[must_use]
    pub fn at(organisation: Option<String>) -> Self {
        Self {
            wanted: organisation,
            ..Self::default()
        }
    }

    /// The results that are listed: those on trial, else the stored ones.
    pub(super) fn shown(&self) -> Option<&RoundResults> {
        self.trial.results().or(self.results.as_deref())
    }

    pub(super) fn cohort(&self) -> Option<&Cohort> {
        self.cohorts.get(self.at)
    }

    pub(super) fn rows(&self) -> &[Row] {
        self.cohort().map_or(&[], |cohort| cohort.rows.as_slice())
    }

    pub(super) fn result(&self, position: usize) -> Option<&ResultRow> {
        self.shown()?.rows.get(position)
    }

    /// The organisation under the hand.
    pub(super) fn selected(&self) -> Option<&ResultRow> {
        match self.rows().get(self.window.selected) {
            Some(Row::Organisation(position)) => self.result(*position),
            _ => None,
        }
    }

    pub(super) fn take_ties(&mut self, cells: &[Cell]) {
        let decided = cells.iter().filter_map(|cell| {
            let record = TieRecord::read(cell.record.as_ref()?).ok()?;
            let revision = cell.revision;
            Some((cell.key.first()?.clone(), Decided { record, revision }))
        });
        self.ties = decided.collect();
    }

    /// Before other results are taken: the organisation under the hand stays under it.
    pub(super) fn keep_hand(&mut self) {
        let selected = self.selected().map(|row| row.organisation.clone());
        self.wanted = self.wanted.take().or(selected);
    }

    /// Lists anew, with the same organisation selected.
    pub(super) fn arrange(&mut self, session: &Session) {
        let Some(cohorts) = self.listed(session) else {
            return;
        };
        let selected = self.selected().map(|row| row.organisation.clone());
        let wanted = self.wanted.take().or(selected);
        self.cohorts = cohorts;
        self.at = self.at.min(self.cohorts.len().saturating_sub(1));
        if !wanted.is_some_and(|wanted| self.select(&wanted) || self.select_cohort(&wanted)) {
            self.settle(true);
        }
    }

    /// The cohorts of the results that are to be listed; none while they are being read.
    fn listed(&self, session: &Session) -> Option<Vec<Cohort>> {
        let scheme = &session.round.as_ref()?.scheme;
        let results = self.shown().filter(|_| self.names.are_read())?;
        let mut start = 0;
        let mut cohorts = Vec::with_capacity(results.places.len());
        for places in &results.places {
            // Rows lie together by cohort and track, in the order of `places`.
            let rest = results.rows.get(start..).unwrap_or_default();
            let same = |row: &&ResultRow| {
                row.cohort == places.cohort && scheme.track(row.figures.track).id == places.track
            };
            let end = start + rest.iter().take_while(same).count();
            let range = start..end;
            cohorts.push(Cohort::of(
                scheme,
                places,
                &results.rows,
                range,
                self.names.hidden(),
            ));
            start = end;
        }
        Some(cohorts)
    }

    /// Goes to the cohort of a district; false where there is none.
    fn select_cohort(&mut self, code: &str) -> bool {
        let of = |cohort: &Cohort| cohort.code.as_deref() == Some(code);
        // What leads here are mostly places that are left open.
        let open = |cohort: &Cohort| of(cohort) && cohort.has_vacant_places();
        let first = self.cohorts.iter().position(open);
        let found = first.or_else(|| self.cohorts.iter().position(of));
        if let Some(found) = found {
            self.at = found;
            self.window = Window::default();
            self.settle(true);
        }
        found.is_some()
    }

    /// Goes to an organisation; false where it is not ranked in this round.
    pub(super) fn select(&mut self, organisation: &str) -> bool {
        let is_it = |row: &Row| match row {
            Row::Organisation(position) => self
                .result(*position)
                .is_some_and(|row| row.organisation == organisation),
            _ => false,
        };
        let found = self.cohorts.iter().enumerate().find_map(|(at, cohort)| {
            let position = cohort.rows.iter().position(is_it)?;
            Some((at, position))
        });
        if let Some((at, position)) = found {
            self.at = at;
            self.window.selected = position;
        }
        found.is_some()
    }

    /// Goes on to an organisation where the hand came upon a line.
    fn settle(&mut self, down: bool) {
        let rows = self.rows();
        let from = self.window.selected.min(rows.len().saturating_sub(1));
        let is_one = |at: &usize| matches!(rows.get(*at), Some(Row::Organisation(_)));
        let below = (from..rows.len()).find(is_one);
        let above = (0..from).rev().find(is_one);
        let found = if down {
            below.or(above)
        } else if is_one(&from) {
            Some(from)
        } else {
            above.or(below)
        };
        if let Some(found) = found {
            self.window.selected = found;
        }
    }

    pub(super) fn go(&mut self, movement: Movement, page: usize) {
        let count = self.rows().len();
        self.window.go(movement, count, page);
        let down = matches!(
            movement,
            Movement::Down | Movement::PageDown | Movement::First
        );
        self.settle(down);
        self.window.follow(count, page);
        if self.rows().iter().take(page).position(is_organisation) == Some(self.window.selected) {
            // The line above the first organisation belongs to it.
            self.window.offset = 0;
        }
    }

    pub(super) fn turn(&mut self, forward: bool, page: usize) {
        let count = self.cohorts.len();
        if count == 0 {
            return;
        }
        let step = if forward { 1 } else { count - 1 };
        self.at = (self.at + step) % count;
        self.window = Window::default();
        self.go(Movement::First, page);
    }

    /// Goes to the first organisation of the next open tie; false where there is none.
    pub(super) fn go_to_next_tie(&mut self) -> bool {
        let tied = |row: &Row| match row {
            Row::Organisation(position) => {
                let result = self.result(*position);
                result.is_some_and(|row| row.standing.tie && !self.is_kept_back(row))
            }
            _ => false,
        };
        let all = self.cohorts.iter().enumerate().flat_map(|(at, cohort)| {
            let rows = cohort.rows.iter().enumerate();
            rows.filter(|(_, row)| tied(row))
                .map(move |(position, _)| (at, position))
        });
        let all: Vec<(usize, usize)> = all.collect();
        let now = (self.at, self.window.selected);
        let next = all.iter().find(|place| **place > now).or(all.first());
        let Some((at, position)) = next.copied() else {
            return false;
        };
        self.at = at;
        self.window.selected = position;
        true
    }

    /// Whether ranks are kept back in an organisation's cohort.
    fn is_kept_back(&self, row: &ResultRow) -> bool {
        self.names.is_hidden(&row.organisation)
    }

    /// Positions of all that equal the selected one in everything that ranks but a decision on
    /// their tie (G6), itself included, in the order of the list.
    pub(super) fn equals(&self, session: &Session) -> Vec<usize> {
        let (Some(round), Some(selected), Some(cohort)) =
            (&session.round, self.selected(), self.cohort())
        else {
            return Vec::new();
        };
        if selected.standing.rank.is_none() || cohort.is_hidden() {
            return Vec::new();
        }
        let wanted = keys(&round.scheme, selected);
        let positions = cohort.rows.iter().filter_map(|row| match row {
            Row::Organisation(position) => Some(*position),
            _ => None,
        });
        positions
            .filter(|position| {
                self.result(*position).is_some_and(|row| {
                    row.standing.rank.is_some() && keys(&round.scheme, row) == wanted
                })
            })
            .collect()
    }
}

const fn is_organisation(row: &Row) -> bool {
    matches!(row, Row::Organisation(_))
}
