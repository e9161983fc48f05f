//! Scores that lie too far apart: self from superior, one rater from another.

use super::{FindingKind, FindingWeight, Findings, Sight, self_and_superior};
use crate::number::{Decimal, Exact, Figure};
use crate::scheme::PartyIndex;

impl Findings<'_> {
    pub(super) fn look_at_distances(&mut self, sight: &Sight<'_>) {
        let limits = self.plan.scheme().findings;
        if let Some(limit) = limits.self_above_superior {
            self.look_at_self(sight, limit);
        }
        if let Some(limit) = limits.raters_apart {
            self.look_at_raters(sight, limit);
        }
    }

    fn look_at_self(&mut self, sight: &Sight<'_>, limit: Decimal) {
        let scheme = self.plan.scheme();
        let score = |party: PartyIndex| sight.figures.parties.get(party.position())?.score;
        if let Some((own, superior)) = self_and_superior(scheme, sight)
            && let (Some(high), Some(low)) = (score(own), score(superior))
            && apart(high, low, limit)
        {
            let finding = sight.finding(FindingWeight::Check, FindingKind::SelfAboveSuperior);
            let facts = [high.to_string(), low.to_string(), limit.to_string()];
            let party = &scheme.party(superior).id;
            self.found.push(finding.on(party).saying(facts));
        }
    }

    fn look_at_raters(&mut self, sight: &Sight<'_>, limit: Decimal) {
        for (party, totals) in &sight.totals {
            if let (Some(high), Some(low)) = (totals.first(), totals.last())
                && apart(*high, *low, limit)
            {
                let finding = sight.finding(FindingWeight::Check, FindingKind::RatersApart);
                let facts = [low.to_string(), high.to_string(), limit.to_string()];
                let party = &self.plan.scheme().party(*party).id;
                self.found.push(finding.on(party).saying(facts));
            }
        }
    }
}

fn apart(high: Figure, low: Figure, limit: Decimal) -> bool {
    &high.exact() - &low.exact() > Exact::from(limit)
}
