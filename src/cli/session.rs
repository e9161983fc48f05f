//! What every command has at hand: the language, the database, who acts, and where words go.

use std::cell::OnceCell;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::{Failed, Given, settings};
use crate::config::{Origin, Settings};
use crate::office::{
    Door, Failure, KeptBack, Office, OfficeOptions, OrganisationFile, Question, Reply, SeenBy,
    Trouble,
};
use crate::office::{RoundHead, RoundResults};
use crate::round::{Command, Operation, Via};
use crate::scheme::{self, Scheme};
use crate::text::{Language, cli, finding, refusal};

/// One run of one command.
pub struct Session<'a> {
    pub language: Language,
    pub settings: Settings,
    pub given: &'a Given<'a>,
    /// Results.
    pub out: &'a mut dyn Write,
    /// Messages.
    pub messages: &'a mut dyn Write,
    /// Results go to a terminal that may show colours.
    pub colour_out: bool,
    /// Messages do.
    pub colour: bool,
    /// The scheme of the round that was opened, as it is written: a failure is told with its names.
    pub scheme: OnceCell<String>,
}

/// A round with its scheme, read.
pub struct Opened {
    pub office: SeenBy<Office>,
    pub head: RoundHead,
    pub scheme: Scheme,
}

impl Session<'_> {
    /// The path of the database.
    ///
    /// # Errors
    /// The system names no place for it.
    pub fn path(&self) -> Result<&Path, Failed> {
        let found = self
            .settings
            .database
            .as_ref()
            .map(|setting| setting.value.as_path());
        found.ok_or_else(|| {
            let help = cli::data_folder_unknown_help(self.language);
            Failed::said(cli::data_folder_unknown(self.language), help)
        })
    }

    /// A variable of the environment, where it says something.
    pub fn variable(&self, name: &str) -> Option<String> {
        let value = (self.given.environment)(name)?.into_string().ok()?;
        (!value.is_empty()).then_some(value)
    }

    /// Opens a database that is there. Every question is asked in the name of who acts: what a
    /// rater may not see yet is in no answer.
    ///
    /// # Errors
    /// There is none, or it cannot be opened.
    pub fn office(&self) -> Result<SeenBy<Office>, Failed> {
        let path = self.path()?;
        if path.exists() {
            let office = Office::open(path, OfficeOptions::default())?;
            return Ok(SeenBy::new(office, self.settings.actor.value.clone()));
        }
        let origin = self
            .settings
            .database
            .as_ref()
            .map(|set| settings::origin(self.language, set.origin));
        let origin = origin.unwrap_or_default();
        Err(Failed::said(
            cli::no_database(self.language, &path.display().to_string(), &origin),
            cli::no_database_help(self.language),
        ))
    }

    /// Opens the database, and makes it where there is none.
    ///
    /// # Errors
    /// It cannot be opened or made.
    pub fn office_or_new(&self) -> Result<Office, Failed> {
        let path = self.path()?;
        let chosen = self
            .settings
            .database
            .as_ref()
            .is_some_and(|set| set.origin != Origin::Default);
        if let Some(folder) = path.parent().filter(|_| !chosen) {
            std::fs::create_dir_all(folder)
                .map_err(|error| Failed::unwritable(self.language, folder, &error))?;
        }
        Ok(Office::open(path, OfficeOptions::default())?)
    }

    /// Opens the database and reads a round's head and scheme.
    ///
    /// # Errors
    /// As for [`Session::office`]; there is no such round; its scheme cannot be read.
    pub fn round(&self, round: &str) -> Result<Opened, Failed> {
        let office = self.office()?;
        let head = round_head(&office, round)?;
        self.scheme.get_or_init(|| head.scheme.clone());
        let Ok(checked) = scheme::parse(&head.scheme) else {
            let why = cli::scheme_of_round_faulty(self.language);
            return Err(Failure::Trouble(Trouble::Damaged { why }).into());
        };
        Ok(Opened {
            office,
            head,
            scheme: checked.scheme,
        })
    }

    /// A failure with the names of the round's scheme in place of ids.
    #[must_use]
    pub fn named(&self, failed: Failed) -> Failed {
        let Failed::Office(failure) = failed else {
            return failed;
        };
        let scheme = self.scheme.get().and_then(|text| scheme::parse(text).ok());
        Failed::Office(match scheme {
            Some(checked) => Box::new(refusal::failure_named(
                &checked.scheme,
                self.language,
                &str::to_owned,
                &failure,
            )),
            None => failure,
        })
    }

    /// An operation of this person, ready to be applied.
    #[must_use]
    pub fn operation(&self, round: &str, via: Via, command: Command) -> Operation {
        Operation {
            id: uuid::Uuid::now_v7().to_string(),
            actor: self.settings.actor.value.clone(),
            via,
            round: round.to_owned(),
            reason: None,
            command,
        }
    }

    /// Says of how many organisations something is kept back from who acts, and why; `only` of
    /// one of them. Whether there is any.
    ///
    /// # Errors
    /// Those of the office and the stream.
    pub fn say_kept_back(
        &mut self,
        office: &dyn Door,
        round: &str,
        only: Option<&str>,
    ) -> Result<bool, Failed> {
        let language = self.language;
        let mut kept = kept_back(office, round)?;
        if kept.is_empty() {
            return Ok(false);
        }
        let scheme = scheme::parse(&round_head(office, round)?.scheme).ok();
        let scheme = scheme.map(|checked| checked.scheme);
        let title = |id: &str| {
            let scheme = scheme.as_ref()?;
            Some(scheme.party(scheme.find_party(id)?).title.clone())
        };
        kept.retain(|one| only.is_none_or(|only| one.organisation == only));
        kept.sort_by(|one, other| (&one.party, &one.rater).cmp(&(&other.party, &other.rater)));
        let same = |one: &KeptBack, other: &KeptBack| {
            (&one.party, &one.rater) == (&other.party, &other.rater)
        };
        for group in kept.chunk_by(same) {
            if let Some(KeptBack { party, rater, .. }) = group.first() {
                let party = title(party).unwrap_or_else(|| party.clone());
                let told = refusal::kept_back_of(language, group.len(), &party, rater);
                self.say(&told)?;
            }
        }
        Ok(!kept.is_empty())
    }

    /// A message beside the results.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn say(&mut self, text: &str) -> Result<(), Failed> {
        writeln!(self.messages, "{text}")?;
        Ok(())
    }

    /// Shows that something is going on, while the answer lives; nothing where nobody watches.
    #[must_use]
    pub fn progress(&self, what: String) -> Progress {
        let bar = if std::io::stderr().is_terminal() {
            let bar = ProgressBar::new_spinner().with_message(what);
            if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
                bar.set_style(style.tick_chars("-\\|/ "));
            }
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        } else {
            ProgressBar::hidden()
        };
        Progress(bar)
    }
}

/// A sign of life on the terminal; gone without a trace when dropped.
pub struct Progress(ProgressBar);

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// An answer of another kind than the question's: the office's mistake, told as trouble.
fn mismatch(reply: &Reply) -> Failed {
    let why = format!("{:.80}", format!("{reply:?}"));
    Trouble::Other { why }.into()
}

/// Declares a question whose answer is of one kind.
macro_rules! ask {
    ($($(#[$meta:meta])* $name:ident($($argument:ident: &str),*) $question:expr => $reply:ident -> $kind:ty;)*) => {$(
        $(#[$meta])*
        ///
        /// # Errors
        /// Those of the office.
        pub fn $name(office: &dyn Door $(, $argument: &str)*) -> Result<$kind, Failed> {
            match office.ask($question)? {
                Reply::$reply(answer) => Ok(answer.into()),
                other => Err(mismatch(&other)),
            }
        }
    )*};
}

ask! {
    /// All rounds.
    rounds() Question::Rounds => Rounds -> Vec<crate::office::RoundSummary>;
    /// How far one round is.
    progress(round: &str) Question::Progress { round: round.to_owned() }
        => Progress -> crate::office::RoundProgress;
    /// One round.
    boxed_head(round: &str) Question::Round { round: round.to_owned() } => Round -> Box<RoundHead>;
    /// All results of a round.
    results(round: &str) Question::Results { round: round.to_owned() }
        => Results -> Box<RoundResults>;
    /// The list of organisations.
    list(round: &str) Question::List { round: round.to_owned() }
        => List -> Vec<crate::office::ListRow>;
    /// Everything of one organisation.
    organisation(round: &str, organisation: &str) Question::Organisation {
        round: round.to_owned(),
        organisation: organisation.to_owned(),
    } => Organisation -> Box<OrganisationFile>;
    /// How one organisation came to its figures and level.
    explained(round: &str, organisation: &str) Question::Explain {
        round: round.to_owned(),
        organisation: organisation.to_owned(),
    } => Explained -> Box<crate::office::Explained>;
    /// The organisations of which others' marks are kept back from who asks.
    kept_back(round: &str) Question::KeptBack { round: round.to_owned() }
        => KeptBack -> Vec<KeptBack>;
    /// What came of one organisation in earlier years.
    earlier(round: &str, organisation: &str) Question::Earlier {
        round: round.to_owned(),
        organisation: organisation.to_owned(),
    } => Earlier -> Vec<crate::office::EarlierResult>;
    /// What stands between the round and its notice.
    findings(round: &str) Question::Findings { round: round.to_owned() }
        => Findings -> Vec<crate::office::Finding>;
}

/// One round's head.
///
/// # Errors
/// Those of the office.
pub fn round_head(office: &dyn Door, round: &str) -> Result<RoundHead, Failed> {
    boxed_head(office, round).map(|head| *head)
}

/// The answer to a question that has one of another form.
///
/// # Errors
/// Those of the office.
pub fn ask<T>(
    office: &dyn Door,
    question: Question,
    take: impl FnOnce(Reply) -> Result<T, Reply>,
) -> Result<T, Failed> {
    take(office.ask(question)?).map_err(|other| mismatch(&other))
}

/// Warns where the scheme ranks within a kind of organisation that the list does not have (G5):
/// who makes the list can mend it now, who publishes learns of it last.
///
/// # Errors
/// The office cannot answer.
pub fn warn_of_cohorts(
    session: &mut Session<'_>,
    office: &dyn Door,
    round: &str,
    scheme: &Scheme,
) -> Result<(), Failed> {
    let Some(kind) = &scheme.grading.cohort else {
        return Ok(());
    };
    let rows = list(office, round)?;
    if rows.iter().any(|row| row.kind.as_ref() == Some(kind)) {
        return Ok(());
    }
    let rated = rows.iter().filter(|row| row.track.is_some()).count();
    let language = session.language;
    let why = finding::no_cohort(language, kind, &rated.to_string());
    session.say(&cli::warning(language, &why))
}
