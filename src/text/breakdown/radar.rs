//! A radar of characters that every terminal has, one column each.

/// What an outline is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pen {
    First,
    Last,
    /// Where both outlines are.
    Both,
}

impl Pen {
    pub(super) const fn letter(self) -> char {
        match self {
            Self::First => 'o',
            Self::Last => '#',
            Self::Both => '@',
        }
    }
}

/// Full marks, and the way from the centre to a corner.
const RIM: char = '.';
const SPOKE: char = '.';
const CENTRE: char = '+';

/// What is drawn.
pub(super) struct Radar {
    /// A letter or two for each corner, the first at the top, then clockwise.
    pub(super) corners: Vec<String>,
    /// For each corner thousandths of the full marks; none where there is no figure.
    pub(super) outlines: Vec<(Pen, Vec<Option<i128>>)>,
    /// Thousandths of the full marks at the centre.
    pub(super) centre: i128,
}

/// A place, in columns and rows from the upper left.
type Place = (i64, i64);

struct Sheet {
    cells: Vec<Vec<char>>,
}

impl Sheet {
    fn put(&mut self, (x, y): Place, letter: char) {
        let row = usize::try_from(y).ok().and_then(|y| self.cells.get_mut(y));
        let cell = row.and_then(|row| row.get_mut(usize::try_from(x).ok()?));
        if let Some(cell) = cell {
            *cell = letter;
        }
    }

    fn at(&self, (x, y): Place) -> char {
        let row = usize::try_from(y).ok().and_then(|y| self.cells.get(y));
        let cell = row.and_then(|row| row.get(usize::try_from(x).ok()?));
        cell.copied().unwrap_or(' ')
    }

    /// A straight line, with what is to stand where something is already.
    fn line(&mut self, from: Place, to: Place, letter: impl Fn(char) -> char) {
        let (across, down) = (to.0 - from.0, to.1 - from.1);
        let steps = across.abs().max(down.abs()).max(1);
        for step in 0..=steps {
            let between = |start: i64, length: i64| {
                // Half up, so that a line and its way back are the same.
                start + (2 * length * step + steps).div_euclid(2 * steps)
            };
            let place = (between(from.0, across), between(from.1, down));
            let drawn = letter(self.at(place));
            self.put(place, drawn);
        }
    }
}

impl Radar {
    /// The drawing in so many rows; each about twice as wide as high, as characters are.
    pub(super) fn lines(&self, rows: usize) -> Vec<String> {
        let radius = (rows.saturating_sub(3) / 2).max(3);
        // A row above and below, and columns at both sides, for the names of the corners.
        let margin = self.corners.iter().map(String::len).max().unwrap_or(1) + 1;
        let (width, height) = (radius * 4 + 1 + margin * 2, radius * 2 + 3);
        let mut sheet = Sheet {
            cells: vec![vec![' '; width]; height],
        };
        let centre = (
            i64::try_from(margin + radius * 2).unwrap_or(0),
            i64::try_from(radius + 1).unwrap_or(0),
        );
        let place = |corner: usize, thousandths: i128, farther: f64| {
            self.place(centre, radius, corner, thousandths, farther)
        };
        let count = self.corners.len();
        let empty = |there: char, letter: char| if there == ' ' { letter } else { there };
        for corner in 0..count {
            let rim = place(corner, 1000, 0.0);
            let next = place((corner + 1) % count, 1000, 0.0);
            sheet.line(centre, rim, |there| empty(there, SPOKE));
            sheet.line(rim, next, |there| empty(there, RIM));
        }
        for (pen, shares) in &self.outlines {
            self.outline(&mut sheet, *pen, shares, &place);
        }
        sheet.put(centre, CENTRE);
        for (corner, name) in self.corners.iter().enumerate() {
            let (x, y) = place(corner, 1000, 1.0);
            // A name grows away from the drawing.
            let length = i64::try_from(name.len()).unwrap_or(0);
            let x = if x < centre.0 { x - length + 1 } else { x };
            for (letter, at) in name.chars().zip(x..) {
                sheet.put((at, y), letter);
            }
        }
        let lines = sheet.cells.into_iter();
        lines
            .map(|row| row.into_iter().collect::<String>().trim_end().to_owned())
            .collect()
    }

    /// Lines between neighbours that both have a figure, and every corner.
    fn outline(
        &self,
        sheet: &mut Sheet,
        pen: Pen,
        shares: &[Option<i128>],
        place: &impl Fn(usize, i128, f64) -> Place,
    ) {
        let other = |there: char| there == Pen::First.letter() && pen == Pen::Last;
        let letter = |there: char| {
            if other(there) || there == Pen::Both.letter() {
                Pen::Both.letter()
            } else {
                pen.letter()
            }
        };
        for (corner, share) in shares.iter().enumerate() {
            let Some(share) = share else { continue };
            let here = place(corner, *share, 0.0);
            let next = (corner + 1) % shares.len();
            match shares.get(next).copied().flatten() {
                Some(after) => sheet.line(here, place(next, after, 0.0), letter),
                None => sheet.put(here, letter(sheet.at(here))),
            }
        }
    }

    fn place(
        &self,
        centre: Place,
        radius: usize,
        corner: usize,
        thousandths: i128,
        farther: f64,
    ) -> Place {
        let count = self.corners.len().max(1);
        let turn = std::f64::consts::TAU * corner as f64 / count as f64;
        let span = (1000 - self.centre).max(1) as f64;
        let part = (thousandths - self.centre).max(0) as f64 / span;
        let length = radius as f64 * part + farther;
        let x = centre.0 as f64 + 2.0 * length * turn.sin();
        let y = centre.1 as f64 - length * turn.cos();
        (x.round() as i64, y.round() as i64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn radar(first: [i128; 4], last: [i128; 4]) -> Vec<String> {
        let own = |shares: [i128; 4]| shares.iter().copied().map(Some).collect();
        let radar = Radar {
            corners: ["A", "B", "C", "D"].map(str::to_owned).to_vec(),
            outlines: vec![(Pen::First, own(first)), (Pen::Last, own(last))],
            centre: 0,
        };
        radar.lines(11)
    }

    #[test]
    fn full_marks_lie_on_the_rim_and_none_at_the_centre() {
        let lines = radar([1000, 0, 0, 0], [1000; 4]);
        assert_eq!(lines.len(), 11);
        let row = |at: usize| lines.get(at).unwrap().as_str();
        assert_eq!(row(0).trim(), "A");
        assert!(
            row(1).contains('@'),
            "both have full marks at the top: {}",
            row(1)
        );
        assert!(row(5).starts_with("D #"), "{}", row(5));
        assert!(row(5).ends_with("# B"), "{}", row(5));
        assert!(row(5).contains('+'), "{}", row(5));
        assert!(row(9).contains('#'), "{}", row(9));
        assert!(
            !row(9).contains('@'),
            "only the last has them at the bottom: {}",
            row(9)
        );
        assert_eq!(row(10).trim(), "C");
    }

    #[test]
    fn every_line_is_of_characters_one_column_wide() {
        for line in radar([300, 500, 700, 900], [1000, 800, 600, 400]) {
            assert!(line.is_ascii(), "{line}");
        }
    }

    #[test]
    fn a_corner_without_a_figure_leaves_a_gap() {
        let radar = Radar {
            corners: ["A", "B", "C"].map(str::to_owned).to_vec(),
            outlines: vec![(Pen::Last, vec![Some(500), None, Some(500)])],
            centre: 0,
        };
        let drawn = radar.lines(15).concat();
        assert!(drawn.contains('#'), "{drawn}");
    }
}
