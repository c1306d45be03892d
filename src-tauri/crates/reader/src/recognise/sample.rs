//! How many were tested and how many of them deviated.
//!
//! **Reads** `2 of 25`, `2 of the 25`, `2 out of 25`, `two of twenty-five`, `one (1) of twenty-five (25)`, `two of the four`,
//! `1 of a sample of 40`.
//! **Where**: in an auditor's words on a result; the first such pair counts.
//! **Refuses** dates, more deviating than tested, and pairs such as "Part 1 of 2" and "one of the".

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::reading::Sample;

use crate::pattern::{Pattern, pattern};

const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

static PAIR: LazyLock<Pattern> = LazyLock::new(|| {
    let word = format!(r"(?:(?:{})(?:[- ](?:{}))?|{})", TENS.join("|"), UNITS[1..10].join("|"), UNITS.join("|"));
    let count = |name: &str| format!(r"(?P<{name}>\d{{1,5}}|{word})(?: ?\((?P<{name}b>\d{{1,5}}|{word})\))?");
    pattern(&format!(
        r"\b{} (?:[a-z]+ )?(?:out )?of (?:(?:the|a|all|our|total|sample|selected|sampled|population|of) ){{0,5}}{}\b",
        count("n"),
        count("m")
    ))
});
static NO_SAMPLE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(?:page|part|section|phase|step|version) $"));

/// A sample and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) sample: Sample,
    pub(crate) range: Range<usize>,
}

/// Finds the first sample of a text.
pub(crate) fn find(text: &str) -> Option<Found> {
    PAIR.captures_iter(text).find_map(|c| {
        let whole = c.get(0)?;
        let value = |name: &str, again: &str| {
            let digits = c.name(again).and_then(|m| number(m.as_str()));
            digits.or_else(|| c.name(name).and_then(|m| number(m.as_str())))
        };
        let sample = Sample { deviating: value("n", "nb")?, tested: value("m", "mb")? };
        let sensible = sample.deviating <= sample.tested && sample.tested > 1;
        (sensible && !NO_SAMPLE.is_match(&text[..whole.start()])).then(|| Found { sample, range: whole.range() })
    })
}

fn number(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let text = text.to_lowercase();
    let unit = |word: &str| UNITS.iter().position(|u| *u == word).map(|n| n as u32);
    if let Some(number) = unit(&text) {
        return Some(number);
    }
    let (tens, rest) = text.split_once(['-', ' ']).unwrap_or((&text, "zero"));
    let tens = TENS.iter().position(|t| *t == tens)? as u32 * 10 + 20;
    Some(tens + unit(rest)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_in_digits_and_words() {
        for (text, expected) in [
            ("For 2 of 25 gardeners", Some((2, 25))),
            ("2 of the 25 badges", Some((2, 25))),
            ("2 out of the 25 badges", Some((2, 25))),
            ("Two of 25 sampled accounts", Some((2, 25))),
            ("one (1) of twenty-five (25) changes", Some((1, 25))),
            ("For two of the four quarterly reviews", Some((2, 4))),
            ("1 of a sample of 40 changes", Some((1, 40))),
            ("For 1 change of 40 selected", Some((1, 40))),
            ("For 0 of 25 items", Some((0, 25))),
            ("thirty of forty houses", Some((30, 40))),
            ("one of the gardeners", None),
            ("see page 2 of 25", None),
            ("on 3 of March", None),
            ("30 of 25", None),
        ] {
            let found = find(text).map(|f| (f.sample.deviating, f.sample.tested));
            assert_eq!(found, expected, "sample of: {text}");
        }
    }
}
