//! The firm that examined.
//!
//! **Reads** the name of the firm.
//! **Where**, in this order: the signature block of the auditor's report; the letterhead of its first page; labels on
//! the cover (`Independent Service Auditor: …`, `Prepared by: …`); a line of the cover that is a firm of accountants;
//! the sentence in the tests that says whose professional judgment chose the samples; last an accountant who signs in
//! their own name. Signatures are often pictures, then the later places count (`practice.md` §10.1, rule 11).
//! **Accepts** names with a form that firms of accountants have (LLP, PLLC, P.C., CPAs, Chartered Accountants, & Co …)
//! or a word of their trade (Assurance, Audit, Advisory …); any name that signs where another place says that it examined.
//! **Refuses** the service organization, placeholders, people with a title, running heads (they name vendors and tools),
//! and sentences.

use std::sync::LazyLock;

use countersign_domain::Fact;

use super::legal_form;
use super::names;
use super::parts::Parts;
use super::places;
use super::signature::Signature;
use crate::pattern::{Pattern, exact, pattern};
use crate::text::Flow;

static STRICT: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r"\b(?:(?:{})\.?|CPAs|CPA'?s|C\.P\.A\.s?|(?i:Chartered (?:Professional )?Accountants|Certified Public Accountants|Public Accountants|Accountancy Corporation|Wirtschaftspr\x{{fc}}fungsgesellschaft|Accountants))(?:\W|$)|(?i:\bCPA,? (?:LLC|Inc|Group|Firm|& ))",
        legal_form::PROFESSIONAL
    ))
});
static TRADE: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"(?i:\b(?:Assurances?|Audits?|Auditors?|Auditing|Attestation|Attest|Accountancy|Accounting|CPA Group)\b)|(?:&|\b(?i:and)) (?:Co|Company|Associates)\b|\b(?:Associates|Associ\x{e9}s|Associ\x{e9}es)\b",
    )
});
static WEAK: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r"\b(?:{}|(?i:LLC|Ltd|Limited|Inc|GmbH|Advisory|Advisors|Partners|Group|Consulting|Compliance|Security|Services))\b",
        legal_form::COMPANY
    ))
});
static PERSON: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"^(?P<name>(?:[A-Z][\w.'-]+ ){1,3}[A-Z][\w.'-]+,? (?:CPA|C\.P\.A\.|(?i:Certified Public Accountant)|CA|FCA|ACA|(?i:Chartered Accountant))\b\.?)",
    )
});
static DESCRIPTOR: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?: (?:and|&) |, )?(?:independent |statutory |registered |licensed )?(?:(?:certified|licensed) public accountants?|chartered (?:professional |certified )?accountants?|registered public accounting firm|cpas?|(?:service )?auditors?))+\.?$",
    )
});
static NOT_A_FIRM: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:report|opinion|examination|of independent|responsib|restricted|section|intended|parties|user entit|partner|director|manager|officer|president|chief|license|licence|institute|auditor's|auditors'|certificate|audit committee|internal audit|trust services)\b|^(?:the )?(?:independent )?(?:service )?auditors?$|@|www|http|tel\b|phone|fax",
    )
});
/// Words that no firm's name has unless its legal form says that it is one.
static NOT_WITHOUT_FORM: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"\b(?:controls?|criteria|organi[sz]ation|standards|system|security|services|compliance)\b")
});
static LABELS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?P<label>(?:independent )?(?:service )?auditors?(?:'s|')?(?: report)?(?: by)?|audit(?:ing)? firm|cpa firm|independent accountants?|(?:report )?(?:prepared|issued|examined|performed|conducted|audited|attested|completed|issued [^\n]{6,24}|together with[^\n]{6,60}report) by)\s*[:-]?\s*\n?(?P<name>[^\n|:]{3,90})",
    )
});
static JUDGMENT: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"(?P<name>(?:[A-Z][\w.&'-]*,? (?:(?:and|&|of) )?){0,5}[A-Z][\w.&'-]*),?(?: in accordance with (?:AICPA|the AICPA)[^.]{0,60},)? (?:(?:utilize|use|applie|exercise|rely|relie)[sd]?|utilized|used) (?:(?:its|their|his|her|our) )?(?:professional )?judge?ment\b",
    )
});

/// How surely words are a firm of accountants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Surety {
    Weak,
    Trade,
    Strict,
}

/// Tells whether words are the name of a firm that could sign.
pub(crate) fn is_firm(text: &str) -> bool {
    surety(text).is_some()
}

/// Tells whether words are surely a firm of accountants.
pub(crate) fn is_accountants(text: &str) -> bool {
    surety(text) == Some(Surety::Strict)
}

/// Tells whether words say what a firm is, as they stand below its name: "Chartered Accountants".
pub(crate) fn is_descriptor(text: &str) -> bool {
    DESCRIPTOR.is_match(text.trim())
}

fn surety(text: &str) -> Option<Surety> {
    let words = text.split_whitespace().count();
    let shaped = (2..=12).contains(&words)
        && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !text.ends_with(':')
        && !NOT_A_FIRM.is_match(text)
        && (names::has_legal_form(text) || !NOT_WITHOUT_FORM.is_match(text))
        && !DESCRIPTOR.is_match(text)
        && !text.contains(['[', ']', '<', '>', '_', '?', '!', '"'])
        && capitalised(text);
    if !shaped {
        return None;
    }
    if PERSON.find(text).is_some_and(|m| m.end() == text.len()) {
        return None;
    }
    [(&STRICT, Surety::Strict), (&TRADE, Surety::Trade), (&WEAK, Surety::Weak)]
        .into_iter()
        .find(|(pattern, _)| pattern.is_match(text))
        .map(|(_, surety)| surety)
}

/// Names are capitalised but for small words.
fn capitalised(text: &str) -> bool {
    text.split_whitespace().all(|w| {
        matches!(w, "and" | "&" | "of" | "r.l." | "mbH" | "mbB" | "the" | "for" | "et" | "de" | "und")
            || w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '(' || c == '&')
    })
}

/// Reads the firm. `organization` is the service organization, which is never its own auditor.
pub(crate) fn read(
    parts: &Parts<'_>,
    signature: Option<&Signature>,
    organization: Option<&str>,
) -> Option<Fact<String>> {
    let own = organization.map(names::stem);
    let foreign = |name: &str| {
        let stem = names::stem(name);
        !stem.is_empty()
            && own.as_ref().is_none_or(|own| *own != stem && !(own.len() > 5 && stem.contains(own.as_str())))
    };
    signed(parts, signature, &foreign)
        .or_else(|| letterhead(parts, &foreign))
        .or_else(|| labelled(&parts.cover, &foreign))
        .or_else(|| on_cover(parts, &foreign))
        .or_else(|| by_judgment(parts, &foreign))
        .or_else(|| branded(parts, signature, &foreign))
        .or_else(|| in_own_name(parts, signature))
}

fn signed(parts: &Parts<'_>, signature: Option<&Signature>, foreign: &dyn Fn(&str) -> bool) -> Option<Fact<String>> {
    let signature = signature?;
    let date = signature.date.as_ref().map_or(signature.lines.end, |d| d.0);
    let mut found: Vec<(Surety, usize, usize)> = Vec::new();
    for at in signature.lines.clone() {
        let line = &parts.text.lines()[at];
        if line.running {
            continue;
        }
        let name = bare(&line.text);
        let sure = surety(&name).filter(|_| foreign(&name));
        // A line of prose may end in a firm's form; a signature is a paragraph of its own.
        if let Some(sure) = sure.filter(|s| *s > Surety::Weak || signature.date.is_some()) {
            found.push((sure, usize::MAX - at.abs_diff(date), at));
        } else if DESCRIPTOR.is_match(line.text.trim()) && at > signature.lines.start {
            let above = bare(&parts.text.lines()[at - 1].text);
            if names::is_name(&above)
                && capitalised(&above)
                && foreign(&above)
                && above.split(' ').count() <= 8
                && super::dates::find(&above).is_empty()
            {
                found.push((Surety::Strict, usize::MAX - at.abs_diff(date), at - 1));
            }
        }
    }
    let (_, _, at) = found.into_iter().max()?;
    fact_of_line(parts, at)
}

/// A line without what may stand beside the firm's name.
fn bare(line: &str) -> String {
    static LEAD: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(r"^(?:/s/|for(?: and on behalf of)?|by|signed(?: by)?|sincerely|yours \w+|very truly yours)[\s,:]+")
    });
    let mut text = line.to_owned();
    for found in super::dates::find(line).into_iter().rev() {
        text.replace_range(found.range, " ");
    }
    if let Some(place) = places::find(&text) {
        let form = STRICT.find_iter(&text).last().map_or(0, |m| m.end());
        if place.start >= form.saturating_sub(1) {
            text.truncate(place.start);
        }
    }
    let text = LEAD.replace_all(text.trim(), "");
    names::clean(&text)
}

fn fact_of_line(parts: &Parts<'_>, at: usize) -> Option<Fact<String>> {
    let flow = Flow::new(parts.text, [at]);
    let name = bare(flow.text());
    let start = flow.text().find(&name).unwrap_or(0);
    let range = start..(start + name.len()).min(flow.text().len());
    let value = flow.original(range.clone());
    let value = if value.is_empty() { name } else { names::clean(&value) };
    flow.fact(value, range)
}

/// A firm of accountants above the addressee on the first page of the auditor's report.
fn letterhead(parts: &Parts<'_>, foreign: &dyn Fn(&str) -> bool) -> Option<Fact<String>> {
    static ADDRESSEE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^to\b|we have examined|^scope$"));
    let first = parts.text.lines().get(parts.letter_lines.start)?;
    parts.letter.as_ref()?;
    let page = parts.text.lines_on(first.page);
    let before_addressee = page.take_while(|at| !ADDRESSEE.is_match(&parts.text.lines()[*at].text)).take(12);
    let mut lines = before_addressee.filter(|at| {
        let line = &parts.text.lines()[*at];
        let name = bare(&line.text);
        !line.running && surety(&name) == Some(Surety::Strict) && foreign(&name)
    });
    lines.next().and_then(|at| fact_of_line(parts, at))
}

fn labelled(cover: &Flow<'_>, foreign: &dyn Fn(&str) -> bool) -> Option<Fact<String>> {
    let text = cover.text();
    LABELS.captures_iter(text).find_map(|found| {
        let caught = found.name("name")?;
        let label = found["label"].to_lowercase();
        let name = up_to_form(caught.as_str());
        let needed = if label.contains("auditor") || label.contains("accountant") || label.contains("firm") {
            Surety::Weak
        } else {
            Surety::Trade
        };
        let sure = surety(&name)?;
        if sure < needed || !foreign(&name) {
            return None;
        }
        let start = caught.start() + caught.as_str().find(&name)?;
        let value = names::clean(&cover.original(start..start + name.len()));
        cover.fact(value, found.get(0)?.start()..start + name.len())
    })
}

/// Cuts caught words behind the firm's form: what follows is a description of it.
fn up_to_form(caught: &str) -> String {
    let caught = caught.trim();
    let cut = [", independent", ", an independent", ", certified", ", the ", " (", ". ", " on ", " dated"]
        .iter()
        .filter_map(|stop| caught.to_lowercase().find(stop))
        .min()
        .and_then(|at| caught.get(..at))
        .unwrap_or(caught);
    bare(cut)
}

fn on_cover(parts: &Parts<'_>, foreign: &dyn Fn(&str) -> bool) -> Option<Fact<String>> {
    let last = parts.layout.parts.first().map_or(0, |p| p.lines.start);
    let page = parts.text.lines_on(0);
    let end = if last > page.start { page.end.min(last) } else { page.end };
    (page.start..end).find_map(|at| {
        let line = &parts.text.lines()[at];
        let name = bare(&line.text);
        let stands = !line.running
            && surety(&name) == Some(Surety::Strict)
            && foreign(&name)
            && line.text.trim().len() <= name.len() + 4;
        stands.then(|| fact_of_line(parts, at)).flatten()
    })
}

fn by_judgment(parts: &Parts<'_>, foreign: &dyn Fn(&str) -> bool) -> Option<Fact<String>> {
    [parts.tests.as_ref(), parts.letter.as_ref()].into_iter().flatten().find_map(|flow| {
        JUDGMENT.captures_iter(flow.text()).find_map(|found| {
            let caught = found.name("name")?;
            let name = names::name(caught.as_str())?;
            let several = name.split(' ').count() >= 2;
            if !several || !foreign(&name) || NOT_A_FIRM.is_match(&name) {
                return None;
            }
            let start = caught.start() + caught.as_str().find(&name)?;
            let value = names::clean(&flow.original(start..start + name.len()));
            flow.fact(value, start..found.get(0)?.end())
        })
    })
}

/// A name without a form that signs, of which another place says that it examined.
fn branded(parts: &Parts<'_>, signature: Option<&Signature>, foreign: &dyn Fn(&str) -> bool) -> Option<Fact<String>> {
    let signature = signature.filter(|s| s.date.is_some())?;
    let flows = [parts.tests.as_ref(), parts.letter.as_ref()].into_iter().flatten();
    let judges = flows.flat_map(|flow| JUDGMENT.captures_iter(flow.text()).take(6).map(|c| c["name"].to_owned()));
    let labelled = LABELS.captures_iter(parts.cover.text()).take(6).map(|c| c["name"].to_owned());
    let examined: Vec<String> = judges.chain(labelled).map(|name| names::stem(&names::clean(&name))).collect();
    signature.lines.clone().find_map(|at| {
        let line = &parts.text.lines()[at];
        let name = bare(&line.text);
        let named = !line.running
            && name.split(' ').count() <= 4
            && names::is_name(&name)
            && capitalised(&name)
            && !NOT_A_FIRM.is_match(&name)
            && foreign(&name)
            && examined.contains(&names::stem(&name));
        named.then(|| fact_of_line(parts, at)).flatten()
    })
}

/// An accountant who signs without a firm.
fn in_own_name(parts: &Parts<'_>, signature: Option<&Signature>) -> Option<Fact<String>> {
    let signature = signature?;
    signature.lines.clone().rev().find_map(|at| {
        let line = &parts.text.lines()[at];
        let person = PERSON.captures(&line.text)?.name("name")?;
        if line.running || line.text.len() > person.end() + 2 {
            return None;
        }
        let flow = Flow::new(parts.text, [at]);
        let value = flow.original(person.range());
        flow.fact(value, person.range())
    })
}

#[cfg(test)]
mod tests;
