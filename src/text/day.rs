//! Days and moments within a sentence, as each language writes them. Tables, forms and files keep
//! to ISO 8601, which is the same in both and sorts.

use chrono::NaiveDate;

use super::Language;

/// A day, such as `2026-11-02`: 2026年11月2日, 2 November 2026. What is no day stays as it is.
#[must_use]
pub fn day(language: Language, written: &str) -> String {
    let Ok(date) = written.trim().parse::<NaiveDate>() else {
        return written.to_owned();
    };
    let form = match language {
        Language::Chinese => "%Y年%-m月%-d日",
        Language::English => "%-d %B %Y",
    };
    date.format(form).to_string()
}

/// A local moment, such as `2026-11-02 12:00`, as exact as it is given.
#[must_use]
pub fn moment(language: Language, written: &str) -> String {
    let Some((date, time)) = written.split_once(' ') else {
        return day(language, written);
    };
    let day = day(language, date);
    match language {
        Language::Chinese => format!("{day} {time}"),
        Language::English => format!("{day}, {time}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_a_day_in_its_own_way() {
        assert_eq!(day(Language::Chinese, "2026-11-02"), "2026年11月2日");
        assert_eq!(day(Language::English, "2026-11-02"), "2 November 2026");
        assert_eq!(day(Language::English, "autumn"), "autumn");
        let noon = "2026-11-02 12:00:05";
        assert_eq!(moment(Language::Chinese, noon), "2026年11月2日 12:00:05");
        assert_eq!(moment(Language::English, noon), "2 November 2026, 12:00:05");
    }
}
