//! Faults laid out: each with its line and a mark under the place.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};

use super::{
    Told, advice_word, count_of, did_you_mean, fault_word, other_place, path_word, warning_word,
    whole_file,
};
use crate::diagnose::{Fault, Severity, Source};
use crate::text::Language;

/// One fault with its line, a mark under the place, its path, and what to do.
///
/// Without `colour` the text is plain. Columns are right where a Chinese character takes two.
#[must_use]
pub fn report_one<K: Told>(
    source: &Source,
    fault: &Fault<K>,
    language: Language,
    colour: bool,
) -> String {
    let (level, word) = match fault.severity {
        Severity::Fault => (Level::ERROR, fault_word(language)),
        Severity::Warning => (Level::WARNING, warning_word(language)),
    };
    let snippet = snippet(source, fault, language);
    let path = match fault.place.path.as_str() {
        "" => whole_file(language),
        path => path.to_owned(),
    };
    let advice = match &fault.nearest {
        Some(name) => did_you_mean(language, name),
        None => fault.kind.advice(language),
    };
    let mut group = level
        .with_name(word)
        .primary_title(fault.kind.what(language))
        .id(fault.code())
        .element(snippet);
    let is_syntax = fault.place.path.is_empty() && !fault.place.span.is_empty();
    if !is_syntax {
        group = group.element(Level::NOTE.with_name(path_word(language)).message(path));
    }
    group = group.element(Level::HELP.with_name(advice_word(language)).message(advice));
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.decor_style(DecorStyle::Ascii).render(&[group])
}

/// The lines that the fault is about, with the marks under them.
fn snippet<'t, K>(
    source: &Source<'t>,
    fault: &Fault<K>,
    language: Language,
) -> Snippet<'t, Annotation<'t>> {
    let span = visible(source.text, &fault.place.span);
    let other = fault
        .other
        .as_ref()
        .map(|other| visible(source.text, other));
    let first = other
        .iter()
        .chain([&span])
        .map(|span| span.start)
        .min()
        .unwrap_or_default();
    let last = other
        .iter()
        .chain([&span])
        .map(|span| span.end)
        .max()
        .unwrap_or_default();
    let before = source.text.get(..first).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let after = source.text.get(last..).unwrap_or_default();
    let end = after
        .find('\n')
        .map_or(source.text.len(), |newline| last + newline);
    let lines = source.text.get(start..end).unwrap_or_default();
    // A carriage return would be drawn; a blank in its stead moves nothing.
    let lines = lines.trim_end_matches('\r').replace("\r\n", " \n");
    let here = |span: &Range<usize>| {
        let end = (span.end - start).min(lines.len());
        (span.start - start).min(end)..end
    };
    let (primary, other) = (here(&span), other.as_ref().map(here));
    let snippet = Snippet::source(lines)
        .path(source.name)
        .line_start(source.position(start).line)
        .annotation(AnnotationKind::Primary.span(primary));
    match other {
        Some(other) => {
            let mark = AnnotationKind::Context.span(other);
            snippet.annotation(mark.label(other_place(language)))
        }
        None => snippet,
    }
}

/// All faults of a text, one after the other, and how many there are.
#[must_use]
pub fn report<K: Told>(
    source: &Source,
    faults: &[Fault<K>],
    language: Language,
    colour: bool,
) -> String {
    let mut text = String::new();
    for fault in faults {
        text.push_str(&report_one(source, fault, language, colour));
        text.push_str("\n\n");
    }
    let warnings = faults
        .iter()
        .filter(|fault| fault.severity == Severity::Warning)
        .count();
    text.push_str(&count_of(language, faults.len() - warnings, warnings));
    text.push('\n');
    text
}

/// A place that a mark can be drawn under: within the text and on the bounds of characters.
fn visible(text: &str, span: &Range<usize>) -> Range<usize> {
    let bound = |byte: usize| {
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    };
    let start = bound(span.start);
    start..bound(span.end).max(start)
}
