//! The records of cells, typed. Each knows its way to and from the texts that the books keep.
//! The words of states and of operations stand here too, once.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{EventState, Record, What};
use crate::number::Decimal;
use crate::scheme::MemberKind;
use crate::scoring::VetoState;

/// A field of a record is not of its form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {value:?} is not of its form")]
pub struct RecordFault {
    pub field: &'static str,
    pub value: String,
}

/// A text is none of the words of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("none of the words that stand here")]
pub struct UnknownWord;

/// Gives each variant the word that books and files keep.
macro_rules! words {
    ($kind:ty { $($variant:ident = $word:literal),* }) => {
        impl $kind {
            /// The word that books and files keep.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl FromStr for $kind {
            type Err = UnknownWord;
            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                match text { $($word => Ok(Self::$variant),)* _ => Err(UnknownWord) }
            }
        }

        impl fmt::Display for $kind {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.word())
            }
        }
    };
}

/// Declares states with their words.
macro_rules! states {
    ($($(#[$meta:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $word:literal),* $(,)? })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$note])* #[serde(rename = $word)] $variant),* }

        words!($name { $($variant = $word),* });
    )*};
}

states! {
    /// Where a round is in its life.
    RoundState {
        Draft = "draft",
        /// 评分中
        Open = "open",
        Closed = "closed",
        Provisional = "provisional",
        /// 公示中
        Notice = "notice",
        /// 已审定
        Final = "final",
    }
    /// Where a sheet is: only a submitted one can count (C4).
    SheetState {
        /// 未提交
        Open = "open",
        /// 已提交
        Submitted = "submitted",
        /// 已退回
        Returned = "returned",
    }
    /// Whether a rater is to fill a sheet.
    AssignmentState {
        /// 应评
        Due = "due",
        /// 回避
        Recused = "recused",
    }
    /// What an operation was.
    OperationKind {
        CreateRound = "create-round",
        /// Cells, by hand.
        Write = "write",
        /// Cells, by a file.
        Import = "import",
        Submit = "submit",
        /// A rater takes a submitted sheet back.
        Withdraw = "withdraw",
        /// Who runs the round gives a submitted sheet back.
        Return = "return",
        Undo = "undo",
        Redo = "redo",
    }
}

fn take<T: FromStr>(
    record: &Record,
    position: usize,
    field: &'static str,
) -> Result<Option<T>, RecordFault> {
    match record.get(position).and_then(Option::as_ref) {
        None => Ok(None),
        Some(text) => text.parse().map(Some).map_err(|_| RecordFault {
            field,
            value: text.clone(),
        }),
    }
}

fn need<T: FromStr>(
    record: &Record,
    position: usize,
    field: &'static str,
) -> Result<T, RecordFault> {
    take(record, position, field)?.ok_or(RecordFault {
        field,
        value: String::new(),
    })
}

/// Declares typed records, from which [`What::fields`] has the names of fields and their order.
macro_rules! records {
    ($($(#[$meta:meta])* $name:ident of $what:ident { $($(#[$note:meta])* $field:ident: $way:ident $kind:ty),* $(,)? })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name { $($(#[$note])* pub $field: records!(@kind $way $kind)),* }

        impl $name {
            /// Which cells have this record.
            pub const WHAT: What = What::$what;

            /// The names of its fields, in order.
            pub(super) const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];

            /// Reads the texts of a cell.
            ///
            /// # Errors
            /// Names the first field that is not of its form.
            #[expect(
                unused_assignments,
                reason = "nobody asks for the position after the last field"
            )]
            pub fn read(record: &Record) -> Result<Self, RecordFault> {
                let mut position = 0;
                Ok(Self { $($field: {
                    let value = records!(@read $way record, position, stringify!($field))?;
                    position += 1;
                    value
                }),* })
            }

            /// The texts of the cell.
            #[must_use]
            pub fn write(&self) -> Record {
                vec![$(records!(@write $way self.$field)),*]
            }
        }
    )*};
    (@kind need $kind:ty) => { $kind };
    (@kind take $kind:ty) => { Option<$kind> };
    (@kind flag $kind:ty) => { $kind };
    (@read need $record:ident, $position:ident, $field:expr) => { need($record, $position, $field) };
    (@read take $record:ident, $position:ident, $field:expr) => { take($record, $position, $field) };
    (@read flag $record:ident, $position:ident, $field:expr) => {
        take::<String>($record, $position, $field).map(|text| text.is_some())
    };
    (@write need $value:expr) => { Some($value.to_string()) };
    (@write take $value:expr) => { $value.as_ref().map(ToString::to_string) };
    (@write flag $value:expr) => { $value.then(|| "yes".to_owned()) };
}

records! {
    /// The round itself.
    RoundRecord of Round {
        year: need i32,
        state: need RoundState,
        /// SHA-256 of the scheme's text, hexadecimal.
        scheme: need String,
    }
    /// An organisation of the round; codes and ids as the files have them.
    OrganisationRecord of Organisation {
        name: need String,
        kind: take String,
        parent: take String,
        /// None: not rated itself (a district, a township).
        track: take String,
        /// Id of a level.
        previous: take String,
        /// Id of a level.
        declared: take String,
        /// Its place in the list, from 1.
        position: need u32,
    }
    /// What one rater entered for one item.
    MarkRecord of Mark {
        /// In the grammar of [`crate::scoring::Entry`]; none: not scored.
        entry: take String,
        note: take String,
        /// 存疑
        flagged: flag bool,
    }
    /// The state of one rater's sheet.
    SheetRecord of Sheet {
        state: need SheetState,
        reason: take String,
        /// Came by a file that stated no state, lacked something, and no hand has been at it
        /// since: it is submitted as soon as it lacks nothing (C4, V5).
        imported: flag bool,
    }
    /// Who is due, who is recused.
    AssignmentRecord of Assignment {
        state: need AssignmentState,
        reason: take String,
    }
    /// A count on a question.
    BallotRecord of Ballot {
        count: need u64,
    }
    /// A veto on an organisation.
    VetoRecord of Veto {
        state: need VetoState,
        /// Needed once it is decided.
        document: take String,
        /// `2026-11-02`
        date: take String,
        note: take String,
    }
    /// A bonus or penalty, one a document.
    AdjustmentRecord of Adjustment {
        count: need u64,
        note: take String,
    }
    /// An event of the ledger.
    EventRecord of Event {
        organisation: need String,
        /// A name or number within the organisation; none: the organisation's own event.
        member: take String,
        kind: take MemberKind,
        item: need String,
        date: take String,
        count: need u64,
        points: take Decimal,
        document: take String,
        state: need EventState,
        /// Why it was sent back last; kept beside it until it counts.
        reason: take String,
    }
    /// A number of places sent down from above (G4).
    PlacesRecord of Places {
        places: need u64,
    }
    /// The decided order within a tie (G8): the lower comes first.
    TieRecord of Tie {
        order: need u32,
        reason: take String,
    }
    /// The level of an earlier year.
    LevelRecord of Level {
        level: need String,
    }
    /// Somebody has looked an organisation through.
    ReviewRecord of Review {
        /// Number in the round's book of the last operation that they could see.
        seen: need u64,
    }
}

// States that rooms above own.
words!(VetoState { Proposed = "proposed", Decided = "decided", Lifted = "lifted" });
words!(MemberKind { Officer = "officer", Member = "member" });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_read_back_from_the_texts_of_their_fields() {
        let event = EventRecord {
            organisation: "0001".into(),
            member: None,
            kind: Some(MemberKind::Officer),
            item: "C1".into(),
            date: None,
            count: 2,
            points: Some("1.5".parse().unwrap()),
            document: None,
            state: EventState::Signed(2),
            reason: None,
        };
        let texts = event.write();
        assert_eq!(texts.len(), EventRecord::WHAT.fields().len());
        assert_eq!(EventRecord::read(&texts), Ok(event));
        let mark = MarkRecord {
            entry: Some("8.5".into()),
            note: None,
            flagged: true,
        };
        assert_eq!(MarkRecord::read(&mark.write()), Ok(mark));
    }

    #[test]
    fn a_field_out_of_form_is_named() {
        let fault = VetoRecord::read(&vec![Some("perhaps".into()), None, None, None]);
        assert_eq!(fault.map_err(|fault| fault.field), Err("state"));
    }
}
