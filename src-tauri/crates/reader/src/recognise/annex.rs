//! The controls of ISO/IEC 27001's Annex A as documents number them.
//!
//! **Reads** `A.8.2`, `A 8.2`, `A.9.2.3` (2013), lists and `Annex A 5.15`.
//! **Where**: a cell that holds nothing else, or the start of a heading; only where no trust services criterion and no
//! control objective is named.
//! **Refuses** numbers that neither edition has: sections A.1 to A.4, and chapters beyond A.18.

use std::sync::LazyLock;

use crate::pattern::{Pattern, exact};

const NUMBER: &str = r"A[. ] ?(?:[5-9]|1[0-8])\.[0-9]{1,2}(?:\.[0-9]{1,2})?";

static LISTED: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r"^(?:ISO(?:/IEC)? ?27001(?::20[0-9]{{2}})?:? ?)?(?:Annex ?)?{NUMBER}(?:(?: ?[,;/&] ?| and | )(?:Annex ?)?{NUMBER})*\.?$"
    ))
});
static EACH: LazyLock<Pattern> = LazyLock::new(|| exact(NUMBER));
static LEADING: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r"^(?:ISO(?:/IEC)? ?27001(?::20[0-9]{{2}})?:? ?)?(?:Annex ?)?(?P<n>{NUMBER})(?: ?[-:] ?| )[A-Z][a-z]"
    ))
});

/// Gives the numbers of a cell that holds nothing but them, each once, as `A.8.2`.
pub(crate) fn listed(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    if LISTED.is_match(text.trim()) {
        for number in EACH.find_iter(text).map(|m| written(m.as_str())) {
            if !found.contains(&number) {
                found.push(number);
            }
        }
    }
    found
}

/// Gives the number with which a heading begins.
pub(crate) fn leading(text: &str) -> Vec<String> {
    let whole = listed(text);
    if !whole.is_empty() {
        return whole;
    }
    LEADING.captures(text).and_then(|found| found.name("n").map(|n| written(n.as_str()))).into_iter().collect()
}

fn written(number: &str) -> String {
    format!("A.{}", number[1..].trim_start_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_and_headings_name_them() {
        for (text, expected) in [
            ("A.8.2", vec!["A.8.2"]),
            ("A.5.15, A.5.18 and A.8.3", vec!["A.5.15", "A.5.18", "A.8.3"]),
            ("A.9.2.3; A.9.2.3", vec!["A.9.2.3"]),
            ("Annex A 5.15", vec!["A.5.15"]),
            ("ISO/IEC 27001:2022 A.8.13", vec!["A.8.13"]),
            ("A.8.2 as applied", vec![]),
            ("A1.2", vec![]),
            ("A.1.2", vec![]),
            ("A.19.1", vec![]),
            ("See A.8.2", vec![]),
        ] {
            assert_eq!(listed(text), expected, "cell: {text}");
        }
        for (text, expected) in [
            ("A.8.2 Privileged access rights", vec!["A.8.2"]),
            ("A.5.15 - Access control", vec!["A.5.15"]),
            ("A.8.2", vec!["A.8.2"]),
            ("A.8.2 as applied", vec![]),
            ("A. 8 gardeners", vec![]),
        ] {
            assert_eq!(leading(text), expected, "heading: {text}");
        }
    }
}
