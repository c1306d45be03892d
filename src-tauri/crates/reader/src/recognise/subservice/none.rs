//! The sentence that says that the vendor uses no subservice organizations.
//!
//! **Where**: the auditor's report, the assertion, the sections on subservice organizations, the description.
//! **Accepts** "does not use any subservice organizations", "no subservice organizations are used", "there are none" in the
//! words in use, and "None" or "Not applicable" alone below such a heading.
//! **Refuses** what an examination did not include or extend to, what others or further ones are denied, what changed or
//! did not, conditions, and exceptions ("other than").

use std::sync::LazyLock;

use countersign_domain::Fact;
use countersign_domain::reading::SectionRole;

use crate::pattern::{Pattern, pattern};
use crate::recognise::lists::none::{opens_with_none, says_none};
use crate::recognise::lists::{Section, Topic};
use crate::recognise::parts::Parts;

const CALLED: &str = r"(?:third[- ]party |carved[- ]out |cloud )*sub-?service (?:organi[sz]ations?|providers?|entit(?:y|ies))(?: ?\(s\))?";

static NONE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\bno (?:(?:such|relevant|applicable|identified) )?{CALLED},?(?: (?:that |which )?(?:are|were|is|was|have been|has been)\b|$|[.;]| (?:used|utili[sz]ed|engaged|identified|involved|relevant|in use|to (?:provide|perform|support|deliver|meet|achieve))\b)|\b(?:there (?:are|were)|has|have|had|with|uses?|used|utili[sz]e[sd]?|engages?|engaged|employs?|relies up?on|relied up?on|identified|involves?) no {CALLED}|\b(?:not|nor) (?:(?:currently|presently|directly|also|itself|rely|make use|have) )*(?:use|used|using|utili[sz]e|utili[sz]ing|utili[sz]ed|engage|engaged|employ|employed|involve|have|identify|identified|contract with|outsource (?:[a-z]+ ){{0,6}}to|up?on|on|of|leverage|include the use of|any) (?:(?:the services of|any|a|an|on|the use of) )*{CALLED}|\bwithout (?:the use of |using |any |relying on )+{CALLED}|\b{CALLED} (?:are|were|is|have) not (?:been )?(?:used|utili[sz]ed|engaged|employed|involved|applicable)\b|\b{CALLED}:? (?:none|n/?a|not applicable)\b"
    ))
});
static NOT_NONE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:if|whether|when|where|unless|except(?:ing)?|except for|other than|apart from|besides|aside from|in addition to|beyond)\b|\b(?:changes?|changed|added|removed|exceptions?|deviations?|incidents?|new)\b|\b(?:examination|audit|procedures|opinion|engagement|tests?|testing) (?:did|does|do|was|were|has|have|is)\b|\b(?:controls?|activities|policies|subset) (?:of|at|performed by|implemented by|operated by) (?:the |its |any |such |these )*sub-?service|\b(?:users?|user entit(?:y|ies)|customers?) (?:do|does|must|should)\b",
    )
});
static EMPTY: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^(?:none|n/?a|not applicable|none noted|none identified|there are none)\b.{0,60}$"));

/// Finds it.
pub(crate) fn read(parts: &Parts<'_>, sections: &[Section<'_>]) -> Option<Fact<String>> {
    let on_them = || sections.iter().filter(|s| s.topic == Topic::Subservice);
    let below = |section: &Section<'_>| parts.text.flow(section.lines.clone());
    let description = parts.layout.part(SectionRole::Description).map(|part| parts.text.flow(part.lines.clone()));
    on_them()
        .find_map(|section| opens_with_none(&below(section), &EMPTY))
        .or_else(|| on_them().find_map(|section| says_none(&below(section), &NONE, &NOT_NONE)))
        .or_else(|| {
            let flows = parts.letter.iter().chain(parts.assertion.iter()).chain(description.iter());
            flows.into_iter().find_map(|flow| says_none(flow, &NONE, &NOT_NONE))
        })
}

#[cfg(test)]
mod tests {
    use crate::recognise::lists::testing::report;

    #[test]
    fn that_there_are_none_is_said_with_its_sentence() {
        for sentence in [
            "Juniper does not use any subservice organizations.",
            "Juniper did not utilize subservice organizations to provide the Ledger Cloud.",
            "There are no subservice organizations.",
            "No subservice organizations are used to deliver the service.",
            "Juniper has not identified any subservice organizations.",
            "Juniper uses no sub-service organizations.",
            "Subservice organizations are not used.",
            "The Ledger Cloud is provided without the use of subservice organizations.",
            "Juniper does not rely on any third-party subservice organisations.",
            "Not applicable.",
            "None",
        ] {
            let found = report("", &format!("## Subservice Organizations\n{sentence}\n## Data\nData is kept."));
            let stated = found.no_subservice_organizations.as_ref();
            assert_eq!(stated.map(|f| f.value.as_str()), Some(sentence), "it is stated");
            assert!(stated.is_some_and(|f| !f.citations.is_empty()), "with its place");
            assert!(found.subservice_organizations.is_empty(), "and nobody is listed: {sentence}");
        }
    }

    #[test]
    fn the_scope_may_say_it() {
        let found = report("Juniper does not use any subservice organizations to provide the Ledger Cloud.", "");
        let stated = found.no_subservice_organizations.expect("in the auditor's report");
        assert_eq!(stated.citations[0].page, 2, "where it stands");
    }

    #[test]
    fn what_only_sounds_like_it_denies_nothing() {
        for sentence in [
            "The description does not include the controls of subservice organizations.",
            "Our examination did not extend to subservice organizations.",
            "Juniper uses no subservice organizations other than Heron Hosting, Inc.",
            "There were no changes to subservice organizations in the period.",
            "No exceptions were noted in the monitoring of subservice organizations.",
            "Where no subservice organizations are used, the section is left out.",
            "We have not evaluated the suitability of the design of the controls at the subservice organizations.",
            "Juniper does not use subservice organizations without a contract, except for Heron Hosting, Inc.",
            "Subservice organizations do not have access to the data of customers.",
        ] {
            for (scope, description) in [(sentence, ""), ("", sentence)] {
                let found = report(scope, description);
                assert_eq!(found.no_subservice_organizations, None, "nothing is denied: {sentence}");
            }
        }
    }

    #[test]
    fn where_somebody_is_listed_nothing_is_denied() {
        let found = report(
            "Juniper uses Heron Hosting, Inc., a subservice organization, to provide cloud hosting. The carve-out method is used.",
            "## Payments\nFor payments no subservice organizations are used.",
        );
        assert_eq!(found.subservice_organizations.len(), 1, "it is named");
        assert_eq!(found.no_subservice_organizations, None, "the sentence was about a part");
    }
}
