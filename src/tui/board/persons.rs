//! The persons of one organisation: their points, and what they add to it; from the same steps
//! that explain the organisation's figures.

use ratatui::layout::{Position, Rect};

use crate::number::Figure;
use crate::office::{Question, Reply};
use crate::scheme::{MemberKind, Scheme};
use crate::scoring::Step;
use crate::text::{Language, ledger as text, scoring};
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;
use crate::tui::ledger::{Ledger, Subject};
use crate::tui::list::{Keyed, List, Listing, Names, Said, Seen};
use crate::tui::message::{Replied, Ticket};
use crate::tui::screen::{Context, Movement, Screen};
use crate::tui::session::Session;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Column, Span};

const KIND: u16 = 10;
const FIGURE: u16 = 10;

/// What can be done with the persons of an organisation.
pub const COMMANDS: &[Command] = commands! {
    "persons.events": text::command_events, [Key::ENTER], hint 1;
    "persons.next": text::command_next, [Key::f(8)], hint 2;
    "persons.previous": text::command_previous, [Key::f(7)], hint 3;
    "persons.whole": crate::text::tui::command_read_pane, [Key::ctrl('d')];
};

/// A person with the steps that made the points.
#[derive(Debug, Clone)]
pub struct Row {
    kind: MemberKind,
    name: String,
    points: Figure,
    adds: Option<Figure>,
    steps: Vec<Step>,
}

impl Keyed for Row {
    type Key = String;

    fn key(&self) -> String {
        self.name.clone()
    }
}

/// The screen.
#[derive(Debug, Default)]
pub struct Persons {
    organisation: String,
    list: List<Row>,
    /// What the organisation has of its own, of its persons, and in all; none: not yet read.
    of_all: Option<[Figure; 3]>,
    /// Adding up of all persons together, where they are pooled.
    pooled: Option<Step>,
    names: Names,
    /// Codes of the rated organisations, in the order of their list.
    codes: Vec<String>,
    reading: Option<Ticket>,
}

impl Persons {
    #[must_use]
    pub fn of(organisation: String) -> Self {
        Self {
            organisation,
            ..Self::default()
        }
    }

    fn take(&mut self, steps: &[Step]) {
        let mut rows: Vec<Row> = Vec::new();
        let mut items: Vec<Step> = Vec::new();
        self.pooled = None;
        for step in steps {
            let (member, points, adds) = match step {
                Step::LedgerItem { .. } => {
                    items.push(step.clone());
                    continue;
                }
                Step::LedgerPerson { member, points, .. } => (member, *points, None),
                Step::Linked {
                    member: Some(member),
                    points,
                    adds,
                    ..
                } => (member, *points, Some(*adds)),
                Step::Linked { .. } => {
                    self.pooled = Some(step.clone());
                    continue;
                }
                Step::LedgerPoints {
                    own,
                    linked,
                    points,
                    ..
                } => {
                    self.of_all = Some([*own, *linked, *points]);
                    continue;
                }
                _ => continue,
            };
            // The items of a person stand before the person; those before are the unit's own.
            let is_of = |item: &Step| matches!(item, Step::LedgerItem { member: Some(name), .. } if *name == member.1);
            let of_person = std::mem::take(&mut items).into_iter().filter(is_of);
            // What comes of it first: the items may be too many for the pane.
            let own: Vec<Step> = std::iter::once(step.clone()).chain(of_person).collect();
            rows.push(Row {
                kind: member.0,
                name: member.1.clone(),
                points,
                adds,
                steps: own,
            });
        }
        rows.sort_by_key(|row| (row.kind, std::cmp::Reverse(row.points)));
        self.list.arrange(rows);
    }

    /// Goes on to the organisation so many after this one, round to the first again.
    fn turn(&mut self, by: usize, context: &mut Context<'_>) {
        let at = self
            .codes
            .iter()
            .position(|code| *code == self.organisation);
        let Some(at) = at else { return };
        let next = (at + by) % self.codes.len().max(1);
        if let Some(code) = self.codes.get(next) {
            self.organisation.clone_from(code);
            self.of_all = None;
            self.list = List::default();
            self.read(context);
        }
    }

    fn lines(&self, scheme: &Scheme, language: Language) -> Vec<(Role, String)> {
        let mut lines = vec![(Role::Text, rule(language, scheme))];
        if let Some([own, linked, points]) = &self.of_all {
            let [own, linked, points] = [own, linked, points].map(ToString::to_string);
            lines.push((
                Role::Title,
                text::persons_of(language, &own, &linked, &points),
            ));
        }
        let of_person = self.list.selected().into_iter().flat_map(|row| &row.steps);
        for step in self.pooled.iter().chain(of_person) {
            let told = scoring::step(scheme, language, step);
            lines.push((Role::Text, format!("{:?} {told}", step.rule())));
        }
        lines
    }
}

/// How persons' points become the organisation's, with the number of the rule.
pub(super) fn rule(language: Language, scheme: &Scheme) -> String {
    let link = scheme.ledger().and_then(|ledger| ledger.link.as_ref());
    link.map_or_else(
        || text::persons_rule_none(language),
        |link| {
            let (every, add) = (link.every.to_string(), link.add.to_string());
            if link.pooled {
                text::persons_rule_pooled(language, &every, &add)
            } else {
                text::persons_rule_person(language, &every, &add)
            }
        },
    )
}

impl Screen for Persons {
    fn id(&self) -> &'static str {
        "persons"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let nobody = command == "persons.events" && self.list.is_empty();
        nobody.then(|| text::persons_none(session.language))
    }

    fn opened(&mut self, context: &mut Context<'_>) {
        self.names.read("persons names", context);
        self.read(context);
    }

    fn read(&mut self, context: &mut Context<'_>) {
        let Some(round) = context.session.round_name() else {
            return;
        };
        let organisation = self.organisation.clone();
        let question = Question::Explain {
            round,
            organisation,
        };
        self.reading = Some(context.ask("persons", question));
    }

    fn organisation(&self) -> Option<String> {
        Some(self.organisation.clone())
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "persons.whole" => self.read_pane(context),
            "persons.next" => self.turn(1, context),
            "persons.previous" => self.turn(self.codes.len().saturating_sub(1), context),
            "persons.events" => {
                if let Some(row) = self.list.selected() {
                    context.go(Ledger::of(Subject {
                        organisation: self.organisation.clone(),
                        member: Some(row.name.clone()),
                    }));
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        self.move_hand(movement, context.session);
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        if let Some(rows) = self.names.answered(ticket, answer) {
            let rated = rows.iter().filter(|row| row.track.is_some());
            self.codes = rated.map(|row| row.organisation.clone()).collect();
            return true;
        }
        match answer {
            Ok(Reply::Explained(told)) if self.reading == Some(ticket) => {
                self.take(&told.steps);
                self.follow(context.session);
                true
            }
            _ => false,
        }
    }

    fn waits(&self) -> bool {
        self.of_all.is_none() && self.reading.is_some()
    }

    fn header(&self, session: &Session) -> (String, String) {
        let language = session.language;
        let title = text::persons_title(language, self.names.of(&self.organisation));
        let count = |kind| {
            self.list
                .rows()
                .iter()
                .filter(|row| row.kind == kind)
                .count()
        };
        let (officers, members) = (count(MemberKind::Officer), count(MemberKind::Member));
        (title, text::persons_counted(language, officers, members))
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        self.draw(session, area, canvas)
    }
}

impl Listing for Persons {
    type Row = Row;

    const BELOW: u16 = 10;

    fn list(&self) -> &List<Row> {
        &self.list
    }

    fn list_mut(&mut self) -> &mut List<Row> {
        &mut self.list
    }

    fn is_read(&self) -> bool {
        self.of_all.is_some()
    }

    fn title(&self, seen: &Seen<'_>) -> String {
        text::persons_pane(seen.language)
    }

    fn nothing(&self, language: Language) -> String {
        text::persons_none(language)
    }

    fn columns(&self, seen: &Seen<'_>) -> Vec<Column> {
        let language = seen.language;
        let rest = seen.width.saturating_sub(KIND + 2 * FIGURE + 5);
        vec![
            Column::left(text::column_member(language), rest),
            Column::left(text::field_kind(language), KIND),
            Column::right(text::column_total(language), FIGURE),
            Column::right(text::column_adds(language), FIGURE),
        ]
    }

    fn cells<'a>(&'a self, row: &'a Row, seen: &Seen<'a>) -> Vec<Span<'a>> {
        let kind = text::member_kind(seen.language, row.kind);
        let adds = row.adds.map_or_else(String::new, |adds| adds.to_string());
        vec![
            (Role::Text, row.name.as_str().into()),
            (Role::Text, kind.into()),
            (Role::Title, row.points.to_string().into()),
            (Role::Text, adds.into()),
        ]
    }

    fn pane(&self, seen: &Seen<'_>) -> Said {
        let name = self.list.selected().map(|row| row.name.clone());
        let lines = self.lines(&seen.round.scheme, seen.language);
        (name.unwrap_or_default(), lines)
    }
}
