//! The organization that is certified.
//!
//! **Reads** its name as the certificate gives it, without its address.
//! **Where**: the sentence that certifies; the label of the holder; for forms of which only the values are text the
//! first line.
//! **Accepts** "certify that the management system of … ", "as implemented by …", "certifies that: …", "the following
//! organization …", `Awarded to`, `Certificate holder`, `Company name`.
//! **Refuses** the management system itself, the certification body, addresses, affiliates.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::{Fact, Kind};

use super::{Paper, without_address};
use crate::pattern::{Pattern, pattern};
use crate::recognise::{labels, names};

/// Paragraphs at the head of a form in which its holder stands.
const OPENING: usize = 6;

static COMPLIES: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bcomplies with the (?:requirements|cyber)\b"));

/// Words and marks that end a name in a sentence.
const END: &str = r"(?:\*|;|\n|$|,? (?-i:and its|has|have|is|are|was|complies|conforms?|meets|fulfil\w*|located|with|operates?|holds?|which|that|who|in accordance|for the|to the|in respect|at\b|of \d|\(the|including|having|applies|based|as (?:defined|described|detailed|listed|assessed)))";

static SENTENCES: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let system = r"(?:(?:the )?(?:[\w&/,-]+ ){0,5}(?:management|security|privacy) (?:management )?(?:systems?|framework)|isms|qms|pims|bcms|ems|aims)(?: \([\w ]{2,12}\))?";
    let name = r"(?P<name>[^\n;*]{2,110}?)";
    vec![
        pattern(&format!(
            r"\bcertif(?:y|ies|ied) that\s*:?\s*{system}\s*(?:as )?(?:defined and implemented |implemented |operated |established |maintained |applied ){{0,1}}(?:of|by|at|for)\s*:?\s*(?:the organi[sz]ation\s*:?\s*)?{name}{END}"
        )),
        pattern(&format!(
            r"\b{system},? (?:as )?(?:defined and implemented|implemented|operated|established|maintained|applied) by\s*:?\s*{name}{END}"
        )),
        pattern(&format!(r"\bfollowing organi[sz]ation\b[^\n]{{0,200}}\n\s*{name}{END}")),
        pattern(&format!(r"\bcertif(?:y|ies) that\s*:?\s*(?:the (?:organi[sz]ation|company)\s*:?\s*)?{name}{END}")),
        pattern(&format!(r"(?:^|\n)\s*(?:the )?{system} of\s*:?\s*{name}{END}")),
        pattern(&format!(
            r"\bcertificate (?:is )?(?:hereby )?(?:awarded|issued|granted|presented) to\s*:?\s*{name}{END}"
        )),
    ]
});
static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\W*(?:(?:hereby )?(?:awarded|presented|issued|granted|registered) to|(?:the )?(?:certificate|registration) holder|holder of (?:the )?certificate|certified (?:organi[sz]ation|company|entity|client)|name of (?:the )?(?:organi[sz]ation|company)|(?:organi[sz]ation|company|client|entity)(?: name)?)\s*(?::|$)",
    )
});
static PCI_LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\W*(?:company name|name of (?:the )?(?:service provider|merchant)|(?:service provider|merchant) name)\s*(?::|$)",
    )
});
static NOT_IT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bmanagement systems?\b|\bcertificat|\biso\b|\b(?:the|following|system) standards?\b|\brequirements?\b|\borgani[sz]ation\b|\bisms\b|\bscope\b|\bdefined\b|\bcyber essentials\b|\bassessed\b|^(?:dba|contact|title|url|address|e-?mail|telephone|city|country|information|the following)\b",
    )
});
/// Reads the name.
pub(super) fn read(paper: &Paper<'_>) -> Option<Fact<String>> {
    if paper.kind == Kind::PciAoc {
        return labelled(paper, &PCI_LABEL);
    }
    let text = paper.flow.text();
    let sentence = SENTENCES.iter().find_map(|pattern| {
        pattern.captures_iter(text).find_map(|found| {
            let caught = found.name("name")?.range();
            let range = without_address(text, caught);
            let name = name(&paper.flow.original(range.clone()))?;
            paper.flow.fact(name, quote(text, found.get(0)?.start(), range))
        })
    });
    sentence.or_else(|| labelled(paper, &LABEL)).or_else(|| over_the_address(paper))
}

fn labelled(paper: &Paper<'_>, label: &Pattern) -> Option<Fact<String>> {
    labels::values(paper.text, label, paper.pages).into_iter().find_map(|value| {
        let range = without_address(value.text(), 0..value.text().len());
        value.fact(name(&value.original(range))?)
    })
}

/// The name over the address in a form without a label for it: over "complies with" of the scheme, or, where only the
/// values are text, the first line, if it says by its legal form that it is a company.
fn over_the_address(paper: &Paper<'_>) -> Option<Fact<String>> {
    if paper.kind != Kind::CyberEssentialsCertificate {
        return None;
    }
    let text = paper.flow.text();
    let claim = paper.flow.find(&COMPLIES).map(|found| found.start);
    let mut at = 0;
    for paragraph in text[..claim.unwrap_or(text.len())].split('\n').take(OPENING) {
        let range = at..at + paragraph.len();
        at = range.end + 1;
        if let Some(name) = name(&paper.flow.original(range.clone())) {
            let sure = claim.is_some() || names::has_legal_form(&name);
            return sure.then(|| paper.flow.fact(name, range)).flatten();
        }
    }
    None
}

fn name(words: &str) -> Option<String> {
    let plain: String = words.chars().map(crate::text::normal::plain).collect();
    let name = names::name(words)?;
    let starts = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || !c.is_ascii());
    let capital = starts || name.chars().skip(1).any(char::is_uppercase);
    (capital && !NOT_IT.is_match(&plain)).then_some(name)
}

/// From the start of the sentence to the name, if that is short.
fn quote(text: &str, start: usize, name: Range<usize>) -> Range<usize> {
    let start = start + text[start..].len() - text[start..].trim_start().len();
    if name.end - start > 240 { name } else { start..name.end }
}
