//! What a scheme says, for people to read.
use crate::scheme::Scheme;
use crate::text::Language;
/// x
pub fn describe(_s: &Scheme, _l: Language) -> Vec<String> {
    Vec::new()
}
