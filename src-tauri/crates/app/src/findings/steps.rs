//! Steps with findings: all that are named go on, or none does (`practice.md` §5.3, §5.5).

use super::{
    Found, Gathered, Item,
    accept::Asked,
    record::{Becomes, Writer, of},
};
use crate::{App, fail, names as shared, people};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    AcceptanceId, Action, DocumentId, Filing, FindingStatus, FindingStep, LongText, Op, Person, Rank,
    finding::{Move, Proof, Refused},
};
use countersign_store::{AcceptanceEnd, AcceptanceRow, DocumentFilter};
use serde_json::json;
use std::collections::HashMap;
use uuid::Uuid;

/// What a step needs, as it was read from the input.
enum Given<'g> {
    Ask(NaiveDate),
    Receive(DocumentId, Option<u32>),
    Verify(&'g Person, LongText),
    Close,
    Accept(Box<Asked<'g>>),
    NotApplicable(LongText),
    Supersede,
    Reopen(LongText),
}

impl App {
    /// Takes a step with findings.
    pub(crate) fn move_findings(&self, input: &w::MoveFindings) -> Result<w::FindingsView, Failure> {
        let opened = self.opened()?;
        let accepts = matches!(input.step, w::FindingMove::Accept(_));
        let action = if accepts { Action::Decide } else { Action::FollowFindings };
        let (person, permit) = opened.permit(action)?;
        let now = self.clock.now();
        let (gathered, named) = self.named(&opened, &input.keys)?;
        let given = given(&input.step, &gathered)?;
        if let Given::Receive(document, page) = given {
            let rows = opened.store.read(|db| db.documents(DocumentFilter::All)).map_err(fail::store)?;
            let received = rows.iter().map(|row| &row.document).find(|received| received.id == document);
            if page.is_some_and(|page| received.is_some_and(|received| !(1..=received.pages).contains(&page))) {
                return Err(fail::invalid("page", Problem::WrongForm));
            }
            let filing = received.map(|received| received.filing);
            let of_vendor = |found: &Found| filing == Some(Filing::Filed { vendor: found.vendor.id });
            if !of(&gathered, &named).all(of_vendor) {
                return Err(fail::invalid("evidence", Problem::ProofMissing));
            }
        }
        let mut all = Vec::new();
        // Acceptances that the step asks for, and those that it ends, by finding.
        let (mut asks, mut ends) = (HashMap::new(), HashMap::new());
        for found in of(&gathered, &named) {
            let mut becomes = Becomes::of(self, found, &person, now);
            self.step(&mut becomes, found, &given, &gathered, (&person, now))?;
            if let Given::Accept(accepted) = &given {
                if gathered.waiting(becomes.finding.id, self.clock.today()) {
                    return Err(fail::invalid("key", Problem::ApprovalWaits));
                }
                asks.insert(becomes.finding.id, self.asked_for(&becomes.finding, accepted, &person, now)?);
            }
            if let Some(ended) = ended(&found.item, &given, &person, self.clock.today()) {
                ends.insert(becomes.finding.id, ended);
            }
            all.push(becomes);
        }
        let writer = Writer { person, permit, now };
        let op = if accepts { Op::RequestAcceptance } else { Op::MoveFinding };
        let keys = writer.write(&opened, op, all, |db, finding| {
            if let Some((id, end)) = ends.get(&finding.id) {
                db.end_acceptance(*id, end)?;
            }
            asks.get(&finding.id).map_or(Ok(()), |row| db.insert_acceptance_request(row))
        })?;
        self.views_of(&opened, &keys)
    }

    /// Lets one finding take the step, or says why not.
    fn step(
        &self,
        becomes: &mut Becomes,
        found: &Found,
        given: &Given<'_>,
        gathered: &Gathered,
        (person, now): (&Person, DateTime<Utc>),
    ) -> Result<(), Failure> {
        let (standing, today) = (found.item.standing(), self.clock.today());
        let limits = found.item.risk_limits(&gathered.policy, super::assumed(standing.severity));
        let step = match given {
            Given::Ask(answer_by) => Move::Ask { answer_by: *answer_by },
            Given::Receive(evidence, _) => Move::Receive { evidence: *evidence },
            Given::Verify(by, _) => Move::Verify { by: by.id },
            Given::Close => Move::Close { by: person.id },
            Given::Accept(it) => {
                Move::Accept { requester: it.requester.id, approver: it.approver, expires: it.expires, limits }
            }
            Given::NotApplicable(_) => Move::NotApplicable,
            Given::Supersede => Move::Supersede { tests_clean: found.item.tested_clean.is_some() },
            Given::Reopen(_) => Move::Reopen,
        };
        let status = match standing.after(&step, today).map_err(|refused| refusal(step.step(), refused))? {
            // It is accepted once whoever is named approves it (`decisions/0042`).
            FindingStatus::Accepted => standing.status,
            status => status,
        };
        let finding = &mut becomes.finding;
        finding.status = status;
        if matches!(status, FindingStatus::Open | FindingStatus::WithVendor) {
            // What somebody had verified does not stand up: it is verified anew, by whoever does.
            finding.verified_by = None;
        }
        match given {
            Given::Ask(answer_by) => {
                finding.answer_due = Some(*answer_by);
                becomes.note("answer_by", answer_by.to_string());
            }
            Given::Receive(document, page) => {
                let proof = Proof { document: *document, page: *page, by: Some(person.id), at: Some(now) };
                // The same one again is the same proof, on another page perhaps.
                finding.proofs.retain(|earlier| earlier.document != *document);
                finding.proofs.push(proof);
                becomes.note("evidence", gathered.files.get(document).cloned());
                becomes.note("page", *page);
            }
            Given::Verify(by, note) => {
                finding.verified_by = Some(by.id);
                becomes.note("verified_by", by.name.as_str());
                becomes.note("note", note.as_str());
            }
            Given::Accept(it) => {
                becomes.note("approver", json!({ "name": it.approver.name, "rank": it.rank }));
                becomes.note("requester", it.requester.name.as_str());
                becomes.note("reason", it.reason.as_str());
                becomes.note("expires", it.expires.to_string());
            }
            Given::NotApplicable(reason) | Given::Reopen(reason) => becomes.note("reason", reason.as_str()),
            Given::Close | Given::Supersede => {}
        }
        if matches!(status, FindingStatus::Closed | FindingStatus::NotApplicable | FindingStatus::Superseded) {
            becomes.finding.settled_by = Some(person.id);
        }
        becomes.changed("status", standing.status.as_str(), status.as_str());
        Ok(())
    }
}

/// Reads what a step needs.
fn given<'g>(step: &w::FindingMove, gathered: &'g Gathered) -> Result<Given<'g>, Failure> {
    let acts = |id: Uuid, field: &str| -> Result<&'g Person, Failure> {
        let found = gathered.people.iter().find(|person| person.active && person.id.uuid() == id);
        found.ok_or_else(|| fail::invalid(field, Problem::WrongForm))
    };
    Ok(match step {
        w::FindingMove::Ask { answer_by } => Given::Ask(*answer_by),
        w::FindingMove::Receive { evidence, page } => Given::Receive(DocumentId::from_uuid(*evidence), *page),
        w::FindingMove::Verify { by, note } => Given::Verify(acts(*by, "by")?, people::long_text("note", note)?),
        w::FindingMove::Close {} => Given::Close,
        w::FindingMove::Accept(it) => {
            let approver = acts(it.approver, "approver")?;
            // Who has no rank at all is refused by the guard, whatever stands here.
            let rank = Rank::of(&approver.roles).unwrap_or(Rank::TeamMember);
            Given::Accept(Box::new(Asked {
                requester: acts(it.requester, "requester")?,
                approver,
                rank,
                reason: people::long_text("reason", &it.reason)?,
                worst_case: people::long_text("worst_case", &it.worst_case)?,
                compensations: people::long_text("compensations", &it.compensations)?,
                plan: people::long_text("plan", &it.plan)?,
                residual: shared::risk(it.residual),
                expires: it.expires,
            }))
        }
        w::FindingMove::NotApplicable { reason } => Given::NotApplicable(people::long_text("reason", reason)?),
        w::FindingMove::Supersede {} => Given::Supersede,
        w::FindingMove::Reopen { reason } => Given::Reopen(people::long_text("reason", reason)?),
    })
}

/// The acceptance of a finding that is in force on paper.
pub(super) fn in_force(item: &Item, today: NaiveDate) -> Option<&AcceptanceRow> {
    item.acceptance.as_ref().map(|(row, _)| row).filter(|row| row.ended.is_none() && row.expires >= today)
}

/// The acceptance that a step ends, where one is in force on paper and what it accepts is no longer accepted.
fn ended(item: &Item, given: &Given<'_>, person: &Person, today: NaiveDate) -> Option<(AcceptanceId, AcceptanceEnd)> {
    let row = in_force(item, today)?;
    let why = match given {
        Given::Reopen(reason) | Given::NotApplicable(reason) => reason.clone(),
        Given::Supersede => LongText::parse("The next report tests the control without exception.").ok()?,
        Given::Accept(_) | Given::Ask(_) | Given::Receive(..) | Given::Verify(..) | Given::Close => return None,
    };
    Some((row.id, AcceptanceEnd { on: today, by: person.id, why }))
}

/// Gives the failure of a step that is refused.
pub(super) fn refusal(step: FindingStep, refused: Refused) -> Failure {
    let field = match step {
        FindingStep::Ask => "answer_by",
        FindingStep::Accept => "expires",
        _ => "key",
    };
    match refused {
        Refused::NotFromHere(status) => fail::finding_not_now(status),
        Refused::NotAssessed => fail::invalid("key", Problem::NotAssessed),
        Refused::InThePast => fail::invalid(field, Problem::InThePast),
        Refused::TooLate { latest } => fail::invalid("expires", Problem::TooLate { latest }),
        Refused::SamePerson => fail::invalid("approver", Problem::SamePerson),
        Refused::RankTooLow { needed } => {
            fail::invalid("approver", Problem::RankTooLow { needed: shared::rank_name(needed) })
        }
        Refused::SecondPerson => fail::invalid("key", Problem::SecondPersonCloses),
        Refused::TouchesUs => fail::invalid("key", Problem::TouchesUs),
        Refused::NotTestedClean => fail::invalid("key", Problem::NotTestedClean),
    }
}
