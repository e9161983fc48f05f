//! What the command line says: messages, headings, tables.

crate::texts! {
    error() { zh: "错误：", en: "error: " }
    exported_in_part(path: &str) {
        zh: "{path} 不完整：只有此人现在能看的部分，上面各家单位的他人评分没有写入",
        en: "{path} is incomplete: it has only what this person may see now, without others' marks of the organisations above",
    }
    exported_in_part_help() {
        zh: "导出全部：由组织者加上 --as 组织者（不是评分人的名字）再导出；或先提交评分表，或在界面“换一个评分人”里选“只查看”",
        en: "to export all, who runs the round exports with `--as NAME`, a name that is no rater's; or submit the sheets first, or choose \"Only look\" under \"Rate in another name\"",
    }
    kept() { zh: "现状：", en: "kept: " }
    what_to_do() { zh: "处理：", en: "what to do: " }
    nearest(names: &str) { zh: "是不是：{names}？", en: "Did you mean {names}?" }
    see_help(command: &str) { zh: "详见 {command} --help", en: "See `{command} --help`." }

    usage_unknown_option(argument: &str) { zh: "没有这个选项或参数：{argument}", en: "there is no such option or argument: {argument}" }
    usage_unknown_command(name: &str) { zh: "没有这个命令：{name}", en: "there is no such command: {name}" }
    usage_bad_value(value: &str, argument: &str) { zh: "{argument} 不能是“{value}”", en: "{argument} cannot be \"{value}\"" }
    usage_no_value(argument: &str) { zh: "{argument} 后面要写值", en: "{argument} needs a value" }
    usage_allowed(values: &str) { zh: "可以是：{values}", en: "it may be: {values}" }
    usage_missing(arguments: &str) { zh: "缺少：{arguments}", en: "missing: {arguments}" }
    usage_missing_command(commands: &str) { zh: "请接着写命令：{commands}", en: "a command has to follow: {commands}" }
    usage_conflict(argument: &str) { zh: "{argument} 写了不止一次，或不能与别的选项同用", en: "{argument} is given twice, or does not go with another option" }
    usage_not_text() { zh: "参数不是 UTF-8 文字", en: "an argument is not UTF-8 text" }
    between() { zh: "、", en: ", " }
    usage_other() { zh: "命令行写得不对", en: "the command line is not understood" }

    organisation_ambiguous(name: &str) { zh: "“{name}”不止一个单位：", en: "\"{name}\" is more than one organisation:" }
    organisation_ambiguous_help() { zh: "请改用编码。", en: "Use the code." }
    organisation_unknown(name: &str) { zh: "没有单位“{name}”。", en: "There is no organisation \"{name}\"." }
    organisation_unknown_help() { zh: "用 pingxing results 查看单位的编码和名称。", en: "See codes and names with `pingxing results`." }
    track_unknown(name: &str) { zh: "办法里没有类别“{name}”。", en: "The scheme has no track \"{name}\"." }
    scheme_not_shipped(name: &str) { zh: "没有自带办法“{name}”。", en: "There is no shipped scheme \"{name}\"." }
    scheme_unknown(name: &str) { zh: "没有自带办法“{name}”，也没有这个文件。", en: "There is no shipped scheme \"{name}\", and no such file." }
    scheme_unknown_help(ids: &str) { zh: "自带的办法有：{ids}。", en: "The shipped schemes are: {ids}." }
    scheme_of_round_faulty() { zh: "轮次里保存的办法读不出来。", en: "The scheme that the round keeps cannot be read." }
    scheme_faulty(file: &str, count: usize) { zh: "{file} 有 {count} 处错误。", en: "{file} has {count} {faults}.", faults: count => "fault" / "faults" }
    scheme_faulty_help() { zh: "按上面各处的说明改好后再试。", en: "Correct what is named above and try again." }
    scheme_sound(file: &str, warnings: usize) { zh: "{file} 没有错误，{warnings} 处提醒。", en: "{file} has no faults and {warnings} {noun}.", noun: warnings => "warning" / "warnings" }
    scheme_written(file: &str, from: &str) { zh: "已按 {from} 写出 {file}。", en: "{file} written from {from}." }

    file_unreadable(path: &str, why: &str) { zh: "读不了 {path}：{why}", en: "{path} cannot be read: {why}" }
    file_unreadable_help() { zh: "请检查路径和权限。", en: "Check the path and its permissions." }
    file_unwritable(path: &str, why: &str) { zh: "写不了 {path}：{why}", en: "{path} cannot be written: {why}" }
    file_there(path: &str) { zh: "{path} 已经存在，没有覆盖。", en: "{path} is already there and was not replaced." }
    file_there_help() { zh: "换一个文件名，或先移走已有的。", en: "Choose another name, or move the file away first." }
    kept_there_help(path: &str) {
        zh: "要接着用它，请运行 pingxing --db {path}；要新的演示，换一个文件名。",
        en: "To go on with it, run `pingxing --db {path}`; for a new demonstration choose another name.",
    }
    file_ending(path: &str) { zh: "{path} 的后缀不是 .csv 或 .xlsx。", en: "{path} does not end in .csv or .xlsx." }
    import_faults(file: &str, count: usize) { zh: "{file} 有 {count} 处错误，一行也没有写入：", en: "{file} has {count} {faults}, and nothing of it was stored:", faults: count => "fault" / "faults" }
    import_faults_help() { zh: "改好上面各行后重新导入。", en: "Correct these rows and import the file again." }
    no_organisations(file: &str) { zh: "{file} 里没有单位。", en: "{file} has no organisations." }

    data_folder_unknown() { zh: "找不到个人数据目录。", en: "The user's data directory is not known." }
    data_folder_unknown_help() { zh: "请用 --db 指定数据库文件。", en: "Name the database with --db." }
    no_database(path: &str, origin: &str) { zh: "没有数据库 {path}（{origin}）。", en: "There is no database {path} ({origin})." }
    no_database_help() {
        zh: "用 pingxing round new 新建轮次时会建立数据库；或用 --db 指定已有的。",
        en: "`pingxing round new` makes one with its first round; or name another with --db.",
    }
    bug() {
        zh: "程序自身出了错。已保存的数据不受影响；请把以上内容报告给维护者。",
        en: "The program itself has failed. What was stored is not touched; please report the above.",
    }
    terminal_failed(why: &str) { zh: "终端出了问题：{why}。已保存的数据不受影响。", en: "The terminal fails: {why}. What was stored is not touched." }
    no_terminal() { zh: "终端界面要在终端里运行；在脚本里请用子命令。", en: "The screens need a terminal; scripts use the subcommands." }

    round_made(round: &str, organisations: usize, database: &str) {
        zh: "已新建轮次“{round}”，单位 {organisations} 家，数据库 {database}。",
        en: "Round \"{round}\" made, {organisations} {noun}, in {database}.", noun: organisations => "organisation" / "organisations",
    }
    no_rounds() { zh: "还没有轮次。用 pingxing round new 新建，或用 pingxing demo 看演示。", en: "There are no rounds yet. Make one with `pingxing round new`, or see `pingxing demo`." }
    imported(file: &str, changes: usize, seq: u64) {
        zh: "已导入 {file}：改动 {changes} 处，操作记录第 {seq} 号。",
        en: "{file} imported: {changes} {noun}, operation {seq} of the journal.", noun: changes => "change" / "changes",
    }
    imported_nothing(file: &str) { zh: "{file} 与库中一致，没有改动。", en: "{file} changes nothing." }
    preview(file: &str, added: u64, changed: u64, removed: u64, unchanged: u64) {
        zh: "{file} 会新增 {added} 处，改动 {changed} 处，移除 {removed} 处；{unchanged} 处不变。没有写入。",
        en: "{file} would add {added}, change {changed} and remove {removed}; {unchanged} stay. Nothing was stored.",
    }
    exported(path: &str) { zh: "已写出 {path}。", en: "{path} written." }
    output_endings() { zh: "文件名以 .csv 或 .xlsx 结尾。", en: "Let the name end in .csv or .xlsx." }
    backed_up(path: &str) { zh: "已备份到 {path}。", en: "Copied to {path}." }
    reading(file: &str) { zh: "读取 {file}", en: "reading {file}" }
    storing() { zh: "写入", en: "storing" }
    making_demo() { zh: "正在准备演示数据", en: "making the demonstration" }
    calculating() { zh: "计算", en: "calculating" }
    verifying() { zh: "核验", en: "verifying" }

    found_summary(must: usize, check: usize, note: usize) {
        zh: "须处理 {must} 处，请核对 {check} 处，提示 {note} 处。",
        en: "{must} to settle, {check} to check, {note} {notes}.", notes: note => "note" / "notes",
    }
    found_blocks(must: usize) { zh: "还有 {must} 处须处理，不能公示。", en: "{must} {findings_stand} in the way of the notice.", findings_stand: must => "finding stands" / "findings stand" }
    found_blocks_help() { zh: "处理标有“须处理”的各处后再核查。", en: "Settle those marked `must`, then check again." }

    verify_sound() { zh: "数据库完好。", en: "The database is sound." }
    verify_database(what: &str) { zh: "数据库：{what}", en: "database: {what}" }
    verify_book(book: &str, operations: u64, changes: u64, head: &str) {
        zh: "{book}：操作 {operations} 次，改动 {changes} 处，校验码 {head}",
        en: "{book}: {operations} {book_operations}, {changes} {book_changes}, code {head}", book_operations: operations => "operation" / "operations", book_changes: changes => "change" / "changes",
    }
    verify_round_book(round: &str) { zh: "轮次“{round}”的操作记录", en: "journal of round \"{round}\"" }
    verify_office_book() { zh: "全库的操作记录", en: "journal of the database" }
    verify_head_found() { zh: "另存的校验码在操作记录中。", en: "The code kept elsewhere is in the journal." }
    verify_head_missing(head: &str) { zh: "操作记录中没有校验码 {head}：记录被截短或换过。", en: "The code {head} is not in the journal: it was cut or replaced." }
    verify_failed(count: usize) { zh: "核验发现 {count} 处问题。", en: "{count} {faults_were} found.", faults_were: count => "fault was" / "faults were" }
    verify_failed_help() { zh: "请保留此文件备查，再从备份恢复。", en: "Keep this file as it is, then restore a backup." }

    log_line_undoes(seq: u64) { zh: "撤销第 {seq} 号", en: "undoes {seq}" }
    log_book(round: &str) { zh: "轮次“{round}”", en: "round \"{round}\"" }
    nearest_organisations() { zh: "是不是下面的单位：", en: "Did you mean one of these:" }
    log_changes(count: u64) { zh: "{count} 处", en: "{count} {changes}", changes: count => "change" / "changes" }
    log_empty() { zh: "没有符合的记录。", en: "Nothing in the journal." }
    ledger_only_help() { zh: "--from、--to、--persons 只用于记积分的办法。", en: "--from, --to and --persons go with a scheme that keeps a ledger." }
    not_there() { zh: "无", en: "none" }
    date_bad(text: &str) { zh: "“{text}”不是日期，应如 2026-11-02。", en: "\"{text}\" is not a date such as 2026-11-02." }

    head_code() { zh: "编码", en: "code" }
    head_name() { zh: "名称", en: "name" }
    head_track() { zh: "类别", en: "track" }
    head_cohort() { zh: "范围", en: "cohort" }
    head_rank() { zh: "名次", en: "rank" }
    head_composite() { zh: "综合", en: "composite" }
    head_adjustment() { zh: "加减分", en: "adjustment" }
    head_stars() { zh: "得星", en: "stars" }
    head_level() { zh: "等次", en: "level" }
    head_remarks() { zh: "说明", en: "remarks" }
    head_round() { zh: "轮次", en: "round" }
    head_year() { zh: "年度", en: "year" }
    head_scheme() { zh: "办法", en: "scheme" }
    head_state() { zh: "状态", en: "state" }
    head_organisations() { zh: "单位数", en: "organisations" }
    head_progress() { zh: "进度", en: "progress" }
    head_id() { zh: "编号", en: "id" }
    head_title() { zh: "名称", en: "title" }
    head_version() { zh: "版本", en: "version" }
    head_weight() { zh: "轻重", en: "weight" }
    head_place() { zh: "位置", en: "place" }
    no_full_size(scheme: &str) {
        zh: "办法 {scheme} 的演示没有更大的规模：--full 只用于 tianjin。",
        en: "The demonstration of {scheme} has no larger size: --full goes with tianjin.",
    }
    warning(why: &str) { zh: "请注意：{why}", en: "Note: {why}" }
    head_finding() { zh: "情况", en: "finding" }
    head_party() { zh: "评价主体", en: "party" }
    head_score() { zh: "得分", en: "score" }
    head_category() { zh: "大类", en: "category" }
    head_full() { zh: "满分", en: "full" }

    remark_incomplete() { zh: "未评完", en: "incomplete" }
    remark_tie_decided(order: u32) { zh: "并列已定，序 {order}", en: "tie decided, {order}" }
    remark_tie() { zh: "并列待定", en: "tie to be ordered" }
    remark_unrated() { zh: "不定等次", en: "unrated" }
    remark_ceiling(level: &str) { zh: "最高{level}", en: "at most {level}" }
    remark_veto(id: &str) { zh: "否决 {id}", en: "veto {id}" }
    remark_proposed(id: &str) { zh: "{id} 待认定", en: "{id} proposed" }
    cohort_of_all() { zh: "全部", en: "all" }
    places_line(level: &str, places: u64) { zh: "{level} {places} 个名额", en: "{level}: {places} {noun}", noun: places => "place" / "places" }
    cohort_ranked(cohort: &str, track: &str, ranked: u32) { zh: "{cohort} · {track}：{ranked} 家排名", en: "{cohort} · {track}: {ranked} ranked" }

    show_title(name: &str, code: &str) { zh: "{name}（{code}）", en: "{name} ({code})" }
    show_title_of_track(name: &str, code: &str, track: &str) { zh: "{name}（{code}） · {track}", en: "{name} ({code}) · {track}" }
    show_not_rated() { zh: "没有类别，本身不参加评定。", en: "No track: not rated itself." }
    round_head(round: &str, year: i32, state: &str) { zh: "{round} · {year}年度 · {state}", en: "{round} · {year} · {state}" }
    round_scheme(title: &str, id: &str, version: &str) { zh: "办法 {title}（{id} {version}）", en: "scheme {title} ({id} {version})" }
    round_hash(hash: &str) { zh: "办法校验码 {hash}", en: "SHA-256 of the scheme {hash}" }
    round_book(seq: u64, head: &str) { zh: "操作记录第 {seq} 号，校验码 {head}", en: "operation {seq}, code {head}" }
    round_progress(party: &str, done: u32, all: u32) { zh: "{party} {done}/{all}", en: "{party} {done}/{all}" }
    round_progress_due(party: &str, done: u32, all: u32, submitted: u32, due: u32) {
        zh: "{party} {done}/{all}（已提交 {submitted}/{due} 张）",
        en: "{party} {done}/{all} ({submitted}/{due} {sheets})", sheets: due => "sheet" / "sheets",
    }
}
