//! 已复核: ticking an organisation as looked through, and what has changed since.

use std::borrow::Cow;

use super::model::Organisations;
use crate::office::{ListRow, Reviewed};
use crate::round::{Command, ReviewRecord, What, Write};
use crate::text::{Language, organisations as text};
use crate::tui::journal::Journal;
use crate::tui::screen::Context;
use crate::tui::session::Session;

/// Ticks an organisation, as it was shown, or takes back the tick of one that has not changed
/// since.
///
/// Returns what to say once it is stored, too.
#[must_use]
pub fn tick(row: &ListRow, actor: &str, language: Language) -> (Command, String) {
    let ticked = row.review.is_none_or(|review| review.changed);
    let said = if ticked {
        text::reviewed(language, &row.name)
    } else {
        text::review_taken_back(language, &row.name)
    };
    let record = ReviewRecord { seen: row.seq };
    let write = Write {
        what: What::Review,
        key: vec![row.organisation.clone(), actor.to_owned()],
        record: ticked.then(|| record.write()),
        seen: Some(row.review.map_or(0, |review| review.revision)),
        row: None,
    };
    (Command::Write(vec![write]), said)
}

/// What has been written of an organisation since it was looked through.
#[must_use]
pub fn changes(row: &ListRow) -> Option<Journal> {
    let review = row.review?;
    Some(Journal::after(row.organisation.clone(), review.seen))
}

impl Organisations {
    pub(super) fn review(&mut self, context: &mut Context<'_>) {
        let Some(row) = self.selected() else {
            return;
        };
        let session = &*context.session;
        let (command, said) = tick(row, &session.actor, session.language);
        self.writing.apply(command, None, said, context);
    }

    pub(super) fn show_changes(&self, context: &mut Context<'_>) {
        if let Some(journal) = self.selected().and_then(changes) {
            context.push(journal);
        }
    }

    /// Why there are no changes to show; none where there are.
    pub(super) fn no_changes(&self, session: &Session) -> Option<String> {
        let language = session.language;
        match self.selected().map(|row| row.review) {
            None => Some(text::nothing_selected(language)),
            Some(review) => unchanged(review, language),
        }
    }
}

/// A name with this person's tick.
#[must_use]
pub fn ticked<'a>(name: &'a str, review: Option<Reviewed>, language: Language) -> Cow<'a, str> {
    match review {
        None => name.into(),
        Some(review) if review.changed => text::name_changed(language, name).into(),
        Some(_) => text::name_reviewed(language, name).into(),
    }
}

/// Why there are no changes to show since a review; none where there are.
#[must_use]
pub fn unchanged(review: Option<Reviewed>, language: Language) -> Option<String> {
    match review {
        None => Some(text::not_reviewed(language)),
        Some(review) if !review.changed => Some(text::nothing_changed(language)),
        Some(_) => None,
    }
}
