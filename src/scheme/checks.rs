//! What shows only when the whole scheme has been read.

use super::fault::{CategorySum, ItemFault, OutOfReach, OutcomeFault, PartyFault};
use super::grading::{GradingDraft, RuleName};
use super::head::Head;
use super::items::{ItemDraft, Items};
use super::levels::Levels;
use super::model::{Adjustment, AdjustmentKind, CategoryIndex, Combine};
use super::parties::{MethodName, Parties, Sort, add};
use super::read::Document;
use super::tracks::Tracks;
use crate::number::Decimal;

/// All that was read.
pub(super) struct Whole<'a> {
    pub head: &'a Head,
    pub tracks: &'a Tracks,
    pub parties: &'a Parties,
    pub grading: &'a GradingDraft,
    pub items: &'a Items,
    pub adjustments: &'a [Adjustment],
    pub levels: &'a Levels,
    pub sort: Sort,
}

/// Tells every fault and warning about what does not go together.
pub(super) fn check(document: &Document, whole: &Whole) {
    check_combine(document, whole);
    check_parties(document, whole);
    check_content(document, whole);
    if !document.lost_header() {
        check_sums(document, whole);
        check_passes(document, whole);
        check_empty_categories(document, whole);
    }
    check_reach(document, whole);
}

fn check_combine(document: &Document, whole: &Whole) {
    let parties = whole.parties;
    let Some(combine) = &whole.head.combine else {
        return;
    };
    for draft in &parties.list {
        let Some(method) = &draft.method else {
            continue;
        };
        match (method.value, combine.value) {
            (MethodName::Ledger, Combine::Weighted | Combine::Latest) => {
                document.fault(&method.place, PartyFault::LedgerNeedsBest);
            }
            (MethodName::Ballot, Combine::Latest) => {
                document.fault(&method.place, PartyFault::BallotWithLatest);
            }
            _ => {}
        }
    }
    let unread = parties.list.iter().any(|draft| draft.method.is_none());
    let one_ledger = parties.list.len() == 1 && parties.has(MethodName::Ledger);
    let certain = !unread && !parties.list.is_empty() && !document.lost_header();
    if combine.value == Combine::Best && !one_ledger && certain {
        document.fault(&combine.place, PartyFault::BestNeedsOneLedger);
    }
}

/// A party on every track, and with `weighted` a weight above 0.
fn check_parties(document: &Document, whole: &Whole) {
    let parties = &whole.parties.list;
    if document.lost_header() {
        return;
    }
    if parties.is_empty() {
        document.fault(&whole.head.place, PartyFault::NoParties);
        return;
    }
    if parties.iter().any(|draft| draft.tracks.is_none()) {
        return;
    }
    let combine = whole.head.combine.as_ref().map(|combine| combine.value);
    for position in 0..whole.tracks.count() {
        let on_track = |flags: &Vec<bool>| flags.get(position) == Some(&true);
        let mut own = parties
            .iter()
            .filter(|draft| draft.tracks.as_ref().is_some_and(on_track))
            .peekable();
        let Some(place) = whole.tracks.places.get(position) else {
            continue;
        };
        let track = whole.tracks.title(position);
        if own.peek().is_none() {
            document.fault(place, PartyFault::TrackWithoutParty { track });
        } else if combine == Some(Combine::Weighted)
            && own.all(|draft| draft.weight == Some(Decimal::ZERO))
        {
            document.fault(place, PartyFault::WeightsZero { track });
        }
    }
}

/// Categories where there are sheets or a ledger, and none where there are not.
fn check_content(document: &Document, whole: &Whole) {
    let first = whole.items.categories.first();
    match whole.sort {
        Sort::Neither => {
            if let Some(first) = first {
                document.fault(&first.place, ItemFault::CategoriesWithoutSheets);
            }
        }
        Sort::Sheets | Sort::Ledger if whole.items.items.is_empty() && !document.lost_header() => {
            let place = first.map_or(&whole.head.place, |first| &first.place);
            document.fault(place, ItemFault::NoItems);
        }
        _ => {}
    }
}

/// The points of a track's items add up to the scheme's marks.
fn check_sums(document: &Document, whole: &Whole) {
    let Some(marks) = whole.head.marks else {
        return;
    };
    if whole.sort != Sort::Sheets || whole.items.items.is_empty() {
        return;
    }
    for position in 0..whole.tracks.count() {
        let Some(categories) = sums_of(whole, position) else {
            continue;
        };
        let all = categories.iter().map(|category| Some(category.sum));
        let Some(sum) = all.fold(Some(Decimal::ZERO), add) else {
            continue;
        };
        if sum == marks || !needs_items(whole, position) && sum.is_zero() {
            continue;
        }
        let named = whole
            .tracks
            .places
            .get(position)
            .filter(|place| !place.path.is_empty());
        let place = named.unwrap_or(&whole.head.place);
        let kind = ItemFault::SumOfPoints {
            track: whole.tracks.title(position),
            sum,
            marks,
            categories,
        };
        document.fault(place, kind);
    }
}

/// Whether organisations of the track get sheets at all.
fn needs_items(whole: &Whole, track: usize) -> bool {
    whole.parties.list.iter().any(|draft| {
        let sheet = draft
            .method
            .as_ref()
            .is_some_and(|name| name.value == MethodName::Sheet);
        sheet
            && draft
                .tracks
                .as_ref()
                .is_none_or(|tracks| tracks.get(track) == Some(&true))
    })
}

/// The full marks of each category on a track; nothing where some item could not be read.
fn sums_of(whole: &Whole, track: usize) -> Option<Vec<CategorySum>> {
    let mut sums: Vec<CategorySum> = Vec::new();
    for (position, category) in whole.items.categories.iter().enumerate() {
        let mut sum = Decimal::ZERO;
        for draft in whole.items.of_category(CategoryIndex::at(position)) {
            if draft.tracks.as_ref()?.get(track) == Some(&true) {
                sum = add(Some(sum), Some(draft.points.as_ref()?.value))?;
            }
        }
        if !sum.is_zero() {
            let title = category.category.title.clone();
            sums.push(CategorySum { title, sum });
        }
    }
    Some(sums)
}

/// The line of a star is not above its category's points, on any track that has the category.
fn check_passes(document: &Document, whole: &Whole) {
    for (position, draft) in whole.items.categories.iter().enumerate() {
        let Some(pass) = &draft.pass else { continue };
        let of_track = |track: usize| -> Option<Decimal> {
            let mut sum = Decimal::ZERO;
            for item in whole.items.of_category(CategoryIndex::at(position)) {
                if item.tracks.as_ref()?.get(track) == Some(&true) {
                    sum = add(Some(sum), Some(item.points.as_ref()?.value))?;
                }
            }
            Some(sum).filter(|sum| !sum.is_zero())
        };
        let smallest = (0..whole.tracks.count()).filter_map(of_track).min();
        if let Some(points) = smallest.filter(|points| pass.value > *points) {
            document.fault(&pass.place, ItemFault::PassAbovePoints { points });
        }
    }
}

/// A category that stands on a track without an item there.
fn check_empty_categories(document: &Document, whole: &Whole) {
    for (position, draft) in whole.items.categories.iter().enumerate() {
        let Some(tracks) = &draft.tracks else {
            continue;
        };
        let items: Vec<_> = whole
            .items
            .of_category(CategoryIndex::at(position))
            .collect();
        if items.iter().any(|item| item.tracks.is_none()) {
            continue;
        }
        for (track, on_track) in tracks.iter().enumerate() {
            let has = |item: &&ItemDraft| item.item.tracks.get(track) == Some(&true);
            if *on_track && !items.iter().any(has) {
                let track = whole.tracks.title(track);
                document.warn(&draft.place, ItemFault::CategoryEmptyOnTrack { track });
            }
        }
    }
}

/// Levels that nobody can reach.
fn check_reach(document: &Document, whole: &Whole) {
    let highest = match whole.grading.rule {
        Some(RuleName::Stars) => most_stars(whole).map(OutOfReach::Stars),
        Some(_) => highest_composite(whole).map(OutOfReach::Composite),
        None => None,
    };
    let parts = whole
        .grading
        .parts
        .as_ref()
        .map(|parts| parts.value.as_slice());
    let levels = whole.levels.list.len();
    let parts = parts.filter(|parts| parts.len() == levels && parts.iter().any(|part| *part > 0));
    for (position, draft) in whole.levels.list.iter().enumerate() {
        let beyond = |min: Decimal| match &highest {
            Some(OutOfReach::Composite(highest)) => min > *highest,
            Some(OutOfReach::Stars(stars)) => {
                min > Decimal::whole(i64::try_from(*stars).unwrap_or(i64::MAX))
            }
            _ => false,
        };
        let last = position + 1 == levels;
        let min = draft.min.as_ref().filter(|min| beyond(min.value));
        let none = draft
            .at_most
            .as_ref()
            .filter(|most| most.value.is_zero() && !last);
        let part = parts.and_then(|parts| parts.get(position));
        if let (Some(min), Some(highest)) = (min, &highest) {
            document.warn(&min.place, OutcomeFault::LevelOutOfReach(highest.clone()));
        } else if let Some(at_most) = none {
            let kind = OutcomeFault::LevelOutOfReach(OutOfReach::NoPlaces);
            document.warn(&at_most.place, kind);
        } else if part == Some(&0) && !last {
            let kind = OutcomeFault::LevelOutOfReach(OutOfReach::NoPlaces);
            document.warn(&draft.place, kind);
        }
    }
}

/// The most categories that any track has: each of them is a star.
fn most_stars(whole: &Whole) -> Option<usize> {
    let items = &whole.items.items;
    if items.iter().any(|draft| draft.tracks.is_none()) || items.is_empty() {
        return None;
    }
    let of_track = |track: usize| {
        let mut categories: Vec<usize> = items
            .iter()
            .filter(|draft| draft.item.tracks.get(track) == Some(&true))
            .map(|draft| draft.item.category.position())
            .collect();
        categories.sort_unstable();
        categories.dedup();
        categories.len()
    };
    (0..whole.tracks.count()).map(of_track).max()
}

/// What the best organisation can have (K4); nothing where there is no bound.
fn highest_composite(whole: &Whole) -> Option<Decimal> {
    let mut bonus = Some(Decimal::ZERO);
    for adjustment in whole.adjustments {
        if adjustment.kind == AdjustmentKind::Bonus {
            bonus = add(bonus, adjustment.max);
        }
    }
    let bonus = match (bonus, whole.head.bonus_cap) {
        (Some(bonus), Some(cap)) => Some(bonus.min(cap)),
        (bonus, cap) => bonus.or(cap),
    };
    let highest = add(whole.head.marks, bonus);
    match (highest, whole.head.maximum) {
        (Some(highest), Some(maximum)) => Some(highest.min(maximum)),
        (highest, maximum) => highest.or(maximum),
    }
}
