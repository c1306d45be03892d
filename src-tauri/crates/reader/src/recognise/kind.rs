//! Which kind of document it is.
//!
//! **Reads** the kind from what the document calls itself and, for reports of auditors, from what it is made of.
//! **Where**: the title lines of its first page with text; for reports also the auditor's report and the parts.
//! **Accepts** a report only with both a title or an auditor's scope sentence and an opinion, assertion or auditor's
//! part; other documents by the [`RULES`] for their titles.
//! **Refuses** papers that talk about SOC 2 (questions and answers, policies, white papers, questionnaires): they carry
//! no opinion. Running heads do not count: they carry the names of templates.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::reading::SectionRole;
use countersign_domain::{Basis, Fact, Kind, ReportType};

use super::kind_assurance;
use super::kind_titles::{RULES, Rule};
use super::opinion;
use super::parts::Parts;
use super::report_type;
use crate::pattern::{Pattern, pattern};
use crate::text::{Flow, Text};

/// Most words of a title.
const TITLE_WORDS: usize = 32;
/// Words at the head of the first page among which titles stand, letterhead included.
const HEAD_WORDS: usize = 60;

static SOC_NUMBER: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bsoc\s*-?\s*(?P<a>[123])\b|\b(?:system|service) and organi[sz]ation controls?\s*\(?(?:soc\)?\s*)?(?P<b>[123])\b|\bservice organi[sz]ation controls?\s*\(?(?:soc\)?\s*)?(?P<c>[123])\b",
    )
});
static REPORT_TITLE: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:report|examination|type (?:1|2|i|ii)\b|attestation|controls relevant)"));
static CYBERSECURITY: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bcybersecurity risk management program"));
static FINANCIAL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"internal controls? over financial reporting|\bisae (?:no\. )?3402\b|\bat-c (?:section )?320\b|standard on assurance engagements 3402",
    )
});
/// What has control objectives and nothing to do with financial reporting: ISAE 3000 on data protection.
static OTHER_SUBJECT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bisae (?:\(uk\) )?(?:no\. )?3000\b|\binternational standard on assurance engagements 3000\b|\bdata protection\b|\bpersonal data\b|\binformation security\b",
    )
});
static OBJECTIVES: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bcontrol objectives?\b"));
static TRUST: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\btrust services? (?:criteria|principles|categor)"));
static EFFECTIVE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bfairly stated\b|\b(?:were|was) effective\b"));
static DESIGN: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\bsuitably designed\b|\bdescription (?:fairly )?presents?\b"));
static LETTER: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:we have (?:examined|been engaged to (?:report|examine))|in our opinion|we were engaged to (?:report|examine)|do not express an opinion on)\b",
    )
});
static OPINION_LABEL: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bauditor'?s?'? opinion\b"));
static BRIDGE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:bridge|gap|comfort|interim|roll-?forward|continued operations) letter\b|\bnot aware of any (?:material|significant) (?:changes?|adverse)|\bthere (?:were|are) no (?:material|significant|substantive) changes\b|\bnot (?:made|undergone|experienced|had|been|implemented) any (?:material|significant|substantive) changes?\b|\bno (?:material|significant) changes? (?:have|has) (?:been made|occurred)|\b(?:have|has|had) been no (?:material|significant) changes?\b|\bwithout (?:material|significant) changes?\b",
    )
});
static SOC: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bsoc ?[123]\b"));
static LETTER_OPENING: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:^|\n)\s*(?:dear\b|to whom it may concern|to\s*:|to (?:our|all) (?:valued )?(?:customers?|clients?))|\bthis letter\b",
    )
});

/// What says, before a paper names its statement of applicability, that it is a certificate.
static CERTIFIES: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"\bcertif(?:y|ies) that\b|\bis certified\b|\bcertificate of (?:registration|conformity)\b")
});
/// Letters that attest anything.
static GENERIC: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^(?:letter of|statement of|assessment report)"));

/// Decides.
pub(crate) fn read(parts: &Parts<'_>) -> Fact<Kind> {
    let opening = opening(parts.text);
    let titles = titles(&opening);
    report(parts, &opening, &titles)
        .or_else(|| kind_assurance::read(parts))
        .or_else(|| letter(parts, &opening, &titles))
        .or_else(|| by_rules(parts.text, &opening, &titles))
        .unwrap_or_else(|| other(&opening))
}

/// A document of no kind: what it begins with is cited, if it has any text.
fn other(opening: &Flow<'_>) -> Fact<Kind> {
    let end = opening.text().find('\n').unwrap_or(opening.text().len());
    let mut fact = opening.fact(Kind::Other, 0..end).unwrap_or(Fact {
        value: Kind::Other,
        basis: Basis::Derived,
        citations: Vec::new(),
    });
    if fact.basis == Basis::Stated {
        fact.basis = Basis::Derived;
    }
    fact
}

/// The first page that has text; the second as well where the first is but a few words.
fn opening<'t>(text: &'t Text<'t>) -> Flow<'t> {
    let Some(page) = (0..text.pages().len()).find(|p| text.pages()[*p].words.len() > 3) else { return text.flow(0..0) };
    let pages = if text.pages()[page].words.len() < 12 { 2 } else { 1 };
    let end = text.lines().partition_point(|l| l.page < page + pages);
    let keep = |at: &usize| !text.lines()[*at].running || text.pages().len() < 3;
    Flow::new(text, (text.lines_on(page).start..end).filter(keep))
}

/// Where the titles stand in the opening: its short paragraphs up to the first sentence or list, neighbours joined.
fn titles(opening: &Flow<'_>) -> Vec<Range<usize>> {
    static LIST: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^\s*[•▪●○◦■*]|:$"));
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut at, mut seen) = (0, 0);
    for paragraph in opening.text().split('\n') {
        let range = at..at + paragraph.len();
        at = range.end + 1;
        let words = paragraph.split_whitespace().count();
        let sentence = words > 8 && paragraph.trim_end().ends_with('.');
        if seen > HEAD_WORDS
            || (seen > 2 && (words > TITLE_WORDS || sentence || (words > 5 && LIST.is_match(paragraph.trim()))))
        {
            break;
        }
        seen += words;
        match found.last_mut() {
            Some(last) if opening.text()[last.start..range.end].split_whitespace().count() <= TITLE_WORDS => {
                last.end = range.end;
            }
            _ => found.push(range),
        }
    }
    found
}

/// The kind whose words come first: the titles' by their place, the certificates' by the order of their rules.
fn by_rules(text: &Text<'_>, opening: &Flow<'_>, titles: &[Range<usize>]) -> Option<Fact<Kind>> {
    let found = |rule: &'static Rule| place(text, rule, opening, titles).map(|range| (range, rule.kind));
    let certificate = RULES.iter().filter(|r| r.anywhere_on_first_page).find_map(found);
    let titled =
        RULES.iter().filter(|r| !r.anywhere_on_first_page).filter_map(found).min_by_key(|(range, _)| range.start);
    // A certificate names its statement of applicability, and a letter about a penetration test is one on it.
    let certifies = |at: usize| CERTIFIES.is_match(&opening.text()[..at]);
    let titled = match titled {
        Some((range, Kind::SecurityAssessment)) if GENERIC.is_match(&opening.text()[range.clone()]) => RULES
            .iter()
            .filter(|r| r.kind == Kind::PentestReport && r.body.is_none())
            .find_map(found)
            .or(Some((range, Kind::SecurityAssessment))),
        titled => titled,
    };
    let (range, kind) = match (titled, certificate) {
        (Some((range, Kind::StatementOfApplicability)), Some(certificate)) if certifies(range.start) => certificate,
        (Some(titled), Some(certificate)) if certificate.0.start < titled.0.start => certificate,
        (Some(titled), _) => titled,
        (None, certificate) => certificate?,
    };
    opening.fact(kind, paragraph(opening.text(), &range))
}

/// Where the words of a rule stand.
fn place(text: &Text<'_>, rule: &Rule, opening: &Flow<'_>, titles: &[Range<usize>]) -> Option<Range<usize>> {
    if rule.most_pages.is_some_and(|most| text.pages().len() > most) {
        return None;
    }
    if let Some(body) = &rule.body
        && !body.is_match(opening.text())
        && !(rule.body_anywhere && body.is_match(text.all().text()))
    {
        return None;
    }
    if rule.anywhere_on_first_page {
        return opening.find(&rule.title);
    }
    titles
        .iter()
        .find_map(|t| rule.title.find(&opening.text()[t.clone()]).map(|m| t.start + m.start()..t.start + m.end()))
}

/// Letters that bridge the time after a report.
fn letter(parts: &Parts<'_>, opening: &Flow<'_>, titles: &[Range<usize>]) -> Option<Fact<Kind>> {
    if parts.text.pages().len() > 4 {
        return None;
    }
    let found = opening.find(&BRIDGE)?;
    let is_letter = LETTER_OPENING.is_match(opening.text()) || titles.iter().any(|t| t.contains(&found.start));
    (SOC.is_match(opening.text()) && is_letter).then(|| opening.fact(Kind::BridgeLetter, found)).flatten()
}

/// Reports of auditors.
fn report(parts: &Parts<'_>, opening: &Flow<'_>, titles: &[Range<usize>]) -> Option<Fact<Kind>> {
    let title = titles.iter().find_map(|t| {
        let found = SOC_NUMBER.captures(&opening.text()[t.clone()])?;
        let number = ["a", "b", "c"].iter().find_map(|n| found.name(n))?.as_str().parse::<u8>().ok()?;
        let at = found.get(0)?;
        let whole = &opening.text()[t.clone()];
        REPORT_TITLE.is_match(whole).then_some((number, t.start + at.start()..t.start + at.end()))
    });
    let title = title.or_else(|| on_cover(parts));
    let letter = parts.letter.as_ref().filter(|l| LETTER.is_match(l.text()));
    let attests = letter.is_some_and(|l| {
        (TRUST.is_match(l.text())
            || OBJECTIVES.is_match(l.text()) && !OTHER_SUBJECT.is_match(l.text())
            || FINANCIAL.is_match(l.text())
            || CYBERSECURITY.is_match(l.text()))
            && (opinion::passage(l).is_some() || parts.layout.part(SectionRole::AuditorReport).is_some())
    });
    let shaped = letter.is_some()
        || parts.layout.part(SectionRole::AuditorReport).is_some()
        || parts.layout.part(SectionRole::Assertion).is_some()
        || OPINION_LABEL.is_match(opening.text());
    if !(attests || (title.is_some() && shaped)) {
        return None;
    }
    let kind_of = |number: u8| with_type(parts, number);
    let cyber = letter.is_some_and(|l| CYBERSECURITY.is_match(l.text())) && title.is_none();
    if cyber {
        let flow = letter?;
        return flow.fact(Kind::SocCybersecurity, flow.find(&CYBERSECURITY)?);
    }
    if let Some((number, range)) = title {
        let flow = if opening.text().get(range.clone()).is_some_and(|s| SOC_NUMBER.is_match(s)) {
            opening
        } else {
            &parts.cover
        };
        return flow.fact(kind_of(number), paragraph(flow.text(), &range));
    }
    let flow = letter?;
    let text = flow.text();
    let (number, range) = if !TRUST.is_match(text) {
        (1, flow.find(&FINANCIAL).or_else(|| flow.find(&OBJECTIVES))?)
    } else if on_effectiveness(flow) {
        (3, flow.find(&TRUST)?)
    } else {
        (2, flow.find(&TRUST)?)
    };
    let mut fact = flow.fact(kind_of(number), range)?;
    if fact.basis == Basis::Stated {
        fact.basis = Basis::Derived;
    }
    Some(fact)
}

/// The paragraph around a place.
fn paragraph(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind('\n').map_or(0, |p| p + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |p| range.end + p);
    if end - start > 280 { range.clone() } else { start..end }
}

/// A SOC 3 opines on effectiveness, or on the assertion that says so, and on no description.
fn on_effectiveness(letter: &Flow<'_>) -> bool {
    opinion::passage(letter).is_some_and(|p| {
        let said = &letter.text()[p];
        EFFECTIVE.is_match(said) && !DESIGN.is_match(said)
    })
}

fn on_cover(parts: &Parts<'_>) -> Option<(u8, Range<usize>)> {
    let text = parts.cover.text();
    SOC_NUMBER.captures_iter(text).find_map(|found| {
        let number = ["a", "b", "c"].iter().find_map(|n| found.name(n))?.as_str().parse::<u8>().ok()?;
        let at = found.get(0)?;
        let start = text[..at.start()].rfind('\n').map_or(0, |p| p + 1);
        let end = text[at.end()..].find('\n').map_or(text.len(), |p| at.end() + p);
        let paragraph = &text[start..end];
        let title = paragraph.split_whitespace().count() <= TITLE_WORDS && REPORT_TITLE.is_match(paragraph);
        title.then_some((number, at.range()))
    })
}

/// The kind with its type; where nothing says the type, the lesser one.
fn with_type(parts: &Parts<'_>, number: u8) -> Kind {
    if number == 3 {
        return Kind::Soc3;
    }
    let said = parts
        .letter
        .as_ref()
        .and_then(report_type::in_letter)
        .or_else(|| report_type::on_cover(&parts.cover))
        .map(|said| said.value)
        .or_else(|| super::period::statements(parts).first().map(|_| ReportType::Two));
    match (number, said) {
        (1, Some(ReportType::Two)) => Kind::Soc1Type2,
        (1, _) => Kind::Soc1Type1,
        (_, Some(ReportType::Two)) => Kind::Soc2Type2,
        _ => Kind::Soc2Type1,
    }
}

#[cfg(test)]
mod tests {
    use countersign_domain::Kind;

    use crate::recognise::testing::reading;

    #[test]
    fn papers_that_talk_about_soc_2_are_what_they_are() {
        for (source, kind) in [
            (
                "# Understanding SOC 2\nWhat is a SOC 2 Type 2 report? It is a report of an auditor on trust services criteria.",
                Kind::Other,
            ),
            (
                "# SOC 2 Type II Frequently Asked Questions\nQ: Can I have the report? A: Yes, under an agreement.",
                Kind::Other,
            ),
            ("# Heron Security Whitepaper\nOur SOC 2 Type 2 report covers security.", Kind::SecurityWhitepaper),
            (
                "# Heron Platform Security Overview\nWe hold a SOC 2 Type 2 report and ISO 27001.",
                Kind::SecurityWhitepaper,
            ),
            ("# Vendor Security Questionnaire\nQ1. Do you have a SOC 2 report? Yes, we have one.", Kind::Questionnaire),
            (
                "# Mutual Non-Disclosure Agreement\nThis agreement is made between the parties about the SOC 2 report.",
                Kind::Nda,
            ),
            ("# Data Processing Addendum\nThis addendum forms part of the agreement between the parties.", Kind::Dpa),
            ("# Master Services Agreement\nThe supplier shall maintain a SOC 2 Type 2 report.", Kind::Contract),
            ("# Penetration Test Report\nHeron Platform\nTesters found three things that matter.", Kind::PentestReport),
            (
                "# Certificate of Registration\nThis is to certify that the information security management system of Heron complies with the requirements of ISO/IEC 27001:2022.",
                Kind::Iso27001Certificate,
            ),
            (
                "# Certificate\nThis is to certify that the management system of Heron fulfils the requirements of ISO 9001:2015.",
                Kind::IsoCertificate,
            ),
            (
                "# Statement of Applicability\nISO/IEC 27001:2022\nA.5.1 Policies for information security",
                Kind::StatementOfApplicability,
            ),
            ("# Attestation of Compliance - Service Providers\nPCI DSS v4.0", Kind::PciAoc),
            (
                "# CERTIFICATE OF LIABILITY INSURANCE\nThis certificate is issued as a matter of information only.",
                Kind::InsuranceCertificate,
            ),
            ("# Cyber Essentials\nCertificate of Assurance", Kind::CyberEssentialsCertificate),
            (
                "# CERTIFICATE\nThe certification body of Curlew Cert GmbH\nhereby certifies that the organisation\nHeron AG\nhas established a system according to\nISO/IEC 27001:2022\nStatement of Applicability: Version 3.2",
                Kind::Iso27001Certificate,
            ),
            (
                "May 4, 2031\n# LETTER OF ATTESTATION\n# External Network Penetration Test\nTo whom it may concern:\nCurlew Security tested the platform of Heron, Inc.",
                Kind::PentestReport,
            ),
            ("# Consensus Assessments Initiative Questionnaire v4\nA&A-01.1 Are policies established?", Kind::Caiq),
            (
                "# CSA STAR Certification\nThis certificate confirms that the system meets CSA STAR CCM v4 and ISO/IEC 27001:2022.",
                Kind::CsaStarCertificate,
            ),
            (
                "May 4, 2031\nDear Customer,\nThis letter bridges the time since our SOC 2 report. We are not aware of any material changes.",
                Kind::BridgeLetter,
            ),
            (
                "May 4, 2031\nDear Customer,\nSince our SOC 2 report there were no material changes to the system.",
                Kind::BridgeLetter,
            ),
            (
                "May 4, 2031\nDear Customer,\nSince our SOC 1 report we are not aware of any significant changes.",
                Kind::BridgeLetter,
            ),
            (
                "May 4, 2031\nDear Customer,\nSince our SOC 2 report we have not made any significant changes to our controls.",
                Kind::BridgeLetter,
            ),
            ("# Continued Operations Letter\nSince our SOC 2 report the controls were in place.", Kind::BridgeLetter),
            // What vendors hold up in place of the report (`practice.md` §3.0, A1).
            (
                "# SOC 2 Certificate\nThis certifies that Heron Analytics, Inc. is SOC 2 Type 2 compliant.\nIssued May 4, 2031",
                Kind::Other,
            ),
            (
                "# SOC 2 Readiness Assessment\nHeron Analytics, Inc.\nThe gaps that stand between the company and a SOC 2 Type 2 examination.",
                Kind::SecurityAssessment,
            ),
            (
                "# SOC 2 Executive Summary\nHeron has a SOC 2 Type 2 report on security and availability. Ask for the report.",
                Kind::Other,
            ),
            (
                "May 4, 2031\nTo our customers:\nWe are glad to say that our auditor has begun our SOC 2 Type 2 examination. We expect the report in July.",
                Kind::Other,
            ),
            ("# Privacy Policy\nWe respect the privacy of persons.", Kind::Other),
            ("", Kind::Other),
        ] {
            let r = reading(source);
            assert_eq!(r.kind.value, kind, "kind of: {source}");
            assert_eq!(r.opinion, None, "no opinion in: {source}");
        }
    }
}
