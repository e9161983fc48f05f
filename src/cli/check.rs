//! `check`: what stands between the round and its notice.

use clap::{ArgMatches, Command};

use super::session::{self, Opened, Session};
use super::table::{Side, Table};
use super::{Failed, tree};
use crate::office::{Finding, FindingKind, FindingWeight, grouped};
use crate::scheme::Scheme;
use crate::text::{Language, cli, finding as finding_text, finding_weight, help};

/// A group of findings names so many organisations; `--all` names all.
const NAMES: usize = 3;

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("check")
        .about(help::check(language))
        .override_usage("pingxing check --round NAME [--all]")
        .arg(tree::round_option(language))
        .arg(tree::flag("all", help::check_all(language), language))
}

/// Prints the findings, those that block first.
///
/// # Errors
/// There is no such round; the office cannot answer; a finding blocks publication.
pub fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<(), Failed> {
    let language = session.language;
    let Opened {
        office,
        head,
        scheme,
    } = session.round(super::word(matches, "round"))?;
    let progress = session.progress(cli::calculating(language));
    let findings = session::findings(&office, &head.round)?;
    drop(progress);
    let table = table(language, &scheme, &findings, matches.get_flag("all"));
    if !table.is_empty() {
        table.write(session.out)?;
    }
    let count = |weight| findings.iter().filter(|one| one.weight == weight).count();
    let must = count(FindingWeight::Must);
    let (check, note) = (count(FindingWeight::Check), count(FindingWeight::Note));
    let summary = cli::found_summary(language, must, check, note);
    writeln!(session.out, "{summary}")?;
    session.say_kept_back(&office, &head.round, None)?;
    if must == 0 {
        return Ok(());
    }
    Err(Failed::said(
        cli::found_blocks(language, must),
        cli::found_blocks_help(language),
    ))
}

/// A row for each finding, those of one kind together unless `all` are wanted.
fn table(language: Language, scheme: &Scheme, findings: &[Finding], all: bool) -> Table {
    let mut table = Table::new(vec![
        (cli::head_weight(language), Side::Left),
        (cli::head_place(language), Side::Left),
        (cli::head_finding(language), Side::Left),
    ]);
    for group in grouped(findings) {
        let members: Vec<&Finding> = group.iter().filter_map(|at| findings.get(*at)).collect();
        match members.as_slice() {
            [first, _, ..] if !all => table.row(together(language, scheme, first, &members)),
            _ => {
                for finding in members {
                    table.row(vec![
                        finding_weight(language, finding.weight).to_owned(),
                        place(scheme, finding),
                        finding_text::sentence(language, finding),
                    ]);
                }
            }
        }
    }
    table
}

/// Many of one kind in one row.
fn together(
    language: Language,
    scheme: &Scheme,
    first: &Finding,
    members: &[&Finding],
) -> Vec<String> {
    let names = members
        .iter()
        .filter_map(|finding| finding_text::named(finding));
    let names: Vec<String> = names.take(NAMES).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let kind = finding_text::kind_and_limit(language, first);
    let place = Finding {
        organisation: None,
        name: None,
        item: None,
        // Of mutual rating everybody owes a few, and the group is nobody's.
        rater: first
            .rater
            .clone()
            .filter(|_| first.kind != FindingKind::MutualMissing),
        ..first.clone()
    };
    vec![
        finding_weight(language, first.weight).to_owned(),
        self::place(scheme, &place),
        finding_text::together(language, &kind, members.len(), &names),
    ]
}

/// Organisation, party, rater and item, by the names that people know.
fn place(scheme: &Scheme, finding: &Finding) -> String {
    let mut parts = Vec::new();
    match (&finding.name, &finding.organisation) {
        (Some(name), Some(code)) => parts.push(format!("{name} {code}")),
        (name, code) => parts.extend(name.iter().chain(code).cloned()),
    }
    if let Some(id) = &finding.party {
        let title = scheme
            .find_party(id)
            .map(|index| scheme.party(index).title.clone());
        parts.push(title.unwrap_or_else(|| id.clone()));
    }
    parts.extend(finding.rater.clone());
    if let Some(id) = &finding.item {
        let item = scheme
            .find_item(id)
            .map(|index| scheme.item(index).title.as_str());
        let adjustment = || {
            let index = scheme.find_adjustment(id)?;
            Some(scheme.adjustment(index).title.as_str())
        };
        let title = item.or_else(adjustment).unwrap_or_default();
        parts.push(format!("{id} {title}").trim_end().to_owned());
    }
    parts.join(" · ")
}
