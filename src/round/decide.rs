//! A command and what is there → changes, or why not.

use super::{Cell, Change, NewRound, form, sheet, undo, write};
use super::{
    Command, Context, Decision, Key, Kind, OperationKind, Record, Refusal, RoundRecord, RoundState,
    Slice, What, Write,
};

/// Decides a command on what [`super::needs`] (and [`super::further_needs`]) had loaded.
///
/// # Errors
/// Why nothing of it is done. Conflicts lack who and when ([`super::Conflict::by`]), and a
/// [`Refusal::ChangedSince`] its `by`: the store fills them in.
pub fn decide(
    context: &Context<'_>,
    slice: &Slice,
    command: &Command,
) -> Result<Decision, Refusal> {
    // Whatever the command, the book keeps these for ever.
    form::text("actor", context.actor, context.limits.name)?;
    if let Some(reason) = context.reason {
        form::text("reason", reason, context.limits.note)?;
    }
    let there = slice.cell(What::Round, &[]);
    let there = there.and_then(|cell| cell.record.as_ref());
    let state = || {
        there
            .and_then(|record| RoundRecord::read(record).ok())
            .map(|round| round.state)
            .ok_or_else(|| Refusal::UnknownRound {
                round: context.round.to_owned(),
            })
    };
    // A sheet is finished and taken back while the round is open, and not after.
    let open = || match state()? {
        RoundState::Open => Ok(()),
        _ => Err(Refusal::RoundClosed),
    };
    match command {
        Command::CreateRound(_) if there.is_some() => Err(Refusal::RoundExists {
            round: context.round.to_owned(),
        }),
        Command::CreateRound(new) => create(context, slice, new),
        Command::Write(writes) => write::by_hand(context, slice, state()?, writes),
        Command::Import {
            kind,
            writes,
            reopen,
            ..
        } => write::by_file(context, slice, state()?, *kind, writes, *reopen),
        Command::Undo { expect } => undo::undo(context, slice, state()?, *expect),
        Command::Redo { expect } => undo::redo(context, slice, state()?, *expect),
        Command::Submit {
            organisation,
            party,
            rater,
            seen,
        } => {
            open()?;
            sheet::submit(context, slice, [organisation, party, rater], *seen)
        }
        Command::Withdraw {
            organisation,
            party,
            rater,
        }
        | Command::Return {
            organisation,
            party,
            rater,
        } => {
            open()?;
            let names = [organisation, party, rater];
            sheet::reopen(context, slice, names, command.kind())
        }
    }
}

/// A round and its organisations. It is open at once: who makes it has the list and the scheme.
fn create(context: &Context<'_>, slice: &Slice, new: &NewRound) -> Result<Decision, Refusal> {
    form::name("round", context.round, context.limits.name)?;
    let record = RoundRecord {
        year: new.year,
        state: RoundState::Open,
        scheme: context.scheme_hash.to_owned(),
    };
    let round = Write {
        what: What::Round,
        key: Key::new(),
        record: None,
        seen: None,
        row: None,
    };
    let mut changes: Vec<_> = change(slice, &round, Some(record.write()))
        .into_iter()
        .collect();
    if let Some(stray) = new
        .organisations
        .iter()
        .find(|write| write.what != What::Organisation)
    {
        return Err(Refusal::Field {
            field: "what".to_owned(),
            value: stray.what.word().to_owned(),
        });
    }
    let organisations = write::by_file(
        context,
        slice,
        RoundState::Open,
        Kind::Orgs,
        &new.organisations,
        false,
    )?;
    changes.extend(organisations.changes);
    Ok(Decision {
        changes,
        kind: OperationKind::CreateRound,
        undoes: None,
    })
}

/// The change that a write makes; none where the cell is so already.
pub(super) fn change(slice: &Slice, write: &Write, new: Option<Record>) -> Option<Change> {
    changed(
        slice.cell(write.what, &write.key),
        write.what,
        &write.key,
        new,
    )
}

/// The change from a cell to a record; none where it is so already.
pub(super) fn changed(
    cell: Option<&Cell>,
    what: What,
    key: &[String],
    new: Option<Record>,
) -> Option<Change> {
    let old = cell.and_then(|cell| cell.record.as_ref());
    if old == new.as_ref() {
        return None;
    }
    let old_revision = cell.map_or(0, |cell| cell.revision);
    Some(Change {
        what,
        key: key.to_vec(),
        old: old.cloned(),
        new,
        old_revision,
        new_revision: old_revision + 1,
    })
}
