//! Which cells of a sheet are shown as per cent: they hold 0.95 where one reads 95 %.

use std::io::Cursor;

use calamine::{Style, Xlsx, XlsxCellReader, XlsxError};

/// The cells of a sheet that are shown as per cent, asked for in the order of the file.
///
/// The reader of values and formulas does not tell how a cell is shown, so a second one goes
/// through the sheet beside it, where the workbook has such a format at all.
pub(super) struct PerCents<'b> {
    cells: XlsxCellReader<'b, Cursor<&'b [u8]>>,
    /// By position in the workbook's formats, whether it is one of per cent.
    formats: Vec<bool>,
    /// The next cell with a format of its own, and whether it is one of per cent.
    next: Option<((u32, u32), bool)>,
}

/// Whether a workbook shows anything as per cent.
pub(super) fn has_per_cent(styles: &[Style]) -> bool {
    styles.iter().any(is_per_cent)
}

impl<'b> PerCents<'b> {
    /// Goes to the first cell of a sheet that has a format of its own.
    ///
    /// # Errors
    /// The fault of a workbook that cannot be read.
    pub(super) fn of(book: &'b mut Xlsx<Cursor<&'b [u8]>>, sheet: &str) -> Result<Self, XlsxError> {
        let cells = book.worksheet_cells_reader(sheet)?;
        let mut found = Self {
            formats: cells.styles().iter().map(is_per_cent).collect(),
            cells,
            next: None,
        };
        found.go_on()?;
        Ok(found)
    }

    fn go_on(&mut self) -> Result<(), XlsxError> {
        let cell = self.cells.next_style_id()?;
        self.next = cell.map(|(row, column, format)| ((row, column), self.is(format)));
        Ok(())
    }

    fn is(&self, format: usize) -> bool {
        self.formats.get(format).copied().unwrap_or_default()
    }

    /// Whether the cell is shown as per cent.
    ///
    /// # Errors
    /// The fault of a workbook that cannot be read on.
    pub(super) fn has(&mut self, cell: (u32, u32)) -> Result<bool, XlsxError> {
        match self.next {
            Some((next, per_cent)) if next == cell => {
                self.go_on()?;
                Ok(per_cent)
            }
            _ => Ok(self.is(0)),
        }
    }
}

fn is_per_cent(style: &Style) -> bool {
    let format = style.number_format.as_ref();
    format.is_some_and(|format| multiplies(&format.format_code))
}

/// Whether a format has a sign of per cent that multiplies; one in quotation marks or behind a
/// stroke is only a letter, and the cell holds what it shows.
fn multiplies(format: &str) -> bool {
    let mut quoted = false;
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => {
                let _ = letters.next();
            }
            '%' => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::multiplies;

    #[test]
    fn a_sign_of_per_cent_multiplies_unless_it_is_a_letter() {
        for format in ["0%", "0.00%", "#,##0 %;[Red]-0%", "0.0_)%", "\"约\"0%"] {
            assert!(multiplies(format), "{format}");
        }
        for format in ["General", "0.00", "0.0\"%\"", "0\\%", "0_%", "yyyy-mm-dd"] {
            assert!(!multiplies(format), "{format}");
        }
    }
}
