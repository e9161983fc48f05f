//! The vetoes of a round or of one organisation.

use super::{Language, day};
use crate::office::{Outcome, VetoLevels};
use crate::round::VetoRecord;
use crate::scheme::{LevelIndex, Scheme};
use crate::scoring::VetoState;

/// The level without a veto and with it, in a line.
#[must_use]
pub fn levels(scheme: &Scheme, language: Language, state: VetoState, levels: VetoLevels) -> String {
    let told = |side| outcome(scheme, language, side);
    match (levels.without, levels.with) {
        _ if levels.hidden => level_hidden(language),
        (Some(without), Some(with)) if without == with => level_same(language, &told(with)),
        (Some(without), Some(with)) => {
            let (without, with) = (told(without), told(with));
            match state {
                VetoState::Proposed => level_if_decided(language, &without, &with),
                VetoState::Decided => level_change(language, &without, &with),
                VetoState::Lifted => level_since_lifted(language, &without, &with),
            }
        }
        _ => level_unknown(language),
    }
}

/// The document and the day that a lift takes back.
#[must_use]
pub fn lifts_what(language: Language, record: &VetoRecord) -> String {
    let (document, date) = basis(language, record);
    lifted_basis(language, &document, &date)
}

/// The document and the day that a veto stands on, or that there is none.
#[must_use]
pub fn stands_on(language: Language, record: &VetoRecord) -> String {
    let (document, date) = basis(language, record);
    on_document(language, &document, &date)
}

fn basis(language: Language, record: &VetoRecord) -> (String, String) {
    let document = record.document.clone();
    let document = document.unwrap_or_else(|| without_document(language));
    let date = record.date.as_ref().map(|date| day(language, date));
    (document, date.unwrap_or_else(|| without_date(language)))
}

fn outcome(scheme: &Scheme, language: Language, outcome: Outcome) -> String {
    let title = |level: LevelIndex| scheme.level(level).title.as_str();
    match outcome {
        Outcome::Level(level) => title(level).to_owned(),
        Outcome::Between(low, high) => to_each(language, title(low), title(high)),
        Outcome::Unrated => unrated(language),
    }
}

crate::texts! {
    title_of(name: &str) { zh: "{name} · 否决", en: "{name}: vetoes" }
    title_all() { zh: "本轮否决", en: "Vetoes of the round" }
    pane() { zh: "否决情形", en: "Vetoes" }
    counted(decided: usize, proposed: usize, lifted: usize) {
        zh: "已认定 {decided}  待认定 {proposed}  已解除 {lifted}",
        en: "{decided} decided, {proposed} proposed, {lifted} lifted",
    }
    column_organisation() { zh: "单位", en: "Organisation" }
    column_veto() { zh: "否决情形", en: "Veto" }
    column_state() { zh: "状态", en: "State" }
    column_document() { zh: "依据文号", en: "Document" }
    column_date() { zh: "日期", en: "Date" }
    none_in_round() { zh: "本轮没有登记任何否决。在单位列表里选中单位后按 F6 登记", en: "No veto is on record. Select an organisation in the list and press F6" }
    not_on_record() { zh: "未登记", en: "none" }

    effect(words: &str) { zh: "作用：{words}", en: "Effect: {words}" }
    from(department: &str) { zh: "由{department}提供", en: "Reported by {department}" }
    note(note: &str) { zh: "备注：{note}", en: "Note: {note}" }
    level_if_decided(without: &str, with: &str) { zh: "等次：现为{without}，认定后{with}", en: "Level: {without} now, {with} once decided" }
    level_change(without: &str, with: &str) { zh: "等次：否决前{without}，否决后{with}", en: "Level: without it {without}, with it {with}" }
    level_since_lifted(without: &str, with: &str) { zh: "等次：解除后{without}，若不解除{with}", en: "Level: {without} since it was lifted, {with} if it still stood" }
    level_same(level: &str) { zh: "等次：有没有这条否决都是{level}", en: "Level: {level} either way" }
    level_hidden() { zh: "等次：提交自己的评分表后可见", en: "Level: shown once your own sheet is submitted" }
    level_unknown() { zh: "尚无综合分，等次待定", en: "No composite yet, so no level" }
    unrated() { zh: "不定等次", en: "no level" }
    to_each(low: &str, high: &str) { zh: "{low}至{high}", en: "{low} to {high}" }
    by_condition() { zh: "由条件自动认定", en: "by its condition" }
    by_itself() { zh: "由条件自动认定（V9）", en: "decides itself by its condition (V9)" }
    what_it_does(title: &str, effect: &str) { zh: "{title}。{effect}", en: "{title}. {effect}" }

    command_act() { zh: "登记/认定/解除", en: "Propose, decide, lift" }
    command_filter() { zh: "筛选", en: "Filter" }
    command_past() { zh: "这条否决的经过", en: "History of this veto" }
    filter_title() { zh: "只看哪些", en: "Which vetoes" }
    everything(count: usize) { zh: "全部 {count}", en: "All {count}" }
    in_state(state: &str, count: usize) { zh: "{state} {count}", en: "{state} {count}" }
    past_title() { zh: "经过（新的在前）", en: "What was done, newest first" }
    no_past() { zh: "操作记录里没有这条否决", en: "The journal has nothing about this veto" }
    step(at: &str, actor: &str, state: &str) { zh: "{at}  {actor}  {state}", en: "{at}  {actor}  {state}" }
    step_by(kind: &str) { zh: "（{kind}）", en: " ({kind})" }
    lift_instead() { zh: "只删待认定的；已认定的请用“解除”", en: "only a proposed one; lift what was decided" }
    last_step(state: &str, actor: &str, at: &str, seq: u64) {
        zh: "{state}：{actor}，{at}（操作记录第 {seq} 号）",
        en: "{state}: {actor}, {at} (operation {seq})",
    }
    lifted_basis(document: &str, date: &str) { zh: "解除的是：{document}  {date}", en: "Lifts: {document}  {date}" }
    without_date() { zh: "未记日期", en: "no date" }
    without_document() { zh: "无依据文号", en: "no document" }
    on_document(document: &str, date: &str) { zh: "依据：{document}，{date}", en: "On: {document}, {date}" }
    field_why_lifted() { zh: "解除事由", en: "Why lifted" }
    command_journal() { zh: "本单位的操作记录", en: "Journal of this organisation" }
    command_refresh() { zh: "刷新", en: "Refresh" }
    propose() { zh: "提出（待认定）", en: "Propose" }
    decide() { zh: "认定", en: "Decide" }
    lift() { zh: "解除", en: "Lift" }
    remove() { zh: "删除这条登记", en: "Remove from the record" }
    field_document() { zh: "依据文号", en: "Document" }
    field_date() { zh: "日期", en: "Date" }
    field_note() { zh: "备注", en: "Note" }
    date_form() { zh: "日期写作 2026-11-02；可以不填", en: "The date is written 2026-11-02, and may stay empty" }
    document_needed() { zh: "认定须有依据文号", en: "A decision needs a document" }
    already() { zh: "已经是这个状态", en: "It is in this state already" }
    done(title: &str, state: &str) { zh: "{title}：{state}", en: "{title}: {state}" }
}
