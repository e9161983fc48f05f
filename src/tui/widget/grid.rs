//! A table that scrolls both ways: the first columns stay, the others go by under them.

use std::ops::Range;

use ratatui::layout::Rect;

use super::{Canvas, Column, Span, Window};
use crate::tui::theme::Role;

/// Columns before the first one, for the pointer.
const POINTER: u16 = 2;

/// How a grid is laid out in its area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The name and what else never scrolls.
    pub fixed: Vec<Column>,
    /// The columns that scroll; all of the width of the first.
    pub columns: Vec<Column>,
    /// Which rows are in sight.
    pub down: Window,
    /// Which of the scrolling columns are.
    pub across: Window,
    /// The column that the cursor is in.
    pub cursor: At,
    /// How many rows there are.
    pub count: usize,
}

/// The cell that a grid asks for: of a fixed column or of a scrolling one, by its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    Fixed(usize),
    Column(usize),
}

impl Grid {
    /// How many scrolling columns there is room for.
    #[must_use]
    pub fn page(&self, width: u16) -> usize {
        let width = width.saturating_sub(POINTER + self.fixed_width());
        let each = self.columns.first().map_or(1, |column| column.width + 1);
        usize::from(width / each.max(1))
    }

    /// The scrolling columns in sight.
    #[must_use]
    pub fn in_sight(&self, width: u16) -> Range<usize> {
        let from = self.across.offset.min(self.columns.len());
        from..(from + self.page(width)).min(self.columns.len())
    }

    fn fixed_width(&self) -> u16 {
        self.fixed.iter().map(|column| column.width + 1).sum()
    }

    /// Draws headings and the cells in sight; returns where the cell under the cursor is.
    pub fn draw<'cell>(
        &self,
        canvas: &mut Canvas<'_>,
        area: Rect,
        mut cell: impl FnMut(usize, At) -> Span<'cell>,
    ) -> Option<Rect> {
        if area.height == 0 || area.width <= POINTER {
            return None;
        }
        let places = self.places(area);
        for (at, place) in &places {
            if let Some(column) = self.column(*at) {
                let heading = (Role::Heading, column.heading.as_str().into());
                put(canvas, column, *place, &heading);
            }
        }
        let mut caret = None;
        let shown = self.down.offset..self.count;
        for (row, y) in shown.zip(area.y + 1..area.bottom()) {
            let here = row == self.down.selected;
            if here {
                let pointer = canvas.glyphs.pointer;
                canvas.put(area.x, y, 1, pointer, Role::Text);
            }
            for (at, place) in &places {
                let place = Rect { y, ..*place };
                let Some(column) = self.column(*at) else {
                    continue;
                };
                put(canvas, column, place, &cell(row, *at));
                if here && *at == self.cursor {
                    canvas.mark(place, Role::Selected);
                    caret = Some(place);
                }
            }
        }
        caret
    }

    fn column(&self, at: At) -> Option<&Column> {
        match at {
            At::Fixed(at) => self.fixed.get(at),
            At::Column(at) => self.columns.get(at),
        }
    }

    /// Where each column in sight stands, in the first line.
    fn places(&self, area: Rect) -> Vec<(At, Rect)> {
        let mut x = area.x + POINTER;
        let fixed = self.fixed.iter().enumerate();
        let fixed = fixed.map(|(at, column)| (At::Fixed(at), column.width));
        let scrolling = self.in_sight(area.width);
        let scrolling =
            scrolling.filter_map(|at| Some((At::Column(at), self.columns.get(at)?.width)));
        let mut places = Vec::new();
        for (at, width) in fixed.chain(scrolling) {
            let room = width.min(area.right().saturating_sub(x));
            places.push((at, Rect::new(x, area.y, room, 1)));
            x = x.saturating_add(width + 1);
        }
        places
    }
}

/// One cell: a name is cut in its middle, a figure ends at the right edge.
fn put(canvas: &mut Canvas<'_>, column: &Column, place: Rect, (role, text): &Span<'_>) {
    let (x, y, width) = (place.x, place.y, place.width);
    let columns = u16::try_from(canvas.widths.text(text)).unwrap_or(u16::MAX);
    if column.right && columns <= width {
        canvas.put_right(x, y, width, text, *role);
    } else {
        canvas.name(x, y, width, text, *role);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(columns: usize) -> Grid {
        let column = |width| Column {
            heading: String::new(),
            width,
            right: true,
        };
        Grid {
            fixed: vec![column(16)],
            columns: vec![column(8); columns],
            down: Window::default(),
            across: Window::default(),
            cursor: At::Fixed(0),
            count: 40,
        }
    }

    #[test]
    fn the_selected_column_is_always_in_sight_and_the_name_stays() {
        let mut grid = grid(40);
        let page = grid.page(78);
        assert_eq!(page, 6);
        for selected in (0..40).chain((0..40).rev()) {
            grid.across.selected = selected;
            grid.across.follow(40, page);
            assert!(grid.in_sight(78).contains(&selected), "{selected}");
            let places = grid.places(Rect::new(1, 1, 78, 20));
            assert_eq!(places.first().map(|(at, _)| *at), Some(At::Fixed(0)));
            assert!(places.iter().all(|(_, place)| place.right() <= 79));
        }
    }

    #[test]
    fn no_room_is_no_panic() {
        let grid = grid(3);
        assert_eq!(grid.page(4), 0);
        assert!(grid.in_sight(0).is_empty());
        assert!(
            grid.places(Rect::new(0, 0, 5, 2))
                .iter()
                .all(|(_, place)| place.right() <= 5)
        );
    }
}
