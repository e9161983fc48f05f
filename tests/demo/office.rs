//! A demonstration in an office: everything arrives, and the office comes to the same results.

use pingxing::demo::{self, load};
use pingxing::office::{Door, Office, OfficeOptions, Question, Reply};
use pingxing::scheme::shipped;

use super::results::score;

#[test]
fn the_office_comes_to_the_results_of_the_calculation_for_every_scheme() {
    let folder = tempfile::tempdir().unwrap();
    let office = Office::open(&folder.path().join("demo.db"), OfficeOptions::default()).unwrap();
    for scheme in shipped() {
        let round = demo::round(scheme.id, demo::SEED).unwrap();
        load(&office, &round, "组织部").unwrap();
        let question = Question::Results {
            round: round.name.to_owned(),
        };
        let Ok(Reply::Results(stored)) = office.ask(question) else {
            panic!("no results of {}", scheme.id)
        };
        let made = score(&round, &round.cells);
        assert_eq!(stored.rows.len(), made.outcomes.len(), "{}", scheme.id);
        for row in &stored.rows {
            let own = made.of(&row.organisation);
            assert_eq!(row.cohort, own.cohort, "{}", row.organisation);
            assert_eq!(row.standing, own.standing, "{}", row.organisation);
            assert_eq!(row.figures.composite, own.figures.composite);
            assert_eq!(row.figures.low, own.figures.low);
        }
    }
}
