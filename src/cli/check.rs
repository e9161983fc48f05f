//! `check`: what stands between the round and its notice.

use clap::{ArgMatches, Command};

use super::session::{self, Opened, Session};
use super::table::{Side, Table};
use super::{Failed, tree};
use crate::office::{Finding, FindingWeight};
use crate::scheme::Scheme;
use crate::text::{Language, cli, finding_weight, help, refusal};

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("check")
        .about(help::check(language))
        .override_usage("pingxing check --round NAME")
        .arg(tree::round_option(language))
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
    let mut findings = session::findings(&office, &head.round)?;
    drop(progress);
    findings.sort_by_key(|finding| finding.weight);
    let mut table = Table::new(vec![
        (cli::head_weight(language), Side::Left),
        (cli::head_place(language), Side::Left),
        (cli::head_finding(language), Side::Left),
    ]);
    for finding in &findings {
        table.row(vec![
            finding_weight(language, finding.weight).to_owned(),
            place(&scheme, finding),
            refusal::finding(language, finding),
        ]);
    }
    if !table.is_empty() {
        table.write(session.out)?;
    }
    let count = |weight| {
        findings
            .iter()
            .filter(|finding| finding.weight == weight)
            .count()
    };
    let must = count(FindingWeight::Must);
    let summary = cli::found_summary(
        language,
        must,
        count(FindingWeight::Check),
        count(FindingWeight::Note),
    );
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
        let title = scheme
            .find_item(id)
            .map(|index| scheme.item(index).title.as_str());
        parts.push(
            format!("{id} {}", title.unwrap_or_default())
                .trim_end()
                .to_owned(),
        );
    }
    parts.join(" · ")
}
