//! One operation: decided on what stands in the transaction, then written, with its book.

use std::sync::Arc;

use super::others::name_others;
use super::{Applied, Failure, Shared, figures, loading};
use crate::round::{Command, Context, Decision, Limits, Operation, Refusal, Slice, Via, decide};
use crate::scheme::Scheme;
use crate::scoring::Plan;
use crate::store::{Entry, RoundRow, Transaction, Trouble, View, Writer, Written, fingerprint};

/// From how many writes on an operation is decided before the lock is taken, and looked at again
/// in it.
const MANY_WRITES: usize = 64;

/// A decision that was made before the lock was taken.
pub(super) struct Prepared {
    scheme: Arc<Scheme>,
    /// The state of the book that it was made on; none for a round to be made.
    round: Option<RoundRow>,
    slice: Slice,
    outcome: Result<Decision, Refusal>,
}

impl Prepared {
    pub(super) fn into_outcome(self) -> Result<Decision, Refusal> {
        self.outcome
    }
}

/// What became of an operation in its transaction.
enum Outcome {
    Applied(Applied),
    Refused(Refusal),
}

/// Applies an operation, whole or not at all.
pub(super) fn apply(
    shared: &Shared,
    writer: &mut Writer,
    operation: &Operation,
    prepared: Option<Prepared>,
) -> Result<Applied, Failure> {
    let outcome = writer.write(|transaction| {
        if let Some(answered) = answered(transaction, &operation.id)? {
            return Ok(answered);
        }
        match decide_now(shared, transaction, operation, prepared)? {
            Ok(decided) => write(shared, transaction, operation, decided).map(Outcome::Applied),
            Err(mut refusal) => {
                name_others(transaction, &operation.round, &mut refusal)?;
                let text = serde_json::to_string(&refusal).map_err(|error| Trouble::Other {
                    why: error.to_string(),
                })?;
                transaction.keep_answer(&operation.id, shared.clock.now(), Some(&text))?;
                Ok(Outcome::Refused(refusal))
            }
        }
    });
    match outcome {
        Ok(Outcome::Applied(applied)) => Ok(applied),
        Ok(Outcome::Refused(refusal)) => Err(Failure::Refusal(refusal)),
        Err(failure) => Err(failure),
    }
}

/// The stored answer to an operation that has come before, a refusal too.
fn answered(view: &View<'_>, op_id: &str) -> Result<Option<Outcome>, Failure> {
    if let Some(line) = view.operation(op_id)? {
        return Ok(Some(Outcome::Applied(Applied {
            changes: view.changes(&line, u64::MAX)?,
            head: line.code(),
            seq: line.seq,
            at: line.at,
            repeated: true,
        })));
    }
    let Some((at, refusal)) = view.answer(op_id)? else {
        return Ok(None);
    };
    let Some(text) = refusal else {
        return Ok(Some(Outcome::Applied(unchanged(at, true))));
    };
    let refusal = serde_json::from_str(&text).map_err(|error| Trouble::Damaged {
        why: format!("a stored answer: {error}"),
    })?;
    Ok(Some(Outcome::Refused(refusal)))
}

const fn unchanged(at: i64, repeated: bool) -> Applied {
    Applied {
        seq: 0,
        at,
        changes: Vec::new(),
        head: String::new(),
        repeated,
    }
}

/// What was decided, and for which round.
struct Decided {
    scheme: Arc<Scheme>,
    /// None for a round to be made.
    round: Option<RoundRow>,
    decision: Decision,
}

/// Whether an operation is decided before the lock is taken.
pub(super) fn is_large(command: &Command) -> bool {
    match command {
        Command::CreateRound(_) | Command::Import { .. } => true,
        Command::Write(writes) => writes.len() > MANY_WRITES,
        _ => false,
    }
}

/// Parses, resolves and decides on a snapshot, before the lock is taken.
pub(super) fn prepare(
    shared: &Shared,
    view: &View<'_>,
    operation: &Operation,
) -> Result<Result<Prepared, Refusal>, Failure> {
    let round = view.round(&operation.round)?;
    if let Command::CreateRound(new) = &operation.command {
        let scheme = match shared.schemes.read(&fingerprint(&new.scheme), &new.scheme) {
            Ok(scheme) => scheme,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let slice = Slice::default();
        let outcome = decided_on(operation, &scheme, &fingerprint(&new.scheme), &slice);
        let round = None;
        return Ok(Ok(Prepared {
            scheme,
            round,
            slice,
            outcome,
        }));
    }
    let Some(round) = round else {
        return Ok(Err(unknown_round(operation)));
    };
    let scheme = shared.schemes.of(view, &round)?;
    let hash = round.scheme.clone().unwrap_or_default();
    let plan = Plan::new(&scheme);
    let slice = loading::slice(
        view,
        &round,
        &operation.command,
        &context(operation, &plan, &hash),
    )?;
    drop(plan);
    let outcome = decided_on(operation, &scheme, &hash, &slice);
    Ok(Ok(Prepared {
        scheme,
        round: Some(round),
        slice,
        outcome,
    }))
}

fn unknown_round(operation: &Operation) -> Refusal {
    Refusal::UnknownRound {
        round: operation.round.clone(),
    }
}

fn context<'a>(operation: &'a Operation, plan: &'a Plan<'a>, hash: &'a str) -> Context<'a> {
    Context {
        plan,
        scheme_hash: hash,
        round: &operation.round,
        actor: &operation.actor,
        reason: operation.reason.as_deref(),
        limits: Limits::default(),
    }
}

fn decided_on(
    operation: &Operation,
    scheme: &Scheme,
    hash: &str,
    slice: &Slice,
) -> Result<Decision, Refusal> {
    let plan = Plan::new(scheme);
    decide(&context(operation, &plan, hash), slice, &operation.command)
}

fn decide_now(
    shared: &Shared,
    view: &View<'_>,
    operation: &Operation,
    prepared: Option<Prepared>,
) -> Result<Result<Decided, Refusal>, Failure> {
    let round = view.round(&operation.round)?;
    if let Command::CreateRound(_) = operation.command {
        if round.is_some() || view.is_book(&operation.round)? {
            return Ok(Err(Refusal::RoundExists {
                round: operation.round.clone(),
            }));
        }
        return create_now(shared, view, operation, prepared);
    }
    let Some(round) = round else {
        return Ok(Err(unknown_round(operation)));
    };
    let still = |prepared: &Prepared| {
        let then = prepared.round.as_ref();
        then.is_some_and(|then| then.number == round.number && then.scheme == round.scheme)
    };
    let prepared = match prepared.filter(still) {
        Some(prepared) => prepared,
        None => match prepare(shared, view, operation)? {
            Ok(prepared) => prepared,
            Err(refusal) => return Ok(Err(refusal)),
        },
    };
    let scheme = Arc::clone(&prepared.scheme);
    let outcome = caught_up(view, operation, &round, prepared)?;
    Ok(outcome.map(|decision| Decided {
        scheme,
        round: Some(round),
        decision,
    }))
}

fn create_now(
    shared: &Shared,
    view: &View<'_>,
    operation: &Operation,
    prepared: Option<Prepared>,
) -> Result<Result<Decided, Refusal>, Failure> {
    if operation.round.trim().is_empty() {
        return Ok(Err(Refusal::Field {
            field: "round".to_owned(),
            value: operation.round.clone(),
        }));
    }
    let prepared = match prepared {
        Some(prepared) => prepared,
        None => match prepare(shared, view, operation)? {
            Ok(prepared) => prepared,
            Err(refusal) => return Ok(Err(refusal)),
        },
    };
    let scheme = prepared.scheme;
    Ok(prepared.outcome.map(|decision| Decided {
        scheme,
        round: None,
        decision,
    }))
}

/// The decision as it is now: the prepared one where nothing that it looked at has moved since,
/// else decided again on what moved.
fn caught_up(
    view: &View<'_>,
    operation: &Operation,
    round: &RoundRow,
    prepared: Prepared,
) -> Result<Result<Decision, Refusal>, Failure> {
    let Prepared {
        scheme,
        round: then,
        mut slice,
        outcome,
    } = prepared;
    let seq = then.map_or(0, |then| then.seq);
    if seq == round.seq {
        return Ok(outcome);
    }
    for line in view.lines_after(round.number, seq)? {
        view.each_change(&line, |change| {
            slice.insert(view.cell(round.number, change.what, &change.key)?);
            Ok(true)
        })?;
    }
    let hash = round.scheme.clone().unwrap_or_default();
    let plan = Plan::new(&scheme);
    let context = context(operation, &plan, &hash);
    loading::summaries(view, round, &operation.command, &context, &mut slice)?;
    Ok(decide(&context, &slice, &operation.command))
}

const fn via(via: Via) -> &'static str {
    match via {
        Via::Screen => "screen",
        Via::Command => "command",
        Via::Import => "import",
    }
}

fn write(
    shared: &Shared,
    transaction: &Transaction<'_>,
    operation: &Operation,
    decided: Decided,
) -> Result<Applied, Failure> {
    let Decided {
        scheme,
        round,
        decision,
    } = decided;
    let at = shared.clock.now();
    if decision.changes.is_empty() {
        transaction.keep_answer(&operation.id, at, None)?;
        return Ok(unchanged(at, false));
    }
    let round = match (round, &operation.command) {
        (None, Command::CreateRound(new)) => {
            transaction.keep_scheme(&scheme.id, &scheme.title, &new.scheme)?;
            transaction.begin_book(&operation.round)?
        }
        (Some(round), _) => round,
        (None, _) => return Err(Failure::Refusal(unknown_round(operation))),
    };
    let file = match &operation.command {
        Command::Import { file, .. } => Some(file.as_str()),
        _ => None,
    };
    let entry = Entry {
        op_id: &operation.id,
        at,
        actor: &operation.actor,
        via: via(operation.via),
        kind: decision.kind.word(),
        reason: operation.reason.as_deref(),
        undoes: decision.undoes,
        about: file,
    };
    let written = transaction.append(&round, &entry, &decision.changes)?;
    if let Command::CreateRound(_) = operation.command {
        note_creation(transaction, &entry, &operation.round)?;
    }
    figures::refresh(shared, transaction, &operation.round, &decision.changes)?;
    let Written { seq, at, head } = written;
    Ok(Applied {
        seq,
        at,
        changes: decision.changes,
        head,
        repeated: false,
    })
}

/// The office's own book says which rounds were made, so that none can go without a trace.
fn note_creation(
    transaction: &Transaction<'_>,
    entry: &Entry<'_>,
    round: &str,
) -> Result<(), Trouble> {
    let op_id = format!("{}/office", entry.op_id);
    let noted = Entry {
        op_id: &op_id,
        about: Some(round),
        ..*entry
    };
    transaction.append(&transaction.office()?, &noted, &[])?;
    Ok(())
}
