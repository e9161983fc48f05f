//! A printed figure.

use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroI128;

use super::{Decimal, Exact};

/// A figure as it is printed: rounded, with a fixed number of digits after the point (N2).
///
/// Two figures of one scheme have the same number of digits, so equal means printed equal (N3).
///
/// Units and digits share one word, and the word is never zero: a round has many figures, most
/// of them optional, and this takes half the room and is copied at once.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Figure(NonZeroI128);

/// The lowest bits of the word hold one more than the digits after the point.
const DIGIT_BITS: u32 = 8;
/// Units beyond this, 35 digits and more, are cut to it; no checked scheme comes near.
const LARGEST: i128 = i128::MAX >> DIGIT_BITS;

/// More digits after the point than any scheme prints; a text with more is no printed figure.
const MOST_DIGITS: usize = 30;

impl Figure {
    /// A figure of `units` in the last printed digit, with at most 30 digits after the point.
    #[must_use]
    #[inline]
    pub const fn from_units(units: i128, decimals: u8) -> Self {
        let units = if units > LARGEST {
            LARGEST
        } else if units < -LARGEST {
            -LARGEST
        } else {
            units
        };
        let word = (units << DIGIT_BITS) | decimals.saturating_add(1) as i128;
        match NonZeroI128::new(word) {
            Some(word) => Self(word),
            // The lowest bits are never zero.
            None => Self(NonZeroI128::MIN),
        }
    }

    /// Reads a figure as it was printed; the digits after the point are its `decimals`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let decimals = text
            .split_once('.')
            .map_or(0, |(_, fraction)| fraction.len());
        if decimals > MOST_DIGITS {
            return None;
        }
        // A second point stays, and is no digit.
        let digits = text.replacen('.', "", 1);
        let decimals = u8::try_from(decimals).ok()?;
        Some(Self::from_units(digits.parse().ok()?, decimals))
    }

    /// The value in units of the last printed digit.
    #[must_use]
    #[inline]
    pub const fn units(self) -> i128 {
        self.0.get() >> DIGIT_BITS
    }

    /// How many digits are printed after the point.
    #[must_use]
    #[inline]
    pub const fn decimals(self) -> u8 {
        (self.0.get() as u8).saturating_sub(1)
    }

    /// The figure as a number to calculate with.
    #[must_use]
    #[inline]
    pub fn exact(self) -> Exact {
        Exact::of_units(self.units(), self.decimals())
    }

    /// The figure in words as short as it goes: without zeros at its end.
    #[must_use]
    pub fn short(self) -> String {
        let text = self.to_string();
        if text.contains('.') {
            let trimmed = text.trim_end_matches('0').trim_end_matches('.');
            return trimmed.to_owned();
        }
        text
    }

    /// Compares with a number of the scheme, such as a level's `min`.
    #[must_use]
    #[inline]
    pub fn compare(self, other: Decimal) -> Ordering {
        self.exact().cmp(&Exact::from(other))
    }
}

impl fmt::Debug for Figure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Figure({self})")
    }
}

impl PartialOrd for Figure {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Figure {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if self.decimals() == other.decimals() {
            self.units().cmp(&other.units())
        } else {
            self.exact()
                .cmp(&other.exact())
                .then(self.decimals().cmp(&other.decimals()))
        }
    }
}

impl fmt::Display for Figure {
    /// Exactly `decimals` digits after the point, never `-0.00`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = 10_u128.pow(u32::from(self.decimals()));
        let magnitude = self.units().unsigned_abs();
        let text = match usize::from(self.decimals()) {
            0 => magnitude.to_string(),
            width => format!("{}.{:0width$}", magnitude / one, magnitude % one),
        };
        formatter.pad_integral(self.units() >= 0, "", &text)
    }
}

impl serde::Serialize for Figure {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Figure {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| serde::de::Error::custom("not a printed figure"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_exactly_its_decimals() {
        for (units, decimals, text) in [
            (9125, 2, "91.25"),
            (-5, 2, "-0.05"),
            (0, 2, "0.00"),
            (7, 0, "7"),
            (-12, 1, "-1.2"),
        ] {
            let figure = Figure::from_units(units, decimals);
            assert_eq!(figure.to_string(), text);
            assert_eq!((figure.units(), figure.decimals()), (units, decimals));
            assert_eq!(Figure::read(text), Some(figure));
        }
        assert_eq!(size_of::<Option<Figure>>(), 16);
        let far = Figure::from_units(i128::MIN, 4);
        assert!(far < Figure::from_units(-1, 4) && far.decimals() == 4);
        assert_eq!(Figure::read(&format!("0.{}", "0".repeat(60))), None);
        for text in ["", ".", "1.2.3", "1,5", "1 0"] {
            assert_eq!(Figure::read(text), None, "{text:?}");
        }
    }
}
