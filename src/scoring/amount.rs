//! A figure on its way through the calculation: exact, and as it is printed.

use crate::number::{Exact, Figure};
use crate::scheme::{Rounding, Scheme};

/// How a scheme rounds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rounder {
    decimals: u8,
    printed: bool,
}

impl Rounder {
    pub(super) fn of(scheme: &Scheme) -> Self {
        Self {
            decimals: scheme.decimals,
            printed: scheme.rounding == Rounding::Printed,
        }
    }

    /// The figure as it is printed.
    pub(super) fn print(self, value: &Exact) -> Figure {
        value.round(self.decimals)
    }

    /// What later figures are made from (N2): the printed figure, or with `final` the exact one.
    pub(super) fn keep(self, value: Exact) -> Exact {
        if self.printed {
            value.round(self.decimals).exact()
        } else {
            value
        }
    }
}

/// Mean of some values; none of none.
pub(super) fn mean(mut values: impl Iterator<Item = Exact>) -> Option<Exact> {
    let mut sum = values.next()?;
    let mut count = 1;
    for value in values {
        sum = &sum + &value;
        count += 1;
    }
    if count == 1 {
        return Some(sum);
    }
    sum.divide(&Exact::whole(count))
}
