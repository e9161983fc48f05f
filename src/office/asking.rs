//! Questions about rounds and organisations, each answered from one consistent state.

use std::collections::HashMap;

use super::figures::{Reading, Summary, kept, list_figures, summary};
use super::progress::progress;
use super::results::{explain, figures, meet};
use super::tree::{Member, members};
use super::{
    Failure, ListFigures, ListRow, OrganisationFile, Reply, RoundHead, RoundSummary, Shared,
    Trouble,
};
use crate::number::Figure;
use crate::round::{Part, Refusal, RoundState, What};
use crate::scheme::{Combine, Scheme};
use crate::scoring::{ENGINE_VERSION, OrganisationFigures, Plan, Silent, Standing, relate};
use crate::store::{ListedRow, PlaceRow, RoundRow, StandingRow, View};

/// The round of a name.
pub(super) fn find(view: &View<'_>, name: &str) -> Result<RoundRow, Failure> {
    view.round(name)?.ok_or_else(|| {
        Failure::Refusal(Refusal::UnknownRound {
            round: name.to_owned(),
        })
    })
}

fn state(round: &RoundRow) -> Result<RoundState, Trouble> {
    let text = round.state.as_deref().unwrap_or_default();
    text.parse().map_err(|()| Trouble::Damaged {
        why: format!("a round in the state {text:?}"),
    })
}

/// Figures that had to be made for an answer, with their round.
pub(super) type MadeFigures = (RoundRow, Vec<StandingRow>);

/// All rounds, newest first, with the rows of figures that had to be made.
pub(super) fn rounds(
    shared: &Shared,
    view: &View<'_>,
) -> Result<(Vec<RoundSummary>, Vec<MadeFigures>), Failure> {
    let mut found = Vec::new();
    let mut all_made = Vec::new();
    for round in view.rounds()?.into_iter().rev() {
        let scheme = shared.schemes.of(view, &round)?;
        let organisations = view.rated(round.number)?;
        let (scored, made) = scored(shared, view, &round, organisations)?;
        let progress = progress(view, &round, &scheme, &scored)?;
        found.push(RoundSummary {
            round: round.name.clone(),
            year: round.year.unwrap_or_default(),
            state: state(&round)?,
            scheme_id: scheme.id.clone(),
            scheme_title: scheme.title.clone(),
            organisations,
            progress,
            seq: round.seq,
        });
        if !made.is_empty() {
            all_made.push((round, made));
        }
    }
    Ok((found, all_made))
}

/// How many organisations have a score of each party, by its position. The kept figures tell;
/// where some are missing (after an import of many, or with a newer calculation), all are read.
fn scored(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
    organisations: u32,
) -> Result<(HashMap<u32, u32>, Vec<StandingRow>), Failure> {
    let scheme = round.scheme.as_deref().unwrap_or_default();
    if view.kept(round.number, scheme, ENGINE_VERSION)? == organisations {
        let counts = view.scored(round.number, scheme, ENGINE_VERSION)?;
        return Ok((counts.into_iter().collect(), Vec::new()));
    }
    let (rows, made) = list(shared, view, round)?;
    let mut counts = HashMap::new();
    for figures in rows.iter().filter_map(|row| row.figures.as_ref()) {
        for (at, _) in (0..)
            .zip(&figures.parties)
            .filter(|(_, score)| score.is_some())
        {
            *counts.entry(at).or_default() += 1;
        }
    }
    Ok((counts, made))
}

/// One round's head, with its scheme.
pub(super) fn head(view: &View<'_>, round: &RoundRow) -> Result<Reply, Failure> {
    let scheme_hash = round.scheme.clone().unwrap_or_default();
    Ok(Reply::Round(Box::new(RoundHead {
        year: round.year.unwrap_or_default(),
        state: state(round)?,
        scheme: view.scheme_text(&scheme_hash)?,
        scheme_hash,
        seq: round.seq,
        head: round.head_text(),
        raters: view.raters(round.number)?,
        round: round.name.clone(),
    })))
}

/// Whether the last ranking goes with the round's scheme and this calculation.
fn ranking_fits(view: &View<'_>, round: &RoundRow) -> Result<bool, Trouble> {
    let made = view.ranking(round.number)?;
    Ok(made.is_some_and(|(_, scheme, engine)| {
        engine == ENGINE_VERSION && Some(scheme) == round.scheme
    }))
}

/// What the last ranking said of an organisation.
fn last_standing(
    view: &View<'_>,
    round: &RoundRow,
    organisation: &str,
) -> Result<Option<Standing>, Trouble> {
    if !ranking_fits(view, round)? {
        return Ok(None);
    }
    let row = view.ranked(round.number, organisation)?;
    Ok(row.map(|row| kept(&row.standing).unwrap_or_default()))
}

/// What the list shows of an organisation's figures.
struct Known {
    figures: ListFigures,
    summary: Summary,
    /// Only where the leader has a say in them (K3).
    whole: Option<OrganisationFigures>,
}

impl Known {
    fn new(figures: OrganisationFigures, summary: Summary, plan: &Plan<'_>) -> Self {
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

fn list_row(member: Member, known: Option<Known>, seq: u64) -> ListRow {
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
        row.figures = Some(known.figures);
        row.sheets = known.summary.sheets;
        row.decided = known.summary.decided;
        row.proposed = known.summary.proposed;
    }
    row
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
    let mut made = Vec::new();
    let mut rows = Vec::new();
    for member in members(&scheme, cells) {
        let mut known = stored.remove(&member.code);
        if known.is_none()
            && member.record.track.is_some()
            && let Some((figures, summary)) = reading.made(&member.code)?
        {
            made.push(reading.row(&member.code, &figures, &summary)?);
            known = Some(Known::new(figures, summary, &plan));
        }
        rows.push((member, known));
    }
    related(&plan, &mut rows);
    let rows = rows.into_iter();
    let mut rows: Vec<_> = rows
        .map(|(member, known)| list_row(member, known, round.seq))
        .collect();
    if ranking_fits(view, round)? {
        place(&scheme, view.places(round.number)?, &mut rows);
    }
    Ok((rows, made))
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
    let made_from = (round.scheme.as_deref().unwrap_or_default(), ENGINE_VERSION);
    view.each_listed(round.number, made_from, |row| {
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

/// What the last ranking says, for a list.
fn place(scheme: &Scheme, places: Vec<PlaceRow>, rows: &mut [ListRow]) {
    let places: HashMap<_, _> = places
        .into_iter()
        .map(|place| (place.organisation.clone(), place))
        .collect();
    for row in rows {
        let place = places.get(&row.organisation);
        if let (Some(figures), Some(place)) = (&mut row.figures, place) {
            figures.rank = place.rank;
            figures.tie = place.tie;
            figures.level = place.level.as_ref().and_then(|id| scheme.find_level(id));
        }
    }
}

/// Everything of one organisation.
pub(super) fn organisation(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
    code: &str,
) -> Result<Reply, Failure> {
    let scheme = shared.schemes.of(view, round)?;
    let plan = Plan::new(&scheme);
    let reading = Reading::new(view, round, &plan)?;
    let member = member(view, round, &scheme, code)?;
    let stand = reading.stand(code)?;
    let mut made = reading.own(&stand, &mut Silent);
    if let Some(own) = &mut made
        && scheme.combine == Combine::Best
    {
        let all = figures(&reading, view)?.rated;
        let leaders = meet(&plan, all.iter().map(|(_, figures)| figures));
        relate(&plan, &leaders, own, &mut Silent);
    }
    let standing = last_standing(view, round, code)?;
    let known = made.clone().map(|figures| {
        let shown = summary(&scheme, &figures, &stand.cells);
        Known::new(figures, shown, &plan)
    });
    let mut row = list_row(member, known, round.seq);
    if let (Some(figures), Some(standing)) = (&mut row.figures, &standing) {
        figures.rank = standing.rank;
        figures.level = standing.level;
        figures.tie = standing.tie;
    }
    Ok(Reply::Organisation(Box::new(OrganisationFile {
        seq: round.seq,
        row,
        newest_level: stand.newest,
        cells: stand.cells,
        figures: made,
        standing: standing.unwrap_or_default(),
    })))
}

/// How one organisation came to its figures and level.
pub(super) fn explained(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
    code: &str,
) -> Result<Reply, Failure> {
    let told = explain(shared, view, round, code)?.ok_or_else(|| unknown(code))?;
    Ok(Reply::Explained(Box::new(told)))
}

/// The cells of some kinds that are there.
pub(super) fn cells(view: &View<'_>, round: &RoundRow, wanted: &[What]) -> Result<Reply, Failure> {
    let mut cells = Vec::new();
    for what in wanted {
        cells.extend(view.cells(round.number, *what, &[])?);
    }
    cells.retain(|cell| cell.record.is_some());
    Ok(Reply::Cells(cells))
}

fn unknown(organisation: &str) -> Failure {
    Failure::Refusal(Refusal::Unknown {
        what: Part::Organisation,
        code: organisation.to_owned(),
    })
}

fn member(
    view: &View<'_>,
    round: &RoundRow,
    scheme: &Scheme,
    code: &str,
) -> Result<Member, Failure> {
    let cells = view.cells(round.number, What::Organisation, &[])?;
    let found = members(scheme, cells)
        .into_iter()
        .find(|member| member.code == code);
    found.ok_or_else(|| unknown(code))
}
