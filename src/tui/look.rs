//! The theme, the language and the characters that a person chose on the screen, for the next
//! start.

use super::glyphs::GlyphChoice;
use super::screen::Context;
use super::theme::Theme;
use crate::office::{Door, Question, Reply};
use crate::text::Language;

pub const THEME: &str = "theme";
pub const LANGUAGE: &str = "language";
pub const GLYPHS: &str = "glyphs";

/// What a person chose last; none where it was never chosen on a screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    pub theme: Option<Theme>,
    pub language: Option<Language>,
    pub glyphs: Option<GlyphChoice>,
}

impl Look {
    /// What an actor chose last.
    #[must_use]
    pub fn remembered(door: &dyn Door, actor: &str) -> Self {
        let word = |key: &str| {
            let (actor, key) = (actor.to_owned(), key.to_owned());
            match door.ask(Question::Remembered { actor, key }) {
                Ok(Reply::Remembered(word)) => word,
                _ => None,
            }
        };
        Self {
            theme: word(THEME).and_then(|word| word.parse().ok()),
            glyphs: word(GLYPHS).and_then(|word| word.parse().ok()),
            language: word(LANGUAGE).and_then(|word| word.parse().ok()),
        }
    }
}

/// Remembers a choice.
pub fn remember(what: &'static str, word: &str, context: &mut Context<'_>) {
    context.remember(what, what.to_owned(), word.to_owned());
}
