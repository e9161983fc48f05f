//! A moving picture of a terminal: an SVG in which every row is shown for as long as it stood.

use std::collections::BTreeMap;
use std::fmt::Write;

use vt100::Screen;

use crate::svg;

/// What was seen, one screen after the other.
#[derive(Default)]
pub struct Cast {
    frames: Vec<Frame>,
    size: (u16, u16),
}

struct Frame {
    /// Thousandths of a second.
    start: u32,
    end: u32,
    /// One a row of the screen, and the keys that led to it below.
    rows: Vec<String>,
}

impl Cast {
    /// Takes a screen, with the keys that led to it, for so many thousandths of a second.
    pub fn frame(&mut self, screen: &Screen, keys: &str, pause: u32) {
        let (rows, columns) = screen.size();
        self.size = (columns.get(), rows.get());
        let start = self.end();
        let mut drawn = svg::rows_of(screen);
        drawn.push(svg::caption(self.size.1 + 1, self.size.0, keys));
        self.frames.push(Frame {
            start,
            end: start + pause,
            rows: drawn,
        });
    }

    fn end(&self) -> u32 {
        self.frames.last().map_or(0, |frame| frame.end)
    }

    /// The picture, which begins anew at its end.
    pub fn svg(&self) -> String {
        let whole = self.end().max(1);
        // What stands in a row, from when to when.
        let mut spans: BTreeMap<(u32, u32), String> = BTreeMap::new();
        for row in 0..usize::from(self.size.1) + 1 {
            let mut frames = self.frames.iter().peekable();
            while let Some(first) = frames.next() {
                let Some(drawn) = first.rows.get(row) else {
                    continue;
                };
                let mut end = first.end;
                while let Some(next) = frames.next_if(|next| next.rows.get(row) == Some(drawn)) {
                    end = next.end;
                }
                spans.entry((first.start, end)).or_default().push_str(drawn);
            }
        }
        let mut style = String::new();
        let mut body = String::new();
        for (number, ((start, end), drawn)) in spans.iter().enumerate() {
            if (*start, *end) == (0, whole) {
                body.push_str(drawn);
                continue;
            }
            let percent = |at: u32| f64::from(at) * 100.0 / f64::from(whole);
            let (from, to) = (percent(*start), percent(*end));
            let _ = write!(
                style,
                "@keyframes k{number}{{0%{{opacity:0}}{from:.3}%{{opacity:1}}{to:.3}%{{opacity:0}}}}\
                 .k{number}{{opacity:0;animation:k{number} {whole}ms step-end infinite}}"
            );
            let _ = write!(body, "<g class=\"k{number}\">{drawn}</g>");
        }
        let (columns, rows) = self.size;
        svg::opening(columns, rows + 2, &style) + &body + "</svg>\n"
    }
}
