//! One organisation of a demonstration round, and the cells it becomes.

use super::entries::Entered;
use crate::number::Decimal;
use crate::round::{
    AdjustmentRecord, AssignmentRecord, AssignmentState, BallotRecord, Cell, EventRecord,
    LevelRecord, MarkRecord, OrganisationRecord, Record, SheetRecord, SheetState, VetoRecord, What,
};
use crate::scheme::TrackIndex;

/// An organisation that is rated.
#[derive(Debug, Clone)]
pub(super) struct Rated {
    pub code: String,
    pub name: String,
    pub track: TrackIndex,
    /// Position of the district.
    pub district: usize,
    /// 0 to 1000: how well it works.
    pub strength: u64,
    /// It is a trap: what is random keeps away from it.
    pub reserved: bool,
    /// Ids of levels.
    pub previous: Option<String>,
    pub declared: Option<String>,
    pub sheets: Vec<Sheet>,
    pub raters: Vec<Rater>,
    pub ballots: Vec<Count>,
    pub vetoes: Vec<(String, VetoRecord)>,
    pub adjustments: Vec<Adjustment>,
    pub events: Vec<(String, EventRecord)>,
    /// (year, id of the level)
    pub levels: Vec<(i32, String)>,
}

/// What one rater entered.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub party: String,
    pub rater: String,
    pub state: SheetState,
    /// Id of the item (`*` for an overall mark) and what was entered.
    pub marks: Vec<(String, Entered)>,
}

/// Who is due, who is recused.
#[derive(Debug, Clone)]
pub(super) struct Rater {
    pub party: String,
    pub rater: String,
    /// Why recused; none: due.
    pub recused: Option<String>,
}

/// A count of ballots.
#[derive(Debug, Clone)]
pub(super) struct Count {
    pub party: String,
    pub question: String,
    pub option: String,
    pub count: u64,
}

/// A bonus or penalty.
#[derive(Debug, Clone)]
pub(super) struct Adjustment {
    pub id: String,
    pub document: Option<String>,
    pub count: u64,
    pub note: Option<String>,
}

/// A cell that has been written once.
pub(super) fn cell(what: What, key: &[&str], record: Record) -> Cell {
    Cell {
        what,
        key: key.iter().map(|part| (*part).to_owned()).collect(),
        record: Some(record),
        revision: 1,
    }
}

impl Rated {
    /// All its cells except the one of the list of organisations.
    pub(super) fn cells(&self) -> Vec<Cell> {
        let mut cells = Vec::new();
        for (year, level) in &self.levels {
            let record = LevelRecord {
                level: level.clone(),
            };
            cells.push(cell(
                What::Level,
                &[&self.code, &year.to_string()],
                record.write(),
            ));
        }
        for rater in &self.raters {
            let record = AssignmentRecord {
                state: match rater.recused {
                    Some(_) => AssignmentState::Recused,
                    None => AssignmentState::Due,
                },
                reason: rater.recused.clone(),
            };
            let key = [self.code.as_str(), &rater.party, &rater.rater];
            cells.push(cell(What::Assignment, &key, record.write()));
        }
        for count in &self.ballots {
            let key = [
                self.code.as_str(),
                &count.party,
                &count.question,
                &count.option,
            ];
            let record = BallotRecord { count: count.count };
            cells.push(cell(What::Ballot, &key, record.write()));
        }
        for sheet in &self.sheets {
            sheet.cells(&self.code, &mut cells);
        }
        for adjustment in &self.adjustments {
            let document = adjustment.document.as_deref().unwrap_or("*");
            let record = AdjustmentRecord {
                count: adjustment.count,
                note: adjustment.note.clone(),
            };
            let key = [self.code.as_str(), &adjustment.id, document];
            cells.push(cell(What::Adjustment, &key, record.write()));
        }
        for (veto, record) in &self.vetoes {
            cells.push(cell(What::Veto, &[&self.code, veto], record.write()));
        }
        for (id, record) in &self.events {
            cells.push(cell(What::Event, &[id], record.write()));
        }
        cells
    }

    /// The cell of the list of organisations.
    pub(super) fn in_list(
        &self,
        track: &str,
        kind: Option<&str>,
        parent: Option<&str>,
        position: u32,
    ) -> Cell {
        let record = OrganisationRecord {
            name: self.name.clone(),
            kind: kind.map(str::to_owned),
            parent: parent.map(str::to_owned),
            track: Some(track.to_owned()),
            previous: self.previous.clone(),
            declared: self.declared.clone(),
            position,
        };
        cell(What::Organisation, &[&self.code], record.write())
    }

    /// The sheet of a party's first rater.
    pub(super) fn sheet_of(&mut self, party: &str) -> Option<&mut Sheet> {
        self.sheets.iter_mut().find(|sheet| sheet.party == party)
    }
}

impl Sheet {
    fn cells(&self, code: &str, cells: &mut Vec<Cell>) {
        let key = [code, self.party.as_str(), self.rater.as_str()];
        for (item, entered) in &self.marks {
            let record = MarkRecord {
                entry: Some(entered.entry.clone()),
                note: entered.note.clone(),
                flagged: false,
            };
            let key = [key[0], key[1], key[2], item.as_str()];
            cells.push(cell(What::Mark, &key, record.write()));
        }
        if !self.marks.is_empty() {
            let record = SheetRecord {
                state: self.state,
                reason: None,
                imported: false,
            };
            cells.push(cell(What::Sheet, &key, record.write()));
        }
    }

    /// Sets the entry of an item that is on the sheet.
    pub(super) fn set(&mut self, item: &str, entry: &str, note: Option<&str>) {
        if let Some((_, entered)) = self.marks.iter_mut().find(|(id, _)| id == item) {
            entered.entry = entry.to_owned();
            entered.note = note.map(str::to_owned);
        }
    }
}

/// A decimal of tenths.
pub(super) fn tenths(value: i64) -> Decimal {
    Decimal::from_millionths(i128::from(value) * (Decimal::ONE / 10))
}
