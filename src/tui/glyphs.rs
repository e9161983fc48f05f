//! The characters that the screens draw with, in one class of width.

use std::str::FromStr;

use crate::term::Widths;

/// Which characters to draw with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GlyphChoice {
    /// What the terminal answers to the question how wide they are.
    #[default]
    Auto,
    Unicode,
    Ascii,
}

impl GlyphChoice {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Unicode, Self::Ascii];

    /// The word that the settings use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Unicode => "unicode",
            Self::Ascii => "ascii",
        }
    }
}

impl FromStr for GlyphChoice {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let named = Self::ALL.into_iter().find(|choice| choice.word() == text);
        named.ok_or_else(|| text.to_owned())
    }
}

/// A set of characters; each one column wide where the set is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    pub horizontal: &'static str,
    pub vertical: &'static str,
    /// Top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// Parts of a bar: what is certain, what is open, what is beyond.
    pub full: &'static str,
    pub open: &'static str,
    pub empty: &'static str,
    pub won: &'static str,
    pub lost: &'static str,
    /// In front of the selected row.
    pub pointer: &'static str,
    /// In place of the middle of a name.
    pub cut: &'static str,
    pub done: &'static str,
}

/// Every character that terminals agree on, and those that have been found to be one wide.
pub const UNICODE: Glyphs = Glyphs {
    horizontal: "─",
    vertical: "│",
    corners: ["┌", "┐", "└", "┘"],
    full: "█",
    open: "░",
    empty: " ",
    won: "★",
    lost: "☆",
    pointer: "▸",
    cut: "⋯",
    done: "✓",
};

/// Characters of every terminal.
pub const ASCII: Glyphs = Glyphs {
    horizontal: "-",
    vertical: "|",
    corners: ["+", "+", "+", "+"],
    full: "#",
    open: ".",
    empty: " ",
    won: "*",
    lost: "-",
    pointer: ">",
    cut: "..",
    done: "+",
};

impl GlyphChoice {
    /// The set to draw with. Until the terminal has answered, only what every terminal draws
    /// alike is used, so that a wrong guess never shifts a row.
    #[must_use]
    pub fn glyphs(self, measured: Option<Widths>) -> Glyphs {
        match (self, measured) {
            (Self::Unicode, _) => UNICODE,
            (Self::Auto, Some(widths)) if widths.draws_boxes() => UNICODE,
            _ => ASCII,
        }
    }
}
