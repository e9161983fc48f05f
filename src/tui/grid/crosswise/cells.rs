//! What the cells of one item across organisations hold.

use super::view::{ENTRY, NAME};
use crate::desk::{Closed, CrossCell, Kind, LineDesk};
use crate::office::ListFigures;
use crate::round::SheetState;
use crate::scheme::DeductionCost;
use crate::scoring::Entry;
use crate::text::{Language, grids as text, organisations, scoring_screen};
use crate::tui::banner;
use crate::tui::scoring::{Typed, short};
use crate::tui::theme::Role;
use crate::tui::widget::Span;

const MARK: u16 = 7;
const SHEET: u16 = 14;
const COMPOSITE: u16 = 13;
const LEVEL: u16 = 12;

/// A column besides the name and the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    Mark,
    Earlier,
    LastYear,
    Sheet,
    Composite,
    Level,
}

/// What stands beside the entry, as far as there is room and something to show.
pub fn facts(across: &LineDesk, room: u16) -> Vec<(Fact, u16)> {
    let wanted = [
        (Fact::Mark, MARK, across.field().kind() != Kind::Mark),
        (Fact::Sheet, SHEET, true),
        (Fact::Earlier, MARK, across.earlier().is_some()),
        (Fact::LastYear, MARK, across.has_last_year()),
        (Fact::Level, LEVEL, true),
        (Fact::Composite, COMPOSITE, true),
    ];
    let mut left = room.saturating_sub(NAME + ENTRY + 2);
    let mut facts = Vec::new();
    for (fact, width, there) in wanted {
        if there && width < left {
            left -= width + 1;
            facts.push((fact, width));
        }
    }
    let order = [
        Fact::Mark,
        Fact::Earlier,
        Fact::LastYear,
        Fact::Sheet,
        Fact::Composite,
        Fact::Level,
    ];
    facts.sort_by_key(|(fact, _)| order.iter().position(|other| other == fact));
    facts
}

/// The heading of a column.
pub fn heading(across: &LineDesk, fact: Fact, language: Language) -> String {
    match fact {
        Fact::Mark => text::column_mark(language),
        Fact::Earlier => across.earlier().map_or_else(String::new, |party| {
            across.scheme().party(party).title.clone()
        }),
        Fact::LastYear => text::column_last_year(language),
        Fact::Sheet => text::column_sheet(language),
        Fact::Composite => organisations::column_composite(language),
        Fact::Level => organisations::column_level(language),
    }
}

/// The name of a cell's organisation, with its vetoes.
pub fn name_of<'a>(across: &'a LineDesk, cell: &CrossCell, language: Language) -> Span<'a> {
    let row = across.row(cell);
    row.map_or((Role::Text, "".into()), |row| {
        banner::marked_name(row, language)
    })
}

/// The field of a cell, with what is being typed where the cursor is on it.
pub fn typed<'a>(across: &'a LineDesk, at: usize, cell: &'a CrossCell) -> Typed<'a> {
    Typed {
        scheme: across.scheme(),
        slot: &cell.slot,
        draft: across.draft().filter(|_| at == across.at()),
        field: across.field(),
    }
}

/// The mark that the entry makes, what is being typed included.
fn mark_of(across: &LineDesk, at: usize, cell: &CrossCell) -> Span<'static> {
    let typed = typed(across, at, cell);
    if !typed.is_touched() {
        let told = cell.slot.mark.map_or_else(String::new, |mark| short(&mark));
        return (Role::Text, told.into());
    }
    let field = &typed.field;
    let mark = typed.entry().and_then(|entry| field.mark(&entry));
    let told = mark.map_or_else(String::new, |mark| short(&mark.round(field.decimals())));
    (Role::Draft, told.into())
}

/// What is entered: as it is being typed in the cell under the cursor.
pub fn entry_of(
    across: &LineDesk,
    at: usize,
    cell: &CrossCell,
    language: Language,
) -> Span<'static> {
    let typed = typed(across, at, cell);
    if typed.is_touched() {
        let text = typed.draft.and_then(|draft| draft.text());
        let told = match (text, typed.entry()) {
            (Some(text), _) => text.to_owned(),
            (None, Some(entry)) => told(across, &entry, language),
            (None, None) => String::new(),
        };
        return (Role::Draft, told.into());
    }
    let slot = &cell.slot;
    let (mut role, mut told) = match (&slot.entry, slot.zeroed) {
        (_, Some(veto)) => {
            let veto = &across.scheme().veto(veto).id;
            let told = match &slot.mark {
                Some(mark) => text::entry_zeroed(language, &short(mark)),
                None => scoring_screen::zeroed_untouched(language, veto),
            };
            (Role::Danger, told)
        }
        (Some(entry), None) => (Role::Text, told(across, entry, language)),
        (None, None) => (Role::Warning, scoring_screen::not_scored_yet(language)),
    };
    if cell.closed.is_some() && slot.entry.is_some() {
        role = Role::Quiet;
    }
    if slot.flagged {
        told.push_str(" ?");
    }
    if slot.saving && across.stuck() > 0 {
        told.push_str(" ..");
    }
    (role, told.into())
}

/// An entry in the words of its field: numbers of rows and options, not their ids.
fn told(across: &LineDesk, entry: &Entry, language: Language) -> String {
    let field = across.field();
    match entry {
        Entry::NotApplicable => scoring_screen::not_applicable(language),
        Entry::NoDeduction => text::entry_none(language),
        Entry::Option(at) => {
            let title = field.options().get(*at).map_or("", |option| &option.title);
            text::entry_option(language, at + 1, title)
        }
        Entry::Deductions(counts) => {
            let one = |(row, count): &(usize, u64)| {
                let all = field
                    .deductions()
                    .get(*row)
                    .is_some_and(|row| row.cost == DeductionCost::All);
                match all {
                    true => text::entry_all(language, row + 1),
                    false => text::entry_counts(language, row + 1, *count),
                }
            };
            let told: Vec<String> = counts.iter().map(one).collect();
            told.join(" ")
        }
        other => field.canonical(other),
    }
}

/// What stands in a column beside the entry.
pub fn fact_of(
    across: &LineDesk,
    at: usize,
    cell: &CrossCell,
    fact: Fact,
    language: Language,
) -> Span<'static> {
    let figure = |figure: Option<crate::number::Figure>| {
        let told = figure.map_or_else(String::new, |figure| short(&figure));
        (Role::Text, told.into())
    };
    match fact {
        Fact::Mark => mark_of(across, at, cell),
        Fact::Earlier => figure(across.earlier_mark(cell)),
        Fact::LastYear => figure(across.mark_of_last_year(cell)),
        Fact::Sheet => sheet(across, cell, language),
        Fact::Composite | Fact::Level if across.is_blind(cell) => {
            (Role::Quiet, organisations::hidden(language).into())
        }
        Fact::Composite => followed(
            across,
            at,
            cell,
            |_, it: &ListFigures| organisations::composite(it),
            language,
        ),
        Fact::Level => {
            let told =
                |language, it: &ListFigures| organisations::level(language, it, across.scheme());
            followed(across, at, cell, told, language)
        }
    }
}

/// What follows from the marks: on trial where something is typed or on its way, else as the list
/// has it.
fn followed(
    across: &LineDesk,
    at: usize,
    cell: &CrossCell,
    told: impl Fn(Language, &ListFigures) -> String,
    language: Language,
) -> Span<'static> {
    let trial = across.trial(at);
    let role = if trial.is_some() {
        Role::Draft
    } else {
        Role::Text
    };
    let stored = || across.row(cell).and_then(|row| row.figures.clone());
    let figures = trial.or_else(stored);
    let told = figures.map_or_else(String::new, |it| told(language, &it));
    (role, told.into())
}

/// How far the own sheet is, and what it adds up to.
fn sheet(across: &LineDesk, cell: &CrossCell, language: Language) -> Span<'static> {
    match cell.closed {
        Some(Closed::Recused) => {
            return (Role::Quiet, organisations::sheet_recused(language).into());
        }
        Some(Closed::NotDue) => {
            return (Role::Quiet, organisations::sheet_not_due(language).into());
        }
        _ => {}
    }
    let summary = across.sheet(cell);
    let total = summary.and_then(|sheet| sheet.total);
    let total = total.map_or_else(String::new, |total| short(&total));
    if cell.sheet == SheetState::Submitted {
        return (Role::Quiet, text::sheet_submitted(language, &total).into());
    }
    let there = summary.map_or(0, |sheet| sheet.there as usize);
    let asked = across.asked(cell);
    if cell.sheet == SheetState::Returned {
        let told = organisations::sheet_returned(language, &total);
        return (Role::Warning, told.into());
    }
    let told = if total.is_empty() {
        organisations::items_of(language, there, asked)
    } else {
        organisations::items_and_total(language, there, asked, &total)
    };
    (Role::Text, told.into())
}
