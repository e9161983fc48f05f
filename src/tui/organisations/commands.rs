//! What can be done in the list of organisations.

use crate::text::{ballots, organisations as text, ranking};
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

pub const COMMANDS: &[Command] = commands! {
    "organisations.open": text::command_open, [Key::ENTER], hint 1;
    "organisations.find": text::command_find, [Key::f(3), Key::char('/')], hint 2;
    "organisations.filter": text::command_filter, [Key::f(4)], hint 3;
    "organisations.vetoes": text::command_vetoes, [Key::f(6), Key::char('v')], hint 4;
    "organisations.submit": text::command_submit, [Key::f(9)], hint 5;
    "organisations.refresh": text::command_refresh, [Key::f(5)], hint 7;
    "organisations.review": text::command_review, [Key::char('*')], hint 6;
    "organisations.changes": text::command_changes, [Key::char('-')];
    "organisations.seat": text::command_seat, [];
    "organisations.findings": text::command_findings, [];
    "organisations.all_vetoes": text::command_all_vetoes, [];
    "organisations.journal": text::command_journal, [];
    "organisations.journal_of_one": text::command_journal_of_one, [];
    "organisations.ranking": ranking::command_ranking, [];
    "organisations.ballots": ballots::command_ballots, [];
    "organisations.return": text::command_return, [];
    "organisations.crosswise": crate::text::go::crosswise, [];
};
