//! Help, wrong usage, languages, pipes, colours.

use std::process::Stdio;

use super::support::Place;
use super::{round, scored, write};

const COMMANDS: [&str; 16] = [
    "demo",
    "scheme",
    "round",
    "import",
    "export",
    "results",
    "show",
    "explain",
    "check",
    "log",
    "verify",
    "backup",
    "config",
    "doctor",
    "completions",
    "man",
];

#[test]
fn every_command_has_help_in_both_languages() {
    let place = Place::new();
    for command in COMMANDS {
        let chinese = place.done(&[command, "--help"]);
        assert!(chinese.contains("用法：pingxing "), "{chinese}");
        assert!(
            !chinese.contains("Usage") && !chinese.contains("Options"),
            "{chinese}"
        );
        assert!(
            !chinese.contains("选项:"),
            "a colon of the other language: {chinese}"
        );
        let english = place.done(&["--lang", "en", command, "--help"]);
        assert!(english.contains("Usage: pingxing "), "{english}");
        let beyond = english
            .chars()
            .find(|letter| ('\u{4e00}'..='\u{9fff}').contains(letter));
        assert_eq!(beyond, None, "{english}");
    }
}

#[test]
fn help_lines_fit_a_terminal_of_80_columns() {
    use unicode_width::UnicodeWidthStr;
    let place = Place::new();
    for command in COMMANDS {
        for line in place.done(&[command, "--help"]).lines() {
            assert!(line.width() <= 80, "{command}: {line}");
        }
    }
}

#[test]
fn wrong_usage_is_two_and_names_the_nearest() {
    let place = Place::new();
    for (arguments, sentence, nearest) in [
        (&["imprt"][..], "没有这个命令：imprt", "import"),
        (
            &["results", "--round", "x", "--formt", "json"],
            "--formt",
            "--format",
        ),
        (
            &["import", "scroes", "a.csv", "--round", "x"],
            "scroes",
            "scores",
        ),
        (&["round", "nwe"], "没有这个命令：nwe", "是不是：new？"),
        (&["round", "nwe"], "nwe", "详见 pingxing round --help"),
        (&["scheme", "shw"], "没有这个命令：shw", "是不是：show？"),
        (&["exprot"], "没有这个命令：exprot", "是不是：export？"),
        (
            &["import", "scors"],
            "<KIND> 不能是“scors”",
            "是不是：scores？",
        ),
        (
            &["export", "balots"],
            "<KIND> 不能是“balots”",
            "是不是：ballots？",
        ),
        (
            &["export", "balots"],
            "balots",
            "详见 pingxing export --help",
        ),
        (
            &["results"],
            "缺少：--round <NAME>",
            "pingxing results --help",
        ),
        (
            &["results", "--round"],
            "--round <NAME> 后面要写值",
            "pingxing results --help",
        ),
        (&["scheme"], "请接着写命令", "list"),
        (&["--lang", "fr", "verify"], "fr", "zh"),
        (&["log", "--since", "soon"], "“soon”不是日期", "2026-11-02"),
        (
            &["export", "orgs", "--round", "x", "-o", "orgs.doc"],
            "orgs.doc",
            ".xlsx",
        ),
        (
            &[
                "round", "new", "x", "--scheme", "s", "--orgs", "o", "--year", "MMXX",
            ],
            "MMXX",
            "--year",
        ),
    ] {
        let ran = place.run(arguments);
        assert_eq!(ran.status, 2, "{arguments:?}: {}", ran.err);
        assert!(ran.err.starts_with("错误："), "{}", ran.err);
        assert!(
            ran.err.contains(sentence) && ran.err.contains(nearest),
            "{}",
            ran.err
        );
        assert_eq!(ran.out, "");
    }
}

#[test]
fn the_language_is_the_option_else_the_locale_else_chinese() {
    let place = Place::new();
    let ask = |locale: &str, arguments: &[&str]| {
        let output = place
            .program()
            .env("LANG", locale)
            .args(arguments)
            .output()
            .unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(ask("en_GB.UTF-8", &["verify"]).starts_with("error: "));
    assert!(ask("en_GB.UTF-8", &["--lang=zh", "verify"]).starts_with("错误："));
    assert!(ask("C", &["verify"]).starts_with("错误："));
    assert!(ask("zh_CN.UTF-8", &["verify", "--lang", "en"]).starts_with("error: "));
}

#[test]
fn the_screens_need_a_terminal() {
    let place = round();
    for arguments in [&[][..], &["demo"]] {
        let ran = place.run(arguments);
        assert_eq!(ran.status, 1);
        assert!(ran.err.contains("终端界面要在终端里运行"), "{}", ran.err);
    }
}

#[test]
fn the_version_is_a_result() {
    let version = Place::new().done(&["--version"]);
    assert_eq!(
        version,
        concat!("pingxing ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn a_reader_that_goes_away_ends_the_program_quietly() {
    let place = scored();
    for arguments in [
        &["results", "--round", "2026"][..],
        &["results", "--round", "2026", "--format", "json"],
        &["results", "--round", "2026", "--format", "csv"],
        &["show", "0001", "--round", "2026"],
        &["explain", "0001", "--round", "2026"],
        &["log"],
        &["scheme", "show", "luowang"],
        &["--help"],
    ] {
        // The reading end is closed before the program has written anything.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let child = place
            .program()
            .args(arguments)
            .stdout(Stdio::from(writer))
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn nothing_is_coloured_in_a_pipe_or_with_no_color() {
    let place = round();
    write(&place, "faulty.toml", "format = 1\n[scheme]\nid = 5\n");
    for variables in [&[][..], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]] {
        for arguments in [
            &["--help"][..],
            &["nonsense"],
            &["scheme", "check", "faulty.toml"],
        ] {
            let mut program = place.program();
            program.envs(variables.iter().copied()).args(arguments);
            let output = program.output().unwrap();
            assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b));
            assert!(!output.stdout.is_empty() || !output.stderr.is_empty());
        }
    }
}

#[test]
fn the_manual_tells_every_exit_status() {
    let place = Place::new();
    for (language, heading) in [("zh", "退出码"), ("en", "EXIT STATUS")] {
        let manual = place.done(&["--lang", language, "man"]);
        let (_, told) = manual.split_once(heading).unwrap();
        for status in ["0", "1", "2", "143"] {
            assert!(
                told.contains(&format!("\\fB{status}\\fR")),
                "{status}: {told}"
            );
        }
    }
}

#[test]
fn the_english_manual_and_reports_have_no_chinese_words() {
    let place = Place::new();
    for arguments in [
        &["man"] as &[&str],
        &["doctor"],
        &["config"],
        &["export"],
        &["roud"],
    ] {
        let ran = place.run(&[&["--lang", "en"], arguments].concat());
        let said = ran.out + &ran.err;
        let chinese = |letter: &char| ('\u{4e00}'..='\u{9fff}').contains(letter);
        // The language is named for who reads only one of them; who acts is data.
        let said = said.replace("中文 / English", "").replace("录入员", "");
        assert_eq!(said.chars().find(chinese), None, "{arguments:?}: {said}");
    }
}

#[test]
fn a_chinese_line_of_the_manual_can_break_between_characters() {
    let page = Place::new().done(&["man"]);
    let longest = page.lines().filter(|line| !line.starts_with('.'));
    let unbroken = longest
        .flat_map(|line| line.split(' '))
        .flat_map(|part| part.split("\\:"));
    for part in unbroken {
        let wide = part.chars().filter(|letter| !letter.is_ascii()).count();
        assert!(wide <= 12, "{part}");
    }
}
