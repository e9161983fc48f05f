//! Parties that vote: counts → question scores → score and satisfaction rate (P3, P4).

use smallvec::SmallVec;

use super::party::PartyWork;
use super::plan::Plan;
use super::trace::{Step, Trace};
use super::{BallotInput, BallotSlot};
use crate::number::{Exact, Figure};
use crate::scheme::{Ballot, BallotBase, PartyIndex};

/// What was counted on one question.
struct Count {
    /// Σ count × value.
    sum: Exact,
    valid: u64,
    satisfied: u64,
    returned: u64,
    /// B
    base: u64,
}

fn count(ballot: &Ballot, party: PartyIndex, question: u16, inputs: &[BallotInput]) -> Count {
    let mut count = Count {
        sum: Exact::zero(),
        valid: 0,
        satisfied: 0,
        returned: 0,
        base: 0,
    };
    let of_question = inputs
        .iter()
        .filter(|input| input.party == party && input.question == question);
    for input in of_question {
        match input.slot {
            BallotSlot::Option(position) => {
                let Some(option) = ballot.options.get(usize::from(position)) else {
                    continue;
                };
                let times = Exact::whole(input.count.into());
                count.sum = &count.sum + &(&times * &Exact::from(option.value));
                count.valid = count.valid.saturating_add(input.count);
                count.returned = count.returned.saturating_add(input.count);
                if option.satisfied {
                    count.satisfied = count.satisfied.saturating_add(input.count);
                }
            }
            BallotSlot::Abstain | BallotSlot::Spoilt => {
                count.returned = count.returned.saturating_add(input.count);
            }
            BallotSlot::Issued => {}
        }
    }
    count.base = match ballot.base {
        BallotBase::Valid => count.valid,
        BallotBase::Returned => count.returned,
    };
    count
}

/// P3, P4
pub(super) fn work(
    plan: &Plan,
    party: PartyIndex,
    ballot: &Ballot,
    inputs: &[BallotInput],
    work: &mut PartyWork,
    trace: &mut impl Trace,
) {
    let questions = 0..u16::try_from(ballot.questions.len()).unwrap_or(u16::MAX);
    let counts: SmallVec<[Count; 4]> = questions
        .map(|question| count(ballot, party, question, inputs))
        .collect();
    if too_few(party, ballot, &counts, trace) {
        return;
    }
    work.score = score(plan, party, ballot, &counts, trace);
    if work.score.is_some() {
        work.satisfaction = satisfaction(plan, party, &counts, trace);
    }
}

/// P3: whether a question has too few ballots; the one with the fewest is told.
fn too_few(party: PartyIndex, ballot: &Ballot, counts: &[Count], trace: &mut impl Trace) -> bool {
    let too_few = |count: &Count| count.returned < ballot.at_least || count.base == 0;
    if !counts.iter().any(too_few) {
        return false;
    }
    let by_returned = |(_, count): &(u16, &Count)| count.returned;
    if let Some((question, count)) = (0..).zip(counts).min_by_key(by_returned) {
        trace.step(|| Step::TooFewBallots {
            party,
            question,
            returned: count.returned,
            needed: ballot.at_least,
        });
    }
    true
}

/// P3: the questions' scores together.
fn score(
    plan: &Plan,
    party: PartyIndex,
    ballot: &Ballot,
    counts: &[Count],
    trace: &mut impl Trace,
) -> Option<Exact> {
    let rounder = plan.rounder();
    let (mut weighted, mut weights) = (Exact::zero(), Exact::zero());
    let mut parts = Vec::new();
    for ((position, question), count) in (0..).zip(&ballot.questions).zip(counts) {
        let (scaled, base) = (
            &count.sum * plan.per_cent(),
            Exact::whole(count.base.into()),
        );
        let Some(score) = rounder.keep_quotient(&scaled, &base) else {
            continue;
        };
        let weight = Exact::from(question.weight);
        weighted = &weighted + &(&weight * &score);
        weights = &weights + &weight;
        if trace.listens() {
            parts.push((question.weight, rounder.print(&score)));
        }
        trace.step(|| Step::Question {
            party,
            question: position,
            sum: rounder.print(&count.sum),
            base: count.base,
            score: rounder.print(&score),
        });
    }
    let score = rounder.keep_quotient(&weighted, &weights)?;
    trace.step(|| Step::BallotScore {
        party,
        parts,
        score: rounder.print(&score),
    });
    Some(score)
}

/// P4: over all questions together.
fn satisfaction(
    plan: &Plan,
    party: PartyIndex,
    counts: &[Count],
    trace: &mut impl Trace,
) -> Option<Figure> {
    let total = |of: fn(&Count) -> u64| counts.iter().map(of).fold(0, u64::saturating_add);
    let (satisfied, base) = (total(|count| count.satisfied), total(|count| count.base));
    let of_hundred = Exact::whole(i128::from(satisfied) * 100);
    let rounder = plan.rounder();
    let rate = rounder.keep_quotient(&of_hundred, &Exact::whole(base.into()))?;
    let rate = rounder.print(&rate);
    trace.step(|| Step::Satisfaction {
        party,
        satisfied,
        base,
        rate,
    });
    Some(rate)
}
