//! What a hand did with an event of the ledger, and in whose name (P5): the state before and the
//! state after tell it, so it holds for every event of the book.

use super::{Language, ledger as words};
use crate::office::JournalLine;
use crate::round::{Change, EventRecord, EventState, EventWait, OperationKind, Record, What};

/// A step, and the seat whose it is by the scheme's order.
struct Step {
    done: String,
    by: String,
}

/// The step in short: `申报`, `核对确认`, `科长审签`, `科长退回`. None where the operation is no
/// step of an event done by hand.
#[must_use]
pub fn short(language: Language, review: &[String], line: &JournalLine) -> Option<String> {
    of_line(language, review, line).map(|step| step.done)
}

/// The step with the seat whose it is: `核对确认（以登记人的名义）`.
#[must_use]
pub fn whole(language: Language, review: &[String], line: &JournalLine) -> Option<String> {
    let step = of_line(language, review, line)?;
    Some(words::step_in_name(language, &step.done, &step.by))
}

fn of_line(language: Language, review: &[String], line: &JournalLine) -> Option<Step> {
    let by_hand = line.kind.parse() == Ok(OperationKind::Write);
    let change = line.changes.first().filter(|_| by_hand)?;
    (change.what == What::Event).then(|| of_change(language, review, change))?
}

fn of_change(language: Language, review: &[String], change: &Change) -> Option<Step> {
    let state = |record: &Option<Record>| {
        let record = EventRecord::read(record.as_ref()?).ok()?;
        Some(record.state)
    };
    let (before, now) = (state(&change.old), state(&change.new));
    let unit = |done: String| {
        let by = words::chair_unit(language);
        Some(Step { done, by })
    };
    let Some(now) = now else {
        return before.and_then(|_| unit(words::step_remove(language)));
    };
    match (now, now.signatures(review.len())) {
        (EventState::SentBack, _) => {
            let by = holder(language, review, before?);
            let done = words::sent_back_by(language, &by);
            Some(Step { done, by })
        }
        (_, None) => unit(match before {
            Some(EventState::SentBack) => words::step_declare_anew(language),
            Some(_) => words::step_alter(language),
            None => words::step_declare(language),
        }),
        (_, Some(0)) => Some(Step {
            done: words::step_confirm(language),
            by: words::chair_office(language),
        }),
        (_, Some(signed)) => {
            let by = review.get(signed - 1)?.clone();
            let done = words::step_sign(language, &by);
            Some(Step { done, by })
        }
    }
}

/// Who has an event, and so is who sends it back: whoever it waits for; once it counts, who
/// signed last.
fn holder(language: Language, review: &[String], state: EventState) -> String {
    match state.waits_for(review) {
        Some(EventWait::Signing(title)) => title,
        None if !review.is_empty() => review.last().cloned().unwrap_or_default(),
        _ => words::chair_office(language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(state: &str) -> Record {
        let mut record = vec![None; What::Event.fields().len()];
        let mut set = |field: &str, value: &str| {
            let at = What::Event.fields().iter().position(|one| *one == field);
            record[at.expect("a field")] = Some(value.to_owned());
        };
        set("organisation", "640205001");
        set("item", "B1");
        set("count", "1");
        set("state", state);
        record
    }

    fn told(before: Option<&str>, now: Option<&str>) -> Option<String> {
        let review = ["科长", "分管领导"].map(str::to_owned);
        let change = Change {
            what: What::Event,
            key: vec!["640205001-01".to_owned()],
            old: before.map(record),
            new: now.map(record),
            old_revision: 1,
            new_revision: 2,
        };
        let step = of_change(Language::Chinese, &review, &change)?;
        Some(words::step_in_name(Language::Chinese, &step.done, &step.by))
    }

    #[test]
    fn p5_every_step_is_told_with_the_seat_whose_it_is() {
        for (before, now, wanted) in [
            (None, Some("declared"), "申报（以申报单位的名义）"),
            (
                Some("declared"),
                Some("confirmed"),
                "核对确认（以登记人的名义）",
            ),
            (
                Some("confirmed"),
                Some("signed 1"),
                "科长审签（以科长的名义）",
            ),
            (
                Some("signed 1"),
                Some("counted"),
                "分管领导审签（以分管领导的名义）",
            ),
            (
                Some("declared"),
                Some("sent back"),
                "登记人退回（以登记人的名义）",
            ),
            (
                Some("confirmed"),
                Some("sent back"),
                "科长退回（以科长的名义）",
            ),
            (
                Some("counted"),
                Some("sent back"),
                "分管领导退回（以分管领导的名义）",
            ),
            (
                Some("sent back"),
                Some("declared"),
                "重新申报（以申报单位的名义）",
            ),
            (
                Some("declared"),
                Some("declared"),
                "修改申报（以申报单位的名义）",
            ),
            (Some("declared"), None, "删除（以申报单位的名义）"),
        ] {
            assert_eq!(told(before, now).as_deref(), Some(wanted));
        }
    }
}
