//! The levels of one cohort take its organisations, from the top down (G7, G8, V8).

use std::cmp::Ordering;

use super::Standing;
use super::place::{Contender, Places};
use super::plan::Plan;
use super::trace::{PassedOver, Step, Trace};
use crate::number::Decimal;
use crate::scheme::LevelIndex;

/// An organisation that waits for a level: its rank, and its position among the contenders.
pub(super) type Waiting = (u32, usize);

/// G7, G8
pub(super) struct Filling<'a, 'b> {
    pub plan: &'a Plan<'a>,
    pub contenders: &'a [Contender<'a>],
    pub standings: &'b mut [Standing],
    /// Whose steps are told.
    pub watched: Option<usize>,
}

impl Filling<'_, '_> {
    /// Lets the levels take those who wait, highest rank first.
    pub(super) fn fill(
        &mut self,
        mut waiting: Vec<Waiting>,
        places: &[Places],
        trace: &mut impl Trace,
    ) {
        for (position, entry) in places.iter().enumerate() {
            if waiting.is_empty() {
                return;
            }
            let level = LevelIndex::at(position);
            waiting = self.fill_level(level, &waiting, entry.map(|(places, _)| places), trace);
        }
    }

    /// Gives a level's places to those who wait, and returns those who go on.
    fn fill_level(
        &mut self,
        level: LevelIndex,
        waiting: &[Waiting],
        places: Option<u64>,
        trace: &mut impl Trace,
    ) -> Vec<Waiting> {
        let mut going_on = Vec::with_capacity(waiting.len());
        let (mut left, mut closed) = (places, None);
        let mut admitted = Vec::new();
        for equals in waiting.chunk_by(|one, other| one.0 == other.0) {
            admitted.clear();
            for waits in equals {
                match self.bars(level, waits.1) {
                    Some(why) => {
                        self.pass_over(level, waits.1, why, trace);
                        going_on.push(*waits);
                    }
                    None => admitted.push(*waits),
                }
            }
            let count = admitted.len() as u64;
            match closed.or_else(|| lacks_places(places, left, count)) {
                None => {
                    left = left.map(|open| open - count);
                    self.take(level, &admitted, trace);
                }
                Some(why) => {
                    for (_, position) in &admitted {
                        self.pass_over(level, *position, why, trace);
                    }
                    going_on.extend_from_slice(&admitted);
                    if let PassedOver::Tie { .. } = why {
                        closed = Some(PassedOver::Closed);
                    }
                }
            }
        }
        going_on
    }

    fn take(&mut self, level: LevelIndex, admitted: &[Waiting], trace: &mut impl Trace) {
        for (_, position) in admitted {
            self.standings[*position].filled = Some(level);
            if self.watched == Some(*position) {
                trace.step(|| Step::Placed { level });
            }
        }
    }

    /// Why a level does not admit an organisation at all.
    fn bars(&self, level: LevelIndex, position: usize) -> Option<PassedOver> {
        let scheme = self.plan.scheme();
        let figures = self.contenders[position].figures;
        if level == scheme.last_level() {
            return None;
        }
        if let Some(ceiling) = figures.ceiling.filter(|ceiling| level < *ceiling) {
            return Some(PassedOver::Ceiling { ceiling });
        }
        let min = scheme.level(level).min?;
        let met = if self.plan.counts_stars() {
            let stars = i64::try_from(figures.stars.len()).unwrap_or(i64::MAX);
            min <= Decimal::whole(stars)
        } else {
            figures
                .composite
                .is_some_and(|composite| composite.compare(min) != Ordering::Less)
        };
        (!met).then_some(PassedOver::Minimum { min })
    }

    fn pass_over(
        &mut self,
        level: LevelIndex,
        position: usize,
        why: PassedOver,
        trace: &mut impl Trace,
    ) {
        if let PassedOver::Tie { .. } = why {
            self.standings[position].tie = true;
        }
        if self.watched == Some(position) {
            trace.step(|| Step::PassedOver { level, why });
        }
    }
}

/// G7, G8: why so many equals find no place where so many are left; none of none is no limit.
fn lacks_places(places: Option<u64>, left: Option<u64>, equals: u64) -> Option<PassedOver> {
    let left = left?;
    if left == 0 {
        return places.map(|places| PassedOver::Full { places });
    }
    let equals_count = u32::try_from(equals).unwrap_or(u32::MAX);
    (left < equals).then_some(PassedOver::Tie {
        left,
        equals: equals_count,
    })
}
