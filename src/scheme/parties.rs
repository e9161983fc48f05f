//! `[[party]]`

use super::fault::{GoesWith, ItemFault, List, PartyFault, SchemeFault};
use super::head::Head;
use super::model::{
    Aggregate, Ballot, BallotBase, BallotOption, Combine, Gathering, Ledger, Link, MemberKind,
    Method, Party, Question,
};
use super::names::{Named, Names, Register, flags};
use super::read::{Table, Value, demand, flag, misplaced, per_cent, texts};
use super::tracks::Tracks;
use crate::diagnose::{Located, Shape};
use crate::number::Decimal;

const TRIM_FROM: u32 = 5;
const TRIM: u32 = 1;

/// The four methods, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MethodName {
    Sheet,
    Mark,
    Ballot,
    Ledger,
}

const METHODS: [(&str, MethodName); 4] = [
    ("sheet", MethodName::Sheet),
    ("mark", MethodName::Mark),
    ("ballot", MethodName::Ballot),
    ("ledger", MethodName::Ledger),
];

/// A party, with what of it could be read.
pub(super) struct PartyDraft {
    pub party: Party,
    pub method: Option<Located<MethodName>>,
    pub weight: Option<Decimal>,
    pub tracks: Option<Vec<bool>>,
}

/// The parties of a scheme.
pub(super) struct Parties {
    pub list: Vec<PartyDraft>,
    pub names: Names,
}

/// Whether the scheme has sheets, a ledger, or neither; unknown where the methods do not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Sheets,
    Ledger,
    Neither,
    Unknown,
}

impl Parties {
    pub fn read(root: &Table, head: &Head, tracks: &Tracks) -> Self {
        let mut register = Register::new(List::Parties);
        let mut list = Vec::new();
        for table in root.tables("party") {
            let named = Named::read(&table);
            register.add(table.document(), &named);
            list.push(read_party(table, &named, head, tracks));
        }
        Self {
            list,
            names: register.finish(),
        }
    }

    pub fn has(&self, name: MethodName) -> bool {
        let is = |method: &Located<MethodName>| method.value == name;
        self.list
            .iter()
            .any(|draft| draft.method.as_ref().is_some_and(is))
    }

    pub fn sort(&self) -> Sort {
        let unread = self.list.iter().any(|draft| draft.method.is_none());
        match (self.has(MethodName::Sheet), self.has(MethodName::Ledger)) {
            (true, false) => Sort::Sheets,
            (false, true) if !unread => Sort::Ledger,
            (false, false) if !unread && !self.list.is_empty() => Sort::Neither,
            _ => Sort::Unknown,
        }
    }

    pub fn method(&self, position: usize) -> Option<MethodName> {
        let method = self.list.get(position)?.method.as_ref()?;
        Some(method.value)
    }
}

fn read_party(table: Table, named: &Named, head: &Head, tracks: &Tracks) -> PartyDraft {
    let method = table
        .required("method")
        .and_then(|value| value.choice(&METHODS));
    let weight = read_weight(&table, head);
    let on_tracks = flags(&table, "tracks", &tracks.names, tracks.count());
    let independent = flag(&table, "independent");
    let read = read_method(&table, method.as_ref().map(|method| method.value));
    let party = Party {
        id: named.id(),
        title: named.title(),
        weight: weight.unwrap_or_default(),
        tracks: on_tracks
            .clone()
            .unwrap_or_else(|| vec![true; tracks.count()]),
        independent,
        method: read,
    };
    table.finish();
    PartyDraft {
        party,
        method,
        weight,
        tracks: on_tracks,
    }
}

/// The weight: required with `weighted`, else without effect.
fn read_weight(table: &Table, head: &Head) -> Option<Decimal> {
    let weighted = head.combine.as_ref().map(|combine| combine.value) == Some(Combine::Weighted);
    let value = if weighted {
        table.required("weight")?
    } else if let Some(value) = table.optional("weight") {
        value
    } else {
        return Some(Decimal::ZERO);
    };
    not_negative(table, &value)
}

fn not_negative(table: &Table, value: &Value) -> Option<Decimal> {
    let weight = value.decimal()?;
    if weight.value.is_negative() {
        table
            .document()
            .fault(&weight.place, PartyFault::WeightNegative);
        return None;
    }
    Some(weight.value)
}

const GATHERING: [&str; 3] = ["aggregate", "trim_from", "trim"];
const BALLOT: [&str; 3] = ["base", "options", "questions"];
const LEDGER: [&str; 2] = ["review", "link"];
const RATED: GoesWith = GoesWith::Methods(&["sheet", "mark"]);

/// Reads the keys of the party's method, and tells those of the others.
fn read_method(table: &Table, name: Option<MethodName>) -> Method {
    if let Some(name) = name {
        if name != MethodName::Ballot {
            misplaced(table, &BALLOT, GoesWith::Methods(&["ballot"]));
        }
        if name != MethodName::Ledger {
            misplaced(table, &LEDGER, GoesWith::Methods(&["ledger"]));
        }
        if matches!(name, MethodName::Ballot | MethodName::Ledger) {
            misplaced(table, &GATHERING, RATED);
            misplaced(table, &["independent"], RATED);
        }
        if name == MethodName::Ledger {
            let counted = GoesWith::Methods(&["sheet", "mark", "ballot"]);
            misplaced(table, &["at_least"], counted);
        }
    }
    match name {
        Some(MethodName::Sheet) => Method::Sheet(read_gathering(table)),
        Some(MethodName::Mark) => Method::Mark(read_gathering(table)),
        Some(MethodName::Ballot) => Method::Ballot(read_ballot(table)),
        Some(MethodName::Ledger) => Method::Ledger(read_ledger(table)),
        None => {
            // The method is not known: every key of every method may be right.
            let keys = GATHERING.iter().chain(&BALLOT).chain(&LEDGER);
            for key in keys.chain(&["at_least"]) {
                let _ = table.optional(key);
            }
            Method::Ledger(Ledger {
                review: Vec::new(),
                link: None,
            })
        }
    }
}

fn at_least(table: &Table) -> u32 {
    let value = table.optional("at_least");
    let found = value.and_then(|value| value.whole(1..=u32::MAX));
    found.map_or(1, |found| found.value)
}

/// P1
fn read_gathering(table: &Table) -> Gathering {
    #[derive(Clone, Copy, PartialEq)]
    enum Name {
        Mean,
        Median,
        Trimmed,
    }
    let choices = [
        ("mean", Name::Mean),
        ("median", Name::Median),
        ("trimmed", Name::Trimmed),
    ];
    let name = match table.optional("aggregate") {
        Some(value) => value.choice(&choices).map(|name| name.value),
        None if table.is_uncertain("aggregate") => None,
        None => Some(Name::Mean),
    };
    let aggregate = match name {
        Some(Name::Trimmed) => read_trimmed(table),
        Some(name) => {
            misplaced(table, &["trim_from", "trim"], GoesWith::Trimmed);
            if name == Name::Median {
                Aggregate::Median
            } else {
                Aggregate::Mean
            }
        }
        None => read_trimmed(table),
    };
    Gathering {
        aggregate,
        at_least: at_least(table),
    }
}

fn read_trimmed(table: &Table) -> Aggregate {
    let number = |key, default| match table.optional(key) {
        Some(value) => value.whole(0..=u32::MAX),
        None => Some(Located::new(default, table.place())),
    };
    let (trim_from, trim) = (number("trim_from", TRIM_FROM), number("trim", TRIM));
    let (Some(trim_from), Some(trim)) = (trim_from, trim) else {
        return Aggregate::Mean;
    };
    if u64::from(trim_from.value) <= 2 * u64::from(trim.value) {
        let place = if table.has("trim_from") {
            &trim_from.place
        } else {
            &trim.place
        };
        let trim = trim.value;
        table
            .document()
            .fault(place, PartyFault::TrimFromTooLow { trim });
    }
    Aggregate::Trimmed {
        trim_from: trim_from.value,
        trim: trim.value,
    }
}

/// P3
fn read_ballot(table: &Table) -> Ballot {
    let choices = [
        ("valid", BallotBase::Valid),
        ("returned", BallotBase::Returned),
    ];
    let base = table
        .optional("base")
        .and_then(|value| value.choice(&choices));
    Ballot {
        at_least: u64::from(at_least(table)),
        base: base.map_or(BallotBase::Valid, |base| base.value),
        options: read_ballot_options(table),
        questions: read_questions(table),
    }
}

/// The tables of a list that must not be empty.
pub(super) fn filled<'d>(
    table: &Table<'d>,
    key: &'static str,
    empty: impl Into<SchemeFault>,
) -> Vec<Table<'d>> {
    let Some(value) = table.required(key) else {
        return Vec::new();
    };
    let Some(elements) = value.elements() else {
        return Vec::new();
    };
    demand(table.document(), !elements.is_empty(), value.place(), empty);
    elements.iter().filter_map(Value::table).collect()
}

fn read_ballot_options(table: &Table) -> Vec<BallotOption> {
    let mut register = Register::ballot_options();
    let mut options = Vec::new();
    for table in filled(table, "options", ItemFault::NoOptions) {
        let named = Named::read(&table);
        register.add(table.document(), &named);
        let value = table.required("value").and_then(|value| per_cent(&value));
        options.push(BallotOption {
            id: named.id(),
            title: named.title(),
            value: value.map(|value| value.value).unwrap_or_default(),
            satisfied: flag(&table, "satisfied"),
        });
        table.finish();
    }
    options
}

fn read_questions(table: &Table) -> Vec<Question> {
    let mut register = Register::new(List::Questions);
    let mut questions = Vec::new();
    let mut weights = Some(Decimal::ZERO);
    for table in filled(table, "questions", PartyFault::NoQuestions) {
        let named = Named::read(&table);
        register.add(table.document(), &named);
        let weight = read_question_weight(&table);
        weights = add(weights, weight);
        questions.push(Question {
            id: named.id(),
            title: named.title(),
            weight: weight.unwrap_or_default(),
        });
        table.finish();
    }
    let zero = weights.is_some_and(Decimal::is_zero) && !questions.is_empty();
    if let Some(value) = table.optional("questions").filter(|_| zero) {
        table
            .document()
            .fault(value.place(), PartyFault::QuestionWeightsZero);
    }
    questions
}

/// The sum, where both are known.
pub(super) fn add(one: Option<Decimal>, other: Option<Decimal>) -> Option<Decimal> {
    let sum = one?.millionths().checked_add(other?.millionths())?;
    Some(Decimal::from_millionths(sum))
}

/// P3: how much a question weighs; 1 where that is not said.
fn read_question_weight(table: &Table) -> Option<Decimal> {
    match table.optional("weight") {
        Some(value) => not_negative(table, &value),
        None => Some(Decimal::whole(1)),
    }
}

/// P5, P6
fn read_ledger(table: &Table) -> Ledger {
    let link = table.optional("link").and_then(|value| value.table());
    Ledger {
        review: texts(table, "review"),
        link: link.map(read_link),
    }
}

fn read_link(table: Table) -> Link {
    let choices = [
        ("officer", MemberKind::Officer),
        ("member", MemberKind::Member),
    ];
    // Without a kind of person the link would never count anybody.
    let kind = |value: &Value| value.choice(&choices).map(|kind| kind.value);
    let kinds = table.required("kinds").and_then(|value| {
        let elements = value.elements()?;
        let filled = !elements.is_empty();
        demand(table.document(), filled, value.place(), Shape::EmptyList);
        Some(elements.iter().filter_map(kind).collect())
    });
    let every = table.required("every").and_then(|value| value.decimal());
    if let Some(every) = every.as_ref().filter(|every| every.value <= Decimal::ZERO) {
        table
            .document()
            .fault(&every.place, PartyFault::EveryNotPositive);
    }
    let add = table.required("add").and_then(|value| value.decimal());
    let count = table.optional("count");
    let pooled = count.and_then(|value| value.choice(&[("person", false), ("pooled", true)]));
    table.finish();
    Link {
        kinds: kinds.unwrap_or_default(),
        every: every.map(|every| every.value).unwrap_or_default(),
        add: add.map(|add| add.value).unwrap_or_default(),
        pooled: pooled.is_some_and(|pooled| pooled.value),
    }
}
