//! Type 1 or Type 2.
//!
//! **Reads** whether the report is on a point in time or over a period.
//! **Where**: in the opinion, the scope sentence of the auditor's report, and the cover, in this order; all that say
//! it are cited.
//! **Accepts** the limb "operated effectively" (AT-C 205.A, three limbs of a Type 2, `practice.md` §10.1 rule 3), "the
//! suitability of the design and operating effectiveness", "as of" with design alone, and on covers Type 1, 2, I, II,
//! One, Two.
//! **Refuses** the condition of a Type 1 ("if its controls operated effectively"), the description of tests in its
//! restricted-use paragraph, and Types named inside sentences about other reports.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::{Basis, Fact, Kind, ReportType};

use super::opinion;
use super::parts::Parts;
use super::span;
use crate::pattern::{Pattern, pattern};
use crate::text::Flow;

static ON_COVER: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\btype[ -]*(?P<n>ii|2|two|i|1|one)\b"));
static CONDITION: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bif (?:its |the |those |these |such |all )?(?:related )?(?:\S+ ){0,4}?(?:controls )?(?:stated therein )?(?:had )?(?:operated|were operating|operate) effectively",
    )
});
static OPERATED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:operated effectively|operat(?:ed|ing) effectively|(?:did not|not) operat(?:e|ing) effectively|operating effectiveness|effectively operated)\b",
    )
});
static SCOPE_TWO: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\bsuitability of (?:the )?(?:its )?design,? and (?:the )?operating effectiveness"));
static SCOPE_ONE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"\bsuitability of (?:the )?(?:its )?design of (?:the |its |those )?controls[^.]{0,200}?\bas (?:of|at)\b")
});
static AS_OF: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bas (?:of|at)\b"));
static SUITABLY: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bsuitably designed\b"));
static EXAMINED: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:examined|engaged to report|engaged to examine)\b"));

/// What a place says.
pub(crate) struct Said {
    /// The type.
    pub(crate) value: ReportType,
    /// Where it says so.
    pub(crate) range: Range<usize>,
}

/// Reads the type of a report whose kind has types.
pub(crate) fn read(parts: &Parts<'_>, kind: Kind) -> Option<Fact<ReportType>> {
    if kind == Kind::SocCybersecurity {
        return None;
    }
    let letter = parts.letter.as_ref().and_then(|flow| Some((flow, in_letter(flow)?)));
    let cover = on_cover(&parts.cover).map(|said| (&parts.cover, said));
    let mut fact = match (letter, cover) {
        (Some((flow, said)), cover) => {
            let mut fact = flow.fact(said.value, said.range)?;
            if let Some((flow, on_cover)) = cover
                && on_cover.value == said.value
            {
                fact.citations.extend(flow.cite(on_cover.range));
            }
            fact
        }
        (None, Some((flow, said))) => flow.fact(said.value, said.range)?,
        (None, None) => return over_a_period(parts, kind),
    };
    if kind == Kind::Soc3 && fact.basis == Basis::Stated {
        fact.basis = Basis::Derived;
    }
    Some(fact)
}

/// A SOC 3 does not say its type: an opinion on effectiveness throughout a period is one on operation.
fn over_a_period(parts: &Parts<'_>, kind: Kind) -> Option<Fact<ReportType>> {
    if kind != Kind::Soc3 {
        return None;
    }
    parts.statements().find_map(|flow| {
        let span = span::find(flow.text()).into_iter().next()?;
        let mut fact = flow.fact(ReportType::Two, span.range)?;
        fact.basis = Basis::Derived;
        Some(fact)
    })
}

/// What the cover says.
pub(crate) fn on_cover(cover: &Flow<'_>) -> Option<Said> {
    let found = ON_COVER.captures(cover.text())?;
    let value = match found["n"].to_lowercase().as_str() {
        "ii" | "2" | "two" => ReportType::Two,
        _ => ReportType::One,
    };
    Some(Said { value, range: found.get(0)?.range() })
}

/// What the auditor's report says.
pub(crate) fn in_letter(letter: &Flow<'_>) -> Option<Said> {
    let text = letter.text();
    if let Some(range) = opinion::passage(letter) {
        let said = &text[range.clone()];
        let conditions: Vec<Range<usize>> = CONDITION.find_iter(said).map(|m| m.range()).collect();
        let operated =
            OPERATED.find_iter(said).find(|m| !conditions.iter().any(|c| c.start <= m.start() && m.start() < c.end));
        if let Some(operated) = operated {
            let at = range.start + operated.start();
            return Some(Said { value: ReportType::Two, range: clause(text, at) });
        }
        if SUITABLY.is_match(said)
            && let Some(found) = AS_OF.find(said)
        {
            return Some(Said { value: ReportType::One, range: clause(text, range.start + found.start()) });
        }
    }
    let scope = EXAMINED.find(text)?.start();
    let end = text[scope..].char_indices().nth(1_800).map_or(text.len(), |(at, _)| scope + at);
    let scope_text = &text[scope..end];
    let shift = |r: Range<usize>| scope + r.start..scope + r.end;
    if let Some(found) = SCOPE_TWO.find(scope_text) {
        return Some(Said { value: ReportType::Two, range: shift(found.range()) });
    }
    let found = SCOPE_ONE.find(scope_text)?;
    Some(Said { value: ReportType::One, range: shift(found.range()) })
}

/// The words around a place, at most to the next full stop or paragraph.
fn clause(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind(['.', ';', '\n']).map_or(0, |p| p + 1);
    let end = text[at..].find(['.', ';', '\n']).map_or(text.len(), |p| at + p);
    start..end
}

#[cfg(test)]
mod tests {
    use countersign_domain::{Kind, ReportType};

    use crate::recognise::testing::Report;

    fn read(change: impl FnOnce(&mut Report)) -> (Option<ReportType>, Kind) {
        let mut report = Report::default();
        change(&mut report);
        let reading = report.read();
        (reading.report_type.map(|f| f.value), reading.kind.value)
    }

    #[test]
    fn an_opinion_on_operation_is_type_2() {
        for cover in [
            "# SOC 2 Report",
            "# SOC 2® Type II Report",
            "# SOC 2 TYPE 2",
            "# System and Organization Controls (SOC) 2 Type Two Report",
        ] {
            let found = read(|r| r.cover = format!("{cover}\nReport on controls relevant to security"));
            assert_eq!(found, (Some(ReportType::Two), Kind::Soc2Type2), "cover: {cover}");
        }
    }

    #[test]
    fn an_opinion_on_design_as_of_a_day_is_type_1() {
        for condition in [
            "if its controls operated effectively as of that date",
            "if the controls had operated effectively",
            "if those controls operated effectively throughout the period",
        ] {
            let found = read(|r| {
                r.cover = "# SOC 2 Type 1 Report\nAs of May 1, 2031".into();
                r.scope = "We have examined Juniper Ledger, Inc.’s description of its Ledger Cloud as of May 1, 2031 and the suitability of the design of controls stated in the description as of May 1, 2031, based on the trust services criteria relevant to security.".into();
                r.opinion = format!(
                    "## Opinion\nIn our opinion, in all material respects, the controls were suitably designed as of May 1, 2031 to provide reasonable assurance that commitments would be achieved {condition}."
                );
            });
            assert_eq!(found, (Some(ReportType::One), Kind::Soc2Type1), "a condition is no limb: {condition}");
        }
    }

    #[test]
    fn the_auditors_report_outweighs_the_cover_and_the_difference_is_told() {
        let report = Report { cover: "# SOC 2 Type 1 Report".into(), ..Report::default() };
        let reading = report.read();
        assert_eq!(reading.report_type.map(|f| f.value), Some(ReportType::Two), "by its opinion");
        assert!(reading.contradictions.iter().any(|c| c.about == "report_type"), "told");
    }
}
