//! What was entered for an item, in the one grammar of files, books and screens (I1 to I8).

use crate::number::{Decimal, DecimalFault, Exact, Fixed, Measurement};
use crate::scheme::{Band, Deduction, DeductionCost, Item, ItemRule, position_of};

/// An entry that is within its item's rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// I1: the mark itself.
    Mark(Decimal),
    /// I2: counts above 0, as (position of the deduction, count), in the order of the scheme.
    Deductions(Vec<(usize, u64)>),
    /// I2: confirmed to have no deduction.
    NoDeduction,
    /// I3: position of the option.
    Option(usize),
    /// I4 to I6: the measured value.
    Measured(Measurement),
    /// I7
    NotApplicable,
}

/// Why an entry is refused (I8). Nothing is stored of it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum EntryRefusal {
    /// I1: outside 0 to the points.
    OutOfRange { points: Decimal },
    /// I1: not a multiple of the step.
    NotAMultiple { step: Decimal },
    /// I1, P2: more decimals than the scheme prints.
    TooFine { decimals: u8 },
    /// Not a number where one is needed.
    NotANumber,
    /// Beyond 15 digits before or `places` after the point.
    TooLong { places: usize },
    /// I2: not `id=count` pairs or `none`.
    NotCounts,
    /// I2: no deduction of this id, nor of this title alone.
    UnknownDeduction { name: String },
    /// I2: one deduction twice.
    DeductionTwice { name: String },
    /// I3: no option of this id, nor of this title alone.
    UnknownOption { name: String },
    /// I7: not applicable is not allowed here.
    NotOptional,
}

/// `NA`, and how it is written in Chinese.
fn means_not_applicable(text: &str) -> bool {
    text.eq_ignore_ascii_case("NA") || text == "不适用"
}

/// `none`, and how it is written in Chinese.
fn means_no_deduction(text: &str) -> bool {
    text.eq_ignore_ascii_case("none") || text == "无"
}

fn number<const PLACES: usize>(text: &str) -> Result<Fixed<PLACES>, EntryRefusal> {
    text.parse().map_err(|fault| match fault {
        DecimalFault::Form => EntryRefusal::NotANumber,
        DecimalFault::TooLarge | DecimalFault::TooFine => EntryRefusal::TooLong { places: PLACES },
    })
}

fn bounded(text: &str, points: Decimal, decimals: u8) -> Result<Decimal, EntryRefusal> {
    let mark: Decimal = number(text)?;
    if mark.is_negative() || mark > points {
        return Err(EntryRefusal::OutOfRange { points });
    }
    if mark.places() > decimals {
        return Err(EntryRefusal::TooFine { decimals });
    }
    Ok(mark)
}

fn counts(text: &str, deductions: &[Deduction]) -> Result<Entry, EntryRefusal> {
    if means_no_deduction(text) {
        return Ok(Entry::NoDeduction);
    }
    let mut found = vec![None; deductions.len()];
    for pair in text.split_whitespace() {
        let (name, count) = pair.split_once('=').ok_or(EntryRefusal::NotCounts)?;
        let names = deductions.iter().map(|part| (&*part.id, &*part.title));
        let position = position_of(name, names).ok_or_else(|| EntryRefusal::UnknownDeduction {
            name: name.to_owned(),
        })?;
        if count.is_empty() || count.len() > 15 || !count.bytes().all(|byte| byte.is_ascii_digit())
        {
            return Err(EntryRefusal::NotCounts);
        }
        let count = count.parse::<u64>().map_err(|_| EntryRefusal::NotCounts)?;
        if found[position].replace(count).is_some() {
            return Err(EntryRefusal::DeductionTwice {
                name: name.to_owned(),
            });
        }
    }
    if found.iter().all(Option::is_none) {
        return Err(EntryRefusal::NotCounts);
    }
    let above_zero = found.iter().enumerate();
    let list: Vec<_> = above_zero
        .filter_map(|(position, count)| count.filter(|count| *count > 0).map(|n| (position, n)))
        .collect();
    Ok(if list.is_empty() {
        Entry::NoDeduction
    } else {
        Entry::Deductions(list)
    })
}

impl Entry {
    /// Reads an entry for an item, in a scheme that prints `decimals` digits after the point.
    ///
    /// # Errors
    /// Says which rule the text breaks (I8). Blank text is no entry and is the caller's to see.
    pub fn parse(text: &str, item: &Item, decimals: u8) -> Result<Self, EntryRefusal> {
        let text = text.trim();
        if means_not_applicable(text) {
            return if item.optional {
                Ok(Self::NotApplicable)
            } else {
                Err(EntryRefusal::NotOptional)
            };
        }
        match &item.rule {
            ItemRule::Direct { step } => {
                let mark = bounded(text, item.points, decimals)?;
                match step {
                    Some(step) if !mark.is_multiple_of(*step) => {
                        Err(EntryRefusal::NotAMultiple { step: *step })
                    }
                    _ => Ok(Self::Mark(mark)),
                }
            }
            ItemRule::Deductions(deductions) => counts(text, deductions),
            ItemRule::Options(options) => {
                let names = options.iter().map(|part| (&*part.id, &*part.title));
                let position = position_of(text, names);
                position
                    .map(Self::Option)
                    .ok_or_else(|| EntryRefusal::UnknownOption {
                        name: text.to_owned(),
                    })
            }
            ItemRule::Linear { .. } | ItemRule::Stepped { .. } | ItemRule::Bands { .. } => {
                number(text).map(Self::Measured)
            }
            ItemRule::Ledger { .. } => Err(EntryRefusal::NotANumber),
        }
    }

    /// Reads the one overall mark of a rater (P2).
    ///
    /// # Errors
    /// Says which rule the text breaks (I8).
    pub fn parse_overall(text: &str, marks: Decimal, decimals: u8) -> Result<Self, EntryRefusal> {
        bounded(text.trim(), marks, decimals).map(Self::Mark)
    }

    /// The entry in the one grammar, as books and files keep it: `8.5`, `a=2 b=1`, `none`, `NA`.
    #[must_use]
    pub fn canonical(&self, item: &Item) -> String {
        match (self, &item.rule) {
            (Self::Deductions(counts), ItemRule::Deductions(deductions)) => {
                let pair = |(position, count): &(usize, u64)| {
                    format!("{}={count}", deductions[*position].id)
                };
                counts.iter().map(pair).collect::<Vec<_>>().join(" ")
            }
            (Self::Option(position), ItemRule::Options(options)) => options[*position].id.clone(),
            (Self::Mark(value), _) => value.to_string(),
            (Self::Measured(value), _) => value.to_string(),
            (Self::NotApplicable, _) => "NA".to_owned(),
            _ => "none".to_owned(),
        }
    }

    /// The mark that the entry makes, before any rounding; nothing where it does not apply.
    #[must_use]
    pub fn mark(&self, item: &Item) -> Option<Exact> {
        let full = || Exact::from(item.points);
        Some(match (self, &item.rule) {
            (Self::NotApplicable, _) => return None,
            (Self::Mark(mark), _) => Exact::from(*mark),
            (Self::Option(position), ItemRule::Options(options)) => {
                Exact::from(options.get(*position)?.points)
            }
            (Self::Deductions(counts), ItemRule::Deductions(deductions)) => {
                deducted(item.points, counts, deductions)
            }
            (Self::Measured(value), rule) => measured(*value, item.points, rule)?,
            _ => full(),
        })
    }
}

/// I2: points less what the cases cost, not below 0.
fn deducted(points: Decimal, counts: &[(usize, u64)], deductions: &[Deduction]) -> Exact {
    let mut mark = Exact::from(points);
    for (position, count) in counts {
        match deductions.get(*position).map(|deduction| deduction.cost) {
            Some(DeductionCost::All) => return Exact::zero(),
            Some(DeductionCost::Each { each, max }) => {
                let mut cost = &Exact::whole(i128::from(*count)) * &Exact::from(each);
                if let Some(max) = max {
                    cost = cost.min(Exact::from(max));
                }
                mark = &mark - &cost;
            }
            None => {}
        }
    }
    mark.max(Exact::zero())
}

/// I4 to I6: what a measured value earns.
fn measured(value: Measurement, points: Decimal, rule: &ItemRule) -> Option<Exact> {
    let (value, full_marks) = (Exact::from(value), Exact::from(points));
    match rule {
        ItemRule::Linear { zero, full, .. } => {
            let zero = Exact::from(*zero);
            let share = (&value - &zero).divide(&(&Exact::from(*full) - &zero))?;
            Some(&full_marks * &share.max(Exact::zero()).min(Exact::whole(1)))
        }
        ItemRule::Stepped {
            target, per, lose, ..
        } => {
            let target = Exact::from(*target);
            if value >= target {
                return Some(full_marks);
            }
            let steps = (&target - &value).divide(&Exact::from(*per))?.floor();
            let lost = &Exact::from(*lose) * &Exact::whole(steps);
            Some((&full_marks - &lost).max(Exact::zero()))
        }
        ItemRule::Bands { bands, .. } => {
            let reached = |band: &&Band| Exact::from(band.from) <= value;
            let band = bands.iter().rfind(reached);
            Some(band.map_or(Exact::zero(), |band| Exact::from(band.points)))
        }
        _ => None,
    }
}
