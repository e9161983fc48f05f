//! Places (G3, G4): the number of each level, and where it comes from.

crate::texts! {
    title(round: &str) { zh: "{round} · 名额", en: "{round}: places" }
    counted(stated: usize) { zh: "上级下达 {stated} 条", en: "{stated} sent down" }
    counted_wrong(cohorts: usize) { zh: "! {cohorts} 处下达的名额与已排名的家数不符", en: "! numbers sent down do not add up in {cohorts} {noun}", noun: cohorts => "cohort" / "cohorts" }
    pane() { zh: "名额", en: "Places" }
    pane_stated() { zh: "名额 · 筛选：上级下达的", en: "Places, filter: sent down" }
    column_cohort() { zh: "排名范围", en: "Cohort" }
    column_track() { zh: "类别", en: "Track" }
    column_level() { zh: "等次", en: "Level" }
    column_places() { zh: "名额", en: "Places" }
    column_source() { zh: "来源", en: "From" }
    column_scheme() { zh: "按办法", en: "Scheme" }
    column_ranked() { zh: "已排名", en: "Ranked" }
    none() { zh: "这一轮没有参加评定的单位", en: "No organisation of this round is rated" }
    none_stated() { zh: "没有上级下达的名额。Esc 取消筛选", en: "No number was sent down. Esc clears the filter" }
    nothing_selected() { zh: "没有选中的名额", en: "Nothing is selected" }

    every_cohort() { zh: "每个范围", en: "every cohort" }
    no_cohort() { zh: "全部", en: "all" }
    every_track() { zh: "每个类别", en: "every track" }
    unlimited() { zh: "不限", en: "-" }
    from_parts() { zh: "按比例算（G3）", en: "by parts (G3)" }
    from_at_most(at_most: &str) { zh: "不超过 {at_most}%（G4）", en: "at most {at_most}% (G4)" }
    from_above() { zh: "上级下达", en: "sent down" }
    from_general(from: &str) { zh: "下达：{from}", en: "sent down: {from}" }
    no_limit() { zh: "不限名额", en: "no limit" }
    last_takes_the_rest() { zh: "末档，其余全部", en: "the rest" }
    last_ignores() { zh: "末档不受名额限制", en: "the last level has no limit" }
    scheme_makes(number: u64, source: &str) { zh: "按办法是 {number} 个：{source}", en: "By the scheme {number}: {source}" }
    scheme_sets_none() { zh: "按办法不限名额", en: "By the scheme there is no limit" }
    replaces() { zh: "下达的名额只代替这一个等次的；0 表示没有名额", en: "A number sent down replaces that of this level alone; 0 means none" }
    general() { zh: "用于没有自己一条的每个范围或类别（先看范围，再看类别）", en: "For every cohort or track without a number of its own (cohort before track)" }
    whole(ranked: u32, levels: &str) { zh: "已排名 {ranked} 家；{levels}", en: "{ranked} ranked; {levels}" }
    level_places(level: &str, number: u64) { zh: "{level} {number}", en: "{level} {number}" }
    level_unlimited(level: &str) { zh: "{level} 不限", en: "{level} unlimited" }
    separator() { zh: "、", en: ", " }
    too_many(sum: u64, ranked: u32) { zh: "! 名额合计 {sum} 个，多于已排名的 {ranked} 家，请核对", en: "! {sum} {noun} in all, more than the {ranked} ranked", noun: sum => "place" / "places" }
    not_even(sum: u64, ranked: u32) { zh: "! 各等次下达的名额合计 {sum} 个，与已排名的 {ranked} 家不符，请核对", en: "! The numbers sent down come to {sum}, not to the {ranked} ranked" }

    command_edit() { zh: "填下达数", en: "Enter the number" }
    command_remove() { zh: "删除下达数", en: "Remove the number" }
    command_add() { zh: "通用名额", en: "For every cohort" }
    command_find() { zh: "查找范围", en: "Find a cohort" }
    command_stated() { zh: "只看下达的", en: "Sent down only" }
    command_refresh() { zh: "刷新", en: "Refresh" }
    command_ranking() { zh: "到这个范围的排名", en: "Ranking of this cohort" }
    which_cohort() { zh: "名额用于哪个范围", en: "For which cohort" }
    which_track() { zh: "用于哪个类别", en: "For which track" }
    which_level() { zh: "哪个等次", en: "Which level" }
    field_number() { zh: "名额", en: "Places" }
    field_document() { zh: "依据文号", en: "Document" }
    no_document() { zh: "没有写依据文号", en: "no document" }
    basis(document: &str, actor: &str, day: &str) { zh: "下达依据：{document}（{actor}录入，{day}）", en: "Sent down on: {document} (entered by {actor}, {day})" }
    number_wrong(typed: &str) { zh: "名额要写成整数，不能是“{typed}”；要去掉请按 Del", en: "Places are a whole number, not \"{typed}\"; Del removes it" }
    stored(place: &str, number: u64) { zh: "{place}：下达 {number} 个。Ctrl-Z 撤销", en: "{place}: {number}. Ctrl-Z undoes it" }
    removed(place: &str) { zh: "{place}：已删除下达的名额。Ctrl-Z 撤销", en: "{place}: removed. Ctrl-Z undoes it" }
    stated_elsewhere(place: &str) { zh: "这个名额来自“{place}”那一条，请到那一条删除", en: "This number comes from \"{place}\"; remove it there" }
    nothing_stated() { zh: "这里没有上级下达的名额，是按办法算的", en: "No number was sent down here; the scheme makes it" }
}
