//! Where a person was last in a round: an organisation, an item, in its sheet or in the list.

use super::screen::Context;
use super::session::Session;

/// A spot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Code of the organisation.
    pub organisation: String,
    /// Id of the item.
    pub item: Option<String>,
    /// In the sheet, not in the list.
    pub in_sheet: bool,
}

impl Spot {
    /// Reads a remembered spot.
    #[must_use]
    pub fn from_memory(text: &str) -> Option<Self> {
        let mut parts = text.split('\t');
        let organisation = parts.next().filter(|code| !code.is_empty())?.to_owned();
        let item = parts.next().filter(|id| !id.is_empty());
        Some(Self {
            organisation,
            item: item.map(str::to_owned),
            in_sheet: parts.next() == Some("sheet"),
        })
    }

    fn to_memory(&self) -> String {
        let item = self.item.as_deref().unwrap_or_default();
        let place = if self.in_sheet { "sheet" } else { "list" };
        format!("{}\t{item}\t{place}", self.organisation)
    }
}

/// The key under which the spot is remembered: one for each seat in a round.
#[must_use]
pub fn key(session: &Session) -> Option<String> {
    let (round, seat) = (session.round.as_ref()?, session.seat.as_ref()?);
    Some(format!("spot:{}:{}:{}", round.name, seat.party, seat.rater))
}

/// Remembers a spot; nothing is written where it is the one that is known already.
pub fn remember(spot: Spot, context: &mut Context<'_>) {
    if context.session.spot.as_ref() == Some(&spot) {
        return;
    }
    if let Some(key) = key(context.session) {
        context.remember("remember.spot", key, spot.to_memory());
    }
    context.session.spot = Some(spot);
}
