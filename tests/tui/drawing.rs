//! Any size, any place of a popup, any walk: nothing panics, nothing is left behind.

use pingxing::term::{Screen, Widths};
use pingxing::tui::{Theme, view};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::driver::Driver;

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

#[test]
fn no_size_breaks_any_screen() {
    for keys in [
        "",
        "<F6>",
        "<F2>2",
        "<F2>4<Enter>",
        "<F1>",
        "<F3>村",
        "<F6><Enter>2",
        "<F2>1",
        "<F2>6",
        "<F2>6<F2>1<Enter>1",
        "<F2>71",
        "<F2>7<Tab>",
    ] {
        let mut driver = Driver::in_organisations(80, 24);
        driver.press(keys);
        for width in (0..=300).step_by(19) {
            for height in (0..=100).step_by(9) {
                driver.model.session.size = Size::new(width, height);
                let mut frame = Buffer::empty(Rect::new(0, 0, width, height));
                view(&driver.model, &mut frame);
            }
        }
        for (width, height) in [(1, 1), (79, 24), (80, 23), (80, 24), (81, 25)] {
            driver.resize(width, height);
            driver.press("<Down><PgDn>");
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
