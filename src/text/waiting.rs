//! 未提交名单: who has not submitted.

use super::Language;
use crate::desk::{HowFar, Waiting};
use crate::scheme::Scheme;

crate::texts! {
    pane() { zh: "未提交名单", en: "Who has not submitted" }
    counted(sheets: usize, raters: usize) { zh: "未提交 {sheets} 张，{raters} 处", en: "{sheets} {sheets_noun}, {raters} {lines}", sheets_noun: sheets => "sheet" / "sheets", lines: raters => "line" / "lines" }
    none() { zh: "应交的评分表都已提交", en: "Every sheet that is due has been submitted" }
    column_party() { zh: "评价主体", en: "Party" }
    column_rater() { zh: "评分人", en: "Rater" }
    column_town() { zh: "所在地", en: "Town" }
    column_count() { zh: "张数", en: "Sheets" }
    column_organisations() { zh: "单位", en: "Organisations" }
    nobody() { zh: "（尚无人评）", en: "(nobody yet)" }
    not_begun(name: &str) { zh: "{name}", en: "{name}" }
    begun(name: &str, there: usize, asked: usize) { zh: "{name}（{there}/{asked}项）", en: "{name} ({there}/{asked} items)" }
    complete(name: &str) { zh: "{name}（已评完）", en: "{name} (complete)" }
    returned(name: &str) { zh: "{name}（已退回）", en: "{name} (returned)" }
    between() { zh: "、", en: ", " }
    command_open() { zh: "前往", en: "Go there" }
    command_refresh() { zh: "刷新", en: "Refresh" }
    command_write() { zh: "写到文件", en: "Write to a file" }
    write_title() { zh: "把名单写到文件", en: "Write the list to a file" }
    write_intro() { zh: "每行一个评分人和所在地，制表符分隔，可贴进表格。已有的文件不会覆盖。", en: "A line for each rater and town, tabs between, to be pasted into a table. A file that is there is not replaced." }
    write_path() { zh: "文件", en: "File" }
    write_name() { zh: "未提交名单.tsv", en: "not-submitted.tsv" }
    written(path: &str) { zh: "名单已写到 {path}", en: "The list is in {path}" }
    unwritable(path: &str, why: &str) { zh: "写不到 {path}：{why}", en: "{path} cannot be written: {why}" }
    of_another(rater: &str) {
        zh: "这是{rater}的评分表，只能查看；要代录，先在单位列表 F2 换评分人",
        en: "This sheet is {rater}'s: only looked at here; to fill it, change the name in the list (F2)",
    }
    of_party(party: &str) {
        zh: "{party}还没有人评，只能查看",
        en: "Nobody of {party} has rated it yet, so it is only looked at here",
    }
    nothing_selected() { zh: "没有选中的行", en: "Nothing is selected" }
}

/// The organisations that a rater still has in a town, with how far each is.
#[must_use]
pub fn names(language: Language, waiting: &Waiting) -> String {
    let names = waiting.sheets.iter().map(|sheet| match sheet.how_far {
        HowFar::NotBegun => not_begun(language, &sheet.name),
        HowFar::Begun { there, asked } => begun(language, &sheet.name, there, asked),
        HowFar::Complete => complete(language, &sheet.name),
        HowFar::Returned => returned(language, &sheet.name),
    });
    names.collect::<Vec<_>>().join(&between(language))
}

/// Who rates: the rater, or that nobody does yet.
#[must_use]
pub fn rater(language: Language, waiting: &Waiting) -> String {
    let named = waiting.rater.clone();
    named.unwrap_or_else(|| nobody(language))
}

/// A line of the list, in the order of its columns.
#[must_use]
pub fn line(language: Language, scheme: &Scheme, waiting: &Waiting) -> [String; 5] {
    [
        scheme.party(waiting.party).title.clone(),
        rater(language, waiting),
        waiting.town.clone(),
        waiting.sheets.len().to_string(),
        names(language, waiting),
    ]
}

/// The headings of those columns.
#[must_use]
pub fn headings(language: Language) -> [String; 5] {
    [
        column_party(language),
        column_rater(language),
        column_town(language),
        column_count(language),
        column_organisations(language),
    ]
}
