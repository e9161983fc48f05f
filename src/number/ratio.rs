//! Quotients that are no decimals: what is behind an [`Exact`](super::Exact) when a machine word
//! is not enough.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

use super::Decimal;

/// Numerator and denominator are machine words as long as they fit, with products twice as wide;
/// where they do not fit in lowest terms either, a big rational takes over, so that no
/// calculation can overflow.
#[derive(Debug, Clone)]
pub(super) enum Ratio {
    /// Denominator above 0; not necessarily in lowest terms.
    Small {
        numerator: i64,
        denominator: i64,
    },
    Big(BigRational),
}

/// Half away from zero (N2), in whichever width; the denominator is above 0. Words are rounded
/// here and nowhere else; a [`BigRational`] rounds by itself, in the same way.
macro_rules! half_away {
    ($numerator:expr, $denominator:expr) => {{
        let (numerator, denominator) = ($numerator, $denominator);
        let (quotient, rest) = (numerator / denominator, numerator % denominator);
        // Most numbers are whole already.
        if rest == 0 || rest.unsigned_abs() < denominator.unsigned_abs() - rest.unsigned_abs() {
            quotient
        } else {
            quotient + numerator.signum()
        }
    }};
}
pub(super) use half_away;

fn greatest_common_divisor(mut one: u128, mut other: u128) -> u128 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

/// A number that fits a machine word.
pub(super) const fn word(value: i128) -> Option<i64> {
    let narrow = value as i64;
    if narrow as i128 == value {
        Some(narrow)
    } else {
        None
    }
}

/// The product of two words, which always fits.
const fn product(one: i64, other: i64) -> i128 {
    // Two words never make more than 127 bits.
    (one as i128).wrapping_mul(other as i128)
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

impl Ratio {
    /// `numerator` over a `denominator` above 0.
    pub(super) fn quotient(numerator: i128, denominator: i128) -> Self {
        match (word(numerator), word(denominator)) {
            (Some(numerator), Some(denominator)) => Self::Small {
                numerator,
                denominator,
            },
            _ => Self::reduced(numerator, denominator),
        }
    }

    /// A quotient that fits two words in lowest terms, or not at all.
    fn reduced(numerator: i128, denominator: i128) -> Self {
        let divisor = greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs());
        if let Ok(divisor) = i128::try_from(divisor)
            && let (Some(numerator), Some(denominator)) =
                (word(numerator / divisor), word(denominator / divisor))
        {
            return Self::Small {
                numerator,
                denominator,
            };
        }
        Self::Big(BigRational::new(numerator.into(), denominator.into()))
    }

    fn words(&self) -> Option<(i64, i64)> {
        match *self {
            Self::Small {
                numerator,
                denominator,
            } => Some((numerator, denominator)),
            Self::Big(_) => None,
        }
    }

    pub(super) fn big(&self) -> BigRational {
        match self {
            Self::Small {
                numerator,
                denominator,
            } => BigRational::new(BigInt::from(*numerator), BigInt::from(*denominator)),
            Self::Big(value) => value.clone(),
        }
    }

    /// Back to machine words where they fit.
    fn from_big(value: BigRational) -> Self {
        match (value.numer().to_i64(), value.denom().to_i64()) {
            (Some(numerator), Some(denominator)) => Self::Small {
                numerator,
                denominator,
            },
            _ => Self::Big(value),
        }
    }

    /// `self ÷ divisor`, which is not zero.
    pub(super) fn divide(&self, divisor: &Self) -> Self {
        if let (Some((a, b)), Some((c, d))) = (self.words(), divisor.words()) {
            let (above, below) = (product(a, d), product(b, c));
            return if c < 0 {
                Self::quotient(-above, -below)
            } else {
                Self::quotient(above, below)
            };
        }
        Self::from_big(self.big() / divisor.big())
    }

    pub(super) fn add(&self, other: &Self) -> Self {
        let (Some((a, b)), Some((c, d))) = (self.words(), other.words()) else {
            return Self::from_big(self.big() + other.big());
        };
        if b == d {
            return Self::quotient(i128::from(a) + i128::from(c), i128::from(b));
        }
        match product(a, d).checked_add(product(c, b)) {
            Some(numerator) => Self::quotient(numerator, product(b, d)),
            None => Self::from_big(self.big() + other.big()),
        }
    }

    pub(super) fn negated(&self) -> Self {
        match self {
            Self::Small {
                numerator,
                denominator,
            } => Self::quotient(-i128::from(*numerator), i128::from(*denominator)),
            Self::Big(value) => Self::from_big(-value.clone()),
        }
    }

    pub(super) fn multiply(&self, other: &Self) -> Self {
        match (self.words(), other.words()) {
            (Some((a, b)), Some((c, d))) => Self::quotient(product(a, c), product(b, d)),
            _ => Self::from_big(self.big() * other.big()),
        }
    }

    pub(super) fn compare(&self, other: &Self) -> Ordering {
        match (self.words(), other.words()) {
            (Some((a, b)), Some((c, d))) => product(a, d).cmp(&product(c, b)),
            _ => self.big().cmp(&other.big()),
        }
    }

    /// Whether the value is below zero.
    pub(super) fn is_negative(&self) -> bool {
        match self {
            Self::Small { numerator, .. } => *numerator < 0,
            Self::Big(value) => value.is_negative(),
        }
    }

    /// The largest whole number that is not above the value; a value beyond 38 digits gives the
    /// largest or smallest number there is.
    pub(super) fn floor(&self) -> i128 {
        match self {
            Self::Small {
                numerator,
                denominator,
            } => i128::from(numerator.div_euclid(*denominator)),
            Self::Big(value) => within(&value.floor()),
        }
    }

    /// The value in millionths, where they are whole.
    pub(super) fn millionths(&self) -> Option<i128> {
        match self.words() {
            Some((numerator, denominator)) => {
                let above = i128::from(numerator) * Decimal::ONE;
                let below = i128::from(denominator);
                (above % below == 0).then_some(above / below)
            }
            None => {
                let scaled = self.big() * BigRational::from_integer(BigInt::from(Decimal::ONE));
                scaled.is_integer().then(|| scaled.to_integer().to_i128())?
            }
        }
    }

    /// Rounded to so many digits after the point, in units of the last.
    pub(super) fn rounded(&self, decimals: u8) -> i128 {
        let scale = 10_i64.checked_pow(u32::from(decimals));
        match (self.words(), scale) {
            (Some((numerator, denominator)), Some(scale)) => {
                half_away!(product(numerator, scale), i128::from(denominator))
            }
            _ => {
                let scale = BigInt::from(10).pow(u32::from(decimals));
                within(&(self.big() * BigRational::from_integer(scale)).round())
            }
        }
    }
}
