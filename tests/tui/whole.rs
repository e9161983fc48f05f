//! What has to be cut in the pane of an item can be read whole, without a letter.

use pingxing::demo;
use pingxing::scheme::{Item, ItemIndex, ItemRule};

use crate::driver::{Driver, demonstration_of, with_the_demonstration, with_the_demonstration_of};
use crate::go::go;

/// Everything that is written inside the popup, scrolled from its top to its end.
fn read_through(driver: &mut Driver) -> String {
    let mut lines: Vec<String> = Vec::new();
    loop {
        let before = inside(driver);
        for line in &before {
            if !lines.contains(line) {
                lines.push(line.clone());
            }
        }
        driver.press("<Down>");
        if inside(driver) == before {
            return squeezed(&lines.concat());
        }
    }
}

/// The rows of the popup, which is 76 columns wide in the middle.
fn inside(driver: &Driver) -> Vec<String> {
    let width = driver.model.session.size.width;
    let from = (width - 76) / 4 * 2 + 2;
    driver.terminal.screen().rows(from, 72).collect()
}

/// What is written in the pane of the item.
fn item_pane(driver: &Driver) -> String {
    let narrow = driver.model.session.size.width < 110;
    let (from, columns) = if narrow { (26, 52) } else { (32, 56) };
    let rows: String = driver.terminal.screen().rows(from, columns).collect();
    squeezed(&rows)
}

/// Whether a text stands in a pane: on one line, or broken once beside a figure.
fn stands_in(pane: &str, part: &str) -> bool {
    let part = squeezed(part);
    let breaks = part.char_indices().map(|(at, _)| part.split_at(at));
    breaks
        .into_iter()
        .any(|(above, below)| pane.contains(above) && pane.contains(below))
}

/// Without blanks, which only stand where a line was broken.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn said(item: &Item) -> Vec<String> {
    let mut said: Vec<String> = item.standard.iter().cloned().collect();
    said.extend(item.check.clone());
    match &item.rule {
        ItemRule::Deductions(rows) => {
            said.extend(rows.iter().map(|row| row.title.clone()));
        }
        ItemRule::Options(options) => {
            said.extend(options.iter().map(|option| option.title.clone()));
        }
        _ => {}
    }
    said
}

/// In the sheet of an organisation that nobody has filled in.
fn in_a_sheet(scheme: &str, size: (u16, u16)) -> (tempfile::TempDir, Driver) {
    let (folder, office) = demonstration_of(scheme);
    let mut driver = Driver::new(office, size.0, size.1);
    driver.model.session.actor = "代录员".to_owned();
    // The chair that is offered first has something to do.
    driver.press("<Enter><Enter><F4>3<Enter><Home>");
    (folder, driver)
}

#[test]
fn every_item_of_every_scheme_can_be_read_whole() {
    let (mut cut, mut read_whole) = (0, 0);
    for scheme in [demo::CITY, "karamay", "yangquan"] {
        let round = demo::round(scheme, demo::SEED).expect("a demonstration");
        let checked = pingxing::scheme::parse(round.scheme_text).expect("a scheme");
        let scheme = &checked.scheme;
        for size in [(80, 24), (120, 36)] {
            let (_folder, mut driver) = in_a_sheet(&scheme.id, size);
            assert_eq!(driver.top(), Some("scoring"), "{}", driver.text());
            for _ in 0..scheme.items.len() {
                let pane = driver.text();
                let in_pane = item_pane(&driver);
                driver.press("<PgDn>");
                assert_eq!(driver.top(), Some("whole"), "{pane}");
                let popup = driver.text();
                let read = read_through(&mut driver);
                driver.press("<Esc>");
                let named = |at: &usize| {
                    let short = scheme.short_id(ItemIndex::at(*at));
                    let title = scheme.items.get(*at).map_or("", |item| item.title.as_str());
                    popup.contains(&format!(" {short} {title}  满分"))
                };
                let here = (0..scheme.items.len()).find(named);
                let item = here.and_then(|at| scheme.items.get(at));
                let item = item.unwrap_or_else(|| panic!("{popup}"));
                for part in said(item) {
                    assert!(read.contains(&squeezed(&part)), "{part} not in {read}");
                }
                read_whole += 1;
                let short = said(item)
                    .into_iter()
                    .find(|part| !stands_in(&in_pane, part));
                if let Some(short) = short {
                    cut += 1;
                    let hints = pane.lines().last().unwrap_or_default();
                    assert!(hints.contains("PgDn 看全文"), "{short} {size:?} {pane}");
                }
                driver.press("<Down>");
            }
        }
    }
    assert!(cut > 10, "{cut} of {read_whole} were cut");
}

#[test]
fn a_roomy_pane_shows_every_case_of_a_deduction_whole() {
    for scheme in [demo::CITY, "yangquan"] {
        let (_folder, mut driver) = in_a_sheet(scheme, (120, 36));
        let mut broken = 0;
        for _ in 0..30 {
            let pane = item_pane(&driver);
            let hints = driver.text();
            let hints = hints.lines().last().unwrap_or_default();
            let cases: String = pane.split("扣分（按序号）").skip(1).collect();
            let cases = cases.split("得分[").next().unwrap_or_default();
            assert!(!cases.contains('⋯'), "{}", driver.text());
            assert!(!hints.contains("看全文"), "{}", driver.text());
            broken += usize::from(cases.contains("每少-0.5×0一次"));
            driver.press("<Down>");
        }
        assert_eq!(broken > 0, scheme == demo::CITY);
    }
}

#[test]
fn a_grid_shows_its_item_whole_too() {
    let (_folder, mut driver) = with_the_demonstration_of(demo::CITY, 80, 24);
    driver.press("<Enter><F10>hengping<Enter>");
    assert_eq!(driver.top(), Some("crosswise"), "{}", driver.text());
    let hints = driver.text();
    let hints = hints.lines().last().unwrap_or_default();
    assert!(hints.contains("Ctrl-D 看全文"), "{hints}");
    driver.press("<C-d>");
    assert_eq!(driver.top(), Some("whole"));
    assert!(driver.text().contains("考评方式"), "{}", driver.text());
}

#[test]
fn what_the_pane_below_a_list_cuts_can_be_read_whole() {
    let (_folder, mut driver) = with_the_demonstration();
    go(&mut driver, "加减分");
    assert_eq!(driver.top(), Some("adjustments"), "{}", driver.text());
    driver.is_silent_about("Ctrl-D 看全文");
    let long: String = (1..=20)
        .map(|at| format!("第{at}条巡察反馈已整改到位，经验在全市推广。"))
        .collect();
    driver.press("+stsq<Enter>");
    driver.press("2<Backspace>1<Tab>青禾党发〔2026〕99号<Tab>");
    driver.paste(&long);
    driver.press("<Enter>");
    driver.says("Ctrl-D 看全文");
    driver.press("<C-d>");
    assert_eq!(driver.top(), Some("pane"), "{}", driver.text());
    let read = read_through(&mut driver);
    assert!(read.contains(&long), "{read}");
    driver.press("<Esc>");
    assert_eq!(driver.top(), Some("adjustments"));
}
