//! Questions about rounds and organisations, each answered from one consistent state.

use std::collections::HashMap;

use super::figures::{Reading, Summary, kept, list_figures, summary};
use super::results::{explain, figures, meet};
use super::tree::{Member, members};
use super::{
    Failure, ListRow, OrganisationFile, PartyProgress, Reply, RoundHead, RoundSummary, Shared,
    Trouble,
};
use crate::round::{Part, Refusal, RoundState, What};
use crate::scheme::{Combine, Scheme};
use crate::scoring::{ENGINE_VERSION, OrganisationFigures, Plan, Silent, Standing, relate};
use crate::store::{RoundRow, StandingRow, View};

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
        let progress = (0..).zip(&scheme.parties).map(|(at, party)| PartyProgress {
            party: party.id.clone(),
            title: party.title.clone(),
            scored: scored.get(&at).copied().unwrap_or_default(),
        });
        found.push(RoundSummary {
            round: round.name.clone(),
            year: round.year.unwrap_or_default(),
            state: state(&round)?,
            scheme_id: scheme.id.clone(),
            scheme_title: scheme.title.clone(),
            organisations,
            progress: progress.collect(),
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

/// What the last ranking said.
struct LastRanking(HashMap<String, Standing>);

impl LastRanking {
    fn read(
        view: &View<'_>,
        round: &RoundRow,
        organisation: Option<&str>,
    ) -> Result<Self, Trouble> {
        let fits = view
            .ranking(round.number)?
            .is_some_and(|(_, scheme, engine)| {
                engine == ENGINE_VERSION && Some(scheme) == round.scheme
            });
        if !fits {
            return Ok(Self(HashMap::new()));
        }
        let rows = view.ranked(round.number, organisation)?;
        let standing = |text: &str| kept(text).unwrap_or_default();
        Ok(Self(
            rows.into_iter()
                .map(|row| (row.organisation, standing(&row.standing)))
                .collect(),
        ))
    }
}

fn list_row(
    member: Member,
    figures: Option<(OrganisationFigures, Summary)>,
    standing: Option<&Standing>,
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
    };
    if let Some((figures, summary)) = figures {
        let mut shown = list_figures(&figures, &summary);
        if let Some(standing) = standing {
            shown.rank = standing.rank;
            shown.level = standing.level;
            shown.tie = standing.tie;
        }
        row.figures = Some(shown);
        row.sheets = summary.sheets;
        row.decided = summary.decided;
        row.proposed = summary.proposed;
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
    let mut stored = HashMap::new();
    view.each_standing(round.number, |row| {
        if reading.fits(&row)
            && let (Some(figures), Some(summary)) = (
                kept::<OrganisationFigures>(&row.figures),
                kept::<Summary>(&row.summary),
            )
        {
            stored.insert(row.organisation, (figures, summary));
        }
        Ok(())
    })?;
    let ranking = LastRanking::read(view, round, None)?;
    let cells = view.cells(round.number, What::Organisation, &[])?;
    let mut made = Vec::new();
    let mut rows = Vec::new();
    for member in members(&scheme, cells) {
        let mut known = stored.remove(&member.code);
        if known.is_none() && member.record.track.is_some() {
            known = reading.made(&member.code)?;
            if let Some((figures, summary)) = &known {
                made.push(reading.row(&member.code, figures, summary)?);
            }
        }
        rows.push((member, known));
    }
    related(&plan, &mut rows);
    let rows = rows
        .into_iter()
        .map(|(member, figures)| {
            let standing = ranking.0.get(&member.code);
            list_row(member, figures, standing)
        })
        .collect();
    Ok((rows, made))
}

/// K3, for a list.
fn related(plan: &Plan<'_>, rows: &mut [(Member, Option<(OrganisationFigures, Summary)>)]) {
    if plan.scheme().combine != Combine::Best {
        return;
    }
    let all = rows.iter().filter_map(|(_, known)| known.as_ref());
    let leaders = meet(plan, all.map(|(figures, _)| figures));
    for (_, known) in rows {
        if let Some((figures, _)) = known {
            relate(plan, &leaders, figures, &mut Silent);
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
    let ranking = LastRanking::read(view, round, Some(code))?;
    let standing = ranking.0.get(code);
    let known = made.clone().map(|figures| {
        let shown = summary(&scheme, &figures, &stand.cells);
        (figures, shown)
    });
    Ok(Reply::Organisation(Box::new(OrganisationFile {
        seq: round.seq,
        row: list_row(member, known, standing),
        newest_level: stand.newest,
        cells: stand.cells,
        figures: made,
        standing: standing.cloned().unwrap_or_default(),
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
