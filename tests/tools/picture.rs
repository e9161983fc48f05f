//! Draws the real screens into `data/pictures/`: the program runs in a pseudo-terminal on a fresh
//! demonstration. `cargo build && cargo run --example picture`.

mod cast;
mod svg;
mod terminal;

use std::fs;
use std::path::Path;

use pingxing::demo;
use terminal::{Failed, Terminal};

const WIDE: terminal::Size = (120, 36);
const NARROW: terminal::Size = (80, 24);

/// F-keys, as a terminal sends them.
const FIND: &str = "\x1bOR";
const BREAKDOWN: &str = "\x1b[24~";
const GO: &str = "\x07";

fn main() -> Result<(), Failed> {
    let round = demo::round(demo::CITY, demo::SEED).ok_or("the scheme is not shipped")?;
    let open = round.landmarks.mid_sheet.ok_or("no sheet stands open")?;
    for (language, words) in [("zh", &CHINESE), ("en", &ENGLISH)] {
        screens(language, words, &open)?;
    }
    write("cast.svg", &cast(&open)?)
}

/// What is waited for.
struct Words {
    seat: &'static str,
    list: &'static str,
    find: &'static str,
    item: &'static str,
    ranking: &'static str,
}

const CHINESE: Words = Words {
    seat: "以谁的名义评",
    list: "综合",
    find: "查找",
    item: "评分标准",
    ranking: "名额",
};

const ENGLISH: Words = Words {
    seat: "In whose name",
    list: "Composite",
    find: "Find",
    item: "Standard",
    ranking: "places",
};

/// List, scoring, breakdown and ranking.
fn screens(language: &str, words: &Words, open: &str) -> Result<(), Failed> {
    let home = tempfile::tempdir()?;
    let mut terminal = Terminal::start(&["--lang", language, "demo"], home.path(), WIDE)?;
    let draw = |terminal: &Terminal, name: &str| {
        let ending = if language == "zh" { "" } else { ".en" };
        let picture = svg::picture(terminal.screen());
        write(&format!("{name}{ending}.svg"), &picture)
    };
    terminal.wait(words.seat)?;
    // 考评一组, the second chair of the list.
    terminal.press("2")?;
    terminal.wait(words.list)?;
    terminal.settle()?;
    draw(&terminal, "organisations")?;
    terminal.press(FIND)?;
    terminal.wait(words.find)?;
    terminal.press(open)?;
    terminal.wait(open)?;
    terminal.press("\r")?;
    terminal.press("\r")?;
    terminal.wait(words.item)?;
    draw(&terminal, "scoring")?;
    terminal.press(BREAKDOWN)?;
    terminal.settle()?;
    draw(&terminal, "breakdown")?;
    terminal.press(GO)?;
    terminal.settle()?;
    terminal.press("2")?;
    terminal.wait(words.ranking)?;
    draw(&terminal, "ranking")
}

/// One organisation, from the list to the submitted sheet.
fn cast(open: &str) -> Result<String, Failed> {
    let home = tempfile::tempdir()?;
    let mut terminal = Terminal::start(&["demo"], home.path(), NARROW)?;
    let mut cast = cast::Cast::default();
    terminal.wait(CHINESE.seat)?;
    let mut step = |terminal: &mut Terminal, keys: &str, name: &str, pause: u32| {
        terminal.press(keys)?;
        terminal.settle()?;
        cast.frame(terminal.screen(), name, pause);
        Ok::<(), Failed>(())
    };
    step(&mut terminal, "2", "2", 1500)?;
    step(&mut terminal, FIND, "F3", 700)?;
    step(&mut terminal, open, open, 900)?;
    step(&mut terminal, "\r", "Enter", 800)?;
    step(&mut terminal, "\r", "Enter", 1800)?;
    for number in 0..26 {
        if terminal.shows("本表汇总") {
            break;
        }
        if terminal.shows("实测 [") {
            step(&mut terminal, "98", "98", 500)?;
            step(&mut terminal, "\r", "Enter", 500)?;
        } else if terminal.shows("选档") {
            step(&mut terminal, "1", "1", 600)?;
        } else if terminal.shows("扣分（按序号）") && number % 3 == 0 {
            step(&mut terminal, "1", "1", 600)?;
            step(&mut terminal, "\r", "Enter", 500)?;
        } else {
            step(&mut terminal, "*", "*", 600)?;
        }
    }
    step(&mut terminal, "+", "+", 3000)?;
    Ok(cast.svg())
}

fn write(name: &str, picture: &str) -> Result<(), Failed> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/pictures");
    fs::create_dir_all(&folder)?;
    Ok(fs::write(folder.join(name), picture)?)
}
