//! Ballots: whether enough came back, and whether they add up.

use super::{Finding, FindingKind, FindingWeight, Findings, Sight};
use crate::number::Exact;
use crate::scheme::{Ballot, Method, PartyIndex};
use crate::scoring::{BallotSlot, OrganisationInput};

/// What was counted on one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Count {
    returned: u64,
    issued: Option<u64>,
}

impl Findings<'_> {
    pub(super) fn look_at_ballots(&mut self, sight: &Sight<'_>) {
        let scheme = self.plan.scheme();
        for party in scheme.parties_of(sight.input.track) {
            let Method::Ballot(form) = &scheme.party(party).method else {
                continue;
            };
            let questions = 0..form.questions.len();
            let counts: Vec<Count> = questions
                .map(|question| counted(sight.input, party, question))
                .collect();
            let scored = sight.figures.parties.get(party.position());
            let has_score = scored.is_some_and(|figures| figures.score.is_some());
            let found = if has_score || sight.figures.unrated {
                self.came_back(sight, &counts)
            } else {
                Some(self.too_few(sight, party, form, &counts))
            };
            let id = &scheme.party(party).id;
            let found = found.into_iter().chain(sums(sight, &counts));
            self.found.extend(found.map(|finding| finding.on(id)));
        }
    }

    fn too_few(
        &self,
        sight: &Sight<'_>,
        party: PartyIndex,
        form: &Ballot,
        counts: &[Count],
    ) -> Finding {
        let weight = sight.weight(self.plan.scheme(), party);
        let fewest = counts.iter().map(|count| count.returned).min().unwrap_or(0);
        let facts = [fewest.to_string(), form.at_least.to_string()];
        sight
            .finding(weight, FindingKind::TooFewBallots)
            .saying(facts)
    }

    /// Enough for a score, but a small share of what was issued.
    fn came_back(&self, sight: &Sight<'_>, counts: &[Count]) -> Option<Finding> {
        let limit = self.plan.scheme().findings.returned_share?;
        let is_short = |(issued, returned): &(u64, u64)| {
            let [issued, returned] = [*issued, *returned].map(|count| Exact::whole(count.into()));
            &returned * &Exact::whole(100) < &issued * &Exact::from(limit)
        };
        let both = |count: &Count| Some((count.issued?, count.returned));
        let (issued, returned) = counts.iter().filter_map(both).find(is_short)?;
        let facts = [issued.to_string(), returned.to_string(), limit.to_string()];
        let finding = sight.finding(FindingWeight::Check, FindingKind::FewReturned);
        Some(finding.saying(facts))
    }
}

/// Sums that cannot be: more returned than issued, or not as many on one question as on another
/// of the same paper.
fn sums(sight: &Sight<'_>, counts: &[Count]) -> Vec<Finding> {
    let mut found = Vec::new();
    let excess = |count: &Count| count.issued.filter(|issued| *issued < count.returned);
    let more = counts
        .iter()
        .find_map(|count| Some((excess(count)?, count.returned)));
    if let Some((issued, returned)) = more {
        let finding = sight.finding(FindingWeight::Must, FindingKind::BallotsDoNotAddUp);
        found.push(finding.saying([issued.to_string(), returned.to_string()]));
    }
    let returned = || counts.iter().map(|count| count.returned);
    if let (Some(fewest), Some(most)) = (returned().min(), returned().max())
        && fewest != most
    {
        let finding = sight.finding(FindingWeight::Check, FindingKind::BallotsUneven);
        found.push(finding.saying([fewest.to_string(), most.to_string()]));
    }
    found
}

/// Ballots returned on a question, and issued where that is known.
fn counted(input: &OrganisationInput, party: PartyIndex, question: usize) -> Count {
    let mut count = Count {
        returned: 0,
        issued: None,
    };
    for ballot in &input.ballots {
        if ballot.party == party && usize::from(ballot.question) == question {
            match ballot.slot {
                BallotSlot::Issued => count.issued = Some(ballot.count),
                _ => count.returned = count.returned.saturating_add(ballot.count),
            }
        }
    }
    count
}
