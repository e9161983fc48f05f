//! The first sheet of a workbook, cell by cell.

use std::cell::Cell;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};
use csv::StringRecord;

use super::fault::{RowFault, Why};
use super::per_cent::{PerCents, has_per_cent};
use super::rows::{RawRow, Visit, at_row, is_blank};

/// The last column of a sheet, XFD.
const LAST_COLUMN: usize = 16_383;

/// Beyond so many digits after the point or before it, a number is left in exponents, and its
/// column refuses it.
const LONGEST_EXPONENT: i32 = 21;

/// The row that is being gathered.
#[derive(Default)]
struct Gathered {
    /// From 0.
    row: u32,
    cells: Vec<String>,
    odd: Vec<(usize, Why)>,
    record: StringRecord,
    /// As wide as the first row: a sheet keeps no empty cells at the end of a row.
    width: Option<usize>,
}

impl Gathered {
    fn take(&mut self, column: usize, value: &DataRef<'_>, formula: bool, per_cent: bool) {
        if self.cells.len() <= column {
            self.cells.resize_with(column + 1, String::new);
        }
        let (text, why) = match value {
            DataRef::Empty if formula => (String::new(), Some(Why::Formula)),
            DataRef::Error(error) => (error.to_string(), Some(Why::CellError)),
            // Whether 95 or 0.95 is meant, nobody can tell but who wrote it.
            DataRef::Float(float) if per_cent => (per_cent_of(*float), Some(Why::PerCent)),
            other => (text_of(other), None),
        };
        if let Some(why) = why {
            self.odd.push((column, why));
        }
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = text;
        }
    }

    /// Hands the row on, and is empty again; whether to go on.
    fn hand_on(&mut self, visit: &mut Visit<'_>) -> bool {
        let used = self.cells.iter().rposition(|cell| !cell.is_empty());
        self.cells.truncate(used.map_or(0, |last| last + 1));
        if let Some(width) = self.width
            && self.cells.len() < width
        {
            self.cells.resize_with(width, String::new);
        }
        self.record.clear();
        for cell in self.cells.drain(..) {
            self.record.push_field(&cell);
        }
        let mut on = true;
        if !is_blank(&self.record) || !self.odd.is_empty() {
            self.width.get_or_insert(self.record.len());
            on = visit(RawRow {
                number: self.row.saturating_add(1),
                cells: &self.record,
                odd: &self.odd,
            })
            .is_continue();
        }
        self.odd.clear();
        on
    }
}

fn unreadable(fault: &XlsxError) -> Box<RowFault> {
    at_row(
        0,
        match fault {
            XlsxError::Password => Why::OldWorkbook,
            other => Why::Workbook {
                detail: other.to_string(),
            },
        },
    )
}

thread_local! {
    static READING: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is in the middle of a workbook: a panic there is the file's fault, is
/// told as one, and need not be reported as a bug of ours.
#[must_use]
pub fn is_reading_workbook() -> bool {
    READING.get()
}

/// Asks the library for something; what makes it panic is a damaged workbook.
fn ask<T>(question: impl FnOnce() -> Result<T, XlsxError>) -> Result<T, Box<RowFault>> {
    READING.set(true);
    // The reader that panicked is never asked again.
    let answer = catch_unwind(AssertUnwindSafe(question));
    READING.set(false);
    match answer {
        Ok(answer) => answer.map_err(|fault| unreadable(&fault)),
        Err(_) => Err(at_row(
            0,
            Why::Workbook {
                detail: "damaged".to_owned(),
            },
        )),
    }
}

/// Hands on every row of the first sheet that is not blank.
///
/// # Errors
/// The fault that keeps the workbook from being read on.
pub(super) fn each_row(bytes: &[u8], visit: &mut Visit<'_>) -> Result<(), Box<RowFault>> {
    let mut book = ask(|| Xlsx::new(Cursor::new(bytes)))?;
    let is_work_sheet = |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet;
    let first = book.sheets_metadata().iter().find(is_work_sheet);
    let name = first
        .map(|sheet| sheet.name.clone())
        .ok_or_else(|| at_row(0, Why::Empty))?;
    let mut cells = ask(|| book.worksheet_cells_reader(&name))?;
    let mut beside = if has_per_cent(cells.styles()) {
        Some(ask(|| Xlsx::new(Cursor::new(bytes)))?)
    } else {
        None
    };
    let mut per_cents = match beside.as_mut() {
        Some(book) => Some(ask(|| PerCents::of(book, &name))?),
        None => None,
    };
    let mut gathered = Gathered::default();
    loop {
        let cell = ask(|| cells.next_cell_with_formula_metadata())?;
        let Some(cell) = cell else { break };
        let per_cent = match per_cents.as_mut() {
            Some(per_cents) => ask(|| per_cents.has(cell.pos))?,
            None => false,
        };
        let (row, column) = cell.pos;
        if row != gathered.row {
            if !gathered.hand_on(visit) {
                return Ok(());
            }
            gathered.row = row;
        }
        if let Some(column) = usize::try_from(column).ok().filter(|c| *c <= LAST_COLUMN) {
            gathered.take(column, &cell.value, cell.formula.is_some(), per_cent);
        }
    }
    gathered.hand_on(visit);
    Ok(())
}

fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::Int(whole) => whole.to_string(),
        DataRef::Float(float) => shortest(*float),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(date) => date_of(date),
    }
}

/// The number as the sheet shows it, with all its decimals.
fn per_cent_of(float: f64) -> String {
    format!("{}%", shortest(float * 100.0))
}

fn date_of(date: &ExcelDateTime) -> String {
    if !date.is_datetime() {
        return shortest(date.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}

/// The shortest decimal of at most 15 significant digits, which is what the spreadsheet shows:
/// a cell holds 92.35 as a binary fraction near it.
fn shortest(float: f64) -> String {
    let scientific = format!("{float:.14e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else {
        return scientific;
    };
    let Ok(exponent) = exponent.parse::<i32>() else {
        return scientific;
    };
    if exponent.abs() >= LONGEST_EXPONENT {
        return scientific;
    }
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    if exponent < 0 {
        let zeros = "0".repeat(exponent.unsigned_abs() as usize - 1);
        return format!("{sign}0.{zeros}{digits}");
    }
    let whole = exponent.unsigned_abs() as usize + 1;
    match digits.split_at_checked(whole) {
        Some((whole, "")) => format!("{sign}{whole}"),
        Some((whole, fraction)) => format!("{sign}{whole}.{fraction}"),
        None => format!("{sign}{digits:0<whole$}"),
    }
}

#[cfg(test)]
mod tests {
    use super::shortest;

    #[test]
    fn a_number_is_read_as_the_sheet_shows_it() {
        for (float, text) in [
            (92.35, "92.35"),
            (0.1 + 0.2, "0.3"),
            (-0.25, "-0.25"),
            (0.0, "0"),
            (-0.0, "0"),
            (100.0, "100"),
            (640_205_001.0, "640205001"),
            (123_456_789_012_345.0, "123456789012345"),
            (0.000_001, "0.000001"),
            (1.0 / 3.0, "0.333333333333333"),
            (1e20, "100000000000000000000"),
        ] {
            assert_eq!(shortest(float), text);
        }
        assert_eq!(shortest(f64::NAN), "NaN");
        assert_eq!(shortest(1e300), "1.00000000000000e300");
    }
}
