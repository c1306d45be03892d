//! The Trust Services Categories examined.
//!
//! **Reads** which of the five categories the report covers.
//! **Where**, in this order: the list that the auditor's report defines as its applicable trust services criteria; the
//! list behind "relevant to" in its scope sentence; labels and title on the cover; the assertion.
//! **Accepts** lists with commas, "and", "&", bullets, and short forms in brackets behind a name.
//! **Accepts** besides, where the auditor's report names no category, the series of criteria that it does: "the Common
//! Criteria and the A1 and C1 series of the Trust Services Criteria".
//! **Refuses** the framework's own title, which names all five ("2017 Trust Services Criteria for Security,
//! Availability, Processing Integrity, Confidentiality, and Privacy", `practice.md` §10.1 rule 5), the AICPA guide's
//! title, and categories that the document says are not in scope.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::{Basis, Category, Fact};

use super::parts::Parts;
use crate::pattern::{Pattern, exact, pattern};
use crate::text::Flow;

const ONE: &str = r"(?:security|availability|processing integrity|confidentiality|privacy)";
/// What may stand between two categories of a list.
const BETWEEN: &str = r"(?: ?\([^()\n]{1,25}\)|\))?(?: (?:trust services )?(?:category|criteri(?:on|a)|principle))?(?:\s*[,;/|&•▪●-]+\s*(?:and |or |& )?(?:the )?|,? (?:and|or|&) (?:the )?(?:(?:additional )?(?:criteria|categor(?:y|ies)) (?:for |of )(?:the )?)?|\s*\n\s*[-•▪●]?\s*|\s+)";

fn list() -> String {
    // The criteria that are common to all are those of security.
    format!(
        r"(?:(?:the )?common criteria ?[(/:-]? ?(?:for |of |related to )?(?:the )?)?(?P<list>{ONE}(?:{BETWEEN}{ONE})*)\b"
    )
}

/// The words before a list of all five that make it the framework's or the guide's title.
static TITLE_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:20\d\d trust services? (?:principles and )?criteria[^.]{0,20}|tsp (?:section )?100a?[^.]{0,80}|service organi[sz]ation[^.]{0,6} relevant to|trust services? (?:principles and )?criteria for)\s*$",
    )
});
static DEFINED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r#"{}(?: categor(?:y|ies)| criteria| principles)?\s*,?\s*(?:\(?["'(]*(?:the )?["']?(?:applicable|in-scope)|\(["']?(?:the )?["']?control) (?:trust services? )?(?:criteria|categories)"#,
        list()
    ))
});
static RELEVANT_TO: LazyLock<Pattern> =
    LazyLock::new(|| pattern(&format!(r"\b(?:relevant|related|relating|pertaining) to (?:the )?{}", list())));
static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:trust services? (?:criteria|categor(?:y|ies)|principles)(?: \(tsc\))?(?: covered| in scope| examined)?|scope|categories|tsc)\s*:\s*[-•▪●]?\s*{}",
        list()
    ))
});
static BEFORE_WORD: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b{}(?: trust services?)? (?:categor(?:y|ies)|(?:trust services? )?criteria|trust services? principles?)\b",
        list()
    ))
});
static CRITERIA_FOR: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:(?:criteria|categories|principles) (?:for|of|relating to) (?:the )?|common criteria ?\((?:related to )?){}",
        list()
    ))
});
static NOT_IN_SCOPE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:{}(?: trust services?)?(?: criteria| categor(?:y|ies)| principles)? (?:criteria )?(?:is|are|was|were) (?:not (?:in|within|part of|included in)|out(?:side)? of|excluded from)(?: the)? scope|(?:out of scope|not in scope|excluded|not included)\s*:\s*(?:the )?(?P<list2>{ONE}(?:{BETWEEN}{ONE})*))",
        list()
    ))
});
/// A line of a cover that is nothing but a list.
static ALONE: LazyLock<Pattern> = LazyLock::new(|| pattern(&format!(r"(?:^|\n)\s*{}\s*(?:\n|$)", list())));
/// A row of a table of the scope: "Security ✓ Yes", "Privacy – Not in scope".
static SAID_OF_EACH: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?P<one>{ONE})(?: categor(?:y|ies)| criteria)?[^\w\n]{{0,6}}\s*[^\w\n]{{0,6}}(?:(?P<in>yes|in[- ]scope|included|examined)|no|not in[- ]scope|out[- ]of[- ]scope|not included|excluded|not examined|n/a)\b"
    ))
});
/// The common criteria with the series that are added to them.
static CODED: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"\b(?:[Cc]ommon [Cc]riteria(?: \(CC ?\d[^()\n]{0,24}\))?|CC1 ?(?:-|to|through) ?CC9)(?P<more>(?:(?:,? and(?: to)?|,|,? plus) (?:the )?(?:series |criteria )?(?:A|C|PI|P) ?\d(?:\.\d)?){1,4})(?: (?:series|criteria))?[^.\n]{0,50}?(?i:\btrust services criteria|\bTSP section 100)",
    )
});
static SERIES: LazyLock<Pattern> = LazyLock::new(|| exact(r"\b(?P<letters>A|C|PI|P) ?\d"));
static NAME: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:security|availability|processing integrity|confidentiality|privacy)\b"));

/// A list of categories where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    /// The categories in the framework's order.
    pub(crate) categories: Vec<Category>,
    /// Where the list and the words before it stand.
    pub(crate) range: Range<usize>,
}

/// Reads the categories.
pub(crate) fn read(parts: &Parts<'_>) -> Option<Fact<Vec<Category>>> {
    let letter = parts.letter.as_ref().and_then(|f| in_flow(f, false).map(|l| (f, l)));
    let cover = in_flow(&parts.cover, true).map(|l| (&parts.cover, l));
    let assertion = parts.assertion.as_ref().and_then(|f| in_flow(f, false).map(|l| (f, l)));
    let tests = parts.tests.as_ref().and_then(|f| in_flow(f, true).map(|l| (f, l)));
    let found: Vec<(&Flow<'_>, Listed)> = [letter, cover, assertion, tests].into_iter().flatten().collect();
    let Some((flow, first)) = found.first() else { return parts.letter.as_ref().and_then(coded) };
    let mut fact = flow.fact(first.categories.clone(), first.range.clone())?;
    for (other, listed) in found.iter().skip(1).take(1) {
        if listed.categories == first.categories {
            fact.citations.extend(other.cite(listed.range.clone()));
        }
    }
    Some(fact)
}

/// Works the categories out from the series of criteria.
fn coded(flow: &Flow<'_>) -> Option<Fact<Vec<Category>>> {
    let found = CODED.captures(flow.text())?;
    let more = SERIES.captures_iter(found.name("more")?.as_str()).map(|c| match &c["letters"] {
        "A" => Category::Availability,
        "C" => Category::Confidentiality,
        "PI" => Category::ProcessingIntegrity,
        _ => Category::Privacy,
    });
    let mut categories: Vec<Category> = [Category::Security].into_iter().chain(more).collect();
    categories.sort_unstable();
    categories.dedup();
    let fact = flow.fact(categories, found.get(0)?.range())?;
    Some(Fact { basis: Basis::Derived, ..fact })
}

/// Finds the list of a part; on covers also labels and titles.
pub(crate) fn in_flow(flow: &Flow<'_>, cover: bool) -> Option<Listed> {
    let text = flow.text();
    let excluded: Vec<Category> = NOT_IN_SCOPE
        .captures_iter(text)
        .filter_map(|c| c.name("list").or_else(|| c.name("list2")))
        .flat_map(|m| categories_of(m.as_str()))
        .collect();
    let patterns: &[&LazyLock<Pattern>] = if cover {
        &[&DEFINED, &LABEL, &RELEVANT_TO, &BEFORE_WORD, &CRITERIA_FOR]
    } else {
        &[&DEFINED, &RELEVANT_TO, &BEFORE_WORD, &LABEL, &CRITERIA_FOR]
    };
    let listed = |pattern: &Pattern, fewest: usize| {
        pattern.captures_iter(text).take(12).find_map(|found| {
            let (whole, list) = (found.get(0)?, found.name("list")?);
            let mut categories = categories_of(list.as_str());
            let scoped_out = NOT_IN_SCOPE.find_iter(text).any(|m| m.start() <= list.start() && list.start() < m.end());
            let title = categories.len() == Category::ALL.len() && is_framework_title(text, list.start());
            categories.retain(|c| !excluded.contains(c));
            let range = with_lead(text, whole.start())..whole.end();
            (!title && !scoped_out && categories.len() >= fewest).then_some(Listed { categories, range })
        })
    };
    let ticked = || ticked(text);
    let alone = || cover.then(|| listed(&ALONE, 2)).flatten();
    patterns.iter().find_map(|pattern| listed(pattern, 1)).or_else(ticked).or_else(alone)
}

/// A table that says of each category whether it is in scope; it says so of three at least, and not of all the same "no".
fn ticked(text: &str) -> Option<Listed> {
    if !SAID_OF_EACH.is_match(text) {
        return None;
    }
    let found: Vec<(Category, bool, Range<usize>)> = SAID_OF_EACH
        .captures_iter(text)
        .filter_map(|c| {
            let category = *categories_of(c.name("one")?.as_str()).first()?;
            Some((category, c.name("in").is_some(), c.get(0)?.range()))
        })
        .collect();
    let mut named: Vec<Category> = found.iter().map(|f| f.0).collect();
    named.sort_unstable();
    named.dedup();
    let mut categories: Vec<Category> = found.iter().filter(|f| f.1).map(|f| f.0).collect();
    categories.sort_unstable();
    let range = found.first()?.2.start..found.last()?.2.end;
    let one_table = range.len() < 600 && named.len() == found.len();
    (named.len() >= 3 && one_table && !categories.is_empty()).then_some(Listed { categories, range })
}

/// Takes the last words of the sentence before a list into its quote.
fn with_lead(text: &str, start: usize) -> usize {
    let from = text[..start].rfind(['.', '\n', ';', ':']).map_or(0, |at| at + 1);
    let lead = &text[from..start];
    let words: Vec<(usize, &str)> = lead.match_indices(char::is_whitespace).collect();
    words.iter().rev().nth(6).map_or(from, |(at, _)| from + at + 1).min(start)
}

/// Whether the words before a list of all five are those of the framework's or the guide's title.
fn is_framework_title(text: &str, list: usize) -> bool {
    let from = text[..list].char_indices().rev().nth(119).map_or(0, |(at, _)| at);
    TITLE_BEFORE.is_match(text[from..list].trim_end())
}

fn categories_of(list: &str) -> Vec<Category> {
    let mut found: Vec<Category> = NAME
        .find_iter(list)
        .filter_map(|m| {
            let name = m.as_str().to_lowercase();
            Category::ALL.into_iter().find(|c| name.starts_with(&c.title().to_lowercase()[..7]))
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use countersign_domain::Category::{self, Availability, Confidentiality, Privacy, ProcessingIntegrity, Security};
    use proptest::prelude::*;

    use super::*;
    use crate::text::Text;
    use crate::text::sheet::document;

    fn read(source: &str, cover: bool) -> Option<Vec<Category>> {
        let pages = document(source);
        let text = Text::new(&pages);
        in_flow(&text.all(), cover).map(|l| l.categories)
    }

    #[test]
    fn series_of_criteria_say_the_categories() {
        let read = |words: &str| {
            let pages = document(words);
            let text = Text::new(&pages);
            coded(&text.all()).map(|fact| (fact.value, fact.basis))
        };
        for (words, expected) in [
            (
                "to meet the Common Criteria (CC1 to CC9) and the A1 and C1 series of the AICPA Trust Services Criteria.",
                vec![Security, Availability, Confidentiality],
            ),
            (
                "based on CC1 to CC9, PI1 and A1 set forth in TSP section 100.",
                vec![Security, Availability, ProcessingIntegrity],
            ),
            ("the common criteria and P1 of the trust services criteria", vec![Security, Privacy]),
        ] {
            assert_eq!(read(words), Some((expected, Basis::Derived)), "in: {words}");
        }
        for words in [
            "The Common Criteria are part of the Trust Services Criteria.",
            "The Common Criteria for IT Security Evaluation and A1 paper.",
            "Criterion A1.2 of the Trust Services Criteria was not met.",
        ] {
            assert_eq!(read(words), None, "no scope in: {words}");
        }
    }

    #[test]
    fn a_table_of_the_scope_says_it_of_each() {
        let source = "The categories in scope are set out below.\nTrust Services Category In scope\nSecurity ✓ Yes\nAvailability No\nProcessing Integrity No\nConfidentiality ✓ Yes\nPrivacy – Not in scope";
        assert_eq!(read(source, false), Some(vec![Security, Confidentiality]), "those that are");
        let heads = "Infrastructure Security\nControl Trust Services Criteria";
        assert_eq!(read(heads, true), None, "a heading above the head of a table says no scope");
    }

    #[test]
    fn lists_in_the_auditors_report() {
        for (text, expected) in [
            (
                "criteria relevant to security and confidentiality (applicable trust services criteria) set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy",
                vec![Security, Confidentiality],
            ),
            (
                "based on the trust services criteria relevant to Security (the “applicable trust services criteria”)",
                vec![Security],
            ),
            (
                "relevant to Security, Availability, Processing Integrity, Confidentiality, and Privacy (applicable trust services criteria) set forth in TSP Section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy",
                Category::ALL.to_vec(),
            ),
            (
                "the criteria for security, availability & confidentiality set forth in TSP section 100",
                vec![Security, Availability, Confidentiality],
            ),
            ("controls relevant to the Privacy and Security categories", vec![Security, Privacy]),
            ("relevant to the Common Criteria (Security) and Availability", vec![Security, Availability]),
            ("controls relevant to the Security category and the Availability category", vec![Security, Availability]),
            (
                "based on the common criteria (security) and the additional criteria for availability and confidentiality",
                vec![Security, Availability, Confidentiality],
            ),
            (
                "for the Security and Confidentiality categories set forth in TSP section 100",
                vec![Security, Confidentiality],
            ),
            (
                "relevant to security, availability, and processing integrity (“applicable trust services criteria”)",
                vec![Security, Availability, ProcessingIntegrity],
            ),
        ] {
            assert_eq!(read(text, false), Some(expected), "in: {text}");
        }
    }

    #[test]
    fn titles_and_labels_on_covers() {
        for (text, expected) in [
            ("Trust Services Criteria: Security (CC), Availability (A1)", vec![Security, Availability]),
            (
                "Trust Services Categories:\n- Security\n- Availability\n- Privacy",
                vec![Security, Availability, Privacy],
            ),
            ("Controls Relevant to the\nSecurity Trust Services Category", vec![Security]),
            ("RELEVANT TO SECURITY, AVAILABILITY, AND CONFIDENTIALITY", vec![Security, Availability, Confidentiality]),
            ("Scope: Security and Availability Trust Service Criteria", vec![Security, Availability]),
            ("Security | Availability Trust Services Criteria", vec![Security, Availability]),
            ("# Heron Analytics\n## Security & Availability\nMay 2031", vec![Security, Availability]),
        ] {
            assert_eq!(read(text, true), Some(expected), "cover: {text}");
        }
    }

    #[test]
    fn the_frameworks_title_is_never_the_scope() {
        for text in [
            "set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy",
            "the AICPA Guide Reporting on Controls at a Service Organization Relevant to Security, Availability, Processing Integrity, Confidentiality, or Privacy",
            "in TSP 100, Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (AICPA, Trust Services Criteria)",
            "The security of the building and the availability of parking",
        ] {
            assert_eq!(read(text, false), None, "no scope: {text}");
        }
    }

    #[test]
    fn what_is_not_in_scope_is_left_out() {
        let text = "Trust Services Criteria: Security, Availability, Privacy\nNote: Privacy criteria are OUT OF SCOPE for this examination.";
        assert_eq!(read(text, true), Some(vec![Security, Availability]), "a note");
        let text =
            "The Availability, Processing Integrity and Privacy categories are not in scope for this examination.";
        assert_eq!(read(text, false), None, "an exclusion alone");
        assert_eq!(read("Out of scope: Confidentiality, Privacy criteria", true), None, "a label");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(relevant to |Security|, |and |Privacy|\\PC{0,8}|\n)*") {
            let _ = read(&text, true);
        }
    }
}
