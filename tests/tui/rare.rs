//! Characters of rare names, some beyond the first plane of Unicode, keep their columns.

use crate::driver::{Driver, with_organisations_named};

const RARE: [&str; 3] = ["𫖮水村", "䶮溪村", "𠮷祥巷社区"];

/// The columns of a screen in which a row has a character of two columns, or the like: what stands
/// right of the name begins where it begins in the rows around.
fn column_of(driver: &Driver, name: &str, right: &str) -> usize {
    let screen = driver.terminal.screen();
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let text = |y: u16| {
        screen
            .rows(0, columns)
            .nth(usize::from(y))
            .unwrap_or_default()
    };
    let y = (0..rows).find(|y| text(*y).contains(name));
    let y = y.expect(name);
    let found = (0..columns).rev().find(|x| {
        screen
            .cell(y, *x)
            .is_some_and(|cell| cell.contents() == right)
    });
    usize::from(found.expect(right))
}

/// Every row of the screen ends its box in the same column, and the name is whole.
fn stands_aligned(driver: &Driver) {
    for name in RARE {
        assert_eq!(column_of(driver, name, "│"), 79, "{}", driver.text());
    }
}

#[test]
fn lists_and_ranking_stay_aligned_with_rare_characters() {
    let (_folder, mut driver) = with_organisations_named(&RARE);
    stands_aligned(&driver);
    // The figure of the composite ends where it ends in the rows of common names.
    let screen = driver.terminal.screen();
    let headings = screen.rows(0, 80).nth(2).unwrap_or_default();
    assert!(headings.contains("综合"), "{headings}");
    let points: Vec<Option<u16>> = (3..10)
        .map(|y| {
            (34..72).rev().find(|x| {
                screen
                    .cell(y, *x)
                    .is_some_and(|cell| cell.contents() == ".")
            })
        })
        .collect();
    assert!(
        points.windows(2).all(|pair| pair.first() == pair.last()),
        "{points:?} {}",
        driver.text()
    );
    for name in RARE {
        driver.press("<F3>");
        driver.paste(name);
        driver.press("<Enter>");
        assert!(driver.under_hand().contains(name), "{}", driver.text());
    }
    driver.press("<F10>paiming<Enter>");
    assert_eq!(driver.top(), Some("ranking"), "{}", driver.text());
    driver.press("<F3>");
    driver.paste(RARE[0]);
    driver.press("<Enter>");
    assert!(driver.under_hand().contains(RARE[0]), "{}", driver.text());
    let rows: Vec<String> = driver.terminal.screen().rows(78, 2).collect();
    let framed = rows.iter().skip(2).take(8);
    assert!(framed.clone().all(|end| end.ends_with('│')), "{rows:?}");
}
