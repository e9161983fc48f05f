//! 未提交名单.

use super::support::{MIXED, scheme};
use crate::desk::{HowFar, waiting};
use crate::office::{ListRow, SheetSummary};
use crate::round::SheetState;

fn row(code: &str, parent: Option<&str>, track: Option<&str>) -> ListRow {
    ListRow {
        organisation: code.to_owned(),
        name: format!("单位{code}"),
        kind: None,
        parent: parent.map(str::to_owned),
        track: track.map(str::to_owned),
        cohort: None,
        figures: None,
        sheets: Vec::new(),
        decided: Vec::new(),
        proposed: Vec::new(),
        hidden: false,
        review: None,
        seq: 1,
    }
}

fn sheet(party: &str, rater: &str, state: SheetState) -> SheetSummary {
    SheetSummary {
        party: party.to_owned(),
        rater: rater.to_owned(),
        state,
        there: 0,
        flagged: 0,
        due: true,
        recused: false,
        reason: None,
        total: None,
    }
}

#[test]
fn sheets_stand_by_party_rater_and_town() {
    let scheme = scheme(MIXED);
    let track = scheme.tracks[0].id.clone();
    let mut rows = vec![
        row("T1", None, None),
        row("T2", None, None),
        row("0001", Some("T2"), Some(&track)),
        row("0002", Some("T1"), Some(&track)),
        row("0003", Some("T1"), Some(&track)),
    ];
    for row in &mut rows[2..] {
        row.sheets = vec![
            sheet("self", "支部书记", SheetState::Submitted),
            sheet("leader", "书记", SheetState::Submitted),
            sheet("superior", "考评二组", SheetState::Open),
            sheet("superior", "考评一组", SheetState::Submitted),
        ];
    }
    rows[3].sheets[3].state = SheetState::Returned;
    rows[4].sheets[2].there = 3;
    let found = waiting(&scheme, &rows);
    let told: Vec<_> = found
        .iter()
        .map(|one| {
            let sheets = one.sheets.iter().map(|sheet| sheet.organisation.as_str());
            let codes: Vec<_> = sheets.collect();
            (one.rater.as_deref(), one.town.as_str(), codes)
        })
        .collect();
    assert_eq!(
        told,
        [
            (Some("考评一组"), "单位T1", vec!["0002"]),
            (Some("考评二组"), "单位T1", vec!["0002", "0003"]),
            (Some("考评二组"), "单位T2", vec!["0001"]),
        ]
    );
    assert_eq!(found[0].sheets[0].how_far, HowFar::Returned);
    assert_eq!(found[1].sheets[0].how_far, HowFar::NotBegun);
    assert!(matches!(
        found[1].sheets[1].how_far,
        HowFar::Begun { there: 3, .. }
    ));
}

#[test]
fn p7_a_recused_rater_waits_for_nothing_and_a_party_without_a_sheet_for_somebody() {
    let scheme = scheme(MIXED);
    let track = scheme.tracks[0].id.clone();
    let mut one = row("0001", None, Some(&track));
    one.sheets = vec![
        sheet("self", "支部书记", SheetState::Submitted),
        sheet("leader", "书记", SheetState::Submitted),
        sheet("superior", "考评二组", SheetState::Open),
    ];
    one.sheets[2].due = false;
    one.sheets[2].recused = true;
    let found = waiting(&scheme, &[one]);
    assert_eq!(found.len(), 1);
    assert_eq!(scheme.party(found[0].party).id, "superior");
    assert_eq!(found[0].rater, None);
}
