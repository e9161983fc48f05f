//! What happens while one item is scored across organisations.

use ratatui::layout::{Position, Rect};

use super::commands::COMMANDS;
use super::{Crosswise, view};
use crate::desk::{Act, Answer, Landing, Said};
use crate::office::Reply;
use crate::round::{Change, Operation, What};
use crate::scheme::ItemIndex;
use crate::term::KeyEvent;
use crate::text::scoring_screen;
use crate::tui::commands::Command;
use crate::tui::find::{Find, Findable};
use crate::tui::keys::Key;
use crate::tui::message::{Outcome, Replied, Ticket};
use crate::tui::scoring::Scoring;
use crate::tui::screen::{Context, Movement, Returned, Screen};
use crate::tui::session::Session;
use crate::tui::vetoes::Vetoes;
use crate::tui::widget::Canvas;

const FIND: &str = "crosswise.find";

/// The act of the desk that a command is.
fn act(command: &str) -> Option<Act> {
    Some(match command {
        "crosswise.not-applicable" => Act::NotApplicable,
        "crosswise.note" => Act::Note,
        "crosswise.flag" => Act::Flag,
        "crosswise.withdraw" => Act::Withdraw,
        _ => return None,
    })
}

impl Crosswise {
    /// Says what a key led to, with the cursor in sight.
    fn after(&mut self, answer: &Answer, context: &mut Context<'_>) {
        self.hand.after(answer, context);
        self.follow(context.session);
        if !self.recalls {
            self.remember(context);
        }
    }

    /// Remembers the item, in this sitting and for the next.
    fn remember(&self, context: &mut Context<'_>) {
        let session = &*context.session;
        let at = self.hand.across.line().zip(session.round_name());
        let (Some((item, round)), Some(seat)) = (at, session.seat.clone()) else {
            return;
        };
        let now = Some((round, seat, item));
        if session.crossed == now {
            return;
        }
        if let Some(key) = super::key(session) {
            let item = self.hand.across.scheme().item(item).id.clone();
            context.remember("remember.crosswise", key, item);
        }
        context.session.crossed = now;
    }

    /// Goes to the item that was remembered, where these organisations have it.
    fn recalled(&mut self, id: Option<&str>, context: &mut Context<'_>) {
        let across = &mut self.hand.across;
        let item = id.and_then(|id| across.scheme().find_item(id));
        let there = |item: &ItemIndex| across.rows().is_empty() || across.lines().contains(item);
        let answer = item
            .filter(there)
            .map(|item| across.take_line(item))
            .unwrap_or_default();
        self.recalls = false;
        self.after(&answer, context);
    }

    fn follow(&mut self, session: &Session) {
        let across = &self.hand.across;
        self.window.selected = across.at();
        let page = view::page(self, session);
        self.window.follow(across.cells().len(), page);
    }

    /// Items first, then organisations.
    fn find(&mut self, context: &mut Context<'_>) -> Answer {
        let across = &mut self.hand.across;
        if let Err(answer) = across.settle_draft() {
            return answer;
        }
        let scheme = across.scheme();
        let items = across.lines().into_iter().map(|item| {
            let item = scheme.item(item);
            Findable {
                code: item.id.clone(),
                name: item.title.clone(),
                beside: scheme.category(item.category).title.clone(),
            }
        });
        let rows = across.cells().iter().filter_map(|cell| across.row(cell));
        let organisations = rows.map(|row| self.names.findable(&row.organisation));
        context.push(Find::new(FIND, items.chain(organisations).collect()));
        Answer::quiet()
    }

    fn found(&mut self, code: &str) -> Answer {
        let across = &mut self.hand.across;
        if let Some(answer) = across.go_to_organisation(code) {
            return answer;
        }
        let scheme = across.scheme();
        let named = |item: &ItemIndex| {
            let item = scheme.item(*item);
            item.id.eq_ignore_ascii_case(code)
        };
        match across.lines().into_iter().find(named) {
            Some(item) => across.take_line(item),
            None => Answer::quiet(),
        }
    }

    /// The sheet of the organisation under the cursor, at this item.
    fn open_sheet(&mut self, context: &mut Context<'_>) -> Answer {
        let across = &mut self.hand.across;
        if let Err(answer) = across.settle_draft() {
            return answer;
        }
        let (Some(code), Some(item)) = (across.organisation(), across.line()) else {
            return Answer::quiet();
        };
        let landing = Landing::Item(across.scheme().item(item).id.clone());
        let rows = across.cells().iter().filter_map(|cell| across.row(cell));
        let rows = rows.cloned().collect();
        if let Some(scoring) = Scoring::new(context.session, rows, code, landing) {
            context.push(scoring);
        }
        Answer::quiet()
    }

    fn open_vetoes(&mut self, context: &mut Context<'_>) -> Answer {
        let across = &mut self.hand.across;
        if let Err(answer) = across.settle_draft() {
            return answer;
        }
        if let Some(code) = across.organisation() {
            context.push(Vetoes::of(code.to_owned()));
        }
        Answer::quiet()
    }

    /// The item that a change of a mark is of.
    fn item_of(&self, change: &Change) -> Option<ItemIndex> {
        let item = change.key.get(3).filter(|_| change.what == What::Mark)?;
        self.hand.across.scheme().find_item(item)
    }
}

impl Screen for Crosswise {
    fn id(&self) -> &'static str {
        "crosswise"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let across = &self.hand.across;
        let said = match act(command) {
            _ if across.asking().is_some() => Some(Said::AnswerFirst),
            Some(act) => across.why_not(act),
            None => None,
        };
        said.map(|said| scoring_screen::said(session.language, &said, across.scheme()))
    }

    fn opened(&mut self, context: &mut Context<'_>) {
        self.names.read("crosswise.list", context);
        let key = super::key(context.session).filter(|_| self.recalls);
        self.recalls = key.is_some();
        self.recalling = key.map(|key| context.recall("remembered.crosswise", key));
        self.after(&Answer::quiet(), context);
    }

    fn organisation(&self) -> Option<String> {
        self.hand.across.organisation().map(str::to_owned)
    }

    fn shows(&self, change: &Change, session: &Session) -> bool {
        let place = self.hand.across.place_of(change);
        place.is_some_and(|at| {
            let end = self.window.offset + view::page(self, session);
            (self.window.offset..end).contains(&at)
        })
    }

    fn go_to(&mut self, change: &Change, context: &mut Context<'_>) {
        let item = self.item_of(change);
        let across = &mut self.hand.across;
        let mut answer = Answer::quiet();
        if let Some(item) = item.filter(|item| Some(*item) != across.line()) {
            answer = across.take_line(item);
        }
        if !answer.halted
            && let Some(organisation) = change.key.first()
        {
            answer = across.go_to_organisation(organisation).unwrap_or_default();
        }
        self.after(&answer, context);
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        let answer = match command {
            "crosswise.next-item" => self.hand.across.step_line(true),
            "crosswise.previous-item" => self.hand.across.step_line(false),
            "crosswise.find" => self.find(context),
            "crosswise.sheet" => self.open_sheet(context),
            "crosswise.vetoes" => self.open_vetoes(context),
            "crosswise.whole" => {
                if let Some(popup) = view::whole(self, context.session.language) {
                    context.push(popup);
                }
                Answer::quiet()
            }
            "crosswise.refresh" => self.hand.across.read_again(),
            other => act(other).map_or_else(Answer::quiet, |act| self.hand.across.run(act)),
        };
        self.after(&answer, context);
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        let page = view::page(self, context.session);
        let mut window = self.window;
        window.go(movement, self.hand.across.cells().len(), page);
        let answer = self.hand.across.go_to(window.selected);
        self.after(&answer, context);
    }

    fn key(&mut self, key: Key, event: KeyEvent, context: &mut Context<'_>) -> bool {
        match self.hand.key(key, event) {
            Some(answer) => {
                self.after(&answer, context);
                true
            }
            None => false,
        }
    }

    fn paste(&mut self, pasted: &str, context: &mut Context<'_>) -> bool {
        let answer = self.hand.across.paste(pasted);
        self.after(&answer, context);
        true
    }

    fn escape(&mut self, context: &mut Context<'_>) -> bool {
        self.hand.escape(context)
    }

    fn is_drafting(&self) -> bool {
        self.hand.is_drafting()
    }

    fn drop_draft(&mut self) {
        self.hand.drop_draft();
    }

    fn leave(&mut self, context: &mut Context<'_>) -> bool {
        self.hand.leave(context)
    }

    fn answered(&mut self, ticket: Ticket, answer: &Replied, context: &mut Context<'_>) -> bool {
        if self.recalling == Some(ticket) {
            self.recalling = None;
            let item = match answer {
                Ok(Reply::Remembered(item)) => item.as_deref(),
                _ => None,
            };
            self.recalled(item, context);
            return true;
        }
        if let Some(rows) = self.names.answered(ticket, answer) {
            if self.hand.across.rows().is_empty() {
                let answer = self.hand.across.take_list(rows.to_vec());
                self.hand.after(&answer, context);
            }
            if let Some(wanted) = self.wanted.take() {
                self.hand.across.go_to_organisation(&wanted);
            }
            self.after(&Answer::quiet(), context);
            return true;
        }
        let ours = self.hand.answered(ticket, answer, context);
        self.follow(context.session);
        ours
    }

    fn applied(&mut self, ticket: Ticket, answer: &Outcome, context: &mut Context<'_>) -> bool {
        self.hand.applied(ticket, answer, context)
    }

    fn waits(&self) -> bool {
        self.recalls || !self.names.are_read() || !self.hand.across.is_there()
    }

    fn unanswered(&self) -> Vec<Operation> {
        self.hand.across.unanswered()
    }

    fn calls_back(&self) -> bool {
        self.hand.calls_back()
    }

    fn undecided(&self, session: &Session) -> Vec<String> {
        self.hand.undecided(session.language)
    }

    fn retry(&mut self, context: &mut Context<'_>) {
        let answer = self.hand.across.retry();
        self.after(&answer, context);
    }

    fn shown_again(&mut self, context: &mut Context<'_>) {
        // Nothing was read while the screen was hidden.
        self.news(context);
    }

    fn news(&mut self, context: &mut Context<'_>) {
        self.hand.across.news();
        self.after(&Answer::quiet(), context);
    }

    fn returned(&mut self, result: Returned, context: &mut Context<'_>) {
        if let Returned::Found(FIND, code) = result {
            let answer = self.found(&code);
            self.after(&answer, context);
        }
    }

    fn header(&self, session: &Session) -> (String, String) {
        view::header(self, session)
    }

    fn hints(&self, session: &Session) -> Vec<(String, String)> {
        view::hints(self, session)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session, area, canvas)
    }
}
