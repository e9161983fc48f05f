//! Every command, through the real program.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what prepares a test may fail it too"
)]

#[path = "../support/beside.rs"]
mod beside;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/written.rs"]
mod written;

mod files;
mod independent;
mod journal;
mod language;
mod plain;
mod results;
mod rounds;
mod schemes;
mod settings;
mod show;
mod trouble;
mod usage;

use beside::beside;
use support::{Place, Ran};
use written::write;

/// A file of `tests/cli/files`.
fn file(name: &str) -> String {
    beside(&format!("tests/cli/files/{name}"))
}

/// A round of three villages, without any data.
fn round() -> Place {
    let place = Place::new();
    make_round(&place, &file("scheme.toml"), &file("orgs.csv"));
    place
}

/// Makes the round 2026 of a scheme and a list of organisations.
fn make_round(place: &Place, scheme: &str, orgs: &str) {
    place.done(&[
        "round", "new", "2026", "--scheme", scheme, "--orgs", orgs, "--year", "2026",
    ]);
}

/// The same round with scores and ballots.
fn scored() -> Place {
    let place = round();
    for kind in ["scores", "ballots"] {
        import(&place, kind);
    }
    place
}

fn import(place: &Place, kind: &str) -> Ran {
    let ran = place.run(&[
        "import",
        kind,
        &file(&format!("{kind}.csv")),
        "--round",
        "2026",
    ]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    ran
}
