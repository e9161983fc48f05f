//! Which organisations are listed, and in which order.

use std::collections::HashMap;

use crate::desk::marks_asked;
use crate::number::{Decimal, Exact};
use crate::office::{ListRow, SheetSummary};
use crate::round::SheetState;
use crate::scheme::Scheme;
use crate::tui::session::{OpenRound, Seat, Session};

/// Which organisations are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    #[default]
    All,
    /// Those that this seat has to rate.
    Mine,
    /// Without a complete sheet of this seat.
    Unfinished,
    /// 已评完未提交
    NotSubmitted,
    Flagged,
    /// With a veto, proposed or decided.
    Veto,
    /// Within a point of a level's line.
    NearALine,
    /// Self-rating above the other parties' scores by the scheme's limit.
    SelfAbove,
    /// Changed since this person's last review.
    Changed,
    /// With a sheet that was returned: this seat's, where somebody sits, else anybody's.
    Returned,
}

impl Filter {
    /// All of them; which one is in force is remembered by its position.
    pub const ALL: [Self; 10] = [
        Self::All,
        Self::Mine,
        Self::Unfinished,
        Self::NotSubmitted,
        Self::Flagged,
        Self::Veto,
        Self::NearALine,
        Self::SelfAbove,
        Self::Changed,
        Self::Returned,
    ];
}

impl Filter {
    /// What is listed until the person wants something else: where the work is shared out, what is
    /// theirs.
    #[must_use]
    pub fn fitting(session: &Session) -> Self {
        let (round, seat) = (session.round.as_ref(), session.seat.as_ref());
        let listed = round.zip(seat).and_then(|(round, seat)| {
            let raters = round.listed.get(&seat.party)?;
            Some(raters.contains(&seat.rater))
        });
        match listed {
            Some(true) => Self::Mine,
            _ => Self::All,
        }
    }
}

/// In which order they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As the list of organisations has them.
    #[default]
    List,
    /// Under their districts and towns.
    Tree,
    /// Highest composite first; without one last.
    Composite,
}

impl Order {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::List, Self::Tree, Self::Composite];
}

/// A line of the list: which row, and how deep in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub row: usize,
    pub depth: u16,
}

/// Which sheets a seat has to fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Share {
    /// Nothing is shared out among the party's raters: every organisation that the party rates.
    #[default]
    All,
    /// The work is shared out: where this seat is due.
    Due,
}

impl Share {
    /// The share of a seat, from all rows of the round.
    #[must_use]
    pub fn of(rows: &[ListRow], seat: Option<&Seat>) -> Self {
        let shared_out = seat.is_some_and(|seat| {
            let mut sheets = rows.iter().flat_map(|row| &row.sheets);
            sheets.any(|sheet| sheet.due && sheet.party == seat.party)
        });
        if shared_out { Self::Due } else { Self::All }
    }
}

/// What a row says to somebody in a seat.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    pub round: &'a OpenRound,
    pub seat: Option<&'a Seat>,
    pub share: Share,
}

impl Seen<'_> {
    /// The sheet of this seat.
    pub fn sheet<'row>(&self, row: &'row ListRow) -> Option<&'row SheetSummary> {
        let seat = self.seat?;
        row.sheets
            .iter()
            .find(|sheet| sheet.party == seat.party && sheet.rater == seat.rater)
    }

    /// Marks that this seat's sheet asks for; 0 where the party does not rate the organisation,
    /// the rater is recused, or the sheet is another one's share.
    pub fn asked(&self, row: &ListRow) -> usize {
        let Some(seat) = self.seat.filter(|_| self.is_mine(row)) else {
            return 0;
        };
        let scheme = &self.round.scheme;
        let track = row.track.as_deref();
        let track = track.and_then(|track| scheme.find_track(track));
        match (track, scheme.find_party(&seat.party)) {
            (Some(track), Some(party)) => marks_asked(scheme, party, track),
            _ => 0,
        }
    }

    /// Whether the organisation is this seat's to rate, as far as the work is shared out.
    fn is_mine(&self, row: &ListRow) -> bool {
        match (self.sheet(row), self.share) {
            (Some(sheet), Share::Due) => !sheet.recused && sheet.due,
            (Some(sheet), Share::All) => !sheet.recused,
            (None, share) => share == Share::All,
        }
    }

    /// All marks are there.
    pub fn is_complete(&self, row: &ListRow) -> bool {
        let asked = self.asked(row);
        let there = self.sheet(row).map_or(0, |sheet| sheet.there as usize);
        asked > 0 && there >= asked
    }

    pub fn is_submitted(&self, row: &ListRow) -> bool {
        let sheet = self.sheet(row);
        sheet.is_some_and(|sheet| sheet.state == SheetState::Submitted)
    }

    /// All marks are there, and the sheet can be submitted.
    pub fn is_to_submit(&self, row: &ListRow) -> bool {
        self.is_complete(row) && !self.is_submitted(row)
    }

    /// The organisation is others' to rate, though the party rates it: the list of raters does not
    /// have this seat for it, nor has it begun anything there.
    pub fn is_others(&self, row: &ListRow) -> bool {
        let sheet = self.sheet(row);
        self.share == Share::Due
            && !sheet.is_some_and(|sheet| sheet.due || sheet.recused || sheet.is_begun())
            && self.seat.is_some_and(|seat| self.rates(&seat.party, row))
    }

    fn rates(&self, party: &str, row: &ListRow) -> bool {
        let scheme = &self.round.scheme;
        let track = row.track.as_deref();
        let track = track.and_then(|track| scheme.find_track(track));
        match (track, scheme.find_party(party)) {
            (Some(track), Some(party)) => marks_asked(scheme, party, track) > 0,
            _ => false,
        }
    }

    fn is_returned(&self, row: &ListRow) -> bool {
        let returned = |sheet: &SheetSummary| sheet.state == SheetState::Returned;
        match self.seat {
            Some(_) => self.sheet(row).is_some_and(returned),
            None => row.sheets.iter().any(returned),
        }
    }

    /// Whether a filter lets a row through.
    pub fn passes(&self, filter: Filter, row: &ListRow) -> bool {
        let rated = row.track.is_some();
        rated
            && match filter {
                Filter::All => true,
                Filter::Mine => self.asked(row) > 0,
                Filter::Unfinished => self.asked(row) > 0 && !self.is_complete(row),
                Filter::NotSubmitted => self.is_to_submit(row),
                Filter::Returned => self.is_returned(row),
                Filter::Flagged => row.sheets.iter().any(|sheet| sheet.flagged > 0),
                Filter::Veto => !row.decided.is_empty() || !row.proposed.is_empty(),
                Filter::NearALine => !row.hidden && near_a_line(&self.round.scheme, row),
                Filter::Changed => row.review.is_some_and(|review| review.changed),
                Filter::SelfAbove => !row.hidden && self_above(&self.round.scheme, row),
            }
    }
}

fn near_a_line(scheme: &Scheme, row: &ListRow) -> bool {
    let Some(composite) = row.figures.as_ref().and_then(|figures| figures.composite) else {
        return false;
    };
    let one = Exact::from(Decimal::whole(1));
    scheme
        .levels
        .iter()
        .filter_map(|level| level.min)
        .any(|line| {
            let line = Exact::from(line);
            let composite = composite.exact();
            composite <= &line + &one && line <= &composite + &one
        })
}

/// The first party's score above the last one's by the scheme's limit.
fn self_above(scheme: &Scheme, row: &ListRow) -> bool {
    let limit = scheme.findings.self_above_superior;
    let scores = row.figures.as_ref().map(|figures| &figures.parties);
    let (Some(limit), Some(scores)) = (limit, scores) else {
        return false;
    };
    match (
        scores.first().copied().flatten(),
        scores.last().copied().flatten(),
    ) {
        (Some(own), Some(superior)) => own.exact() > &superior.exact() + &Exact::from(limit),
        _ => false,
    }
}

/// The lines of the list.
pub fn lines(rows: &[ListRow], seen: &Seen<'_>, filter: Filter, order: Order) -> Vec<Line> {
    let passing =
        (0..rows.len()).filter(|at| rows.get(*at).is_some_and(|row| seen.passes(filter, row)));
    match order {
        Order::List => passing.map(|row| Line { row, depth: 0 }).collect(),
        Order::Tree => tree(rows, &passing.collect::<Vec<_>>()),
        Order::Composite => {
            let mut lines: Vec<usize> = passing.collect();
            let composite = |at: &usize| {
                let row = rows.get(*at)?;
                row.figures.as_ref()?.composite
            };
            lines.sort_by_key(|at| std::cmp::Reverse(composite(at)));
            lines
                .into_iter()
                .map(|row| Line { row, depth: 0 })
                .collect()
        }
    }
}

/// The passing rows and all that they lie in, each under its parent.
fn tree(rows: &[ListRow], passing: &[usize]) -> Vec<Line> {
    let by_code: HashMap<&str, usize> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| (row.organisation.as_str(), at))
        .collect();
    let parent = |at: usize| -> Option<usize> {
        let parent = rows.get(at)?.parent.as_deref()?;
        by_code.get(parent).copied()
    };
    let mut kept = vec![false; rows.len()];
    for start in passing {
        let mut at = Some(*start);
        while let Some(here) = at {
            match kept.get_mut(here) {
                Some(kept) if !*kept => *kept = true,
                _ => break,
            }
            at = parent(here);
        }
    }
    let mut children: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    for at in (0..rows.len()).filter(|at| kept.get(*at) == Some(&true)) {
        children.entry(parent(at)).or_default().push(at);
    }
    let mut lines = Vec::new();
    let mut waiting: Vec<(usize, u16)> = Vec::new();
    let below = |of: Option<usize>, depth: u16, waiting: &mut Vec<(usize, u16)>| {
        let mine = children.get(&of).map_or(&[] as &[usize], Vec::as_slice);
        waiting.extend(mine.iter().rev().map(|at| (*at, depth)));
    };
    below(None, 0, &mut waiting);
    while let Some((row, depth)) = waiting.pop() {
        lines.push(Line { row, depth });
        below(Some(row), depth + 1, &mut waiting);
    }
    lines
}
