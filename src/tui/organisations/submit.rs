//! Submitting every sheet that is complete: an act of its own, and asked about first.

use std::collections::HashMap;

use super::model::Organisations;
use crate::office::{Question, Reply};
use crate::round::{Command, What};
use crate::text::organisations as text;
use crate::tui::ask::Choice;
use crate::tui::list::Progress;
use crate::tui::message::{Outcome, Ticket};
use crate::tui::screen::{Context, Screen, Tone};
use crate::tui::session::Session;

/// What the question is called in its answer.
pub(super) const SUBMIT: &str = "submit";
/// How many names the question shows.
const NAMED: usize = 8;

impl Organisations {
    /// Code and name of each organisation whose sheet is complete and not submitted, filter or not.
    fn to_submit(&self, session: &Session) -> Vec<(String, String)> {
        let (Some(rows), Some(seen)) = (&self.rows, self.seen(session)) else {
            return Vec::new();
        };
        rows.iter()
            .filter(|row| seen.is_to_submit(row))
            .map(|row| (row.organisation.clone(), row.name.clone()))
            .collect()
    }

    /// Asks the office first how the sheets stand: each is submitted as it was seen.
    pub(super) fn count_sheets(&mut self, context: &mut Context<'_>) {
        if self.to_submit(context.session).is_empty() {
            let nothing = text::nothing_to_submit(context.session.language);
            context.say(Tone::Warning, nothing);
            return;
        }
        if let Some(round) = context.session.round_name() {
            let what = vec![What::Sheet];
            self.counting = Some(context.ask("sheets", Question::Cells { round, what }));
        }
    }

    /// The office has said how the sheets stand: the person is asked.
    pub(super) fn ask_submit(&mut self, reply: &Reply, context: &mut Context<'_>) {
        let (Reply::Cells(cells), Some(seat)) = (reply, &context.session.seat) else {
            return;
        };
        let revisions: HashMap<&str, u64> = cells
            .iter()
            .filter_map(|cell| match cell.key.as_slice() {
                [organisation, party, rater] if *party == seat.party && *rater == seat.rater => {
                    Some((organisation.as_str(), cell.revision))
                }
                _ => None,
            })
            .collect();
        let language = context.session.language;
        let sheets = self.to_submit(context.session);
        let count = sheets.len();
        let names = sheets.iter().take(NAMED).map(|(_, name)| name.clone());
        let mut intro: Vec<String> = names.collect();
        if count > NAMED {
            let more = crate::text::refusal::and_more(language, count - NAMED);
            intro.push(more);
        }
        intro.push(text::submit_intro(language));
        self.ready = sheets
            .into_iter()
            .map(|(code, _)| {
                let revision = revisions.get(code.as_str()).copied().unwrap_or(0);
                (code, revision)
            })
            .collect();
        let options = vec![
            text::submit_no(language).into(),
            text::submit_yes(language, count).into(),
        ];
        let choice = Choice::new(SUBMIT, text::submit_title(language, count), options);
        context.push(choice.saying(intro));
    }

    pub(super) fn submit_all(&mut self, context: &mut Context<'_>) {
        let Some(seat) = context.session.seat.clone() else {
            return;
        };
        self.submitting.begin();
        for (organisation, seen) in std::mem::take(&mut self.ready) {
            let command = Command::Submit {
                organisation,
                party: seat.party.clone(),
                rater: seat.rater.clone(),
                seen,
            };
            let ticket = context.apply(command, None);
            self.submitting.add(ticket);
        }
    }

    /// True where the answer was one of these submissions'.
    pub(super) fn submission_answered(
        &mut self,
        ticket: Ticket,
        answer: &Outcome,
        context: &mut Context<'_>,
    ) -> bool {
        let language = context.session.language;
        let (tone, said) = match self.submitting.settle(ticket, answer) {
            Progress::Elsewhere => return false,
            Progress::UnderWay => return true,
            Progress::Over(stored, 0) => (Tone::Good, text::submitted(language, stored)),
            Progress::Over(stored, refused) => {
                let some = text::submitted_some(language, stored, refused);
                (Tone::Refusal, some)
            }
        };
        context.say(tone, said);
        self.read(context);
        true
    }
}
