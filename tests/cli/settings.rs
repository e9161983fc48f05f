//! Settings and where they come from, the manual page, completions, doctor.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::support::{Place, Ran};
use super::{round, support};

fn configured(text: &str) -> Place {
    let place = Place::new();
    fs::create_dir_all(place.path(".config/pingxing")).unwrap();
    fs::write(place.path(".config/pingxing/config.toml"), text).unwrap();
    place
}

#[test]
fn every_setting_says_where_it_comes_from() {
    let place = configured(
        "language = \"en\"\ntheme = \"light\"\n[keys]\n\"scoring.submit\" = [\"Ctrl-S\", \"F9\"]\n",
    );
    let shown = place.done(&["config", "--as", "考评一组"]);
    let line = |start: &str| {
        let found = shown.lines().find(|line| line.starts_with(start));
        found
            .unwrap_or_else(|| panic!("{start}: {shown}"))
            .to_owned()
    };
    assert!(line("configuration file").ends_with("config.toml"));
    assert!(line("language").ends_with("the configuration file"));
    assert!(line("database").ends_with("the environment's PINGXING_DB"));
    assert!(line("who acts").ends_with("the option --as"));
    assert!(line("glyphs").ends_with("the default"));
    let keys = line("keys scoring.submit");
    assert!(keys.contains("Ctrl-S F9") && keys.ends_with("the configuration file"));
}

#[test]
fn a_faulty_file_is_told_like_a_scheme_and_the_rest_of_it_is_in_force() {
    let place =
        configured("theme = \"drak\"\nglyphs = \"ascii\"\n\n[keys]\n\"scoring.pane\" = [\"x\"]\n");
    let Ran { status, out, .. } = place.run(&["config"]);
    assert_eq!(status, 1);
    for told in [
        "config.toml:1:9",
        "是否应为“dark”？",
        "config.toml:5:1",
        "键: keys.scoring.pane",
        "共 2 处错误",
    ] {
        assert!(out.contains(told), "{told}: {out}");
    }
    let glyphs = out.lines().find(|line| line.starts_with("线条和符号"));
    assert!(glyphs.is_some_and(|line| line.contains("ascii") && line.ends_with("配置文件")));
    // Other commands do their work all the same.
    place.done(&["scheme", "list"]);
}

#[test]
fn the_configuration_file_can_be_named() {
    let place = Place::new();
    fs::write(place.path("ours.toml"), "language = \"en\"\n").unwrap();
    let mut program = place.program();
    let ran: Ran = program
        .env("PINGXING_CONFIG", place.path("ours.toml"))
        .arg("config")
        .output()
        .unwrap()
        .into();
    assert!(ran.out.contains("ours.toml"), "{}", ran.out);
    assert!(ran.out.contains("language"), "{}", ran.out);
}

#[test]
fn the_manual_page_has_every_command_and_every_key() {
    let place = Place::new();
    for (language, heading) in [("zh", ".SH 按键"), ("en", ".SH KEYS")] {
        let page = place.done(&["--lang", language, "man"]);
        assert!(page.contains(heading), "{page}");
        for named in [
            "pingxing results",
            "pingxing scheme check",
            "scoring.submit",
            "F9",
        ] {
            assert!(page.contains(named), "{named}: {page}");
        }
    }
}

#[test]
fn completions_are_written_for_every_shell() {
    let place = Place::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = place.done(&["completions", shell]);
        assert!(script.contains("explain"), "{shell}");
    }
    assert_eq!(place.run(&["completions", "tcsh"]).status, 2);
}

#[test]
fn doctor_tells_what_is_fine_and_what_to_do() {
    let place = round();
    let out = place.done(&["doctor"]);
    assert!(out.contains("1 个轮次"), "{out}");
    assert!(out.contains("可读可写"), "{out}");
    let database = place.path("round.db");
    fs::set_permissions(&database, fs::Permissions::from_mode(0o666)).unwrap();
    let out = place.done(&["doctor"]);
    assert!(out.contains("chmod o-w"), "{out}");
}

#[test]
fn doctor_looks_at_the_disk_of_a_database_that_is_named_without_its_folder() {
    let place = support::Place::new();
    let out = place.run(&["--db", "another.db", "doctor"]).out;
    assert!(out.contains("磁盘") && out.contains("权限"), "{out}");
}

#[test]
fn doctor_ends_with_one_where_the_database_is_none() {
    let place = support::Place::new();
    fs::write(place.path("round.db"), "no database at all, but a text").unwrap();
    let Ran { status, out, err } = place.run(&["doctor"]);
    assert_eq!(status, 1);
    assert!(out.contains("x 异常  数据库"), "{out}");
    assert!(err.contains("1 处异常"), "{err}");
}
