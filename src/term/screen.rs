//! What is shown, and the fewest bytes that lead from one frame to the next.

use std::io::{self, Write};

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use super::pen::Pen;
use super::width::{Widths, is_ambiguous};

const BEGIN_FRAME: &[u8] = b"\x1b[?2026h";
const END_FRAME: &[u8] = b"\x1b[?2026l";
/// Rewriting so few unchanged columns is shorter than moving over them.
const SHORT_GAP: usize = 3;

/// Draws frames on a terminal; sends nothing where nothing changed.
pub struct Screen<W> {
    writer: W,
    shown: Buffer,
    /// Where the cursor stands visibly; none: it is hidden.
    cursor: Option<Position>,
    widths: Widths,
    pen: Pen,
    /// The terminal's content is not known: the next frame clears it first.
    unknown: bool,
    /// Where the next character would go; none after one on whose width terminals disagree.
    at: Option<(u16, u16)>,
    bytes: Vec<u8>,
}

/// A column as it is seen.
#[derive(PartialEq, Eq, Clone, Copy)]
enum Slot<'cell> {
    /// A character begins here; its columns and style.
    Glyph(&'cell str, u16, Pen),
    /// The second column of the character before.
    Covered,
}

impl<W: Write> Screen<W> {
    /// A terminal about whose content nothing is known.
    pub fn new(writer: W) -> Self {
        Self {
            writer,
            shown: Buffer::empty(Rect::ZERO),
            cursor: None,
            widths: Widths::default(),
            pen: Pen::default(),
            unknown: true,
            at: None,
            bytes: Vec::new(),
        }
    }

    /// Takes the widths that the terminal answered; the next frame is drawn whole.
    pub fn set_widths(&mut self, widths: Widths) {
        self.widths = widths;
        self.unknown = true;
    }

    /// Forgets what is shown: the next frame is drawn whole.
    pub const fn forget(&mut self) {
        self.unknown = true;
    }

    /// Sends bytes as they are.
    ///
    /// # Errors
    /// What the terminal says.
    pub fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.writer.write_all(bytes)?;
        self.writer.flush()
    }

    /// Where it writes to.
    pub const fn writer(&self) -> &W {
        &self.writer
    }

    /// Shows a frame, with the cursor where the person types; returns the bytes sent.
    ///
    /// # Errors
    /// What the terminal says.
    pub fn draw(&mut self, next: &Buffer, cursor: Option<Position>) -> io::Result<usize> {
        self.bytes.clear();
        if self.unknown || self.shown.area != next.area {
            self.start_anew(next.area);
        }
        let shown = std::mem::take(&mut self.shown);
        for y in next.area.top()..next.area.bottom() {
            self.row(&shown, next, y);
        }
        self.shown = shown;
        self.shown.clone_from(next);
        self.place_cursor(cursor);
        if self.bytes.is_empty() {
            return Ok(0);
        }
        let mut frame = Vec::with_capacity(self.bytes.len() + 16);
        frame.extend_from_slice(BEGIN_FRAME);
        frame.append(&mut self.bytes);
        frame.extend_from_slice(END_FRAME);
        self.send(&frame)?;
        Ok(frame.len())
    }

    fn start_anew(&mut self, area: Rect) {
        self.shown = Buffer::empty(area);
        self.bytes.extend_from_slice(b"\x1b[?25l\x1b[m\x1b[2J");
        self.pen = Pen::default();
        self.at = None;
        self.cursor = None;
        self.unknown = false;
    }

    fn row(&mut self, shown: &Buffer, next: &Buffer, y: u16) {
        let old = slots(row_of(shown, y), &self.widths);
        let new = slots(row_of(next, y), &self.widths);
        if old == new {
            return;
        }
        let blank = Slot::Glyph(" ", 1, Pen::default());
        let tail = new.iter().rposition(|slot| *slot != blank);
        let tail = tail.map_or(0, |last| last + 1);
        let mut x = 0;
        while x < new.len() {
            if old.get(x) == new.get(x) {
                x += 1;
                continue;
            }
            if x >= tail && new.len() - x > SHORT_GAP {
                self.move_to(&new, x, y);
                self.pen.change(Pen::default(), &mut self.bytes);
                self.bytes.extend_from_slice(b"\x1b[K");
                return;
            }
            match new.get(x) {
                Some(Slot::Glyph(symbol, width, pen)) => {
                    self.move_to(&new, x, y);
                    self.write(symbol, *width, *pen);
                    x += usize::from((*width).max(1));
                }
                // Its character was written with the column before.
                _ => x += 1,
            }
        }
    }

    fn write(&mut self, symbol: &str, width: u16, pen: Pen) {
        self.pen.change(pen, &mut self.bytes);
        self.bytes.extend_from_slice(symbol.as_bytes());
        let drawing = matches!(symbol.chars().next(), Some('\u{2500}'..='\u{259f}'));
        self.at = match self.at {
            // Boxes and bars are drawn with these only where the terminal said how wide they are.
            Some((x, y)) if drawing || !is_ambiguous(symbol) => Some((x + width, y)),
            _ => None,
        };
    }

    /// Brings the terminal's cursor to a column of a row, by the shortest way.
    fn move_to(&mut self, row: &[Slot<'_>], x: usize, y: u16) {
        let column = u16::try_from(x).unwrap_or(u16::MAX);
        if self.at == Some((column, y)) {
            return;
        }
        if let Some((from, here)) = self.at
            && here == y
            && from < column
        {
            let between = row.get(usize::from(from)..x).unwrap_or_default();
            let plain = between.len() <= SHORT_GAP
                && between.iter().all(
                    |slot| matches!(slot, Slot::Glyph(symbol, 1, pen) if symbol.is_ascii() && *pen == self.pen),
                );
            if plain {
                for slot in between {
                    if let Slot::Glyph(symbol, ..) = slot {
                        self.bytes.extend_from_slice(symbol.as_bytes());
                    }
                }
            } else if column - from == 1 {
                self.bytes.extend_from_slice(b"\x1b[C");
            } else {
                self.bytes
                    .extend_from_slice(format!("\x1b[{}C", column - from).as_bytes());
            }
        } else {
            self.place(column, y);
        }
        self.at = Some((column, y));
    }

    fn place(&mut self, x: u16, y: u16) {
        let to = if x == 0 {
            format!("\x1b[{}H", y.saturating_add(1))
        } else {
            format!("\x1b[{};{}H", y.saturating_add(1), x.saturating_add(1))
        };
        self.bytes.extend_from_slice(to.as_bytes());
    }

    fn place_cursor(&mut self, cursor: Option<Position>) {
        let moved = self.at != cursor.map(|at| (at.x, at.y));
        let drawn = !self.bytes.is_empty();
        match cursor {
            Some(to) => {
                if (drawn && moved) || self.cursor != cursor {
                    self.place(to.x, to.y);
                    self.at = Some((to.x, to.y));
                }
                if self.cursor.is_none() {
                    self.bytes.extend_from_slice(b"\x1b[?25h");
                }
            }
            None if self.cursor.is_some() => self.bytes.extend_from_slice(b"\x1b[?25l"),
            None => {}
        }
        self.cursor = cursor;
    }
}

fn row_of(buffer: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    let start = usize::from(y.saturating_sub(buffer.area.y)) * width;
    buffer.content.get(start..start + width).unwrap_or_default()
}

/// The columns of a row as a terminal shows them. A wide character whose second column has
/// been drawn over is no longer there.
fn slots<'cell>(cells: &'cell [Cell], widths: &Widths) -> Vec<Slot<'cell>> {
    let mut slots = Vec::with_capacity(cells.len());
    let mut x = 0;
    while let Some(cell) = cells.get(x) {
        let pen = Pen::of(cell);
        let symbol = cell.symbol();
        let width = if symbol.is_ascii() {
            1
        } else {
            widths.of(symbol)
        };
        let covers = match cells.get(x + 1) {
            Some(second) => matches!(second.symbol(), " " | ""),
            None => false,
        };
        match width {
            2 if covers => {
                slots.push(Slot::Glyph(symbol, 2, pen));
                slots.push(Slot::Covered);
                x += 2;
            }
            1 if !symbol.is_empty() && !symbol.starts_with(|letter: char| letter.is_control()) => {
                slots.push(Slot::Glyph(symbol, 1, pen));
                x += 1;
            }
            _ => {
                slots.push(Slot::Glyph(" ", 1, pen));
                x += 1;
            }
        }
    }
    slots
}
