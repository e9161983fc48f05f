//! A terminal's screen as an SVG picture: every cell in its place, wide characters over two.

use std::fmt::{self, Write};

use vt100::{Cell, Color, Screen};

/// Size of a cell in pixels, the line that letters stand on, and the edge around all cells.
const WIDTH: u32 = 9;
const HEIGHT: u32 = 20;
const BASELINE: u32 = 15;
const EDGE: u32 = 14;

const FOREGROUND: Rgb = Rgb(0xd8, 0xdc, 0xe4);
const BACKGROUND: Rgb = Rgb(0x1b, 0x1e, 0x25);

/// The sixteen colours that a terminal chooses itself.
const SIXTEEN: [Rgb; 16] = [
    Rgb(0x2a, 0x2e, 0x37),
    Rgb(0xe0, 0x6c, 0x75),
    Rgb(0x98, 0xc3, 0x79),
    Rgb(0xe5, 0xc0, 0x7b),
    Rgb(0x61, 0xaf, 0xef),
    Rgb(0xc6, 0x78, 0xdd),
    Rgb(0x56, 0xb6, 0xc2),
    Rgb(0xc8, 0xcc, 0xd4),
    Rgb(0x7b, 0x83, 0x92),
    Rgb(0xf0, 0x8c, 0x94),
    Rgb(0xb2, 0xd9, 0x98),
    Rgb(0xf2, 0xd7, 0x9d),
    Rgb(0x86, 0xc3, 0xf5),
    Rgb(0xd7, 0x9a, 0xe8),
    Rgb(0x7f, 0xcd, 0xd6),
    Rgb(0xff, 0xff, 0xff),
];

#[derive(Clone, Copy, PartialEq, Eq)]
struct Rgb(u8, u8, u8);

impl fmt::Display for Rgb {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// How a run of cells looks.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    foreground: Rgb,
    background: Rgb,
    bold: bool,
    italic: bool,
    underline: bool,
    /// Wide characters have runs of their own: fonts disagree on how wide they are.
    wide: bool,
}

/// Cells of one look beside each other.
struct Run {
    column: u16,
    columns: u16,
    look: Look,
    /// What stands in them, and where.
    cells: Vec<(u16, String)>,
}

/// Draws a screen.
pub fn picture(screen: &Screen) -> String {
    let (rows, columns) = screen.size();
    let mut svg = opening(columns.get(), rows.get(), "");
    svg.extend(rows_of(screen));
    svg.push_str("</svg>\n");
    svg
}

/// The beginning of a picture of so many cells: its size, its letters, its ground.
pub fn opening(columns: u16, rows: u16, style: &str) -> String {
    let (width, height) = (at(columns, WIDTH) + EDGE, at(rows, HEIGHT) + EDGE);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">\n<style>text {{ font: 15px 'Sarasa Mono SC', \
         'Noto Sans Mono CJK SC', 'Source Han Mono SC', 'DejaVu Sans Mono', Menlo, Consolas, \
         monospace; white-space: pre; }}{style}</style>\n<rect width=\"{width}\" \
         height=\"{height}\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n"
    )
}

/// What is drawn in each row of a screen.
pub fn rows_of(screen: &Screen) -> Vec<String> {
    let (rows, columns) = screen.size();
    let drawn = |row| {
        let mut svg = String::new();
        for run in runs(screen, row, columns.get()) {
            run.draw(row, &mut svg);
        }
        svg
    };
    (0..rows.get()).map(drawn).collect()
}

/// A line of our own in a row, in the middle of so many columns.
pub fn caption(row: u16, columns: u16, text: &str) -> String {
    let (x, y) = (at(columns / 2, WIDTH), at(row, HEIGHT) + BASELINE);
    let text = escaped(text);
    format!(
        "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" fill=\"{FOREGROUND}\">{text}</text>\n"
    )
}

/// The place of a column or row in pixels.
fn at(position: u16, size: u32) -> u32 {
    EDGE + u32::from(position) * size
}

fn runs(screen: &Screen, row: u16, columns: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for column in 0..columns {
        let Some(cell) = screen.cell(row, column) else {
            continue;
        };
        if cell.is_wide_continuation() {
            continue;
        }
        let look = look(cell);
        let text = if cell.has_contents() {
            cell.contents()
        } else {
            " "
        };
        let width = if cell.is_wide() { 2 } else { 1 };
        match runs.last_mut() {
            Some(last) if last.look == look => {
                last.columns += width;
                last.cells.push((column, text.to_owned()));
            }
            _ => runs.push(Run {
                column,
                columns: width,
                look,
                cells: vec![(column, text.to_owned())],
            }),
        }
    }
    runs
}

impl Run {
    fn draw(&self, row: u16, svg: &mut String) {
        let (x, y) = (at(self.column, WIDTH), at(row, HEIGHT));
        let width = u32::from(self.columns) * WIDTH;
        let look = &self.look;
        if look.background != BACKGROUND {
            add(
                svg,
                format_args!(
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{HEIGHT}\" fill=\"{}\"/>\n",
                    look.background
                ),
            );
        }
        self.draw_lines(y, svg);
        let mut style = String::new();
        for (on, text) in [
            (look.bold, " font-weight=\"bold\""),
            (look.italic, " font-style=\"italic\""),
            (look.underline, " text-decoration=\"underline\""),
        ] {
            style.push_str(if on { text } else { "" });
        }
        for (column, columns, word) in self.words() {
            let (x, width) = (at(column, WIDTH), u32::from(columns) * WIDTH);
            add(
                svg,
                format_args!(
                    "<text x=\"{x}\" y=\"{}\" textLength=\"{width}\" fill=\"{}\"{style}>{}</text>\n",
                    y + BASELINE,
                    look.foreground,
                    escaped(&word)
                ),
            );
        }
    }

    /// Its words, each with its column and how many it takes: each begins in its place, also
    /// where a viewer does not stretch texts to their length.
    fn words(&self) -> Vec<(u16, u16, String)> {
        let wide = if self.look.wide { 2 } else { 1 };
        let mut words: Vec<(u16, u16, String)> = Vec::new();
        for (column, letters) in &self.cells {
            if letters.trim().is_empty() || lines_of(letters, 0, 0).is_some() {
                continue;
            }
            match words.last_mut() {
                Some((from, columns, word)) if *from + *columns == *column => {
                    *columns += wide;
                    word.push_str(letters);
                }
                _ => words.push((*column, wide, letters.clone())),
            }
        }
        words
    }

    /// Frames and bars are drawn, so that they close in every font.
    fn draw_lines(&self, y: u32, svg: &mut String) {
        let mut path = String::new();
        for (column, letters) in &self.cells {
            path.extend(lines_of(letters, at(*column, WIDTH), y));
        }
        if !path.is_empty() {
            let colour = self.look.foreground;
            add(
                svg,
                format_args!("<path d=\"{path}\" stroke=\"{colour}\" fill=\"{colour}\"/>\n"),
            );
        }
    }
}

/// The path of a character of frames or bars in a cell; none for all others.
fn lines_of(letters: &str, x: u32, y: u32) -> Option<String> {
    let (middle, centre) = (x + WIDTH / 2, y + HEIGHT / 2);
    let (right, below) = (x + WIDTH, y + HEIGHT);
    Some(match letters {
        "─" => format!("M{x} {centre}.5H{right}"),
        "│" => format!("M{middle}.5 {y}V{below}"),
        "┌" => format!("M{right} {centre}.5H{middle}.5V{below}V{centre}.5"),
        "┐" => format!("M{x} {centre}.5H{middle}.5V{below}V{centre}.5"),
        "└" => format!("M{right} {centre}.5H{middle}.5V{y}V{centre}.5"),
        "┘" => format!("M{x} {centre}.5H{middle}.5V{y}V{centre}.5"),
        "█" => format!("M{x}.5 {}.5H{right}V{}.5H{x}.5z", y + 3, below - 4),
        "░" => format!("M{x}.5 {}.5H{}.5", below - 4, right - 3),
        _ => return None,
    })
}

/// Writing into a text cannot fail.
fn add(svg: &mut String, text: fmt::Arguments<'_>) {
    let _ = svg.write_fmt(text);
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn look(cell: &Cell) -> Look {
    let (mut foreground, mut background) = (
        rgb(cell.fgcolor(), FOREGROUND),
        rgb(cell.bgcolor(), BACKGROUND),
    );
    if cell.inverse() {
        std::mem::swap(&mut foreground, &mut background);
    }
    if cell.dim() {
        foreground = between(foreground, background);
    }
    Look {
        foreground,
        background,
        bold: cell.bold(),
        italic: cell.italic(),
        underline: cell.underline(),
        wide: cell.is_wide(),
    }
}

fn between(one: Rgb, other: Rgb) -> Rgb {
    let mean = |a: u8, b: u8| a.midpoint(b);
    Rgb(
        mean(one.0, other.0),
        mean(one.1, other.1),
        mean(one.2, other.2),
    )
}

fn rgb(colour: Color, otherwise: Rgb) -> Rgb {
    match colour {
        Color::Default => otherwise,
        Color::Rgb(red, green, blue) => Rgb(red, green, blue),
        Color::Idx(index @ 0..=15) => SIXTEEN[usize::from(index)],
        // A cube of six steps a side.
        Color::Idx(index @ 16..=231) => {
            let step = |part: u8| if part == 0 { 0 } else { 55 + 40 * part };
            let index = index - 16;
            Rgb(step(index / 36), step(index / 6 % 6), step(index % 6))
        }
        Color::Idx(index) => {
            let grey = 8 + 10 * (index - 232);
            Rgb(grey, grey, grey)
        }
    }
}
