//! Shipped schemes and scheme files.

use std::fs;

use super::support::Place;
use super::{file, write};

#[test]
fn the_shipped_schemes_are_listed_shown_and_sound() {
    let place = Place::new();
    let list = place.done(&["scheme", "list"]);
    for id in [
        "shizuishan",
        "karamay",
        "tianjin",
        "luowang",
        "yangquan",
        "lanshan",
    ] {
        assert!(
            list.lines().any(|line| line.starts_with(id)),
            "{id} in {list}"
        );
        let shown = place.done(&["scheme", "show", id]);
        assert!(shown.lines().count() > 20 && shown.contains(id), "{shown}");
        let copy = format!("{id}.toml");
        place.done(&["scheme", "new", &copy, "--from", id]);
        let told = place.done(&["scheme", "check", &copy]);
        assert!(told.contains("没有错误"), "{told}");
    }
}

#[test]
fn a_copy_never_replaces_a_file() {
    let place = Place::new();
    let path = write(&place, "mine.toml", "mine");
    let ran = place.run(&["scheme", "new", "mine.toml", "--from", "luowang"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("没有覆盖"), "{}", ran.err);
    assert_eq!(fs::read_to_string(path).unwrap(), "mine");
}

#[test]
fn a_check_tells_all_faults_with_their_lines() {
    let place = Place::new();
    let text = fs::read_to_string(file("scheme.toml")).unwrap();
    let text = text
        .replace("points = 60", "ponits = 60")
        .replace("cap = \"four\"", "cap = \"six\"");
    write(&place, "faulty.toml", text);
    let ran = place.run(&["--lang", "en", "scheme", "check", "faulty.toml"]);
    assert_eq!(ran.status, 1);
    for part in ["ponits", "points", "faulty.toml:", "six"] {
        assert!(ran.out.contains(part), "{part} in {}", ran.out);
    }
    assert!(ran.err.starts_with("error: faulty.toml has"), "{}", ran.err);
}
