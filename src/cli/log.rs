//! `log`: the journal, newest first.

use std::collections::{BTreeMap, BTreeSet};

use clap::{ArgMatches, Command};

use super::organisation::{self, Member};
use super::session::{self, Session};
use super::table::clean;
use super::{Failed, tree};
use crate::config;
use crate::office::{Door, JournalFilter, JournalLine, Question, Reply};
use crate::round::{Change, Record};
use crate::scheme::{self, Scheme};
use crate::text::{
    Language, cell_kind, cli, event_step, field, help, journal, operation_kind, person, refusal,
};

/// How many changes of one operation are shown; `verify` and the database hold them all.
const CHANGES: usize = 20;

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("log")
        .about(help::log(language))
        .override_usage("pingxing log [--round NAME] [--org ORG] [--who NAME] [--since DATE]")
        .arg(tree::option(
            "round",
            "NAME",
            help::log_round(language),
            language,
        ))
        .arg(tree::option(
            "org",
            "ORG",
            help::log_organisation(language),
            language,
        ))
        .arg(tree::option(
            "who",
            "NAME",
            help::log_who(language),
            language,
        ))
        .arg(tree::option(
            "since",
            "DATE",
            help::log_since(language),
            language,
        ))
}

/// Prints the journal.
///
/// # Errors
/// There is no such round or organisation; the date is none; the office cannot answer.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<(), Failed> {
    let language = session.language;
    let since = since(matches, language)?;
    let office = session.office()?;
    let filter = JournalFilter {
        since,
        ..filter(&office, matches, language)?
    };
    let only = filter.organisation.clone();
    let lines = session::ask(&office, Question::Journal(filter), |reply| match reply {
        Reply::Lines(lines) => Ok(lines),
        other => Err(other),
    })?;
    let rounds: BTreeSet<&String> = lines
        .iter()
        .filter_map(|line| line.round.as_ref())
        .collect();
    let mut known = BTreeMap::new();
    for round in &rounds {
        if let Some(names) = Names::read(&office, round)? {
            known.insert(round.as_str(), names);
        }
    }
    for line in &lines {
        let names = line
            .round
            .as_ref()
            .and_then(|round| known.get(round.as_str()));
        for text in told(line, names, language) {
            writeln!(session.out, "{}", clean(&text))?;
        }
    }
    if lines.is_empty() {
        session.say(&cli::log_empty(language))?;
    }
    for round in rounds {
        session.say_kept_back(&office, round, only.as_deref())?;
    }
    Ok(())
}

/// The moment from which on operations are wanted.
fn since(matches: &ArgMatches, language: Language) -> Result<Option<i64>, Failed> {
    let Some(date) = matches.get_one::<String>("since") else {
        return Ok(None);
    };
    let since = config::parse_local(date).ok_or_else(|| {
        let help = cli::see_help(language, "pingxing log");
        Failed::usage(cli::date_bad(language, date), help)
    });
    since.map(Some)
}

/// Which operations are wanted, whenever they were.
fn filter(
    office: &dyn Door,
    matches: &ArgMatches,
    language: Language,
) -> Result<JournalFilter, Failed> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let round = text("round");
    if let Some(round) = &round {
        session::round_head(office, round)?;
    }
    let organisation = match text("org") {
        Some(wanted) => Some(code(office, round.as_deref(), wanted, language)?),
        None => None,
    };
    Ok(JournalFilter {
        round,
        organisation,
        actor: text("who"),
        ..JournalFilter::default()
    })
}

/// The code of an organisation. A name is looked up in the round, or in the only one there is;
/// where there are several, it is a code.
fn code(
    office: &dyn Door,
    round: Option<&str>,
    wanted: String,
    language: Language,
) -> Result<String, Failed> {
    let only = match (round, session::rounds(office)?.as_slice()) {
        (Some(round), _) => round.to_owned(),
        (None, [only]) => only.round.clone(),
        (None, _) => return Ok(wanted),
    };
    let members = organisation::members(office, &only)?;
    let member = organisation::meant(&members, &wanted, language)?;
    Ok(member.code.clone())
}

/// What a round's codes and ids stand for.
pub(super) struct Names {
    scheme: Scheme,
    /// By code.
    organisations: BTreeMap<String, String>,
}

impl Names {
    /// None where the round's scheme cannot be read: its ids stay as they are.
    fn read(office: &dyn Door, round: &str) -> Result<Option<Self>, Failed> {
        let head = session::round_head(office, round)?;
        let Ok(checked) = scheme::parse(&head.scheme) else {
            return Ok(None);
        };
        let members = organisation::members(office, round)?;
        Ok(Some(Self::new(checked.scheme, members)))
    }

    pub(super) fn new(scheme: Scheme, members: Vec<Member>) -> Self {
        let members = members.into_iter();
        Self {
            scheme,
            organisations: members
                .map(|member| (member.code, member.record.name))
                .collect(),
        }
    }

    /// The change with names in place of ids; the code of an organisation stays behind its name,
    /// which others may bear too.
    pub(super) fn named(&self, change: &Change, language: Language) -> Change {
        journal::named(&self.scheme, language, change, |code| {
            match self.organisations.get(code) {
                Some(name) => format!("{name} {code}"),
                None => code.to_owned(),
            }
        })
    }
}

/// An operation, and below it what it changed.
fn told(line: &JournalLine, names: Option<&Names>, language: Language) -> Vec<String> {
    let book = line
        .round
        .as_ref()
        .map(|round| cli::log_book(language, round));
    let review = names.map(|names| names.scheme.reviewers());
    let step = event_step::whole(language, review.unwrap_or_default(), line);
    let mut parts = vec![
        config::local(line.at),
        book.unwrap_or_else(|| cli::verify_office_book(language)),
        format!("#{}", line.seq),
        person(language, &line.actor).to_owned(),
        step.unwrap_or_else(|| operation_kind(language, &line.kind).to_owned()),
    ];
    parts.extend(line.undoes.map(|seq| cli::log_line_undoes(language, seq)));
    parts.extend(line.about.clone());
    parts.extend(line.reason.clone());
    parts.push(cli::log_changes(language, line.count));
    parts.push(line.hash.chars().take(12).collect());
    let mut lines = vec![parts.join(" · ")];
    let shown = line.changes.iter().take(CHANGES);
    lines.extend(shown.map(|one| change(one, names, language)));
    let shown = line.changes.len().min(CHANGES);
    let left = usize::try_from(line.count)
        .unwrap_or(usize::MAX)
        .saturating_sub(shown);
    if left > 0 {
        lines.push(format!("    {}", refusal::and_more(language, left)));
    }
    lines
}

/// A cell, and each of its fields that is another now: old → new; with the names of a round that
/// can be read.
pub(super) fn change(change: &Change, names: Option<&Names>, language: Language) -> String {
    let named = names.map(|names| names.named(change, language));
    let change = named.as_ref().unwrap_or(change);
    let at = |record: &Option<Record>, position: usize| {
        record
            .as_ref()
            .and_then(|record| record.get(position).cloned())
            .flatten()
    };
    let fields = change.what.fields().iter().enumerate();
    let moved = fields.filter_map(|(position, name)| {
        let (old, new) = (at(&change.old, position), at(&change.new, position));
        if old == new {
            return None;
        }
        let told = |value: Option<String>| match value {
            Some(value) => journal::state(language, change.what, name, &value),
            None => cli::not_there(language),
        };
        let (old, new) = (told(old), told(new));
        Some(format!("{} {old} → {new}", field(language, name)))
    });
    let moved: Vec<String> = moved.collect();
    let (kind, key) = (cell_kind(language, change.what), change.key.join(" · "));
    format!("    {kind} {key}  {}", moved.join("  "))
        .trim_end()
        .to_owned()
}
