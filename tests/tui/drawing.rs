//! Any size, any place of a popup, any walk: nothing panics, nothing is left behind.

use std::sync::Arc;

use pingxing::demo;
use pingxing::office::Door;
use pingxing::term::{Screen, Widths};
use pingxing::tui::Theme;

use crate::driver::{Driver, demonstration_of};
use crate::go::go;

/// What a terminal shows after these bytes.
fn shown(bytes: &[u8], width: u16, height: u16) -> Vec<String> {
    let mut terminal = crate::driver::terminal(width, height);
    terminal.process(bytes);
    let screen = terminal.screen();
    let rows = screen.rows(0, width).map(|row| row.trim_end().to_owned());
    let styles = (0..height).map(|row| {
        let cells = (0..width).filter_map(|column| screen.cell(row, column));
        // The second column of a wide character has no style of its own.
        let cells = cells.filter(|cell| !cell.is_wide_continuation());
        cells
            .map(|cell| if cell.inverse() { 'r' } else { '.' })
            .collect()
    });
    rows.chain(styles).collect()
}

#[test]
fn what_is_sent_bit_by_bit_looks_like_what_is_sent_at_once() {
    let walk = [
        "<Down>", "<Down>", "<PgDn>", "<F4>", "<Down>", "3", "<Down>", "<Esc>", "<F3>", "村",
        "<Down>", "<Enter>", "<F6>", "<Down>", "<Enter>", "<Esc>", "<Esc>", "<F1>", "<Down>", "t",
        "<Esc>", "<F2>", "2", "<PgDn>", "<PgDn>", "<Esc>", "<F2>", "4", "<Enter>", "<Esc>",
        "<Esc>", "<End>", "<Up>", "<PgUp>", "<F4>", "0", "<Down>", "<Home>",
    ];
    for (width, height) in [(80, 24), (97, 31), (120, 36)] {
        let mut driver = Driver::in_organisations(width, height);
        for key in walk {
            driver.press(key);
            let (frame, caret) = driver.frame();
            let mut whole = Screen::new(Vec::new());
            whole.draw(&frame, caret).unwrap();
            let whole = shown(whole.writer(), width, height);
            let bits = shown(driver.screen.writer(), width, height);
            assert_eq!(bits, whole, "after {key} at {width}x{height}");
        }
    }
}

/// Ways to every screen and every kind of popup: the scheme, the page, keys there, and the word
/// for what is open then.
const WAYS: &[(&str, &str, &str, &str)] = &[
    (demo::CITY, "单位", "", "organisations"),
    (demo::CITY, "单位", "<F1>", "commands"),
    (demo::CITY, "单位", "<F3>村", "find"),
    (demo::CITY, "单位", "<F4>", "choice"),
    (demo::CITY, "单位", "<Enter>", "scoring"),
    (demo::CITY, "单位", "<F6>", "vetoes"),
    (demo::CITY, "单位", "<F6><Enter>2", "form"),
    (demo::CITY, "排名定级", "", "ranking"),
    (demo::CITY, "排名定级", "<F2>1<Enter>", "tie order"),
    (demo::CITY, "测评计票", "", "ballots"),
    (demo::CITY, "测评计票", "<Tab>", "ballots"),
    (demo::CITY, "横评", "", "crosswise"),
    (demo::CITY, "加减分", "", "adjustments"),
    (demo::CITY, "分工与回避", "", "assignments"),
    (demo::CITY, "未提交名单", "", "waiting"),
    (demo::CITY, "名额", "", "allotment"),
    (demo::CITY, "明细", "", "breakdown"),
    (demo::CITY, "明细", "<Tab><Tab>", "breakdown"),
    (demo::CITY, "公示前核查", "", "findings"),
    (demo::CITY, "操作记录", "", "journal"),
    ("tianjin", "互评", "", "mutual"),
    ("tianjin", "互评", "<F4>", "mutual"),
    ("lanshan", "积分台账", "", "ledger"),
    ("lanshan", "积分台账", "+", "find"),
    ("lanshan", "公布榜", "", "board"),
    ("lanshan", "公布榜", "<Enter>", "persons"),
];

/// Nothing, less than there has to be, just enough, one more, odd and even, and much.
const SIZES: [(u16, u16); 14] = [
    (0, 0),
    (1, 1),
    (20, 5),
    (79, 24),
    (80, 23),
    (80, 24),
    (81, 25),
    (99, 24),
    (100, 31),
    (120, 36),
    (133, 24),
    (80, 70),
    (200, 50),
    (300, 100),
];

#[test]
fn no_size_breaks_any_screen() {
    for scheme in [demo::CITY, "tianjin", "lanshan"] {
        let (_folder, office) = demonstration_of(scheme);
        for (of, page, keys, word) in WAYS {
            if *of != scheme {
                continue;
            }
            let mut driver = Driver::new(Arc::clone(&office) as Arc<dyn Door>, 80, 24);
            driver.press("<Enter><Enter>");
            go(&mut driver, page);
            driver.press(keys);
            assert_eq!(driver.top(), Some(*word), "{page}{keys}\n{}", driver.text());
            for (width, height) in SIZES {
                driver.resize(width, height);
                driver.frame();
            }
            for (width, height) in [(80, 24), (81, 25), (200, 50)] {
                driver.resize(width, height);
                driver.press("<Down><PgDn>");
                driver.press("<End><Up>");
            }
        }
    }
}

#[test]
fn a_popup_above_wide_characters_keeps_its_border() {
    for width in 80..=84 {
        let mut driver = Driver::in_organisations(width, 24);
        for keys in ["<F1>", "<Esc><F4>", "<Esc><F3>", "<Esc><F2>"] {
            driver.press(keys);
            let text = driver.text();
            let count = |corner: &str| text.matches(corner).count();
            assert_eq!(count("┌"), 2, "{keys} at {width}:\n{text}");
            for corner in ["┐", "└", "┘"] {
                assert_eq!(count(corner), 2, "{keys} at {width}:\n{text}");
            }
        }
    }
}

#[test]
fn where_lines_are_two_wide_nothing_but_ascii_draws_boxes() {
    let mut driver = Driver::in_organisations(100, 30);
    driver.model.session.measured = Some(Widths::wide());
    let (frame, _) = driver.frame();
    let symbols = frame.content.iter().map(ratatui::buffer::Cell::symbol);
    let drawing = symbols.filter(|symbol| ("\u{2500}".."\u{25a0}").contains(symbol));
    assert_eq!(drawing.count(), 0);
}

#[test]
fn mono_has_no_colour_and_still_shows_what_is_selected() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.model.session.theme = Theme::Mono;
    let (frame, _) = driver.frame();
    let plain = |cell: &ratatui::buffer::Cell| {
        cell.fg == ratatui::style::Color::Reset && cell.bg == ratatui::style::Color::Reset
    };
    assert!(frame.content.iter().all(plain));
    let reversed =
        |cell: &&ratatui::buffer::Cell| cell.modifier.contains(ratatui::style::Modifier::REVERSED);
    assert!(frame.content.iter().filter(reversed).count() >= 70);
}
