//! What is wrong with a scheme file, and what to do about it: one file a group of faults.

mod general;
mod items;
mod outcomes;
mod parties;

use crate::scheme::SchemeFault;
use crate::text::Language;
use crate::text::diagnose::Told;

crate::texts! {
    of_track(track: &str) { zh: "类别“{track}”", en: " of track \"{track}\"" }
    name_one_advice() { zh: "至少列出一个。", en: "Name at least one." }
}

/// Of which track, where the scheme names its tracks.
fn whose(language: Language, track: &Option<String>) -> String {
    let named = track.as_deref().map(|track| of_track(language, track));
    named.unwrap_or_default()
}

impl Told for SchemeFault {
    fn what(&self, language: Language) -> String {
        match self {
            Self::Shape(fault) => fault.what(language),
            Self::General(fault) => fault.what(language),
            Self::Item(fault) => fault.what(language),
            Self::Party(fault) => fault.what(language),
            Self::Outcome(fault) => fault.what(language),
        }
    }

    fn advice(&self, language: Language) -> String {
        match self {
            Self::Shape(fault) => fault.advice(language),
            Self::General(fault) => fault.advice(language),
            Self::Item(fault) => fault.advice(language),
            Self::Party(fault) => fault.advice(language),
            Self::Outcome(fault) => fault.advice(language),
        }
    }
}
