//! The sentences of the breakdown.

crate::texts! {
    command_next_part() { zh: "下一页", en: "Next part" }
    command_previous_part() { zh: "上一页", en: "Previous part" }
    command_refresh() { zh: "刷新", en: "Refresh" }
    hint_parts() { zh: "翻到该页", en: "That part" }

    title(name: &str) { zh: "{name} · 明细", en: "{name}: breakdown" }
    part(number: usize, all: usize) { zh: "{number}/{all} 页", en: "part {number} of {all}" }
    part_overview() { zh: "综合", en: "Overview" }
    part_steps() { zh: "怎样算出来的", en: "How it came about" }
    part_chart() { zh: "各大类", en: "Categories" }
    part_losses() { zh: "失分，从多到少", en: "Marks lost, largest first" }
    part_gaps() { zh: "首末评价主体差异，从大到小", en: "First and last party apart, most first" }
    part_reviews() { zh: "各级评分对照", en: "Each sheet beside the ones before it" }
    part_trend() { zh: "历年", en: "Earlier years" }
    part_record() { zh: "否决、等次上限、加减分", en: "Vetoes, ceilings, adjustments" }
    part_journal() { zh: "操作记录，新的在前", en: "Journal, newest first" }

    short_overview() { zh: "综合", en: "Overview" }
    short_steps() { zh: "过程", en: "Steps" }
    short_chart() { zh: "大类", en: "Radar" }
    short_losses() { zh: "失分", en: "Losses" }
    short_gaps() { zh: "差异", en: "Gaps" }
    short_reviews() { zh: "对照", en: "Sheets" }
    short_trend() { zh: "历年", en: "Years" }
    short_record() { zh: "否决", en: "Vetoes" }
    short_journal() { zh: "记录", en: "Log" }

    list_mark() { zh: "、", en: ", " }
    reasons_mark() { zh: "；", en: "; " }
    written(what: &str) { zh: "；{what}", en: "; {what}" }

    composite(shown: &str) { zh: "综合得分 {shown}", en: "Composite {shown}" }
    composite_open(low: &str, high: &str) { zh: "在 {low} 到 {high} 之间（尚未评完）", en: "between {low} and {high} (incomplete)" }
    base(base: &str, net: &str) { zh: "= 基础分 {base} + 加减分 {net}", en: "= base {base} + adjustments {net}" }
    level(title: &str) { zh: "等次 {title}", en: "Level {title}" }
    level_demoted(title: &str, filled: &str) { zh: "等次 {title}（按排名为{filled}，因否决降级）", en: "Level {title} ({filled} by rank, demoted by a veto)" }
    no_level() { zh: "无等次", en: "No level" }
    reach(reached: &str, in_reach: &str) { zh: "已达 {reached}，最高可达 {in_reach}", en: "Reached {reached}, in reach {in_reach}" }
    rank(rank: u32) { zh: "第 {rank} 名", en: "Rank {rank}" }
    rank_of(rank: u32, of: u32) { zh: "第 {rank} 名，共 {of} 家", en: "Rank {rank} of {of}" }
    tie() { zh: "并列跨线，待排定次序", en: "Tied across a line, to be ordered" }
    because(rules: &str) { zh: "定级依据：{rules}", en: "Level by: {rules}" }
    stars(count: usize, titles: &str) { zh: "得 {count} 颗星：{titles}", en: "{count} {stars}: {titles}", stars: count => "star" / "stars" }
    no_stars() { zh: "没有得星", en: "No star earned" }
    veto(id: &str, title: &str, state: &str, effect: &str) {
        zh: "否决 {id} {title}：{state}；{effect}",
        en: "VETO {id} {title}: {state}; {effect}",
    }
    ceiling(ceiling: &str, source: &str) { zh: "{ceiling}：{source}", en: "{ceiling}: {source}" }
    parties() { zh: "各评价主体", en: "Parties" }
    categories() { zh: "各大类", en: "Categories" }
    ceilings() { zh: "等次上限", en: "Ceilings" }
    no_category_scores() { zh: "没有大类得分", en: "No category has a score" }
    head_party() { zh: "评价主体", en: "Party" }
    head_weight() { zh: "权重", en: "Weight" }
    head_score() { zh: "得分", en: "Score" }
    head_satisfaction() { zh: "满意率", en: "Satisfied" }
    head_sheets() { zh: "计入/评分表", en: "Counting" }
    head_category() { zh: "大类", en: "Category" }
    head_full() { zh: "满分", en: "Full" }
    head_share() { zh: "得分率", en: "Share" }
    no_weight() { zh: "不计", en: "none" }
    stands() { zh: "以此为准", en: "stands" }
    head_stands() { zh: "结果", en: "Result" }
    sheets(counting: u32, begun: u32) { zh: "{counting}/{begun}", en: "{counting}/{begun}" }
    organisation() { zh: "单位", en: "Organisation" }

    radar_scale(centre: i128) { zh: "外圈 = 满分，中心 = {centre}%", en: "Rim = full marks, centre = {centre}%" }
    both() { zh: "两者重合", en: "both" }

    sheet_of(party: &str, rater: &str) { zh: "{party} · {rater}", en: "{party} · {rater}" }
    not_submitted() { zh: "（未提交）", en: " (not submitted)" }
    lost_without_effect() { zh: "不计入结果的评分表（未提交，或已由后一级取代）", en: "On sheets that do not make the result (not submitted, or replaced by a later level)" }
    rules_used() { zh: "用到的规则", en: "The rules that were used" }
    nothing_lost() { zh: "没有失分", en: "Nothing was lost" }
    head_lost() { zh: "失分", en: "Lost" }
    head_item() { zh: "指标", en: "Item" }
    head_mark() { zh: "得分", en: "Mark" }
    head_sheet() { zh: "评分表", en: "Sheet" }
    case(title: &str, count: u64) { zh: "{title} ×{count}", en: "{title} ×{count}" }
    measured(value: &str, unit: &str) { zh: "实测 {value}{unit}", en: "measured {value} {unit}" }
    noted(note: &str) { zh: "备注：{note}", en: "note: {note}" }

    one_side() { zh: "只有一个评价主体按指标评分，无从比较", en: "Only one party has marked the items: nothing to compare" }
    no_gaps(first: &str, last: &str) { zh: "{first}与{last}没有差异", en: "{first} and {last} do not differ" }
    gaps_in_all(count: usize, first: &str, first_sum: &str, last: &str, last_sum: &str) {
        zh: "{count} 项有差异；{first}合计 {first_sum}，{last}合计 {last_sum}",
        en: "{count} {items_differ}; {first} by {first_sum} in all, {last} by {last_sum}", items_differ: count => "item differs" / "items differ",
    }
    head_points() { zh: "积分", en: "Points" }
    head_whose() { zh: "谁的", en: "Whose" }
    all_persons() { zh: "全部人员", en: "All persons" }
    adds() { zh: "人员积分折入单位", en: "persons' points add" }
    in_all() { zh: "合计", en: "In all" }
    ledger() { zh: "积分构成", en: "What the points are made of" }
    head_apart() { zh: "相差", en: "Apart" }
    head_higher() { zh: "谁高", en: "Higher" }
    higher(party: &str) { zh: "{party}高", en: "{party} higher" }

    no_sheets() { zh: "没有按指标评分的评分表", en: "No sheet has marks on items" }
    turns() { zh: "失星、得星", en: "Stars lost and won" }
    no_turns() { zh: "各级之间没有失星、得星", en: "No star was lost or won between the levels" }
    item_by_item() { zh: "逐项对照（升、降都对上一级）", en: "Item by item (up and down against the level before)" }
    head_state() { zh: "状态", en: "State" }
    head_stars() { zh: "得星", en: "Stars" }
    head_level_then() { zh: "据此可定", en: "Level by it" }
    not_begun() { zh: "未开始", en: "not begun" }
    begun() { zh: "评分中", en: "begun" }
    submitted() { zh: "已提交", en: "submitted" }
    star_lost_at(level: &str, star: &str, before: &str, after: &str, pass: &str, first: &str) {
        zh: "- 失星 {star}：{level} {after}，不到 {pass} 分（{first} {before}）",
        en: "- lost {star}: {level} {after}, below {pass} ({first} {before})",
    }
    star_won_at(level: &str, star: &str, before: &str, after: &str, pass: &str, first: &str) {
        zh: "+ 得星 {star}：{level} {after}，达到 {pass} 分（{first} {before}）",
        en: "+ won {star}: {level} {after}, reaches {pass} ({first} {before})",
    }
    by_items(items: &str) { zh: "；{items}", en: "; {items}" }
    item_from_to(item: &str, before: &str, after: &str) { zh: "{item} {before}→{after}", en: "{item} {before} to {after}" }
    cell_won(score: &str) { zh: "{score} +得星", en: "{score} +won" }
    cell_lost(score: &str) { zh: "{score} -未得星", en: "{score} -not won" }
    cell_struck(score: &str) { zh: "{score} -取消", en: "{score} -struck" }
    no_mark() { zh: "-", en: "-" }
    fell(change: &str) { zh: "{change}降", en: "{change} down" }
    rose(change: &str) { zh: "+{change}升", en: "+{change} up" }
    same() { zh: "持平", en: "the same" }

    no_earlier() { zh: "没有往年结果：本数据库没有此单位往年的轮次，也没有导入历年等次（pingxing import levels）", en: "Nothing of earlier years: no earlier round here has this organisation, and no levels were imported (pingxing import levels)" }
    trend_told() { zh: "往年在前，本轮在后；柱长为综合得分占满分的比例", en: "Oldest first, this round last; a bar is the composite's share of full marks" }
    year(year: i32) { zh: "{year} 年", en: "{year}" }
    from_round(round: &str) { zh: "见轮次 {round}", en: "round {round}" }
    from_round_and_told(round: &str) { zh: "等次按导入的历年等次，得分见轮次 {round}", en: "level as imported, figures of round {round}" }
    from_told() { zh: "导入的历年等次", en: "imported level" }
    this_round() { zh: "本轮", en: "this round" }
    against(year: i32, change: &str) { zh: "比 {year} 年 {change}", en: "{change} on {year}" }
    level_up(steps: i32) { zh: "升 {steps} 级", en: "{steps} {levels} up", levels: steps => "level" / "levels" }
    level_down(steps: i32) { zh: "降 {steps} 级", en: "{steps} {levels} down", levels: steps => "level" / "levels" }
    level_same() { zh: "等次不变", en: "the same level" }
    other_scheme(scheme: &str) { zh: "上一年按“{scheme}”评，不可比", en: "the year before was rated by {scheme}: not comparable" }
    trend_by_level() { zh: "往年在前，本轮在后；有的年度只知等次，柱长按等次高低", en: "Oldest first, this round last; of some years only the level is known, so a bar is the level" }

    vetoes() { zh: "否决", en: "Vetoes" }
    adjustments() { zh: "加减分", en: "Adjustments" }
    adjustment(id: &str, title: &str, given: &str) { zh: "{id} {title}：{given}", en: "{id} {title}: {given}" }
    no_journal() { zh: "还没有操作记录", en: "Nothing in the journal yet" }
    see_explain(command: &str) { zh: "每个数怎样算出来、依据哪条规则：{command}", en: "How each figure came about, and by which rule: {command}" }
}
