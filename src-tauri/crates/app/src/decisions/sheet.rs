//! What stands on the sheet before a decision: the evidence, what to look at first, and proposals.

use super::{residual, settles};
use crate::{
    App,
    acceptance::{self, Weighed},
    alternative, documents, fail,
    names::{self, json_name},
    people,
    register::standing::{self, Known},
    reviews, vendors,
};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Action, Opinion, Person, Role, Tier, Vendor, VendorId, organization};
use countersign_policy::{
    AgeLimits, Conclusion, Coverage, Policy, RuleOutcome, months,
    rules::{Case, Family, Rule},
    snapshot::Snapshot as Facts,
};
use countersign_store::{DocumentFilter, DocumentRow};
use uuid::Uuid;
use w::Caution;

impl App {
    /// What stands on the sheet before a decision.
    pub(crate) fn decision_sheet(&self, id: Uuid) -> Result<w::DecisionSheet, Failure> {
        let known = self.known_vendor(id)?;
        let opened = self.opened()?;
        let vendor = &known.vendor;
        let (held, people, draft, in_use, register, exit_list) = opened
            .store
            .read(|db| {
                let held = db.documents(DocumentFilter::FiledWith(vendor.id))?;
                let draft = db.draft(&draft_name(vendor.id))?;
                let register = (Known::of(db, vendor)?, standing::exit_list(db)?);
                Ok((held, db.persons()?, draft, db.in_use(vendor)?, register.0, register.1))
            })
            .map_err(fail::store)?;
        let today = self.clock.today();
        let (weighed, reviews, findings) = opened
            .store
            .read(|db| {
                let weighed = acceptance::weighed(db, vendor.id, self.day())?;
                Ok((weighed, db.reviews(vendor.id)?, db.findings_of(vendor.id)?))
            })
            .map_err(fail::store)?;
        let mut cautions = cautions(vendor, &held, &weighed, today);
        if let Some(open) = reviews.iter().find(|row| row.finished.is_none()) {
            cautions.push(Caution::ReviewUnderWay { number: open.number });
        } else if reviews.is_empty() && !held.is_empty() {
            cautions.push(Caution::NoReview);
        }
        for row in held.iter().filter(|row| row.summary.contradictions > 0) {
            let reading = self.known_document(row.document.id.uuid())?.stored.reading;
            cautions.extend(reading.contradictions.into_iter().map(|contradiction| Caution::Contradiction {
                document: row.document.id.uuid(),
                message: contradiction.message,
            }));
        }
        let standing = register.standing(&known, &exit_list, self.day());
        cautions.extend(standing::passed(&standing).into_iter().map(|gap| Caution::Missing { gap }));
        let without_report =
            opened.store.read(|db| alternative::taken(db, vendor.id, &weighed, today)).map_err(fail::store)?;
        let proposed_review = next_review(vendor.tier, &weighed.policy, today);
        let active: Vec<&Person> = people.iter().filter(|person| person.active).collect();
        Ok(w::DecisionSheet {
            vendor: vendors::row(&known, self.short_verdict(&opened, vendor.id)?, &standing),
            documents: documents::rows(&held, &people),
            cautions,
            possible: vendor.stage.way_to_decision().is_some(),
            in_use,
            people: active.iter().map(|person| people::view(person)).collect(),
            next_review: without_report.as_ref().map_or(proposed_review, |taken| taken.until.min(proposed_review)),
            approvers: weighed.conclusion.approvers.iter().copied().map(names::role_name).collect(),
            requester: weighed.facts.profile.requester.map(countersign_domain::PersonId::uuid),
            verdict: names::verdict_name(weighed.verdict),
            unanswered: unanswered(&weighed.conclusion),
            findings: settles::choices(&findings),
            review: reviews::latest_finished(&reviews).and_then(|row| {
                let (finished_at, _) = row.finished?;
                Some(w::ReviewedBefore { review: row.id.uuid(), number: row.number, finished_at })
            }),
            signers: signers(vendor, &weighed, &active, opened.actor()?.id.uuid()),
            residual: residual::residual(&weighed),
            proposed: without_report.map_or_else(Vec::new, |taken| taken.conditions),
            // A draft of another version of the program is no draft.
            draft: draft.and_then(|draft| serde_json::from_value(draft).ok()),
        })
    }

    /// Keeps what is typed of a decision.
    pub(crate) fn keep_decision_draft(&self, input: &w::SaveDecisionDraft) -> Result<w::Nothing, Failure> {
        let opened = self.opened()?;
        opened.permit(Action::Decide)?;
        self.known_vendor(input.vendor)?;
        let draft = input.draft.as_ref().map(serde_json::to_value).transpose().map_err(fail::unexpected)?;
        let name = draft_name(VendorId::from_uuid(input.vendor));
        opened.store.keep_draft(&name, draft.as_ref()).map_err(fail::store)?;
        Ok(w::Nothing {})
    }
}

/// The name under which the draft of a vendor's decision is kept.
pub(super) fn draft_name(vendor: VendorId) -> String {
    format!("decision/{vendor}")
}

/// The day of the next review: the longest time between reviews of the class, or a year where there is none.
fn next_review(tier: Option<Tier>, policy: &Policy, today: NaiveDate) -> NaiveDate {
    months::add(today, tier.map_or(12, |tier| AgeLimits::from(policy.tier(tier)).review_every))
}

/// The rules that warn or fail and that nothing answers.
fn unanswered(conclusion: &Conclusion) -> Vec<w::OpenRule> {
    let open = conclusion.results.iter().filter(|weighed| {
        let matters = matches!(weighed.result.outcome, RuleOutcome::Warn | RuleOutcome::Fail);
        weighed.is_open() && matters && weighed.result.family != Family::Process
    });
    open.map(|weighed| w::OpenRule {
        code: weighed.result.code.to_owned(),
        title: Rule::of_code(weighed.result.code).map_or_else(String::new, |rule| rule.title.to_owned()),
        found: weighed.result.found.to_string(),
    })
    .collect()
}

/// Who signs by default: the vendor's owner and who holds the roles that the policy asks for (`practice.md` §4.3, §7.2), each
/// once; where that is nobody, who acts. Where the proposal would be the requester alone, or one person for a vendor on which
/// much depends, somebody else who may approve is proposed too.
fn signers(vendor: &Vendor, weighed: &Weighed, active: &[&Person], actor: Uuid) -> Vec<Uuid> {
    let approvers = &weighed.conclusion.approvers;
    let roles: &[Role] = if approvers.is_empty() { &[Role::BusinessOwner] } else { approvers };
    let mut signers: Vec<Uuid> = Vec::new();
    let owner = vendor.owner.filter(|owner| active.iter().any(|person| person.id == *owner));
    signers.extend(owner.map(countersign_domain::PersonId::uuid));
    for role in roles {
        if *role == Role::BusinessOwner && owner.is_some() {
            continue;
        }
        let already = signers.iter().any(|id| active.iter().any(|person| person.id.uuid() == *id && person.has(*role)));
        if already {
            continue;
        }
        let next = active.iter().find(|person| person.has(*role) && !signers.contains(&person.id.uuid()));
        signers.extend(next.map(|person| person.id.uuid()));
    }
    if signers.is_empty() {
        signers.push(actor);
    }
    let requester = weighed.facts.profile.requester.map(countersign_domain::PersonId::uuid);
    let two = weighed.policy.settings().acceptance.two_people;
    let much = vendor.tier.is_some_and(|tier| *two.of(tier));
    if signers.len() == 1 && (much || signers.first().copied() == requester) {
        let second = [Role::Executive, Role::SecurityOwner, Role::Procurement, Role::SecondReader, Role::Reviewer];
        let other = |role: &Role| {
            let found = active.iter().find(|person| person.has(*role) && !signers.contains(&person.id.uuid()));
            found.map(|person| person.id.uuid())
        };
        let other = second.iter().find_map(other);
        signers.extend(other);
    }
    signers
}

/// What a person should look at first.
fn cautions(vendor: &Vendor, held: &[DocumentRow], weighed: &Weighed, today: NaiveDate) -> Vec<Caution> {
    let mut cautions = Vec::new();
    if vendor.tier.is_none() {
        cautions.push(Caution::NoTier);
    }
    if held.is_empty() {
        cautions.push(Caution::NoEvidence);
    } else if !held.iter().any(|row| row.summary.kind.is_attestation()) {
        cautions.push(Caution::NoReport);
    }
    let profile = &weighed.facts.profile;
    let group = || profile.affiliates.iter().map(|affiliate| &affiliate.name);
    let names = || std::iter::once(&vendor.name).chain(&vendor.aliases).chain(&profile.legal_name).chain(group());
    for row in held {
        let document = row.document.id.uuid();
        if row.summary.open_facts > 0 {
            cautions.push(Caution::OpenFacts { document, count: row.summary.open_facts });
        }
        if let Some(opinion @ (Opinion::Qualified | Opinion::Adverse | Opinion::Disclaimer)) = row.summary.opinion {
            cautions.push(Caution::ModifiedOpinion { document, opinion: json_name(opinion) });
        }
        let other = row.summary.organization.as_ref().filter(|named| {
            row.summary.kind.is_attestation() && !names().any(|name| organization::same(named, name.as_str()))
        });
        if let Some(organization) = other {
            cautions.push(Caution::OtherOrganization { document, organization: organization.clone() });
        }
    }
    // A report that counts for several services is cautioned of once.
    for (facts, conclusion) in by_service(weighed) {
        let caution = match vendor.tier {
            Some(tier) => dates(tier, (facts, conclusion), &weighed.policy, today),
            None => old_for_any(facts, &weighed.policy, today),
        };
        cautions.extend(caution.filter(|caution| !cautions.contains(caution)));
    }
    cautions
}

/// What is weighed of each service with its conclusion, or of the vendor where no paper tells services apart.
fn by_service(weighed: &Weighed) -> Vec<(&Facts, &Conclusion)> {
    if weighed.facts.of_services.is_empty() {
        return vec![(&*weighed.facts, &weighed.conclusion)];
    }
    let parts = weighed.facts.of_services.iter().zip(&weighed.conclusion.services);
    parts.map(|(part, of)| (&part.facts, &of.conclusion)).collect()
}

/// Whether what is held is older than even the most patient class accepts, for a vendor of none.
fn old_for_any(facts: &Facts, policy: &Policy, today: NaiveDate) -> Option<Caution> {
    let case = Case::new(facts, policy, today);
    let report = case.soc2()?;
    let age_months = Coverage::new(report.covers_to()?.value, &[]).age(today);
    let most = Tier::ALL.iter().map(|tier| i32::from(policy.tier(*tier).max_age_months)).max()?;
    (age_months > most).then(|| Caution::TooOld { document: report.id.uuid(), age_months, max_age_months: most })
}

/// Whether what is held has run out by its dates, as the rules say: the report is older than the class accepts, or nothing
/// covers the time since for longer than it accepts.
fn dates(tier: Tier, (facts, conclusion): (&Facts, &Conclusion), policy: &Policy, today: NaiveDate) -> Option<Caution> {
    let case = Case::new(facts, policy, today);
    let report = case.soc2()?;
    let aged = conclusion.results.iter().find(|weighed| weighed.result.code == "DATE-AGE")?;
    if matches!(aged.result.outcome, RuleOutcome::Warn | RuleOutcome::Fail) {
        let max_age_months = i32::from(policy.tier(tier).max_age_months);
        let age_months = Coverage::new(report.covers_to()?.value, &[]).age(today);
        return Some(Caution::TooOld { document: report.id.uuid(), age_months, max_age_months });
    }
    let until = conclusion.evidence_until?.day;
    (today > until).then(|| Caution::EvidenceOver { document: report.id.uuid(), until })
}
