//! The sections that are lists: steps, marks lost, differences, what is on record, the journal.

use super::sentences as text;
use super::{Head, Page, Piece, Row, Tone, heading, left, plain, right, row};
use crate::desk::{Loss, field};
use crate::office::VetoOnRecord;
use crate::round::Change;
use crate::scheme::{PartyIndex, Rounding, Scheme};
use crate::scoring::{Entry, Rule, Step};
use crate::text::{
    Language, day, journal as book, moment, person, scheme as scheme_text, scoring, scoring_screen,
    scoring_screen::item_name, veto_state, vetoes,
};

/// So many rules are named in a line.
const RULES_A_LINE: usize = 5;

/// What stands below a step begins where its words do, and below a veto a little further in.
const BELOW_A_STEP: &str = "     ";
const BELOW_A_VETO: &str = "  ";

/// Every step with its rule; where another sheet begins, it is named once.
#[must_use]
pub fn steps(
    scheme: &Scheme,
    steps: &[Step],
    on_record: &[VetoOnRecord],
    local: fn(i64) -> String,
    language: Language,
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut used = vec![Rule::N2];
    let mut sheet = None;
    for step in steps {
        let of_step = sheet_of(step);
        if let Some((party, rater)) = of_step.filter(|_| of_step != sheet) {
            let title = &scheme.party(party).title;
            pieces.push(heading(text::sheet_of(language, title, rater)));
        }
        sheet = of_step;
        used.extend(scoring::cites(scheme, step));
        let rule = format!("{:?}", scoring::cited(scheme, step));
        let indent = if of_step.is_some() { "  " } else { "" };
        let told = scoring::step(scheme, language, step);
        pieces.push(plain(format!("{indent}{rule:<3}  {told}")));
        if let Step::Veto { veto, .. } = step {
            let of = on_record.iter().find(|one| one.standing.veto == *veto);
            let below = of.map(|of| below_veto(scheme, language, local, of));
            let below = below.into_iter().flatten();
            pieces.extend(below.map(|told| plain(format!("{BELOW_A_STEP}{told}"))));
        }
    }
    if steps.is_empty() {
        return pieces;
    }
    used.sort_unstable();
    used.dedup();
    pieces.extend([plain(""), heading(text::rules_used(language))]);
    pieces.push(plain(format!("N2   {}", rounding(scheme, language))));
    let named = used.iter().filter(|rule| **rule != Rule::N2);
    let named: Vec<String> = named
        .map(|rule| format!("{rule:?} {}", scoring::rule_name(language, *rule)))
        .collect();
    let lines = named.chunks(RULES_A_LINE);
    pieces.extend(lines.map(|line| plain(line.join(&text::list_mark(language)))));
    pieces
}

/// N2, as the scheme has set it.
fn rounding(scheme: &Scheme, language: Language) -> String {
    match scheme.rounding {
        Rounding::Printed => scheme_text::rounded_each_time(language, scheme.decimals),
        Rounding::Final => scheme_text::rounded_in_the_end(language),
    }
}

/// The sheet that a step is about.
fn sheet_of(step: &Step) -> Option<(PartyIndex, &str)> {
    match step {
        Step::Item { party, rater, .. }
        | Step::NotApplicable { party, rater, .. }
        | Step::Zeroed { party, rater, .. }
        | Step::SheetCategory { party, rater, .. }
        | Step::SheetTotal { party, rater, .. }
        | Step::SheetLeftOut { party, rater, .. } => Some((*party, rater)),
        _ => None,
    }
}

pub(super) fn losses(page: &Page<'_>) -> Vec<Piece> {
    let language = page.language;
    if page.facts.losses.is_empty() {
        return vec![plain(text::nothing_lost(language))];
    }
    let mut pieces = Vec::new();
    for counts in [true, false] {
        let losses = page.facts.losses.iter();
        let rows: Vec<Row> = losses
            .filter(|loss| loss.counts == counts)
            .map(|loss| lost(page, loss))
            .collect();
        if rows.is_empty() {
            continue;
        }
        if !counts {
            pieces.extend([plain(""), heading(text::lost_without_effect(language))]);
        }
        let heads = vec![
            right(text::head_lost(language)),
            left(text::head_item(language)),
            right(text::head_mark(language)),
            left(text::head_sheet(language)),
        ];
        pieces.push(Piece::Table { heads, rows });
    }
    pieces
}

fn lost(page: &Page<'_>, loss: &Loss) -> Row {
    let language = page.language;
    let points = page.scheme.item(loss.item).points;
    let mut sheet = text::sheet_of(language, page.party(loss.party), &loss.rater);
    if !loss.submitted {
        sheet.push_str(&text::not_submitted(language));
    }
    let reasons = reasons(page, loss);
    Row {
        tone: Tone::Plain,
        cells: vec![
            format!("-{}", loss.lost),
            item_name(page.scheme, loss.item),
            format!("{}/{points}", loss.mark),
            sheet,
        ],
        below: (!reasons.is_empty()).then(|| reasons.join(&text::reasons_mark(language))),
    }
}

/// Why marks were lost: the cases, the measured value, the veto, and what the rater noted.
fn reasons(page: &Page<'_>, loss: &Loss) -> Vec<String> {
    let language = page.language;
    let mut reasons = Vec::new();
    if let Some((veto, before)) = loss.zeroed {
        let id = &page.scheme.veto(veto).id;
        reasons.push(scoring_screen::zeroed(language, id, &before.to_string()));
    }
    let item = page.scheme.item(loss.item);
    let field = field(page.scheme, Some(loss.item));
    match field.parse(&loss.entry) {
        Ok(Entry::Deductions(counts)) => {
            for (position, count) in counts {
                if let Some(row) = field.deductions().get(position) {
                    reasons.push(text::case(language, &row.title, count));
                }
            }
        }
        Ok(Entry::Option(position)) => {
            reasons.extend(field.options().get(position).map(|row| row.title.clone()));
        }
        Ok(Entry::Measured(_)) => {
            let unit = scoring_screen::unit(&item.rule);
            reasons.push(text::measured(language, &loss.entry, unit));
        }
        _ => {}
    }
    let note = loss.note.as_deref();
    reasons.extend(note.map(|note| text::noted(language, note)));
    reasons
}

pub(super) fn gaps(page: &Page<'_>) -> Vec<Piece> {
    let language = page.language;
    let Some((first, last)) = page.facts.sides else {
        return vec![plain(text::one_side(language))];
    };
    let (first, last) = (page.party(first), page.party(last));
    if page.facts.gaps.is_empty() {
        return vec![plain(text::no_gaps(language, first, last))];
    }
    let heads: Vec<Head> = vec![
        right(text::head_apart(language)),
        left(text::head_item(language)),
        right(first),
        right(last),
        left(text::head_higher(language)),
    ];
    let told = |gap: &crate::desk::Gap| {
        let above = gap.first > gap.last;
        row(
            Tone::Plain,
            vec![
                gap.apart.to_string(),
                item_name(page.scheme, gap.item),
                gap.first.to_string(),
                gap.last.to_string(),
                text::higher(language, if above { first } else { last }),
            ],
        )
    };
    let rows = page.facts.gaps.iter().map(told).collect();
    let (first_above, last_above) = page.facts.apart;
    vec![
        plain(text::gaps_in_all(
            language,
            page.facts.gaps.len(),
            &text::higher(language, first),
            &first_above.to_string(),
            &text::higher(language, last),
            &last_above.to_string(),
        )),
        plain(""),
        Piece::Table { heads, rows },
    ]
}

/// A veto with its state, its effect, and what is written of it.
pub(super) fn veto(page: &Page<'_>, veto: &VetoOnRecord) -> String {
    let (scheme, language) = (page.scheme, page.language);
    let of = scheme.veto(veto.standing.veto);
    let state = scoring::veto_state(scheme, language, &veto.standing);
    let standing = &veto.standing;
    let effect = scoring::effect_as_it_stands(scheme, language, standing.veto, standing.state);
    let told = text::veto(language, &of.id, &of.title, &state, &effect);
    let written = written(scheme, language, page.local, veto);
    let written = written.iter().map(|part| text::written(language, part));
    told + &written.collect::<String>()
}

/// Document, date and note of a veto, who reported it and who made it what it is.
fn written(
    scheme: &Scheme,
    language: Language,
    local: fn(i64) -> String,
    veto: &VetoOnRecord,
) -> Vec<String> {
    let record = veto.record.clone();
    let record = record.map_or([None, None, None], |record| {
        let note = record.note.map(|note| vetoes::note(language, &note));
        let date = record.date.map(|date| day(language, &date));
        [record.document, date, note]
    });
    let reported = scheme.veto(veto.standing.veto).from.as_ref();
    let reported = reported.map(|department| vetoes::from(language, department));
    let hand = veto.hand.as_ref().map(|hand| {
        let state = veto_state(language, veto.standing.state);
        let at = moment(language, &local(hand.at));
        vetoes::last_step(language, state, &hand.actor, &at, hand.seq)
    });
    let parts = record.into_iter().chain([reported, hand]);
    parts.flatten().collect()
}

/// What `explain` says below the step of a veto.
fn below_veto(
    scheme: &Scheme,
    language: Language,
    local: fn(i64) -> String,
    veto: &VetoOnRecord,
) -> Vec<String> {
    let written = written(scheme, language, local, veto);
    let levels = veto.levels;
    let levels = levels.map(|levels| vetoes::levels(scheme, language, veto.standing.state, levels));
    let written = (!written.is_empty()).then(|| written.join(&text::reasons_mark(language)));
    written.into_iter().chain(levels).collect()
}

pub(super) fn record(page: &Page<'_>) -> Vec<Piece> {
    let (scheme, language) = (page.scheme, page.language);
    let mut pieces = vec![heading(text::vetoes(language))];
    for one in &page.facts.vetoes {
        pieces.push(plain(veto(page, one)));
        let levels = one.levels.as_ref();
        let levels =
            levels.map(|levels| vetoes::levels(scheme, language, one.standing.state, *levels));
        pieces.extend(levels.map(|told| plain(format!("{BELOW_A_VETO}{told}"))));
    }
    if page.facts.vetoes.is_empty() {
        pieces.push(plain(scoring_screen::veto_none(language)));
    }
    pieces.extend([plain(""), heading(text::ceilings(language))]);
    for (source, level) in &page.facts.figures.ceilings {
        let source = scoring::ceiling_source(scheme, language, *source, *level);
        let ceiling = scoring_screen::ceiling(language, &scheme.level(*level).title);
        pieces.push(plain(text::ceiling(language, &ceiling, &source)));
    }
    if page.facts.figures.ceilings.is_empty() {
        pieces.push(plain(scoring_screen::veto_none(language)));
    }
    pieces.extend([plain(""), heading(text::adjustments(language))]);
    for (adjustment, count, document, note) in &page.facts.adjustments {
        let of = scheme.adjustment(*adjustment);
        let document = document
            .clone()
            .unwrap_or_else(|| scoring_screen::no_document(language));
        let given = scoring_screen::adjustment_given(language, *count, &document);
        let mut told = text::adjustment(language, &of.id, &of.title, &given);
        if let Some(note) = note {
            told.push_str(&text::written(language, note));
        }
        pieces.push(plain(told));
    }
    match page.facts.adjustments.is_empty() {
        true => pieces.push(plain(scoring_screen::veto_none(language))),
        false => pieces.push(plain(scoring_screen::adjustment(
            language,
            &page.facts.figures.adjustment.to_string(),
        ))),
    }
    pieces
}

pub(super) fn journal(page: &Page<'_>) -> Vec<Piece> {
    if page.journal.is_empty() {
        return vec![plain(text::no_journal(page.language))];
    }
    let lines = page.journal.iter();
    let told = |line: &crate::office::JournalLine| {
        let at = (page.local)(line.at);
        let own = |change: &&Change| {
            let mut key = change.key.iter();
            key.next().is_some_and(|code| code == page.organisation)
        };
        let change = line.changes.iter().find(own);
        let named = |change| book::named(page.scheme, page.language, change, str::to_owned);
        let what = book::operation_on(page.language, line, change.map(named).as_ref());
        let reason = line.reason.as_deref();
        let why = reason.map_or_else(String::new, |why| text::written(page.language, why));
        let actor = person(page.language, &line.actor);
        plain(format!("{at}  {actor}  {what}{why}"))
    };
    lines.map(told).collect()
}
