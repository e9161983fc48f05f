//! Decisions, on a small round.

mod findings;
mod fixture;
mod importing;
mod ledger;
mod properties;
mod refusals;
mod reviews;
mod sheets;
mod undoing;
