//! Workbooks as spreadsheet programs leave them.

use pingxing::exchange::Why;
use pingxing::round::Kind;
use rust_xlsxwriter::{Format, Workbook};

use crate::{place, reads};

#[test]
fn a_formula_has_the_value_that_was_stored_with_it_or_none() {
    let faults = reads(Kind::Scores, include_bytes!("files/formulas.xlsx")).unwrap_err();
    let places: Vec<_> = faults.first.iter().map(place).collect();
    assert_eq!(places, [(2, "entry", ""), (4, "entry", "#DIV/0!")]);
    assert_eq!(faults.first[0].why, Why::Formula);
    assert_eq!(faults.first[1].why, Why::CellError);
}

#[test]
fn dates_numbers_and_blank_rows_are_read_as_they_are_seen() {
    let writes = reads(Kind::Vetoes, include_bytes!("files/dates.xlsx")).unwrap();
    let rows: Vec<_> = writes.iter().filter_map(|write| write.row).collect();
    assert_eq!(rows, [3, 4, 5]);
    let record = writes[0].record.as_ref().unwrap();
    assert_eq!(record[1].as_deref(), Some("47"));
    assert_eq!(record[2].as_deref(), Some("2026-06-09"));
    let record = writes[1].record.as_ref().unwrap();
    assert_eq!(record[2].as_deref(), Some("2026-06-09"));
}

/// A sheet of scores: text, and numbers shown in the given formats.
fn scores(entries: &[(f64, &str)], last: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let headings = ["org", "party", "rater", "item", "entry"];
    sheet.write_row(0, 0, headings).unwrap();
    let raters = ["甲组", "乙组", "丙组", "丁组"];
    for (row, rater) in (1..).zip(&raters[..=entries.len()]) {
        sheet
            .write_row(row, 0, ["0001", "self", rater, "A1"])
            .unwrap();
    }
    for (row, (number, format)) in (1..).zip(entries) {
        let format = Format::new().set_num_format(*format);
        sheet.write_with_format(row, 4, *number, &format).unwrap();
    }
    let row = u32::try_from(entries.len()).unwrap() + 1;
    sheet.write(row, 4, last).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_number_shown_as_per_cent_is_refused_and_not_read_as_its_fraction() {
    let book = scores(&[(0.95, "0%"), (2.5, "0.0"), (0.255, "0.00%")], "30%");
    let faults = reads(Kind::Scores, book).unwrap_err();
    let places: Vec<_> = faults.first.iter().map(place).collect();
    let wanted = [
        (2, "entry", "95%"),
        (4, "entry", "25.5%"),
        (5, "entry", "30%"),
    ];
    assert_eq!(places, wanted);
    assert!(faults.first.iter().all(|fault| fault.why == Why::PerCent));
}

#[test]
fn a_sign_of_per_cent_that_is_only_a_letter_changes_nothing() {
    let book = scores(&[(2.5, "0.0\"%\""), (3.0, "0")], "4");
    let writes = reads(Kind::Scores, book).unwrap();
    let entries = writes.iter().filter_map(|write| write.record.as_ref());
    let entries: Vec<_> = entries.filter_map(|record| record[0].as_deref()).collect();
    assert_eq!(entries, ["2.5", "3", "4"]);
}
