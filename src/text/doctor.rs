//! What `doctor` says.

crate::texts! {
    fine() { zh: "正常", en: "fine" }
    mind() { zh: "注意", en: "note" }
    wrong() { zh: "异常", en: "bad " }
    bad(count: usize) { zh: "有 {count} 处异常，见上面标 x 的各行。", en: "{count} {problems}: see the lines marked x.", problems: count => "problem" / "problems" }

    program() { zh: "程序", en: "program" }
    terminal() { zh: "终端", en: "terminal" }
    size(kind: &str, columns: u16, rows: u16) { zh: "{kind}，{columns}×{rows}", en: "{kind}, {columns}x{rows}" }
    too_small() { zh: "界面至少要 80×24：放大窗口或缩小字号。", en: "The screens need 80x24: enlarge the window or use a smaller font." }
    no_terminal() { zh: "现在不是在终端里运行，没有检查终端", en: "not run in a terminal, so it was not checked" }
    no_terminal_advice() { zh: "要检查终端，请直接在终端里运行 pingxing doctor。", en: "Run `pingxing doctor` in the terminal itself." }
    glyphs() { zh: "字符宽度", en: "glyphs" }
    all_narrow() { zh: "★ ─ … “ × █ 都占一列", en: "★ ─ … “ × █ take one column each" }
    some_wide(wide: &str) { zh: "占两列的有 {wide}，界面按此排版", en: "two columns wide: {wide}; the screens allow for it" }
    compare() { zh: "上面两条的竖线应当对齐；不齐请用 --glyphs ascii", en: "the ends of the two bars should align; if not, use --glyphs ascii" }
    no_answer() { zh: "终端没有回答字符宽度", en: "the terminal does not say how wide it draws" }
    no_answer_advice() { zh: "界面按一列处理；若线条错位，请用 --glyphs ascii。", en: "One column is assumed; if lines are out of place, use --glyphs ascii." }
    not_utf8() { zh: "终端不是 UTF-8 编码", en: "the terminal does not read UTF-8" }
    not_utf8_advice() { zh: "在终端的设置里把字符编码（字符集）改为 UTF-8。", en: "Set its character encoding to UTF-8." }

    locale() { zh: "系统语言", en: "locale" }
    locale_other(name: &str) { zh: "现为“{name}”，没有写明 UTF-8", en: "is \"{name}\", which does not name UTF-8" }
    locale_advice() { zh: "可设为 export LANG=zh_CN.UTF-8。", en: "It may be set: export LANG=zh_CN.UTF-8." }

    configuration() { zh: "配置", en: "settings" }
    configuration_advice() { zh: "详见 pingxing config。", en: "See `pingxing config`." }

    database() { zh: "数据库", en: "database" }
    no_place() { zh: "找不到个人数据目录", en: "the user's data directory is not known" }
    no_place_advice() { zh: "请用 --db 或 PINGXING_DB 指定数据库文件。", en: "Name the database with --db or PINGXING_DB." }
    no_database(path: &str) { zh: "还没有 {path}", en: "{path} is not there yet" }
    no_database_advice() { zh: "第一次新建轮次时会建立。", en: "It is made with the first round." }
    rounds(path: &str, count: usize) { zh: "{path}，{count} 个轮次", en: "{path}, {count} {noun}", noun: count => "round" / "rounds" }

    permissions() { zh: "权限", en: "permissions" }
    writable(path: &str) { zh: "{path} 可读可写", en: "{path} can be read and written" }
    not_writable(path: &str) { zh: "{path} 不能读写", en: "{path} cannot be read and written" }
    not_writable_advice() { zh: "请管理员把文件和所在目录交给本账号读写。", en: "Have the file and its folder made readable and writable for this account." }
    open_to_all(path: &str) { zh: "{path} 任何人都能改", en: "{path} can be changed by anybody" }
    open_to_all_advice() { zh: "请收紧权限：chmod o-w。", en: "Take the permission away: chmod o-w." }

    disk() { zh: "磁盘", en: "disk" }
    little_room() { zh: "请腾出空间：录入和备份都要写盘。", en: "Make room: marks and backups are written there." }
    room(megabytes: u64) { zh: "还剩 {megabytes} MB", en: "{megabytes} MB left" }
}
