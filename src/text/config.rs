//! What is said about settings and where they come from.

crate::texts! {
    unknown_command(id: &str) { zh: "没有编号为“{id}”的操作", en: "no command has the id \"{id}\"" }
    unknown_command_advice() {
        zh: "操作的编号见 pingxing man，或见说明书里的按键表。",
        en: "The ids of commands stand in `pingxing man` and in the key tables.",
    }
    unknown_key(name: &str) { zh: "没有名为“{name}”的键", en: "there is no key named \"{name}\"" }
    unknown_key_advice() {
        zh: "写法如 F9、Ctrl-S、Enter、PgUp、n。",
        en: "Write it as F9, Ctrl-S, Enter, PgUp or n.",
    }
    key_taken(key: &str, command: &str) {
        zh: "{key} 在同一页面已用于 {command}",
        en: "{key} already means {command} on the same screen",
    }
    key_taken_advice() {
        zh: "换一个键，或同时给那个操作改键。",
        en: "Choose another key, or give that command another one too.",
    }
    only_letters() {
        zh: "只有字母键，开着输入法时按不到",
        en: "only letters, which an input method would swallow",
    }
    only_letters_advice() {
        zh: "至少加一个不是字母的键，如 F9 或 Ctrl-S。",
        en: "Add a key that is no letter, such as F9 or Ctrl-S.",
    }
    key_reserved(key: &str) {
        zh: "{key} 用来录入或离开，不能改作他用",
        en: "{key} types or leaves, and cannot be given away",
    }
    key_reserved_advice() {
        zh: "换成功能键或 Ctrl 加字母。",
        en: "Take an F-key or Ctrl with a letter.",
    }

    file_in_force(path: &str) { zh: "配置文件 {path}", en: "configuration file {path}" }
    file_absent(path: &str) {
        zh: "没有配置文件；需要时可建 {path}",
        en: "no configuration file; one may be put at {path}",
    }
    no_place() {
        zh: "系统没有指明个人配置目录；可用环境变量 PINGXING_CONFIG 指定文件",
        en: "the system names no place for one; PINGXING_CONFIG can name a file",
    }
    unreadable(path: &str, why: &str) {
        zh: "配置文件 {path} 读不了（{why}），按没有配置文件处理",
        en: "the configuration file {path} cannot be read ({why}) and is left out",
    }
    faulty(path: &str, count: usize) {
        zh: "配置文件有 {count} 处错误，其余设置照用；详见 pingxing config（{path}）",
        en: "The configuration file has {count} {faults}; the rest of it is in force. See `pingxing config` ({path}).", faults: count => "fault" / "faults",
    }
    faulty_why(count: usize) { zh: "配置文件有 {count} 处错误。", en: "the configuration file has {count} {faults}.", faults: count => "fault" / "faults" }
    faulty_help() {
        zh: "按上面的说明改正；没有错误的设置已经生效。",
        en: "Correct what is named above; what is right is in force already.",
    }

    head_setting() { zh: "设置", en: "setting" }
    head_value() { zh: "现值", en: "value" }
    head_origin() { zh: "来自", en: "from" }
    setting_language() { zh: "界面语言", en: "language" }
    setting_database() { zh: "数据库", en: "database" }
    setting_actor() { zh: "操作人", en: "who acts" }
    setting_theme() { zh: "配色", en: "theme" }
    setting_glyphs() { zh: "线条和符号", en: "glyphs" }
    setting_mouse() { zh: "鼠标", en: "mouse" }
    setting_keys(command: &str) { zh: "按键 {command}", en: "keys {command}" }
    on() { zh: "开", en: "on" }
    off() { zh: "关", en: "off" }
    origin_option(name: &str) { zh: "选项 {name}", en: "the option {name}" }
    origin_environment(name: &str) { zh: "环境变量 {name}", en: "the environment's {name}" }
    origin_file() { zh: "配置文件", en: "the configuration file" }
    origin_default() { zh: "默认", en: "the default" }
}
