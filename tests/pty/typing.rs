//! Keys as people and broken lines send them.

use crate::house::{FIRST, House};
use crate::terminal::Terminal;

#[test]
fn full_width_digits_and_points_are_numbers() {
    let house = House::new();
    let terminal = house.at_sheet(FIRST);
    terminal.press("８．５<Enter>７。５<Enter>");
    terminal.wait_for("both", |screen| {
        screen.contains("16.00–96.00") && screen.contains("已保存")
    });
}

#[test]
fn a_pasted_column_is_shown_first_and_stored_as_one_step() {
    let house = House::new();
    let terminal = house.at_sheet(FIRST);
    terminal.send(b"\x1b[200~8\r\n7.5\r\n6\r\n\x1b[201~");
    terminal.wait("3 个得分从 A1");
    assert!(!terminal.text().contains("保存"));
    terminal.press("<Enter>");
    terminal.wait_for("stored", |screen| {
        screen.contains("21.50–91.50") && screen.contains("已保存")
    });
    terminal.press("<C-z>");
    terminal.wait("0.00–100.00");
}

#[test]
fn eighty_by_twenty_four_is_enough_and_less_says_how_much_is_missing() {
    let house = House::new();
    let terminal = Terminal::open_at(&house.place.path(""), &house.database, FIRST, 80, 24);
    crate::house::open_sheet(&terminal);
    terminal.press("8<Enter>");
    terminal.wait_for("the mark and its figures", |screen| {
        screen.contains("8.00–98.00") && screen.contains("已保存") && screen.contains("帮助")
    });
    terminal.resize(79, 20);
    terminal.wait("还差 1 列、4 行");
    terminal.resize(80, 24);
    terminal.wait("8.00–98.00");
}

#[test]
fn any_size_and_any_change_of_it_are_survived() {
    let house = House::new();
    let mut terminal = house.at_sheet(FIRST);
    for side in [1, 2, 5, 13, 24, 79, 200, 1] {
        for other in [1, 3, 24, 120] {
            terminal.resize(side, other);
            terminal.press("<Down>");
        }
    }
    terminal.resize(120, 36);
    terminal.wait("0.00–100.00");
    terminal.press("<C-q>");
    assert_eq!(terminal.ended().0.exit_code(), 0);
}

#[test]
fn ten_kilobytes_of_noise_break_nothing() {
    let house = House::new();
    let terminal = house.at_sheet(FIRST);
    let mut state = 7_u32;
    let noise = (0..10_240).map(|_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        match (state >> 24) as u8 {
            // These leave the program, as they should, or stop it.
            0x03 | 0x11 | 0x1a | b'q' => b'?',
            byte => byte,
        }
    });
    let noise: Vec<u8> = noise.collect();
    for piece in noise.chunks(512) {
        terminal.send(piece);
    }
    // Whatever it opened or filtered, it still draws what it is asked to.
    terminal.send(b"\x1b[201~\x1b\\");
    terminal.press("<Esc>");
    let frames = terminal.frames();
    terminal.resize(100, 30);
    terminal.wait_for_frames(frames + 1);
    drop(terminal);
    house.place.done(&["verify"]);
}
