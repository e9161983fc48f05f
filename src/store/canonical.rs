//! The bytes that the code of an operation is made from.
//!
//! A tag of the format, then every field in a fixed order: integers as 8 bytes big-endian, texts
//! as their length in such 8 bytes and then their UTF-8, absent ones as one byte 0 and those that
//! are there as one byte 1 before them. Codes only, never the numbers of rows.

use sha2::{Digest, Sha256};

use crate::round::{Change, Record};

/// Which canonical bytes are written; the number rises when they change.
pub(super) const FORMAT: u32 = 1;

const OPERATION_TAG: &[u8] = b"pingxing operation 1\0";
const BOOK_TAG: &[u8] = b"pingxing book 1\0";

/// A code of a book: 32 bytes.
pub(super) type Code = [u8; 32];

/// The code before the first operation of a book.
pub(super) fn beginning(book: &str) -> Code {
    let mut bytes = Bytes::default();
    bytes.raw(BOOK_TAG);
    bytes.text(book);
    bytes.code()
}

/// What an operation is, besides its changes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head<'a> {
    pub(super) previous: &'a Code,
    pub(super) book: &'a str,
    pub(super) seq: u64,
    pub(super) op_id: &'a str,
    pub(super) at: i64,
    pub(super) actor: &'a str,
    pub(super) via: &'a str,
    pub(super) kind: &'a str,
    pub(super) reason: Option<&'a str>,
    pub(super) undoes: Option<u64>,
    pub(super) about: Option<&'a str>,
    pub(super) changes: u64,
}

/// The code of one operation in the making: its head, then its changes in their order.
pub(super) struct Sealing(Bytes);

impl Sealing {
    pub(super) fn new(head: &Head<'_>) -> Self {
        let mut bytes = Bytes::default();
        bytes.raw(OPERATION_TAG);
        bytes.raw(head.previous);
        bytes.text(head.book);
        bytes.whole(head.seq);
        bytes.text(head.op_id);
        // Two's complement, so that times before 1970 have one form too.
        bytes.raw(&head.at.to_be_bytes());
        bytes.text(head.actor);
        bytes.text(head.via);
        bytes.text(head.kind);
        bytes.perhaps(head.reason);
        match head.undoes {
            None => bytes.raw(&[0]),
            Some(seq) => {
                bytes.raw(&[1]);
                bytes.whole(seq);
            }
        }
        bytes.perhaps(head.about);
        bytes.whole(head.changes);
        Self(bytes)
    }

    pub(super) fn change(&mut self, change: &Change) {
        let bytes = &mut self.0;
        bytes.text(change.what.word());
        bytes.whole(change.key.len() as u64);
        for part in &change.key {
            bytes.text(part);
        }
        bytes.record(change.old.as_ref());
        bytes.record(change.new.as_ref());
        bytes.whole(change.old_revision);
        bytes.whole(change.new_revision);
        bytes.flush();
    }

    pub(super) fn code(self) -> Code {
        self.0.code()
    }
}

/// Gathers bytes, so that the hash is fed with many at a time.
#[derive(Default)]
struct Bytes {
    gathered: Vec<u8>,
    hash: Sha256,
}

impl Bytes {
    fn raw(&mut self, bytes: &[u8]) {
        self.gathered.extend_from_slice(bytes);
    }

    fn flush(&mut self) {
        self.hash.update(&self.gathered);
        self.gathered.clear();
    }

    fn code(mut self) -> Code {
        self.flush();
        self.hash.finalize().into()
    }

    fn whole(&mut self, value: u64) {
        self.raw(&value.to_be_bytes());
    }

    fn text(&mut self, text: &str) {
        self.whole(text.len() as u64);
        self.raw(text.as_bytes());
    }

    fn perhaps(&mut self, text: Option<&str>) {
        match text {
            None => self.raw(&[0]),
            Some(text) => {
                self.raw(&[1]);
                self.text(text);
            }
        }
    }

    fn record(&mut self, record: Option<&Record>) {
        match record {
            None => self.raw(&[0]),
            Some(fields) => {
                self.raw(&[1]);
                self.whole(fields.len() as u64);
                for field in fields {
                    self.perhaps(field.as_deref());
                }
            }
        }
    }
}

/// SHA-256 of a text, hexadecimal: how schemes are told apart.
#[must_use]
pub fn fingerprint(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

/// Lower-case hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|half| DIGITS[usize::from(half)]);
    bytes.iter().flat_map(digits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::round::What;

    /// The code of a name in the golden file.
    fn golden(name: &str) -> &'static str {
        include_str!("../../tests/golden/book.txt")
            .lines()
            .find_map(|line| line.strip_prefix(name))
            .unwrap()
            .trim()
    }

    fn texts(parts: &[&str]) -> Vec<String> {
        parts.iter().map(|part| (*part).to_owned()).collect()
    }

    #[test]
    fn the_canonical_bytes_stay_what_they_are() {
        let previous = beginning("2026年度");
        assert_eq!(hexadecimal(&previous), golden("beginning"));
        let mut sealing = Sealing::new(&Head {
            previous: &previous,
            book: "2026年度",
            seq: 1,
            op_id: "op-1",
            at: 1_790_000_000_123,
            actor: "secretary",
            via: "screen",
            kind: "write",
            reason: Some("补录"),
            undoes: Some(7),
            about: None,
            changes: 2,
        });
        sealing.change(&Change {
            what: What::Mark,
            key: texts(&["640205001", "self", "考评一组", "A1"]),
            old: None,
            new: Some(vec![Some("8.5".to_owned()), None, Some("yes".to_owned())]),
            old_revision: 0,
            new_revision: 1,
        });
        sealing.change(&Change {
            what: What::Veto,
            key: texts(&["640205001", "V1"]),
            old: Some(vec![Some("proposed".to_owned()), None, None, None]),
            new: None,
            old_revision: 3,
            new_revision: 4,
        });
        assert_eq!(hexadecimal(&sealing.code()), golden("operation"));
    }
}
