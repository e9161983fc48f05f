//! Exact sums, products and quotients.

use std::cmp::Ordering;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::{Decimal, Figure, Measurement};

/// A rational number that is never rounded on its way (N1).
///
/// Numerator and denominator are machine integers as long as they fit, with checked arithmetic;
/// where they do not, a big rational takes over, so that no calculation can overflow.
#[derive(Debug, Clone)]
pub struct Exact(Form);

#[derive(Debug, Clone)]
enum Form {
    /// Denominator above 0; not necessarily in lowest terms.
    Small {
        numerator: i128,
        denominator: i128,
    },
    Big(Box<BigRational>),
}

fn greatest_common_divisor(mut one: u128, mut other: u128) -> u128 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

/// `numerator ÷ denominator`, rounded half away from zero; the denominator is above 0.
const fn half_away(numerator: i128, denominator: i128) -> i128 {
    // Division of 64-bit numbers is several times as fast, and nearly all are.
    let (one, other) = (numerator as i64, denominator as i64);
    let (quotient, rest) = if one as i128 == numerator && other as i128 == denominator {
        ((one / other) as i128, (one % other) as i128)
    } else {
        (numerator / denominator, numerator % denominator)
    };
    let away = rest.unsigned_abs() >= denominator.unsigned_abs() - rest.unsigned_abs();
    if away {
        quotient + numerator.signum()
    } else {
        quotient
    }
}

/// The product of two narrow numbers: 64-bit factors, a 128-bit product, no overflow.
const fn narrow_product(one: i128, other: i128) -> i128 {
    (one as i64 as i128).wrapping_mul(other as i64 as i128)
}

impl Exact {
    /// Zero.
    #[must_use]
    pub const fn zero() -> Self {
        Self(Form::Small {
            numerator: 0,
            denominator: 1,
        })
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(value: i128) -> Self {
        Self(Form::Small {
            numerator: value,
            denominator: 1,
        })
    }

    /// `numerator` over a `denominator` above 0.
    #[must_use]
    pub(crate) const fn quotient(numerator: i128, denominator: i128) -> Self {
        Self(Form::Small {
            numerator,
            denominator,
        })
    }

    fn big(&self) -> BigRational {
        match &self.0 {
            Form::Small {
                numerator,
                denominator,
            } => BigRational::new(BigInt::from(*numerator), BigInt::from(*denominator)),
            Form::Big(value) => (**value).clone(),
        }
    }

    /// Back to machine integers where they fit.
    fn from_big(value: BigRational) -> Self {
        match (value.numer().to_i128(), value.denom().to_i128()) {
            (Some(numerator), Some(denominator)) => Self::quotient(numerator, denominator),
            _ => Self(Form::Big(Box::new(value))),
        }
    }

    fn lowest_terms(&self) -> Option<(i128, i128)> {
        match self.0 {
            Form::Small {
                numerator,
                denominator,
            } => {
                let divisor =
                    greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs());
                let divisor = i128::try_from(divisor).ok()?;
                Some((numerator / divisor, denominator / divisor))
            }
            Form::Big(_) => None,
        }
    }

    /// Numerator and denominator where both are narrow enough that any product of two such
    /// numbers, and the sum of two products, fits a machine integer.
    const fn narrow(&self) -> Option<(i128, i128)> {
        const LIMIT: i128 = 1 << 62;
        match self.0 {
            Form::Small {
                numerator,
                denominator,
            } if numerator < LIMIT && numerator > -LIMIT && denominator < LIMIT => {
                Some((numerator, denominator))
            }
            _ => None,
        }
    }

    /// Tries `small` as the operands stand, then in lowest terms, then `big`.
    fn combine(
        &self,
        other: &Self,
        small: impl Fn((i128, i128), (i128, i128)) -> Option<(i128, i128)>,
        big: impl Fn(BigRational, BigRational) -> BigRational,
    ) -> Self {
        if let (
            Form::Small {
                numerator: a,
                denominator: b,
            },
            Form::Small {
                numerator: c,
                denominator: d,
            },
        ) = (&self.0, &other.0)
        {
            let plain = small((*a, *b), (*c, *d));
            let found = plain.or_else(|| small(self.lowest_terms()?, other.lowest_terms()?));
            if let Some((numerator, denominator)) = found {
                return Self::quotient(numerator, denominator);
            }
        }
        Self::from_big(big(self.big(), other.big()))
    }

    /// `self ÷ divisor`; nothing where the divisor is zero.
    #[must_use]
    pub fn divide(&self, divisor: &Self) -> Option<Self> {
        if divisor.is_zero() {
            return None;
        }
        if let (Some((a, b)), Some((c, d))) = (self.narrow(), divisor.narrow()) {
            let numerator = narrow_product(a, d) * c.signum();
            return Some(Self::quotient(numerator, narrow_product(b, c.abs())));
        }
        Some(self.combine(
            divisor,
            |(a, b), (c, d)| {
                let numerator = a.checked_mul(d)?.checked_mul(c.signum())?;
                Some((numerator, b.checked_mul(c.checked_abs()?)?))
            },
            |one, other| one / other,
        ))
    }

    /// Whether the value is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        match &self.0 {
            Form::Small { numerator, .. } => *numerator == 0,
            Form::Big(value) => value.is_zero(),
        }
    }

    /// Whether the value is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Form::Small { numerator, .. } => *numerator < 0,
            Form::Big(value) => value.is_negative(),
        }
    }

    /// The largest whole number that is not above the value (I5, P6, G3, G4).
    ///
    /// A value beyond 38 digits gives the largest or smallest number there is.
    #[must_use]
    pub fn floor(&self) -> i128 {
        match &self.0 {
            Form::Small {
                numerator,
                denominator,
            } => numerator.div_euclid(*denominator),
            Form::Big(value) => {
                let limit = if value.is_negative() {
                    i128::MIN
                } else {
                    i128::MAX
                };
                value.floor().numer().to_i128().unwrap_or(limit)
            }
        }
    }

    /// The value as a decimal, where it is a whole number of millionths.
    #[must_use]
    pub fn decimal(&self) -> Option<Decimal> {
        let millionths = self * &Self::whole(Decimal::ONE);
        let (numerator, denominator) = millionths.lowest_terms()?;
        (denominator == 1).then_some(Decimal::from_millionths(numerator))
    }

    /// Rounds half away from zero to so many digits after the point (N2).
    ///
    /// This is the one place of the program that rounds.
    #[must_use]
    pub fn round(&self, decimals: u8) -> Figure {
        let scale = 10_i128.pow(u32::from(decimals));
        if let Form::Small {
            numerator,
            denominator,
        } = self.0
        {
            if denominator == scale {
                return Figure::from_units(numerator, decimals);
            }
            if let Some(scaled) = numerator.checked_mul(scale) {
                return Figure::from_units(half_away(scaled, denominator), decimals);
            }
        }
        let scaled = self.big() * BigRational::from_integer(BigInt::from(scale));
        let limit = if scaled.is_negative() {
            i128::MIN
        } else {
            i128::MAX
        };
        Figure::from_units(
            scaled.round().to_integer().to_i128().unwrap_or(limit),
            decimals,
        )
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
    /// Whole numbers keep the denominator 1, so that products stay small.
    fn from(value: Decimal) -> Self {
        match i64::try_from(value.millionths()) {
            Ok(millionths) if millionths % 1_000_000 == 0 => {
                Self::whole((millionths / 1_000_000).into())
            }
            _ => Self::quotient(value.millionths(), Decimal::ONE),
        }
    }
}

impl From<Measurement> for Exact {
    /// Nearly all values are no finer than a decimal, and stay as small as one.
    fn from(value: Measurement) -> Self {
        const FINER: i128 = Measurement::ONE / Decimal::ONE;
        match value.units() {
            units if units % FINER == 0 => Decimal::from_millionths(units / FINER).into(),
            units => Self::quotient(units, Measurement::ONE),
        }
    }
}

impl Add for &Exact {
    type Output = Exact;
    fn add(self, other: &Exact) -> Exact {
        if let (Some((a, b)), Some((c, d))) = (self.narrow(), other.narrow()) {
            return if b == d {
                Exact::quotient(a + c, b)
            } else {
                Exact::quotient(
                    narrow_product(a, d) + narrow_product(c, b),
                    narrow_product(b, d),
                )
            };
        }
        self.combine(
            other,
            |(a, b), (c, d)| {
                if b == d {
                    return Some((a.checked_add(c)?, b));
                }
                let numerator = a.checked_mul(d)?.checked_add(c.checked_mul(b)?)?;
                Some((numerator, b.checked_mul(d)?))
            },
            |one, other| one + other,
        )
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        match &self.0 {
            Form::Small {
                numerator,
                denominator,
            } if *numerator != i128::MIN => Exact::quotient(-numerator, *denominator),
            _ => Exact::from_big(-self.big()),
        }
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
    fn mul(self, other: &Exact) -> Exact {
        if let (Some((a, b)), Some((c, d))) = (self.narrow(), other.narrow()) {
            return Exact::quotient(narrow_product(a, c), narrow_product(b, d));
        }
        self.combine(
            other,
            |(a, b), (c, d)| Some((a.checked_mul(c)?, b.checked_mul(d)?)),
            |one, other| one * other,
        )
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
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Some((a, b)), Some((c, d))) = (self.narrow(), other.narrow()) {
            return narrow_product(a, d).cmp(&narrow_product(c, b));
        }
        if let (
            Form::Small {
                numerator: a,
                denominator: b,
            },
            Form::Small {
                numerator: c,
                denominator: d,
            },
        ) = (&self.0, &other.0)
            && let (Some(one), Some(two)) = (a.checked_mul(*d), c.checked_mul(*b))
        {
            return one.cmp(&two);
        }
        self.big().cmp(&other.big())
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn exact(text: &str) -> Exact {
        Exact::from(text.parse::<Decimal>().unwrap())
    }

    #[test]
    fn n1_weights_of_50_35_15_make_exactly_90() {
        let sum: Exact = [("0.5", "83"), ("0.35", "97"), ("0.15", "97")]
            .iter()
            .map(|(weight, score)| &exact(weight) * &exact(score))
            .sum();
        assert_eq!(sum, exact("90"));
    }

    #[test]
    fn n2_half_away_from_zero_and_no_negative_zero() {
        for (text, decimals, printed) in [
            ("89.995", 2, "90.00"),
            ("-89.995", 2, "-90.00"),
            ("2.345", 2, "2.35"),
            ("-0.004", 2, "0.00"),
            ("1.5", 0, "2"),
            ("0.44445", 4, "0.4445"),
            ("-1.5", 0, "-2"),
        ] {
            assert_eq!(exact(text).round(decimals).to_string(), printed, "{text}");
        }
    }

    #[test]
    fn thirds_are_exact() {
        let third = exact("1").divide(&exact("3")).unwrap();
        assert_eq!(&(&third + &third) + &third, exact("1"));
        assert_eq!(exact("-5").divide(&exact("-2")).unwrap(), exact("2.5"));
        assert!(exact("1").divide(&Exact::zero()).is_none());
    }

    #[test]
    fn beyond_machine_integers_it_goes_on() {
        let mut value = exact("1");
        for prime in [
            999_983_i128,
            999_979,
            999_961,
            999_959,
            999_953,
            999_931,
            999_917,
        ] {
            value = &value + &Exact::quotient(1, prime * 1_000_003);
        }
        assert!(value > exact("1"));
        assert_eq!(value.round(4).to_string(), "1.0000");
        assert_eq!(value.floor(), 1);
        assert_eq!((&value - &value).round(2).to_string(), "0.00");
    }

    proptest! {
        #[test]
        fn arithmetic_agrees_with_big_rationals(
            a in any::<i64>(), b in 1..i64::MAX, c in any::<i64>(), d in 1..i64::MAX, decimals in 0_u8..5,
        ) {
            let one = Exact::quotient(i128::from(a) << 40, i128::from(b));
            let two = Exact::quotient(i128::from(c) << 40, i128::from(d));
            prop_assert_eq!((&one + &two).big(), one.big() + two.big());
            prop_assert_eq!((&one - &two).big(), one.big() - two.big());
            prop_assert_eq!((&one * &two).big(), one.big() * two.big());
            prop_assert_eq!(one.cmp(&two), one.big().cmp(&two.big()));
            let scaled = one.big() * BigRational::from_integer(BigInt::from(10_i64.pow(u32::from(decimals))));
            prop_assert_eq!(BigInt::from(one.round(decimals).units()), scaled.round().to_integer());
        }
    }
}
