//! How the journal looks.

use ratatui::layout::{Rect, Size};

use super::Journal;
use crate::config::local;
use crate::office::JournalLine;
use crate::text::{Language, day, event_step, journal as text, operation_kind, person, tui};
use crate::tui::list;
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Column, Span, Table};

const TIME: u16 = 19;
/// Month, day, hour and minute.
const SHORT_TIME: u16 = 11;
const SEQ: u16 = 6;
const ACTOR: u16 = 12;
const KIND: u16 = 8;
/// A step of the ledger, with the title of who signed.
const STEP: u16 = 12;
/// So many digits of the code tell operations apart on a screen; the whole is in the detail.
const CODE: u16 = 8;
/// From this width on, everything is shown.
const WIDE: u16 = 100;

/// Rows in sight in a terminal of a size.
pub fn page(size: Size) -> usize {
    list::page(size, 0)
}

pub fn draw(journal: &Journal, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let language = session.language;
    let inside = canvas.frame(area, &title(journal, language));
    let room = inside.width.saturating_sub(2);
    let lines = match &journal.lines {
        None => {
            let loading = tui::loading(language);
            canvas.put(inside.x + 2, inside.y, room, &loading, Role::Quiet);
            return;
        }
        Some(lines) if lines.is_empty() => {
            let none = text::none(language);
            canvas.put(inside.x + 2, inside.y, room, &none, Role::Text);
            return;
        }
        Some(lines) => lines,
    };
    let kind = if reviewers(session).is_empty() {
        KIND
    } else {
        STEP
    };
    let table = Table {
        columns: columns(language, inside.width, kind),
        window: journal.window,
        count: lines.len(),
    };
    table.draw(canvas, inside, |position| {
        let line = lines.get(position);
        line.map_or_else(Vec::new, |line| row(journal, line, session, inside.width))
    });
}

fn title(journal: &Journal, language: Language) -> String {
    let mut title = text::pane(language);
    if let Some(actor) = &journal.filter.actor {
        title = format!("{title} · {}", text::by(language, actor));
    }
    if let Some(since) = journal.filter.since {
        let since = local(since);
        let day = day(language, since.get(..10).unwrap_or(&since));
        title = format!("{title} · {}", text::since(language, &day));
    }
    title
}

fn columns(language: Language, width: u16, kind: u16) -> Vec<Column> {
    let column = |heading, width, right| Column {
        heading,
        width,
        right,
    };
    let wide = width >= WIDE;
    let (time, code) = if wide {
        (TIME, CODE + 1)
    } else {
        (SHORT_TIME, 0)
    };
    let fixed = time + SEQ + ACTOR + kind + code + 6;
    let change = width.saturating_sub(fixed);
    let mut columns = vec![
        column(text::column_time(language), time, false),
        column(text::column_seq(language), SEQ, true),
        column(text::column_actor(language), ACTOR, false),
        column(text::column_kind(language), kind, false),
        column(text::column_change(language), change, false),
    ];
    if wide {
        columns.push(column(text::column_code(language), CODE, false));
    }
    columns
}

/// The titles of who signs events of the ledger, in order; none where there is no ledger.
pub fn reviewers(session: &Session) -> &[String] {
    let round = session.round.as_ref();
    round.map_or(&[], |round| round.scheme.reviewers())
}

fn row<'a>(
    journal: &Journal,
    line: &'a JournalLine,
    session: &Session,
    width: u16,
) -> Vec<Span<'a>> {
    let language = session.language;
    let first = line.changes.first();
    let mut told = first.map_or_else(String::new, |change| {
        text::change(language, &journal.named(change, session))
    });
    if line.count > 1 {
        told = format!("{} {told}", text::cells(language, line.count));
    }
    if let Some(seq) = line.undoes {
        told = format!("{} {told}", text::undoes(language, seq));
    }
    if let Some(reason) = &line.reason {
        told = format!("{told} {}", text::reason(language, reason));
    }
    let step = event_step::short(language, reviewers(session), line);
    let kind = step.unwrap_or_else(|| operation_kind(language, &line.kind).to_owned());
    let code = line.hash.get(..usize::from(CODE)).unwrap_or(&line.hash);
    let mut time = local(line.at);
    if width < WIDE {
        time = time.get(5..16).map(str::to_owned).unwrap_or(time);
    }
    vec![
        (Role::Text, time.into()),
        (Role::Text, line.seq.to_string().into()),
        (Role::Text, person(language, &line.actor).into()),
        (Role::Text, kind.into()),
        (Role::Text, told.into()),
        (Role::Quiet, code.into()),
    ]
}
