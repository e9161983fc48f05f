use super::*;

fn environment(
    pairs: &'static [(&'static str, &'static str)],
) -> impl Fn(&str) -> Option<OsString> {
    move |wanted| {
        let found = pairs.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, value)| (*value).into())
    }
}

fn file(text: &str) -> File {
    let (file, faults) = parse(text);
    assert!(faults.is_empty(), "{faults:?}");
    file
}

fn of(asked: Asked, text: &str, pairs: &'static [(&'static str, &'static str)]) -> Settings {
    Settings::of(asked, &file(text), &environment(pairs))
}

#[test]
fn the_option_goes_before_file_and_locale_and_chinese_is_the_last() {
    const LOCALE: &[(&str, &str)] = &[("LC_ALL", ""), ("LANG", "en_GB.UTF-8")];
    let asked = || Asked {
        language: Some(Language::English),
        ..Asked::default()
    };
    let language = |settings: Settings| (settings.language.value, settings.language.origin);
    let english = Language::English;
    let chinese = Language::Chinese;
    assert_eq!(
        language(of(asked(), "language = \"zh\"", &[])),
        (english, Origin::Option("--lang"))
    );
    assert_eq!(
        language(of(Asked::default(), "language = \"zh\"", LOCALE)),
        (chinese, Origin::File)
    );
    assert_eq!(
        language(of(Asked::default(), "", LOCALE)),
        (english, Origin::Environment("LANG"))
    );
    assert_eq!(
        language(of(Asked::default(), "", &[("LANG", "C")])).0,
        chinese
    );
    assert_eq!(
        language(of(Asked::default(), "", &[])),
        (chinese, Origin::Default)
    );
}

#[test]
fn the_database_is_named_by_option_environment_file_and_place() {
    const SET: &[(&str, &str)] = &[("PINGXING_DB", "office.db")];
    let text = "database = \"from-file.db\"";
    let database = |asked, text, pairs| {
        let found = of(asked, text, pairs).database.unwrap();
        (found.value, found.origin)
    };
    let asked = Asked {
        database: Some("other.db".into()),
        ..Asked::default()
    };
    assert_eq!(database(asked, text, SET).1, Origin::Option("--db"));
    assert_eq!(
        database(Asked::default(), text, SET),
        ("office.db".into(), Origin::Environment("PINGXING_DB"))
    );
    assert_eq!(
        database(Asked::default(), text, &[]),
        ("from-file.db".into(), Origin::File)
    );
    let (path, origin) = database(Asked::default(), "", &[]);
    assert!(path.ends_with("pingxing/pingxing.db"));
    assert_eq!(origin, Origin::Default);
}

#[test]
fn no_color_is_mono_unless_somebody_says_otherwise() {
    const BARE: &[(&str, &str)] = &[("NO_COLOR", "1")];
    assert_eq!(of(Asked::default(), "", BARE).theme.value, "mono");
    assert_eq!(
        of(Asked::default(), "theme = \"light\"", BARE).theme.value,
        "light"
    );
    assert!(!no_colour(&environment(&[("NO_COLOR", "")])));
}

#[test]
fn what_is_wrong_in_a_file_is_told_and_the_rest_is_used() {
    let text = "theme = \"drak\"\nmouse = \"yes\"\nglyphs = \"ascii\"\nlangauge = \"en\"\n";
    let (file, faults) = parse(text);
    assert_eq!(file.glyphs, Some("ascii"));
    assert_eq!((file.theme, file.mouse, file.language), (None, None, None));
    let told: Vec<_> = faults
        .iter()
        .map(|fault| (diagnose_code(fault), fault.nearest.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            ("unknown-choice", Some("dark")),
            ("wrong-type", None),
            ("unknown-key", Some("language")),
        ]
    );
}

fn diagnose_code(fault: &Fault) -> &'static str {
    crate::diagnose::Kind::code(&fault.kind)
}

#[test]
fn keys_of_commands_are_read_with_their_places() {
    let text = "[keys]\n\"scoring.submit\" = [\"F9\", \"Ctrl-S\"]\nundo = \"u\"\n";
    let (file, faults) = parse(text);
    assert_eq!(file.keys.len(), 1);
    assert_eq!(file.keys[0].command.value, "scoring.submit");
    let keys: Vec<_> = file.keys[0]
        .keys
        .iter()
        .map(|key| key.value.as_str())
        .collect();
    assert_eq!(keys, ["F9", "Ctrl-S"]);
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].place.path, "keys.undo");
}

#[test]
fn a_file_that_is_not_there_is_no_fault_and_a_folder_in_its_place_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let found = Found::at(Some(folder.path().join("config.toml")));
    assert!(!found.is_faulty() && found.text.is_none());
    let found = Found::at(Some(folder.path().to_owned()));
    assert!(found.is_faulty() && found.unreadable.is_some());
}

#[test]
fn who_acts_without_a_name_is_one_actor_in_every_language() {
    let actor = |asked, pairs| {
        let found = of(asked, "", pairs).actor;
        (found.value, found.origin)
    };
    let unnamed = ("未署名".to_owned(), Origin::Default);
    assert_eq!(actor(Asked::default(), &[]), unnamed);
    assert_eq!(
        actor(Asked::default(), &[("LANG", "en_GB.UTF-8"), ("USER", "")]),
        unnamed
    );
    let named = ("考评一组".to_owned(), Origin::Environment("LOGNAME"));
    assert_eq!(actor(Asked::default(), &[("LOGNAME", "考评一组")]), named);
}
