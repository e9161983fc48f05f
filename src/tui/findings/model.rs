//! What the list of findings knows.

use super::go::Target;
use crate::office::{Finding, FindingKind, FindingWeight, grouped};
use crate::tui::list::{Keyed, List};
use crate::tui::message::Ticket;

/// The findings of the open round.
#[derive(Debug, Default)]
pub struct Findings {
    /// None: not yet read.
    pub(super) all: Option<Vec<Finding>>,
    /// How many there are of each weight, the heaviest first.
    pub(super) counted: [usize; 3],
    pub(super) rows: List<Row>,
    pub(super) sieve: Sieve,
    /// What the question of the filter offered.
    pub(super) offered: Vec<Sieve>,
    /// The group that is open; the others are out of sight.
    pub(super) group: Option<Row>,
    /// A sheet in another's name, until the person has said yes to that name.
    pub(super) target: Option<Target>,
    pub(super) reading: Option<Ticket>,
}

/// A line of the list: one finding, or many that say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The first of them.
    pub finding: Finding,
    pub count: usize,
    /// Organisations of the first ones.
    pub names: Vec<String>,
}

/// Codes that tell one row from the others; whether it is a group.
type RowKey = (FindingKind, [Option<String>; 5], bool);

impl Keyed for Row {
    type Key = RowKey;

    fn key(&self) -> RowKey {
        let of = &self.finding;
        let is_group = self.count > 1;
        // A group stays the same when its first member goes.
        let alone = |code: &Option<String>| code.clone().filter(|_| !is_group);
        let codes = [
            alone(&of.organisation),
            of.party.clone(),
            of.rater.clone(),
            alone(&of.item),
            alone(&of.facts.first().cloned()),
        ];
        (of.kind, codes, is_group)
    }
}

impl Row {
    /// Whether the row stands for more than one finding.
    pub fn is_group(&self) -> bool {
        self.count > 1
    }

    fn new(all: &[Finding], members: &[usize]) -> Option<Self> {
        let members = || members.iter().filter_map(|position| all.get(*position));
        let mut finding = members().next()?.clone();
        let is_one = |rater: &Option<String>| members().all(|other| other.rater == *rater);
        if !is_one(&finding.rater) {
            finding.rater = None;
        }
        let names = members().filter_map(crate::text::finding::named);
        Some(Self {
            finding,
            count: members().count(),
            names: names.take(12).collect(),
        })
    }
}

/// Which findings are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sieve {
    #[default]
    All,
    Weight(FindingWeight),
    Kind(FindingWeight, FindingKind),
}

impl Sieve {
    pub fn passes(self, finding: &Finding) -> bool {
        match self {
            Self::All => true,
            Self::Weight(weight) => finding.weight == weight,
            Self::Kind(weight, kind) => finding.weight == weight && finding.kind == kind,
        }
    }
}

impl Findings {
    fn all(&self) -> &[Finding] {
        self.all.as_deref().unwrap_or_default()
    }

    /// How many findings a filter lets through.
    pub(super) fn count(&self, sieve: Sieve) -> usize {
        let passing = self.all().iter().filter(|finding| sieve.passes(finding));
        passing.count()
    }

    /// Takes what was read.
    pub(super) fn take(&mut self, findings: Vec<Finding>) {
        self.all = Some(findings);
        let weights = [
            FindingWeight::Must,
            FindingWeight::Check,
            FindingWeight::Note,
        ];
        self.counted = weights.map(|weight| self.count(Sieve::Weight(weight)));
        self.arrange();
    }

    /// Everything, each weight that there is, and within it each kind.
    pub(super) fn sieves(&self) -> Vec<Sieve> {
        let mut kinds: Vec<_> = self
            .all()
            .iter()
            .map(|finding| (finding.weight, finding.kind))
            .collect();
        kinds.sort();
        kinds.dedup();
        let mut sieves = vec![Sieve::All];
        for (weight, kind) in kinds {
            if !sieves.contains(&Sieve::Weight(weight)) {
                sieves.push(Sieve::Weight(weight));
            }
            sieves.push(Sieve::Kind(weight, kind));
        }
        sieves
    }

    /// Lists what passes the filter, with the same row under the hand; inside a group its
    /// members.
    pub(super) fn arrange(&mut self) {
        let all: Vec<Finding> = self
            .all()
            .iter()
            .filter(|finding| self.sieve.passes(finding))
            .cloned()
            .collect();
        let groups = grouped(&all);
        let rows = groups.iter().filter_map(|members| Row::new(&all, members));
        let open = self.group.as_ref().map(Row::key);
        let inside = open.and_then(|open| {
            let same = |members: &&Vec<usize>| {
                Row::new(&all, members).is_some_and(|row| row.key() == open)
            };
            groups.iter().find(same)
        });
        let rows: Vec<Row> = match inside {
            Some(members) => members
                .iter()
                .filter_map(|position| Row::new(&all, &[*position]))
                .collect(),
            None => {
                self.group = None;
                rows.collect()
            }
        };
        self.rows.arrange(rows);
    }

    /// Lists the members of the group under the hand.
    pub(super) fn enter_group(&mut self) {
        self.group = self.rows.selected().cloned();
        self.rows.begin();
        self.arrange();
        self.rows.begin();
    }

    /// Back to the groups, on the one that was open. False where none was.
    pub(super) fn leave_group(&mut self) -> bool {
        let Some(group) = self.group.take() else {
            return false;
        };
        self.arrange();
        self.rows.select(&group.key());
        true
    }
}
