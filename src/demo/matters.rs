//! Bonuses, penalties and vetoes, strewn over the organisations of a round.

use super::names::DISTRICTS;
use super::organisation::{Adjustment, Rated};
use super::random::Random;
use crate::round::VetoRecord;
use crate::scheme::{AdjustmentKind, Effect, Scheme};
use crate::scoring::VetoState;

/// A document of the city or of the organisation's district, both invented.
fn document(random: &mut Random, year: i32, rated: &Rated) -> String {
    let short = DISTRICTS[rated.district % DISTRICTS.len()].short;
    let office = random.pick(&["云泽", "云泽", short, short, short]);
    let series = random.pick(&["党发", "组发"]);
    format!("{office}{series}〔{year}〕{}号", random.between(3, 89))
}

/// Strews bonuses and penalties, most with a document.
pub(super) fn adjustments(random: &mut Random, scheme: &Scheme, year: i32, list: &mut [Rated]) {
    let of = |kind| {
        scheme
            .adjustments
            .iter()
            .filter(move |adjustment| adjustment.kind == kind)
    };
    let bonuses: Vec<_> = of(AdjustmentKind::Bonus).collect();
    let penalties: Vec<_> = of(AdjustmentKind::Penalty).collect();
    for rated in list.iter_mut().filter(|rated| !rated.reserved) {
        let (kind, permille) = match random.chance(750) {
            true => (&bonuses, rated.strength / 4),
            false => (&penalties, (1000 - rated.strength) / 2),
        };
        if !random.chance(permille) {
            continue;
        }
        let Some(adjustment) = kind.get(random.position(kind.len())) else {
            continue;
        };
        let pending = random.chance(180);
        rated.adjustments.push(Adjustment {
            id: adjustment.id.clone(),
            document: (!pending).then(|| document(random, year, rated)),
            count: 1 + u64::from(random.chance(120)),
            note: pending.then(|| "已通报，文件尚未收到".to_owned()),
        });
    }
}

/// Puts one veto of every kind that a person decides on some organisation: decided with its
/// document, proposed, or lifted again.
pub(super) fn vetoes(random: &mut Random, scheme: &Scheme, year: i32, list: &mut [Rated]) {
    let by_hand = scheme.vetoes.iter().filter(|veto| veto.when.is_none());
    for (number, veto) in by_hand.enumerate() {
        let free: Vec<usize> = (0..list.len())
            .filter(|position| !list[*position].reserved && list[*position].vetoes.is_empty())
            .collect();
        let Some(chosen) = free.get(random.position(free.len())) else {
            return;
        };
        let rated = &mut list[*chosen];
        let state = match number % 5 {
            0 | 2 => VetoState::Decided,
            1 | 3 => VetoState::Proposed,
            _ => VetoState::Lifted,
        };
        let note = match state {
            VetoState::Proposed => Some("已收到情况说明，待会议认定".to_owned()),
            VetoState::Decided => None,
            VetoState::Lifted => Some("经核查不属实".to_owned()),
        };
        let record = VetoRecord {
            state,
            document: (state != VetoState::Proposed).then(|| document(random, year, rated)),
            date: Some(format!("{year}-10-{:02}", random.between(9, 28))),
            note,
        };
        rated.vetoes.push((veto.id.clone(), record));
        if veto.effect == Effect::Unrated && veto.from.as_deref() == Some("组织部") {
            // Founded within the year: it has no earlier level.
            (rated.previous, rated.declared) = (None, None);
            rated.levels.clear();
        }
    }
}
