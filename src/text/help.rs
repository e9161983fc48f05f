//! The help of the command line: what commands, arguments and options are for.
//!
//! clap breaks lines at blanks only, so a Chinese line here is short enough for 80 columns.

crate::texts! {
    heading(title: &str) { zh: "{title}：", en: "{title}:" }
    program() {
        zh: "评星：按公布的办法给各单位评分、定等次。不带子命令时打开终端界面。",
        en: "Rate organisations against a published scheme. Without a command it opens the screens.",
    }
    usage() { zh: "用法：", en: "Usage: " }
    commands() { zh: "命令", en: "Commands" }
    arguments() { zh: "参数", en: "Arguments" }
    options() { zh: "选项", en: "Options" }
    global_options() { zh: "通用选项", en: "Options of all commands" }
    ending() {
        zh: "退出码：0 已完成；1 未能完成（说明原因）；2 用法不对。",
        en: "Exit status: 0 done; 1 could not be done, and why; 2 wrong usage.",
    }

    demo() { zh: "在新建的演示数据库上打开终端界面", en: "The screens on a fresh demonstration database" }
    scheme() { zh: "考评办法：列出、查看、检查、新建", en: "Schemes: list, show, check, start a new one" }
    scheme_list() { zh: "列出自带的办法", en: "The shipped schemes" }
    scheme_show() { zh: "以易读的形式显示一个办法", en: "One scheme, readable" }
    scheme_check() { zh: "检查办法文件，列出全部错误", en: "A check of a scheme file, with all its faults" }
    scheme_new() { zh: "复制一个办法作为起点", en: "A copy of a scheme to start from" }
    round() { zh: "考评轮次：新建、列出、查看", en: "Rounds: make, list, show" }
    round_new() { zh: "按办法和单位名单新建轮次", en: "Make a round from a scheme and a list of organisations" }
    round_list() { zh: "列出各轮次及进度", en: "Rounds with their progress" }
    round_show() { zh: "显示一个轮次", en: "One round" }
    import() { zh: "导入数据文件（整批写入，或一行不写）", en: "Import a data file, whole or not at all" }
    export() { zh: "导出数据文件，或导出结果", en: "Export a kind of data, or the results" }
    results() { zh: "排名与等次", en: "Ranking and levels" }
    show() { zh: "一个单位的得分明细", en: "One organisation's breakdown" }
    explain() { zh: "一个单位为何是这个等次：每个数及其规则", en: "Why an organisation has its level: every figure and its rule" }
    check() { zh: "公示前核查：缺什么，哪里可疑", en: "Findings before publication" }
    demo_full() { zh: "按公布的实际规模（tianjin：3538 村、1639 社区）", en: "At the published size (tianjin: 3,538 villages, 1,639 communities)" }
    check_all() { zh: "逐处列出，不合并", en: "One line for each, nothing put together" }
    log() { zh: "操作记录，新的在前", en: "The journal, newest first" }
    verify() { zh: "核验数据库和操作记录是否完整、未被改动", en: "Integrity of the database and of its journal" }
    backup() { zh: "在他人使用时也能做的完整备份", en: "A consistent copy while others work" }

    scheme_or_file() { zh: "自带办法的编号，或办法文件", en: "Id of a shipped scheme, or a file" }
    scheme_file() { zh: "办法文件（TOML）", en: "The scheme file (TOML)" }
    new_file() { zh: "要写的新文件；已有的不会覆盖", en: "The file to write; one that is there is not replaced" }
    round_name() { zh: "轮次名称", en: "Name of the round" }
    orgs_file() { zh: "单位名单（CSV 或 XLSX）", en: "The list of organisations (CSV or XLSX)" }
    year() { zh: "年度；不写为今年", en: "The year; else this one" }
    import_kind() {
        zh: "数据种类：orgs 单位、scores 评分、raters 分工、ballots 测评票、\nvetoes 否决、adjustments 加减分、ledger 积分台账、\nplaces 名额、ties 并列排序、levels 历年等次",
        en: "orgs, scores, raters, ballots, vetoes, adjustments, ledger, places, ties, levels",
    }
    export_kind() { zh: "数据种类，同导入；或 results 结果", en: "A kind as for import, or results" }
    import_file() { zh: "要读的文件（CSV 或 XLSX）", en: "The file to read (CSV or XLSX)" }
    dry_run() { zh: "只说会改什么，不写入", en: "Say what it would change, and store nothing" }
    reopen() { zh: "写明事由，允许改动已提交的评分表", en: "With this reason, change submitted sheets too" }
    output_file() { zh: "要写的文件，后缀 .csv 或 .xlsx", en: "The file to write, ending in .csv or .xlsx" }
    track() { zh: "只看这个类别", en: "This track only" }
    period_from() { zh: "只算这天起的积分事项（按事项日期）", en: "Count events of the ledger from this day on" }
    period_to() { zh: "只算到这天为止的积分事项", en: "Count events of the ledger up to this day" }
    persons() { zh: "列出党务干部、党员的积分，不列单位", en: "Points of officers and members instead of organisations" }
    results_format() { zh: "格式：table（默认）、csv、json", en: "table (default), csv or json" }
    show_format() { zh: "格式：text（默认）、json", en: "text (default) or json" }
    organisation() { zh: "单位的编码或名称", en: "Code or name of the organisation" }
    log_organisation() { zh: "只看这个单位", en: "This organisation only" }
    log_who() { zh: "只看这个人的操作", en: "Operations of this person only" }
    log_since() { zh: "从这天起，如 2026-11-02，或加时刻 2026-11-02T09:30", en: "From this day on: 2026-11-02, or 2026-11-02T09:30" }
    log_round() { zh: "只看这个轮次", en: "This round only" }
    head() { zh: "另外保存的操作记录校验码", en: "Code of the journal that was kept elsewhere" }
    backup_file() { zh: "备份文件；已有的不会覆盖", en: "The copy; a file that is there is not replaced" }
    keep() { zh: "保留演示数据库到这个文件", en: "Keep the demonstration database in this file" }
    demo_scheme() { zh: "用哪个自带办法", en: "Which shipped scheme" }
    database() {
        zh: "数据库文件；不写用 PINGXING_DB，再无则用个人数据目录",
        en: "The database; else PINGXING_DB, else the user's data directory",
    }
    language() { zh: "界面语言：zh 中文、en 英文；不写按系统语言", en: "zh or en; else as the locale says" }
    theme() {
        zh: "配色：terminal、light、dark、high-contrast、mono",
        en: "Colours: terminal, light, dark, high-contrast, mono",
    }
    glyphs() { zh: "线条和符号：auto、unicode、ascii", en: "Lines and symbols: auto, unicode, ascii" }
    config() { zh: "显示现用的设置和来源，核对配置文件", en: "The settings in force and where they come from" }
    doctor() { zh: "检查终端、编码、数据库、权限和磁盘，说明怎么办", en: "Check terminal, database and disk, and say what to do" }
    man() { zh: "输出手册页（man -l 可看）", en: "The manual page, for `man -l`" }
    completions() { zh: "输出命令行补全脚本", en: "A script with which a shell completes commands" }
    shell() { zh: "命令行外壳：bash、elvish、fish、powershell、zsh", en: "bash, elvish, fish, powershell or zsh" }
    plain() { zh: "逐行问答，适合读屏软件和很慢的线路", en: "Line by line, for screen readers and slow lines" }
    mouse() { zh: "开启鼠标（选中文字时按住 Shift）", en: "Mouse on (hold Shift to select text)" }
    actor() { zh: "操作人姓名（数据库没有账号时）", en: "Who acts (where the database has no accounts)" }
    help() { zh: "显示帮助", en: "Show help" }
    version() { zh: "显示版本", en: "Show the version" }
}
