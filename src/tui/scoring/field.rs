//! The field of an item: its rows, and the mark that they make.

use ratatui::layout::{Position, Rect};

use crate::desk::{Draft, Field, Kind, Slot, is_capped};
use crate::scheme::{Deduction, DeductionCost, ItemOption, Scheme};
use crate::scoring::Entry;
use crate::text::{Language, scoring_screen as text};
use crate::tui::glyphs::Glyphs;
use crate::tui::theme::Role;
use crate::tui::widget::{Canvas, Span, Window, cut_end, wrap};

/// In a pane of so many rows each part of an item has its own place: what stays the same from
/// item to item stays on the screen, and the eye finds it where it was.
const ROOMY: u16 = 26;
/// The rows from which on stand how it is looked into, what has to be said, what can be picked,
/// and where the mark is typed.
const CHECK: u16 = 4;
const EVIDENCE: u16 = 6;
const ROWS: u16 = 8;
const MARK: u16 = 14;

/// A pen that goes down a pane line by line.
pub struct Pen<'a, 'b> {
    pub canvas: &'a mut Canvas<'b>,
    pub area: Rect,
    pub y: u16,
    /// Rows that titles of more than one line leave free for what stands below the mark.
    pub kept: u16,
    /// Something had to be left out or cut short.
    pub cut: bool,
}

impl<'a, 'b> Pen<'a, 'b> {
    /// At the top of a pane.
    pub const fn new(canvas: &'a mut Canvas<'b>, area: Rect) -> Self {
        Self {
            canvas,
            area,
            y: area.y,
            kept: 0,
            cut: false,
        }
    }
}

impl Pen<'_, '_> {
    pub fn room(&self) -> u16 {
        self.area.bottom().saturating_sub(self.y)
    }

    pub fn line(&mut self, text: &str, role: Role) {
        self.cut |= self.canvas.widths.text(text) > usize::from(self.area.width);
        if self.room() > 0 {
            self.canvas
                .put(self.area.x, self.y, self.area.width, text, role);
            self.y += 1;
        } else {
            self.cut |= !text.is_empty();
        }
    }

    /// Goes down to a row of the pane, where it is roomy; not back up to one that is behind.
    fn settle(&mut self, row: u16) {
        if self.area.height >= ROOMY {
            self.y = self.y.max(self.area.y + row);
        }
    }

    /// At most so many lines of a longer text; where there is more of it, the last one says so.
    pub fn wrapped(&mut self, text: &str, role: Role, most: u16) {
        let height = self.room().min(most);
        let (width, glyphs) = (usize::from(self.area.width), self.canvas.glyphs);
        let mut lines = wrap(text, width, &self.canvas.widths);
        let rest = lines.split_off(lines.len().min(usize::from(height)));
        self.cut |= !rest.is_empty();
        if let (Some(last), false) = (lines.last_mut(), rest.is_empty()) {
            let whole = format!("{last}{}", rest.concat());
            *last = cut_end(&whole, width, &self.canvas.widths, glyphs.cut);
        }
        for line in lines {
            self.line(&line, role);
        }
    }

    /// Lines that a text would take.
    fn lines_of(&self, text: &str) -> u16 {
        let lines = wrap(text, usize::from(self.area.width), &self.canvas.widths);
        u16::try_from(lines.len()).unwrap_or(u16::MAX)
    }

    /// The row under the hand: marked, and pointed at from the margin, where a number of two
    /// digits leaves no room.
    fn picked(&mut self, y: u16) {
        let pointer = self.canvas.glyphs.pointer;
        let margin = self.area.x.saturating_sub(1);
        self.canvas.put(margin, y, 1, pointer, Role::Text);
        let row = Rect::new(self.area.x, y, self.area.width, self.y - y);
        self.canvas.mark(row, Role::Selected);
    }
}

/// What earns the marks, and how it is checked.
pub fn standard(pen: &mut Pen<'_, '_>, typed: &Typed<'_>, language: Language, most: u16) {
    let Some(item) = typed.slot.item.map(|item| typed.scheme.item(item)) else {
        return;
    };
    let check = item.check.as_ref();
    let check = check.map(|check| format!("{}  {check}", text::check(language)));
    // A third is the check's, where it needs so much; an empty line follows where there is room.
    let share = check.as_ref().map_or(0, |check| pen.lines_of(check));
    let share = share.min((most / 3).max(1));
    if let Some(standard) = &item.standard {
        let line = format!("{}  {standard}", text::standard(language));
        let below = share + u16::from(most > 4);
        pen.wrapped(&line, Role::Text, most.saturating_sub(below).max(1));
    }
    if let Some(check) = check {
        pen.settle(CHECK);
        pen.wrapped(&check, Role::Text, share);
    }
    if item.evidence {
        pen.settle(EVIDENCE);
        pen.line(&text::evidence_wanted(language), Role::Quiet);
    }
    if most > 4 && pen.y > pen.area.y {
        pen.line("", Role::Text);
    }
    if item.standard.is_some() || item.check.is_some() {
        pen.settle(ROWS);
    }
}

/// The field under the cursor: what it holds, and what is being typed into it.
pub struct Typed<'a> {
    pub scheme: &'a Scheme,
    pub slot: &'a Slot,
    pub draft: Option<&'a Draft>,
    pub field: Field<'a>,
}

impl Typed<'_> {
    /// Whether something has been typed that is not kept.
    pub fn is_touched(&self) -> bool {
        self.draft.is_some_and(Draft::touched)
    }

    /// The entry that stands there now, typed or kept.
    pub fn entry(&self) -> Option<Entry> {
        match self.draft.map(|draft| draft.entry(&self.field)) {
            Some(Ok(Some(entry))) => Some(entry),
            Some(_) if self.is_touched() => None,
            _ => {
                let tried = self.slot.tried.as_ref().map(|(entry, _)| entry.clone());
                tried.or_else(|| self.slot.entry.clone())
            }
        }
    }

    /// What is typed there, or what stands there as it would be typed; of rows the mark that they
    /// make.
    fn text(&self, entry: Option<&Entry>, mark: Option<&str>, language: Language) -> String {
        let draft = self.draft.filter(|draft| draft.touched());
        match (draft.and_then(Draft::text), entry) {
            (Some(text), _) => text.to_owned(),
            (None, Some(Entry::NotApplicable)) => text::not_applicable(language),
            (None, Some(entry @ (Entry::Mark(_) | Entry::Measured(_)))) => {
                self.field.canonical(entry)
            }
            (None, Some(_)) => mark.unwrap_or_default().to_owned(),
            (None, None) => String::new(),
        }
    }

    fn label_and_unit(&self, language: Language) -> (String, String) {
        let item = self.slot.item.map(|item| self.scheme.item(item));
        match (self.field.kind(), item) {
            (Kind::Measured, Some(item)) => (
                text::field_measured(language),
                text::unit(&item.rule).to_owned(),
            ),
            (Kind::Measured, None) => (text::field_measured(language), text::unit_marks(language)),
            _ => (text::field_mark(language), text::unit_marks(language)),
        }
    }

    /// Whether what stands there is stored; nothing to say where it is.
    fn state(&self, language: Language) -> Span<'static> {
        if self.is_touched() {
            (Role::Draft, text::not_stored(language).into())
        } else if self.slot.tried.is_some() {
            let told = text::on_trial_not_stored(language);
            (Role::Draft, told.into())
        } else if self.slot.saving {
            (Role::Warning, text::saving(language).into())
        } else if self.slot.entry.is_none() && self.slot.zeroed.is_none() {
            (Role::Warning, text::not_scored_yet(language).into())
        } else {
            (Role::Text, "".into())
        }
    }
}

/// Rows that the field of an item needs.
pub fn rows_of(field: &Field<'_>) -> u16 {
    let rows = field.deductions().len().max(field.options().len());
    u16::try_from(rows).map_or(u16::MAX, |rows| {
        rows.saturating_add(2 - u16::from(rows == 0))
    })
}

/// The field with its rows, and as much of its standard as there is room for.
pub fn draw_field(typed: &Typed<'_>, language: Language, area: Rect, canvas: &mut Canvas<'_>) {
    cell_lines(&mut Pen::new(canvas, area), typed, language);
}

/// The same with a pen that knows afterwards whether it had to cut.
pub fn cell_lines(pen: &mut Pen<'_, '_>, typed: &Typed<'_>, language: Language) {
    field_lines(pen, typed, language);
    if let Some(note) = &typed.slot.note {
        pen.wrapped(&text::note_line(language, note), Role::Text, 1);
    }
    let room = pen.room();
    standard(pen, typed, language, room);
}

/// The field with its rows; returns where the person types.
pub fn field_lines(pen: &mut Pen<'_, '_>, typed: &Typed<'_>, language: Language) -> Position {
    let (draft, field) = (typed.draft, &typed.field);
    let entry = typed.entry();
    let caret = match field.kind() {
        Kind::Deductions => Some(deductions(pen, draft, entry.as_ref(), field, language)),
        Kind::Options => Some(options(pen, draft, entry.as_ref(), field, language)),
        Kind::Mark | Kind::Measured => None,
    };
    if pen.y > pen.area.y + ROWS {
        pen.settle(MARK);
    }
    match caret {
        Some(caret) => {
            followed_line(pen, typed, entry.as_ref(), language);
            caret
        }
        None => mark_line(pen, typed, entry.as_ref(), language),
    }
}

/// `得分 3.00 分  未存`: the mark that follows from the rows, where none is typed.
fn followed_line(
    pen: &mut Pen<'_, '_>,
    typed: &Typed<'_>,
    entry: Option<&Entry>,
    language: Language,
) {
    let mark = entry.and_then(|entry| typed.field.mark(entry));
    let mark = mark.map(|mark| mark.round(typed.field.decimals()).to_string());
    let held = typed.text(entry, mark.as_deref(), language);
    let touched = typed.is_touched();
    let mut told: Vec<Span<'_>> = vec![(Role::Heading, text::field_mark(language).into())];
    if !held.is_empty() {
        let role = if touched { Role::Draft } else { Role::Text };
        let unit = text::unit_marks(language);
        told.push((Role::Text, " ".into()));
        told.push((role, held.into()));
        told.push((Role::Text, format!(" {unit}").into()));
    }
    told.push((Role::Text, "  ".into()));
    told.push(typed.state(language));
    let y = pen.y.min(pen.area.bottom().saturating_sub(1));
    pen.canvas.spans(pen.area.x, y, pen.area.width, &told);
    pen.y += u16::from(pen.room() > 0);
}

/// A heading after which the person types: numbers of rows.
fn asks(pen: &mut Pen<'_, '_>, heading: &str, role: Role) -> Position {
    let columns = u16::try_from(pen.canvas.widths.text(heading)).unwrap_or(u16::MAX);
    let x = pen.area.x.saturating_add(columns).saturating_add(1);
    let y = pen.y.min(pen.area.bottom().saturating_sub(1));
    pen.line(heading, role);
    Position::new(x.min(pen.area.right().saturating_sub(1)), y)
}

/// `得分 [8.5] 分  未存`, `实测 [47.5] 万元  得分 19.00`; returns where the person types.
fn mark_line(
    pen: &mut Pen<'_, '_>,
    typed: &Typed<'_>,
    entry: Option<&Entry>,
    language: Language,
) -> Position {
    let field = &typed.field;
    let mark = entry.and_then(|entry| field.mark(entry));
    let mark = mark.map(|mark| mark.round(field.decimals()).to_string());
    let (label, unit) = typed.label_and_unit(language);
    let held = typed.text(entry, mark.as_deref(), language);
    let room = if held.is_empty() { "    " } else { &held };
    let mut after = format!("] {unit}  ");
    if let (Kind::Measured, Some(mark)) = (field.kind(), &mark) {
        after = format!("{after}{}  ", text::gives(language, mark));
    }
    if field.kind() == Kind::Mark {
        let (points, step) = (field.points(), field.step());
        after = format!("] {unit}{}  ", text::range_and_step(language, points, step));
    }
    let beyond = entry.and_then(|entry| field.beyond(entry));
    if let Some(beyond) = beyond {
        after = format!("{after}{}  ", text::beyond(language, beyond));
    }
    let touched = typed.is_touched();
    let state = typed.state(language);
    let (x, width) = (pen.area.x, pen.area.width);
    let y = pen.y.min(pen.area.bottom().saturating_sub(1));
    let before = (Role::Heading, format!("{label} [").into());
    let inside = if touched { Role::Draft } else { Role::Field };
    let inside = (inside, room.into());
    let start = x + pen.canvas.spans(x, y, width, &[before]);
    let end = start
        + pen
            .canvas
            .spans(start, y, width.saturating_sub(start - x), &[inside]);
    let rest = width.saturating_sub(end - x);
    pen.canvas
        .spans(end, y, rest, &[(Role::Text, after.into()), state]);
    pen.y += u16::from(pen.room() > 0);
    let caret = if held.is_empty() { start } else { end };
    Position::new(caret.min(pen.area.right().saturating_sub(1)), y)
}

fn deductions(
    pen: &mut Pen<'_, '_>,
    draft: Option<&Draft>,
    entry: Option<&Entry>,
    field: &Field<'_>,
    language: Language,
) -> Position {
    let off = draft.is_some_and(Draft::takes_off);
    let heading = if off {
        text::field_deductions_off(language)
    } else {
        text::field_deductions(language)
    };
    let role = if off { Role::Draft } else { Role::Heading };
    let caret = asks(pen, &heading, role);
    let picked = draft.and_then(Draft::rows).map(|rows| rows.at);
    let rows = deduction_rows(pen.canvas.glyphs, draft, entry, field, language);
    let at_row = numbered(pen, &rows, picked);
    if matches!(entry, Some(Entry::NoDeduction)) {
        pen.line(&text::no_deduction(language), Role::Good);
    }
    at_row.unwrap_or(caret)
}

fn stored_count(entry: Option<&Entry>, position: usize) -> u64 {
    let Some(Entry::Deductions(counts)) = entry else {
        return 0;
    };
    let found = counts.iter().find(|(row, _)| *row == position);
    found.map_or(0, |(_, count)| *count)
}

fn options(
    pen: &mut Pen<'_, '_>,
    draft: Option<&Draft>,
    entry: Option<&Entry>,
    field: &Field<'_>,
    language: Language,
) -> Position {
    let options = field.options();
    let heading = text::field_options(language, options.len());
    let caret = asks(pen, &heading, Role::Heading);
    let picked = draft.and_then(Draft::rows).map(|rows| rows.at);
    let rows = option_rows(pen.canvas.glyphs, entry, field);
    numbered(pen, &rows, picked).unwrap_or(caret)
}

/// A row that is picked by its number: what it is, what it costs or gives, whether it holds.
struct Numbered<'a> {
    title: &'a str,
    figure: String,
    on: bool,
}

/// What can be deducted, with the counts that are typed or kept.
fn deduction_rows<'a>(
    glyphs: Glyphs,
    draft: Option<&Draft>,
    entry: Option<&Entry>,
    field: &Field<'a>,
    language: Language,
) -> Vec<Numbered<'a>> {
    let counts = draft.and_then(Draft::counts);
    let row = |(position, row): (usize, &'a Deduction)| {
        let count = match counts {
            Some(counts) => counts.get(position).copied().unwrap_or(0),
            None => stored_count(entry, position),
        };
        let on = count > 0;
        let figure = match row.cost {
            DeductionCost::All => {
                let tick = if on { glyphs.done } else { " " };
                format!("{} [{tick}]", text::all_lost(language))
            }
            DeductionCost::Each { each, max } => {
                let costs = format!("-{each} ×{count}");
                match max.filter(|max| is_capped(each, count, *max)) {
                    Some(max) => format!("{costs} {}", text::capped(language, max)),
                    None => costs,
                }
            }
        };
        Numbered {
            title: &row.title,
            figure,
            on,
        }
    };
    field.deductions().iter().enumerate().map(row).collect()
}

/// The options, and which of them is chosen.
fn option_rows<'a>(glyphs: Glyphs, entry: Option<&Entry>, field: &Field<'a>) -> Vec<Numbered<'a>> {
    let row = |(position, option): (usize, &'a ItemOption)| {
        let on = entry == Some(&Entry::Option(position));
        let tick = if on { glyphs.done } else { "" };
        Numbered {
            title: &option.title,
            figure: format!("{} {tick}", option.points).trim_end().to_owned(),
            on,
        }
    };
    field.options().iter().enumerate().map(row).collect()
}

/// Lines that the titles of a field's rows would take beyond the first one each.
pub fn more_lines(pen: &Pen<'_, '_>, typed: &Typed<'_>, language: Language) -> u16 {
    let (glyphs, entry) = (pen.canvas.glyphs, typed.entry());
    let (entry, field) = (entry.as_ref(), &typed.field);
    let mut rows = deduction_rows(glyphs, typed.draft, entry, field, language);
    rows.extend(option_rows(glyphs, entry, field));
    let more: usize = rows.iter().map(|row| row.more(pen)).sum();
    u16::try_from(more).unwrap_or(u16::MAX)
}

/// Columns of a row's number and the space after it.
const NUMBER: u16 = 3;

impl Numbered<'_> {
    /// Its title in lines, as wide as its figure leaves them.
    fn lines(&self, pen: &Pen<'_, '_>) -> Vec<String> {
        wrap(self.title, usize::from(self.room(pen)), &pen.canvas.widths)
    }

    /// Lines beyond the first one.
    fn more(&self, pen: &Pen<'_, '_>) -> usize {
        self.lines(pen).len().saturating_sub(1)
    }

    fn room(&self, pen: &Pen<'_, '_>) -> u16 {
        let around = NUMBER + self.columns(pen) + 1;
        pen.area.width.saturating_sub(around)
    }

    fn columns(&self, pen: &Pen<'_, '_>) -> u16 {
        let columns = pen.canvas.widths.text(&self.figure);
        u16::try_from(columns)
            .unwrap_or(u16::MAX)
            .min(pen.area.width)
    }

    /// Draws it; a title that may not take all its lines is cut in its middle.
    fn draw(&self, pen: &mut Pen<'_, '_>, position: usize, whole: bool) {
        let (x, y, width) = (pen.area.x, pen.y, pen.area.width);
        let (room, columns) = (self.room(pen), self.columns(pen));
        let number = format!("{:>2} ", position + 1);
        let left = x + pen.canvas.put(x, y, width, &number, Role::Key);
        let role = if self.on { Role::Warning } else { Role::Text };
        pen.canvas
            .put(x + width - columns, y, columns, &self.figure, role);
        let lines = if whole { self.lines(pen) } else { Vec::new() };
        if lines.is_empty() {
            pen.cut |= pen.canvas.widths.text(self.title) > usize::from(room);
            pen.canvas.name(left, y, room, self.title, Role::Text);
            pen.y += 1;
        }
        for line in lines {
            pen.canvas.put(left, pen.y, room, &line, Role::Text);
            pen.y += 1;
        }
    }
}

/// The rows that fit and leave room for the mark, the picked one among them. Where there is more
/// room than rows, titles take the lines that they need, the first ones first.
/// Returns where the count of the picked one is typed.
fn numbered(
    pen: &mut Pen<'_, '_>,
    rows: &[Numbered<'_>],
    picked: Option<usize>,
) -> Option<Position> {
    let mut caret = None;
    let room = usize::from(pen.room().saturating_sub(2));
    let mut window = Window {
        selected: picked.unwrap_or(0),
        offset: 0,
    };
    window.follow(rows.len(), room);
    pen.cut |= rows.len() > room;
    let mut spare = room.saturating_sub(rows.len() + usize::from(pen.kept));
    let shown = rows.iter().enumerate().skip(window.offset).take(room);
    for (position, row) in shown {
        let more = row.more(pen);
        let whole = more > 0 && more <= spare;
        spare -= if whole { more } else { 0 };
        let y = pen.y;
        row.draw(pen, position, whole);
        if picked == Some(position) {
            pen.picked(y);
            caret = Some(Position::new(pen.area.right().saturating_sub(1), y));
        }
    }
    caret
}
