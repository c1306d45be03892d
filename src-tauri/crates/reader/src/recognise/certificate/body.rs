//! The certification body.
//!
//! **Reads** its name as the certificate gives it.
//! **Where**: the sentence in which it certifies; the signature; the sentence that says whose property the paper is.
//! **Accepts** "… certifies that", "certified by …", "certification body …", "for and on behalf of …", "issued by …",
//! "performed by …", a signature with the body after the office; in PCI forms the assessor's company.
//! **Refuses** the certified organization, persons, accreditation bodies. A paper that names none has none
//! (`practice.md` §8.2: such a certificate is weak evidence).

use std::sync::LazyLock;

use countersign_domain::{Fact, Kind};

use super::{Paper, without_address};
use crate::pattern::{Pattern, pattern};
use crate::recognise::{labels, names, places};
use crate::text::Flow;

static SENTENCES: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let end = r"(?:\n|$|[.;:](?:\s|$)|,? (?-i:Accredited|as|to|in|and(?: is| shall| will| that)?|since|under|on|hereby|has|for|located|at|with|that|which|is)\b)";
    // The full stop of a legal form does not end a sentence.
    let name = r"(?P<name>[^\n:;]{2,80}?(?:\b(?:inc|ltd|corp|co|pvt|pte)\.)?)";
    [
        r"\bcertified by (?P<name>[^\n.:;]{2,70}?) since\b".to_owned(),
        r"(?:^|\n|\. )\s*(?:the certification body (?:of|at|,)? ?)?(?P<name>[^\n:;]{2,80}?),? (?:hereby |herewith )?certif(?:ies|y) that\b".to_owned(),
        r"(?:^|\n|\. )\s*(?P<name>[^\n:;]{2,80}?) (?:has )?(?:performed|conducted|carried out) an? (?:certification|conformity|independent|initial|re-?certification|audit|assessment)".to_owned(),
        format!(r"\b(?:certification|registration) body\s*(?::|of|is|,)\s*{name}{end}"),
        format!(r"\b(?:for and )?on behalf of\s*:?\s*{name}{end}"),
        format!(r"\bissuing office\s*:?\s*{name}{end}"),
        format!(r"\b(?:registered|approved|certified|issued|audited|assessed|granted|awarded|examined) by\s*:?\s*{name}{end}"),
        r"\b(?:partner|director|president|principal|officer|ceo|manager|reviewer|lead|head of certification(?: body)?|authori[sz]ed signatory)\b[^\n,|]{0,40}[,|] ?(?P<name>[^\n:;|]{2,70}?)(?:\n|$)".to_owned(),
        format!(r"\bremains? the property of {name}{end}"),
        r"(?:^|\n|\. )\s*(?P<name>[^\n:;]{2,80}?),? (?:(?:is|which is|being) )?(?:an? )?(?-i:accredited) (?:certification body )?(?:by|under)\b".to_owned(),
        r"(?:^|\n|\. )\s*(?P<name>[^\n:;]{2,80}?) will,? (?:according to|perform)".to_owned(),
    ]
    .iter()
    .map(|source| pattern(source))
    .collect()
});
static OFFICE: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^\W*(?:accredited )?(?:certification body|registrar)\b[\s:·|,-]*(?P<rest>.*)$"));
static ASSESSOR: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\W*(?:qsa company|qsa company name|qualified security assessor company|assessor company|name of (?:the )?qsa company)\s*(?::|$)",
    )
});
static ASSESSOR_PART: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"\bqualified security assessor(?: company)?(?: information)?\b|\bassessor information\b")
});
static COMPANY: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^\W*company name\s*(?::|$)"));
static NOT_IT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:this|we|it|i|he|she|they|to|that|who|an?|our|you|your|the (?:undersigned|organi[sz]ation|auditor|company))\b|\bmanagement systems?\b|\bcertificates?\b|\biso\b|\baccredit|\borgani[sz]ation\b|\b(?:the|following|system) standards?\b|\brequirements?\b|\bindependent third|^(?:certification|security|compliance|operations|director|partner)$|\d{4}|^the certification body$|@|www\.",
    )
});
/// An audit, but not a company that is called so.
static AUDIT: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\baudit\b"));
static TRADING: LazyLock<Pattern> = LazyLock::new(|| pattern(r",? (?:dba|d/b/a|trading as|located)\b"));

/// Reads the name.
pub(super) fn read(paper: &Paper<'_>, holder: Option<&str>) -> Option<Fact<String>> {
    if paper.kind == Kind::PciAoc {
        return assessor(paper, holder);
    }
    let text = paper.flow.text();
    let in_a_sentence = SENTENCES.iter().find_map(|pattern| {
        pattern.captures_iter(text).take(8).find_map(|found| {
            let caught = found.name("name")?.range();
            let end = TRADING.find(&text[caught.clone()]).map_or(caught.end, |m| caught.start + m.start());
            let end = without_address(text, caught.start..end).end;
            let name = body(&paper.flow.original(caught.start..end), holder)?;
            let whole = found.get(0)?;
            let short = whole.len() <= 200;
            paper.flow.fact(name, if short { whole.start()..whole.end().max(end) } else { caught.start..end })
        })
    });
    in_a_sentence.or_else(|| over_its_office(paper, holder))
}

/// The name over a line that says "Certification body" and at most where it is.
fn over_its_office(paper: &Paper<'_>, holder: Option<&str>) -> Option<Fact<String>> {
    let lines = paper.text.lines();
    (0..lines.len()).take_while(|at| lines[*at].page < paper.pages).find_map(|at| {
        let office = OFFICE.captures(&lines[at].text)?;
        let rest = office.name("rest").map_or("", |m| m.as_str()).trim();
        if !rest.is_empty() && places::find(rest).is_none_or(|place| place.len() < rest.len()) {
            return None;
        }
        let flow = Flow::new(paper.text, [paper.text.over(at)?]);
        let whole = 0..flow.text().len();
        flow.fact(body(&flow.original(whole.clone()), holder)?, whole)
    })
}

fn body(words: &str, holder: Option<&str>) -> Option<String> {
    let name = names::name(words)?;
    let plain: String = name.chars().map(crate::text::normal::plain).collect();
    let same = holder.is_some_and(|h| names::stem(h) == names::stem(&name));
    let fits = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && name.split(' ').count() <= 9
        && !NOT_IT.is_match(&plain)
        && (names::has_legal_form(&plain) || !AUDIT.is_match(&plain));
    (fits && !same).then_some(name)
}

/// The company of the qualified security assessor: its own label, or the company named in its part of the form.
fn assessor(paper: &Paper<'_>, holder: Option<&str>) -> Option<Fact<String>> {
    let own = labels::values(paper.text, &ASSESSOR, paper.pages)
        .into_iter()
        .find_map(|v| v.fact(body(&v.original(0..v.text().len()), holder)?));
    own.or_else(|| {
        let lines = paper.text.lines();
        let part =
            (0..lines.len()).find(|at| lines[*at].page < paper.pages && ASSESSOR_PART.is_match(&lines[*at].text))?;
        labels::values(paper.text, &COMPANY, paper.pages)
            .into_iter()
            .filter(|v| {
                (lines[v.line].page, lines[v.line].rect.y0 as i32) > (lines[part].page, lines[part].rect.y0 as i32)
            })
            .find_map(|v| v.fact(body(&v.original(0..v.text().len()), holder)?))
    })
}
