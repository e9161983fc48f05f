//! The organisations of a round by code and name, and which of them a person means.

use super::table::clean;
use super::{Failed, session};
use crate::find::{Finder, Resolved};
use crate::office::{Door, Question, Reply};
use crate::round::{OrganisationRecord, What};
use crate::text::{Language, cli};

/// How many candidates are listed.
const CANDIDATES: usize = 20;

/// An organisation as the list of its round has it; no figures are read for it.
pub struct Member {
    pub code: String,
    pub record: OrganisationRecord,
}

/// The organisations of a round, in the order of its list.
///
/// # Errors
/// Those of the office.
pub fn members(office: &dyn Door, round: &str) -> Result<Vec<Member>, Failed> {
    let question = Question::Cells {
        round: round.to_owned(),
        what: vec![What::Organisation],
    };
    let cells = session::ask(office, question, |reply| match reply {
        Reply::Cells(cells) => Ok(cells),
        other => Err(other),
    })?;
    let member = |cell: crate::round::Cell| {
        let record = OrganisationRecord::read(cell.record.as_ref()?).ok()?;
        let code = cell.key.into_iter().next()?;
        Some(Member { code, record })
    };
    let mut members: Vec<Member> = cells.into_iter().filter_map(member).collect();
    members.sort_by_key(|member| member.record.position);
    Ok(members)
}

/// The organisation of a code, else of a unique name.
///
/// # Errors
/// There is none (the nearest are listed, by sound too), or there are several.
pub fn meant<'a>(
    rows: &'a [Member],
    wanted: &str,
    language: Language,
) -> Result<&'a Member, Failed> {
    let pairs = rows
        .iter()
        .map(|row| (row.code.as_str(), row.record.name.as_str()));
    let of = |positions: &[usize]| -> Vec<&'a Member> {
        positions
            .iter()
            .filter_map(|position| rows.get(*position))
            .collect()
    };
    let (found, near) = match Finder::new(pairs).resolve(wanted) {
        Resolved::Found(position) => (vec![position], Vec::new()),
        Resolved::Ambiguous(positions) => (positions, Vec::new()),
        Resolved::NotFound(near) => (Vec::new(), near),
    };
    match of(&found).as_slice() {
        [only] => Ok(only),
        [] => Err(unknown(rows, &of(&near), wanted, language)),
        several => {
            let why = cli::organisation_ambiguous(language, wanted) + &listed(rows, several);
            Err(Failed::said(
                why,
                cli::organisation_ambiguous_help(language),
            ))
        }
    }
}

fn unknown(rows: &[Member], near: &[&Member], wanted: &str, language: Language) -> Failed {
    let help = if near.is_empty() {
        cli::organisation_unknown_help(language)
    } else {
        cli::nearest_organisations(language) + &listed(rows, near)
    };
    Failed::said(cli::organisation_unknown(language, wanted), help)
}

/// Code, name and parent of each, one a line.
fn listed(rows: &[Member], found: &[&Member]) -> String {
    let mut text = String::new();
    for row in found.iter().take(CANDIDATES) {
        let parent = rows
            .iter()
            .find(|other| Some(&other.code) == row.record.parent.as_ref());
        let parent = parent.map_or("", |parent| parent.record.name.as_str());
        let line = clean(&format!("{}  {}  {parent}", row.code, row.record.name));
        text.push_str("\n    ");
        text.push_str(line.trim_end());
    }
    if found.len() > CANDIDATES {
        text.push_str("\n    …");
    }
    text
}
