//! The rules of the calculation, one test or table a rule, named by its number.

mod categories;
mod composite;
mod levels;
mod parties;
mod properties;
mod round;
mod vetoes;
