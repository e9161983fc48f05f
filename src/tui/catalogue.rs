//! Every list of commands, for what looks at all of them: keys from the configuration file, the
//! manual page, the key tables of the README.

use super::commands::{Command, EVERYWHERE};
use super::go::{DESTINATIONS, Destination};
use super::grid::{CROSSWISE, MUTUAL};
use super::keymap::Keymap;
use super::{
    adjustments, allotment, assignments, ballots, board, breakdown, findings, journal, ledger,
    organisations, ranking, rounds, scoring, vetoes, waiting,
};
use crate::config::{KeyRow, KeyTable};
use crate::text::{Language, go as go_text, tui as text};

/// The commands of one screen.
#[derive(Debug, Clone, Copy)]
pub struct List {
    pub title: fn(Language) -> String,
    pub commands: &'static [Command],
}

/// The commands of every screen, in the order in which people meet them; those that can be run
/// everywhere come last.
pub const LISTS: &[List] = &[
    List {
        title: text::screen_rounds,
        commands: rounds::COMMANDS,
    },
    List {
        title: text::screen_organisations,
        commands: organisations::COMMANDS,
    },
    List {
        title: text::screen_scoring,
        commands: scoring::COMMANDS,
    },
    List {
        title: go_text::crosswise,
        commands: CROSSWISE,
    },
    List {
        title: go_text::mutual,
        commands: MUTUAL,
    },
    List {
        title: text::screen_ballots,
        commands: ballots::COMMANDS,
    },
    List {
        title: text::screen_ranking,
        commands: ranking::COMMANDS,
    },
    List {
        title: text::screen_breakdown,
        commands: breakdown::COMMANDS,
    },
    List {
        title: go_text::adjustments,
        commands: adjustments::COMMANDS,
    },
    List {
        title: go_text::assignments,
        commands: assignments::COMMANDS,
    },
    List {
        title: go_text::places,
        commands: allotment::COMMANDS,
    },
    List {
        title: go_text::ledger,
        commands: ledger::COMMANDS,
    },
    List {
        title: go_text::board,
        commands: board::COMMANDS,
    },
    List {
        title: crate::text::ledger::persons_name,
        commands: board::PERSONS_COMMANDS,
    },
    List {
        title: text::screen_vetoes,
        commands: vetoes::COMMANDS,
    },
    List {
        title: text::screen_findings,
        commands: findings::COMMANDS,
    },
    List {
        title: crate::text::waiting::pane,
        commands: waiting::COMMANDS,
    },
    List {
        title: text::screen_journal,
        commands: journal::COMMANDS,
    },
    List {
        title: text::screen_everywhere,
        commands: EVERYWHERE,
    },
];

/// The tables of all commands with the keys in force.
#[must_use]
pub fn key_tables(language: Language, keymap: &Keymap) -> Vec<KeyTable> {
    let row = |command: &Command| KeyRow {
        command: command.id.to_owned(),
        name: (command.name)(language),
        keys: keymap
            .keys(command)
            .iter()
            .map(ToString::to_string)
            .collect(),
    };
    let table = |list: &List| KeyTable {
        title: (list.title)(language),
        rows: list.commands.iter().map(row).collect(),
    };
    let going = |(destination, number): (&Destination, usize)| KeyRow {
        keys: vec![format!("Ctrl-G {number}")],
        ..row(&destination.command)
    };
    let further = KeyTable {
        title: text::command_go(language),
        rows: DESTINATIONS.iter().zip(1..).map(going).collect(),
    };
    LISTS.iter().map(table).chain([further]).collect()
}
