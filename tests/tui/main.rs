//! The screens, driven by keys without a terminal and without threads, on a demonstration round;
//! what they send is read by a terminal's parser.

#![expect(clippy::expect_used, reason = "what prepares a test may fail it too")]

mod adjustments;
mod ahead;
mod allotment;
mod ask;
mod assignments;
mod ballots;
mod breakdown;
mod bytes;
mod crosswise;
mod drawing;
mod driver;
mod due;
mod english;
mod findings;
mod go;
mod hands;
mod keypad;
mod ledger;
mod mutual;
mod pictures;
mod ranking;
mod rare;
mod review;
mod seat;
mod systems;
mod totals;
mod vetoes;
mod whole;
