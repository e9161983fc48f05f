//! The list of organisations: a tree, in which nothing that is used goes.

use std::collections::{HashMap, HashSet};

use super::write::{Accepted, Writing};
use super::{Record, Refusal, Slice, What, Write};

const PARENT: usize = What::Organisation.field("parent");
const TRACK: usize = What::Organisation.field("track");
const PLACE: usize = What::Organisation.field("position");

fn field(record: Option<&Record>, position: usize) -> Option<&str> {
    record?.get(position)?.as_deref()
}

/// The place in the list that the next new organisation gets: after all that are there.
pub(super) fn next_place(slice: &Slice, writes: &[Write]) -> u32 {
    if !writes.iter().any(|write| write.what == What::Organisation) {
        return 1;
    }
    let places = slice
        .all(What::Organisation)
        .filter_map(|cell| field(cell.record.as_ref(), PLACE)?.parse::<u32>().ok());
    places.max().map_or(1, |last| last.saturating_add(1))
}

/// Gives a new organisation its place, where the file gives none.
pub(super) fn set_place(record: &mut Record, next: &mut u32) {
    if let Some(place) = record.get_mut(PLACE)
        && place.is_none()
    {
        *place = Some(next.to_string());
        *next = next.saturating_add(1);
    }
}

/// The parent of each organisation once all is written, and the organisations that went.
struct After<'a> {
    parents: HashMap<&'a str, Option<&'a str>>,
    gone: HashSet<&'a str>,
}

impl<'a> After<'a> {
    fn of(writing: &'a Writing<'_>) -> Self {
        let mut after = Self {
            parents: HashMap::new(),
            gone: HashSet::new(),
        };
        for cell in writing.slice.all(What::Organisation) {
            if let (Some(code), Some(record)) = (cell.key.first(), cell.record.as_ref()) {
                let parent = field(Some(record), PARENT);
                after.parents.insert(code, parent);
            }
        }
        for one in accepted(writing) {
            let Some(code) = one.write.key.first() else {
                continue;
            };
            if let Some(record) = &one.new {
                let parent = field(Some(record), PARENT);
                after.parents.insert(code, parent);
            } else if after.parents.remove(code.as_str()).is_some() {
                after.gone.insert(code);
            }
        }
        after
    }

    /// Those that went and are still somebody's parent.
    fn missed(&self) -> HashSet<&'a str> {
        if self.gone.is_empty() {
            return HashSet::new();
        }
        let parents = self.parents.values().flatten().copied();
        parents.filter(|code| self.gone.contains(code)).collect()
    }
}

/// The organisations that are written.
fn accepted<'w, 'a>(writing: &'w Writing<'a>) -> impl Iterator<Item = &'w Accepted<'a>> {
    let all = writing.accepted.iter();
    all.filter(|one| one.write.what == What::Organisation)
}

/// What is wrong with the list as it would be: parents that are not there or in a circle,
/// organisations with data that go or change their track.
pub(super) fn faults(writing: &Writing<'_>) -> Vec<(Option<u32>, Refusal)> {
    if writing.positions[What::Organisation as usize].is_empty() {
        return Vec::new();
    }
    let after = After::of(writing);
    let missed = after.missed();
    let circles = in_circles(&after.parents);
    let fault = |one: &Accepted<'_>| {
        let code = one.write.key.first()?;
        let used = || Refusal::OrganisationInUse {
            organisation: code.clone(),
        };
        let old = writing.slice.cell(What::Organisation, &one.write.key);
        let old = old.and_then(|cell| cell.record.as_ref());
        let moved = field(old, TRACK) != field(one.new.as_ref(), TRACK);
        if old.is_some() && (one.new.is_none() || moved) && writing.slice.in_use(code) {
            return Some(used());
        }
        if one.new.is_none() {
            return missed.contains(code.as_str()).then(used);
        }
        let parent = field(one.new.as_ref(), PARENT)?;
        let circle = circles.contains(code.as_str());
        (circle || !after.parents.contains_key(parent)).then(|| Refusal::Parent {
            organisation: code.clone(),
            parent: parent.to_owned(),
            circle,
        })
    };
    accepted(writing)
        .filter_map(|one| Some((one.write.row, fault(one)?)))
        .collect()
}

/// The organisations that are their own ancestors. Each is looked at once.
fn in_circles<'a>(parents: &HashMap<&'a str, Option<&'a str>>) -> HashSet<&'a str> {
    let mut done: HashSet<&str> = HashSet::with_capacity(parents.len());
    let mut circles = HashSet::new();
    for start in parents.keys() {
        let mut path: Vec<&'a str> = Vec::new();
        let mut on_path: HashSet<&str> = HashSet::new();
        let mut next = Some(*start);
        while let Some(code) = next {
            if on_path.contains(code) {
                let from = path.iter().position(|passed| *passed == code).unwrap_or(0);
                circles.extend(path.drain(from..));
                break;
            }
            if !parents.contains_key(code) || !done.insert(code) {
                break;
            }
            path.push(code);
            on_path.insert(code);
            next = parents.get(code).copied().flatten();
        }
    }
    circles
}
