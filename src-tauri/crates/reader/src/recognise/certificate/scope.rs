//! What is certified, and the statement of applicability that goes with it.
//!
//! **Reads** the scope as the paper words it, and the version of the statement of applicability.
//! **Where**: behind or under a heading or an introduction of the scope; the version in the sentence that names the
//! statement.
//! **Accepts** "Scope of registration", "for the following scope", "is applicable to", "the scope of this …
//! certification is …"; "version", "v", "revision", "rev.", "issue".
//! **Refuses** a scope that only points elsewhere ("see appendix"), and a statement of which only the date is given.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::{Fact, Kind};

use super::Paper;
use crate::pattern::{Pattern, pattern};
use crate::recognise::labels;

/// Longest scope, in bytes.
const LONGEST: usize = 1_500;

static SENTENCE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:^|\n)\s*(?P<scope>the (?:certification |certified )?scope of (?:the|this|its|our)?[^\n]{0,80}?(?:certificat\w+|registration|isms|management system)[^\n]{0,60}? (?:is|are|covers|includes|applies|comprises|encompasses)\b[^\n]{10,})",
    )
});
static HEADED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:^|\n)[^\n]{0,220}?\b(?:scope of (?:the |this )?(?:registration|certification|certificate|approval|supply|assessment|activities|isms)|(?:for|with|of) the (?:following )?(?:scope(?: of (?:registration|certification))?|activities|products and services)|certification scope|certified scope|registration scope|(?:this certificate|this approval|the management system|certification) is (?:valid for|applicable to|limited to)(?: the)?(?: following)?(?: scope| activities| products)?)\s*(?:of [^\n:]{0,40})?(?::[ \n]|\n|:$)\s*(?P<scope>[^\n]{12,})",
    )
});
static BARE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:^|\n)\W*(?:the )?scope(?: of (?:the )?(?:isms|management system))?\s*(?::\s|\n)\s*(?P<scope>[^\n]{12,})",
    )
});
static WHOLE: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"(?:^|\n)\s*(?P<scope>(?:the )?whole (?:organi[sz]ation|company|corporate)\b[^\n]*)"));
static ELSEWHERE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\W*(?:see|please|as (?:described|defined|stated|per)|refer|for certificate|page \d|certificate|the following|this scope|statement of applicability)\b|\bvalid (?:until|from)\b|\bexpir|\bregistration date|\bissue date|\b20\d\d-\d\d-\d\d\b",
    )
});
static BESIDE: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^\W*(?:assessment )?scope(?: of (?:certification|assessment|registration))?\s*(?::|$)"));
static STATEMENT: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^\W*(?:statement of applicability|soa)(?: \(soa\))?(?: version)?\s*(?::|$)"));
static VERSION: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\s*(?:(?:version|ver\.|v\.?|revision|rev\.?|issue)(?: (?:number|no\.?))? ?:? ?)?(?P<v>[a-z]{0,3}\d{1,4}(?:\.\d{1,3}){0,3})(?:$|[\s,;.])",
    )
});
static APPLICABILITY: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:statement of applicability|soa)\b[\s\S]{0,60}?\b(?:version|ver\.|v\.?|revision|rev\.?|issue)(?: (?:number|no\.?))? ?:? ?(?P<v>[a-z]{0,3}\d[\w.-]*)|\b(?:version|revision|issue)(?: (?:number|no\.?))?(?: of the)? (?:statement of applicability|soa)(?: \(soa\))? ?:? ?(?P<w>[a-z]{0,3}\d[\w.-]*)",
    )
});

/// Reads the scope.
pub(super) fn read(paper: &Paper<'_>) -> Option<Fact<String>> {
    let text = paper.flow.text();
    let mut patterns = vec![&*HEADED, &*SENTENCE, &*BARE];
    if paper.kind == Kind::CyberEssentialsCertificate {
        patterns.push(&*WHOLE);
    }
    let first: Option<Range<usize>> = patterns
        .into_iter()
        .flat_map(|p| p.captures_iter(text).filter_map(|c| c.name("scope").map(|m| m.range())).collect::<Vec<_>>())
        .filter(|r| !ELSEWHERE.is_match(&text[r.clone()]) && r.len() <= LONGEST)
        .min_by_key(|r| r.start);
    if let Some(range) = first {
        return paper.flow.fact(paper.flow.original(range.clone()), range);
    }
    // In a form it stands right of its label.
    labels::values(paper.text, &BESIDE, paper.pages).into_iter().find_map(|value| {
        let words = value.text();
        let said = words.split_whitespace().count() >= 2 && !ELSEWHERE.is_match(words);
        said.then(|| value.fact(value.original(0..words.len()))).flatten()
    })
}

/// Reads the version of the statement of applicability.
pub(super) fn soa_version(paper: &Paper<'_>) -> Option<Fact<String>> {
    // In a form the version stands right of its label.
    let labelled = labels::values(paper.text, &STATEMENT, paper.pages).into_iter().find_map(|value| {
        let range = VERSION.captures(value.text())?.name("v")?.range();
        value.fact(value.original(range))
    });
    labelled.or_else(|| in_a_sentence(paper))
}

fn in_a_sentence(paper: &Paper<'_>) -> Option<Fact<String>> {
    let found = APPLICABILITY.captures(paper.flow.text())?;
    let version = found.name("v").or_else(|| found.name("w"))?;
    let whole = found.get(0)?;
    let end = version.as_str().trim_end_matches(['.', '-', ',']).len();
    let range = version.start()..version.start() + end;
    paper.flow.fact(paper.flow.original(range.clone()), whole.start()..range.end)
}
