//! The steps of an event: confirming, signing, sending back, removing; one or many at once.

use super::chair::{Chair, Stage};
use super::model::{Ledger, Row};
use crate::round::{Command, EventState, FieldForm, What, Write};
use crate::text::{Language, ledger as text};
use crate::tui::ask::{Choice, Entry, Form, Line};
use crate::tui::screen::{Context, Tone};
use crate::tui::session::{OpenRound, Session};

/// What the questions are called in their answers.
pub(super) const ACT: &str = "ledger act";
pub(super) const CHAIR: &str = "ledger chair";
pub(super) const MANY: &str = "ledger many";
pub(super) const REASON: &str = "ledger reason";

/// What can be done with the event under the hand, in the order in which it is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Step(Chair),
    SendBack,
    Declare,
    Remove,
    Past,
    Trial,
}

/// All of them under these reviewers.
fn acts(reviewers: usize) -> Vec<Act> {
    let steps = Chair::all(reviewers).skip(1).map(Act::Step);
    let more = [
        Act::SendBack,
        Act::Declare,
        Act::Remove,
        Act::Past,
        Act::Trial,
    ];
    steps.chain(more).collect()
}

impl Act {
    fn name(self, language: Language, row: &Row, review: &[String]) -> String {
        match self {
            Self::Step(chair) => chair.step(language, review),
            Self::SendBack => text::step_send_back(language),
            Self::Declare if row.stage == Stage::SentBack => text::step_declare_anew(language),
            Self::Declare => text::step_alter(language),
            Self::Remove => text::step_remove(language),
            Self::Past => text::command_past(language),
            Self::Trial => text::command_trial(language),
        }
    }

    /// Why it cannot be done now, or not by who sits here; none where it can.
    fn why_not(
        self,
        language: Language,
        row: &Row,
        review: &[String],
        chair: Option<Chair>,
    ) -> Option<String> {
        let now = self.not_now(language, row, review);
        let own = (self, chair) == (Self::Step(Chair::Office), Some(Chair::Unit));
        let own = own.then(|| text::not_ones_own(language));
        let whose = || not_for(language, review, chair?, self.whose(row, review)?);
        now.or(own).or_else(whose)
    }

    /// The chair whose this is; none where everybody may.
    fn whose(self, row: &Row, review: &[String]) -> Option<Chair> {
        match self {
            Self::Step(chair) => Some(chair),
            Self::SendBack => Some(row.stage.holder(review.len())),
            Self::Declare | Self::Remove => Some(Chair::Unit),
            Self::Past | Self::Trial => None,
        }
    }

    /// Why it cannot be done at this stage; none where it can.
    fn not_now(self, language: Language, row: &Row, review: &[String]) -> Option<String> {
        let unit_has_it = matches!(row.stage, Stage::SentBack | Stage::Declared);
        match self {
            Self::Step(chair) => not_yet(language, chair.stage(), row.stage, review),
            Self::SendBack => {
                (row.stage == Stage::SentBack).then(|| text::already_sent_back(language))
            }
            Self::Declare | Self::Remove => (!unit_has_it).then(|| text::send_back_first(language)),
            Self::Trial => (row.stage == Stage::Counted).then(|| text::counts_already(language)),
            Self::Past => None,
        }
    }
}

/// Why what is for one chair is not for another (P5: both sides check, and each signs for
/// themselves). The office keeps the ledger and writes down what the unit declares on paper.
fn not_for(language: Language, review: &[String], chair: Chair, whose: Chair) -> Option<String> {
    match (chair, whose) {
        (chair, whose) if chair == whose => None,
        (Chair::Office, Chair::Unit) => None,
        _ => Some(text::other_chair(
            language,
            &whose.word(language, review),
            &chair.word(language, review),
        )),
    }
}

/// Why a step that is for one stage cannot be taken at another; none where it can.
fn not_yet(language: Language, wanted: Stage, now: Stage, review: &[String]) -> Option<String> {
    if wanted == now {
        return None;
    }
    Some(match now {
        Stage::SentBack => text::declare_anew_first(language),
        Stage::Declared => text::confirm_first(language),
        Stage::Waiting(at) if now < wanted => {
            let title = review.get(at).map_or("", String::as_str);
            text::signs_first(language, title)
        }
        _ => text::done_already(language),
    })
}

impl Ledger {
    pub(super) fn ask_act(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(row), Some(round)) = (self.selected(), &context.session.round) else {
            return;
        };
        let review = round.scheme.reviewers();
        let acts = acts(review.len());
        let next = match row.stage {
            Stage::SentBack => acts.iter().position(|act| *act == Act::Declare),
            Stage::Counted => acts.iter().position(|act| *act == Act::Past),
            now => acts
                .iter()
                .position(|act| matches!(act, Act::Step(chair) if chair.stage() == now)),
        };
        let options = acts.iter().map(|act| Entry {
            name: act.name(language, row, review),
            why_not: act.why_not(language, row, review, self.chair),
        });
        let choice = Choice::new(ACT, self.told(row, round), options.collect());
        context.push(choice.selecting(next.unwrap_or(0)));
    }

    pub(super) fn take_act(&mut self, position: usize, context: &mut Context<'_>) {
        let reviewers = reviewers(context.session);
        match acts(reviewers).get(position) {
            Some(Act::Step(chair)) => {
                // Who takes a step sits where it is taken.
                if self.chair.is_none() {
                    self.sit(*chair, context);
                }
                self.step_one(*chair, context);
            }
            Some(Act::SendBack) => self.ask_reason(context),
            Some(Act::Declare) => self.declare_anew(context),
            Some(Act::Remove) => self.remove(context),
            Some(Act::Past) => self.look_back(context),
            Some(Act::Trial) => self.start_trial(context),
            None => {}
        }
    }

    /// Subject and item of an event in one line.
    pub(super) fn told(&self, row: &Row, round: &OpenRound) -> String {
        let item = round.scheme.find_item(&row.record.item);
        let title = item.map_or("", |item| round.scheme.item(item).title.as_str());
        let who = self.names.of(&row.record.organisation);
        let member = row.record.member.as_deref().unwrap_or_default();
        format!("{who} {member} {} {title}", row.record.item)
    }

    /// Asks in whose name steps are taken; `then` goes on with a command.
    pub(super) fn ask_chair(&mut self, then: Option<&'static str>, context: &mut Context<'_>) {
        let language = context.session.language;
        let Some(round) = &context.session.round else {
            return;
        };
        let review = round.scheme.reviewers();
        let chairs: Vec<Chair> = Chair::all(review.len()).collect();
        let names = chairs.iter().map(|chair| {
            let (word, step) = (chair.word(language, review), chair.step(language, review));
            Entry::from(text::chair_does(language, &word, &step))
        });
        let now = self
            .chair
            .and_then(|now| chairs.iter().position(|chair| *chair == now));
        let choice = Choice::new(CHAIR, text::chair_title(language), names.collect());
        self.after_chair = then;
        context.push(choice.selecting(now.unwrap_or(0)));
    }

    pub(super) fn take_chair(&mut self, position: usize, context: &mut Context<'_>) {
        if let Some(chair) = Chair::all(reviewers(context.session)).nth(position) {
            self.sit(chair, context);
        }
        match self.after_chair.take() {
            Some("ledger.step") => self.step_of_chair(context),
            Some(_) => self.ask_step_all(context),
            None => {}
        }
    }

    fn sit(&mut self, chair: Chair, context: &mut Context<'_>) {
        self.chair = Some(chair);
        if let Some(key) = memory_key(context.session) {
            context.remember("remember.chair", key, chair.to_memory());
        }
    }

    /// Why the person in this chair cannot do something with the event under the hand.
    pub(super) fn why_not_act(&self, act: Act, session: &Session) -> Option<String> {
        let (row, round) = (self.selected()?, session.round.as_ref()?);
        act.why_not(session.language, row, round.scheme.reviewers(), self.chair)
    }

    /// Why the person in this chair cannot declare an event; none where they can.
    pub(super) fn why_not_declare(&self, session: &Session) -> Option<String> {
        let review = session.round.as_ref()?.scheme.reviewers();
        not_for(session.language, review, self.chair?, Chair::Unit)
    }

    /// The step of this person's chair, for the event under the hand.
    pub(super) fn step_of_chair(&mut self, context: &mut Context<'_>) {
        match self.chair {
            None => self.ask_chair(Some("ledger.step"), context),
            Some(Chair::Unit) => self.declare_anew(context),
            Some(chair) => self.step_one(chair, context),
        }
    }

    fn step_one(&mut self, chair: Chair, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(row), Some(round)) = (self.selected(), &context.session.round) else {
            return;
        };
        let review = round.scheme.reviewers();
        if let Some(why) = not_yet(language, chair.stage(), row.stage, review) {
            context.refuse(row.id.clone(), why);
            return;
        }
        let (step, told) = (chair.step(language, review), self.told(row, round));
        let said = text::stepped(language, &step, &told);
        let write = step_write(row, chair.makes(review.len()));
        self.writing
            .apply(Command::Write(vec![write]), None, said, context);
    }

    /// Names how many events of the list wait for this chair, and asks.
    pub(super) fn ask_step_all(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let Some(chair) = self.chair.filter(|chair| *chair != Chair::Unit) else {
            self.ask_chair(Some("ledger.step_all"), context);
            return;
        };
        let Some(round) = &context.session.round else {
            return;
        };
        let review = round.scheme.reviewers();
        let rows = self.list.rows().iter();
        let waiting: Vec<&Row> = rows.filter(|row| row.stage == chair.stage()).collect();
        if waiting.is_empty() {
            let none = text::none_waits(language, &chair.word(language, review));
            context.say(Tone::Warning, none);
            return;
        }
        let step = chair.step(language, review);
        let title = text::many_title(language, &step, waiting.len());
        let intro = vec![text::many_of(
            language,
            waiting.len(),
            self.list.rows().len(),
        )];
        let options = vec![
            text::many_no(language).into(),
            text::many_yes(language, &step, waiting.len()).into(),
        ];
        let named = waiting.iter().map(|row| (row.id.clone(), row.revision));
        self.many = named.collect();
        context.push(Choice::new(MANY, title, options).saying(intro));
    }

    /// Takes all that were named a step further, as they were seen: all of them or none.
    pub(super) fn step_all(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(chair), Some(round)) = (self.chair, &context.session.round) else {
            return;
        };
        let review = round.scheme.reviewers();
        let named = std::mem::take(&mut self.many);
        let state = chair.makes(review.len());
        let rows = self.list.rows().iter();
        let writes: Vec<Write> = rows
            .filter_map(|row| {
                let seen = named.get(&row.id)?;
                Some(Write {
                    seen: Some(*seen),
                    ..step_write(row, state)
                })
            })
            .collect();
        let said = text::many_done(language, &chair.step(language, review), writes.len());
        self.writing
            .apply(Command::Write(writes), None, said, context);
    }

    pub(super) fn ask_reason(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(row), Some(round)) = (self.selected(), &context.session.round) else {
            return;
        };
        if let Some(why) = self.why_not_act(Act::SendBack, context.session) {
            context.say(Tone::Warning, why);
            return;
        }
        let line = Line::new(text::field_reason(language), &self.reason, true);
        let line = line.of(FieldForm::Note, "reason");
        let intro = vec![self.told(row, round)];
        let title = text::step_send_back(language);
        context.push(Form::new(REASON, title, intro, vec![line]));
    }

    pub(super) fn send_back(&mut self, reason: &str, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(row), Some(round)) = (self.selected(), &context.session.round) else {
            return;
        };
        let said = text::stepped(
            language,
            &text::step_send_back(language),
            &self.told(row, round),
        );
        let command = Command::Write(vec![step_write(row, EventState::SentBack)]);
        // Where it is refused, the next question has it.
        self.reason = reason.to_owned();
        self.writing
            .apply(command, Some(reason.to_owned()), said, context);
    }

    fn remove(&mut self, context: &mut Context<'_>) {
        let language = context.session.language;
        let (Some(row), Some(round)) = (self.selected(), &context.session.round) else {
            return;
        };
        let said = text::stepped(
            language,
            &text::step_remove(language),
            &self.told(row, round),
        );
        let write = Write {
            record: None,
            ..step_write(row, row.record.state)
        };
        self.writing
            .apply(Command::Write(vec![write]), None, said, context);
    }
}

/// The key under which a person's chair in the open round is remembered.
pub(super) fn memory_key(session: &Session) -> Option<String> {
    session
        .round_name()
        .map(|round| format!("ledger chair:{round}"))
}

fn reviewers(session: &Session) -> usize {
    let round = session.round.as_ref();
    round.map_or(0, |round| round.scheme.reviewers().len())
}

/// The event in another state, as it was seen.
fn step_write(row: &Row, state: EventState) -> Write {
    let mut record = row.record.clone();
    record.state = state;
    Write {
        what: What::Event,
        key: vec![row.id.clone()],
        record: Some(record.write()),
        seen: Some(row.revision),
        row: None,
    }
}
