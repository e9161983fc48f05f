//! `[[veto]]`

use super::fault::{GoesWith, List, OutcomeFault};
use super::grading::RuleName;
use super::items::Items;
use super::levels::Levels;
use super::model::{CategoryIndex, Condition, Effect, ItemIndex, LevelIndex, PartyIndex, Veto};
use super::names::{Named, Names, Register};
use super::parties::{MethodName, Parties, Sort};
use super::read::{Table, demand, misplaced, text};
use crate::diagnose::Located;

const EFFECTS: [&str; 7] = ["cap", "demote", "hold", "unrated", "zero", "strike", "warn"];
const SUBJECTS: [&str; 5] = ["party", "satisfaction", "category", "item", "streak"];

/// What a veto may refer to.
pub(super) struct Context<'a> {
    pub parties: &'a Parties,
    pub items: &'a Items,
    pub levels: &'a Levels,
    pub rule: Option<RuleName>,
    pub sort: Sort,
}

/// Reads the list of vetoes.
pub(super) fn read(root: &Table, context: &Context) -> Vec<Veto> {
    let mut register = Register::new(List::Vetoes);
    let mut vetoes = Vec::new();
    for table in root.tables("veto") {
        let named = Named::read(&table);
        register.add(table.document(), &named);
        let (effect, key) = read_effect(&table, context);
        let when = read_when(&table, key, context);
        vetoes.push(Veto {
            id: named.id(),
            title: named.title(),
            from: text(&table, "from"),
            when,
            effect: effect.unwrap_or(Effect::Unrated),
        });
        table.finish();
    }
    vetoes
}

/// The one effect, and its key; none and two are told.
fn read_effect(table: &Table, context: &Context) -> (Option<Effect>, Option<&'static str>) {
    let keys: Vec<&'static str> = EFFECTS.into_iter().filter(|key| table.has(key)).collect();
    let document = table.document();
    match keys.as_slice() {
        [] => {
            document.fault(table.place(), OutcomeFault::NoEffect);
            (None, None)
        }
        [key] => (read_one_effect(table, key, context), Some(key)),
        [_, second, ..] => {
            if let Some(place) = table.key(second) {
                document.fault(&place, OutcomeFault::SeveralEffects(keys.clone()));
            }
            for key in &keys {
                let _ = read_one_effect(table, key, context);
            }
            (None, None)
        }
    }
}

fn read_one_effect(table: &Table, key: &'static str, context: &Context) -> Option<Effect> {
    let document = table.document();
    let value = table.optional(key)?;
    let position = |names: &Names| names.resolve(document, &value.text()?);
    match key {
        "cap" => {
            let level = position(&context.levels.names)?;
            if level == 0 && !document.lost_header() {
                document.warn(value.place(), OutcomeFault::CapAtTop);
            }
            Some(Effect::Cap(LevelIndex::at(level)))
        }
        "demote" => {
            let levels = value.whole(1..=u32::from(u16::MAX))?.value;
            Some(Effect::Demote(u16::try_from(levels).ok()?))
        }
        "zero" => {
            if context.sort == Sort::Ledger {
                misplaced(table, &["zero"], GoesWith::Methods(&["sheet"]));
            }
            Some(Effect::Zero(ItemIndex::at(position(
                &context.items.item_names,
            )?)))
        }
        "strike" => {
            if context.rule.is_some_and(|rule| rule != RuleName::Stars) {
                misplaced(table, &["strike"], GoesWith::GradingRule("stars"));
            }
            let category = position(&context.items.category_names)?;
            Some(Effect::Strike(CategoryIndex::at(category)))
        }
        "warn" => Some(Effect::Warn(value.text()?.value)),
        "hold" | "unrated" => {
            let set = value.boolean()?;
            // `hold = false` does nothing, so the veto would have no effect.
            demand(document, set.value, &set.place, OutcomeFault::NoEffect);
            let hold = key == "hold";
            Some(if hold { Effect::Hold } else { Effect::Unrated })
        }
        _ => None,
    }
}

/// V9
fn read_when(table: &Table, effect: Option<&str>, context: &Context) -> Option<Condition> {
    let value = table.optional("when")?;
    let document = table.document();
    if effect == Some("zero") {
        document.fault(value.place(), OutcomeFault::WhenWithZero);
    }
    let when = value.table()?;
    let streak = when.has("streak");
    if streak && effect.is_some_and(|effect| effect != "warn") {
        document.fault(value.place(), OutcomeFault::StreakWithoutWarn);
    }
    let subjects: Vec<&'static str> = SUBJECTS.into_iter().filter(|key| when.has(key)).collect();
    let condition = if let [subject] = subjects.as_slice() {
        read_condition(&when, subject, context)
    } else {
        document.fault(value.place(), OutcomeFault::ConditionForm);
        for key in ["below", "years"] {
            let _ = when.optional(key);
        }
        None
    };
    when.finish();
    condition
}

fn read_condition(when: &Table, subject: &'static str, context: &Context) -> Option<Condition> {
    let wanted = when.optional(subject).and_then(|value| value.text());
    if subject == "streak" {
        return read_streak(when, wanted, context);
    }
    let below = when.required("below").and_then(|value| value.decimal());
    let wanted = wanted?;
    let document = when.document();
    if context.sort == Sort::Ledger && matches!(subject, "category" | "item") {
        misplaced(when, &[subject], GoesWith::Methods(&["sheet"]));
    }
    let names = match subject {
        "category" => &context.items.category_names,
        "item" => &context.items.item_names,
        _ => &context.parties.names,
    };
    let position = names.resolve(document, &wanted)?;
    let below = below?.value;
    Some(match subject {
        "category" => Condition::Category {
            category: CategoryIndex::at(position),
            below,
        },
        "item" => Condition::Item {
            item: ItemIndex::at(position),
            below,
        },
        "satisfaction" => {
            let method = context.parties.method(position);
            let ballot = method.is_none_or(|method| method == MethodName::Ballot);
            let party = wanted.value;
            demand(
                document,
                ballot,
                &wanted.place,
                OutcomeFault::NotABallot { party },
            );
            Condition::Satisfaction {
                party: PartyIndex::at(position),
                below,
            }
        }
        _ => Condition::Party {
            party: PartyIndex::at(position),
            below,
        },
    })
}

fn read_streak(
    when: &Table,
    wanted: Option<Located<String>>,
    context: &Context,
) -> Option<Condition> {
    let years = when
        .required("years")
        .and_then(|value| value.whole(1..=100));
    let level = context.levels.names.resolve(when.document(), &wanted?)?;
    Some(Condition::Streak {
        level: LevelIndex::at(level),
        years: u16::try_from(years?.value).ok()?,
    })
}
