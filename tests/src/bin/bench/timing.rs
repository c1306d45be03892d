//! Times: medians of runs in turn.

use crate::Outcome;
use std::time::{Duration, Instant};

/// One thing to measure: does it once and says how long it took, without what it needed before.
pub(crate) type Task<'a> = &'a mut dyn FnMut() -> Outcome<Duration>;

/// Measures things in turn, so that whatever else the computer does falls on all of them, and gives each one's median.
/// A first round warms caches and is not counted.
pub(crate) fn in_turn<const N: usize>(runs: usize, mut tasks: [Task<'_>; N]) -> Outcome<[Duration; N]> {
    let mut times = [const { Vec::new() }; N];
    for run in 0..=runs {
        for (task, times) in tasks.iter_mut().zip(&mut times) {
            let time = task()?;
            if run > 0 {
                times.push(time);
            }
        }
    }
    Ok(times.map(median))
}

/// The middle one; nothing gives zero.
fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Times all of what a closure does.
pub(crate) fn timed<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<Duration> {
    let since = Instant::now();
    let made = work()?;
    let time = since.elapsed();
    drop(made);
    Ok(time)
}
