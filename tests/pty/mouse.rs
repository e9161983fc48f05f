//! The mouse, where it is wanted, and the clipboard of the computer at which the person sits.

use crate::house::House;
use crate::terminal::{Terminal, program};

/// The row of a text on the screen, from 1.
fn row(terminal: &Terminal, text: &str) -> usize {
    let screen = terminal.wait(text);
    let found = screen.lines().position(|line| line.contains(text));
    found.expect("it is on the screen") + 1
}

fn click(terminal: &Terminal, row: usize) {
    terminal.send(format!("\x1b[<0;10;{row}M\x1b[<0;10;{row}m").as_bytes());
}

fn at_list(house: &House, further: &[&str]) -> Terminal {
    let database = house.database.display().to_string();
    let mut arguments = vec!["--db", &database, "--lang", "zh", "--as", "考评一组"];
    arguments.extend(further);
    let terminal = Terminal::start(program(&house.place.path(""), &arguments), 120, 36);
    terminal.wait_for_frames(1);
    terminal.press("<Enter><Enter>");
    terminal.wait("宝马村");
    terminal
}

#[test]
fn a_click_selects_and_another_opens() {
    let house = House::new();
    let mut terminal = at_list(&house, &["--mouse"]);
    terminal.wait_for_bytes("\x1b[?1006h");
    let last = row(&terminal, "杨柳村");
    click(&terminal, last);
    terminal.wait("▸ 杨柳村");
    click(&terminal, last);
    terminal.wait("▸ A1");
    let third = row(&terminal, "A3");
    click(&terminal, third);
    terminal.wait("▸ A3");
    terminal.send(b"\x1b[<64;10;10M");
    terminal.wait("▸ A1");
    terminal.press("<C-q>");
    terminal.ended();
    let sent = String::from_utf8_lossy(&terminal.heard()).into_owned();
    assert!(sent.contains("\x1b[?1000l"), "the mouse is given back");
}

#[test]
fn a_row_of_a_popup_is_chosen_by_a_click_and_done_by_another() {
    let house = House::new();
    let terminal = at_list(&house, &["--mouse"]);
    terminal.wait_for_bytes("\x1b[?1006h");
    terminal.press("<F3>yl<Enter><Enter>");
    terminal.wait("▸ A1");
    terminal.press("<F2>");
    terminal.wait("这一项可以做的事");
    let at = row(&terminal, "2  备注");
    // Within the popup, which lies over the panes.
    let click = || terminal.send(format!("\x1b[<0;60;{at}M\x1b[<0;60;{at}m").as_bytes());
    let frames = terminal.frames();
    click();
    terminal.wait_for_frames(frames + 1);
    click();
    terminal.wait("┌ 备注");
}

#[test]
fn the_mouse_is_off_unless_it_is_wanted() {
    let house = House::new();
    let mut terminal = at_list(&house, &[]);
    terminal.press("<C-q>");
    terminal.ended();
    let sent = String::from_utf8_lossy(&terminal.heard()).into_owned();
    assert!(!sent.contains("\x1b[?1000h"));
}

#[test]
fn a_page_goes_to_the_clipboard_at_the_other_end_of_the_line() {
    let house = House::new();
    let terminal = at_list(&house, &[]);
    terminal.press("<C-o>");
    terminal.wait("交给终端的剪贴板");
    // 宝马 within the page, whatever stands before it.
    terminal.wait_for_bytes("\x1b]52;c;");
}
