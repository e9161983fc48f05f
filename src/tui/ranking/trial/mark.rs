//! A mark on trial: which sheet, which item, which entry.

use super::super::model::Ranking;
use crate::desk::{by_ids, by_numbers};
use crate::office::{OrganisationFile, Question};
use crate::round::{Cell, MarkRecord, SheetRecord, SheetState, What, Write};
use crate::scheme::{Deduction, Item, ItemOption, ItemRule, Method, PartyIndex, TrackIndex};
use crate::scoring::Entry as Entered;
use crate::text::{Language, journal, ranking as text, refusal};
use crate::tui::ask::{Choice, Entry, Form, Line};
use crate::tui::message::Ticket;
use crate::tui::screen::{Context, Tone};
use crate::tui::session::OpenRound;

/// What the questions are called in their answers.
pub(in super::super) const SHEET: &str = "trial sheet";
pub(in super::super) const ITEM: &str = "trial item";
pub(in super::super) const ENTRY: &str = "trial entry";

/// Stands for the item of an overall mark, as in the books.
const OVERALL: &str = "*";

/// The mark that is being chosen, as far as it is.
#[derive(Debug, Default)]
pub(super) struct Choosing {
    asking: Option<Ticket>,
    file: Option<Box<OrganisationFile>>,
    /// Ids of party and rater, as they were offered.
    sheets: Vec<(String, String)>,
    sheet: Option<(String, String)>,
    /// Ids of items, as they were offered.
    items: Vec<String>,
    item: Option<String>,
}

impl Choosing {
    fn cell(&self, what: What, rest: &[&str]) -> Option<&Cell> {
        let file = self.file.as_ref()?;
        let is_it =
            |cell: &&Cell| cell.what == what && cell.key.get(1..).is_some_and(|key| key == rest);
        file.cells.iter().find(is_it)
    }

    fn mark(&self, item: &str) -> Option<MarkRecord> {
        let (party, rater) = self.sheet.as_ref()?;
        let cell = self.cell(What::Mark, &[party, rater, item])?;
        MarkRecord::read(cell.record.as_ref()?).ok()
    }

    /// What is entered for an item now; empty where nothing is.
    fn entry(&self, item: &str) -> String {
        let mark = self.mark(item);
        mark.and_then(|mark| mark.entry).unwrap_or_default()
    }
}

impl Ranking {
    /// Asks for the organisation, whose sheets are then offered.
    pub(super) fn ask_sheets(&mut self, context: &mut Context<'_>) {
        if let (Some(round), Some(row)) = (context.session.round_name(), self.selected()) {
            let organisation = row.organisation.clone();
            let question = Question::Organisation {
                round,
                organisation,
            };
            self.trial.choosing = Choosing {
                asking: Some(context.ask("trial file", question)),
                ..Choosing::default()
            };
        }
    }

    /// Takes the organisation, and offers its sheets. True where a trial waits for it.
    pub(in super::super) fn take_file_on_trial(
        &mut self,
        ticket: Ticket,
        file: &OrganisationFile,
        context: &mut Context<'_>,
    ) -> bool {
        if self.trial.choosing.asking != Some(ticket) {
            return false;
        }
        let language = context.session.language;
        let Some(round) = &context.session.round else {
            return true;
        };
        let mut sheets: Vec<(String, String)> = Vec::new();
        for cell in file.cells.iter().filter(|cell| cell.what == What::Mark) {
            if let [_, party, rater, _] = cell.key.as_slice() {
                let sheet = (party.clone(), rater.clone());
                if !sheets.contains(&sheet) {
                    sheets.push(sheet);
                }
            }
        }
        if sheets.is_empty() {
            context.say(Tone::Warning, text::trial_no_sheet(language));
            return true;
        }
        sheets.sort_by_key(|(party, _)| round.scheme.find_party(party));
        let name = |(party, rater): &(String, String)| {
            Entry::from(text::trial_sheet(language, round.party_title(party), rater))
        };
        let options = sheets.iter().map(name).collect();
        let last = sheets.len() - 1;
        let title = text::trial_mark(language, &file.row.name);
        self.trial.choosing.file = Some(Box::new(file.clone()));
        self.trial.choosing.sheets = sheets;
        context.push(Choice::new(SHEET, title, options).selecting(last));
        true
    }

    pub(in super::super) fn take_sheet(&mut self, position: usize, context: &mut Context<'_>) {
        let language = context.session.language;
        let choosing = &mut self.trial.choosing;
        let (Some(round), Some(sheet)) = (
            &context.session.round,
            choosing.sheets.get(position).cloned(),
        ) else {
            return;
        };
        let title = text::trial_sheet(language, round.party_title(&sheet.0), &sheet.1);
        choosing.items = items(round, choosing, &sheet.0);
        choosing.sheet = Some(sheet);
        if choosing.items == [OVERALL] {
            self.take_item(0, context);
            return;
        }
        let name = |id: &String| {
            let now = journal::entry_word(language, &choosing.entry(id));
            Entry::from(text::trial_item(
                language,
                short(round, id),
                round.part_title(id),
                &now,
            ))
        };
        let options = choosing.items.iter().map(name).collect();
        context.push(Choice::new(ITEM, title, options));
    }

    pub(in super::super) fn take_item(&mut self, position: usize, context: &mut Context<'_>) {
        let Some(item) = self.trial.choosing.items.get(position).cloned() else {
            return;
        };
        let now = self.trial.choosing.entry(&item);
        let round = context.session.round.as_ref();
        let known = round.and_then(|round| {
            let index = round.scheme.find_item(&item)?;
            Some(by_numbers(deductions(round.scheme.item(index)), &now))
        });
        self.trial.choosing.item = Some(item);
        self.ask_entry(&known.unwrap_or(now), context);
    }

    fn ask_entry(&self, typed: &str, context: &mut Context<'_>) {
        let language = context.session.language;
        let choosing = &self.trial.choosing;
        let (Some(round), Some(item)) = (&context.session.round, &choosing.item) else {
            return;
        };
        let now = choosing.entry(item);
        let title = match item.as_str() {
            OVERALL => text::trial_overall(language),
            id => format!("{} {}", short(round, id), round.part_title(id)),
        };
        let now = journal::entry_word(language, &now);
        let mut intro = vec![text::trial_entry_now(language, &now)];
        intro.extend(how(round, item, language));
        let line = Line::new(text::trial_entry(language), typed, true);
        context.push(Form::new(ENTRY, title, intro, vec![line]));
    }

    /// Tries the entry out; one outside its item's rule is refused and stays to be mended.
    pub(in super::super) fn try_mark(&mut self, texts: &[String], context: &mut Context<'_>) {
        let language = context.session.language;
        let choosing = &self.trial.choosing;
        let (Some(round), Some(file), Some((party, rater)), Some(item), [typed]) = (
            &context.session.round,
            &choosing.file,
            &choosing.sheet,
            &choosing.item,
            texts,
        ) else {
            return;
        };
        let entry = match entered(round, item, typed) {
            Ok(entry) => entry,
            Err(why) => {
                let why = refusal::entry(language, &why);
                self.ask_entry(typed, context);
                context.refuse(item.clone(), why);
                return;
            }
        };
        let key = |rest: &[&String]| {
            let rest = rest.iter().map(|part| (*part).clone());
            [file.row.organisation.clone()]
                .into_iter()
                .chain(rest)
                .collect()
        };
        let write = |what, key, record| Write {
            what,
            key,
            record: Some(record),
            seen: None,
            row: None,
        };
        let before = choosing.mark(item);
        let record = MarkRecord {
            entry: Some(entry.clone()),
            note: before.as_ref().and_then(|mark| mark.note.clone()),
            flagged: before.is_some_and(|mark| mark.flagged),
        };
        // A sheet that is not submitted would not count, whatever it held.
        let submitted = SheetRecord {
            state: SheetState::Submitted,
            reason: None,
            imported: false,
        };
        let writes = vec![
            write(What::Mark, key(&[party, rater, item]), record.write()),
            write(What::Sheet, key(&[party, rater]), submitted.write()),
        ];
        let word = |entry: &str| journal::entry_word(language, entry);
        let (now, then) = (word(&choosing.entry(item)), word(&entry));
        let item = short(round, item);
        let told = text::trial_told_mark(language, &file.row.name, item, &now, &then);
        self.try_out(told, writes, context);
    }
}

/// The items of a party's sheet for the organisation; of an overall mark the one that stands for
/// it.
fn items(round: &OpenRound, choosing: &Choosing, party: &str) -> Vec<String> {
    let scheme = &round.scheme;
    let file = choosing.file.as_ref();
    let track = file.and_then(|file| file.row.track.as_deref());
    let (Some(track), Some(party)) = (
        track.and_then(|track| scheme.find_track(track)),
        scheme.find_party(party),
    ) else {
        return Vec::new();
    };
    match scheme.party(party).method {
        Method::Mark(_) => vec![OVERALL.to_owned()],
        _ => on_sheet(round, track, party),
    }
}

fn on_sheet(round: &OpenRound, track: TrackIndex, party: PartyIndex) -> Vec<String> {
    let items = round.scheme.items_on_sheet(track, party);
    items
        .map(|item| round.scheme.item(item).id.clone())
        .collect()
}

/// The entry in the one grammar, or why it breaks its item's rule (I8).
fn entered(
    round: &OpenRound,
    item: &str,
    typed: &str,
) -> Result<String, crate::scoring::EntryRefusal> {
    let scheme = &round.scheme;
    let typed = crate::exchange::fold(typed);
    match scheme.find_item(item).map(|index| scheme.item(index)) {
        Some(item) => {
            let typed = by_ids(deductions(item), typed.trim());
            let entry = Entered::parse(&typed, item, scheme.decimals)?;
            Ok(entry.canonical(item))
        }
        None => {
            Entered::parse_overall(&typed, scheme.marks, scheme.decimals)?;
            Ok(typed.trim().to_owned())
        }
    }
}

/// The deductions of an item; none where it is scored in another way.
fn deductions(item: &Item) -> &[Deduction] {
    match &item.rule {
        ItemRule::Deductions(rows) => rows,
        _ => &[],
    }
}

/// What an item is called on paper; an overall mark has no item.
fn short<'a>(round: &'a OpenRound, item: &'a str) -> &'a str {
    let index = round.scheme.find_item(item);
    index.map_or(item, |index| round.scheme.short_id(index))
}

/// How an item is entered, where that is not a plain mark.
fn how(round: &OpenRound, item: &str, language: Language) -> Vec<String> {
    let Some(index) = round.scheme.find_item(item) else {
        return Vec::new();
    };
    match &round.scheme.item(index).rule {
        ItemRule::Deductions(rows) => {
            let rows = rows.iter().zip(1..);
            let rows = rows.map(|(row, number)| format!("{number} {}", row.title));
            rows.chain([refusal::entry_not_counts(language)]).collect()
        }
        ItemRule::Options(options) => {
            let option =
                |option: &ItemOption| format!("{} {} {}", option.id, option.title, option.points);
            options.iter().map(option).collect()
        }
        _ => Vec::new(),
    }
}
