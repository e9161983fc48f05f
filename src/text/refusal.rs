//! Why something was not done, and what to do then: sentences for refusals and troubles, for
//! what is wrong with a book, and for findings.

use super::{Language, cell_kind, field, operation_kind, part};
use crate::office::{BookFault, Failure, Finding, FindingKind, Trouble};
use crate::round::Refusal;
use crate::scoring::EntryRefusal;

crate::texts! {
    /// Nothing of a refused or failed operation is ever stored.
    nothing_stored() { zh: "数据库没有任何改动。", en: "The database is unchanged." }

    /// In front of a refusal's place in a file.
    row(row: u32) { zh: "第 {row} 行：", en: "row {row}: " }

    /// Closes a list that was cut.
    and_more(count: usize) { zh: "……另有 {count} 处。", en: "… and {count} more." }

    unknown_round(round: &str) { zh: "没有名为“{round}”的轮次。", en: "There is no round \"{round}\"." }
    unknown_round_help() {
        zh: "用 pingxing round list 查看已有轮次，用 pingxing round new 新建。",
        en: "See the rounds with `pingxing round list`, or make one with `pingxing round new`.",
    }
    round_exists(round: &str) { zh: "轮次“{round}”已经存在。", en: "The round \"{round}\" is already there." }
    round_exists_help() { zh: "换一个名称，或直接使用已有的轮次。", en: "Choose another name, or use the one that is there." }
    scheme_faults(count: usize) { zh: "考评办法有 {count} 处错误。", en: "The scheme has {count} faults." }
    scheme_faults_help() {
        zh: "用 pingxing scheme check 文件 逐条查看。",
        en: "See them all with `pingxing scheme check FILE`.",
    }
    round_closed() { zh: "本轮次现在不接受这项操作。", en: "The round is not open for this." }
    unknown_part(what: &str, code: &str) { zh: "没有这个{what}：{code}。", en: "There is no {what} \"{code}\"." }
    not_rated(organisation: &str) {
        zh: "单位 {organisation} 没有类别，本身不参加评定。",
        en: "Organisation {organisation} has no track and is not rated itself.",
    }
    party_not_on_track(organisation: &str, party: &str) {
        zh: "评价主体 {party} 不评单位 {organisation} 所属的类别。",
        en: "Party {party} does not rate the track of organisation {organisation}.",
    }
    item_not_on_sheet(organisation: &str, party: &str, item: &str) {
        zh: "单位 {organisation} 的 {party} 评分表上没有指标 {item}（C1、I9）。",
        en: "Item {item} is not on the sheet of party {party} for organisation {organisation} (C1, I9).",
    }
    wrong_method(party: &str) {
        zh: "评价主体 {party} 不用这种方式评分。",
        en: "Party {party} does not rate in this way.",
    }
    entry_refused(item: &str, entry: &str, why: &str) {
        zh: "指标 {item} 不能记“{entry}”：{why}",
        en: "Item {item} cannot be \"{entry}\": {why}",
    }
    twice(what: &str, key: &str) {
        zh: "{what}（{key}）写了两次，而且不一样。",
        en: "The {what} ({key}) stands there twice, with different values.",
    }
    bad_field(name: &str, value: &str) { zh: "“{name}”不能是“{value}”。", en: "\"{value}\" cannot be the {name}." }
    missing_field(name: &str) { zh: "缺少“{name}”。", en: "The {name} is missing." }
    own_organisation(organisation: &str, rater: &str) {
        zh: "{rater} 属于单位 {organisation}，不得评自己所在的单位（P2）。",
        en: "{rater} belongs to organisation {organisation} and does not rate it (P2).",
    }
    recused(organisation: &str, party: &str, rater: &str) {
        zh: "{party} 的 {rater} 对单位 {organisation} 须回避。",
        en: "{rater} of {party} is recused from organisation {organisation}.",
    }
    unknown_rater(party: &str, rater: &str) {
        zh: "{rater} 不在 {party} 的评分人名单上。",
        en: "{rater} is not on the list of raters of {party}.",
    }
    unknown_rater_help() {
        zh: "先用 pingxing import raters 把评分人列入名单。",
        en: "Put the rater on the list first, with `pingxing import raters`.",
    }
    sheet_submitted(organisation: &str, party: &str, rater: &str) {
        zh: "{party} 的 {rater} 对单位 {organisation} 的评分表已提交，不能再改。",
        en: "The sheet of {rater} ({party}) for organisation {organisation} is submitted and read-only.",
    }
    sheet_submitted_help() {
        zh: "由评分人说明事由撤回，或退回后再改；导入时用 --reopen 写明事由。",
        en: "Take it back with a reason, or have it returned; an import takes `--reopen REASON`.",
    }
    sheet_not_submitted(organisation: &str, party: &str, rater: &str) {
        zh: "{party} 的 {rater} 对单位 {organisation} 的评分表尚未提交。",
        en: "The sheet of {rater} ({party}) for organisation {organisation} is not submitted.",
    }
    sheet_incomplete(organisation: &str, party: &str, rater: &str, count: usize, items: &str) {
        zh: "{party} 的 {rater} 对单位 {organisation} 的评分表还有 {count} 项未评（{items}），不能提交（C4）。",
        en: "The sheet of {rater} ({party}) for organisation {organisation} lacks {count} items ({items}) and cannot be submitted (C4).",
    }
    no_parent(organisation: &str, parent: &str) {
        zh: "单位 {organisation} 的上级 {parent} 不在名单上。",
        en: "Organisation {organisation} names the parent {parent}, which is not there.",
    }
    parent_circle(organisation: &str, parent: &str) {
        zh: "单位 {organisation} 与上级 {parent} 互为上下级，成了一个圈。",
        en: "The parents of organisation {organisation} go in a circle through {parent}.",
    }
    organisation_in_use(organisation: &str) {
        zh: "单位 {organisation} 在本轮次已有数据，不能移除或改类别。",
        en: "Organisation {organisation} has data in the round and cannot go or change its track.",
    }
    reason_needed() { zh: "这项操作须写明事由。", en: "This needs a reason." }
    conflict(what: &str, key: &str, by: &str, theirs: &str, mine: &str) {
        zh: "{what}（{key}）已被 {by} 改为“{theirs}”，您要写的是“{mine}”。",
        en: "The {what} ({key}) has been changed by {by} to \"{theirs}\"; yours is \"{mine}\".",
    }
    conflict_help() { zh: "看清对方的改动后再决定是否重写。", en: "Look at theirs, then decide whether to write yours again." }
    nothing_to_undo() { zh: "没有可撤销或重做的操作。", en: "There is nothing to undo or redo." }
    not_undoable(seq: u64, kind: &str) {
        zh: "第 {seq} 号操作（{kind}）不能撤销，撤销到此为止。",
        en: "Operation {seq} ({kind}) cannot be undone; undo stops here.",
    }
    changed_since(seq: u64, what: &str, key: &str, by: &str) {
        zh: "第 {seq} 号操作写的{what}（{key}）后来被 {by} 改过，不能撤销。",
        en: "What operation {seq} wrote ({what}, {key}) has since been changed by {by} and cannot be undone.",
    }
    undo_moved(seq: u64) {
        zh: "最近一次操作已变为第 {seq} 号，请看清后再撤销。",
        en: "The newest operation is now {seq}; look at it before undoing.",
    }
    rows_refused(count: usize) { zh: "有 {count} 处不能写入：", en: "{count} rows are refused:" }

    entry_out_of_range(points: &str) { zh: "应在 0 到 {points} 之间（I1）。", en: "it must be between 0 and {points} (I1)." }
    entry_not_a_multiple(step: &str) { zh: "应是 {step} 的整数倍（I1）。", en: "it must be a multiple of {step} (I1)." }
    entry_too_fine(decimals: u8) { zh: "小数最多 {decimals} 位（I1）。", en: "it may have {decimals} decimals at most (I1)." }
    entry_not_a_number() { zh: "这里要填一个数。", en: "a number is needed here." }
    entry_too_long(places: usize) {
        zh: "整数最多 15 位，小数最多 {places} 位。",
        en: "15 digits before and {places} after the point at most.",
    }
    entry_not_counts() {
        zh: "应写成“序号=次数”，以空格隔开，例如 a=2 b=1；没有扣分写“无”（I2）。",
        en: "write `id=count` with blanks between, such as `a=2 b=1`, or `none` (I2).",
    }
    entry_unknown_deduction(name: &str) { zh: "没有扣分情形 {name}（I2）。", en: "there is no deduction {name} (I2)." }
    entry_deduction_twice(name: &str) { zh: "扣分情形 {name} 写了两次（I2）。", en: "deduction {name} stands there twice (I2)." }
    entry_unknown_option(name: &str) { zh: "没有选项 {name}（I3）。", en: "there is no option {name} (I3)." }
    entry_not_optional() { zh: "本指标不得记为不适用（I7）。", en: "this item may not be \"not applicable\" (I7)." }

    locked(seconds: u64) {
        zh: "等了 {seconds} 秒，别人一直在写这个数据库。",
        en: "Somebody else has been writing to the database for {seconds} seconds.",
    }
    locked_help() { zh: "稍后再试；若长期如此，请查看是否有程序停在那里。", en: "Try again later; if it stays so, see whether a program hangs." }
    disk_full() { zh: "磁盘已满，或超过了允许的文件大小。", en: "The disk is full, or a file may not grow." }
    disk_full_help() { zh: "腾出空间后再试。", en: "Make room and try again." }
    read_only(path: &str) { zh: "不能写入 {path}：文件或目录是只读的。", en: "{path} cannot be written: the file or its folder is read-only." }
    read_only_help() { zh: "请取得写权限，或用 --db 指定别的文件。", en: "Get permission to write, or name another file with --db." }
    not_a_database(path: &str) { zh: "{path} 不是评星的数据库。", en: "{path} is not a database of pingxing." }
    not_a_database_help() { zh: "文件没有动过；请用 --db 指定正确的文件。", en: "The file was not touched; name the right one with --db." }
    newer(path: &str, found: u32, known: u32) {
        zh: "{path} 由更新的程序写成（格式 {found}，本程序只认到 {known}）。",
        en: "{path} was written by a newer program (format {found}; this one knows up to {known}).",
    }
    newer_help() { zh: "请升级 pingxing；文件没有动过。", en: "Update pingxing; the file was not touched." }
    network_file_system(path: &str, kind: &str) {
        zh: "{path} 在网络文件系统（{kind}）上，几个程序不能安全地同用一个数据库。",
        en: "{path} is on a network file system ({kind}), on which several programs cannot safely share a database.",
    }
    network_file_system_help() {
        zh: "把数据库放到本机磁盘上，大家通过 SSH 登录同一台机器使用。",
        en: "Put the database on a local disk, and let people work on that machine over SSH.",
    }
    cannot_open(path: &str, why: &str) { zh: "打不开 {path}：{why}", en: "{path} cannot be opened: {why}" }
    cannot_open_help() { zh: "请检查路径和权限，或用 --db 指定别的文件。", en: "Check the path and its permissions, or name another file with --db." }
    damaged(why: &str) { zh: "数据库已损坏：{why}", en: "The database is damaged: {why}" }
    damaged_help() {
        zh: "请先复制一份保存，再从备份恢复；pingxing verify 可查看损坏在何处。",
        en: "Keep a copy as it is, then restore a backup; `pingxing verify` shows where the damage is.",
    }
    other_trouble(why: &str) { zh: "系统报告：{why}", en: "The system says: {why}" }

    book_gap(expected: u64, found: u64) {
        zh: "应为第 {expected} 号操作，却是第 {found} 号。",
        en: "operation {expected} was expected, {found} is there.",
    }
    book_unchained(seq: u64) {
        zh: "第 {seq} 号操作与前一号的校验码接不上。",
        en: "operation {seq} does not carry the code of the one before it.",
    }
    book_altered(seq: u64) {
        zh: "第 {seq} 号操作的内容与其校验码不符。",
        en: "operation {seq} is not what its code was made from.",
    }
    book_cut_short(found: u64, head: u64) {
        zh: "账册只到第 {found} 号操作，而册首记的是第 {head} 号。",
        en: "the book ends at operation {found}, but its head names {head}.",
    }
    book_state(what: &str, key: &str) {
        zh: "现存的{what}（{key}）与账册推得的不符。",
        en: "the stored {what} ({key}) is not what the book led to.",
    }
    book_derived(organisation: &str) {
        zh: "单位 {organisation} 存下的得分与重算的不符。",
        en: "the stored figures of organisation {organisation} are not those made anew.",
    }

    finding_sheet_missing() { zh: "没有评分表。", en: "no sheet." }
    finding_marks_missing(missing: &str, all: &str) { zh: "{all} 项中有 {missing} 项未评。", en: "{missing} of {all} items not scored." }
    finding_not_submitted() { zh: "已评完，未提交。", en: "complete but not submitted." }
    finding_returned() { zh: "已退回，尚未重新提交。", en: "returned, and not submitted again." }
    finding_too_few_ballots(returned: &str, needed: &str) {
        zh: "收回 {returned} 票，至少要 {needed} 票。",
        en: "{returned} ballots returned, {needed} needed.",
    }
    finding_ballots_do_not_add_up(issued: &str, returned: &str) {
        zh: "票数对不上：发出 {issued}，收回 {returned}。",
        en: "the ballots do not add up: {issued} issued, {returned} returned.",
    }
    finding_veto_proposed(id: &str, title: &str) { zh: "否决 {id} {title} 待认定。", en: "veto {id} {title} is only proposed." }
    finding_tie(rank: &str) { zh: "第 {rank} 名并列，跨在名额线上，须排定次序（G8）。", en: "a tie at rank {rank} across a line has to be ordered (G8)." }
    finding_flagged() { zh: "评分人标了存疑。", en: "flagged by its rater." }
    finding_all_equal() { zh: "整张表各项得分率相同。", en: "all items of the sheet have the same share of full marks." }
    finding_always_full(sheets: &str) { zh: "该评分人 {sheets} 张表全给满分。", en: "this rater gave full marks on all {sheets} sheets." }
    finding_copied_from_self() { zh: "上级评分与自评完全相同。", en: "the superior's sheet repeats the self-rating." }
    finding_self_above_superior(own: &str, superior: &str, limit: &str) {
        zh: "自评 {own}，上级 {superior}，相差超过 {limit}。",
        en: "self {own}, superior {superior}: more than {limit} apart.",
    }
    finding_raters_apart(low: &str, high: &str, limit: &str) {
        zh: "评分人之间最低 {low}，最高 {high}，相差超过 {limit}。",
        en: "raters between {low} and {high}: more than {limit} apart.",
    }
    finding_document_twice(document: &str) { zh: "文号“{document}”用了两次。", en: "the document \"{document}\" is used twice." }
    finding_adjustment_pending() { zh: "加减分没有依据文号，暂不计入（K4）。", en: "an adjustment without a document does not count (K4)." }
    finding_places_open(level: &str, places: &str, taken: &str) {
        zh: "{level} 名额 {places} 个，只用了 {taken} 个。",
        en: "{level}: {taken} of {places} places taken.",
    }
    finding_note_missing() { zh: "缺少办法要求的理由或佐证。", en: "a reason or evidence that the scheme asks for is missing." }
}

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

/// The fields of a record in one line; nothing where the cell is not there.
fn record(record: Option<&crate::round::Record>) -> String {
    let fields = record.into_iter().flatten().flatten();
    fields.map(String::as_str).collect::<Vec<_>>().join(" · ")
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
        Refusal::ReasonNeeded => reason_needed(language),
        Refusal::Rows(list) => rows(language, list),
        Refusal::Recused { .. }
        | Refusal::UnknownRater { .. }
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
        Refusal::UnknownRater { party, rater } => unknown_rater(language, party, rater),
        Refusal::SheetSubmitted {
            organisation,
            party,
            rater,
        } => sheet_submitted(language, organisation, party, rater),
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
            &record(found.theirs.as_ref()),
            &record(found.mine.as_ref()),
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
        Refusal::UnknownRater { .. } => unknown_rater_help(language),
        Refusal::SheetSubmitted { .. } => sheet_submitted_help(language),
        Refusal::Conflict(_) => conflict_help(language),
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

/// What was found, without its place.
#[must_use]
pub fn finding(language: Language, finding: &Finding) -> String {
    let fact = |position: usize| finding.facts.get(position).map_or("?", String::as_str);
    match finding.kind {
        FindingKind::SheetMissing => finding_sheet_missing(language),
        FindingKind::MarksMissing => finding_marks_missing(language, fact(0), fact(1)),
        FindingKind::NotSubmitted => finding_not_submitted(language),
        FindingKind::Returned => finding_returned(language),
        FindingKind::TooFewBallots => finding_too_few_ballots(language, fact(0), fact(1)),
        FindingKind::BallotsDoNotAddUp => finding_ballots_do_not_add_up(language, fact(0), fact(1)),
        FindingKind::VetoProposed => finding_veto_proposed(language, fact(0), fact(1)),
        FindingKind::Tie => finding_tie(language, fact(0)),
        FindingKind::Flagged => finding_flagged(language),
        FindingKind::AllEqual => finding_all_equal(language),
        FindingKind::AlwaysFull => finding_always_full(language, fact(0)),
        FindingKind::CopiedFromSelf => finding_copied_from_self(language),
        FindingKind::SelfAboveSuperior => {
            finding_self_above_superior(language, fact(0), fact(1), fact(2))
        }
        FindingKind::RatersApart => finding_raters_apart(language, fact(0), fact(1), fact(2)),
        FindingKind::DocumentTwice => finding_document_twice(language, fact(0)),
        FindingKind::AdjustmentPending => finding_adjustment_pending(language),
        FindingKind::PlacesOpen => finding_places_open(language, fact(0), fact(1), fact(2)),
        FindingKind::NoteMissing => finding_note_missing(language),
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
