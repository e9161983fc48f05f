//! Grids: one item across organisations (横评), and the raters of a town against its
//! organisations (互评). Both type one column through the desk.
//!
//! `hand` is what types: the desk with its requests; the two screens differ in what stands across.

mod crosswise;
mod hand;
mod mutual;

pub use crosswise::{COMMANDS as CROSSWISE, Crosswise};
pub use hand::Hand;
pub use mutual::{COMMANDS as MUTUAL, Mutual, party as mutual_party};

use crate::office::ListRow;
use crate::scheme::ItemIndex;
use crate::text::{grids as text, organisations};
use crate::tui::screen::{Context, Tone};

/// Opens an item across organisations, or says why not. Among all organisations where none are
/// given.
pub fn cross(
    rows: Vec<ListRow>,
    organisation: Option<String>,
    item: Option<ItemIndex>,
    context: &mut Context<'_>,
) {
    let language = context.session.language;
    match Crosswise::new(context.session, rows, organisation, item) {
        Some(screen) => context.go(screen),
        None if context.session.seat.is_none() => {
            context.say(Tone::Warning, organisations::no_seat(language));
        }
        None => context.say(Tone::Warning, text::no_items(language)),
    }
}
