//! The files in `data/`, and what the other schemes' demonstrations write.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use pingxing::demo::{self, DemoRound};
use pingxing::exchange::{Names, read};
use pingxing::round::{Cell, Kind, Record, SheetState, What, Write};
use pingxing::scheme::shipped;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// A record without the empty fields at its end, which a file has no column for.
fn trimmed(record: Option<&Record>) -> Option<&[Option<String>]> {
    let filled = |record: &Record| record.iter().rposition(Option::is_some);
    record.map(|record| &record[..filled(record).map_or(0, |last| last + 1)])
}

/// Reads all files of a round as an import does.
fn imported(round: &DemoRound) -> Vec<Write> {
    let files = round.files().unwrap();
    let nobody = Names::new(&round.scheme, []);
    let organisations = read(Kind::Orgs, &files[0].bytes, &nobody).unwrap();
    let names = Names::of_writes(&round.scheme, &organisations);
    let mut writes = organisations.clone();
    for file in &files[1..] {
        match read(file.kind, &file.bytes, &names) {
            Ok(list) => writes.extend(list),
            Err(faults) => panic!("{}: {:?}", file.name, faults.first),
        }
    }
    writes
}

#[test]
fn the_files_in_data_are_what_the_generator_writes() {
    let round = demo::round(demo::CITY, demo::SEED).unwrap();
    let files = round.files().unwrap();
    for file in &files {
        let there = fs::read(folder().join(file.name)).unwrap();
        assert!(
            there == file.bytes,
            "data/{} is stale: run `cargo run --example make_demo`",
            file.name
        );
    }
    let written: BTreeSet<_> = files.iter().map(|file| file.name.to_owned()).collect();
    let shipped: BTreeSet<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".csv"))
        .collect();
    assert_eq!(shipped, written);
}

#[test]
fn another_seed_makes_another_round() {
    let one = demo::round(demo::CITY, 1).unwrap().files().unwrap();
    let same = demo::round(demo::CITY, 1).unwrap().files().unwrap();
    let other = demo::round(demo::CITY, 2).unwrap().files().unwrap();
    assert_eq!(one, same);
    assert_ne!(one, other);
}

#[test]
fn every_shipped_scheme_has_a_demonstration_that_reads_back_as_it_was() {
    for scheme in shipped() {
        let round = demo::round(scheme.id, demo::SEED).unwrap();
        let key = |what: What, key: &[String]| (what, key.to_vec());
        let made: BTreeMap<_, _> = round
            .cells
            .iter()
            .map(|cell| (key(cell.what, &cell.key), cell.record.clone()))
            .collect();
        let back: BTreeMap<_, _> = imported(&round)
            .into_iter()
            .map(|write| (key(write.what, &write.key), write.record))
            .collect();
        let differing: Vec<_> = made
            .iter()
            .filter(|(key, record)| {
                let other = back.get(*key).and_then(Option::as_ref);
                trimmed(record.as_ref()) != trimmed(other)
            })
            .take(3)
            .collect();
        assert!(differing.is_empty(), "{}: {differing:?}", scheme.id);
        assert_eq!(made.len(), back.len(), "{}", scheme.id);
    }
    assert!(demo::round("nowhere", 1).is_none());
}

#[test]
fn the_city_is_as_large_as_it_should_be() {
    let round = demo::round(demo::CITY, demo::SEED).unwrap();
    let organisations: Vec<_> = round.organisations().collect();
    let of_kind = |kind: &str| {
        organisations
            .iter()
            .filter(|(_, record)| record.kind.as_deref() == Some(kind))
            .count()
    };
    assert_eq!(of_kind("district"), 3);
    assert_eq!(of_kind("town") + of_kind("street"), 20);
    let rated: Vec<_> = organisations
        .iter()
        .filter(|(_, record)| record.track.is_some())
        .collect();
    assert_eq!(rated.len(), 180);
    let tracks: BTreeSet<_> = rated
        .iter()
        .filter_map(|(_, record)| record.track.clone())
        .collect();
    assert_eq!(tracks.len(), 6);
    // A name in two towns, which a search has to tell apart.
    let mut towns: BTreeMap<&str, BTreeSet<_>> = BTreeMap::new();
    for (_, record) in &rated {
        towns
            .entry(&record.name)
            .or_default()
            .insert(record.parent.clone());
    }
    assert!(towns.values().any(|parents| parents.len() > 1));
    assert!(towns.values().all(|parents| parents.len() <= 2));
}

#[test]
fn every_way_to_enter_occurs() {
    let round = demo::round(demo::CITY, demo::SEED).unwrap();
    let entries: Vec<(&str, &str)> = round
        .cells
        .iter()
        .filter(|cell| cell.what == What::Mark)
        .map(|cell| {
            (
                cell.key[3].as_str(),
                cell.record.as_ref().unwrap()[0].as_deref().unwrap(),
            )
        })
        .collect();
    let any = |wanted: &dyn Fn(&str) -> bool| entries.iter().any(|(_, entry)| wanted(entry));
    assert!(any(&|entry| entry == "NA"));
    assert!(any(&|entry| entry == "none"));
    assert!(any(&|entry| entry.contains('=') && entry.contains(' ')));
    let of = |item: &str| entries.iter().filter(|(id, _)| *id == item).count();
    for item in ["B2", "F1-village", "A4-community", "C4-enterprise", "E3"] {
        assert!(of(item) > 1, "{item}");
    }
}

#[test]
fn self_sheets_are_complete_and_superior_sheets_half_done() {
    let round = demo::round(demo::CITY, demo::SEED).unwrap();
    let of_party = |party: &'static str| {
        let is = move |cell: &&Cell| cell.what == What::Sheet && cell.key[1] == party;
        round.cells.iter().filter(is)
    };
    let submitted = |cell: &&Cell| {
        cell.record.as_ref().unwrap()[0].as_deref() == Some(SheetState::Submitted.word())
    };
    assert_eq!(of_party("self").filter(submitted).count(), 180);
    let superior: BTreeSet<_> = of_party("superior")
        .filter(submitted)
        .map(|cell| &cell.key[0])
        .collect();
    assert!((75..=105).contains(&superior.len()), "{}", superior.len());
    let begun: BTreeSet<_> = of_party("superior").map(|cell| &cell.key[0]).collect();
    assert!(begun.len() < 150 && begun.len() > superior.len() + 15);
}
