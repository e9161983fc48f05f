//! One operation whole: every change, the reason, its place in the chain.

use crate::config::local;
use crate::office::JournalLine;
use crate::text::{Language, journal as text, moment, operation_kind, person, via};
use crate::tui::ask::Reading;
use crate::tui::theme::Role;

/// A popup with an operation; `step` is what it was where it was one of the ledger.
#[must_use]
pub fn detail(line: &JournalLine, step: Option<String>, language: Language) -> Reading {
    let mut told = vec![
        text::who_when(
            language,
            person(language, &line.actor),
            &moment(language, &local(line.at)),
            via(language, &line.via),
        ),
        text::chain(language, line.seq, &line.hash),
    ];
    if let Some(reason) = &line.reason {
        told.push(text::reason(language, reason));
    }
    if let Some(seq) = line.undoes {
        told.push(text::undoes(language, seq));
    }
    told.push(String::new());
    let changes = line.changes.iter();
    told.extend(changes.map(|change| text::change(language, change)));
    let shown = u64::try_from(line.changes.len()).unwrap_or(u64::MAX);
    if line.count > shown {
        told.push(text::more(language, line.count - shown));
    }
    let told = told.into_iter().map(|line| (Role::Text, line)).collect();
    Reading::new(
        "operation",
        step.unwrap_or_else(|| operation_kind(language, &line.kind).to_owned()),
        told,
    )
}
