//! What is shown, and the fewest bytes that lead from one frame to the next.

use std::cmp::Ordering;
use std::io::{self, Write};

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use super::pen::Pen;
use super::width::{Widths, is_ambiguous, is_of_asked_kind};

const BEGIN_FRAME: &[u8] = b"\x1b[?2026h";
const END_FRAME: &[u8] = b"\x1b[?2026l";
/// So few bytes arrive together without being held together.
const ONE_PIECE: usize = 128;
/// From so many rows on it is shorter to name the row.
const MOST_LINES: usize = 4;
/// Clearing the rest of a row is shorter than writing more blanks than these.
const SHORT_TAIL: usize = 3;
/// Erasing is shorter than writing more blanks than these where nothing follows in the row.
const SHORT_ERASURE: usize = 5;
/// The same where the cursor then has to be moved over what was erased.
const SHORT_BLANKS: usize = 10;

/// Draws frames on a terminal; sends nothing where nothing changed.
pub struct Screen<W> {
    writer: W,
    shown: Buffer,
    /// Columns of the frame that is being drawn.
    width: u16,
    /// Where the cursor stands visibly; none: it is hidden.
    cursor: Option<Position>,
    widths: Widths,
    /// The terminal has answered how wide some characters are.
    measured: bool,
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
            width: 0,
            cursor: None,
            widths: Widths::default(),
            measured: false,
            pen: Pen::default(),
            unknown: true,
            at: None,
            bytes: Vec::new(),
        }
    }

    /// Takes the widths that the terminal answered; the next frame is drawn whole.
    pub fn set_widths(&mut self, widths: Widths) {
        self.widths = widths;
        self.measured = true;
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
        self.width = next.area.width;
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
        let length = self.bytes.len();
        if length <= ONE_PIECE {
            let frame = std::mem::take(&mut self.bytes);
            self.send(&frame)?;
            return Ok(length);
        }
        let mut frame = Vec::with_capacity(length + 16);
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
        let (shown, next) = (row_of(shown, y), row_of(next, y));
        if shown == next {
            return;
        }
        let old = slots(shown, &self.widths);
        let new = slots(next, &self.widths);
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
            if x >= tail && new.len() - x > SHORT_TAIL {
                self.move_to(&new, x, y);
                self.unmark();
                self.bytes.extend_from_slice(b"\x1b[K");
                return;
            }
            if let Some(blanks) = erasable(&old, &new, x) {
                self.move_to(&new, x, y);
                self.unmark();
                self.bytes
                    .extend_from_slice(format!("\x1b[{blanks}X").as_bytes());
                x += blanks;
                continue;
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

    /// Makes sure that what is erased has the terminal's own background.
    fn unmark(&mut self) {
        if self.pen.on_blank() != Pen::default() {
            self.pen.change(Pen::default(), &mut self.bytes);
        }
    }

    fn write(&mut self, symbol: &str, width: u16, pen: Pen) {
        if symbol != " " || self.pen.on_blank() != pen {
            self.pen.change(pen, &mut self.bytes);
        }
        self.bytes.extend_from_slice(symbol.as_bytes());
        self.at = match self.at {
            Some((x, y)) if self.is_certain(symbol) => Some((x + width, y)),
            _ => None,
        };
    }

    /// Whether the terminal's cursor is where it is counted to be after a character. Boxes and
    /// bars are drawn only where the terminal has said how wide they are.
    fn is_certain(&self, symbol: &str) -> bool {
        let drawing = matches!(symbol.chars().next(), Some('\u{2500}'..='\u{259f}'));
        drawing || !is_ambiguous(symbol) || (self.measured && is_of_asked_kind(symbol))
    }

    /// Brings the terminal's cursor to a column of a row, by the shortest way.
    fn move_to(&mut self, row: &[Slot<'_>], x: usize, y: u16) {
        let column = u16::try_from(x).unwrap_or(u16::MAX);
        match self.at {
            Some((from, here)) if here == y && from == column => return,
            Some((from, here)) if here == y && from < column => {
                let steps = column - from;
                let motion = if steps == 1 {
                    "\x1b[C".to_owned()
                } else {
                    format!("\x1b[{steps}C")
                };
                let between = row.get(usize::from(from)..x).unwrap_or_default();
                match self.rewritten(between) {
                    Some(text) if text.len() <= motion.len() => {
                        self.bytes.extend_from_slice(text.as_bytes());
                    }
                    _ => self.bytes.extend_from_slice(motion.as_bytes()),
                }
            }
            _ => self.place(column, y),
        }
        self.at = Some((column, y));
    }

    /// What stands in unchanged columns, where writing it again needs no other style.
    fn rewritten(&self, between: &[Slot<'_>]) -> Option<String> {
        let mut text = String::new();
        for slot in between {
            let Slot::Glyph(symbol, _, pen) = slot else {
                continue;
            };
            let same = *pen == self.pen || (*symbol == " " && *pen == self.pen.on_blank());
            if !same || !self.is_certain(symbol) {
                return None;
            }
            text.push_str(symbol);
        }
        Some(text)
    }

    /// Moves the cursor to another row, or back in its own.
    fn place(&mut self, x: u16, y: u16) {
        let to = if x == 0 {
            format!("\x1b[{}H", y.saturating_add(1))
        } else {
            format!("\x1b[{};{}H", y.saturating_add(1), x.saturating_add(1))
        };
        match self.by_lines(x, y) {
            Some(by_lines) if by_lines.len() < to.len() => {
                self.bytes.extend_from_slice(by_lines.as_bytes());
            }
            _ => self.bytes.extend_from_slice(to.as_bytes()),
        }
    }

    /// The way down by line feeds, which keep the column, and then sideways. None where the
    /// cursor's place is not certain: after the last column it stands on it.
    fn by_lines(&self, x: u16, y: u16) -> Option<String> {
        let (from, here) = self.at?;
        let down = usize::from(y.checked_sub(here)?);
        if from >= self.width || down > MOST_LINES {
            return None;
        }
        let mut way = "\n".repeat(down);
        match x.cmp(&from) {
            Ordering::Equal => {}
            Ordering::Less if x == 0 => way.push('\r'),
            Ordering::Less => way.push_str(&format!("\x1b[{}D", from - x)),
            Ordering::Greater => way.push_str(&format!("\x1b[{}C", x - from)),
        }
        Some(way)
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

/// How many columns from here on can be erased at once: blanks of the terminal's own style up to
/// the last one that changes. None where writing them is as short.
fn erasable(old: &[Slot<'_>], new: &[Slot<'_>], x: usize) -> Option<usize> {
    let blank = Slot::Glyph(" ", 1, Pen::default());
    let run = new
        .iter()
        .skip(x)
        .take_while(|slot| **slot == blank)
        .count();
    let changed = |at: &usize| old.get(*at) != new.get(*at);
    let count = (x..x + run).rev().find(changed)? + 1 - x;
    let follows = (x + run..new.len()).any(|at| changed(&at));
    let short = if follows { SHORT_BLANKS } else { SHORT_ERASURE };
    (count > short).then_some(count)
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
                let pen = if symbol == " " { pen.on_blank() } else { pen };
                slots.push(Slot::Glyph(symbol, 1, pen));
                x += 1;
            }
            _ => {
                slots.push(Slot::Glyph(" ", 1, pen.on_blank()));
                x += 1;
            }
        }
    }
    slots
}
