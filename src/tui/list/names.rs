//! The organisations of the round by code: names, what tells equal names apart, and which ones
//! a rater may not see the others' figures of.

use std::collections::{HashMap, HashSet};

use crate::office::{ListRow, Question, Reply};
use crate::tui::find::Findable;
use crate::tui::message::{Lane, Replied, Ticket};
use crate::tui::screen::Context;

/// What is known about the organisations of the round.
#[derive(Debug, Default)]
pub struct Names {
    /// None: not yet read.
    known: Option<HashMap<String, Known>>,
    hidden: HashSet<String>,
    reading: Option<Ticket>,
}

#[derive(Debug)]
struct Known {
    name: String,
    parent: Option<String>,
    /// Id of its track; none: not rated itself.
    track: Option<String>,
    /// Its place in the list.
    place: usize,
}

impl Names {
    /// Asks the office for them.
    pub fn read(&mut self, lane: Lane, context: &mut Context<'_>) {
        if let Some(round) = context.session.round_name() {
            self.reading = Some(context.ask(lane, Question::List { round }));
        }
    }

    /// Takes an answer; returns its rows where it was this one's.
    pub fn answered<'a>(&mut self, ticket: Ticket, answer: &'a Replied) -> Option<&'a [ListRow]> {
        match answer {
            Ok(Reply::List(rows)) if self.reading == Some(ticket) => {
                self.take(rows);
                Some(rows)
            }
            _ => None,
        }
    }

    /// Takes a list that was read.
    pub fn take(&mut self, rows: &[ListRow]) {
        let hidden = rows.iter().filter(|row| row.hidden);
        self.hidden = hidden.map(|row| row.organisation.clone()).collect();
        let known = rows.iter().enumerate().map(|(place, row)| {
            let known = Known {
                name: row.name.clone(),
                parent: row.parent.clone(),
                track: row.track.clone(),
                place,
            };
            (row.organisation.clone(), known)
        });
        self.known = Some(known.collect());
    }

    /// Whether they were asked for by this question.
    #[must_use]
    pub fn asked(&self, ticket: Ticket) -> bool {
        self.reading == Some(ticket)
    }

    /// Whether they have been read.
    #[must_use]
    pub const fn are_read(&self) -> bool {
        self.known.is_some()
    }

    fn known(&self, code: &str) -> Option<&Known> {
        self.known.as_ref()?.get(code)
    }

    /// The name of a code; the code itself where none is known.
    #[must_use]
    pub fn of<'a>(&'a self, code: &'a str) -> &'a str {
        self.known(code).map_or(code, |known| known.name.as_str())
    }

    /// The name of the town or district that it lies in; empty where it lies in none.
    #[must_use]
    pub fn beside(&self, code: &str) -> &str {
        let parent = self.known(code).and_then(|known| known.parent.as_deref());
        parent.map_or("", |parent| {
            self.known(parent).map_or("", |known| known.name.as_str())
        })
    }

    /// The place of a code in the list of organisations, to order by; an unknown one comes last.
    #[must_use]
    pub fn place(&self, code: &str) -> usize {
        self.known(code).map_or(usize::MAX, |known| known.place)
    }

    /// Id of its track; none where it is not rated itself.
    #[must_use]
    pub fn track(&self, code: &str) -> Option<&str> {
        self.known(code)?.track.as_deref()
    }

    /// Codes of all of which something holds, in the order of the list.
    #[must_use]
    pub fn codes(&self, wanted: impl Fn(&str) -> bool) -> Vec<&str> {
        let known = self.known.iter().flatten();
        let mut codes: Vec<(usize, &str)> = known
            .filter(|(code, _)| wanted(code))
            .map(|(code, known)| (known.place, code.as_str()))
            .collect();
        codes.sort_unstable();
        codes.into_iter().map(|(_, code)| code).collect()
    }

    /// Organisations as they are looked for; equal ones that follow each other once.
    #[must_use]
    pub fn findables<'a>(&self, codes: impl Iterator<Item = &'a str>) -> Vec<Findable> {
        let mut codes: Vec<&str> = codes.collect();
        codes.dedup();
        codes.into_iter().map(|code| self.findable(code)).collect()
    }

    /// The organisations that are rated, to look for one.
    #[must_use]
    pub fn rated(&self) -> Vec<Findable> {
        let codes = self.codes(|code| self.track(code).is_some());
        self.findables(codes.into_iter())
    }

    /// Whether a code lies in another one, at whatever depth, or is it.
    #[must_use]
    pub fn lies_in(&self, code: &str, above: &str) -> bool {
        let mut at = Some(code);
        // A list without circles is no deeper than it is long.
        for _ in 0..=self.known.as_ref().map_or(0, HashMap::len) {
            match at {
                Some(here) if here == above => return true,
                Some(here) => at = self.known(here).and_then(|known| known.parent.as_deref()),
                None => return false,
            }
        }
        false
    }

    /// Whether this rater may not see yet what the others gave it.
    #[must_use]
    pub fn is_hidden(&self, code: &str) -> bool {
        self.hidden.contains(code)
    }

    /// Those of which it holds.
    #[must_use]
    pub const fn hidden(&self) -> &HashSet<String> {
        &self.hidden
    }

    /// An organisation as it is looked for.
    #[must_use]
    pub fn findable(&self, code: &str) -> Findable {
        Findable {
            code: code.to_owned(),
            name: self.of(code).to_owned(),
            beside: self.beside(code).to_owned(),
        }
    }
}
