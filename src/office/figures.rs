//! One organisation's own figures, made from its cells and kept for the list.

use serde::{Deserialize, Serialize};

use super::touched::touched;
use super::{Failure, ListFigures, Shared, SheetSummary, Trouble};
use crate::number::Figure;
use crate::round::{
    AssignmentRecord, AssignmentState, Cell, Change, MarkRecord, SheetRecord, SheetState, What,
    assemble,
};
use crate::scheme::LevelIndex;
use crate::scoring::{
    ENGINE_VERSION, OrganisationFigures, OrganisationInput, Plan, Silent, Trace, VetoState, own,
    sheet_total, zeroed,
};
use crate::store::{RoundRow, StandingRow, Transaction, View};

/// Up to so many organisations have their figures made in the transaction that moves them; of
/// more they are forgotten, and made when somebody asks.
const FEW_ORGANISATIONS: usize = 64;

/// What the list shows besides figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Summary {
    pub(super) reached: Option<LevelIndex>,
    pub(super) in_reach: Option<LevelIndex>,
    pub(super) sheets: Vec<SheetSummary>,
    pub(super) decided: Vec<String>,
    pub(super) proposed: Vec<String>,
}

/// Reads organisations of one round, one at a time.
pub(super) struct Reading<'a> {
    view: &'a View<'a>,
    pub(super) round: &'a RoundRow,
    pub(super) plan: &'a Plan<'a>,
    year: i32,
    /// Kinds that the round has any cells of.
    kinds: Vec<What>,
    events: bool,
    levels: bool,
}

/// One organisation as it stands.
pub(super) struct Stand {
    pub(super) cells: Vec<Cell>,
    /// The newest level of an earlier year, with its id.
    pub(super) newest: Option<(i32, String)>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        view: &'a View<'a>,
        round: &'a RoundRow,
        plan: &'a Plan<'a>,
    ) -> Result<Self, Trouble> {
        let mut kinds = Vec::new();
        // Who has looked an organisation through is the viewer's to know, and told beside it.
        let of_one = |what: &What| what.is_of_organisation() && *what != What::Review;
        for what in What::ALL.into_iter().filter(of_one) {
            if view.any(round.number, what)? {
                kinds.push(what);
            }
        }
        Ok(Self {
            view,
            round,
            plan,
            year: round.year.unwrap_or_default(),
            kinds,
            events: view.any(round.number, What::Event)?,
            levels: view.any_earlier_levels()?,
        })
    }

    /// All cells of an organisation, with the levels of earlier years that other rounds know.
    pub(super) fn stand(&self, organisation: &str) -> Result<Stand, Trouble> {
        let key = [organisation.to_owned()];
        let mut cells = Vec::new();
        for what in &self.kinds {
            cells.extend(self.view.cells(self.round.number, *what, &key)?);
        }
        if self.events {
            cells.extend(self.view.events_of(self.round.number, organisation)?);
        }
        cells.retain(|cell| cell.record.is_some());
        let mut newest = None;
        if self.levels {
            let known = self.view.earlier_levels(self.round.number, organisation)?;
            newest = known.first().cloned();
            for (year, level) in known {
                let key = vec![organisation.to_owned(), year.to_string()];
                let told = |cell: &Cell| cell.what == What::Level && cell.key == key;
                if !cells.iter().any(told) {
                    cells.push(Cell {
                        what: What::Level,
                        key,
                        record: Some(vec![Some(level)]),
                        revision: 0,
                    });
                }
            }
        }
        Ok(Stand { cells, newest })
    }

    /// What the organisation's own figures are made from; none where it is not rated itself.
    fn input(&self, stand: &Stand) -> Option<OrganisationInput> {
        let newest = stand.newest.as_ref();
        let newest = newest.and_then(|(_, id)| self.plan.scheme().find_level(id));
        assemble(self.plan, &stand.cells, self.year, newest)
    }

    /// The organisation's own figures; none where it is not rated itself.
    pub(super) fn own(&self, stand: &Stand, trace: &mut impl Trace) -> Option<OrganisationFigures> {
        Some(own(self.plan, &self.input(stand)?, trace))
    }

    /// The organisation's own figures with what is kept of them; none where it is not rated
    /// itself.
    pub(super) fn own_kept(&self, stand: &Stand) -> Option<(OrganisationFigures, Summary)> {
        let input = self.input(stand)?;
        let figures = own(self.plan, &input, &mut Silent);
        let summary = summary(self.plan, &input, &figures, &stand.cells);
        Some((figures, summary))
    }

    /// Figures of an organisation with what is kept of them; none where it is not rated itself.
    pub(super) fn made(
        &self,
        organisation: &str,
    ) -> Result<Option<(OrganisationFigures, Summary)>, Trouble> {
        Ok(self.own_kept(&self.stand(organisation)?))
    }

    /// Whether kept figures are what would be made now: they go with the cells that they were
    /// made from, so that only scheme and calculation can have moved on.
    pub(super) fn fits(&self, row: &StandingRow) -> bool {
        row.engine == ENGINE_VERSION && Some(&row.scheme) == self.round.scheme.as_ref()
    }

    /// What is kept of figures.
    pub(super) fn row(
        &self,
        organisation: &str,
        figures: &OrganisationFigures,
        summary: &Summary,
    ) -> Result<StandingRow, Trouble> {
        let printed = |figure: Option<Figure>| figure.map(|figure| figure.to_string());
        let scores: Vec<_> = figures.parties.iter().map(|party| party.score).collect();
        Ok(StandingRow {
            organisation: organisation.to_owned(),
            seq: self.round.seq,
            scheme: self.round.scheme.clone().unwrap_or_default(),
            engine: ENGINE_VERSION,
            composite: printed(figures.composite),
            low: printed(figures.low),
            high: printed(figures.high),
            scored: scored(&scores),
            scores: json(&scores)?,
            figures: json(figures)?,
            summary: json(summary)?,
        })
    }
}

/// Which parties have a score: a digit for each, 1 where it has.
pub(super) fn scored(scores: &[Option<Figure>]) -> String {
    let digit = |score: &Option<Figure>| if score.is_some() { '1' } else { '0' };
    scores.iter().map(digit).collect()
}

/// A value as kept in a column.
pub(super) fn json(value: &impl Serialize) -> Result<String, Trouble> {
    serde_json::to_string(value).map_err(|error| Trouble::Other {
        why: error.to_string(),
    })
}

/// A value that was kept in a column; none where it is not of its form, so that it is made anew.
pub(super) fn kept<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

/// The figures that the list shows, without the ranking.
pub(super) fn list_figures(figures: &OrganisationFigures, summary: &Summary) -> ListFigures {
    ListFigures {
        composite: figures.composite,
        low: figures.low,
        high: figures.high,
        reached: summary.reached,
        in_reach: summary.in_reach,
        parties: figures.parties.iter().map(|party| party.score).collect(),
        stated: Vec::new(),
        rank: None,
        level: None,
        tie: false,
    }
}

/// Makes the figures anew that changes have moved.
pub(super) fn refresh(
    shared: &Shared,
    transaction: &Transaction<'_>,
    name: &str,
    changes: &[Change],
) -> Result<(), Failure> {
    let Some(round) = transaction.round(name)? else {
        return Ok(());
    };
    for change in changes.iter().filter(|change| change.what == What::Level) {
        let organisation = change.key.first().map_or("", String::as_str);
        transaction.forget_over_years(round.number, organisation)?;
    }
    let Some(touched) = touched(changes) else {
        return Ok(transaction.forget_standings(round.number, None)?);
    };
    if touched.len() > FEW_ORGANISATIONS {
        for organisation in &touched {
            transaction.forget_standings(round.number, Some(organisation))?;
        }
        return Ok(());
    }
    let scheme = shared.schemes.of(transaction, &round)?;
    let plan = Plan::new(&scheme);
    let reading = Reading::new(transaction, &round, &plan)?;
    for organisation in &touched {
        match reading.made(organisation)? {
            Some((figures, summary)) => {
                let row = reading.row(organisation, &figures, &summary)?;
                transaction.keep_standings(round.number, [&row])?;
            }
            None => transaction.forget_standings(round.number, Some(organisation))?,
        }
    }
    Ok(())
}

/// What the list shows of an organisation besides its figures.
fn summary(
    plan: &Plan<'_>,
    input: &OrganisationInput,
    figures: &OrganisationFigures,
    cells: &[Cell],
) -> Summary {
    let scheme = plan.scheme();
    let in_state = |state: VetoState| {
        let vetoes = figures.vetoes.iter();
        vetoes
            .filter(|standing| standing.state == state)
            .map(|standing| scheme.veto(standing.veto).id.clone())
            .collect()
    };
    Summary {
        reached: figures.reached,
        in_reach: figures.in_reach,
        sheets: sheets(plan, input, cells),
        decided: in_state(VetoState::Decided),
        proposed: in_state(VetoState::Proposed),
    }
}

/// How far the sheets of an organisation are: those that are begun, and those that are due.
fn sheets(plan: &Plan<'_>, input: &OrganisationInput, cells: &[Cell]) -> Vec<SheetSummary> {
    let mut sheets: Vec<SheetSummary> = Vec::new();
    for cell in cells {
        let (Some(record), [_, party, rater, ..]) = (&cell.record, cell.key.as_slice()) else {
            continue;
        };
        if !matches!(cell.what, What::Mark | What::Sheet | What::Assignment) {
            continue;
        }
        let is_it = |sheet: &SheetSummary| sheet.party == *party && sheet.rater == *rater;
        let at = sheets.iter().rposition(is_it).unwrap_or_else(|| {
            sheets.push(empty_sheet(party, rater));
            sheets.len() - 1
        });
        let Some(sheet) = sheets.get_mut(at) else {
            continue;
        };
        match cell.what {
            What::Sheet => {
                if let Ok(record) = SheetRecord::read(record) {
                    sheet.state = record.state;
                    sheet.reason = sheet.reason.take().or(record.reason);
                }
            }
            What::Assignment => {
                if let Ok(record) = AssignmentRecord::read(record) {
                    sheet.due = record.state == AssignmentState::Due;
                    sheet.recused = record.state == AssignmentState::Recused;
                    if sheet.recused {
                        sheet.reason = record.reason;
                    }
                }
            }
            _ => count_mark(sheet, record),
        }
    }
    add_totals(plan, input, &mut sheets);
    sheets.sort_by(|one, other| (&one.party, &one.rater).cmp(&(&other.party, &other.rater)));
    sheets
}

fn empty_sheet(party: &str, rater: &str) -> SheetSummary {
    SheetSummary {
        party: party.to_owned(),
        rater: rater.to_owned(),
        state: SheetState::Open,
        there: 0,
        flagged: 0,
        due: false,
        recused: false,
        reason: None,
        total: None,
    }
}

fn count_mark(sheet: &mut SheetSummary, record: &crate::round::Record) {
    if let Ok(record) = MarkRecord::read(record) {
        sheet.flagged += u32::from(record.flagged);
        sheet.there += u32::from(record.entry.is_some());
    }
}

/// What each sheet that is begun comes to.
fn add_totals(plan: &Plan<'_>, input: &OrganisationInput, sheets: &mut [SheetSummary]) {
    let zeroed = zeroed(plan.scheme(), &input.vetoes);
    for begun in &input.sheets {
        let party = &plan.scheme().party(begun.party).id;
        let is_it = |sheet: &&mut SheetSummary| sheet.party == *party && sheet.rater == begun.rater;
        if let Some(sheet) = sheets.iter_mut().find(is_it) {
            sheet.total = sheet_total(plan, input.track, begun.party, &begun.marks, &zeroed);
        }
    }
}
