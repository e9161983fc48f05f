//! A database to sit down at.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::beside::beside;
use crate::support::Place;
use crate::terminal::Terminal;
use crate::written::write;

/// Who sits at the sheets, and the chair that is taken when nobody says otherwise.
pub const FIRST: &str = "考评一组";

/// A folder with a round of three villages: ten items of ten marks, one party.
pub struct House {
    pub place: Place,
    pub database: PathBuf,
}

impl House {
    /// The database is made once and copied.
    pub fn new() -> Self {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = MADE.get_or_init(|| {
            let place = Place::new();
            let file = |name: &str| beside(&format!("tests/pty/{name}"));
            let (scheme, orgs) = (file("scheme.toml"), file("orgs.csv"));
            place.done(&[
                "round", "new", "2026", "--scheme", &scheme, "--orgs", &orgs, "--year", "2026",
            ]);
            place.done(&["import", "raters", &file("raters.csv"), "--round", "2026"]);
            std::fs::read(place.path("round.db")).expect("a database")
        });
        let place = Place::new();
        let database = write(&place, "round.db", bytes);
        Self { place, database }
    }

    /// The program as somebody, at the list of rounds.
    pub fn open(&self, actor: &str) -> Terminal {
        let terminal = Terminal::open(&self.place.path(""), &self.database, actor);
        terminal.wait_for_frames(1);
        terminal
    }

    /// The program with the sheet of 宝马村 open; all keys come at once.
    pub fn at_sheet(&self, actor: &str) -> Terminal {
        let terminal = self.open(actor);
        open_sheet(&terminal);
        terminal
    }

    /// The marks that are stored, as `A1=8`.
    pub fn marks(&self) -> Vec<String> {
        marks_in(&self.place, &self.database)
    }
}

/// Opens the sheet of 宝马村 in the first chair.
pub fn open_sheet(terminal: &Terminal) {
    terminal.wait_for_frames(1);
    terminal.press("<Enter><Enter><F3>bmc<Enter><Enter>");
    terminal.wait("▸ A1");
}

/// The marks that a database has, as `A1=8`.
pub fn marks_in(place: &Place, database: &Path) -> Vec<String> {
    let database = database.display().to_string();
    let to = tempfile::tempdir().expect("a folder");
    let file = to.path().join("scores.csv");
    let name = file.display().to_string();
    place.done(&[
        "--db", &database, "export", "scores", "--round", "2026", "--output", &name,
    ]);
    let told = std::fs::read_to_string(file).expect("a file");
    let mut lines = told.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let heads = lines.next().expect("a first line");
    let column = |name| {
        heads
            .iter()
            .position(|head| *head == name)
            .expect("a column")
    };
    let (item, mark) = (column("指标"), column("得分"));
    lines
        .map(|fields| format!("{}={}", fields[item], fields[mark]))
        .collect()
}
