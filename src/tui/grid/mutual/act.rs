//! The commands of the grid of mutual rating.

use super::model::{Mutual, Typing, key, party};
use crate::desk::{Act, Answer, Said};
use crate::text::{Language, grids as text, organisations};
use crate::tui::ask::Choice;
use crate::tui::find::Find;
use crate::tui::screen::{Context, Returned, Tone};
use crate::tui::session::Seat;
use crate::tui::vetoes::Vetoes;

const FIND: &str = "mutual.find";
const KEEPER: &str = "mutual.keeper";
const SUBMIT: &str = "mutual.submit";

/// How many names a question shows.
const NAMED: usize = 8;

/// The act of the desk that a command is.
pub(super) fn act(command: &str) -> Option<Act> {
    Some(match command {
        "mutual.note" => Act::Note,
        "mutual.flag" => Act::Flag,
        "mutual.withdraw" => Act::Withdraw,
        _ => return None,
    })
}

impl Mutual {
    /// Says what a key led to, with the cursor in sight.
    pub(super) fn after(&mut self, answer: &Answer, context: &mut Context<'_>) {
        if let Some(hand) = &mut self.hand {
            hand.after(answer, context);
        }
        self.follow(context.session);
    }

    /// Does what a command of the desk does.
    pub(super) fn run_act(&mut self, act: Act, context: &mut Context<'_>) {
        if let Some(hand) = &mut self.hand {
            let answer = hand.across.run(act);
            self.after(&answer, context);
        }
    }

    /// The column of the previous or next rater. Whoever sits in one of the columns is asked once
    /// before typing into another.
    pub(super) fn step_rater(&mut self, forward: bool, context: &mut Context<'_>) {
        let at = self.across.selected;
        let next = if forward {
            Some(at + 1)
        } else {
            at.checked_sub(1)
        };
        let Some(next) = next.filter(|next| *next < self.peers.len()) else {
            return;
        };
        if self.reviewing || self.typing == Typing::Any {
            self.open_and_settle(next, context);
        } else if self.settle(context) {
            // Whoever only looks begins with the column under the cursor.
            let asked = if self.typing == Typing::Nobody {
                at
            } else {
                next
            };
            self.ask_keeper(asked, context);
        }
    }

    /// Keeps the draft; false where it holds.
    fn settle(&mut self, context: &mut Context<'_>) -> bool {
        let hand = self.hand.as_mut();
        hand.is_none_or(|hand| hand.leave(context))
    }

    fn open_and_settle(&mut self, at: usize, context: &mut Context<'_>) {
        if self.settle(context) {
            self.open_column(at);
            self.remember(context);
            self.sit_down(context);
            self.follow(context.session);
            self.weigh();
        }
    }

    /// Remembers the column that a person has gone to, in this sitting and for the next.
    fn remember(&self, context: &mut Context<'_>) {
        let round = context.session.round_name();
        let (Some(column), Some(round)) = (self.column(), round) else {
            return;
        };
        if let Some(key) = key(context.session) {
            context.remember("remember.mutual", key, column.to_memory());
        }
        context.session.column = Some((round, column));
    }

    /// Whoever types paper sheets sits in the chair whose column is open: what may be seen
    /// depends on it, so everything is read again.
    fn sit_down(&mut self, context: &mut Context<'_>) {
        let (Some(hand), Some(peer)) = (&mut self.hand, self.peers.get(self.across.selected))
        else {
            return;
        };
        if self.reviewing || self.typing != Typing::Any {
            return;
        }
        let party = hand.across.chair().party;
        context.session.seat = Some(Seat {
            party: hand.across.scheme().party(party).id.clone(),
            rater: peer.rater.clone(),
        });
        let answer = hand.across.read_again();
        hand.after(&answer, context);
    }

    fn ask_keeper(&mut self, at: usize, context: &mut Context<'_>) {
        let Some(peer) = self.peers.get(at) else {
            return;
        };
        let language = context.session.language;
        self.asked_column = at;
        let options = vec![
            text::keeper_no(language).into(),
            text::keeper_yes(language).into(),
        ];
        let title = text::keeper_title(language, &peer.name);
        let intro = text::keeper_intro(language, &peer.name, &context.session.actor);
        context.push(Choice::new(KEEPER, title, options).saying(vec![intro]));
    }

    /// Everything at a glance, or back to filling the column that may be filled.
    pub(super) fn turn(&mut self, context: &mut Context<'_>) {
        if !self.settle(context) {
            return;
        }
        self.reviewing = !self.reviewing;
        let own = context.session.seat.as_ref().map(|seat| &seat.rater);
        if !self.reviewing
            && self.typing == Typing::Own
            && let Some(at) = self.peers.iter().position(|peer| Some(&peer.rater) == own)
        {
            self.open_column(at);
        }
        self.weigh();
        self.follow(context.session);
    }

    /// Any organisation of the round that is rated: its town opens.
    pub(super) fn ask_find(&mut self, context: &mut Context<'_>) {
        if !self.settle(context) {
            return;
        }
        let rated = self.all.iter().filter(|row| row.track.is_some());
        let all = rated.map(|row| self.names.findable(&row.organisation));
        context.push(Find::new(FIND, all.collect()));
    }

    /// The vetoes of the organisation under the cursor.
    pub(super) fn open_vetoes(&mut self, context: &mut Context<'_>) {
        if !self.settle(context) {
            return;
        }
        let across = self.hand.as_ref().map(|hand| &hand.across);
        if let Some(code) = across.and_then(|across| across.organisation()) {
            context.push(Vetoes::of(code.to_owned()));
        }
    }

    fn found(&mut self, code: &str, context: &mut Context<'_>) {
        let Some(hand) = &mut self.hand else { return };
        let answer = match hand.across.go_to_organisation(code) {
            Some(answer) => answer,
            None => {
                self.open_other_town(code, context);
                Answer::quiet()
            }
        };
        self.after(&answer, context);
        self.weigh();
    }

    /// The town of an organisation; a secretary of another town has no column there.
    fn open_other_town(&mut self, code: &str, context: &mut Context<'_>) {
        let round = context.session.round.as_ref();
        let party = round.and_then(|round| party(&round.scheme, context.session.seat.as_ref()));
        let Some(party) = party else { return };
        self.open_town(Some(code), context.session, &party);
        self.remember(context);
        if self.typing != Typing::Any {
            self.typing = Typing::Nobody;
            self.take_own_column(context.session);
        }
        if let Some(hand) = &mut self.hand {
            hand.across.go_to_organisation(code);
        }
    }

    /// Asks before the column is submitted, saying what lacks.
    pub(super) fn ask_submit(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        if !self.types() {
            self.say_why_not(context);
            return;
        }
        if !self.settle(context) {
            return;
        }
        let (Some(hand), Some(peer)) = (&self.hand, self.peer()) else {
            return;
        };
        let (ready, lacking) = (hand.across.to_submit(), hand.across.lacking());
        if ready.is_empty() {
            let nothing = if hand.across.scored() == 0 {
                text::nothing_scored(language)
            } else {
                text::nothing_to_submit(language)
            };
            context.say(Tone::Warning, nothing);
            return;
        }
        let lacks = if lacking.is_empty() {
            text::submit_none_lack(language)
        } else {
            text::submit_lacks(
                language,
                lacking.len(),
                &self.names_at(&lacking, NAMED, language),
            )
        };
        let options = vec![
            organisations::submit_no(language).into(),
            organisations::submit_yes(language, ready.len()).into(),
        ];
        let intro = vec![lacks, organisations::submit_intro(language)];
        let title = text::submit_title(language, &peer.name);
        context.push(Choice::new(SUBMIT, title, options).saying(intro));
    }

    /// Names of organisations by their positions in the column; many are cut short.
    pub(super) fn names_at(&self, at: &[usize], most: usize, language: Language) -> String {
        let across = self.hand.as_ref().map(|hand| &hand.across);
        let name = |at: &usize| Some(across?.row_at(*at)?.name.clone());
        let named: Vec<String> = at.iter().take(most).filter_map(name).collect();
        let names = named.join(&text::separator(language));
        if at.len() > most {
            return text::and_others(language, &names, at.len());
        }
        names
    }

    /// Says why nothing can be typed.
    pub(super) fn say_why_not(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let why = if self.reviewing {
            text::in_review(language)
        } else {
            text::no_hand(language)
        };
        context.refuse(String::new(), why);
    }

    /// Why a command cannot run now.
    pub(super) fn not_now(&self, command: &str) -> Option<Said> {
        let across = &self.hand.as_ref()?.across;
        if across.asking().is_some() {
            return Some(Said::AnswerFirst);
        }
        across.why_not(act(command)?)
    }

    /// A popup has closed with a result.
    pub(super) fn take(&mut self, result: &Returned, context: &mut Context<'_>) {
        match result {
            Returned::Found(FIND, code) => self.found(code, context),
            Returned::Chosen(KEEPER, 1) => {
                self.typing = Typing::Any;
                self.open_and_settle(self.asked_column, context);
            }
            Returned::Chosen(SUBMIT, 1) => {
                if let Some(hand) = &mut self.hand {
                    let answer = hand.across.submit();
                    self.after(&answer, context);
                }
            }
            _ => {}
        }
    }
}
