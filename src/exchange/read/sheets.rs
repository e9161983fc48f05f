//! What raters fill: scores, and who is due to fill them.

use super::row::{Row, Spot, not_a_number};
use super::{Again, Reading, holds};
use crate::exchange::fault::Why;
use crate::exchange::names::{Lookup, Organisation, part};
use crate::exchange::{Column, words};
use crate::round::{AssignmentState, Part, What};
use crate::scheme::{Item, Method, Party, PartyIndex, TrackIndex};
use crate::scoring::{Entry, EntryRefusal};

impl<'n> Reading<'n> {
    pub(super) fn score(&mut self, row: &Row<'_>) -> Result<(), Spot> {
        let (organisation, track) = self.rated_organisation(row)?;
        let (index, party) = self.party_on(row, track)?;
        let rater = row.need(Column::Rater)?.to_owned();
        let item = match party.method {
            Method::Sheet(_) => Some(self.item_on_sheet(row, track, index)?),
            Method::Mark(_) if row.text(Column::Item)?.is_empty() => None,
            Method::Mark(_) => return Err(Spot::at(Column::Item, Why::ItemNotEmpty)),
            _ => return Err(Spot::at(Column::Party, Why::WrongMethod)),
        };
        let mut record = vec![self.entry(row, item)?];
        row.last_fields(&mut record, &[Column::Note])?;
        let spot = |why| Spot::at(Column::State, why);
        let state = match row.text(Column::State)? {
            "" => None,
            state => Some(words::need(&words::SHEET, state).map_err(spot)?),
        };
        let mut key = vec![organisation.code.clone(), party.id.clone(), rater];
        let sheet = state.map(|state| (key.clone(), vec![Some(state.word().to_owned())]));
        if record.iter().any(Option::is_some) {
            key.push(item.map_or("*", |item| item.id.as_str()).to_owned());
            self.put(row.number, What::Mark, key, record, Again::Same)
                .map_err(|why| Spot::at(Column::Entry, why))?;
        }
        match sheet {
            Some((key, record)) => self
                .put(row.number, What::Sheet, key, record, Again::Same)
                .map_err(spot),
            None => Ok(()),
        }
    }

    /// The item that a row names, which must stand on the party's sheet (C1, I9).
    fn item_on_sheet(
        &self,
        row: &Row<'_>,
        track: TrackIndex,
        party: PartyIndex,
    ) -> Result<&'n Item, Spot> {
        let item = self.item_on(row, track)?;
        if holds(&item.parties, party.position()) {
            Ok(item)
        } else {
            Err(Spot::at(Column::Item, Why::ItemNotOnSheet))
        }
    }

    /// The item that a row names, which must exist for the track (C1). Tracks may share a title:
    /// then it is the one that the organisation's track has.
    pub(super) fn item_on(&self, row: &Row<'_>, track: TrackIndex) -> Result<&'n Item, Spot> {
        let wanted = row.need(Column::Item)?;
        let spot = |why| Spot::at(Column::Item, why);
        let items = &self.names.scheme().items;
        let on_track = |item: &&Item| holds(&item.tracks, track.position());
        if let Lookup::Ambiguous(first, others) = self.names.items.look_up(wanted) {
            let all = std::iter::once(&first).chain(others);
            let mut here = all
                .filter_map(|position| items.get(*position as usize))
                .filter(on_track);
            if let (Some(only), None) = (here.next(), here.next()) {
                return Ok(only);
            }
        }
        let (_, item) = part(
            &self.names.items,
            items,
            |item| (&item.id, &item.title),
            Part::Item,
            wanted,
        )
        .map_err(spot)?;
        if on_track(&item) {
            Ok(item)
        } else {
            Err(spot(Why::ItemNotOnTrack))
        }
    }

    /// The entry in its one form; none where the cell is empty, which is not scored.
    fn entry(&self, row: &Row<'_>, item: Option<&Item>) -> Result<Option<String>, Spot> {
        let text = row.text(Column::Entry)?;
        if text.is_empty() {
            return Ok(None);
        }
        let scheme = self.names.scheme();
        let parsed = match item {
            Some(item) => {
                Entry::parse(text, item, scheme.decimals).map(|entry| entry.canonical(item))
            }
            None => Entry::parse_overall(text, scheme.marks, scheme.decimals)
                .map(|entry| overall(&entry)),
        };
        parsed.map(Some).map_err(|why| {
            let item = item.map_or_else(String::new, |item| item.id.clone());
            let number_needed = why == EntryRefusal::NotANumber;
            let why = Why::Entry { item, why };
            Spot::at(
                Column::Entry,
                if number_needed {
                    not_a_number(text, why)
                } else {
                    why
                },
            )
        })
    }

    pub(super) fn rater(&mut self, row: &Row<'_>) -> Result<(), Spot> {
        let (organisation, track): (&Organisation, _) = self.rated_organisation(row)?;
        let (_, party): (_, &Party) = self.party_on(row, track)?;
        if !matches!(party.method, Method::Sheet(_) | Method::Mark(_)) {
            return Err(Spot::at(Column::Party, Why::WrongMethod));
        }
        let rater = row.need(Column::Rater)?.to_owned();
        let state = match row.text(Column::State)? {
            "" => AssignmentState::Due,
            state => words::need(&words::ASSIGNMENT, state)
                .map_err(|why| Spot::at(Column::State, why))?,
        };
        let key = vec![organisation.code.clone(), party.id.clone(), rater];
        let mut record = vec![Some(state.word().to_owned())];
        row.last_fields(&mut record, &[Column::Reason])?;
        self.put(row.number, What::Assignment, key, record, Again::Same)
            .map_err(|why| Spot::at(Column::Rater, why))
    }
}

fn overall(entry: &Entry) -> String {
    match entry {
        Entry::Mark(mark) => mark.to_string(),
        // An overall mark is nothing else (P2).
        _ => String::new(),
    }
}
