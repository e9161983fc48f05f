//! Returning submitted sheets with a reason: one, or a rater's of all that are listed.

use super::model::Organisations;
use crate::office::{ListRow, SheetSummary};
use crate::round::{Command, FieldForm, SheetState};
use crate::text::organisations as text;
use crate::tui::ask::{Choice, Form, Line};
use crate::tui::list::{Progress, Series};
use crate::tui::message::{Outcome, Ticket};
use crate::tui::screen::{Context, Screen, Tone};
use crate::tui::session::Session;

/// What the questions are called in their answers.
pub(super) const WHICH: &str = "return which";
pub(super) const WHY: &str = "return why";
/// How many names the question shows.
const NAMED: usize = 8;

/// Sheets of one rater that are returned together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Batch {
    party: String,
    rater: String,
    /// Code and name of each organisation.
    of: Vec<(String, String)>,
}

/// Submissions that are taken back, and how far that is.
#[derive(Debug, Default)]
pub(super) struct Returning {
    offered: Vec<Batch>,
    chosen: Option<Batch>,
    under_way: Series,
}

fn is_submitted(sheet: &&SheetSummary) -> bool {
    sheet.state == SheetState::Submitted
}

/// The submitted sheets of a row, then those of the same raters among all that are listed.
fn batches(row: &ListRow, listed: &[&ListRow]) -> Vec<Batch> {
    let submitted = row.sheets.iter().filter(is_submitted);
    let batch = |sheet: &SheetSummary, of: Vec<(String, String)>| Batch {
        party: sheet.party.clone(),
        rater: sheet.rater.clone(),
        of,
    };
    let named = |row: &ListRow| (row.organisation.clone(), row.name.clone());
    let single = submitted
        .clone()
        .map(|sheet| batch(sheet, vec![named(row)]));
    let together = submitted.filter_map(|sheet| {
        let same = |other: &SheetSummary| {
            other.party == sheet.party && other.rater == sheet.rater && is_submitted(&other)
        };
        let of = listed.iter().filter(|row| row.sheets.iter().any(same));
        let of: Vec<_> = of.map(|row| named(row)).collect();
        (of.len() > 1).then(|| batch(sheet, of))
    });
    single.chain(together).collect()
}

impl Organisations {
    fn returnable(&self) -> Vec<Batch> {
        let all = self.rows.as_deref().unwrap_or_default();
        let listed = self.lines.iter().filter_map(|line| all.get(line.row));
        let listed: Vec<&ListRow> = listed.collect();
        self.selected()
            .map_or_else(Vec::new, |row| batches(row, &listed))
    }

    /// Why nothing can be returned; none where something can.
    pub(super) fn nothing_to_return(&self, session: &Session) -> Option<String> {
        let language = session.language;
        match self.selected() {
            None => Some(text::nothing_selected(language)),
            Some(row) if !row.sheets.iter().any(|sheet| is_submitted(&sheet)) => {
                Some(text::nothing_to_return(language))
            }
            Some(_) => None,
        }
    }

    /// Asks which sheets.
    pub(super) fn ask_return(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let Some(round) = &context.session.round else {
            return;
        };
        self.returning.offered = self.returnable();
        let entries = self.returning.offered.iter().map(|batch| {
            let party = round.party_title(&batch.party);
            match batch.of.as_slice() {
                [(_, name)] => text::return_one(language, party, &batch.rater, name),
                several => text::return_all(language, party, &batch.rater, several.len()),
            }
            .into()
        });
        let entries = entries.collect();
        context.push(Choice::new(WHICH, text::return_title(language), entries));
    }

    /// Asks why.
    pub(super) fn ask_return_reason(&mut self, position: usize, context: &mut Context<'_>) {
        let language = context.session.language;
        let Some(batch) = self.returning.offered.get(position).cloned() else {
            return;
        };
        let mut intro: Vec<String> = batch.of.iter().map(|(_, name)| name.clone()).collect();
        if intro.len() > NAMED {
            let more = crate::text::refusal::and_more(language, intro.len() - NAMED);
            intro.truncate(NAMED);
            intro.push(more);
        }
        intro.push(text::return_intro(language));
        let line = Line::new(text::return_reason(language), "", true);
        let line = line.of(FieldForm::Note, "reason");
        let title = text::return_count(language, &batch.rater, batch.of.len());
        self.returning.chosen = Some(batch);
        context.push(Form::new(WHY, title, intro, vec![line]));
    }

    pub(super) fn return_sheets(&mut self, reason: &str, context: &mut Context<'_>) {
        let Some(batch) = self.returning.chosen.take() else {
            return;
        };
        self.returning.under_way.begin();
        for (organisation, _) in batch.of {
            let command = Command::Return {
                organisation,
                party: batch.party.clone(),
                rater: batch.rater.clone(),
            };
            let ticket = context.apply(command, Some(reason.to_owned()));
            self.returning.under_way.add(ticket);
        }
    }

    /// True where the answer was one of these.
    pub(super) fn return_answered(
        &mut self,
        ticket: Ticket,
        answer: &Outcome,
        context: &mut Context<'_>,
    ) -> bool {
        let language = context.session.language;
        let (tone, said) = match self.returning.under_way.settle(ticket, answer) {
            Progress::Elsewhere => return false,
            Progress::UnderWay => return true,
            Progress::Over(stored, 0) => (Tone::Good, text::returned(language, stored)),
            Progress::Over(stored, refused) => (
                Tone::Refusal,
                text::returned_some(language, stored, refused),
            ),
        };
        context.say(tone, said);
        self.read(context);
        true
    }
}
