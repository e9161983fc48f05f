//! Events of a ledger (P5).

use sha2::{Digest, Sha256};

use super::row::{Row, Spot};
use super::{Again, Reading};
use crate::exchange::fault::Why;
use crate::exchange::{Column, words};
use crate::number::{Decimal, Exact};
use crate::round::{EventRecord, EventState, What};
use crate::scheme::{EventPoints, ItemRule};

/// The fields of an event that say what happened; state and reason come after them.
const EVENT_CONTENT: usize = 8;

impl Reading<'_> {
    pub(super) fn event(&mut self, row: &Row<'_>) -> Result<(), Spot> {
        let (organisation, track) = self.rated_organisation(row)?;
        let item = self.item_on(row, track)?;
        let ItemRule::Ledger { points, .. } = &item.rule else {
            return Err(Spot::at(Column::Item, Why::NotALedgerItem));
        };
        let member = row.owned(Column::Member)?;
        let kind = match row.text(Column::MemberKind)? {
            "" => None,
            _ if member.is_none() => {
                return Err(Spot::at(Column::MemberKind, Why::KindWithoutMember));
            }
            word => Some(
                words::need(&words::MEMBER, word)
                    .map_err(|why| Spot::at(Column::MemberKind, why))?,
            ),
        };
        let count = row.whole(Column::Count)?.unwrap_or(1);
        let record = EventRecord {
            organisation: organisation.code.clone(),
            member,
            kind,
            item: item.id.clone(),
            date: row.date(Column::Date)?,
            count,
            points: stated_points(row, points, count)?,
            document: row.owned(Column::Document)?,
            state: self.event_state(row)?,
            reason: None,
        };
        let id = match row.text(Column::Id)? {
            "" => self.derived_id(&record),
            "*" | "-" => return Err(Spot::at(Column::Id, Why::Reserved)),
            id => id.to_owned(),
        };
        let mut record = record.write();
        record.pop();
        row.last_fields(&mut record, &[Column::Reason])?;
        self.put(row.number, What::Event, vec![id], record, Again::Same)
            .map_err(|why| Spot::at(Column::Id, why))
    }

    /// A word for the state, or the title of the last reviewer who signed.
    fn event_state(&self, row: &Row<'_>) -> Result<EventState, Spot> {
        let wanted = row.need(Column::State)?;
        if let Some(state) = words::find(&words::EVENT, wanted) {
            return Ok(state);
        }
        let reviewers = self.names.scheme().reviewers();
        if let Some(position) = reviewers.iter().position(|title| title == wanted) {
            return Ok(EventState::Signed(
                u16::try_from(position + 1).unwrap_or(u16::MAX),
            ));
        }
        let mut words = words::pairs(&words::EVENT);
        words.extend(reviewers.iter().map(|title| (title.clone(), title.clone())));
        Err(Spot::at(Column::State, Why::UnknownWord { words }))
    }

    /// An id made of what the event is and of how many equal ones stand before it, so that equal
    /// rows are different events and the same file again brings the same ids. State and reason
    /// are left out: an event that has been confirmed since is still the same event.
    fn derived_id(&mut self, record: &EventRecord) -> String {
        let mut content = record.write();
        content.truncate(EVENT_CONTENT);
        let mut text = String::new();
        for field in content {
            match field {
                Some(field) => {
                    text.push_str(&field.len().to_string());
                    text.push(':');
                    text.push_str(&field);
                }
                None => text.push('-'),
            }
        }
        let ordinal = self.equals.entry(text.clone()).or_insert(0);
        *ordinal += 1;
        let digest = Sha256::digest(format!("{text}#{ordinal}"));
        let hexadecimal = digest.iter().take(12).map(|byte| format!("{byte:02x}"));
        format!("e{}", hexadecimal.collect::<String>())
    }
}

/// The points that an event states: needed where its item has a range, and elsewhere no others
/// than what its count brings.
fn stated_points(row: &Row<'_>, rule: &EventPoints, count: u64) -> Result<Option<Decimal>, Spot> {
    let spot = |why| Err(Spot::at(Column::Points, why));
    let stated = row.decimal(Column::Points)?;
    match (rule, stated) {
        (EventPoints::Each(_), None) => Ok(None),
        (EventPoints::Each(each), Some(stated)) => {
            let earned = &Exact::whole(i128::from(count)) * &Exact::from(*each);
            if earned == Exact::from(stated) {
                Ok(None)
            } else {
                spot(Why::PointsDiffer { points: *each })
            }
        }
        (EventPoints::Range { .. }, None) => spot(Why::PointsNeeded),
        (EventPoints::Range { low, high, step }, Some(stated)) => {
            if stated < *low || stated > *high {
                return spot(Why::PointsOutside {
                    low: *low,
                    high: *high,
                });
            }
            match step {
                Some(step) if !stated.is_multiple_of(*step) => {
                    spot(Why::PointsNotAMultiple { step: *step })
                }
                _ => Ok(Some(stated)),
            }
        }
    }
}
