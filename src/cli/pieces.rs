//! The pieces of a breakdown as lines for a pipe: no colours, only characters that a text file
//! may hold, columns under each other.

use std::io::{self, Write};

use super::table::{Side, Table, clean};
use crate::text::breakdown::Piece;

/// Columns of a bar.
const BAR: i128 = 40;

/// Writes pieces one below the other.
///
/// # Errors
/// Those of the writer.
pub fn write(pieces: &[Piece], out: &mut dyn Write) -> io::Result<()> {
    let mut bars = Vec::new();
    for piece in pieces {
        if let Piece::Bar {
            name,
            figure,
            part,
            whole,
        } = piece
        {
            bars.push(vec![name.clone(), bar(*part, *whole), figure.clone()]);
            continue;
        }
        write_bars(&mut bars, out)?;
        match piece {
            Piece::Text(_, text) | Piece::Drawn(text) => {
                writeln!(out, "{}", clean(text).trim_end())?;
            }
            Piece::Table { heads, rows } => {
                let side = |right| if right { Side::Right } else { Side::Left };
                let heads = heads.iter();
                let heads = heads.map(|head| (head.title.clone(), side(head.right)));
                let mut table = Table::new(heads.collect());
                for row in rows {
                    table.row(row.cells.clone());
                    if let Some(below) = &row.below {
                        table.below(below);
                    }
                }
                table.write(out)?;
            }
            Piece::Bar { .. } => {}
        }
    }
    write_bars(&mut bars, out)
}

/// Bars that follow each other, in columns.
fn write_bars(bars: &mut Vec<Vec<String>>, out: &mut dyn Write) -> io::Result<()> {
    if bars.is_empty() {
        return Ok(());
    }
    let head = |side| (String::new(), side);
    let mut table = Table::new(vec![head(Side::Left), head(Side::Left), head(Side::Right)]);
    for row in bars.drain(..) {
        table.row(row);
    }
    table.write_rows(out)
}

fn bar(part: i128, whole: i128) -> String {
    let filled = (part.max(0).saturating_mul(BAR) / whole.max(1)).min(BAR);
    let filled = usize::try_from(filled).unwrap_or(0);
    let rest = usize::try_from(BAR).unwrap_or(0).saturating_sub(filled);
    "#".repeat(filled) + &".".repeat(rest)
}
