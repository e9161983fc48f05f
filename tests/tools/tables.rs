//! The tables of keys as the README has them, made from the list of commands.

use std::fmt::Write;

use pingxing::text::Language;
use pingxing::tui::{Keymap, key_tables};

/// A README with its tables made anew.
///
/// # Errors
/// A mark between which a table stands is not there.
pub fn renewed(readme: &str) -> Result<String, String> {
    let mut text = readme.to_owned();
    for (language, word) in [(Language::English, "en"), (Language::Chinese, "zh")] {
        let (begin, end) = (
            format!("<!-- keys:{word} -->\n"),
            format!("<!-- /keys:{word} -->"),
        );
        let start = text.find(&begin).ok_or(format!("no {begin}"))? + begin.len();
        let stop = text.find(&end).ok_or(format!("no {end}"))?;
        text.replace_range(start..stop, &tables(language));
    }
    Ok(text)
}

/// One table a screen; what has no key of its own is in the menu of actions.
fn tables(language: Language) -> String {
    let heads = match language {
        Language::Chinese => "| 键 | 操作 | 编号 |",
        Language::English => "| keys | does | id |",
    };
    let mut text = String::new();
    for table in key_tables(language, &Keymap::default()) {
        let _ = writeln!(text, "\n**{}**\n\n{heads}\n|---|---|---|", table.title);
        for row in table.rows {
            let quoted = |key: &String| match key.as_str() {
                "|" => "`\\|`".to_owned(),
                key => format!("`{key}`"),
            };
            let keys: Vec<String> = row.keys.iter().map(quoted).collect();
            let keys = if keys.is_empty() {
                "`F2`".to_owned()
            } else {
                keys.join(" ")
            };
            let _ = writeln!(text, "| {keys} | {} | `{}` |", row.name, row.command);
        }
    }
    text.push('\n');
    text
}
