//! A decimal as it was entered.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// A decimal with at most 15 digits before and `PLACES` after the point, held in units of the
/// last of them (N5). `PLACES` is 22 at most, or the units would not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Fixed<const PLACES: usize>(i128);

/// What stands in a scheme, or is given as a mark: at most 6 digits after the point.
///
/// ```
/// use pingxing::number::Decimal;
/// let tenth: Decimal = "0.1".parse().unwrap();
/// assert_eq!(tenth.millionths(), 100_000);
/// assert_eq!(tenth.to_string(), "0.1");
/// ```
pub type Decimal = Fixed<6>;

/// A measured value (I4): as fine as a spreadsheet makes it that divides 1 by 3, with room for
/// the 15 digits of a value far below 1.
pub type Measurement = Fixed<20>;

/// Why a text is not a [`Decimal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecimalFault {
    /// Not of the form `-12.5`.
    #[error("not a decimal number")]
    Form,
    /// More than 15 digits before the point.
    #[error("more than 15 digits before the point")]
    TooLarge,
    /// More digits after the point than there is room for.
    #[error("too many digits after the point")]
    TooFine,
}

impl Decimal {
    /// The decimal of so many millionths.
    #[must_use]
    pub const fn from_millionths(millionths: i128) -> Self {
        Self(millionths)
    }

    /// The value in millionths.
    #[must_use]
    pub const fn millionths(self) -> i128 {
        self.0
    }
}

impl<const PLACES: usize> Fixed<PLACES> {
    /// How many digits may stand after the point.
    pub const PLACES: usize = PLACES;
    /// How many digits may stand before the point.
    pub const WHOLE_DIGITS: usize = 15;
    /// One, in units.
    pub const ONE: i128 = 10_i128.pow(PLACES as u32);
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// A whole number.
    #[must_use]
    pub const fn whole(value: i64) -> Self {
        Self(value as i128 * Self::ONE)
    }

    /// The value in units of its last place.
    #[must_use]
    pub(super) const fn units(self) -> i128 {
        self.0
    }

    /// Whether the value is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Whether the value is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether the value is a whole number.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.0 % Self::ONE == 0
    }

    /// How many digits after the point the value needs.
    #[must_use]
    pub const fn places(self) -> u8 {
        let mut rest = self.0 % Self::ONE;
        let mut places = PLACES as u8;
        while places > 0 && rest % 10 == 0 {
            rest /= 10;
            places -= 1;
        }
        places
    }

    /// Whether this is a whole multiple of `step`; of a step of zero nothing is.
    #[must_use]
    pub const fn is_multiple_of(self, step: Self) -> bool {
        step.0 != 0 && self.0 % step.0 == 0
    }
}

impl<const PLACES: usize> FromStr for Fixed<PLACES> {
    type Err = DecimalFault;

    /// Reads `-12.5`: an optional sign, digits, and at most one point with digits on both sides.
    fn from_str(text: &str) -> Result<Self, DecimalFault> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((_, "")) => return Err(DecimalFault::Form),
            Some(parts) => parts,
            None => (digits, ""),
        };
        let only_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !only_digits(whole) || !only_digits(fraction) {
            return Err(DecimalFault::Form);
        }
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        if whole.len() > Self::WHOLE_DIGITS {
            return Err(DecimalFault::TooLarge);
        }
        if fraction.len() > PLACES {
            return Err(DecimalFault::TooFine);
        }
        let mut value: i128 = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            value = value * 10 + i128::from(byte - b'0');
        }
        for _ in fraction.len()..PLACES {
            value *= 10;
        }
        Ok(Self(if negative { -value } else { value }))
    }
}

impl<const PLACES: usize> fmt::Display for Fixed<PLACES> {
    /// The shortest text that reads back as the same value: `8.5`, `-0.25`, `40`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Digits from the last one on, in room for the largest value: files have hundreds of
        // thousands of decimals.
        let mut room = [0_u8; 40];
        let mut start = room.len();
        let mut put = |digit: u8| {
            start = start.saturating_sub(1);
            if let Some(place) = room.get_mut(start) {
                *place = digit;
            }
        };
        let places = u32::from(self.places());
        let mut rest = self.0.unsigned_abs() / 10_u128.pow(PLACES as u32 - places);
        for written in 0.. {
            if written == places && places > 0 {
                put(b'.');
            }
            if rest == 0 && written > places {
                break;
            }
            put(b'0' + (rest % 10) as u8);
            rest /= 10;
        }
        let digits = room.get(start..).unwrap_or_default();
        let text = std::str::from_utf8(digits).unwrap_or_default();
        formatter.pad_integral(self.0 >= 0, "", text)
    }
}

impl<const PLACES: usize> serde::Serialize for Fixed<PLACES> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, const PLACES: usize> serde::Deserialize<'de> for Fixed<PLACES> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n5_a_decimal_is_what_stands_there() {
        for (text, millionths) in [
            ("0.1", 100_000),
            ("-0.25", -250_000),
            ("+3", 3_000_000),
            ("007.50", 7_500_000),
            ("999999999999999.999999", 999_999_999_999_999_999_999),
            ("-0", 0),
        ] {
            assert_eq!(
                text.parse::<Decimal>().map(Decimal::millionths),
                Ok(millionths),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_decimal_is_refused() {
        for text in [
            "", ".", ".5", "5.", "1e3", "1_000", "--1", "1.2.3", "８", " 1", "NaN", "+",
        ] {
            assert_eq!(text.parse::<Decimal>(), Err(DecimalFault::Form), "{text:?}");
        }
        assert_eq!(
            "1000000000000000".parse::<Decimal>(),
            Err(DecimalFault::TooLarge)
        );
        assert_eq!("0.1234567".parse::<Decimal>(), Err(DecimalFault::TooFine));
        assert_eq!("0.1234560".parse::<Decimal>().map(Decimal::places), Ok(6));
    }

    #[test]
    fn printing_reads_back() {
        for text in ["0", "8.5", "-0.25", "40", "0.000001", "123456789012345.5"] {
            assert_eq!(text.parse::<Decimal>().unwrap().to_string(), text);
        }
        for text in [
            "86.6666666666667",
            "-0.0333333333333333",
            "999999999999999.00000000000000000001",
        ] {
            assert_eq!(text.parse::<Measurement>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn multiples_of_a_step() {
        let of = |value: &str, step: &str| {
            value
                .parse::<Decimal>()
                .unwrap()
                .is_multiple_of(step.parse().unwrap())
        };
        assert!(of("8.5", "0.5"));
        assert!(!of("8.3", "0.5"));
        assert!(!of("8", "0"));
    }
}
