//! Questions about rounds and organisations, each answered from one consistent state.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::{Reading, kept};
use super::listing::{Known, list_row, ranking_fits, scored};
use super::progress::progress;
use super::results::{Among, explain, figures, meet, read_places_sent_down, stated_levels};
use super::tree::{Member, members};
use super::{
    Failure, OrganisationFile, Reply, RoundHead, RoundProgress, RoundSummary, Shared, Trouble,
};
use crate::round::{OrganisationRecord, Part, Refusal, RoundState, What, natural_order};
use crate::scheme::{Combine, Scheme};
use crate::scoring::{Plan, Silent, Standing, relate};
use crate::store::{Chairs, RoundRow, StandingRow, View};

/// Up to how many raters are looked up by their codes, one by one.
const LOOKED_UP: usize = 64;

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
    text.parse().map_err(|_| Trouble::Damaged {
        why: format!("a round in the state {text:?}"),
    })
}

/// All rounds, newest first.
pub(super) fn rounds(view: &View<'_>) -> Result<Vec<RoundSummary>, Failure> {
    let mut found = Vec::new();
    for round in view.rounds()?.into_iter().rev() {
        let scheme = round.scheme.as_deref().unwrap_or_default();
        let (scheme_id, scheme_title) = view.scheme_title(scheme)?;
        found.push(RoundSummary {
            year: round.year.unwrap_or_default(),
            state: state(&round)?,
            scheme_id,
            scheme_title,
            seq: round.seq,
            round: round.name,
        });
    }
    Ok(found)
}

/// How far a round is, with the rows of figures that had to be made.
pub(super) fn how_far(
    shared: &Shared,
    view: &View<'_>,
    round: &RoundRow,
) -> Result<(RoundProgress, Vec<StandingRow>), Failure> {
    let scheme = shared.schemes.of(view, round)?;
    let organisations = view.rated(round.number)?;
    let (scored, made) = scored(shared, view, round, organisations)?;
    let told = RoundProgress {
        seq: round.seq,
        organisations,
        parties: progress(view, round, &scheme, &scored)?,
    };
    Ok((told, made))
}

/// One round's head, with its scheme.
pub(super) fn head(view: &View<'_>, round: &RoundRow) -> Result<Reply, Failure> {
    let scheme_hash = round.scheme.clone().unwrap_or_default();
    let Chairs {
        all: mut raters,
        due: listed,
    } = view.chairs(round.number)?;
    raters
        .sort_by(|(party, one), (of, other)| party.cmp(of).then_with(|| natural_order(one, other)));
    Ok(Reply::Round(Box::new(RoundHead {
        year: round.year.unwrap_or_default(),
        state: state(round)?,
        scheme: view.scheme_text(&scheme_hash)?,
        scheme_hash,
        seq: round.seq,
        head: round.head_text(),
        names: names(view, round, &raters)?,
        left: view.sheets_left(round.number, &raters)?,
        listed,
        raters,
        round: round.name.clone(),
    })))
}

/// Names of the raters that are called by the code of the organisation that they belong to (P2).
fn names(
    view: &View<'_>,
    round: &RoundRow,
    raters: &[(String, String)],
) -> Result<BTreeMap<String, String>, Trouble> {
    let called: BTreeSet<&String> = raters.iter().map(|(_, rater)| rater).collect();
    // A few are looked up; where every organisation rates the others, the list is read once.
    if called.len() > LOOKED_UP {
        let mut names = view.organisation_names(round.number)?;
        names.retain(|code, _| called.contains(code));
        return Ok(names);
    }
    let mut names = BTreeMap::new();
    for code in called {
        let cell = view.cell(round.number, What::Organisation, std::slice::from_ref(code))?;
        let record = cell.record.as_ref().map(OrganisationRecord::read);
        if let Some(Ok(record)) = record {
            names.insert(code.clone(), record.name);
        }
    }
    Ok(names)
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
    let mut made = reading.own_kept(&stand);
    if let Some((own, _)) = &mut made
        && scheme.combine == Combine::Best
    {
        let all = figures(&reading, view, Among::All)?.rated;
        let leaders = meet(&plan, all.iter().map(|(_, figures)| figures));
        relate(&plan, &leaders, own, &mut Silent);
    }
    let standing = last_standing(view, round, code)?;
    let known = made.clone();
    let known = known.map(|(figures, summary)| Known::new(figures, summary, &plan));
    let stated = stated_levels(&read_places_sent_down(view, round)?, &scheme, &member);
    let mut row = list_row(member, known, stated, round.seq);
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
        figures: made.map(|(figures, _)| figures),
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
