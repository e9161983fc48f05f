//! The calculation of a whole round from memory, against a plain sum over the same marks.
//!
//! 5,177 organisations, 25 items, three sheet parties, one ballot: the aim is at most 15 times
//! the plain sum, in the same run. And of 607,000, with the marks of one at a time in memory: time
//! and memory grow no faster than n log n.

// A bench that cannot go on says so and stops, and its figures are for the terminal.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod support;

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use pingxing::number::Figure;
use pingxing::scheme::{LevelIndex, PartyIndex, Scheme, TrackIndex};
use pingxing::scoring::{
    BallotInput, BallotSlot, Contender, Mark, OrganisationFigures, OrganisationInput, Plan,
    SheetInput, Silent, Standing, own, place,
};

const ORGANISATIONS: usize = 5_177;
const COHORTS: usize = 32;
/// Up to all villages and communities of the country.
const COUNTRY: [usize; 3] = [6_070, 60_700, 607_000];
/// So many of them are in a county on average, and share its places.
const COUNTY: usize = 213;

fn scheme() -> Scheme {
    let mut text = String::from(
        r#"format = 1
[scheme]
id = "bench"
title = "bench"
version = "1"
basis = "bench"
[grading]
rule = "split"
parts = [1, 4, 4, 1]
ties = ["party:superior"]
"#,
    );
    for (id, weight) in [("self", 20), ("county", 15), ("superior", 35)] {
        text.push_str(&format!(
            "[[party]]\nid = \"{id}\"\ntitle = \"{id}\"\nmethod = \"sheet\"\nweight = {weight}\n"
        ));
    }
    text.push_str(
        r#"[[party]]
id = "masses"
title = "masses"
method = "ballot"
weight = 30
options = [{ id = "A", title = "a", value = 100, satisfied = true }, { id = "B", title = "b", value = 60 }]
questions = [{ id = "Q1", title = "q" }]
"#,
    );
    for category in ["A", "B", "C", "D", "E"] {
        text.push_str(&format!(
            "[[category]]\nid = \"{category}\"\ntitle = \"{category}\"\n"
        ));
        for item in 1..=5 {
            text.push_str(&format!(
                "[[category.item]]\nid = \"{category}{item}\"\ntitle = \"{category}{item}\"\npoints = 4\n"
            ));
        }
    }
    for (id, min) in [("five", 1), ("four", 1), ("three", 1), ("none", 0)] {
        let _ = min;
        text.push_str(&format!("[[level]]\nid = \"{id}\"\ntitle = \"{id}\"\n"));
    }
    match pingxing::scheme::parse(&text) {
        Ok(checked) => checked.scheme,
        Err(faults) => panic!("{faults:?}"),
    }
}

/// A plain linear congruence: the marks only have to differ.
fn next(state: &mut u64) -> u64 {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

/// The next organisation: three sheets of 25 marks, and one ballot.
fn organisation(state: &mut u64) -> OrganisationInput {
    let mut sheet = |party: u16| SheetInput {
        party: PartyIndex(party),
        rater: String::from("考评一组"),
        submitted: true,
        recused: false,
        marks: (0..25)
            .map(|_| Mark::Millionths((next(state) % 401 * 10_000) as i64))
            .collect(),
    };
    let sheets = (0..3).map(&mut sheet).collect();
    let ballots = [(0, 31 + next(state) % 17), (1, 5)].map(|(option, count)| BallotInput {
        party: PartyIndex(3),
        question: 0,
        slot: BallotSlot::Option(option),
        count,
    });
    OrganisationInput {
        track: TrackIndex(0),
        sheets,
        ballots: ballots.to_vec(),
        adjustments: Vec::new(),
        vetoes: Vec::new(),
        events: Vec::new(),
        previous: None,
        declared: None,
        year: 2026,
        earlier: Vec::new(),
    }
}

fn organisations() -> Vec<OrganisationInput> {
    let mut state = 7;
    (0..ORGANISATIONS)
        .map(|_| organisation(&mut state))
        .collect()
}

fn sum(organisations: &[OrganisationInput]) -> i64 {
    let mut sum = 0_i64;
    for organisation in organisations {
        for sheet in &organisation.sheets {
            for mark in &sheet.marks {
                if let Mark::Millionths(value) = mark {
                    sum += value;
                }
            }
        }
    }
    sum
}

/// What a list keeps of an organisation: its composite, rank and level.
type Kept = (Option<Figure>, Option<u32>, Option<LevelIndex>);

/// Cohort by cohort, as places are shared: the figures of one cohort at a time are held whole.
fn round(plan: &Plan, organisations: &[OrganisationInput]) -> Vec<Kept> {
    let mut kept = Vec::with_capacity(organisations.len());
    for cohort in organisations.chunks(ORGANISATIONS.div_ceil(COHORTS)) {
        let figures: Vec<_> = cohort
            .iter()
            .map(|input| own(plan, input, &mut Silent))
            .collect();
        rank(plan, &figures, &mut kept);
    }
    kept
}

/// Ranks a cohort and keeps what a list shows.
fn rank(plan: &Plan, figures: &[OrganisationFigures], kept: &mut Vec<Kept>) {
    let contender = |figures| Contender {
        figures,
        order: None,
    };
    let contenders: Vec<_> = figures.iter().map(contender).collect();
    let placed = place(plan, &contenders, &[], None, &mut Silent);
    let of = |(figures, standing): (&OrganisationFigures, &Standing)| {
        (figures.composite, standing.rank, standing.level)
    };
    kept.extend(figures.iter().zip(&placed.standings).map(of));
}

/// The most memory that the process has held, in bytes; nothing where the system does not tell.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    number.unwrap_or_default() * 1024
}

/// Figures and ranking of so many organisations. The marks of one at a time are there, and the
/// figures of one cohort; how long they are made is not counted.
fn country(plan: &Plan, organisations: usize) -> (Duration, Vec<Kept>) {
    let (mut state, mut spent) = (7, Duration::ZERO);
    let mut kept = Vec::with_capacity(organisations);
    while kept.len() < organisations {
        let size = COUNTY.min(organisations - kept.len());
        let mut figures = Vec::with_capacity(size);
        for _ in 0..size {
            let input = organisation(&mut state);
            let started = Instant::now();
            figures.push(own(plan, &input, &mut Silent));
            spent += started.elapsed();
        }
        let started = Instant::now();
        rank(plan, &figures, &mut kept);
        spent += started.elapsed();
    }
    (spent, kept)
}

/// Prints how time and memory grow up to all villages and communities of the country.
fn print_growth(plan: &Plan) {
    let mut before: Option<(usize, Duration, u64)> = None;
    let held = peak_memory();
    for organisations in COUNTRY {
        let (spent, kept) = country(plan, organisations);
        assert!(kept.iter().all(|(_, rank, _)| rank.is_some()));
        let each = spent / u32::try_from(organisations).unwrap_or(u32::MAX);
        let memory = peak_memory() - held;
        let bytes = memory / organisations as u64;
        println!(
            "{organisations} organisations: {spent:.2?}; each {each:.0?}, {bytes} bytes at the peak"
        );
        if let Some((fewer, less, smaller)) = before {
            let work = |count: usize| count as f64 * (count as f64).log2();
            println!(
                "  {:.1} times as long as {fewer}, {} times the memory; n log n is {:.1} times as much",
                spent.as_secs_f64() / less.as_secs_f64(),
                // What so few need may still have been free.
                memory
                    .checked_div(smaller)
                    .map_or("?".to_owned(), |times| times.to_string()),
                work(organisations) / work(fewer),
            );
        }
        before = Some((organisations, spent, memory));
    }
}

fn calculation(criterion: &mut Criterion) {
    let scheme = scheme();
    let plan = Plan::new(&scheme);
    // First, while the process has held nothing yet.
    print_growth(&plan);
    let organisations = organisations();
    let ranked = round(&plan, &organisations);
    assert!(ranked.iter().all(|(_, rank, _)| rank.is_some()));
    let mut group = criterion.benchmark_group("calculation");
    group.sample_size(20);
    group.bench_function("plain sum of 388,275 marks", |bencher| {
        bencher.iter(|| sum(black_box(&organisations)));
    });
    group.bench_function("figures and ranking of 5,177 organisations", |bencher| {
        bencher.iter(|| round(black_box(&plan), black_box(&organisations)));
    });
    group.finish();
    let timed = |work: &dyn Fn() -> i64| -> Duration {
        let started = Instant::now();
        black_box(work());
        started.elapsed()
    };
    support::compare(
        "figures and ranking ÷ plain sum",
        15.0,
        41,
        || timed(&|| round(black_box(&plan), black_box(&organisations)).len() as i64),
        || timed(&|| sum(black_box(&organisations))),
    );
}

criterion_group!(benches, calculation);
criterion_main!(benches);
