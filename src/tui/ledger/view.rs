//! How the ledger looks: the events, and below them what the one under the hand waits for.

use super::chair::Stage;
use super::declare::rule;
use super::model::{Ledger, Row};
use crate::scheme::{EventPoints, ItemRule, Scheme};
use crate::text::{Language, ledger as text};
use crate::tui::list::{List, Listing, Said, Seen};
use crate::tui::session::OpenRound;
use crate::tui::theme::Role;
use crate::tui::widget::{Column, Span};

const DATE: u16 = 5;
const WIDE_DATE: u16 = 10;
const NAME: u16 = 18;
const WIDE_NAME: u16 = 24;
const MEMBER: u16 = 12;
const POINTS: u16 = 6;
const STATE: u16 = 14;
const DOCUMENT: u16 = 18;
const WIDE: u16 = 100;

impl Listing for Ledger {
    type Row = Row;

    const BELOW: u16 = 7;

    fn list(&self) -> &List<Row> {
        &self.list
    }

    fn list_mut(&mut self) -> &mut List<Row> {
        &mut self.list
    }

    fn is_read(&self) -> bool {
        self.all.is_some() && self.names.are_read()
    }

    fn title(&self, seen: &Seen<'_>) -> String {
        pane_title(self, seen.round, seen.language)
    }

    fn nothing(&self, language: Language) -> String {
        text::nothing_listed(language)
    }

    fn columns(&self, seen: &Seen<'_>) -> Vec<Column> {
        columns(seen.language, seen.width)
    }

    fn cells<'a>(&'a self, row: &'a Row, seen: &Seen<'a>) -> Vec<Span<'a>> {
        cells(self, row, seen)
    }

    fn pane(&self, seen: &Seen<'_>) -> Said {
        let row = self.selected();
        row.map_or_else(Said::default, |row| said(self, row, seen))
    }
}

fn pane_title(ledger: &Ledger, round: &OpenRound, language: Language) -> String {
    let review = round.scheme.reviewers();
    let filter = match ledger.filter.stage {
        Some(stage) => text::pane_filtered(language, &stage.word(language, review)),
        None => text::pane(language),
    };
    let all = ledger.all.as_ref().map_or(0, Vec::len);
    let shown = ledger.list.rows().len();
    if shown == all {
        return filter;
    }
    format!("{filter} · {}", text::listed(language, shown, all))
}

fn columns(language: Language, width: u16) -> Vec<Column> {
    let wide = width >= WIDE;
    let name = if wide { WIDE_NAME } else { NAME };
    let document = if wide { DOCUMENT + 1 } else { 0 };
    let date = if wide { WIDE_DATE } else { DATE };
    let fixed = date + name + MEMBER + POINTS + STATE + document + 7;
    let mut columns = vec![
        Column::left(text::column_organisation(language), name),
        Column::left(text::column_member(language), MEMBER),
        Column::left(text::column_item(language), width.saturating_sub(fixed)),
        Column::left(text::column_date(language), date),
        Column::right(text::column_points(language), POINTS),
        Column::left(text::column_state(language), STATE),
    ];
    if wide {
        columns.push(Column::left(text::column_document(language), DOCUMENT));
    }
    columns
}

fn cells<'a>(ledger: &'a Ledger, row: &'a Row, seen: &Seen<'a>) -> Vec<Span<'a>> {
    let (round, width) = (seen.round, seen.width);
    let record = &row.record;
    let item = round.scheme.find_item(&record.item);
    let title = item.map_or("", |item| round.scheme.item(item).title.as_str());
    let text_of = |field: &'a Option<String>| field.as_deref().unwrap_or("").into();
    let (role, state) = state(ledger, round, seen.language, row);
    let date = record.date.as_deref().unwrap_or("");
    // The year is the round's.
    let short = date.split_once('-').map_or(date, |(_, day)| day);
    let date = if width >= WIDE { date } else { short };
    let mut cells: Vec<Span<'a>> = vec![
        (Role::Text, ledger.names.of(&record.organisation).into()),
        (Role::Text, text_of(&record.member)),
        (Role::Text, format!("{} {title}", record.item).into()),
        (Role::Text, date.into()),
        (Role::Text, row.points.as_str().into()),
        (role, state.into()),
    ];
    if width >= WIDE {
        cells.push((Role::Text, text_of(&record.document)));
    }
    cells
}

/// A symbol, a word, and a mark where the event no longer is what the filter asks for.
fn state(ledger: &Ledger, round: &OpenRound, language: Language, row: &Row) -> (Role, String) {
    let (role, symbol) = match row.stage {
        Stage::SentBack => (Role::Danger, "!"),
        Stage::Declared => (Role::Warning, "?"),
        Stage::Waiting(_) => (Role::Warning, ">"),
        Stage::Counted => (Role::Good, "+"),
    };
    let word = row.stage.word(language, round.scheme.reviewers());
    let told = format!("{symbol} {word}");
    if ledger.filter.passes(row) {
        (role, told)
    } else {
        (role, text::no_longer(language, &told))
    }
}

/// The event whole, and what it waits for.
fn said(ledger: &Ledger, row: &Row, seen: &Seen<'_>) -> Said {
    let language = seen.language;
    let record = &row.record;
    let scheme = &seen.round.scheme;
    let who = ledger.names.of(&record.organisation);
    let mut title = format!("{} · {who}", row.id);
    if let Some((member, kind)) = record.member.as_ref().zip(record.kind) {
        title = format!("{title} · {} {member}", text::member_kind(language, kind));
    }
    let mut lines = Vec::new();
    if let Some(item) = scheme.find_item(&record.item).map(|item| scheme.item(item)) {
        let category = &scheme.category(item.category).title;
        let named = text::detail_item(language, &item.id, &item.title, category);
        lines.push((Role::Text, format!("{named}  {}", rule(language, item))));
    }
    let document = match &record.document {
        Some(document) => text::detail_document(language, document),
        None => text::detail_no_document(language),
    };
    let points = points(scheme, language, row);
    lines.push((Role::Text, format!("{points}  {document}")));
    lines.push((Role::Title, lacks(scheme, language, row)));
    if let Some(reason) = &record.reason {
        lines.push((Role::Danger, text::sent_back_for(language, reason)));
    }
    (title, lines)
}

fn points(scheme: &Scheme, language: Language, row: &Row) -> String {
    let record = &row.record;
    let undated = text::undated(language);
    let date = record.date.as_deref().unwrap_or(&undated);
    let item = scheme.find_item(&record.item);
    match item.map(|item| &scheme.item(item).rule) {
        Some(ItemRule::Ledger {
            points: EventPoints::Each(each),
            ..
        }) => text::detail_each(language, date, &each.to_string(), record.count, &row.points),
        _ => text::detail_points(language, date, &row.points),
    }
}

/// What an event still needs before it counts, in words.
fn lacks(scheme: &Scheme, language: Language, row: &Row) -> String {
    let review = scheme.reviewers();
    let comma = text::list_comma(language);
    let from = |signed: usize| review.get(signed..).unwrap_or_default().join(&comma);
    let until = |signed: usize| review.get(..signed).unwrap_or_default().join(&comma);
    match row.stage {
        Stage::SentBack => text::lacks_anew(language),
        Stage::Declared => {
            let first = std::iter::once(text::confirmation(language));
            let rest: Vec<String> = first.chain(review.iter().cloned()).collect();
            text::lacks_declared(language, &rest.join(&comma))
        }
        Stage::Waiting(0) => text::lacks_confirmed(language, &from(0)),
        Stage::Waiting(signed) => text::lacks_signed(language, &until(signed), &from(signed)),
        Stage::Counted if review.is_empty() => text::lacks_nothing_alone(language),
        Stage::Counted => text::lacks_nothing(language, &until(review.len())),
    }
}
