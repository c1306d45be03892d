//! Where the firm that examined is.
//!
//! **Reads** the city with its state or country (AT-C 205.63 asks for them: they say where the firm's licence is held).
//! **Where**: in the signature block of the auditor's report, nearest to its date.
//! **Accepts** the forms of [`places`].
//! **Accepts** besides a city alone where nothing else can stand: between the firm and the date, or before the date on its
//! line: "Leipzig, 11 April 2031"; without a place there, the letterhead: right below the firm's name at the head of its report.
//! **Refuses** addresses of addressees, and a city alone anywhere else.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::Fact;

use super::parts::Parts;
use super::places;
use super::signature::Signature;
use super::{auditor_firm, dates};
use crate::pattern::{Pattern, exact, pattern};
use crate::text::Flow;
use crate::text::normal::squash;

/// Longest line of a signature block, in bytes.
const LONGEST_LINE: usize = 110;
/// Lines at the head of the auditor's report in which a letterhead begins, and lines of its address.
const LETTERHEAD: usize = 8;
const ADDRESS: usize = 3;

/// Who is addressed stands below a letterhead.
static ADDRESSED: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^(?:to|dear|the|board|management|attention|attn|directors?)\b"));

/// Reads the place of the firm that examined.
pub(crate) fn read(parts: &Parts<'_>, signature: Option<&Signature>, firm: Option<&str>) -> Option<Fact<String>> {
    let signed = signature.and_then(|signature| in_signature(parts, signature));
    signed.or_else(|| in_letterhead(parts, firm?))
}

/// The place in an address right below the firm's name, before anybody is addressed.
fn in_letterhead(parts: &Parts<'_>, firm: &str) -> Option<Fact<String>> {
    let firm = squash(firm);
    // A letterhead may stand above the heading.
    let page = parts.text.lines().get(parts.letter_lines.start)?.page;
    let lines: Vec<usize> = parts.text.lines_on(page).take(LETTERHEAD + ADDRESS).collect();
    let named =
        lines.iter().take(LETTERHEAD).position(|at| squash(&parts.text.lines()[*at].text).starts_with(&firm))?;
    let address = lines[named..].iter().take(ADDRESS + 1);
    let address = address.take_while(|at| !ADDRESSED.is_match(&parts.text.lines()[**at].text));
    address.into_iter().find_map(|at| placed(parts, *at))
}

fn in_signature(parts: &Parts<'_>, signature: &Signature) -> Option<Fact<String>> {
    let date = signature.date.as_ref()?.0;
    let near: Range<usize> = date.saturating_sub(4).max(signature.lines.start)..(date + 3).min(signature.lines.end);
    let mut lines: Vec<usize> = near.filter(|at| !parts.text.lines()[*at].running).collect();
    lines.sort_by_key(|at| at.abs_diff(date));
    let named = lines.into_iter().find_map(|at| placed(parts, at));
    named.or_else(|| city(parts, signature, date))
}

/// A city with its region, or one that is its own, in a line.
fn placed(parts: &Parts<'_>, at: usize) -> Option<Fact<String>> {
    let line = &parts.text.lines()[at];
    if line.text.len() > LONGEST_LINE {
        return None;
    }
    let range = places::find(&line.text).or_else(|| places::city_state(&line.text))?;
    let flow = Flow::new(parts.text, [at]);
    let start = flow.text().find(line.text.get(range.clone())?)?;
    let range = start..start + range.len();
    let value = flow.original(range.clone());
    flow.fact(value, range)
}

/// A city without its region: alone between the firm and the date, or before the date on its line.
fn city(parts: &Parts<'_>, signature: &Signature, date: usize) -> Option<Fact<String>> {
    static CITY: LazyLock<Pattern> =
        LazyLock::new(|| exact(r"^(?P<city>\p{Lu}\p{Ll}{2,}(?:-\p{L}{2,}){0,2})(?P<more>, .+)?$"));
    static NOT_A_CITY: LazyLock<Pattern> = LazyLock::new(|| {
        exact(
            r"(?i)^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|partners?|principal|directors?|manager|members?|signed|signature|dated?|issued|auditors?|accountants?|president|sincerely|regards|draft|final|yours|confidential)$",
        )
    });
    let line = |at: usize| parts.text.lines()[at].text.as_str();
    let here = Flow::new(parts.text, [date]);
    let beside = CITY.captures(here.text()).filter(|c| {
        let rest = c.name("more").map_or("", |m| &m.as_str()[2..]);
        let dated = dates::find(rest);
        matches!(dated.as_slice(), [one] if one.range.len() + 2 >= rest.len())
    });
    if let Some(found) = beside.as_ref().and_then(|c| c.name("city")).filter(|c| !NOT_A_CITY.is_match(c.as_str())) {
        return here.fact(here.original(found.range()), found.range());
    }
    let at = date.checked_sub(1).filter(|at| signature.lines.contains(at))?;
    let above = at.checked_sub(1).filter(|at| signature.lines.contains(at)).map(line)?;
    let flow = Flow::new(parts.text, [at]);
    let found = CITY.captures(flow.text()).filter(|c| c.name("more").is_none())?.name("city")?.range();
    let certain = auditor_firm::is_descriptor(above) || auditor_firm::is_firm(above);
    let fits = certain && !NOT_A_CITY.is_match(&flow.text()[found.clone()]);
    fits.then(|| flow.fact(flow.original(found.clone()), found)).flatten()
}
