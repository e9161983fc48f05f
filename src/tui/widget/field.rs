//! A line of text that is being typed.

use super::Canvas;
use crate::desk::{Edit, Typed};
use crate::term::{KeyCode, KeyEvent, KeyModifiers, Widths};
use crate::tui::theme::Role;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

/// A text field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Field {
    typed: Typed,
}

/// What a key does to a text that is being typed; none where it means nothing to one.
#[must_use]
pub fn edit_of(event: KeyEvent) -> Option<Edit> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    Some(match event.code {
        KeyCode::Char('z') if control => Edit::Undo,
        KeyCode::Char('y') if control => Edit::Redo,
        KeyCode::Char('u') if control => Edit::ClearBefore,
        KeyCode::Char('w') if control => Edit::ClearWord,
        KeyCode::Char('a') if control => Edit::Home,
        KeyCode::Char('e') if control => Edit::End,
        KeyCode::Char(_) if control => return None,
        KeyCode::Char(letter) => Edit::Insert(letter),
        KeyCode::Backspace => Edit::Backspace,
        KeyCode::Delete => Edit::Delete,
        KeyCode::Left => Edit::Left,
        KeyCode::Right => Edit::Right,
        KeyCode::Home => Edit::Home,
        KeyCode::End => Edit::End,
        _ => return None,
    })
}

impl Field {
    /// A field that holds a text, the caret at its end.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            typed: Typed::new(text),
        }
    }

    /// What stands in it.
    #[must_use]
    pub fn text(&self) -> &str {
        self.typed.text()
    }

    /// Takes a key; false where it means nothing to a text field.
    pub fn key(&mut self, event: KeyEvent) -> bool {
        let edit = edit_of(event);
        if let Some(edit) = edit {
            self.typed.edit(edit);
        }
        edit.is_some()
    }

    /// Inserts a text at the caret; line breaks and tabs become spaces.
    pub fn insert(&mut self, text: &str) {
        self.typed.insert(text);
    }

    /// Draws the field and returns where the caret stands on the screen, so that an input
    /// method opens its window there.
    pub fn draw(&self, canvas: &mut Canvas<'_>, x: u16, y: u16, width: u16) -> Position {
        draw_line(canvas, Rect::new(x, y, width, 1), &self.typed)
    }
}

/// Draws a text that is being typed on one line and returns where its caret stands. A text that is
/// too long shows the part at the caret.
pub fn draw_line(canvas: &mut Canvas<'_>, area: Rect, typed: &Typed) -> Position {
    let Rect { x, y, width, .. } = area;
    let room = usize::from(width.saturating_sub(1));
    let (mut head, tail) = typed.parts();
    while canvas.widths.text(head) > room {
        let first = head.graphemes(true).next().map_or(1, str::len);
        head = head.get(first..).unwrap_or_default();
    }
    canvas.put(x, y, width, &" ".repeat(usize::from(width)), Role::Field);
    canvas.put(x, y, width, &format!("{head}{tail}"), Role::Field);
    let caret = canvas.widths.text(head);
    Position::new(x + u16::try_from(caret).unwrap_or(width), y)
}

/// A text that is being typed, in lines of a width, and the row and column of its caret.
#[must_use]
pub fn typed_lines(typed: &Typed, width: u16, widths: &Widths) -> (Vec<String>, (usize, usize)) {
    // The caret behind the last letter of a full line needs its column.
    let room = usize::from(width.saturating_sub(1)).max(2);
    let (head, tail) = typed.parts();
    let mut lines = vec![String::new()];
    let mut caret = (0, 0);
    let text = format!("{head}{tail}");
    for (at, word) in text.split_word_bound_indices() {
        let used = |lines: &[String]| lines.last().map_or(0, |line| widths.text(line));
        if widths.text(word) <= room && used(&lines) + widths.text(word) > room {
            lines.push(String::new());
        }
        for (inside, letter) in word.grapheme_indices(true) {
            if used(&lines) + widths.text(letter) > room {
                lines.push(String::new());
            }
            if at + inside == head.len() {
                caret = (lines.len() - 1, used(&lines));
            }
            if let Some(line) = lines.last_mut() {
                line.push_str(letter);
            }
        }
    }
    if tail.is_empty() {
        let last = lines.last().map_or(0, |line| widths.text(line));
        caret = (lines.len() - 1, last);
    }
    (lines, caret)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_are_no_edits_go_elsewhere() {
        let mut field = Field::new("宝马村");
        assert!(field.key(KeyEvent::new(KeyCode::Backspace, KeyModifiers::NONE)));
        assert_eq!(field.text(), "宝马");
        assert!(!field.key(KeyEvent::new(KeyCode::F(1), KeyModifiers::NONE)));
        assert!(!field.key(KeyEvent::new(KeyCode::Char('q'), KeyModifiers::CONTROL)));
    }

    #[test]
    fn a_long_text_breaks_between_characters_and_words() {
        let widths = Widths::default();
        let mut typed = Typed::new("缺第三季度 minutes 一份");
        let (lines, caret) = typed_lines(&typed, 11, &widths);
        assert_eq!(lines, ["缺第三季度", " minutes ", "一份"]);
        assert_eq!(caret, (2, 4));
        for _ in 0..3 {
            typed.edit(Edit::Left);
        }
        let (_, caret) = typed_lines(&typed, 11, &widths);
        assert_eq!(caret, (1, 8));
        assert!(lines.iter().all(|line| widths.text(line) <= 10));
    }
}
