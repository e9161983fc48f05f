//! A printed figure.

use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroU8;

use super::{Decimal, Exact};

/// A figure as it is printed: rounded, with a fixed number of digits after the point (N2).
///
/// Two figures of one scheme have the same number of digits, so equal means printed equal (N3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
// A round has many of them, most of them optional: without a gap behind the units, and with a
// value that never occurs, that takes half the room.
#[repr(C, packed(8))]
pub struct Figure {
    units: i128,
    /// One more than the digits after the point.
    above_decimals: NonZeroU8,
}

impl Figure {
    /// A figure of `units` in the last printed digit.
    #[must_use]
    pub const fn from_units(units: i128, decimals: u8) -> Self {
        Self {
            units,
            above_decimals: NonZeroU8::MIN.saturating_add(decimals),
        }
    }

    /// Reads a figure as it was printed; the digits after the point are its `decimals`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let decimals = text
            .split_once('.')
            .map_or(0, |(_, fraction)| fraction.len());
        let digits: String = text.chars().filter(|letter| *letter != '.').collect();
        Some(Self::from_units(
            digits.parse().ok()?,
            u8::try_from(decimals).ok()?,
        ))
    }

    /// The value in units of the last printed digit.
    #[must_use]
    pub const fn units(self) -> i128 {
        self.units
    }

    /// How many digits are printed after the point.
    #[must_use]
    pub const fn decimals(self) -> u8 {
        self.above_decimals.get() - 1
    }

    /// The figure as a number to calculate with.
    #[must_use]
    pub fn exact(self) -> Exact {
        Exact::quotient(self.units, super::exact::scale(self.decimals()))
    }

    /// Compares with a number of the scheme, such as a level's `min`.
    #[must_use]
    pub fn compare(self, other: Decimal) -> Ordering {
        self.exact().cmp(&Exact::from(other))
    }
}

impl PartialOrd for Figure {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Figure {
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
        let mut text = (magnitude / one).to_string();
        if self.decimals() > 0 {
            let width = usize::from(self.decimals());
            text.push_str(&format!(".{:0width$}", magnitude % one));
        }
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
            assert_eq!(Figure::from_units(units, decimals).to_string(), text);
        }
    }
}
