//! Names of organizations as a sentence enumerates them: "Heron Hosting, Inc. (“HH”), Larch and Elm Data for backups".
//!
//! **Reads** each name whole, its short forms in brackets, and what it is used for where that follows.
//! **Refuses** clauses, generic words ("cloud service providers"), standards, the vendor and the auditor.

use std::ops::Range;
use std::sync::LazyLock;

use crate::pattern::{Pattern, exact, pattern};
use crate::recognise::lists::Vendor;
use crate::recognise::{legal_form, names, places};

const WORD: &str = r"(?:[A-Z][\w&'/+-]*(?:\.\w+)*|\d+[A-Za-z]\w*|[a-z]+[A-Z]\w*)";

/// The form of a name, as a pattern.
fn form() -> String {
    format!(r"(?:,? (?:{})\b\.?)", legal_form::any())
}

/// A name as a pattern, without brackets.
pub(super) fn name_pattern() -> String {
    let form = form();
    format!(
        r"{WORD}(?: (?:&|of|de|du|la|for the) {WORD}| {WORD})*(?: (?:services|cloud|platform|hosting|data|systems|solutions)\b)?{form}*"
    )
}

static NAME: LazyLock<Pattern> =
    LazyLock::new(|| exact(&format!(r"^(?:(?:the|The|both|either|to|with) )?(?P<name>{})", name_pattern())));
static BRACKET: LazyLock<Pattern> = LazyLock::new(|| exact(r"^ ?\((?P<in>[^()]{1,160})\)"));
static SEPARATOR: LazyLock<Pattern> =
    LazyLock::new(|| exact(r"^(?: ?[,;/] ?(?:and|or|&|as well as)? ?| (?:and|or|&|as well as) )"));
static SERVICES: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r#"^ ?[,;]? ?(?:\(?(?:(?:a|an|the|its|our|each|both|all|as|which|that|are|is|collectively|carved[- ]out|third[- ]party|independent|unaffiliated)[ ,]+)*["']?sub-?service (?:organi[sz]ations?|providers?)["']?\)? ?(?:\([^)]*\))? ?[,-]? ?)?(?:(?:which|that|who)\s+)?(?P<how>to (?:provide|perform|support|deliver|supply|assist (?:with|in)|help (?:with|provide)|facilitate|handle)|to|for(?: the provision of| its| the)?|provid(?:es?|ing)|perform(?:s|ing)?|offer(?:s|ing)?|supplies|hosts|as (?:an? |its |the |their )?|in providing|is|are|:|-) (?P<what>\S[\s\S]*)$"#,
    )
});
static NEXT_WITH_SERVICES: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r"(?:, and|,| and|;|; and) (?P<rest>(?:the )?{}(?: ?\([^()]*\))*(?:, (?:which is )?(?:a|an|also a|another|the|its)(?: [\w-]+){{0,2}} (?i:sub-?service) (?:organi[sz]ation|provider),?)? (?:for|to [a-z]+|as an?|provides|which provides|which is used) |(?:the )?{}{}+(?:[,;. (]|$))",
        name_pattern(),
        name_pattern(),
        form()
    ))
});
static TAIL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r#" ?\((?:the |each |collectively|individually|a |an |"|')?[^()]{0,60}(?:sub-?service|organi[sz]ation|carve|method|provider|collectively)[^()]{0,60}\)[.,]?$|, (?:which|who|and which|whose)\b.*$|, (?:a |an |as (?:a |its )?)?sub-?service (?:organi[sz]ations?|providers?)\b.*$|[,;]? (?:using|under|through) the (?:carve|inclusive).*$|; (?:the|this|these|those|which|it|its|our|we|all|both)\b.*$"#,
    )
});
static USED_FOR: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:used|utili[sz]ed|engaged|contracted|relied upon|responsible)(?: by [\w.,' -]{2,40}?)? (?:for(?: the)?|to (?:provide|perform|support|deliver)|to) ",
    )
});
/// Words that say where the services are listed, not what they are.
static POINTS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:the|its|certain|various|various of its|some|following|these|such|those) )*(?:(?:following|outsourced|below) )?(?:services?|functions?|purposes?|activities)(?: (?:below|described|listed|noted|identified|detailed|set out|as follows|shown|indicated|specified|and)\b.*)?$|^(?:the )?following\b|^(?:as )?(?:described|listed|noted) (?:below|above|in)\b",
    )
});
static GENERIC: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:cloud|hosting|host|providers?|services?|data|cent(?:er|re)s?|infrastructure|third|part(?:y|ies)|vendors?|sub-?service|organi[sz]ations?|compan(?:y|ies)|colocation|co-location|platforms?|software|networks?|systems?|security|managed?|management|internet|payments?|processors?|backups?|storage|and|the|of|as|a|saas|iaas|paas|facilit(?:y|ies)|support|application|applications|production|customers?|users?|entit(?:y|ies)|controls?|descriptions?|names?|monitoring|physical|environmental|operations?|used|carved|out|methods?|inclusive|criteria|function|purpose|table|complementary|email|subprocessors?|overview|public|private|computing|web|physical|logical|access|change|incident|response|business|continuity|risk|it|information|technology)[ /&-]*)+$",
    )
});
static NOT_FIRST: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:section|table|appendix|figure|criteri(?:a|on)|type|soc|iso|pci|hipaa|aicpa|tsp|dc|cc\d|csocs?|cuecs?|complementary|controls?|this|these|those|such|each|all|no|none|n/?a|not|any|certain|various|several|other|multiple|our|its|we|it|they|user|customer|client|subservice|sub-service|third|monitoring|review|reviews|management|however|additionally|therefore|accordingly|where|when|as|in|on|for|to|if|during|based|refer|see|please|note|services?|january|february|march|april|may|june|july|august|september|october|november|december|trust services|inclusive|carve|carved|annual|annually|access|physical|data cent(?:er|re)s?|company|vendor|vendors|there|both|upon|with|by|at|from|following)\b",
    )
});

/// An organization that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// Its name.
    pub(super) name: String,
    /// Short forms in brackets.
    pub(super) aliases: Vec<String>,
    /// What it does.
    pub(super) services: Option<String>,
    /// Where it stands, the services included where they follow at once.
    pub(super) range: Range<usize>,
}

/// Who is certainly not a subservice organization.
pub(super) struct Others<'a> {
    pub(super) vendor: &'a Vendor,
    pub(super) auditor: Option<&'a str>,
}

/// Reads the enumeration with which `words` from `start` begins. What follows the last name is what all that stand
/// together do.
pub(super) fn read(words: &str, start: usize, end: usize, others: &Others<'_>) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let mut at = start;
    while let Some((one, stop)) = one(words, at, end, others) {
        found.push(one);
        at = stop;
        let Some(separator) = SEPARATOR.find(&words[at..end]) else { break };
        if NAME.find(&words[at + separator.end()..end]).is_none() {
            break;
        }
        at += separator.end();
    }
    if found.is_empty() {
        return found;
    }
    let what = SERVICES.captures(&words[at..end]).and_then(|c| c.name("what"));
    let what_at = at + what.map_or(0, |w| w.start());
    let next = NEXT_WITH_SERVICES.captures_iter(&words[what_at..end]).find_map(|c| {
        let rest = c.name("rest")?;
        let more = read(words, what_at + rest.start(), end, others);
        (!more.is_empty()).then(|| (what_at + c.get(0).map_or(0, |m| m.start()), more))
    });
    let stop = next.as_ref().map_or(end, |(at, _)| *at);
    let services = what.and_then(|_| services(&words[what_at..stop]));
    for one in &mut found {
        if one.services.is_none() {
            one.services.clone_from(&services);
        }
    }
    found.extend(next.into_iter().flat_map(|(_, more)| more));
    found
}

/// Reads one name with its brackets.
fn one(words: &str, start: usize, end: usize, others: &Others<'_>) -> Option<(Named, usize)> {
    let caught = NAME.captures(&words[start..end])?.name("name")?;
    let (name_at, mut at) = (start + caught.start(), start + caught.end());
    let mut caught = caught.as_str();
    if caught.ends_with("'s") || caught.ends_with('\'') {
        caught = caught.trim_end_matches("'s").trim_end_matches('\'');
        at = name_at + caught.len();
    }
    // "Larch S.A.", "Larch Inc.": the last full stop is part of the name.
    if words[at..end].starts_with('.') && names::has_legal_form(caught) {
        at += 1;
        caught = &words[name_at..at];
    }
    let mut aliases = Vec::new();
    let mut services = None;
    while let Some(bracket) = BRACKET.captures(&words[at..end]) {
        let inside = bracket["in"].trim();
        let lower = inside.to_lowercase();
        if inside.contains('"') || inside.contains("''") {
            aliases.extend(inside.split('"').skip(1).step_by(2).map(|a| a.trim_matches([',', '.', ' ']).to_owned()));
        } else if inside.starts_with(char::is_lowercase) {
            if !lower.contains("service organi") && !lower.contains("collectively") && !lower.starts_with("the ") {
                services = Some(inside.to_owned());
            }
        } else if inside.split(' ').count() <= 4 {
            aliases.push(inside.to_owned());
        }
        at += bracket.get(0).map_or(1, |m| m.end());
    }
    aliases.retain(|a| a.len() >= 2 && !GENERIC.is_match(a));
    let name = accepted(caught, others)?;
    Some((Named { name, aliases, services, range: name_at..at }, at))
}

/// Cleans a name and gives it if it can be that of a subservice organization.
pub(super) fn accepted(caught: &str, others: &Others<'_>) -> Option<String> {
    let name = names::name(caught)?;
    let capitals = name.chars().any(char::is_uppercase) || name.chars().any(|c| c.is_ascii_digit());
    let refused = !capitals
        || GENERIC.is_match(&name)
        || (NOT_FIRST.is_match(&name) && !names::has_legal_form(&name))
        || places::is_region(&name)
        || others.vendor.is(&name)
        || others.auditor.is_some_and(|a| names::stem(a) == names::stem(&name));
    (!refused).then_some(name)
}

/// Cleans what an organization does; nothing where it is no noun phrase of readable length.
pub(super) fn services(words: &str) -> Option<String> {
    let words = words.split('\n').next().unwrap_or_default();
    let words = words.trim().trim_end_matches(['.', ';', ',', ':']);
    let mut text = USED_FOR.replace_all(words, "").into_owned();
    while let Some(tail) = TAIL.find(&text) {
        let at = tail.start();
        text.truncate(at);
        text.truncate(text.trim_end_matches(['.', ';', ',', ' ']).len());
    }
    let bare = ["and ", "a ", "an ", "the ", "its "].iter().fold(text.as_str(), |t, a| t.strip_prefix(a).unwrap_or(t));
    ((3..=320).contains(&bare.len()) && !POINTS.is_match(bare)).then(|| bare.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_of(words: &str) -> Vec<String> {
        listed(words).into_iter().map(|n| n.0).collect()
    }

    fn listed(words: &str) -> Vec<(String, Option<String>)> {
        let vendor = Vendor::new(Some("Juniper Ledger, Inc."), std::iter::empty());
        let others = Others { vendor: &vendor, auditor: Some("Birch & Cedar LLP") };
        read(words, 0, words.len(), &others).into_iter().map(|n| (n.name, n.services)).collect()
    }

    #[test]
    fn enumerations_are_read_name_by_name() {
        assert_eq!(
            names_of("Heron Hosting, Inc., Larch, and Elm Data LLC to host"),
            ["Heron Hosting, Inc.", "Larch", "Elm Data LLC"]
        );
        assert_eq!(
            names_of("Heron Web Services (\"HWS\") and the Larch Cloud Platform for hosting"),
            ["Heron Web Services", "Larch Cloud Platform"]
        );
        assert_eq!(names_of("Bank of Heron, N.A. to settle payments."), ["Bank of Heron, N.A."]);
    }

    #[test]
    fn services_belong_to_those_before_them() {
        assert_eq!(
            listed(
                "Heron Hosting for data center services and Larch Data Sync for backups (subservice organizations)."
            ),
            [
                ("Heron Hosting".to_owned(), Some("data center services".to_owned())),
                ("Larch Data Sync".to_owned(), Some("backups".to_owned()))
            ]
        );
        assert_eq!(
            listed("Heron Hosting and Larch, subservice organizations, to provide cloud hosting and email."),
            [
                ("Heron Hosting".to_owned(), Some("cloud hosting and email".to_owned())),
                ("Larch".to_owned(), Some("cloud hosting and email".to_owned()))
            ]
        );
    }

    #[test]
    fn what_is_no_name_of_an_organization_is_refused() {
        for words in [
            "Cloud Service Providers for hosting",
            "Juniper Ledger to do it itself",
            "Birch & Cedar LLP to examine it",
            "third parties for hosting",
            "Section IV for the tests",
            "None",
            "SOC 2 reports of others",
            "The Company to provide services",
        ] {
            assert!(names_of(words).is_empty(), "no organization: {words}");
        }
    }
}
