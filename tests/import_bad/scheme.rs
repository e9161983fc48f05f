//! Two small schemes, put together by hand: one of sheets, marks and ballots, one of a ledger.

use pingxing::number::Decimal;
use pingxing::scheme::{
    Adjustment, AdjustmentKind, Aggregate, Ballot, BallotBase, BallotOption, Category,
    CategoryIndex, Combine, Deduction, DeductionCost, Effect, EventPoints, Gathering, Grading,
    GradingRule, Item, ItemOption, ItemRule, Ledger, Level, Method, Party, Question, Rounding,
    Scheme, Track, Veto,
};

pub fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn track(id: &str, title: &str) -> Track {
    Track {
        id: id.into(),
        title: title.into(),
    }
}

fn party(id: &str, title: &str, tracks: &[bool], method: Method) -> Party {
    Party {
        id: id.into(),
        title: title.into(),
        weight: decimal("1"),
        tracks: tracks.to_vec(),
        independent: false,
        method,
    }
}

fn item(id: &str, title: &str, points: &str, rule: ItemRule) -> Item {
    Item {
        id: id.into(),
        title: title.into(),
        category: CategoryIndex(0),
        points: decimal(points),
        rule,
        tracks: vec![true, true],
        parties: vec![true; 4],
        optional: false,
        evidence: false,
        reason_below_full: false,
        standard: None,
        check: None,
    }
}

fn level(id: &str, title: &str, min: Option<&str>) -> Level {
    Level {
        id: id.into(),
        title: title.into(),
        stars: 0,
        min: min.map(decimal),
        at_most: None,
        benefits: Vec::new(),
        consequences: Vec::new(),
    }
}

fn base(parties: Vec<Party>, items: Vec<Item>) -> Scheme {
    Scheme {
        id: "example".into(),
        title: "示例办法".into(),
        issuer: None,
        version: "1".into(),
        basis: None,
        marks: decimal("100"),
        decimals: 2,
        rounding: Rounding::Printed,
        combine: Combine::Weighted,
        maximum: None,
        bonus_cap: None,
        penalty_cap: None,
        grading: Grading {
            rule: GradingRule::Thresholds,
            cohort: Some("district".into()),
            ties: Vec::new(),
            climb: None,
            declared: false,
        },
        notice: None,
        findings: Default::default(),
        tracks: vec![track("village", "行政村"), track("agency", "机关")],
        parties,
        categories: vec![Category {
            id: "A".into(),
            title: "班子建设".into(),
            lead: None,
            pass: None,
            tracks: vec![true, true],
        }],
        items,
        adjustments: vec![Adjustment {
            id: "J1".into(),
            title: "受表彰".into(),
            kind: AdjustmentKind::Bonus,
            each: decimal("2"),
            max: None,
        }],
        levels: vec![
            level("five", "五星", Some("90")),
            level("four", "四星", Some("80")),
            level("none", "无星", None),
        ],
        vetoes: vec![Veto {
            id: "V1".into(),
            title: "发生安全生产责任事故".into(),
            from: None,
            when: None,
            effect: Effect::Unrated,
        }],
    }
}

const ONE_SHEET: Gathering = Gathering {
    aggregate: Aggregate::Mean,
    at_least: 1,
};

/// Sheets of `self` and `superior`, one overall mark of `peers` (villages only), ballots of
/// `masses`.
pub fn sheets() -> Scheme {
    let ballot = Ballot {
        at_least: 1,
        base: BallotBase::Valid,
        options: [("A", "满意"), ("B", "基本满意"), ("C", "不满意")]
            .map(|(id, title)| BallotOption {
                id: id.into(),
                title: title.into(),
                value: decimal("50"),
                satisfied: id != "C",
            })
            .to_vec(),
        questions: vec![Question {
            id: "Q1".into(),
            title: "总体评价".into(),
            weight: decimal("1"),
        }],
    };
    let deduction = |id: &str, title: &str, cost| Deduction {
        id: id.into(),
        title: title.into(),
        cost,
    };
    let each = DeductionCost::Each {
        each: decimal("2"),
        max: None,
    };
    let option = |id: &str, title: &str, points| ItemOption {
        id: id.into(),
        title: title.into(),
        points: decimal(points),
    };
    let mut scheme = base(
        vec![
            party("self", "自评", &[true, true], Method::Sheet(ONE_SHEET)),
            party("masses", "群众测评", &[true, true], Method::Ballot(ballot)),
            party("peers", "互评", &[true, false], Method::Mark(ONE_SHEET)),
            party(
                "superior",
                "上级考评",
                &[true, true],
                Method::Sheet(ONE_SHEET),
            ),
        ],
        vec![
            item(
                "A1",
                "班子团结",
                "40",
                ItemRule::Direct {
                    step: Some(decimal("0.5")),
                },
            ),
            item(
                "A2",
                "组织生活",
                "20",
                ItemRule::Deductions(vec![
                    deduction("a", "少开会", each),
                    deduction("b", "弄虚作假", DeductionCost::All),
                ]),
            ),
            item(
                "A3",
                "服务群众",
                "20",
                ItemRule::Options(vec![option("1", "好", "20"), option("2", "差", "0")]),
            ),
            item(
                "A4",
                "集体收入",
                "20",
                ItemRule::Linear {
                    unit: None,
                    zero: decimal("0"),
                    full: decimal("50"),
                },
            ),
            item("A5", "只对村", "20", ItemRule::Direct { step: None }),
            item("A6", "上级才评", "20", ItemRule::Direct { step: None }),
            // One title on two tracks.
            item("A7", "日常管理", "20", ItemRule::Direct { step: None }),
            item("A8", "日常管理", "20", ItemRule::Direct { step: None }),
        ],
    );
    scheme.items[3].optional = true;
    scheme.items[4].tracks = vec![true, false];
    scheme.items[6].tracks = vec![true, false];
    scheme.items[7].tracks = vec![false, true];
    scheme.items[5].parties = vec![false, false, false, true];
    scheme
}

/// Events with fixed points (C1) and with stated ones (C2).
pub fn ledger() -> Scheme {
    let ledger = Ledger {
        review: vec!["科长".into(), "分管领导".into()],
        link: None,
    };
    let range = EventPoints::Range {
        low: decimal("1"),
        high: decimal("5"),
        step: Some(decimal("0.5")),
    };
    let rule = |points| ItemRule::Ledger { points, max: None };
    base(
        vec![party(
            "points",
            "积分",
            &[true, true],
            Method::Ledger(ledger),
        )],
        vec![
            item(
                "C1",
                "承办现场会",
                "0",
                rule(EventPoints::Each(decimal("3"))),
            ),
            item("C2", "信息采用", "0", rule(range)),
        ],
    )
}
