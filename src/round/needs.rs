//! What has to be loaded before a command can be decided.

use std::collections::{BTreeSet, HashSet};

use super::{Command, Context, Need, Slice, What, Write, undo};
use crate::scheme::Effect;

/// From how many organisations on a file's cells are loaded all at once.
const MANY_ORGANISATIONS: usize = 64;

/// Up to how many writes by hand have their cells loaded one by one.
const FEW_WRITES: usize = 64;

/// What has to be loaded for a command, each part once and in a fixed order. Without a context
/// rather more than less. After loading, [`further_needs`] says whether there is more.
#[must_use]
pub fn needs(command: &Command, context: Option<&Context<'_>>) -> Vec<Need> {
    let mut found = BTreeSet::from([Need::Cell(What::Round, Vec::new())]);
    match command {
        Command::CreateRound(_) => {}
        Command::Write(writes) => {
            Gathering::of(writes, context).into_needs(writes, false, &mut found);
        }
        Command::Import { writes, .. } => {
            Gathering::of(writes, context).into_needs(writes, true, &mut found);
        }
        Command::Submit {
            organisation,
            party,
            rater,
            ..
        }
        | Command::Withdraw {
            organisation,
            party,
            rater,
        }
        | Command::Return {
            organisation,
            party,
            rater,
        } => {
            let sheet = vec![organisation.clone(), party.clone(), rater.clone()];
            let organisation = vec![organisation.clone()];
            found.insert(Need::Cell(What::Organisation, organisation.clone()));
            found.insert(Need::Cell(What::Sheet, sheet.clone()));
            found.insert(Need::Cell(What::Assignment, sheet.clone()));
            found.insert(Need::Under(What::Mark, sheet));
            found.insert(Need::Under(What::Veto, organisation.clone()));
            if matches!(command, Command::Submit { .. }) {
                let party = party.clone();
                found.insert(Need::Due { party });
            }
            if matches!(command, Command::Withdraw { .. }) {
                found.insert(Need::Cell(What::Tie, organisation));
            }
        }
        Command::Undo { .. } | Command::Redo { .. } => {
            let actor = context.map(|context| context.actor.to_owned());
            let actor = actor.unwrap_or_default();
            found.insert(Need::PastOperations { actor });
        }
    }
    found.into_iter().collect()
}

/// What has to be loaded besides, now that the first needs are: empty but for undo and redo.
/// A refusal to come is no need, so it is empty then too.
#[must_use]
pub fn further_needs(command: &Command, slice: &Slice) -> Vec<Need> {
    let past = slice.past().unwrap_or_default();
    let target = match command {
        Command::Undo { expect } => undo::undo_target(past, *expect),
        Command::Redo { expect } => undo::redo_target(past, *expect),
        _ => return Vec::new(),
    };
    let Ok(target) = target else {
        return Vec::new();
    };
    past.iter()
        .map(|operation| operation.seq)
        .filter(|seq| *seq >= target && slice.changes(*seq).is_none())
        .map(|seq| Need::Touched { seq })
        .collect()
}

/// What a list of writes touches.
#[derive(Default)]
struct Gathering<'a> {
    /// Organisations whose own cells are looked at.
    organisations: HashSet<&'a str>,
    parties: HashSet<&'a str>,
    whats: HashSet<What>,
    /// A veto that sets an item to 0 may complete sheets (V5).
    zeroing: HashSet<&'a str>,
}

impl<'a> Gathering<'a> {
    fn of(writes: &'a [Write], context: Option<&Context<'_>>) -> Self {
        let mut found = Self::default();
        for write in writes {
            found.whats.insert(write.what);
            let part = |position: usize| write.key.get(position).map(String::as_str);
            match write.what {
                What::Event => {
                    let record = write.record.as_ref();
                    let organisation = record.and_then(|record| record.first()?.as_deref());
                    found.organisations.extend(organisation);
                }
                What::Places => {
                    let cohort = part(0).filter(|cohort| !matches!(*cohort, "*" | "-"));
                    found.organisations.extend(cohort);
                }
                What::Round => {}
                _ => found.organisations.extend(part(0)),
            }
            if write.what == What::Mark {
                found.parties.extend(part(1));
            }
            if write.what == What::Veto && zeroes(part(1), context) {
                found.zeroing.extend(part(0));
            }
        }
        found
    }

    fn into_needs(self, writes: &[Write], by_file: bool, needs: &mut BTreeSet<Need>) {
        let has = |what| self.whats.contains(&what);
        let many = self.organisations.len() > MANY_ORGANISATIONS;
        if has(What::Organisation) {
            needs.insert(Need::All(What::Organisation));
            needs.insert(Need::InUse);
        } else if many {
            needs.insert(Need::All(What::Organisation));
        } else {
            for organisation in &self.organisations {
                let key = vec![(*organisation).to_owned()];
                needs.insert(Need::Cell(What::Organisation, key));
            }
        }
        for party in &self.parties {
            let party = (*party).to_owned();
            needs.insert(Need::Due { party });
        }
        if !by_file && writes.len() <= FEW_WRITES {
            // By hand nothing looks at whole sheets: they are submitted by an act of their own.
            for write in writes {
                single(write, needs);
            }
        } else {
            for what in &self.whats {
                self.whole(*what, many, needs);
            }
            if has(What::Mark) || has(What::Sheet) {
                for what in [What::Mark, What::Sheet, What::Assignment, What::Veto] {
                    self.whole(what, many, needs);
                }
            }
        }
        for organisation in &self.zeroing {
            for what in [What::Mark, What::Sheet, What::Veto] {
                needs.insert(if many {
                    Need::All(what)
                } else {
                    Need::Under(what, vec![(*organisation).to_owned()])
                });
            }
        }
    }

    /// All cells of a kind that belong to the organisations of the file.
    fn whole(&self, what: What, many: bool, needs: &mut BTreeSet<Need>) {
        if many || !what.is_of_organisation() {
            needs.insert(Need::All(what));
            return;
        }
        for organisation in &self.organisations {
            needs.insert(Need::Under(what, vec![(*organisation).to_owned()]));
        }
    }
}

/// What one write by hand looks at, besides its organisation.
fn single(write: &Write, needs: &mut BTreeSet<Need>) {
    needs.insert(Need::Cell(write.what, write.key.clone()));
    if write.what == What::Mark
        && let Some(sheet) = write.key.get(..3)
    {
        needs.insert(Need::Cell(What::Sheet, sheet.to_vec()));
        needs.insert(Need::Cell(What::Assignment, sheet.to_vec()));
    }
}

/// Whether a veto sets an item to 0; one that is not known is looked at rather than not.
fn zeroes(veto: Option<&str>, context: Option<&Context<'_>>) -> bool {
    let Some(context) = context else { return true };
    let scheme = context.plan.scheme();
    let found = scheme
        .vetoes
        .iter()
        .find(|known| Some(known.id.as_str()) == veto);
    found.is_some_and(|known| matches!(known.effect, Effect::Zero(_)))
}
