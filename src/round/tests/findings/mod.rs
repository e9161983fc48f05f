//! Findings before publication, one kind after another.

mod ballots;
mod cases;
mod documents;
mod groups;
mod patterns;
mod sheets;
mod standing;

use super::fixture::*;
use crate::round::*;
use crate::scheme::{ItemIndex, LevelIndex, TrackIndex};
use crate::scoring::{Plan, Standing};

/// A round whose superior and self-rating share six direct items and nobody else is needed.
fn plain() -> Small {
    let mut small = Small::new();
    let direct = small.scheme.items[0].clone();
    small.scheme.items = (1..=6)
        .map(|number| {
            let mut item = direct.clone();
            item.id = format!("A{number}");
            item.points = (if number == 6 { "50" } else { "10" }).parse().unwrap();
            item
        })
        .collect();
    for party in [1, 2, 4] {
        small.scheme.parties[party].weight = crate::number::Decimal::ZERO;
    }
    small.scheme.vetoes[1].effect = crate::scheme::Effect::Zero(ItemIndex(5));
    small
}

const FULL: [&str; 6] = ["10", "10", "10", "10", "10", "50"];
const MIXED: [&str; 6] = ["9", "8", "10", "7.5", "3", "42"];

fn filled(small: &mut Small, sheet: [&str; 3], marks: &[&str]) {
    let [organisation, party, rater] = sheet;
    let row = |(position, entry): (usize, &&str)| {
        let item = format!("A{}", position + 1);
        mark(&[organisation, party, rater, &item], entry)
    };
    let rows = marks.iter().enumerate().map(row).collect();
    small.done(&file(Kind::Scores, rows));
}

/// What is found of some organisations of the district.
fn found_with(
    small: &Small,
    organisations: &[&str],
    standing: &Standing,
    places: &[PlacesSought],
) -> Vec<Finding> {
    let in_district = organisations.iter().map(|code| (*code, Some("D")));
    found_among(small, &in_district.collect::<Vec<_>>(), standing, places)
}

/// The same with the cohort of each.
fn found_among(
    small: &Small,
    organisations: &[(&str, Option<&str>)],
    standing: &Standing,
    places: &[PlacesSought],
) -> Vec<Finding> {
    let plan = Plan::new(&small.scheme);
    let mut findings = Findings::new(&plan, 2026);
    for (code, cohort) in organisations {
        let of = |cell: &&Cell| match cell.what {
            What::Event => cell
                .record
                .as_ref()
                .is_some_and(|event| event[0].as_deref() == Some(code)),
            _ => cell.key.first().is_some_and(|first| first == code),
        };
        let cells: Vec<Cell> = small.cells.values().filter(of).cloned().collect();
        findings.look(&Sought {
            cells: &cells,
            last_year: &[],
            cohort: *cohort,
            standing,
        });
    }
    findings.finish(places)
}

fn found(small: &Small) -> Vec<Finding> {
    found_with(small, &["V"], &Standing::default(), &[])
}

/// The findings of one kind, as (weight, party, rater, item, facts).
#[track_caller]
fn told(findings: &[Finding], kind: FindingKind) -> Vec<String> {
    let of_kind = findings.iter().filter(|finding| finding.kind == kind);
    let line = |finding: &Finding| {
        let place = [&finding.party, &finding.rater, &finding.item];
        let place: Vec<&str> = place
            .iter()
            .map(|part| part.as_deref().unwrap_or("-"))
            .collect();
        let facts = finding.facts.join(" ");
        format!("{:?} {} {facts}", finding.weight, place.join(" "))
            .trim_end()
            .to_owned()
    };
    of_kind.map(line).collect()
}

fn both_filled() -> Small {
    let mut small = plain();
    filled(&mut small, ["V", "self", "r"], &MIXED);
    filled(
        &mut small,
        ["V", "superior", "s"],
        &["9", "8", "10", "7.5", "3", "41"],
    );
    small
}
