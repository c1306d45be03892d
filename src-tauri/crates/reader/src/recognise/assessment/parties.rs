//! Who tested, and whose system.
//!
//! **Reads** both names.
//! **Where**: labels of the cover; the sentence that says who engaged whom; for the client also a possessive before what
//! was tested, and the copyright line of its own summary.
//! **Accepts** "… was engaged by … to perform", "… engaged … to", "… conducted a penetration test of …'s", "carried out
//! by …", `Prepared for`, `Client`, `Testing firm`. A validation of an application names the application: it is what a
//! register knows it by.
//! **Refuses** persons as testers (`Prepared by: Ann Wren`), and one name for both.

use std::sync::LazyLock;

use countersign_domain::Fact;

use crate::pattern::{Pattern, exact, pattern};
use crate::recognise::naming::{Mention, can_be, choose, copyright, mentions};
use crate::recognise::{labels, names, person};
use crate::text::{Flow, Text};

/// Pages on which labels stand.
const LABEL_PAGES: usize = 3;

/// Both sides.
pub(super) struct Parties {
    pub(super) tester: Option<Fact<String>>,
    pub(super) client: Option<Fact<String>>,
}

static TESTER: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\W*(?:(?:testing|security|assessment|penetration testing|audit(?:ing)?|assessing) (?:firm|company|vendor|provider|organi[sz]ation|partner|lab(?:oratory)?)|(?:tested|assessed|performed|conducted|prepared|submitted|authored|executed) by|testers?|assessors?|assessment provider|authori[sz]ed lab|lab)\s*(?::|$)",
    )
});
static CLIENT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\W*(?:clients?|customers?|prepared (?:exclusively )?for|presented to|submitted to|(?:client|customer|company|organi[sz]ation|developer|vendor|applicant)(?: name)?|assessed (?:entity|organi[sz]ation)|report for)\s*(?::|$)",
    )
});
static APPLICATION: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^\W*(?:application|app|product)(?: name)?\s*:"));

/// A name within one paragraph: blanks are written so that they stand for no line feed.
const NAME: &str = r"\p{Lu}[\w&.'-]*(?:,?\x20(?:\p{Lu}[\w&.'-]*|of|and|&|de|\d+)){0,6}?";
const SHORT: &str = r"(?: \((?:[^()\n]{1,80})\))?";

/// Sentences that name the tester, and most of them the client.
static SENTENCES: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let work = r"(?:penetration|pen|pentest\w*|security|vulnerability|red team|application|assessment|test\w*|audit|review|independent|third[- ]party|gray|grey|black|white|external|internal|web|mobile|network|code|source|comprehensive|annual|[Pp]entest)";
    [
        format!(r"(?P<tester>{NAME}){SHORT},? (?:was|were|has been) (?:engaged|retained|commissioned|contracted|hired|selected|requested|asked|appointed) by (?P<client>{NAME}){SHORT},? (?:to|for|in|on)\b"),
        format!(r"(?P<client>{NAME}){SHORT},? (?:has |have )?(?:engaged|retained|commissioned|contracted(?: with)?|hired|selected|partnered with|appointed|requested(?: that)?) (?:the services of )?(?P<tester>{NAME}){SHORT},? (?:to|for|in)\b"),
        format!(r"(?P<tester>{NAME}){SHORT},? (?:has )?(?:conducted|performed|carried out|completed|executed|undertook) (?:an?|the|its|our|annual|\w+ly)\b[^.\n]{{0,90}}?{work}\b[^.\n]{{0,90}}? (?:of|for|on|against|at) (?P<client>{NAME}){SHORT}(?:'s|'|,|\.|\n|$| (?:on|between|from|in|during|systems?|platform|application|web|using|to)\b)"),
        format!(r"(?P<tester>{NAME}){SHORT},? (?:has )?(?:conducted|performed|carried out|completed|executed|undertook) (?:an?|the|our|annual)\b[^.\n]{{0,90}}?{work}\b"),
        format!(r"\b(?:carried out|conducted|performed|executed|undertaken|completed|tested|assessed) (?:\w+ly )?by (?:the )?(?P<tester>{NAME}){SHORT}(?:,|\.|\n|$| (?:in|on|between|from|during|and|for|to|over|using|of|at|with)\b)"),
    ]
    .iter()
    .map(|source| exact(source))
    .collect()
});
static ABOUT: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        format!(r"\b(?:test|testing|assessment|audit|review|process|pentest|evaluation|engagement)\b[^.\n]{{0,60}}? (?:for|of|against) (?P<name>{NAME}){SHORT}(?:'s|'|, (?:an?|the|which|who)\b|,? (?:between|from|in order|during|which|conducted|performed)\b)"),
        format!(r"\b[Tt]his (?:report|document|letter|summary)\b[^.\n]{{0,80}}? (?:for|of|to) (?P<name>{NAME}){SHORT}(?:'s|,|\.|\n)"),
    ]
    .iter()
    .map(|source| exact(source))
    .collect()
});
/// Reads both.
pub(super) fn read(text: &Text<'_>, flow: &Flow<'_>) -> Parties {
    let named = |side: &str| -> Vec<Mention<'_, '_>> {
        SENTENCES
            .iter()
            .flat_map(|sentence| sentence.captures_iter(flow.text()).take(3))
            .filter_map(|found| {
                let (caught, whole) = (found.name(side)?.range(), found.get(0)?.range());
                let quote = if whole.len() > 220 { caught.clone() } else { whole };
                Mention::new(flow, caught, quote)
            })
            .collect()
    };
    let tester = labelled(text, &TESTER).or_else(|| choose(&named("tester")));
    let is_tester = |name: &str| {
        tester.as_ref().is_some_and(|t| names::stem(&t.value) == names::stem(name) || stems_agree(&t.value, name))
    };
    let client = labelled(text, &CLIENT)
        .or_else(|| choose(&named("client")))
        .or_else(|| labelled(text, &APPLICATION))
        .or_else(|| choose(&ABOUT.iter().flat_map(|a| mentions(flow, a)).collect::<Vec<_>>()))
        .or_else(|| choose(&copyright(flow)))
        .filter(|client| !is_tester(&client.value));
    Parties { tester, client }
}

/// Whether one name is the other with more words behind.
fn stems_agree(a: &str, b: &str) -> bool {
    let (a, b) = (names::stem(a), names::stem(b));
    a.len() >= 4 && b.len() >= 4 && (a.starts_with(&b) || b.starts_with(&a))
}

fn labelled(text: &Text<'_>, label: &Pattern) -> Option<Fact<String>> {
    labels::values(text, label, LABEL_PAGES).into_iter().find_map(|value| {
        let name = can_be(&value.original(0..value.text().len()))?;
        let persons = name.split([',', '&']).all(|part| person::name(part).is_some());
        // Two persons, or one with an office, wrote the report; one name may be a company's.
        let several = name.contains(',') && !names::has_legal_form(&name);
        (!(persons && several)).then(|| value.fact(name)).flatten()
    })
}
