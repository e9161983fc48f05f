//! One line of many sheets: an item, or the overall mark, across organisations, filled from top
//! to bottom. The ways of typing are those of a sheet: a draft, kept by every move, laid over what
//! is stored until the office has answered.

mod acts;
mod answers;
mod asked;
mod cells;
mod peers;
mod trial;
mod typing;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

pub use cells::CrossCell;
pub use peers::{Peer, PeerMark, PeerReview, RaterReview, RowReview, raters_of};

use super::open::{Cells, field};
use super::outbox::Outbox;
use super::over::Over;
use super::said::{Answer, Closed, Said};
use super::{Asking, Chair, Draft, Field, Mint, Round};
use crate::number::Figure;
use crate::office::{ListRow, Question};
use crate::round::{Command, Conflict, Operation, RoundState, What};
use crate::scheme::{ItemIndex, Method, PartyIndex, Scheme};

/// What a question of these organisations' line was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Asked {
    /// The own party's marks of a line.
    Marks(Option<ItemIndex>),
    /// Those of the party before, which rates itself as a rule.
    Earlier(ItemIndex),
    /// States of sheets, and who is due.
    Sheets,
    /// Which earlier rounds there are.
    Rounds,
    LastYear(ItemIndex),
    News,
    /// All that stands of the organisation under the cursor.
    File(String),
    /// The organisations anew; one, or all.
    Row(String),
    Rows,
}

/// How submitting one sheet after the other is going.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Submitting {
    waiting: usize,
    submitted: usize,
    refused: usize,
}

/// One line of the sheets of one chair, across organisations.
pub struct LineDesk {
    scheme: Arc<Scheme>,
    round: String,
    year: i32,
    state: RoundState,
    /// Number of the book that has been heard of.
    seq: u64,
    chair: Chair,
    /// None: the one overall mark (P2).
    line: Option<ItemIndex>,
    rows: Vec<ListRow>,
    /// Those whose sheet has the line, in the order of the rows.
    cells: Vec<CrossCell>,
    /// How many cells have an entry, or need none.
    scored: usize,
    /// Positions in `cells`, by organisation.
    places: HashMap<String, usize>,
    stored: Cells,
    /// What has come in.
    known: HashSet<Asked>,
    at: usize,
    /// The person has said where the cursor is to be; else it begins where something is open.
    landed: bool,
    draft: Option<Draft>,
    outbox: Outbox<Asked>,
    over: Over,
    /// Notes given in this sitting, newest last.
    notes: Vec<(Option<ItemIndex>, String)>,
    last_round: Option<String>,
    last_year: HashMap<ItemIndex, HashMap<String, Figure>>,
    /// Organisations whose figures have moved since they were read.
    stale: BTreeSet<String>,
    submitting: Submitting,
    files: trial::Files,
    /// The organisation that has been asked for and is not there yet.
    asked_file: Option<String>,
}

impl LineDesk {
    /// Begins with a line of these organisations, in their order.
    #[must_use]
    pub fn new(
        round: Round,
        rows: Vec<ListRow>,
        chair: Chair,
        line: Option<ItemIndex>,
        mint: Mint,
    ) -> Self {
        let mut across = Self {
            scheme: round.scheme,
            round: round.name,
            year: round.year,
            state: round.state,
            // The rows are of this state: what was written before it is no news.
            seq: rows.iter().map(|row| row.seq).min().unwrap_or(0),
            chair,
            line,
            rows,
            cells: Vec::new(),
            scored: 0,
            places: HashMap::new(),
            stored: Cells::new(),
            known: HashSet::new(),
            at: 0,
            landed: false,
            draft: None,
            outbox: Outbox::new(mint),
            over: Over::default(),
            notes: Vec::new(),
            last_round: None,
            last_year: HashMap::new(),
            stale: BTreeSet::new(),
            submitting: Submitting::default(),
            files: trial::Files::default(),
            asked_file: None,
        };
        across.lay_out();
        across
    }

    #[must_use]
    pub const fn scheme(&self) -> &Arc<Scheme> {
        &self.scheme
    }

    /// Who sits here.
    #[must_use]
    pub const fn chair(&self) -> &Chair {
        &self.chair
    }

    /// The item; none where it is the overall mark.
    #[must_use]
    pub const fn line(&self) -> Option<ItemIndex> {
        self.line
    }

    /// The organisations that were given, those without the line too.
    #[must_use]
    pub fn rows(&self) -> &[ListRow] {
        &self.rows
    }

    /// The cells of the line, from top to bottom.
    #[must_use]
    pub fn cells(&self) -> &[CrossCell] {
        &self.cells
    }

    /// The organisation of a cell.
    #[must_use]
    pub fn row(&self, cell: &CrossCell) -> Option<&ListRow> {
        self.rows.get(cell.row)
    }

    /// Which cell the cursor is on.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The cell under the cursor.
    #[must_use]
    pub fn cell(&self) -> Option<&CrossCell> {
        self.cells.get(self.at)
    }

    /// The code of the organisation under the cursor.
    #[must_use]
    pub fn organisation(&self) -> Option<&str> {
        let row = self.row(self.cell()?)?;
        Some(row.organisation.as_str())
    }

    #[must_use]
    pub const fn draft(&self) -> Option<&Draft> {
        self.draft.as_ref()
    }

    /// The field of every cell of the line.
    #[must_use]
    pub fn field(&self) -> Field<'_> {
        field(&self.scheme, self.line)
    }

    /// What is open over the line and wants an answer.
    #[must_use]
    pub const fn asking(&self) -> Option<&Asking> {
        self.over.asking.as_ref()
    }

    /// Whether the marks and the states of the sheets are there.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.known.contains(&Asked::Sheets) && self.known.contains(&Asked::Marks(self.line))
    }

    /// Whether everything kept is on disk.
    #[must_use]
    pub fn all_stored(&self) -> bool {
        self.outbox.queue.is_empty()
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

    /// Tries again what the disk or a lock has kept from being stored.
    pub fn retry(&mut self) -> Answer {
        self.outbox.retry()
    }

    /// How many cells have an entry, or need none.
    #[must_use]
    pub const fn scored(&self) -> usize {
        self.scored
    }

    /// How many sheets that this chair fills have an entry on the line, or need none, of how many:
    /// those from which it is recused are not asked for.
    #[must_use]
    pub fn counted(&self) -> (usize, usize) {
        let shut =
            |cell: &&CrossCell| matches!(cell.closed, Some(Closed::Recused | Closed::NotDue));
        let cells = self.cells.iter();
        let shut: Vec<&CrossCell> = cells.filter(shut).collect();
        let there = shut.iter().filter(|cell| cell.slot.is_there()).count();
        (self.scored - there, self.cells.len() - shut.len())
    }

    /// The items that any of these organisations' sheets has, in the order of the scheme.
    #[must_use]
    pub fn lines(&self) -> Vec<ItemIndex> {
        let tracks: BTreeSet<_> = self.rows.iter().filter_map(|row| self.track(row)).collect();
        let items = tracks.into_iter();
        let items = items.flat_map(|track| self.scheme.items_on_sheet(track, self.chair.party));
        items.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Goes to another item, on the same organisation where its sheet has it. A valid draft is
    /// kept, an invalid one holds.
    pub fn take_line(&mut self, line: ItemIndex) -> Answer {
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        self.over.close_for_good();
        self.line = Some(line);
        self.lay_out();
        Answer::quiet()
    }

    /// The previous or next item of the sheet of the organisation under the cursor.
    pub fn step_line(&mut self, forward: bool) -> Answer {
        let track = self.row_at(self.at).and_then(|row| self.track(row));
        let lines: Vec<ItemIndex> = match track {
            Some(track) => self
                .scheme
                .items_on_sheet(track, self.chair.party)
                .collect(),
            None => self.lines(),
        };
        let here = lines.iter().position(|line| Some(*line) == self.line);
        let next = match (here, forward) {
            (Some(at), true) => lines.get(at + 1),
            (Some(at), false) => at.checked_sub(1).and_then(|at| lines.get(at)),
            (None, _) => lines.first(),
        };
        match next {
            Some(line) => self.take_line(*line),
            None => Answer::say(Said::NoMoreLines),
        }
    }

    /// Takes other organisations, or the same in another order.
    pub fn take_list(&mut self, rows: Vec<ListRow>) -> Answer {
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        self.over.close_for_good();
        self.rows = rows;
        if self.line.is_none() && matches!(self.party().method, Method::Sheet(_)) {
            self.line = self.lines().first().copied();
        }
        self.lay_out();
        Answer::quiet()
    }

    /// Items that the own sheet of a cell's organisation asks for.
    #[must_use]
    pub fn asked(&self, cell: &CrossCell) -> usize {
        let track = self.row(cell).and_then(|row| self.track(row));
        track.map_or(0, |track| {
            self.scheme.items_on_sheet(track, self.chair.party).count()
        })
    }

    /// Takes another chair of the party: its line is the one that is typed into from now on.
    pub fn take_rater(&mut self, rater: String) -> Answer {
        if let Err(answer) = self.settle_draft() {
            return answer;
        }
        self.over.close_for_good();
        self.chair.rater = rater;
        self.read_all();
        Answer::quiet()
    }

    /// Whether this rater sees nothing of others' marks on an organisation, and of what follows
    /// from them, until the own sheet is submitted.
    #[must_use]
    pub fn is_blind(&self, cell: &CrossCell) -> bool {
        self.party().independent && cell.closed != Some(Closed::Submitted)
    }

    fn party(&self) -> &crate::scheme::Party {
        self.scheme.party(self.chair.party)
    }

    /// The nearest earlier party that fills sheets with the item, whose marks stand beside.
    #[must_use]
    pub fn earlier(&self) -> Option<PartyIndex> {
        let item = self.scheme.item(self.line?);
        let fills = |position: &usize| {
            let party = self.scheme.parties.get(*position);
            let sheet = party.is_some_and(|party| matches!(party.method, Method::Sheet(_)));
            sheet && item.parties.get(*position) == Some(&true)
        };
        let before = 0..self.chair.party.position();
        before.rev().find(fills).map(PartyIndex::at)
    }

    /// The conflicts that wait for a decision: until then the own value is stored nowhere.
    pub fn undecided(&self) -> impl Iterator<Item = &Conflict> {
        self.over.undecided()
    }

    fn ask(&mut self, about: Asked, question: Question) {
        self.outbox.ask(about, question);
    }

    fn apply(&mut self, command: Command, reason: Option<String>) {
        let touched: Vec<String> = match &command {
            Command::Write(writes) => {
                let marks = writes.iter().filter(|write| write.what == What::Mark);
                marks.filter_map(|mark| mark.key.first().cloned()).collect()
            }
            _ => Vec::new(),
        };
        self.outbox
            .push(&self.round, &self.chair.actor, command, reason);
        for organisation in &touched {
            self.read_of(organisation);
        }
    }
}
