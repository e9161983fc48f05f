//! Changes as the book keeps them: their texts in JSON, and the code over all of them. Of many
//! this is made beside the writing, so that the lock is held no longer than the writing takes.

use std::ops::Range;
use std::sync::mpsc;
use std::thread;

use serde::Serialize;

use super::Trouble;
use super::canonical::{Code, Sealing};
use crate::round::Change;

/// So many changes are made ready together.
const BATCH: usize = 512;
/// So many batches may be ready before they are written.
const AHEAD: usize = 4;

/// Where the key, the old and the new record of a change stand in a text.
type Places = [Option<Range<usize>>; 3];

/// The texts of some changes, in order.
pub(super) struct Encoded {
    texts: String,
    places: Vec<Places>,
}

impl Encoded {
    fn new(changes: &[Change], sealing: &mut Sealing) -> Result<Self, Trouble> {
        let mut bytes = Vec::new();
        let mut places = Vec::with_capacity(changes.len());
        for change in changes {
            sealing.change(change);
            places.push([
                put(&mut bytes, Some(&change.key))?,
                put(&mut bytes, change.old.as_ref())?,
                put(&mut bytes, change.new.as_ref())?,
            ]);
        }
        let texts = String::from_utf8(bytes).map_err(|error| refused(&error))?;
        Ok(Self { texts, places })
    }

    /// Key, old and new record of each change.
    pub(super) fn rows(&self) -> impl Iterator<Item = [Option<&str>; 3]> {
        self.places.iter().map(|[key, old, new]| {
            let text = |place: &Option<Range<usize>>| self.texts.get(place.clone()?);
            [text(key), text(old), text(new)]
        })
    }
}

fn put<T: Serialize>(
    bytes: &mut Vec<u8>,
    list: Option<&T>,
) -> Result<Option<Range<usize>>, Trouble> {
    let Some(list) = list else {
        return Ok(None);
    };
    let start = bytes.len();
    serde_json::to_writer(&mut *bytes, list).map_err(|error| refused(&error))?;
    Ok(Some(start..bytes.len()))
}

fn refused(error: &impl std::fmt::Display) -> Trouble {
    Trouble::Other {
        why: error.to_string(),
    }
}

/// Writes a list of texts as JSON into a buffer that is used again.
pub(super) fn json<'buffer, T: Serialize>(
    buffer: &'buffer mut Vec<u8>,
    list: &T,
) -> Result<&'buffer str, Trouble> {
    buffer.clear();
    put(buffer, Some(list))?;
    std::str::from_utf8(buffer).map_err(|error| refused(&error))
}

/// Hands all changes with their texts to `write`, some at a time and in order; returns the code
/// over all of them.
pub(super) fn each_encoded(
    changes: &[Change],
    mut sealing: Sealing,
    mut write: impl FnMut(&[Change], &Encoded) -> Result<(), Trouble>,
) -> Result<Code, Trouble> {
    if changes.len() <= BATCH {
        write(changes, &Encoded::new(changes, &mut sealing)?)?;
        return Ok(sealing.code());
    }
    thread::scope(|scope| {
        let (ready, batches) = mpsc::sync_channel(AHEAD);
        let beside = scope.spawn(move || {
            for batch in changes.chunks(BATCH) {
                // Nobody takes more where one could not be written.
                if ready
                    .send((batch, Encoded::new(batch, &mut sealing)))
                    .is_err()
                {
                    break;
                }
            }
            sealing.code()
        });
        for (batch, encoded) in &batches {
            write(batch, &encoded?)?;
        }
        beside.join().map_err(|_| Trouble::Other {
            why: "the changes could not be made ready".to_owned(),
        })
    })
}
