//! What must always hold.

use pingxing::number::Exact;
use pingxing::round::SheetState;
use pingxing::scheme::{LevelIndex, Scheme};
use pingxing::scoring::{Step, VetoState};
use proptest::prelude::*;

use crate::round::{Organisation, Outcome, scheme, score, score_with};

/// Two sheet parties over two categories of direct, optional and measured items; shares of 1:4:4:1.
fn mixed(rounding: &str, grading: &str) -> Scheme {
    let body = format!(
        r#"
[grading]
{grading}
[[party]]
id = "self"
title = "自评"
method = "sheet"
weight = 30
[[party]]
id = "superior"
title = "上级"
method = "sheet"
weight = 70
[[category]]
id = "A"
title = "甲"
[[category.item]]
id = "A1"
title = "一"
points = 30
[[category.item]]
id = "A2"
title = "二"
points = 30
measure = {{ zero = 0, full = 7 }}
[[category]]
id = "B"
title = "乙"
[[category.item]]
id = "B1"
title = "三"
points = 25
optional = true
[[category.item]]
id = "B2"
title = "四"
points = 15
deductions = [{{ id = "a", title = "一", each = 4 }}]
[[level]]
id = "first"
title = "一等"
min = 80
[[level]]
id = "second"
title = "二等"
min = 60
[[level]]
id = "third"
title = "三等"
min = 30
[[level]]
id = "last"
title = "末等"
[[veto]]
id = "V1"
title = "限"
cap = "second"
[[veto]]
id = "V2"
title = "降"
demote = 1
[[veto]]
id = "V3"
title = "保"
hold = true
[[veto]]
id = "V4"
title = "清"
zero = "A1"
[[veto]]
id = "V5"
title = "不定"
unrated = true
"#
    );
    scheme(&format!("rounding = \"{rounding}\""), &body)
}

const SPLIT: &str = "rule = \"split\"\nparts = [1, 4, 4, 1]";
const LINES: &str = "rule = \"thresholds\"";

/// The entries of a sheet, in the order of the items; none for a missing one.
type Entries = [Option<String>; 4];

fn entries() -> impl Strategy<Value = Entries> {
    (0_u32..=300, 0_u32..=800, 0_u32..=26, 0_u32..=5).prop_map(|(first, second, third, fourth)| {
        let optional = if third == 26 {
            "NA".to_owned()
        } else {
            third.to_string()
        };
        [
            Some(format!("{}.{}", first / 10, first % 10)),
            Some(format!("{}.{:02}", second / 100, second % 100)),
            Some(optional),
            Some(if fourth == 0 {
                "none".to_owned()
            } else {
                format!("a={fourth}")
            }),
        ]
    })
}

fn sheet_text(entries: &Entries, there: usize) -> String {
    let pair = |(item, entry): (&&str, &Option<String>)| {
        entry.as_ref().map(|entry| format!("{item}: {entry}"))
    };
    let items = ["A1", "A2", "B1", "B2"];
    items
        .iter()
        .zip(entries)
        .take(there)
        .filter_map(pair)
        .collect::<Vec<_>>()
        .join(";")
}

fn organisation(code: usize, sheets: &[Entries; 2]) -> Organisation {
    Organisation::new(&format!("{code:04}"))
        .sheet("self", "支部书记", &sheet_text(&sheets[0], 4))
        .sheet("superior", "考评一组", &sheet_text(&sheets[1], 4))
}

fn sheets() -> impl Strategy<Value = [Entries; 2]> {
    (entries(), entries()).prop_map(|(one, other)| [one, other])
}

fn cohort() -> impl Strategy<Value = Vec<[Entries; 2]>> {
    prop::collection::vec(sheets(), 1..40)
}

fn organisations(cohort: &[[Entries; 2]]) -> Vec<Organisation> {
    cohort
        .iter()
        .enumerate()
        .map(|(code, sheets)| organisation(code, sheets))
        .collect()
}

/// Ranks as 1, 2, 2, 4: each is one more than the number of those before it.
fn is_ranking(outcomes: &[Outcome]) -> bool {
    let mut ranks: Vec<u32> = outcomes
        .iter()
        .filter_map(|outcome| outcome.standing.rank)
        .collect();
    ranks.sort_unstable();
    let before = |rank: u32| ranks.iter().filter(|other| **other < rank).count();
    ranks.iter().all(|rank| *rank as usize == before(*rank) + 1)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn k5_bounds_enclose_the_composite_and_never_widen(sheets in sheets(), rounding in prop::sample::select(vec!["printed", "final"])) {
        let scheme = mixed(rounding, LINES);
        let complete = &score(&scheme, &[organisation(1, &sheets)])[0];
        let composite = complete.figures.composite.unwrap();
        let mut bounds = None;
        for there in 0..=8_usize {
            let own = sheet_text(&sheets[0], there.min(4));
            let superior = sheet_text(&sheets[1], there.saturating_sub(4));
            let state = |full: bool| if full { SheetState::Submitted } else { SheetState::Open };
            let organisation = Organisation::new("0001")
                .sheet_in("self", "支部书记", &own, state(there >= 4))
                .sheet_in("superior", "考评一组", &superior, state(there == 8));
            let figures = &score(&scheme, &[organisation])[0].figures;
            let (low, high) = (figures.low.unwrap(), figures.high.unwrap());
            prop_assert!(low <= composite && composite <= high, "{low} {composite} {high}");
            if let Some((before_low, before_high)) = bounds {
                // What does not apply is made up within its category, so an NA may move the
                // bounds by what rounding leaves; marks never widen them.
                let has_na = sheets.iter().any(|sheet| sheet[2].as_deref() == Some("NA"));
                prop_assert!(has_na || (before_low <= low && high <= before_high));
            }
            bounds = Some((low, high));
        }
        prop_assert_eq!(bounds, Some((composite, composite)));
    }

    #[test]
    fn a_veto_never_raises_a_level(cohort in cohort(), veto in prop::sample::select(vec!["V1", "V2", "V3", "V4", "V5"]), at in any::<prop::sample::Index>()) {
        let scheme = mixed("printed", LINES);
        let mut list = organisations(&cohort);
        for organisation in &mut list {
            *organisation = organisation.clone().previous("third");
        }
        let before = score(&scheme, &list);
        let at = at.index(list.len());
        list[at] = list[at].clone().veto(veto, VetoState::Decided);
        let after = score(&scheme, &list);
        match (before[at].standing.level, after[at].standing.level) {
            (Some(before), Some(after)) => prop_assert!(after >= before),
            (None, after) => prop_assert_eq!(after, None),
            (Some(_), None) => {}
        }
    }

    #[test]
    fn g7_places_are_never_exceeded_and_a_ranking_is_a_permutation(cohort in cohort(), stated in prop::option::of(0_u64..5)) {
        let scheme = mixed("printed", SPLIT);
        let outcomes = score_with(&scheme, &organisations(&cohort), &[None, stated, None, None]);
        prop_assert!(is_ranking(&outcomes));
        let ranked = outcomes.iter().filter(|outcome| outcome.standing.rank.is_some()).count();
        let parts = [1, 4, 4];
        for (level, part) in parts.iter().enumerate() {
            let taken = outcomes
                .iter()
                .filter(|outcome| outcome.standing.filled.map(LevelIndex::position) == Some(level))
                .count();
            let limit = match (level, stated) {
                (1, Some(stated)) => stated as usize,
                _ => ranked * part / 10 + 1,
            };
            prop_assert!(taken <= limit, "level {level}: {taken} of {limit}");
        }
        // A better composite never ends below a worse one where nothing holds it back.
        for one in &outcomes {
            for other in &outcomes {
                if one.figures.composite > other.figures.composite && !one.standing.tie {
                    prop_assert!(one.standing.level <= other.standing.level || other.standing.tie);
                }
            }
        }
    }

    #[test]
    fn n2_printed_figures_add_up(sheets in sheets()) {
        let scheme = mixed("printed", LINES);
        let outcome = &score(&scheme, &[organisation(1, &sheets)])[0];
        for step in &outcome.steps {
            match step {
                Step::Weighted { parts, base } => {
                    let sum: Exact = parts
                        .iter()
                        .map(|(_, weight, score)| &Exact::from(*weight) * &score.exact())
                        .sum();
                    let base_again = sum.divide(&Exact::whole(100)).unwrap().round(2);
                    prop_assert_eq!(*base, base_again);
                }
                Step::SheetTotal { sum, full, total, .. } if *full == scheme.marks => {
                    prop_assert_eq!(sum, total);
                }
                Step::Composite { base, net, composite, limited: false } => {
                    prop_assert_eq!((&base.exact() + &net.exact()).round(2), *composite);
                }
                _ => {}
            }
        }
        for party in 0..2 {
            let figures = &outcome.figures.parties[party];
            let sum: Exact = figures.categories.iter().flatten().map(|score| score.exact()).sum();
            prop_assert_eq!(Some(sum.round(2)), figures.score);
        }
    }

    #[test]
    fn shuffled_input_changes_nothing(cohort in cohort(), turn in any::<prop::sample::Index>()) {
        let scheme = mixed("printed", SPLIT);
        let list = organisations(&cohort);
        let straight = score(&scheme, &list);
        let turn = turn.index(list.len());
        let mut turned = list.clone();
        turned.rotate_left(turn);
        turned.reverse();
        for (organisation, outcome) in turned.iter().zip(score(&scheme, &turned)) {
            let position = list.iter().position(|other| other.code == organisation.code).unwrap();
            prop_assert_eq!(&outcome.figures, &straight[position].figures);
            prop_assert_eq!(&outcome.standing, &straight[position].standing);
        }
    }
}
