//! Styles by meaning. Sixteen colours suffice; nothing rests on dim, italic or dark blue.

use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Text,
    /// What is there but matters less.
    Quiet,
    /// The header line and titles of panes.
    Title,
    /// Headings of columns.
    Heading,
    Border,
    /// The row or choice that the next key acts on.
    Selected,
    /// A key in a hint.
    Key,
    /// Reached, saved, in order.
    Good,
    /// Open, missing, to be looked at.
    Warning,
    /// Refused, vetoed, lost.
    Danger,
    /// A line across the screen that must not be overlooked.
    Banner,
    /// A draft: typed, not stored.
    Draft,
    /// A text field.
    Field,
}

/// The black that bold leaves alone.
const BLACK: Color = Color::Indexed(16);

/// A set of styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// The terminal's own colours.
    #[default]
    Terminal,
    Light,
    Dark,
    HighContrast,
    Mono,
}

impl Theme {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Terminal,
        Self::Light,
        Self::Dark,
        Self::HighContrast,
        Self::Mono,
    ];

    /// The word that the settings use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }

    /// The style of a meaning.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let plain = match self {
            Self::Terminal | Self::Mono => Style::new(),
            // Many terminals draw the bold black of their sixteen colours in grey.
            Self::Light => Style::new().fg(BLACK).bg(Color::White),
            Self::Dark => Style::new().fg(Color::White).bg(Color::Black),
            Self::HighContrast => Style::new().fg(Color::White).bg(Color::Black),
        };
        let shaped = plain.add_modifier(shape(role));
        match self.color(role) {
            Some(color) => shaped.fg(color),
            None => shaped,
        }
    }

    fn color(self, role: Role) -> Option<Color> {
        let [key, good, warning, danger] = match self {
            Self::Mono => return None,
            Self::Terminal => [Color::Cyan, Color::Green, Color::Magenta, Color::Red],
            Self::Light => [Color::Blue, Color::Green, Color::Magenta, Color::Red],
            Self::Dark => [
                Color::LightCyan,
                Color::LightGreen,
                Color::LightYellow,
                Color::LightRed,
            ],
            Self::HighContrast => [Color::LightYellow; 4],
        };
        match role {
            Role::Key => Some(key),
            Role::Good => Some(good),
            Role::Warning | Role::Draft => Some(warning),
            Role::Danger | Role::Banner => Some(danger),
            _ => None,
        }
    }
}

/// What a meaning looks like without any colour.
fn shape(role: Role) -> Modifier {
    match role {
        Role::Title | Role::Heading | Role::Key | Role::Danger | Role::Draft => Modifier::BOLD,
        Role::Selected => Modifier::REVERSED,
        Role::Banner => Modifier::REVERSED.union(Modifier::BOLD),
        Role::Field => Modifier::UNDERLINED,
        Role::Text | Role::Quiet | Role::Border | Role::Good | Role::Warning => Modifier::empty(),
    }
}

impl FromStr for Theme {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|theme| theme.word() == text);
        found.ok_or_else(|| text.to_owned())
    }
}
