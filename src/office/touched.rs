//! Which organisations a list of changes touches.

use std::collections::BTreeSet;

use crate::round::{Change, What};

/// The organisations that a list of changes touches; none where it touches all.
pub(super) fn touched(changes: &[Change]) -> Option<Vec<String>> {
    let mut touched = BTreeSet::new();
    for change in changes {
        match change.what {
            What::Round => return None,
            What::Places => {}
            What::Event => {
                let records = [&change.old, &change.new];
                let owners = records.into_iter().flatten();
                touched.extend(owners.filter_map(|record| record.first().cloned().flatten()));
            }
            _ => touched.extend(change.key.first().cloned()),
        }
    }
    Some(touched.into_iter().collect())
}
