//! What an earlier program had to leave unsaved is handed in at the start, and told.

use super::ask::Choice;
use crate::desk::last_words;
use crate::office::{Door, Question, Reply};
use crate::round::{Operation, Refusal};
use crate::text::{Language, refusal, tui as text};

/// What the notice is called where it is answered.
const NOTICE: &str = "unsent";
/// So many refusals are told one by one.
const MOST: usize = 6;

/// What became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HandedIn {
    pub stored: usize,
    pub refused: Vec<(Operation, Refusal)>,
    /// Could not be stored this time either; it is tried again at the next start.
    pub left: usize,
    /// The files in which the refused ones are kept.
    pub files: Vec<String>,
}

/// Hands in what lies beside the database; none where nothing does.
pub fn hand_in(door: &dyn Door) -> Option<HandedIn> {
    let Ok(Reply::Unsent(unsent)) = door.ask(Question::Unsent) else {
        return None;
    };
    let mut told = HandedIn::default();
    for kept in unsent {
        let done = last_words(kept.operations, |operation| door.apply(operation));
        told.stored += done.stored;
        told.left += done.left.len();
        told.refused.extend(done.refused.iter().cloned());
        let settle = Question::Settle {
            file: kept.file,
            left: done.left,
            refused: done.refused,
        };
        if let Ok(Reply::Settled(file)) = door.ask(settle) {
            told.files.extend(file);
        }
    }
    (told != HandedIn::default()).then_some(told)
}

/// Tells it, in a popup that the person closes.
pub fn notice(told: &HandedIn, language: Language) -> Choice {
    let mut lines = Vec::new();
    if told.stored > 0 {
        lines.push(text::unsent_stored(language, told.stored));
    }
    if told.left > 0 {
        lines.push(text::unsent_left(language, told.left));
    }
    if !told.refused.is_empty() {
        lines.push(text::unsent_refused(language, told.refused.len()));
    }
    for (operation, why) in told.refused.iter().take(MOST) {
        let why = refusal::refusal(language, why);
        lines.push(text::unsent_why(language, &operation.actor, &why));
    }
    lines.extend(
        told.files
            .iter()
            .map(|file| text::unsent_kept(language, file)),
    );
    let close = vec![text::unsent_close(language).into()];
    Choice::new(NOTICE, text::unsent_title(language), close).saying(lines)
}
