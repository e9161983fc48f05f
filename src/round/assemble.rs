//! Cells of one organisation → what the calculation is fed with.

use super::{
    AdjustmentRecord, AssignmentRecord, AssignmentState, BallotRecord, Cell, EventRecord,
    LevelRecord, MarkRecord, OrganisationRecord, SheetRecord, SheetState, VetoRecord, What,
};
use crate::number::Figure;
use crate::scheme::{LevelIndex, Method, PartyIndex, TrackIndex};
use crate::scoring::{
    AdjustmentInput, BallotInput, BallotSlot, Entry, EventInput, Mark, OrganisationInput, Plan,
    SheetInput, VetoInput, points_of_event,
};

/// Builds the input of one organisation from its cells, in any order.
///
/// Cells that the scheme does not know (a party that a changed scheme dropped, an entry outside
/// its rule) are left out: they stay in the books and do not count. Nothing where the
/// organisation's own cell is not among them, or it has no track and is not rated itself.
///
/// `newest` is the newest level known from earlier years, for organisations whose list states
/// no previous one (G9).
#[must_use]
pub fn assemble<'a>(
    plan: &Plan,
    cells: impl IntoIterator<Item = &'a Cell>,
    year: i32,
    newest: Option<LevelIndex>,
) -> Option<OrganisationInput> {
    let mut assembly = Assembly::default();
    for cell in cells {
        assembly.take(plan, cell);
    }
    assembly.finish(plan, year, newest)
}

/// What has been read so far.
#[derive(Default)]
struct Assembly<'a> {
    organisation: Option<OrganisationRecord>,
    marks: Vec<(&'a [String], MarkRecord)>,
    sheets: Vec<(&'a [String], SheetRecord)>,
    recused: Vec<&'a [String]>,
    ballots: Vec<BallotInput>,
    adjustments: Vec<AdjustmentInput>,
    vetoes: Vec<VetoInput>,
    events: Vec<EventInput>,
    earlier: Vec<(i32, LevelIndex)>,
}

impl<'a> Assembly<'a> {
    fn take(&mut self, plan: &Plan, cell: &'a Cell) {
        let Some(record) = &cell.record else { return };
        let key = cell.key.as_slice();
        match cell.what {
            What::Organisation => self.organisation = OrganisationRecord::read(record).ok(),
            What::Mark => {
                self.marks
                    .extend(MarkRecord::read(record).ok().map(|record| (key, record)));
            }
            What::Sheet => {
                self.sheets
                    .extend(SheetRecord::read(record).ok().map(|record| (key, record)));
            }
            What::Assignment => {
                let recused = |record: AssignmentRecord| record.state == AssignmentState::Recused;
                if AssignmentRecord::read(record).is_ok_and(recused) {
                    self.recused.push(key);
                }
            }
            What::Ballot => {
                let count = BallotRecord::read(record).ok().map(|record| record.count);
                self.ballots
                    .extend(count.and_then(|count| ballot(plan, key, count)));
            }
            What::Adjustment => {
                let record = AdjustmentRecord::read(record).ok();
                self.adjustments
                    .extend(record.and_then(|record| adjustment(plan, key, &record)));
            }
            What::Veto => {
                let record = VetoRecord::read(record).ok();
                let veto = key.get(1).and_then(|id| plan.scheme().find_veto(id));
                let state = record.map(|record| record.state);
                self.vetoes.extend(
                    veto.zip(state)
                        .map(|(veto, state)| VetoInput { veto, state }),
                );
            }
            What::Event => {
                let record = EventRecord::read(record).ok();
                self.events
                    .extend(record.and_then(|record| event(plan, record)));
            }
            What::Level => {
                let level = LevelRecord::read(record).ok();
                let level = level.and_then(|record| plan.scheme().find_level(&record.level));
                let year = key.get(1).and_then(|year| year.parse().ok());
                self.earlier.extend(year.zip(level));
            }
            What::Round | What::Places | What::Tie | What::Review => {}
        }
    }

    fn finish(
        self,
        plan: &Plan,
        year: i32,
        newest: Option<LevelIndex>,
    ) -> Option<OrganisationInput> {
        let scheme = plan.scheme();
        let organisation = self.organisation.as_ref()?;
        let track = scheme.find_track(organisation.track.as_deref()?)?;
        let level = |id: &Option<String>| scheme.find_level(id.as_deref()?);
        let previous = level(&organisation.previous).or(newest);
        let declared = level(&organisation.declared);
        Some(OrganisationInput {
            track,
            sheets: self.sheets(plan, track),
            ballots: self.ballots,
            adjustments: self.adjustments,
            vetoes: self.vetoes,
            events: self.events,
            previous,
            declared,
            year,
            earlier: self.earlier,
        })
    }

    /// The sheets that are begun, in the order (party, rater).
    fn sheets(&self, plan: &Plan, track: TrackIndex) -> Vec<SheetInput> {
        let mut sheets: Vec<SheetInput> = Vec::new();
        for (key, record) in &self.marks {
            let [_, party, rater, item] = key else {
                continue;
            };
            let Some(party) = plan.scheme().find_party(party) else {
                continue;
            };
            let Some((slot, mark)) = read_mark(plan, track, party, item, record) else {
                continue;
            };
            let same = |sheet: &SheetInput| sheet.party == party && sheet.rater == *rater;
            let position = match sheets.last().is_some_and(same) {
                true => sheets.len() - 1,
                false => sheets.iter().position(same).unwrap_or_else(|| {
                    sheets.push(self.sheet(plan, track, party, key));
                    sheets.len() - 1
                }),
            };
            sheets[position].marks[slot] = mark;
        }
        sheets.sort_by(|one, other| {
            one.party
                .cmp(&other.party)
                .then_with(|| one.rater.cmp(&other.rater))
        });
        sheets
    }

    /// A sheet without marks, with its state.
    fn sheet(
        &self,
        plan: &Plan,
        track: TrackIndex,
        party: PartyIndex,
        key: &[String],
    ) -> SheetInput {
        let of_sheet = |other: &[String]| other.get(1..3) == key.get(1..3);
        let state = self.sheets.iter().find(|(other, _)| of_sheet(other));
        SheetInput {
            party,
            rater: key.get(2).cloned().unwrap_or_default(),
            submitted: state.is_some_and(|(_, record)| record.state == SheetState::Submitted),
            recused: self.recused.iter().any(|other| of_sheet(other)),
            marks: vec![Mark::Missing; plan.slots(track, party)],
        }
    }
}

/// The slot of a mark on its sheet, and what the entry makes; none for a cell without an entry,
/// or with one that is outside its rule.
fn read_mark(
    plan: &Plan,
    track: TrackIndex,
    party: PartyIndex,
    item: &str,
    record: &MarkRecord,
) -> Option<(usize, Mark)> {
    let scheme = plan.scheme();
    let text = record.entry.as_deref()?;
    if let Method::Mark(_) = scheme.party(party).method {
        let entry = Entry::parse_overall(text, scheme.marks, scheme.decimals).ok()?;
        let Entry::Mark(mark) = entry else {
            return None;
        };
        return Some((0, Mark::of_decimal(mark)));
    }
    let index = scheme.find_item(item)?;
    let slot = plan.sheet(track, party).slot(index)?;
    let item = scheme.item(index);
    let entry = Entry::parse(text, item, scheme.decimals).ok()?;
    Some((slot, Mark::of(plan, item, &entry)))
}

fn ballot(plan: &Plan, key: &[String], count: u64) -> Option<BallotInput> {
    let [_, party, question, option] = key else {
        return None;
    };
    let party = plan.scheme().find_party(party)?;
    let Method::Ballot(form) = &plan.scheme().party(party).method else {
        return None;
    };
    let question = form
        .questions
        .iter()
        .position(|other| other.id == *question)?;
    Some(BallotInput {
        party,
        question: u16::try_from(question).ok()?,
        slot: BallotSlot::find(form, option)?,
        count,
    })
}

fn adjustment(plan: &Plan, key: &[String], record: &AdjustmentRecord) -> Option<AdjustmentInput> {
    let [_, adjustment, document] = key else {
        return None;
    };
    Some(AdjustmentInput {
        adjustment: plan.scheme().find_adjustment(adjustment)?,
        count: record.count,
        documented: document != "*",
    })
}

/// P5: what an event brings, whether it counts or not; none where the scheme does not know it.
#[must_use]
pub fn event_points(plan: &Plan, record: &EventRecord) -> Option<Figure> {
    Some(points_of_event(plan, &event(plan, record.clone())?))
}

fn event(plan: &Plan, record: EventRecord) -> Option<EventInput> {
    let item = plan.scheme().find_item(&record.item)?;
    let ledger = plan.scheme().ledger();
    let counts = ledger.is_some_and(|ledger| record.state.counts(ledger.review.len()));
    let member = match (record.kind, record.member) {
        (_, None) => None,
        (Some(kind), Some(name)) => Some((kind, name)),
        (None, Some(_)) => return None,
    };
    Some(EventInput {
        member,
        item,
        count: record.count,
        points: record.points,
        counts,
    })
}
