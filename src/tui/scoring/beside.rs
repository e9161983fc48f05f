//! What is known beside an item: others' marks on it and how far the mark in hand is from them, last
//! year's, the town's mean, the own marks elsewhere.

use super::field::Pen;
use super::items::short;
use crate::desk::Desk;
use crate::text::{Language, scoring_screen as text, span};
use crate::tui::theme::Role;

/// The row of an item's pane from which on what is known beside it stands, where it can.
const FACTS: u16 = 18;

/// So many of them there are with two parties.
pub const USUAL_FACTS: u16 = 4;

/// What others and the own hand gave on the item: names and marks.
pub fn known_beside(desk: &Desk, language: Language) -> Vec<(String, String)> {
    let known = desk.beside();
    let mut facts = Vec::new();
    for (party, rater, mark) in &known.others {
        let party = &desk.scheme().party(*party).title;
        let told = match desk.above(*mark) {
            Some(above) => text::other_and_apart(language, &short(mark), above),
            None => short(mark),
        };
        facts.push((text::other_mark(language, party, rater), told));
    }
    if let Some(mark) = &known.last_year {
        facts.push((text::last_year(language), short(mark)));
    }
    // What is on its way or is not there keeps its place.
    let nothing = || "-".to_owned();
    if !desk.blind() {
        let town = known.town.as_ref();
        let told = town.map(|(mark, count)| text::of_so_many(language, &short(mark), *count));
        facts.push((text::town_mean(language), told.unwrap_or_else(nothing)));
    }
    let told = known.elsewhere.as_ref().map(|mine| {
        let last: Vec<String> = mine.last.iter().map(short).collect();
        let (low, high) = (short(&mine.lowest), short(&mine.highest));
        let spread = if low == high { low } else { span(&low, &high) };
        let spread = text::of_so_many(language, &spread, mine.count);
        text::spread_and_last(language, &spread, &last.join(" "))
    });
    facts.push((text::elsewhere(language), told.unwrap_or_else(nothing)));
    facts
}

/// One line each, where there is room at the same place for every item: what stays the same
/// from item to item then stays on the screen too. Else one after the other.
pub fn facts(pen: &mut Pen<'_, '_>, facts: &[(String, String)]) {
    let rows = u16::try_from(facts.len()).unwrap_or(u16::MAX);
    if rows > pen.room() {
        let told: Vec<String> = facts
            .iter()
            .map(|(name, mark)| format!("{name} {mark}"))
            .collect();
        pen.wrapped(&told.join("  "), Role::Text, 5);
        return;
    }
    let place = (pen.area.y + FACTS).min(pen.area.bottom().saturating_sub(rows.max(USUAL_FACTS)));
    pen.y = pen.y.max(place);
    let columns = facts.iter().map(|(name, _)| pen.canvas.widths.text(name));
    let names = columns.max().unwrap_or(0);
    let width = usize::from(pen.area.width);
    for (name, mark) in facts {
        let used = pen.canvas.widths.text(name);
        // A long one begins right after its name.
        let fits = names + 2 + pen.canvas.widths.text(mark) <= width;
        let gap = if fits { names - used.min(names) + 2 } else { 1 };
        pen.line(&format!("{name}{}{mark}", " ".repeat(gap)), Role::Text);
    }
}
