//! A text that is being typed: by graphemes, Chinese included, with undo of its own.

use unicode_segmentation::UnicodeSegmentation;

/// What a key does to a text that is being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    Insert(char),
    Backspace,
    Delete,
    Left,
    Right,
    Home,
    End,
    /// Everything before the caret goes.
    ClearBefore,
    /// The word before the caret goes.
    ClearWord,
    Undo,
    Redo,
}

/// The text, the caret, and what it was before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    text: String,
    /// The caret, in bytes, on the edge of a grapheme.
    caret: usize,
    past: Vec<(String, usize)>,
    future: Vec<(String, usize)>,
}

impl Typed {
    /// A text to begin with, the caret at its end.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            caret: text.len(),
            text,
            ..Self::default()
        }
    }

    /// What stands there.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the caret, and after it.
    #[must_use]
    pub fn parts(&self) -> (&str, &str) {
        self.text.split_at_checked(self.caret).unwrap_or_default()
    }

    /// Does what a key asks for.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Insert(letter) => self.insert(letter.encode_utf8(&mut [0; 4])),
            Edit::Backspace => self.replace(self.before(), self.caret, ""),
            Edit::Delete => self.replace(self.caret, self.after(), ""),
            Edit::Left => self.caret = self.before(),
            Edit::Right => self.caret = self.after(),
            Edit::Home => self.caret = 0,
            Edit::End => self.caret = self.text.len(),
            Edit::ClearBefore => self.replace(0, self.caret, ""),
            Edit::ClearWord => self.replace(self.word_before(), self.caret, ""),
            Edit::Undo => Self::restore(
                &mut self.past,
                &mut self.future,
                &mut self.text,
                &mut self.caret,
            ),
            Edit::Redo => Self::restore(
                &mut self.future,
                &mut self.past,
                &mut self.text,
                &mut self.caret,
            ),
        }
    }

    /// Inserts a text at the caret, as one step; line breaks and tabs become spaces.
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
        let (head, _) = self.parts();
        head.grapheme_indices(true)
            .next_back()
            .map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        let (_, tail) = self.parts();
        self.caret + tail.graphemes(true).next().map_or(0, str::len)
    }

    fn word_before(&self) -> usize {
        let (head, _) = self.parts();
        head.trim_end()
            .unicode_word_indices()
            .next_back()
            .map_or(0, |(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(text: &str, edits: &[Edit]) -> Typed {
        let mut typed = Typed::new(text);
        for edit in edits {
            typed.edit(*edit);
        }
        typed
    }

    #[test]
    fn edits_by_graphemes_and_undoes() {
        let mut typed = edited("宝马村e\u{301}", &[Edit::Backspace]);
        assert_eq!(typed.text(), "宝马村");
        typed.edit(Edit::Left);
        typed.edit(Edit::Insert('新'));
        assert_eq!(typed.text(), "宝马新村");
        assert_eq!(typed.parts(), ("宝马新", "村"));
        typed.edit(Edit::Undo);
        assert_eq!(typed.text(), "宝马村");
        typed.edit(Edit::Redo);
        assert_eq!(typed.text(), "宝马新村");
    }

    #[test]
    fn what_is_pasted_is_one_step_on_one_line() {
        let mut typed = edited("已核", &[Edit::Home]);
        typed.insert("台账\t三份\n");
        assert_eq!(typed.text(), "台账 三份 已核");
        typed.edit(Edit::Undo);
        assert_eq!(typed.parts(), ("", "已核"));
    }

    #[test]
    fn nothing_more_to_undo_changes_nothing() {
        let typed = edited("材", &[Edit::Undo, Edit::Redo, Edit::Right, Edit::Delete]);
        assert_eq!(typed, Typed::new("材"));
    }
}
