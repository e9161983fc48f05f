//! Grids: one item across organisations (横评), and the raters of a town against its
//! organisations (互评). Both type one column through the desk.

mod crosswise;
mod hand;
mod mutual;

pub use crosswise::Crosswise;
pub use hand::Hand;
pub use mutual::{Mutual, party as mutual_party};
