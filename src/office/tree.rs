//! The organisations of a round as a tree: who is ranked with whom (G5).

use std::collections::HashMap;

use crate::round::{Cell, OrganisationRecord};
use crate::scheme::Scheme;

/// An organisation of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) code: String,
    pub(super) record: OrganisationRecord,
    /// Code of the ancestor within which it is ranked.
    pub(super) cohort: Option<String>,
}

/// The organisations of a round in the order of their list, with their cohorts.
pub(super) fn members(scheme: &Scheme, cells: Vec<Cell>) -> Vec<Member> {
    let mut members: Vec<Member> = cells
        .into_iter()
        .filter_map(|cell| {
            let record = OrganisationRecord::read(&cell.record?).ok()?;
            let code = cell.key.into_iter().next()?;
            let cohort = None;
            Some(Member {
                code,
                record,
                cohort,
            })
        })
        .collect();
    members.sort_by(|one, other| {
        let place = |member: &Member| member.record.position;
        place(one)
            .cmp(&place(other))
            .then_with(|| one.code.cmp(&other.code))
    });
    if let Some(kind) = &scheme.grading.cohort {
        let cohorts = cohorts(&members, kind);
        for (member, cohort) in members.iter_mut().zip(cohorts) {
            member.cohort = cohort;
        }
    }
    members
}

/// For each member the nearest ancestor of a kind.
fn cohorts(members: &[Member], kind: &str) -> Vec<Option<String>> {
    let by_code: HashMap<&str, &OrganisationRecord> = members
        .iter()
        .map(|member| (member.code.as_str(), &member.record))
        .collect();
    let nearest = |member: &Member| {
        let mut above = member.record.parent.as_deref();
        // No list has a deeper tree than it has members, whatever its parents say.
        for _ in 0..members.len() {
            let record = by_code.get(above?)?;
            if record.kind.as_deref() == Some(kind) {
                return above.map(str::to_owned);
            }
            above = record.parent.as_deref();
        }
        None
    };
    members.iter().map(nearest).collect()
}
