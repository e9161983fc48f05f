//! What can be done on the scoring screen.

use crate::text::{grids, scoring_screen as text};
use crate::tui::commands::{Command, commands};
use crate::tui::keys::Key;

/// The commands. The field hears its own keys first (digits, `.`, `-`, Enter and arrows too); those
/// that are no figures stand here as well, so that help and palette know them. The hint line has
/// them by the kind of the field.
pub const COMMANDS: &[Command] = commands! {
    "scoring.full": text::command_full, [Key::char('*')];
    "scoring.none": text::command_none, [Key::char('0')];
    "scoring.rows": text::hint_rows, [Key::TAB, Key::char('+')];
    "scoring.clear": text::command_clear, [Key::DELETE];
    "scoring.flag": text::command_flag, [Key::char(' ')];
    "scoring.operations": text::command_operations, [Key::f(2)], hint 10;
    "scoring.next-organisation":
        text::command_next_organisation, [Key::f(8), Key::char(']')], hint 11;
    "scoring.submit": text::command_submit, [Key::f(9)], hint 12;
    "scoring.pane": text::command_pane, [Key::f(4)], hint 13;
    "scoring.vetoes": text::command_vetoes, [Key::f(6), Key::char('v')], hint 14;
    "scoring.breakdown": text::command_breakdown, [Key::f(12), Key::char('b')], hint 15;
    "scoring.find": text::command_find, [Key::f(3), Key::char('/')], hint 16;
    "scoring.previous-organisation":
        text::command_previous_organisation, [Key::f(7), Key::char('[')];
    "scoring.crosswise": grids::command_crosswise, [Key::ctrl('t')];
    "scoring.refresh": text::command_refresh, [Key::f(5)];
    "scoring.whole": text::command_whole, [Key::PAGE_DOWN, Key::PAGE_UP, Key::ctrl('d')];
    "scoring.note": text::command_note, [Key::ctrl('n'), Key::char('n')];
    "scoring.not-applicable": text::command_not_applicable, [Key::INSERT];
    "scoring.copy": text::act_copy, [];
    "scoring.copy-last-year": text::act_copy_last_year, [];
    "scoring.trial": text::act_trial, [];
    "scoring.withdraw": text::act_withdraw, [];
};
