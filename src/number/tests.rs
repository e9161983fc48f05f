//! Exact numbers: by rule, and against big rationals.

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

use super::{Decimal, Exact};

/// The same number, as a library for rationals has it.
fn big(value: &Exact) -> BigRational {
    value.ratio().big()
}

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
        a in any::<i64>(), b in 1..i64::MAX, c in any::<i64>(), d in 1..i64::MAX, decimals in 0_u8..8,
        kinds in (0..4, 0..4),
    ) {
        // Whole millionths, quotients of words, and what needs more than words.
        let number = |kind, above: i64, below: i64| match kind {
            0 => Exact::quotient(i128::from(above >> 30), Decimal::ONE),
            1 => Exact::quotient(i128::from(above >> 30), i128::from((below >> 40) + 1)),
            2 => Exact::from(Decimal::from_millionths(above.into())),
            _ => Exact::quotient(i128::from(above) << 40, i128::from(below)),
        };
        let (one, two) = (number(kinds.0, a, b), number(kinds.1, c, d));
        prop_assert_eq!(big(&(&one + &two)), big(&one) + big(&two));
        prop_assert_eq!(big(&(&one - &two)), big(&one) - big(&two));
        prop_assert_eq!(big(&(&one * &two)), big(&one) * big(&two));
        prop_assert_eq!(one.cmp(&two), big(&one).cmp(&big(&two)));
        if let Some(quotient) = one.divide(&two) {
            prop_assert_eq!(big(&quotient), big(&one) / big(&two));
            prop_assert_eq!(one.divide_rounded(&two, decimals), Some(quotient.rounded(decimals)));
        }
        let scaled = big(&one) * BigRational::from_integer(BigInt::from(10_i64.pow(u32::from(decimals))));
        prop_assert_eq!(BigInt::from(one.round(decimals).units()), scaled.round().to_integer());
        prop_assert_eq!(one.rounded(decimals), one.round(decimals).exact());
    }
}
