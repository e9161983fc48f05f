//! Times as people read and write them, in the place where they sit.

use chrono::{Datelike, Local, NaiveDate, NaiveDateTime, TimeZone};

/// The year in which the program runs.
#[must_use]
pub fn this_year() -> i32 {
    Local::now().year()
}

/// Milliseconds since 1970 (UTC) as local date and time, to the second; empty beyond the calendar.
#[must_use]
pub fn local(milliseconds: i64) -> String {
    let found = Local.timestamp_millis_opt(milliseconds).earliest();
    found.map_or_else(String::new, |time| {
        time.format("%Y-%m-%d %H:%M:%S").to_string()
    })
}

/// A local date, or date and time, in milliseconds since 1970 (UTC); a date means its first
/// moment. None where the text is neither.
#[must_use]
pub fn parse_local(text: &str) -> Option<i64> {
    let text = text.trim();
    let time = match text.parse::<NaiveDate>() {
        Ok(date) => date.and_hms_opt(0, 0, 0)?,
        Err(_) => [
            "%Y-%m-%dT%H:%M:%S",
            "%Y-%m-%dT%H:%M",
            "%Y-%m-%d %H:%M:%S",
            "%Y-%m-%d %H:%M",
        ]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())?,
    };
    Some(
        Local
            .from_local_datetime(&time)
            .earliest()?
            .timestamp_millis(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_go_there_and_back() {
        let at = parse_local("2026-11-02T09:30").unwrap();
        assert_eq!(local(at), "2026-11-02 09:30:00");
        assert_eq!(parse_local(&local(at)), Some(at));
        assert_eq!(
            local(parse_local("2026-11-02").unwrap()),
            "2026-11-02 00:00:00"
        );
        assert_eq!(parse_local("2026-13-02"), None);
        assert_eq!(parse_local("yesterday"), None);
    }
}
