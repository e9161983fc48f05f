//! Each screen as it looks, text and style, at the smallest size and at a wide one.

use crate::driver::{Driver, empty_office, office};

/// The screen as text, and below it the styles of each row that has any: `r` reversed, `b` bold,
/// `u` underlined, a colour's digit.
pub fn picture(driver: &Driver) -> String {
    let screen = driver.terminal.screen();
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let mut text = String::new();
    let mut styles = String::new();
    for row in 0..rows {
        let line = screen
            .rows(0, columns)
            .nth(usize::from(row))
            .unwrap_or_default();
        text.push_str(&stable(line.trim_end()));
        text.push('\n');
        let style: String = (0..columns)
            .map(|column| style_of(screen, row, column))
            .collect();
        if style.trim_end().is_empty() {
            continue;
        }
        styles.push_str(&format!("{row:>3} {}\n", style.trim_end()));
    }
    format!("{text}---\n{styles}")
}

fn style_of(screen: &vt100::Screen, row: u16, column: u16) -> char {
    let Some(cell) = screen.cell(row, column) else {
        return ' ';
    };
    match (
        cell.inverse(),
        cell.underline(),
        cell.bold(),
        cell.fgcolor(),
    ) {
        (true, ..) => 'r',
        (_, true, ..) => 'u',
        (.., vt100::Color::Idx(color)) => char::from(b'0' + color % 10),
        (_, _, true, _) => 'b',
        _ => ' ',
    }
}

/// Times are local, and codes are made from ids that are never the same twice.
fn stable(line: &str) -> String {
    let hex = |letter: char| letter.is_ascii_hexdigit() && !letter.is_ascii_uppercase();
    let words = line.split(' ').map(|word| {
        let code = word.trim_end_matches('│');
        let length = code.len();
        if matches!(length, 8 | 64) && code.chars().all(hex) {
            word.replace(hex, "x")
        } else if word.get(2..3) == Some(":") {
            word.replace(|letter: char| letter.is_ascii_digit(), "0")
        } else {
            word.to_owned()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

pub fn sizes() -> [(u16, u16); 2] {
    [(80, 24), (120, 36)]
}

pub fn show(name: &str, keys: &str) {
    for (width, height) in sizes() {
        let mut driver = Driver::in_organisations(width, height);
        driver.press(keys);
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), picture(&driver));
    }
}

#[test]
fn rounds() {
    for (width, height) in sizes() {
        let mut driver = Driver::new(office(), width, height);
        insta::assert_snapshot!(format!("rounds_{width}x{height}"), picture(&driver));
        driver.press("<Enter>");
        insta::assert_snapshot!(format!("seat_{width}x{height}"), picture(&driver));
    }
}

#[test]
fn first_start() {
    let (_folder, office) = empty_office();
    let driver = Driver::new(office, 80, 24);
    insta::assert_snapshot!("first_start", picture(&driver));
}

#[test]
fn organisations() {
    show("organisations", "");
    show("organisations_tree", "<F4>0");
    show("organisations_filter", "<F4>");
    show("organisations_find", "<F3>sq");
}

#[test]
fn vetoes() {
    show("vetoes_of_one", "<F6>");
    show("vetoes", "<F2>3");
    show("veto_step", "<F2>3<Enter>");
}

#[test]
fn journal() {
    show("journal", "<F2>4");
    show("journal_detail", "<F2>4<Enter>");
}

#[test]
fn help_and_palette() {
    show("help", "<F1>");
    show("palette", "<F10>cx");
    show("actions", "<F2>");
}

#[test]
fn a_window_that_is_too_small_says_how_much_is_missing() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.resize(60, 20);
    let (frame, caret) = driver.frame();
    let said: String = frame
        .content
        .iter()
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    let said = said.replace(' ', "");
    assert!(said.contains("还差20列、4行"), "{said}");
    assert!(caret.is_none());
}

#[test]
fn nothing_is_done_unseen_in_a_window_that_is_too_small() {
    let mut driver = Driver::in_organisations(80, 24);
    driver.resize(80, 23);
    driver.press("<Down><Enter>5<Enter>");
    driver.paste("5");
    assert_eq!(driver.top(), Some("organisations"));
    driver.says("还差 1 行");
    driver.resize(80, 24);
    driver.draw();
    assert!(
        driver.under_hand().contains("水塔社区"),
        "{}",
        driver.text()
    );
    driver.resize(20, 5);
    driver.press("<C-q>");
    assert!(driver.quit);
}
