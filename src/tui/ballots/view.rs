//! How counting looks: the ballot in hand, the counts with their strokes, and what they come to.

use ratatui::layout::{Constraint, Layout, Position, Rect};

use super::model::Ballots;
use super::poll::Row;
use crate::scheme::{Ballot, Scheme};
use crate::scoring::BallotSlot;
use crate::text::{Language, ballots as text, tui};
use crate::tui::banner;
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::widget::Canvas;

/// Rows of the pane with the result, its frame included.
const BELOW: u16 = 6;
const KEY: u16 = 2;
const OPTION: u16 = 16;
const COUNT: u16 = 8;
/// What the strokes have at least.
const STROKES: u16 = 22;

/// What a row of the table is called.
pub(super) fn row_name(language: Language, ballot: &Ballot, row: Row) -> String {
    match row {
        Row::Slot(BallotSlot::Option(position)) => ballot
            .options
            .get(usize::from(position))
            .map_or_else(String::new, |option| option.title.clone()),
        Row::Slot(BallotSlot::Abstain) => text::row_abstain(language),
        Row::Slot(BallotSlot::Spoilt) => text::row_spoilt(language),
        Row::Slot(BallotSlot::Issued) => text::row_issued(language),
        Row::Valid => text::row_valid(language),
        Row::Returned => text::row_returned(language),
        Row::ByHand => text::row_by_hand(language),
        Row::Score => text::row_score(language),
    }
}

/// Keys of the counting itself; the frame adds those of the commands.
pub(super) fn hints(ballots: &Ballots, session: &Session) -> Vec<(String, String)> {
    let language = session.language;
    let round = session.round.as_ref();
    let Some(ballot) = round.and_then(|round| ballots.ballot(&round.scheme)) else {
        return Vec::new();
    };
    if ballots.cell.is_some() {
        return vec![
            ("Enter".to_owned(), tui::confirm(language)),
            ("Esc".to_owned(), tui::command_back(language)),
        ];
    }
    let last = ballot.options.len().min(9);
    vec![
        (format!("1-{last}"), text::count_option(language)),
        ("0".to_owned(), text::row_abstain(language)),
        ("*".to_owned(), text::row_spoilt(language)),
    ]
}

pub(super) fn draw(
    ballots: &Ballots,
    session: &Session,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Option<Position> {
    let language = session.language;
    let scheme = &session.round.as_ref()?.scheme;
    let Some(ballot) = ballots.ballot(scheme) else {
        let inside = canvas.frame(area, "");
        let told = if ballots.file.is_some() {
            text::no_ballot(language)
        } else {
            tui::loading(language)
        };
        canvas.put(inside.x + 1, inside.y, inside.width, &told, Role::Quiet);
        return None;
    };
    let file = ballots.file.as_deref();
    let vetoes = file.and_then(|file| banner::of_file(scheme, language, file, ballots.hidden));
    let whole = area.height;
    let area = banner::draw(vetoes.as_ref(), area, canvas);
    // What the vetoes take goes off the results: the counts keep all their rows.
    let below = (BELOW + area.height).saturating_sub(whole).min(area.height);
    let [upper, lower] =
        Layout::vertical([Constraint::Min(0), Constraint::Length(below)]).areas(area);
    let title = text::pane(language, ballots.at + 1, ballots.places.len());
    let inside = canvas.pane(upper, &title);
    let result = canvas.pane(lower, &text::pane_result(language));
    if let Some((role, told)) = instead(ballots, language) {
        canvas.put(inside.x, inside.y, inside.width, &told, role);
        return None;
    }
    let drawn = Drawn {
        ballots,
        scheme,
        ballot,
        language,
    };
    drawn.paper(inside, canvas);
    let table = Rect {
        y: inside.y + 2,
        height: inside.height.saturating_sub(2),
        ..inside
    };
    let caret = drawn.table(table, canvas);
    drawn.result(result, canvas);
    caret
}

/// What is said in place of counts that are not there yet, or not to be seen.
fn instead(ballots: &Ballots, language: Language) -> Option<(Role, String)> {
    if ballots.file.is_none() {
        return Some((Role::Quiet, tui::loading(language)));
    }
    let hidden = || (Role::Warning, crate::text::ranking::hidden(language));
    ballots.hidden.then(hidden)
}

/// What everything is drawn with.
pub(super) struct Drawn<'a> {
    pub(super) ballots: &'a Ballots,
    pub(super) scheme: &'a Scheme,
    pub(super) ballot: &'a Ballot,
    pub(super) language: Language,
}

impl Drawn<'_> {
    /// The question that the next key answers, or whose total is typed.
    fn question(&self) -> usize {
        let typed = self.ballots.cell.map(|(_, question)| question);
        typed.unwrap_or(self.ballots.draft.len())
    }

    fn answers(&self, of: &[BallotSlot]) -> String {
        let names = of
            .iter()
            .map(|slot| row_name(self.language, self.ballot, Row::Slot(*slot)));
        let names: Vec<String> = names.collect();
        names.join(&text::separator(self.language))
    }

    /// The ballot in hand, and what was answered on it or on the last one.
    fn paper(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let language = self.language;
        let at = self.question();
        let questions = &self.ballot.questions;
        if area.height < 2 {
            return;
        }
        let told = if self.ballots.cell.is_some() {
            text::in_table(language)
        } else {
            let number = self.ballots.number(self.scheme);
            questions
                .get(at)
                .map_or_else(String::new, |question| match questions.len() {
                    1 => text::paper_single(language, number, &question.id, &question.title),
                    all => {
                        let title = &question.title;
                        text::paper(language, number, at + 1, all, &question.id, title)
                    }
                })
        };
        canvas.name(area.x, area.y, area.width, &told, Role::Title);
        let (role, told) = if !self.ballots.draft.is_empty() {
            let answers = self.answers(&self.ballots.draft);
            (Role::Draft, text::in_hand(language, &answers))
        } else if let Some((_, answers)) = self.ballots.stored.last() {
            let answers = self.answers(answers);
            (Role::Text, text::last_one(language, &answers))
        } else {
            return;
        };
        canvas.name(area.x, area.y + 1, area.width, &told, role);
    }

    /// The questions that have a column: those around the one in hand.
    fn shown(&self, width: u16) -> std::ops::Range<usize> {
        let room = width.saturating_sub(KEY + OPTION + 3 + STROKES);
        let fit = usize::from(room / COUNT).max(1);
        let all = self.ballot.questions.len();
        let start = self.question().saturating_sub(fit / 2);
        let start = start.min(all.saturating_sub(fit));
        start..all.min(start + fit)
    }

    fn table(&self, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        let rows = Row::all(self.ballot);
        if area.height == 0 {
            return None;
        }
        let shown = self.shown(area.width);
        let counts = area.x + KEY + OPTION + 3;
        let strokes = counts + COUNT * u16::try_from(shown.len()).unwrap_or(0) + 2;
        let question = self.question();
        let heading = text::column_option(self.language);
        canvas.put(area.x + KEY, area.y, OPTION, &heading, Role::Heading);
        for (column, at) in shown.clone().enumerate() {
            let x = counts + COUNT * u16::try_from(column).unwrap_or(0);
            let id = self.ballot.questions.get(at).map_or("", |one| &one.id);
            let role = if at == question {
                Role::Key
            } else {
                Role::Heading
            };
            canvas.put_right(x, area.y, COUNT, id, role);
        }
        if let Some(one) = self.ballot.questions.get(question) {
            let heading = text::column_strokes(self.language, &one.id);
            let room = area.right().saturating_sub(strokes);
            canvas.put(strokes, area.y, room, &heading, Role::Heading);
        }
        let height = usize::from(area.height.saturating_sub(1));
        // The row that is typed into stays in sight.
        let at = self.ballots.cell.map_or(0, |(row, _)| row);
        let offset = (at + 1).saturating_sub(height);
        let mut caret = None;
        let in_sight = rows.iter().enumerate().skip(offset);
        for ((position, row), y) in in_sight.zip(area.y + 1..area.bottom()) {
            let line = Rect {
                y,
                height: 1,
                ..area
            };
            let at = self.row(position, *row, line, &shown, canvas);
            caret = caret.or(at);
            if let Row::Slot(slot) = row
                && *slot != BallotSlot::Issued
            {
                let count = self.ballots.count(self.scheme, question, *slot);
                let room = area.right().saturating_sub(strokes);
                let drawn = text::strokes(count.unwrap_or(0), usize::from(room));
                canvas.put(strokes, y, room, &drawn, Role::Text);
            }
        }
        caret
    }

    /// One row: its key, its name, its counts.
    fn row(
        &self,
        position: usize,
        row: Row,
        area: Rect,
        shown: &std::ops::Range<usize>,
        canvas: &mut Canvas<'_>,
    ) -> Option<Position> {
        let key = match row {
            Row::Slot(BallotSlot::Option(at)) if at < 9 => (at + 1).to_string(),
            Row::Slot(BallotSlot::Abstain) => "0".to_owned(),
            Row::Slot(BallotSlot::Spoilt) => "*".to_owned(),
            _ => String::new(),
        };
        canvas.put(area.x, area.y, KEY, &key, Role::Key);
        let name = row_name(self.language, self.ballot, row);
        canvas.name(area.x + KEY, area.y, OPTION + 2, &name, Role::Text);
        let mut caret = None;
        for (column, question) in shown.clone().enumerate() {
            let column = u16::try_from(column).unwrap_or(0);
            let x = area.x + KEY + OPTION + 3 + COUNT * column;
            if self.ballots.cell == Some((position, question)) {
                caret = Some(self.typed_cell(row, question, x, area.y, canvas));
                continue;
            }
            let told = self.figure(row, question);
            canvas.put_right(x, area.y, COUNT, &told, Role::Text);
        }
        caret
    }

    fn figure(&self, row: Row, question: usize) -> String {
        if row == Row::Score {
            let score = self.ballots.result.scores.get(question).copied().flatten();
            return score.map_or_else(String::new, |score| score.to_string());
        }
        let number = self.ballots.number_in(self.scheme, row, question);
        number.map_or_else(String::new, |number| number.to_string())
    }

    /// The cell that a number is typed into.
    fn typed_cell(
        &self,
        row: Row,
        question: usize,
        x: u16,
        y: u16,
        canvas: &mut Canvas<'_>,
    ) -> Position {
        let typed = &self.ballots.typed;
        let told = if typed.is_empty() {
            self.figure(row, question)
        } else {
            typed.clone()
        };
        let place = Rect::new(x + 1, y, COUNT - 1, 1);
        let role = if typed.is_empty() {
            Role::Text
        } else {
            Role::Draft
        };
        canvas.put_right(place.x, y, place.width, &told, role);
        canvas.mark(place, Role::Selected);
        Position::new(place.right().saturating_sub(1), y)
    }
}
