//! The traps of the city, looked at through the calculation.

use std::collections::BTreeSet;

use pingxing::demo;
use pingxing::round::{SheetState, What};
use pingxing::scheme::{Effect, LevelIndex};
use pingxing::scoring::VetoState;

use super::results::{Results, score};

fn city() -> (demo::DemoRound, Results) {
    let round = demo::round(demo::CITY, demo::SEED).unwrap();
    let results = score(&round, &round.cells);
    (round, results)
}

#[test]
fn one_organisation_is_a_hundredth_below_five_stars() {
    let (round, results) = city();
    let below = results.of(round.landmarks.below_line.as_deref().unwrap());
    assert_eq!(below.figures.composite.unwrap().to_string(), "89.99");
    assert_eq!(below.figures.ceiling, None);
    assert_ne!(below.standing.level, Some(LevelIndex(0)));
}

#[test]
fn two_organisations_tie_for_one_place_of_five_stars() {
    let (round, results) = city();
    let [one, other] = round.landmarks.tied.as_slice() else {
        panic!("{:?}", round.landmarks.tied)
    };
    let (one, other) = (results.of(one), results.of(other));
    assert_eq!(one.figures.composite, other.figures.composite);
    assert!(one.figures.composite.unwrap().to_string().as_str() >= "90.00");
    assert!(one.standing.tie && other.standing.tie);
    assert_eq!((one.standing.rank, other.standing.rank), (Some(1), Some(1)));
    let placed = &results.placed[&(one.cohort.clone(), one.figures.track)];
    assert_eq!(placed.places[0], Some(1));
    assert_eq!(one.standing.level, Some(LevelIndex(1)));
}

#[test]
fn satisfaction_just_under_the_condition_holds_and_on_it_does_not() {
    let (round, results) = city();
    let held: Vec<_> = round
        .landmarks
        .dissatisfied
        .iter()
        .map(|code| {
            let figures = &results.of(code).figures;
            let masses = round.scheme.find_party("masses").unwrap().position();
            let rate = figures.parties[masses].satisfaction.unwrap().to_string();
            let hold = |veto: &&pingxing::scoring::VetoStanding| {
                round.scheme.veto(veto.veto).effect == Effect::Hold && veto.auto
            };
            (
                rate,
                figures.vetoes.iter().any(|veto| hold(&veto)),
                figures.ceiling,
            )
        })
        .collect();
    let (three, four) = (
        round.scheme.find_level("three"),
        round.scheme.find_level("four"),
    );
    assert_eq!(held[0], ("79.92".to_owned(), true, three));
    assert_eq!(held[1], ("80.00".to_owned(), false, four));
}

#[test]
fn one_superior_sheet_stands_at_twelve_of_twenty_five() {
    let (round, results) = city();
    let code = round.landmarks.mid_sheet.as_deref().unwrap();
    let superior = round.scheme.find_party("superior").unwrap();
    let figures = &results.of(code).figures.parties[superior.position()];
    assert_eq!((figures.marks_there, figures.marks_asked), (12, 25));
    assert_eq!((figures.begun, figures.score), (1, None));
    let sheet = round
        .cells
        .iter()
        .find(|cell| cell.what == What::Sheet && cell.key[0] == code && cell.key[1] == "superior");
    let state = sheet.unwrap().record.as_ref().unwrap()[0].as_deref();
    assert_eq!(state, Some(SheetState::Open.word()));
}

#[test]
fn all_levels_and_states_of_vetoes_occur() {
    let (round, results) = city();
    let levels: BTreeSet<_> = results
        .outcomes
        .values()
        .filter_map(|outcome| outcome.standing.level)
        .collect();
    assert!(levels.len() >= 5, "{levels:?}");
    assert!(levels.contains(&LevelIndex(0)));
    let states: BTreeSet<_> = results
        .outcomes
        .values()
        .flat_map(|outcome| {
            outcome
                .figures
                .vetoes
                .iter()
                .map(|veto| (veto.state, veto.auto))
        })
        .collect();
    for wanted in [
        (VetoState::Proposed, false),
        (VetoState::Decided, false),
        (VetoState::Lifted, false),
        (VetoState::Decided, true),
    ] {
        assert!(states.contains(&wanted), "{wanted:?}");
    }
    // The tie that was laid is the only one.
    let tied: BTreeSet<_> = results
        .outcomes
        .values()
        .filter(|outcome| outcome.standing.tie)
        .map(|outcome| outcome.code.clone())
        .collect();
    assert_eq!(tied, round.landmarks.tied.iter().cloned().collect());
}

#[test]
fn every_demonstration_has_results_at_more_than_one_level() {
    for scheme in pingxing::scheme::shipped() {
        let round = demo::round(scheme.id, demo::SEED).unwrap();
        let results = score(&round, &round.cells);
        let levels: BTreeSet<_> = results
            .outcomes
            .values()
            .filter_map(|outcome| outcome.standing.level)
            .collect();
        assert!(levels.len() >= 2, "{}: {levels:?}", scheme.id);
    }
}
