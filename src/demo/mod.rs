//! Seeded generator of demonstration rounds: an invented city in which everything that a round
//! knows occurs somewhere. The same seed makes the same round to the byte, on every machine.
//!
//! The files in `data/` are its output for [`SEED`]; large rounds are made when they are needed
//! ([`large`]) and not kept.
//!
//! Uses `scheme`, `scoring`, `round` and `exchange` to make files, and `office` to [`load()`] them.
//! What the round of each shipped scheme looks like stands in `profile`; organisations on which a
//! careless calculation stumbles are in `traps`; names are made up in `names`. Whatever asks
//! `random` once more changes everything after it, and so the files in `data/`.

mod build;
mod entries;
mod ground;
pub mod large;
mod ledger;
mod load;
mod matters;
mod municipality;
mod names;
mod organisation;
mod peers;
mod profile;
mod random;
mod traps;

use self::build::Builder;
use self::ground::Place;
use self::organisation::{Rated, cell};
use self::profile::Profile;
use self::random::Random;
use self::traps::Traps;
use crate::exchange::{Format, Names, Unwritable, Wording, write};
use crate::round::{Cell, Kind, OrganisationRecord, What};
use crate::scheme::{Scheme, parse, shipped_by_id};

pub use self::load::{Unloaded, load};
pub use self::traps::Landmarks;

/// The seed of the files in `data/`.
pub const SEED: u64 = 20_261_122;

/// The year of all demonstration rounds.
pub const YEAR: i32 = 2026;

/// The scheme of the files in `data/`.
pub const CITY: &str = "shizuishan";

/// The kinds of file of a demonstration, in the order in which they are imported.
pub const KINDS: [Kind; 8] = [
    Kind::Orgs,
    Kind::Levels,
    Kind::Raters,
    Kind::Ballots,
    Kind::Scores,
    Kind::Adjustments,
    Kind::Vetoes,
    Kind::Ledger,
];

/// A demonstration round.
#[derive(Debug, Clone)]
pub struct DemoRound {
    pub name: &'static str,
    pub year: i32,
    /// The scheme, checked, and its text.
    pub scheme: Scheme,
    pub scheme_text: &'static str,
    /// Everything that is in the round.
    pub cells: Vec<Cell>,
    /// Only in the city.
    pub landmarks: Landmarks,
}

/// A data file of a demonstration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoFile {
    pub kind: Kind,
    /// `scores.csv`
    pub name: &'static str,
    pub bytes: Vec<u8>,
}

/// The demonstration round of a shipped scheme; none for another id.
#[must_use]
pub fn round(scheme_id: &str, seed: u64) -> Option<DemoRound> {
    made(profile::profile(scheme_id)?, seed)
}

/// The demonstration round of a shipped scheme at the size that is published of it, all sheets
/// submitted; none where the size of [`round`] is that already, or none is published.
#[must_use]
pub fn full(scheme_id: &str, seed: u64) -> Option<DemoRound> {
    made(profile::full(scheme_id)?, seed)
}

fn made(profile: &'static Profile, seed: u64) -> Option<DemoRound> {
    let scheme_id = profile.scheme;
    let scheme_text = shipped_by_id(scheme_id)?.text;
    let scheme = parse(scheme_text).ok()?.scheme;
    let (cells, landmarks) = make(&scheme, profile, seed);
    Some(DemoRound {
        name: profile.name,
        year: YEAR,
        scheme,
        scheme_text,
        cells,
        landmarks,
    })
}

fn make(scheme: &Scheme, profile: &Profile, seed: u64) -> (Vec<Cell>, Landmarks) {
    let mut random = Random::new(seed);
    let places = (profile.ground)(&mut random);
    let builder = Builder {
        scheme,
        profile,
        seed,
        year: YEAR,
    };
    let mut list: Vec<Rated> = (1..)
        .zip(&places)
        .filter_map(|(part, place)| builder.organisation(place, part))
        .collect();
    builder.neighbours(&places, &mut list);
    ledger::events(seed, scheme, YEAR, &mut list);
    let traps = Traps { scheme, year: YEAR };
    let landmarks = match profile.scheme {
        CITY => traps.reserve(&mut list),
        _ => Landmarks::default(),
    };
    matters::adjustments(&mut random, scheme, YEAR, &mut list);
    matters::vetoes(&mut random, scheme, YEAR, &mut list);
    traps.lay(&mut list, &landmarks);
    (cells(scheme, &places, &list), landmarks)
}

/// All cells: the list of organisations, then one organisation after the other.
fn cells(scheme: &Scheme, places: &[Place], list: &[Rated]) -> Vec<Cell> {
    let mut rated = list.iter().peekable();
    let mut cells = Vec::new();
    for (position, place) in (1..).zip(places) {
        let own = rated.next_if(|rated| rated.code == place.code);
        let parent = place.parent.as_deref();
        cells.push(match own {
            Some(own) => own.in_list(&scheme.track(own.track).id, place.kind, parent, position),
            None => unrated(place, position),
        });
    }
    cells.extend(list.iter().flat_map(Rated::cells));
    cells
}

fn unrated(place: &Place, position: u32) -> Cell {
    let record = OrganisationRecord {
        name: place.name.clone(),
        kind: place.kind.map(str::to_owned),
        parent: place.parent.clone(),
        track: None,
        previous: None,
        declared: None,
        position,
    };
    cell(What::Organisation, &[&place.code], record.write())
}

impl DemoRound {
    /// The data files, as export writes them; kinds of which the round has nothing are left out.
    ///
    /// # Errors
    /// As [`write()`]; CSV has none of its limits.
    pub fn files(&self) -> Result<Vec<DemoFile>, Unwritable> {
        let names = Names::new(&self.scheme, self.organisations());
        let mut files = Vec::new();
        for kind in KINDS {
            let of_kind = kind.cells();
            if !self.cells.iter().any(|cell| of_kind.contains(&cell.what)) {
                continue;
            }
            let bytes = write(kind, &self.cells, &names, Format::Csv, Wording::Chinese)?;
            let name = file_name(kind);
            files.push(DemoFile { kind, name, bytes });
        }
        Ok(files)
    }

    /// Codes and records of the organisations, in the order of the list.
    pub fn organisations(&self) -> impl Iterator<Item = (String, OrganisationRecord)> + '_ {
        self.cells
            .iter()
            .filter(|cell| cell.what == What::Organisation)
            .filter_map(|cell| {
                let record = OrganisationRecord::read(cell.record.as_ref()?).ok()?;
                Some((cell.key.first()?.clone(), record))
            })
    }
}

/// What the file of a kind is called in `data/`.
#[must_use]
pub const fn file_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Orgs => "orgs.csv",
        Kind::Scores => "scores.csv",
        Kind::Raters => "raters.csv",
        Kind::Ballots => "ballots.csv",
        Kind::Vetoes => "vetoes.csv",
        Kind::Adjustments => "adjustments.csv",
        Kind::Ledger => "ledger.csv",
        Kind::Places => "places.csv",
        Kind::Ties => "ties.csv",
        Kind::Levels => "levels.csv",
    }
}
