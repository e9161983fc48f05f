//! The plain mode: question, answer, next. For screen readers, for lines too slow for screens,
//! and for terminals that cannot place a cursor.

mod choose;
mod item;
mod seat;
mod sheet;
mod talk;

use std::io::{self, BufRead};

use super::Failed;
use super::session::{self, Session};
use crate::text::plain as told;

use self::talk::{Ended, Talk};

/// Holds the conversation until the person ends it.
///
/// # Errors
/// The database cannot be opened, or has nothing to rate.
pub fn run(session: &mut Session<'_>) -> Result<(), Failed> {
    let stdin = io::stdin();
    converse(session, &mut stdin.lock())
}

fn converse(session: &mut Session<'_>, answers: &mut dyn BufRead) -> Result<(), Failed> {
    let language = session.language;
    let office = session.office()?;
    let rounds = session::rounds(&office)?;
    if rounds.is_empty() {
        return Err(Failed::said(told::no_rounds(language), None));
    }
    let actor = session.settings.actor.value.clone();
    let mut talk = Talk {
        answers,
        out: session.out,
    };
    let ended = (|| {
        talk.say(&told::welcome(language))?;
        let round = choose::round(&mut talk, &rounds, language)?;
        let Some(mut seat) = seat::take(&mut talk, &office, &round, &actor, language)? else {
            return Ok(());
        };
        loop {
            let organisation = choose::organisation(&mut talk, seat.desk.rows(), &seat)?;
            sheet::fill(&mut talk, &mut seat, &organisation)?;
        }
    })();
    match ended {
        Ok(()) => Ok(()),
        Err(Stopped::Ended(Ended::Left)) => {
            let said = talk.say(&told::ended(language));
            match said {
                Err(Ended::Broken(error)) => Err(error.into()),
                _ => Ok(()),
            }
        }
        Err(Stopped::Ended(Ended::Broken(error))) => Err(error.into()),
        Err(Stopped::Failed(failed)) => Err(failed),
    }
}

/// Why the conversation is over.
enum Stopped {
    Ended(Ended),
    Failed(Failed),
}

impl From<Ended> for Stopped {
    fn from(ended: Ended) -> Self {
        Self::Ended(ended)
    }
}

impl From<Failed> for Stopped {
    fn from(failed: Failed) -> Self {
        Self::Failed(failed)
    }
}
