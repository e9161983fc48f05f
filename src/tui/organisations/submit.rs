//! Submitting every sheet that is complete: an act of its own, and asked about first.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::model::Organisations;
use crate::desk::{self, Open, Summary};
use crate::office::{Door, JournalFilter, JournalLine, Question, Reply, Viewer};
use crate::round::{Change, Command, MarkRecord, OperationKind, Record, SheetState, What};
use crate::scheme::Scheme;
use crate::text::refusal::and_more;
use crate::text::{Language, organisations as text, scoring_screen};
use crate::tui::ask::Choice;
use crate::tui::list::Progress;
use crate::tui::message::{Outcome, Ticket};
use crate::tui::screen::{Context, Screen, Tone};
use crate::tui::session::Session;

/// What the question is called in its answer.
pub(super) const SUBMIT: &str = "submit";
/// How many names the question shows, how many where some are worth a look, and how many of these:
/// the answers stay in sight in the smallest terminal.
const NAMED: usize = 8;
const NAMED_BESIDE: usize = 3;
const TOLD: usize = 6;

/// What it takes to look sheets through, off the screen's thread.
struct Look {
    language: Language,
    round: String,
    viewer: Viewer,
    scheme: Arc<Scheme>,
    chair: desk::Chair,
}

impl Look {
    fn new(session: &Session) -> Option<Self> {
        let (round, seat) = (session.round.as_ref()?, session.seat.as_ref()?);
        Some(Self {
            language: session.language,
            round: round.name.clone(),
            viewer: session.viewer(),
            scheme: round.scheme.clone(),
            chair: session.chair(&seat.party, &seat.rater)?,
        })
    }

    /// What is flagged and odd on a sheet, and whether it was returned; none where there is
    /// nothing to say.
    fn through(&self, (code, name): &(String, String), door: &dyn Door) -> Option<String> {
        let question = Question::Organisation {
            round: self.round.clone(),
            organisation: code.clone(),
        };
        let Ok(Reply::Organisation(file)) = door.ask(question.seen_by(self.viewer.clone())) else {
            return None;
        };
        let open = Open::read_only(*file, &self.scheme, &self.chair);
        let summary = Summary::of(&open, &self.scheme, "");
        let mut told = scoring_screen::worth_a_look(self.language, &self.scheme, &open, &summary);
        if open.sheet == SheetState::Returned {
            let why = open.sheet_reason.as_deref().unwrap_or_default();
            told.push(match self.changed_since_return(code, door) {
                true => text::submit_returned(self.language, why),
                false => text::submit_returned_unchanged(self.language, why),
            });
        }
        (!told.is_empty()).then(|| text::submit_told(self.language, name, &told))
    }

    /// Whether any entry of a sheet has changed since it was returned.
    fn changed_since_return(&self, code: &str, door: &dyn Door) -> bool {
        let filter = JournalFilter {
            round: Some(self.round.clone()),
            organisation: Some(code.to_owned()),
            ..JournalFilter::default()
        };
        let question = Question::Journal(filter).seen_by(self.viewer.clone());
        let Ok(Reply::Lines(lines)) = door.ask(question) else {
            return true;
        };
        let party = &self.scheme.party(self.chair.party).id;
        let own = |change: &&Change| match change.key.as_slice() {
            [organisation, of, rater, ..] => {
                organisation == code && of == party && *rater == self.chair.rater
            }
            _ => false,
        };
        let returned = |line: &&JournalLine| {
            let mut sheets = line.changes.iter().filter(own);
            sheets.any(|change| change.what == What::Sheet)
                && line.kind.parse() == Ok(OperationKind::Return)
        };
        let since = lines.iter().take_while(|line| !returned(line));
        since
            .flat_map(|line| line.changes.iter().filter(own))
            .any(|change| change.what == What::Mark && is_other_entry(change))
    }
}

/// Whether a change of a mark is more than a note or a flag.
fn is_other_entry(change: &Change) -> bool {
    let entry = |record: &Option<Record>| MarkRecord::read(record.as_ref()?).ok()?.entry;
    entry(&change.old) != entry(&change.new)
}

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
        let seat = context.session.seat.as_ref();
        let party = seat.map(|seat| seat.party.clone());
        if let (Some(round), Some(party)) = (context.session.round_name(), party) {
            let question = Question::PartySheets { round, party };
            self.counting = Some(context.ask("sheets", question));
        }
    }

    /// The office has said how the sheets stand: each is looked through as its own summary does.
    pub(super) fn look_through(&mut self, reply: &Reply, context: &mut Context<'_>) {
        let (Reply::Cells(cells), Some(seat)) = (reply, &context.session.seat) else {
            return;
        };
        let revisions: HashMap<&str, u64> = cells
            .iter()
            .filter_map(|cell| match cell.key.as_slice() {
                [organisation, party, rater]
                    if cell.what == What::Sheet && *party == seat.party && *rater == seat.rater =>
                {
                    Some((organisation.as_str(), cell.revision))
                }
                _ => None,
            })
            .collect();
        let sheets = self.to_submit(context.session);
        self.ready = sheets
            .iter()
            .map(|(code, _)| {
                let revision = revisions.get(code.as_str()).copied().unwrap_or(0);
                (code.clone(), revision)
            })
            .collect();
        let Some(look) = Look::new(context.session) else {
            return;
        };
        let job = move |door: &dyn Door| {
            let told = sheets.iter().filter_map(|sheet| look.through(sheet, door));
            Ok(told.collect::<Vec<String>>().join("\n"))
        };
        self.looking = Some(context.work(job));
    }

    /// The sheets have been looked through: the person is asked.
    pub(super) fn ask_submit(&mut self, told: &str, context: &mut Context<'_>) {
        let language = context.session.language;
        let ready: HashSet<&String> = self.ready.iter().map(|(code, _)| code).collect();
        let mut sheets = self.to_submit(context.session);
        sheets.retain(|(code, _)| ready.contains(code));
        let count = self.ready.len();
        let odd: Vec<&str> = told.lines().collect();
        let named = if odd.is_empty() { NAMED } else { NAMED_BESIDE };
        let names = sheets.iter().take(named).map(|(_, name)| name.clone());
        let mut intro: Vec<String> = names.collect();
        if count > named {
            intro.push(and_more(language, count - named));
        }
        if !odd.is_empty() {
            intro.push(text::submit_odd(language, odd.len()));
            intro.extend(odd.iter().take(TOLD).map(|line| format!("? {line}")));
        }
        if odd.len() > TOLD {
            intro.push(and_more(language, odd.len() - TOLD));
        }
        intro.push(text::submit_intro(language));
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
