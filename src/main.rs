//! Parses, chooses a face, reports. color-eyre tells bugs, and nothing else: what the program can
//! foresee is told by the faces.

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;

use color_eyre::config::{HookBuilder, Theme};
use pingxing::cli::{self, Outcome, Screens};
use pingxing::office::Door;
use pingxing::{config, exchange, term, text, tui};

/// The system asked the program to end: 128 + SIGTERM, as a shell counts.
const TERMINATED: u8 = 143;

fn main() -> ExitCode {
    let environment = |name: &str| std::env::var_os(name);
    let arguments: Vec<OsString> = std::env::args_os().collect();
    prepare_for_bugs(&environment);
    // Where it cannot be caught, a file that may not grow ends the program, as everywhere.
    let _ = term::survive_file_limit();
    let (keymap, configuration) = configuration(&environment);
    let given = cli::Given {
        environment: &environment,
        configuration: &configuration,
        key_tables: &|language| tui::key_tables(language, &keymap),
    };
    match cli::run(&arguments, &given) {
        Outcome::Ended(status) => ExitCode::from(status),
        Outcome::Screens(screens) => {
            let told = told(&configuration, screens.settings.language.value);
            open(*screens, keymap, told)
        }
    }
}

/// The configuration file. What is wrong in it is told, and the rest of it is in force.
fn configuration(environment: config::Environment<'_>) -> (tui::Keymap, config::Found) {
    let mut found = config::Found::at(config::file_path(environment));
    let (keymap, faults) = tui::Keymap::of(&found.file.keys);
    found.add_faults(faults);
    (keymap, found)
}

/// What the first screen says of the configuration file; nothing where all of it is in force.
fn told(found: &config::Found, language: text::Language) -> Option<String> {
    let path = found.path.as_ref()?.display().to_string();
    if let Some(why) = &found.unreadable {
        return Some(text::config::unreadable(language, &path, why));
    }
    let faulty = found.is_faulty();
    faulty.then(|| text::config::faulty(language, &path, found.faults.len()))
}

/// Opens the terminal interface, and stays until the person leaves.
fn open(screens: Screens, keymap: tui::Keymap, told: Option<String>) -> ExitCode {
    let settings = screens.settings;
    let door: Arc<dyn Door> = Arc::new(screens.office);
    // What was chosen on the screen counts more than the file, and less than a word now.
    let chosen = tui::Look::remembered(door.as_ref(), &settings.actor.value);
    let language = match settings.language.origin {
        config::Origin::Option(_) => settings.language.value,
        _ => chosen.language.unwrap_or(settings.language.value),
    };
    let set = settings.theme.value.parse().unwrap_or_default();
    let theme = match settings.theme.origin {
        config::Origin::File | config::Origin::Default => chosen.theme.unwrap_or(set),
        _ => set,
    };
    let set = settings.glyphs.value.parse().unwrap_or_default();
    let glyphs = match settings.glyphs.origin {
        config::Origin::File | config::Origin::Default => chosen.glyphs.unwrap_or(set),
        _ => set,
    };
    let options = tui::Options {
        language,
        actor: settings.actor.value,
        theme,
        glyphs,
        keymap: Arc::new(keymap),
        mouse: settings.mouse.value,
        round: screens.round,
        told,
    };
    let ended = tui::run(&door, options);
    // The database is closed before the folder of a passing demonstration goes.
    drop(door);
    drop(screens.folder);
    match ended {
        Ok(tui::Exit::Quit) => ExitCode::SUCCESS,
        Ok(tui::Exit::Terminated) => ExitCode::from(TERMINATED),
        Ok(tui::Exit::NotUtf8) => ExitCode::FAILURE,
        Err(error) => {
            let why = text::cli::terminal_failed(language, &error.to_string());
            // Nobody is left to tell that stderr is gone.
            let _ = writeln!(std::io::stderr(), "{}{why}", text::cli::error(language));
            ExitCode::FAILURE
        }
    }
}

/// A panic is told whole, with what to do; without colours where nobody would see them.
fn prepare_for_bugs(environment: config::Environment<'_>) {
    let plain = config::no_colour(environment) || !std::io::stderr().is_terminal();
    let theme = if plain { Theme::new() } else { Theme::dark() };
    let language = config::language(None, &config::File::default(), environment).value;
    let hook = HookBuilder::default()
        .theme(theme)
        .panic_section(text::cli::bug(language))
        .display_env_section(false);
    // It fails only where another hook is there already, and none is.
    let _ = hook.install();
    // A damaged workbook is told as the fault of its file, by who reads it.
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !exchange::is_reading_workbook() {
            report(panic);
        }
    }));
}
