//! 试算: what counting an event does to everyone (K3). The office runs the same calculation with
//! the event counted; who moves is told, and nothing is stored.

use std::collections::HashMap;

use super::model::Ledger;
use crate::number::Figure;
use crate::office::{Board, BoardAsked, BoardOrganisation, Question};
use crate::scheme::Scheme;
use crate::text::{Language, ledger as text};
use crate::tui::ask::{Choice, Entry};
use crate::tui::message::Ticket;
use crate::tui::screen::{Context, Tone};

pub(super) const MOVED: &str = "ledger moved";

/// A trial under way: the boards that it compares, as they come.
#[derive(Debug, Default)]
pub(super) struct Trial {
    id: String,
    asking: [Option<Ticket>; 2],
    before: Option<Board>,
    after: Option<Board>,
    /// Codes of those that moved, in the order in which they are told.
    moved: Vec<String>,
}

impl Ledger {
    pub(super) fn start_trial(&mut self, context: &mut Context<'_>) {
        let (Some(row), Some(round)) = (self.selected(), context.session.round_name()) else {
            return;
        };
        let id = row.id.clone();
        let question = |trial| Question::Board {
            round: round.clone(),
            asked: BoardAsked {
                trial,
                ..BoardAsked::default()
            },
        };
        let before = context.ask("board before", question(Vec::new()));
        let after = context.ask("board after", question(vec![id.clone()]));
        self.trial = Trial {
            id,
            asking: [Some(before), Some(after)],
            ..Trial::default()
        };
    }

    /// Takes one of the two boards; tells who moves once both are there. True where it was one.
    pub(super) fn take_board(
        &mut self,
        ticket: Ticket,
        board: &Board,
        context: &mut Context<'_>,
    ) -> bool {
        match self
            .trial
            .asking
            .iter()
            .position(|asked| *asked == Some(ticket))
        {
            Some(0) => self.trial.before = Some(board.clone()),
            Some(_) => self.trial.after = Some(board.clone()),
            None => return false,
        }
        let boards = (&self.trial.before, &self.trial.after);
        let (Some(before), Some(after), Some(round)) = (boards.0, boards.1, &context.session.round)
        else {
            return true;
        };
        let language = context.session.language;
        let moved = moved(before, after);
        let lines: Vec<Entry> = moved
            .iter()
            .map(|(before, after)| Entry::from(told(language, &round.scheme, before, after)))
            .collect();
        let leader = leader(language, before, after);
        self.trial.moved = moved
            .iter()
            .map(|(one, _)| one.row.organisation.clone())
            .collect();
        if lines.is_empty() {
            context.say(Tone::Good, text::trial_nobody(language));
            return true;
        }
        let title = text::trial_title(language, &self.trial.id, lines.len());
        let intro = vec![leader, text::trial_not_stored(language)];
        context.push(Choice::new(MOVED, title, lines).saying(intro));
        true
    }

    /// Lists the events of one of those that moved.
    pub(super) fn go_to_moved(&mut self, position: usize) {
        if let Some(organisation) = self.trial.moved.get(position).cloned() {
            self.filter.subject = Some(super::Subject {
                organisation,
                member: None,
            });
            self.filter.stage = None;
            self.arrange();
        }
    }
}

/// Who has another figure, rank or level then; the organisation of the event first, then as they
/// are ranked.
fn moved<'a>(
    before: &'a Board,
    after: &'a Board,
) -> Vec<(&'a BoardOrganisation, &'a BoardOrganisation)> {
    let by_code: HashMap<&str, &BoardOrganisation> = after
        .organisations
        .iter()
        .map(|one| (one.row.organisation.as_str(), one))
        .collect();
    let both = before.organisations.iter().filter_map(|one| {
        let other = by_code.get(one.row.organisation.as_str())?;
        Some((one, *other))
    });
    let mut moved: Vec<_> = both
        .filter(|(one, other)| {
            let same = one.row.figures.composite == other.row.figures.composite
                && one.row.standing.level == other.row.standing.level
                && one.points == other.points;
            !same
        })
        .collect();
    // Stable: the others stay in the order of the board.
    moved.sort_by_key(|(one, other)| one.points == other.points);
    moved
}

fn told(
    language: Language,
    scheme: &Scheme,
    before: &BoardOrganisation,
    after: &BoardOrganisation,
) -> String {
    let composite = |one: &BoardOrganisation| {
        let composite = one.row.figures.composite;
        composite.map_or_else(String::new, |composite| composite.to_string())
    };
    let level = |one: &BoardOrganisation| {
        let level = one.row.standing.level;
        level.map_or_else(String::new, |level| scheme.level(level).title.clone())
    };
    let (first, then) = (composite(before), composite(after));
    let mut told = text::trial_moved(language, &first, &then, &difference(before, after));
    if before.row.standing.level != after.row.standing.level {
        let (first, then) = (level(before), level(after));
        told.push_str(&text::trial_level(language, &first, &then));
    }
    // The name last: it is what is cut where there is no room.
    format!("{told}  {}", before.row.name)
}

/// How many marks it gains or loses, of the printed composites.
fn difference(before: &BoardOrganisation, after: &BoardOrganisation) -> String {
    let exact = |one: &BoardOrganisation| one.row.figures.composite.map(Figure::exact);
    let (Some(before_exact), Some(after_exact)) = (exact(before), exact(after)) else {
        return String::new();
    };
    let decimals = before.points.decimals();
    let difference = (&after_exact - &before_exact).round(decimals);
    let text = difference.to_string();
    match text.starts_with('-') {
        true => text,
        false => format!("+{text}"),
    }
}

/// The highest points, track by track, where they move.
fn leader(language: Language, before: &Board, after: &Board) -> String {
    let highest = |board: &Board| {
        let mut tracks = std::collections::BTreeMap::new();
        for one in &board.organisations {
            let highest = tracks.entry(one.row.figures.track).or_insert(one.points);
            *highest = one.points.max(*highest);
        }
        tracks
    };
    let (before, after) = (highest(before), highest(after));
    let moved = before.iter().find_map(|(track, one)| {
        Some((one, after.get(track)?)).filter(|(one, other)| one != other)
    });
    moved.map_or_else(
        || text::trial_same_leader(language),
        |(one, other)| text::trial_leader(language, &one.to_string(), &other.to_string()),
    )
}
