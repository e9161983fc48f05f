//! One open round as one person sees it: a snapshot, an overlay of what is not yet answered,
//! figures, news of others. It knows keys and no screen, operations and no disk.
//!
//! A key goes into the draft ([`Draft`]); keeping it makes an operation, which lies over the
//! stored cells ([`Open`]) until the office has answered ([`Queue`]). Whatever is shown is made
//! from those cells by the one calculation, in the frame of the key.
//!
//! There are two desks, which hear the same keys: a [`Desk`] has one sheet open, a [`LineDesk`]
//! (in `across`) one line of many sheets. Both ask by [`Request`]s and are told by `applied` and
//! `replied`; neither holds a door to the office or knows who draws it.
//!
//! | to change | look into |
//! |---|---|
//! | what a key means in a field | `stroke`, `draft` |
//! | where a key goes on a sheet, on a line | `typing`, `across::typing` |
//! | what stands open over the sheet, and its keys | `asking`; vetoes and adjustments in `vetoes` |
//! | what F2 and F9 do | `acts` |
//! | what is sent, and the conflicts that wait, for both desks | `outbox`, `over` |
//! | what the office's answer does | `answers`, `news` |
//! | what stands beside the item, and the panel | `beside`, `panel` |
//! | what a reviewer sees | `breakdown` |
//! | how far a chair is | `waiting`, `summary` |
//!
//! Operations that were kept are applied in their order, one after the other (`queue`); what the
//! disk or a lock keeps back stays there and is tried again.

mod across;
mod acts;
mod answers;
mod asking;
mod beside;
mod breakdown;
mod counts;
mod draft;
mod elsewhere;
mod field;
mod news;
mod open;
mod organisations;
mod outbox;
mod over;
mod panel;
mod paste;
mod queue;
mod reckon;
mod rows;
mod said;
mod slot;
mod stroke;
mod summary;
mod typed;
mod typing;
mod vetoes;
mod waiting;

#[cfg(test)]
pub(crate) mod tests;

use std::collections::HashMap;
use std::sync::Arc;

pub use across::{
    Asked, CrossCell, LineDesk, Peer, PeerMark, PeerReview, RaterReview, RowReview, raters_of,
};
pub use asking::{Act, Asking};
pub use beside::{Beside, Elsewhere, Replaced};
pub use breakdown::{
    Across, Breakdown, Gap, GivenAdjustment, Loss, Review, Reviews, SeenStar, Source, StarAcross,
    Turn,
};
pub use counts::{by_ids, by_numbers};
pub use draft::{Deaf, Draft, Heard, Rows};
pub use field::{Beyond, Field, Kind, is_capped};
pub use open::{Chair, Open, field, is_own};
pub use panel::{Line, Panel, PartyRow, Star, StarState, Statement, statement};
pub use paste::{Paste, PastedRow};
pub use queue::{LastWords, Queue, last_words};
pub use rows::plus;
pub use said::{Answer, Closed, Origin, Said};
pub use slot::Slot;
pub use stroke::{Stroke, plain_text};
pub use summary::{Odd, PaperCheck, Summary, SummaryLine};
pub use typed::{Edit, Typed};
pub use waiting::{HowFar, Waiting, WaitingSheet, marks_asked, waiting};

use outbox::Outbox;
use over::Over;

use crate::office::{ListRow, Question};
use crate::round::{Cell, Command, Conflict, Operation, RoundState, SheetState};
use crate::scheme::{ItemIndex, Scheme};

/// Something that the desk needs from the office. The face sends it and brings the answer back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request<A = About> {
    /// Brings [`Desk::applied`].
    Apply(Operation),
    /// Brings [`Desk::replied`] with the same `about`.
    Ask { about: A, question: Question },
}

/// What a question was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum About {
    /// To open an organisation.
    Open(String),
    /// To see again what is open, since what came of others was not all of it.
    Again(String),
    /// Which earlier rounds there are.
    Rounds,
    /// The same organisation, in the round of the year before.
    LastYear(String),
    /// What this party gave on an item elsewhere.
    Elsewhere(ItemIndex),
    /// What others have written.
    News,
    /// The journal of an organisation.
    Journal(String),
}

/// The round that a desk is over.
#[derive(Debug, Clone)]
pub struct Round {
    pub name: String,
    pub year: i32,
    pub state: RoundState,
    pub scheme: Arc<Scheme>,
}

/// Where the cursor lands in an organisation that opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Landing {
    /// The first item without an entry, else the first.
    FirstOpen,
    /// An item by its id.
    Item(String),
}

/// Makes ids of operations, unique for ever.
pub type Mint = Box<dyn FnMut() -> String + Send>;

/// The desk of one person over one round.
pub struct Desk {
    scheme: Arc<Scheme>,
    round: String,
    year: i32,
    state: RoundState,
    /// Number of the book that the desk has heard of.
    seq: u64,
    chair: Chair,
    rows: Vec<ListRow>,
    places: elsewhere::Places,
    open: Option<Open>,
    landing: Option<(String, Landing)>,
    outbox: Outbox<About>,
    over: Over,
    /// What this party's raters gave on an item, all organisations.
    elsewhere: HashMap<ItemIndex, elsewhere::ItemMarks>,
    /// The round of the year before, once it is known whether there is one.
    last_round: Option<Option<String>>,
    last_year: HashMap<String, Vec<Cell>>,
    /// Notes given in this session, newest last, by item.
    notes: Vec<(ItemIndex, String)>,
    /// What stands beside the item under the cursor.
    beside: Beside,
    journal: HashMap<String, Vec<crate::office::JournalLine>>,
}

impl Desk {
    /// Sits down at a round. `mint` makes ids of operations.
    #[must_use]
    pub fn new(round: Round, rows: Vec<ListRow>, chair: Chair, mint: Mint) -> Self {
        Self {
            scheme: round.scheme,
            round: round.name,
            year: round.year,
            state: round.state,
            seq: 0,
            chair,
            places: elsewhere::Places::new(&rows),
            rows,
            open: None,
            landing: None,
            outbox: Outbox::new(mint),
            over: Over::default(),
            elsewhere: HashMap::new(),
            last_round: None,
            last_year: HashMap::new(),
            notes: Vec::new(),
            beside: Beside::default(),
            journal: HashMap::new(),
        }
    }

    /// The scheme of the round.
    #[must_use]
    pub const fn scheme(&self) -> &Arc<Scheme> {
        &self.scheme
    }

    /// The name of the round.
    #[must_use]
    pub fn round(&self) -> &str {
        &self.round
    }

    /// The year of the round.
    #[must_use]
    pub const fn year(&self) -> i32 {
        self.year
    }

    /// Who sits here.
    #[must_use]
    pub const fn chair(&self) -> &Chair {
        &self.chair
    }

    /// The list of organisations, in the order in which F7 and F8 go.
    #[must_use]
    pub fn rows(&self) -> &[ListRow] {
        &self.rows
    }

    /// Takes another list or order of organisations.
    pub fn set_rows(&mut self, rows: Vec<ListRow>) {
        self.places = elsewhere::Places::new(&rows);
        self.rows = rows;
        // What is known of items is kept by place.
        self.elsewhere.clear();
        self.look_at_item();
    }

    /// The organisation that is open.
    #[must_use]
    pub const fn open(&self) -> Option<&Open> {
        self.open.as_ref()
    }

    /// The field of the item under the cursor.
    #[must_use]
    pub fn field(&self) -> Option<Field<'_>> {
        let slot = self.open.as_ref()?.slot()?;
        Some(open::field(&self.scheme, slot.item))
    }

    /// What is open over the sheet and wants an answer.
    #[must_use]
    pub const fn asking(&self) -> Option<&Asking> {
        self.over.asking.as_ref()
    }

    /// Whether everything kept is on disk.
    #[must_use]
    pub fn all_stored(&self) -> bool {
        self.outbox.queue.is_empty()
    }

    /// Whether an organisation has been asked for and is not there yet.
    #[must_use]
    pub const fn is_opening(&self) -> bool {
        self.landing.is_some()
    }

    /// How many operations the disk or a lock keeps from being stored.
    #[must_use]
    pub fn stuck(&self) -> usize {
        self.outbox.queue.stuck()
    }

    /// What is kept and not answered; to be applied before the program goes.
    #[must_use]
    pub fn unanswered(&self) -> Vec<Operation> {
        self.outbox.queue.unanswered()
    }

    /// Whether this rater sees nothing of others' marks and of what follows from them, until the
    /// own sheet is submitted.
    #[must_use]
    pub fn blind(&self) -> bool {
        let submitted = |open: &Open| open.sheet == SheetState::Submitted;
        let hidden = |open: &Open| open.row.hidden;
        self.open.as_ref().is_some_and(hidden)
            || self.is_independent() && !self.open.as_ref().is_some_and(submitted)
    }

    fn is_independent(&self) -> bool {
        self.scheme.party(self.chair.party).independent
    }

    /// The operations and questions that are to go to the office now.
    pub fn take_requests(&mut self) -> Vec<Request> {
        self.outbox.take_requests()
    }

    /// Tries again what the disk or a lock has kept from being stored.
    pub fn retry(&mut self) -> Answer {
        self.outbox.retry()
    }

    /// The conflicts that wait for a decision: until then the own value is stored nowhere.
    pub fn undecided(&self) -> impl Iterator<Item = &Conflict> {
        self.over.undecided()
    }

    fn ask(&mut self, about: About, question: Question) {
        self.outbox.ask(about, question);
    }

    fn apply(&mut self, command: Command, reason: Option<String>) {
        self.outbox
            .push(&self.round, &self.chair.actor, command, reason);
        self.refresh();
    }

    /// Reads the open organisation anew and makes its figures.
    fn refresh(&mut self) {
        if let Some(open) = &mut self.open {
            open.read(&self.scheme, &self.chair, &self.outbox.queue.writes());
            if self.state != RoundState::Open && open.closed.is_none() {
                open.closed = Some(Closed::Round);
            }
        }
        self.reckon();
    }
}
