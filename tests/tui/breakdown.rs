//! 明细: every section at both sizes, and the way into it from other screens.

use pingxing::demo;
use pingxing::office::{Door, Question, Reply};
use pingxing::text::breakdown::Section;

use crate::driver::{Driver, empty_office};
use crate::go::go;
use crate::pictures::{picture, show};

#[test]
fn every_section_at_both_sizes() {
    for section in Section::ALL {
        let number = section.number();
        show(&format!("breakdown_{section:?}"), &format!("<F12>{number}"));
    }
}

/// In the list of organisations of the demonstration of the ten-star scheme.
fn of_four_levels(width: u16, height: u16) -> (tempfile::TempDir, Driver) {
    let (folder, office) = empty_office();
    let round = demo::round("karamay", demo::SEED).expect("a demonstration");
    demo::load(office.as_ref(), &round, "办公室").expect("loaded");
    let mut driver = Driver::new(office, width, height);
    driver.press("<Enter><Enter>");
    (folder, driver)
}

#[test]
fn four_levels_stand_beside_each_other_and_say_which_lost_a_star() {
    for (width, height) in [(80, 24), (120, 36)] {
        let (_folder, mut driver) = of_four_levels(width, height);
        driver.press("<Down><Down><Down><F12>6");
        insta::assert_snapshot!(format!("four_levels_{width}x{height}"), picture(&driver));
    }
    let (_folder, mut driver) = of_four_levels(120, 36);
    driver.press("<Down><Down><Down><F12>6");
    let text = driver.text();
    assert!(
        text.contains("失星 B 民族团结：乡镇初评 55，不到 80 分（村级自评 91）"),
        "{text}"
    );
    assert!(text.contains("B2 政策宣传教育活动 30→4"), "{text}");
    // The heads of the columns stay above the rows.
    driver.press("<PgDn><PgDn>");
    let text = driver.text();
    let heads = text.lines().nth(5).expect("the first line of the section");
    assert!(
        heads.contains("村级自评") && heads.contains("乡镇初评"),
        "{text}"
    );
}

#[test]
fn earlier_levels_and_the_difference_stand_beside_the_item() {
    let (_folder, mut driver) = of_four_levels(120, 36);
    // As the first group of the city.
    driver.press("<Esc><Enter>8<Down><Down><Down><Enter>");
    let text = driver.text();
    assert!(
        text.contains("乡镇初评（乡镇初评一组）  19  本次低 -2.8"),
        "{text}"
    );
    driver.press("20");
    let text = driver.text();
    assert!(
        text.contains("乡镇初评（乡镇初评一组）  19  本次高 +1"),
        "{text}"
    );
    assert!(
        text.contains("村级自评（支部书记）      21.2  本次低 -1.2"),
        "{text}"
    );
    driver.press("<Esc>");
}

#[test]
fn f12_opens_it_from_every_screen_with_an_organisation_under_the_hand() {
    let mut driver = Driver::in_organisations(80, 24);
    for screen in ["排名定级", "公示前核查"] {
        go(&mut driver, screen);
        driver.press("<F12>");
        assert_eq!(
            driver.top(),
            Some("breakdown"),
            "{screen}: {}",
            driver.text()
        );
        driver.press("<Esc>");
    }
    go(&mut driver, "单位");
    driver.press("<Enter><F12>");
    assert_eq!(driver.top(), Some("breakdown"), "{}", driver.text());
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("b");
    assert_eq!(driver.top(), Some("breakdown"), "{}", driver.text());
}

#[test]
fn sections_are_reached_by_digit_tab_and_arrow() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.press("<F12>");
    let at = |driver: &Driver, section: Section| {
        let title = section.title(pingxing::text::Language::Chinese);
        let text = driver.text();
        let mut rows = text.lines();
        let found = rows.any(|row| row.starts_with('┌') && row.contains(&title));
        assert!(found, "{title}\n{text}");
    };
    at(&driver, Section::Overview);
    driver.press("7");
    at(&driver, Section::Trend);
    driver.press("<Tab>");
    at(&driver, Section::Record);
    driver.press("<Left><Left>");
    at(&driver, Section::Reviews);
    driver.press("<Right>");
    at(&driver, Section::Trend);
}

/// Two rounds of two years in one database: the older one is in the trend, with its figures.
#[test]
fn an_earlier_round_of_the_same_database_is_in_the_trend() {
    let (_folder, office) = empty_office();
    let mut older = demo::round(demo::CITY, demo::SEED).expect("a demonstration");
    older.year -= 1;
    older.name = "2025年度";
    let newer = demo::round(demo::CITY, demo::SEED).expect("a demonstration");
    demo::load(office.as_ref(), &older, "办公室").expect("loaded");
    demo::load(office.as_ref(), &newer, "办公室").expect("loaded");
    let ranked = Question::Results {
        round: older.name.to_owned(),
    };
    let Ok(Reply::Results(results)) = office.ask(ranked) else {
        panic!("no results of the older round");
    };
    let row = results
        .rows
        .iter()
        .find(|row| row.standing.rank == Some(2))
        .expect("somebody has a rank");
    let question = Question::Earlier {
        round: newer.name.to_owned(),
        organisation: row.organisation.clone(),
    };
    let Ok(Reply::Earlier(earlier)) = office.ask(question) else {
        panic!("no earlier years");
    };
    let years: Vec<i32> = earlier.iter().map(|one| one.year).collect();
    assert_eq!(years.first(), Some(&older.year), "the newest first");
    assert!(years.is_sorted_by(|one, other| one > other), "{years:?}");
    let then = earlier.first().expect("the older round");
    assert_eq!(then.round.as_deref(), Some("2025年度"));
    assert_eq!(then.composite, row.figures.composite);
    assert_eq!(then.rank, row.standing.rank);
}

#[test]
fn the_table_below_the_radar_is_seen_or_said_to_follow() {
    for (width, height) in [(80, 24), (120, 36)] {
        let mut driver = Driver::in_organisations(width, height);
        driver.press("<F12>3");
        let text = driver.text();
        assert!(text.contains("外圈"), "{text}");
        assert!(text.contains("满分"), "{text}");
        let below = text.contains("↓ 还有");
        assert_eq!(below, text.contains("↑↓"), "{text}");
        assert!(below || height == 36, "{text}");
        driver.press("<End>");
        driver.is_silent_about("↓ 还有");
    }
}
