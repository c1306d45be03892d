//! What stands on the sheet before a decision: the evidence, what to look at first, and proposals.

use crate::{
    App, documents, fail,
    names::json_name,
    people,
    register::standing::{self, Known},
    vendors,
};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Action, Opinion, Person, Role, Tier, Vendor, VendorId};
use countersign_policy::{AgeLimits, months};
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
        let mut cautions = cautions(vendor, &held, today);
        for row in held.iter().filter(|row| row.summary.contradictions > 0) {
            let reading = self.known_document(row.document.id.uuid())?.stored.reading;
            cautions.extend(reading.contradictions.into_iter().map(|contradiction| Caution::Contradiction {
                document: row.document.id.uuid(),
                message: contradiction.message,
            }));
        }
        let standing = register.standing(&known, &exit_list, today);
        cautions.extend(standing::passed(&standing).into_iter().map(|gap| Caution::Missing { gap }));
        let active: Vec<&Person> = people.iter().filter(|person| person.active).collect();
        Ok(w::DecisionSheet {
            vendor: vendors::row(&known, self.short_verdict(&opened, vendor.id)?, standing::count(&standing)),
            documents: documents::rows(&held, &people),
            cautions,
            possible: vendor.stage.way_to_decision().is_some(),
            in_use,
            people: active.iter().map(|person| people::view(person)).collect(),
            next_review: next_review(vendor.tier, today),
            signers: signers(vendor, &active, opened.actor()?.id.uuid()),
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
fn next_review(tier: Option<Tier>, today: NaiveDate) -> NaiveDate {
    months::add(today, tier.map_or(12, |tier| AgeLimits::of(tier).review_every))
}

/// Who signs by default: the vendor's owner and who holds the deciding roles of its class (`practice.md` §4.3, §7.2), each
/// once; where that is nobody, who acts.
fn signers(vendor: &Vendor, active: &[&Person], actor: Uuid) -> Vec<Uuid> {
    let roles: &[Role] = match vendor.tier {
        Some(Tier::Critical) => &[Role::BusinessOwner, Role::SecurityOwner, Role::Executive],
        Some(Tier::High) => &[Role::BusinessOwner, Role::SecurityOwner, Role::Procurement],
        Some(Tier::Medium) => &[Role::BusinessOwner, Role::SecurityOwner],
        Some(Tier::Low) | None => &[Role::BusinessOwner],
    };
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
    if signers.is_empty() { vec![actor] } else { signers }
}

/// What a person should look at first.
fn cautions(vendor: &Vendor, held: &[DocumentRow], today: NaiveDate) -> Vec<Caution> {
    let mut cautions = Vec::new();
    if vendor.tier.is_none() {
        cautions.push(Caution::NoTier);
    }
    if held.is_empty() {
        cautions.push(Caution::NoEvidence);
    } else if !held.iter().any(|row| row.summary.kind.is_attestation()) {
        cautions.push(Caution::NoReport);
    }
    let names = || std::iter::once(&vendor.name).chain(&vendor.aliases);
    for row in held {
        let document = row.document.id.uuid();
        if row.summary.open_facts > 0 {
            cautions.push(Caution::OpenFacts { document, count: row.summary.open_facts });
        }
        if let Some(opinion @ (Opinion::Qualified | Opinion::Adverse | Opinion::Disclaimer)) = row.summary.opinion {
            cautions.push(Caution::ModifiedOpinion { document, opinion: json_name(opinion) });
        }
        let other = row.summary.organization.as_ref().filter(|organization| {
            row.summary.kind.is_attestation()
                && !names().any(|name| documents::suggest::same_name(organization, name.as_str()))
        });
        if let Some(organization) = other {
            cautions.push(Caution::OtherOrganization { document, organization: organization.clone() });
        }
    }
    cautions.extend(vendor.tier.and_then(|tier| dates(tier, held, today)));
    cautions
}

/// Whether what is held has run out by its dates: the report is older than the class accepts, or nothing covers the time
/// since for longer than it accepts.
fn dates(tier: Tier, held: &[DocumentRow], today: NaiveDate) -> Option<Caution> {
    let document = vendors::coverage::main_report(held)?.document.id.uuid();
    let coverage = vendors::coverage::covered(held)?;
    let limits = AgeLimits::of(tier);
    let until = coverage.evidence_until(limits);
    // A report is as old as its limit until a full month more has passed; the day after the limit is too late already.
    if today > months::add(coverage.report_end, limits.max_age) {
        let max_age_months = limits.max_age.cast_signed();
        Some(Caution::TooOld { document, age_months: coverage.age(today), max_age_months })
    } else if today > until {
        Some(Caution::EvidenceOver { document, until })
    } else {
        None
    }
}
