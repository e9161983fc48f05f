//! Typing is a draft: what stands in a field before it is kept. It is never stored by itself, and
//! what it holds becomes an entry only by its item's rule.

use super::field::{Field, Kind};
use super::stroke::Stroke;
use crate::scheme::DeductionCost;
use crate::scoring::{Entry, EntryRefusal};

/// No field needs more letters than a number of 15 digits before and 6 after the point, with room
/// to see that it is too long.
const LONGEST: usize = 24;
/// How many strokes of a deduction item Backspace can take back.
const PAST: usize = 64;

/// What a field holds and what has not been kept of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub(super) content: Content,
    /// Open rows: those of a deduction or option item, gone into with Tab.
    pub(super) rows: Option<Rows>,
    /// Something has been typed.
    pub(super) touched: bool,
    /// A point was typed where no mark is: what follows it was meant for one, so that nothing more
    /// is counted and nothing kept until the point is taken back.
    pub(super) pointed: bool,
    /// The last stroke was a number that the item does not have.
    pub(super) refused: Option<Deaf>,
    /// The revision of the cell that the person saw when the draft was opened.
    seen: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// A mark or a measured value, as typed.
    Text(String),
    /// Counts of the deductions, one a row.
    Counts {
        now: Vec<u64>,
        past: Vec<(Vec<u64>, bool)>,
        /// `-` was pressed: the next digit takes one off.
        minus: bool,
    },
    /// Options are kept by their number at once; only the rows hold anything.
    Choice,
}

/// The rows that Tab went into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// Position of the row picked.
    pub at: usize,
    /// Digits typed since it was picked.
    pub digits: String,
}

/// What a field made of a stroke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// The draft is another one.
    Drafted,
    /// An entry to be kept now, and on to the next item.
    Keep(Entry),
    /// Not done, and why.
    Refused(Deaf),
    /// A move right after a number that was refused: told again before anything is kept.
    Held { deaf: Deaf, counted: bool },
    /// A stroke that the field leaves to the sheet: Enter, Escape, moves.
    Elsewhere,
}

/// Why a stroke does nothing in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deaf {
    /// No deduction of this number; the item has so many.
    NoRow { number: usize, rows: usize },
    /// No case of the deduction of this number is counted, so that none comes off.
    NothingToTakeOff { number: usize },
    /// No option of this number; the item has so many.
    NoOption { number: usize, options: usize },
    /// A point, or what came after it, where the mark is never typed: it follows from the counts
    /// or from the option.
    Point(Kind),
    /// A measured value has no full mark to give.
    NoFullMark,
    /// The key means nothing in a field of this kind.
    NotHere(Kind),
    /// The key means nothing among the rows, into which Tab has led.
    InRows,
    /// No more digits fit.
    Full,
}

impl Draft {
    /// A field as it stands, nothing typed yet. `seen` is the revision of its cell.
    #[must_use]
    pub fn open(field: &Field<'_>, stored: Option<&Entry>, seen: u64) -> Self {
        let content = match field.kind() {
            Kind::Mark | Kind::Measured => Content::Text(String::new()),
            Kind::Options => Content::Choice,
            Kind::Deductions => {
                let mut now = vec![0; field.deductions().len()];
                if let Some(Entry::Deductions(counts)) = stored {
                    for (row, count) in counts {
                        if let Some(slot) = now.get_mut(*row) {
                            *slot = *count;
                        }
                    }
                }
                Content::Counts {
                    now,
                    past: Vec::new(),
                    minus: false,
                }
            }
        };
        Self {
            content,
            rows: None,
            touched: false,
            pointed: false,
            refused: None,
            seen,
        }
    }

    /// A draft that already holds an entry, to be edited: after a conflict, say.
    #[must_use]
    pub fn holding(field: &Field<'_>, entry: &Entry, seen: u64) -> Self {
        let mut draft = Self::open(field, Some(entry), seen);
        if let Content::Text(text) = &mut draft.content {
            *text = field.canonical(entry);
        }
        draft.touched = true;
        draft
    }

    /// Whether something has been typed that is not kept.
    #[must_use]
    pub const fn touched(&self) -> bool {
        self.touched || self.pointed
    }

    /// Why the draft holds every move back whatever it counts; none where it does not.
    #[must_use]
    pub fn pointed(&self, field: &Field<'_>) -> Option<Deaf> {
        self.pointed.then(|| Deaf::Point(field.kind()))
    }

    /// The revision that the person saw when the draft was opened.
    #[must_use]
    pub const fn seen(&self) -> u64 {
        self.seen
    }

    /// The draft stands on another revision now: the one that the person's own change left.
    pub(super) const fn stand_on(&mut self, revision: u64) {
        self.seen = revision;
    }

    /// The rows that Tab went into.
    #[must_use]
    pub const fn rows(&self) -> Option<&Rows> {
        self.rows.as_ref()
    }

    /// The number that was refused last, where a move would keep what was counted before it; said
    /// once.
    pub(super) fn take_refused(&mut self) -> Option<Deaf> {
        self.refused.take().filter(|_| self.touched)
    }

    /// What has been typed into a mark or a measured value, or the point that is none.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            _ if self.pointed => Some("."),
            Content::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The counts of a deduction item.
    #[must_use]
    pub fn counts(&self) -> Option<&[u64]> {
        match &self.content {
            Content::Counts { now, .. } => Some(now),
            _ => None,
        }
    }

    /// `-` was pressed and waits for its digit.
    #[must_use]
    pub fn takes_off(&self) -> bool {
        matches!(self.content, Content::Counts { minus: true, .. })
    }

    /// The entry that the draft makes; none where nothing has been typed.
    ///
    /// # Errors
    /// Says which rule of the item it breaks (I8).
    pub fn entry(&self, field: &Field<'_>) -> Result<Option<Entry>, EntryRefusal> {
        if self.pointed {
            return Err(match field.kind() {
                Kind::Options => EntryRefusal::UnknownOption { name: ".".into() },
                _ => EntryRefusal::NotCounts,
            });
        }
        if !self.touched {
            return Ok(None);
        }
        match &self.content {
            Content::Text(text) => field.parse(&completed(text)).map(Some),
            Content::Counts { now, .. } => field.parse(&field.counts_text(now)).map(Some),
            Content::Choice => Ok(None),
        }
    }

    /// One stroke on a field, whose draft opens with it and stays only while it holds something.
    pub(super) fn hear(
        draft: &mut Option<Self>,
        field: &Field<'_>,
        stored: Option<&Entry>,
        revision: u64,
        stroke: Stroke,
    ) -> Heard {
        let mut open = draft
            .take()
            .unwrap_or_else(|| Self::open(field, stored, revision));
        let heard = open.press(field, stored, stroke);
        let refused = open.refused.is_some();
        if open.touched() || open.rows().is_some() || open.takes_off() || refused {
            *draft = Some(open);
        }
        heard
    }

    /// One stroke.
    pub fn press(&mut self, field: &Field<'_>, stored: Option<&Entry>, stroke: Stroke) -> Heard {
        let counted = self.touched || self.rows.is_some();
        if let Some(deaf) = self.refused.take() {
            let moves = matches!(stroke, Stroke::Up | Stroke::Down | Stroke::Tab);
            if stroke == Stroke::Enter || (self.touched && (moves || stroke == Stroke::Space)) {
                return Heard::Held { deaf, counted };
            }
        }
        let heard = self.press_field(field, stored, stroke);
        if let Heard::Refused(deaf @ (Deaf::NoRow { .. } | Deaf::NoOption { .. })) = &heard {
            self.refused = Some(*deaf);
        }
        heard
    }

    fn press_field(&mut self, field: &Field<'_>, stored: Option<&Entry>, stroke: Stroke) -> Heard {
        if stroke == Stroke::Star {
            return match field.full() {
                Some(entry) => Heard::Keep(entry),
                None => Heard::Refused(Deaf::NoFullMark),
            };
        }
        let counted = !matches!(self.content, Content::Text(_));
        if self.pointed || (counted && stroke == Stroke::Point) {
            return self.press_pointed(field, stroke);
        }
        if self.rows.is_some() {
            return self.press_in_rows(field, stored, stroke);
        }
        match field.kind() {
            Kind::Mark => self.press_text(field, stored, stroke, false),
            Kind::Measured => self.press_text(field, stored, stroke, true),
            Kind::Options => self.press_option(field, stored, stroke),
            Kind::Deductions => self.press_deduction(field, stroke),
        }
    }

    /// Somebody types a mark where none is typed: nothing of it counts, and it stands there until
    /// it is taken back, so that an Enter after it stores nothing.
    fn press_pointed(&mut self, field: &Field<'_>, stroke: Stroke) -> Heard {
        match stroke {
            Stroke::Backspace => {
                self.pointed = false;
                Heard::Drafted
            }
            Stroke::Point | Stroke::Minus | Stroke::Digit(_) => {
                self.pointed = true;
                Heard::Refused(Deaf::Point(field.kind()))
            }
            _ => Heard::Elsewhere,
        }
    }

    fn press_text(
        &mut self,
        field: &Field<'_>,
        stored: Option<&Entry>,
        stroke: Stroke,
        signed: bool,
    ) -> Heard {
        let Content::Text(text) = &mut self.content else {
            return Heard::Elsewhere;
        };
        let letter = match stroke {
            Stroke::Digit(digit) => char::from(b'0' + digit.min(9)),
            Stroke::Point => '.',
            Stroke::Minus if signed => {
                if text.starts_with('-') {
                    text.remove(0);
                } else {
                    text.insert(0, '-');
                }
                self.touched = !text.is_empty();
                return Heard::Drafted;
            }
            Stroke::Minus => return Heard::Refused(Deaf::NotHere(field.kind())),
            Stroke::Backspace => {
                // On an untouched field Backspace edits what is kept, as if it had been typed.
                if !self.touched
                    && let Some(stored @ (Entry::Mark(_) | Entry::Measured(_))) = stored
                {
                    *text = field.canonical(stored);
                }
                if text.pop().is_none() {
                    return Heard::Elsewhere;
                }
                self.touched = !text.is_empty();
                return Heard::Drafted;
            }
            _ => return Heard::Elsewhere,
        };
        if text.len() >= LONGEST {
            return Heard::Refused(Deaf::Full);
        }
        text.push(letter);
        self.touched = true;
        Heard::Drafted
    }

    fn press_option(&mut self, field: &Field<'_>, stored: Option<&Entry>, stroke: Stroke) -> Heard {
        let options = field.options().len();
        match stroke {
            Stroke::Digit(digit) => {
                let number = usize::from(digit);
                if number == 0 || number > options {
                    Heard::Refused(Deaf::NoOption { number, options })
                } else {
                    Heard::Keep(Entry::Option(number - 1))
                }
            }
            Stroke::Tab if options > 0 => {
                let at = match stored {
                    Some(Entry::Option(position)) if *position < options => *position,
                    _ => 0,
                };
                self.rows = Some(Rows {
                    at,
                    digits: String::new(),
                });
                Heard::Drafted
            }
            Stroke::Minus => Heard::Refused(Deaf::NotHere(Kind::Options)),
            _ => Heard::Elsewhere,
        }
    }

    fn press_deduction(&mut self, field: &Field<'_>, stroke: Stroke) -> Heard {
        let rows = field.deductions();
        let touched = self.touched;
        let Content::Counts { now, past, minus } = &mut self.content else {
            return Heard::Elsewhere;
        };
        match stroke {
            Stroke::Minus => {
                *minus = !*minus;
                Heard::Drafted
            }
            Stroke::Digit(0) => {
                remember(past, now, touched);
                now.fill(0);
                *minus = false;
                self.touched = true;
                Heard::Drafted
            }
            Stroke::Digit(digit) => {
                let number = usize::from(digit);
                let (Some(row), true) = (rows.get(number - 1), number <= now.len()) else {
                    let rows = rows.len();
                    return Heard::Refused(Deaf::NoRow { number, rows });
                };
                let off = std::mem::take(minus);
                let Some(count) = now.get_mut(number - 1) else {
                    return Heard::Elsewhere;
                };
                if off && *count == 0 {
                    return Heard::Refused(Deaf::NothingToTakeOff { number });
                }
                let after = stepped(row.cost, *count, off);
                remember(past, now, touched);
                if let Some(count) = now.get_mut(number - 1) {
                    *count = after;
                }
                self.touched = !stands_as_found(past, now);
                Heard::Drafted
            }
            Stroke::Backspace => {
                if std::mem::take(minus) {
                    return Heard::Drafted;
                }
                match past.pop() {
                    Some((before, was)) => {
                        *now = before;
                        self.touched = was;
                        Heard::Drafted
                    }
                    None => Heard::Elsewhere,
                }
            }
            Stroke::Tab if !rows.is_empty() => {
                *minus = false;
                self.rows = Some(Rows {
                    at: 0,
                    digits: String::new(),
                });
                Heard::Drafted
            }
            _ => Heard::Elsewhere,
        }
    }
}

/// A number as typed on a keypad: `.5` is 0.5 and `8.` is 8.
fn completed(text: &str) -> String {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let whole = digits.strip_suffix('.').unwrap_or(digits);
    let zero = if whole.starts_with('.') { "0" } else { "" };
    format!("{sign}{zero}{whole}")
}

/// Whether the counts are again those that were found, and nothing but counts up and down led
/// there: who has said 无扣分 meanwhile has said something, who took back a slip has not.
pub(super) fn stands_as_found(past: &[(Vec<u64>, bool)], now: &[u64]) -> bool {
    let found = past
        .first()
        .is_some_and(|(first, was)| !was && first.as_slice() == now);
    found
        && !past
            .iter()
            .any(|(counts, was)| *was && counts.as_slice() == now)
}

pub(super) fn remember(past: &mut Vec<(Vec<u64>, bool)>, now: &[u64], touched: bool) {
    if past.len() >= PAST {
        past.remove(0);
    }
    past.push((now.to_vec(), touched));
}

/// One case more or less; the row that costs the whole mark is on or off.
const fn stepped(cost: DeductionCost, count: u64, off: bool) -> u64 {
    match (cost, off) {
        (DeductionCost::All, true) => 0,
        (DeductionCost::All, false) => (count == 0) as u64,
        (DeductionCost::Each { .. }, true) => count.saturating_sub(1),
        (DeductionCost::Each { .. }, false) => count.saturating_add(1),
    }
}
