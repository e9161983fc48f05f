//! What was typed, and whether a name is it.

use super::glyphs::{Glyph, Glyphs, Spelling, bit};
use crate::exchange::fold_char;

/// No name is found by more characters than these.
const LONGEST: usize = 64;

/// How a typed Chinese character is compared. Letters are always pinyin or themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// It is the character.
    Same,
    /// They can sound the same.
    Sound,
    /// They can begin with the same letter.
    Initial,
}

/// What was typed, folded and in lower case, without blanks.
#[derive(Debug)]
pub(super) struct Query {
    pub text: String,
    typed: Vec<Spelling>,
    pub has_characters: bool,
    pub has_letters: bool,
}

/// A character as names and queries are compared: folded, in lower case.
pub(super) fn plain(character: char) -> char {
    let folded = fold_char(character);
    folded.to_lowercase().next().unwrap_or(folded)
}

impl Query {
    /// None where nothing was typed, or more than any name has.
    pub(super) fn new(typed: &str) -> Option<Self> {
        let characters = typed.chars().map(plain);
        let text: String = characters.filter(|c| !c.is_whitespace()).collect();
        let typed: Vec<_> = text.chars().map(Spelling::new).collect();
        if typed.is_empty() || typed.len() > LONGEST {
            return None;
        }
        Some(Self {
            has_characters: typed.iter().any(|one| !one.readings.is_empty()),
            has_letters: text.bytes().any(|byte| byte.is_ascii_lowercase()),
            text,
            typed,
        })
    }

    /// Where in a name the query begins and ends, the earliest first.
    pub(super) fn place(
        &self,
        name: &[Glyph],
        glyphs: &Glyphs,
        likeness: Likeness,
    ) -> Option<(usize, usize)> {
        let first = self.typed.first()?;
        (0..name.len()).find_map(|start| {
            let spelling = glyphs.get(*name.get(start)?)?;
            // Most places fall out here, without a look at any reading.
            let may_begin = match likeness {
                Likeness::Same if !first.readings.is_empty() => {
                    spelling.character == first.character
                }
                _ => {
                    spelling.initials & first.initials != 0 || spelling.character == first.character
                }
            };
            let rest = name.get(start..)?;
            let end = may_begin.then(|| matched(&self.typed, rest, glyphs, likeness))?;
            end.map(|length| (start, start + length))
        })
    }
}

/// How many characters of the name the typed ones take, if they fit its beginning.
fn matched(
    typed: &[Spelling],
    name: &[Glyph],
    glyphs: &Glyphs,
    likeness: Likeness,
) -> Option<usize> {
    let Some(first) = typed.first() else {
        return Some(0);
    };
    let (glyph, name) = name.split_first()?;
    let spelling = glyphs.get(*glyph)?;
    let lengths = taken(typed, first, spelling, likeness);
    // The longest first: 宝马 by `baoma` before `b`.
    for length in (1..=MOST_LETTERS).rev() {
        if lengths & (1 << length) != 0
            && let Some(rest) = typed.get(length..)
            && let Some(more) = matched(rest, name, glyphs, likeness)
        {
            return Some(more + 1);
        }
    }
    None
}

/// The longest reading has six letters (zhuang).
const MOST_LETTERS: usize = 6;

/// How many of the typed characters may stand for this one of the name, as bits: one where it is
/// the character or the first letter of a reading, two for zh, ch, sh, all letters of a reading,
/// or what has been typed of it at the end.
fn taken(typed: &[Spelling], first: &Spelling, spelling: &Spelling, likeness: Likeness) -> u8 {
    let same = match likeness {
        _ if first.character == spelling.character => true,
        Likeness::Same => false,
        Likeness::Sound => first.sounds_like(spelling),
        Likeness::Initial => !first.readings.is_empty() && first.initials & spelling.initials != 0,
    };
    let mut lengths = u8::from(same) << 1;
    if bit(first.character) == 0 {
        return lengths;
    }
    for reading in &spelling.readings {
        let common = common_letters(typed, reading);
        if common == 0 {
            continue;
        }
        lengths |= 1 << 1;
        let has_h = matches!(reading.as_bytes(), [b'z' | b'c' | b's', b'h', ..]);
        if has_h && common >= 2 {
            lengths |= 1 << 2;
        }
        if common == reading.len() || common == typed.len() {
            lengths |= 1 << common;
        }
    }
    lengths
}

/// How many letters at the beginning are the same.
fn common_letters(typed: &[Spelling], reading: &str) -> usize {
    let letters = reading.bytes().take(MOST_LETTERS).map(char::from);
    let same = |(one, letter): &(&Spelling, char)| {
        one.character == *letter || (*letter == 'v' && one.character == 'u')
    };
    typed.iter().zip(letters).take_while(same).count()
}
