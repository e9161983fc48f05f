//! Rows of which only those in sight are drawn; thousands scroll as smoothly as ten.

use ratatui::layout::Rect;

use super::{Canvas, Span, cut_end};
use crate::tui::screen::Movement;
use crate::tui::theme::Role;

/// Which rows are in sight, and which one is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    pub selected: usize,
    pub offset: usize,
}

impl Window {
    /// Goes up or down by so many rows, and no farther than the ends.
    pub fn step(&mut self, by: isize, count: usize) {
        let last = count.saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }

    /// Moves as the person asks, with the selected row in sight.
    pub fn go(&mut self, movement: Movement, count: usize, page: usize) {
        let rows = page.cast_signed();
        match movement {
            Movement::Up => self.step(-1, count),
            Movement::Down => self.step(1, count),
            Movement::PageUp => self.step(-rows, count),
            Movement::PageDown => self.step(rows, count),
            Movement::First => self.selected = 0,
            Movement::Last => self.selected = count.saturating_sub(1),
        }
        self.follow(count, page);
    }

    /// Brings the selected row into sight. The rows move by half a page at once: between, a
    /// step redraws two rows and not all of them.
    pub fn follow(&mut self, count: usize, height: usize) {
        self.selected = self.selected.min(count.saturating_sub(1));
        let height = height.max(1);
        let part = (height / 2).max(1);
        if self.selected < self.offset {
            let back = (self.offset - self.selected).div_ceil(part) * part;
            self.offset = self.offset.saturating_sub(back);
        } else if self.selected >= self.offset + height {
            let ahead = (self.selected + 1 - self.offset - height).div_ceil(part) * part;
            self.offset += ahead;
        }
        self.offset = self.offset.min(count.saturating_sub(height));
    }
}

/// A column: its heading, its width, and whether figures end at its right edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    pub width: u16,
    pub right: bool,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub const fn left(heading: String, width: u16) -> Self {
        Self {
            heading,
            width,
            right: false,
        }
    }

    /// A column of figures.
    #[must_use]
    pub const fn right(heading: String, width: u16) -> Self {
        Self {
            heading,
            width,
            right: true,
        }
    }
}

/// How a table is laid out in its area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub columns: Vec<Column>,
    pub window: Window,
    pub count: usize,
}

impl Table {
    /// Draws headings and the rows in sight; `row` gives the cells of a row. The first column
    /// is a name and is cut in its middle.
    pub fn draw<'row>(
        &self,
        canvas: &mut Canvas<'_>,
        area: Rect,
        mut row: impl FnMut(usize) -> Vec<Span<'row>>,
    ) {
        if area.height == 0 || area.width < 4 {
            return;
        }
        let inside = Rect {
            x: area.x + 2,
            width: area.width - 2,
            ..area
        };
        let headings: Vec<Span<'_>> = self
            .columns
            .iter()
            .map(|column| (Role::Heading, column.heading.as_str().into()))
            .collect();
        self.line(canvas, inside, area.y, &headings);
        let shown = self.window.offset..self.count;
        for (position, y) in shown.zip(area.y + 1..area.bottom()) {
            self.line(canvas, inside, y, &row(position));
            if position == self.window.selected {
                let pointer = canvas.glyphs.pointer;
                canvas.put(area.x, y, 1, pointer, Role::Text);
            }
            let whole = Rect::new(area.x, y, area.width, 1);
            canvas.choice(whole, position, self.window.selected);
        }
    }

    fn line(&self, canvas: &mut Canvas<'_>, area: Rect, y: u16, cells: &[Span<'_>]) {
        let mut x = area.x;
        for (position, (column, (role, text))) in self.columns.iter().zip(cells).enumerate() {
            let width = column.width.min(area.right().saturating_sub(x));
            if column.right {
                canvas.put_right(x, y, width, text, *role);
            } else if position == 0 {
                canvas.name(x, y, width, text, *role);
            } else {
                // That something is missing is seen.
                let room = usize::from(width);
                let shown = cut_end(text, room, &canvas.widths, canvas.glyphs.cut);
                canvas.put(x, y, width, &shown, *role);
            }
            x = x.saturating_add(column.width + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scrolling_goes_by_half_pages_and_keeps_the_selected_row_in_sight() {
        let mut window = Window::default();
        let mut moves = 0;
        for _ in 0..1000 {
            let before = window.offset;
            window.step(1, 500);
            window.follow(500, 20);
            moves += usize::from(window.offset != before);
            assert!((window.offset..window.offset + 20).contains(&window.selected));
        }
        assert_eq!(window.selected, 499);
        assert_eq!(window.offset, 480);
        assert!(moves <= 49);
        window.selected = 3;
        window.follow(500, 20);
        assert!(window.offset <= 3);
        window.follow(2, 20);
        assert_eq!(
            window,
            Window {
                selected: 1,
                offset: 0
            }
        );
    }
}
