//! The steps from marks to what each party gives, in words.

use super::Teller;
use super::sentences::*;
use crate::number::{Decimal, Figure};
use crate::scheme::{Aggregate, BallotBase, Method, PartyIndex};
use crate::scoring::{LeftOut, Rule, Step};

impl Teller<'_> {
    pub(super) fn sheet(&self, step: &Step) -> String {
        let (scheme, language) = (self.scheme, self.language);
        match step {
            Step::Item {
                item: index, mark, ..
            } => {
                let found = scheme.item(*index);
                let id = scheme.short_id(*index);
                item(language, id, &found.title, *mark, found.points)
            }
            Step::NotApplicable { rule, item, .. } => {
                let (id, title) = (scheme.short_id(*item), &scheme.item(*item).title);
                match rule {
                    Rule::I9 => not_on_this_sheet(language, id, title),
                    _ => not_applicable(language, id, title),
                }
            }
            Step::Zeroed {
                veto, item, before, ..
            } => {
                let id = scheme.short_id(*item);
                let title = &scheme.item(*item).title;
                let was = match before {
                    Some(mark) => zeroed_from(language, *mark),
                    None => zeroed_from_nothing(language),
                };
                zeroed(language, id, title, &scheme.veto(*veto).id, was)
            }
            Step::SheetCategory {
                category,
                sum,
                full,
                not_applicable,
                score,
                ..
            } => {
                let category = scheme.category(*category);
                let (id, title) = (&category.id, &category.title);
                if not_applicable.is_zero() {
                    sheet_category(language, id, title, *score)
                } else {
                    sheet_category_scaled(language, id, title, *sum, *full, *not_applicable, *score)
                }
            }
            Step::SheetTotal {
                rater,
                sum,
                full,
                total,
                ..
            } if *full != scheme.marks => {
                sheet_total_scaled(language, rater, *sum, scheme.marks, *full, *total)
            }
            Step::SheetTotal { rater, total, .. } => sheet_total(language, rater, *total),
            Step::SheetLeftOut { rater, why, .. } => {
                let why = match why {
                    LeftOut::Incomplete { missing } => left_out_incomplete(language, *missing),
                    LeftOut::NotSubmitted => left_out_not_submitted(language),
                    LeftOut::Recused => left_out_recused(language),
                    LeftOut::NothingApplies => left_out_nothing_applies(language),
                };
                sheet_left_out(language, rater, why)
            }
            _ => String::new(),
        }
    }

    pub(super) fn party(&self, step: &Step) -> String {
        let (scheme, language) = (self.scheme, self.language);
        match step {
            Step::Gathered {
                party,
                aggregate,
                totals,
                left_out,
                score,
            } => self.gathered(
                self.party_title(*party),
                *aggregate,
                totals,
                *left_out,
                *score,
            ),
            Step::TooFewSheets {
                party,
                there,
                needed,
            } => too_few_sheets(language, self.party_title(*party), *there, *needed),
            Step::PartyCategory {
                party,
                category,
                score,
            } => {
                let category = scheme.category(*category);
                party_category(
                    language,
                    self.party_title(*party),
                    &category.id,
                    &category.title,
                    *score,
                )
            }
            _ => String::new(),
        }
    }

    pub(super) fn ballot(&self, step: &Step) -> String {
        let language = self.language;
        match step {
            Step::Question {
                party,
                question: position,
                sum,
                base,
                score,
            } => {
                let base = self.ballots(*party, *base);
                let title = self.question(*party, *position);
                let marks = self.scheme.marks;
                if marks == Decimal::whole(100) {
                    question(language, title, *sum, base, *score)
                } else {
                    question_scaled(language, title, *sum, base, marks, *score)
                }
            }
            Step::BallotScore {
                party,
                parts,
                score,
            } => self.ballot_score(*party, parts, *score),
            Step::TooFewBallots {
                party,
                question,
                returned,
                needed,
            } => {
                let question = self.question(*party, *question);
                too_few_ballots(
                    language,
                    self.party_title(*party),
                    question,
                    *returned,
                    *needed,
                )
            }
            Step::Satisfaction {
                party,
                satisfied,
                base,
                rate,
            } => satisfaction(language, self.party_title(*party), *satisfied, *base, *rate),
            _ => String::new(),
        }
    }

    /// What is divided by, and which ballots these are.
    fn ballots(&self, party: PartyIndex, count: u64) -> String {
        match &self.scheme.party(party).method {
            Method::Ballot(ballot) if ballot.base == BallotBase::Returned => {
                base_returned(self.language, count)
            }
            _ => base_valid(self.language, count),
        }
    }

    /// The questions by weight, where there are several.
    fn ballot_score(
        &self,
        party: PartyIndex,
        parts: &[(Decimal, Figure)],
        score: Figure,
    ) -> String {
        let title = self.party_title(party);
        if parts.len() < 2 {
            return ballot_score(self.language, title, score);
        }
        let mut weights = 0;
        let mut terms = Vec::new();
        for (weight, score) in parts {
            weights += weight.millionths();
            terms.push(format!("{score} × {weight}"));
        }
        let weights = Decimal::from_millionths(weights);
        ballot_score_weighted(self.language, title, terms.join(" + "), weights, score)
    }

    /// How many points of persons add how much (P6).
    fn link(&self, party: PartyIndex) -> (Decimal, Decimal) {
        match &self.scheme.party(party).method {
            Method::Ledger(ledger) => ledger
                .link
                .as_ref()
                .map_or_else(Default::default, |link| (link.every, link.add)),
            _ => Default::default(),
        }
    }

    pub(super) fn party_title(&self, party: PartyIndex) -> &str {
        &self.scheme.party(party).title
    }

    fn question(&self, party: PartyIndex, position: u16) -> &str {
        match &self.scheme.party(party).method {
            Method::Ballot(ballot) => ballot
                .questions
                .get(usize::from(position))
                .map_or("", |question| question.title.as_str()),
            _ => "",
        }
    }

    fn gathered(
        &self,
        party: &str,
        aggregate: Aggregate,
        totals: &[Figure],
        left_out: u32,
        score: Figure,
    ) -> String {
        let language = self.language;
        let joined = |figures: &[Figure], separator: &str| {
            figures
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(separator)
        };
        if totals.len() == 1 {
            return gathered_one(language, party, score);
        }
        let edge = left_out as usize;
        let inner = totals
            .get(edge..totals.len().saturating_sub(edge))
            .unwrap_or_default();
        match aggregate {
            Aggregate::Median => {
                let separator = left_out_of_list(language);
                gathered_median(language, party, joined(totals, &separator), score)
            }
            Aggregate::Trimmed { .. } if left_out > 0 => gathered_trimmed(
                language,
                party,
                left_out,
                joined(inner, " + "),
                inner.len(),
                score,
            ),
            _ => gathered_mean(language, party, joined(totals, " + "), totals.len(), score),
        }
    }

    pub(super) fn ledger(&self, step: &Step) -> String {
        let (scheme, language) = (self.scheme, self.language);
        match step {
            Step::LedgerItem {
                member,
                item,
                points,
                limited,
                ..
            } => {
                let item = scheme.item(*item);
                let who = member
                    .as_ref()
                    .map_or_else(String::new, |name| ledger_who(language, name));
                ledger_item(
                    language,
                    who,
                    &item.id,
                    &item.title,
                    *points,
                    self.limit(*limited),
                )
            }
            Step::LedgerPerson {
                member: (_, name),
                points,
                pooled: true,
                ..
            } => person_pooled(language, name, *points),
            Step::LedgerPerson {
                member: (_, name),
                points,
                ..
            } => person_not_linked(language, name, *points),
            Step::Linked {
                party,
                member,
                points,
                adds,
            } => {
                let (every, add) = self.link(*party);
                match member {
                    Some((_, name)) => linked_person(language, name, *points, every, add, *adds),
                    None => linked_pooled(language, *points, every, add, *adds),
                }
            }
            Step::LedgerPoints {
                party,
                own,
                linked,
                points,
            } => ledger_points(
                language,
                &scheme.party(*party).title,
                *own,
                *linked,
                *points,
            ),
            _ => String::new(),
        }
    }

    pub(super) fn limit(&self, limited: bool) -> String {
        if limited {
            at_its_limit(self.language)
        } else {
            String::new()
        }
    }
}
