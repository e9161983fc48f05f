//! Ballots, vetoes, adjustments, places, ties, levels of earlier years: one row, one cell.

use super::row::{Row, Spot};
use super::{Again, Reading};
use crate::exchange::fault::Why;
use crate::exchange::names::{Lookup, Organisation, part};
use crate::exchange::{Column, words};
use crate::round::{Part, What};
use crate::scheme::{Ballot, Method, PartyIndex, TrackIndex};
use crate::scoring::VetoState;

impl<'n> Reading<'n> {
    pub(super) fn ballot(&mut self, row: &Row<'_>) -> Result<(), Spot> {
        let (organisation, track) = self.rated_organisation(row)?;
        let (index, party) = self.party_on(row, track)?;
        let Method::Ballot(ballot) = &party.method else {
            return Err(Spot::at(Column::Party, Why::WrongMethod));
        };
        let question = self.question(row, index, ballot)?;
        let option = self.option(row, index, ballot)?;
        let count = row.need_whole(Column::Ballots)?;
        let key = vec![
            organisation.code.clone(),
            party.id.clone(),
            question.to_owned(),
            option.to_owned(),
        ];
        let record = vec![Some(count.to_string())];
        self.put(row.number, What::Ballot, key, record, Again::Same)
            .map_err(|why| Spot::at(Column::Ballots, why))
    }

    fn question(
        &self,
        row: &Row<'_>,
        party: PartyIndex,
        ballot: &'n Ballot,
    ) -> Result<&'n str, Spot> {
        let wanted = row.need(Column::Question)?;
        let Some(names) = self.names.ballots.get(party.position()) else {
            return Err(Spot::at(Column::Party, Why::WrongMethod));
        };
        part(
            &names.questions,
            &ballot.questions,
            |question| (&question.id, &question.title),
            Part::Question,
            wanted,
        )
        .map(|(_, question)| question.id.as_str())
        .map_err(|why| Spot::at(Column::Question, why))
    }

    /// An option of the scheme, else one of the words for ballots without one.
    fn option(
        &self,
        row: &Row<'_>,
        party: PartyIndex,
        ballot: &'n Ballot,
    ) -> Result<&'n str, Spot> {
        let wanted = row.need(Column::Option)?;
        let Some(names) = self.names.ballots.get(party.position()) else {
            return Err(Spot::at(Column::Party, Why::WrongMethod));
        };
        if names.options.look_up(wanted) == Lookup::Unknown
            && let Some(word) = words::find(&words::BALLOT, wanted)
        {
            return Ok(word);
        }
        part(
            &names.options,
            &ballot.options,
            |option| (&option.id, &option.title),
            Part::Option,
            wanted,
        )
        .map(|(_, option)| option.id.as_str())
        .map_err(|why| Spot::at(Column::Option, why))
    }

    pub(super) fn veto(&mut self, row: &Row<'_>) -> Result<(), Spot> {
        let (organisation, _) = self.rated_organisation(row)?;
        let wanted = row.need(Column::Veto)?;
        let (_, veto) = part(
            &self.names.vetoes,
            &self.names.scheme().vetoes,
            |veto| (&veto.id, &veto.title),
            Part::Veto,
            wanted,
        )
        .map_err(|why| Spot::at(Column::Veto, why))?;
        let state = words::need(&words::VETO, row.need(Column::State)?)
            .map_err(|why| Spot::at(Column::State, why))?;
        if state == VetoState::Decided && row.text(Column::Document)?.is_empty() {
            return Err(Spot::at(Column::Document, Why::DocumentNeeded));
        }
        let key = vec![organisation.code.clone(), veto.id.clone()];
        let mut record = vec![Some(state.to_string())];
        row.last_fields(&mut record, &[Column::Document, Column::Date, Column::Note])?;
        self.put(row.number, What::Veto, key, record, Again::Instead)
            .map_err(|why| Spot::at(Column::Veto, why))
    }

    pub(super) fn adjustment(&mut self, row: &Row<'_>) -> Result<(), Spot> {
        let (organisation, _) = self.rated_organisation(row)?;
        let wanted = row.need(Column::Adjustment)?;
        let (_, adjustment) = part(
            &self.names.adjustments,
            &self.names.scheme().adjustments,
            |adjustment| (&adjustment.id, &adjustment.title),
            Part::Adjustment,
            wanted,
        )
        .map_err(|why| Spot::at(Column::Adjustment, why))?;
        let document = match row.text(Column::Document)? {
            "" => "*",
            "*" => return Err(Spot::at(Column::Document, Why::Reserved)),
            document => document,
        };
        let key = vec![
            organisation.code.clone(),
            adjustment.id.clone(),
            document.to_owned(),
        ];
        let count = row.whole(Column::Count)?.unwrap_or(1);
        let mut record = vec![Some(count.to_string())];
        row.last_fields(&mut record, &[Column::Note])?;
        self.put(row.number, What::Adjustment, key, record, Again::Same)
            .map_err(|why| Spot::at(Column::Count, why))
    }

    pub(super) fn places(&mut self, row: &Row<'_>) -> Result<(), Spot> {
        let cohort = match row.text(Column::Cohort)? {
            "" | "*" => "*",
            "-" => "-",
            wanted => match self.names.organisation(wanted) {
                Ok(organisation) => organisation.code.as_str(),
                Err(why) => return Err(Spot::at(Column::Cohort, as_cohort(why))),
            },
        };
        let track = self.track_of(row)?;
        let track = track.map_or("*", |track| self.names.scheme().track(track).id.as_str());
        let Some(level) = self.level_id(row, Column::Level)? else {
            return Err(Spot::at(Column::Level, Why::Missing));
        };
        let key = vec![cohort.to_owned(), track.to_owned(), level];
        let places = row.need_whole(Column::Places)?;
        let record = vec![Some(places.to_string())];
        self.put(row.number, What::Places, key, record, Again::Same)
            .map_err(|why| Spot::at(Column::Places, why))
    }

    pub(super) fn tie(&mut self, row: &Row<'_>) -> Result<(), Spot> {
        let (organisation, track) = self.rated_organisation(row)?;
        self.same_track(row, track)?;
        self.same_cohort(row, organisation)?;
        let order = row.need_whole(Column::Order)?;
        if order == 0 || u32::try_from(order).is_err() {
            return Err(Spot::at(Column::Order, Why::NotPositive));
        }
        let key = vec![organisation.code.clone()];
        let mut record = vec![Some(order.to_string())];
        row.last_fields(&mut record, &[Column::Reason])?;
        self.put(row.number, What::Tie, key, record, Again::Same)
            .map_err(|why| Spot::at(Column::Order, why))
    }

    /// The track of a tie is its organisation's; where the row says one, it must be that.
    fn same_track(&self, row: &Row<'_>, track: TrackIndex) -> Result<(), Spot> {
        match self.track_of(row)? {
            Some(said) if said != track => {
                let found = self.names.scheme().track(track).id.clone();
                Err(Spot::at(Column::Track, Why::Contradicts { found }))
            }
            _ => Ok(()),
        }
    }

    /// The cohort of a tie lies above its organisation; where the row says one, it must be that.
    fn same_cohort(&self, row: &Row<'_>, organisation: &Organisation) -> Result<(), Spot> {
        let wanted = row.text(Column::Cohort)?;
        if matches!(wanted, "" | "*" | "-") {
            return Ok(());
        }
        let said = self
            .names
            .organisation(wanted)
            .map_err(|why| Spot::at(Column::Cohort, as_cohort(why)))?;
        let found = self.names.cohort_of(organisation);
        if found == Some(said.code.as_str()) {
            return Ok(());
        }
        let found = found.unwrap_or("-").to_owned();
        Err(Spot::at(Column::Cohort, Why::Contradicts { found }))
    }

    pub(super) fn level(&mut self, row: &Row<'_>) -> Result<(), Spot> {
        let organisation = self.named_organisation(row)?;
        let year = row.need_whole(Column::Year)?;
        if !(1900..=9999).contains(&year) {
            return Err(Spot::at(Column::Year, Why::NotADate));
        }
        let Some(level) = self.level_id(row, Column::Level)? else {
            return Err(Spot::at(Column::Level, Why::Missing));
        };
        let key = vec![organisation.code.clone(), year.to_string()];
        self.put(row.number, What::Level, key, vec![Some(level)], Again::Same)
            .map_err(|why| Spot::at(Column::Level, why))
    }
}

/// An organisation that is missing as a cohort.
fn as_cohort(why: Why) -> Why {
    match why {
        Why::Unknown { nearest, known, .. } => Why::Unknown {
            what: Part::Cohort,
            nearest,
            known,
        },
        other => other,
    }
}
