//! In whose name, and the desk that goes with it. What the desk asks of the office is answered at
//! once: nothing is drawn meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Stopped;
use super::talk::{Ended, Talk};
use crate::cli::Failed;
use crate::cli::session;
use crate::desk::{Answer, Chair, Closed, Desk, Request, Round, Said};
use crate::exchange::fold;
use crate::office::{self, Door, Failure, ListRow, Question};
use crate::round::{Command, Operation, SheetState, Via};
use crate::scheme::{self, Method, Party, PartyIndex, Scheme};
use crate::text::{Language, plain as told, refusal, rounds, scoring_screen};

/// A person in a chair of a round.
pub struct Seat<'a> {
    pub desk: Desk,
    pub language: Language,
    door: &'a dyn Door,
    actor: String,
}

/// Asks in whose name; none where the scheme has no sheets.
///
/// # Errors
/// The person leaves; the round cannot be read.
pub fn take<'a>(
    talk: &mut Talk<'_>,
    door: &'a dyn Door,
    round: &str,
    actor: &str,
    language: Language,
) -> Result<Option<Seat<'a>>, Stopped> {
    let head = session::round_head(door, round)?;
    let checked = scheme::parse(&head.scheme);
    let scheme = checked.map_err(|_| unreadable(language))?.scheme;
    let Some((party, rater)) = chair(talk, &scheme, (&head.raters, &head.listed), actor, language)?
    else {
        talk.say(&told::nothing_to_fill(language))?;
        return Ok(None);
    };
    sit_down(door, round, actor, scheme.party(party).id.clone(), &rater)?;
    let rows = session::list(door, round)?;
    let shared_out = head.listed.contains_key(&scheme.party(party).id);
    let chair = Chair {
        actor: actor.to_owned(),
        party,
        rater,
        shared_out,
    };
    let round = Round {
        name: head.round,
        year: head.year,
        state: head.state,
        scheme: Arc::new(scheme),
    };
    let mint = Box::new(|| uuid::Uuid::now_v7().to_string());
    Ok(Some(Seat {
        desk: Desk::new(round, rows, chair, mint),
        language,
        door,
        actor: actor.to_owned(),
    }))
}

/// The office knows from now on where this actor sits: answers depend on it.
fn sit_down(
    door: &dyn Door,
    round: &str,
    actor: &str,
    party: String,
    rater: &str,
) -> Result<(), Failed> {
    let taken = office::Seat {
        party,
        rater: rater.to_owned(),
    };
    door.ask(Question::Remember {
        actor: actor.to_owned(),
        key: office::Seat::memory_key(round),
        value: taken.to_memory(),
    })?;
    Ok(())
}

fn unreadable(language: Language) -> Failed {
    Failed::said(crate::text::cli::scheme_of_round_faulty(language), None)
}

/// So many raters are listed; the others are named.
const LISTED: usize = 20;

/// Who is on the list of raters of each party that has one.
type Listed = BTreeMap<String, BTreeSet<String>>;

/// One of the known raters, or another one of a party.
fn chair(
    talk: &mut Talk<'_>,
    scheme: &Scheme,
    (raters, listed): (&[(String, String)], &Listed),
    actor: &str,
    language: Language,
) -> Result<Option<(PartyIndex, String)>, Ended> {
    let fills = |party: &&Party| matches!(party.method, Method::Sheet(_) | Method::Mark(_));
    let with_sheets = scheme.parties.iter().filter(fills);
    let mut parties: Vec<PartyIndex> = with_sheets
        .filter_map(|party| scheme.find_party(&party.id))
        .collect();
    if parties.is_empty() {
        return Ok(None);
    }
    let mut known: Vec<(PartyIndex, String)> = Vec::new();
    for party in &parties {
        let of = raters
            .iter()
            .filter(|(id, _)| *id == scheme.party(*party).id);
        known.extend(of.map(|(_, rater)| (*party, rater.clone())));
    }
    // Who is not on a list of raters is refused: where a party has one, all are named already.
    parties.retain(|party| !listed.contains_key(&scheme.party(*party).id));
    for ((party, rater), number) in known.iter().zip(1_usize..).take(LISTED) {
        let seat = rounds::seat(language, &scheme.party(*party).title, rater);
        talk.say(&format!("{number} {seat}"))?;
    }
    if known.len() > LISTED {
        talk.say(&told::more_chairs(language, known.len() - LISTED))?;
    }
    for (party, number) in parties.iter().zip(known.len() + 1..) {
        talk.say(&told::another(
            language,
            number,
            &scheme.party(*party).title,
        ))?;
    }
    let count = known.len() + parties.len();
    let chosen = loop {
        let answer = talk.ask(&told::which_chair(language))?;
        let folded = fold(&answer);
        let named = || known.iter().position(|(_, rater)| fold(rater) == folded);
        let number = folded.parse().ok();
        let number = number.filter(|number| (1..=count).contains(number));
        match number.map(|number: usize| number - 1).or_else(named) {
            Some(chosen) => break chosen,
            None => talk.say(&told::no_such_chair(language, &answer))?,
        }
    };
    if let Some(known) = known.get(chosen) {
        return Ok(Some(known.clone()));
    }
    let Some(party) = parties.get(chosen - known.len()) else {
        return Ok(None);
    };
    let question = told::rater_name(language, &scheme.party(*party).title);
    let typed = talk.ask(&question)?;
    let rater = if typed.is_empty() {
        actor.to_owned()
    } else {
        typed
    };
    Ok(Some((*party, rater)))
}

impl Seat<'_> {
    /// Whether the chair's sheet for an organisation is submitted.
    pub fn is_finished(&self, row: &ListRow) -> bool {
        let chair = self.desk.chair();
        let party = &self.desk.scheme().party(chair.party).id;
        let mut sheets = row.sheets.iter();
        sheets.any(|sheet| {
            sheet.party == *party
                && sheet.rater == chair.rater
                && sheet.state == SheetState::Submitted
        })
    }

    /// Why the chair is recused from an organisation; none where it is not.
    pub fn recusal<'row>(&self, row: &'row ListRow) -> Option<&'row str> {
        let chair = self.desk.chair();
        let party = &self.desk.scheme().party(chair.party).id;
        let mut sheets = row.sheets.iter();
        let own = sheets
            .find(|sheet| sheet.party == *party && sheet.rater == chair.rater && sheet.recused)?;
        Some(own.reason.as_deref().unwrap_or_default())
    }

    /// Brings the desk every answer that it waits for, and says what came of it. Whether anything
    /// was refused.
    ///
    /// # Errors
    /// Nobody listens.
    pub fn settle(&mut self, talk: &mut Talk<'_>, answer: &Answer) -> Result<(), Ended> {
        self.told(talk, answer)?;
        loop {
            let requests = self.desk.take_requests();
            if requests.is_empty() {
                return Ok(());
            }
            for request in requests {
                let answer = match request {
                    Request::Apply(operation) => {
                        let id = operation.id.clone();
                        self.desk.applied(&id, self.door.apply(operation))
                    }
                    Request::Ask { about, question } => {
                        self.desk.replied(&about, self.door.ask(question))
                    }
                };
                self.told(talk, &answer)?;
            }
        }
    }

    fn told(&self, talk: &mut Talk<'_>, answer: &Answer) -> Result<(), Ended> {
        let language = self.language;
        match &answer.said {
            Some(Said::Held { why, .. }) => {
                talk.say(&told::held(language, &refusal::entry(language, why)))
            }
            // Neither is there F2.
            Some(Said::ReadOnly(Closed::Submitted)) => talk.say(&told::read_only(language)),
            // There is no F5 here: what is not stored is asked for before anything else.
            Some(Said::Failed { failure, .. }) if matches!(**failure, Failure::Trouble(_)) => {
                let why = refusal::failure(language, failure);
                talk.say(&told::not_stored(language, &why))
            }
            Some(said) => talk.say(&scoring_screen::said(language, said, self.desk.scheme())),
            None => Ok(()),
        }
    }

    /// Takes back the actor's last change.
    ///
    /// # Errors
    /// The office says no.
    pub fn undo(&self) -> Result<(), Failed> {
        let operation = Operation {
            id: uuid::Uuid::now_v7().to_string(),
            actor: self.actor.clone(),
            via: Via::Command,
            round: self.desk.round().to_owned(),
            reason: None,
            command: Command::Undo { expect: None },
        };
        self.door.apply(operation)?;
        Ok(())
    }
}
