//! Drawing texts, measured as the terminal measures them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::term::Widths;
use crate::tui::glyphs::Glyphs;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::Zones;

/// A piece of a line and what it means.
pub type Span<'text> = (Role, std::borrow::Cow<'text, str>);

/// A frame that is being drawn. Whatever lies outside of it is left out; nothing panics.
pub struct Canvas<'a> {
    pub buffer: &'a mut Buffer,
    pub theme: Theme,
    pub glyphs: Glyphs,
    pub widths: Widths,
    /// Where a mouse can press.
    pub zones: Zones,
}

impl Canvas<'_> {
    /// The style of a meaning.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Writes one line from a place, at most `width` columns; returns the columns used. A wide
    /// character that does not fit is left out whole. Control characters are left out.
    pub fn put(&mut self, x: u16, y: u16, width: u16, text: &str, role: Role) -> u16 {
        let style = self.style(role);
        self.put_styled(x, y, width, text, style)
    }

    /// The same with a style; what the style leaves open stays as it was.
    pub fn put_styled(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        if y < area.top() || y >= area.bottom() || x < area.left() {
            return 0;
        }
        let end = x.saturating_add(width).min(area.right());
        let mut at = x;
        for grapheme in text.graphemes(true) {
            if grapheme.chars().any(is_unprintable) {
                continue;
            }
            let columns = self.widths.of(grapheme);
            if columns == 0 {
                continue;
            }
            if at.saturating_add(columns) > end {
                break;
            }
            if let Some(cell) = self.buffer.cell_mut((at, y)) {
                cell.set_symbol(grapheme).set_style(style);
            }
            if columns == 2
                && let Some(second) = self.buffer.cell_mut((at + 1, y))
            {
                second.set_symbol(" ").set_style(style);
            }
            at += columns;
        }
        at - x.min(at)
    }

    /// Writes pieces one after the other; returns the columns used.
    pub fn spans(&mut self, x: u16, y: u16, width: u16, spans: &[Span<'_>]) -> u16 {
        let mut used = 0;
        for (role, text) in spans {
            used += self.put(x + used, y, width.saturating_sub(used), text, *role);
        }
        used
    }

    /// Writes a line that ends at the right edge of `width` columns; cut on the left side of
    /// its place, never on its own.
    pub fn put_right(&mut self, x: u16, y: u16, width: u16, text: &str, role: Role) {
        let columns = u16::try_from(self.widths.text(text)).unwrap_or(u16::MAX);
        let indent = width.saturating_sub(columns);
        self.put(x + indent, y, width - indent, text, role);
    }

    /// Gives every cell of an area a meaning, without changing what stands there.
    pub fn mark(&mut self, area: Rect, role: Role) {
        let style = self.style(role);
        self.buffer
            .set_style(area.intersection(self.buffer.area), style);
    }

    /// A row that can be chosen, after it was drawn: the one under the hand is marked, and pointed
    /// at where there is a free column before it.
    pub fn choice(&mut self, area: Rect, position: usize, selected: usize) {
        self.zones.row(area, position, selected);
        if position != selected {
            return;
        }
        self.mark(area, Role::Selected);
        let before = area.x.checked_sub(1);
        let is_free = |x: &u16| {
            let cell = self.buffer.cell((*x, area.y));
            cell.is_some_and(|cell| cell.symbol() == " ")
        };
        if let Some(x) = before.filter(is_free) {
            let pointer = self.glyphs.pointer;
            self.put(x, area.y, 1, pointer, Role::Text);
        }
    }

    /// Empties an area. A wide character that reaches into it from the left goes too, or the
    /// terminal would keep it and lose the first column.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        self.zones.cover(area);
        let style = self.style(Role::Text);
        for y in area.top()..area.bottom() {
            if let Some(before) = area.left().checked_sub(1)
                && let Some(cell) = self.buffer.cell_mut((before, y))
                && self.widths.of(cell.symbol()) > 1
            {
                cell.set_symbol(" ");
            }
            for x in area.left()..area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                    cell.set_style(style);
                }
            }
        }
    }

    /// Draws a box with a title; returns what is inside.
    pub fn frame(&mut self, area: Rect, title: &str) -> Rect {
        let area = area.intersection(self.buffer.area);
        if area.width < 2 || area.height < 2 {
            return Rect {
                width: 0,
                height: 0,
                ..area
            };
        }
        let glyphs = self.glyphs;
        let inside = Rect::new(area.x + 1, area.y + 1, area.width - 2, area.height - 2);
        let across = glyphs.horizontal.repeat(usize::from(inside.width));
        let bottom = area.bottom() - 1;
        for (y, left, right) in [(area.y, 0, 1), (bottom, 2, 3)] {
            let corner = |at: usize| glyphs.corners.get(at).copied().unwrap_or("+");
            self.put(area.x, y, 1, corner(left), Role::Border);
            self.put(inside.x, y, inside.width, &across, Role::Border);
            self.put(area.right() - 1, y, 1, corner(right), Role::Border);
        }
        for y in inside.top()..inside.bottom() {
            self.put(area.x, y, 1, glyphs.vertical, Role::Border);
            self.put(area.right() - 1, y, 1, glyphs.vertical, Role::Border);
        }
        if !title.is_empty() {
            let room = usize::from(inside.width.saturating_sub(2));
            let title = format!(" {} ", shorten(title, room, &self.widths, glyphs.cut));
            self.put(inside.x, area.y, inside.width, &title, Role::Title);
        }
        inside
    }

    /// Draws a box with a column of air at both sides; returns what is inside.
    pub fn pane(&mut self, area: Rect, title: &str) -> Rect {
        let inside = self.frame(area, title);
        Rect {
            x: inside.x + u16::from(inside.width > 1),
            width: inside.width.saturating_sub(2),
            ..inside
        }
    }

    /// Says in a box why nothing stands there.
    pub fn instead(&mut self, inside: Rect, said: &str, role: Role) {
        let room = Rect {
            x: inside.x + 2,
            width: inside.width.saturating_sub(3),
            ..inside
        };
        self.wrapped(room, said, role);
    }

    /// Writes texts one below the other, each over as many lines as it needs, until there is no
    /// room.
    pub fn lines(&mut self, mut area: Rect, lines: impl IntoIterator<Item = (Role, String)>) {
        for (role, line) in lines {
            if area.height == 0 {
                break;
            }
            let used = self.wrapped(area, &line, role).max(1).min(area.height);
            area.y += used;
            area.height -= used;
        }
    }

    /// Writes a text over several lines; returns the lines used.
    pub fn wrapped(&mut self, area: Rect, text: &str, role: Role) -> u16 {
        let lines = wrap(text, usize::from(area.width), &self.widths);
        let mut used = 0;
        for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
            self.put(area.x, y, area.width, line, role);
            used += 1;
        }
        used
    }

    /// Writes a name, cut in its middle where it is too long: the ends tell names apart.
    pub fn name(&mut self, x: u16, y: u16, width: u16, name: &str, role: Role) -> u16 {
        let short = shorten(name, usize::from(width), &self.widths, self.glyphs.cut);
        self.put(x, y, width, &short, role)
    }
}

/// Control characters, and marks that turn the direction of writing.
fn is_unprintable(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text of at most `width` columns, its middle left out where it is longer.
#[must_use]
pub fn shorten(text: &str, width: usize, widths: &Widths, cut: &str) -> String {
    if widths.text(text) <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(cut.len().min(widths.text(cut)));
    if room < 2 {
        return text.chars().take(0).collect();
    }
    let graphemes: Vec<&str> = text.graphemes(true).collect();
    let take = |room: usize, pieces: &mut dyn Iterator<Item = &&str>| {
        let mut used = 0;
        let mut count = 0;
        for piece in pieces {
            used += usize::from(widths.of(piece));
            if used > room {
                break;
            }
            count += 1;
        }
        count
    };
    let tail = take(room / 2, &mut graphemes.iter().rev());
    let tail_text = graphemes
        .get(graphemes.len() - tail..)
        .unwrap_or_default()
        .concat();
    let head = take(room - widths.text(&tail_text), &mut graphemes.iter());
    let head_text = graphemes.get(..head).unwrap_or_default().concat();
    format!("{head_text}{cut}{tail_text}")
}

/// A sentence of at most `width` columns, its end left out where it is longer.
#[must_use]
pub fn cut_end(text: &str, width: usize, widths: &Widths, cut: &str) -> String {
    if widths.text(text) <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(widths.text(cut));
    let mut used = 0;
    let fits = |grapheme: &&str| {
        used += usize::from(widths.of(grapheme));
        used <= room
    };
    let head: String = text.graphemes(true).take_while(fits).collect();
    head + cut
}

/// Breaks a text into lines of at most `width` columns; a line never begins with a mark that
/// belongs to the one before.
#[must_use]
pub fn wrap(text: &str, width: usize, widths: &Widths) -> Vec<String> {
    if width == 0 {
        return Vec::new();
    }
    let mut narrow = width;
    loop {
        let lines: Vec<String> = textwrap::wrap(text, narrow)
            .into_iter()
            .map(std::borrow::Cow::into_owned)
            .collect();
        // Where the terminal draws some characters wider than they are counted, lines are
        // broken earlier.
        let widest = lines
            .iter()
            .map(|line| widths.text(line))
            .max()
            .unwrap_or(0);
        if widest <= width || narrow <= width / 2 || narrow <= 2 {
            return lines;
        }
        narrow -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_middle() {
        let widths = Widths::default();
        let name = "石嘴山市大武口区长胜街道宝马社区党支部";
        let short = shorten(name, 16, &widths, "⋯");
        assert_eq!(short, "石嘴山市⋯党支部");
        assert!(widths.text(&short) <= 16);
        assert_eq!(shorten("宝马村", 6, &widths, "⋯"), "宝马村");
        assert_eq!(shorten(name, 2, &widths, "⋯"), "");
        let sentence = "25 项中有 13 项未评。";
        assert_eq!(cut_end(sentence, 12, &widths, "⋯"), "25 项中有 1⋯");
        assert_eq!(cut_end(sentence, 40, &widths, "⋯"), sentence);
    }

    #[test]
    fn a_line_never_begins_with_a_comma() {
        let lines = wrap(
            "每月一次主题党日，记录齐全，签到完整。",
            16,
            &Widths::default(),
        );
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| !line.starts_with(['，', '。'])));
    }
}
