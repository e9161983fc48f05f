//! How bonuses and penalties look: the list, and what the one under the hand does.

use super::effect::{Composites, Effect};
use super::model::{Adjustments, Entry};
use crate::number::Figure;
use crate::scheme::AdjustmentKind;
use crate::text::{Language, adjustments as text, scheme as sentences, scoring, span, tui};
use crate::tui::list::{List, Listing, Said, Seen};
use crate::tui::theme::Role;
use crate::tui::widget::{Column, Span};

const NAME: u16 = 16;
const COUNT: u16 = 4;
const DOCUMENT: u16 = 20;
const BRINGS: u16 = 6;
const NOTE: u16 = 24;
/// From this width on a note has room.
const WIDE: u16 = 100;

impl Listing for Adjustments {
    type Row = Entry;

    const BELOW: u16 = 8;

    fn list(&self) -> &List<Entry> {
        &self.list
    }

    fn list_mut(&mut self) -> &mut List<Entry> {
        &mut self.list
    }

    fn is_read(&self) -> bool {
        self.records.are_read()
    }

    fn title(&self, seen: &Seen<'_>) -> String {
        if self.only_pending {
            text::pane_pending(seen.language)
        } else {
            text::pane(seen.language)
        }
    }

    fn nothing(&self, language: Language) -> String {
        if self.only_pending {
            text::none_pending(language)
        } else {
            text::none(language)
        }
    }

    fn columns(&self, seen: &Seen<'_>) -> Vec<Column> {
        let (language, width) = (seen.language, seen.width);
        let name = if self.organisation.is_some() { 0 } else { NAME };
        let note = if width >= WIDE { NOTE } else { 0 };
        let fixed = name + COUNT + DOCUMENT + BRINGS + note + 8;
        let mut columns = Vec::new();
        if name > 0 {
            columns.push(Column::left(text::column_organisation(language), name));
        }
        let rest = width.saturating_sub(fixed);
        columns.push(Column::left(text::column_adjustment(language), rest));
        columns.push(Column::right(text::column_count(language), COUNT));
        columns.push(Column::left(text::column_document(language), DOCUMENT));
        columns.push(Column::right(text::column_brings(language), BRINGS));
        if note > 0 {
            columns.push(Column::left(text::column_note(language), note));
        }
        columns
    }

    fn cells<'a>(&'a self, entry: &'a Entry, seen: &Seen<'a>) -> Vec<Span<'a>> {
        let language = seen.language;
        let adjustment = seen.round.scheme.adjustment(entry.adjustment);
        let sign = match adjustment.kind {
            AdjustmentKind::Bonus => "+",
            AdjustmentKind::Penalty => "-",
        };
        let mut cells: Vec<Span<'a>> = Vec::new();
        let mut title = format!("{sign} {} {}", adjustment.id, adjustment.title);
        if !self.passes(entry) {
            title = tui::no_longer_first(language, &title);
        }
        if self.organisation.is_none() {
            cells.push((Role::Text, self.names().of(&entry.organisation).into()));
        }
        cells.push((Role::Text, title.into()));
        cells.push((Role::Text, entry.count.to_string().into()));
        match &entry.document {
            Some(document) => {
                cells.push((Role::Text, document.as_str().into()));
                cells.push((Role::Text, signed(entry.brings).into()));
            }
            None => {
                cells.push((Role::Warning, text::pending(language).into()));
                cells.push((Role::Quiet, text::not_counted(language).into()));
            }
        }
        if seen.width >= WIDE {
            cells.push((Role::Text, entry.note.as_deref().unwrap_or("").into()));
        }
        cells
    }

    /// What there is to say about the entry under the hand.
    fn pane(&self, seen: &Seen<'_>) -> Said {
        let Some(entry) = self.selected() else {
            return Said::default();
        };
        let (language, scheme) = (seen.language, &seen.round.scheme);
        let rule = sentences::adjustment(scheme.adjustment(entry.adjustment), language);
        let mut lines = vec![(Role::Text, rule)];
        let effect = self.effect.as_ref().filter(|(key, _)| *key == entry.key);
        if self.names().is_hidden(&entry.organisation) {
            lines.push((Role::Quiet, text::hidden(language)));
        } else if let Some((_, effect)) = effect {
            let steps = effect.steps.iter();
            lines.extend(steps.map(|step| (Role::Text, scoring::step(scheme, language, step))));
            lines.push((Role::Title, composites(language, entry, effect)));
        } else {
            lines.push((Role::Quiet, tui::loading(language)));
        }
        if let Some(note) = &entry.note {
            lines.push((Role::Text, text::note(language, note)));
        }
        (self.names().of(&entry.organisation).to_owned(), lines)
    }
}

/// A figure with its sign, a plus too.
fn signed(figure: Figure) -> String {
    let told = figure.to_string();
    if told.starts_with('-') {
        told
    } else {
        format!("+{told}")
    }
}

fn composites(language: Language, entry: &Entry, effect: &Effect) -> String {
    let Some(Composites { without, with }) = effect.composites else {
        return text::by_the_highest(language);
    };
    let bounds = |(low, high): (Figure, Figure)| {
        if low == high {
            low.to_string()
        } else {
            span(&low.to_string(), &high.to_string())
        }
    };
    let (without, with) = (bounds(without), bounds(with));
    if entry.document.is_none() {
        text::composite_once_documented(language, &without, &with)
    } else {
        text::composite_change(language, &without, &with)
    }
}
