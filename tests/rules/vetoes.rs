//! Vetoes (V).

use pingxing::round::SheetState;
use pingxing::scheme::Scheme;
use pingxing::scoring::VetoState::{Decided, Lifted, Proposed};

use crate::round::{LEVELS, ONE_ITEM, Organisation, levels, scheme, score, with_mark};

fn with_veto(keys: &str) -> Scheme {
    scheme(
        "",
        &format!("{ONE_ITEM}{LEVELS}[[veto]]\nid = \"V1\"\ntitle = \"否决\"\n{keys}\n"),
    )
}

#[test]
fn v1_to_v4_only_a_decided_veto_works() {
    for (keys, level) in [
        ("unrated = true", "–"),
        ("cap = \"four\"", "four"),
        ("hold = true", "three"),
        ("demote = 2", "three"),
        ("demote = 9", "none"),
        ("warn = \"请关注\"", "five"),
    ] {
        let scheme = with_veto(keys);
        let organisation = with_mark("1", "93").previous("three");
        for (state, expected) in [(Decided, level), (Proposed, "five"), (Lifted, "five")] {
            let found = levels(&scheme, &[organisation.clone().veto("V1", state)]);
            assert_eq!(found, [expected], "{keys} {state:?}");
        }
    }
}

#[test]
fn v3_without_a_previous_level_nothing_is_held() {
    let held = with_mark("1", "93").veto("V1", Decided);
    assert_eq!(levels(&with_veto("hold = true"), &[held]), ["five"]);
}

#[test]
fn v4_several_add_up_after_the_ceilings_and_the_place_stays_empty() {
    let more = "cap = \"four\"\n[[veto]]\nid = \"V2\"\ntitle = \"降\"\ndemote = 1\n\
                [[veto]]\nid = \"V3\"\ntitle = \"再降\"\ndemote = 1";
    let scheme = with_veto(more);
    for (vetoes, filled, level) in [
        (&["V2"][..], "five", "four"),
        (&["V1", "V2"], "four", "three"),
        (&["V1", "V2", "V3"], "four", "none"),
    ] {
        let organisation = vetoes
            .iter()
            .fold(with_mark("1", "93"), |organisation, veto| {
                organisation.veto(veto, Decided)
            });
        let outcome = &score(&scheme, &[organisation])[0];
        let filled_level = outcome
            .standing
            .filled
            .map(|level| scheme.level(level).id.as_str());
        assert_eq!(
            (filled_level, outcome.level(&scheme)),
            (Some(filled), level),
            "{vetoes:?}"
        );
    }
}

#[test]
fn v5_zeroes_an_item_whatever_it_was_and_completes_a_sheet() {
    let party = ONE_ITEM.replacen(
        "points = 100",
        "points = 60\n[[category.item]]\nid = \"A2\"\ntitle = \"二\"\npoints = 40\noptional = true",
        1,
    );
    let scheme = scheme(
        "",
        &format!("{party}{LEVELS}[[veto]]\nid = \"V1\"\ntitle = \"清\"\nzero = \"A2\"\n"),
    );
    for (entries, without, with) in [
        ("A1: 50; A2: 30", "80.00", "50.00"),
        ("A1: 50; A2: NA", "83.33", "50.00"),
        ("A1: 50", "–", "50.00"),
        ("A2: 30", "–", "–"),
    ] {
        let organisation =
            Organisation::new("1").sheet_in("superior", "甲", entries, SheetState::Submitted);
        assert_eq!(
            score(&scheme, std::slice::from_ref(&organisation))[0].composite(),
            without,
            "{entries}"
        );
        let zeroed = organisation.veto("V1", Decided);
        assert_eq!(score(&scheme, &[zeroed])[0].composite(), with, "{entries}");
    }
}

#[test]
fn v9_conditions_decide_by_themselves_unless_lifted() {
    for (condition, mark, met) in [
        ("{ party = \"superior\", below = 80 }", "79.99", true),
        ("{ party = \"superior\", below = 80 }", "80", false),
        ("{ category = \"A\", below = 80 }", "79.99", true),
        ("{ item = \"A1\", below = 80 }", "79.99", true),
        ("{ item = \"A1\", below = 80 }", "80", false),
    ] {
        let scheme = with_veto(&format!("when = {condition}\ncap = \"none\""));
        let organisation = with_mark("1", mark);
        let outcome = &score(&scheme, std::slice::from_ref(&organisation))[0];
        let auto: Vec<bool> = outcome
            .figures
            .vetoes
            .iter()
            .map(|veto| veto.auto)
            .collect();
        assert_eq!(
            auto,
            if met { vec![true] } else { vec![] },
            "{condition} {mark}"
        );
        assert_eq!(outcome.level(&scheme) == "none", met, "{condition} {mark}");
        let lifted = organisation.veto("V1", Lifted);
        assert_ne!(
            score(&scheme, &[lifted])[0].level(&scheme),
            "none",
            "{condition} {mark}"
        );
    }
}

#[test]
fn v9_a_streak_takes_every_year_without_a_gap() {
    let scheme = with_veto("when = { streak = \"none\", years = 3 }\nwarn = \"提请调整班子\"");
    for (mark, earlier, warned) in [
        ("50", &[("2025", "none"), ("2024", "none")][..], true),
        ("50", &[("2025", "none"), ("2023", "none")], false),
        ("50", &[("2025", "none"), ("2024", "three")], false),
        ("70", &[("2025", "none"), ("2024", "none")], false),
    ] {
        let organisation = earlier
            .iter()
            .fold(with_mark("1", mark), |organisation, (year, level)| {
                organisation.earlier(year, level)
            });
        let outcome = &score(&scheme, &[organisation])[0];
        assert_eq!(
            !outcome.figures.vetoes.is_empty(),
            warned,
            "{mark} {earlier:?}"
        );
    }
}

#[test]
fn v8_unrated_takes_neither_rank_nor_place_but_its_ceiling_is_told() {
    let more = "unrated = true\n[[veto]]\nid = \"V2\"\ntitle = \"限\"\ncap = \"three\"";
    let scheme = with_veto(more);
    let outcomes = score(
        &scheme,
        &[
            with_mark("1", "95").veto("V1", Decided).veto("V2", Decided),
            with_mark("2", "90"),
        ],
    );
    assert_eq!(
        (outcomes[0].standing.rank, outcomes[1].standing.rank),
        (None, Some(1))
    );
    let ceiling = outcomes[0]
        .figures
        .ceiling
        .map(|level| scheme.level(level).id.as_str());
    assert_eq!(ceiling, Some("three"));
}
