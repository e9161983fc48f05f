//! What the live panel says: bounds, what is reached and in reach, how far the next line is, each
//! party, stars, vetoes. Facts only; never more than is known.

use std::cmp::Ordering;

use super::Desk;
use crate::number::{Decimal, Exact, Figure};
use crate::scheme::{CategoryIndex, Combine, GradingRule, LevelIndex, PartyIndex, Scheme};
use crate::scoring::{OrganisationFigures, PartyFigures, VetoStanding, VetoState, has_places};

/// The composite of the open organisation, live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    pub complete: bool,
    pub composite: Option<Figure>,
    pub low: Option<Figure>,
    pub high: Option<Figure>,
    pub reached: Option<LevelIndex>,
    pub in_reach: Option<LevelIndex>,
    /// The lines above what is reached, nearest first; those that a ceiling bars are left out.
    pub lines: Vec<Line>,
    pub statement: Option<Statement>,
    pub ceiling: Option<LevelIndex>,
    pub unrated: bool,
    pub demote: u16,
    pub adjustment: Figure,
    pub parties: Vec<PartyRow>,
    /// Only with the rule `stars`, in the order of the scheme.
    pub stars: Vec<Star>,
    /// Vetoes on record.
    pub vetoes: Vec<VetoStanding>,
    /// Something of it follows from what is typed or on trial, and is stored nowhere.
    pub on_trial: bool,
    /// What the bounds would be if the sheet in hand counted, where that differs (K5).
    pub counted: Option<(Option<Figure>, Option<Figure>)>,
    /// Reached and in reach if it counted.
    pub counted_levels: Option<(Option<LevelIndex>, Option<LevelIndex>)>,
}

/// A level's line, and how much is missing to it from what is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub level: LevelIndex,
    /// A composite, or with the rule `stars` a number of stars.
    pub min: Decimal,
    pub lacking: Figure,
}

/// What the score does not decide alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statement {
    /// 分数够…线，名额以排名为准
    PlacesDecide(LevelIndex),
    /// 排名后定
    AfterRanking,
}

/// A party's line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyRow {
    pub party: PartyIndex,
    pub own: bool,
    pub figures: PartyFigures,
}

/// A star of a ten-star scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Star {
    pub category: CategoryIndex,
    pub state: StarState,
    pub pass: Decimal,
    /// What the category has at least.
    pub low: Option<Figure>,
    /// Whether it is held as things stand, by an earlier level of review; none where nothing
    /// stands yet, or the sheet in hand counts already.
    pub held: Option<bool>,
}

/// Where a star stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StarState {
    Won,
    Lost,
    Open,
    /// V6
    Struck,
}

impl Desk {
    /// The live panel; none where nothing may be seen yet, or nothing is rated.
    #[must_use]
    pub fn panel(&self) -> Option<Panel> {
        let figures = self.figures()?;
        let scheme = &self.scheme;
        let differs = |(low, high): &(&OrganisationFigures, &OrganisationFigures)| {
            (low.low, high.high) != (figures.low, figures.high)
        };
        let counted = self.counted().filter(differs);
        let parties = scheme.parties_of(figures.track).map(|party| PartyRow {
            party,
            own: party == self.chair.party,
            figures: figures
                .parties
                .get(party.position())
                .cloned()
                .unwrap_or_default(),
        });
        let stars = self.stars(figures);
        Some(Panel {
            complete: figures.complete,
            composite: figures.composite,
            low: figures.low,
            high: figures.high,
            reached: figures.reached,
            in_reach: figures.in_reach,
            lines: lines(scheme, figures, &stars),
            statement: statement(scheme, figures, self.stated()),
            ceiling: figures.ceiling,
            unrated: figures.unrated,
            demote: figures.demote,
            adjustment: figures.adjustment,
            parties: parties.collect(),
            stars,
            vetoes: figures.vetoes.clone(),
            on_trial: self.on_trial(),
            counted: counted.map(|(low, high)| (low.low, high.high)),
            counted_levels: counted.map(|(low, high)| (low.reached, high.in_reach)),
        })
    }

    fn on_trial(&self) -> bool {
        let trial = self
            .open
            .as_ref()
            .is_some_and(|open| !open.trial.is_empty());
        trial || matches!(self.drafted(), Ok(Some(_)))
    }

    /// Levels of which places are sent down to the cohort of the open organisation.
    pub(super) fn stated(&self) -> &[LevelIndex] {
        let open = self.open.as_ref();
        let figures = open.and_then(|open| open.row.figures.as_ref());
        figures.map_or(&[], |figures| &figures.stated)
    }

    /// Vetoes in force on the open organisation. Where a rater may not see others' marks, only
    /// those that were decided by hand: the others would tell of them.
    #[must_use]
    pub fn vetoes_in_force(&self) -> Vec<VetoStanding> {
        let blind = self.blind();
        let figures = self.open.as_ref().and_then(|open| open.figures.as_ref());
        let vetoes = figures
            .map(|figures| figures.vetoes.as_slice())
            .unwrap_or_default();
        let seen = |veto: &&VetoStanding| veto.state == VetoState::Decided && !(blind && veto.auto);
        vetoes.iter().filter(seen).cloned().collect()
    }

    fn stars(&self, figures: &OrganisationFigures) -> Vec<Star> {
        let scheme = &self.scheme;
        if scheme.grading.rule != GradingRule::Stars {
            return Vec::new();
        }
        let bounds = self.counted();
        let star = |category: CategoryIndex| {
            let pass = scheme.category(category).pass?;
            let in_set = |set: &OrganisationFigures| set.stars.contains(&category);
            let state = if figures.struck.contains(&category) {
                StarState::Struck
            } else {
                match bounds {
                    // The sheet in hand decides: won with what is there, or not even with all.
                    Some((low, _)) if in_set(low) => StarState::Won,
                    Some((_, high)) if !in_set(high) => StarState::Lost,
                    Some(_) => StarState::Open,
                    None if in_set(figures) => StarState::Won,
                    None if figures.categories.get(category.position()) == Some(&None) => {
                        StarState::Open
                    }
                    None => StarState::Lost,
                }
            };
            let from = bounds.map_or(figures, |(low, _)| low);
            let low = from.categories.get(category.position()).copied().flatten();
            Some(Star {
                category,
                state,
                pass,
                low,
                held: (bounds.is_some() && figures.complete).then(|| in_set(figures)),
            })
        };
        scheme
            .categories_of(figures.track)
            .filter_map(star)
            .collect()
    }
}

/// The lines above what is certain, nearest first.
fn lines(scheme: &Scheme, figures: &OrganisationFigures, stars: &[Star]) -> Vec<Line> {
    if figures.unrated {
        return Vec::new();
    }
    let low = if scheme.grading.rule == GradingRule::Stars {
        // What stands by an earlier level of review is what has been reached (G12).
        let won = match figures.complete {
            true => figures.stars.len(),
            false => stars
                .iter()
                .filter(|star| star.state == StarState::Won)
                .count(),
        };
        Some(Exact::whole(i128::try_from(won).unwrap_or(i128::MAX)).round(0))
    } else {
        figures.low
    };
    let Some(low) = low else { return Vec::new() };
    let from = figures.ceiling.map_or(0, LevelIndex::position);
    let levels = scheme.levels.iter().enumerate().skip(from);
    let line = |(position, level): (usize, &crate::scheme::Level)| {
        let min = level.min?;
        let above = low.compare(min) == Ordering::Less;
        let lacking = &Exact::from(min) - &low.exact();
        above.then(|| Line {
            level: LevelIndex::at(position),
            min,
            lacking: lacking.round(low.decimals()),
        })
    };
    let mut lines: Vec<Line> = levels.filter_map(line).collect();
    lines.reverse();
    lines
}

/// G12: what decides beside the score where it does not decide alone (G3, G4, K3). `stated` are the
/// levels of which places are sent down to the cohort.
#[must_use]
pub fn statement(
    scheme: &Scheme,
    figures: &OrganisationFigures,
    stated: &[LevelIndex],
) -> Option<Statement> {
    if figures.unrated {
        return None;
    }
    if scheme.combine == Combine::Best {
        return Some(Statement::AfterRanking);
    }
    let split = matches!(scheme.grading.rule, GradingRule::Split { .. });
    match figures.reached {
        Some(reached) => {
            let shared_out = split && scheme.level(reached).min.is_some();
            if shared_out || has_places(scheme, reached, stated) {
                Some(Statement::PlacesDecide(reached))
            } else {
                split.then_some(Statement::AfterRanking)
            }
        }
        None => split.then_some(Statement::AfterRanking),
    }
}
