//! A figure on its way through the calculation: exact, and as it is printed.

use crate::number::{Decimal, Exact, Figure};
use crate::scheme::{Rounding, Scheme};

/// How a scheme rounds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rounder {
    decimals: u8,
    printed: bool,
}

impl Rounder {
    #[inline]
    pub(super) fn of(scheme: &Scheme) -> Self {
        Self {
            decimals: scheme.decimals,
            printed: scheme.rounding == Rounding::Printed,
        }
    }

    /// The figure as it is printed.
    #[inline]
    pub(super) fn print(self, value: &Exact) -> Figure {
        value.round(self.decimals)
    }

    /// What later figures are made from (N2): the printed figure, or with `final` the exact one.
    #[inline]
    pub(super) fn keep(self, value: Exact) -> Exact {
        if self.printed {
            value.rounded(self.decimals)
        } else {
            value
        }
    }

    /// A figure that a scheme states, as later ones are made from it.
    pub(super) fn keep_decimal(self, value: Decimal) -> Decimal {
        if !self.printed {
            return value;
        }
        let figure = self.print(&Exact::from(value));
        let scale = u32::from(Decimal::PLACES as u8 - figure.decimals());
        Decimal::from_millionths(figure.units() * 10_i128.pow(scale))
    }

    /// `dividend ÷ divisor`, kept; none where the divisor is zero.
    #[inline]
    pub(super) fn keep_quotient(self, dividend: &Exact, divisor: &Exact) -> Option<Exact> {
        if self.printed {
            dividend.divide_rounded(divisor, self.decimals)
        } else {
            dividend.divide(divisor)
        }
    }

    /// The mean of some values, kept; none of none.
    #[inline]
    pub(super) fn mean<'a>(self, values: impl Iterator<Item = &'a Exact>) -> Option<Exact> {
        let (mut sum, mut count) = (Exact::zero(), 0);
        for value in values {
            sum = &sum + value;
            count += 1;
        }
        match count {
            0 => None,
            1 => Some(self.keep(sum)),
            _ => self.keep_quotient(&sum, &Exact::whole(count)),
        }
    }

    /// Σ weight × value ÷ Σ weight, kept; none where the weights add up to 0.
    #[inline]
    pub(super) fn weighted_mean<'a>(
        self,
        values: impl Iterator<Item = (&'a Exact, &'a Exact)>,
    ) -> Option<Exact> {
        let (mut sum, mut weights) = (Exact::zero(), Exact::zero());
        for (weight, value) in values {
            sum = &sum + &(weight * value);
            weights = &weights + weight;
        }
        self.keep_quotient(&sum, &weights)
    }
}
