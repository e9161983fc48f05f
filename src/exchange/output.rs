//! Rows of texts → the bytes of a CSV file or a workbook.

use std::path::Path;

use rust_xlsxwriter::{Format as CellFormat, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use crate::number::Decimal;

/// What a file is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// UTF-8 with its mark, because spreadsheets open that rightly.
    Csv,
    Xlsx,
}

impl Format {
    /// By the ending of a file's name; none for another one.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        if ending.eq_ignore_ascii_case("csv") {
            Some(Self::Csv)
        } else if ending.eq_ignore_ascii_case("xlsx") {
            Some(Self::Xlsx)
        } else {
            None
        }
    }
}

/// Why a file cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// More rows than a sheet holds; CSV has no such limit.
    #[error("{rows} rows, a sheet holds {limit}")]
    TooManyRows { rows: usize, limit: usize },
    /// A text longer than a sheet's cell holds; CSV has no such limit.
    #[error("a text longer than a cell of a sheet")]
    CellTooLong,
    /// The library refuses; its own words.
    #[error("{detail}")]
    Library { detail: String },
}

/// Rows of a sheet, the headings included.
const SHEET_ROWS: usize = 1_048_576;

/// How many rows are measured for the width of the columns.
const MEASURED: usize = 500;

/// Writes a plain table, results for one.
///
/// `numbers` says of each column whether a sheet should hold numbers there: texts that are a
/// decimal are then written as one, with the digits after the point that they have.
///
/// # Errors
/// More rows than a sheet can hold, or a text longer than a cell.
pub fn write_table(
    headings: &[String],
    rows: &[Vec<String>],
    numbers: &[bool],
    format: Format,
) -> Result<Vec<u8>, Unwritable> {
    let headings: Vec<_> = headings.iter().map(String::as_str).collect();
    let rows: Vec<Vec<_>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    output(&headings, &rows, numbers, format)
}

pub(super) fn output(
    headings: &[&str],
    rows: &[Vec<&str>],
    numbers: &[bool],
    format: Format,
) -> Result<Vec<u8>, Unwritable> {
    match format {
        Format::Csv => csv_bytes(headings, rows),
        Format::Xlsx if rows.len() >= SHEET_ROWS => Err(Unwritable::TooManyRows {
            rows: rows.len(),
            limit: SHEET_ROWS - 1,
        }),
        Format::Xlsx => sheet_bytes(headings, rows, numbers).map_err(|fault| match fault {
            XlsxError::MaxStringLengthExceeded => Unwritable::CellTooLong,
            other => library(&other),
        }),
    }
}

fn library(fault: &impl ToString) -> Unwritable {
    Unwritable::Library {
        detail: fault.to_string(),
    }
}

fn csv_bytes(headings: &[&str], rows: &[Vec<&str>]) -> Result<Vec<u8>, Unwritable> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    writer
        .write_record(headings)
        .map_err(|fault| library(&fault))?;
    for row in rows {
        writer.write_record(row).map_err(|fault| library(&fault))?;
    }
    writer.into_inner().map_err(|fault| library(&fault))
}

fn sheet_bytes(
    headings: &[&str],
    rows: &[Vec<&str>],
    numbers: &[bool],
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let bold = CellFormat::new().set_bold();
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string_with_format(0, column, *heading, &bold)?;
        let widest = rows.iter().take(MEASURED);
        let widest = widest.filter_map(|row| row.get(usize::from(column)));
        let widest = widest.chain([heading]).map(|text| text.width()).max();
        sheet.set_column_width(column, column_width(widest.unwrap_or_default()))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    // One format for each number of digits after the point.
    let formats: Vec<_> = (0..=Decimal::PLACES)
        .map(|places| CellFormat::new().set_num_format(format!("0.{}", "0".repeat(places))))
        .collect();
    for (row, texts) in (1..).zip(rows) {
        for (column, text) in (0..).zip(texts) {
            let may_be_number = numbers.get(usize::from(column)) == Some(&true);
            let number = if may_be_number { number_of(text) } else { None };
            match number {
                Some(number) => write_number(sheet, row, column, text, number, &formats)?,
                None if text.is_empty() => {}
                // Always a text, even one that begins like a formula.
                None => {
                    sheet.write_string(row, column, *text)?;
                }
            }
        }
    }
    book.save_to_buffer()
}

/// Room for a text of so many columns of a terminal; the library's own guess is too narrow for
/// Chinese.
fn column_width(columns: usize) -> f64 {
    const LEAST: usize = 6;
    const MOST: usize = 60;
    let columns = u32::try_from(columns.clamp(LEAST, MOST)).unwrap_or(u32::MAX);
    f64::from(columns) * 1.1 + 2.0
}

/// The number that a sheet can hold exactly enough to give the same decimal back: at most 15
/// significant digits. A text with a sign or zeros in front (`+1`, `01`) is no number but a name,
/// that of an option for one.
fn number_of(text: &str) -> Option<f64> {
    const DIGITS: usize = 15;
    let decimal: Decimal = text.parse().ok()?;
    let digits = text.strip_prefix('-').unwrap_or(text);
    let whole = digits.split_once('.').map_or(digits, |(whole, _)| whole);
    if whole.starts_with('+') || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    let digits = decimal.to_string();
    let digits = digits.bytes().filter(u8::is_ascii_digit).count();
    if digits <= DIGITS {
        text.parse().ok()
    } else {
        None
    }
}

/// A number; one that ends in zeros after the point keeps them on view.
fn write_number(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    number: f64,
    formats: &[CellFormat],
) -> Result<(), XlsxError> {
    let places = text
        .split_once('.')
        .map_or(0, |(_, fraction)| fraction.len());
    let format = formats
        .get(places)
        .filter(|_| text.ends_with('0') && places > 0);
    match format {
        Some(format) => sheet.write_number_with_format(row, column, number, format)?,
        None => sheet.write_number(row, column, number)?,
    };
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::number_of;

    #[test]
    fn only_what_comes_back_the_same_is_a_number() {
        for (text, number) in [
            ("8.5", Some(8.5)),
            ("-0.25", Some(-0.25)),
            ("95.00", Some(95.0)),
            ("0", Some(0.0)),
            ("01", None),
            ("+1", None),
            ("007.5", None),
            ("1234567890123456", None),
            ("a=2", None),
        ] {
            assert_eq!(number_of(text), number, "{text}");
        }
    }
}
