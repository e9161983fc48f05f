//! An item in full, for where its pane has to cut it: standard, check, and every row.

use super::beside::known_beside;
use super::field::{Pen, Typed};
use super::item;
use crate::desk::{Desk, Open};
use crate::scheme::{DeductionCost, Scheme};
use crate::text::{Language, scoring_screen as text};
use crate::tui::ask::Reading;
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Zones};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

type Paragraphs = Vec<(Role, String)>;

/// The item under the cursor with all that is said of it; none where there is none.
pub fn of_desk(desk: &Desk, language: Language) -> Option<Reading> {
    let (open, field) = (desk.open()?, desk.field()?);
    let slot = open.slot()?;
    let typed = Typed {
        scheme: desk.scheme(),
        slot,
        draft: open.draft.as_ref(),
        field,
    };
    let mut told = Vec::new();
    told.extend(text::sheet_reason(language, open).map(|why| (Role::Warning, why)));
    told.extend(of_item(&typed, language));
    told.extend(item::replaced(desk, language).map(|line| (Role::Quiet, line)));
    told.push((Role::Text, String::new()));
    let facts = known_beside(desk, language).into_iter();
    told.extend(facts.map(|(name, mark)| (Role::Text, format!("{name}  {mark}"))));
    Some(reading(&typed, told, language))
}

/// The same of a cell of a grid.
pub fn of_cell(typed: &Typed<'_>, language: Language) -> Reading {
    reading(typed, of_item(typed, language), language)
}

fn reading(typed: &Typed<'_>, told: Paragraphs, language: Language) -> Reading {
    let full = text::full_marks(language, typed.field.points());
    let title = format!("{}  {full}", name(typed.scheme, typed, language));
    Reading::new("whole", title, told)
}

fn name(scheme: &Scheme, typed: &Typed<'_>, language: Language) -> String {
    let item = typed.slot.item;
    item.map_or_else(
        || text::overall_mark(language),
        |item| text::item_name(scheme, item),
    )
}

/// What earns the marks, how it is checked, what can be picked, and the note.
fn of_item(typed: &Typed<'_>, language: Language) -> Paragraphs {
    let item = typed.slot.item.map(|item| typed.scheme.item(item));
    let mut told = Vec::new();
    let mut say = |heading: String, text: &String| {
        told.push((Role::Heading, heading));
        told.push((Role::Text, text.clone()));
        told.push((Role::Text, String::new()));
    };
    if let Some(standard) = item.and_then(|item| item.standard.as_ref()) {
        say(text::standard(language), standard);
    }
    if let Some(check) = item.and_then(|item| item.check.as_ref()) {
        say(text::check(language), check);
    }
    if item.is_some_and(|item| item.evidence) {
        told.push((Role::Quiet, text::evidence_wanted(language)));
    }
    told.extend(rows(typed, language));
    if let Some(note) = &typed.slot.note {
        told.push((Role::Text, text::note_line(language, note)));
    }
    told
}

fn rows(typed: &Typed<'_>, language: Language) -> Paragraphs {
    let mut told = Vec::new();
    let row = |position: usize, title: &str, figure: String| {
        let line = format!("{:>2} {title}  {figure}", position + 1);
        (Role::Text, line)
    };
    let options = typed.field.options();
    if !options.is_empty() {
        told.push((Role::Heading, text::field_options(language, options.len())));
    }
    for (position, option) in options.iter().enumerate() {
        told.push(row(position, &option.title, option.points.to_string()));
    }
    let deductions = typed.field.deductions();
    if !deductions.is_empty() {
        told.push((Role::Heading, text::field_deductions(language)));
    }
    for (position, deduction) in deductions.iter().enumerate() {
        let cost = match &deduction.cost {
            DeductionCost::All => text::all_lost(language),
            DeductionCost::Each { each, max: None } => format!("-{each}"),
            DeductionCost::Each {
                each,
                max: Some(max),
            } => text::each_at_most(language, *each, *max),
        };
        told.push(row(position, &deduction.title, cost));
    }
    told
}

/// Whether the pane of the item, in a place of this size, leaves something of it out.
pub fn is_cut(desk: &Desk, open: &Open, session: &Session, place: Rect) -> bool {
    let mut buffer = Buffer::empty(place);
    let mut canvas = Canvas {
        buffer: &mut buffer,
        theme: session.theme,
        glyphs: session.glyphs(),
        widths: session.widths(),
        zones: Zones::default(),
    };
    item::draw(desk, open, session.language, place, &mut canvas).cut
}

/// The same of a cell of a grid.
pub fn is_cell_cut(typed: &Typed<'_>, session: &Session, place: Rect) -> bool {
    let mut buffer = Buffer::empty(place);
    let mut canvas = Canvas {
        buffer: &mut buffer,
        theme: session.theme,
        glyphs: session.glyphs(),
        widths: session.widths(),
        zones: Zones::default(),
    };
    let mut pen = Pen::new(&mut canvas, place);
    super::field::cell_lines(&mut pen, typed, session.language);
    pen.cut
}
