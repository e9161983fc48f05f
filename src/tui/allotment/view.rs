//! How places look: each level of each cohort and track, and below it the cohort whole.

use super::model::{Allotment, EVERY, Entry, Key, Sum, WITHOUT};
use crate::config::local;
use crate::scheme::Scheme;
use crate::scoring::PlacesFrom;
use crate::text::{Language, allotment as text, day, person, track_name, tui};
use crate::tui::list::{List, Listing, Names, Said, Seen};
use crate::tui::theme::Role;
use crate::tui::widget::{Column, Span};

const COHORT: u16 = 14;
const TRACK: u16 = 10;
const LEVEL: u16 = 8;
const NUMBER: u16 = 6;

/// What names places.
pub(super) struct Words<'a> {
    pub names: &'a Names,
    pub scheme: &'a Scheme,
    pub language: Language,
}

impl Allotment {
    fn words<'a>(&'a self, seen: &Seen<'a>) -> Words<'a> {
        Words {
            names: self.names(),
            scheme: &seen.round.scheme,
            language: seen.language,
        }
    }
}

impl Words<'_> {
    /// A part of a key: cohort, track, level.
    pub fn part(&self, part: usize, id: &str) -> String {
        let scheme = self.scheme;
        match (part, id) {
            (0, EVERY) => text::every_cohort(self.language),
            (0, WITHOUT) => text::no_cohort(self.language),
            (0, code) => self.names.of(code).to_owned(),
            (1, EVERY) => text::every_track(self.language),
            (1, id) => track_name(scheme, self.language, id),
            (_, id) => scheme
                .find_level(id)
                .map_or_else(|| id.to_owned(), |level| scheme.level(level).title.clone()),
        }
    }

    /// Cohort, track and level.
    pub fn place(&self, key: &Key) -> String {
        let parts = key.iter().enumerate();
        let parts: Vec<String> = parts.map(|(part, id)| self.part(part, id)).collect();
        parts.join(" · ")
    }

    /// What the scheme makes by itself.
    pub fn by_scheme(&self, entry: &Entry) -> String {
        match entry.by_scheme {
            Some((number, from)) => {
                text::scheme_makes(self.language, number, &self.source(entry, Some(from)))
            }
            None => text::scheme_sets_none(self.language),
        }
    }

    /// Where a number comes from.
    fn source(&self, entry: &Entry, from: Option<PlacesFrom>) -> String {
        let language = self.language;
        let is_last = entry.level == self.scheme.last_level();
        match (from, &entry.by) {
            (Some(PlacesFrom::Parts), _) => text::from_parts(language),
            (Some(PlacesFrom::AtMost), _) => {
                let level = self.scheme.level(entry.level);
                let at_most = level.at_most.map(|at_most| at_most.to_string());
                text::from_at_most(language, &at_most.unwrap_or_default())
            }
            (Some(PlacesFrom::Stated), Some(by)) if *by != entry.key => {
                let from = format!("{} · {}", self.part(0, &by[0]), self.part(1, &by[1]));
                text::from_general(language, &from)
            }
            (Some(PlacesFrom::Stated), _) => text::from_above(language),
            (None, Some(_)) if is_last => text::last_ignores(language),
            (None, _) if is_last => text::last_takes_the_rest(language),
            (None, _) => text::no_limit(language),
        }
    }
}

impl Listing for Allotment {
    type Row = Entry;

    const BELOW: u16 = 6;

    fn list(&self) -> &List<Entry> {
        &self.list
    }

    fn list_mut(&mut self) -> &mut List<Entry> {
        &mut self.list
    }

    fn is_read(&self) -> bool {
        self.records.are_read() && self.cohorts.is_some()
    }

    fn title(&self, seen: &Seen<'_>) -> String {
        if self.only_stated {
            text::pane_stated(seen.language)
        } else {
            text::pane(seen.language)
        }
    }

    fn nothing(&self, language: Language) -> String {
        if self.only_stated {
            text::none_stated(language)
        } else {
            text::none(language)
        }
    }

    fn columns(&self, seen: &Seen<'_>) -> Vec<Column> {
        let language = seen.language;
        let fixed = COHORT + TRACK + LEVEL + 3 * NUMBER + 9;
        let rest = seen.width.saturating_sub(fixed);
        vec![
            Column::left(text::column_cohort(language), COHORT),
            Column::left(text::column_track(language), TRACK),
            Column::left(text::column_level(language), LEVEL),
            Column::right(text::column_places(language), NUMBER),
            Column::left(text::column_source(language), rest),
            Column::right(text::column_scheme(language), NUMBER),
            Column::right(text::column_ranked(language), NUMBER),
        ]
    }

    fn cells<'a>(&'a self, entry: &'a Entry, seen: &Seen<'a>) -> Vec<Span<'a>> {
        let language = seen.language;
        let words = self.words(seen);
        let number = |number: Option<u64>| {
            number.map_or_else(|| text::unlimited(language), |number| number.to_string())
        };
        let source = words.source(entry, entry.in_force.map(|(_, from)| from));
        let fits = !self.only_stated || entry.stated.is_some();
        let (role, source) = match (entry.wrong, entry.stated) {
            _ if !fits => (Role::Text, tui::no_longer_first(language, &source)),
            (Some(_), Some(_)) => (Role::Warning, format!("! {source}")),
            (_, Some(_)) => (Role::Good, source),
            _ => (Role::Text, source),
        };
        let in_force = number(entry.in_force.map(|(number, _)| number));
        let by_scheme = if entry.is_general() {
            String::new()
        } else {
            number(entry.by_scheme.map(|(number, _)| number))
        };
        let ranked = entry.ranked.map(|ranked| ranked.to_string());
        vec![
            (Role::Text, words.part(0, &entry.key[0]).into()),
            (Role::Text, words.part(1, &entry.key[1]).into()),
            (Role::Text, words.part(2, &entry.key[2]).into()),
            (Role::Text, in_force.into()),
            (role, source.into()),
            (Role::Quiet, by_scheme.into()),
            (Role::Text, ranked.unwrap_or_default().into()),
        ]
    }

    fn pane(&self, seen: &Seen<'_>) -> Said {
        let words = self.words(seen);
        self.selected().map_or_else(Said::default, |entry| {
            (words.place(&entry.key), told(self, &words, entry))
        })
    }
}

/// On what document the number in force was sent down, and who entered it.
fn basis(screen: &Allotment, language: Language) -> Option<(Role, String)> {
    let line = screen.basis.as_ref()?.line.as_ref()?;
    let at = local(line.at);
    let day = day(language, at.get(..10).unwrap_or(&at));
    let document = line.reason.clone();
    let document = document.unwrap_or_else(|| text::no_document(language));
    let told = text::basis(language, &document, person(language, &line.actor), &day);
    Some((Role::Text, told))
}

/// The cohort and track of the entry under the hand, whole, and what is wrong with its numbers.
fn told(screen: &Allotment, words: &Words<'_>, entry: &Entry) -> Vec<(Role, String)> {
    let language = words.language;
    let Some(ranked) = entry.ranked else {
        let general = [(Role::Text, text::general(language))].into_iter();
        return general.chain(basis(screen, language)).collect();
    };
    let levels = screen.together(entry).map(|one| {
        let title = words.part(2, &one.key[2]);
        match one.in_force {
            Some((number, _)) => text::level_places(language, &title, number),
            None => text::level_unlimited(language, &title),
        }
    });
    let levels: Vec<String> = levels.collect();
    let levels = levels.join(&text::separator(language));
    let mut lines = vec![(Role::Text, text::whole(language, ranked, &levels))];
    match entry.wrong {
        Some(Sum::TooMany(sum)) => {
            lines.push((Role::Danger, text::too_many(language, sum, ranked)));
        }
        Some(Sum::Other(sum)) => lines.push((Role::Danger, text::not_even(language, sum, ranked))),
        None => {}
    }
    if entry.stated.is_some() {
        lines.push((Role::Text, words.by_scheme(entry)));
    }
    lines.extend(basis(screen, language));
    lines
}
