//! What the list of organisations shows: all of it, or the rows of one page before the rest.

use std::collections::{HashMap, HashSet};

use super::figures::{Reading, Summary, kept, list_figures, scored as scored_of};
use super::results::{meet, read_places_sent_down, stated_levels};
use super::tree::{Member, members};
use super::{Failure, ListFigures, ListPart, ListRow, Shared, Trouble};
use crate::number::Figure;
use crate::round::{Cell, OrganisationRecord, What};
use crate::scheme::{Combine, LevelIndex, Scheme};
use crate::scoring::{ENGINE_VERSION, OrganisationFigures, Plan, Silent, relate};
use crate::store::{ListedRow, PlaceRow, RoundRow, StandingRow, View};

/// Figures that had to be made for an answer, with their round.
pub(super) type MadeFigures = (RoundRow, Vec<StandingRow>);

/// What the list shows of an organisation's figures.
pub(super) struct Known {
    figures: ListFigures,
    summary: Summary,
    /// Only where the leader has a say in them (K3).
    whole: Option<OrganisationFigures>,
}

impl Known {
    pub(super) fn new(figures: OrganisationFigures, summary: Summary, plan: &Plan<'_>) -> Self {
        Self {
            figures: list_figures(&figures, &summary),
            summary,
            whole: (plan.scheme().combine == Combine::Best).then_some(figures),
        }
    }

    /// None where a column is not of its form, so that it is made anew.
    fn read(row: &ListedRow) -> Option<Self> {
        let printed = |text: &Option<String>| match text {
            None => Some(None),
            Some(text) => Figure::read(text).map(Some),
        };
        let summary = kept::<Summary>(&row.summary)?;
        let figures = ListFigures {
            composite: printed(&row.composite)?,
            low: printed(&row.low)?,
            high: printed(&row.high)?,
            reached: summary.reached,
            in_reach: summary.in_reach,
            parties: kept(&row.scores)?,
            stated: Vec::new(),
            rank: None,
            level: None,
            tie: false,
        };
        Some(Self {
            figures,
            summary,
            whole: None,
        })
    }
}

/// A row of the list, without the ranking; `stated` are the levels of which places are sent down.
pub(super) fn list_row(
    member: Member,
    known: Option<Known>,
    stated: Vec<LevelIndex>,
    seq: u64,
) -> ListRow {
    let mut row = ListRow {
        organisation: member.code,
        name: member.record.name,
        kind: member.record.kind,
        parent: member.record.parent,
        track: member.record.track,
        cohort: member.cohort,
        figures: None,
        sheets: Vec::new(),
        decided: Vec::new(),
        proposed: Vec::new(),
        hidden: false,
        review: None,
        seq,
    };
    if let Some(known) = known {
        row.figures = Some(ListFigures {
            stated,
            ..known.figures
        });
        row.sheets = known.summary.sheets;
        row.decided = known.summary.decided;
        row.proposed = known.summary.proposed;
    }
    row
}

/// The list in the making.
struct Listing<'a> {
    view: &'a View<'a>,
    reading: &'a Reading<'a>,
    made: Vec<StandingRow>,
}

impl Listing<'_> {
    /// What is known of a member; figures that are not kept are made.
    fn known(&mut self, member: &Member, stored: Option<Known>) -> Result<Option<Known>, Failure> {
        if stored.is_some() || member.record.track.is_none() {
            return Ok(stored);
        }
        let Some((figures, summary)) = self.reading.made(&member.code)? else {
            return Ok(None);
        };
        let row = self.reading.row(&member.code, &figures, &summary)?;
        self.made.push(row);
        Ok(Some(Known::new(figures, summary, self.reading.plan)))
    }

    /// What is kept of one organisation's figures.
    fn stored(&self, organisation: &str) -> Result<Option<Known>, Trouble> {
        let round = self.reading.round;
        let row = self
            .view
            .listed(round.number, made_from(round), organisation)?;
        Ok(row.and_then(|row| Known::read(&row)))
    }
}

/// What the list of organisations shows, with the rows of figures that had to be made.
pub(super) fn list(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
) -> Result<(Vec<ListRow>, Vec<StandingRow>), Failure> {
    let scheme = shared.schemes.of(view, round)?;
    let plan = Plan::new(&scheme);
    let reading = Reading::new(view, round, &plan)?;
    let mut stored = stored(&reading, view)?;
    let cells = view.cells(round.number, What::Organisation, &[])?;
    let mut listing = Listing {
        view,
        reading: &reading,
        made: Vec::new(),
    };
    let mut rows = Vec::new();
    for member in members(&scheme, cells) {
        let known = listing.known(&member, stored.remove(&member.code))?;
        rows.push((member, known));
    }
    related(&plan, &mut rows);
    let rows = rows.into_iter();
    let sent_down = read_places_sent_down(view, round)?;
    let mut rows: Vec<_> = rows
        .map(|(member, known)| {
            let stated = stated_levels(&sent_down, &scheme, &member);
            list_row(member, known, stated, round.seq)
        })
        .collect();
    if ranking_fits(view, round)? {
        place(&scheme, &view.places(round.number)?, &mut rows);
    }
    Ok((rows, listing.made))
}

/// The rated organisations of a page of the list, in its order: those around one, or the first.
/// Where figures look at all organisations (K3), the page is the whole list.
pub(super) fn part(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
    around: Option<&str>,
    count: u32,
) -> Result<(ListPart, Vec<StandingRow>), Failure> {
    let scheme = shared.schemes.of(view, round)?;
    if scheme.combine == Combine::Best {
        let (mut rows, made) = list(shared, view, round)?;
        rows.retain(|row| row.track.is_some());
        return Ok((ListPart::whole(rows), made));
    }
    let total = view.rated(round.number)?;
    let before = match around {
        Some(code) => view.rated_before(round.number, code)?.unwrap_or_default(),
        None => 0,
    };
    // Half of the page stands before the one that is wanted.
    let first = before
        .saturating_sub(count / 2)
        .min(total.saturating_sub(count));
    let codes = view.rated_from(round.number, first, count)?;
    let plan = Plan::new(&scheme);
    let reading = Reading::new(view, round, &plan)?;
    let mut listing = Listing {
        view,
        reading: &reading,
        made: Vec::new(),
    };
    let fits = ranking_fits(view, round)?;
    let sent_down = read_places_sent_down(view, round)?;
    let mut rows = Vec::with_capacity(codes.len());
    for member in with_cohorts(view, round, &scheme, &codes)? {
        let known = listing.known(&member, listing.stored(&member.code)?)?;
        let stated = stated_levels(&sent_down, &scheme, &member);
        let mut row = list_row(member, known, stated, round.seq);
        if fits && let Some(place) = view.place(round.number, &row.organisation)? {
            set_place(&scheme, &place, &mut row);
        }
        rows.push(row);
    }
    let part = ListPart { first, total, rows };
    Ok((part, listing.made))
}

/// Some organisations in the order of the list, with their cohorts.
fn with_cohorts(
    view: &View<'_>,
    round: &RoundRow,
    scheme: &Scheme,
    codes: &[String],
) -> Result<Vec<Member>, Trouble> {
    let mut cells: Vec<Cell> = Vec::with_capacity(codes.len());
    let mut seen: HashSet<String> = HashSet::new();
    let mut wanted: Vec<String> = codes.to_vec();
    while let Some(code) = wanted.pop() {
        if !seen.insert(code.clone()) {
            continue;
        }
        let cell = view.cell(round.number, What::Organisation, &[code])?;
        let record = cell.record.as_ref().map(OrganisationRecord::read);
        wanted.extend(record.and_then(|record| record.ok()?.parent));
        cells.push(cell);
    }
    let mut all = members(scheme, cells);
    let page: HashSet<&String> = codes.iter().collect();
    all.retain(|member| page.contains(&member.code));
    Ok(all)
}

/// What is kept of the figures that a list shows, by code.
fn stored(reading: &Reading<'_>, view: &View<'_>) -> Result<HashMap<String, Known>, Failure> {
    let mut stored = HashMap::new();
    let round = reading.round;
    if reading.plan.scheme().combine == Combine::Best {
        view.each_standing(round.number, |row| {
            if reading.fits(&row)
                && let (Some(figures), Some(summary)) = (kept(&row.figures), kept(&row.summary))
            {
                let known = Known::new(figures, summary, reading.plan);
                stored.insert(row.organisation, known);
            }
            Ok(())
        })?;
        return Ok(stored);
    }
    view.each_listed(round.number, made_from(round), |row| {
        if let Some(known) = Known::read(&row) {
            stored.insert(row.organisation, known);
        }
    })?;
    Ok(stored)
}

/// K3, for a list.
fn related(plan: &Plan<'_>, rows: &mut [(Member, Option<Known>)]) {
    let all = rows
        .iter()
        .filter_map(|(_, known)| known.as_ref()?.whole.as_ref());
    let leaders = meet(plan, all);
    for known in rows.iter_mut().filter_map(|(_, known)| known.as_mut()) {
        if let Some(whole) = &mut known.whole {
            relate(plan, &leaders, whole, &mut Silent);
            known.figures = list_figures(whole, &known.summary);
        }
    }
}

/// What figures have to be made from to be trusted.
fn made_from(round: &RoundRow) -> (&str, u32) {
    (round.scheme.as_deref().unwrap_or_default(), ENGINE_VERSION)
}

/// How many organisations have a score of each party, by its position, with the rows of figures
/// that had to be made. The kept figures tell; where some are missing (after an import of many, or
/// with a newer calculation), all are read.
pub(super) fn scored(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
    organisations: u32,
) -> Result<(HashMap<usize, u32>, Vec<StandingRow>), Failure> {
    let (scheme, engine) = made_from(round);
    let mut groups = view.scored(round.number, scheme, engine)?;
    let mut made = Vec::new();
    if groups.iter().map(|(_, count)| count).sum::<u32>() != organisations {
        let rows;
        (rows, made) = list(shared, view, round)?;
        let figures = rows.iter().filter_map(|row| row.figures.as_ref());
        groups = figures
            .map(|figures| (scored_of(&figures.parties), 1))
            .collect();
    }
    let mut counts = HashMap::new();
    for (digits, count) in groups {
        let there = digits
            .bytes()
            .enumerate()
            .filter(|(_, digit)| *digit == b'1');
        for (at, _) in there {
            *counts.entry(at).or_default() += count;
        }
    }
    Ok((counts, made))
}

/// Whether the last ranking goes with the round's scheme and this calculation.
pub(super) fn ranking_fits(view: &View<'_>, round: &RoundRow) -> Result<bool, Trouble> {
    let made = view.ranking(round.number)?;
    Ok(made.is_some_and(|(_, scheme, engine)| {
        engine == ENGINE_VERSION && Some(scheme) == round.scheme
    }))
}

/// What the last ranking says, for a list.
fn place(scheme: &Scheme, places: &[PlaceRow], rows: &mut [ListRow]) {
    let places: HashMap<_, _> = places
        .iter()
        .map(|place| (place.organisation.as_str(), place))
        .collect();
    for row in rows {
        if let Some(place) = places.get(row.organisation.as_str()) {
            set_place(scheme, place, row);
        }
    }
}

fn set_place(scheme: &Scheme, place: &PlaceRow, row: &mut ListRow) {
    if let Some(figures) = &mut row.figures {
        figures.rank = place.rank;
        figures.tie = place.tie;
        figures.level = place.level.as_ref().and_then(|id| scheme.find_level(id));
    }
}
