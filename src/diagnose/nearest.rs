//! The name that was probably meant.

/// The nearest of the names, if one is near enough to have been meant.
///
/// Near enough is one slip in a short name, and one more for every three characters; failing
/// that, a name of which this is a part, or the other way round.
#[must_use]
pub fn nearest<'a>(
    wanted: &str,
    names: impl IntoIterator<Item = &'a str, IntoIter: Clone>,
) -> Option<String> {
    let names = names.into_iter();
    let limit = 1 + wanted.chars().count() / 3;
    let folded = wanted.to_lowercase();
    let by_slips = names
        .clone()
        .map(|name| {
            let slips = strsim::damerau_levenshtein(&folded, &name.to_lowercase());
            (slips, name)
        })
        .filter(|(slips, name)| *slips <= limit && *slips < name.chars().count().max(1))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, name)| name);
    let long = |text: &str| text.chars().count() > 1;
    let is_part = |name: &&str| {
        long(wanted) && long(name) && (name.contains(wanted) || wanted.contains(name))
    };
    by_slips
        .or_else(|| names.clone().find(is_part))
        .map(str::to_owned)
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
            ("测评", Some("党员群众测评")),
            ("benefits", None),
            ("", None),
        ] {
            assert_eq!(nearest(wanted, names).as_deref(), found, "{wanted}");
        }
    }
}
