//! A writer that is killed in the middle loses nothing that it was told is stored.

use std::io::{BufRead, BufReader, Write as _};
use std::process::{Child, Command, Stdio};

use pingxing::office::Door;
use pingxing::round::Command as Asked;

use crate::hand::{Place, assert_sound, mark, operation};

/// Where the writing process finds its database; set only for that process.
const DATABASE: &str = "PINGXING_TEST_KILLED";

/// Not a test of its own: the process that is killed. It writes marks without end and says of
/// each when it is stored.
#[test]
fn writing_process() {
    let Ok(path) = std::env::var(DATABASE) else {
        return;
    };
    let office = crate::hand::open(path.as_ref(), std::time::Duration::from_secs(30)).unwrap();
    for count in 0_u64.. {
        let write = mark(0, "self", "A1", &(count % 60).to_string(), None);
        let id = format!("{}-{count}", std::process::id());
        let applied = office.apply(operation(&id, "甲岗", Asked::Write(vec![write])));
        let said = applied.unwrap().seq;
        // The test harness keeps what is printed; who kills reads the other stream.
        writeln!(std::io::stderr(), "stored {id} {said}").unwrap();
    }
}

fn writer(place: &Place) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed::writing_process", "--nocapture"])
        .env(DATABASE, place.database())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// What a process was told is stored, until it is killed after so many lines.
fn stored_before_the_kill(mut child: Child, lines: usize) -> Vec<String> {
    let mut told = Vec::new();
    for line in BufReader::new(child.stderr.take().unwrap()).lines() {
        let line = line.unwrap();
        if let Some(stored) = line.strip_prefix("stored ") {
            told.push(stored.split(' ').next().unwrap().to_owned());
        }
        if told.len() == lines {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    told
}

#[test]
fn a_killed_writer_loses_nothing_that_was_stored() {
    let place = Place::with_round(1);
    let mut told = Vec::new();
    for lines in 1..=8 {
        let pair = [writer(&place), writer(&place)];
        let heard =
            pair.map(|child| std::thread::spawn(move || stored_before_the_kill(child, lines * 3)));
        for heard in heard {
            told.extend(heard.join().unwrap());
        }
    }
    assert!(told.len() >= 2 * 3 * (1..=8).sum::<usize>());
    let office = place.office();
    assert_sound(&office);
    // A repeated operation gets the stored answer only where it is stored.
    for id in &told {
        let write = mark(0, "self", "A1", "1", None);
        let again = office.apply(operation(id, "甲岗", Asked::Write(vec![write])));
        assert!(again.unwrap().repeated, "{id}");
    }
}
