//! What people of the sample do: each action is a command of the program, one after the other in the past.

use super::{
    cast::{self, People, VendorCard},
    past::Past,
    profiles,
    report::{Truth, Typeset},
};
use crate::{App, Founding, clock::Clock as _, documents::values, fail};
use chrono::Days;
use countersign_contract::{Commands as _, Failure, wire as w};
use countersign_domain::FactKey;
use countersign_packet::typeset::TypesetError;
use std::{path::Path, sync::Arc};
use tempfile::TempDir;
use uuid::Uuid;

/// A workspace in which things happen.
pub(super) struct Story {
    app: Arc<App>,
    clock: Arc<Past>,
    /// Where documents lie before they are received.
    desk: TempDir,
    /// Who acts in it.
    pub(super) people: People,
}

impl Story {
    /// Makes the workspace and enters the people.
    pub(super) fn begin(app: Arc<App>, clock: Arc<Past>, path: &Path, days_ago: u64) -> Result<Self, Failure> {
        clock.go_to(days_ago);
        let (name, title, roles) = cast::PROCUREMENT;
        let founding = Founding {
            organisation: cast::ORGANISATION.to_owned(),
            person: name.to_owned(),
            title: Some(title.to_owned()),
            passphrase: None,
        };
        let session = app.create_at(path, founding)?;
        let founder = session.workspace.ok_or(Failure::NoWorkspace)?.actor.id;
        let save = |id: Option<Uuid>, (name, title, roles): cast::Role| {
            clock.pass(2);
            let person = w::SavePerson {
                id,
                name: name.to_owned(),
                title: Some(title.to_owned()),
                roles: roles.to_vec(),
                active: true,
            };
            app.person_save(person).map(|person| person.id)
        };
        let people = People {
            security: save(None, cast::SECURITY)?,
            executive: save(None, cast::EXECUTIVE)?,
            legal: save(None, cast::LEGAL)?,
            // The founder had every role until the others were there.
            procurement: save(Some(founder), (name, title, roles))?,
        };
        let desk = TempDir::new().map_err(fail::unexpected)?;
        Ok(Self { app, clock, desk, people })
    }

    /// Goes on so many days before today, with a person who acts from then on.
    pub(super) fn on(&self, days_ago: u64, person: Uuid) -> Result<(), Failure> {
        self.clock.go_to(days_ago);
        self.app.actor_set(w::SetActor { person })?;
        Ok(())
    }

    /// Lets some minutes pass before the next action.
    fn pass(&self) {
        self.clock.pass(7);
    }

    /// Enters a vendor on its day.
    pub(super) fn enter(&self, card: &VendorCard) -> Result<Uuid, Failure> {
        self.on(card.entered, self.people.procurement)?;
        self.pass();
        let typed = card.typed(&self.people);
        let parts = profiles::parts(&typed.name, &self.people, self.clock.today());
        // Where the answers are known, the class follows from them; elsewhere it is chosen by hand.
        let answered = !parts.is_empty();
        let class = if answered { None } else { typed.tier };
        let vendor = self.app.vendor_save(w::SaveVendor { tier: class, ..typed })?.row.id;
        for part in parts {
            self.pass();
            self.app.register_save(w::SavePart { vendor, part })?;
        }
        if answered {
            self.pass();
            self.app.tier_assign(w::AssignTier { vendor, tier: None, reason: None })?;
        }
        Ok(vendor)
    }

    /// Writes the plan to leave, or looks at it again, and tests the export where work stops without the vendor.
    pub(super) fn plan_to_leave(&self, vendor: Uuid, stops_work: bool) -> Result<(), Failure> {
        self.pass();
        let today = self.clock.today();
        let written = Some(w::LastDonePart::On { day: Some(today) });
        let part = w::ContinuityPart { exit_plan: written, ..profiles::continuity(stops_work, today) };
        self.app.register_save(w::SavePart { vendor, part: w::RegisterPart::Continuity(Box::new(part)) })?;
        Ok(())
    }

    /// Takes a step with a vendor.
    pub(super) fn step(&self, vendor: Uuid, step: w::StepName) -> Result<(), Failure> {
        self.pass();
        self.app.vendor_move(w::MoveVendor { vendor, step })?;
        Ok(())
    }

    /// Receives a document under a file name; it waits in the inbox.
    pub(super) fn receive(
        &self,
        file_name: &str,
        document: Result<Typeset, TypesetError>,
    ) -> Result<(Uuid, Truth), Failure> {
        self.pass();
        let document = document.map_err(fail::unexpected)?;
        let dated = document.truth.dated;
        debug_assert!(dated.is_none_or(|day| day < self.clock.today()), "nothing is received before it is written");
        let path = self.desk.path().join(file_name);
        std::fs::write(&path, &document.bytes).map_err(fail::unexpected)?;
        match self.app.receive_now(path, None)?.state {
            w::JobState::Stored { document: id } => Ok((id, document.truth)),
            other => Err(fail::unexpected(format!("a sample document was not taken: {other:?}"))),
        }
    }

    /// Goes through what was read: corrects what differs from what the document says and confirms the rest.
    pub(super) fn check(&self, (document, truth): &(Uuid, Truth)) -> Result<(), Failure> {
        let facts = self.app.document(w::DocumentRef { document: *document })?.facts;
        for key in FactKey::ALL {
            let read = facts.iter().find(|fact| fact.key == key.as_str()).and_then(|fact| fact.value.as_ref());
            let said = truth.value(key).and_then(|value| values::to_wire(key, &value));
            let Some(value) = said.filter(|said| read != Some(said)) else { continue };
            self.pass();
            let reason = match key {
                FactKey::AuditorLocation => "Stands in the letterhead on the cover; the signature names no city.",
                _ => "Stands in the document; was not read from it.",
            };
            self.app.fact_judge(w::JudgeFact {
                document: *document,
                key: key.as_str().to_owned(),
                verdict: w::VerdictInput::Correct { value },
                cite: Vec::new(),
                reason: Some(reason.to_owned()),
            })?;
        }
        self.pass();
        let view = self.app.facts_confirm(w::DocumentRef { document: *document })?;
        // What the document does not say is confirmed one by one, as a person who looked for it does.
        let absent = view.facts.iter().filter(|fact| fact.standing == w::Standing::Open);
        let absent: Vec<FactKey> = absent.filter_map(|fact| FactKey::from_name(&fact.key)).collect();
        self.confirm(*document, &absent)
    }

    /// Confirms single facts.
    pub(super) fn confirm(&self, document: Uuid, keys: &[FactKey]) -> Result<(), Failure> {
        for key in keys {
            self.pass();
            self.app.fact_judge(w::JudgeFact {
                document,
                key: key.as_str().to_owned(),
                verdict: w::VerdictInput::Confirm,
                cite: Vec::new(),
                reason: None,
            })?;
        }
        Ok(())
    }

    /// Files a document with a vendor.
    pub(super) fn file(&self, document: Uuid, vendor: Uuid) -> Result<(), Failure> {
        self.pass();
        self.app.document_file(w::FileDocument { document, vendor: w::FilingTarget::Existing { vendor } })?;
        Ok(())
    }

    /// Receives, checks and files.
    pub(super) fn take_in(
        &self,
        vendor: Uuid,
        file_name: &str,
        document: Result<Typeset, TypesetError>,
    ) -> Result<(), Failure> {
        let received = self.receive(file_name, document)?;
        self.check(&received)?;
        self.file(received.0, vendor)
    }

    /// Records a decision; the day of the next review and the signers are those that the sheet proposes.
    pub(super) fn decide(&self, vendor: Uuid, decision: Decided) -> Result<Uuid, Failure> {
        self.clock.pass(35);
        let sheet = self.app.decision_prepare(w::VendorRef { vendor })?;
        let next_review = match decision.outcome {
            w::OutcomeName::Approved | w::OutcomeName::ApprovedWithConditions => Some(sheet.next_review),
            _ => None,
        };
        let recorded = self.app.decision_record(w::RecordDecision {
            vendor,
            outcome: decision.outcome,
            reason: decision.reason.to_owned(),
            conditions: decision.conditions,
            signers: sheet.signers,
            next_review,
            residual: decision.residual,
        })?;
        Ok(recorded.id)
    }

    /// Has everybody who is named in a decision sign it; who acted goes on acting.
    pub(super) fn sign(&self, decision: Uuid, person: Uuid) -> Result<(), Failure> {
        for signer in self.app.decision(w::DecisionRef { decision })?.signers {
            self.pass();
            self.app.actor_set(w::SetActor { person: signer.id })?;
            self.app.decision_sign(w::SignDecision { decision, agrees: true, comment: None })?;
        }
        self.app.actor_set(w::SetActor { person })?;
        Ok(())
    }

    /// Makes the packet of a decision.
    pub(super) fn print(&self, decision: Uuid, paper: w::Paper) -> Result<(), Failure> {
        self.pass();
        self.app.packet_make(w::MakePacket { decision, paper, append: Vec::new(), sign_offs: false })?;
        Ok(())
    }

    /// Judges the exceptions that a vendor's reports state, gives them an owner, and asks the vendor where it is to answer.
    pub(super) fn follow(&self, vendor: Uuid, owner: Uuid, judged: Judged) -> Result<(), Failure> {
        for finding in self.app.findings(w::FindingsQuery { vendor: Some(vendor) })?.findings {
            self.pass();
            let w::ProposedInputs { extent, nature, response, history, opinion_modified } = finding.proposed;
            let inputs = w::SeverityInputsView {
                impact: judged.impact,
                exposure: judged.exposure,
                extent,
                nature,
                late_found_nothing: false,
                history,
                harm: w::HarmName::Unknown,
                vendor_compensation: false,
                own_compensation: judged.own_compensation,
                response: Some(response),
                fix_verified: false,
                opinion_modified,
            };
            let saved = self.app.finding_assess(w::AssessFinding { key: finding.key, inputs, reason: None })?;
            let keys: Vec<String> = saved.findings.into_iter().map(|saved| saved.key).collect();
            self.pass();
            let change = w::FindingChange::Owner { owner: Some(owner) };
            self.app.findings_change(w::ChangeFindings { keys: keys.clone(), change })?;
            if let Some(days) = judged.answer_in {
                self.pass();
                let answer_by = self.clock.today() + Days::new(days);
                self.app.findings_move(w::MoveFindings { keys, step: w::FindingMove::Ask { answer_by } })?;
            }
        }
        Ok(())
    }

    /// The program in which it happens.
    pub(super) fn app(&self) -> &App {
        &self.app
    }
}

/// What is decided, and why.
pub(super) struct Decided {
    pub(super) outcome: w::OutcomeName,
    pub(super) reason: &'static str,
    pub(super) conditions: Vec<w::ConditionInput>,
    pub(super) residual: Option<w::ResidualInput>,
}

impl Decided {
    /// A decision without conditions.
    pub(super) fn plain(outcome: w::OutcomeName, reason: &'static str) -> Self {
        Self { outcome, reason, conditions: Vec::new(), residual: None }
    }

    /// With the risk that stays; an approval says it.
    pub(super) fn leaving(self, level: w::RiskName, words: &str) -> Self {
        Self { residual: Some(w::ResidualInput { level, words: words.to_owned() }), ..self }
    }
}

/// How grave an exception is, and within how many days the vendor is to answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judged {
    pub(super) impact: w::ImpactName,
    pub(super) exposure: w::ExposureName,
    pub(super) own_compensation: w::OwnCompensationName,
    pub(super) answer_in: Option<u64>,
}
