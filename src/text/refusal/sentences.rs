//! The sentences of refusals and troubles and of what is wrong with a book.

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
    scheme_faults(count: usize) { zh: "考评办法有 {count} 处错误。", en: "The scheme has {count} {faults}.", faults: count => "fault" / "faults" }
    scheme_faults_help() {
        zh: "用 pingxing scheme check 文件 逐条查看。",
        en: "See them all with `pingxing scheme check FILE`.",
    }
    round_closed() { zh: "本轮次现在不接受这项操作。", en: "The round is not open for this." }
    unknown_part(what: &str, code: &str) { zh: "没有这个{what}：{code}。", en: "There is no {what} \"{code}\"." }
    not_rated(organisation: &str) {
        zh: "单位“{organisation}”没有类别，本身不参加评定。",
        en: "Organisation {organisation} has no track and is not rated itself.",
    }
    party_not_on_track(organisation: &str, party: &str) {
        zh: "{party}不评单位“{organisation}”所属的类别。",
        en: "{party} does not rate the track of organisation {organisation}.",
    }
    item_not_on_sheet(organisation: &str, party: &str, item: &str) {
        zh: "单位“{organisation}”的{party}评分表上没有指标“{item}”（C1、I9）。",
        en: "Item {item} is not on the sheet of {party} for organisation {organisation} (C1, I9).",
    }
    wrong_method(party: &str) {
        zh: "{party}不用这种方式评分。",
        en: "{party} does not rate in this way.",
    }
    entry_refused(item: &str, entry: &str, why: &str) {
        zh: "指标“{item}”不能记“{entry}”：{why}",
        en: "Item {item} cannot be \"{entry}\": {why}",
    }
    twice(what: &str, key: &str) {
        zh: "{what}（{key}）写了两次，而且不一样。",
        en: "The {what} ({key}) appears twice, with different values.",
    }
    bad_field(name: &str, value: &str) { zh: "“{name}”不能是“{value}”。", en: "\"{value}\" cannot be the {name}." }
    missing_field(name: &str) { zh: "缺少“{name}”。", en: "The {name} is missing." }
    own_organisation(organisation: &str, rater: &str) {
        zh: "“{rater}”属于单位“{organisation}”，不得评自己所在的单位（P2）。",
        en: "{rater} belongs to organisation {organisation} and does not rate it (P2).",
    }
    kept_back(organisation: &str, party: &str, rater: &str) {
        zh: "各自独立评分：{party}“{rater}”提交单位“{organisation}”的评分表后，才显示他人评分、综合得分及其结果。",
        en: "This party rates independently: others' marks, the composite and what follows from it are shown once {rater} of {party} has submitted the sheet of organisation {organisation}.",
    }
    kept_back_of(count: usize, party: &str, rater: &str) {
        zh: "各自独立评分：有 {count} 家单位，{party}“{rater}”尚未提交评分表，他人评分、综合得分及其结果未显示。",
        en: "This party rates independently: {rater} of {party} has not submitted the {sheets} of {count} {organisations}, so others' marks, the composite and what follows from it are not shown for them.", sheets: count => "sheet" / "sheets", organisations: count => "organisation" / "organisations",
    }
    used_by_decision(organisation: &str, party: &str, rater: &str) {
        zh: "单位“{organisation}”的并列排序已经决定，{party}“{rater}”不能再自行撤回评分表；请组织者写明事由退回。",
        en: "The tie of organisation {organisation} has been decided, so {rater} of {party} cannot take the sheet back; who runs the round can return it, with a reason.",
    }
    recused(organisation: &str, party: &str, rater: &str) {
        zh: "{party}“{rater}”对单位“{organisation}”须回避。",
        en: "{rater} of {party} is recused from organisation {organisation}.",
    }
    not_due(organisation: &str, party: &str, rater: &str) {
        zh: "{party}“{rater}”不在单位“{organisation}”的应评名单上。",
        en: "{rater} of {party} is not on the list of raters for organisation {organisation}.",
    }
    not_due_help() {
        zh: "请组织者在“分工与回避”里列入。",
        en: "Who runs the round can add them under \"Assignments and recusals\".",
    }
    unknown_rater(party: &str, rater: &str) {
        zh: "“{rater}”不在{party}的评分人名单上。",
        en: "{rater} is not on the list of raters of {party}.",
    }
    unknown_rater_help() {
        zh: "先用 pingxing import raters 把评分人列入名单。",
        en: "Put the rater on the list first, with `pingxing import raters`.",
    }
    sheet_submitted(organisation: &str, party: &str, rater: &str) {
        zh: "{party}“{rater}”对单位“{organisation}”的评分表已提交，不能再改。",
        en: "The sheet of {rater} ({party}) for organisation {organisation} is submitted and read-only.",
    }
    sheet_submitted_help() {
        zh: "由评分人写明事由撤回，或退回后再改；导入时用 --reopen 写明事由。",
        en: "Take it back with a reason, or have it returned; an import takes `--reopen REASON`.",
    }
    sheet_not_submitted(organisation: &str, party: &str, rater: &str) {
        zh: "{party}“{rater}”对单位“{organisation}”的评分表尚未提交。",
        en: "The sheet of {rater} ({party}) for organisation {organisation} is not submitted.",
    }
    sheet_incomplete(organisation: &str, party: &str, rater: &str, count: usize, items: &str) {
        zh: "{party}“{rater}”对单位“{organisation}”的评分表还有 {count} 项未评（{items}），不能提交（C4）。",
        en: "The sheet of {rater} ({party}) for organisation {organisation} lacks {count} {noun} ({items}) and cannot be submitted (C4).", noun: count => "item" / "items",
    }
    no_parent(organisation: &str, parent: &str) {
        zh: "单位“{organisation}”的上级“{parent}”不在名单上。",
        en: "Organisation {organisation} names the parent {parent}, which is not there.",
    }
    parent_circle(organisation: &str, parent: &str) {
        zh: "单位“{organisation}”与上级“{parent}”互为上下级，成了一个圈。",
        en: "The parents of organisation {organisation} go in a circle through {parent}.",
    }
    organisation_in_use(organisation: &str) {
        zh: "单位“{organisation}”在本轮次已有数据，不能移除或改类别。",
        en: "Organisation {organisation} has data in the round and cannot go or change its track.",
    }
    event_not_declared(event: &str) {
        zh: "积分事项 {event} 不在申报中：先由单位申报，才能确认和审签（P5）。",
        en: "The event {event} is not declared: the unit declares it before it is confirmed and signed (P5).",
    }
    event_not_confirmed(event: &str) {
        zh: "积分事项 {event} 还没有确认：先由登记人确认，才能审签（P5）。",
        en: "The event {event} is not confirmed: the office confirms it before anybody signs (P5).",
    }
    event_not_signed(event: &str, title: &str) {
        zh: "积分事项 {event} 还没有轮到：先由{title}审签（P5）。",
        en: "It is not this one's turn to sign the event {event}: {title} signs first (P5).",
    }
    event_reviewed(event: &str) {
        zh: "积分事项 {event} 已经确认或审签，不能直接改动或删除。",
        en: "The event {event} has been confirmed or signed and is not altered or removed.",
    }
    event_reviewed_help() {
        zh: "先退回并写明事由，由单位重新申报。",
        en: "Send it back with a reason; the unit then declares it anew.",
    }
    reason_needed() { zh: "这项操作须写明事由。", en: "This needs a reason." }
    conflict(what: &str, key: &str, by: &str, theirs: &str, mine: &str) {
        zh: "{what}（{key}）已被 {by} 改为“{theirs}”，您要写的是“{mine}”。",
        en: "The {what} ({key}) has been changed by {by} to \"{theirs}\"; yours is \"{mine}\".",
    }
    conflict_help() { zh: "看清对方的改动，再决定是否重写。", en: "Look at theirs, then decide whether to write yours again." }
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
    rows_refused(count: usize) { zh: "有 {count} 处不能写入：", en: "{count} {rows_are} refused:", rows_are: count => "row is" / "rows are" }

    entry_out_of_range(points: &str) { zh: "应在 0 到 {points} 之间。", en: "it must be between 0 and {points}." }
    entry_not_a_multiple(step: &str) { zh: "应是 {step} 的整数倍。", en: "it must be a multiple of {step}." }
    entry_too_fine(decimals: u8) { zh: "小数最多 {decimals} 位。", en: "it may have {decimals} {noun} at most.", noun: decimals => "decimal" / "decimals" }
    entry_not_a_number() { zh: "这里要填一个数。", en: "a number is needed here." }
    entry_too_long(places: usize) {
        zh: "整数最多 15 位，小数最多 {places} 位。",
        en: "15 digits before and {places} after the point at most.",
    }
    entry_not_counts() {
        zh: "应写成“编号=次数”，以空格隔开，例如 a=2 b=1；没有扣分写“无”。粘贴时也可用画面上的序号，如 1=2。",
        en: "write `id=count` with blanks between, such as `a=2 b=1`, or `none`; what is pasted may use the numbers on the screen, such as `1=2`.",
    }
    entry_unknown_deduction(name: &str) { zh: "没有扣分情形 {name}。", en: "there is no deduction {name}." }
    entry_deduction_twice(name: &str) { zh: "扣分情形 {name} 写了两次。", en: "deduction {name} is written twice." }
    entry_unknown_option(name: &str) { zh: "没有选项 {name}。", en: "there is no option {name}." }
    entry_not_optional() { zh: "本指标不得记为不适用。", en: "this item may not be \"not applicable\"." }

    locked(seconds: u64) {
        zh: "等了 {seconds} 秒，别人一直在写这个数据库。",
        en: "Somebody else has been writing to the database for {seconds} {noun}.", noun: seconds => "second" / "seconds",
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
        zh: "操作记录只到第 {found} 号，而登记的末号是第 {head} 号。",
        en: "the journal ends at operation {found}, but its head names {head}.",
    }
    book_state(what: &str, key: &str) {
        zh: "现存的{what}（{key}）与操作记录推得的不符。",
        en: "the stored {what} ({key}) is not what the journal leads to.",
    }
    book_derived(organisation: &str) {
        zh: "单位“{organisation}”存下的得分与重算的不符。",
        en: "the stored figures of organisation {organisation} are not those calculated anew.",
    }
}
