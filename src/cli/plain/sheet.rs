//! One organisation's sheet, item by item.

use super::seat::Seat;
use super::talk::{Ended, Talk};
use super::{Stopped, choose, item};
use crate::desk::{Act, Answer, Asking, Closed, Deaf, Kind, Landing, Said, Stroke, field};
use crate::exchange::fold;
use crate::round::Conflict;
use crate::scheme::LevelIndex;
use crate::text::{
    Language, journal, moment, plain as told, scoring as facts, scoring_screen as screen,
};

/// Where a line leads.
enum Next {
    /// The same sheet goes on.
    Stay,
    /// To the question which organisation.
    Leave,
    /// To another organisation.
    Open(String),
}

/// Asks for every item of an organisation, until the sheet is submitted or left.
///
/// # Errors
/// The person leaves.
pub fn fill(talk: &mut Talk<'_>, seat: &mut Seat<'_>, organisation: &str) -> Result<(), Stopped> {
    let mut organisation = organisation.to_owned();
    loop {
        let answer = seat
            .desk
            .open_organisation(&organisation, Landing::FirstOpen);
        seat.settle(talk, &answer)?;
        let Some(open) = seat.desk.open() else {
            return Ok(());
        };
        let (done, all) = (open.scored(), open.slots.len());
        talk.say(&told::entered(seat.language, &open.row.name, done, all))?;
        match items(talk, seat)? {
            Next::Open(other) => organisation = other,
            Next::Stay | Next::Leave => return Ok(()),
        }
    }
}

fn items(talk: &mut Talk<'_>, seat: &mut Seat<'_>) -> Result<Next, Stopped> {
    loop {
        if seat.desk.stuck() > 0 {
            try_again(talk, seat)?;
            continue;
        }
        if seat.desk.asking().is_some() {
            if asked(talk, seat)? {
                return Ok(Next::Leave);
            }
            continue;
        }
        let language = seat.language;
        let Some((open, slot)) = seat.desk.open().and_then(|open| Some((open, open.slot()?)))
        else {
            return Ok(Next::Leave);
        };
        talk.say(&item::item(&seat.desk, open, slot, false, language).join("\n"))?;
        let question = match open.closed {
            Some(Closed::Submitted) => told::submitted(language),
            Some(closed) => screen::closed(language, closed),
            None => item::question(&seat.desk, slot, language),
        };
        let line = talk.ask(&question)?;
        match command(talk, seat, &line)? {
            Next::Stay => {}
            next => return Ok(next),
        }
    }
}

/// Something could not be stored: nothing else is asked until it is, or is given up.
fn try_again(talk: &mut Talk<'_>, seat: &mut Seat<'_>) -> Result<(), Ended> {
    let (language, count) = (seat.language, seat.desk.stuck());
    let question = told::try_again(language, count);
    if let Err(ended) = talk.ask(&question) {
        talk.say(&told::given_up(language, count))?;
        return Err(ended);
    }
    let answer = seat.desk.retry();
    seat.settle(talk, &answer)?;
    if seat.desk.all_stored() {
        talk.say(&told::stored_now(language))?;
    }
    Ok(())
}

/// A line in answer to an item.
fn command(talk: &mut Talk<'_>, seat: &mut Seat<'_>, line: &str) -> Result<Next, Stopped> {
    let plain = folded(line);
    let answer = match plain.as_str() {
        "^" | "<<" => {
            undo(talk, seat)?;
            seat.desk.read_again()
        }
        "" => seat.desk.move_by(true),
        ">" => seat.desk.move_by(true),
        "<" => seat.desk.move_by(false),
        "--" => seat.desk.press(Stroke::Delete),
        "!" => seat.desk.run(Act::Flag),
        "++" => seat.desk.ask_summary(),
        "NA" | "na" => seat.desk.run(Act::NotApplicable),
        "?" => {
            explain(talk, seat)?;
            Answer::quiet()
        }
        "=" => {
            talk.say(&figures(seat))?;
            Answer::quiet()
        }
        _ => return entered(talk, seat, line, &plain),
    };
    seat.settle(talk, &answer)?;
    Ok(Next::Stay)
}

/// A line as it was meant. Of what an input method writes, three are meant so here alone: the
/// dots of Shift-6, and the angles.
fn folded(line: &str) -> String {
    let plain = fold(line);
    if !plain.is_empty() && plain.chars().all(|letter| letter == '…') {
        return "^".to_owned();
    }
    let angle = |letter: char| match letter {
        '《' | '〈' => '<',
        '》' | '〉' => '>',
        other => other,
    };
    plain.chars().map(angle).collect()
}

/// A mark, a note, or a place to go to.
fn entered(
    talk: &mut Talk<'_>,
    seat: &mut Seat<'_>,
    line: &str,
    plain: &str,
) -> Result<Next, Stopped> {
    if let Some(wanted) = plain.strip_prefix('/') {
        return go_to(talk, seat, wanted.trim());
    }
    let act = match plain.chars().next() {
        Some('#') => Some(Act::Note),
        Some('~') => Some(Act::Withdraw),
        _ => None,
    };
    if let Some(act) = act {
        let text: String = line.chars().skip(1).collect();
        let answer = seat.desk.run(act);
        seat.settle(talk, &answer)?;
        answer_text(talk, seat, text.trim())?;
        return Ok(Next::Stay);
    }
    type_in(talk, seat, plain)?;
    Ok(Next::Stay)
}

/// Types a line into the field as keys, then keeps it.
fn type_in(talk: &mut Talk<'_>, seat: &mut Seat<'_>, plain: &str) -> Result<(), Ended> {
    let strokes = match read_for(seat, plain) {
        Ok(strokes) => strokes,
        Err(None) => return talk.say(&told::not_understood(seat.language, plain)),
        Err(Some(deaf)) => return seat.settle(talk, &Answer::say(Said::Deaf(deaf))),
    };
    let before = seat.desk.open().map(|open| open.at);
    for stroke in strokes {
        let answer = seat.desk.press(stroke);
        // Nothing after a fault is taken, and nothing before it kept.
        let refused = matches!(answer.said, Some(Said::Deaf(_) | Said::ReadOnly(_)));
        seat.settle(talk, &answer)?;
        if refused {
            return drop_line(talk, seat);
        }
    }
    if is_drafted(seat) {
        let answer = seat.desk.press(Stroke::Enter);
        seat.settle(talk, &answer)?;
    }
    if is_drafted(seat) {
        // It breaks its item's rule, which has been said; the field is asked for again.
        return drop_line(talk, seat);
    }
    saved(talk, seat, before)
}

fn is_drafted(seat: &Seat<'_>) -> bool {
    seat.desk.open().is_some_and(|open| open.draft.is_some())
}

/// Nothing of a refused line stays in the field.
fn drop_line(talk: &mut Talk<'_>, seat: &mut Seat<'_>) -> Result<(), Ended> {
    if is_drafted(seat) {
        let answer = seat.desk.press(Stroke::Escape);
        seat.settle(talk, &answer)?;
    }
    Ok(())
}

/// The strokes of a line as the field of the item takes them. A line is an answer as a whole: no
/// part of one that is none is counted, kept, or taken for the next item's.
///
/// # Errors
/// Why it is no answer here; none where it is none anywhere.
fn read_for(seat: &Seat<'_>, plain: &str) -> Result<Vec<Stroke>, Option<Deaf>> {
    let Some(field) = seat.desk.field() else {
        return Err(None);
    };
    let words: Vec<&str> = plain
        .split(|letter: char| letter.is_whitespace() || letter == ',')
        .filter(|word| !word.is_empty())
        .collect();
    let kind = field.kind();
    if words == ["*"] {
        return Ok(vec![Stroke::Star]);
    }
    let counted = matches!(kind, Kind::Deductions | Kind::Options);
    if counted && plain.contains('.') {
        return Err(Some(Deaf::NotHere(kind)));
    }
    match kind {
        Kind::Deductions => {
            let strokes = words
                .into_iter()
                .map(|word| counts(word, field.deductions().len()));
            Ok(strokes.collect::<Result<Vec<_>, _>>()?.concat())
        }
        // Numbers of two digits are typed in the rows.
        Kind::Options => {
            let [word] = words.as_slice() else {
                return Err(None);
            };
            let digits = digits(word).ok_or(None)?;
            let (number, options) = (word.parse().unwrap_or(0), field.options().len());
            if number == 0 || number > options {
                return Err(Some(Deaf::NoOption { number, options }));
            }
            let before = std::iter::once(Stroke::Tab);
            Ok(before.chain(digits).chain([Stroke::Enter]).collect())
        }
        Kind::Mark | Kind::Measured => {
            let [word] = words.as_slice() else {
                return Err(None);
            };
            let strokes: Option<Vec<Stroke>> = word.chars().map(Stroke::of).collect();
            strokes
                .filter(|some| !some.contains(&Stroke::Star))
                .ok_or(None)
        }
    }
}

fn digits(word: &str) -> Option<Vec<Stroke>> {
    let stroke = |letter| Stroke::of(letter).filter(|stroke| matches!(stroke, Stroke::Digit(_)));
    word.chars().map(stroke).collect()
}

/// Some deductions: `12` is a case of 1 and one of 2, `-2` one case of 2 less, and `12=1` one case
/// of the twelfth, which no digit reaches.
fn counts(word: &str, rows: usize) -> Result<Vec<Stroke>, Option<Deaf>> {
    let Some((row, count)) = word.split_once('=') else {
        let stroke = |letter| {
            let stroke = Stroke::of(letter);
            stroke.filter(|stroke| matches!(stroke, Stroke::Digit(_) | Stroke::Minus))
        };
        let strokes: Option<Vec<Stroke>> = word.chars().map(stroke).collect();
        return strokes.ok_or(None);
    };
    let count = digits(count)
        .filter(|count| !count.is_empty())
        .ok_or(None)?;
    digits(row).filter(|row| !row.is_empty()).ok_or(None)?;
    let number: usize = row.parse().unwrap_or(usize::MAX);
    if number == 0 || number > rows {
        return Err(Some(Deaf::NoRow { number, rows }));
    }
    let down = std::iter::repeat_n(Stroke::Down, number - 1);
    let into = std::iter::once(Stroke::Tab).chain(down);
    Ok(into.chain(count).chain([Stroke::Enter]).collect())
}

/// What was stored of the item that was answered, and what follows from it.
fn saved(talk: &mut Talk<'_>, seat: &Seat<'_>, at: Option<usize>) -> Result<(), Ended> {
    let language = seat.language;
    let slot = seat
        .desk
        .open()
        .and_then(|open| open.slots.get(at?))
        .filter(|slot| slot.entry.is_some() && seat.desk.all_stored());
    let Some(slot) = slot else {
        return Ok(());
    };
    let entry = item::now(
        slot,
        &field(seat.desk.scheme(), slot.item),
        item::unit(&seat.desk, slot),
        language,
    );
    let composite = composite(seat).unwrap_or_default();
    talk.say(&told::kept(language, &entry, &composite))
}

/// To an item by its id, else to an organisation by its name.
fn go_to(talk: &mut Talk<'_>, seat: &mut Seat<'_>, wanted: &str) -> Result<Next, Stopped> {
    if let Some(answer) = seat.desk.go_to_item(wanted) {
        seat.settle(talk, &answer)?;
        return Ok(Next::Stay);
    }
    let found = choose::named(talk, seat, wanted)?;
    Ok(found.map_or(Next::Stay, Next::Open))
}

fn explain(talk: &mut Talk<'_>, seat: &Seat<'_>) -> Result<(), Ended> {
    let language = seat.language;
    if let Some(open) = seat.desk.open()
        && let Some(slot) = open.slot()
    {
        talk.say(&item::item(&seat.desk, open, slot, true, language).join("\n"))?;
    }
    talk.say(&told::explain(language))
}

fn undo(talk: &mut Talk<'_>, seat: &Seat<'_>) -> Result<(), Ended> {
    let language = seat.language;
    match seat.undo() {
        Ok(()) => talk.say(&told::undone(language)),
        Err(failed) => {
            let told = failed.told(language);
            talk.say(&told.map(|told| told.why).unwrap_or_default())
        }
    }
}

/// Composite, level, and the vetoes on record.
fn figures(seat: &Seat<'_>) -> String {
    let language = seat.language;
    let Some(panel) = seat.desk.panel() else {
        return if seat.desk.blind() {
            screen::blind(language)
        } else {
            screen::nothing_rated(language)
        };
    };
    let mut lines: Vec<String> = composite(seat).into_iter().collect();
    for standing in &panel.vetoes {
        let scheme = seat.desk.scheme();
        let state = facts::veto_state(seat.desk.scheme(), language, standing);
        lines.push(told::vetoed(
            language,
            &scheme.veto(standing.veto).title,
            &state,
        ));
    }
    lines.join("\n")
}

/// The composite and the levels, on one line.
fn composite(seat: &Seat<'_>) -> Option<String> {
    let language = seat.language;
    let panel = seat.desk.panel()?;
    let figure = match (panel.composite, panel.low, panel.high) {
        (Some(composite), ..) => told::figure(language, &composite.to_string()),
        (None, Some(low), Some(high)) => {
            told::figures_between(language, &low.to_string(), &high.to_string())
        }
        _ => return None,
    };
    let title = |level: LevelIndex| seat.desk.scheme().level(level).title.clone();
    let levels = panel
        .reached
        .zip(panel.in_reach)
        .map(|(reached, in_reach)| told::levels(language, &title(reached), &title(in_reach)));
    let said = panel.statement.map(|said| {
        let said = screen::statement(language, seat.desk.scheme(), said);
        told::decides(language, &said)
    });
    Some(figure + &levels.unwrap_or_default() + &said.unwrap_or_default())
}

/// Answers what is open over the sheet. Whether the sheet is done with.
fn asked(talk: &mut Talk<'_>, seat: &mut Seat<'_>) -> Result<bool, Stopped> {
    let language = seat.language;
    match seat.desk.asking().cloned() {
        Some(Asking::Conflict(conflict)) => decide(talk, seat, &conflict)?,
        Some(Asking::Reason { recent, .. }) => {
            for (reason, number) in recent.iter().zip(1_usize..) {
                talk.say(&format!("{number} {reason}"))?;
            }
            let question = match recent.is_empty() {
                true => told::reason_plain(language),
                false => told::reason(language),
            };
            let typed = talk.ask(&question)?;
            answer_text(talk, seat, &typed)?;
        }
        Some(Asking::Summary { .. }) => return summary(talk, seat),
        _ => {
            let answer = seat.desk.press(Stroke::Escape);
            seat.settle(talk, &answer)?;
        }
    }
    Ok(false)
}

/// Types a text that is asked for, in place of the one that is there.
fn answer_text(talk: &mut Talk<'_>, seat: &mut Seat<'_>, typed: &str) -> Result<(), Ended> {
    let holds_text = |seat: &Seat<'_>| {
        let asking = seat.desk.asking().and_then(Asking::text);
        asking.is_some_and(|text| !text.is_empty())
    };
    while holds_text(seat) {
        let answer = seat.desk.press(Stroke::Backspace);
        seat.settle(talk, &answer)?;
    }
    for letter in typed.chars() {
        let answer = seat.desk.letter(letter);
        seat.settle(talk, &answer)?;
    }
    if seat.desk.asking().is_some() {
        let answer = seat.desk.press(Stroke::Enter);
        seat.settle(talk, &answer)?;
    }
    Ok(())
}

/// Two people changed one mark.
fn decide(talk: &mut Talk<'_>, seat: &mut Seat<'_>, conflict: &Conflict) -> Result<(), Ended> {
    let language = seat.language;
    let value = |record| journal::record(language, conflict.what, record);
    let at = moment(language, &crate::config::local(conflict.at));
    let theirs = value(conflict.theirs.as_ref());
    talk.say(&screen::conflict_title(language))?;
    talk.say(&screen::conflict_base(
        language,
        &value(conflict.base.as_ref()),
    ))?;
    talk.say(&screen::conflict_theirs(
        language,
        &theirs,
        &conflict.by,
        &at,
    ))?;
    talk.say(&screen::conflict_mine(
        language,
        &value(conflict.mine.as_ref()),
    ))?;
    let wrong = |answer: &str| told::no_such_number(language, answer);
    let chosen = talk.choose(&told::decide(language), 3, wrong)?;
    let digit = u8::try_from(chosen + 1).unwrap_or(1);
    let answer = seat.desk.press(Stroke::Digit(digit));
    seat.settle(talk, &answer)
}

/// What is on the sheet, and whether to submit it.
fn summary(talk: &mut Talk<'_>, seat: &mut Seat<'_>) -> Result<bool, Stopped> {
    let language = seat.language;
    let Some((open, summary)) = seat.desk.open().zip(seat.desk.summary()) else {
        return Ok(true);
    };
    let named = |positions: &[usize]| {
        let slots = positions.iter().filter_map(|at| open.slots.get(*at));
        let names: Vec<String> = slots
            .map(|slot| item::name(&seat.desk, slot, language))
            .collect();
        names.join(&told::separator(language))
    };
    let total = summary.total.to_string();
    let mut lines = vec![screen::summary_total(
        language,
        &total,
        open.scored(),
        open.slots.len(),
    )];
    if !summary.missing.is_empty() {
        let items = named(&summary.missing);
        let told = screen::summary_missing(language, summary.missing.len());
        lines.push(screen::summary_items(language, &told, &items));
    }
    if !summary.flagged.is_empty() {
        let items = named(&summary.flagged);
        let told = screen::summary_flagged(language, summary.flagged.len());
        lines.push(screen::summary_items(language, &told, &items));
    }
    talk.say(&lines.join("\n"))?;
    let complete = summary.missing.is_empty() && open.closed.is_none();
    if complete && wants_to_submit(talk, language)? {
        let answer = seat.desk.submit();
        seat.settle(talk, &answer)?;
        return Ok(true);
    }
    let answer = seat.desk.press(Stroke::Escape);
    seat.settle(talk, &answer)?;
    Ok(complete)
}

/// Asks whether to submit. What is neither was meant for something else, and so is what follows
/// it: only 1 submits, and only at once.
fn wants_to_submit(talk: &mut Talk<'_>, language: Language) -> Result<bool, Ended> {
    let typed = talk.ask(&told::submit_or_not(language))?;
    match fold(&typed).as_ref() {
        "1" => return Ok(true),
        "" => {}
        _ => talk.say(&told::not_understood(language, &typed))?,
    }
    talk.say(&told::not_submitted(language))?;
    Ok(false)
}
