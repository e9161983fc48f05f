//! In whose name marks are entered: what is offered, and what is remembered.

use super::ask::{Choice, Form, Line};
use super::message::Lane;
use super::screen::Context;
use super::session::{OpenRound, Seat};
use crate::office::SheetsLeft;
use crate::scheme::Method;
use crate::text::{Language, rounds as text};

/// The lane in which a seat is remembered.
const LANE: Lane = "remember.seat";

/// Remembers where a person sits: their questions are answered accordingly from then on, by
/// commands too. Who only looks has left the chair.
pub fn remember(seat: Option<&Seat>, round: &str, context: &mut Context<'_>) {
    let value = seat.map_or_else(String::new, Seat::to_memory);
    context.remember(LANE, Seat::memory_key(round), value);
}

/// The parties whose marks are entered on sheets, by id, in the order of the procedure.
pub fn parties_with_sheets(round: &OpenRound) -> impl Iterator<Item = &str> {
    let fills = |method: &Method| matches!(method, Method::Sheet(_) | Method::Mark(_));
    let parties = round.scheme.parties.iter();
    parties
        .filter(move |party| fills(&party.method))
        .map(|party| party.id.as_str())
}

/// The known seats: this round's raters, the last seat first, else the actor's own.
#[must_use]
pub fn known(round: &OpenRound, last: Option<&Seat>, actor: &str) -> Vec<Seat> {
    let mut seats: Vec<Seat> = last.cloned().into_iter().collect();
    if seats.is_empty() {
        // Who is a rater by name most likely rates as that.
        seats.extend(round.raters.iter().find(|(_, rater)| rater == actor).map(
            |(party, rater)| Seat {
                party: party.clone(),
                rater: rater.clone(),
            },
        ));
    }
    for party in parties_with_sheets(round) {
        for (of, rater) in &round.raters {
            let seat = Seat {
                party: of.clone(),
                rater: rater.clone(),
            };
            if of == party && !seats.contains(&seat) {
                seats.push(seat);
            }
        }
    }
    seats
}

/// A choice of the question in whose name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    Seat(Seat),
    /// Another rater of this party.
    Another(String),
    /// Only look.
    Look,
}

/// What the question is called in its answers.
pub const ASKED: &str = "seat";

fn left_of<'a>(left: &'a [SheetsLeft], seat: &Seat) -> Option<&'a SheetsLeft> {
    let mut all = left.iter();
    all.find(|of| of.party == seat.party && of.rater == seat.rater)
}

/// Asks in whose name; with what each choice means, and what is left to do in it.
#[must_use]
pub fn ask(
    language: Language,
    round: &OpenRound,
    last: Option<&Seat>,
    actor: &str,
    left: &[SheetsLeft],
) -> (Choice, Vec<Offer>) {
    let seats = known(round, last, actor);
    // Who has been here, or is a rater by name, sits where they sat; a stranger where there is
    // something to do.
    let own = last.is_some() || seats.first().is_some_and(|seat| seat.rater == actor);
    let busy = seats
        .iter()
        .position(|seat| left_of(left, seat).is_some_and(|of| of.left > 0));
    let first = busy.filter(|_| !own).unwrap_or(0);
    let mut offers: Vec<Offer> = seats.into_iter().map(Offer::Seat).collect();
    // Who is not on a list of raters is refused: where a party has one, all are named already.
    let open = parties_with_sheets(round).filter(|party| !round.listed.contains_key(*party));
    offers.extend(open.map(|party| Offer::Another(party.to_owned())));
    offers.push(Offer::Look);
    let names = offers.iter().map(|offer| match offer {
        Offer::Seat(seat) => {
            let rater = round.rater_name(&seat.rater);
            let named = text::seat(language, round.party_title(&seat.party), &rater);
            match left_of(left, seat) {
                Some(SheetsLeft { left: 0, .. }) => text::seat_done(language, &named),
                Some(of) if of.returned > 0 => {
                    text::seat_returned(language, &named, of.left, of.returned)
                }
                Some(of) => text::seat_left(language, &named, of.left),
                None => named,
            }
        }
        Offer::Another(party) => text::seat_new(language, round.party_title(party)),
        Offer::Look => text::seat_none(language),
    });
    let entries = names.map(Into::into).collect();
    let choice = Choice::new(ASKED, text::seat_title(language), entries).selecting(first);
    (choice, offers)
}

/// Why nobody of this name fills sheets of the party: it has a list of raters, and who is neither
/// on it nor has a sheet already would be refused with the first mark.
#[must_use]
pub fn unlisted(language: Language, round: &OpenRound, seat: &Seat) -> Option<String> {
    let of_party = round.listed.get(&seat.party)?;
    let known = (seat.party.clone(), seat.rater.clone());
    if of_party.contains(&seat.rater) || round.raters.contains(&known) {
        return None;
    }
    let party = round.party_title(&seat.party);
    Some(text::seat_unlisted(language, party, &seat.rater))
}

/// The name that was typed; who types none rates in the own one.
#[must_use]
pub fn named(texts: &[String], actor: &str) -> String {
    let typed = texts.first().filter(|text| !text.is_empty());
    typed.map_or_else(|| actor.to_owned(), Clone::clone)
}

/// Asks for the name of another rater of a party; a field that stays empty means the own name.
#[must_use]
pub fn ask_name(language: Language, round: &OpenRound, party: &str, actor: &str) -> Form {
    let line = Line::new(text::seat_name(language), "", false);
    let title = round.party_title(party).to_owned();
    let intro = vec![text::seat_own_name(language, actor)];
    Form::new(ASKED, title, intro, vec![line])
}
