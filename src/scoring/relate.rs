//! What looks sideways: the leader of a track is full marks (K3).

use super::composite;
use super::figures::OrganisationFigures;
use super::plan::Plan;
use super::trace::{Step, Trace};
use crate::number::{Decimal, Exact};
use crate::scheme::{Combine, TrackIndex};

/// The highest points of each track in the round, organisations under V1 included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaders {
    highest: Vec<Option<Decimal>>,
}

impl Leaders {
    /// Nobody yet.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        Self {
            highest: vec![None; plan.scheme().tracks.len()],
        }
    }

    /// Takes an organisation into the comparison.
    pub fn meet(&mut self, figures: &OrganisationFigures) {
        let (Some(relative), Some(highest)) = (
            figures.relative,
            self.highest.get_mut(figures.track.position()),
        ) else {
            return;
        };
        *highest = (*highest).max(Some(relative.points));
    }

    /// The highest points of a track.
    #[must_use]
    pub fn of(&self, track: TrackIndex) -> Option<Decimal> {
        self.highest.get(track.position()).copied().flatten()
    }
}

/// K3: makes base and composite of an organisation from the leader's points. Does nothing where
/// the scheme does not say `combine = "best"`.
pub fn relate(
    plan: &Plan,
    leaders: &Leaders,
    figures: &mut OrganisationFigures,
    trace: &mut impl Trace,
) {
    if plan.scheme().combine != Combine::Best {
        return;
    }
    let (Some(relative), Some(highest)) = (figures.relative, leaders.of(figures.track)) else {
        return;
    };
    let rounder = plan.rounder();
    let points = Exact::from(relative.points);
    let base = if highest > Decimal::ZERO {
        let scaled = &points * &Exact::from(plan.scheme().marks);
        rounder.keep_quotient(&scaled, &Exact::from(highest))
    } else {
        None
    };
    let base = base.unwrap_or_else(Exact::zero);
    trace.step(|| Step::Best {
        points: rounder.print(&points),
        highest: rounder.print(&Exact::from(highest)),
        base: rounder.print(&base),
    });
    let net = Exact::from(relative.net);
    figures.base = Some(rounder.print(&base));
    figures.composite = Some(composite::composite(plan, &base, &net, trace));
}
