//! Schemes that rounds go by, read once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Failure, Trouble};
use crate::round::Refusal;
use crate::scheme::{Scheme, parse};
use crate::store::{RoundRow, View};

/// Checked schemes by the SHA-256 of their texts.
#[derive(Debug, Default)]
pub(super) struct Schemes(Mutex<HashMap<String, Arc<Scheme>>>);

impl Schemes {
    /// The scheme that a round goes by.
    pub(super) fn of(&self, view: &View<'_>, round: &RoundRow) -> Result<Arc<Scheme>, Failure> {
        let sha256 = round.scheme.as_deref().unwrap_or_default();
        if let Some(known) = self.known(sha256) {
            return Ok(known);
        }
        let text = view.scheme_text(sha256)?;
        self.read(sha256, &text).map_err(|_| {
            // It was checked before the round was made.
            Failure::Trouble(Trouble::Damaged {
                why: format!("the scheme {sha256} cannot be read"),
            })
        })
    }

    /// Reads and keeps a scheme.
    pub(super) fn read(&self, sha256: &str, text: &str) -> Result<Arc<Scheme>, Refusal> {
        if let Some(known) = self.known(sha256) {
            return Ok(known);
        }
        let checked = parse(text).map_err(|faults| Refusal::SchemeFaults {
            count: faults.len(),
        })?;
        let scheme = Arc::new(checked.scheme);
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(sha256.to_owned(), Arc::clone(&scheme));
        Ok(scheme)
    }

    fn known(&self, sha256: &str) -> Option<Arc<Scheme>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(sha256).cloned()
    }
}
