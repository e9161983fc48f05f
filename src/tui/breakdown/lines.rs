//! Pieces of a section → lines of a width: texts are broken, columns are given their places.

use crate::term::Widths;
use crate::text::breakdown::{Head, Piece, Row, Tone};
use crate::tui::theme::Role;
use crate::tui::widget::wrap;

/// Blanks between columns.
const GAP: usize = 2;
/// A column of names is not made narrower than this.
const NARROWEST: usize = 8;
/// How far the line below a row stands in.
const INDENT: usize = 6;

/// A line on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    Text(Role, String),
    Bar {
        name: String,
        figure: String,
        part: i128,
        whole: i128,
    },
    /// The heads of a table, which stay in sight above its rows.
    Heads(Vec<Cell>),
    Cells(Role, Vec<Cell>),
}

/// A text in its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub x: u16,
    pub width: u16,
    pub right: bool,
    pub text: String,
}

const fn role(tone: Tone) -> Role {
    match tone {
        Tone::Title => Role::Title,
        Tone::Heading => Role::Heading,
        Tone::Plain => Role::Text,
        Tone::Quiet => Role::Quiet,
        Tone::Good => Role::Good,
        Tone::Warning => Role::Warning,
        Tone::Danger => Role::Danger,
    }
}

/// Lays pieces out in lines.
#[must_use]
pub fn lay_out(pieces: Vec<Piece>, width: u16, widths: &Widths) -> Vec<Line> {
    let mut lines = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(tone, text) => {
                lines.extend(broken(&text, usize::from(width), widths, role(tone)));
            }
            Piece::Drawn(text) => lines.push(Line::Text(Role::Text, text)),
            Piece::Bar {
                name,
                figure,
                part,
                whole,
            } => lines.push(Line::Bar {
                name,
                figure,
                part,
                whole,
            }),
            Piece::Table { heads, rows } => {
                lines.extend(table(&heads, &rows, usize::from(width), widths));
            }
        }
    }
    lines
}

/// A text over several lines; those after the first stand in as far as the text does.
fn broken(text: &str, width: usize, widths: &Widths, role: Role) -> Vec<Line> {
    let indent = text.len() - text.trim_start_matches(' ').len();
    let room = width.saturating_sub(indent).max(1);
    let lines = wrap(text.trim_start_matches(' '), room, widths);
    let indented = |line: String| Line::Text(role, format!("{}{line}", " ".repeat(indent)));
    match lines.is_empty() {
        true => vec![Line::Text(role, String::new())],
        false => lines.into_iter().map(indented).collect(),
    }
}

fn table(heads: &[Head], rows: &[Row], width: usize, widths: &Widths) -> Vec<Line> {
    let columns = columns(heads, rows, width, widths);
    let titles = heads.iter().map(|head| head.title.as_str());
    let mut lines = vec![Line::Heads(cells(heads, &columns, titles))];
    for row in rows {
        let texts = row.cells.iter().map(String::as_str);
        lines.push(Line::Cells(role(row.tone), cells(heads, &columns, texts)));
        if let Some(below) = &row.below {
            let below = format!("{}{below}", " ".repeat(INDENT));
            lines.extend(broken(&below, width, widths, Role::Quiet));
        }
    }
    lines
}

/// The width of each column; where they do not fit, the widest columns of names give way.
fn columns(heads: &[Head], rows: &[Row], width: usize, widths: &Widths) -> Vec<usize> {
    let wide = |at: usize, head: &Head| {
        let cells = rows.iter().filter_map(|row| row.cells.get(at));
        let widest = cells.map(|cell| widths.text(cell)).max().unwrap_or(0);
        widest.max(widths.text(&head.title))
    };
    let mut columns: Vec<usize> = heads
        .iter()
        .enumerate()
        .map(|(at, head)| wide(at, head))
        .collect();
    let gaps = GAP * heads.len().saturating_sub(1);
    while columns.iter().sum::<usize>() + gaps > width {
        let names = columns.iter_mut().zip(heads);
        let widest = names
            .filter(|(columns, head)| !head.right && **columns > NARROWEST)
            .map(|(columns, _)| columns)
            .max();
        match widest {
            Some(widest) => *widest -= 1,
            None => break,
        }
    }
    columns
}

fn cells<'a>(heads: &[Head], columns: &[usize], texts: impl Iterator<Item = &'a str>) -> Vec<Cell> {
    let mut x = 0;
    let mut cells = Vec::new();
    for ((head, width), text) in heads.iter().zip(columns).zip(texts) {
        cells.push(Cell {
            x: u16::try_from(x).unwrap_or(u16::MAX),
            width: u16::try_from(*width).unwrap_or(u16::MAX),
            right: head.right,
            text: text.to_owned(),
        });
        x += width + GAP;
    }
    cells
}
