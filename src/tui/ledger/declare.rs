//! Declaring an event: the item by number, title or pinyin, then a form. What is typed is read as
//! a row of a ledger's file is, so that the screen takes what an import takes and says why not in
//! the same words.

use super::model::{Ledger, Row};
use crate::exchange::{Column, Format, Names, Why, read, write_table};
use crate::find::{Finder, Resolved};
use crate::round::{Command, EventState, Kind, OrganisationRecord, Write};
use crate::scheme::{EventPoints, Item, ItemIndex, ItemRule, MemberKind, Scheme};
use crate::text::{Language, exchange, ledger as text};
use crate::tui::ask::{Form, Line};
use crate::tui::find::{Find, Findable};
use crate::tui::screen::{Context, Tone};

/// What the questions are called in their answers.
pub(super) const ITEM: &str = "ledger item";
pub(super) const EVENT: &str = "ledger event";

/// Positions of the fields of the form.
const ORGANISATION: usize = 0;
const KIND: usize = 2;
const AMOUNT: usize = 4;
const FIELDS: usize = 6;

/// An event that is being declared.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    item: ItemIndex,
    /// Id and revision of an event that is declared anew.
    event: Option<(String, u64)>,
    texts: [String; FIELDS],
}

/// Why a form is not taken: the field, and what is wrong there.
struct Wrong {
    field: usize,
    why: String,
}

impl Ledger {
    /// Asks for the item first: what the form says depends on it.
    pub(super) fn ask_item(&self, context: &mut Context<'_>) {
        let Some(round) = &context.session.round else {
            return;
        };
        let scheme = &round.scheme;
        let items = scheme.items.iter();
        let items = items.filter(|item| matches!(item.rule, ItemRule::Ledger { .. }));
        let all = items.map(|item| Findable {
            code: item.id.clone(),
            name: item.title.clone(),
            beside: scheme.category(item.category).title.clone(),
        });
        context.push(Find::new(ITEM, all.collect()));
    }

    pub(super) fn take_item(&mut self, id: &str, context: &mut Context<'_>) {
        let Some(round) = &context.session.round else {
            return;
        };
        let Some(item) = round.scheme.find_item(id) else {
            return;
        };
        let of_subject = self.filter.subject.as_ref();
        let of_row = self.selected().map(|row| &row.record.organisation);
        let organisation = of_subject.map(|subject| &subject.organisation).or(of_row);
        let member = of_subject.and_then(|subject| subject.member.clone());
        let mut texts: [String; FIELDS] = Default::default();
        texts[ORGANISATION] = organisation.map_or_else(String::new, |code| self.called(code));
        texts[1] = member.unwrap_or_default();
        texts[3] = format!("{}-", round.year);
        if matches!(
            points_of(round.scheme.item(item)),
            Some(EventPoints::Each(_))
        ) {
            texts[AMOUNT] = "1".to_owned();
        }
        self.draft = Some(Draft {
            item,
            event: None,
            texts,
        });
        self.ask_event(ORGANISATION, context);
    }

    /// The form of an event that the unit still has, with what it says now.
    pub(super) fn declare_anew(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(row), Some(round)) = (self.selected(), &context.session.round) else {
            return;
        };
        let unit_has_it = matches!(
            row.record.state,
            EventState::Declared | EventState::SentBack
        );
        let item = round.scheme.find_item(&row.record.item);
        let Some(item) = item.filter(|_| unit_has_it) else {
            context.refuse(row.id.clone(), text::send_back_first(language));
            return;
        };
        self.draft = Some(Draft {
            item,
            event: Some((row.id.clone(), row.revision)),
            texts: self.texts_of(row),
        });
        self.ask_event(ORGANISATION, context);
    }

    fn texts_of(&self, row: &Row) -> [String; FIELDS] {
        let record = &row.record;
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        let kind = record.kind.map(|kind| match kind {
            MemberKind::Officer => "1",
            MemberKind::Member => "2",
        });
        let amount = match record.points {
            Some(points) => points.to_string(),
            None => record.count.to_string(),
        };
        [
            self.called(&record.organisation),
            text(&record.member),
            kind.unwrap_or_default().to_owned(),
            text(&record.date),
            amount,
            text(&record.document),
        ]
    }

    /// The name of an organisation where it alone has it, else its code.
    fn called(&self, code: &str) -> String {
        let named = |one: &&(String, OrganisationRecord)| one.0 == code;
        let Some((_, record)) = self.organisations.iter().find(named) else {
            return code.to_owned();
        };
        let same = self.organisations.iter();
        let same = same.filter(|(_, other)| other.name == record.name).count();
        if same == 1 {
            record.name.clone()
        } else {
            code.to_owned()
        }
    }

    fn ask_event(&self, at: usize, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(draft), Some(round)) = (&self.draft, &context.session.round) else {
            return;
        };
        let item = round.scheme.item(draft.item);
        let amount = match points_of(item) {
            Some(EventPoints::Range { .. }) => text::field_points(language),
            _ => text::field_count(language),
        };
        let labels = [
            (text::field_organisation(language), true),
            (text::field_member(language), false),
            (text::field_kind(language), false),
            (text::field_date(language), true),
            (amount, true),
            (text::field_document(language), false),
        ];
        let lines = labels
            .into_iter()
            .zip(&draft.texts)
            .map(|((label, needed), typed)| Line::new(label, typed, needed));
        let mut intro = vec![rule(language, item), text::kinds_are(language)];
        intro.extend(item.check.clone());
        let reason = draft.event.as_ref().and_then(|(id, _)| self.reason_of(id));
        intro.extend(reason.map(|reason| text::sent_back_for(language, reason)));
        let title = text::declare_title(language, &item.id, &item.title);
        context.push(Form::new(EVENT, title, intro, lines.collect()).beginning_at(at));
    }

    fn reason_of(&self, id: &str) -> Option<&str> {
        let all = self.all.as_deref().unwrap_or_default();
        let row = all.iter().find(|row| row.id == id)?;
        row.record.reason.as_deref()
    }

    /// Hands the declaration over; or says what is wrong, and the form stays as it was filled.
    pub(super) fn take_event(&mut self, filled: &[String], context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(draft), Some(round)) = (&mut self.draft, &context.session.round) else {
            return;
        };
        for (text, typed) in draft.texts.iter_mut().zip(filled) {
            text.clone_from(typed);
        }
        let draft = draft.clone();
        match self.checked(&draft, &round.scheme, language) {
            Ok(write) => {
                let title = round.scheme.item(draft.item).title.clone();
                let mut said = text::stepped(language, &text::step_declare(language), &title);
                let [.., document] = &draft.texts;
                if document.is_empty() {
                    said = text::still_lacks_document(language, &said);
                }
                self.wanted = write.key.first().cloned();
                self.handed = self.draft.take();
                self.writing
                    .apply(Command::Write(vec![write]), None, said, context);
            }
            Err(wrong) => {
                self.ask_event(wrong.field, context);
                context.say(Tone::Refusal, wrong.why);
            }
        }
    }

    /// The declaration was refused: its form comes back as it was filled.
    pub(super) fn declare_again(&mut self, context: &mut Context<'_>) {
        if let Some(draft) = self.handed.take() {
            self.draft = Some(draft);
            self.ask_event(ORGANISATION, context);
        }
    }

    /// The event as an import would read it.
    fn checked(&self, draft: &Draft, scheme: &Scheme, language: Language) -> Result<Write, Wrong> {
        let item = scheme.item(draft.item);
        let [organisation, member, kind, date, amount, document] = &draft.texts;
        if kind.is_empty() && !member.is_empty() {
            let why = text::kind_needed(language);
            return Err(Wrong { field: KIND, why });
        }
        let kind = match kind.as_str() {
            "1" | "１" => MemberKind::Officer.to_string(),
            "2" | "２" => MemberKind::Member.to_string(),
            other => other.to_owned(),
        };
        let ranged = matches!(points_of(item), Some(EventPoints::Range { .. }));
        let column = if ranged {
            Column::Points
        } else {
            Column::Count
        };
        let cells = [
            (Column::Organisation, self.meant(organisation)),
            (Column::Member, member.clone()),
            (Column::MemberKind, kind),
            (Column::Date, date.clone()),
            (column, amount.clone()),
            (Column::Document, document.clone()),
            (Column::Item, item.id.clone()),
            (Column::State, EventState::Declared.to_string()),
        ];
        let mut write = self.read_row(&cells, scheme, language)?;
        let record = write.record.as_ref().and_then(|record| record.first());
        let code = record.cloned().flatten().unwrap_or_default();
        let (id, seen) = match &draft.event {
            Some((id, seen)) => (id.clone(), *seen),
            None => (self.next_id(&code), 0),
        };
        write.key = vec![id];
        write.seen = Some(seen);
        write.row = None;
        Ok(write)
    }

    fn read_row(
        &self,
        cells: &[(Column, String)],
        scheme: &Scheme,
        language: Language,
    ) -> Result<Write, Wrong> {
        let wrong = |field: usize, why: String| Wrong { field, why };
        let headings: Vec<String> = cells
            .iter()
            .map(|(column, _)| column.english().to_owned())
            .collect();
        let row = vec![cells.iter().map(|(_, text)| text.clone()).collect()];
        let bytes = write_table(&headings, &row, &[], Format::Csv)
            .map_err(|why| wrong(0, exchange::unwritable(language, &why)))?;
        let names = Names::new(scheme, self.organisations.iter().cloned());
        let faults = match read(Kind::Ledger, &bytes, &names) {
            Ok(writes) => {
                return writes
                    .into_iter()
                    .next()
                    .ok_or_else(|| wrong(0, String::new()));
            }
            Err(faults) => faults,
        };
        let Some(fault) = faults.first.first() else {
            return Err(wrong(0, String::new()));
        };
        let heading = |heading: &String| headings.iter().position(|one| one == heading);
        let field = fault.column.as_ref().and_then(heading);
        let mut why = exchange::why(language, &fault.why);
        if let Why::Ambiguous { candidates, .. } = &fault.why {
            let named = candidates.iter();
            let named: Vec<String> = named
                .map(|one| exchange::candidate_line(language, one))
                .collect();
            why = format!("{why} {}", named.join("  "));
        }
        // What the form has no field for stands at its first.
        Err(wrong(field.filter(|at| *at < FIELDS).unwrap_or(0), why))
    }

    /// The code of the one organisation that a text can only mean; else the text, for the reader
    /// to refuse.
    fn meant(&self, typed: &str) -> String {
        let rated = self.organisations.iter();
        let rated = rated.filter(|(_, record)| record.track.is_some());
        let finder = Finder::new(rated.map(|(code, record)| (code.as_str(), record.name.as_str())));
        let position = match finder.resolve(typed) {
            Resolved::Found(position) => Some(position),
            Resolved::Ambiguous(_) => None,
            Resolved::NotFound(_) => match finder.search(typed, 2).first.as_slice() {
                [only] => Some(only.position),
                _ => None,
            },
        };
        position.map_or_else(|| typed.to_owned(), |at| finder.code(at).to_owned())
    }

    /// The number after the highest one that events of the organisation have.
    fn next_id(&self, organisation: &str) -> String {
        let number = |row: &Row| {
            let number = row.id.strip_prefix(organisation)?.strip_prefix('-')?;
            number.parse::<u32>().ok()
        };
        let all = self.all.as_deref().unwrap_or_default();
        let last = all.iter().filter_map(number).max().unwrap_or(0);
        format!("{organisation}-{:02}", last.saturating_add(1))
    }
}

const fn points_of(item: &Item) -> Option<&EventPoints> {
    match &item.rule {
        ItemRule::Ledger { points, .. } => Some(points),
        _ => None,
    }
}

/// What an event of the item brings, and what is typed for it.
pub(super) fn rule(language: Language, item: &Item) -> String {
    match points_of(item) {
        Some(EventPoints::Each(each)) => text::rule_each(language, &each.to_string()),
        Some(EventPoints::Range { low, high, step }) => {
            let (low, high) = (low.to_string(), high.to_string());
            match step {
                Some(step) => text::rule_range_step(language, &low, &high, &step.to_string()),
                None => text::rule_range(language, &low, &high),
            }
        }
        None => String::new(),
    }
}
