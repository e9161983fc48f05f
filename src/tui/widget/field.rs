//! A line of text that is being typed: by graphemes, Chinese included, with undo of its own.

use unicode_segmentation::UnicodeSegmentation;

use super::Canvas;
use crate::term::{KeyCode, KeyEvent, KeyModifiers};
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// A text field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Field {
    text: String,
    /// The caret, in bytes, on the edge of a grapheme.
    caret: usize,
    past: Vec<(String, usize)>,
    future: Vec<(String, usize)>,
}

impl Field {
    /// A field that holds a text, the caret at its end.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            caret: text.len(),
            text,
            ..Self::default()
        }
    }

    /// What stands in it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Takes a key; false where it means nothing to a text field.
    pub fn key(&mut self, event: KeyEvent) -> bool {
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        match event.code {
            KeyCode::Char('z') if control => Self::restore(
                &mut self.past,
                &mut self.future,
                &mut self.text,
                &mut self.caret,
            ),
            KeyCode::Char('y') if control => Self::restore(
                &mut self.future,
                &mut self.past,
                &mut self.text,
                &mut self.caret,
            ),
            KeyCode::Char('u') if control => self.replace(0, self.caret, ""),
            KeyCode::Char('w') if control => self.replace(self.word_before(), self.caret, ""),
            KeyCode::Char('a') if control => self.caret = 0,
            KeyCode::Char('e') if control => self.caret = self.text.len(),
            KeyCode::Char(_) if control => return false,
            KeyCode::Char(letter) => {
                self.insert(letter.encode_utf8(&mut [0; 4]));
            }
            KeyCode::Backspace => self.replace(self.before(), self.caret, ""),
            KeyCode::Delete => self.replace(self.caret, self.after(), ""),
            KeyCode::Left => self.caret = self.before(),
            KeyCode::Right => self.caret = self.after(),
            KeyCode::Home => self.caret = 0,
            KeyCode::End => self.caret = self.text.len(),
            _ => return false,
        }
        true
    }

    /// Inserts a text at the caret; line breaks and tabs become spaces.
    pub fn insert(&mut self, text: &str) {
        let line: String = text
            .chars()
            .map(|letter| if letter.is_control() { ' ' } else { letter })
            .collect();
        self.replace(self.caret, self.caret, &line);
    }

    fn replace(&mut self, from: usize, to: usize, with: &str) {
        if from == to && with.is_empty() {
            return;
        }
        self.past.push((self.text.clone(), self.caret));
        self.future.clear();
        self.text.replace_range(from..to, with);
        self.caret = from + with.len();
    }

    fn restore(
        from: &mut Vec<(String, usize)>,
        to: &mut Vec<(String, usize)>,
        text: &mut String,
        caret: &mut usize,
    ) {
        if let Some((older, place)) = from.pop() {
            to.push((std::mem::replace(text, older), *caret));
            *caret = place;
        }
    }

    fn before(&self) -> usize {
        let head = self.text.get(..self.caret).unwrap_or_default();
        head.grapheme_indices(true)
            .next_back()
            .map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        let tail = self.text.get(self.caret..).unwrap_or_default();
        self.caret + tail.graphemes(true).next().map_or(0, str::len)
    }

    fn word_before(&self) -> usize {
        let head = self.text.get(..self.caret).unwrap_or_default();
        head.trim_end()
            .unicode_word_indices()
            .next_back()
            .map_or(0, |(at, _)| at)
    }

    /// Draws the field and returns where the caret stands on the screen, so that an input
    /// method opens its window there. A text that is too long shows the part at the caret.
    pub fn draw(&self, canvas: &mut Canvas<'_>, x: u16, y: u16, width: u16) -> Position {
        let room = usize::from(width.saturating_sub(1));
        let head = self.text.get(..self.caret).unwrap_or_default();
        let mut start = 0;
        while canvas.widths.text(head.get(start..).unwrap_or_default()) > room {
            let rest = head.get(start..).unwrap_or_default();
            start += rest.graphemes(true).next().map_or(1, str::len);
        }
        canvas.put(x, y, width, &" ".repeat(usize::from(width)), Role::Field);
        let shown = self.text.get(start..).unwrap_or_default();
        canvas.put(x, y, width, shown, Role::Field);
        let caret = canvas.widths.text(head.get(start..).unwrap_or_default());
        Position::new(x + u16::try_from(caret).unwrap_or(width), y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(field: &mut Field, code: KeyCode, modifiers: KeyModifiers) {
        assert!(field.key(KeyEvent::new(code, modifiers)));
    }

    #[test]
    fn edits_by_graphemes_and_undoes() {
        let mut field = Field::new("宝马村e\u{301}");
        press(&mut field, KeyCode::Backspace, KeyModifiers::NONE);
        assert_eq!(field.text(), "宝马村");
        press(&mut field, KeyCode::Left, KeyModifiers::NONE);
        press(&mut field, KeyCode::Char('新'), KeyModifiers::NONE);
        assert_eq!(field.text(), "宝马新村");
        press(&mut field, KeyCode::Char('z'), KeyModifiers::CONTROL);
        assert_eq!(field.text(), "宝马村");
        press(&mut field, KeyCode::Char('y'), KeyModifiers::CONTROL);
        assert_eq!(field.text(), "宝马新村");
        assert!(!field.key(KeyEvent::new(KeyCode::F(1), KeyModifiers::NONE)));
    }
}
