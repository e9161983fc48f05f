//! Results as JSON.

use serde::{Serialize, Serializer};

use crate::number::Figure;
use crate::office::{BoardAsked, ResultRow, RoundHead, RoundResults};
use crate::scheme::{GradingRule, LevelIndex, Method, Scheme};
use crate::scoring::{ENGINE_VERSION, Rule, VetoState};

/// Names with values, in this order; a map in JSON.
struct Named<'a, T>(Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for Named<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// All results of a round.
#[derive(Serialize)]
pub struct Document<'a> {
    round: &'a str,
    scheme: SchemeName<'a>,
    engine: u32,
    /// The book that these figures are made from: its last operation, and its code.
    seq: u64,
    head: &'a str,
    /// Where only the events of a period count.
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Period<'a>>,
    results: Vec<Organisation<'a>>,
}

/// Days, both included; null where there is no limit.
#[derive(Serialize)]
struct Period<'a> {
    from: Option<&'a str>,
    to: Option<&'a str>,
}

#[derive(Serialize)]
struct SchemeName<'a> {
    id: &'a str,
    version: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct Organisation<'a> {
    org: &'a str,
    name: &'a str,
    track: &'a str,
    cohort: Option<&'a str>,
    complete: bool,
    rank: Option<u32>,
    tie: bool,
    /// The decided order within a tie; only where a decision has ranked it.
    #[serde(skip_serializing_if = "Option::is_none")]
    tie_decided: Option<u32>,
    composite: Option<Figure>,
    low: Option<Figure>,
    high: Option<Figure>,
    parties: Named<'a, Option<Figure>>,
    satisfaction: Named<'a, Option<Figure>>,
    categories: Named<'a, Option<Figure>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stars: Option<Vec<&'a str>>,
    adjustment: Figure,
    level: Option<&'a str>,
    filled: Option<&'a str>,
    ceiling: Option<&'a str>,
    vetoes: Vec<Veto<'a>>,
    because: &'a [Rule],
}

#[derive(Serialize)]
struct Veto<'a> {
    id: &'a str,
    state: VetoState,
    auto: bool,
}

/// The document of some of a round's results.
#[must_use]
pub fn document<'a>(
    head: &'a RoundHead,
    scheme: &'a Scheme,
    results: &'a RoundResults,
    rows: impl IntoIterator<Item = &'a ResultRow>,
) -> Document<'a> {
    Document {
        round: &head.round,
        scheme: SchemeName {
            id: &scheme.id,
            version: &scheme.version,
            sha256: &head.scheme_hash,
        },
        engine: ENGINE_VERSION,
        seq: results.seq,
        head: &results.head,
        period: None,
        results: rows
            .into_iter()
            .map(|row| organisation(scheme, row))
            .collect(),
    }
}

impl<'a> Document<'a> {
    /// The same, saying from which days it is made.
    #[must_use]
    pub fn of_period(mut self, asked: Option<&'a BoardAsked>) -> Self {
        self.period = asked.map(|asked| Period {
            from: asked.from.as_deref(),
            to: asked.to.as_deref(),
        });
        self
    }
}

fn organisation<'a>(scheme: &'a Scheme, row: &'a ResultRow) -> Organisation<'a> {
    let (figures, standing) = (&row.figures, &row.standing);
    let level = |index: Option<LevelIndex>| index.map(|index| scheme.level(index).id.as_str());
    let categories = scheme.categories_of(figures.track).map(|index| {
        let score = figures.categories.get(index.position()).copied().flatten();
        (scheme.category(index).id.as_str(), score)
    });
    let stars = figures
        .stars
        .iter()
        .map(|index| scheme.category(*index).id.as_str());
    let vetoes = figures.vetoes.iter().map(|standing| Veto {
        id: &scheme.veto(standing.veto).id,
        state: standing.state,
        auto: standing.auto,
    });
    Organisation {
        org: &row.organisation,
        name: &row.name,
        track: &scheme.track(figures.track).id,
        cohort: row.cohort.as_deref(),
        complete: figures.complete,
        rank: standing.rank,
        tie: standing.tie,
        tie_decided: standing.ordered,
        composite: figures.composite,
        low: figures.low,
        high: figures.high,
        parties: of_parties(scheme, row, |_| true, |party| party.score),
        satisfaction: of_parties(
            scheme,
            row,
            |method| matches!(method, Method::Ballot(_)),
            |party| party.satisfaction,
        ),
        categories: Named(categories.collect()),
        stars: (scheme.grading.rule == GradingRule::Stars).then(|| stars.collect()),
        adjustment: figures.adjustment,
        level: level(standing.level),
        filled: level(standing.filled),
        ceiling: level(figures.ceiling),
        vetoes: vetoes.collect(),
        because: &standing.because,
    }
}

/// A figure of each party of some methods that rates the organisation's track.
fn of_parties<'a>(
    scheme: &'a Scheme,
    row: &ResultRow,
    method: impl Fn(&Method) -> bool,
    figure: impl Fn(&crate::scoring::PartyFigures) -> Option<Figure>,
) -> Named<'a, Option<Figure>> {
    let parties = scheme.parties_of(row.figures.track);
    let parties = parties
        .filter(|index| method(&scheme.party(*index).method))
        .map(|index| {
            let found = row.figures.parties.get(index.position()).and_then(&figure);
            (scheme.party(index).id.as_str(), found)
        });
    Named(parties.collect())
}
