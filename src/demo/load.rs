//! A demonstration goes into an office the way that any round does: as files, through the door.

use uuid::Uuid;

use super::{DemoFile, DemoRound};
use crate::exchange::{Names, RowFaults, Unwritable, read};
use crate::office::{Door, Failure};
use crate::round::{Command, Kind, NewRound, Operation, Via, Write};

/// Why a demonstration is not in the office. What came before stays.
#[derive(Debug)]
pub enum Unloaded {
    /// The office refuses, or cannot store.
    Office(Failure),
    /// A file of this name does not read; the generator is wrong.
    File(&'static str, RowFaults),
    Unwritable(Unwritable),
}

impl From<Failure> for Unloaded {
    fn from(failure: Failure) -> Self {
        Self::Office(failure)
    }
}

impl From<Unwritable> for Unloaded {
    fn from(fault: Unwritable) -> Self {
        Self::Unwritable(fault)
    }
}

/// Makes the round, and imports its files one after the other.
///
/// # Errors
/// The office has a round of this name; it cannot store.
pub fn load(door: &dyn Door, round: &DemoRound, actor: &str) -> Result<(), Unloaded> {
    let apply = |via, command| {
        door.apply(Operation {
            id: Uuid::now_v7().to_string(),
            actor: actor.to_owned(),
            via,
            round: round.name.to_owned(),
            reason: None,
            command,
        })
    };
    let files = round.files()?;
    let (lists, others): (Vec<_>, Vec<_>) = files.iter().partition(|file| file.kind == Kind::Orgs);
    let nobody = Names::new(&round.scheme, []);
    let mut organisations = Vec::new();
    for list in lists {
        organisations.extend(writes(list, &nobody)?);
    }
    let names = Names::of_writes(&round.scheme, &organisations);
    let new = NewRound {
        year: round.year,
        scheme: round.scheme_text.to_owned(),
        organisations: organisations.clone(),
    };
    apply(Via::Command, Command::CreateRound(new))?;
    for file in others {
        let command = Command::Import {
            kind: file.kind,
            file: file.name.to_owned(),
            writes: writes(file, &names)?,
            reopen: false,
        };
        apply(Via::Import, command)?;
    }
    Ok(())
}

fn writes(file: &DemoFile, names: &Names<'_>) -> Result<Vec<Write>, Unloaded> {
    read(file.kind, &file.bytes, names).map_err(|faults| Unloaded::File(file.name, faults))
}
