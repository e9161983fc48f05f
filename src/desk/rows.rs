//! The rows of a deduction or option item, gone into with Tab: any row is reached, and any count.

use super::draft::{Content, Deaf, Draft, Heard, remember, stands_as_found};
use super::field::{Field, Kind};
use super::stroke::Stroke;
use crate::scheme::DeductionCost;
use crate::scoring::Entry;

/// A count of more digits than this is refused by the grammar of entries.
const LONGEST_COUNT: usize = 15;

/// What the plus of the numeric keypad is, which has neither Tab nor arrows: the way into the rows,
/// and there the next row. None where the field has no rows.
#[must_use]
pub fn plus(field: &Field<'_>, draft: Option<&Draft>) -> Option<Stroke> {
    let rows = field.deductions().len().max(field.options().len());
    let inside = draft.is_some_and(|draft| draft.rows().is_some());
    (rows > 0).then_some(if inside { Stroke::Down } else { Stroke::Tab })
}

impl Draft {
    pub(super) fn press_in_rows(
        &mut self,
        field: &Field<'_>,
        stored: Option<&Entry>,
        stroke: Stroke,
    ) -> Heard {
        let last = field
            .deductions()
            .len()
            .max(field.options().len())
            .saturating_sub(1);
        let Some(rows) = &mut self.rows else {
            return Heard::Elsewhere;
        };
        match stroke {
            Stroke::Up | Stroke::Down => {
                rows.at = match stroke {
                    Stroke::Up => rows.at.checked_sub(1).unwrap_or(last),
                    _ if rows.at >= last => 0,
                    _ => rows.at + 1,
                };
                rows.digits.clear();
                Heard::Drafted
            }
            Stroke::Enter if field.kind() == Kind::Options => {
                let at = rows.at;
                self.rows = None;
                Heard::Keep(Entry::Option(at))
            }
            Stroke::Enter | Stroke::Tab | Stroke::Escape => {
                self.rows = None;
                Heard::Drafted
            }
            Stroke::Digit(digit) => {
                if rows.digits.len() >= LONGEST_COUNT {
                    return Heard::Refused(Deaf::Full);
                }
                rows.digits.push(char::from(b'0' + digit.min(9)));
                self.take_digits(field, stored)
            }
            Stroke::Backspace => {
                if rows.digits.is_empty()
                    && let Content::Counts { now, .. } = &self.content
                {
                    rows.digits = now.get(rows.at).map(u64::to_string).unwrap_or_default();
                }
                rows.digits.pop();
                self.take_digits(field, stored)
            }
            _ => Heard::Refused(Deaf::InRows),
        }
    }

    /// In the rows digits are a count (deductions) or a number of an option.
    fn take_digits(&mut self, field: &Field<'_>, stored: Option<&Entry>) -> Heard {
        let Some(rows) = &mut self.rows else {
            return Heard::Elsewhere;
        };
        let typed: u64 = rows.digits.parse().unwrap_or(0);
        if let Content::Counts { now, past, .. } = &mut self.content {
            let all = field
                .deductions()
                .get(rows.at)
                .is_some_and(|row| row.cost == DeductionCost::All);
            let typed = if all { typed.min(1) } else { typed };
            // Another way of writing the count that stands there says nothing new.
            if now.get(rows.at) == Some(&typed) {
                return Heard::Drafted;
            }
            remember(past, now, self.touched);
            if let Some(count) = now.get_mut(rows.at) {
                *count = typed;
            }
            self.touched = !stands_as_found(past, now);
            return Heard::Drafted;
        }
        let options = field.options().len();
        let number = usize::try_from(typed).unwrap_or(usize::MAX);
        if number > options {
            rows.digits.pop();
            return Heard::Refused(Deaf::NoOption { number, options });
        }
        rows.at = match (number.checked_sub(1), stored) {
            (Some(position), _) => position,
            (None, Some(Entry::Option(position))) if *position < options => *position,
            (None, _) => 0,
        };
        Heard::Drafted
    }
}
