//! Tables for people: columns aligned by the width that characters take, 汉字 being two wide.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::round::is_hidden;

/// Which side a column leans on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Left,
    /// For numbers.
    Right,
}

/// A heading line and rows below it.
#[derive(Debug, Clone)]
pub struct Table {
    heads: Vec<(String, Side)>,
    rows: Vec<Vec<String>>,
    /// Lines below rows, by the number of rows before them.
    below: Vec<(usize, String)>,
}

/// A text that keeps to its cell: what moves the cursor or turns the direction of writing goes.
#[must_use]
pub fn clean(text: &str) -> String {
    text.chars().filter(|letter| !is_hidden(*letter)).collect()
}

impl Table {
    /// A table without rows.
    #[must_use]
    pub fn new(heads: Vec<(String, Side)>) -> Self {
        Self {
            heads,
            rows: Vec::new(),
            below: Vec::new(),
        }
    }

    /// Adds a row; one text a column.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows
            .push(cells.into_iter().map(|cell| clean(&cell)).collect());
    }

    /// Adds a line of its own below the last row.
    pub fn below(&mut self, line: &str) {
        self.below.push((self.rows.len(), clean(line)));
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes the table, two blanks between columns, none at the end of a line.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let heads: Vec<&str> = self.heads.iter().map(|(head, _)| head.as_str()).collect();
        self.line(out, &heads, &self.widths())?;
        self.write_rows(out)
    }

    /// Writes the rows alone.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_rows(&self, out: &mut dyn Write) -> io::Result<()> {
        let widths = self.widths();
        for (at, row) in self.rows.iter().enumerate() {
            let cells: Vec<&str> = row.iter().map(String::as_str).collect();
            self.line(out, &cells, &widths)?;
            for (_, line) in self.below.iter().filter(|(rows, _)| *rows == at + 1) {
                writeln!(out, "      {line}")?;
            }
        }
        Ok(())
    }

    fn widths(&self) -> Vec<usize> {
        let heads = self.heads.iter().enumerate();
        let width = |(column, (head, _)): (usize, &(String, Side))| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            let widest = cells.map(|cell| cell.width()).max().unwrap_or(0);
            widest.max(head.width())
        };
        heads.map(width).collect()
    }

    fn line(&self, out: &mut dyn Write, cells: &[&str], widths: &[usize]) -> io::Result<()> {
        let mut text = String::new();
        for (column, ((cell, width), (_, side))) in
            cells.iter().zip(widths).zip(&self.heads).enumerate()
        {
            if column > 0 {
                text.push_str("  ");
            }
            let pad = " ".repeat(width.saturating_sub(cell.width()));
            match side {
                Side::Left => text.extend([*cell, pad.as_str()]),
                Side::Right => text.extend([pad.as_str(), *cell]),
            }
        }
        writeln!(out, "{}", text.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_whatever_the_width_of_their_letters() {
        let mut table = Table::new(vec![
            ("名称".into(), Side::Left),
            ("综合".into(), Side::Right),
        ]);
        table.row(vec!["宝马村".into(), "9.50".into()]);
        table.row(vec!["A区\u{1b}[31m".into(), "100.00".into()]);
        let mut out = Vec::new();
        table.write(&mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text, "名称       综合\n宝马村     9.50\nA区[31m  100.00\n");
    }
}
