//! The manual page.

crate::texts! {
    name() { zh: "名称", en: "NAME" }
    usage() { zh: "用法", en: "SYNOPSIS" }
    description() { zh: "说明", en: "DESCRIPTION" }
    options() { zh: "通用选项", en: "OPTIONS" }
    commands() { zh: "命令", en: "COMMANDS" }
    keys() { zh: "按键", en: "KEYS" }
    files() { zh: "文件", en: "FILES" }
    environment() { zh: "环境变量", en: "ENVIRONMENT" }
    status() { zh: "退出码", en: "EXIT STATUS" }
    what_it_is() {
        zh: "不带命令时打开终端界面：选轮次，选单位，逐项评分；综合得分、等次和否决随每次按键更新。命令不用终端也能做界面能做的事，供脚本使用。结果写到标准输出，消息写到标准错误。",
        en: "Without a command it opens the screens: choose a round, choose an organisation, score item by item; composite, level and vetoes follow every key. The commands do without a terminal what the screens do with one, for scripts. Results go to standard output, messages to standard error.",
    }
    about_keys() {
        zh: "每个操作先列不用字母的键；斜体是操作的编号，配置文件按编号改键。数字、. * - 录入得分，空格标存疑，Del 清除，Enter 保留并到下一项。",
        en: "The key that needs no letter stands first; the id in italics is what the configuration file names a command by. Digits, . * - enter marks, Space flags, Del clears, Enter keeps and goes on.",
    }
    in_menu() { zh: "F2 菜单", en: "F2 menu" }
    file_entries() {
        zh: "~/.local/share/pingxing/pingxing.db  数据库，另有 --db 和 PINGXING_DB 可指定\n~/.config/pingxing/config.toml  个人配置；现值和来源见 pingxing config",
        en: "~/.local/share/pingxing/pingxing.db  the database, unless --db or PINGXING_DB names another\n~/.config/pingxing/config.toml  settings; see `pingxing config` for those in force",
    }
    environment_entries() {
        zh: "PINGXING_DB  数据库文件\nPINGXING_CONFIG  配置文件\nNO_COLOR  不用颜色\nLC_ALL, LC_MESSAGES, LANG  界面语言",
        en: "PINGXING_DB  the database\nPINGXING_CONFIG  the configuration file\nNO_COLOR  no colours\nLC_ALL, LC_MESSAGES, LANG  the language",
    }
    status_entries() {
        zh: "0  已完成\n1  未能完成，消息说明原因、现状和怎么办；check 查出须处理的、import 有错误的，也是 1\n2  用法不对\n143  界面被要求结束，或线路断开；已保存的都在",
        en: "0  done\n1  could not be done; the message says why, what was kept and what to do; also where check finds what stands in the way, and import a fault\n2  wrong usage\n143  the screens were told to end, or the line broke; what was saved stays",
    }
}
