//! The organization that writes a bridge letter.
//!
//! **Reads** its name.
//! **Where**: `From:`, the sentences about its report, the signature block, the letterhead, the copyright line.
//! **Accepts** a name before an office ("Heron Analytics, Chief Information Security Officer"); "on behalf of …",
//! "… has obtained a SOC 2", "…'s SOC 2 report", "report of …".
//! **Refuses** persons, offices, auditors and the addressee.

use std::sync::LazyLock;

use countersign_domain::Fact;

use super::signer;
use crate::pattern::{Pattern, exact, pattern};
use crate::recognise::naming::{Mention, choose, copyright, mentions};
use crate::recognise::{names, person};
use crate::text::{Flow, Text};

/// Lines of a letterhead.
const HEAD_LINES: usize = 4;

static FROM: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(?:^|\n)\s*from\s*:\s*(?P<name>[^\n]{2,120})"));
static SENTENCES: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    // A name stands within one paragraph: its blanks stand for no line feed.
    let name = r"(?P<name>\p{Lu}[\w&.'-]*(?:,?\x20(?:\p{Lu}[\w&.'-]*|of|and|&|de|\d+)){0,6}?)";
    let short = r"(?: \((?:[^()\n]{1,100})\))?";
    [
        format!(r"\b[Oo]n behalf of (?:the management of )?{name}{short}(?:\n|$|[,;:]|\. |,? (?:we|I|to|that|and|is)\b)"),
        format!(
            r"(?:^|\n|\. |\b[Tt]hat ){name}{short},? (?:previously|has|had|have|is|was|obtained|engaged|received|completed|undergoes|underwent|maintains|provides|confirms|issues|undertakes|contracts|recently|annually)\b"
        ),
        format!(r"\b{name}{short}(?:'s|') (?:\w+ ){{0,4}}?(?:SOC|System and Organization|Service Organization|management|system|platform|controls)\b"),
        format!(r"\breport (?:on|for|about) (?:the|its|our) [^\n.;:]{{3,80}}? of {name}{short},? (?:covers|covering|for the period|dated|was|throughout|as of)\b"),
        format!(r"\b(?:report|letter|controls|management|system|environment|operations|services) (?:of|for|at|by|from) {name}{short}(?:\n|$|[,;:]|\. |,? (?:is|was|covers|covering|for|dated|has|and|which|that|as|on|throughout|from|to|since|through|between|during)\b)"),
    ]
    .iter()
    .map(|source| exact(source))
    .collect()
});
/// Reads the name.
pub(super) fn read(text: &Text<'_>, flow: &Flow<'_>) -> Option<Fact<String>> {
    let copyright = copyright(flow);
    let sentences: Vec<Mention<'_, '_>> = SENTENCES.iter().flat_map(|s| mentions(flow, s)).collect();
    let mut found: Vec<Mention<'_, '_>> = from(flow);
    found.extend(sentences);
    found.extend(signer::block(text, flow).into_iter().filter_map(|range| company(flow, range)));
    let head: Vec<Mention<'_, '_>> = letterhead(flow);
    found.extend(head);
    found.extend(copyright);
    choose(&found)
}

/// The parts of "From:" that are no office and no person with a company behind.
fn from<'a, 't>(flow: &'a Flow<'t>) -> Vec<Mention<'a, 't>> {
    let Some(caught) = FROM.captures(flow.text()).and_then(|c| c.name("name")) else { return Vec::new() };
    let mut parts: Vec<std::ops::Range<usize>> = Vec::new();
    let mut at = caught.start();
    for part in caught.as_str().split([',', '|', '/']) {
        let range = at..at + part.len();
        at = range.end + 1;
        // "Heron Analytics, Inc." is one part.
        match parts.last_mut() {
            Some(last)
                if names::has_legal_form(&format!("X {}", part.trim())) && part.split_whitespace().count() <= 2 =>
            {
                last.end = range.end;
            }
            _ => parts.push(range),
        }
    }
    let offices = |range: &std::ops::Range<usize>| OFFICE.is_match(&flow.text()[range.clone()]);
    let companies: Vec<_> = parts.into_iter().filter(|r| !offices(r)).collect();
    let several = companies.len() > 1;
    companies
        .into_iter()
        .filter(|r| !(several && person::name(&flow.original(r.clone())).is_some()))
        .filter_map(|r| Mention::new(flow, r.clone(), caught.range()))
        .take(1)
        .collect()
}

static OFFICE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:chief|officer|director|head of|president|vp|manager|lead|counsel|team|department|ciso|cto|ceo|cfo|coo|dpo|office of)\b",
    )
});

fn company<'a, 't>(flow: &'a Flow<'t>, range: std::ops::Range<usize>) -> Option<Mention<'a, 't>> {
    let words = &flow.text()[range.clone()];
    let bare = words.strip_prefix("for ").or_else(|| words.strip_prefix("For ")).unwrap_or(words);
    let start = range.end - bare.len();
    names::has_legal_form(bare.trim()).then(|| Mention::new(flow, start..range.end, range)).flatten()
}

/// The first lines with a legal form.
fn letterhead<'a, 't>(flow: &'a Flow<'t>) -> Vec<Mention<'a, 't>> {
    let mut at = 0;
    let mut found = Vec::new();
    for paragraph in flow.text().split('\n').take(HEAD_LINES) {
        let range = at..at + paragraph.len();
        at = range.end + 1;
        found.extend(company(flow, range));
    }
    found
}
