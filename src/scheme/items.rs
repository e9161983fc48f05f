//! `[[category]]` and `[[category.item]]`

use super::fault::{GoesWith, ItemFault, List};
use super::grading::RuleName;
use super::head::Head;
use super::model::{Category, CategoryIndex, Item, ItemRule};
use super::names::{Named, Names, Register, flags};
use super::parties::{MethodName, Parties, Sort};
use super::read::{Table, check_decimals, flag, misplaced, text};
use super::rules;
use super::tracks::Tracks;
use crate::diagnose::{Located, Place};
use crate::number::Decimal;

/// A category, with what of it could be read.
pub(super) struct CategoryDraft {
    pub category: Category,
    pub place: Place,
    pub tracks: Option<Vec<bool>>,
    pub pass: Option<Located<Decimal>>,
}

/// An item, with what of it could be read.
pub(super) struct ItemDraft {
    pub item: Item,
    pub points: Option<Located<Decimal>>,
    pub tracks: Option<Vec<bool>>,
}

/// The categories and items of a scheme.
pub(super) struct Items {
    pub categories: Vec<CategoryDraft>,
    pub items: Vec<ItemDraft>,
    pub category_names: Names,
    pub item_names: Names,
}

/// What an item is read against.
pub(super) struct Context<'a> {
    pub head: &'a Head,
    pub tracks: &'a Tracks,
    pub parties: &'a Parties,
    pub rule: Option<RuleName>,
    pub sort: Sort,
}

impl Items {
    pub fn read(root: &Table, context: &Context) -> Self {
        let mut categories = Vec::new();
        let mut items = Vec::new();
        let mut names = Register::new(List::Categories);
        let mut item_names = Register::new(List::Items);
        for table in root.tables("category") {
            let named = Named::read(&table);
            names.add(table.document(), &named);
            let index = CategoryIndex::at(categories.len());
            let draft = read_category(&table, &named, context);
            for item in table.tables("item") {
                let named = Named::read(&item);
                item_names.add(item.document(), &named);
                items.push(read_item(item, &named, (index, &draft), context));
            }
            categories.push(draft);
            table.finish();
        }
        Self {
            categories,
            items,
            category_names: names.finish(),
            item_names: item_names.finish(),
        }
    }

    /// The items of a category.
    pub fn of_category(&self, category: CategoryIndex) -> impl Iterator<Item = &ItemDraft> {
        let of = move |draft: &&ItemDraft| draft.item.category == category;
        self.items.iter().filter(of)
    }
}

fn read_category(table: &Table, named: &Named, context: &Context) -> CategoryDraft {
    let count = context.tracks.count();
    let tracks = flags(table, "tracks", &context.tracks.names, count);
    let pass = match context.rule {
        Some(RuleName::Stars) => {
            let value = table.required("pass");
            value.and_then(|value| value.decimal_within(Some(Decimal::ZERO), None))
        }
        Some(_) => {
            misplaced(table, &["pass"], GoesWith::GradingRule("stars"));
            None
        }
        None => table.optional("pass").and_then(|value| value.decimal()),
    };
    CategoryDraft {
        category: Category {
            id: named.id(),
            title: named.title(),
            lead: text(table, "lead"),
            pass: pass.as_ref().map(|pass| pass.value),
            tracks: tracks.clone().unwrap_or_else(|| vec![true; count]),
        },
        place: table.place().clone(),
        tracks,
        pass,
    }
}

fn read_item(
    table: Table,
    named: &Named,
    (category, draft): (CategoryIndex, &CategoryDraft),
    context: &Context,
) -> ItemDraft {
    let count = context.tracks.count();
    let own = flags(&table, "tracks", &context.tracks.names, count);
    let tracks = both(own.as_deref(), draft.tracks.as_deref());
    let (points, rule) = read_rule(&table, context);
    let item = Item {
        id: named.id(),
        title: named.title(),
        category,
        points: points
            .as_ref()
            .map(|points| points.value)
            .unwrap_or_default(),
        rule,
        tracks: tracks.clone().unwrap_or_else(|| vec![true; count]),
        parties: read_parties(&table, context),
        optional: flag(&table, "optional"),
        evidence: flag(&table, "evidence"),
        reason_below_full: flag(&table, "reason_below_full"),
        standard: text(&table, "standard"),
        check: text(&table, "check"),
    };
    table.finish();
    ItemDraft {
        item,
        points,
        tracks,
    }
}

/// The tracks that both the item and its category have, where both are known.
fn both(item: Option<&[bool]>, category: Option<&[bool]>) -> Option<Vec<bool>> {
    let pairs = item?.iter().zip(category?);
    Some(pairs.map(|(item, category)| *item && *category).collect())
}

/// Full marks and rule; a ledger's item has no full marks.
fn read_rule(table: &Table, context: &Context) -> (Option<Located<Decimal>>, ItemRule) {
    let ledger = match context.sort {
        Sort::Ledger => true,
        Sort::Sheets | Sort::Neither => false,
        Sort::Unknown => !table.has("points") && (table.has("each") || table.has("range")),
    };
    let decimals = context.head.decimals;
    if ledger {
        misplaced(table, &rules::SHEET_KEYS, GoesWith::SheetItem);
        return (None, rules::read_ledger(table, decimals));
    }
    misplaced(table, &rules::LEDGER_KEYS, GoesWith::LedgerItem);
    let points = read_points(table, decimals);
    let rule = rules::read_sheet(table, points.as_ref(), decimals);
    (points, rule)
}

/// Above 0, and for a direct mark not finer than what the scheme prints (I1).
fn read_points(table: &Table, decimals: Option<u8>) -> Option<Located<Decimal>> {
    let points = table.required("points")?.decimal()?;
    if points.value <= Decimal::ZERO {
        table
            .document()
            .fault(&points.place, ItemFault::PointsNotPositive);
        return None;
    }
    let direct = rules::is_direct(table);
    (!direct || check_decimals(table.document(), &points, decimals)).then_some(points)
}

/// On whose sheets the item stands (I9): by default every sheet party's, and the ledger's.
fn read_parties(table: &Table, context: &Context) -> Vec<bool> {
    let parties = context.parties;
    let count = parties.list.len();
    let holds_items = |position: usize| {
        let method = parties.method(position);
        matches!(method, Some(MethodName::Sheet | MethodName::Ledger))
    };
    let Some(value) = table
        .optional("parties")
        .filter(|_| context.sort != Sort::Ledger)
    else {
        return (0..count).map(holds_items).collect();
    };
    for wanted in value.elements().unwrap_or_default() {
        if !matches!(wanted.found(), crate::diagnose::Type::Text) {
            continue;
        }
        let Some(name) = wanted.text() else { continue };
        let position = parties.names.position(&name.value);
        let other = position.and_then(|position| parties.method(position));
        if other.is_some_and(|method| method != MethodName::Sheet) {
            let party = name.value.clone();
            table
                .document()
                .fault(&name.place, ItemFault::ItemForOtherParty { party });
        }
    }
    flags(table, "parties", &parties.names, count).unwrap_or_else(|| vec![true; count])
}
