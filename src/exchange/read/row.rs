//! One row under its headings: cells by column, cleaned and folded.

use std::borrow::Cow;
use std::cell::OnceCell;

use chrono::NaiveDate;
use csv::StringRecord;

use crate::diagnose::nearest;
use crate::exchange::fault::{RowFault, RowFaults, Why, shown};
use crate::exchange::rows::{LONGEST_CELL, RawRow, at_row};
use crate::exchange::{Column, Need, column_of, columns, fold};
use crate::number::Decimal;
use crate::round::{Kind, is_hidden, is_weightless};

/// What is wrong with a row, and in which column.
pub(super) struct Spot {
    pub column: Column,
    pub why: Why,
}

impl Spot {
    pub(super) const fn at(column: Column, why: Why) -> Self {
        Self { column, why }
    }
}

/// Where each column stands in the file.
pub(super) struct Heading {
    /// As the file has them.
    titles: Vec<String>,
    /// What each stands for; none for one without a heading.
    meanings: Vec<Option<Column>>,
    positions: [Option<usize>; Column::COUNT],
}

impl Heading {
    /// Reads the first row. All its faults are told, and then no row is read.
    pub(super) fn read(kind: Kind, raw: &RawRow<'_>) -> Result<Self, RowFaults> {
        let mut heading = Self {
            titles: Vec::new(),
            meanings: Vec::new(),
            positions: [None; Column::COUNT],
        };
        let mut faults = RowFaults::default();
        for (position, cell) in raw.cells.iter().enumerate() {
            let title = fold(cell).trim().to_owned();
            let fault = |why| RowFault {
                row: raw.number,
                column: None,
                value: shown(cell),
                why,
            };
            let column = column_of(kind, &title);
            heading.meanings.push(column);
            match column {
                Some(column) => {
                    if heading.positions[column as usize]
                        .replace(position)
                        .is_some()
                    {
                        faults.push(fault(Why::ColumnTwice));
                    }
                }
                None if title.is_empty() => {}
                None => faults.push(fault(Why::UnknownColumn {
                    nearest: nearest_column(kind, &title),
                })),
            }
            heading.titles.push(cell.trim().to_owned());
        }
        for (column, need) in columns(kind) {
            if *need == Need::Needed && heading.positions[*column as usize].is_none() {
                faults.push(*at_row(raw.number, Why::MissingColumn { column: *column }));
            }
        }
        if faults.is_empty() {
            Ok(heading)
        } else {
            Err(faults)
        }
    }

    /// The heading of a column as the file has it.
    pub(super) fn title(&self, column: Column) -> String {
        self.positions[column as usize]
            .and_then(|position| self.titles.get(position))
            .map_or_else(|| column.english().to_owned(), Clone::clone)
    }

    /// A row under these headings, if it has as many cells as they are and each can be read.
    pub(super) fn row<'r>(&'r self, raw: &RawRow<'r>) -> Result<Row<'r>, Box<RowFault>> {
        let (headings, cells) = (self.titles.len(), raw.cells.len());
        if cells < headings {
            return Err(at_row(raw.number, Why::TooFewCells { headings, cells }));
        }
        let beyond = |(position, cell): (usize, &str)| {
            let meaning = self.meanings.get(position).copied().flatten();
            meaning.is_none() && !cell.trim().is_empty()
        };
        if raw.cells.iter().enumerate().any(beyond) {
            return Err(at_row(raw.number, Why::TooManyCells { headings, cells }));
        }
        let of_column = |position: usize| {
            let column = self.meanings.get(position).copied().flatten();
            column.map(|column| self.title(column))
        };
        if let Some((position, why)) = raw.odd.first() {
            return Err(Box::new(RowFault {
                row: raw.number,
                column: of_column(*position),
                value: raw.cells.get(*position).map_or_else(String::new, shown),
                why: why.clone(),
            }));
        }
        let long = raw.cells.iter().position(|cell| cell.len() > LONGEST_CELL);
        if let Some(position) = long {
            return Err(Box::new(RowFault {
                row: raw.number,
                column: of_column(position),
                value: raw.cells.get(position).map_or_else(String::new, shown),
                why: Why::TooLong {
                    limit: LONGEST_CELL / 4,
                },
            }));
        }
        Ok(Row {
            number: raw.number,
            cells: raw.cells,
            positions: &self.positions,
            texts: [const { OnceCell::new() }; Column::COUNT],
        })
    }
}

fn nearest_column(kind: Kind, title: &str) -> Option<String> {
    let names = columns(kind)
        .iter()
        .flat_map(|(column, _)| [column.english(), column.chinese()]);
    nearest(title, names)
}

/// A row whose cells are asked for by column.
pub(super) struct Row<'r> {
    /// From 1.
    pub number: u32,
    cells: &'r StringRecord,
    positions: &'r [Option<usize>; Column::COUNT],
    /// Cells that had to be changed in reading.
    texts: [OnceCell<Cow<'r, str>>; Column::COUNT],
}

impl<'r> Row<'r> {
    /// What stands there, as it stands there; empty without such a column.
    pub(super) fn raw(&self, column: Column) -> &'r str {
        self.positions[column as usize]
            .and_then(|position| self.cells.get(position))
            .unwrap_or_default()
    }

    /// Whether the file has the column.
    pub(super) const fn has(&self, column: Column) -> bool {
        self.positions[column as usize].is_some()
    }

    /// The text of a cell: without blanks around it and without invisible characters, folded
    /// unless it is a name or a note.
    pub(super) fn text(&self, column: Column) -> Result<&str, Spot> {
        let cell = &self.texts[column as usize];
        if let Some(text) = cell.get() {
            return Ok(text);
        }
        let cleaned = clean(self.raw(column), column.may_have_lines())
            .map_err(|character| Spot::at(column, Why::Control { character }))?;
        let keeps = column.is_name_or_note() || column == Column::Organisation;
        let text = if keeps { cleaned } else { folded(cleaned) };
        Ok(cell.get_or_init(|| text))
    }

    /// The text of a cell that must not be empty, nor one of the signs that stand for "every".
    pub(super) fn need(&self, column: Column) -> Result<&str, Spot> {
        match self.text(column)? {
            "" => Err(Spot::at(column, Why::Missing)),
            "*" | "-" => Err(Spot::at(column, Why::Reserved)),
            text => Ok(text),
        }
    }

    /// A text that may be empty.
    pub(super) fn owned(&self, column: Column) -> Result<Option<String>, Spot> {
        Ok(super::filled(self.text(column)?))
    }

    /// The last fields of a record, each in a column of its own; those that the file has no
    /// column for are left off at the end, and then stay what they are in the round.
    pub(super) fn last_fields(
        &self,
        record: &mut Vec<Option<String>>,
        list: &[Column],
    ) -> Result<(), Spot> {
        let has = list.iter().rposition(|column| self.has(*column));
        for column in list.iter().take(has.map_or(0, |last| last + 1)) {
            record.push(match column {
                Column::Date => self.date(*column)?,
                other => self.owned(*other)?,
            });
        }
        Ok(())
    }

    /// A whole number from 0; none where the cell is empty.
    pub(super) fn whole(&self, column: Column) -> Result<Option<u64>, Spot> {
        let text = self.text(column)?;
        if text.is_empty() {
            return Ok(None);
        }
        let digits =
            text.len() <= Decimal::WHOLE_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(whole) if digits => Ok(Some(whole)),
            _ => Err(Spot::at(column, not_a_number(text, Why::NotWhole))),
        }
    }

    /// A whole number from 0 that must be there.
    pub(super) fn need_whole(&self, column: Column) -> Result<u64, Spot> {
        self.whole(column)?
            .ok_or_else(|| Spot::at(column, Why::Missing))
    }

    /// A decimal; none where the cell is empty.
    pub(super) fn decimal(&self, column: Column) -> Result<Option<Decimal>, Spot> {
        let text = self.text(column)?;
        if text.is_empty() {
            return Ok(None);
        }
        text.parse()
            .map(Some)
            .map_err(|_| Spot::at(column, not_a_number(text, Why::NotADecimal)))
    }

    /// A day as `2026-06-19`, however the file writes it; none where the cell is empty.
    pub(super) fn date(&self, column: Column) -> Result<Option<String>, Spot> {
        let text = self.text(column)?;
        if text.is_empty() {
            return Ok(None);
        }
        match day(text) {
            Some(day) => Ok(Some(day.format("%Y-%m-%d").to_string())),
            None => Err(Spot::at(column, Why::NotADate)),
        }
    }
}

/// Why a text is no number: it is one of per cent, or for the reason given.
pub(super) fn not_a_number(text: &str, else_why: Why) -> Why {
    let number = text.strip_suffix('%').map(str::trim_end);
    if number.is_some_and(|number| number.parse::<Decimal>().is_ok()) {
        Why::PerCent
    } else {
        else_why
    }
}

/// `2026-06-19`, `2026/6/19`, `2026.6.19`, `2026年6月19日`, `20260619`.
fn day(text: &str) -> Option<NaiveDate> {
    let text = text.strip_suffix('日').unwrap_or(text);
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return NaiveDate::parse_from_str(text, "%Y%m%d").ok();
    }
    let mut parts = text.split(['-', '/', '.', '年', '月']);
    let mut next = |digits: usize| {
        let part = parts.next()?;
        let plain = part.len() <= digits && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (year, month, day) = (next(4)?, next(2)?, next(2)?);
    if parts.next().is_some() || year < 1000 {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// A text without blanks around it and without invisible characters, and where it may come in
/// several lines, these on one; the character that may not stand there, otherwise.
fn clean(text: &str, several_lines: bool) -> Result<Cow<'_, str>, char> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_weightless(c));
    let plain = |byte: u8| (0x20..0x7F).contains(&byte);
    if text.bytes().all(plain) {
        return Ok(Cow::Borrowed(text));
    }
    let mut change = false;
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\t' if several_lines => change = true,
            _ if is_weightless(character) => change = true,
            _ if is_hidden(character) => return Err(character),
            _ => {}
        }
    }
    if !change {
        return Ok(Cow::Borrowed(text));
    }
    let text = text.replace(is_weightless, "");
    let lines = text.split(['\n', '\r', '\t']).map(str::trim);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    Ok(Cow::Owned(lines.join(" ")))
}

fn folded(text: Cow<'_, str>) -> Cow<'_, str> {
    let changed = match fold(&text) {
        Cow::Borrowed(_) => None,
        Cow::Owned(folded) => Some(folded.trim().to_owned()),
    };
    changed.map_or(text, Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cleaned_and_what_deceives_is_refused() {
        assert_eq!(clean("\u{3000} 宝马村\u{FEFF} ", false).unwrap(), "宝马村");
        assert_eq!(clean("宝\u{200B}马村", false).unwrap(), "宝马村");
        assert_eq!(clean("宝\0马", false), Err('\0'));
        assert_eq!(clean("宝\n马", false), Err('\n'));
        assert_eq!(clean("一\r\n 二\t三\n", true).unwrap(), "一 二 三");
        assert_eq!(clean("宝\u{202E}马", true), Err('\u{202E}'));
        assert_eq!(clean("宝\u{2063}马", false), Err('\u{2063}'));
    }

    #[test]
    fn days_are_read_as_offices_write_them() {
        for text in [
            "2026-06-09",
            "2026/6/9",
            "2026.6.9",
            "2026年6月9日",
            "20260609",
        ] {
            let read = day(text).map(|day| day.to_string());
            assert_eq!(read.as_deref(), Some("2026-06-09"), "{text}");
        }
        for text in [
            "2026-02-30",
            "26-6-9",
            "2026-6",
            "6月9日",
            "2026-6-9-1",
            "+2026-1-1",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
