//! When two texts say the same: what is compared, and what of it does not count.

use regex::Regex;
use std::{collections::BTreeSet, sync::LazyLock};
use unicode_normalization::UnicodeNormalization as _;

fn rule(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is right")
}

static MARKS: LazyLock<Regex> = LazyLock::new(|| rule("[\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}\u{ad}\u{feff}]"));
static SINGLE: LazyLock<Regex> = LazyLock::new(|| rule("[\u{2018}\u{2019}\u{2bc}`]"));
static DOUBLE: LazyLock<Regex> = LazyLock::new(|| rule("[\u{201c}\u{201d}\u{201e}\u{ab}\u{bb}]"));
static OWNER: LazyLock<Regex> = LazyLock::new(|| rule(r"(\w)'s\b"));
static WORD: LazyLock<Regex> = LazyLock::new(|| rule(r"\w+(?:\.\d+)*"));
static PLAIN_WORD: LazyLock<Regex> = LazyLock::new(|| rule(r"\w+"));
static INITIALS: LazyLock<Regex> = LazyLock::new(|| rule(r"\b([A-Za-z])\.([A-Za-z])\b\.?"));
static BRACKETS: LazyLock<Regex> = LazyLock::new(|| rule(r"\(([^)]*)\)"));
static DASHES: LazyLock<Regex> = LazyLock::new(|| rule(r"[\s\u2010-\u2015]+"));
static RANGE: LazyLock<Regex> =
    LazyLock::new(|| rule(r"([A-Z]{1,2}\d)\.(\d+)\s*(?:-|TO|THROUGH)\s*([A-Z]{1,2}\d)\.(\d+)"));
static CRITERION: LazyLock<Regex> = LazyLock::new(|| rule(r"\b(?:CC|PI|A|C|P)\d\.\d+"));
static SECTION: LazyLock<Regex> = LazyLock::new(|| {
    rule(r"(?i)^\W*(?:section|part|attachment|appendix|chapter)?\s*(?:[ivx]+|\d+|[a-h])?\b[\s.:)\-\u2013\u2014]*")
});

const FORMS: [&str; 26] = [
    "inc",
    "incorporated",
    "llc",
    "llp",
    "ltd",
    "limited",
    "plc",
    "corp",
    "corporation",
    "co",
    "company",
    "gmbh",
    "pvt",
    "private",
    "pte",
    "pty",
    "pc",
    "pllc",
    "sa",
    "sas",
    "sarl",
    "bv",
    "ag",
    "nv",
    "cpa",
    "cpas",
];

/// In compatibility form, with straight quotes and single spaces.
pub(crate) fn clean(text: &str) -> String {
    let text = text.replace(['\u{ae}', '\u{2122}'], " ");
    let text: String = MARKS.replace_all(&text, "").nfkc().collect();
    let text = SINGLE.replace_all(&text, "'");
    let text = DOUBLE.replace_all(&text, "\"");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The set of words.
pub(crate) fn words(text: &str) -> BTreeSet<String> {
    let text = clean(text).to_lowercase();
    let text = OWNER.replace_all(&text, "${1}s");
    WORD.find_iter(&text).map(|word| word.as_str().to_owned()).collect()
}

/// F1 of two sets of words.
pub(crate) fn likeness(a: &str, b: &str) -> f64 {
    let (a, b) = (words(a), words(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    2.0 * a.intersection(&b).count() as f64 / (a.len() + b.len()) as f64
}

/// A name without case, punctuation, leading "the" and company forms at its end.
pub(crate) fn name(text: &str) -> String {
    let text = INITIALS.replace_all(&clean(text), "$1$2").to_lowercase().replace('&', " and ");
    let text = OWNER.replace_all(&text, "${1}s").into_owned();
    let mut words: Vec<&str> = PLAIN_WORD.find_iter(&text).map(|word| word.as_str()).collect();
    if words.first() == Some(&"the") {
        words.remove(0);
    }
    for endings in [&FORMS[..], &["and"]] {
        while words.len() > 1 && words.last().is_some_and(|last| endings.contains(last)) {
            words.pop();
        }
    }
    words.join(" ")
}

/// A system's name, also without "system" at its end.
pub(crate) fn system(text: &str) -> String {
    let name = name(text);
    let bare = name.trim_end_matches(" systems").trim_end_matches(" system");
    bare.to_owned()
}

/// All names that stand for the same organization.
pub(crate) fn aliases(text: &str) -> BTreeSet<String> {
    let text = clean(text);
    let mut all: BTreeSet<String> = BRACKETS.captures_iter(&text).map(|found| name(&found[1])).collect();
    all.insert(name(&BRACKETS.replace_all(&text, " ")));
    all.remove("");
    for group in [
        &["amazon web services", "aws"][..],
        &["google cloud platform", "gcp", "google cloud"],
        &["microsoft azure", "azure"],
    ] {
        if group.iter().any(|name| all.contains(*name)) {
            all.extend(group.iter().map(|name| (*name).to_owned()));
        }
    }
    all
}

/// A control's number, so that dashes and spaces do not count.
pub(crate) fn id(text: &str) -> String {
    DASHES.replace_all(&clean(text).to_lowercase(), "-").trim_matches(['-', '.', ' ']).to_owned()
}

/// The criteria that a text names, ranges expanded.
pub(crate) fn criteria(text: &str) -> BTreeSet<String> {
    let text = clean(text).to_uppercase().replace(['\u{2013}', '\u{2014}'], "-");
    let mut all: BTreeSet<String> = CRITERION.find_iter(&text).map(|found| found.as_str().to_owned()).collect();
    for range in RANGE.captures_iter(&text).filter(|range| range[1] == range[3]) {
        let (from, to) = (range[2].parse().unwrap_or(1_u32), range[4].parse().unwrap_or(0));
        all.extend((from..=to.min(20)).map(|at| format!("{}.{at}", &range[1])));
    }
    all
}

/// How like two titles are, with or without "Section IV".
pub(crate) fn title(a: &str, b: &str) -> f64 {
    let bare = |text: &str| SECTION.replace(&clean(text), "").into_owned();
    likeness(a, b).max(likeness(&bare(a), &bare(b)))
}

/// Letters and digits alone, to find a quote on its page.
pub(crate) fn squeezed(text: &str) -> String {
    clean(text).to_lowercase().chars().filter(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_forms_and_marks() {
        assert_eq!(name("The Tarnbrook Ledger, Inc."), "tarnbrook ledger", "forms and article do not count");
        assert_eq!(name("Orme & Lisk, P.C."), "orme and lisk", "initials are one form");
        assert_eq!(system("Tarnbrook Records System"), "tarnbrook records", "a system is one without the word");
        assert_ne!(name("Tarnbrook Ledger"), name("Tarnbrook Payroll"), "other words are another name");
        assert!(
            !aliases("Cumulus Harbor, Inc. (\u{201c}CH\u{201d})").is_disjoint(&aliases("CH")),
            "a short form is a name"
        );
    }

    #[test]
    fn texts_are_alike_by_their_words() {
        assert!(likeness("Access is removed within one day.", "access is removed within one day") > 0.99);
        assert!(likeness("Access is removed within one day.", "Backups run daily.") < 0.3);
        assert!(title("Section IV: Tests of Controls", "IV. Tests of Controls") > 0.99, "numbers do not count");
        assert_eq!(criteria("CC6.1 \u{2013} CC6.3, A1.2").len(), 4, "ranges are expanded");
        assert_eq!(id("CC6.1 \u{2013} 02"), "cc6.1-02");
    }
}
