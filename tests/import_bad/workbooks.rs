//! Workbooks as spreadsheet programs leave them.

use pingxing::exchange::Why;
use pingxing::round::Kind;

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
