//! Which table keeps which cells, and the statements that read and write it.

use std::sync::LazyLock;

use crate::round::What;

/// So many rows go into a table by one statement where there are many: beginning and ending a
/// statement costs about as much as a row.
pub(super) const MANY: usize = 32;

/// How a text of a cell stands in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// A whole number in its shortest form.
    Integer,
    /// 1 for `yes`, 0 for absent.
    Flag,
}

/// The table of one kind of cell.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) what: What,
    /// Columns of the key, then of the record, in the order of [`What::key_parts`] and
    /// [`What::fields`].
    pub(super) key: Vec<(&'static str, Kind)>,
    pub(super) fields: Vec<(&'static str, Kind)>,
    pub(super) insert: String,
    /// The same for [`MANY`] cells at once.
    pub(super) insert_many: String,
    pub(super) update: String,
    /// Reading cells whose key begins with so many parts; cells that are no more come along.
    pub(super) select: Vec<String>,
    /// The columns that all of these read.
    pub(super) columns: String,
    /// Whether the round has any cell of this kind.
    pub(super) any: String,
}

impl Table {
    fn new(what: What) -> Self {
        let key: Vec<_> = what
            .key_parts()
            .iter()
            .map(|part| {
                (
                    *part,
                    if *part == "year" {
                        Kind::Integer
                    } else {
                        Kind::Text
                    },
                )
            })
            .collect();
        let fields: Vec<_> = what
            .fields()
            .iter()
            .map(|field| (column(what, field), kind(field)))
            .collect();
        let name = name(what);
        Self {
            insert: insert(what, name, &key, &fields, 1),
            insert_many: insert(what, name, &key, &fields, MANY),
            update: update(what, name, &key, &fields),
            select: (0..=key.len())
                .map(|given| select(what, name, &key, &fields, given))
                .collect(),
            columns: read_columns(&key, &fields),
            any: format!("SELECT 1 FROM {name} WHERE {} = ?1 LIMIT 1", owner(what)),
            what,
            key,
            fields,
        }
    }

    /// The table of a kind of cell.
    pub(super) fn of(what: What) -> &'static Self {
        static TABLES: LazyLock<Vec<Table>> =
            LazyLock::new(|| What::ALL.into_iter().map(Table::new).collect());
        &TABLES[what as usize]
    }
}

/// The column that names the round.
const fn owner(what: What) -> &'static str {
    match what {
        What::Round => "number",
        _ => "round",
    }
}

pub(super) const fn name(what: What) -> &'static str {
    match what {
        What::Organisation => "round_organisation",
        What::Level => "level_history",
        other => other.word(),
    }
}

/// `order` is a word of SQL.
fn column(what: What, field: &'static str) -> &'static str {
    match (what, field) {
        (What::Tie, "order") => "decided_order",
        (_, other) => other,
    }
}

fn kind(field: &str) -> Kind {
    match field {
        "year" | "position" | "count" | "places" | "order" | "seen" => Kind::Integer,
        "flagged" | "imported" => Kind::Flag,
        _ => Kind::Text,
    }
}

fn columns(of: &[(&'static str, Kind)]) -> impl Iterator<Item = String> {
    of.iter().map(|(column, _)| (*column).to_owned())
}

/// Parameters: round, key, fields, removed, revision, written; for organisations the uid and for
/// a round its name at the end. Those of a further row follow.
fn insert(
    what: What,
    name: &str,
    key: &[(&'static str, Kind)],
    fields: &[(&'static str, Kind)],
    rows: usize,
) -> String {
    let mut all = vec![owner(what).to_owned()];
    all.extend(columns(key).chain(columns(fields)));
    all.extend(["removed", "revision", "written"].map(str::to_owned));
    match what {
        What::Round => all.push("name".to_owned()),
        What::Organisation => all.push("uid".to_owned()),
        _ => {}
    }
    format!(
        "INSERT INTO {name} ({}) VALUES {}",
        all.join(", "),
        values(all.len(), rows)
    )
}

/// Parameters for so many rows of so many columns: `(?1, ?2), (?3, ?4)`.
pub(super) fn values(columns: usize, rows: usize) -> String {
    let row = |row: usize| {
        let first = row * columns + 1;
        let marks: Vec<_> = (first..first + columns)
            .map(|number| format!("?{number}"))
            .collect();
        format!("({})", marks.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

/// Parameters: as for [`insert`], without the last, and then the revision that is replaced.
fn update(
    what: What,
    name: &str,
    key: &[(&'static str, Kind)],
    fields: &[(&'static str, Kind)],
) -> String {
    let after_key = 2 + key.len();
    let written = columns(fields)
        .chain(["removed", "revision", "written"].map(str::to_owned))
        .enumerate()
        .map(|(at, column)| format!("{column} = ?{}", after_key + at))
        .collect::<Vec<_>>();
    let revision = after_key + fields.len() + 3;
    format!(
        "UPDATE {name} SET {} WHERE {} AND revision = ?{revision}",
        written.join(", "),
        whose(what, key)
    )
}

fn read_columns(key: &[(&'static str, Kind)], fields: &[(&'static str, Kind)]) -> String {
    let all: Vec<_> = columns(key)
        .chain(columns(fields))
        .chain(["removed", "revision", "written"].map(str::to_owned))
        .collect();
    all.join(", ")
}

fn whose(what: What, key: &[(&'static str, Kind)]) -> String {
    let mut conditions = vec![format!("{} = ?1", owner(what))];
    conditions.extend(
        columns(key)
            .enumerate()
            .map(|(at, column)| format!("{column} = ?{}", at + 2)),
    );
    conditions.join(" AND ")
}

fn select(
    what: What,
    name: &str,
    key: &[(&'static str, Kind)],
    fields: &[(&'static str, Kind)],
    given: usize,
) -> String {
    let order: Vec<_> = std::iter::once(owner(what).to_owned())
        .chain(columns(key))
        .collect();
    format!(
        "SELECT {} FROM {name} WHERE {} ORDER BY {}",
        read_columns(key, fields),
        whose(what, key.get(..given).unwrap_or(key)),
        order.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_a_kind_is_found_by_it() {
        for what in What::ALL {
            assert_eq!(Table::of(what).what, what);
        }
    }
}
