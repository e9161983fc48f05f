//! From one figure to another, everywhere alike.

/// Both figures, or the one where they are the same: `66.61–91.61`, `89.35`.
#[must_use]
pub fn span(low: &str, high: &str) -> String {
    if low == high {
        low.to_owned()
    } else {
        format!("{low}–{high}")
    }
}

#[cfg(test)]
mod tests {
    use super::span;

    #[test]
    fn one_figure_is_no_range() {
        assert_eq!(span("66.61", "91.61"), "66.61–91.61");
        assert_eq!(span("89.35", "89.35"), "89.35");
    }
}
