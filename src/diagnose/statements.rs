//! Where the statements of a TOML text begin and end, also where the text is no TOML.

use std::ops::Range;

/// The statements of a text: heads of tables, and keys with their values, which may take several
/// lines. Blank lines and remarks between them belong to none or to the one before.
pub(super) fn statements(text: &str) -> Vec<Range<usize>> {
    let mut statements: Vec<Range<usize>> = Vec::new();
    let mut open = Open::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let content = line.trim_end();
        if open.quotes.is_none() && (content.is_empty() || content.starts_with('#')) {
            continue;
        }
        let end = start + content.len();
        let begins = open.quotes.is_none()
            && (is_head(content) || begins_with_key(content) || open.depth == 0);
        match statements.last_mut().filter(|_| !begins) {
            Some(last) => last.end = end,
            None => {
                open = Open::default();
                statements.push(start..end);
            }
        }
        let rest = text.get(at..).unwrap_or_default();
        open.read(content, rest);
    }
    statements
}

/// Brackets and quotes that a statement has opened and not closed.
#[derive(Default)]
struct Open {
    depth: usize,
    /// `\"\"\"` or `\'\'\'`
    quotes: Option<&'static str>,
}

impl Open {
    fn read(&mut self, line: &str, following: &str) {
        let mut rest = line;
        while let Some(letter) = rest.chars().next() {
            if let Some(quotes) = self.quotes {
                let Some((_, behind)) = rest.split_once(quotes) else {
                    return;
                };
                self.quotes = None;
                rest = behind;
                continue;
            }
            let long = ["\"\"\"", "'''"]
                .into_iter()
                .find(|quotes| rest.starts_with(quotes));
            if let Some(quotes) = long {
                rest = rest.get(quotes.len()..).unwrap_or_default();
                // Quotes that nobody closes end with their line.
                if !rest.contains(quotes) && !following.contains(quotes) {
                    return;
                }
                self.quotes = Some(quotes);
                continue;
            }
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
            match letter {
                '#' => return,
                '"' | '\'' => rest = behind_quote(rest, letter),
                '[' | '{' => self.depth += 1,
                ']' | '}' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
    }
}

/// What follows a quoted text; nothing where the quote is not closed on the line.
fn behind_quote(text: &str, quote: char) -> &str {
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            _ if letter == quote => return text.get(at + 1..).unwrap_or_default(),
            _ => {}
        }
    }
    ""
}

/// If the statement is the head of a table: the table, with the tables that are part of it.
pub(super) fn head_region(text: &str, statement: &Range<usize>) -> Option<Range<usize>> {
    let head = text.get(statement.clone()).filter(|head| is_head(head))?;
    let name = table_name(head);
    let mut at = statement.end;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find("\n[")) {
        at += found + 1;
        let line = text.get(line_around(text, at)).unwrap_or_default();
        let inner = table_name(line).strip_prefix(name);
        if is_head(line) && !inner.is_some_and(|rest| rest.starts_with('.')) {
            return Some(statement.start..at);
        }
    }
    Some(statement.start..text.len())
}

/// Whether a line is meant to be the head of a table, as far as one bracket shows.
fn is_head(line: &str) -> bool {
    let name = line.trim_start_matches('[');
    let text = line.split('#').next().unwrap_or_default().trim_end();
    let opened = name.len() < line.len();
    let closed = text.ends_with(']') && !text.contains(['=', ',', ' ', '"', '{']);
    name.starts_with(char::is_alphabetic) && (opened || closed)
}

/// `category.item` of `[[category.item]]`, also where brackets are missing.
fn table_name(head: &str) -> &str {
    let name = head.trim_start_matches('[');
    let end = name.find(|letter: char| letter == ']' || letter.is_whitespace());
    name.get(..end.unwrap_or(name.len())).unwrap_or_default()
}

/// Whether a line begins with `key =`.
fn begins_with_key(line: &str) -> bool {
    let Some((key, _)) = line.split_once('=') else {
        return false;
    };
    let key = key.trim();
    let of_key = |letter: char| letter.is_ascii_alphanumeric() || "-_.\"\'".contains(letter);
    !key.is_empty() && key.chars().all(of_key)
}

/// The line on which a byte stands, without its end.
pub(super) fn line_around(text: &str, byte: usize) -> Range<usize> {
    let byte = byte.min(text.len());
    let (before, after) = text.as_bytes().split_at(byte);
    let start = before.iter().rposition(|byte| *byte == b'\n');
    let end = after.iter().position(|byte| *byte == b'\n');
    start.map_or(0, |newline| newline + 1)..end.map_or(text.len(), |newline| byte + newline)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        statements(text)
            .into_iter()
            .map(|statement| &text[statement])
            .collect()
    }

    #[test]
    fn a_statement_ends_where_the_next_begins() {
        for (text, expected) in [
            ("a = 1\n# b\n\n[c]\nd = 2", vec!["a = 1", "[c]", "d = 2"]),
            (
                "a = [\n1,\n[2]\n]\nb = 3",
                vec!["a = [\n1,\n[2]\n]", "b = 3"],
            ),
            (
                "a = [\n  {x = 1},\nb = 3",
                vec!["a = [\n  {x = 1},", "b = 3"],
            ),
            (
                "a = \"\"\"x\nb = 1\n\"\"\"\nc = 2",
                vec!["a = \"\"\"x\nb = 1\n\"\"\"", "c = 2"],
            ),
            ("a = \"\"\"x\nb = 1", vec!["a = \"\"\"x", "b = 1"]),
            ("a]\nb = 1", vec!["a]", "b = 1"]),
            ("a = \"[\"\nwords\n", vec!["a = \"[\"", "words"]),
        ] {
            assert_eq!(split(text), expected, "{text:?}");
        }
    }
}
