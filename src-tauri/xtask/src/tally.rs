//! Counts tests from the closing lines that test runners print.

use std::fmt;

/// How many tests there were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Tally {
    pub(crate) const fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Reads a closing line: cargo's `test result: …`, vitest's `Tests  …`, and the plain `N passed, N failed`.
pub(crate) fn of_line(line: &str) -> Option<Tally> {
    let plain = without_colours(line);
    let line = plain.trim();
    let counts = if let Some(rest) = line.strip_prefix("test result: ") {
        rest.split_once(". ")?.1
    } else if let Some(rest) = line.strip_prefix("Tests ") {
        rest.split(" (").next()?
    } else if line.starts_with(|first: char| first.is_ascii_digit()) && line.contains(" passed, ") {
        line
    } else {
        return None;
    };
    let mut tally = Tally::default();
    let mut found = false;
    for part in counts.split([';', '|', ',']) {
        let (count, what) = part.trim().split_once(' ').unwrap_or_default();
        let Ok(count) = count.parse() else { continue };
        match what {
            "passed" => tally.passed = count,
            "failed" => tally.failed = count,
            _ => continue,
        }
        found = true;
    }
    found.then_some(tally)
}

/// Takes the terminal's colour codes off a line.
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut in_code = false;
    for character in line.chars() {
        match character {
            '\u{1b}' => in_code = true,
            letter if in_code => in_code = !letter.is_ascii_alphabetic(),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_runner_we_use_is_counted() {
        let counted = |passed, failed| Some(Tally { passed, failed });
        assert_eq!(
            of_line("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; finished in 0.1s"),
            counted(12, 0)
        );
        assert_eq!(of_line("test result: FAILED. 3 passed; 2 failed; 0 ignored"), counted(3, 2));
        assert_eq!(
            of_line("\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[31m1 failed\u{1b}[39m | 41 passed (42)"),
            counted(41, 1)
        );
        assert_eq!(of_line("      Tests  42 passed (42)"), counted(42, 0));
        assert_eq!(of_line("7 passed, 1 failed"), counted(7, 1));
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in ["running 12 tests", "Test Files  3 passed (3)", "12 passed", "test passed, I think", ""] {
            assert_eq!(of_line(line), None, "not a closing line: {line}");
        }
    }
}
