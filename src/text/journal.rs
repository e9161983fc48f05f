//! What stands in the journal, as sentences.

use super::{Language, cell_kind, field, operation_kind};
use crate::office::JournalLine;
use crate::round::{Change, Record};

crate::texts! {
    /// Several cells in one operation.
    cells(count: u64) { zh: "共 {count} 处", en: "{count} cells" }
    undoes(seq: u64) { zh: "撤销第 {seq} 号", en: "undoes {seq}" }
    nothing() { zh: "（无）", en: "(nothing)" }
    from_to(what: &str, key: &str, old: &str, new: &str) {
        zh: "{what} {key}：{old} → {new}",
        en: "{what} {key}: {old} -> {new}",
    }
}

/// A record as it is told: its fields that are there, the first one without its name.
#[must_use]
pub fn record(language: Language, what: crate::round::What, record: Option<&Record>) -> String {
    let Some(record) = record else {
        return nothing(language);
    };
    let told: Vec<String> = what
        .fields()
        .iter()
        .zip(record)
        .enumerate()
        .filter_map(|(position, (name, value))| {
            let value = value.as_ref()?;
            Some(match (position, *name) {
                (_, "flagged") => field(language, name).to_owned(),
                (0, _) => value.clone(),
                _ => format!("{} {value}", field(language, name)),
            })
        })
        .collect();
    if told.is_empty() {
        nothing(language)
    } else {
        told.join("，")
    }
}

/// One change: what, from what, to what.
#[must_use]
pub fn change(language: Language, change: &Change) -> String {
    let old = record(language, change.what, change.old.as_ref());
    let new = record(language, change.what, change.new.as_ref());
    let key = change.key.join(" ");
    from_to(language, cell_kind(language, change.what), &key, &old, &new)
}

/// An operation in one line: what kind, its first change, how many in all.
#[must_use]
pub fn operation(language: Language, line: &JournalLine) -> String {
    let mut told = operation_kind(language, &line.kind).to_owned();
    if let Some(first) = line.changes.first() {
        told.push(' ');
        told.push_str(&change(language, first));
    }
    if line.count > 1 {
        told.push(' ');
        told.push_str(&cells(language, line.count));
    }
    told
}
