//! Sentences about the faults that any TOML file can have; `report` lays faults out.

mod report;

pub use report::{report, report_one};

use super::Language;
use crate::diagnose::{Kind, Number, Shape, Syntax, Type};
use crate::number::Decimal;

/// A kind of fault that can be told in sentences.
pub trait Told: Kind {
    /// What is wrong.
    fn what(&self, language: Language) -> String;

    /// What to do about it.
    fn advice(&self, language: Language) -> String;
}

crate::texts! {
    fault_word() { zh: "错误", en: "error" }
    warning_word() { zh: "提醒", en: "warning" }
    advice_word() { zh: "处理", en: "help" }
    path_word() { zh: "键", en: "key" }
    other_place() { zh: "先出现在这里", en: "first used here" }
    /// After the faults of a file.
    count_of(faults: usize, warnings: usize) {
        zh: "共 {faults} 处错误、{warnings} 处提醒。",
        en: "Errors: {faults}; warnings: {warnings}.",
    }
    whole_file() { zh: "（整个文件）", en: "(the whole file)" }
    did_you_mean(name: &str) {
        zh: "是否应为“{name}”？",
        en: "Did you mean \"{name}\"?",
    }
}

crate::texts! {
    unknown_key(key: &str) { zh: "没有名为“{key}”的键", en: "there is no key \"{key}\" here" }
    unknown_key_advice() {
        zh: "改正拼写，或删去这一行。",
        en: "Correct the spelling, or take it out.",
    }
    missing_key(key: &str) { zh: "缺少键“{key}”", en: "the key \"{key}\" is missing" }
    missing_key_advice(key: &str) { zh: "补上“{key}”。", en: "Add \"{key}\"." }
    wrong_type(expected: &str, found: &str) {
        zh: "这里应为{expected}，写的却是{found}",
        en: "this should be {expected}, and is {found}",
    }
    wrong_type_advice(expected: &str) { zh: "改为{expected}。", en: "Make it {expected}." }
    text_advice() {
        zh: "改为文字，两边加半角引号 \"\"。",
        en: "Make it a text, in quotes \"\".",
    }
    number_advice() {
        zh: "改为数字，两边不加引号。",
        en: "Make it a number, without quotes.",
    }
    exponent() { zh: "数字不能写成带指数的形式", en: "a number is written without an exponent" }
    not_finite() { zh: "这里不能写 inf 或 nan", en: "inf and nan are not allowed here" }
    radix() { zh: "数字只用十进制", en: "numbers are decimal" }
    too_large() {
        zh: "小数点前超过 15 位",
        en: "there are more than 15 digits before the point",
    }
    too_fine() {
        zh: "小数点后超过 6 位",
        en: "there are more than 6 digits after the point",
    }
    number_form_advice() {
        zh: "写成普通小数，如 12.5。",
        en: "Write a plain decimal, such as 12.5.",
    }
    out_of_range() { zh: "数值超出允许范围", en: "the number is outside what is allowed" }
    between(low: Decimal, high: Decimal) {
        zh: "应在 {low} 至 {high} 之间。",
        en: "It has to be from {low} to {high}.",
    }
    from(low: Decimal) { zh: "不得小于 {low}。", en: "It has to be {low} or more." }
    up_to(high: Decimal) { zh: "不得大于 {high}。", en: "It has to be {high} or less." }
    unknown_choice(found: &str) {
        zh: "这里不能写“{found}”",
        en: "\"{found}\" is not allowed here",
    }
    choices(allowed: &str) { zh: "可选：{allowed}。", en: "Allowed: {allowed}." }
    empty_text() { zh: "文字是空的", en: "the text is empty" }
    empty_text_advice() {
        zh: "填上内容；可省的键整行删去。",
        en: "Fill it in; a key that may be absent can be taken out.",
    }
    empty_list() { zh: "列表是空的", en: "the list is empty" }
    empty_list_advice() {
        zh: "至少列出一个，或把整行删去。",
        en: "Name at least one, or take the line out.",
    }
}

crate::texts! {
    type_text() { zh: "文字", en: "a text" }
    type_number() { zh: "数字", en: "a number" }
    type_whole() { zh: "整数", en: "a whole number" }
    type_boolean() { zh: "是否（true 或 false）", en: "true or false" }
    type_date() { zh: "日期", en: "a date" }
    type_list() { zh: "列表 [ ]", en: "a list [ ]" }
    type_table() { zh: "表 {{ }}", en: "a table {{ }}" }
}

crate::texts! {
    syntax_quotes() {
        zh: "等号后面不是合法的值",
        en: "what follows the equals sign is not a value",
    }
    syntax_quotes_advice() {
        zh: "文字两边加半角引号 \"\"，数字只写数字。",
        en: "Put a text into quotes \"\"; a number stands alone.",
    }
    syntax_open_text() { zh: "引号没有配对", en: "a quote is not closed" }
    syntax_open_text_advice() { zh: "补上另一个引号。", en: "Add the closing quote." }
    syntax_open_list() { zh: "方括号 [ 没有配对", en: "a bracket [ is not closed" }
    syntax_open_table() { zh: "花括号 {{ 没有配对", en: "a brace {{ is not closed" }
    syntax_open_head() { zh: "表头的方括号没有配对", en: "the brackets of the table's head do not match" }
    syntax_open_advice() { zh: "补上另一半括号。", en: "Add the closing one." }
    syntax_twice() { zh: "同一个键写了两次", en: "the same key is written twice" }
    syntax_twice_advice() { zh: "只保留一处。", en: "Keep one of them." }
    syntax_no_value() { zh: "这一行缺少等号", en: "this line has no equals sign" }
    syntax_no_value_advice() {
        zh: "写成“键 = 值”；说明文字前面加 #。",
        en: "Write \"key = value\"; a remark begins with #.",
    }
    syntax_key() { zh: "键名里有不允许的字符", en: "the key has a character that is not allowed" }
    syntax_key_advice() {
        zh: "键名是固定的英文词，照样例写。",
        en: "Keys are fixed English words; see a shipped scheme.",
    }
    syntax_comma() { zh: "两项之间缺少逗号", en: "a comma is missing between two of them" }
    syntax_comma_advice() { zh: "补上半角逗号。", en: "Add the comma." }
    syntax_zero() { zh: "数字前面多了 0", en: "the number has a leading 0" }
    syntax_zero_advice() { zh: "去掉前面的 0。", en: "Remove the leading 0." }
    syntax_rest() { zh: "行末有多余的内容", en: "there is something left over at the end of the line" }
    syntax_rest_advice() {
        zh: "一行只写一个键；说明文字前面加 #。",
        en: "One key a line; a remark begins with #.",
    }
    syntax_other(message: &str) {
        zh: "不符合 TOML 的写法（{message}）",
        en: "this is not TOML ({message})",
    }
    syntax_other_advice() {
        zh: "对照随程序附带的办法检查这一行。",
        en: "Compare the line with a shipped scheme.",
    }
    full_width_advice(sign: char) {
        zh: "{sign} 是中文标点，换成半角符号。",
        en: "{sign} is a Chinese sign; use the plain one.",
    }
}

/// The nouns of the types of values.
fn type_noun(language: Language, kind: Type) -> String {
    match kind {
        Type::Text => type_text(language),
        Type::Number => type_number(language),
        Type::WholeNumber => type_whole(language),
        Type::Boolean => type_boolean(language),
        Type::Date => type_date(language),
        Type::List => type_list(language),
        Type::Table => type_table(language),
    }
}

/// What is wrong, and what to do, for the reader of TOML's commonest complaints.
fn syntax(language: Language, message: &str) -> (String, String) {
    type Sentence = fn(Language) -> String;
    let known: [(&str, Sentence, Sentence); 13] = [
        (
            "string values must be quoted",
            syntax_quotes,
            syntax_quotes_advice,
        ),
        ("missing value", syntax_quotes, syntax_quotes_advice),
        (
            "invalid basic string",
            syntax_open_text,
            syntax_open_text_advice,
        ),
        (
            "invalid literal string",
            syntax_open_text,
            syntax_open_text_advice,
        ),
        (
            "invalid multi-line",
            syntax_open_text,
            syntax_open_text_advice,
        ),
        ("unclosed array,", syntax_open_list, syntax_open_advice),
        (
            "unclosed inline table",
            syntax_open_table,
            syntax_open_advice,
        ),
        ("unclosed", syntax_open_head, syntax_open_advice),
        ("duplicate key", syntax_twice, syntax_twice_advice),
        ("key with no value", syntax_no_value, syntax_no_value_advice),
        ("invalid unquoted key", syntax_key, syntax_key_advice),
        ("missing comma", syntax_comma, syntax_comma_advice),
        ("unexpected key or value", syntax_rest, syntax_rest_advice),
    ];
    if message.contains("leading zero") {
        return (syntax_zero(language), syntax_zero_advice(language));
    }
    match known.iter().find(|(start, ..)| message.starts_with(start)) {
        Some((_, what, advice)) => (what(language), advice(language)),
        None => (
            syntax_other(language, message),
            syntax_other_advice(language),
        ),
    }
}

impl Told for Shape {
    fn what(&self, language: Language) -> String {
        match self {
            Self::Syntax(Syntax { message, .. }) => syntax(language, message).0,
            Self::UnknownKey(key) => unknown_key(language, key),
            Self::MissingKey(key) => missing_key(language, key),
            Self::WrongType { expected, found } => wrong_type(
                language,
                &type_noun(language, *expected),
                &type_noun(language, *found),
            ),
            Self::Number(number) => match number {
                Number::Exponent => exponent(language),
                Number::NotFinite => not_finite(language),
                Number::Radix => radix(language),
                Number::TooLarge => too_large(language),
                Number::TooFine => too_fine(language),
            },
            Self::OutOfRange { .. } => out_of_range(language),
            Self::UnknownChoice { found, .. } => unknown_choice(language, found),
            Self::EmptyText => empty_text(language),
            Self::EmptyList => empty_list(language),
        }
    }

    fn advice(&self, language: Language) -> String {
        match self {
            Self::Syntax(found) => match found.full_width {
                Some(sign) => full_width_advice(language, sign),
                None => syntax(language, &found.message).1,
            },
            Self::UnknownKey(_) => unknown_key_advice(language),
            Self::MissingKey(key) => missing_key_advice(language, key),
            Self::WrongType { expected, found } => match (expected, found) {
                (Type::Text, _) => text_advice(language),
                (Type::Number | Type::WholeNumber, Type::Text) => number_advice(language),
                (expected, _) => wrong_type_advice(language, &type_noun(language, *expected)),
            },
            Self::Number(_) => number_form_advice(language),
            Self::OutOfRange { low, high } => match (low, high) {
                (Some(low), Some(high)) => between(language, *low, *high),
                (Some(low), None) => from(language, *low),
                (None, Some(high)) => up_to(language, *high),
                (None, None) => number_form_advice(language),
            },
            Self::UnknownChoice { allowed, .. } => choices(language, &listed(language, allowed)),
            Self::EmptyText => empty_text_advice(language),
            Self::EmptyList => empty_list_advice(language),
        }
    }
}

/// Names one after the other, with the sign between them that the language has.
#[must_use]
pub fn listed<T: AsRef<str>>(language: Language, names: &[T]) -> String {
    let between = match language {
        Language::Chinese => "、",
        Language::English => ", ",
    };
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    names.join(between)
}
