//! One row a refusal.

mod cells;
mod rounds;

use super::fixture::*;
use crate::round::*;
use crate::scoring::EntryRefusal;

fn unknown(what: Part, code: &str) -> Refusal {
    Refusal::Unknown {
        what,
        code: code.into(),
    }
}

fn field(field: &str, value: &str) -> Refusal {
    Refusal::Field {
        field: field.into(),
        value: value.into(),
    }
}

fn missing(field: &str) -> Refusal {
    Refusal::Missing {
        field: field.into(),
    }
}

fn entry(item: &str, entry: &str, why: EntryRefusal) -> Refusal {
    Refusal::Entry {
        item: item.into(),
        entry: entry.into(),
        why,
    }
}

/// The kind of file that cells of this kind come in.
fn kind_of(what: What) -> Kind {
    let mut fitting = Kind::ALL
        .into_iter()
        .filter(|kind| kind.cells().contains(&what));
    fitting.next().unwrap()
}

#[test]
fn a_file_brings_no_cells_of_another_kind() {
    let small = Small::new();
    let row = Write {
        row: Some(3),
        ..write(What::Veto, &["V", "V5"], &["decided", "No 1"])
    };
    let field = Refusal::Field {
        field: "veto".into(),
        value: "V V5".into(),
    };
    let refusal = small.refused(&file(Kind::Scores, vec![row]));
    assert_eq!(refusal, Refusal::Rows(vec![(Some(3), field)]));
}

#[track_caller]
fn refuses(rows: Vec<(Write, Refusal)>) {
    let small = Small::new();
    for (write, refusal) in rows {
        assert_eq!(small.refused_write(write.clone()), refusal, "{write:?}");
        let imported = Write {
            row: Some(7),
            ..write
        };
        let by_file = small.refused(&file(kind_of(imported.what), vec![imported]));
        assert_eq!(by_file, Refusal::Rows(vec![(Some(7), refusal)]));
    }
}
