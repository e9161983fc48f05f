//! Sentences for data files: what is wrong with a row, and why a file cannot be written.

use super::{Language, part, refusal};
use crate::exchange::{Candidate, Column, RowFault, RowFaults, Unwritable, Why};
use crate::round::is_hidden;

crate::texts! {
    in_file(why: &str) { zh: "整个文件：{why}", en: "the file: {why}" }
    in_row(row: u32, why: &str) { zh: "第 {row} 行：{why}", en: "row {row}: {why}" }
    in_row_value(row: u32, value: &str, why: &str) {
        zh: "第 {row} 行“{value}”：{why}",
        en: "row {row}, \"{value}\": {why}",
    }
    in_column(row: u32, column: &str, value: &str, why: &str) {
        zh: "第 {row} 行“{column}”列“{value}”：{why}",
        en: "row {row}, column {column}, \"{value}\": {why}",
    }
    in_empty_cell(row: u32, column: &str, why: &str) {
        zh: "第 {row} 行“{column}”列：{why}",
        en: "row {row}, column {column}: {why}",
    }

    encoding() {
        zh: "此处的字节既不是 UTF-8 也不是 GB18030；文件可能已损坏，请重新导出。",
        en: "these bytes are neither UTF-8 nor GB18030; the file may be damaged, export it again.",
    }
    workbook(detail: &str) {
        zh: "工作簿打不开（{detail}）；请另存为 XLSX 或 CSV 后再试。",
        en: "the workbook cannot be read ({detail}); save it as XLSX or CSV and try again.",
    }
    old_workbook() {
        zh: "这是旧式工作簿（.xls）或设了密码；请另存为不带密码的 XLSX 或 CSV。",
        en: "this is an old workbook (.xls), or it has a password; save it as XLSX or CSV without a password.",
    }
    empty_file() { zh: "没有标题行。", en: "there is no line of headings." }
    unknown_column() { zh: "没有这一列。", en: "there is no such column." }
    column_twice() { zh: "这一列出现了两次。", en: "this column appears twice." }
    missing_column(chinese: &str, english: &str) {
        zh: "缺少“{chinese}”（{english}）列。",
        en: "the column {english} ({chinese}) is missing.",
    }
    too_many_cells(headings: usize, cells: usize) {
        zh: "标题只有 {headings} 列，本行有 {cells} 格；文字里有逗号的，请用引号括起来。",
        en: "{cells} {cells_noun} under {headings} {headings_noun}; a text with a comma needs quotation marks.", cells_noun: cells => "cell" / "cells", headings_noun: headings => "heading" / "headings",
    }
    too_few_cells(headings: usize, cells: usize) {
        zh: "标题有 {headings} 列，本行只有 {cells} 格，可能被截断。",
        en: "{cells} {cells_noun} under {headings} {headings_noun}; the line may have been cut.", cells_noun: cells => "cell" / "cells", headings_noun: headings => "heading" / "headings",
    }
    open_quote() {
        zh: "从这里开始的引号到文件末尾都没有配对。",
        en: "a quotation mark that opens here is not closed before the end of the file.",
    }
    too_long(limit: usize) { zh: "一格最多 {limit} 字。", en: "a cell has {limit} characters at most." }
    control(code: &str) {
        zh: "含有不可见的控制字符 {code}，请删去。",
        en: "it holds the invisible control character {code}; delete it.",
    }
    formula() {
        zh: "这一格是公式，文件里没有存它的值；请用电子表格打开并保存一次，或改为数值。",
        en: "a formula whose value is not stored; open and save the file in a spreadsheet, or enter the value.",
    }
    per_cent() {
        zh: "不收百分数，电子表格里显示的 95% 存的其实是 0.95；请把单元格设为“常规”格式，再填数字本身，如 95。",
        en: "per cent is not taken: a spreadsheet that shows 95% holds 0.95; set the cell's format to General and enter the plain number, such as 95.",
    }
    cell_error() { zh: "这一格的公式出错。", en: "the formula of this cell shows an error." }
    missing() { zh: "不能为空。", en: "it must not be empty." }
    document_needed() {
        zh: "已认定的否决情形必须写明依据文号。",
        en: "a decided veto needs its document.",
    }
    unknown(what: &str) { zh: "没有这个{what}。", en: "there is no such {what}." }
    perhaps(name: &str) { zh: "是不是“{name}”？", en: " Did you mean \"{name}\"?" }
    ambiguous(count: usize, what: &str, candidates: &str) {
        zh: "有 {count} 个同名的{what}，请写编码：{candidates}",
        en: "{count} have this name ({what}); write the code: {candidates}",
    }
    there_are(known: &str) { zh: "可写：{known}。", en: " These exist: {known}." }
    candidate(id: &str, title: &str) { zh: "{id} {title}", en: "{id} {title}" }
    candidate_within(id: &str, title: &str, within: &str) {
        zh: "{id} {title}（{within}）",
        en: "{id} {title} ({within})",
    }
    unknown_word(words: &str) { zh: "只能是：{words}。", en: "it must be one of: {words}." }
    reserved() {
        zh: "“*”和“-”另有用途，不能作名称。",
        en: "\"*\" and \"-\" have a meaning of their own and cannot be names.",
    }
    not_rated() {
        zh: "该单位没有类别，本身不参加评定。",
        en: "the organisation has no track and is not rated itself.",
    }
    party_not_on_track() {
        zh: "该评价主体不评本单位所属的类别。",
        en: "the party does not rate organisations of this track.",
    }
    item_not_on_track() {
        zh: "本单位所属的类别没有这项指标（C1）。",
        en: "the track of the organisation does not have this item (C1).",
    }
    item_not_on_sheet() {
        zh: "该评价主体的评分表上没有这项指标（I9）。",
        en: "the item is not on the sheet of this party (I9).",
    }
    wrong_method() {
        zh: "该评价主体不用这种方式评分，数据应放在另一种文件里。",
        en: "the party rates in another way; its data belong in another kind of file.",
    }
    item_not_empty() {
        zh: "该评价主体只打一个总体评分，指标须留空（P2）。",
        en: "the party gives one overall mark; leave the item empty (P2).",
    }
    not_a_ledger_item() { zh: "该指标不记积分。", en: "the item takes no events of a ledger." }
    not_whole() { zh: "应为不小于 0 的整数。", en: "it must be a whole number from 0." }
    not_positive() { zh: "应为不小于 1 的整数。", en: "it must be a whole number from 1." }
    not_a_decimal() { zh: "应为数字，如 2.5。", en: "it must be a number such as 2.5." }
    not_a_date() { zh: "应为日期，如 2026-06-19。", en: "it must be a date such as 2026-06-19." }
    not_a_year() { zh: "应为四位年份。", en: "it must be a year of four digits." }
    points_needed() {
        zh: "该指标的每件事须写明分值（P5）。",
        en: "an event of this item states its points (P5).",
    }
    points_outside(low: &str, high: &str) {
        zh: "分值应在 {low} 到 {high} 之间（P5）。",
        en: "the points must lie between {low} and {high} (P5).",
    }
    points_not_a_multiple(step: &str) {
        zh: "分值应是 {step} 的整数倍（P5）。",
        en: "the points must be a multiple of {step} (P5).",
    }
    points_differ(points: &str) {
        zh: "该指标每次 {points} 分，与所写分值不符；分值可以留空（P5）。",
        en: "the item brings {points} points each time, not these; the cell may be empty (P5).",
    }
    kind_without_member() {
        zh: "写了人员类别，却没有写人员。",
        en: "a kind of person without a person.",
    }
    contradicts(found: &str) {
        zh: "与名单不符，该单位属于 {found}。",
        en: "the list says otherwise: the organisation belongs to {found}.",
    }
    differs(first: u32) {
        zh: "与第 {first} 行说的是同一处，内容却不同。",
        en: "row {first} says something else about the same.",
    }
    code_twice(first: u32) { zh: "第 {first} 行已有这个编码。", en: "row {first} has this code already." }
    circle() { zh: "上下级绕成了一个圈。", en: "the parents go in a circle." }

    too_many_rows(rows: usize, limit: usize) {
        zh: "共 {rows} 行，一张工作表最多 {limit} 行；请改用 CSV。",
        en: "{rows} rows, and a sheet holds {limit}: write CSV instead.",
    }
    long_cell() {
        zh: "有的文字超出工作表一格的长度；请改用 CSV。",
        en: "a text is longer than a cell of a sheet: write CSV instead.",
    }
    not_written(detail: &str) { zh: "写不出文件（{detail}）。", en: "the file cannot be made ({detail})." }
}

/// How many faults of a file are told; the rest is counted.
const TOLD: usize = 50;

/// The faults of a file, one a line: the first fifty, then how many more there are.
#[must_use]
pub fn faults(language: Language, faults: &RowFaults) -> Vec<String> {
    let told = faults.first.iter().take(TOLD);
    let mut lines: Vec<_> = told.map(|fault| row_fault(language, fault)).collect();
    let more = faults.count.saturating_sub(lines.len());
    if more > 0 {
        lines.push(refusal::and_more(language, more));
    }
    lines
}

/// A fault with its place: row, column, value, reason.
#[must_use]
pub fn row_fault(language: Language, fault: &RowFault) -> String {
    let RowFault {
        row, column, value, ..
    } = fault;
    let reason = match (&fault.why, column) {
        (Why::NotADate, Some(column)) if is_year(column) => not_a_year(language),
        (reason, _) => why(language, reason),
    };
    match column {
        Some(column) if value.trim().is_empty() => in_empty_cell(language, *row, column, &reason),
        Some(column) => in_column(language, *row, column, &visible(value), &reason),
        None if *row == 0 => in_file(language, &reason),
        None if value.is_empty() => in_row(language, *row, &reason),
        None => in_row_value(language, *row, &visible(value), &reason),
    }
}

fn is_year(column: &str) -> bool {
    column == Column::Year.chinese() || column.eq_ignore_ascii_case(Column::Year.english())
}

/// A value on one line, without characters that would disturb a terminal.
fn visible(value: &str) -> String {
    let plain = |character: char| {
        if is_hidden(character) {
            '\u{FFFD}'
        } else {
            character
        }
    };
    value.chars().map(plain).collect()
}

/// The reason alone.
#[must_use]
pub fn why(language: Language, why: &Why) -> String {
    match why {
        Why::Workbook { detail } => workbook(language, detail),
        Why::UnknownColumn { nearest } => suggest(language, unknown_column(language), nearest),
        Why::MissingColumn { column } => {
            missing_column(language, column.chinese(), column.english())
        }
        Why::TooManyCells { headings, cells } => too_many_cells(language, *headings, *cells),
        Why::TooFewCells { headings, cells } => too_few_cells(language, *headings, *cells),
        Why::TooLong { limit } => too_long(language, *limit),
        Why::Control { character } => {
            control(language, &format!("U+{:04X}", u32::from(*character)))
        }
        Why::Unknown {
            what,
            nearest,
            known,
        } => {
            let sentence = unknown(language, part(language, *what));
            let mut sentence = suggest(language, sentence, nearest);
            if !known.is_empty() {
                sentence.push_str(&there_are(language, &candidates_line(language, known)));
            }
            sentence
        }
        Why::Ambiguous {
            what,
            candidates,
            count,
        } => {
            let mut list = candidates_line(language, candidates);
            if *count > candidates.len() {
                list.push_str(" …");
            }
            ambiguous(language, *count, part(language, *what), &list)
        }
        Why::UnknownWord { words } => {
            let both = words.iter().map(|(english, chinese)| {
                if english == chinese {
                    english.clone()
                } else {
                    candidate(language, chinese, english)
                }
            });
            let list = both.collect::<Vec<_>>().join(separator(language));
            unknown_word(language, &list)
        }
        Why::Entry { why, .. } => refusal::entry(language, why),
        Why::PointsOutside { low, high } => {
            points_outside(language, &low.to_string(), &high.to_string())
        }
        Why::PointsNotAMultiple { step } => points_not_a_multiple(language, &step.to_string()),
        Why::PointsDiffer { points } => points_differ(language, &points.to_string()),
        Why::Contradicts { found } => contradicts(language, found),
        Why::Differs { first } => differs(language, *first),
        Why::CodeTwice { first } => code_twice(language, *first),
        bare => bare_why(language, bare),
    }
}

/// The reasons that have no facts of their own.
fn bare_why(language: Language, why: &Why) -> String {
    let sentence = match why {
        Why::Encoding => encoding,
        Why::OldWorkbook => old_workbook,
        Why::Empty => empty_file,
        Why::ColumnTwice => column_twice,
        Why::OpenQuote => open_quote,
        Why::Formula => formula,
        Why::CellError => cell_error,
        Why::PerCent => per_cent,
        Why::DocumentNeeded => document_needed,
        Why::Reserved => reserved,
        Why::NotRated => not_rated,
        Why::PartyNotOnTrack => party_not_on_track,
        Why::ItemNotOnTrack => item_not_on_track,
        Why::ItemNotOnSheet => item_not_on_sheet,
        Why::WrongMethod => wrong_method,
        Why::ItemNotEmpty => item_not_empty,
        Why::NotALedgerItem => not_a_ledger_item,
        Why::NotWhole => not_whole,
        Why::NotPositive => not_positive,
        Why::NotADecimal => not_a_decimal,
        Why::NotADate => not_a_date,
        Why::PointsNeeded => points_needed,
        Why::KindWithoutMember => kind_without_member,
        Why::Circle => circle,
        _ => missing,
    };
    sentence(language)
}

const fn separator(language: Language) -> &'static str {
    match language {
        Language::Chinese => "、",
        Language::English => ", ",
    }
}

fn suggest(language: Language, mut sentence: String, nearest: &Option<String>) -> String {
    if let Some(name) = nearest {
        sentence.push_str(&perhaps(language, name));
    }
    sentence
}

fn candidates_line(language: Language, all: &[Candidate]) -> String {
    let named = all.iter().map(|one| candidate_line(language, one));
    named.collect::<Vec<_>>().join(separator(language))
}

/// Code, name and, where it lies in something, the name of that.
#[must_use]
pub fn candidate_line(language: Language, one: &Candidate) -> String {
    match &one.within {
        Some(within) => candidate_within(language, &one.id, &one.title, within),
        None => candidate(language, &one.id, &one.title),
    }
}

/// Why a file cannot be written, and what to do.
#[must_use]
pub fn unwritable(language: Language, why: &Unwritable) -> String {
    match why {
        Unwritable::TooManyRows { rows, limit } => too_many_rows(language, *rows, *limit),
        Unwritable::CellTooLong => long_cell(language),
        Unwritable::Library { detail } => not_written(language, detail),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::round::Part;

    fn fault(why: Why) -> RowFault {
        RowFault {
            row: 12,
            column: Some("单位".into()),
            value: "石门\u{202E}村".into(),
            why,
        }
    }

    #[test]
    fn a_fault_says_row_column_value_and_reason() {
        let candidates = vec![Candidate {
            id: "0002".into(),
            title: "石门村".into(),
            within: Some("红果子镇".into()),
        }];
        let fault = fault(Why::Ambiguous {
            what: Part::Organisation,
            candidates,
            count: 2,
        });
        assert_eq!(
            row_fault(Language::Chinese, &fault),
            "第 12 行“单位”列“石门\u{FFFD}村”：有 2 个同名的单位，请写编码：0002 石门村（红果子镇） …"
        );
    }

    #[test]
    fn fifty_are_told_and_the_rest_is_counted() {
        let mut many = RowFaults::default();
        for _ in 0..1200 {
            many.push(fault(Why::NotRated));
        }
        let lines = faults(Language::English, &many);
        assert_eq!(lines.len(), 51);
        assert_eq!(lines.last().map(String::as_str), Some("… and 1150 more."));
    }
}
