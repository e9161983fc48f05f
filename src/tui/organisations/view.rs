//! How the list of organisations looks.

use std::borrow::Cow;

use ratatui::layout::{Rect, Size};

use super::model::{Counted, Organisations};
use super::order::{Filter, Seen, Share};
use super::reviewing::ticked;
use crate::office::ListRow;
use crate::round::SheetState;
use crate::scheme::{Scheme, Track};
use crate::text::{Language, organisations as text, track_name, tui};
use crate::tui::list;
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Column, Span, Table};

const TRACK: u16 = 8;
const PARTY: u16 = 7;
/// The column of the party that this person rates for: counts and a total.
const OWN: u16 = 15;
/// The widest title of a party that a column makes room for.
const TITLE: u16 = 22;
/// What a name needs at least.
const NAME: u16 = 18;
const COMPOSITE: u16 = 13;
const LEVEL: u16 = 16;

/// Rows in sight in a terminal of a size.
pub fn page(size: Size) -> usize {
    list::page(size, 0)
}

/// What the header counts.
pub fn counts(list: &Organisations, language: Language) -> String {
    match list.counted {
        Some(Counted::Listed(shown, all)) => text::listed_of(language, shown, all),
        Some(Counted::Scored(done, asked)) => text::scored_of(language, done, asked),
        None => String::new(),
    }
}

fn names_tracks(scheme: &Scheme) -> bool {
    !scheme.tracks.iter().all(Track::is_unnamed)
}

/// The columns, and which parties have one: all where there is room, else this person's own.
fn columns(session: &Session, scheme: &Scheme, width: u16) -> (Vec<Column>, Vec<usize>) {
    let language = session.language;
    let own = session.seat.as_ref();
    let own = own.and_then(|seat| scheme.find_party(&seat.party));
    let is_own = |at: usize| own.is_some_and(|party| party.position() == at);
    // A scheme that names no tracks has nothing to say there.
    let track = match names_tracks(scheme) {
        true => TRACK,
        false => 0,
    };
    let fixed = track + COMPOSITE + LEVEL + 5;
    let room = width.saturating_sub(fixed);
    let all = 0..scheme.parties.len();
    let title = |at: usize| scheme.parties.get(at).map_or("", |party| &party.title);
    let narrow = |at: usize| if is_own(at) { OWN } else { PARTY };
    let widths = session.widths();
    let titled = |at: usize| {
        let columns = u16::try_from(widths.text(title(at))).unwrap_or(u16::MAX);
        narrow(at).max(columns.min(TITLE))
    };
    let fits = |width: &dyn Fn(usize) -> u16| {
        let needed: u16 = all.clone().map(|at| width(at) + 1).sum();
        needed + NAME <= room
    };
    let whole_titles = fits(&titled);
    let party_width = |at: usize| if whole_titles { titled(at) } else { narrow(at) };
    let parties: Vec<usize> = if fits(&narrow) {
        all.collect()
    } else {
        all.filter(|at| is_own(*at)).collect()
    };
    let used: u16 = parties.iter().map(|at| party_width(*at) + 1).sum();
    let column = |heading, width, right| Column {
        heading,
        width,
        right,
    };
    let mut columns = vec![column(
        text::column_name(language),
        room.saturating_sub(used),
        false,
    )];
    if track > 0 {
        columns.push(column(text::column_track(language), track, false));
    }
    for at in &parties {
        columns.push(column(title(*at).to_owned(), party_width(*at), true));
    }
    columns.push(column(text::column_composite(language), COMPOSITE, true));
    columns.push(column(text::column_level(language), LEVEL, false));
    (columns, parties)
}

pub fn draw(list: &Organisations, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let language = session.language;
    let inside = canvas.frame(area, &title(list, language));
    let (Some(count), Some(seen)) = (list.count(), list.seen(session)) else {
        let loading = tui::loading(language);
        canvas.instead(inside, &loading, Role::Quiet);
        return;
    };
    if count == 0 {
        let nothing = text::nothing_listed(language);
        canvas.put(
            inside.x + 2,
            inside.y + 1,
            inside.width,
            &nothing,
            Role::Text,
        );
        return;
    }
    let (columns, parties) = columns(session, &seen.round.scheme, inside.width);
    let table = Table {
        columns,
        window: list.window,
        count,
    };
    let drawn = Drawn {
        list,
        seen,
        language,
        parties,
    };
    table.draw(canvas, inside, |position| {
        list.at(position)
            .map_or_else(Vec::new, |(depth, row)| drawn.row(depth, row))
    });
}

fn title(list: &Organisations, language: Language) -> String {
    if list.filter == Filter::All {
        return text::pane(language);
    }
    let at = Filter::ALL.iter().position(|filter| *filter == list.filter);
    let name = at.and_then(|at| text::FILTERS.get(at));
    let name = name.map_or_else(String::new, |name| name(language));
    match (list.filter, list.share) {
        (Filter::Mine, Share::Due) => text::mine_of(language, &name),
        _ => text::filtered(language, &name),
    }
}

/// What every row is drawn with.
struct Drawn<'a> {
    list: &'a Organisations,
    seen: Seen<'a>,
    language: Language,
    parties: Vec<usize>,
}

impl Drawn<'_> {
    fn row<'row>(&self, depth: u16, row: &'row ListRow) -> Vec<Span<'row>> {
        let scheme = &self.seen.round.scheme;
        let indent = "  ".repeat(usize::from(depth));
        let name: Cow<'row, str> = if depth == 0 {
            row.name.as_str().into()
        } else {
            format!("{indent}{}", row.name).into()
        };
        let Some(track) = &row.track else {
            return vec![(Role::Title, name)];
        };
        let name = if self.seen.passes(self.list.filter, row) {
            name
        } else {
            tui::no_longer(self.language, &name).into()
        };
        let name: Cow<'row, str> = match ticked(&name, row.review, self.language) {
            Cow::Owned(ticked) => ticked.into(),
            Cow::Borrowed(_) => name,
        };
        let mut cells = vec![(Role::Text, name)];
        if names_tracks(scheme) {
            let track = track_name(scheme, self.language, track);
            cells.push((Role::Text, track.into()));
        }
        for party in &self.parties {
            cells.push(self.party(*party, row));
        }
        if row.hidden {
            cells.push((Role::Quiet, text::hidden(self.language).into()));
            return cells;
        }
        let composite = row.figures.as_ref().map(text::composite);
        cells.push((Role::Text, composite.unwrap_or_default().into()));
        cells.push(self.level(row));
        cells
    }

    /// A party's score; of the own party, how far the own sheet is until it is submitted.
    fn party(&self, at: usize, row: &ListRow) -> Span<'static> {
        let id = self
            .seen
            .round
            .scheme
            .parties
            .get(at)
            .map(|party| &party.id);
        let own = self.seen.seat.map(|seat| &seat.party) == id;
        let sheet = self.seen.sheet(row).filter(|_| own);
        if sheet.is_some_and(|sheet| sheet.recused) {
            return (Role::Quiet, text::sheet_recused(self.language).into());
        }
        if let Some(sheet) = sheet.filter(|sheet| sheet.state != SheetState::Submitted) {
            let total = sheet.total.map(|total| total.to_string());
            let total = total.unwrap_or_default();
            if sheet.state == SheetState::Returned {
                let told = text::sheet_returned(self.language, &total);
                return (Role::Warning, told.into());
            }
            if self.seen.is_complete(row) {
                let told = text::not_submitted(self.language, &total);
                return (Role::Warning, told.into());
            }
            let (there, asked) = (sheet.there as usize, self.seen.asked(row));
            let told = if total.is_empty() {
                text::items_of(self.language, there, asked)
            } else {
                text::items_and_total(self.language, there, asked, &total)
            };
            return (Role::Text, told.into());
        }
        if row.hidden {
            return (Role::Text, "".into());
        }
        let figures = row.figures.as_ref();
        let score = figures.and_then(|figures| figures.parties.get(at).copied().flatten());
        // Where the party waits for further sheets, what this one comes to.
        let score = score.or(sheet.and_then(|sheet| sheet.total));
        let score = score.map_or_else(String::new, |score| score.to_string());
        (Role::Text, score.into())
    }

    fn level(&self, row: &ListRow) -> Span<'static> {
        let scheme = &self.seen.round.scheme;
        let figures = row.figures.as_ref();
        let told = figures.map_or_else(String::new, |figures| {
            text::level(self.language, figures, scheme)
        });
        if row.decided.is_empty() {
            return (Role::Text, told.into());
        }
        let vetoed = text::vetoed(self.language);
        let told = match told.is_empty() {
            true => text::level_open(self.language),
            false => told,
        };
        (Role::Danger, format!("!{vetoed} {told}").into())
    }
}
