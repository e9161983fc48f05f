//! The commands of the scoring screen.

use super::{Scoring, whole};
use crate::desk::{Act, Answer, Deaf, Desk, Kind, Landing, Said, Stroke};
use crate::tui::adjustments::{self, Adjustments};
use crate::tui::breakdown::Breakdown;
use crate::tui::find::{Find, Findable};
use crate::tui::grid;
use crate::tui::screen::{Context, Tone};

/// The act of the desk that a command is.
pub fn act(command: &str) -> Option<Act> {
    Some(match command {
        "scoring.clear" => Act::Clear,
        "scoring.flag" => Act::Flag,
        "scoring.note" => Act::Note,
        "scoring.not-applicable" => Act::NotApplicable,
        "scoring.vetoes" => Act::Vetoes,
        "scoring.submit" => Act::Summary,
        "scoring.copy" => Act::CopyEarlier,
        "scoring.copy-last-year" => Act::CopyLastYear,
        "scoring.trial" => Act::Trial,
        "scoring.withdraw" => Act::Withdraw,
        _ => return None,
    })
}

/// The key of the field that a command is.
fn stroke(command: &str) -> Option<Stroke> {
    Some(match command {
        "scoring.full" => Stroke::Star,
        "scoring.none" => Stroke::Digit(0),
        "scoring.rows" => Stroke::Tab,
        _ => return None,
    })
}

/// Why the field under the cursor has no use for a key of its own; none where it has.
fn deaf(desk: &Desk, stroke: Stroke) -> Option<Said> {
    if let Some(closed) = desk.open().and_then(|open| open.closed) {
        return Some(Said::ReadOnly(closed));
    }
    let hears = desk.field().is_some_and(|field| match stroke {
        Stroke::Star => field.full().is_some(),
        Stroke::Tab => matches!(field.kind(), Kind::Deductions | Kind::Options),
        _ => field.kind() == Kind::Deductions,
    });
    let kind = desk.field().map(|field| field.kind());
    let why = match (stroke, kind) {
        (Stroke::Star, _) | (_, None) => Deaf::NoFullMark,
        (_, Some(kind)) => Deaf::NotHere(kind),
    };
    (!hears).then_some(Said::Deaf(why))
}

/// Why a command cannot run now.
pub fn why_not(desk: &Desk, command: &str) -> Option<Said> {
    if desk.asking().is_some() {
        return Some(Said::AnswerFirst);
    }
    if command == "scoring.breakdown" && desk.blind() {
        return Some(Said::Blind);
    }
    if let Some(stroke) = stroke(command) {
        return deaf(desk, stroke);
    }
    desk.why_not(act(command)?)
}

/// Runs a command.
pub fn run(screen: &mut Scoring, command: &'static str, context: &mut Context<'_>) {
    let desk = &mut screen.desk;
    let answer = match command {
        "scoring.operations" => desk.open_operations(),
        "scoring.next-organisation" => desk.step_organisation(true),
        "scoring.previous-organisation" => desk.step_organisation(false),
        "scoring.refresh" => desk.read_again(),
        "scoring.pane" => match desk.settle_draft() {
            Err(answer) => answer,
            Ok(()) => {
                screen.other_pane = !screen.other_pane;
                Answer::quiet()
            }
        },
        "scoring.whole" => {
            if let Err(answer) = desk.settle_draft() {
                screen.after(&answer, context);
                return;
            }
            if let Some(popup) = whole::of_desk(desk, context.session.language) {
                context.push(popup);
            }
            Answer::quiet()
        }
        "scoring.find" => find(desk, context),
        "scoring.crosswise" => crosswise(desk, context),
        "scoring.breakdown" => breakdown(desk, context),
        other => match (stroke(other), act(other)) {
            (Some(stroke), _) => desk.press(stroke),
            (None, Some(act)) => desk.run(act),
            (None, None) => Answer::quiet(),
        },
    };
    screen.after(&answer, context);
}

/// Items of the sheet first, then organisations of the list.
fn find(desk: &mut Desk, context: &mut Context<'_>) -> Answer {
    if let Err(answer) = desk.settle_draft() {
        return answer;
    }
    let slots = desk
        .open()
        .map(|open| open.slots.as_slice())
        .unwrap_or_default();
    let items = slots.iter().filter_map(|slot| slot.item).map(|item| {
        let item = desk.scheme().item(item);
        let category = &desk.scheme().category(item.category).title;
        Findable {
            code: item.id.clone(),
            name: item.title.clone(),
            beside: category.clone(),
        }
    });
    let name_of = |code: &String| {
        let row = desk.rows().iter().find(|row| row.organisation == *code);
        row.map_or_else(|| code.clone(), |row| row.name.clone())
    };
    let organisations = desk
        .rows()
        .iter()
        .filter(|row| desk.has_sheet(row))
        .map(|row| Findable {
            code: row.organisation.clone(),
            name: row.name.clone(),
            beside: row.parent.as_ref().map(name_of).unwrap_or_default(),
        });
    context.push(Find::new(
        "scoring.find",
        items.chain(organisations).collect(),
    ));
    Answer::quiet()
}

/// Goes to what was found.
pub fn found(desk: &mut Desk, code: &str) -> Answer {
    if desk.rows().iter().any(|row| row.organisation == code) {
        let item = desk
            .open()
            .and_then(crate::desk::Open::slot)
            .and_then(|slot| slot.item);
        let landing = item.map_or(Landing::FirstOpen, |item| {
            Landing::Item(desk.scheme().item(item).id.clone())
        });
        return desk.open_organisation(code, landing);
    }
    desk.go_to_item(code).unwrap_or_default()
}

/// From the popup of vetoes and adjustments to the page of this organisation's adjustments.
pub fn adjustments(desk: &mut Desk, context: &mut Context<'_>) {
    let language = context.session.language;
    let round = context.session.round.as_ref();
    if let Some(why) = round.and_then(|round| adjustments::no_use(round, language)) {
        context.say(Tone::Warning, why);
    } else if let Some(open) = desk.open() {
        context.push(Adjustments::of(open.row.organisation.clone()));
    }
}

fn breakdown(desk: &mut Desk, context: &mut Context<'_>) -> Answer {
    if let Err(answer) = desk.settle_draft() {
        return answer;
    }
    if let Some(open) = desk.open() {
        let screen = Breakdown::new(context.session, open.row.organisation.clone());
        if let Some(screen) = screen {
            context.push(screen);
        }
    }
    Answer::quiet()
}

/// The item under the cursor across the organisations of the list.
fn crosswise(desk: &mut Desk, context: &mut Context<'_>) -> Answer {
    if let Err(answer) = desk.settle_draft() {
        return answer;
    }
    if let Some(open) = desk.open() {
        let item = open.slot().and_then(|slot| slot.item);
        let organisation = Some(open.row.organisation.clone());
        grid::cross(desk.rows().to_vec(), organisation, item, context);
    }
    Answer::quiet()
}
