//! The pane below the ranking: everything that bears on the level of the organisation under the
//! hand.

use ratatui::layout::Rect;

use super::cohort::Row;
use super::view::Drawn;
use crate::office::ResultRow;
use crate::scheme::{Combine, LevelIndex, PartyIndex};
use crate::text::{ranking as text, scoring};
use crate::tui::list::{self, Said};
use crate::tui::theme::Role;
use crate::tui::widget::Canvas;

impl Drawn<'_> {
    pub(super) fn detail(&self, area: Rect, canvas: &mut Canvas<'_>) {
        match self.said() {
            Some((title, lines)) => list::pane(canvas, area, &title, lines, self.language),
            None => {
                canvas.frame(area, "");
            }
        }
    }

    /// What is said of the organisation under the hand.
    pub(super) fn said(&self) -> Option<Said> {
        let row = self.ranking.selected()?;
        let kept_back = self
            .ranking
            .cohort()
            .is_some_and(super::cohort::Cohort::is_hidden);
        let lines = if kept_back {
            vec![(Role::Text, text::hidden(self.language))]
        } else {
            self.sentences(row)
        };
        Some((row.name.clone(), lines))
    }

    /// Everything that bears on its level, in words.
    fn sentences(&self, row: &ResultRow) -> Vec<(Role, String)> {
        let language = self.language;
        let scheme = &self.round.scheme;
        let (figures, standing) = (&row.figures, &row.standing);
        let mut lines = Vec::new();
        if self.ranking.trial.is_on() {
            lines.push((Role::Warning, self.ranking.trial.told(language)));
        }
        if standing.tie {
            let equals = self.equals(row);
            let level = self.tied_level(row);
            let told = text::detail_tie(language, self.level(level), equals);
            lines.push((Role::Warning, told));
        }
        if let Some(decided) = self.ranking.ties.get(&row.organisation) {
            let reason = decided.record.reason.as_deref().unwrap_or_default();
            let told = text::detail_decided(language, decided.record.order, reason);
            lines.push((Role::Text, told));
        }
        if standing.rank.is_none() && !figures.unrated {
            lines.extend(self.missing(row).map(|told| (Role::Warning, told)));
        }
        for (source, level) in &figures.ceilings {
            let source = scoring::ceiling_source(scheme, language, *source, *level);
            let told = scoring::ceiling(language, self.level(*level), source);
            lines.push((Role::Danger, told));
        }
        if let (Some(from), Some(to)) = (standing.filled, standing.level)
            && from != to
        {
            let (from, to) = (self.level(from), self.level(to));
            let told = text::detail_vacant(language, from, to, figures.demote);
            lines.push((Role::Danger, told));
        }
        for veto in &figures.vetoes {
            let found = scheme.veto(veto.veto);
            let state = scoring::veto_state(scheme, language, veto);
            let effect = scoring::effect_as_it_stands(scheme, language, veto.veto, veto.state);
            let told = scoring::veto(language, &found.id, &found.title, state, effect);
            lines.push((Role::Text, told));
        }
        lines.extend(scoring::lacking(scheme, language, figures).map(|told| (Role::Text, told)));
        if lines.is_empty() {
            lines.push((Role::Quiet, text::detail_nothing(language)));
        }
        lines
    }

    /// Which parties have given no score yet (K1); none where that is not what is missing.
    fn missing(&self, row: &ResultRow) -> Option<String> {
        let scheme = &self.round.scheme;
        let lacks = |party: &PartyIndex| {
            let weighs = !scheme.party(*party).weight.is_zero();
            let figures = row.figures.parties.get(party.position());
            weighs && figures.is_some_and(|figures| figures.score.is_none())
        };
        let titles: Vec<&str> = scheme
            .parties_of(row.figures.track)
            .filter(lacks)
            .map(|party| scheme.party(party).title.as_str())
            .collect();
        let told = scoring::incomplete(self.language, titles.join(&text::separator(self.language)));
        (scheme.combine == Combine::Weighted && !titles.is_empty()).then_some(told)
    }

    /// How many of its rank are marked as tied with it.
    fn equals(&self, row: &ResultRow) -> usize {
        let rows = self.ranking.rows().iter();
        let same = rows.filter(|one| match one {
            Row::Organisation(at) => self.ranking.result(*at).is_some_and(|other| {
                other.standing.tie && other.standing.rank == row.standing.rank
            }),
            _ => false,
        });
        same.count()
    }

    /// The level whose places the tie keeps empty: the highest such that it could have had.
    fn tied_level(&self, row: &ResultRow) -> LevelIndex {
        let lines = self.ranking.rows().iter().filter_map(|one| match one {
            Row::Line(line) if line.tied => Some(line.level),
            _ => None,
        });
        let ceiling = row.figures.ceiling.unwrap_or(LevelIndex(0));
        let mut open = lines.filter(|level| *level >= ceiling);
        open.next().unwrap_or(ceiling)
    }
}
