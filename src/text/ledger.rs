//! The ledger: its events and their steps, its persons, its board.

use crate::scheme::MemberKind;

use super::Language;

crate::texts! {
    title_all() { zh: "积分台账", en: "Ledger" }
    title_of(name: &str) { zh: "积分台账 · {name}", en: "Ledger: {name}" }
    title_chair(title: &str, chair: &str) { zh: "{title} · 以{chair}", en: "{title}, as {chair}" }
    pane() { zh: "积分事项", en: "Events" }
    pane_filtered(filter: &str) { zh: "积分事项 · {filter}", en: "Events: {filter}" }
    counted(declared: usize, waiting: usize, sent_back: usize, counted: usize) {
        zh: "待确认 {declared}  待审签 {waiting}  退回 {sent_back}  已计入 {counted}",
        en: "{declared} declared, {waiting} to sign, {sent_back} sent back, {counted} counted",
    }
    listed(shown: usize, all: usize) { zh: "列出 {shown}/{all} 件", en: "{shown} of {all} listed" }
    column_date() { zh: "日期", en: "Date" }
    column_organisation() { zh: "单位", en: "Organisation" }
    column_member() { zh: "人员", en: "Person" }
    column_item() { zh: "指标", en: "Item" }
    column_points() { zh: "分值", en: "Points" }
    column_state() { zh: "状态", en: "State" }
    column_document() { zh: "依据文号", en: "Document" }
    nothing_listed() { zh: "没有这样的积分事项。按 + 申报一件，Esc 去掉筛选", en: "No such events. Press + to declare one, Esc to clear the filter" }
    no_longer(state: &str) { zh: "{state} ←", en: "{state} ←" }

    stage_declared() { zh: "待确认", en: "to confirm" }
    stage_waiting(title: &str) { zh: "待{title}", en: "to sign: {title}" }
    stage_sent_back() { zh: "已退回", en: "sent back" }
    stage_counted() { zh: "已计入", en: "counted" }

    chair_title() { zh: "以谁的名义办", en: "In whose name" }
    chair_unit() { zh: "申报单位", en: "the unit" }
    chair_office() { zh: "登记人", en: "the office" }
    chair_does(chair: &str, step: &str) { zh: "{chair}（{step}）", en: "{chair} ({step})" }
    step_declare() { zh: "申报", en: "declare" }
    step_declare_anew() { zh: "重新申报", en: "declare anew" }
    step_alter() { zh: "修改申报", en: "alter the declaration" }
    step_confirm() { zh: "核对确认", en: "confirm" }
    step_sign(title: &str) { zh: "{title}审签", en: "sign as {title}" }
    step_send_back() { zh: "退回（写明事由）", en: "send back, with a reason" }
    step_remove() { zh: "删除", en: "remove" }
    step_in_name(step: &str, chair: &str) { zh: "{step}（以{chair}的名义）", en: "{step} (as {chair})" }
    sent_back_by(chair: &str) { zh: "{chair}退回", en: "sent back by {chair}" }
    /// Why a seat may not take a step.
    not_ones_own() { zh: "申报单位不能确认自己的申报（双方核对）", en: "the unit does not confirm its own declaration" }
    other_chair(wanted: &str, now: &str) { zh: "由{wanted}办，现在是{now}", en: "for {wanted}; you act as {now}" }
    stepped(step: &str, event: &str) { zh: "{step}：{event}", en: "{step}: {event}" }

    already_sent_back() { zh: "已经退回，等单位重新申报", en: "sent back already" }
    send_back_first() { zh: "已确认，先退回才能改", en: "confirmed: send it back first" }
    declare_anew_first() { zh: "已退回，先由单位重新申报", en: "sent back: the unit declares it anew first" }
    confirm_first() { zh: "先由登记人确认", en: "the office confirms it first" }
    signs_first(title: &str) { zh: "还没轮到，先由{title}审签", en: "{title} signs first" }
    done_already() { zh: "这一步已经办过", en: "done already" }
    counts_already() { zh: "已经计入", en: "counts already" }
    nothing_selected() { zh: "没有选中的事项", en: "No event is selected" }

    none_waits(chair: &str) { zh: "列出的事项里没有等{chair}办的", en: "Nothing in the list waits for {chair}" }
    many_title(step: &str, count: usize) { zh: "{step} {count} 件", en: "{step}: {count} {events}", events: count => "event" / "events" }
    many_of(count: usize, listed: usize) { zh: "列出的 {listed} 件中有 {count} 件等这一步，一次办完", en: "{count} of the {listed} listed {wait} for this step", wait: count => "waits" / "wait" }
    many_no() { zh: "不办", en: "No" }
    many_yes(step: &str, count: usize) { zh: "{step}，{count} 件", en: "{step}, {count} {events}", events: count => "event" / "events" }
    many_done(step: &str, count: usize) { zh: "{step}：{count} 件已办", en: "{step}: {count} {events} done", events: count => "event" / "events" }

    filter_title() { zh: "只看", en: "Show" }
    filter_all() { zh: "全部事项", en: "All events" }
    filter_mine(stage: &str) { zh: "轮到我的（{stage}）", en: "Those that wait for me ({stage})" }
    filter_counted(stage: &str, count: usize) { zh: "{stage}  {count} 件", en: "{stage}  {count}" }
    find_person(organisation: &str) { zh: "{organisation}的人员", en: "of {organisation}" }
    find_organisation() { zh: "单位", en: "organisation" }

    rule_each(each: &str) { zh: "每件 {each} 分，填次数（P5）", en: "Each counts {each}; give the count (P5)" }
    rule_range(low: &str, high: &str) { zh: "每件 {low} 至 {high} 分，填分值（P5）", en: "{low} to {high} points; give the points (P5)" }
    rule_range_step(low: &str, high: &str, step: &str) {
        zh: "每件 {low} 至 {high} 分，每 {step} 分一档，填分值（P5）",
        en: "{low} to {high} points in steps of {step}; give the points (P5)",
    }
    kinds_are() { zh: "人员填编号，空着为单位的；类别 1 党务干部，2 党员", en: "Person: a number, empty for the unit's own; kind 1 officer, 2 member" }
    kind_needed() { zh: "写了人员，就要写人员类别：1 党务干部，2 党员", en: "A person needs a kind: 1 officer, 2 member" }
    declare_title(id: &str, title: &str) { zh: "申报 · {id} {title}", en: "Declare {id} {title}" }
    field_organisation() { zh: "单位", en: "Organisation" }
    field_member() { zh: "人员编号", en: "Person" }
    field_kind() { zh: "人员类别", en: "Kind" }
    field_date() { zh: "日期", en: "Date" }
    field_count() { zh: "次数", en: "Count" }
    field_points() { zh: "分值", en: "Points" }
    field_document() { zh: "依据文号", en: "Document" }
    field_reason() { zh: "退回事由", en: "Reason" }
    sent_back_for(reason: &str) { zh: "退回事由：{reason}", en: "Sent back: {reason}" }

    detail_item(id: &str, title: &str, category: &str) { zh: "{id} {title}（{category}）", en: "{id} {title} ({category})" }
    detail_each(date: &str, each: &str, count: u64, points: &str) { zh: "{date}  {each} × {count} = {points} 分", en: "{date}  {each} × {count} = {points} points" }
    detail_points(date: &str, points: &str) { zh: "{date}  {points} 分", en: "{date}  {points} points" }
    detail_document(document: &str) { zh: "依据 {document}", en: "document {document}" }
    detail_no_document() { zh: "没有依据文号", en: "no document" }
    still_lacks_document(said: &str) { zh: "{said}；没有依据文号，请补上凭证", en: "{said}; no document yet, please add the evidence" }
    undated() { zh: "没有日期", en: "no date" }
    lacks_declared(rest: &str) { zh: "已申报，还差 {rest}，才计入（P5）", en: "Declared; still needs {rest} before it counts (P5)" }
    lacks_confirmed(rest: &str) { zh: "已确认，还差 {rest}，才计入（P5）", en: "Confirmed; still needs {rest} before it counts (P5)" }
    lacks_signed(signed: &str, rest: &str) { zh: "已确认，{signed}已签，还差 {rest}，才计入（P5）", en: "Signed by {signed}; still needs {rest} before it counts (P5)" }
    lacks_anew() { zh: "已退回，单位重新申报后再确认、审签（P5）", en: "Sent back: the unit declares it anew, and it is confirmed and signed again (P5)" }
    lacks_nothing(signed: &str) { zh: "已确认，{signed}都已签，已计入（P5）", en: "Confirmed, signed by {signed}, and counted (P5)" }
    lacks_nothing_alone() { zh: "已确认，已计入（P5）", en: "Confirmed and counted (P5)" }
    confirmation() { zh: "确认", en: "confirmation" }
    list_comma() { zh: "、", en: ", " }

    past_title(id: &str) { zh: "经过 · {id}", en: "Steps of {id}" }
    past_by(way: &str, now: &str) { zh: "{way}：{now}", en: "{way}: {now}" }
    past_reason(reason: &str) { zh: "，事由：{reason}", en: ", because: {reason}" }

    trial_title(id: &str, count: usize) { zh: "如果计入 {id}：{count} 家会变动", en: "If {id} counted: {count} would move" }
    trial_not_stored() { zh: "这是试算，什么也没有存入（K3）", en: "On trial: nothing was stored (K3)" }
    trial_nobody() { zh: "计入后谁也不变动（试算，没有存入）", en: "Nobody would move (on trial, nothing stored)" }
    trial_leader(before: &str, after: &str) { zh: "最高积分 {before} → {after}，其余按比例重算", en: "Highest points {before} → {after}; all others in proportion" }
    trial_same_leader() { zh: "最高积分不变", en: "The highest points stay" }
    trial_moved(before: &str, after: &str, by: &str) { zh: "{before} → {after}（{by}）", en: "{before} → {after} ({by})" }
    trial_level(before: &str, after: &str) { zh: "  {before} → {after}", en: "  {before} → {after}" }

    command_act() { zh: "办理", en: "Act" }
    command_step() { zh: "办我这一步", en: "My step" }
    command_declare() { zh: "申报", en: "Declare" }
    command_send_back() { zh: "退回", en: "Send back" }
    command_step_all() { zh: "列出的全办", en: "All that wait for me" }
    command_filter() { zh: "筛选", en: "Filter" }
    command_find() { zh: "找单位、人员", en: "Find" }
    command_chair() { zh: "以谁的名义办", en: "In whose name" }
    command_persons() { zh: "本单位人员积分", en: "Persons of this organisation" }
    command_board() { zh: "公布榜", en: "Board" }
    command_trial() { zh: "试算：如果计入", en: "On trial: if it counted" }
    command_past() { zh: "经过", en: "Steps so far" }
    command_refresh() { zh: "刷新", en: "Refresh" }

    board_title() { zh: "公布榜", en: "Board" }
    board_title_period(period: &str) { zh: "公布榜 · {period}", en: "Board, {period}" }
    board_counted(on: usize, all: usize) { zh: "上榜 {on}/{all} 家", en: "{on} of {all} have points" }
    board_persons(count: usize) { zh: "上榜 {count} 人", en: "{count} {persons} listed", persons: count => "person" / "persons" }
    board_undated(count: u32) { zh: "另有 {count} 件没有日期，不在任何时段里", en: "{count} counting {events_have} no date and {are} in no period", events_have: count => "event has" / "events have", are: count => "is" / "are" }
    board_empty() { zh: "这个时段没有计入的积分", en: "Nothing counts in this period" }
    column_place() { zh: "名次", en: "Place" }
    column_name() { zh: "名称", en: "Name" }
    column_total() { zh: "积分", en: "Points" }
    column_own() { zh: "单位", en: "Own" }
    column_linked() { zh: "人员加", en: "Persons" }
    column_events() { zh: "件数", en: "Events" }
    column_composite() { zh: "折算", en: "Scaled" }
    column_level() { zh: "等次", en: "Level" }
    column_adds() { zh: "为单位加", en: "Adds" }
    period_title() { zh: "时段（按事项日期）", en: "Period, by the events' dates" }
    period_all() { zh: "全年至今", en: "All so far" }
    period_quarter(quarter: usize) { zh: "第 {quarter} 季度", en: "Quarter {quarter}" }
    period_own() { zh: "自定起止日期", en: "From and to" }
    period_from() { zh: "从", en: "From" }
    period_to() { zh: "到", en: "To" }
    period_form() { zh: "日期写作 2026-05-31；空着为不限", en: "Dates as 2026-05-31; empty for no limit" }
    period_bad(date: &str) { zh: "“{date}”不是日期，应如 2026-05-31", en: "\"{date}\" is not a date such as 2026-05-31" }
    period_turned() { zh: "起始日期在截止日期之后", en: "The first day is after the last" }
    period_told(from: &str, to: &str) { zh: "{from} 至 {to}", en: "{from} to {to}" }
    period_since(from: &str) { zh: "{from} 起", en: "since {from}" }
    period_until(to: &str) { zh: "至 {to}", en: "until {to}" }
    command_period() { zh: "时段", en: "Period" }
    command_next_list() { zh: "下一张榜", en: "Next list" }
    command_previous_list() { zh: "上一张榜", en: "Previous list" }
    command_open_persons() { zh: "人员积分", en: "Persons" }

    persons_name() { zh: "人员积分", en: "Persons of an organisation" }
    persons_title(name: &str) { zh: "人员积分 · {name}", en: "Persons of {name}" }
    persons_pane() { zh: "人员", en: "Persons" }
    persons_none() { zh: "这个单位的人员还没有计入的积分", en: "No person of this organisation has counting events" }
    persons_counted(officers: usize, members: usize) { zh: "党务干部 {officers} 人  党员 {members} 人", en: "{officers} {officers_noun}, {members} {members_noun}", officers_noun: officers => "officer" / "officers", members_noun: members => "member" / "members" }
    persons_rule_person(every: &str, add: &str) { zh: "P6 每人每满 {every} 分给单位加 {add} 分，零头不合并", en: "P6: each person's every {every} points add {add}; remainders are not added up" }
    persons_rule_pooled(every: &str, add: &str) { zh: "P6 人员积分合并，每满 {every} 分给单位加 {add} 分", en: "P6: persons' points together; every {every} add {add}" }
    persons_rule_none() { zh: "这个办法不把人员积分折入单位", en: "Persons add nothing by this scheme" }
    persons_of(own: &str, linked: &str, points: &str) { zh: "P5 单位 {own} + 人员 {linked} = {points} 分", en: "P5: own {own} + persons {linked} = {points} points" }
    command_events() { zh: "看这个人的事项", en: "Events of this person" }
    command_next() { zh: "下一单位", en: "Next organisation" }
    command_previous() { zh: "上一单位", en: "Previous organisation" }
    no_ledger() { zh: "这个办法不记积分", en: "This scheme keeps no ledger" }
}

/// What a person on a ledger is.
#[must_use]
pub const fn member_kind(language: Language, kind: MemberKind) -> &'static str {
    match (kind, language) {
        (MemberKind::Officer, Language::Chinese) => "党务干部",
        (MemberKind::Officer, Language::English) => "officer",
        (MemberKind::Member, Language::Chinese) => "党员",
        (MemberKind::Member, Language::English) => "member",
    }
}
