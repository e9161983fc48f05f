//! Rounds of a city's size are made, not shipped.

use std::collections::{BTreeMap, BTreeSet};

use pingxing::demo::large::Large;
use pingxing::exchange::Names;
use pingxing::round::{Cell, OrganisationRecord, What, assemble};
use pingxing::scheme::parse;
use pingxing::scoring::{Plan, Silent, own};

fn record(cell: &Cell) -> OrganisationRecord {
    OrganisationRecord::read(cell.record.as_ref().unwrap()).unwrap()
}

#[test]
fn a_city_has_its_villages_and_communities_in_sixteen_districts() {
    let city = Large::city(1);
    let mut tracks: BTreeMap<Option<String>, usize> = BTreeMap::new();
    let mut codes = BTreeSet::new();
    for cell in city.list() {
        *tracks.entry(record(&cell).track).or_default() += 1;
        assert!(codes.insert(cell.key[0].clone()));
    }
    let wanted = [
        (None, 16),
        (Some("community"), 1639),
        (Some("village"), 3538),
    ];
    let wanted = wanted.map(|(track, count)| (track.map(str::to_owned), count));
    assert_eq!(tracks, BTreeMap::from(wanted));
}

#[test]
fn every_organisation_of_a_large_round_can_be_scored() {
    let large = Large {
        organisations: 40,
        districts: 3,
        sheet_parties: 2,
        seed: 5,
    };
    let scheme = parse(&large.scheme()).unwrap().scheme;
    let plan = Plan::new(&scheme);
    let list: Vec<Cell> = large.list().collect();
    let named = list.iter().map(|cell| (cell.key[0].clone(), record(cell)));
    let names = Names::new(&scheme, named);
    for number in 0..large.organisations {
        let code = large.code(number);
        let mut cells = large.cells(number);
        let marks = cells.iter().filter(|cell| cell.what == What::Mark).count();
        assert_eq!(marks, 50);
        cells.extend(list.iter().find(|cell| cell.key[0] == code).cloned());
        let input = assemble(&plan, &cells, 2026, None).unwrap();
        let figures = own(&plan, &input, &mut Silent);
        assert!(figures.complete && figures.composite.is_some(), "{code}");
        let organisation = names.by_code(&code).unwrap();
        assert!(names.cohort_of(organisation).is_some());
    }
    assert_eq!(large.cells(7), large.cells(7));
    assert_ne!(large.cells(7)[..10], large.cells(8)[..10]);
}
