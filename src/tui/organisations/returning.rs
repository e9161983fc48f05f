//! Returning submitted sheets with a reason: one, or a rater's of all that are listed.

use std::collections::BTreeMap;

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

/// The submitted sheets of the row under the hand, then those of each rater among all that are
/// listed, the row's raters first.
fn batches(row: Option<&ListRow>, listed: &[&ListRow]) -> Vec<Batch> {
    let named = |row: &ListRow| (row.organisation.clone(), row.name.clone());
    let submitted = |row: &'_ ListRow| -> Vec<(String, String)> {
        let sheets = row.sheets.iter().filter(is_submitted);
        sheets
            .map(|sheet| (sheet.party.clone(), sheet.rater.clone()))
            .collect()
    };
    let here = row.map(submitted).unwrap_or_default();
    let single = row.into_iter().flat_map(|row| {
        let batch = |(party, rater)| Batch {
            party,
            rater,
            of: vec![named(row)],
        };
        submitted(row).into_iter().map(batch)
    });
    let mut of_raters: BTreeMap<(String, String), Vec<(String, String)>> = BTreeMap::new();
    for row in listed {
        for rater in submitted(row) {
            of_raters.entry(rater).or_default().push(named(row));
        }
    }
    // One alone that is under the hand stands above.
    let is_new = |(rater, of): &((String, String), Vec<(String, String)>)| {
        of.len() > 1 || !here.contains(rater)
    };
    let mut together: Vec<_> = of_raters.into_iter().filter(is_new).collect();
    together.sort_by_key(|(rater, _)| !here.contains(rater));
    let together = together
        .into_iter()
        .map(|((party, rater), of)| Batch { party, rater, of });
    single.chain(together).collect()
}

impl Organisations {
    fn returnable(&self) -> Vec<Batch> {
        let all = self.rows.as_deref().unwrap_or_default();
        let listed = self.lines.iter().filter_map(|line| all.get(line.row));
        let listed: Vec<&ListRow> = listed.collect();
        batches(self.selected(), &listed)
    }

    /// Why nothing can be returned; none where something can.
    pub(super) fn nothing_to_return(&self, session: &Session) -> Option<String> {
        let language = session.language;
        let all = self.rows.as_deref().unwrap_or_default();
        let mut listed = self.lines.iter().filter_map(|line| all.get(line.row));
        let submitted = |row: &ListRow| row.sheets.iter().any(|sheet| is_submitted(&sheet));
        let any = listed.any(submitted) || self.selected().is_some_and(submitted);
        (!any).then(|| text::nothing_to_return(language))
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
