//! What stands in the journal, as sentences.

use super::{
    Language, assignment_state, cell_kind, event_state, field, operation_kind, round_state,
    sheet_state, veto_state,
};
use crate::office::JournalLine;
use crate::round::{AssignmentState, Change, EventState, Record, RoundState, SheetState, What};
use crate::scoring::VetoState;

crate::texts! {
    title(round: &str) { zh: "{round} · 操作记录", en: "{round}: journal" }
    title_since(name: &str) { zh: "{name} · 上次复核后的改动", en: "{name}: changes since the review" }
    title_of(organisation: &str) { zh: "{organisation} · 操作记录", en: "{organisation}: journal" }
    pane() { zh: "操作记录", en: "Journal" }
    counted(count: usize) { zh: "{count} 次操作", en: "{count} operations" }
    none() { zh: "没有操作记录", en: "Nothing is on record" }
    column_time() { zh: "时间", en: "Time" }
    column_seq() { zh: "号", en: "No." }
    column_actor() { zh: "谁", en: "Who" }
    column_kind() { zh: "操作", en: "What" }
    column_change() { zh: "改动", en: "Change" }
    column_code() { zh: "校验码", en: "Code" }
    command_open() { zh: "详细", en: "Details" }
    command_filter() { zh: "筛选", en: "Filter" }
    command_refresh() { zh: "刷新", en: "Refresh" }
    filter_title() { zh: "看谁的、从哪天起", en: "By whom, since when" }
    everything() { zh: "全部", en: "Everything" }
    since_a_day() { zh: "从某天起", en: "Since a day" }
    since(day: &str) { zh: "{day} 起", en: "since {day}" }
    by(actor: &str) { zh: "{actor} 的操作", en: "By {actor}" }
    field_day() { zh: "日期", en: "Day" }
    day_form() { zh: "日期写作 2026-11-02", en: "The day is written 2026-11-02" }
    who_when(actor: &str, at: &str, via: &str) { zh: "{actor}，{at}，经由 {via}", en: "{actor}, {at}, via {via}" }
    chain(seq: u64, hash: &str) { zh: "册中第 {seq} 号，校验码 {hash}", en: "No. {seq} of the book, code {hash}" }
    reason(reason: &str) { zh: "事由：{reason}", en: "Reason: {reason}" }
    more(count: u64) { zh: "……另有 {count} 处改动", en: "... and {count} more changes" }

    /// Several cells in one operation.
    cells(count: u64) { zh: "共 {count} 处", en: "{count} cells" }
    undoes(seq: u64) { zh: "撤销第 {seq} 号", en: "undoes {seq}" }
    entry_nothing() { zh: "未评", en: "not scored" }
    entry_none() { zh: "无扣分", en: "no deduction" }
    entry_not_applicable() { zh: "不适用", en: "not applicable" }
    nothing() { zh: "（无）", en: "(nothing)" }
    from_to(what: &str, key: &str, old: &str, new: &str) {
        zh: "{what} {key}：{old} → {new}",
        en: "{what} {key}: {old} -> {new}",
    }
}

/// An entry of a sheet as people say it.
#[must_use]
pub fn entry_word(language: Language, entry: &str) -> String {
    match entry {
        "" => entry_nothing(language),
        "none" => entry_none(language),
        "NA" => entry_not_applicable(language),
        other => other.to_owned(),
    }
}

/// The word of a state or an entry; any other value as it is.
#[must_use]
pub fn state(language: Language, what: What, name: &str, value: &str) -> String {
    let word = |word: Option<&'static str>| word.map(str::to_owned);
    let told = match (name, what) {
        ("state", What::Veto) => {
            let state = value.parse::<VetoState>().ok();
            word(state.map(|state| veto_state(language, state)))
        }
        ("state", What::Sheet) => {
            let state = value.parse::<SheetState>().ok();
            word(state.map(|state| sheet_state(language, state)))
        }
        ("state", What::Assignment) => {
            let state = value.parse::<AssignmentState>().ok();
            word(state.map(|state| assignment_state(language, state)))
        }
        ("state", What::Round) => {
            let state = value.parse::<RoundState>().ok();
            word(state.map(|state| round_state(language, state)))
        }
        ("state", What::Event) => {
            let state = value.parse::<EventState>().ok();
            state.map(|state| event_state(language, state))
        }
        ("entry", What::Mark) => Some(entry_word(language, value)),
        _ => None,
    };
    told.unwrap_or_else(|| value.to_owned())
}

/// A record as it is told: its fields that are there, the first one without its name.
#[must_use]
pub fn record(language: Language, what: What, record: Option<&Record>) -> String {
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
            let value = &state(language, what, name, value);
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
    told(language, line, line.changes.first())
}

/// An operation as it concerns an organisation: its own change of many is told, if it is among
/// those that were read.
#[must_use]
pub fn operation_on(language: Language, line: &JournalLine, organisation: &str) -> String {
    let own = |change: &&Change| change.key.first().is_some_and(|code| code == organisation);
    told(language, line, line.changes.iter().find(own))
}

fn told(language: Language, line: &JournalLine, change_told: Option<&Change>) -> String {
    let mut told = operation_kind(language, &line.kind).to_owned();
    if let Some(first) = change_told {
        told.push(' ');
        told.push_str(&change(language, first));
    }
    if line.count > 1 {
        told.push(' ');
        told.push_str(&cells(language, line.count));
    }
    told
}
