//! The system, product or service examined.
//!
//! **Reads** its name as the scope sentence defines it.
//! **Where**: the scope sentence of the auditor's report ("description of its … system"), the opinion ("presents the …
//! that was designed and implemented"), the assertion, the title on the cover ("Report on …'s Description of Its …").
//! **Accepts** the wording of AT-C 205 and 320 and of SOC 3 ("controls within …", "controls over …").
//! **Refuses** defined terms ("the System", "the Platform"), clauses, and what only the description calls a product.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::Fact;

use super::names;
use super::opinion;
use super::parts::Parts;
use crate::pattern::{Pattern, pattern};
use crate::text::Flow;

/// Words of a name, up to what follows it in the sentences below.
const NAME: &str = r"(?P<name>[^\n;:]{2,150}?)";
/// What may follow a system's name in a scope sentence.
const AFTER: &str = r#"(?:,? (?:found|titled|entitled|included|presented|set forth|provided|for the period|throughout|as of|as at|that|which|for processing|for the processing|based on|in section|from|during|were effective|was effective|used|dated|and (?:on )?the suitability|and (?:of |on )?(?:the )?(?:suitability|effectiveness)|relevant to|to provide|prepared|is|was|are|by (?:management|the management)|within)\b| ?\(|,? ["]|\.(?:[\s"]|$)|\n)"#;
/// An owner with its short form in brackets, which stand before the name.
const OWNER: &str = r"(?:[^\n;().]{2,70}(?:, \w{2,4}\.)?(?:'s|s') ?\([^()\n]{1,140}\) )?";

static DESCRIPTION_OF: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r#"\bdescription (?:(?:at|on|in) (?:pages?|sections?) [\w -]{{1,14}} |(?:titled|entitled),? ["'](?:[^"\n]{{0,80}}?\bdescription) )?(?:of|titled|entitled) (?:the boundaries of )?["']?{OWNER}(?:its|the|their|our)?\s*["']?{NAME}{AFTER}"#
    ))
});
static CONTROLS_WITHIN: LazyLock<Pattern> =
    LazyLock::new(|| pattern(&format!(r"\bcontrols (?:within|over|for|of|in) (?:its|the|our|their)?\s*{NAME}{AFTER}")));
static PRESENTS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:fairly )?presents? (?:fairly )?(?:the|its|our|their)?\s*{NAME}(?:,? (?:that|which) (?:was|were|is)\b| (?:as|made available|provided) (?:designed|to|by)| by [A-Z][^,;.\n]{{1,80}} (?:that|which)| throughout\b| as of\b)"
    ))
});
static TITLE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\bdescription of (?:its|the|their)?\s*{NAME}(?: (?:and (?:on )?(?:the )?suitability|and (?:the )?(?:design|effectiveness|controls)|relevant to|throughout|for the period|as of|system for)\b|\s*$)"
    ))
});
static REPORT_ON: LazyLock<Pattern> =
    LazyLock::new(|| pattern(&format!(r"\breport on (?:its|the) {NAME} relevant to\b")));
static GENERIC: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:the|its|their|our|accompanying|in-scope|service organi[sz]ation'?s?|company'?s|entity'?s)\s*)*(?:systems?|services?|platforms?|applications?|products?|solutions?|environment|program|controls?|description|software|company|services? system|service organi[sz]ation|information systems?|system of controls|cloud|section \w+|tests? of controls|tests.*|boundaries.*|criteria.*|a service organi[sz]ation.*|.* in a soc.*|entity.*|management.*|scope.*)$",
    )
});
static NOT_A_SYSTEM: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:criteria|opinion|assertion|examination|suitability|controls? stated|user entit(?:y|ies)|subservice|organi[sz]ation's system|responsib\w+|period|assurance|objectives?|description|report)\b",
    )
});

/// Reads the name; `organization` is taken off its front.
pub(crate) fn read(parts: &Parts<'_>, organization: Option<&str>) -> Option<Fact<String>> {
    let letter = parts.letter.as_ref();
    let in_opinion = letter.and_then(|l| opinion::passage(l).map(|p| (l, p)));
    let scope = letter.map(|l| (l, 0..in_opinion.as_ref().map_or(l.text().len(), |(_, p)| p.start)));
    let whole = |flow: Option<&'_ Flow<'_>>| flow.map(|f| 0..f.text().len());
    let mut found: Vec<(&Flow<'_>, Range<usize>, String)> = Vec::new();
    let look = |area: Option<(&Flow<'_>, Range<usize>)>, patterns: &[&LazyLock<Pattern>]| {
        // The closure borrows flows of the parts, which outlive it.
        area.and_then(|(flow, area)| patterns.iter().find_map(|p| in_area(flow, &area, p, organization)))
    };
    if let Some((flow, area)) = scope.clone()
        && let Some((range, name)) = look(Some((flow, area)), &[&DESCRIPTION_OF, &CONTROLS_WITHIN])
    {
        found.push((flow, range, name));
    }
    if let Some((flow, area)) = in_opinion.clone()
        && let Some((range, name)) = look(Some((flow, area)), &[&PRESENTS, &DESCRIPTION_OF, &CONTROLS_WITHIN])
    {
        found.push((flow, range, name));
    }
    if let Some(flow) = parts.assertion.as_ref()
        && let Some((range, name)) =
            look(Some((flow, whole(Some(flow))?)), &[&DESCRIPTION_OF, &PRESENTS, &CONTROLS_WITHIN])
    {
        found.push((flow, range, name));
    }
    if let Some((range, name)) = look(Some((&parts.cover, 0..parts.cover.text().len())), &[&TITLE, &REPORT_ON]) {
        found.push((&parts.cover, range, name));
    }
    let (flow, range, name) = found.first()?;
    let mut fact = flow.fact(name.clone(), range.clone())?;
    for (other, range, also) in found.iter().skip(1) {
        if names::stem(also) == names::stem(name) {
            fact.citations.extend(other.cite(range.clone()));
        }
    }
    Some(fact)
}

fn in_area(
    flow: &Flow<'_>,
    area: &Range<usize>,
    pattern: &Pattern,
    organization: Option<&str>,
) -> Option<(Range<usize>, String)> {
    let text = flow.text().get(area.clone())?;
    pattern.captures_iter(text).take(8).find_map(|found| {
        let caught = found.name("name")?;
        let range = area.start + caught.start()..area.start + caught.end();
        let name = without_owner(&flow.original(range), organization);
        let name = names::name(&name)?;
        let plain: String = name.chars().map(crate::text::normal::plain).collect();
        let same_as_owner = organization.is_some_and(|o| names::stem(o) == names::stem(&name));
        let shaped = name.chars().any(|c| c.is_uppercase()) || plain.split(' ').count() >= 2;
        if same_as_owner || !shaped || GENERIC.is_match(&plain) || NOT_A_SYSTEM.is_match(&plain) {
            return None;
        }
        let whole = found.get(0)?;
        Some((area.start + whole.start()..area.start + caught.end(), name))
    })
}

/// Takes the owner off the front: "Heron Analytics, Inc.'s Heron Platform" is the Heron Platform.
fn without_owner(caught: &str, organization: Option<&str>) -> String {
    static OWNER: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"^(?P<owner>[^()]{2,80}?)(?:['\x{2019}]s|s['\x{2019}]) (?P<rest>.+)$"));
    static OWNER_COMMA: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"^(?P<owner>[^()]{2,80}?)\.?(?:,| -| \x{2013}) (?P<rest>.+)$"));
    static BEHIND: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(r"^(?P<rest>.{3,100}?) (?:of|by|at|provided by|offered by|operated by|for) (?P<owner>[^()]{2,80})$")
    });
    let caught = caught.trim().trim_matches(['"', '“', '”']);
    let Some(organization) = organization else { return caught.to_owned() };
    let stem = names::stem(organization);
    if let Some(found) = BEHIND.captures(caught)
        && names::stem(&names::clean(&found["owner"])) == stem
    {
        return found["rest"].to_owned();
    }
    for pattern in [&OWNER, &OWNER_COMMA] {
        if let Some(found) = pattern.captures(caught) {
            let mut owner = names::stem(&names::clean(&found["owner"]));
            if found[0].contains("s'") || found[0].contains("s’") {
                owner = owner.trim_end_matches('s').to_owned();
            }
            if !owner.is_empty() && (stem.starts_with(&owner) || owner.starts_with(&stem)) {
                return found["rest"].to_owned();
            }
        }
    }
    caught.to_owned()
}

#[cfg(test)]
mod tests {
    use crate::recognise::testing::Report;

    fn system(change: impl FnOnce(&mut Report)) -> Option<String> {
        let mut report = Report::default();
        report.cover = "# SOC 2 Type 2 Report".into();
        report.assertion = "We have prepared the description.".into();
        report.opinion = report.opinion.replace("the Ledger Cloud", "the System");
        change(&mut report);
        report.read().system_name.map(|f| f.value)
    }

    #[test]
    fn the_scope_sentence_names_it_in_many_forms() {
        for scope in [
            "We have examined Juniper Ledger, Inc.’s description of its Ledger Cloud found in Section III titled “Description” throughout the period.",
            "We have examined Juniper Ledger, Inc.’s accompanying description of its Ledger Cloud (the “System”) throughout the period May 1, 2031 to April 30, 2032.",
            "We have examined the description of Juniper Ledger, Inc.’s Ledger Cloud for processing user entities’ transactions throughout the period.",
            "We have examined Juniper Ledger, Inc.’s accompanying assertion that the controls within the Ledger Cloud (system) were effective.",
            "We have examined management’s assertion that the controls within Juniper’s Ledger Cloud were effective throughout the period.",
            "We have examined the description titled “Description of the Ledger Cloud” throughout the period.",
            "We have examined Juniper Ledger, Inc.’s description of the Ledger Cloud as of May 1, 2031 based on the criteria.",
            "We have examined Juniper Ledger, Inc.’s description of its Ledger Cloud entitled “Our System”.",
            "We have examined the accompanying description of Juniper Ledger, Inc.’s (“Juniper”) Ledger Cloud throughout the period.",
            "We have examined the description of the Ledger Cloud of Juniper Ledger, Inc. throughout the period.",
            "We have examined the description of the Ledger Cloud of Juniper Ledger, Inc. (“Juniper”) for the period commencing May 1, 2031.",
        ] {
            assert_eq!(system(|r| r.scope = scope.into()).as_deref(), Some("Ledger Cloud"), "in: {scope}");
        }
    }

    #[test]
    fn the_opinion_names_it_where_the_scope_does_not() {
        let found = system(|r| {
            r.scope = "We have examined the accompanying description of a service organization’s system throughout the period.".into();
            r.opinion = r.opinion.replace("presents the System", "fairly presents the Ledger Cloud");
        });
        assert_eq!(found.as_deref(), Some("Ledger Cloud"), "presents the … that was designed");
    }

    #[test]
    fn the_title_names_it_where_the_auditors_report_does_not() {
        let found = system(|r| {
            r.scope = "We have examined the System.".into();
            r.cover = "# Report on Juniper Ledger, Inc.’s Description of Its Ledger Cloud and on the Suitability of the Design of Controls\nSOC 2 Type 2 Report".into();
        });
        assert_eq!(found.as_deref(), Some("Ledger Cloud"), "from the cover");
    }

    #[test]
    fn terms_and_clauses_are_no_name() {
        for scope in [
            "We have examined the Company’s description of its system throughout the period.",
            "We have examined the description of the Platform throughout the period.",
            "We have examined the criteria for a description of a service organization’s system in DC section 200.",
            "We have examined the accompanying description of controls that we were given throughout the period.",
            "We have examined the description of tests of controls and results thereof.",
        ] {
            assert_eq!(system(|r| r.scope = scope.into()), None, "no name in: {scope}");
        }
    }
}
