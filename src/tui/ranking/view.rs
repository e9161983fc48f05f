//! How the ranking looks: the rows in sight with the levels' lines between them, and below what
//! there is to say about the organisation under the hand.

use ratatui::layout::{Rect, Size};

use super::cohort::{Line, Row};
use super::model::Ranking;
use crate::office::ResultRow;
use crate::scheme::{GradingRule, LevelIndex, Scheme};
use crate::scoring::{Standing, VetoState};
use crate::text::{Language, ranking as text, scoring, span, track_name, tui};
use crate::tui::list;
use crate::tui::screen::Context;
use crate::tui::session::{OpenRound, Session};
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Column, Span, Table, shorten};

/// Rows of the pane below the list, its frame included.
const BELOW: u16 = 6;
const RANK: u16 = 5;
const COMPOSITE: u16 = 13;
const STARS: u16 = 14;
const LEVEL: u16 = 8;
const REMARK: u16 = 18;
const WIDE_REMARK: u16 = 40;
/// From this width on a remark has room for its source.
const WIDE: u16 = 100;
/// How far a level's line comes in from the left.
const INDENT: u16 = 2;

/// Rows in sight in a terminal of a size.
pub fn page(size: Size) -> usize {
    list::page(size, BELOW)
}

/// Opens what is said of the organisation under the hand to be read in full.
pub fn read_detail(ranking: &Ranking, context: &mut Context<'_>) {
    let Some(round) = &context.session.round else {
        return;
    };
    let drawn = Drawn {
        ranking,
        round,
        language: context.session.language,
    };
    if let Some(said) = drawn.said() {
        context.push(list::reading(said));
    }
}

pub fn draw(ranking: &Ranking, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let language = session.language;
    let Some(round) = &session.round else {
        return;
    };
    let (above, below) = list::parts(area, BELOW);
    let inside = canvas.frame(above, &title(ranking, &round.scheme, language));
    let drawn = Drawn {
        ranking,
        round,
        language,
    };
    if ranking.results.is_none() || !ranking.names.are_read() {
        let loading = tui::loading(language);
        canvas.instead(inside, &loading, Role::Quiet);
        canvas.frame(below, "");
        return;
    }
    if ranking.cohorts.is_empty() {
        let nothing = text::nothing_ranked(language);
        canvas.instead(inside, &nothing, Role::Text);
        canvas.frame(below, "");
        return;
    }
    drawn.list(inside, canvas);
    drawn.detail(below, canvas);
}

fn title(ranking: &Ranking, scheme: &Scheme, language: Language) -> String {
    let Some(cohort) = ranking.cohort() else {
        return String::new();
    };
    let name = match &cohort.code {
        Some(code) => ranking.names.of(code).to_owned(),
        None => text::whole_round(language),
    };
    let track = track_name(scheme, language, &cohort.track);
    let count = ranking.cohorts.len();
    let told = text::cohort(language, &name, &track, ranking.at + 1, count);
    match ranking.trial.is_on() {
        true => text::trial_pane(language, &told),
        false => told,
    }
}

/// What everything is drawn with.
pub(super) struct Drawn<'a> {
    pub(super) ranking: &'a Ranking,
    pub(super) round: &'a OpenRound,
    pub(super) language: Language,
}

impl Drawn<'_> {
    pub(super) fn level(&self, level: LevelIndex) -> &str {
        let level = self.round.scheme.levels.get(level.position());
        level.map_or("", |level| level.title.as_str())
    }

    fn counts_stars(&self) -> bool {
        matches!(self.round.scheme.grading.rule, GradingRule::Stars)
    }

    fn columns(&self, width: u16) -> Vec<Column> {
        let language = self.language;
        let (composite, heading) = if self.counts_stars() {
            (STARS, text::column_stars(language))
        } else {
            (COMPOSITE, text::column_composite(language))
        };
        let remark = if width >= WIDE { WIDE_REMARK } else { REMARK };
        // Four gaps, and the pointer's two columns.
        let fixed = RANK + composite + LEVEL + remark + 6;
        vec![
            Column::right(text::column_rank(language), RANK),
            Column::left(text::column_name(language), width.saturating_sub(fixed)),
            Column::right(heading, composite),
            Column::left(text::column_level(language), LEVEL),
            Column::left(text::column_remark(language), remark),
        ]
    }

    fn list(&self, inside: Rect, canvas: &mut Canvas<'_>) {
        let rows = self.ranking.rows();
        let columns = self.columns(inside.width);
        let name = columns.get(1).map_or(0, |column| usize::from(column.width));
        let (widths, cut) = (canvas.widths, canvas.glyphs.cut);
        let wide = inside.width >= WIDE;
        let table = Table {
            columns,
            window: self.ranking.window,
            count: rows.len(),
        };
        table.draw(canvas, inside, |position| match rows.get(position) {
            Some(Row::Organisation(at)) => self.ranking.result(*at).map_or_else(Vec::new, |row| {
                let name = shorten(&row.name, name, &widths, cut);
                self.row(row, name, wide)
            }),
            _ => Vec::new(),
        });
        let shown = rows.iter().skip(self.ranking.window.offset);
        for (row, y) in shown.zip(inside.y + 1..inside.bottom()) {
            let (role, told) = match row {
                Row::Organisation(_) => continue,
                Row::Line(line) => {
                    let role = if line.tied {
                        Role::Warning
                    } else {
                        Role::Heading
                    };
                    (role, self.line(*line))
                }
                Row::Incomplete(count) => {
                    (Role::Heading, text::group_incomplete(self.language, *count))
                }
                Row::Unrated(count) => (Role::Heading, text::group_unrated(self.language, *count)),
                Row::Hidden(count) => (Role::Warning, text::group_hidden(self.language, *count)),
            };
            across(Rect { y, ..inside }, &told, role, canvas);
        }
    }

    /// What a level's line says: its places, how many are used, and whether a tie is open.
    fn line(&self, line: Line) -> String {
        let language = self.language;
        let title = self.level(line.level);
        let level = self.round.scheme.levels.get(line.level.position());
        let min = level.and_then(|level| level.min);
        let minimum = min.map(|min| text::line_minimum(language, &min.to_string()));
        let mut pieces: Vec<String> = Vec::new();
        match line.places {
            Some(places) => {
                pieces.push(text::line_places(language, title, places));
                pieces.extend(minimum);
                pieces.push(text::line_taken(language, line.taken));
                let vacant = places.saturating_sub(line.taken);
                if vacant > 0 {
                    pieces.push(text::line_vacant(language, vacant));
                }
            }
            None => {
                pieces.push(text::line_unlimited(language, title));
                pieces.extend(minimum);
                pieces.push(text::line_count(language, line.taken));
            }
        }
        if line.tied {
            pieces.push(text::line_tied(language));
        }
        pieces.join("  ")
    }

    fn row(&self, row: &ResultRow, name: String, wide: bool) -> Vec<Span<'static>> {
        let language = self.language;
        if self.ranking.names.is_hidden(&row.organisation) {
            let hidden = text::remark_hidden(language);
            let nothing = || (Role::Text, "".into());
            return vec![
                nothing(),
                (Role::Text, name.into()),
                nothing(),
                nothing(),
                (Role::Quiet, hidden.into()),
            ];
        }
        let kept_back = self
            .ranking
            .cohort()
            .is_some_and(super::cohort::Cohort::is_hidden);
        let rank = row.standing.rank.filter(|_| !kept_back);
        let rank = rank.map_or_else(String::new, |rank| rank.to_string());
        let level = row.standing.level.filter(|_| !kept_back);
        let level = level.map_or_else(String::new, |level| self.level(level).to_owned());
        let (role, remark) = if kept_back {
            (Role::Text, String::new())
        } else {
            self.remark(row, wide)
        };
        vec![
            (Role::Text, rank.into()),
            (Role::Text, name.into()),
            (Role::Text, self.composite(row).into()),
            (Role::Text, level.into()),
            (role, remark.into()),
        ]
    }

    fn composite(&self, row: &ResultRow) -> String {
        let figures = &row.figures;
        let told = match (figures.composite, figures.low, figures.high) {
            (Some(composite), ..) => composite.to_string(),
            (None, Some(low), Some(high)) => span(&low.to_string(), &high.to_string()),
            _ => String::new(),
        };
        if self.counts_stars() && figures.composite.is_some() {
            text::stars_and_composite(self.language, figures.stars.len(), &told)
        } else {
            told
        }
    }

    /// The one thing that matters most about a row.
    fn remark(&self, row: &ResultRow, wide: bool) -> (Role, String) {
        let language = self.language;
        let (figures, standing) = (&row.figures, &row.standing);
        let decided = self.ranking.ties.get(&row.organisation);
        if let Some(before) = self.ranking.trial.before(row) {
            return (Role::Warning, self.moved(before));
        }
        if standing.tie {
            return (Role::Warning, text::remark_tie(language));
        }
        if standing.rank.is_none() && !figures.unrated {
            return (Role::Quiet, text::remark_open(language));
        }
        if figures.demote > 0 && standing.filled != standing.level {
            return (Role::Danger, text::remark_demoted(language, figures.demote));
        }
        // A ceiling holds back where it is the very level that was reached.
        if let Some(ceiling) = figures.ceiling
            && standing.filled == Some(ceiling)
        {
            let mut told = text::remark_ceiling(language, self.level(ceiling));
            let source = figures.ceilings.iter().find(|(_, level)| *level == ceiling);
            if let Some((source, _)) = source.filter(|_| wide) {
                let source =
                    scoring::ceiling_source(&self.round.scheme, language, *source, ceiling);
                told = format!("{told} {source}");
            }
            return (Role::Danger, told);
        }
        let proposed = |veto: &crate::scoring::VetoStanding| veto.state == VetoState::Proposed;
        if figures.vetoes.iter().any(proposed) {
            return (Role::Warning, text::remark_proposed(language));
        }
        if let Some(decided) = decided {
            let told = text::remark_decided(language, decided.record.order);
            return (Role::Good, told);
        }
        (Role::Text, String::new())
    }

    /// Where it stands without what is tried out.
    fn moved(&self, before: &Standing) -> String {
        let rank = before
            .rank
            .map_or_else(|| "-".to_owned(), |rank| rank.to_string());
        let level = before.level.map_or_else(
            || text::no_level(self.language),
            |level| self.level(level).to_owned(),
        );
        text::remark_moved(self.language, &rank, &level)
    }
}

/// A line across the list with words in it.
fn across(area: Rect, told: &str, role: Role, canvas: &mut Canvas<'_>) {
    let line = canvas.glyphs.horizontal.repeat(usize::from(area.width));
    canvas.put(area.x, area.y, area.width, &line, Role::Border);
    let x = area.x + INDENT;
    let room = area.width.saturating_sub(INDENT + 2);
    let (widths, cut) = (canvas.widths, canvas.glyphs.cut);
    let told = format!(" {} ", shorten(told, usize::from(room), &widths, cut));
    canvas.put(x, area.y, room + 2, &told, role);
}
