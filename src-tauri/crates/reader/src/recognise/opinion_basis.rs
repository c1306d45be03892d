//! Why an opinion is modified.
//!
//! **Reads** the paragraph that explains it.
//! **Where**: in the auditor's report, under "Basis for Qualified Opinion" and the like.
//! **Accepts** such a heading before or behind the opinion.
//! **Refuses** what follows it: the opinion, other headings, the signature.

use std::sync::LazyLock;

use countersign_domain::Fact;

use super::opinion::floor;
use super::parts::Parts;
use super::{auditor_firm, dates};
use crate::pattern::{Pattern, pattern};

/// Most bytes of an explanation whose end nothing shows.
const LONGEST: usize = 4_500;

static BASIS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:^|\n)\s*(?:[\da-z]{1,3}[.)] )?(?P<head>basis for (?:the )?(?:qualified|adverse|disclaimer of|modified) (?:opinion|conclusion))\s*[:.-]?\s*",
    )
});
static BASIS_END: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\n\s*(?:(?:qualified|adverse|modified|disclaimer of|our|the|service auditor's)? ?(?:opinion|conclusion)\b|in our opinion|because of the significance|except for the|we do not express|restrict(?:ed|ion)|inherent limitations|other matter|emphasis)",
    )
});

/// Reads the paragraph that explains a modified opinion.
pub(crate) fn read(parts: &Parts<'_>) -> Option<Fact<String>> {
    let flow = parts.letter.as_ref()?;
    let text = flow.text();
    // The heading is named again in the opinion; the paragraph stands under its first place at a line's start.
    let found = BASIS.captures_iter(text).find(|c| {
        let (Some(whole), Some(head)) = (c.get(0), c.name("head")) else { return false };
        text[head.end()..whole.end()].contains(['\n', ':', '.', '-']) || head.start() == 0
    })?;
    let start = found.get(0)?.end();
    let end = BASIS_END.find(&text[start..]).map_or(floor(text, start + LONGEST), |m| start + m.start());
    // Where the basis comes last, the signature follows it.
    let breaks = text[start..end].match_indices('\n').map(|(at, _)| start + at);
    let end = breaks.into_iter().find(|at| signs(&text[at + 1..end])).unwrap_or(end);
    let value = flow.original(start..end);
    if value.split(' ').count() < 5 {
        return None;
    }
    flow.fact(value, start..end)
}

/// Whether a signature begins there: a firm alone in its line, or a few words that end in a day.
fn signs(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default().trim();
    let ends_in_a_day = || dates::find(line).last().is_some_and(|day| day.range.end + 1 >= line.len());
    auditor_firm::is_firm(line)
        || line.len() <= 200 && !line.contains(". ") && !line.contains(" the ") && ends_in_a_day()
}

#[cfg(test)]
mod tests {
    use crate::recognise::testing::Report;

    /// What the opinion says of the three things that are examined.
    const LIMBS: &str = "the description fairly presents the System and the controls stated in it operated effectively";

    #[test]
    fn the_paragraph_that_explains_a_modified_opinion_is_read() {
        let reading = Report {
            basis: "## Basis for Qualified Opinion\nThe review of access was not performed in the second half of the period. As a result, criterion CC6.2 was not met.".into(),
            opinion: format!("## Qualified Opinion\nIn our opinion, except for the matter described in the Basis for Qualified Opinion section, {LIMBS}."),
            ..Report::default()
        }
        .read();
        let basis = reading.opinion_basis.expect("is explained");
        assert!(
            basis.value.starts_with("The review of access") && basis.value.ends_with("was not met."),
            "whole: {}",
            basis.value
        );
    }

    #[test]
    fn an_explanation_ends_before_the_signature() {
        let reading = Report {
            opinion: "## Disclaimer of Opinion\nBecause of the matter described in the Basis for Disclaimer of Opinion section, we do not express an opinion on the description.\n## Basis for Disclaimer of Opinion\nManagement did not provide a written assertion.".into(),
            ..Report::default()
        }
        .read();
        let basis = reading.opinion_basis.map(|basis| basis.value);
        assert_eq!(basis.as_deref(), Some("Management did not provide a written assertion."), "nothing of who signs");
    }
}
