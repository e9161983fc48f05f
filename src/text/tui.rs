//! The frame of the screens: commands of every screen, header, message line, popups.

crate::texts! {
    command_help() { zh: "帮助", en: "Help" }
    command_palette() { zh: "命令", en: "Commands" }
    command_breakdown() { zh: "明细", en: "Breakdown" }
    command_go() { zh: "去别的页面", en: "Go to another page" }
    command_up() { zh: "上一行", en: "Up" }
    command_down() { zh: "下一行", en: "Down" }
    command_page_up() { zh: "上一页", en: "Page up" }
    command_page_down() { zh: "下一页", en: "Page down" }
    command_first() { zh: "第一行", en: "First" }
    command_last() { zh: "最后一行", en: "Last" }
    command_undo() { zh: "撤销", en: "Undo" }
    command_redo() { zh: "重做", en: "Redo" }
    command_back() { zh: "返回", en: "Back" }
    command_read_pane() { zh: "看下栏全文", en: "Read the lower pane in full" }
    pane_goes_on() { zh: "Ctrl-D 看全文", en: "Ctrl-D in full" }
    command_copy() { zh: "复制到本机剪贴板", en: "Copy to the local clipboard" }
    command_mouse() { zh: "鼠标开／关", en: "Mouse on or off" }
    mouse_on() { zh: "鼠标已开：点行选中，再点打开，滚轮上下；选文字时按住 Shift", en: "Mouse on: a click selects, another opens, the wheel moves; hold Shift to select text" }
    mouse_off() { zh: "鼠标已关", en: "Mouse off" }
    copied_within_tmux(lines: usize) {
        zh: "已把 {lines} 行交给 tmux；要到本机剪贴板，tmux 须设 set -g set-clipboard on",
        en: "{lines} {noun} handed to tmux, which passes on only with `set -g set-clipboard on`", noun: lines => "line" / "lines",
    }
    copied(lines: usize) { zh: "已把 {lines} 行交给终端的剪贴板", en: "{lines} {noun} handed to the terminal's clipboard", noun: lines => "line" / "lines" }
    too_long_to_copy(letters: usize) { zh: "有 {letters} 字节，终端一次收不下，没有复制", en: "{letters} bytes are more than a terminal takes; nothing was copied" }
    command_redraw() { zh: "重画屏幕", en: "Redraw the screen" }
    command_theme() { zh: "换配色", en: "Next theme" }
    command_glyphs() { zh: "换框线字符", en: "Next set of line characters" }
    glyphs_auto() { zh: "框线字符：自动（按终端测得的宽度）", en: "Line characters: auto, as the terminal was measured" }
    glyphs_unicode() { zh: "框线字符：全部字符（若右边框不齐，再换一次）", en: "Line characters: all; if the right border is ragged, go on to the next" }
    glyphs_ascii() { zh: "框线字符：只用键盘字符", en: "Line characters: those of the keyboard only" }
    command_language() { zh: "English / 中文", en: "中文 / English" }
    command_suspend() { zh: "挂起，回到命令行", en: "Suspend" }
    command_quit() { zh: "退出", en: "Quit" }

    help_title() { zh: "帮助：这里能做的事", en: "Help: what can be done here" }
    go_title() { zh: "去别的页面（按序号）", en: "Go to another page (by number)" }
    answer_first() { zh: "请先填完或按 Esc 关掉当前窗口", en: "Finish this window first, or close it with Esc" }
    /// Two people changed one row; the one who came second.
    changed_first(by: &str, theirs: &str, mine: &str) {
        zh: "没有存入：{by} 已先改为“{theirs}”，您写的是“{mine}”",
        en: "Not stored: {by} has changed it to \"{theirs}\" first; yours is \"{mine}\"",
    }
    palette_title() { zh: "命令", en: "Commands" }
    filter_label() { zh: "查找", en: "Find" }
    /// Why a command that the palette found cannot run here.
    on_another_page(page: &str) { zh: "在“{page}”页面", en: "on the page \"{page}\"" }
    no_such_command() { zh: "没有这个命令；导入、导出、备份用命令行 pingxing", en: "No such command; import, export and backup are of the command line" }
    nothing_found() { zh: "没有符合的", en: "Nothing found" }

    screen_rounds() { zh: "轮次", en: "Rounds" }
    screen_organisations() { zh: "单位", en: "Organisations" }
    screen_scoring() { zh: "评分", en: "Scoring" }
    screen_ballots() { zh: "测评计票", en: "Ballots" }
    screen_ranking() { zh: "排名", en: "Ranking" }
    screen_breakdown() { zh: "明细", en: "Breakdown" }
    screen_vetoes() { zh: "否决", en: "Vetoes" }
    screen_findings() { zh: "公示前核查", en: "Findings" }
    screen_journal() { zh: "操作记录", en: "Journal" }
    screen_everywhere() { zh: "每个页面", en: "Every screen" }

    saving() { zh: "保存中", en: "Saving" }
    saved() { zh: "已保存", en: "Saved" }
    drafted() { zh: "未存", en: "Not stored" }
    not_saved() { zh: "! 未保存", en: "! Not saved" }

    leaving(count: usize) {
        zh: "还有 {count} 步在保存，存完即退出；再按一次不等",
        en: "Saving {count} {steps}, then leaving; press again not to wait", steps: count => "step" / "steps",
    }
    not_stored_yet(why: &str, count: usize) {
        zh: "{why} 还有 {count} 步没有存上，没有退出；再按一次放弃它们",
        en: "{why} {count} {steps_are} not stored, so the program stays; press again to give up what is not stored", steps_are: count => "step is" / "steps are",
    }
    unsent_title() { zh: "上次没有存完的", en: "Left unsaved last time" }
    unsent_stored(count: usize) { zh: "上次退出时没有存完的 {count} 步，现在已补存。", en: "{count} {steps_were} not stored when the program had to go, and {are} stored now.", steps_were: count => "step was" / "steps were", are: count => "is" / "are" }
    unsent_left(count: usize) { zh: "{count} 步这次仍没有存上，下次启动再补存。", en: "{count} {steps} could not be stored this time either; the next start tries again.", steps: count => "step" / "steps" }
    unsent_refused(count: usize) { zh: "{count} 步没有补存，原因：", en: "{count} {steps_were} refused:", steps_were: count => "step was" / "steps were" }
    unsent_why(actor: &str, why: &str) { zh: "{actor}：{why}", en: "{actor}: {why}" }
    unsent_kept(file: &str) { zh: "留在 {file}", en: "Kept in {file}" }
    unsent_close() { zh: "知道了", en: "Close" }
    /// What quitting would drop.
    undecided(values: &str) {
        zh: "还没有决定，没有存：{values}。请先决定；再按一次退出则放弃",
        en: "Not decided and not stored: {values}. Decide first; press again to give it up and quit",
    }
    press_again_to_quit() { zh: "再按一次退出", en: "Press again to quit" }
    nowhere_to_paste() { zh: "这里不能粘贴，粘贴的内容没有使用", en: "Nothing can be pasted here; it was not used" }
    no_use_of_key(key: &str) { zh: "{key} 在这一页没有用处，F1 看这里能做的事", en: "{key} has no use on this page; F1 shows what can be done here" }
    input_method_is_on() { zh: "输入法开着：这里请用数字、方向键或 F 键", en: "An input method is on: use digits, arrows or F-keys here" }
    /// What was typed ahead of a refusal.
    keys_unused(place: &str, count: usize) { zh: "停在 {place}，其后 {count} 键未用", en: "Stopped at {place}; {count} {keys_were} not used", keys_were: count => "key after it was" / "keys after it were" }
    keys_unused_here(count: usize) { zh: "其后 {count} 键未用", en: "{count} {keys_were} not used", keys_were: count => "key after it was" / "keys after it were" }
    would_undo(what: &str) { zh: "将撤销：{what}。再按一次 Ctrl-Z 撤销", en: "Would undo: {what}. Press Ctrl-Z again to do it" }
    /// One of many changes, and how many there are in all.
    and_others(what: &str, count: usize) { zh: "{what} 等 {count} 处", en: "{what} and others, {count} in all" }
    undone(what: &str) { zh: "已恢复：{what}", en: "Restored: {what}" }
    /// The page in place of everything when the window is too small.
    too_small(width: u16, height: u16, missing: &str) {
        zh: "窗口太小：现在 {width}×{height}，至少要 80×24，还差 {missing}。已录入的都在；放大窗口后继续，在此之前只有 Ctrl-Q（退出）有用。",
        en: "The window is too small: {width}x{height} now, at least 80x24 is needed; {missing} missing. Nothing entered is lost; until the window is larger only Ctrl-Q (quit) does anything.",
    }
    columns_missing(count: u16) { zh: "{count} 列", en: "{count} {columns}", columns: count => "column" / "columns" }
    rows_missing(count: u16) { zh: "{count} 行", en: "{count} {rows}", rows: count => "row" / "rows" }
    both_missing(columns: &str, rows: &str) { zh: "{columns}、{rows}", en: "{columns} and {rows}" }

    cannot_suspend() {
        zh: "挂起后无处继续：程序是这次登录的第一个进程，请改用退出",
        en: "Nothing could continue it: the program is the first of this login; quit instead",
    }

    field_needed(label: &str) { zh: "“{label}”不能空着", en: "\"{label}\" must be filled in" }
    next_field() { zh: "下一栏", en: "Next field" }
    /// On the lower edge of what goes on below it.
    lines_below(count: usize) { zh: "↓ 还有 {count} 行", en: "↓ {count} more" }
    further_digit() { zh: "再按一位", en: "A further digit" }
    field_before() { zh: "上一栏", en: "Field before" }
    no_day(typed: &str) { zh: "“{typed}”不是日期，写作 2026-11-02", en: "\"{typed}\" is no date; write 2026-11-02" }
    command_actions() { zh: "操作", en: "Actions" }
    actions_title() { zh: "操作", en: "What can be done here" }
    no_actions() { zh: "这里没有其他操作", en: "There is nothing else to do here" }
    /// A row that was listed by a filter which it no longer passes.
    no_longer(name: &str) { zh: "{name}（已不符筛选）", en: "{name} (no longer fits)" }
    /// The same before a name whose end may be cut off.
    no_longer_first(name: &str) { zh: "（已不符筛选）{name}", en: "(no longer fits) {name}" }
    find_here() { zh: "查找", en: "Find" }
    find_title() { zh: "查找：拼音首字母、名称或编码", en: "Find: initials, name or code" }
    reading_scroll() { zh: "上下翻看", en: "Scroll" }
    reading_page() { zh: "翻页", en: "Page" }
    reading_close() { zh: "关闭", en: "Close" }
    reading_lines(from: usize, to: usize, all: usize) { zh: "第 {from}–{to} 行，共 {all} 行", en: "lines {from}–{to} of {all}" }
    yes() { zh: "是", en: "Yes" }
    no() { zh: "否", en: "No" }
    cancel() { zh: "取消", en: "Cancel" }
    confirm() { zh: "确定", en: "Confirm" }
    loading() { zh: "正在读取……", en: "Loading ..." }
    worker_failed() { zh: "程序内部出错，这次操作没有完成", en: "An internal error; this was not completed" }
    not_utf8() {
        zh: "终端不是 UTF-8 编码：请在终端的设置里把字符编码（字符集）改为 UTF-8，再重新运行。",
        en: "This terminal does not read UTF-8: set its character encoding to UTF-8, then start again.",
    }
}
