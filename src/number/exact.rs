//! Exact sums, products and quotients.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::{Add, Mul, Neg, Sub};

use super::ratio::{Ratio, half_away, word};
use super::{Decimal, Figure, Measurement};

/// A rational number that is never rounded on its way (N1).
///
/// Nearly all numbers of a round are whole millionths that fit a machine word, and are held as
/// that: two words in all, which go from function to function in registers. What is not has its
/// numerator and denominator elsewhere.
#[derive(Debug, Clone)]
pub struct Exact(Form);

#[derive(Debug, Clone)]
enum Form {
    Millionths(i64),
    /// Never a value that the other form can hold.
    Ratio(Box<Ratio>),
}

/// Millionths of one.
const ONE: i64 = 1_000_000;

/// A unit of the last of so many digits after the point, in millionths; nothing below them.
#[inline]
const fn unit(decimals: u8) -> Option<i64> {
    match decimals {
        0 => Some(ONE),
        1 => Some(100_000),
        2 => Some(10_000),
        3 => Some(1_000),
        4 => Some(100),
        5 => Some(10),
        6 => Some(1),
        _ => None,
    }
}

/// Whether so many millionths have no digit beyond so many after the point.
#[inline]
const fn is_whole_in(millionths: i64, decimals: u8) -> bool {
    // The divisor is written out each time, for that makes the division a multiplication.
    match decimals {
        0 => millionths % ONE == 0,
        1 => millionths % 100_000 == 0,
        2 => millionths % 10_000 == 0,
        3 => millionths % 1_000 == 0,
        4 => millionths % 100 == 0,
        _ => false,
    }
}

impl Exact {
    /// Zero.
    #[must_use]
    pub const fn zero() -> Self {
        Self(Form::Millionths(0))
    }

    /// A whole number.
    #[must_use]
    pub fn whole(value: i128) -> Self {
        Self::of_units(value, 0)
    }

    /// So many units of the last of some digits after the point.
    #[inline]
    pub(super) fn of_units(units: i128, decimals: u8) -> Self {
        if let (Some(units), Some(one)) = (word(units), unit(decimals))
            && let Some(millionths) = units.checked_mul(one)
        {
            return Self(Form::Millionths(millionths));
        }
        Self::of_many_units(units, decimals)
    }

    #[cold]
    fn of_many_units(units: i128, decimals: u8) -> Self {
        match 10_i128.checked_pow(u32::from(decimals)) {
            Some(scale) => Self::quotient(units, scale),
            // No text reads as a figure of so many digits.
            None => Self::zero(),
        }
    }

    /// `numerator` over a `denominator` above 0.
    #[must_use]
    pub(crate) fn quotient(numerator: i128, denominator: i128) -> Self {
        Self::of_ratio(Ratio::quotient(numerator, denominator))
    }

    fn of_ratio(ratio: Ratio) -> Self {
        match ratio.millionths().and_then(word) {
            Some(millionths) => Self(Form::Millionths(millionths)),
            None => Self(Form::Ratio(Box::new(ratio))),
        }
    }

    /// Small numerators and denominators make small products.
    pub(super) fn ratio(&self) -> Cow<'_, Ratio> {
        let millionths = match &self.0 {
            Form::Millionths(millionths) => *millionths,
            Form::Ratio(ratio) => return Cow::Borrowed(ratio),
        };
        let whole_in = |scale: &i64| millionths % (ONE / scale) == 0;
        let denominator = [1, 100].into_iter().find(whole_in).unwrap_or(ONE);
        Cow::Owned(Ratio::Small {
            numerator: millionths / (ONE / denominator),
            denominator,
        })
    }

    #[cold]
    fn add_ratio(&self, other: &Self) -> Self {
        Self::of_ratio(self.ratio().add(&other.ratio()))
    }

    #[cold]
    fn multiply_ratio(&self, other: &Self) -> Self {
        Self::of_ratio(self.ratio().multiply(&other.ratio()))
    }

    /// `self ÷ divisor`; nothing where the divisor is zero.
    #[must_use]
    pub fn divide(&self, divisor: &Self) -> Option<Self> {
        (!divisor.is_zero()).then(|| Self::of_ratio(self.ratio().divide(&divisor.ratio())))
    }

    /// `self ÷ divisor`, rounded as by [`Exact::rounded`]; nothing where the divisor is zero.
    ///
    /// The quotient itself is not made where words are enough.
    #[must_use]
    #[inline]
    pub fn divide_rounded(&self, divisor: &Self, decimals: u8) -> Option<Self> {
        if let (Form::Millionths(above), Form::Millionths(below)) = (&self.0, &divisor.0)
            && *below > 0
            && let Some(unit) = unit(decimals)
            && let Some(scaled) = above.checked_mul(ONE / unit)
            && let Some(millionths) = half_away!(scaled, *below).checked_mul(unit)
        {
            return Some(Self(Form::Millionths(millionths)));
        }
        Some(self.divide(divisor)?.rounded(decimals))
    }

    /// Whether the value is zero.
    #[must_use]
    #[inline]
    pub fn is_zero(&self) -> bool {
        matches!(self.0, Form::Millionths(0))
    }

    /// Whether the value is below zero.
    #[must_use]
    #[inline]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Form::Millionths(millionths) => *millionths < 0,
            Form::Ratio(ratio) => ratio.is_negative(),
        }
    }

    /// The largest whole number that is not above the value (I5, P6, G3, G4).
    ///
    /// A value beyond 38 digits gives the largest or smallest number there is.
    #[must_use]
    pub fn floor(&self) -> i128 {
        match &self.0 {
            Form::Millionths(millionths) => millionths.div_euclid(ONE).into(),
            Form::Ratio(ratio) => ratio.floor(),
        }
    }

    /// The value as a decimal, where it is a whole number of millionths.
    #[must_use]
    pub fn decimal(&self) -> Option<Decimal> {
        let millionths = match &self.0 {
            Form::Millionths(millionths) => Some(i128::from(*millionths)),
            Form::Ratio(ratio) => ratio.millionths(),
        };
        millionths.map(Decimal::from_millionths)
    }

    /// Rounds half away from zero to so many digits after the point (N2).
    #[must_use]
    #[inline]
    pub fn round(&self, decimals: u8) -> Figure {
        Figure::from_units(self.in_units(decimals), decimals)
    }

    /// Rounds as [`Exact::round`] does, to calculate on with what is printed (N2).
    #[must_use]
    #[inline]
    pub fn rounded(&self, decimals: u8) -> Self {
        // What is made from rounded numbers is mostly rounded already.
        if let Form::Millionths(millionths) = self.0
            && is_whole_in(millionths, decimals)
        {
            return Self(Form::Millionths(millionths));
        }
        Self::of_units(self.in_units(decimals), decimals)
    }

    /// Rounded, in units of the last of so many digits after the point.
    ///
    /// Within its callers, for there it is known that most units fit a word.
    #[inline(always)]
    fn in_units(&self, decimals: u8) -> i128 {
        let Form::Millionths(millionths) = self.0 else {
            return self.ratio().rounded(decimals);
        };
        // The divisor is written out each time, for that makes the division a multiplication.
        let units = match decimals {
            0 => half_away!(millionths, ONE),
            1 => half_away!(millionths, ONE / 10),
            2 => half_away!(millionths, ONE / 100),
            3 => half_away!(millionths, ONE / 1_000),
            4 => half_away!(millionths, ONE / 10_000),
            _ => return self.ratio().rounded(decimals),
        };
        units.into()
    }

    /// The smaller of the two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        if other < self { other } else { self }
    }

    /// The larger of the two.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        if other > self { other } else { self }
    }
}

impl From<Decimal> for Exact {
    #[inline]
    fn from(value: Decimal) -> Self {
        match word(value.millionths()) {
            Some(millionths) => Self(Form::Millionths(millionths)),
            None => Self::quotient(value.millionths(), Decimal::ONE),
        }
    }
}

impl From<Measurement> for Exact {
    fn from(value: Measurement) -> Self {
        Self::quotient(value.units(), Measurement::ONE)
    }
}

impl Add for &Exact {
    type Output = Exact;
    #[inline]
    fn add(self, other: &Exact) -> Exact {
        if let (Form::Millionths(one), Form::Millionths(two)) = (&self.0, &other.0)
            && let Some(sum) = one.checked_add(*two)
        {
            return Exact(Form::Millionths(sum));
        }
        self.add_ratio(other)
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        if let Form::Millionths(value) = self.0
            && let Some(negated) = value.checked_neg()
        {
            return Exact(Form::Millionths(negated));
        }
        Exact::of_ratio(self.ratio().negated())
    }
}

impl Sub for &Exact {
    type Output = Exact;
    fn sub(self, other: &Exact) -> Exact {
        self + &-other
    }
}

impl Mul for &Exact {
    type Output = Exact;
    #[inline]
    fn mul(self, other: &Exact) -> Exact {
        if let (Form::Millionths(one), Form::Millionths(two)) = (&self.0, &other.0)
            && let Some(product) = one.checked_mul(*two)
            && product % ONE == 0
        {
            return Exact(Form::Millionths(product / ONE));
        }
        self.multiply_ratio(other)
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Form::Millionths(one), Form::Millionths(two)) => one.cmp(two),
            _ => self.ratio().compare(&other.ratio()),
        }
    }
}

impl<'a> std::iter::Sum<&'a Exact> for Exact {
    fn sum<I: Iterator<Item = &'a Exact>>(values: I) -> Exact {
        values.fold(Exact::zero(), |sum, value| &sum + value)
    }
}

impl std::iter::Sum for Exact {
    fn sum<I: Iterator<Item = Exact>>(values: I) -> Exact {
        values.fold(Exact::zero(), |sum, value| &sum + &value)
    }
}
