//! The distinct characters of all names, each with what one may type for it.

use std::collections::HashMap;

use super::readings::readings;

/// A character of a name, by its number in the table.
pub(super) type Glyph = u32;

/// What one may type for a character.
#[derive(Debug, Clone)]
pub(super) struct Spelling {
    /// In lower case and folded.
    pub character: char,
    pub readings: Vec<String>,
    /// The first letters of all readings, and the character itself if it is a letter or digit.
    pub initials: u64,
}

/// The letters and digits as bits.
pub(super) const fn bit(character: char) -> u64 {
    match character {
        'a'..='z' => 1 << (character as u32 - 'a' as u32),
        '0'..='9' => 1 << (26 + character as u32 - '0' as u32),
        _ => 0,
    }
}

impl Spelling {
    pub(super) fn new(character: char) -> Self {
        let readings = readings(character);
        let firsts = readings.iter().filter_map(|reading| reading.chars().next());
        Self {
            initials: firsts.fold(bit(character), |all, first| all | initial_bit(first)),
            character,
            readings,
        }
    }

    /// Whether the two can sound the same.
    pub(super) fn sounds_like(&self, other: &Self) -> bool {
        let has = |reading: &String| other.readings.contains(reading);
        self.character == other.character || self.readings.iter().any(has)
    }
}

/// ü is typed as v and as u.
const fn initial_bit(first: char) -> u64 {
    match first {
        'v' => bit('v') | bit('u'),
        other => bit(other),
    }
}

/// The table.
#[derive(Debug, Clone, Default)]
pub(super) struct Glyphs {
    list: Vec<Spelling>,
    by_character: HashMap<char, Glyph>,
}

impl Glyphs {
    /// The number of a character, which gets one if it has none.
    pub(super) fn number(&mut self, character: char) -> Glyph {
        if let Some(known) = self.by_character.get(&character) {
            return *known;
        }
        let number = Glyph::try_from(self.list.len()).unwrap_or(Glyph::MAX);
        self.list.push(Spelling::new(character));
        self.by_character.insert(character, number);
        number
    }

    pub(super) fn get(&self, glyph: Glyph) -> Option<&Spelling> {
        self.list.get(glyph as usize)
    }
}
