//! The screens of a round, as the menu of other pages names them.

crate::texts! {
    organisations() { zh: "单位", en: "Organisations" }
    ranking() { zh: "排名定级", en: "Ranking and levels" }
    ballots() { zh: "测评计票", en: "Count ballots" }
    mutual() { zh: "互评", en: "Mutual rating" }
    crosswise() { zh: "横评", en: "One item across organisations" }
    vetoes() { zh: "本轮全部否决", en: "All vetoes of the round" }
    ledger() { zh: "积分台账", en: "Ledger" }
    board() { zh: "公布榜", en: "Board" }
    adjustments() { zh: "加减分", en: "Bonuses and penalties" }
    assignments() { zh: "分工与回避", en: "Assignments and recusals" }
    places() { zh: "名额", en: "Places" }
    waiting() { zh: "未提交名单", en: "Who has not submitted" }
    findings() { zh: "公示前核查", en: "Findings before the notice" }
    journal() { zh: "操作记录", en: "Journal" }

    no_organisation() { zh: "先选一个参加评定的单位", en: "First pick an organisation that is rated" }
    no_ballots() { zh: "这个办法没有民主测评", en: "This scheme has no ballots" }
    no_mutual() { zh: "这个办法没有互评", en: "This scheme has no mutual rating" }
    no_sheets() { zh: "这个办法没有评分表", en: "This scheme has no sheets" }
    no_vetoes() { zh: "这个办法没有否决情形", en: "This scheme has no vetoes" }
    no_adjustments() { zh: "这个办法没有加减分", en: "This scheme has no bonuses or penalties" }
    no_raters() { zh: "这个办法没有由评分人填表的评价主体", en: "No party of this scheme fills sheets" }
}
