//! Valid files become schemes, word for word.

use std::fs;
use std::path::Path;

use pingxing::number::Decimal;
use pingxing::scheme::{
    self, Aggregate, Combine, Condition, DeductionCost, Effect, EventPoints, GradingRule,
    ItemIndex, ItemRule, Method, Rounding, Scheme, TieKey,
};

use crate::{EXAMPLE, LEDGER, STARS, told};

fn read(text: &str) -> Scheme {
    match scheme::parse(text) {
        Ok(checked) => {
            assert_eq!(told(text, &checked.warnings), Vec::<String>::new());
            checked.scheme
        }
        Err(faults) => panic!("{:#?}", told(text, &faults)),
    }
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn every_conformance_scheme_is_valid() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/cases");
    let mut count = 0;
    for case in fs::read_dir(cases).unwrap() {
        let path = case.unwrap().path().join("scheme.toml");
        let text = fs::read_to_string(&path).unwrap();
        if let Err(faults) = scheme::parse(&text) {
            panic!("{}: {:#?}", path.display(), told(&text, &faults));
        }
        count += 1;
    }
    assert_eq!(count, 13);
}

#[test]
fn every_shipped_scheme_is_valid_and_has_its_id() {
    for shipped in scheme::shipped() {
        assert_eq!(read(shipped.text).id, shipped.id);
    }
}

#[test]
fn the_head_and_the_grading() {
    let scheme = read(EXAMPLE);
    assert_eq!(scheme.id, "example");
    assert_eq!(scheme.issuer.as_deref(), Some("示例乡党委"));
    assert_eq!((scheme.marks, scheme.decimals), (Decimal::whole(100), 2));
    assert_eq!(
        (scheme.rounding, scheme.combine),
        (Rounding::Printed, Combine::Weighted)
    );
    assert_eq!(scheme.bonus_cap, Some(Decimal::whole(5)));
    assert_eq!(scheme.grading.rule, GradingRule::Thresholds);
    assert_eq!(
        (scheme.grading.climb, scheme.grading.declared),
        (Some(1), true)
    );
    let superior = scheme.find_party("superior").unwrap();
    let category = scheme.find_category("A").unwrap();
    let ties = [TieKey::Party(superior), TieKey::Category(category)];
    assert_eq!(scheme.grading.ties, ties);
    let notice = scheme.notice.unwrap();
    assert_eq!((notice.days, notice.working), (5, true));
    assert_eq!(scheme.findings.raters_apart, Some(Decimal::whole(15)));
    assert_eq!(scheme.tracks.len(), 2);
    assert_eq!(scheme.levels[0].at_most, Some(Decimal::whole(20)));
    assert_eq!(scheme.levels[2].consequences, ["列入后进整顿"]);
}

#[test]
fn the_parties_and_the_vetoes() {
    let scheme = read(EXAMPLE);
    let superior = &scheme.parties[2];
    assert!(superior.independent);
    let Method::Sheet(gathering) = &superior.method else {
        panic!("{superior:?}");
    };
    let trimmed = Aggregate::Trimmed {
        trim_from: 5,
        trim: 1,
    };
    assert_eq!((gathering.aggregate, gathering.at_least), (trimmed, 1));
    let Method::Ballot(ballot) = &scheme.parties[1].method else {
        panic!("{:?}", scheme.parties[1]);
    };
    assert_eq!((ballot.at_least, ballot.options.len()), (20, 3));
    assert_eq!(ballot.options[1].value, Decimal::whole(80));
    assert!(ballot.options[1].satisfied && !ballot.options[2].satisfied);
    let masses = scheme.find_party("党员群众测评").unwrap();
    let below = Decimal::whole(90);
    let condition = Condition::Satisfaction {
        party: masses,
        below,
    };
    assert_eq!(scheme.vetoes[1].when, Some(condition));
    assert_eq!(scheme.vetoes[1].effect, Effect::Unrated);
    let cap = Effect::Cap(scheme.find_level("four").unwrap());
    assert_eq!(scheme.vetoes[0].effect, cap);
    assert!(matches!(
        scheme.vetoes[2].when,
        Some(Condition::Streak { years: 3, .. })
    ));
}

#[test]
fn the_items_stand_on_their_tracks_and_sheets() {
    let scheme = read(EXAMPLE);
    let village = scheme.find_track("village").unwrap();
    let ids: Vec<&str> = scheme
        .items_of(village)
        .map(|index| scheme.item(index).id.as_str())
        .collect();
    assert_eq!(ids, ["A1", "A2", "B1", "B3", "B4"]);
    // The ballot has no sheets.
    assert_eq!(scheme.items[0].parties, [true, false, true]);
    let step = Some(decimal("0.5"));
    assert_eq!(scheme.items[0].rule, ItemRule::Direct { step });
    let ItemRule::Deductions(deductions) = &scheme.items[1].rule else {
        panic!("{:?}", scheme.items[1]);
    };
    assert_eq!(deductions[1].cost, DeductionCost::All);
    let unit = Some("万元".to_owned());
    let (zero, full) = (Decimal::ZERO, Decimal::whole(50));
    assert_eq!(scheme.items[2].rule, ItemRule::Linear { unit, zero, full });
    assert!(matches!(scheme.items[4].rule, ItemRule::Stepped { .. }));
    let ItemRule::Bands { unit, bands } = &scheme.items[5].rule else {
        panic!("{:?}", scheme.items[5]);
    };
    assert_eq!((unit.as_deref(), bands.len()), (Some("%"), 2));
}

#[test]
fn an_item_has_the_tracks_that_its_category_has_too() {
    let category = "title = \"班子建设\"\ntracks = [\"village\"]";
    let text = EXAMPLE.replace("title = \"班子建设\"", category);
    let faults = scheme::parse(&text).unwrap_err();
    // 40 points are gone from the other track, and so is the category.
    assert_eq!(told(&text, &faults), ["37:1 sum-of-points track[1]"]);
}

#[test]
fn ledgers_and_stars() {
    let ledger = read(LEDGER);
    let Method::Ledger(party) = &ledger.parties[0].method else {
        panic!("{:?}", ledger.parties[0]);
    };
    assert_eq!(party.review, ["科长", "分管领导"]);
    assert!(!party.link.as_ref().unwrap().pooled);
    let ItemRule::Ledger { points, max } = &ledger.items[0].rule else {
        panic!("{:?}", ledger.items[0]);
    };
    assert_eq!(
        (*points, *max),
        (
            EventPoints::Each(Decimal::whole(3)),
            Some(Decimal::whole(9))
        )
    );
    assert_eq!(ledger.tracks[0].id, "all");
    let stars = read(STARS);
    assert_eq!(stars.categories[0].pass, Some(Decimal::whole(40)));
    assert_eq!(
        stars.vetoes[0].effect,
        Effect::Strike(stars.find_category("A").unwrap())
    );
}

#[test]
fn n5_a_number_is_what_stands_in_the_text() {
    for (written, millionths) in [
        ("0.1", 100_000),
        ("1_000.5", 1_000_500_000),
        ("+3", 3_000_000),
        ("123456789012345.678901", 123_456_789_012_345_678_901),
    ] {
        let text = EXAMPLE.replace("bonus_cap = 5 ", &format!("bonus_cap = {written} "));
        let bonus_cap = read(&text).bonus_cap.unwrap();
        assert_eq!(bonus_cap.millionths(), millionths, "{written}");
    }
}

#[test]
fn the_ends_of_lines_and_the_byte_order_mark_do_not_matter() {
    assert_eq!(read(&EXAMPLE.replace('\n', "\r\n")), read(EXAMPLE));
    assert_eq!(read(&format!("\u{feff}{EXAMPLE}")), read(EXAMPLE));
}

#[test]
fn items_are_called_by_what_tells_them_apart_on_a_sheet() {
    let shipped = scheme::shipped().iter().map(|shipped| shipped.text);
    let mut shortened = 0;
    for text in shipped {
        let scheme = read(text);
        for (at, item) in scheme.items.iter().enumerate() {
            let short = scheme.short_id(ItemIndex::at(at));
            assert!(item.id.starts_with(short));
            shortened += usize::from(short != item.id);
            for (beside, other) in scheme.items.iter().enumerate().skip(at + 1) {
                let together = item.tracks.iter().zip(&other.tracks).any(|(a, b)| *a && *b);
                let called = scheme.short_id(ItemIndex::at(beside));
                assert!(!together || called != short, "{}", item.id);
            }
        }
    }
    assert!(shortened > 0);
}

#[test]
fn limits_of_the_findings_have_values_where_the_file_says_nothing() {
    let said = read(EXAMPLE).findings;
    assert_eq!(said.self_above_superior, Some(decimal("10")));
    assert_eq!(said.raters_apart, Some(decimal("15")));
    assert_eq!((said.all_equal_from, said.always_full_from), (5, 3));
    assert_eq!((said.copied_from, said.copied_share), (5, decimal("100")));
    assert_eq!(said.returned_share, None);
    let text = EXAMPLE.replacen(
        "raters_apart = 15",
        "all_equal_from = 8\nalways_full_from = 4\ncopied_from = 6\ncopied_share = 90.5\n\
         returned_share = 80",
        1,
    );
    let set = read(&text).findings;
    assert_eq!((set.all_equal_from, set.always_full_from), (8, 4));
    assert_eq!((set.copied_from, set.copied_share), (6, decimal("90.5")));
    assert_eq!(set.returned_share, Some(decimal("80")));
    assert_eq!(set.raters_apart, None);
}
