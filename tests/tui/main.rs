//! The screens, driven by keys without a terminal and without threads, on a demonstration round;
//! what they send is read by a terminal's parser.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod ballots;
mod bytes;
mod drawing;
mod driver;
mod hands;
mod pictures;
mod ranking;
