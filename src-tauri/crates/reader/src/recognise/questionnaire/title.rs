//! Which questionnaire it is, and which version.
//!
//! **Reads** the short name of a standard questionnaire, else the title; the number behind "version" or "v".
//! **Where**: the first mention for the name; the version beside the name.
//! **Refuses** versions of other things: of a policy, of a product, of a matrix of controls.

use std::sync::LazyLock;

use countersign_domain::Fact;

use crate::pattern::{Pattern, pattern};
use crate::text::Flow;

/// Most words of a title.
const TITLE_WORDS: usize = 16;

static STANDARD: LazyLock<Vec<(&str, Pattern)>> = LazyLock::new(|| {
    vec![
        ("CAIQ", pattern(r"\bcaiq\b|\bconsensus assessments? initiative questionnaire\b")),
        ("HECVAT", pattern(r"\bhecvat\b|\bhigher education community vendor assessment")),
        ("SIG", pattern(r"\bsig (?:lite|core|full)\b|\bstandardi[sz]ed information gathering\b")),
        ("VSAQ", pattern(r"\bvsaq\b|\bvendor security assessment questionnaire\b")),
    ]
});
static TITLE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(?:^|\n)(?P<title>[^\n]*\bquestionnaire\b[^\n]*)"));
static VERSION: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:caiq|questionnaire|hecvat|sig(?: (?:lite|core|full))?)\b[^\n.]{0,40}?[\s,(-](?:version|ver\.?|v\.?) ?(?P<v>\d{1,4}(?:\.\d{1,3}){0,3})\b",
    )
});
static EDITION: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bsig (?:lite|core|full) (?P<v>20\d\d(?:\.\d)?)\b"));

/// Reads the name.
pub(super) fn name(flow: &Flow<'_>) -> Option<Fact<String>> {
    let standard =
        STANDARD.iter().find_map(|(name, wording)| flow.find(wording).and_then(|at| flow.fact((*name).to_owned(), at)));
    standard.or_else(|| {
        let title = TITLE.captures(flow.text())?.name("title")?;
        let short = title.as_str().split_whitespace().count() <= TITLE_WORDS;
        short.then(|| flow.fact(flow.original(title.range()), title.range())).flatten()
    })
}

/// Reads the version.
pub(super) fn version(flow: &Flow<'_>) -> Option<Fact<String>> {
    // The fullest of the first mentions: a title may say 4 where the text says 4.0.2.
    let found =
        VERSION.captures_iter(flow.text()).take(4).filter_map(|c| Some((c.name("v")?.range(), c.get(0)?.range())));
    let best = found.reduce(|best, next| {
        let (a, b) = (&flow.text()[best.0.clone()], &flow.text()[next.0.clone()]);
        if b.len() > a.len() && b.starts_with(a) { next } else { best }
    });
    let best = best.or_else(|| {
        let edition = EDITION.captures(flow.text())?;
        Some((edition.name("v")?.range(), edition.get(0)?.range()))
    })?;
    flow.fact(flow.text()[best.0].to_owned(), best.1)
}
