//! The name that was probably meant.

/// The nearest of the names, if one is near enough to have been meant.
///
/// Near enough is one slip in a short name, and one more for every three characters.
#[must_use]
pub fn nearest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let limit = 1 + wanted.chars().count() / 3;
    let folded = wanted.to_lowercase();
    names
        .into_iter()
        .map(|name| {
            (
                strsim::damerau_levenshtein(&folded, &name.to_lowercase()),
                name,
            )
        })
        .filter(|(distance, name)| *distance <= limit && *distance < name.chars().count().max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_the_name_that_was_meant() {
        let names = ["title", "tracks", "weight", "A1", "党员群众测评"];
        for (wanted, found) in [
            ("titel", Some("title")),
            ("Weight", Some("weight")),
            ("wieght", Some("weight")),
            ("a1", Some("A1")),
            ("群众测评", Some("党员群众测评")),
            ("benefits", None),
            ("", None),
        ] {
            assert_eq!(nearest(wanted, names).as_deref(), found, "{wanted}");
        }
    }
}
