//! Examples of the rules on the report: company and product, kind, opinion, categories, exceptions, firm.

use super::{Example, example as on_good, on};
use crate::{
    Rank, Severity,
    alternative::SubstituteKind,
    fixture::{OTHER, day, document, finding, letter, name, next_audit, person, relied_on},
    rules::RuleOutcome::{Fail, Missing, NotApplicable, Pass, Warn},
    snapshot::{
        Acceptance, AlternativeGrant, AlternativePath, Certificate, Cited, CompanyMatch, CoreControl, CoreScore,
        Evidence, FindingStatus, Licence, PeerReview, ProductMatch, Questionnaire, Snapshot, Source,
    },
};
use countersign_domain::{
    Category, Kind, Opinion, Tier,
    register::{Affiliate, DataClass, Hours, Relation},
};

fn no_evidence(s: &mut Snapshot) {
    s.evidence.clear();
}

fn no_class(s: &mut Snapshot) {
    s.tier = None;
}

fn organization(s: &mut Snapshot, text: &str) {
    s.evidence[0].organization = Some(Cited::on(1, text.to_owned()));
}

fn opinion(s: &mut Snapshot, tier: Tier, opinion: Opinion, touches: Option<bool>) {
    s.tier = Some(tier);
    s.evidence[0].opinion = Some(Cited::on(4, opinion));
    s.evidence[0].judged.opinion_touches_us = touches;
}

fn data(s: &mut Snapshot, classes: &[DataClass]) {
    s.profile.engagements[0].data = Some(classes.iter().copied().collect());
}

fn covers(s: &mut Snapshot, categories: &[Category]) {
    s.evidence[0].categories = Some(Cited::on(3, categories.to_vec()));
}

fn paper(s: &mut Snapshot, kind: Kind) -> &mut Evidence {
    let number = OTHER + s.evidence.len() as u128;
    let mut paper = Evidence::new(document(number), kind);
    paper.report_date = Some(Cited::on(1, day("2026-01-10")));
    s.evidence.push(paper);
    s.evidence.last_mut().expect("just added")
}

/// In place of the report a certificate, with its statement, for a high vendor.
fn certified(s: &mut Snapshot) -> &mut Certificate {
    s.tier = Some(Tier::High);
    s.evidence.remove(0);
    let certificate = paper(s, Kind::Iso27001Certificate);
    certificate.organization = Some(Cited::on(1, "Northwind Ledger".to_owned()));
    let facts = certificate.certificate.insert(Certificate::default());
    facts.expires = Some(Cited::on(1, day("2027-01-31")));
    facts.accreditation = Some(Cited::on(1, "Example Accreditation".to_owned()));
    facts.scope = Some(Cited::on(1, "Northwind Ledger Platform".to_owned()));
    facts.scope_covers_us = Some(true);
    paper(s, Kind::StatementOfApplicability);
    let held = s.evidence.iter_mut().find_map(|evidence| evidence.certificate.as_mut());
    held.expect("just added")
}

/// In place of the report a questionnaire with the penetration test, for a medium vendor.
fn questioned(s: &mut Snapshot) -> &mut Questionnaire {
    s.tier = Some(Tier::Medium);
    s.evidence.remove(0);
    let facts = paper(s, Kind::Caiq).questionnaire.insert(Questionnaire::default());
    facts.answered_on = Some(Cited::on(1, day("2025-12-01")));
    facts.sampled = Some(true);
    facts
}

fn without_report(s: &mut Snapshot, score: CoreScore, granted: bool) {
    s.evidence.remove(0);
    let (granted_on, expires_on) = (day("2026-02-01"), day("2026-07-31"));
    let grant = AlternativeGrant { approver: person(4), rank: Some(Rank::Executive), granted_on, expires_on };
    s.alternative = Some(AlternativePath {
        reason: None,
        letter_only: false,
        substitutes: relied_on(),
        expires_on: Some(day("2026-07-31")),
        scores: CoreControl::ALL.iter().map(|control| (*control, score)).collect(),
        granted: granted.then_some(grant),
    });
}

fn findings(s: &mut Snapshot, severities: &[Severity]) {
    let numbered = severities.iter().enumerate();
    s.findings = Some(numbered.map(|(number, severity)| finding(&format!("f{number}"), *severity)).collect());
}

fn in_family(s: &mut Snapshot, family: &str, count: u32) {
    let exceptions = s.evidence[0].exceptions.as_mut().expect("listed");
    exceptions.count = count;
    exceptions.by_family.insert(family.to_owned(), count);
}

pub(super) const EXAMPLES: &[Example] = &[
    on_good("ENTITY-COMPANY", Pass, "differs in its legal form only", |_| {}),
    on_good("ENTITY-COMPANY", Pass, "a documented affiliate", |s| {
        organization(s, "Fjord Holding AS");
        s.profile.affiliates = vec![Affiliate { name: name("Fjord Holding"), relation: Relation::Parent }];
    }),
    on_good("ENTITY-COMPANY", Warn, "begins alike, relation unknown", |s| organization(s, "Northwind Hosting LLC")),
    on_good("ENTITY-COMPANY", Warn, "judged to be unexplained", |s| {
        s.evidence[0].judged.company = Some(CompanyMatch::Unexplained);
    }),
    on_good("ENTITY-COMPANY", Fail, "the report of its host", |s| organization(s, "Harbor Compute Inc.")),
    on_good("ENTITY-COMPANY", Missing, "not read", |s| s.evidence[0].organization = None),
    on_good("ENTITY-PRODUCT", Pass, "the platform carries the service's name", |_| {}),
    on_good("ENTITY-PRODUCT", Warn, "judged plausible", |s| {
        s.evidence[0].judged.product = Some(ProductMatch::Plausible);
    }),
    on_good("ENTITY-PRODUCT", Fail, "judged different", |s| {
        s.evidence[0].judged.product = Some(ProductMatch::Different);
    }),
    on_good("ENTITY-PRODUCT", Missing, "another name is for a person to judge", |s| {
        s.evidence[0].system = Some(Cited::on(1, "Tide Payments".to_owned()));
    }),
    on_good("ENTITY-PRODUCT", Missing, "what we buy is not entered", |s| s.profile.engagements.clear()),
    on_good("REPORT-EVIDENCE", Pass, "a Type 2", |_| {}),
    on_good("REPORT-EVIDENCE", Pass, "ISO in place of a report for a high vendor", |s| {
        certified(s);
    }),
    on_good("REPORT-EVIDENCE", Warn, "ISO with supplements for a critical one", |s| {
        certified(s);
        s.tier = Some(Tier::Critical);
        paper(s, Kind::Caiq);
    }),
    on_good("REPORT-EVIDENCE", Fail, "ISO alone for a critical one", |s| {
        certified(s);
        s.tier = Some(Tier::Critical);
    }),
    on_good("REPORT-EVIDENCE", Fail, "Type 1 for a high vendor", |s| {
        s.tier = Some(Tier::High);
        s.evidence[0].kind = Kind::Soc2Type1;
        s.next_audit = Some(next_audit("2026-10-01"));
    }),
    on_good("REPORT-EVIDENCE", Warn, "Type 1 with a dated plan for a medium one", |s| {
        s.tier = Some(Tier::Medium);
        s.evidence[0].kind = Kind::Soc2Type1;
        s.next_audit = Some(next_audit("2026-10-01"));
    }),
    on_good("REPORT-EVIDENCE", Pass, "questionnaire and penetration test for a medium one", |s| {
        questioned(s);
    }),
    on_good("REPORT-EVIDENCE", Warn, "core controls shown and granted", |s| {
        without_report(s, CoreScore::Shown, true);
    }),
    on_good("REPORT-EVIDENCE", Fail, "core controls shown, nobody granted", |s| {
        without_report(s, CoreScore::Shown, false);
    }),
    on_good("REPORT-EVIDENCE", Fail, "core controls only said", |s| without_report(s, CoreScore::Said, true)),
    on_good("REPORT-EVIDENCE", Missing, "nothing in the place of the report", |s| {
        without_report(s, CoreScore::Shown, true);
        s.alternative.as_mut().expect("just taken").substitutes.clear();
    }),
    on(
        "2026-08-01",
        on_good("REPORT-EVIDENCE", Missing, "the record of the path without a report has run out", |s| {
            without_report(s, CoreScore::Shown, true);
        }),
    ),
    on_good("REPORT-EVIDENCE", Missing, "nothing held", no_evidence),
    on_good("REPORT-EVIDENCE", Missing, "no class", no_class),
    on_good("REPORT-EVIDENCE", NotApplicable, "a low vendor needs none", |s| {
        s.tier = Some(Tier::Low);
        s.evidence.clear();
        s.profile.contracts.clear();
    }),
    on_good("REPORT-COMPLETE", Pass, "all parts", |_| {}),
    on_good("REPORT-COMPLETE", Warn, "management does not answer", |s| {
        s.evidence[0].missing_parts = Some(vec!["Management's response".to_owned()]);
    }),
    on_good("REPORT-COMPLETE", Fail, "no assertion", |s| {
        s.evidence[0].missing_parts = Some(vec!["Management's assertion".to_owned()]);
    }),
    on_good("REPORT-COMPLETE", Missing, "nobody looked", |s| s.evidence[0].missing_parts = None),
    on_good("REPORT-SOURCE", Pass, "from the portal", |_| {}),
    on_good("REPORT-SOURCE", Warn, "forwarded", |s| s.evidence[0].source = Some(Source::ThirdParty)),
    on_good("REPORT-SOURCE", Warn, "not recorded", |s| s.evidence[0].source = None),
    on_good("REPORT-SOURCE", Fail, "public", |s| s.evidence[0].source = Some(Source::Public)),
    on_good("REPORT-SOURCE", Missing, "no report", no_evidence),
    on_good("REPORT-CERTIFICATE", Pass, "in date and in scope", |s| {
        certified(s);
    }),
    on_good("REPORT-CERTIFICATE", Warn, "scope not judged", |s| certified(s).scope_covers_us = None),
    on(
        "2027-02-01",
        on_good("REPORT-CERTIFICATE", Fail, "expired", |s| {
            certified(s);
        }),
    ),
    on_good("REPORT-CERTIFICATE", Fail, "scope leaves us out", |s| certified(s).scope_covers_us = Some(false)),
    on_good("REPORT-CERTIFICATE", Missing, "its last day is not known", |s| certified(s).expires = None),
    on_good("REPORT-CERTIFICATE", NotApplicable, "there is a report", |_| {}),
    on_good("OPINION-TYPE", Pass, "unqualified", |_| {}),
    on_good("OPINION-TYPE", Fail, "qualified, critical", |s| {
        opinion(s, Tier::Critical, Opinion::Qualified, Some(false));
    }),
    on_good("OPINION-TYPE", Warn, "qualified outside our use, medium", |s| {
        opinion(s, Tier::Medium, Opinion::Qualified, Some(false));
    }),
    on_good("OPINION-TYPE", Fail, "qualified and touches us, medium", |s| {
        opinion(s, Tier::Medium, Opinion::Qualified, Some(true));
    }),
    on_good("OPINION-TYPE", Warn, "qualified, low", |s| opinion(s, Tier::Low, Opinion::Qualified, None)),
    on_good("OPINION-TYPE", Fail, "a disclaimer, low", |s| opinion(s, Tier::Low, Opinion::Disclaimer, None)),
    on_good("OPINION-TYPE", Missing, "not read", |s| s.evidence[0].opinion = None),
    on_good("CATEGORY-COVERED", Pass, "security, availability, confidentiality", |_| {}),
    on_good("CATEGORY-COVERED", Fail, "no availability, and we cannot work without it", |s| {
        covers(s, &[Category::Security, Category::Confidentiality]);
    }),
    on_good("CATEGORY-COVERED", Fail, "short outage makes it one we cannot run without", |s| {
        covers(s, &[Category::Security, Category::Confidentiality]);
        s.profile.engagements[0].dependence = Some(countersign_domain::register::Dependence::Little);
        s.profile.engagements[0].sla_relied_on = Some(false);
        s.profile.engagements[0].tolerable_outage = Some(Hours::new(8).expect("hours"));
    }),
    on_good("CATEGORY-COVERED", Warn, "confidentiality by ISO", |s| {
        covers(s, &[Category::Security, Category::Availability]);
        paper(s, Kind::Iso27001Certificate);
    }),
    on_good("CATEGORY-COVERED", Fail, "no security", |s| {
        covers(s, &[Category::Availability, Category::Confidentiality]);
        paper(s, Kind::Iso27001Certificate);
    }),
    on_good("CATEGORY-COVERED", Pass, "privacy by confidentiality and DPA, as the switch says", |s| {
        data(s, &[DataClass::SpecialPersonal]);
        paper(s, Kind::Dpa);
    }),
    on_good("CATEGORY-COVERED", Fail, "no DPA", |s| data(s, &[DataClass::SpecialPersonal])),
    on_good("CATEGORY-COVERED", Fail, "a controller has no such switch", |s| {
        data(s, &[DataClass::PersonalAsController]);
        paper(s, Kind::Dpa);
    }),
    on_good("CATEGORY-COVERED", Missing, "not read", |s| s.evidence[0].categories = None),
    on_good("CATEGORY-COVERED", Missing, "what it handles is not answered", |s| s.profile.engagements[0].data = None),
    on_good("CATEGORY-PAPERS", Pass, "card data with an AoC", |s| {
        data(s, &[DataClass::PaymentCard]);
        paper(s, Kind::PciAoc);
    }),
    on_good("CATEGORY-PAPERS", Missing, "card data without", |s| data(s, &[DataClass::PaymentCard])),
    on_good("CATEGORY-PAPERS", Missing, "our statements without a SOC 1", |s| {
        s.profile.engagements[0].feeds_financial_statements = Some(true);
    }),
    on(
        "2027-02-15",
        on_good("CATEGORY-PAPERS", Fail, "an AoC of last year", |s| {
            data(s, &[DataClass::PaymentCard]);
            paper(s, Kind::PciAoc);
        }),
    ),
    on_good("CATEGORY-PAPERS", NotApplicable, "nothing needs a paper", |_| {}),
    on_good("EXCEPTION-LISTED", Pass, "none, confirmed", |_| {}),
    on_good("EXCEPTION-LISTED", Warn, "not confirmed", |s| {
        s.evidence[0].exceptions.as_mut().expect("listed").confirmed = false;
    }),
    on_good("EXCEPTION-LISTED", Missing, "not listed", |s| s.evidence[0].exceptions = None),
    on_good("EXCEPTION-OPEN", Pass, "within the limits", |s| findings(s, &[Severity::Medium, Severity::Low])),
    on_good("EXCEPTION-OPEN", Fail, "one high, critical class", |s| findings(s, &[Severity::High])),
    on_good("EXCEPTION-OPEN", Pass, "one high, high class", |s| {
        s.tier = Some(Tier::High);
        findings(s, &[Severity::High]);
    }),
    on_good("EXCEPTION-OPEN", Fail, "three medium", |s| findings(s, &[Severity::Medium; 3])),
    on_good("EXCEPTION-OPEN", Fail, "one critical, low class", |s| {
        s.tier = Some(Tier::Low);
        findings(s, &[Severity::Critical]);
    }),
    on_good("EXCEPTION-OPEN", Pass, "closed ones do not count", |s| {
        findings(s, &[Severity::Critical]);
        s.findings.as_mut().expect("set")[0].status = FindingStatus::Closed;
    }),
    on_good("EXCEPTION-OPEN", Fail, "a verified critical one until a second person closes it", |s| {
        findings(s, &[Severity::Critical]);
        s.findings.as_mut().expect("set")[0].status = FindingStatus::Verified;
    }),
    on_good("EXCEPTION-OPEN", Pass, "verified medium ones do not count", |s| {
        findings(s, &[Severity::Medium; 9]);
        s.findings.as_mut().expect("set").iter_mut().for_each(|one| one.status = FindingStatus::Verified);
    }),
    on_good("EXCEPTION-OPEN", Warn, "overdue", |s| {
        findings(s, &[Severity::Low]);
        s.findings.as_mut().expect("set")[0].due_on = Some(day("2026-02-14"));
    }),
    on_good("EXCEPTION-OPEN", Fail, "an acceptance by too low a rank", |s| {
        findings(s, &[Severity::High]);
        s.acceptances = vec![Acceptance {
            findings: vec!["f0".to_owned()],
            requester: None,
            approver: person(2),
            rank: Some(Rank::RiskOwner),
            granted_on: day("2026-02-01"),
            expires_on: day("2026-03-01"),
        }];
    }),
    on_good("EXCEPTION-OPEN", Fail, "an acceptance by who asked for it", |s| {
        findings(s, &[Severity::High]);
        s.acceptances = vec![Acceptance {
            findings: vec!["f0".to_owned()],
            requester: Some(person(4)),
            approver: person(4),
            rank: Some(Rank::Executive),
            granted_on: day("2026-02-01"),
            expires_on: day("2026-03-01"),
        }];
    }),
    on_good("EXCEPTION-OPEN", Missing, "nobody rated", |s| s.findings = None),
    on_good("EXCEPTION-OPEN", Missing, "one of two not rated", |s| {
        findings(s, &[Severity::Low]);
        s.unrated = Some(1);
    }),
    on_good("EXCEPTION-OPEN", Fail, "over the limit, whatever is not rated yet", |s| {
        findings(s, &[Severity::High]);
        s.unrated = Some(1);
    }),
    on_good("EXCEPTION-FAMILY", Pass, "two in a family", |s| in_family(s, "CC7", 2)),
    on_good("EXCEPTION-FAMILY", Warn, "three in a family", |s| in_family(s, "CC7", 3)),
    on_good("EXCEPTION-FAMILY", Warn, "five about access", |s| in_family(s, "CC6", 5)),
    on_good("EXCEPTION-FAMILY", Fail, "six about access", |s| in_family(s, "CC6", 6)),
    on_good("EXCEPTION-FAMILY", Missing, "not listed", |s| s.evidence[0].exceptions = None),
    on_good("FIRM-LICENCE", Pass, "active", |_| {}),
    on_good("FIRM-LICENCE", Warn, "not checked (§4.5)", |s| s.firm_checks.clear()),
    on_good("FIRM-LICENCE", Warn, "checked on a day to come", |s| s.firm_checks[0].checked_on = day("2026-02-16")),
    on_good("FIRM-LICENCE", Warn, "another firm was checked", |s| s.firm_checks[0].firm = "Other LLP".to_owned()),
    on_good("FIRM-LICENCE", Warn, "other jurisdiction", |s| {
        s.firm_checks[0].licence = Some(Licence::OtherJurisdiction);
    }),
    on("2027-02-12", on_good("FIRM-LICENCE", Warn, "checked a year ago", |_| {})),
    on_good("FIRM-LICENCE", Fail, "lapsed", |s| s.firm_checks[0].licence = Some(Licence::Lapsed)),
    on_good("FIRM-LICENCE", Missing, "the firm is not known", |s| s.evidence[0].firm = None),
    on_good("FIRM-PEER-REVIEW", Pass, "passed", |_| {}),
    on_good("FIRM-PEER-REVIEW", Warn, "with deficiencies", |s| {
        s.firm_checks[0].peer_review = Some(PeerReview::PassWithDeficiencies);
    }),
    on_good("FIRM-PEER-REVIEW", Warn, "new for a year", |s| {
        s.firm_checks[0].peer_review = Some(PeerReview::TooNew);
        s.firm_checks[0].first_report_on = Some(day("2025-02-15"));
    }),
    on_good("FIRM-PEER-REVIEW", Fail, "new for two years", |s| {
        s.firm_checks[0].peer_review = Some(PeerReview::TooNew);
        s.firm_checks[0].first_report_on = Some(day("2024-02-15"));
    }),
    on("2027-05-02", on_good("FIRM-PEER-REVIEW", Fail, "accepted more than 36 months ago", |_| {})),
    on_good("FIRM-PEER-REVIEW", Fail, "not enrolled", |s| {
        s.firm_checks[0].peer_review = Some(PeerReview::NotEnrolled);
    }),
    on_good("FIRM-PEER-REVIEW", Missing, "accepted when?", |s| s.firm_checks[0].peer_review_accepted_on = None),
    on_good("REPORT-RELIABILITY", Pass, "88", |_| {}),
    on_good("REPORT-RELIABILITY", Warn, "50", |s| s.evidence[0].judged.reliability = Some(50)),
    on_good("REPORT-RELIABILITY", Fail, "49", |s| s.evidence[0].judged.reliability = Some(49)),
    on_good("REPORT-RELIABILITY", Fail, "a signal about the firm", |s| {
        s.evidence[0].judged.source_failure = Some(true);
    }),
    on_good("REPORT-RELIABILITY", Missing, "not scored", |s| s.evidence[0].judged.reliability = None),
    on_good("SUPPLEMENT-QUESTIONNAIRE", Pass, "sampled", |s| {
        questioned(s);
    }),
    on_good("SUPPLEMENT-QUESTIONNAIRE", Warn, "not sampled", |s| questioned(s).sampled = None),
    on_good("SUPPLEMENT-QUESTIONNAIRE", Warn, "unfavourable answers", |s| questioned(s).open_answers = Some(2)),
    on(
        "2027-03-02",
        on_good("SUPPLEMENT-QUESTIONNAIRE", Fail, "older than fifteen months", |s| {
            questioned(s);
        }),
    ),
    on_good("SUPPLEMENT-QUESTIONNAIRE", NotApplicable, "the path without a report relies on none", |s| {
        without_report(s, CoreScore::Shown, true);
    }),
    on_good("SUPPLEMENT-QUESTIONNAIRE", Missing, "the path without a report relies on one that is not held", |s| {
        without_report(s, CoreScore::Shown, true);
        let path = s.alternative.as_mut().expect("just taken");
        path.substitutes[1].kind = SubstituteKind::Questionnaire;
        path.substitutes[1].document = Some(document(90));
    }),
    on_good("SUPPLEMENT-QUESTIONNAIRE", NotApplicable, "there is a report", |s| {
        s.evidence.push(letter(30, "2026-01-01", "2026-02-01"));
    }),
];
