//! The decision on a tie: the order, then why and by which document.

use super::model::Ranking;
use super::order::Order;
use crate::round::{Command, FieldForm, TieRecord, What, Write};
use crate::text::ranking as text;
use crate::tui::ask::{Form, Line};
use crate::tui::screen::Context;

/// What the questions are called in their answers.
pub(super) const ORDER: &str = "tie order";
pub(super) const REASON: &str = "tie reason";

impl Ranking {
    pub(super) fn ask_order(&self, context: &mut Context<'_>) {
        let equals = self.equals(context.session);
        let named = |position: &usize| {
            let row = self.result(*position)?;
            Some((row.organisation.clone(), row.name.clone()))
        };
        context.push(Order::new(ORDER, equals.iter().filter_map(named).collect()));
    }

    /// Begins to decide that organisations stand in this order.
    pub(super) fn begin_decision(&mut self, codes: Vec<String>, context: &mut Context<'_>) {
        self.picked = codes;
        self.decision = Default::default();
        self.ask_reason(context);
    }

    /// Asks for reason and document, with what has been typed already.
    pub(super) fn ask_reason(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let names: Vec<&str> = self.picked.iter().map(|code| self.names.of(code)).collect();
        let order = names.join(&text::separator(language));
        let intro = vec![
            text::reason_intro(language, &order),
            text::reason_final(language),
        ];
        let [reason, document] = &self.decision;
        let lines = vec![
            Line::new(text::field_reason(language), reason, true).of(FieldForm::Note, "reason"),
            Line::new(text::field_document(language), document, true)
                .of(FieldForm::Name, "document"),
        ];
        let title = text::reason_title(language);
        context.push(Form::new(REASON, title, intro, lines));
    }

    pub(super) fn decide(&mut self, texts: &[String], context: &mut Context<'_>) {
        let language = context.session.language;
        let [reason, document] = texts else {
            return;
        };
        self.decision = [reason.clone(), document.clone()];
        let reason = text::reason_and_document(language, reason, document);
        let codes = &self.picked;
        let writes = codes.iter().zip(1_u32..).map(|(code, order)| Write {
            what: What::Tie,
            key: vec![code.clone()],
            record: Some(
                TieRecord {
                    order,
                    reason: Some(reason.clone()),
                }
                .write(),
            ),
            seen: Some(self.ties.get(code).map_or(0, |decided| decided.revision)),
            row: None,
        });
        let command = Command::Write(writes.collect());
        let said = text::decided(language, codes.len());
        self.writing.apply(command, Some(reason), said, context);
    }
}
