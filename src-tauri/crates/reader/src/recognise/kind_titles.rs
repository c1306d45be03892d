//! The titles by which documents other than reports of auditors are told.
//!
//! A rule is one kind: words of its title, words that its first page must also hold, and the most pages it has. Of
//! the titles the one that comes first decides, so that a questionnaire on penetration tests is a questionnaire; of the
//! certificates the rule that comes first, because they mention each other's standards.

use std::sync::LazyLock;

use countersign_domain::Kind;

use crate::pattern::{Pattern, pattern};

/// How a kind is told.
pub(crate) struct Rule {
    /// The kind.
    pub(crate) kind: Kind,
    /// Words of the title.
    pub(crate) title: Pattern,
    /// Whether those words may stand anywhere on the first page: certificates are set in columns and boxes.
    pub(crate) anywhere_on_first_page: bool,
    /// Words that the first page must hold as well.
    pub(crate) body: Option<Pattern>,
    /// Whether those words may stand anywhere in the document.
    pub(crate) body_anywhere: bool,
    /// Most pages.
    pub(crate) most_pages: Option<usize>,
}

fn titled(kind: Kind, title: &str) -> Rule {
    Rule {
        kind,
        title: pattern(title),
        anywhere_on_first_page: false,
        body: None,
        body_anywhere: false,
        most_pages: None,
    }
}

fn certificate(kind: Kind, words: &str, body: &str) -> Rule {
    Rule {
        kind,
        title: pattern(words),
        anywhere_on_first_page: true,
        body: Some(pattern(body)),
        body_anywhere: false,
        most_pages: Some(15),
    }
}

/// The rules. The order counts among certificates only.
pub(crate) static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    // The standard certified, not those of the certifiers (ISO/IEC 17021, 27006) and not those named by the way.
    let information_security = r"\biso(?:/iec)?(?: |-)?27001\b";
    let management_system =
        r"\biso(?:/iec)?(?: |-)?(?:9001|14001|20000|22301|27017|27018|27701|37001|42001|45001|50001)\b";
    vec![
        titled(Kind::StatementOfApplicability, r"^\W*(?:\S+ ){0,8}?statement of applicability\b"),
        titled(
            Kind::InsuranceCertificate,
            r"\bcertificate of (?:\w+ ){0,2}insurance\b|\bevidence of (?:\w+ ){0,2}insurance\b|\bcertificate of currency\b",
        ),
        certificate(Kind::PciAoc, r"\battestation of compliance\b", r"\bpci\b|payment card"),
        titled(
            Kind::Other,
            r"\b(?:polic(?:y|ies)|faqs?|frequently asked|procedures?|handbook|press release|newsletter|privacy notice)\b",
        ),
        titled(Kind::Caiq, r"\bconsensus assessments? initiative questionnaire\b|\bcaiq\b"),
        titled(
            Kind::Questionnaire,
            r"\bquestionnaire\b|\bhecvat\b|\bsig (?:lite|core)\b|\bstandardi[sz]ed information gathering\b",
        ),
        titled(Kind::SecurityWhitepaper, r"\bwhite ?paper\b"),
        certificate(
            Kind::CsaStarCertificate,
            r"\bcsa star\b|\bstar (?:level|registry|certification)\b",
            r"\bcertificat|\bcertified|\bregistry|\bregistered",
        ),
        certificate(Kind::CyberEssentialsCertificate, r"\bcyber essentials\b", r"\bcertif"),
        certificate(
            Kind::Iso27001Certificate,
            r"(?:standards?|requirements of|according to|in accordance with|conform\w*[^.]{0,60}|comply[^.]{0,60}|system|against|certified to)[\s:\-(]*\b(?:standard )?iso(?:/iec)?(?: |-)?27001\b",
            r"(?:^|\n)[^\n.]{0,60}\bcertificate\b|\bcertif(?:y|ies) that\b|\bis certified\b",
        ),
        certificate(
            Kind::IsoCertificate,
            management_system,
            r"(?:^|\n)[^\n.]{0,60}\bcertificate\b|\bcertif(?:y|ies) that\b|\bis certified\b",
        ),
        certificate(
            Kind::Iso27001Certificate,
            information_security,
            r"(?:^|\n)[^\n.]{0,60}\bcertificate (?:of|number|no)\b|\bcertif(?:y|ies) that\b|\bis certified\b",
        ),
        titled(
            Kind::PentestReport,
            r"\b(?:penetration|pen)[ -]?test(?:ing|s)?\b|\bpentest|\bred team(?:ing)? (?:report|assessment)|\b(?:web|mobile|application|network) security test",
        ),
        Rule {
            body: Some(pattern(r"\bvulnerabilit")),
            body_anywhere: true,
            ..titled(
                Kind::PentestReport,
                r"\bsecurity (?:audit(?:ing)?|testing|review|code review) (?:report|results)\b|\b(?:audit|vulnerability assessment) report\b[^\n]{0,30}\bsecurity|\bvulnerability (?:assessment|scan)\b",
            )
        },
        titled(
            Kind::SecurityAssessment,
            r"\bsecurity assessment\b|\breadiness assessment\b|\bgap assessment\b|\bletter of (?:validation|attestation)\b|\bstatement of validation\b|\bcasa\b|\bcloud application security assessment\b|\bassessment report\b",
        ),
        titled(Kind::Dpa, r"\bdata (?:processing|protection) (?:agreement|addendum|terms|exhibit|annex)\b"),
        titled(
            Kind::Nda,
            r"\bnon-? ?disclosure\b[^\n]{0,20}\bagreement\b|\bconfidentiality agreement\b|\bmutual nda\b",
        ),
        titled(
            Kind::Contract,
            r"\b(?:master|services?|subscription|licen[cs]e|saas|cloud|customer|supplier|vendor|framework|service level|software|hosting|end[ -]user|purchase|partner|consulting)\b[^\n.]{0,40}\bagreement\b|\bterms (?:of service|of use|and conditions)\b|\border form\b|\bstatement of work\b|\bagreement\s*$",
        ),
        titled(
            Kind::SecurityWhitepaper,
            r"\bsecurity\b(?:,? (?:and|&) \w+| \w+)?\s+(?:overview|architecture|practices|brief|datasheet|guide|program overview|measures)\b|\boverview of (?:our |\w+ )?security\b",
        ),
    ]
});
