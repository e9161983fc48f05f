//! Parties that vote: counts → question scores → score and satisfaction rate (P3, P4).

use super::party::PartyWork;
use super::plan::Plan;
use super::trace::{Step, Trace};
use super::{BallotInput, BallotSlot};
use crate::number::{Decimal, Exact};
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
                let times = Exact::whole(i128::from(input.count));
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
    trace: &mut impl Trace,
) -> PartyWork {
    let rounder = plan.rounder();
    let counts: Vec<Count> = (0..ballot.questions.len())
        .map(|question| {
            count(
                ballot,
                party,
                u16::try_from(question).unwrap_or(u16::MAX),
                inputs,
            )
        })
        .collect();
    let fewest = counts
        .iter()
        .enumerate()
        .min_by_key(|(_, count)| count.returned);
    let too_few = |count: &Count| count.returned < ballot.at_least || count.base == 0;
    if counts.iter().any(too_few) {
        if let Some((question, count)) = fewest {
            trace.step(|| Step::TooFewBallots {
                party,
                question: u16::try_from(question).unwrap_or(u16::MAX),
                returned: count.returned,
                needed: ballot.at_least,
            });
        }
        return PartyWork::default();
    }
    let scale = &Exact::from(plan.scheme().marks) * &Exact::quotient(1, 100);
    let (mut weighted, mut weights) = (Exact::zero(), Exact::zero());
    let mut parts = Vec::new();
    for (position, (question, count)) in ballot.questions.iter().zip(&counts).enumerate() {
        let base = Exact::whole(i128::from(count.base));
        let Some(mean) = count.sum.divide(&base) else {
            continue;
        };
        let score = rounder.keep(&mean * &scale);
        let weight = Exact::from(question.weight);
        weighted = &weighted + &(&weight * &score);
        weights = &weights + &weight;
        if trace.listens() {
            parts.push((question.weight, rounder.print(&score)));
        }
        trace.step(|| Step::Question {
            party,
            question: u16::try_from(position).unwrap_or(u16::MAX),
            sum: rounder.print(&count.sum),
            base: count.base,
            score: rounder.print(&score),
        });
    }
    let score = weighted.divide(&weights).map(|score| rounder.keep(score));
    if let Some(score) = &score {
        trace.step(|| Step::BallotScore {
            party,
            parts,
            score: rounder.print(score),
        });
    }
    let satisfaction = score
        .is_some()
        .then(|| satisfaction(plan, party, &counts, trace))
        .flatten();
    PartyWork {
        score,
        satisfaction,
        ..PartyWork::default()
    }
}

/// P4: over all questions together.
fn satisfaction(
    plan: &Plan,
    party: PartyIndex,
    counts: &[Count],
    trace: &mut impl Trace,
) -> Option<crate::number::Figure> {
    let satisfied = counts
        .iter()
        .fold(0_u64, |sum, count| sum.saturating_add(count.satisfied));
    let base = counts
        .iter()
        .fold(0_u64, |sum, count| sum.saturating_add(count.base));
    let share = Exact::whole(i128::from(satisfied)).divide(&Exact::whole(i128::from(base)))?;
    let rate = plan
        .rounder()
        .print(&(&share * &Exact::from(Decimal::whole(100))));
    trace.step(|| Step::Satisfaction {
        party,
        satisfied,
        base,
        rate,
    });
    Some(rate)
}
