//! The order in which people expect names that hold numbers: 考评二组 before 考评三组 and 考评十组,
//! A2 before A10.

use std::cmp::Ordering;
use std::iter::Peekable;
use std::str::Chars;

/// A piece of a name. Numbers come before everything else.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Number(u64),
    Letter(char),
}

/// Compares names, numbers in them by their value: Arabic ones and Chinese ones.
#[must_use]
pub fn natural_order(one: &str, other: &str) -> Ordering {
    let (mut left, mut right) = (one.chars().peekable(), other.chars().peekable());
    loop {
        match (next_piece(&mut left), next_piece(&mut right)) {
            // Two ways to write one number are told apart by their letters.
            (None, None) => return one.cmp(other),
            (left, right) if left != right => return left.cmp(&right),
            _ => {}
        }
    }
}

fn next_piece(letters: &mut Peekable<Chars<'_>>) -> Option<Piece> {
    let first = *letters.peek()?;
    if digit(first).is_none() && unit(first).is_none() {
        return letters.next().map(Piece::Letter);
    }
    // 二十三 = 2 × 10 + 3; 十 alone is ten; without units digits follow each other (二〇二六).
    let (mut sum, mut part) = (0_u64, 0_u64);
    while let Some(letter) = letters.peek().copied() {
        match (digit(letter), unit(letter)) {
            (Some(digit), _) => part = part.saturating_mul(10).saturating_add(digit),
            (None, Some(unit)) => {
                sum = sum.saturating_add(part.max(1).saturating_mul(unit));
                part = 0;
            }
            (None, None) => break,
        }
        letters.next();
    }
    Some(Piece::Number(sum.saturating_add(part)))
}

fn digit(letter: char) -> Option<u64> {
    Some(match letter {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        other => return other.to_digit(10).map(u64::from),
    })
}

const fn unit(letter: char) -> Option<u64> {
    match letter {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_count_by_their_value() {
        let ordered = [
            "二〇二五年",
            "二〇二六年",
            "A2",
            "A10",
            "考评一组",
            "考评二组",
            "考评三组",
            "考评十组",
            "考评十一组",
            "考评二十组",
            "考评组",
        ];
        let mut names = ordered;
        names.reverse();
        names.sort_by(|one, other| natural_order(one, other));
        assert_eq!(names, ordered);
    }

    #[test]
    fn two_ways_to_write_a_number_are_not_the_same_name() {
        assert_eq!(natural_order("第2组", "第2组"), Ordering::Equal);
        assert_ne!(natural_order("第2组", "第二组"), Ordering::Equal);
    }
}
