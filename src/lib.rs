//! pingxing (评星): rate organisations against a published scheme.
//!
//! This page is the plan of the house. The program is one crate: this library, and a `main.rs`
//! that reads the command line, chooses a face and reports bugs.
//!
//! Who is new here reads [`round`] for what a round is, [`scoring`] for how its figures come
//! about, and [`office::Door`], the one way in; then the folder of one screen in [`tui`] or one
//! file of [`cli`].
//!
//! Where a change goes:
//!
//! | to change | goes into |
//! |---|---|
//! | how a figure comes about | the rule's function in [`scoring`], with the engine's version |
//! | what a scheme can say | the part's reader in [`scheme`], and [`scheme::Scheme`] |
//! | what is refused, and what a new fact is | [`round`]; its tables in [`store`] |
//! | what can be asked | [`office::Question`], and who may see the answer in `office::sight` |
//! | a column of a data file | [`exchange`] |
//! | typing on a sheet or a grid | [`desk`] |
//! | a sentence, in both languages | [`text`] |
//! | a screen or one of its keys | its folder in [`tui`] |
//! | a command of the shell | its file in [`cli`] |
//!
//! # The rooms
//!
//! The lowest floor comes first. A room uses only rooms above it in this list, and the two faces,
//! `cli` and `tui`, do not know each other. A test (`tests/house`) reads every `crate::` and fails
//! on an arrow that runs the other way.
//!
//! ```text
//!  pure: no clock, file, thread, SQL, screen or sentence
//!  ┌────────────┬──────────────────────────────────────────────────────────────┐
//!  │ number     │ decimals, exact quotients, printed figures; the one rounding │
//!  │ diagnose   │ a fault with its place in a text                             │
//!  │ scheme     │ TOML text → checked scheme, or every fault                   │
//!  │ scoring    │ entries → marks → figures → levels, one rule a function      │
//!  │ round      │ what a round is; decide(slice, command) → changes or why not │
//!  └────────────┴──────────────────────────────────────────────────────────────┘
//!  books
//!  ┌────────────┬──────────────────────────────────────────────────────────────┐
//!  │ store      │ the only room that knows SQLite: schema, books, one writer   │
//!  │ office     │ the one door: apply, ask, all in codes; sight: who sees what │
//!  └────────────┴──────────────────────────────────────────────────────────────┘
//!  between people and the door
//!  ┌────────────┬──────────────────────────────────────────────────────────────┐
//!  │ exchange   │ CSV and XLSX → typed rows with their place, and back         │
//!  │ find       │ names → codes: by code, characters, pinyin                   │
//!  │ desk       │ an open round as one person sees it: one sheet, or a grid    │
//!  │ text       │ typed facts → sentences, Chinese and English side by side    │
//!  │ config     │ settings in layers, each with its origin; file, keys, time   │
//!  │ demo       │ seeded demonstration rounds                                  │
//!  └────────────┴──────────────────────────────────────────────────────────────┘
//!  faces
//!  ┌────────────┬──────────────────────────────────────────────────────────────┐
//!  │ term       │ the terminal as a device: guard, signals, widths             │
//!  │ cli        │ the command line, one file a subcommand; the plain mode      │
//!  │ tui        │ the screens, one folder a screen; the keymap                 │
//!  └────────────┴──────────────────────────────────────────────────────────────┘
//! ```
//!
//! # The way of one key
//!
//! ```text
//!  key ─► fold full-width ─► keymap of what is open ─► command ─► message
//!                                                                   │
//!        ┌──────────────────────── tui ─────────────────────────────▼───────┐
//!        │  update(model, message) ─► new model, effects ─► view ─► a frame │
//!        └───────┬──────────────────────────────────────────────────▲───────┘
//!                │ a draft that is kept                              │ figures at once,
//!        ┌───────▼──────── desk ────────────────────────────┐        │ marked as trial
//!        │  overlay: not yet answered ─► scoring::own ──────┼────────┘
//!        └───────┬───────────────────────────────▲──────────┘
//!                │ Operation                     │ Applied (已保存), or
//!                │ (plain data, unique id)       │ Refusal, Trouble: the overlay goes,
//!        ┌───────▼──────── office ───────────────┴──────────┐ the reason is said
//!        │  BEGIN IMMEDIATE                                 │
//!        │    store: load the slice that the command names  │
//!        │    round: decide(slice, command, who, when)      │
//!        │    store: changes, book (chained by hash)        │
//!        │  COMMIT                                          │
//!        └──────────────────────────────────────────────────┘
//! ```
//!
//! No decision is made on what was read before the transaction, and no transaction waits for a
//! person. Rank, places and relative levels are made from the last ranking in the background; a
//! key recomputes one organisation and nothing else. A command line goes the same way with
//! [`exchange`] in place of the desk.
//!
//! # What is kept
//!
//! State is a set of cells ([`round::What`]), each with a key of codes, a record of texts and a
//! revision. A book is a list of operations with their changes; it can only be added to. Marks
//! and everything that follows from them are derived and never an input.
//!
//! # What can go wrong
//!
//! Four kinds, never mixed. Each has a code that stays as it is from version to version; the
//! sentences, made in [`text`], may be bettered.
//!
//! | kind | what it is | code | what was stored |
//! |---|---|---|---|
//! | *fault* | something in somebody's file, with its place and what to do ([`diagnose::Fault`], [`exchange::RowFault`]) | of a scheme: [`diagnose::Fault::code`], such as `unknown-key` | nothing of the file |
//! | *refusal* | a rule says no ([`round::Refusal`]) | the name of the variant, as it is serialised: `SheetSubmitted` | nothing of the operation |
//! | *trouble* | the disk, the lock or the file ([`office::Trouble`]) | likewise: `DiskFull` | nothing of the operation |
//! | *bug* | a panic, told by `main` | none | what was answered with 已保存 before it |
//!
//! A command ends with 0, with 1 when one of these came of it, and with 2 when it was wrongly
//! called.
//!
//! # Three version numbers
//!
//! | number | it rises | an older number |
//! |---|---|---|
//! | schema (`user_version` of the database) | with every change of tables or of the books' canonical bytes | is migrated when the database is opened; a newer one is refused and left alone |
//! | engine ([`scoring::ENGINE_VERSION`]) | with every change that can move a figure, rank or level | means that stored figures are made anew; the books stay as they are |
//! | scheme format ([`scheme::SCHEME_FORMAT`]) | when a file that was right would mean something else, or nothing; a new key that older files lack does not raise it | is read as it always was |

#[deny(clippy::float_arithmetic)]
pub mod number;

pub mod diagnose;

#[deny(clippy::float_arithmetic)]
pub mod scheme;

#[deny(clippy::float_arithmetic)]
pub mod scoring;

#[deny(clippy::float_arithmetic)]
pub mod round;

pub mod store;

pub mod office;

pub mod exchange;

pub mod find;

pub mod desk;

pub mod text;

pub mod config;

pub mod demo;

pub mod term;

pub mod cli;

pub mod tui;
