//! `doctor`: what of terminal, locale, settings, database and disk is fine, and what to do about
//! the rest.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::time::Duration;

use clap::{ArgMatches, Command};
use unicode_width::UnicodeWidthStr;

use super::Failed;
use super::session::{self, Session};
use super::table::clean;
use crate::config::Setting;
use crate::term::{self, Widths};
use crate::text::{Language, doctor as told, help};

/// A terminal that is further away than this answers too late for the screens too.
const ANSWER_LIMIT: Duration = Duration::from_secs(2);
/// Less room than this is soon too little: a large round takes tens of megabytes.
const LITTLE_ROOM: u64 = 200;

/// Columns of what was looked at.
const ABOUT: usize = 11;

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Fine,
    /// It works, but not as well as it could.
    Mind,
    Bad,
}

/// What was looked at, how it is, and what to do.
struct Finding {
    state: State,
    about: String,
    what: String,
    advice: Option<String>,
}

/// Its part of the tree.
pub fn command(language: Language) -> Command {
    Command::new("doctor")
        .about(help::doctor(language))
        .override_usage("pingxing doctor")
}

/// Looks at everything and tells of it.
///
/// # Errors
/// Something is not as it has to be.
pub fn run(session: &mut Session<'_>, _matches: &ArgMatches) -> Result<(), Failed> {
    let language = session.language;
    let mut findings = vec![program(language)];
    findings.extend(terminal(session));
    findings.push(locale(session));
    findings.push(configuration(session));
    findings.extend(database(session));
    let bad = findings
        .iter()
        .filter(|one| one.state == State::Bad)
        .count();
    for finding in &findings {
        write(session, finding)?;
    }
    if bad == 0 {
        return Ok(());
    }
    Err(Failed::said(told::bad(language, bad), None))
}

fn write(session: &mut Session<'_>, finding: &Finding) -> io::Result<()> {
    let language = session.language;
    let (mark, word) = match finding.state {
        State::Fine => ("+", told::fine(language)),
        State::Mind => ("!", told::mind(language)),
        State::Bad => ("x", told::wrong(language)),
    };
    let Finding { about, what, .. } = finding;
    let blanks = " ".repeat(ABOUT.saturating_sub(about.width()));
    for (number, line) in what.lines().enumerate() {
        let line = clean(line);
        match number {
            0 => writeln!(session.out, "{mark} {word}  {about}{blanks}  {line}")?,
            _ => writeln!(session.out, "        {line}")?,
        }
    }
    match &finding.advice {
        Some(advice) => writeln!(session.out, "        {advice}"),
        None => Ok(()),
    }
}

fn fine(about: String, what: String) -> Finding {
    Finding {
        state: State::Fine,
        about,
        what,
        advice: None,
    }
}

fn program(language: Language) -> Finding {
    let version = env!("CARGO_PKG_VERSION");
    fine(told::program(language), format!("pingxing {version}"))
}

/// Size, kind, and what it answers to the question how wide it draws.
fn terminal(session: &Session<'_>) -> Vec<Finding> {
    let language = session.language;
    let about = told::terminal(language);
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return vec![Finding {
            state: State::Mind,
            about,
            what: told::no_terminal(language),
            advice: Some(told::no_terminal_advice(language)),
        }];
    }
    let (columns, rows) = term::size();
    let kind = session.variable("TERM").unwrap_or_default();
    let small = columns < 80 || rows < 24;
    let size = Finding {
        state: if small { State::Bad } else { State::Fine },
        about,
        what: told::size(language, &kind, columns, rows),
        advice: small.then(|| told::too_small(language)),
    };
    vec![size, widths(language)]
}

fn widths(language: Language) -> Finding {
    let about = told::glyphs(language);
    match term::ask_widths(ANSWER_LIMIT) {
        Ok(Some(Ok(widths))) => fine(about, told_widths(language, &widths)),
        Ok(Some(Err(()))) => Finding {
            state: State::Bad,
            about,
            what: told::not_utf8(language),
            advice: Some(told::not_utf8_advice(language)),
        },
        Ok(None) | Err(_) => Finding {
            state: State::Mind,
            about,
            what: told::no_answer(language),
            advice: Some(told::no_answer_advice(language)),
        },
    }
}

/// Which characters are wide, and two bars to compare by eye.
fn told_widths(language: Language, widths: &Widths) -> String {
    let asked = ["★", "─", "…", "“", "×", "█"];
    let wide: Vec<&str> = asked
        .into_iter()
        .filter(|one| widths.of(one) == 2)
        .collect();
    let said = match wide.is_empty() {
        true => told::all_narrow(language),
        false => told::some_wide(language, &wide.join(" ")),
    };
    let bar = if widths.draws_boxes() { "█" } else { "#" };
    let eight = bar.repeat(8);
    format!("{said}\n{eight}|\n########|\n{}", told::compare(language))
}

/// Whether the system's texts are UTF-8.
fn locale(session: &Session<'_>) -> Finding {
    let language = session.language;
    let about = told::locale(language);
    let named = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| session.variable(name));
    let name = named.unwrap_or_default();
    let upper = name.to_uppercase();
    if upper.contains("UTF-8") || upper.contains("UTF8") {
        return fine(about, name);
    }
    Finding {
        state: State::Mind,
        about,
        what: told::locale_other(language, &name),
        advice: Some(told::locale_advice(language)),
    }
}

fn configuration(session: &Session<'_>) -> Finding {
    let language = session.language;
    let found = session.given.configuration;
    let bad = found.is_faulty();
    Finding {
        state: if bad { State::Bad } else { State::Fine },
        about: told::configuration(language),
        what: super::settings::in_force(language, found),
        advice: bad.then(|| told::configuration_advice(language)),
    }
}

/// The database, who may read it, and the room on its disk.
fn database(session: &Session<'_>) -> Vec<Finding> {
    let language = session.language;
    let about = told::database(language);
    let Some(Setting { value: path, .. }) = &session.settings.database else {
        return vec![Finding {
            state: State::Bad,
            about,
            what: told::no_place(language),
            advice: Some(told::no_place_advice(language)),
        }];
    };
    let mut findings = vec![opened(session, path, about)];
    findings.extend(permissions(language, path));
    findings.extend(room(language, path));
    findings
}

fn opened(session: &Session<'_>, path: &Path, about: String) -> Finding {
    let language = session.language;
    let name = path.display().to_string();
    if !path.exists() {
        return Finding {
            state: State::Mind,
            about,
            what: told::no_database(language, &name),
            advice: Some(told::no_database_advice(language)),
        };
    }
    let rounds = session.office().and_then(|office| session::rounds(&office));
    match rounds {
        Ok(rounds) => fine(about, told::rounds(language, &name, rounds.len())),
        Err(failed) => {
            let told = failed.told(language);
            let (why, advice) = told.map_or_else(Default::default, |told| (told.why, told.help));
            Finding {
                state: State::Bad,
                about,
                what: why,
                advice,
            }
        }
    }
}

/// Who may write it, and that nobody may who should not.
fn permissions(language: Language, path: &Path) -> Option<Finding> {
    use rustix::fs::{Access, access};
    let target = if path.exists() { path } else { existing(path)? };
    let name = target.display().to_string();
    let about = told::permissions(language);
    if access(target, Access::READ_OK | Access::WRITE_OK).is_err() {
        return Some(Finding {
            state: State::Bad,
            about,
            what: told::not_writable(language, &name),
            advice: Some(told::not_writable_advice(language)),
        });
    }
    let open = rustix::fs::stat(target).is_ok_and(|stat| stat.st_mode & 0o002 != 0);
    if open && path.exists() {
        return Some(Finding {
            state: State::Mind,
            about,
            what: told::open_to_all(language, &name),
            advice: Some(told::open_to_all_advice(language)),
        });
    }
    Some(fine(about, told::writable(language, &name)))
}

/// The nearest folder above that is there; above a mere name, the folder that the person is in.
fn existing(path: &Path) -> Option<&Path> {
    let here = |above: &'_ Path| above.as_os_str().is_empty();
    let folders = path.ancestors().skip(1);
    let mut folders = folders.map(|above| if here(above) { Path::new(".") } else { above });
    folders.find(|above| above.exists())
}

fn room(language: Language, path: &Path) -> Option<Finding> {
    let at = rustix::fs::statvfs(existing(path)?).ok()?;
    let megabytes = at.f_bavail.saturating_mul(at.f_frsize) / 1_000_000;
    let little = megabytes < LITTLE_ROOM;
    Some(Finding {
        state: if little { State::Bad } else { State::Fine },
        about: told::disk(language),
        what: told::room(language, megabytes),
        advice: little.then(|| told::little_room(language)),
    })
}
