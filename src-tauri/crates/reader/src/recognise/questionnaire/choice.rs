//! An answer told apart from what is written besides it.
//!
//! **Reads** the choice at the start of a text.
//! **Accepts** yes, no, not applicable, partially, with a mark or a line behind.
//! **Refuses** words that go on in the sentence ("No staff of ours …"): then the whole is the answer.

use std::sync::LazyLock;

use crate::pattern::{Pattern, pattern};

static CHOICE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\s*(?:(?:answer|response|a)\s*:\s*)?(?P<choice>yes|no|n/?a|not applicable|partial(?:ly)?)(?P<mark>\s*(?:$|[.,:;]\s*|\s-\s*))",
    )
});
static LABEL: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^\s*(?:answer|response|a|vendor (?:answer|response))\s*:\s*"));

/// The places of the choice and of the rest in an answer; without a choice the whole is the answer.
pub(super) fn split(text: &str) -> (std::ops::Range<usize>, Option<std::ops::Range<usize>>) {
    if let Some(found) = CHOICE.captures(text)
        && let (Some(choice), Some(whole)) = (found.name("choice"), found.get(0))
    {
        let rest = whole.end()..text.len();
        return (choice.range(), text[rest.clone()].contains(char::is_alphanumeric).then_some(rest));
    }
    let start = LABEL.find(text).map_or(0, |m| m.end());
    (start..text.len(), None)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn choices_are_told_from_sentences() {
        for (text, answer, comment) in [
            ("Yes", "Yes", None),
            ("Yes. Every year.", "Yes", Some("Every year.")),
            ("No, not yet", "No", Some("not yet")),
            ("N/A", "N/A", None),
            ("Response: Yes", "Yes", None),
            ("Answer: every year", "every year", None),
            ("No staff has access", "No staff has access", None),
            ("Partially - in two regions", "Partially", Some("in two regions")),
        ] {
            let (a, c) = split(text);
            assert_eq!((&text[a], c.map(|c| &text[c])), (answer, comment), "split: {text}");
        }
    }
}
