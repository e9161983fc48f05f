//! Bytes → rows with their number: CSV in any of its encodings, or a workbook. Rows are handed on
//! one by one, so a file of any length takes the memory of one row beside itself.

use std::borrow::Cow;
use std::io::Read;
use std::ops::ControlFlow;

use csv::{ReaderBuilder, StringRecord};

use super::fault::{RowFault, Why};
use super::workbook;

/// The longest text of a cell, as spreadsheets have it; beyond it a quotation mark was left open.
pub(super) const LONGEST_CELL: usize = 32_767 * 4;

/// A row as it stands in the file.
pub(super) struct RawRow<'a> {
    /// From 1.
    pub number: u32,
    pub cells: &'a StringRecord,
    /// What is wrong with single cells, by position.
    pub odd: &'a [(usize, Why)],
}

/// Who looks at the rows; may stop.
pub(super) type Visit<'v> = dyn FnMut(RawRow<'_>) -> ControlFlow<()> + 'v;

fn whole_file(why: Why) -> Box<RowFault> {
    at_row(0, why)
}

/// A fault of a row, of no one column.
pub(super) fn at_row(row: u32, why: Why) -> Box<RowFault> {
    Box::new(RowFault {
        row,
        column: None,
        value: String::new(),
        why,
    })
}

/// Hands on every row that is not blank. What the file is, its first bytes say, not its name.
///
/// # Errors
/// The fault that keeps the file from being read on.
pub(super) fn each_row(bytes: &[u8], visit: &mut Visit<'_>) -> Result<(), Box<RowFault>> {
    if bytes.starts_with(b"PK\x03\x04") {
        return workbook::each_row(bytes, visit);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(whole_file(Why::OldWorkbook));
    }
    each_line(&decode(bytes)?, visit)
}

/// UTF-8, with or without its mark, else GB18030; UTF-16 only with its mark, as spreadsheets
/// write it.
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Box<RowFault>> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        if encoding == encoding_rs::UTF_8 {
            return std::str::from_utf8(rest)
                .map(Cow::Borrowed)
                .map_err(|fault| undecodable(rest, fault.valid_up_to()));
        }
        return encoding
            .decode_without_bom_handling_and_without_replacement(rest)
            .ok_or_else(|| whole_file(Why::Encoding));
    }
    let fault = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(fault) => fault,
    };
    let valid = bytes.get(..fault.valid_up_to()).unwrap_or_default();
    if is_chinese_utf8(valid) {
        return Err(undecodable(bytes, valid.len()));
    }
    encoding_rs::GB18030
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or_else(|| undecodable(bytes, valid.len()))
}

/// Whether a valid beginning shows that the file is UTF-8, and damaged: GB18030 hardly ever reads
/// as two Chinese characters of UTF-8, but nearly every damaged UTF-8 reads as some GB18030.
fn is_chinese_utf8(valid: &[u8]) -> bool {
    let text = std::str::from_utf8(valid).unwrap_or_default();
    text.chars()
        .filter(|character| *character >= '\u{2E80}')
        .nth(1)
        .is_some()
}

fn undecodable(bytes: &[u8], valid: usize) -> Box<RowFault> {
    let before = bytes.get(..valid).unwrap_or_default();
    at_row(1 + line_ends(before), Why::Encoding)
}

/// How many lines end in these bytes: `\n`, `\r\n` or `\r`.
fn line_ends(bytes: &[u8]) -> u32 {
    let mut previous = 0;
    let mut count: u32 = 0;
    for byte in bytes {
        if *byte == b'\r' || (*byte == b'\n' && previous != b'\r') {
            count = count.saturating_add(1);
        }
        previous = *byte;
    }
    count
}

/// A tab where the headings have tabs and no comma.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty());
    match first {
        Some(line) if line.contains('\t') && !line.contains(',') => b'\t',
        _ => b',',
    }
}

fn each_line(text: &str, visit: &mut Visit<'_>) -> Result<(), Box<RowFault>> {
    let bytes = text.as_bytes();
    let delimiter = delimiter(text);
    let mut reader = reader_of(bytes, delimiter);
    let mut record = StringRecord::new();
    let mut start = 0;
    let mut number = 1 + skipped(bytes, 0);
    while reader
        .read_record(&mut record)
        .map_err(|_| at_row(number, Why::Encoding))?
    {
        let end = usize::try_from(reader.position().byte()).unwrap_or(bytes.len());
        if end >= bytes.len() && has_open_quote(bytes.get(start..).unwrap_or_default(), delimiter) {
            return Err(at_row(number, Why::OpenQuote));
        }
        if !is_blank(&record) {
            let row = RawRow {
                number,
                cells: &record,
                odd: &[],
            };
            if visit(row).is_break() {
                return Ok(());
            }
        }
        number = number.saturating_add(skipped(bytes, end));
        start = end;
    }
    Ok(())
}

/// How many line ends stand at the end of a record: its own, and those of the blank lines after
/// it, which the reader passes over.
fn skipped(bytes: &[u8], end: usize) -> u32 {
    let is_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
    let (before, after) = bytes.split_at_checked(end).unwrap_or((bytes, &[]));
    let own = match before {
        [.., b'\r', b'\n'] => 2,
        [.., b'\r' | b'\n'] => 1,
        _ => 0,
    };
    let run = after.iter().take_while(|byte| is_end(byte)).count();
    let whole = bytes.get(before.len() - own..before.len() + run);
    line_ends(whole.unwrap_or_default())
}

fn reader_of<R: Read>(bytes: R, delimiter: u8) -> csv::Reader<R> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(bytes)
}

/// Whether the last record ends within quotation marks: then another line behind it is still of
/// its last cell. (An odd number of marks says nothing: one may stand inside a plain cell, `3"`.)
fn has_open_quote(record: &[u8], delimiter: u8) -> bool {
    record.contains(&b'"') && {
        let with_another = record.chain(b"\nanother".as_slice());
        let mut reader = reader_of(with_another, delimiter);
        reader.byte_records().count() < 2
    }
}

/// Whether no cell of a row has anything in it.
pub(super) fn is_blank(cells: &StringRecord) -> bool {
    cells.iter().all(|cell| cell.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Result<Vec<(u32, Vec<String>)>, Box<RowFault>> {
        let mut found = Vec::new();
        each_row(bytes, &mut |row| {
            let cells = row.cells.iter().map(str::to_owned).collect();
            found.push((row.number, cells));
            ControlFlow::Continue(())
        })?;
        Ok(found)
    }

    fn numbers(bytes: &[u8]) -> Vec<u32> {
        let rows = rows(bytes).unwrap();
        rows.into_iter().map(|(number, _)| number).collect()
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        assert_eq!(numbers(b"a,b\n1,2\n3,4"), [1, 2, 3]);
        assert_eq!(numbers(b"a,b\r\n1,2\r\n\r\n3,4\r\n"), [1, 2, 4]);
        assert_eq!(numbers(b"\n\na,b\n\n1,2\n,\n3,4\n"), [3, 5, 7]);
        assert_eq!(numbers(b"a,b\r1,2\r3,4\r"), [1, 2, 3]);
        assert_eq!(numbers(b"a,b\n1,\"x\ny\"\n3,4\n"), [1, 2, 3]);
    }

    #[test]
    fn encodings_are_told_apart() {
        let text = "编码,名称\n0001,宝马村\n";
        let (gb, _, _) = encoding_rs::GB18030.encode(text);
        let want = rows(text.as_bytes()).unwrap();
        assert_eq!(rows(&gb).unwrap(), want);
        assert_eq!(rows(format!("\u{FEFF}{text}").as_bytes()).unwrap(), want);
        let utf16: Vec<u8> = [0xFEFF]
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(rows(&utf16).unwrap(), want);
    }

    #[test]
    fn damaged_utf8_is_not_taken_for_another_encoding() {
        let whole = "编码,名称\n0001,宝马村\n".as_bytes();
        let cut = whole.get(..whole.len() - 2).unwrap();
        let fault = rows(cut).unwrap_err();
        assert_eq!((fault.row, fault.why), (2, Why::Encoding));
    }

    #[test]
    fn a_quotation_mark_left_open_is_seen() {
        let fault = rows(b"a,b\n1,2\n3,\"4\n5,6\n").unwrap_err();
        assert_eq!((fault.row, fault.why), (3, Why::OpenQuote));
    }

    #[test]
    fn a_quotation_mark_inside_a_plain_cell_opens_nothing() {
        for bytes in [
            &b"a,b\n1,3\" pipe\n"[..],
            b"a,b\n1,3\" pipe",
            b"a,b\n1,\"2\"\n",
        ] {
            assert_eq!(numbers(bytes), [1, 2]);
        }
    }

    #[test]
    fn tabs_part_cells_where_the_headings_have_tabs() {
        assert_eq!(
            rows(b"a\tb\n1,5\t2\n").unwrap()[1].1,
            ["1,5".to_owned(), "2".to_owned()]
        );
    }
}
