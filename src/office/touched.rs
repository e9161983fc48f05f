//! Which organisations a list of changes touches.

use std::collections::BTreeSet;

use crate::round::{Change, What};

/// The organisations that a list of changes touches; none where it touches all.
pub(super) fn touched(changes: &[Change]) -> Option<Vec<String>> {
    // Borrowed: an import has many changes of each organisation.
    let mut touched = BTreeSet::new();
    for change in changes {
        match change.what {
            What::Round => return None,
            What::Places | What::Review => {}
            What::Event => {
                let records = [&change.old, &change.new];
                let owners = records.into_iter().flatten();
                touched.extend(owners.filter_map(|record| record.first()?.as_deref()));
            }
            _ => touched.extend(change.key.first().map(String::as_str)),
        }
    }
    Some(touched.into_iter().map(str::to_owned).collect())
}
