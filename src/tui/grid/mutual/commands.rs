//! What can be done in the grid of mutual rating, besides typing.

use crate::text::{grids as text, organisations, scoring_screen};
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "mutual.submit": text::command_submit, [Key::f(9), Key::char('+')], hint 10;
    "mutual.review": text::command_review, [Key::f(4)], hint 11;
    "mutual.next-rater": text::command_next_rater, [Key::f(8), Key::RIGHT, Key::char(']')], hint 12;
    "mutual.previous-rater": text::command_previous_rater, [Key::f(7), Key::LEFT, Key::char('[')];
    "mutual.find": text::command_find, [Key::f(3), Key::char('/')], hint 13;
    "mutual.vetoes": organisations::command_vetoes, [Key::f(6)];
    "mutual.refresh": text::command_refresh, [Key::f(5)];
    "mutual.note": scoring_screen::command_note, [];
    "mutual.flag": text::command_flag, [];
    "mutual.withdraw": text::command_withdraw, [];
};
