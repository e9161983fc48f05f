//! What an item says of itself, in lines.

use crate::desk::{Desk, Field, Kind, Open, Slot, field};
use crate::number::Figure;
use crate::scheme::{DeductionCost, ItemIndex};
use crate::scoring::Entry;
use crate::text::{Language, plain as told, scoring_screen as screen};

/// The item with its rows and what is known beside it; its standard only where it is wanted.
pub fn item(desk: &Desk, open: &Open, slot: &Slot, whole: bool, language: Language) -> Vec<String> {
    let field = field(desk.scheme(), slot.item);
    let points = field.points().to_string();
    let mut lines = vec![told::item(language, &name(desk, slot, language), &points)];
    if let Some(item) = slot.item.filter(|_| whole) {
        lines.extend(standard(desk, item, language));
    }
    lines.extend(rows(&field, slot.entry.as_ref(), language));
    lines.extend(beside(desk, language));
    if let Some(note) = &slot.note {
        lines.push(screen::note_line(language, note));
    }
    if slot.flagged {
        lines.push(screen::flagged(language));
    }
    if slot.entry.is_some() || open.closed.is_some() {
        lines.push(told::now(
            language,
            &now(slot, &field, unit(desk, slot), language),
        ));
    }
    lines
}

/// Id and title of the item, or what the overall mark is called.
pub fn name(desk: &Desk, slot: &Slot, language: Language) -> String {
    slot.item.map_or_else(
        || screen::overall_mark(language),
        |item| screen::item_name(desk.scheme(), item),
    )
}

fn standard(desk: &Desk, item: ItemIndex, language: Language) -> Vec<String> {
    let item = desk.scheme().item(item);
    let said = [
        (screen::standard(language), &item.standard),
        (screen::check(language), &item.check),
    ];
    let line = |(label, text): (String, &Option<String>)| {
        text.as_ref().map(|text| format!("  {label} {text}"))
    };
    said.into_iter().filter_map(line).collect()
}

/// The rows of a deduction item, the options of one with options, numbered.
fn rows(field: &Field<'_>, entry: Option<&Entry>, language: Language) -> Vec<String> {
    let counted = |position: usize| match entry {
        Some(Entry::Deductions(counts)) => counts
            .iter()
            .find(|(row, _)| *row == position)
            .map_or(0, |(_, count)| *count),
        _ => 0,
    };
    let deductions = field.deductions().iter().enumerate().map(|(at, row)| {
        let cost = match row.cost {
            DeductionCost::All => told::costs_all(language),
            DeductionCost::Each { each, .. } => match counted(at) {
                0 => told::costs(language, &each.to_string()),
                count => told::costs_with_count(language, &each.to_string(), count),
            },
        };
        told::row(language, at + 1, &row.title, &cost)
    });
    let options = field.options().iter().enumerate().map(|(at, option)| {
        let points = told::gives(language, &option.points.to_string());
        told::row(language, at + 1, &option.title, &points)
    });
    deductions.chain(options).collect()
}

/// Marks of other raters on the item, and last year's.
fn beside(desk: &Desk, language: Language) -> Option<String> {
    let beside = desk.beside();
    let others = beside.others.iter().map(|(party, rater, mark)| {
        let party = &desk.scheme().party(*party).title;
        told::other(
            language,
            &screen::other_mark(language, party, rater),
            &mark.to_string(),
        )
    });
    let year = beside.last_year.iter().map(|mark: &Figure| {
        told::other(language, &screen::last_year(language), &mark.to_string())
    });
    let all: Vec<String> = others.chain(year).collect();
    (!all.is_empty()).then(|| all.join("  "))
}

/// The entry as it stands.
pub fn now(slot: &Slot, field: &Field<'_>, unit: &str, language: Language) -> String {
    let mark = slot.mark.map(|mark| mark.to_string()).unwrap_or_default();
    match &slot.entry {
        None => screen::not_scored_yet(language),
        Some(Entry::NotApplicable) => screen::not_applicable(language),
        Some(Entry::NoDeduction) => told::no_deduction(language, &mark),
        Some(entry @ Entry::Measured(_)) => {
            let value = field.canonical(entry);
            told::measured(language, &value, unit, &mark)
        }
        Some(_) => format!("{mark} {}", screen::unit_marks(language)),
    }
}

/// What a measured value is counted in; empty for any other item.
pub fn unit<'a>(desk: &'a Desk, slot: &Slot) -> &'a str {
    let item = slot.item.map(|item| desk.scheme().item(item));
    item.map_or("", |item| screen::unit(&item.rule))
}

/// What the field asks for.
pub fn question(desk: &Desk, slot: &Slot, language: Language) -> String {
    match field(desk.scheme(), slot.item).kind() {
        Kind::Mark => told::ask_mark(language),
        Kind::Options => told::ask_option(language),
        Kind::Deductions => told::ask_deductions(language),
        Kind::Measured => told::ask_measured(language, unit(desk, slot)),
    }
}
