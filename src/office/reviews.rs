//! 已复核: what who asks has looked through, put beside what they are answered.

use std::collections::HashMap;

use super::{Failure, ListRow, Reply, Reviewed, Viewer, asking};
use crate::store::View;

/// Notes on each organisation of an answer what its viewer has looked through of it.
pub(super) fn note(
    view: &View<'_>,
    viewer: &Viewer,
    round: Option<&str>,
    reply: &mut Reply,
) -> Result<(), Failure> {
    let rows: Vec<&mut ListRow> = match reply {
        Reply::List(rows) => rows.iter_mut().collect(),
        Reply::ListPart(part) => part.rows.iter_mut().collect(),
        Reply::Organisation(file) => vec![&mut file.row],
        _ => return Ok(()),
    };
    let Some(round) = round else {
        return Ok(());
    };
    let number = asking::find(view, round)?.number;
    let reviews = view.reviews(number, &viewer.actor)?.into_iter();
    let reviews: HashMap<String, Reviewed> = reviews
        .map(|(organisation, seen, revision, changed)| {
            let reviewed = Reviewed {
                seen,
                changed,
                revision,
            };
            (organisation, reviewed)
        })
        .collect();
    for row in rows {
        row.review = reviews.get(&row.organisation).copied();
    }
    Ok(())
}
