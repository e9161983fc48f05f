//! The breakdown of one organisation.

use super::Language;

crate::texts! {
    command_next_part() { zh: "下一页", en: "Next part" }
    command_previous_part() { zh: "上一页", en: "Previous part" }
    command_refresh() { zh: "刷新", en: "Refresh" }

    title(name: &str) { zh: "{name} · 明细", en: "{name}: breakdown" }
    part(number: usize, all: usize) { zh: "{number}/{all} 页", en: "part {number} of {all}" }
    part_overview() { zh: "综合", en: "Overview" }
    part_steps() { zh: "怎样算出来的", en: "How it came about" }
    part_losses() { zh: "失分，从多到少", en: "Marks lost, largest first" }
    part_gaps() { zh: "首末环节差异，从大到小", en: "First and last party apart, most first" }
    part_record() { zh: "否决、加减分、历年", en: "Vetoes, adjustments, earlier years" }
    part_journal() { zh: "操作记录，新的在前", en: "Journal, newest first" }

    short_overview() { zh: "综合", en: "Overview" }
    short_steps() { zh: "过程", en: "Steps" }
    short_losses() { zh: "失分", en: "Losses" }
    short_gaps() { zh: "差异", en: "Gaps" }
    short_record() { zh: "否决加减", en: "Record" }
    short_journal() { zh: "记录", en: "Journal" }

    composite(shown: &str) { zh: "综合得分 {shown}", en: "Composite {shown}" }
    level(title: &str, rank: &str) { zh: "等次 {title}  名次 {rank}", en: "Level {title}, rank {rank}" }
    because(rules: &str) { zh: "依据规则 {rules}", en: "By the rules {rules}" }
    veto(title: &str, effect: &str) { zh: "否决：{title}  {effect}", en: "VETO: {title}  {effect}" }
    parties() { zh: "各评价主体", en: "Parties" }
    categories() { zh: "各大类", en: "Categories" }
    nothing_lost() { zh: "没有失分", en: "Nothing was lost" }
    lost(lost: &str, item: &str, party: &str, rater: &str, mark: &str) {
        zh: "-{lost}  {item}  {party} {rater}  得 {mark}",
        en: "-{lost}  {item}  {party} {rater}  got {mark}",
    }
    no_gaps() { zh: "各环节没有差异，或只有一个环节评分", en: "No differences, or only one party has rated" }
    gap(apart: &str, item: &str, first: &str, last: &str) {
        zh: "相差 {apart}  {item}  首 {first}  末 {last}",
        en: "{apart} apart  {item}  first {first}, last {last}",
    }
    vetoes() { zh: "否决", en: "Vetoes" }
    adjustments() { zh: "加减分", en: "Adjustments" }
    earlier() { zh: "历年等次", en: "Earlier levels" }
    no_journal() { zh: "还没有操作记录", en: "Nothing in the journal yet" }
}

/// The names of the parts in a word, in their order.
pub const PARTS_IN_SHORT: [fn(Language) -> String; 6] = [
    short_overview,
    short_steps,
    short_losses,
    short_gaps,
    short_record,
    short_journal,
];
