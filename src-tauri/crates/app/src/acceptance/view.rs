//! How a vendor under the policy is shown.

use super::{
    grant::{self, deviation_until},
    request as asked_for,
};
use crate::{App, application::Opened, fail, firms, names};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Person, VendorId};
use countersign_policy::{
    Conclusion, Policy, Severity, Verdict, due,
    request::{self, Correspondents},
    rules::{Case, CitedPage, Rule},
    snapshot::{OfServices, Snapshot as Facts},
    standard,
    verdict::{EvidenceUntil, OfService, Standing, Weighed},
};
use countersign_store::{AcceptanceKind, DocumentFilter};

impl App {
    /// How a conclusion is shown, with everything that explains it.
    pub(super) fn evaluation_view(
        &self,
        opened: &Opened,
        id: VendorId,
        policy: &Policy,
        facts: &Facts,
        conclusion: &Conclusion,
    ) -> Result<w::EvaluationView, Failure> {
        let today = self.clock.today();
        let (vendor, people, held, signed, asked, organisation, recorded) = opened
            .store
            .read(|db| {
                Ok((
                    db.vendor(id)?,
                    db.persons()?,
                    db.documents(DocumentFilter::FiledWith(id))?,
                    db.acceptances_of(id)?,
                    db.acceptance_requests(Some(id))?,
                    db.workspace()?.organisation,
                    firms::Recorded::of(db)?,
                ))
            })
            .map_err(fail::store)?;
        let vendor = vendor.ok_or_else(|| fail::not_found("vendor"))?;
        let sender = opened.actor()?;
        let letter = letter(&vendor, facts, policy, conclusion, (organisation.as_str(), &sender), today);
        let mut firms: Vec<w::FirmView> = Vec::new();
        for paper in facts.evidence.iter().filter(|paper| paper.kind.is_attestation()) {
            let Some(firm) = &paper.firm else { continue };
            if firms.iter().any(|known| firms::folded(&known.name) == firms::folded(&firm.value)) {
                continue;
            }
            let location = paper.firm_location.as_ref().map(|location| location.value.clone());
            let named = firms::Named { name: firm.value.clone(), location, vendors: vec![vendor.name.to_string()] };
            firms.push(firms::view(named, &recorded, &people, policy));
        }
        Ok(w::EvaluationView {
            vendor: id.uuid(),
            name: vendor.name.to_string(),
            tier: vendor.tier.map(names::tier_name),
            policy_version: policy.version(),
            as_of: today,
            verdict: names::verdict_name(conclusion.verdict),
            deciding: owned(&conclusion.deciding),
            unanswered: owned(&conclusion.unanswered),
            escalate_to: conclusion.escalate_to.map(names::rank_name),
            rules: conclusion.results.iter().map(|weighed| rule(weighed, facts, policy, today)).collect(),
            before_signing: owned(&conclusion.before_signing),
            approvers: conclusion.approvers.iter().copied().map(names::role_name).collect(),
            evidence_until: conclusion.evidence_until.map(until),
            holds_until: conclusion.holds_until,
            next_review: conclusion.next_review,
            asks: conclusion
                .asks
                .iter()
                .map(|ask| w::AskView { line: ask.line(), of_vendor: ask.is_for_vendor() })
                .collect(),
            letter,
            documents: held
                .iter()
                .map(|row| w::EvaluatedDocument {
                    document: row.document.id.uuid(),
                    kind: names::json_name(row.summary.kind),
                    file_name: row.document.file_name.to_string(),
                })
                .collect(),
            firms,
            acceptances: signed
                .iter()
                .filter(|row| row.kind == AcceptanceKind::Deviation)
                .filter_map(|row| grant::view(row, &people, today))
                .collect(),
            requests: asked
                .iter()
                .filter_map(|row| asked_for::view(row, &people, sender.id, (self.clock.day_of(row.recorded_at), today)))
                .collect(),
            services: services(facts, policy, conclusion, today),
        })
    }
}

fn until(until: EvidenceUntil) -> w::EvidenceUntilView {
    w::EvidenceUntilView { day: until.day, limited_by: until.limited_by.title().to_owned() }
}

/// What the rules give for each service, where papers tell services apart.
fn services(
    facts: &Facts,
    policy: &Policy,
    conclusion: &Conclusion,
    today: NaiveDate,
) -> Vec<w::ServiceEvaluationView> {
    let parts = facts.of_services.iter().zip(&conclusion.services);
    let view = |(part, of): (&OfServices, &OfService)| {
        let concluded = &of.conclusion;
        let title = |code: &&str| Rule::of_code(code).map(|rule| rule.title.to_owned());
        let open = concluded.results.iter().filter(|weighed| weighed.is_open());
        Some(w::ServiceEvaluationView {
            service: part.services.first()?.uuid(),
            name: of.name.clone(),
            verdict: names::verdict_name(concluded.verdict),
            deciding: concluded.deciding.iter().filter_map(title).collect(),
            open: open.map(|weighed| weighed.result.code.to_owned()).collect(),
            evidence_until: concluded.evidence_until.map(until),
            report: Case::new(&part.facts, policy, today).soc2().map(|report| report.id.uuid()),
        })
    };
    parts.filter_map(view).collect()
}

fn owned(codes: &[&'static str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

fn rule(weighed: &Weighed, facts: &Facts, policy: &Policy, today: NaiveDate) -> w::RuleView {
    let result = &weighed.result;
    let rule = Rule::of_code(result.code).expect("a result is of a rule");
    // A page on which several of its facts stand is named once, where it comes first.
    let mut cited: Vec<CitedPage> = Vec::new();
    for page in &result.citations {
        if !cited.contains(page) {
            cited.push(*page);
        }
    }
    let page = |cited: &CitedPage| w::CitedPageView { document: cited.document.uuid(), page: cited.page };
    w::RuleView {
        code: result.code.to_owned(),
        family: result.family.title().to_owned(),
        title: rule.title.to_owned(),
        outcome: names::rule_outcome_name(result.outcome),
        required: result.required.to_string(),
        found: result.found.to_string(),
        citations: cited.iter().map(page).collect(),
        satisfied_by: result.satisfied_by.iter().map(|document| document.uuid()).collect(),
        acceptable_by: result.acceptable_by.map(names::rank_name),
        deviation_until: deviation_until(result, facts, policy, today).ok(),
        standing: standing(weighed.standing),
        asks: result.asks.iter().map(countersign_policy::Ask::line).collect(),
        help: w::RuleHelp {
            checks: rule.help.checks.to_owned(),
            why: rule.help.why.to_owned(),
            evidence: rule.help.evidence.to_owned(),
            resolve: rule.help.resolve.to_owned(),
        },
        source: standard::origin(rule.source),
        questions: rule.questions.iter().map(|question| (*question).to_owned()).collect(),
    }
}

const fn standing(standing: Standing) -> w::StandingView {
    match standing {
        Standing::Met => w::StandingView::Met,
        Standing::Open => w::StandingView::Open,
        Standing::Accepted { until } => w::StandingView::Accepted { until },
        Standing::Condition { due } => w::StandingView::Condition { due },
        Standing::Note => w::StandingView::Note,
    }
}

/// The letter that asks for what is missing. What keeps the vendor from being accepted is asked for with less time.
fn letter(
    vendor: &countersign_domain::Vendor,
    facts: &Facts,
    policy: &Policy,
    conclusion: &Conclusion,
    (company, sender): (&str, &Person),
    today: NaiveDate,
) -> Option<w::RequestLetterView> {
    let severity = match conclusion.verdict {
        Verdict::Reject | Verdict::Escalate => Severity::High,
        Verdict::MoreEvidence | Verdict::AcceptWithConditions | Verdict::Accept => Severity::Medium,
    };
    let contact = facts.profile.contacts.iter().find(|contact| contact.email.is_some());
    let who = Correspondents {
        vendor: vendor.name.as_str(),
        contact: contact.map(|contact| contact.name.as_str()),
        company: Some(company),
        sender: Some(sender.name.as_str()),
        answer_by: due::first_answer(policy, severity, today),
    };
    let letter = request::letter(&conclusion.asks, who)?;
    let to = contact.and_then(|contact| contact.email.as_ref()).map(ToString::to_string);
    Some(w::RequestLetterView { to, subject: letter.subject, body: letter.body })
}
