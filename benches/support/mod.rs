//! What the benches share: a ratio of two medians, measured in turn.

use std::time::Duration;

/// The middle of some durations.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Measures two things in turn, so that a machine's mood meets both, and prints their ratio.
#[allow(dead_code)] // Not every bench compares two closures.
pub fn compare(
    name: &str,
    aim: f64,
    times: usize,
    mut measured: impl FnMut() -> Duration,
    mut measure: impl FnMut() -> Duration,
) {
    let pairs = (0..times).map(|_| (measured(), measure()));
    let (measured, measure): (Vec<_>, Vec<_>) = pairs.unzip();
    print_ratio(name, aim, median(measured), median(measure));
}

/// Prints how many times as long the one takes as the other.
pub fn print_ratio(name: &str, aim: f64, measured: Duration, measure: Duration) {
    let ratio = measured.as_secs_f64() / measure.as_secs_f64();
    println!("{name}: {measured:.2?} ÷ {measure:.2?} = {ratio:.1} (aim: at most {aim})");
}
