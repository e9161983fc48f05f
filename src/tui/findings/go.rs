//! From a finding to its place.

use super::model::Findings;
use crate::office::{Finding, FindingKind};
use crate::scheme::Method;
use crate::text::findings as text;
use crate::tui::adjustments::Adjustments;
use crate::tui::allotment::Allotment;
use crate::tui::ask::Choice;
use crate::tui::ledger::{Ledger, Subject};
use crate::tui::places::{self, Place};
use crate::tui::screen::{Context, Tone};
use crate::tui::seat;
use crate::tui::session::{Seat, Session};
use crate::tui::vetoes::Vetoes;

/// What the question of the name is called in its answer.
pub(super) const NAME: &str = "finding seat";

/// A sheet, and in whose name it is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    seat: Seat,
    place: Place,
    name: String,
}

impl Findings {
    /// Opens the place of the finding under the hand, or the group.
    pub(super) fn go(&mut self, context: &mut Context<'_>) {
        let Some(row) = self.rows.selected() else {
            return;
        };
        if row.is_group() {
            self.enter_group();
            return;
        }
        let finding = row.finding.clone();
        if let Some(places) = places_of(&finding, context.session) {
            context.push(places);
            return;
        }
        let Some(organisation) = finding.organisation.clone() else {
            context.say(Tone::Warning, text::nowhere(context.session.language));
            return;
        };
        match finding.kind {
            FindingKind::Tie | FindingKind::OutsideCohorts | FindingKind::NoCohort => {
                places::open_ranking(Some(organisation), context);
            }
            FindingKind::VetoProposed => {
                context.push(Vetoes::at(organisation, finding.facts.first().cloned()));
            }
            FindingKind::TooFewBallots
            | FindingKind::BallotsDoNotAddUp
            | FindingKind::BallotsUneven
            | FindingKind::FewReturned => {
                places::open_ballots(place(finding, organisation), context);
            }
            FindingKind::AdjustmentPending => context.push(Adjustments::of(organisation)),
            FindingKind::EventsWaiting | FindingKind::EventsWithoutDocument => {
                context.push(events(organisation));
            }
            FindingKind::DocumentTwice if has_ledger(context.session) => {
                context.push(events(organisation));
            }
            FindingKind::DocumentTwice => context.push(Adjustments::of(organisation)),
            _ => self.open_sheet(finding, organisation, context),
        }
    }

    /// A finding about a sheet leads to the sheet, in the name of its rater; without a rater,
    /// or where the person only looks, it leads to the breakdown.
    fn open_sheet(&mut self, finding: Finding, organisation: String, context: &mut Context<'_>) {
        let name = finding.name.clone().unwrap_or_else(|| organisation.clone());
        let seat = seat_of(&finding, context.session);
        let place = place(finding, organisation);
        match (seat, &context.session.seat) {
            (Some(seat), Some(now)) if seat == *now => places::open(&place, context),
            (Some(seat), Some(_)) => {
                context.push(ask(&seat, &name, context.session));
                self.target = Some(Target { seat, place, name });
            }
            _ => places::open_breakdown(place.organisation, context),
        }
    }

    /// The person has chosen: in that name, or only look.
    pub(super) fn take_name(&mut self, position: usize, context: &mut Context<'_>) {
        let Some(target) = self.target.take() else {
            return;
        };
        if position > 0 {
            places::open_breakdown(target.place.organisation, context);
            return;
        }
        if let Some(round) = context.session.round_name() {
            seat::remember(Some(&target.seat), &round, context);
        }
        context.session.seat = Some(target.seat);
        places::open(&target.place, context);
    }
}

/// The places of a cohort, or of those that have none, where a finding is about them.
fn places_of(finding: &Finding, session: &Session) -> Option<Allotment> {
    let fact = |at: usize| finding.facts.get(at).map(String::as_str);
    let (level, track) = match finding.kind {
        FindingKind::PlacesOpen => (fact(0), fact(3)),
        FindingKind::PlacesDoNotAddUp => (None, fact(2)),
        _ => return None,
    };
    let scheme = &session.round.as_ref()?.scheme;
    let cohort = finding.organisation.as_deref();
    Some(Allotment::at(cohort, level, track, scheme))
}

fn has_ledger(session: &Session) -> bool {
    let round = session.round.as_ref();
    round.is_some_and(|round| round.scheme.ledger().is_some())
}

fn events(organisation: String) -> Ledger {
    Ledger::of(Subject {
        organisation,
        member: None,
    })
}

fn place(finding: Finding, organisation: String) -> Place {
    Place {
        organisation,
        party: finding.party,
        rater: finding.rater,
        item: finding.item,
    }
}

/// The chair that a finding is about, where that chair fills sheets.
fn seat_of(finding: &Finding, session: &Session) -> Option<Seat> {
    let scheme = &session.round.as_ref()?.scheme;
    let (party, rater) = (finding.party.clone()?, finding.rater.clone()?);
    let method = &scheme.party(scheme.find_party(&party)?).method;
    matches!(method, Method::Sheet(_) | Method::Mark(_)).then_some(Seat { party, rater })
}

fn ask(seat: &Seat, name: &str, session: &Session) -> Choice {
    let language = session.language;
    let round = session.round.as_ref();
    let party = round.map_or(seat.party.as_str(), |round| round.party_title(&seat.party));
    let options = vec![
        text::open_as(language, party, &seat.rater).into(),
        text::only_look(language, name).into(),
    ];
    let intro = vec![text::other_name(language, party, &seat.rater)];
    Choice::new(NAME, name.to_owned(), options).saying(intro)
}
