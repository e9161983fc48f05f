//! What the points of a ledger are made of: item by item, and what persons add.

use super::sentences as text;
use super::{Page, Piece, Row, Tone, left, right, row};
use crate::scoring::Step;
use crate::text::scoring_screen::item_name;

/// A table of the points; nothing where no event counts, or there is no ledger.
pub(super) fn pieces(page: &Page<'_>) -> Vec<Piece> {
    let rows: Vec<Row> = page
        .steps
        .iter()
        .filter_map(|step| told(page, step))
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let language = page.language;
    let heads = vec![
        right(text::head_points(language)),
        left(text::head_item(language)),
        left(text::head_whose(language)),
    ];
    vec![Piece::Table { heads, rows }]
}

fn told(page: &Page<'_>, step: &Step) -> Option<Row> {
    let language = page.language;
    let own = || text::organisation(language);
    Some(match step {
        Step::LedgerItem {
            member,
            item,
            points,
            ..
        } => row(
            Tone::Plain,
            vec![
                points.to_string(),
                item_name(page.scheme, *item),
                member.clone().unwrap_or_else(own),
            ],
        ),
        Step::Linked { member, adds, .. } => {
            let name = member.as_ref().map(|(_, name)| name.clone());
            let whose = name.unwrap_or_else(|| text::all_persons(language));
            row(
                Tone::Heading,
                vec![format!("+{adds}"), text::adds(language), whose],
            )
        }
        Step::LedgerPoints { points, .. } => row(
            Tone::Heading,
            vec![points.to_string(), text::in_all(language), own()],
        ),
        _ => return None,
    })
}
