//! Why something was not done, and what to do then: sentences for refusals and troubles, and for
//! what is wrong with a book.

use super::scoring_screen::{item_name, overall_mark};
use super::{Language, cell_kind, field, journal, operation_kind, part};
use crate::office::{BookFault, Failure, Trouble};
use crate::round::{EventWait, Refusal};
use crate::scheme::Scheme;
use crate::scoring::EntryRefusal;

mod sentences;

pub use sentences::*;

/// Why an entry breaks its item's rule (I8).
#[must_use]
pub fn entry(language: Language, refusal: &EntryRefusal) -> String {
    match refusal {
        EntryRefusal::OutOfRange { points } => entry_out_of_range(language, &points.to_string()),
        EntryRefusal::NotAMultiple { step } => entry_not_a_multiple(language, &step.to_string()),
        EntryRefusal::TooFine { decimals } => entry_too_fine(language, *decimals),
        EntryRefusal::NotANumber => entry_not_a_number(language),
        EntryRefusal::TooLong { places } => entry_too_long(language, *places),
        EntryRefusal::NotCounts => entry_not_counts(language),
        EntryRefusal::UnknownDeduction { name } => entry_unknown_deduction(language, name),
        EntryRefusal::DeductionTwice { name } => entry_deduction_twice(language, name),
        EntryRefusal::UnknownOption { name } => entry_unknown_option(language, name),
        EntryRefusal::NotOptional => entry_not_optional(language),
    }
}

/// A refusal with names in place of codes and ids, before its sentence is made. `organisation`
/// knows the names of organisations.
#[must_use]
pub fn named(
    scheme: &Scheme,
    language: Language,
    organisation: &dyn Fn(&str) -> String,
    refusal: &Refusal,
) -> Refusal {
    let mut named = refusal.clone();
    name(scheme, language, organisation, &mut named);
    named
}

/// The same of a failure; a trouble names nothing of the round.
#[must_use]
pub fn failure_named(
    scheme: &Scheme,
    language: Language,
    organisation: &dyn Fn(&str) -> String,
    failure: &Failure,
) -> Failure {
    match failure {
        Failure::Refusal(why) => Failure::Refusal(named(scheme, language, organisation, why)),
        trouble => trouble.clone(),
    }
}

fn name(
    scheme: &Scheme,
    language: Language,
    organisation: &dyn Fn(&str) -> String,
    refusal: &mut Refusal,
) {
    let place = |code: &mut String| *code = organisation(code);
    let title = |id: &mut String| {
        if let Some(found) = scheme.find_party(id) {
            id.clone_from(&scheme.party(found).title);
        }
    };
    let item = |id: &mut String| match scheme.find_item(id) {
        Some(found) => *id = item_name(scheme, found),
        None if id == "*" => *id = overall_mark(language),
        None => {}
    };
    match refusal {
        Refusal::NotRated { organisation }
        | Refusal::OrganisationInUse { organisation }
        | Refusal::OwnOrganisation { organisation, .. } => place(organisation),
        Refusal::Parent {
            organisation,
            parent,
            ..
        } => {
            place(organisation);
            place(parent);
        }
        Refusal::WrongMethod { party } | Refusal::UnknownRater { party, .. } => title(party),
        Refusal::PartyNotOnTrack {
            organisation,
            party,
        }
        | Refusal::Recused {
            organisation,
            party,
            ..
        }
        | Refusal::NotDue {
            organisation,
            party,
            ..
        }
        | Refusal::SheetSubmitted {
            organisation,
            party,
            ..
        }
        | Refusal::SheetNotSubmitted {
            organisation,
            party,
            ..
        }
        | Refusal::UsedByDecision {
            organisation,
            party,
            ..
        }
        | Refusal::KeptBack {
            organisation,
            party,
            ..
        } => {
            place(organisation);
            title(party);
        }
        Refusal::ItemNotOnSheet {
            organisation,
            party,
            item: of,
        } => {
            place(organisation);
            title(party);
            item(of);
        }
        Refusal::SheetIncomplete {
            organisation,
            party,
            missing,
            ..
        } => {
            place(organisation);
            title(party);
            for id in missing {
                if let Some(found) = scheme.find_item(id) {
                    *id = scheme.short_id(found).to_owned();
                }
            }
        }
        Refusal::Entry { item: of, .. } => item(of),
        Refusal::Twice { what, key } | Refusal::ChangedSince { what, key, .. } => {
            journal::name_key(scheme, language, *what, key, organisation);
        }
        Refusal::Conflict(found) => {
            let what = found.what;
            journal::name_key(scheme, language, what, &mut found.key, organisation);
            for record in [&mut found.theirs, &mut found.mine].into_iter().flatten() {
                journal::name_record(scheme, language, what, record, organisation);
            }
        }
        Refusal::Rows(rows) => {
            for (_, why) in rows {
                name(scheme, language, organisation, why);
            }
        }
        _ => {}
    }
}

/// Which rule says no, as a sentence.
#[must_use]
pub fn refusal(language: Language, refusal: &Refusal) -> String {
    match refusal {
        Refusal::UnknownRound { round } => unknown_round(language, round),
        Refusal::RoundExists { round } => round_exists(language, round),
        Refusal::SchemeFaults { count } => scheme_faults(language, *count),
        Refusal::RoundClosed => round_closed(language),
        Refusal::Unknown { what, code } => unknown_part(language, part(language, *what), code),
        Refusal::NotRated { organisation } => not_rated(language, organisation),
        Refusal::PartyNotOnTrack {
            organisation,
            party,
        } => party_not_on_track(language, organisation, party),
        Refusal::ItemNotOnSheet {
            organisation,
            party,
            item,
        } => item_not_on_sheet(language, organisation, party, item),
        Refusal::WrongMethod { party } => wrong_method(language, party),
        Refusal::Entry {
            item,
            entry: text,
            why,
        } => entry_refused(language, item, text, &entry(language, why)),
        Refusal::Twice { what, key } => {
            twice(language, cell_kind(language, *what), &key.join(" · "))
        }
        Refusal::Field { field: name, value } => bad_field(language, field(language, name), value),
        Refusal::Missing { field: name } => missing_field(language, field(language, name)),
        Refusal::OwnOrganisation {
            organisation,
            rater,
        } => own_organisation(language, organisation, rater),
        Refusal::Parent {
            organisation,
            parent,
            circle: false,
        } => no_parent(language, organisation, parent),
        Refusal::Parent {
            organisation,
            parent,
            circle: true,
        } => parent_circle(language, organisation, parent),
        Refusal::OrganisationInUse { organisation } => organisation_in_use(language, organisation),
        Refusal::EventOutOfTurn { event, waits } => match waits {
            EventWait::Declaring => event_not_declared(language, event),
            EventWait::Confirming => event_not_confirmed(language, event),
            EventWait::Signing(title) => event_not_signed(language, event, title),
        },
        Refusal::EventReviewed { event } => event_reviewed(language, event),
        Refusal::ReasonNeeded => reason_needed(language),
        Refusal::Rows(list) => rows(language, list),
        Refusal::Recused { .. }
        | Refusal::NotDue { .. }
        | Refusal::UnknownRater { .. }
        | Refusal::KeptBack { .. }
        | Refusal::UsedByDecision { .. }
        | Refusal::SheetSubmitted { .. }
        | Refusal::SheetNotSubmitted { .. }
        | Refusal::SheetIncomplete { .. }
        | Refusal::Conflict(_)
        | Refusal::NothingToUndo
        | Refusal::NotUndoable { .. }
        | Refusal::ChangedSince { .. }
        | Refusal::UndoMoved { .. } => sheet_refusal(language, refusal),
    }
}

/// What concerns one sheet, or what others have done meanwhile.
fn sheet_refusal(language: Language, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Recused {
            organisation,
            party,
            rater,
        } => recused(language, organisation, party, rater),
        Refusal::NotDue {
            organisation,
            party,
            rater,
        } => not_due(language, organisation, party, rater),
        Refusal::UnknownRater { party, rater } => unknown_rater(language, party, rater),
        Refusal::KeptBack {
            organisation,
            party,
            rater,
        } => kept_back(language, organisation, party, rater),
        Refusal::SheetSubmitted {
            organisation,
            party,
            rater,
        } => sheet_submitted(language, organisation, party, rater),
        Refusal::UsedByDecision {
            organisation,
            party,
            rater,
        } => used_by_decision(language, organisation, party, rater),
        Refusal::SheetNotSubmitted {
            organisation,
            party,
            rater,
        } => sheet_not_submitted(language, organisation, party, rater),
        Refusal::SheetIncomplete {
            organisation,
            party,
            rater,
            missing,
        } => {
            let items = missing.join(" ");
            sheet_incomplete(language, organisation, party, rater, missing.len(), &items)
        }
        Refusal::Conflict(found) => conflict(
            language,
            cell_kind(language, found.what),
            &found.key.join(" · "),
            &found.by,
            &journal::record(language, found.what, found.theirs.as_ref()),
            &journal::record(language, found.what, found.mine.as_ref()),
        ),
        Refusal::NothingToUndo => nothing_to_undo(language),
        Refusal::NotUndoable { seq, kind } => {
            not_undoable(language, *seq, operation_kind(language, kind))
        }
        Refusal::ChangedSince { seq, what, key, by } => changed_since(
            language,
            *seq,
            cell_kind(language, *what),
            &key.join(" · "),
            by,
        ),
        Refusal::UndoMoved { seq } => undo_moved(language, *seq),
        // `refusal` tells all others.
        _ => String::new(),
    }
}

/// How many rows are told one by one.
const ROWS_SHOWN: usize = 50;

fn rows(language: Language, list: &[(Option<u32>, Refusal)]) -> String {
    let mut text = rows_refused(language, list.len());
    for (number, why) in list.iter().take(ROWS_SHOWN) {
        text.push_str("\n  ");
        if let Some(number) = number {
            text.push_str(&row(language, *number));
        }
        text.push_str(&refusal(language, why));
    }
    if list.len() > ROWS_SHOWN {
        text.push_str("\n  ");
        text.push_str(&and_more(language, list.len() - ROWS_SHOWN));
    }
    text
}

/// What to do about a refusal, where there is something to say beyond it.
#[must_use]
pub fn refusal_help(language: Language, refusal: &Refusal) -> Option<String> {
    Some(match refusal {
        Refusal::UnknownRound { .. } => unknown_round_help(language),
        Refusal::RoundExists { .. } => round_exists_help(language),
        Refusal::SchemeFaults { .. } => scheme_faults_help(language),
        Refusal::NotDue { .. } => not_due_help(language),
        Refusal::UnknownRater { .. } => unknown_rater_help(language),
        Refusal::SheetSubmitted { .. } => sheet_submitted_help(language),
        Refusal::Conflict(_) => conflict_help(language),
        Refusal::EventReviewed { .. } => event_reviewed_help(language),
        Refusal::Rows(list) => return list.iter().find_map(|(_, why)| refusal_help(language, why)),
        _ => return None,
    })
}

/// What is in the way, as a sentence.
#[must_use]
pub fn trouble(language: Language, trouble: &Trouble) -> String {
    match trouble {
        Trouble::Locked { waited_ms } => locked(language, waited_ms.div_ceil(1000)),
        Trouble::DiskFull => disk_full(language),
        Trouble::ReadOnly { path } => read_only(language, path),
        Trouble::NotADatabase { path } => not_a_database(language, path),
        Trouble::Newer { path, found, known } => newer(language, path, *found, *known),
        Trouble::NetworkFileSystem { path, kind } => network_file_system(language, path, kind),
        Trouble::CannotOpen { path, why } => cannot_open(language, path, why),
        Trouble::Damaged { why } => damaged(language, why),
        Trouble::Other { why } => other_trouble(language, why),
    }
}

/// What to do about a trouble.
#[must_use]
pub fn trouble_help(language: Language, trouble: &Trouble) -> Option<String> {
    Some(match trouble {
        Trouble::Locked { .. } => locked_help(language),
        Trouble::DiskFull => disk_full_help(language),
        Trouble::ReadOnly { .. } => read_only_help(language),
        Trouble::NotADatabase { .. } => not_a_database_help(language),
        Trouble::Newer { .. } => newer_help(language),
        Trouble::NetworkFileSystem { .. } => network_file_system_help(language),
        Trouble::CannotOpen { .. } => cannot_open_help(language),
        Trouble::Damaged { .. } => damaged_help(language),
        Trouble::Other { .. } => return None,
    })
}

/// Why there is no answer, as a sentence.
#[must_use]
pub fn failure(language: Language, failure: &Failure) -> String {
    match failure {
        Failure::Refusal(why) => refusal(language, why),
        Failure::Trouble(why) => trouble(language, why),
    }
}

/// What to do about a failure.
#[must_use]
pub fn failure_help(language: Language, failure: &Failure) -> Option<String> {
    match failure {
        Failure::Refusal(why) => refusal_help(language, why),
        Failure::Trouble(why) => trouble_help(language, why),
    }
}

/// What is wrong with a book.
#[must_use]
pub fn book_fault(language: Language, fault: &BookFault) -> String {
    match fault {
        BookFault::Gap { expected, found } => book_gap(language, *expected, *found),
        BookFault::Unchained { seq } => book_unchained(language, *seq),
        BookFault::Altered { seq } => book_altered(language, *seq),
        BookFault::CutShort { found, head } => book_cut_short(language, *found, *head),
        BookFault::State { what, key } => {
            book_state(language, cell_kind(language, *what), &key.join(" · "))
        }
        BookFault::Derived { organisation } => book_derived(language, organisation),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: [Language; 2] = [Language::Chinese, Language::English];

    fn sheet() -> (String, String, String) {
        ("0001".into(), "self".into(), "支部书记".into())
    }

    #[test]
    fn every_refusal_about_a_sheet_has_a_sentence() {
        let (organisation, party, rater) = sheet();
        let all = [
            Refusal::Recused {
                organisation: organisation.clone(),
                party: party.clone(),
                rater: rater.clone(),
            },
            Refusal::UnknownRater {
                party: party.clone(),
                rater: rater.clone(),
            },
            Refusal::SheetSubmitted {
                organisation: organisation.clone(),
                party: party.clone(),
                rater: rater.clone(),
            },
            Refusal::SheetIncomplete {
                organisation,
                party,
                rater,
                missing: vec!["A1".into()],
            },
            Refusal::NothingToUndo,
            Refusal::NotUndoable {
                seq: 3,
                kind: "import".into(),
            },
            Refusal::UndoMoved { seq: 4 },
        ];
        for why in all {
            for language in BOTH {
                assert!(!refusal(language, &why).is_empty(), "{why:?}");
            }
        }
    }

    #[test]
    fn refused_rows_are_told_up_to_fifty() {
        let row = |number| (Some(number), Refusal::ReasonNeeded);
        let text = refusal(
            Language::Chinese,
            &Refusal::Rows((1..=60).map(row).collect()),
        );
        assert!(text.starts_with("有 60 处不能写入："));
        assert!(text.contains("第 50 行：") && !text.contains("第 51 行："));
        assert!(text.ends_with("……另有 10 处。"));
    }
}
