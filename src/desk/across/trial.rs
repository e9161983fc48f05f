//! Figures that follow from a draft: those of the organisation under the cursor, made by the one
//! calculation from its cells, with what is on its way and what is typed laid over them.

use std::collections::VecDeque;

use super::{Asked, LineDesk};
use crate::desk::open::{Cells, lay};
use crate::office::{ListFigures, OrganisationFile, Question};
use crate::round::{Cell, Change, Write, assemble};
use crate::scheme::LevelIndex;
use crate::scoring::{Plan, Silent, own};

/// Organisations whose cells are kept: the one under the cursor, and those just left, whose marks
/// may still be on their way.
const KEPT: usize = 4;

/// What the office has of the organisations on which the cursor was last.
#[derive(Debug, Default)]
pub(super) struct Files(VecDeque<File>);

#[derive(Debug)]
struct File {
    organisation: String,
    cells: Cells,
    newest_level: Option<LevelIndex>,
    /// Something has been stored since: the list does not have its figures yet.
    moved: bool,
}

impl Files {
    fn of(&self, organisation: &str) -> Option<&File> {
        let mut files = self.0.iter();
        files.find(|file| file.organisation == organisation)
    }

    /// Something was stored after it was read.
    pub(super) fn take(&mut self, change: &Change) {
        let organisation = change.key.first();
        let mut files = self.0.iter_mut();
        if let Some(file) = files.find(|file| Some(&file.organisation) == organisation) {
            let cell = Cell {
                what: change.what,
                key: change.key.clone(),
                record: change.new.clone(),
                revision: change.new_revision,
            };
            file.cells.insert((cell.what, cell.key.clone()), cell);
            file.moved = true;
        }
    }
}

impl LineDesk {
    /// Asks for the organisation that the cursor has come to, before anything is typed there:
    /// its figures move in the frame of the first key.
    pub(super) fn ask_for_file(&mut self) {
        let Some(cell) = self.cell() else { return };
        if cell.closed.is_some() || self.is_blind(cell) {
            return;
        }
        let Some(organisation) = self.organisation().map(str::to_owned) else {
            return;
        };
        let asked = self.asked_file.as_ref() == Some(&organisation);
        if asked || self.files.of(&organisation).is_some() {
            return;
        }
        self.asked_file = Some(organisation.clone());
        let round = self.round.clone();
        let about = Asked::File(organisation.clone());
        let question = Question::Organisation {
            round,
            organisation,
        };
        self.ask(about, question);
    }

    /// Takes the cells of an organisation as they are stored.
    pub(super) fn take_file(&mut self, file: &OrganisationFile) {
        let organisation = file.row.organisation.clone();
        self.asked_file.take_if(|asked| *asked == organisation);
        self.files
            .0
            .retain(|file| file.organisation != organisation);
        let newest = file.newest_level.as_ref();
        let cells = file.cells.iter().cloned();
        self.files.0.push_front(File {
            organisation,
            cells: cells
                .map(|cell| ((cell.what, cell.key.clone()), cell))
                .collect(),
            newest_level: newest.and_then(|(_, level)| self.scheme.find_level(level)),
            moved: false,
        });
        self.files.0.truncate(KEPT);
    }

    /// The figures of a cell's organisation with what is typed into it and what is on its way;
    /// none where that is nothing, where it may not be seen, or where its cells are not there.
    /// Places are given by a ranking: a level is only what the figures reach.
    #[must_use]
    pub fn trial(&self, at: usize) -> Option<ListFigures> {
        let cell = self.cells.get(at).filter(|cell| !self.is_blind(cell))?;
        let row = self.row(cell)?;
        let organisation = &row.organisation;
        let drafted = self.drafted_write(at);
        let mine = |write: &&Write| write.key.first() == Some(organisation);
        let mut waiting = self.outbox.queue.writes().filter(mine).peekable();
        let file = self.files.of(organisation)?;
        if drafted.is_none() && waiting.peek().is_none() && !file.moved {
            return None;
        }
        let mut cells = file.cells.clone();
        for write in waiting.chain(drafted.as_ref()) {
            lay(&mut cells, write);
        }
        let plan = Plan::new(&self.scheme);
        let input = assemble(&plan, cells.values(), self.year, file.newest_level)?;
        let figures = own(&plan, &input, &mut Silent);
        let stated = row.figures.as_ref();
        Some(ListFigures {
            composite: figures.composite,
            low: figures.low,
            high: figures.high,
            reached: figures.reached,
            in_reach: figures.in_reach,
            parties: Vec::new(),
            stated: stated.map_or_else(Vec::new, |figures| figures.stated.clone()),
            rank: None,
            level: None,
            tie: false,
        })
    }

    /// What would be written of the draft under the cursor, if it were kept now.
    fn drafted_write(&self, at: usize) -> Option<Write> {
        let cell = self.cell().filter(|_| at == self.at)?;
        let entry = self.drafted().ok().flatten()?;
        let record = cell.slot.entered(&self.field(), &entry);
        self.write_of(cell, &record, cell.slot.revision)
    }
}
