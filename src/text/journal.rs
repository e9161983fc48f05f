//! What stands in the journal, as sentences.

use super::ledger::member_kind;
use super::scheme::kind_word;
use super::{
    Language, allotment, assignment_state, ballots, cell_kind, event_state, field, operation_kind,
    round_state, scoring_screen, sheet_state, track_title, veto_state,
};
use crate::desk::by_numbers;
use crate::office::JournalLine;
use crate::round::{
    AssignmentState, Change, EventState, Key, Record, RoundState, SheetState, What,
};
use crate::scheme::{Ballot, ItemRule, MemberKind, Method, Scheme};
use crate::scoring::VetoState;

crate::texts! {
    title(round: &str) { zh: "{round} · 操作记录", en: "{round}: journal" }
    title_since(name: &str) { zh: "{name} · 上次复核后的改动", en: "{name}: changes since the review" }
    title_of(organisation: &str) { zh: "{organisation} · 操作记录", en: "{organisation}: journal" }
    pane() { zh: "操作记录", en: "Journal" }
    counted(count: usize) { zh: "{count} 次操作", en: "{count} {operations}", operations: count => "operation" / "operations" }
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
    chain(seq: u64, hash: &str) { zh: "操作记录第 {seq} 号，校验码 {hash}", en: "Operation {seq}, code {hash}" }
    reason(reason: &str) { zh: "事由：{reason}", en: "Reason: {reason}" }
    more(count: u64) { zh: "……另有 {count} 处改动", en: "... and {count} more {changes}", changes: count => "change" / "changes" }

    /// Several cells in one operation.
    cells(count: u64) { zh: "共 {count} 处", en: "{count} {cells}", cells: count => "cell" / "cells" }
    undoes(seq: u64) { zh: "撤销第 {seq} 号", en: "undoes {seq}" }
    entry_nothing() { zh: "未评", en: "not scored" }
    entry_none() { zh: "无扣分", en: "no deduction" }
    entry_not_applicable() { zh: "不适用", en: "not applicable" }
    no_document() { zh: "待补文号", en: "no document" }
    signed_by(reviewer: &str) { zh: "{reviewer}已审签", en: "signed by {reviewer}" }
    nothing() { zh: "（无）", en: "(nothing)" }
    comma() { zh: "，", en: ", " }
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
        ("flagged" | "imported", _) if value == "yes" => Some(super::tui::yes(language)),
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
                (_, "flagged" | "imported") => field(language, name).to_owned(),
                (0, _) => value.clone(),
                _ => format!("{} {value}", field(language, name)),
            })
        })
        .collect();
    if told.is_empty() {
        nothing(language)
    } else {
        told.join(&comma(language))
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

/// A change with names in place of codes and ids: of the organisation, the party, the track, the
/// level, the answer on a ballot, the item (as people call it, without the title, which would push
/// out what was changed), and of the reviewer who signed an event last. `organisation` knows the names of organisations.
#[must_use]
pub fn named(
    scheme: &Scheme,
    language: Language,
    change: &Change,
    organisation: impl Fn(&str) -> String,
) -> Change {
    let mut change = change.clone();
    number_deductions(scheme, &mut change);
    name_key(
        scheme,
        language,
        change.what,
        &mut change.key,
        &organisation,
    );
    for record in [&mut change.old, &mut change.new].into_iter().flatten() {
        name_record(scheme, language, change.what, record, &organisation);
    }
    change
}

/// Counts of deductions by the numbers that their rows have on the screen: `2×1`.
fn number_deductions(scheme: &Scheme, change: &mut Change) {
    let item = change.key.get(3).filter(|_| change.what == What::Mark);
    let item = item.and_then(|id| scheme.find_item(id));
    let Some(ItemRule::Deductions(rows)) = item.map(|item| &scheme.item(item).rule) else {
        return;
    };
    for record in [&mut change.old, &mut change.new].into_iter().flatten() {
        if let Some(Some(entry)) = record.first_mut()
            && entry.contains('=')
        {
            *entry = by_numbers(rows, entry).replace('=', "×");
        }
    }
}

/// Puts names into the key of a cell.
pub(super) fn name_key(
    scheme: &Scheme,
    language: Language,
    what: What,
    key: &mut Key,
    organisation: &dyn Fn(&str) -> String,
) {
    let ballot = match what {
        What::Ballot => key.get(1).and_then(|id| ballot_of(scheme, id)),
        _ => None,
    };
    for (part, code) in what.key_parts().iter().zip(key) {
        let name = match (*part, code.as_str()) {
            ("cohort", "*") => Some(allotment::every_cohort(language)),
            ("cohort", "-") => Some(allotment::no_cohort(language)),
            ("track", "*") => Some(allotment::every_track(language)),
            ("document", "*") => Some(no_document(language)),
            ("item", "*") => Some(scoring_screen::overall_mark(language)),
            ("organisation" | "cohort", code) => Some(organisation(code)),
            ("question", id) => ballot.and_then(|ballot| question_name(ballot, id)),
            ("option", id) => option_name(language, ballot, id),
            (other, id) => part_name(scheme, language, other, id),
        };
        if let Some(name) = name {
            *code = name;
        }
    }
}

/// Puts names into the fields of a cell.
pub(super) fn name_record(
    scheme: &Scheme,
    language: Language,
    what: What,
    record: &mut Record,
    organisation: &dyn Fn(&str) -> String,
) {
    for (field, value) in what.fields().iter().zip(record) {
        let named = value.as_ref().and_then(|value| match (*field, what) {
            ("organisation" | "parent", _) => Some(organisation(value)),
            ("kind", What::Event) => match value.as_str() {
                "officer" => Some(member_kind(language, MemberKind::Officer).to_owned()),
                "member" => Some(member_kind(language, MemberKind::Member).to_owned()),
                _ => None,
            },
            ("kind", What::Organisation) => Some(kind_word(language, value)),
            (field, _) => part_name(scheme, language, field, value),
        });
        if named.is_some() {
            *value = named;
        }
    }
}

fn ballot_of<'a>(scheme: &'a Scheme, party: &str) -> Option<&'a Ballot> {
    match &scheme.party(scheme.find_party(party)?).method {
        Method::Ballot(ballot) => Some(ballot),
        _ => None,
    }
}

/// A question by its id, which papers and files have, and its title.
fn question_name(ballot: &Ballot, id: &str) -> Option<String> {
    let found = ballot.questions.iter().find(|one| one.id == id)?;
    Some(format!("{} {}", found.id, found.title))
}

fn option_name(language: Language, ballot: Option<&Ballot>, id: &str) -> Option<String> {
    match id {
        "abstain" => Some(ballots::row_abstain(language)),
        "spoilt" => Some(ballots::row_spoilt(language)),
        "issued" => Some(ballots::row_issued(language)),
        id => {
            let found = ballot?.options.iter().find(|one| one.id == id)?;
            Some(found.title.clone())
        }
    }
}

/// What people call a part of the scheme; none where it is not known, or is no part of it.
fn part_name(scheme: &Scheme, language: Language, part: &str, id: &str) -> Option<String> {
    match part {
        "party" => {
            let party = scheme.find_party(id)?;
            Some(scheme.party(party).title.clone())
        }
        "item" => {
            let item = scheme.find_item(id)?;
            Some(scheme.short_id(item).to_owned())
        }
        "track" => {
            let track = scheme.find_track(id)?;
            Some(track_title(scheme, language, track))
        }
        "level" | "previous" | "declared" => {
            let level = scheme.find_level(id)?;
            Some(scheme.level(level).title.clone())
        }
        "state" => {
            let Ok(EventState::Signed(count)) = id.parse() else {
                return None;
            };
            let last = usize::from(count).checked_sub(1)?;
            let reviewer = scheme.ledger()?.review.get(last)?;
            Some(signed_by(language, reviewer))
        }
        _ => None,
    }
}

/// An operation in one line: what kind, its first change, how many in all.
#[must_use]
pub fn operation(language: Language, line: &JournalLine) -> String {
    told(language, line, line.changes.first())
}

/// An operation as it concerns an organisation: its own change of many, if it is among those
/// that were read.
#[must_use]
pub fn operation_on(language: Language, line: &JournalLine, own: Option<&Change>) -> String {
    told(language, line, own)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::round::{EventRecord, OrganisationRecord, Record};
    use crate::scheme::shipped_by_id;

    fn changed(what: What, key: &[&str], old: Record, new: Record) -> Change {
        Change {
            what,
            key: key.iter().map(|part| (*part).to_owned()).collect(),
            old: Some(old),
            new: Some(new),
            old_revision: 1,
            new_revision: 2,
        }
    }

    #[test]
    fn what_is_counted_of_ballots_bears_its_name() {
        let scheme = crate::scheme::parse(shipped_by_id("tianjin").unwrap().text)
            .unwrap()
            .scheme;
        let party = scheme.parties.iter().find_map(|party| match &party.method {
            Method::Ballot(form) => Some((&party.id, form)),
            _ => None,
        });
        let (party, form) = party.unwrap();
        let told = |language, option: &str| {
            let key = ["0001", party, &form.questions[0].id, option];
            let count = |count: &str| vec![Some(count.to_owned())];
            let change = changed(What::Ballot, &key, count("1"), count("2"));
            named(&scheme, language, &change, str::to_owned)
                .key
                .remove(3)
        };
        let first = &form.options[0];
        assert_eq!(told(Language::Chinese, "abstain"), "弃权");
        assert_eq!(told(Language::English, "spoilt"), "Spoilt");
        assert_eq!(told(Language::Chinese, "issued"), "发出");
        assert_eq!(told(Language::Chinese, &first.id), first.title);
    }

    #[test]
    fn a_signed_event_names_who_signed_and_a_level_has_its_title() {
        let scheme = crate::scheme::parse(shipped_by_id("lanshan").unwrap().text)
            .unwrap()
            .scheme;
        let event = |state| {
            EventRecord {
                organisation: "0001".to_owned(),
                member: None,
                kind: None,
                item: scheme.items[0].id.clone(),
                date: None,
                count: 1,
                points: None,
                document: None,
                state,
                reason: None,
            }
            .write()
        };
        let change = changed(
            What::Event,
            &["e1"],
            event(EventState::Signed(1)),
            event(EventState::Signed(2)),
        );
        let named = named(&scheme, Language::Chinese, &change, |_| "财政局".to_owned());
        let told = super::change(Language::Chinese, &named);
        let review = &scheme.ledger().unwrap().review;
        for reviewer in review.iter().take(2) {
            assert!(told.contains(&format!("{reviewer}已审签")), "{told}");
        }
        assert!(told.contains("财政局") && !told.contains("0001"), "{told}");

        let level = scheme.levels.first().unwrap();
        let organisation = |previous: Option<String>| {
            OrganisationRecord {
                name: "财政局".to_owned(),
                kind: None,
                parent: None,
                track: Some(scheme.tracks[0].id.clone()),
                previous,
                declared: None,
                position: 1,
            }
            .write()
        };
        let change = changed(
            What::Organisation,
            &["0001"],
            organisation(None),
            organisation(Some(level.id.clone())),
        );
        let named = super::named(&scheme, Language::Chinese, &change, str::to_owned);
        let told = super::change(Language::Chinese, &named);
        assert!(told.contains(&level.title), "{told}");
    }
}
