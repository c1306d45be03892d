//! Freezes what a decision rests on: everything that its packet will say, as it is at this moment.

mod accepted;
mod answers;
mod asks;
mod before;
mod contracts;
mod covered;
pub(super) mod register;
mod reliance;
mod services;
mod subservice;
mod tiering;

use crate::{
    acceptance,
    clock::{Clock, Day},
    cuecs,
    documents::{self, values},
    findings::Item,
    people, session,
    vendors::coverage,
};
use chrono::NaiveDate;
use countersign_domain::{
    Citation, Decision, DocumentId, EffectiveFact, FactKey, Finding, Person, PersonId, Role, Sha256, Vendor, Verdict,
    finding::{Response, Source, rating},
    signing,
};
use countersign_packet::input::{
    Design, Event, FORMAT, FindingOrigin, FrozenCitation, FrozenCondition, FrozenDecision, FrozenDocument, FrozenFact,
    FrozenFinding, FrozenOutcome, FrozenPages, FrozenPolicy, FrozenResidual, FrozenRule, FrozenVendor, FrozenVerdict,
    Locale, PacketName, Paper, Signer, Span, Standing,
};
use countersign_policy::{
    rules::{CitedPage, Rule},
    verdict::Standing as Answer,
};
use countersign_store::{AuditEntry, AuditFilter, DocumentFilter, DocumentRow, PolicyRow, Snapshot, StoreError};
use std::collections::{BTreeMap, HashMap};

/// How many events of a vendor's history a packet lists at the most.
const EVENTS: u32 = 500;

/// The number of a decision's packet as it is printed.
pub(crate) fn number_of(decision: u32) -> String {
    format!("P-{decision:04}")
}

/// Gives the frozen inputs as canonical JSON; `shared` says how many other vendors rest on each party of the report.
pub(super) fn freeze(
    db: &Snapshot<'_>,
    decision: &Decision,
    vendor: &Vendor,
    policy: &PolicyRow,
    clock: &dyn Clock,
    shared: &HashMap<String, u32>,
) -> Result<String, StoreError> {
    let people = db.persons()?;
    let settled = if decision.conditions.iter().any(|duty| duty.finding.is_some()) {
        db.findings_of(vendor.id)?
    } else {
        Vec::new()
    };
    let facts = db.workspace()?;
    let held = held(db, vendor)?;
    let labels: Labels = held.iter().enumerate().map(|(at, row)| (row.document.id, label(at))).collect();
    let mut documents = documents(db, vendor, &people)?;
    let day = Day::new(clock, decision.decided_on);
    let weighed = acceptance::weighed(db, vendor.id, day)?;
    for (document, row) in documents.iter_mut().zip(&held) {
        // What was received in the night of UTC came on another day where people sit.
        document.received_on = Some(clock.day_of(document.received_at));
        let evidence = weighed.facts.evidence.iter().find(|evidence| evidence.id == row.document.id);
        document.source = evidence.and_then(|evidence| evidence.source).map(|source| source.title().to_owned());
    }
    let (events, events_left_out) = events(db, vendor)?;
    let counts = services::main(&weighed, decision.decided_on).soc2().map(|report| report.id);
    let counting = cuecs::counting::of_facts(&weighed.facts, &weighed.policy, decision.decided_on);
    let review = answers::freeze(db, decision, &weighed, &labels, day)?;
    let verdict = verdict(&weighed, &labels, decision.decided_on);
    let mut frozen = FrozenDecision {
        format: FORMAT.to_owned(),
        organisation: facts.organisation.to_string(),
        workspace: facts.id.to_string(),
        packet: PacketName { number: number_of(decision.number), version: 1 },
        paper: Paper::A4,
        locale: Locale::En,
        vendor: FrozenVendor {
            name: vendor.name.to_string(),
            service: vendor.service.as_ref().map(ToString::to_string),
            tier: vendor.tier,
            tier_reason: vendor.tier_reason.as_ref().map(ToString::to_string),
            owner: vendor.owner.map(|owner| titled(&people, owner)),
            in_use: db.in_use(vendor)?,
        },
        decision: FrozenOutcome {
            number: decision.number,
            outcome: decision.outcome,
            reason: decision.reason.to_string(),
            conditions: decision
                .conditions
                .iter()
                .map(|condition| FrozenCondition {
                    what: condition.what.to_string(),
                    owner: people::name_in(&people, condition.owner),
                    due: condition.due,
                    before_go_live: condition.before_go_live,
                    rule: condition.rule.as_ref().map(ToString::to_string),
                    finding: condition
                        .finding
                        .and_then(|id| settled.iter().find(|finding| finding.id == id))
                        .map(Finding::label),
                })
                .collect(),
            residual: decision
                .residual
                .as_ref()
                .map(|residual| FrozenResidual { level: residual.level, words: residual.words.to_string() }),
            next_review: decision.next_review,
            evidence_good_until: weighed.conclusion.evidence_until.map(|until| until.day),
            decided_on: decision.decided_on,
            recorded_by: people::name_in(&people, decision.recorded_by),
            recorded_at: decision.recorded_at,
        },
        register: Some(register::freeze(&weighed.facts.profile, &people)),
        tiering: Some(tiering::freeze(db, vendor, &weighed, &people, day)?),
        cuecs: Some(cuecs::freeze(db, vendor, &counting, &people, &labels)?),
        subservice: Some(subservice::freeze(db, &weighed, &labels, shared, decision.decided_on)?),
        gaps: answers::gaps(decision, &weighed, &labels),
        accepted: accepted::freeze(db, vendor, &weighed, &people, decision.decided_on)?,
        design: Design::Sixth,
        coverage: covered::freeze(&weighed, &labels, decision.decided_on),
        reliance: reliance::freeze(&weighed, &verdict, review.as_ref(), &people, decision.decided_on),
        tests: tests(db, counts, &labels)?,
        contracts: contracts::freeze(&weighed, decision.decided_on),
        review,
        verdict: Some(verdict),
        findings: findings(&weighed, &labels, &people),
        policy: Some(FrozenPolicy { version: policy.version, sha256: Sha256::of(policy.policy.as_bytes()) }),
        signers: signers(&people, vendor, &weighed.conclusion.approvers, &decision.signers),
        documents,
        events,
        events_left_out,
        earlier: Vec::new(),
        changes: Vec::new(),
        previous: None,
        sign_offs: Vec::new(),
        appendices: Vec::new(),
        fonts: Vec::new(),
        logo: session::logo_of(db)?,
    };
    (frozen.earlier, frozen.changes) = before::freeze(db, decision, vendor, &people, &frozen)?;
    serde_json::to_string(&frozen).map_err(|error| StoreError::Unexpected { detail: error.to_string() })
}

/// The pages on which the report that counts has its tests.
fn tests(db: &Snapshot<'_>, counts: Option<DocumentId>, labels: &Labels) -> Result<Option<FrozenPages>, StoreError> {
    let Some((report, label)) = counts.and_then(|report| Some((report, labels.get(&report)?))) else { return Ok(None) };
    let stored = db.document(report)?.ok_or(StoreError::Missing { what: "document" })?;
    Ok(covered::tests(label, &stored.reading, stored.document.pages))
}

/// How the packet names the documents.
type Labels = HashMap<DocumentId, String>;

fn label(at: usize) -> String {
    format!("D{}", at + 1)
}

/// What the rules gave, rule by rule.
fn verdict(weighed: &acceptance::Weighed, labels: &Labels, today: NaiveDate) -> FrozenVerdict {
    FrozenVerdict {
        verdict: weighed.verdict.as_str().to_owned(),
        rules: weighed
            .conclusion
            .results
            .iter()
            .map(|weighed| FrozenRule {
                code: weighed.result.code.to_owned(),
                outcome: weighed.result.outcome.as_str().to_owned(),
                found: weighed.result.found.to_string(),
                title: Rule::of_code(weighed.result.code).map(|rule| rule.title.to_owned()),
                required: Some(weighed.result.required.to_string()),
                cited: cited(&weighed.result.citations, labels),
                accepted_until: weighed.result.accepted_until,
                answered: answered(weighed.standing).map(str::to_owned),
            })
            .collect(),
        services: services::freeze(weighed, labels, today),
    }
}

/// What answers a rule, as it is frozen; `None` where it is met.
pub(super) const fn answered(standing: Answer) -> Option<&'static str> {
    match standing {
        Answer::Met => None,
        Answer::Open => Some("open"),
        Answer::Accepted { .. } => Some("accepted"),
        Answer::Condition { .. } => Some("condition"),
        Answer::Note => Some("note"),
    }
}

/// The documents of a vendor as they are frozen: the main report first, then reports by their end, then the rest; the id last,
/// so that the order never changes.
pub(super) fn documents(
    db: &Snapshot<'_>,
    vendor: &Vendor,
    people: &[Person],
) -> Result<Vec<FrozenDocument>, StoreError> {
    let held = held(db, vendor)?;
    let main = coverage::main_report(&held).map(|row| row.document.id);
    held.iter().enumerate().map(|(at, row)| document(db, row, at, Some(row.document.id) == main, people)).collect()
}

fn held(db: &Snapshot<'_>, vendor: &Vendor) -> Result<Vec<DocumentRow>, StoreError> {
    let mut held = db.documents(DocumentFilter::FiledWith(vendor.id))?;
    let main = coverage::main_report(&held).map(|row| row.document.id);
    held.sort_by_key(|row| {
        let is_main = Some(row.document.id) == main;
        (!is_main, !row.summary.kind.is_attestation(), std::cmp::Reverse(row.summary.to), row.document.id)
    });
    Ok(held)
}

/// The pages that a rule cites, by document in the order of the packet.
fn cited(citations: &[CitedPage], labels: &Labels) -> Vec<FrozenPages> {
    let mut pages: BTreeMap<(usize, &str), Vec<u32>> = BTreeMap::new();
    for page in citations {
        let Some(label) = labels.get(&page.document) else { continue };
        let numbers = pages.entry((label.len(), label.as_str())).or_default();
        if !numbers.contains(&page.page) {
            numbers.push(page.page);
        }
    }
    pages.into_iter().map(|((_, label), pages)| FrozenPages { label: label.to_owned(), pages }).collect()
}

/// What is found about the vendor and not put away as not applying to us, the gravest first; what was recorded stands before
/// what nobody has recorded.
fn findings(weighed: &acceptance::Weighed, labels: &Labels, people: &[Person]) -> Vec<FrozenFinding> {
    // What was recorded of an earlier report and is not settled stands as well.
    let stands = |item: &&Item| {
        item.current && (item.recorded || item.stated) || item.recorded && !item.standing().status.is_settled()
    };
    let mut items: Vec<&Item> = weighed.findings.iter().filter(stands).collect();
    items.sort_by_key(|item| (std::cmp::Reverse(item.finding.severity()), !item.recorded, item.finding.number));
    items.into_iter().map(|item| finding(item, weighed, labels, people)).collect()
}

fn finding(item: &Item, weighed: &acceptance::Weighed, labels: &Labels, people: &[Person]) -> FrozenFinding {
    let (finding, days) = (&item.finding, item.days(&weighed.policy));
    let said = &finding.said;
    let assessed = finding.assessment.as_ref();
    let (document, origin) = match &finding.source {
        Source::Exception { document, .. } => (labels.get(document).cloned(), FindingOrigin::Document),
        Source::Rule(_) => (None, FindingOrigin::Rule),
        Source::Hand => (None, FindingOrigin::Person),
    };
    let mut response_pages: Vec<u32> = said.response_citations.iter().map(|citation| citation.page).collect();
    response_pages.dedup();
    FrozenFinding {
        label: item.recorded.then(|| finding.label()),
        control: said.control_id.clone(),
        result: said.result.clone(),
        document,
        citations: said.citations.iter().map(place).collect(),
        rate: said.rate.map(|rate| [rate.deviating(), rate.tested()]),
        response: said.response.clone(),
        credibility: assessed.and_then(|assessed| assessed.inputs.response).map(Response::points),
        severity: finding.severity().map(|severity| severity.title().to_owned()),
        score: assessed.map(|assessed| rating::score(&assessed.inputs).0),
        status: item.standing().status.title().to_owned(),
        owner: finding.owner.map(|owner| people::name_in(people, owner)),
        until: days.acceptance_ends.or(days.answer).or(days.treat),
        response_pages,
        origin: Some(origin),
        nature: assessed.and_then(|assessed| assessed.inputs.nature).map(|nature| nature.title().to_owned()),
    }
}

fn place(citation: &Citation) -> FrozenCitation {
    FrozenCitation { page: citation.page, label: citation.label.clone(), quote: citation.quote.clone() }
}

fn titled(people: &[Person], id: countersign_domain::PersonId) -> String {
    let name = people::name_in(people, id);
    let title = people.iter().find(|person| person.id == id).and_then(|person| person.title.as_ref());
    title.map_or_else(|| name.clone(), |title| format!("{name}, {title}"))
}

/// Those who sign, in their order, with the roles in which they do.
fn signers(people: &[Person], vendor: &Vendor, approvers: &[Role], signers: &[PersonId]) -> Vec<Signer> {
    let known: Vec<&Person> = signers.iter().filter_map(|id| people.iter().find(|person| person.id == *id)).collect();
    let roles = signing::roles(&known, vendor.owner, approvers);
    let signer = |(person, roles): (&&Person, Vec<Role>)| Signer {
        name: person.name.to_string(),
        title: person.title.as_ref().map(ToString::to_string),
        role: signing::titles(&roles),
    };
    known.iter().zip(roles).map(signer).collect()
}

fn document(
    db: &Snapshot<'_>,
    row: &DocumentRow,
    at: usize,
    main: bool,
    people: &[Person],
) -> Result<FrozenDocument, StoreError> {
    let known = documents::known(db, row.document.id)?.ok_or(StoreError::Missing { what: "document" })?;
    let facts = known.facts();
    let document = &row.document;
    Ok(FrozenDocument {
        label: label(at),
        kind: facts.kind(),
        main,
        file_name: document.file_name.to_string(),
        pages: document.pages,
        bytes: document.bytes,
        sha256: document.sha256,
        received_at: document.received_at,
        received_by: people::name_in(people, document.received_by),
        span: facts.span().map(|(start, end)| Span { start, end }),
        categories: facts.categories(),
        opinion: facts.opinion(),
        facts: facts.relevant().map(|fact| frozen_fact(fact, people)).collect(),
        received_on: None,
        reported_on: facts.date(FactKey::ReportDate),
        source: None,
    })
}

fn frozen_fact(fact: &EffectiveFact, people: &[Person]) -> FrozenFact {
    let printed = |value: &serde_json::Value| shown(fact.key, value);
    let was = || fact.read.as_ref().map(|read| printed(&read.value));
    let by = |judgement: &countersign_domain::Judgement| people::name_in(people, judgement.by);
    let overruled = matches!(
        fact.judgement.as_ref().map(|judgement| &judgement.verdict),
        Some(Verdict::Corrected { .. } | Verdict::Rejected)
    );
    let standing = match &fact.judgement {
        None => Standing::Open,
        Some(judgement) => match &judgement.verdict {
            Verdict::Confirmed => Standing::Confirmed { by: by(judgement) },
            Verdict::Corrected { .. } | Verdict::Added { .. } => Standing::Corrected { by: by(judgement), was: was() },
            Verdict::Rejected => Standing::Rejected { by: by(judgement), was: was() },
            Verdict::Withdrawn => Standing::Open,
        },
    };
    FrozenFact {
        key: fact.key,
        label: values::label(fact.key).to_owned(),
        value: fact.value().map(printed),
        basis: fact.basis(),
        // Where a person overruled the reader, the place that was read does not support what holds; theirs does.
        citations: if overruled || fact.differs() { fact.cited() } else { fact.citations().to_vec() }
            .iter()
            .map(place)
            .collect(),
        standing,
    }
}

fn shown(key: FactKey, value: &serde_json::Value) -> String {
    values::printed(key, value)
}

/// What happened to the vendor and its documents so far, oldest first, and how much of it is too old to be listed.
fn events(db: &Snapshot<'_>, vendor: &Vendor) -> Result<(Vec<Event>, u32), StoreError> {
    let filter = AuditFilter { vendor: Some(vendor.id), ..AuditFilter::default() };
    let mut entries = db.audit(&filter, EVENTS)?;
    entries.reverse();
    // Only a history that is longer than what is listed is counted.
    let left_out = if entries.len() < EVENTS as usize { 0 } else { db.audit_count(&filter)?.saturating_sub(EVENTS) };
    let event = |entry: AuditEntry| Event {
        at: entry.at,
        who: entry.actor_name,
        what: crate::history::sentence(entry.op, &entry.subject.name),
    };
    Ok((entries.into_iter().map(event).collect(), left_out))
}
