//! The pictures of screens: every cell in its place.

#[path = "../tools/svg.rs"]
mod svg;

use std::num::NonZeroU16;

use vt100::Parser;

fn drawn(bytes: &str) -> String {
    let size = |count| NonZeroU16::new(count).unwrap();
    let mut parser = Parser::new(size(2), size(20), 0);
    parser.process(bytes.as_bytes());
    svg::picture(parser.screen())
}

#[test]
fn wide_characters_take_two_columns_and_runs_end_where_the_look_changes() {
    let svg = drawn("ab宝马<\r\n\u{1b}[1;31mx\u{1b}[0my");
    for wanted in [
        "x=\"14\" y=\"29\" textLength=\"18\" fill=\"#d8dce4\">ab</text>",
        "x=\"32\" y=\"29\" textLength=\"36\" fill=\"#d8dce4\">宝马</text>",
        "<text x=\"68\" y=\"29\"",
        ">&lt;",
        "y=\"49\" textLength=\"9\" fill=\"#e06c75\" font-weight=\"bold\">x<",
    ] {
        assert!(svg.contains(wanted), "{wanted} in {svg}");
    }
}

#[test]
fn reverse_colours_change_places_and_empty_cells_keep_their_background() {
    let svg = drawn("\u{1b}[7m  \u{1b}[0m \u{1b}[48;5;196mz\u{1b}[38;2;1;2;3;49mw");
    assert!(svg.contains("<rect x=\"14\" y=\"14\" width=\"18\" height=\"20\" fill=\"#d8dce4\"/>"));
    assert!(svg.contains("<rect x=\"41\" y=\"14\" width=\"9\" height=\"20\" fill=\"#ff0000\"/>"));
    assert!(svg.contains("fill=\"#010203\">w"));
}

#[test]
fn frames_are_drawn_and_close_in_every_font() {
    let svg = drawn("┌─ A\r\n│██");
    assert!(svg.contains("M23 24.5H18.5V34V24.5M23 24.5H32"), "{svg}");
    assert!(svg.contains("M18.5 34V54M23.5 37.5H32V50.5H23.5z"), "{svg}");
    assert!(svg.contains(">A</text>"), "{svg}");
    assert!(!svg.contains(['┌', '─', '│', '█']), "{svg}");
}

#[test]
fn a_caption_stands_in_the_middle_of_its_row() {
    let caption = svg::caption(2, 20, "F3 <");
    assert!(
        caption.contains("x=\"104\" y=\"69\" text-anchor=\"middle\""),
        "{caption}"
    );
    assert!(caption.contains(">F3 &lt;</text>"), "{caption}");
}
