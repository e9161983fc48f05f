//! What codes and names in a file mean: the parts of the scheme, the organisations of the round.

use std::borrow::Cow;
use std::collections::HashMap;

use super::fault::{Candidate, Why};
use super::fold;
use crate::diagnose::nearest;
use crate::round::{OrganisationRecord, Part, What, Write};
use crate::scheme::{Ballot, Method, Scheme, TrackIndex};

/// What a look-up of an id or a title comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup<'n> {
    /// Its position.
    Found(usize),
    /// Several of this title: the first, and the others.
    Ambiguous(u32, &'n [u32]),
    Unknown,
}

/// Ids and titles of one list; the id wins.
#[derive(Debug, Clone, Default)]
pub struct Index {
    ids: HashMap<String, u32>,
    /// By folded title: the first of the name, and the others.
    titles: HashMap<String, (u32, Vec<u32>)>,
}

impl Index {
    /// Of (id, title) in the order of the list.
    pub fn new<'a>(names: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut index = Self::default();
        for (position, (id, title)) in (0..).zip(names) {
            index.add(position, id, title);
        }
        index
    }

    fn add(&mut self, position: u32, id: &str, title: &str) {
        self.ids.entry(id.to_owned()).or_insert(position);
        match self.titles.get_mut(fold(title).as_ref()) {
            Some((_, others)) => others.push(position),
            None => {
                let title = fold(title).into_owned();
                self.titles.insert(title, (position, Vec::new()));
            }
        }
    }

    /// By id, else by title; full-width and plain characters are the same here.
    #[must_use]
    pub fn look_up(&self, wanted: &str) -> Lookup<'_> {
        let position = |found: u32| Lookup::Found(found as usize);
        if let Some(found) = self.ids.get(wanted) {
            return position(*found);
        }
        let folded = fold(wanted);
        if let Cow::Owned(folded) = &folded
            && let Some(found) = self.ids.get(folded)
        {
            return position(*found);
        }
        match self.titles.get(folded.as_ref()) {
            Some((only, others)) if others.is_empty() => position(*only),
            Some((first, others)) => Lookup::Ambiguous(*first, others),
            None => Lookup::Unknown,
        }
    }
}

/// An organisation as files name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    pub code: String,
    pub name: String,
    pub kind: Option<String>,
    /// Code of the organisation above it.
    pub parent: Option<String>,
    /// None: not rated itself.
    pub track: Option<TrackIndex>,
    /// Ids of levels.
    pub previous: Option<String>,
    pub declared: Option<String>,
    /// Its place in the list, from 1.
    pub position: u32,
}

/// Questions and options of a ballot party.
#[derive(Debug, Clone, Default)]
pub(super) struct BallotNames {
    pub questions: Index,
    pub options: Index,
}

/// All that a file of a round can name.
#[derive(Debug, Clone)]
pub struct Names<'s> {
    scheme: &'s Scheme,
    organisations: Vec<Organisation>,
    last_position: u32,
    organisation_index: Index,
    pub(super) tracks: Index,
    pub(super) parties: Index,
    pub(super) items: Index,
    pub(super) levels: Index,
    pub(super) vetoes: Index,
    pub(super) adjustments: Index,
    /// One for each party; empty where it takes no ballots.
    pub(super) ballots: Vec<BallotNames>,
}

/// The index of a list of the scheme.
macro_rules! index {
    ($list:expr) => {
        Index::new(
            $list
                .iter()
                .map(|part| (part.id.as_str(), part.title.as_str())),
        )
    };
}

impl<'s> Names<'s> {
    /// Of a scheme and the organisations of a round: their codes and records.
    pub fn new(
        scheme: &'s Scheme,
        organisations: impl IntoIterator<Item = (String, OrganisationRecord)>,
    ) -> Self {
        let organisation = |(code, record): (String, OrganisationRecord)| Organisation {
            code,
            name: record.name,
            kind: record.kind,
            parent: record.parent,
            track: record.track.and_then(|track| scheme.find_track(&track)),
            previous: record.previous,
            declared: record.declared,
            position: record.position,
        };
        let organisations: Vec<_> = organisations.into_iter().map(organisation).collect();
        let pairs = organisations
            .iter()
            .map(|organisation| (organisation.code.as_str(), organisation.name.as_str()));
        let ballot_names = |ballot: &Ballot| BallotNames {
            questions: index!(ballot.questions),
            options: index!(ballot.options),
        };
        let ballots = scheme.parties.iter().map(|party| match &party.method {
            Method::Ballot(ballot) => ballot_names(ballot),
            _ => BallotNames::default(),
        });
        Self {
            scheme,
            organisation_index: Index::new(pairs),
            tracks: index!(scheme.tracks),
            parties: index!(scheme.parties),
            items: index!(scheme.items),
            levels: index!(scheme.levels),
            vetoes: index!(scheme.vetoes),
            adjustments: index!(scheme.adjustments),
            ballots: ballots.collect(),
            last_position: organisations
                .iter()
                .map(|one| one.position)
                .max()
                .unwrap_or_default(),
            organisations,
        }
    }

    /// Of a scheme and the writes that an `orgs` file gave.
    #[must_use]
    pub fn of_writes(scheme: &'s Scheme, writes: &[Write]) -> Self {
        let organisation = |write: &Write| {
            if write.what != What::Organisation {
                return None;
            }
            let record = OrganisationRecord::read(write.record.as_ref()?).ok()?;
            Some((write.key.first()?.clone(), record))
        };
        Self::new(scheme, writes.iter().filter_map(organisation))
    }

    #[must_use]
    pub const fn scheme(&self) -> &'s Scheme {
        self.scheme
    }

    /// The last place in the list of organisations that is taken; 0 for none.
    pub(super) const fn last_position(&self) -> u32 {
        self.last_position
    }

    /// In the order in which they were given.
    #[must_use]
    pub fn organisations(&self) -> &[Organisation] {
        &self.organisations
    }

    /// An organisation by code, else by a name that only one has.
    #[must_use]
    pub fn look_up(&self, wanted: &str) -> Lookup<'_> {
        self.organisation_index.look_up(wanted)
    }

    /// The organisation of a code.
    #[must_use]
    pub fn by_code(&self, code: &str) -> Option<&Organisation> {
        let position = self.organisation_index.ids.get(code)?;
        self.organisations.get(*position as usize)
    }

    /// An organisation by code or name, or why there is none.
    pub(super) fn organisation(&self, wanted: &str) -> Result<&Organisation, Why> {
        let position = match self.look_up(wanted) {
            Lookup::Found(position) => position,
            Lookup::Ambiguous(first, others) => {
                return Err(self.ambiguous_organisation(first, others));
            }
            Lookup::Unknown => return Err(self.unknown_organisation(wanted)),
        };
        self.organisations
            .get(position)
            .ok_or_else(|| self.unknown_organisation(wanted))
    }

    fn unknown_organisation(&self, wanted: &str) -> Why {
        // In a long list a likeness means little, and looking for it takes long.
        const LOOKED_THROUGH: usize = 2_000;
        let near = if self.organisations.len() <= LOOKED_THROUGH {
            let names = self.organisations.iter();
            let names = names.flat_map(|one| [one.code.as_str(), one.name.as_str()]);
            nearest(&fold(wanted), names)
        } else {
            None
        };
        Why::Unknown {
            what: Part::Organisation,
            nearest: near,
            known: Vec::new(),
        }
    }

    fn ambiguous_organisation(&self, first: u32, others: &[u32]) -> Why {
        let all = std::iter::once(&first).chain(others);
        let candidate = |position: &u32| {
            let organisation = self.organisations.get(*position as usize)?;
            Some(self.candidate(organisation))
        };
        Why::Ambiguous {
            what: Part::Organisation,
            candidates: all.filter_map(candidate).take(CANDIDATES).collect(),
            count: others.len() + 1,
        }
    }

    /// The code of the nearest organisation above this one of the kind that the scheme ranks
    /// within (G5); none without one.
    #[must_use]
    pub fn cohort_of<'a>(&'a self, organisation: &'a Organisation) -> Option<&'a str> {
        let kind = self.scheme.grading.cohort.as_deref()?;
        let mut above = organisation.parent.as_deref();
        // Parents in a circle were refused; the count only guards the loop.
        for _ in 0..=self.organisations.len() {
            let parent = self.by_code(above?)?;
            if parent.kind.as_deref() == Some(kind) {
                return Some(&parent.code);
            }
            above = parent.parent.as_deref();
        }
        None
    }

    /// An organisation as a message names it.
    #[must_use]
    pub fn candidate(&self, organisation: &Organisation) -> Candidate {
        let parent = organisation.parent.as_deref();
        Candidate {
            id: organisation.code.clone(),
            title: organisation.name.clone(),
            within: parent.map(|code| match self.by_code(code) {
                Some(parent) => parent.name.clone(),
                None => code.to_owned(),
            }),
        }
    }
}

/// How many candidates a message names.
pub(super) const CANDIDATES: usize = 10;

/// So many parts of a scheme are all named where something else stands.
const FEW: usize = 8;

/// A part of the scheme by id, else by unique title, or why there is none.
pub(super) fn part<'a, T>(
    index: &Index,
    list: &'a [T],
    name: impl Fn(&T) -> (&str, &str),
    what: Part,
    wanted: &str,
) -> Result<(usize, &'a T), Why> {
    let candidate = |part: &T| {
        let (id, title) = name(part);
        Candidate {
            id: id.to_owned(),
            title: title.to_owned(),
            within: None,
        }
    };
    match index.look_up(wanted) {
        Lookup::Found(position) => {
            if let Some(found) = list.get(position) {
                return Ok((position, found));
            }
        }
        Lookup::Ambiguous(first, others) => {
            let all = std::iter::once(&first).chain(others);
            let named = all.filter_map(|position| list.get(*position as usize).map(candidate));
            return Err(Why::Ambiguous {
                what,
                candidates: named.take(CANDIDATES).collect(),
                count: others.len() + 1,
            });
        }
        Lookup::Unknown => {}
    }
    let names = list.iter().flat_map(|part| {
        let (id, title) = name(part);
        [id, title]
    });
    let nearest = nearest(&fold(wanted), names);
    let tells_all = nearest.is_none() && list.len() <= FEW;
    let told = if tells_all { list } else { &[] };
    Err(Why::Unknown {
        what,
        nearest,
        known: told.iter().map(candidate).collect(),
    })
}
