//! Names of companies and systems as sentences give them.
//!
//! **Reads** a name out of the words that a pattern caught: the short form in brackets, possessive endings, quotes and
//! closing punctuation go (`reading.md`, conventions), the full stop of `Inc.` stays.
//! **Refuses** placeholders in brackets, defined terms such as "the Company", clauses with a verb, and anything longer
//! than a name: what is not surely a name is none.

use std::sync::LazyLock;

use super::legal_form;
use crate::pattern::{Pattern, exact, pattern};

static BRACKETS: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\s*\([^()]{0,120}\)"));
static LEGAL: LazyLock<Pattern> = LazyLock::new(|| exact(&format!(r"(?i:\b(?:{})\b)\.?$", legal_form::any())));
static CLAUSE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:is|are|was|were|has|have|had|that|which|who|whose|will|shall|must|should|may not|does|did|uses|provides|described|accompanying|titled|based|throughout|whether|its|their|our|we|this|these|such|been|being)\b",
    )
});
static DEFINED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:the )?(?:company|organi[sz]ation|service organi[sz]ation|service provider|management|client|customer|entity|vendor|system|platform|service|services|application|applications|solution|solutions|product|products|description|assertion|report|environment|software|program|firm|user entities|board of directors|directors|members|shareholders|name|company name|system name)$",
    )
});

/// Cleans the words that a pattern caught and gives them if they are a name.
pub(crate) fn name(caught: &str) -> Option<String> {
    let cleaned = clean(caught);
    is_name(&cleaned).then_some(cleaned)
}

/// Takes off brackets, quotes, possessive endings and closing punctuation.
pub(crate) fn clean(caught: &str) -> String {
    let text = BRACKETS.replace_all(caught, "");
    let mut text = text.trim();
    loop {
        let before = text;
        text = text.trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, '"' | '“' | '”' | '‘' | ',' | ':' | ';' | '-' | '–' | '—' | '*' | '|')
        });
        text = ["'s", "’s", "'S", "’S", "'", "’"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
        if let Some(bare) = text.strip_suffix('.')
            && (!LEGAL.is_match(text) || bare.ends_with('.') || !is_abbreviated(bare))
        {
            text = bare;
        }
        if text == before {
            break;
        }
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for article in ["the ", "The ", "THE "] {
        if let Some(rest) = text.strip_prefix(article) {
            return rest.to_owned();
        }
    }
    text
}

/// Whether the full stop behind a legal form is its own: that of "Inc." is, that of "GmbH." ends a sentence.
fn is_abbreviated(bare: &str) -> bool {
    let form = bare.rsplit([' ', ',']).next().unwrap_or_default();
    form.contains('.') || legal_form::CUT_SHORT.iter().any(|short| form.eq_ignore_ascii_case(short))
}

/// Tells whether cleaned words can be the name of a company or a system.
pub(crate) fn is_name(text: &str) -> bool {
    let words = text.split(' ').count();
    let starts_well = text.starts_with(|c: char| c.is_alphanumeric());
    starts_well
        && (1..=12).contains(&words)
        && text.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && text.len() <= 110
        && !text.contains(['[', ']', '<', '>', '{', '}', '\n', ';', '_'])
        && !CLAUSE.is_match(text)
        && !DEFINED.is_match(text)
        && LEGAL.find(text).is_none_or(|form| form.start() > 0)
}

/// Tells whether a name ends in the form of a company.
pub(crate) fn has_legal_form(name: &str) -> bool {
    LEGAL.is_match(name)
}

/// Gives a name without its legal form.
pub(crate) fn without_legal_form(name: &str) -> String {
    let mut name = name.trim().to_owned();
    while let Some(found) = LEGAL.find(&name) {
        if found.start() == 0 {
            break;
        }
        name.truncate(found.start());
        name.truncate(name.trim_end_matches([' ', ',', '.']).len());
    }
    name
}

/// Gives a name without its legal form, lower case, letters and digits only: two spellings of one name are equal.
pub(crate) fn stem(name: &str) -> String {
    crate::text::normal::squash(&without_legal_form(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_what_is_not_theirs() {
        for (caught, expected) in [
            ("Juniper Ledger, Inc. (“Juniper” or the “Company”)", "Juniper Ledger, Inc."),
            ("Juniper Ledger, Inc.'s", "Juniper Ledger, Inc."),
            ("Juniper Ledger LLC’s", "Juniper Ledger LLC"),
            ("the Juniper Ledger Limited.", "Juniper Ledger Limited"),
            ("Heron Analytics'", "Heron Analytics"),
            ("Heron Analytics:", "Heron Analytics"),
            ("“Heron Platform”,", "Heron Platform"),
            ("Heron Analytics Inc..", "Heron Analytics Inc."),
            ("Heron Hosting GmbH.", "Heron Hosting GmbH"),
            ("Heron Hosting Pty Ltd.", "Heron Hosting Pty Ltd."),
            ("Heron Analytics S.à r.l.", "Heron Analytics S.à r.l."),
        ] {
            assert_eq!(name(caught).as_deref(), Some(expected), "cleaned: {caught}");
        }
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for caught in [
            "the Company",
            "[Audit Firm]",
            "the system that is described",
            "management",
            "",
            "<Name>",
            "its platform",
            "a",
            "Service Organization",
            "Heron has prepared the accompanying",
            "Inc",
            "LLC",
        ] {
            assert_eq!(name(caught), None, "no name: {caught}");
        }
    }

    #[test]
    fn two_spellings_have_one_stem() {
        assert_eq!(stem("Juniper Ledger, Inc."), stem("JUNIPER LEDGER"), "without its form");
        assert_eq!(stem("Heron Web Solutions Pvt. Ltd."), stem("Heron Web Solutions"), "two forms");
        assert_ne!(stem("Heron Web"), stem("Heron Web Solutions"), "another name");
    }
}
