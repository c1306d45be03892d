//! How many were tested and how many of them deviated.
//!
//! **Reads** `2 of 25`, `2 of the 25`, `2 out of 25`, `two of twenty-five`, `one (1) of twenty-five (25)`, `two of the four`,
//! `1 of a sample of 40`, `one user (of five sampled)`, `2/25 leavers`, `2 (8%) of the 25`, and the other way round: `Of the 25 leavers selected, 2 …`.
//! **Where**: in an auditor's words on a result; the first such pair counts.
//! **Refuses** dates, more deviating than tested, and pairs such as "Part 1 of 2" and "one of the".

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::reading::Sample;

use crate::pattern::{Captures, Pattern, pattern};

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

fn count(name: &str) -> String {
    let word = format!(r"(?:(?:{})(?:[- ](?:{}))?|{})", TENS.join("|"), UNITS[1..10].join("|"), UNITS.join("|"));
    format!(r"(?P<{name}>\d{{1,5}}|{word})(?: ?\((?P<{name}b>\d{{1,5}}|{word})\))?")
}

static PAIR: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b{}(?: ?\(\d{{1,3}}(?:\.\d{{1,2}})? ?(?:%|percent)\))?(?: (?:(?:[a-z]+ )?(?:out )?of|(?:[a-z-]+,? ){{0,5}}?out of|in) (?:(?:the|a|all|our|total|sample|selected|sampled|population|size|of) ){{0,5}}|,? out of (?:(?:the|a|total|sample|of) ){{0,5}}|(?: [a-z-]+){{1,6}} ?\((?:out )?of (?:(?:the|a|all|our|total|sample|of) ){{0,5}}|(?P<slash>/)){}\b(?P<behind>(?: [a-z-]+){{0,3}})",
        count("n"),
        count("m")
    ))
});
/// The sample first: "Of the 25 leavers selected, 2 kept their keys".
static REVERSED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:of|for|from|in|among) (?:(?:the|an?|our|all|total|sample|samples|selected|sampled|population|size|of) ){{0,5}}{}(?: [a-z'/-]+,?){{1,12}}? {} (?P<next>[a-z]+)",
        count("m"),
        count("n")
    ))
});
static NO_SAMPLE: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"(?:page|part|section|phase|step|version|on|by|dated|until|since|from) $"));

/// A sample and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) sample: Sample,
    pub(crate) range: Range<usize>,
    /// Whether the number tested comes first: what is said of the others need not be that they deviated.
    pub(crate) reversed: bool,
}

/// Finds the first sample of a text.
pub(crate) fn find(text: &str) -> Option<Found> {
    PAIR.captures_iter(text).find_map(|c| of_pair(text, &c)).or_else(|| {
        // What follows is measured in days, not counted.
        static UNIT: LazyLock<Pattern> = LazyLock::new(|| {
            pattern(r"^(?:business|calendar|working|hours?|days?|weeks?|months?|years?|minutes?|quarters?|percent|of)$")
        });
        let found = REVERSED.captures_iter(text).find(|c| !UNIT.is_match(&c["next"]))?;
        Some(Found { sample: sample(&found)?, range: found.get(0)?.range(), reversed: true })
    })
}

fn of_pair(text: &str, found: &Captures<'_>) -> Option<Found> {
    let whole = found.get(0)?;
    let before = &text[..whole.start()];
    // A date has a slash as well; a sample has things behind it.
    let counts = |behind: &str| behind.split_whitespace().any(|w| w.len() > 3 && w.ends_with('s'));
    let date = found.name("slash").is_some()
        && (before.ends_with(['/', '.']) || text[whole.end()..].starts_with('/') || !counts(&found["behind"]));
    let end = found.name("behind").map_or(whole.end(), |behind| behind.start());
    (!date && !NO_SAMPLE.is_match(before)).then_some(())?;
    Some(Found { sample: sample(found)?, range: whole.start()..end, reversed: false })
}

fn sample(found: &Captures<'_>) -> Option<Sample> {
    let value = |name: &str, again: &str| {
        let digits = found.name(again).and_then(|m| number(m.as_str()));
        digits.or_else(|| found.name(name).and_then(|m| number(m.as_str())))
    };
    let sample = Sample { deviating: value("n", "nb")?, tested: value("m", "mb")? };
    (sample.deviating <= sample.tested && sample.tested > 1).then_some(sample)
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
            ("2/25 terminated gardeners", Some((2, 25))),
            ("Of the 25 new hires selected, 2 were late", Some((2, 25))),
            ("1 terminated gardener out of 25", Some((1, 25))),
            ("2 (8%) of the 25 badges", Some((2, 25))),
            ("three (3) terminated users, out of a sample of twenty-five (25)", Some((3, 25))),
            ("For a sample of 25 gardeners, access for 3 was not removed", Some((3, 25))),
            ("2 in 25 gates", Some((2, 25))),
            ("One gardener (of five sampled) had no key", Some((1, 5))),
            ("Two of the doors (out of 25) stood open", Some((2, 25))),
            ("One of the new night porters (of five sampled) had no key", Some((1, 5))),
            ("one gardener (of the east house) had no key", None),
            ("on 3/25 the gates were shut", None),
            ("by 3/25/2031 users", None),
            ("For a sample of 25 changes, approval came within 2 days", None),
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
