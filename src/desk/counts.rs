//! Counts of deductions by their numbers on the screen, and in the words of the files.

use crate::scheme::Deduction;

/// Deductions by their numbers (`2=1 3=2`, `0` for none) in the words of the files; anything else
/// as it is.
#[must_use]
pub fn by_ids(deductions: &[Deduction], text: &str) -> String {
    if deductions.is_empty() {
        return text.to_owned();
    }
    if text == "0" {
        return "none".to_owned();
    }
    let counted = text.split_whitespace().map(|part| {
        let numbered = part.split_once('=').and_then(|(number, count)| {
            let known = deductions.iter().any(|deduction| deduction.id == number);
            let row = number.parse::<usize>().ok()?.checked_sub(1)?;
            let deduction = deductions.get(row).filter(|_| !known)?;
            Some(format!("{}={count}", deduction.id))
        });
        numbered.unwrap_or_else(|| part.to_owned())
    });
    counted.collect::<Vec<_>>().join(" ")
}

/// An entry in the words of the files (`b=1`, `none`) by the numbers of its deductions.
#[must_use]
pub fn by_numbers(deductions: &[Deduction], entry: &str) -> String {
    if deductions.is_empty() {
        return entry.to_owned();
    }
    if entry == "none" {
        return "0".to_owned();
    }
    let counted = entry.split_whitespace().map(|part| {
        let numbered = part.split_once('=').and_then(|(id, count)| {
            let row = deductions.iter().position(|deduction| deduction.id == id)?;
            Some(format!("{}={count}", row + 1))
        });
        numbered.unwrap_or_else(|| part.to_owned())
    });
    counted.collect::<Vec<_>>().join(" ")
}
