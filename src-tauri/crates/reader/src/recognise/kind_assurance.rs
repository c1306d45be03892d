//! Reports of an auditor on something other than a system's controls for its users.
//!
//! **Reads** that a document is an independent assessment: an assurance report under ISAE 3000, such as those on data
//! protection or on a law that binds the vendor (`practice.md` §1).
//! **Where**: the auditor's report, which names the standard and gives an opinion.
//! **Accepts** the number of the standard, or its name in full, in the report of an auditor who says "in our opinion".
//! **Refuses** what has the trust services criteria or internal control over financial reporting for its subject: those are
//! SOC reports ([`super::kind`]), and papers that only mention the standard.

use std::sync::LazyLock;

use countersign_domain::{Basis, Fact, Kind};

use super::opinion;
use super::parts::Parts;
use crate::pattern::{Pattern, pattern};

static STANDARD: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bisae (?:\(uk\) )?(?:no\. )?3000\b|\binternational standard on assurance engagements (?:\(isae\) )?(?:\(uk\) )?3000\b",
    )
});

/// Tells whether it is one.
pub(super) fn read(parts: &Parts<'_>) -> Option<Fact<Kind>> {
    let letter = parts.letter.as_ref()?;
    let standard = letter.find(&STANDARD)?;
    opinion::passage(letter)?;
    let mut fact = letter.fact(Kind::SecurityAssessment, standard)?;
    if fact.basis == Basis::Stated {
        fact.basis = Basis::Derived;
    }
    Some(fact)
}

#[cfg(test)]
mod tests {
    use countersign_domain::{Basis, Kind};

    use crate::recognise::testing::reading;

    const LETTER: &str = "To the management of Heron Hosting A/S and its customers\nWe have been engaged to report on Heron Hosting A/S’ description of its hosting services and of the measures to protect personal data as at 31 March 2032.";
    const OPINION: &str = "In our opinion, in all material respects, the description fairly presents the measures and the controls were appropriately designed as at 31 March 2032.\nRowan Thorne\nState Authorised Public Accountants\nAarhus, 2 June 2032";

    #[test]
    fn an_assurance_report_on_data_protection_is_an_assessment() {
        for standard in
            ["ISAE 3000", "ISAE (UK) 3000", "International Standard on Assurance Engagements 3000 (Revised)"]
        {
            for title in [
                "Independent auditor’s assurance report on information security and measures pursuant to the data processing agreement",
                "Independent Auditor’s Report on Data Protection",
            ] {
                let found = reading(&format!(
                    "# {title}\nHeron Hosting A/S\n===\n# Independent auditor’s report\n{LETTER}\nWe conducted our work in accordance with {standard}.\n## Opinion\n{OPINION}"
                ));
                assert_eq!(found.kind.value, Kind::SecurityAssessment, "{standard}: {title}");
                assert_eq!(found.kind.basis, Basis::Derived, "the standard says so");
                assert!(found.kind.citations[0].quote.contains("3000"), "{:?}", found.kind);
                assert_eq!((&found.opinion, &found.report_type), (&None, &None), "no opinion on a SOC report");
            }
        }
    }

    #[test]
    fn what_only_mentions_the_standard_is_none() {
        for source in [
            format!("# Independent auditor’s report\n{LETTER}\nWe followed our own standard.\n## Opinion\n{OPINION}"),
            "# Data Processing Agreement\nThe processor has an ISAE 3000 report made each year and sends it."
                .to_owned(),
            "# Trust FAQ\nDo you have an ISAE 3000 report? Yes, ask for it.".to_owned(),
        ] {
            assert_ne!(reading(&source).kind.value, Kind::SecurityAssessment, "{source}");
        }
    }
}
