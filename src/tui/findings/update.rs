//! What happens in the list of findings.

use ratatui::layout::{Position, Rect};

use super::Findings;
use super::commands::COMMANDS;
use super::view;
use crate::office::{Failure, FindingKind, FindingWeight, Question, Reply};
use crate::text::findings as text;
use crate::tui::commands::Command;
use crate::tui::message::Ticket;
use crate::tui::places::{self, Place};
use crate::tui::screen::{Context, Movement, Screen, Tone};
use crate::tui::session::Session;
use crate::tui::vetoes::Vetoes;
use crate::tui::widget::Canvas;

impl Findings {
    fn read(&mut self, context: &mut Context<'_>) {
        if let Some(round) = context.session.round_name() {
            self.reading = Some(context.ask("findings", Question::Findings { round }));
        }
    }

    fn go(&self, context: &mut Context<'_>) {
        let Some(finding) = self.listed().get(self.window.selected).copied().cloned() else {
            return;
        };
        if matches!(finding.kind, FindingKind::Tie | FindingKind::PlacesOpen) {
            places::open_ranking(finding.organisation, context);
            return;
        }
        let Some(organisation) = finding.organisation else {
            context.say(Tone::Warning, text::nowhere(context.session.language));
            return;
        };
        if finding.kind == FindingKind::VetoProposed {
            context.push(Vetoes::of(organisation));
            return;
        }
        let place = Place {
            organisation,
            party: finding.party,
            rater: finding.rater,
            item: finding.item,
        };
        if matches!(
            finding.kind,
            FindingKind::TooFewBallots | FindingKind::BallotsDoNotAddUp
        ) {
            places::open_ballots(place, context);
        } else {
            places::open(&place, context);
        }
    }
}

impl Screen for Findings {
    fn id(&self) -> &'static str {
        "findings"
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn why_not(&self, command: &'static str, session: &Session) -> Option<String> {
        let nothing = command == "findings.go" && self.listed().is_empty();
        nothing.then(|| text::none(session.language))
    }

    fn opened(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    fn shown_again(&mut self, context: &mut Context<'_>) {
        self.read(context);
    }

    fn organisation(&self) -> Option<String> {
        let listed = self.listed();
        let finding = listed.get(self.window.selected)?;
        finding.organisation.clone()
    }

    fn run(&mut self, command: &'static str, context: &mut Context<'_>) {
        match command {
            "findings.go" => self.go(context),
            "findings.filter" => {
                self.only_must = !self.only_must;
                self.window.step(0, self.listed().len());
                self.window.offset = 0;
            }
            "findings.refresh" => self.read(context),
            _ => {}
        }
    }

    fn step(&mut self, movement: Movement, context: &mut Context<'_>) {
        let page = view::page(context.session.size);
        self.window.go(movement, self.listed().len(), page);
    }

    fn escape(&mut self, _context: &mut Context<'_>) -> bool {
        std::mem::take(&mut self.only_must)
    }

    fn answered(
        &mut self,
        ticket: Ticket,
        answer: &Result<Reply, Failure>,
        context: &mut Context<'_>,
    ) -> bool {
        match answer {
            Ok(Reply::Findings(findings)) if self.reading == Some(ticket) => {
                let mut findings = findings.clone();
                // Stable: within a weight they stay in the order in which they were found.
                findings.sort_by_key(|finding| finding.weight);
                self.all = Some(findings);
                let page = view::page(context.session.size);
                self.window.follow(self.listed().len(), page);
                true
            }
            _ => false,
        }
    }

    fn header(&self, session: &Session) -> (String, String) {
        let language = session.language;
        let round = session.round_name().unwrap_or_default();
        let counted = text::counted(
            language,
            self.count(FindingWeight::Must),
            self.count(FindingWeight::Check),
            self.count(FindingWeight::Note),
        );
        (text::title(language, &round), counted)
    }

    fn view(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) -> Option<Position> {
        view::draw(self, session, area, canvas);
        None
    }
}
