//! The audit log: a part of it, whether it is whole, and what its entries say in words.

use crate::{App, fail};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Op, VendorId};
use countersign_store::{AuditEntry, AuditFilter};

/// The most entries that one question gets.
const MOST: u32 = 200;

impl App {
    /// A part of the audit log, newest first.
    pub(crate) fn history_part(&self, input: &w::HistoryQuery) -> Result<Vec<w::HistoryEntry>, Failure> {
        let filter = AuditFilter {
            before: input.before.map(u64::from),
            vendor: input.vendor.map(VendorId::from_uuid),
            ..AuditFilter::default()
        };
        let limit = input.limit.min(MOST);
        let entries = self.opened()?.store.read(|db| db.audit(&filter, limit)).map_err(fail::store)?;
        Ok(entries.iter().map(entry).collect())
    }

    /// Whether the audit log is whole.
    pub(crate) fn chain_report(&self) -> Result<w::ChainReport, Failure> {
        let report = self.opened()?.store.read(|db| db.verify_chain()).map_err(fail::store)?;
        let number = |seq: u64| u32::try_from(seq).unwrap_or(u32::MAX);
        Ok(w::ChainReport { entries: number(report.entries), broken_at: report.broken_at.map(number) })
    }
}

/// How an entry is shown.
pub(crate) fn entry(entry: &AuditEntry) -> w::HistoryEntry {
    w::HistoryEntry {
        seq: u32::try_from(entry.seq).unwrap_or(u32::MAX),
        at: entry.at,
        who: entry.actor_name.clone(),
        op: entry.op.as_str().to_owned(),
        subject: entry.subject.name.clone(),
        detail: entry.detail.clone(),
    }
}

/// What happened, in words for paper.
pub(crate) fn sentence(op: Op, subject: &str) -> String {
    let what = match op {
        Op::CreateWorkspace => "made the workspace",
        Op::ChangeSettings => "changed the settings",
        Op::ChangeProtection => "changed the protection",
        Op::SavePerson => "entered or changed a person",
        Op::ReceiveDocument => "received",
        Op::FileDocument => "filed with the vendor",
        Op::SetDocumentAside => "set aside",
        Op::ReturnDocument => "returned to the inbox",
        Op::JudgeFact => "judged facts of",
        Op::ReadAgain => "read again",
        Op::JudgeEntry => "judged entries of",
        Op::CreateVendor => "entered the vendor",
        Op::ChangeVendor => "changed the vendor",
        Op::MoveVendor => "moved the vendor on",
        Op::ChangeProfile => "changed the register entry of",
        Op::AssignTier => "assigned the tier of",
        Op::TickItem => "ticked a checklist of",
        Op::PlanOffboarding => "planned to leave",
        Op::AnswerCuec => "said our side of what is expected of us by",
        Op::ImportCuecs => "took answers on complementary user entity controls from a table into",
        Op::SaveOwnControl => "entered, changed or removed a control of our own in",
        Op::NameFourthParty => "said which names are of one fourth party in",
        Op::RecordFourthParty => "recorded what is known of a fourth party of",
        Op::RecordMonitoring => "noted something between reviews of",
        Op::CloseMonitoring => "settled or opened again what was noted of",
        Op::ChangeChecklists => "changed the checklists",
        Op::ImportVendors => "imported vendors into",
        Op::UndoImport => "undid an import into",
        Op::RemoveVendor => "removed, with the import that had entered it,",
        Op::RecordDecision => "recorded a decision on",
        Op::StartReview => "started a review of",
        Op::AnswerReview => "answered the review of",
        Op::SignReview => "signed the review of",
        Op::ReadReviewAgain => "read the review again of",
        Op::FinishReview => "finished the review of",
        Op::SavePolicy => "saved the acceptance policy",
        Op::CheckFirm => "checked a firm",
        Op::RequestAcceptance => "asked for a deviation for",
        Op::RefuseAcceptance => "refused or took back a deviation for",
        Op::GrantAcceptance => "recorded what is accepted of",
        Op::RecordAlternative => "recorded the path without a report of",
        Op::WithdrawAlternative => "withdrew the path without a report of",
        Op::EndAcceptance => "ended what was accepted of",
        Op::RecordFinding => "recorded a finding about",
        Op::AssessFinding => "judged a finding about",
        Op::MoveFinding => "followed up a finding about",
        Op::ChangeFinding => "changed a finding about",
        Op::Snooze => "put off what needs attention of",
        Op::Wake => "took back that something was put off of",
        Op::SignDecision => "signed the decision on",
        Op::MeetCondition => "met a condition of the decision on",
        Op::PrintBoard => "printed the summary for the board of",
        Op::ExportRegister => "exported the register of information of",
        Op::UndoCuecImport => "undid a table of answers on complementary user entity controls in",
        Op::TakeInventory => "took a list of names with which the register is compared in",
        Op::MakePacket => "made the packet",
        Op::AttachCopy => "received or named a signed copy of",
        Op::RemoveCopy => "took a document off the signed copy of",
        Op::ConfirmSigned => "said who signed on paper",
    };
    format!("{what}: {subject}")
}
