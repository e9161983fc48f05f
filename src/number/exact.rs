//! Exact sums, products and quotients.

use std::cmp::Ordering;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::{Decimal, Figure, Measurement};

/// A rational number that is never rounded on its way (N1).
///
/// Numerator and denominator are machine words as long as they fit, with products twice as wide;
/// where they do not fit in lowest terms either, a big rational takes over, so that no
/// calculation can overflow.
#[derive(Debug, Clone)]
pub struct Exact(Form);

#[derive(Debug, Clone)]
enum Form {
    /// Denominator above 0; not necessarily in lowest terms.
    Small {
        numerator: i64,
        denominator: i64,
    },
    Big(Box<BigRational>),
}

/// The powers of ten that are asked for most.
const SCALES: [i64; 7] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/// What one unit is, in units of the last of so many digits after the point.
pub(super) fn scale(decimals: u8) -> i128 {
    let known = SCALES.get(usize::from(decimals));
    known.map_or_else(
        || 10_i128.pow(u32::from(decimals)),
        |scale| i128::from(*scale),
    )
}

fn greatest_common_divisor(mut one: u128, mut other: u128) -> u128 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

/// A number that fits a machine word.
const fn word(value: i128) -> Option<i64> {
    let narrow = value as i64;
    if narrow as i128 == value {
        Some(narrow)
    } else {
        None
    }
}

/// Half away from zero, from a quotient and its rest; the denominator is above 0.
macro_rules! half_away {
    ($numerator:expr, $denominator:expr) => {{
        let (numerator, denominator) = ($numerator, $denominator);
        let (quotient, rest) = (numerator / denominator, numerator % denominator);
        let away = rest.unsigned_abs() >= denominator.unsigned_abs() - rest.unsigned_abs();
        i128::from(quotient) + i128::from(if away { numerator.signum() } else { 0 })
    }};
}

/// The product of two words, which always fits.
const fn product(one: i64, other: i64) -> i128 {
    // Two words never make more than 127 bits.
    (one as i128).wrapping_mul(other as i128)
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
    pub fn whole(value: i128) -> Self {
        Self::quotient(value, 1)
    }

    /// `numerator` over a `denominator` above 0.
    #[must_use]
    pub(crate) fn quotient(numerator: i128, denominator: i128) -> Self {
        match (word(numerator), word(denominator)) {
            (Some(numerator), Some(denominator)) => Self::small(numerator, denominator),
            _ => Self::reduced(numerator, denominator),
        }
    }

    const fn small(numerator: i64, denominator: i64) -> Self {
        Self(Form::Small {
            numerator,
            denominator,
        })
    }

    /// A quotient that fits two words in lowest terms, or not at all.
    #[cold]
    fn reduced(numerator: i128, denominator: i128) -> Self {
        let divisor = greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs());
        if let Ok(divisor) = i128::try_from(divisor)
            && let (Some(numerator), Some(denominator)) =
                (word(numerator / divisor), word(denominator / divisor))
        {
            return Self::small(numerator, denominator);
        }
        let value = BigRational::new(BigInt::from(numerator), BigInt::from(denominator));
        Self(Form::Big(Box::new(value)))
    }

    fn words(&self) -> Option<(i64, i64)> {
        match self.0 {
            Form::Small {
                numerator,
                denominator,
            } => Some((numerator, denominator)),
            Form::Big(_) => None,
        }
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

    /// Back to machine words where they fit.
    fn from_big(value: BigRational) -> Self {
        match (value.numer().to_i64(), value.denom().to_i64()) {
            (Some(numerator), Some(denominator)) => Self::small(numerator, denominator),
            _ => Self(Form::Big(Box::new(value))),
        }
    }

    /// `self ÷ divisor`; nothing where the divisor is zero.
    #[must_use]
    pub fn divide(&self, divisor: &Self) -> Option<Self> {
        if divisor.is_zero() {
            return None;
        }
        if let (Some((a, b)), Some((c, d))) = (self.words(), divisor.words()) {
            let (above, below) = (product(a, d), product(b, c));
            return Some(if c < 0 {
                Self::quotient(-above, -below)
            } else {
                Self::quotient(above, below)
            });
        }
        Some(Self::from_big(self.big() / divisor.big()))
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
            } => i128::from(numerator.div_euclid(*denominator)),
            Form::Big(value) => within(&value.floor()),
        }
    }

    /// The value as a decimal, where it is a whole number of millionths.
    #[must_use]
    pub fn decimal(&self) -> Option<Decimal> {
        let millionths = match self.words() {
            Some((numerator, denominator)) => {
                let (above, below) = (product(numerator, SCALES[6]), i128::from(denominator));
                (above % below == 0).then_some(above / below)
            }
            None => {
                let scaled = self.big() * BigRational::from_integer(BigInt::from(Decimal::ONE));
                scaled.is_integer().then(|| scaled.to_integer().to_i128())?
            }
        };
        millionths.map(Decimal::from_millionths)
    }

    /// Rounds half away from zero to so many digits after the point (N2).
    ///
    /// This is the one place of the program that rounds.
    #[must_use]
    pub fn round(&self, decimals: u8) -> Figure {
        let units = match (self.words(), SCALES.get(usize::from(decimals))) {
            (Some((numerator, denominator)), Some(scale)) => {
                if denominator == *scale {
                    i128::from(numerator)
                } else if let Some(scaled) = numerator.checked_mul(*scale) {
                    half_away!(scaled, denominator)
                } else {
                    half_away!(product(numerator, *scale), i128::from(denominator))
                }
            }
            _ => {
                let scale = BigInt::from(10).pow(u32::from(decimals));
                within(&(self.big() * BigRational::from_integer(scale)).round())
            }
        };
        Figure::from_units(units, decimals)
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

/// A whole number; beyond 38 digits the largest or smallest there is.
fn within(whole: &BigRational) -> i128 {
    let limit = if whole.is_negative() {
        i128::MIN
    } else {
        i128::MAX
    };
    whole.numer().to_i128().unwrap_or(limit)
}

impl From<Decimal> for Exact {
    /// Whole numbers keep the denominator 1, so that products stay small.
    fn from(value: Decimal) -> Self {
        match word(value.millionths()) {
            Some(millionths) if millionths % SCALES[6] == 0 => {
                Self::small(millionths / SCALES[6], 1)
            }
            Some(millionths) => Self::small(millionths, SCALES[6]),
            None => Self::quotient(value.millionths(), Decimal::ONE),
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
        let (Some((a, b)), Some((c, d))) = (self.words(), other.words()) else {
            return Exact::from_big(self.big() + other.big());
        };
        if b == d {
            return Exact::quotient(i128::from(a) + i128::from(c), i128::from(b));
        }
        match product(a, d).checked_add(product(c, b)) {
            Some(numerator) => Exact::quotient(numerator, product(b, d)),
            None => Exact::from_big(self.big() + other.big()),
        }
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        match &self.0 {
            Form::Small {
                numerator,
                denominator,
            } => Exact::quotient(-i128::from(*numerator), i128::from(*denominator)),
            Form::Big(value) => Exact::from_big(-(**value).clone()),
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
        match (self.words(), other.words()) {
            (Some((a, b)), Some((c, d))) => Exact::quotient(product(a, c), product(b, d)),
            _ => Exact::from_big(self.big() * other.big()),
        }
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
        match (self.words(), other.words()) {
            (Some((a, b)), Some((c, d))) => product(a, d).cmp(&product(c, b)),
            _ => self.big().cmp(&other.big()),
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
