//! The style in which the terminal writes, and the shortest way to another.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What the terminal is set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Pen {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

const ATTRIBUTES: [(Modifier, u8); 5] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::REVERSED, 7),
];

impl Pen {
    /// The style of a cell.
    pub fn of(cell: &Cell) -> Self {
        Self {
            foreground: cell.fg,
            background: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// As much of the style as is seen on a blank: two blanks alike in it look the same.
    pub fn on_blank(self) -> Self {
        let seen = Modifier::REVERSED.union(Modifier::UNDERLINED);
        if self.modifier.intersects(seen) {
            return self;
        }
        Self {
            background: self.background,
            ..Self::default()
        }
    }

    /// Writes what turns this pen into another.
    pub fn change(&mut self, to: Self, bytes: &mut Vec<u8>) {
        if *self == to {
            return;
        }
        let mut codes: Vec<String> = Vec::new();
        let mut from = *self;
        if to == Self::default() || !to.modifier.contains(from.modifier) {
            codes.push(String::new());
            from = Self::default();
        }
        for (modifier, code) in ATTRIBUTES {
            if to.modifier.contains(modifier) && !from.modifier.contains(modifier) {
                codes.push(code.to_string());
            }
        }
        if to.foreground != from.foreground {
            codes.push(color(to.foreground, 30));
        }
        if to.background != from.background {
            codes.push(color(to.background, 40));
        }
        bytes.extend_from_slice(b"\x1b[");
        bytes.extend_from_slice(codes.join(";").as_bytes());
        bytes.push(b'm');
        *self = to;
    }
}

/// The parameter of a colour; `base` is 30 for the foreground and 40 for the background.
fn color(color: Color, base: u8) -> String {
    let index = match color {
        Color::Reset => return (base + 9).to_string(),
        Color::Rgb(red, green, blue) => {
            return format!("{};2;{red};{green};{blue}", base + 8);
        }
        Color::Indexed(index) => return format!("{};5;{index}", base + 8),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
    };
    (base + index).to_string()
}
