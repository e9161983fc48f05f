//! The pane below the counts: what they come to, and what does not agree.

use ratatui::layout::Rect;

use super::view::Drawn;
use crate::scoring::{BallotSlot, Step};
use crate::text::{ballots as text, scoring};
use crate::tui::theme::Role;
use crate::tui::widget::Canvas;

impl Drawn<'_> {
    /// Rate and score, whether enough came back, and what does not agree.
    pub(super) fn result(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let (scheme, language) = (self.scheme, self.language);
        let steps = self.ballots.result.steps.iter();
        let has_score = self.ballots.result.scores.iter().any(Option::is_some);
        let mut lines: Vec<(Role, String)> = self.disagreements();
        lines.push(self.returned(has_score));
        let told: Vec<String> = steps
            .map(|step| scoring::step(scheme, language, &in_short(step)))
            .collect();
        let role = if has_score { Role::Good } else { Role::Warning };
        if !told.is_empty() {
            lines.push((role, told.join("  ")));
        }
        let mut area = area;
        for (role, line) in lines {
            if area.height == 0 {
                break;
            }
            let used = canvas.wrapped(area, &line, role);
            area.y += used;
            area.height -= used.min(area.height);
        }
    }

    /// 收回 = 有效 + 弃权 + 废票, or what does not agree.
    fn disagreements(&self) -> Vec<(Role, String)> {
        let language = self.language;
        let questions = &self.ballot.questions;
        let returned: Vec<u64> = (0..questions.len())
            .map(|question| self.ballots.returned(self.scheme, question))
            .collect();
        let most = returned.iter().copied().max().unwrap_or(0);
        let mut lines = Vec::new();
        if let Some(counted) = self.ballots.by_hand {
            let wrong = questions
                .iter()
                .zip(&returned)
                .find(|(_, sum)| **sum != counted);
            lines.push(match wrong {
                Some((question, sum)) => {
                    let told = text::differs(language, &question.id, *sum, counted);
                    (Role::Danger, told)
                }
                None => (Role::Good, text::agrees(language, counted)),
            });
        } else if returned.iter().any(|sum| *sum != most) {
            lines.push((Role::Warning, text::unequal(language)));
        }
        lines
    }

    /// How many came back, of how many, and whether that is enough.
    fn returned(&self, has_score: bool) -> (Role, String) {
        let (scheme, language) = (self.scheme, self.language);
        let questions = 0..self.ballot.questions.len();
        let returned = questions.map(|question| self.ballots.returned(scheme, question));
        let most = returned.max().unwrap_or(0);
        let mut told = self.ballots.returned_told(scheme, language);
        if has_score {
            told = text::enough(language, &told, self.ballot.at_least);
        }
        match self.ballots.count(scheme, 0, BallotSlot::Issued) {
            Some(issued) if most > issued => {
                let told = text::more_than_issued(language, most, issued);
                (Role::Danger, told)
            }
            Some(issued) => (Role::Text, text::returned_of(language, &told, issued)),
            None => (Role::Text, told),
        }
    }
}

/// A step without what stands in the table anyway: the scores of the questions.
fn in_short(step: &Step) -> Step {
    match step.clone() {
        Step::BallotScore { party, score, .. } => Step::BallotScore {
            party,
            parts: Vec::new(),
            score,
        },
        other => other,
    }
}
