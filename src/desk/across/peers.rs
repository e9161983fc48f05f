//! Mutual rating: the raters of a town against its organisations (P2), to fill and to review.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use super::LineDesk;
use crate::desk::open::is_own;
use crate::number::{Exact, Figure};
use crate::office::ListRow;
use crate::round::{AssignmentState, SheetState};
use crate::scheme::{Aggregate, Method};

/// A rater of overall marks, as a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// The name of the chair.
    pub rater: String,
    /// What to call it: the name of the organisation that it belongs to, where it is one; with
    /// the code behind it where another column has the same.
    pub name: String,
}

/// A mark that a rater has given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeerMark {
    pub mark: Figure,
    pub sheet: SheetState,
    /// Among the highest or lowest that are left out of the mean (P1).
    pub left_out: bool,
    /// Farther from the party's score than the scheme lets raters be apart.
    pub apart: bool,
}

/// All raters against all organisations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeerReview {
    /// By organisation, then by rater.
    pub marks: Vec<Vec<Option<PeerMark>>>,
    pub rows: Vec<RowReview>,
    pub raters: Vec<RaterReview>,
}

/// What is to be said of an organisation's marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowReview {
    /// Nothing of others' marks may be seen here yet.
    pub hidden: bool,
    /// The party's score, as scoring made it.
    pub score: Option<Figure>,
    /// Highest less lowest of the marks that count.
    pub spread: Option<Figure>,
    /// Raters that are asked and have not submitted.
    pub missing: usize,
}

/// What is to be said of a rater's marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RaterReview {
    pub asked: usize,
    pub there: usize,
    pub submitted: usize,
    /// The same mark for everyone.
    pub all_equal: bool,
}

/// How many organisations bear each name.
fn names(rows: &[ListRow]) -> HashMap<&str, usize> {
    let mut named = HashMap::new();
    for row in rows {
        *named.entry(row.name.as_str()).or_default() += 1;
    }
    named
}

/// The raters of a party in a town: one for each of its organisations, then whoever else has a
/// sheet there. A rater belongs to the organisation whose code or name it bears (P2); where none
/// bears either yet, the name is offered, or the code where `all` organisations know the name
/// more than once.
#[must_use]
pub fn raters_of(
    rows: &[ListRow],
    all: &[ListRow],
    party: &str,
    known: &[(String, String)],
) -> Vec<Peer> {
    let with_sheet = rows.iter().flat_map(|row| &row.sheets);
    let with_sheet = with_sheet.filter(|sheet| sheet.party == party);
    let mut others: BTreeSet<&str> = with_sheet.map(|sheet| sheet.rater.as_str()).collect();
    let seated: BTreeSet<&str> = known
        .iter()
        .filter(|(of, _)| of == party)
        .map(|(_, rater)| rater.as_str())
        .collect();
    let (named, here) = (names(all), names(rows));
    let mut peers = Vec::new();
    for row in rows {
        let (code, name) = (row.organisation.as_str(), row.name.as_str());
        let bears = |rater: &&str| others.contains(rater) || seated.contains(rater);
        let alone = |among: &HashMap<&str, usize>| among.get(name).is_none_or(|count| *count < 2);
        let offered = if alone(&named) { name } else { code };
        let rater = [name, code].into_iter().find(bears).unwrap_or(offered);
        peers.push(Peer {
            rater: rater.to_owned(),
            name: if alone(&here) {
                name.to_owned()
            } else {
                format!("{name} {code}")
            },
        });
        others.remove(rater);
    }
    peers.extend(others.into_iter().map(|rater| Peer {
        rater: rater.to_owned(),
        name: rater.to_owned(),
    }));
    peers
}

impl LineDesk {
    /// Whether a rater is asked for a mark on an organisation: nobody for the own one, and where
    /// work is [shared out](Self::is_shared_out) only who is due.
    pub(super) fn is_asked(&self, row: &ListRow, rater: &str, shared_out: bool) -> bool {
        if is_own(row, rater) {
            return false;
        }
        match self.assignment(row, rater) {
            Some(state) => state == AssignmentState::Due,
            None => !shared_out,
        }
    }

    /// Whether a rater is due or recused on an organisation, where anything is said; none for the
    /// own organisation, which nobody rates.
    #[must_use]
    pub fn standing_of(&self, row: &ListRow, rater: &str) -> Option<Option<AssignmentState>> {
        (!is_own(row, rater)).then(|| self.assignment(row, rater))
    }

    /// Whether the party has a list of raters, or anybody is due on any of these organisations.
    /// It looks through all that is stored.
    pub(super) fn is_shared_out(&self) -> bool {
        if self.chair.shared_out {
            return true;
        }
        let party = &self.party().id;
        let what = crate::round::What::Assignment;
        let assigned = self.stored.iter().filter(|((of, key), cell)| {
            *of == what && key.get(1) == Some(party) && cell.record.is_some()
        });
        let mut here = assigned.filter_map(|((_, key), _)| key.first());
        here.any(|code| self.places.contains_key(code))
    }

    /// Everything at a glance; `sees` says whether the others' marks on an organisation may be
    /// seen.
    #[must_use]
    pub fn review(&self, peers: &[Peer], sees: impl Fn(&ListRow) -> bool) -> PeerReview {
        let mut review = PeerReview {
            raters: vec![RaterReview::default(); peers.len()],
            ..PeerReview::default()
        };
        let mut given: Vec<Vec<Figure>> = vec![Vec::new(); peers.len()];
        let shared_out = self.is_shared_out();
        for row in self.cells.iter().filter_map(|cell| self.row(cell)) {
            let mut about = RowReview {
                hidden: !sees(row),
                ..RowReview::default()
            };
            let mut marks = Vec::with_capacity(peers.len());
            for ((peer, rater), given) in peers.iter().zip(&mut review.raters).zip(&mut given) {
                let mark = self.mark_of(row, &peer.rater);
                let state = self.assignment(row, &peer.rater);
                let asked = !is_own(row, &peer.rater)
                    && state.map_or(!shared_out || mark.is_some(), |s| s == AssignmentState::Due);
                let submitted = mark.is_some_and(|mark| mark.sheet == SheetState::Submitted);
                rater.asked += usize::from(asked);
                rater.there += usize::from(mark.is_some());
                rater.submitted += usize::from(submitted);
                about.missing += usize::from(asked && !submitted);
                given.extend(mark.map(|mark| mark.mark));
                let recused = state == Some(AssignmentState::Recused);
                marks.push((mark, submitted && !recused));
            }
            review.marks.push(self.weigh(row, &mut about, &marks));
            review.rows.push(about);
        }
        for (rater, given) in review.raters.iter_mut().zip(&given) {
            rater.all_equal =
                given.len() > 2 && given.windows(2).all(|two| two.first() == two.last());
        }
        review
    }

    fn mark_of(&self, row: &ListRow, rater: &str) -> Option<PeerMark> {
        let mark = self.slot_of(row, rater).mark?;
        Some(PeerMark {
            mark,
            sheet: self.sheet_of(row, rater),
            left_out: false,
            apart: false,
        })
    }

    /// Marks of one organisation with what is to be said of each; `true` stands by those that
    /// count.
    fn weigh(
        &self,
        row: &ListRow,
        about: &mut RowReview,
        marks: &[(Option<PeerMark>, bool)],
    ) -> Vec<Option<PeerMark>> {
        let counting = marks.iter().enumerate().filter(|(_, (_, counts))| *counts);
        let mut counting: Vec<(usize, Figure)> = counting
            .filter_map(|(at, (mark, _))| Some((at, mark.as_ref()?.mark)))
            .collect();
        counting.sort_by(|one, other| one.1.cmp(&other.1).then(one.0.cmp(&other.0)));
        let figures = row.figures.as_ref();
        let scores = figures.map(|figures| figures.parties.as_slice());
        about.score = scores
            .and_then(|scores| scores.get(self.chair.party.position()).copied())
            .flatten();
        if let (Some((_, low)), Some((_, high))) = (counting.first(), counting.last()) {
            let spread = &high.exact() - &low.exact();
            about.spread = Some(spread.round(high.decimals()));
        }
        let left_out = self.left_out(&counting);
        let limit = self.scheme.findings.raters_apart.map(Exact::from);
        let is_apart = |mark: Figure| match (&limit, about.score) {
            (Some(limit), Some(score)) => {
                let (mark, score) = (mark.exact(), score.exact());
                let gap = match mark.cmp(&score) {
                    Ordering::Less => &score - &mark,
                    _ => &mark - &score,
                };
                gap > *limit
            }
            _ => false,
        };
        let marked = marks.iter().enumerate().map(|(at, (mark, _))| {
            mark.map(|mark| PeerMark {
                left_out: left_out.contains(&at),
                apart: is_apart(mark.mark),
                ..mark
            })
        });
        marked.collect()
    }

    /// Positions of the highest and lowest that the mean leaves out (P1), of marks in order.
    fn left_out(&self, counting: &[(usize, Figure)]) -> BTreeSet<usize> {
        let Method::Mark(gathering) = &self.party().method else {
            return BTreeSet::new();
        };
        let Aggregate::Trimmed { trim_from, trim } = gathering.aggregate else {
            return BTreeSet::new();
        };
        let (from, trim) = (trim_from as usize, trim as usize);
        if counting.len() < from {
            return BTreeSet::new();
        }
        let lowest = counting.iter().take(trim);
        let highest = counting.iter().rev().take(trim);
        lowest.chain(highest).map(|(at, _)| *at).collect()
    }
}
