//! 公示前核查: what stands between here and the notice; Enter goes to the place.

mod commands;
mod update;
mod view;

pub use commands::COMMANDS;

use super::message::Ticket;
use super::widget::Window;
use crate::office::{Finding, FindingWeight};

/// The findings of the open round.
#[derive(Debug, Default)]
pub struct Findings {
    /// None: not yet read. The heaviest first.
    all: Option<Vec<Finding>>,
    only_must: bool,
    window: Window,
    reading: Option<Ticket>,
}

impl Findings {
    /// Those that are listed.
    fn listed(&self) -> Vec<&Finding> {
        let all = self.all.as_deref().unwrap_or_default();
        all.iter()
            .filter(|finding| !self.only_must || finding.weight == FindingWeight::Must)
            .collect()
    }

    fn count(&self, weight: FindingWeight) -> usize {
        let all = self.all.as_deref().unwrap_or_default();
        all.iter()
            .filter(|finding| finding.weight == weight)
            .count()
    }
}
