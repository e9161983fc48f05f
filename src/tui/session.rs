//! What holds for the whole sitting, whatever screen is open.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ratatui::layout::Size;

use super::glyphs::{GlyphChoice, Glyphs};
use super::keymap::Keymap;
use super::message::Ticket;
use super::spot::Spot;
use super::theme::Theme;
use super::under_way::UnderWay;
use crate::desk;
pub use crate::office::Seat;
use crate::office::{Failure, ListRow, Question, RoundHead, Sitting, Viewer};
use crate::round::{Change, RoundState, natural_order};
use crate::scheme::{ItemIndex, Scheme};
use crate::term::Widths;
use crate::text::{Language, journal, person, refusal, rounds as text};

/// From so many columns on there is room for three panes.
pub const WIDE: u16 = 110;

/// The round that is open, with its scheme.
#[derive(Debug, Clone)]
pub struct OpenRound {
    pub name: String,
    pub year: i32,
    pub state: RoundState,
    pub scheme: Arc<Scheme>,
    /// Who has a sheet or an assignment, as (party, rater).
    pub raters: Vec<(String, String)>,
    /// Names of those that are called by an organisation's code.
    pub names: BTreeMap<String, String>,
    /// Who is on the list of raters of each party that has one.
    pub listed: BTreeMap<String, BTreeSet<String>>,
}

impl OpenRound {
    /// Opens a round by its head; none where its scheme cannot be read.
    #[must_use]
    pub fn new(head: &RoundHead) -> Option<Self> {
        let checked = crate::scheme::parse(&head.scheme).ok()?;
        Some(Self {
            name: head.round.clone(),
            year: head.year,
            state: head.state,
            scheme: Arc::new(checked.scheme),
            raters: head.raters.clone(),
            names: head.names.clone(),
            listed: head.listed.clone(),
        })
    }

    /// Learns from the rows of the list who rates: since the round was opened others may have
    /// begun sheets, and come on the list of raters.
    pub fn learn_raters(&mut self, rows: &[ListRow]) {
        let sheets = || rows.iter().flat_map(|row| &row.sheets);
        let mut chairs: BTreeSet<(&str, &str)> = sheets()
            .map(|sheet| (sheet.party.as_str(), sheet.rater.as_str()))
            .collect();
        for (party, rater) in &self.raters {
            chairs.remove(&(party.as_str(), rater.as_str()));
        }
        let called: BTreeSet<&str> = chairs.iter().map(|(_, rater)| *rater).collect();
        let names = rows
            .iter()
            .filter(|row| called.contains(row.organisation.as_str()));
        self.names
            .extend(names.map(|row| (row.organisation.clone(), row.name.clone())));
        let owned = |(party, rater): (&str, &str)| (party.to_owned(), rater.to_owned());
        let fresh: Vec<_> = chairs.into_iter().map(owned).collect();
        self.raters.extend(fresh);
        self.raters.sort_by(|(party, one), (of, other)| {
            party.cmp(of).then_with(|| natural_order(one, other))
        });
        let mut listed: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for sheet in sheets().filter(|sheet| sheet.due) {
            listed.entry(&sheet.party).or_default().insert(&sheet.rater);
        }
        let owned = |(party, raters): (&str, BTreeSet<&str>)| {
            let raters = raters.into_iter().map(str::to_owned);
            (party.to_owned(), raters.collect())
        };
        self.listed = listed.into_iter().map(owned).collect();
    }

    /// The title of a party; its id where the scheme knows none.
    #[must_use]
    pub fn party_title<'a>(&'a self, party: &'a str) -> &'a str {
        let found = self.scheme.find_party(party);
        found.map_or(party, |index| self.scheme.party(index).title.as_str())
    }

    /// A rater as people know them: before an organisation's code stands its name.
    #[must_use]
    pub fn rater_name<'a>(&self, rater: &'a str) -> Cow<'a, str> {
        match self.names.get(rater) {
            Some(name) => format!("{name} {rater}").into(),
            None => rater.into(),
        }
    }

    /// The title of an item or adjustment; empty where the scheme knows none of this id.
    #[must_use]
    pub fn part_title<'a>(&'a self, id: &str) -> &'a str {
        let scheme = &self.scheme;
        if let Some(item) = scheme.find_item(id) {
            return &scheme.item(item).title;
        }
        let adjustment = scheme.find_adjustment(id);
        adjustment.map_or("", |index| scheme.adjustment(index).title.as_str())
    }
}

/// What is known about what was handed to the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Saving {
    /// Operations without an answer.
    pub waiting: usize,
    /// Something was stored in this sitting.
    pub stored: bool,
    /// The last answer was that nothing was stored.
    pub failed: bool,
}

/// A rater's column of a town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TownColumn {
    /// Code of what the organisations lie in; empty where they lie in nothing.
    pub town: String,
    pub rater: String,
}

impl TownColumn {
    /// Reads a remembered column.
    #[must_use]
    pub fn from_memory(text: &str) -> Option<Self> {
        let (town, rater) = text.split_once('\t')?;
        Some(Self {
            town: town.to_owned(),
            rater: rater.to_owned(),
        })
    }

    /// What is remembered of it.
    #[must_use]
    pub fn to_memory(&self) -> String {
        format!("{}\t{}", self.town, self.rater)
    }
}

/// The sitting.
#[derive(Debug, Clone)]
pub struct Session {
    pub language: Language,
    /// Who presses the keys.
    pub actor: String,
    pub theme: Theme,
    pub glyph_choice: GlyphChoice,
    pub keymap: Arc<Keymap>,
    pub mouse: bool,
    pub measured: Option<Widths>,
    pub size: Size,
    pub round: Option<OpenRound>,
    pub seat: Option<Seat>,
    pub saving: Saving,
    /// What is still being read or done; where nothing is, no key has to wait.
    pub under_way: UnderWay,
    /// Where this person was last in the open round.
    pub spot: Option<Spot>,
    /// The item that was last looked at across organisations, in which round and chair.
    pub crossed: Option<(String, Seat, ItemIndex)>,
    /// The column that was open last in mutual rating, in which round.
    pub column: Option<(String, TownColumn)>,
    last_ticket: u64,
}

impl Session {
    /// A sitting that begins.
    #[must_use]
    pub fn new(language: Language, actor: String, size: Size) -> Self {
        Self {
            language,
            actor,
            theme: Theme::default(),
            glyph_choice: GlyphChoice::default(),
            keymap: Arc::default(),
            mouse: false,
            measured: None,
            size,
            round: None,
            seat: None,
            saving: Saving::default(),
            under_way: UnderWay::default(),
            spot: None,
            crossed: None,
            column: None,
            last_ticket: 0,
        }
    }

    /// The characters to draw with.
    #[must_use]
    pub fn glyphs(&self) -> Glyphs {
        self.glyph_choice.glyphs(self.measured)
    }

    /// Whether there is no room for three panes side by side.
    #[must_use]
    pub const fn is_narrow(&self) -> bool {
        self.size.width < WIDE
    }

    /// The widths to measure with.
    #[must_use]
    pub fn widths(&self) -> Widths {
        self.measured.unwrap_or_default()
    }

    /// The name of the open round.
    #[must_use]
    pub fn round_name(&self) -> Option<String> {
        self.round.as_ref().map(|round| round.name.clone())
    }

    /// The header's beginning: year, scheme, and in whose name.
    #[must_use]
    pub fn heading(&self) -> String {
        let Some(round) = &self.round else {
            return text::title(self.language);
        };
        let seat = match &self.seat {
            None => text::seat_none(self.language),
            Some(seat) => {
                let party = round.party_title(&seat.party);
                let rater = round.rater_name(&seat.rater);
                if seat.rater == self.actor {
                    text::seat(self.language, party, &rater)
                } else {
                    let actor = person(self.language, &self.actor);
                    text::seat_typed(self.language, party, &rater, actor)
                }
            }
        };
        if self.is_narrow() && self.seat.is_some() {
            return text::header_narrow(self.language, round.year, &seat);
        }
        text::header(self.language, round.year, &round.scheme.title, &seat)
    }

    /// A question in the name of who sits here: what the answer may hold depends on it.
    #[must_use]
    pub fn asks(&self, question: Question) -> Question {
        if !question.may_hold_marks() {
            return question;
        }
        question.seen_by(self.viewer())
    }

    /// Who sits here, to whom answers are given.
    #[must_use]
    pub fn viewer(&self) -> Viewer {
        let sitting = self.round.as_ref().map(|round| Sitting {
            round: round.name.clone(),
            seat: self.seat.clone(),
        });
        Viewer {
            actor: self.actor.clone(),
            sitting,
        }
    }

    /// A ticket that has not been used.
    pub const fn ticket(&mut self) -> Ticket {
        self.last_ticket += 1;
        Ticket(self.last_ticket)
    }
}

impl Session {
    /// The open round, as who types at a desk needs it.
    #[must_use]
    pub fn desk_round(&self) -> Option<desk::Round> {
        let round = self.round.as_ref()?;
        Some(desk::Round {
            name: round.name.clone(),
            year: round.year,
            state: round.state,
            scheme: round.scheme.clone(),
        })
    }

    /// A change with names in place of codes; `organisation` knows those of organisations.
    #[must_use]
    pub fn named(&self, change: &Change, organisation: impl Fn(&str) -> String) -> Change {
        match &self.round {
            Some(round) => journal::named(&round.scheme, self.language, change, organisation),
            None => change.clone(),
        }
    }

    /// Why something was not done, with names in place of codes and ids; `organisation` knows
    /// those of organisations.
    #[must_use]
    pub fn failure(&self, failure: &Failure, organisation: &dyn Fn(&str) -> String) -> String {
        let language = self.language;
        let Some(round) = &self.round else {
            return refusal::failure(language, failure);
        };
        let named = refusal::failure_named(&round.scheme, language, organisation, failure);
        refusal::failure(language, &named)
    }

    /// A chair in a party of the open round, with this person before it.
    #[must_use]
    pub fn chair(&self, party: &str, rater: &str) -> Option<desk::Chair> {
        let round = self.round.as_ref()?;
        Some(desk::Chair {
            actor: self.actor.clone(),
            party: round.scheme.find_party(party)?,
            rater: rater.to_owned(),
            shared_out: round.listed.contains_key(party),
        })
    }

    /// Goes on to the next theme.
    pub fn next_theme(&mut self) {
        let all = Theme::ALL;
        let now = all.iter().position(|theme| *theme == self.theme);
        let next = now.map_or(0, |at| (at + 1) % all.len());
        self.theme = all.get(next).copied().unwrap_or_default();
    }

    /// Goes on to the next choice of characters.
    pub fn next_glyphs(&mut self) {
        let all = GlyphChoice::ALL;
        let now = all.iter().position(|choice| *choice == self.glyph_choice);
        let next = now.map_or(0, |at| (at + 1) % all.len());
        self.glyph_choice = all.get(next).copied().unwrap_or_default();
    }

    /// Goes on to the other language.
    pub const fn next_language(&mut self) {
        self.language = match self.language {
            Language::Chinese => Language::English,
            Language::English => Language::Chinese,
        };
    }
}

#[cfg(test)]
impl Session {
    /// At a round in memory, in a chair of one of its parties.
    pub(super) fn in_memory(scheme: Arc<Scheme>, actor: &str, seat: Seat, size: Size) -> Self {
        let mut session = Self::new(Language::Chinese, actor.to_owned(), size);
        session.glyph_choice = GlyphChoice::Unicode;
        session.measured = Some(Widths::default());
        session.round = Some(OpenRound {
            name: "2026".to_owned(),
            year: 2026,
            state: RoundState::Open,
            scheme,
            raters: Vec::new(),
            names: BTreeMap::new(),
            listed: BTreeMap::new(),
        });
        session.seat = Some(seat);
        session
    }
}
