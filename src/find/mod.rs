//! Names to codes, for files and screens alike: by code or its tail, characters, pinyin in every
//! reading and by initials, or a mixture.
//!
//! A [`Finder`] is made once of a list; what is typed becomes a `query`, which is laid against the
//! characters of each name (`glyphs`), each with its `readings`. How hits are ordered is [`Fit`].
//! Uses `exchange` for the folding of characters alone.

mod glyphs;
mod query;
mod readings;

use std::ops::Range;

use self::glyphs::{Glyph, Glyphs};
use self::query::{Likeness, Query, plain};
pub use crate::exchange::{fold, fold_char};

/// How well something fits what was typed; the better first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// It is the code.
    Code,
    /// It is the name.
    Name,
    /// The name begins with it.
    NameBegins,
    /// The code begins with it.
    CodeBegins,
    /// It is the whole name in pinyin or initials.
    Pinyin,
    /// The name begins with it in pinyin or initials.
    PinyinBegins,
    /// The code ends with it.
    CodeEnds,
    /// It stands inside the name.
    NameHolds,
    /// It stands inside the name in pinyin or initials.
    PinyinHolds,
    /// It stands inside the code.
    CodeHolds,
    /// The characters sound like it.
    Sound,
    /// The characters begin with the same letters.
    Initials,
}

impl Fit {
    /// How many there are.
    const COUNT: usize = Self::Initials as usize + 1;
}

/// Something that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its position in the list that the finder was made of.
    pub position: usize,
    pub fit: Fit,
    /// Another one of the list has the same name, so its parent's name should stand beside it.
    pub duplicate: bool,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// The best ones, in the order of their fit and then of the list.
    pub first: Vec<Hit>,
    /// How many there are in all.
    pub count: usize,
}

/// What a code or a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    Found(usize),
    /// Several have this name.
    Ambiguous(Vec<usize>),
    /// None has; these come nearest.
    NotFound(Vec<usize>),
}

/// One of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    code: Range<usize>,
    name: Range<usize>,
    glyphs: Range<usize>,
    duplicate: bool,
}

/// A list of codes and names, prepared so that a key finds its place in the frame of the key,
/// among hundreds of thousands too.
#[derive(Debug, Clone, Default)]
pub struct Finder {
    /// All codes and names in one piece.
    texts: String,
    entries: Vec<Entry>,
    /// Which bytes stand in any code, in lower case: most of what is typed cannot be one.
    code_bytes: [u64; 4],
    /// The characters of all names in one piece.
    characters: Vec<Glyph>,
    glyphs: Glyphs,
}

impl Finder {
    /// Of (code, name) pairs: organisations, items, commands.
    pub fn new<'a>(list: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut finder = Self::default();
        for (code, name) in list {
            finder.add(code, name);
        }
        finder.mark_duplicates();
        finder
    }

    fn add(&mut self, code: &str, name: &str) {
        let start = self.texts.len();
        self.texts.push_str(code);
        for byte in code.bytes() {
            let (word, bit) = place_of(byte.to_ascii_lowercase());
            self.code_bytes[word] |= bit;
        }
        let middle = self.texts.len();
        self.texts.push_str(name);
        let first = self.characters.len();
        for character in name.chars().map(plain).filter(|c| !c.is_whitespace()) {
            let glyph = self.glyphs.number(character);
            self.characters.push(glyph);
        }
        self.entries.push(Entry {
            code: start..middle,
            name: middle..self.texts.len(),
            glyphs: first..self.characters.len(),
            duplicate: false,
        });
    }

    fn mark_duplicates(&mut self) {
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_unstable_by_key(|position| self.name(*position));
        let pairs = order.windows(2).filter_map(|pair| match pair {
            [one, other] if self.name(*one) == self.name(*other) => Some([*one, *other]),
            _ => None,
        });
        let twice: Vec<usize> = pairs.flatten().collect();
        for position in twice {
            if let Some(entry) = self.entries.get_mut(position) {
                entry.duplicate = true;
            }
        }
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether the list is empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The code at a position of the list; empty beyond it.
    #[must_use]
    pub fn code(&self, position: usize) -> &str {
        let entry = self.entries.get(position);
        entry
            .and_then(|entry| self.texts.get(entry.code.clone()))
            .unwrap_or_default()
    }

    /// The name at a position of the list; empty beyond it.
    #[must_use]
    pub fn name(&self, position: usize) -> &str {
        let entry = self.entries.get(position);
        entry
            .and_then(|entry| self.texts.get(entry.name.clone()))
            .unwrap_or_default()
    }

    /// The best `limit` of what fits. Characters that no name has are tried by their sound, then
    /// by their first letters.
    #[must_use]
    pub fn search(&self, typed: &str, limit: usize) -> Hits {
        let Some(query) = Query::new(typed) else {
            return Hits::default();
        };
        let may_be_code = self.may_be_code(&query.text);
        let exact = self.gather(limit, |entry| self.fit(entry, &query, may_be_code));
        if exact.count > 0 || !query.has_characters {
            return exact;
        }
        let loose = |likeness, fit| {
            self.gather(limit, |entry| {
                query
                    .place(self.characters_of(entry), &self.glyphs, likeness)
                    .map(|_| fit)
            })
        };
        let sound = loose(Likeness::Sound, Fit::Sound);
        if sound.count > 0 {
            return sound;
        }
        loose(Likeness::Initial, Fit::Initials)
    }

    /// The one that has this code, else the one that alone has this name; full-width and plain
    /// characters are the same here.
    #[must_use]
    pub fn resolve(&self, wanted: &str) -> Resolved {
        const NEAREST: usize = 5;
        let wanted = fold(wanted.trim());
        let all = 0..self.entries.len();
        if let Some(found) = all.clone().find(|at| self.code(*at) == wanted) {
            return Resolved::Found(found);
        }
        let named: Vec<_> = all
            .filter(|position| fold(self.name(*position)) == wanted)
            .collect();
        match named.as_slice() {
            [only] => Resolved::Found(*only),
            [] => {
                let near = self.search(&wanted, NEAREST).first;
                Resolved::NotFound(near.iter().map(|hit| hit.position).collect())
            }
            _ => Resolved::Ambiguous(named),
        }
    }

    fn characters_of(&self, entry: &Entry) -> &[Glyph] {
        self.characters
            .get(entry.glyphs.clone())
            .unwrap_or_default()
    }

    /// The first ones of each fit, best fit first.
    fn gather(&self, limit: usize, fit: impl Fn(&Entry) -> Option<Fit>) -> Hits {
        let mut by_fit: [Vec<usize>; Fit::COUNT] = [const { Vec::new() }; Fit::COUNT];
        let mut hits = Hits::default();
        for (position, entry) in self.entries.iter().enumerate() {
            let Some(fit) = fit(entry) else { continue };
            hits.count += 1;
            let list = &mut by_fit[fit as usize];
            if list.len() < limit {
                list.push(position);
            }
        }
        let in_order = FITS.iter().zip(&by_fit);
        let all = in_order.flat_map(|(fit, list)| list.iter().map(|position| (*fit, *position)));
        hits.first = all
            .take(limit)
            .map(|(fit, position)| Hit {
                position,
                fit,
                duplicate: self
                    .entries
                    .get(position)
                    .is_some_and(|entry| entry.duplicate),
            })
            .collect();
        hits
    }

    /// Whether a text is made of what codes are made of.
    fn may_be_code(&self, text: &str) -> bool {
        text.bytes().all(|byte| {
            let (word, bit) = place_of(byte);
            self.code_bytes[word] & bit != 0
        })
    }

    fn fit(&self, entry: &Entry, query: &Query, may_be_code: bool) -> Option<Fit> {
        let by_code = if may_be_code {
            let code = self.texts.get(entry.code.clone()).unwrap_or_default();
            code_fit(code.as_bytes(), query.text.as_bytes())
        } else {
            None
        };
        let characters = self.characters_of(entry);
        let place = query.place(characters, &self.glyphs, Likeness::Same);
        let by_name = place.map(|(start, end)| {
            let whole = start == 0 && end == characters.len();
            match (query.has_letters, start, whole) {
                (false, _, true) => Fit::Name,
                (false, 0, _) => Fit::NameBegins,
                (false, ..) => Fit::NameHolds,
                (true, _, true) => Fit::Pinyin,
                (true, 0, _) => Fit::PinyinBegins,
                (true, ..) => Fit::PinyinHolds,
            }
        });
        match (by_code, by_name) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        }
    }
}

/// All fits, the best first.
const FITS: [Fit; Fit::COUNT] = [
    Fit::Code,
    Fit::Name,
    Fit::NameBegins,
    Fit::CodeBegins,
    Fit::Pinyin,
    Fit::PinyinBegins,
    Fit::CodeEnds,
    Fit::NameHolds,
    Fit::PinyinHolds,
    Fit::CodeHolds,
    Fit::Sound,
    Fit::Initials,
];

/// Where the bit of a byte stands in a set of bytes.
const fn place_of(byte: u8) -> (usize, u64) {
    ((byte >> 6) as usize, 1 << (byte & 63))
}

/// How a code fits; the query is in lower case.
fn code_fit(code: &[u8], query: &[u8]) -> Option<Fit> {
    if code.len() < query.len() {
        return None;
    }
    let rest = code.len() - query.len();
    let stands_at = |at: usize| {
        let part = code.get(at..at + query.len());
        part.is_some_and(|part| part.eq_ignore_ascii_case(query))
    };
    if stands_at(0) {
        return Some(if rest == 0 {
            Fit::Code
        } else {
            Fit::CodeBegins
        });
    }
    if stands_at(rest) {
        return Some(Fit::CodeEnds);
    }
    // One digit stands inside nearly every code.
    if query.len() > 1 && (1..rest).any(stands_at) {
        return Some(Fit::CodeHolds);
    }
    None
}

#[cfg(test)]
mod tests;
