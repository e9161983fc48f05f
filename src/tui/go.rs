//! 去别的页面: the screens of a round, from any other one. The menu (Ctrl-G), the palette and the
//! list of rounds have them from the one table here.

use super::adjustments::{self, Adjustments};
use super::allotment::Allotment;
use super::assignments::{self, Assignments};
use super::ballots::{self, Ballots};
use super::board::Board;
use super::breakdown::Breakdown;
use super::commands::Command;
use super::findings::Findings;
use super::grid::{self, Mutual, mutual_party};
use super::journal::Journal;
use super::ledger::Ledger;
use super::message::Effect;
use super::model::Model;
use super::ranking::Ranking;
use super::screen::{Context, Move, Tone};
use super::session::{OpenRound, Session};
use super::vetoes::Vetoes;
use super::waiting::Waiting;
use crate::text::{Language, go as text, tui};

/// A screen of the round that can be gone to.
#[derive(Debug)]
pub struct Destination {
    /// Without a key of its own: it has a number in the menu.
    pub command: Command,
    /// Opens it, at the organisation under the hand where there is one.
    open: fn(Option<String>, &mut Context<'_>),
    /// Why the scheme of the round has no use for it; none where it has.
    no_use: fn(&OpenRound, Language) -> Option<String>,
}

/// All of them, in the order of the menu. A new screen of the round adds a row.
pub const DESTINATIONS: &[Destination] = &[
    to("go.organisations", text::organisations, |_, context| {
        context.moves.push(Move::BackTo("organisations"));
    }),
    to("go.ranking", text::ranking, |at, context| {
        context.go(Ranking::at(at));
    }),
    to("go.ballots", text::ballots, |at, context| {
        context.go(Ballots::of_round(at));
    })
    .unless(ballots::no_use),
    to("go.mutual", text::mutual, |at, context| {
        context.go(Mutual::at(at));
    })
    .unless(|round, language| {
        let none = mutual_party(&round.scheme, None).is_none();
        none.then(|| text::no_mutual(language))
    }),
    to("go.crosswise", text::crosswise, |at, context| {
        grid::cross(Vec::new(), at, None, context);
    })
    .unless(|round, language| {
        let none = super::seat::parties_with_sheets(round).next().is_none();
        none.then(|| text::no_sheets(language))
    }),
    to("go.ledger", text::ledger, |_, context| {
        context.go(Ledger::default());
    })
    .unless(no_ledger),
    to("go.board", text::board, |at, context| {
        context.go(Board::at(at));
    })
    .unless(no_ledger),
    to("go.vetoes", text::vetoes, |_, context| {
        context.go(Vetoes::default());
    })
    .unless(|round, language| {
        let none = round.scheme.vetoes.is_empty();
        none.then(|| text::no_vetoes(language))
    }),
    to("go.adjustments", text::adjustments, |at, context| {
        context.go(Adjustments::at(at));
    })
    .unless(adjustments::no_use),
    to("go.assignments", text::assignments, |at, context| {
        context.go(Assignments::at(at));
    })
    .unless(assignments::no_use),
    to("go.waiting", text::waiting, |_, context| {
        context.go(Waiting::default());
    })
    .unless(assignments::no_use),
    to("go.places", text::places, |_, context| {
        context.go(Allotment::default());
    }),
    to("go.breakdown", tui::command_breakdown, open_breakdown),
    to("go.findings", text::findings, |_, context| {
        context.go(Findings::default());
    }),
    to("go.journal", text::journal, |_, context| {
        context.go(Journal::default());
    }),
];

/// The breakdown of the organisation under the hand.
fn open_breakdown(organisation: Option<String>, context: &mut Context<'_>) {
    let screen = organisation.and_then(|code| Breakdown::new(context.session, code));
    match screen {
        Some(screen) => context.go(screen),
        None => context.say(
            Tone::Warning,
            text::no_organisation(context.session.language),
        ),
    }
}

fn no_ledger(round: &OpenRound, language: Language) -> Option<String> {
    let none = round.scheme.ledger().is_none();
    none.then(|| crate::text::ledger::no_ledger(language))
}

/// A destination that every scheme has a use for.
const fn to(
    id: &'static str,
    name: fn(Language) -> String,
    open: fn(Option<String>, &mut Context<'_>),
) -> Destination {
    Destination {
        command: Command {
            id,
            name,
            keys: &[],
            hint: None,
        },
        open,
        no_use: |_, _| None,
    }
}

impl Destination {
    /// The same, for schemes that have a use for it alone.
    const fn unless(mut self, no_use: fn(&OpenRound, Language) -> Option<String>) -> Self {
        self.no_use = no_use;
        self
    }

    /// Why it cannot be gone to now; none where it can. In the list of rounds this shows only
    /// once the round is open.
    #[must_use]
    pub fn why_not(&self, session: &Session) -> Option<String> {
        let round = session.round.as_ref()?;
        (self.no_use)(round, session.language)
    }

    /// Opens it, or says why not.
    pub fn enter(&self, organisation: Option<String>, context: &mut Context<'_>) {
        match self.why_not(context.session) {
            Some(why) => context.say(Tone::Warning, why),
            None => (self.open)(organisation, context),
        }
    }
}

/// A destination by the id of its command.
#[must_use]
pub fn find(id: &str) -> Option<&'static Destination> {
    DESTINATIONS
        .iter()
        .find(|destination| destination.command.id == id)
}

/// Goes there from the uppermost screen. Where no round is open, the screen itself has to open
/// one first (the list of rounds does).
pub fn go(model: &mut Model, destination: &'static Destination, effects: &mut Vec<Effect>) {
    if model.top().is_some_and(super::Screen::is_popup) {
        let first = tui::answer_first(model.session.language);
        model.line = Some((Tone::Warning, first));
        return;
    }
    model.with_top(effects, |screen, context| {
        if context.session.round.is_some() {
            destination.enter(screen.organisation(), context);
        } else {
            screen.run(destination.command.id, context);
        }
    });
}
