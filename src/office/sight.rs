//! What a rater of an `independent` party may not see yet. Others' marks, the composite and what
//! follows from it are taken out of the answers here, and nowhere else: a face lays out what it is
//! given. What is kept back is an organisation's, as long as the own sheet of it is not submitted.

use std::collections::HashMap;
use std::sync::Arc;

use super::chairs::{Chair, chairs};
use super::tree::members;
use super::viewer::Asked;
use super::{
    EarlierResult, Explained, Failure, Finding, FindingKind, JournalLine, KeptBack, ListRow,
    OrganisationFile, Reply, ResultRow, RoundResults, Shared, VetoLevels, Viewer, asking,
};
use crate::round::{Change, Refusal, What};
use crate::scheme::{Scheme, TrackIndex};
use crate::scoring::{
    CategoryFigures, OrganisationFigures, PartyFigures, Rule, Standing, Step, VetoStanding,
};
use crate::store::{RoundRow, View};

/// Where a rated organisation is ranked.
#[derive(PartialEq, Eq)]
struct Rated {
    track: TrackIndex,
    cohort: Option<String>,
}

/// What a viewer may see of one round.
pub(super) struct Sight {
    actor: String,
    scheme: Option<Arc<Scheme>>,
    chairs: Vec<Chair>,
    /// The rated organisations, by code.
    rated: HashMap<String, Rated>,
}

impl Sight {
    /// Looks where the viewer sits, and which of their sheets are in.
    pub(super) fn of(
        shared: &Shared,
        view: &View<'_>,
        round: &RoundRow,
        viewer: &Viewer,
    ) -> Result<Self, Failure> {
        let mut sight = Self {
            actor: viewer.actor.clone(),
            scheme: None,
            chairs: Vec::new(),
            rated: HashMap::new(),
        };
        let scheme = shared.schemes.of(view, round)?;
        if !scheme.parties.iter().any(|party| party.independent) {
            return Ok(sight);
        }
        sight.chairs = chairs(view, round, viewer, &scheme)?;
        if !sight.chairs.is_empty() {
            sight.rated = rated(view, round, &scheme)?;
        }
        sight.scheme = Some(scheme);
        Ok(sight)
    }

    /// The chair whose sheet of an organisation has to be in first; none where nothing is kept
    /// back.
    fn awaits(&self, organisation: &str) -> Option<&Chair> {
        let scheme = self.scheme.as_ref()?;
        let track = self.rated.get(organisation)?.track;
        self.chairs.iter().find(|chair| {
            let rates = scheme.party(chair.party).tracks.get(track.position()) == Some(&true);
            rates && chair.lacks(organisation)
        })
    }

    fn hides(&self, organisation: &str) -> bool {
        self.awaits(organisation).is_some()
    }

    fn is_own(&self, party: &str, rater: &str) -> bool {
        let mut chairs = self.chairs.iter();
        chairs.any(|chair| chair.seat.party == party && chair.seat.rater == rater)
    }

    /// The organisations of which something is kept back, by code.
    fn kept_back(&self) -> Vec<KeptBack> {
        let kept = self.rated.keys().filter_map(|organisation| {
            let chair = self.awaits(organisation)?;
            Some(KeptBack {
                organisation: organisation.clone(),
                party: chair.seat.party.clone(),
                rater: chair.seat.rater.clone(),
            })
        });
        let mut kept: Vec<_> = kept.collect();
        kept.sort_by(|one, other| one.organisation.cmp(&other.organisation));
        kept
    }

    /// Whether a cell says what others gave, or what came of it.
    fn hides_cell(&self, what: What, key: &[String]) -> bool {
        let others = match (what, key) {
            (What::Mark, [_, party, rater, ..]) => !self.is_own(party, rater),
            (What::Ballot | What::Tie, _) => true,
            _ => false,
        };
        others && key.first().is_some_and(|code| self.hides(code))
    }

    fn list_row(&self, row: &mut ListRow) {
        if !self.hides(&row.organisation) {
            return;
        }
        row.hidden = true;
        row.figures = None;
        for sheet in &mut row.sheets {
            if !self.is_own(&sheet.party, &sheet.rater) {
                sheet.flagged = 0;
                sheet.total = None;
            }
        }
        // A veto that decides itself tells a figure (V9).
        row.decided.retain(|id| !self.decides_itself(id));
    }

    fn decides_itself(&self, veto: &str) -> bool {
        let vetoes = self.scheme.iter().flat_map(|scheme| &scheme.vetoes);
        let mut known = vetoes.filter(|known| known.id == veto);
        known.any(|known| known.when.is_some())
    }

    fn file(&self, file: &mut OrganisationFile) {
        self.list_row(&mut file.row);
        if file.row.hidden {
            file.figures = None;
            file.standing = Standing::default();
            file.cells
                .retain(|cell| !self.hides_cell(cell.what, &cell.key));
        }
    }

    /// Figures of hidden organisations go, and where one is hidden, the ranking of its cohort:
    /// the places of the others would tell its own.
    fn results(&self, results: &mut RoundResults) {
        let same = |one: &ResultRow, other: &ResultRow| {
            one.cohort == other.cohort && one.figures.track == other.figures.track
        };
        for group in results.rows.chunk_by_mut(same) {
            if !group.iter().any(|row| self.hides(&row.organisation)) {
                continue;
            }
            for row in &mut *group {
                row.standing = Standing::default();
                if self.hides(&row.organisation) {
                    row.hidden = true;
                    row.figures = nothing(&row.figures);
                }
            }
            // Their order would tell the ranks.
            group.sort_by(|one, other| one.organisation.cmp(&other.organisation));
        }
    }

    /// An organisation that is not hidden, in a cohort where another is: how it was placed stays
    /// away.
    fn explained(&self, explained: &mut Explained) {
        if self.hides_cohort(&explained.row.organisation) {
            explained.row.standing = Standing::default();
            explained.steps.retain(|step| !places(step));
            explained.hide_levels();
        }
    }

    /// What a veto does looks at the organisation's marks and at its whole cohort.
    fn veto_levels(
        &self,
        organisation: Option<&String>,
        standing: &mut Option<VetoStanding>,
        levels: &mut VetoLevels,
    ) {
        if organisation.is_some_and(|code| self.hides(code)) {
            standing.take_if(|standing| standing.auto);
        }
        if organisation.is_some_and(|code| self.hides_cohort(code)) {
            *levels = VetoLevels::kept_back();
        }
    }

    /// Whether any is hidden of those among which one is ranked.
    fn hides_cohort(&self, organisation: &str) -> bool {
        let here = self.rated.get(organisation);
        let mut beside = self.rated.iter().filter(|(_, other)| Some(*other) == here);
        beside.any(|(code, _)| self.hides(code))
    }

    /// A person's own changes are no secret to them.
    fn line(&self, line: &mut JournalLine) -> u64 {
        if line.actor == self.actor || self.chairs.is_empty() {
            return 0;
        }
        let before = line.changes.len();
        line.changes
            .retain(|change| !self.hides_cell(change.what, &change.key));
        (before - line.changes.len()) as u64
    }

    fn changes(&self, changes: &mut Vec<Change>) {
        changes.retain(|change| !self.hides_cell(change.what, &change.key));
    }

    fn findings(&self, findings: &mut Vec<Finding>) {
        let any = self.rated.keys().any(|code| self.hides(code));
        findings.retain(|finding| {
            let own = match (&finding.party, &finding.rater) {
                (Some(party), Some(rater)) => self.is_own(party, rater),
                _ => false,
            };
            let hidden = match &finding.organisation {
                Some(code) if finding.kind != FindingKind::PlacesOpen => self.hides(code),
                _ => any,
            };
            own || !hidden || !tells_marks(finding.kind)
        });
    }
}

/// Figures that say nothing but what is no secret.
fn nothing(of: &OrganisationFigures) -> OrganisationFigures {
    OrganisationFigures {
        track: of.track,
        complete: false,
        base: None,
        adjustment: of.adjustment,
        composite: None,
        low: None,
        high: None,
        parties: vec![PartyFigures::default(); of.parties.len()],
        categories: CategoryFigures::from_elem(None, of.categories.len()),
        stars: Vec::new(),
        struck: of.struck.clone(),
        reached: None,
        in_reach: None,
        vetoes: of
            .vetoes
            .iter()
            .filter(|veto| !veto.auto)
            .cloned()
            .collect(),
        unrated: false,
        ceiling: None,
        ceilings: Vec::new(),
        demote: 0,
        previous: of.previous,
        declared: of.declared,
        streaks: Vec::new(),
        relative: None,
    }
}

/// Whether a step looks at others of the cohort.
const fn places(step: &Step) -> bool {
    matches!(
        step.rule(),
        Rule::G3 | Rule::G4 | Rule::G6 | Rule::G7 | Rule::G8 | Rule::V4
    ) || matches!(step, Step::PassedOver { .. })
}

/// Whether a finding says what was given, rather than whether it is in.
const fn tells_marks(kind: FindingKind) -> bool {
    !matches!(
        kind,
        FindingKind::SheetMissing
            | FindingKind::MarksMissing
            | FindingKind::NotSubmitted
            | FindingKind::Returned
            | FindingKind::VetoProposed
            | FindingKind::DocumentTwice
            | FindingKind::AdjustmentPending
    )
}

fn rated(
    view: &View<'_>,
    round: &RoundRow,
    scheme: &Scheme,
) -> Result<HashMap<String, Rated>, Failure> {
    let cells = view.cells(round.number, What::Organisation, &[])?;
    let rated = members(scheme, cells).into_iter().filter_map(|member| {
        let track = scheme.find_track(member.record.track.as_deref()?)?;
        let cohort = member.cohort;
        Some((member.code, Rated { track, cohort }))
    });
    Ok(rated.collect())
}

/// What a viewer may see of the rounds that an answer is about.
pub(super) struct Sights<'a> {
    shared: &'a Shared,
    viewer: &'a Viewer,
    known: HashMap<String, Sight>,
}

impl<'a> Sights<'a> {
    pub(super) fn new(shared: &'a Shared, viewer: &'a Viewer) -> Self {
        Self {
            shared,
            viewer,
            known: HashMap::new(),
        }
    }

    fn sight(&mut self, view: &View<'_>, round: &str) -> Result<&Sight, Failure> {
        if !self.known.contains_key(round) {
            let row = asking::find(view, round)?;
            let sight = Sight::of(self.shared, view, &row, self.viewer)?;
            self.known.insert(round.to_owned(), sight);
        }
        self.known.get(round).ok_or_else(|| {
            Failure::Refusal(Refusal::UnknownRound {
                round: round.to_owned(),
            })
        })
    }

    /// The answer to a question about hidden organisations.
    pub(super) fn kept_back(&mut self, view: &View<'_>, round: &str) -> Result<Reply, Failure> {
        Ok(Reply::KeptBack(self.sight(view, round)?.kept_back()))
    }

    /// Takes out of an answer what its viewer may not see yet.
    ///
    /// # Errors
    /// [`Refusal::KeptBack`] where nothing would be left of the answer.
    pub(super) fn filter(
        &mut self,
        view: &View<'_>,
        asked: &Asked,
        reply: &mut Reply,
    ) -> Result<(), Failure> {
        match reply {
            Reply::Lines(lines) => return self.lines(view, asked.news, lines),
            Reply::Earlier(results) => return self.earlier(view, asked, results),
            _ => {}
        }
        let Some(round) = &asked.round else {
            return Ok(());
        };
        let sight = self.sight(view, round)?;
        match reply {
            Reply::List(rows) => rows.iter_mut().for_each(|row| sight.list_row(row)),
            Reply::ListPart(part) => part.rows.iter_mut().for_each(|row| sight.list_row(row)),
            Reply::Organisation(file) => sight.file(file),
            Reply::Explained(explained) => {
                if let Some(chair) = sight.awaits(&explained.row.organisation) {
                    return Err(Failure::Refusal(Refusal::KeptBack {
                        organisation: explained.row.organisation.clone(),
                        party: chair.seat.party.clone(),
                        rater: chair.seat.rater.clone(),
                    }));
                }
                sight.explained(explained);
            }
            Reply::VetoLevels(standing, levels) => {
                sight.veto_levels(asked.organisation.as_ref(), standing, levels);
            }
            Reply::Results(results) => sight.results(results),
            Reply::Cells(cells) => cells.retain(|cell| !sight.hides_cell(cell.what, &cell.key)),
            Reply::Findings(findings) => sight.findings(findings),
            Reply::Preview(preview) => sight.changes(&mut preview.sample),
            _ => {}
        }
        Ok(())
    }

    fn lines(
        &mut self,
        view: &View<'_>,
        news: bool,
        lines: &mut [JournalLine],
    ) -> Result<(), Failure> {
        for line in lines {
            let Some(round) = line.round.clone() else {
                continue;
            };
            let hidden = self.sight(view, &round)?.line(line);
            if news {
                // A screen reads all again where a line does not bring all that it counts.
                line.count -= hidden;
            }
        }
        Ok(())
    }

    /// What came of an organisation in rounds that are still under way.
    fn earlier(
        &mut self,
        view: &View<'_>,
        asked: &Asked,
        results: &mut [EarlierResult],
    ) -> Result<(), Failure> {
        for result in results {
            let (Some(round), Some(organisation)) = (&result.round, &asked.organisation) else {
                continue;
            };
            if self.sight(view, round)?.hides(organisation) {
                result.composite = None;
                result.rank = None;
                result.level = result.level.take().filter(|_| result.told);
            }
        }
        Ok(())
    }
}
