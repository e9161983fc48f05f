//! All results of a round: own figures, then the leader, then each cohort's places.

use std::collections::{BTreeMap, HashMap};

use super::figures::{Reading, kept};
use super::tree::{Member, members};
use super::{CohortPlaces, Explained, Failure, ResultRow, RoundResults, Shared, Trouble, vetoes};
use crate::round::{Cell, PlacesRecord, TieRecord, What};
use crate::scheme::{Combine, LevelIndex, Scheme, TrackIndex};
use crate::scoring::{
    Contender, Leaders, OrganisationFigures, Plan, Recording, Silent, Standing, Step, Trace, place,
    relate, settle,
};
use crate::store::{RoundRow, StandingRow, View};

/// Organisations with their figures.
pub(super) type Group = Vec<(Member, OrganisationFigures)>;

/// Figures of all rated organisations of a round.
pub(super) struct Figures {
    pub(super) rated: Group,
    /// Those that had to be made, to be kept.
    pub(super) made: Vec<StandingRow>,
}

/// What looks at more than one organisation, besides figures.
struct Sideways {
    /// Numbers of places sent down, by (cohort, track, level).
    stated: HashMap<[String; 3], u64>,
    /// Decided orders, by organisation.
    orders: HashMap<String, u32>,
}

impl Sideways {
    fn read(view: &View<'_>, round: &RoundRow) -> Result<Self, Trouble> {
        let there = |cell: Cell| Some((cell.key, cell.record?));
        let ties = view.cells(round.number, What::Tie, &[])?;
        let orders = ties.into_iter().filter_map(there);
        Ok(Self {
            stated: read_places_sent_down(view, round)?,
            orders: orders
                .filter_map(|(key, record)| {
                    let order = TieRecord::read(&record).ok()?.order;
                    Some((key.into_iter().next()?, order))
                })
                .collect(),
        })
    }
}

/// Numbers of places sent down to the cohorts of a round.
pub(super) fn read_places_sent_down(
    view: &View<'_>,
    round: &RoundRow,
) -> Result<HashMap<[String; 3], u64>, Trouble> {
    Ok(places_sent_down(view.cells(
        round.number,
        What::Places,
        &[],
    )?))
}

/// Numbers of places sent down, by (cohort, track, level), from the cells of the round.
#[must_use]
pub fn places_sent_down(cells: impl IntoIterator<Item = Cell>) -> HashMap<[String; 3], u64> {
    let there = cells
        .into_iter()
        .filter(|cell| cell.what == What::Places)
        .filter_map(|cell| Some((cell.key, cell.record?)));
    there
        .filter_map(|(key, record)| {
            let places = PlacesRecord::read(&record).ok()?.places;
            Some((key.try_into().ok()?, places))
        })
        .collect()
}

/// The levels of which places are sent down to an organisation's cohort.
pub(super) fn stated_levels(
    sent_down: &HashMap<[String; 3], u64>,
    scheme: &Scheme,
    member: &Member,
) -> Vec<LevelIndex> {
    let track = member.record.track.as_deref();
    let track = track.and_then(|track| scheme.find_track(track));
    let Some(track) = track.filter(|_| !sent_down.is_empty()) else {
        return Vec::new();
    };
    let stated = stated_places(sent_down, scheme, member.cohort.as_deref(), track);
    let stated = stated
        .iter()
        .enumerate()
        .filter(|(_, places)| places.is_some());
    stated
        .map(|(position, _)| LevelIndex::at(position))
        .collect()
}

/// Places sent down for a cohort and track, one for each level: a row of its own before one for
/// every track, and that before those for every cohort.
#[must_use]
pub fn stated_places(
    sent_down: &HashMap<[String; 3], u64>,
    scheme: &Scheme,
    cohort: Option<&str>,
    track: TrackIndex,
) -> Vec<Option<u64>> {
    let cohort = cohort.unwrap_or("-");
    let track = scheme.track(track).id.as_str();
    let rows = [(cohort, track), (cohort, "*"), ("*", track), ("*", "*")];
    let levels = scheme.levels.iter();
    let of_level = |level: &str| {
        rows.iter().find_map(|(cohort, track)| {
            let key = [cohort, track, level].map(str::to_owned);
            sent_down.get(&key).copied()
        })
    };
    levels.map(|level| of_level(&level.id)).collect()
}

/// Whose figures are wanted.
#[derive(Clone, Copy)]
pub(super) enum Among<'a> {
    All,
    /// Of those that have a part in what becomes of one organisation: who is ranked with it (G5),
    /// and where the leader has a say (K3) all.
    Beside(&'a str),
}

impl Among<'_> {
    /// Leaves the members whose figures are wanted.
    fn choose(self, scheme: &Scheme, members: &mut Vec<Member>) {
        members.retain(|member| member.record.track.is_some());
        if let Self::Beside(code) = self
            && scheme.combine != Combine::Best
        {
            let group = |member: &Member| (member.cohort.clone(), member.record.track.clone());
            let of = members.iter().find(|member| member.code == code).map(group);
            members.retain(|member| Some(group(member)) == of);
        }
    }
}

/// Own figures, kept ones where they fit.
pub(super) fn figures(
    reading: &Reading<'_>,
    view: &View<'_>,
    among: Among<'_>,
) -> Result<Figures, Trouble> {
    let round = reading.round;
    let scheme = reading.plan.scheme();
    let mut wanted = members(scheme, view.cells(round.number, What::Organisation, &[])?);
    among.choose(scheme, &mut wanted);
    let mut stored = HashMap::new();
    let keep = |row: StandingRow| {
        if reading.fits(&row)
            && let Some(figures) = kept::<OrganisationFigures>(&row.figures)
        {
            stored.insert(row.organisation, figures);
        }
        Ok(())
    };
    match among {
        Among::All => view.each_standing(round.number, keep)?,
        Among::Beside(_) => {
            let codes = wanted.iter().map(|member| member.code.as_str());
            view.some_standings(round.number, codes, keep)?;
        }
    }
    let mut rated = Vec::new();
    let mut made = Vec::new();
    for member in wanted {
        let figures = match stored.remove(&member.code) {
            Some(figures) => figures,
            None => match reading.made(&member.code)? {
                None => continue,
                Some((figures, summary)) => {
                    made.push(reading.row(&member.code, &figures, &summary)?);
                    figures
                }
            },
        };
        rated.push((member, figures));
    }
    Ok(Figures { rated, made })
}

/// K3, for all.
pub(super) fn meet<'a>(
    plan: &Plan<'_>,
    all: impl Iterator<Item = &'a OrganisationFigures>,
) -> Leaders {
    let mut leaders = Leaders::new(plan);
    all.for_each(|figures| leaders.meet(figures));
    leaders
}

/// Results of all, with the rows of figures that had to be made.
pub(super) fn results(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
) -> Result<(RoundResults, Vec<StandingRow>), Failure> {
    let scheme = shared.schemes.of(view, round)?;
    let plan = Plan::new(&scheme);
    let reading = Reading::new(view, round, &plan)?;
    let Figures { rated, made } = figures(&reading, view, Among::All)?;
    let (rows, places) = ranked(&plan, view, round, rated)?;
    let results = RoundResults {
        seq: round.seq,
        head: round.head_text(),
        rows,
        places,
    };
    Ok((results, made))
}

/// Own figures of all, ranked: the leader first (K3), then each cohort's places.
pub(super) fn ranked(
    plan: &Plan<'_>,
    view: &View<'_>,
    round: &RoundRow,
    mut rated: Group,
) -> Result<(Vec<ResultRow>, Vec<CohortPlaces>), Trouble> {
    let leaders = meet(plan, rated.iter().map(|(_, figures)| figures));
    for (_, figures) in &mut rated {
        relate(plan, &leaders, figures, &mut Silent);
    }
    let sideways = Sideways::read(view, round)?;
    Ok(placed(plan, &sideways, rated, None, &mut Silent))
}

/// How one organisation came to its figures and level; none where it is not rated.
pub(super) fn explain(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
    organisation: &str,
) -> Result<Option<Explained>, Failure> {
    let scheme = shared.schemes.of(view, round)?;
    let plan = Plan::new(&scheme);
    let reading = Reading::new(view, round, &plan)?;
    let mut rated = figures(&reading, view, Among::Beside(organisation))?.rated;
    let mut trace = Recording::default();
    let stand = reading.stand(organisation)?;
    let Some(told) = reading.own(&stand, &mut trace) else {
        return Ok(None);
    };
    let leaders = meet(&plan, rated.iter().map(|(_, figures)| figures));
    for (member, figures) in &mut rated {
        if member.code == organisation {
            *figures = told.clone();
            relate(&plan, &leaders, figures, &mut trace);
        } else {
            relate(&plan, &leaders, figures, &mut Silent);
        }
    }
    let sideways = Sideways::read(view, round)?;
    let (rows, _) = placed(&plan, &sideways, rated, Some(organisation), &mut trace);
    let row = rows
        .into_iter()
        .find(|row| row.organisation == organisation);
    let steps: Vec<Step> = trace.steps;
    let Some(row) = row else {
        return Ok(None);
    };
    let vetoes = vetoes::on_record(shared, view, round, &row, &stand.cells)?;
    Ok(Some(Explained { row, steps, vetoes }))
}

/// Places every cohort; the rows are in the order of [`RoundResults::rows`].
fn placed(
    plan: &Plan<'_>,
    sideways: &Sideways,
    rated: Group,
    watched: Option<&str>,
    trace: &mut impl Trace,
) -> (Vec<ResultRow>, Vec<CohortPlaces>) {
    // None comes before every code, and codes go by bytes, on every machine alike.
    let mut cohorts: BTreeMap<(Option<String>, TrackIndex), Group> = BTreeMap::new();
    for (member, figures) in rated {
        let cohort = (member.cohort.clone(), figures.track);
        cohorts.entry(cohort).or_default().push((member, figures));
    }
    let mut rows = Vec::new();
    let mut places = Vec::new();
    for ((cohort, track), mut group) in cohorts {
        let scheme = plan.scheme();
        let stated = stated_places(&sideways.stated, scheme, cohort.as_deref(), track);
        let watched = group
            .iter()
            .position(|(member, _)| watched == Some(member.code.as_str()));
        let contenders: Vec<_> = group
            .iter()
            .map(|(member, figures)| Contender {
                figures,
                order: sideways.orders.get(&member.code).copied(),
            })
            .collect();
        let placed = match watched {
            Some(_) => place(plan, &contenders, &stated, watched, trace),
            None => place(plan, &contenders, &stated, None, &mut Silent),
        };
        places.push(CohortPlaces {
            cohort,
            track: plan.scheme().track(track).id.clone(),
            ranked: placed.ranked,
            places: placed.places,
        });
        for (at, ((_, figures), standing)) in group.iter_mut().zip(&placed.standings).enumerate() {
            match watched == Some(at) {
                true => settle(plan, figures, standing, trace),
                false => settle(plan, figures, standing, &mut Silent),
            }
        }
        rows.extend(in_order(group, placed.standings));
    }
    (rows, places)
}

/// The rows of one cohort: rank, none last; then code.
fn in_order(group: Group, standings: Vec<Standing>) -> Vec<ResultRow> {
    let mut rows: Vec<_> = group
        .into_iter()
        .zip(standings)
        .map(|((member, figures), standing)| ResultRow {
            organisation: member.code,
            name: member.record.name,
            cohort: member.cohort,
            figures,
            standing,
            hidden: false,
        })
        .collect();
    rows.sort_by(|one, other| {
        let rank = |row: &ResultRow| row.standing.rank.unwrap_or(u32::MAX);
        rank(one)
            .cmp(&rank(other))
            .then_with(|| one.organisation.cmp(&other.organisation))
    });
    rows
}
