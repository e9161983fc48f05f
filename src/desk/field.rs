//! What a field takes: the kind of an item's entry, its full mark, and what its rule says.

use std::fmt::Write as _;

use crate::number::{Decimal, Exact};
use crate::scheme::{Deduction, Item, ItemOption, ItemRule};
use crate::scoring::{Entry, EntryRefusal};

/// The field of one item, or of the one overall mark of a rater (P2).
#[derive(Debug, Clone, Copy)]
pub enum Field<'scheme> {
    Item {
        item: &'scheme Item,
        decimals: u8,
    },
    /// A party of method `mark`: 0 to `marks`.
    Overall {
        marks: Decimal,
        decimals: u8,
    },
}

/// Whether so many cases at so much each would cost more than the most that they may (I2).
#[must_use]
pub fn is_capped(each: Decimal, count: u64, most: Decimal) -> bool {
    let cost = &Exact::from(each) * &Exact::whole(i128::from(count));
    cost > Exact::from(most)
}

/// Where a measured value lies outside what its rule pays for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// Past the value that gives full marks.
    PastFull(Decimal),
    BelowZero,
}

/// How a field is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 得分: the mark itself.
    Mark,
    /// 扣分: counts of cases.
    Deductions,
    /// 选档: one of the options.
    Options,
    /// 实测: a measured value.
    Measured,
}

impl<'scheme> Field<'scheme> {
    /// How the field is typed into.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Overall { .. } => Kind::Mark,
            Self::Item { item, .. } => match item.rule {
                ItemRule::Direct { .. } | ItemRule::Ledger { .. } => Kind::Mark,
                ItemRule::Deductions(_) => Kind::Deductions,
                ItemRule::Options(_) => Kind::Options,
                ItemRule::Linear { .. } | ItemRule::Stepped { .. } | ItemRule::Bands { .. } => {
                    Kind::Measured
                }
            },
        }
    }

    /// The rows of a deduction item.
    #[must_use]
    pub fn deductions(&self) -> &'scheme [Deduction] {
        match self {
            Self::Item { item, .. } => match &item.rule {
                ItemRule::Deductions(rows) => rows,
                _ => &[],
            },
            Self::Overall { .. } => &[],
        }
    }

    /// The options of an option item.
    #[must_use]
    pub fn options(&self) -> &'scheme [ItemOption] {
        match self {
            Self::Item { item, .. } => match &item.rule {
                ItemRule::Options(options) => options,
                _ => &[],
            },
            Self::Overall { .. } => &[],
        }
    }

    /// Full marks.
    #[must_use]
    pub fn points(&self) -> Decimal {
        match self {
            Self::Item { item, .. } => item.points,
            Self::Overall { marks, .. } => *marks,
        }
    }

    /// What a typed mark has to be a multiple of (I1).
    #[must_use]
    pub const fn step(&self) -> Option<Decimal> {
        match self {
            Self::Item { item, .. } => match item.rule {
                ItemRule::Direct { step } => step,
                _ => None,
            },
            Self::Overall { .. } => None,
        }
    }

    /// Where a measured value lies outside what its rule pays for: allowed, and worth a look,
    /// since a slip of the point looks the same (I4, I5). Bands say themselves how far they go.
    #[must_use]
    pub fn beyond(&self, entry: &Entry) -> Option<Beyond> {
        let (Self::Item { item, .. }, Entry::Measured(value)) = (self, entry) else {
            return None;
        };
        let (least, most, rising) = match &item.rule {
            ItemRule::Linear { zero, full, .. } => (*zero, *full, zero < full),
            ItemRule::Stepped { target, .. } => (Decimal::ZERO, *target, true),
            _ => return None,
        };
        let (value, full) = (Exact::from(*value), Exact::from(most));
        let is_past = if rising { value > full } else { value < full };
        if value.is_negative() && least >= Decimal::ZERO {
            Some(Beyond::BelowZero)
        } else {
            is_past.then_some(Beyond::PastFull(most))
        }
    }

    /// Digits after the point of every printed figure.
    #[must_use]
    pub const fn decimals(&self) -> u8 {
        match self {
            Self::Item { decimals, .. } | Self::Overall { decimals, .. } => *decimals,
        }
    }

    /// Reads an entry.
    ///
    /// # Errors
    /// Says which rule the text breaks (I8).
    pub fn parse(&self, text: &str) -> Result<Entry, EntryRefusal> {
        match self {
            Self::Item { item, decimals } => Entry::parse(text, item, *decimals),
            Self::Overall { marks, decimals } => Entry::parse_overall(text, *marks, *decimals),
        }
    }

    /// The entry as the books keep it.
    #[must_use]
    pub fn canonical(&self, entry: &Entry) -> String {
        match (self, entry) {
            (Self::Item { item, .. }, entry) => entry.canonical(item),
            (_, Entry::Mark(mark)) => mark.to_string(),
            (Self::Overall { .. }, _) => String::new(),
        }
    }

    /// The mark that an entry makes, before any rounding.
    #[must_use]
    pub fn mark(&self, entry: &Entry) -> Option<Exact> {
        match (self, entry) {
            (Self::Item { item, .. }, entry) => entry.mark(item),
            (_, Entry::Mark(mark)) => Some(Exact::from(*mark)),
            (Self::Overall { .. }, _) => None,
        }
    }

    /// What `*` stands for: the full mark, the highest option, no deduction; nothing where a
    /// value is measured.
    #[must_use]
    pub fn full(&self) -> Option<Entry> {
        match self.kind() {
            Kind::Mark => Some(Entry::Mark(self.points())),
            Kind::Deductions => Some(Entry::NoDeduction),
            Kind::Options => {
                let mut best: Option<(usize, Decimal)> = None;
                for (position, option) in self.options().iter().enumerate() {
                    if best.is_none_or(|(_, points)| option.points > points) {
                        best = Some((position, option.points));
                    }
                }
                best.map(|(position, _)| Entry::Option(position))
            }
            Kind::Measured => None,
        }
    }

    /// The text of a deduction item's counts, in the grammar of the books.
    #[must_use]
    pub(super) fn counts_text(&self, counts: &[u64]) -> String {
        let mut text = String::new();
        for (row, count) in self.deductions().iter().zip(counts) {
            if *count > 0 {
                let gap = if text.is_empty() { "" } else { " " };
                // Writing into a text cannot fail.
                let _ = write!(text, "{gap}{}={count}", row.id);
            }
        }
        if text.is_empty() {
            text.push_str("none");
        }
        text
    }
}
