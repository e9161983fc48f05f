//! The order in which people list names with numbers in them: 一组 before 二组 before 十组, and
//! 9 before 10.

use std::cmp::Ordering;

/// A piece of a name.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece<'a> {
    Number(u64),
    Words(&'a str),
}

/// Compares two names piece by piece, numbers by their value.
#[must_use]
pub fn natural(one: &str, other: &str) -> Ordering {
    let by_pieces = pieces(one).cmp(&pieces(other));
    // 1 and 一 are the same number and not the same name.
    by_pieces.then_with(|| one.cmp(other))
}

fn pieces(name: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let kind = kind(first);
        let end = rest.find(|letter| self::kind(letter) != kind);
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        let number = match kind {
            Kind::Digit => piece.parse().ok(),
            Kind::Numeral => numeral(piece),
            Kind::Word => None,
        };
        pieces.push(number.map_or(Piece::Words(piece), Piece::Number));
        rest = after;
    }
    pieces
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digit,
    Numeral,
    Word,
}

fn kind(letter: char) -> Kind {
    if letter.is_ascii_digit() {
        Kind::Digit
    } else if digit(letter).is_some() || matches!(letter, '十' | '百') {
        Kind::Numeral
    } else {
        Kind::Word
    }
}

fn digit(letter: char) -> Option<u64> {
    let digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let found = digits.iter().position(|one| *one == letter);
    let found = found.or((letter == '〇').then_some(0));
    found.and_then(|value| u64::try_from(value).ok())
}

/// The value of a numeral below a thousand (二十三, 一百零五), or of digits in a row (二〇二六).
fn numeral(text: &str) -> Option<u64> {
    if !text.contains(['十', '百']) {
        return text.chars().try_fold(0_u64, |value, letter| {
            value.checked_mul(10)?.checked_add(digit(letter)?)
        });
    }
    let (mut sum, mut last) = (0_u64, None);
    for letter in text.chars() {
        let unit = match letter {
            '百' => 100,
            '十' => 10,
            _ => {
                last = digit(letter);
                continue;
            }
        };
        sum = sum.checked_add(last.take().unwrap_or(1) * unit)?;
    }
    sum.checked_add(last.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stand_in_the_order_of_their_numbers() {
        let mut names = [
            "考评十一组",
            "考评三组",
            "考评一组",
            "考评十组",
            "考评二组",
            "考评二十组",
        ];
        names.sort_by(|one, other| natural(one, other));
        let wanted = [
            "考评一组",
            "考评二组",
            "考评三组",
            "考评十组",
            "考评十一组",
            "考评二十组",
        ];
        assert_eq!(names, wanted);
        let mut names = ["第10支部", "第9支部", "第100支部"];
        names.sort_by(|one, other| natural(one, other));
        assert_eq!(names, ["第9支部", "第10支部", "第100支部"]);
    }

    #[test]
    fn numerals_have_their_values() {
        assert_eq!(numeral("一百零五"), Some(105));
        assert_eq!(numeral("二十"), Some(20));
        assert_eq!(numeral("十二"), Some(12));
        assert_eq!(numeral("二〇二六"), Some(2026));
    }

    #[test]
    fn different_names_are_never_equal() {
        assert_ne!(natural("1组", "一组"), Ordering::Equal);
        assert_ne!(natural("01", "1"), Ordering::Equal);
        // Too long to be a number: words.
        assert_eq!(
            natural("99999999999999999999999", "99999999999999999999999"),
            Ordering::Equal
        );
    }
}
