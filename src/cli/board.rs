//! What `results` shows of a ledger besides: the results of a period, and the persons' points.

use clap::{Arg, ArgMatches};
use serde::Serialize;

use super::session::{self, Session};
use super::table::{Side, Table};
use super::{Failed, tree};
use crate::exchange::fold;
use crate::number::Figure;
use crate::office::{
    Board, BoardAsked, BoardPerson, Door, Question, Reply, RoundHead, RoundResults,
};
use crate::round::is_day;
use crate::scheme::{MemberKind, Scheme};
use crate::text::{Language, cli, help, ledger as text};

/// Its part of the options of `results`.
pub fn options(language: Language) -> [Arg; 3] {
    [
        tree::option("from", "DATE", help::period_from(language), language),
        tree::option("to", "DATE", help::period_to(language), language),
        tree::flag("persons", help::persons(language), language),
    ]
}

/// The period that was asked for; none where nothing of a ledger was.
///
/// # Errors
/// The scheme keeps no ledger; a date is none.
pub fn asked(
    matches: &ArgMatches,
    scheme: &Scheme,
    language: Language,
) -> Result<Option<BoardAsked>, Failed> {
    let day = |name: &str| match matches.get_one::<String>(name) {
        None => Ok(None),
        Some(typed) => {
            let day = fold(typed).into_owned();
            let help = cli::see_help(language, "pingxing results");
            let bad = || Failed::usage(cli::date_bad(language, typed), help);
            is_day(&day).then_some(Some(day)).ok_or_else(bad)
        }
    };
    let asked = BoardAsked {
        from: day("from")?,
        to: day("to")?,
        trial: Vec::new(),
    };
    if asked == BoardAsked::default() && !matches.get_flag("persons") {
        return Ok(None);
    }
    if scheme.ledger().is_none() {
        let help = cli::ledger_only_help(language);
        return Err(Failed::said(text::no_ledger(language), help));
    }
    Ok(Some(asked))
}

/// The board of a period.
///
/// # Errors
/// Those of the office.
pub fn board(office: &dyn Door, round: &str, asked: &BoardAsked) -> Result<Board, Failed> {
    let question = Question::Board {
        round: round.to_owned(),
        asked: asked.clone(),
    };
    session::ask(office, question, |reply| match reply {
        Reply::Board(board) => Ok(*board),
        other => Err(other),
    })
}

/// The results that a board is made with; a period has no places of its own.
pub fn results(head: &RoundHead, board: Board) -> RoundResults {
    RoundResults {
        seq: board.seq,
        head: head.head.clone(),
        rows: board.organisations.into_iter().map(|one| one.row).collect(),
        places: Vec::new(),
    }
}

/// A person, as JSON.
#[derive(Serialize)]
struct Person<'a> {
    org: &'a str,
    name: &'a str,
    member: &'a str,
    kind: MemberKind,
    place: u32,
    points: Figure,
    adds: Option<Figure>,
    events: u32,
}

/// Prints the persons of a board.
///
/// # Errors
/// Those of the stream.
pub fn persons(
    session: &mut Session<'_>,
    persons: &[BoardPerson],
    format: &str,
) -> Result<(), Failed> {
    let language = session.language;
    match format {
        "json" => {
            let all: Vec<Person<'_>> = persons.iter().map(person).collect();
            serde_json::to_writer_pretty(&mut *session.out, &all)?;
            writeln!(session.out)?;
        }
        "csv" => {
            let mut writer = csv::Writer::from_writer(&mut *session.out);
            writer.write_record(heads(language).map(|(head, _)| head))?;
            for one in persons {
                writer.write_record(cells(one, language))?;
            }
            writer.flush()?;
        }
        _ => {
            let mut table = Table::new(heads(language).to_vec());
            for one in persons {
                table.row(cells(one, language).to_vec());
            }
            table.write(session.out)?;
        }
    }
    Ok(())
}

fn person(one: &BoardPerson) -> Person<'_> {
    Person {
        org: &one.organisation,
        name: &one.of,
        member: &one.member,
        kind: one.kind,
        place: one.place,
        points: one.points,
        adds: one.adds,
        events: one.events,
    }
}

fn heads(language: Language) -> [(String, Side); 8] {
    [
        (text::field_kind(language), Side::Left),
        (text::column_place(language), Side::Right),
        (cli::head_code(language), Side::Left),
        (text::column_organisation(language), Side::Left),
        (text::column_member(language), Side::Left),
        (text::column_total(language), Side::Right),
        (text::column_adds(language), Side::Right),
        (text::column_events(language), Side::Right),
    ]
}

fn cells(one: &BoardPerson, language: Language) -> [String; 8] {
    [
        text::member_kind(language, one.kind).to_owned(),
        one.place.to_string(),
        one.organisation.clone(),
        one.of.clone(),
        one.member.clone(),
        one.points.to_string(),
        one.adds.map_or_else(String::new, |adds| adds.to_string()),
        one.events.to_string(),
    ]
}
