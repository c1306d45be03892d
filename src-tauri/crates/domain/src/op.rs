//! What people do, in one vocabulary: the audit log, the answers of writes and the history screen all use it.

use serde::{Deserialize, Serialize};

macro_rules! ops {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// One kind of user action.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Op {
            $($(#[$doc])* #[serde(rename = $text)] $name,)*
        }

        impl Op {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name used in the audit log and on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }

            /// Finds the op of that name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$name),)* _ => None }
            }
        }
    };
}

ops! {
    /// A workspace is made.
    CreateWorkspace = "workspace.create";
    /// Organisation name or other settings change.
    ChangeSettings = "workspace.settings";
    /// A passphrase is set, changed or removed.
    ChangeProtection = "workspace.protection";
    /// A person is entered or changed.
    SavePerson = "person.save";
    /// A document is received.
    ReceiveDocument = "document.receive";
    /// A document is put with a vendor.
    FileDocument = "document.file";
    /// A document is judged to be no evidence.
    SetDocumentAside = "document.set_aside";
    /// A document goes back to the inbox.
    ReturnDocument = "document.return";
    /// A fact is confirmed, corrected, rejected, or such a judgement is withdrawn.
    JudgeFact = "fact.judge";
    /// A document is read again, and the new reading takes the place of the one before.
    ReadAgain = "document.read_again";
    /// An entry of a list is confirmed, corrected, rejected, added, or such a judgement is withdrawn.
    JudgeEntry = "entry.judge";
    /// A vendor is entered.
    CreateVendor = "vendor.create";
    /// A vendor is changed.
    ChangeVendor = "vendor.change";
    /// A vendor goes a step of its lifecycle.
    MoveVendor = "vendor.move";
    /// What the register says of a vendor changes: services, contracts, contacts, continuity.
    ChangeProfile = "vendor.profile";
    /// A vendor gets its class.
    AssignTier = "vendor.tier";
    /// An item of a list is ticked for a vendor, or the tick is taken back.
    TickItem = "vendor.checklist";
    /// Leaving a vendor is planned, or the plan changes.
    PlanOffboarding = "vendor.offboarding";
    /// Our side of a complementary user entity control is said, changed or taken back.
    AnswerCuec = "cuec.answer";
    /// Our side of several such controls is taken from a table.
    ImportCuecs = "cuec.import";
    /// Such a table is undone.
    UndoCuecImport = "cuec.import_undo";
    /// A control of our own is entered, changed or removed.
    SaveOwnControl = "own_control.save";
    /// Names of subservice organizations are said to be of one party, or not.
    NameFourthParty = "fourth_party.name";
    /// What is known of a vendor's dependence on a subservice organization is said.
    RecordFourthParty = "fourth_party.record";
    /// Something is noted of a vendor between reviews, or changed.
    RecordMonitoring = "monitoring.record";
    /// What was noted is settled, or opened again.
    CloseMonitoring = "monitoring.close";
    /// The lists that people work through change.
    ChangeChecklists = "workspace.checklists";
    /// Vendors are entered and changed from a file.
    ImportVendors = "vendor.import";
    /// An import is undone.
    UndoImport = "vendor.import_undo";
    /// A vendor that an undone import had entered is removed.
    RemoveVendor = "vendor.remove";
    /// A list of names is taken with which the register is compared.
    TakeInventory = "inventory.take";
    /// A decision is recorded.
    RecordDecision = "decision.record";
    /// A review is started.
    StartReview = "review.start";
    /// What was answered in a review that is signed now.
    AnswerReview = "review.answer";
    /// A review is signed by its reviewer, or the signature is taken back.
    SignReview = "review.sign";
    /// A signed review is read again by somebody else.
    ReadReviewAgain = "review.second_read";
    /// A review is finished and never changes again.
    FinishReview = "review.finish";
    /// A version of the acceptance policy is saved.
    SavePolicy = "policy.save";
    /// A firm that examines vendors is checked.
    CheckFirm = "firm.check";
    /// A deviation from a rule is asked for.
    RequestAcceptance = "acceptance.request";
    /// A deviation that was asked for is refused, or taken back.
    RefuseAcceptance = "acceptance.refuse";
    /// A deviation from a rule or an acceptance of a finding is signed.
    GrantAcceptance = "acceptance.grant";
    /// The path without a current SOC 2 report is recorded for a vendor.
    RecordAlternative = "alternative.record";
    /// A version of that path is withdrawn.
    WithdrawAlternative = "alternative.withdraw";
    /// What was accepted is ended before its day.
    EndAcceptance = "acceptance.end";
    /// Something found about a vendor is recorded, so that it is followed up.
    RecordFinding = "finding.record";
    /// How grave a finding is, is judged.
    AssessFinding = "finding.assess";
    /// A finding goes a step on.
    MoveFinding = "finding.move";
    /// Owner, day, cause or note of a finding change.
    ChangeFinding = "finding.change";
    /// What needs attention is put off until a day.
    Snooze = "attention.snooze";
    /// What was put off comes back before its day.
    Wake = "attention.wake";
    /// Who is named in a decision agrees or declines.
    SignDecision = "decision.sign";
    /// A duty of a decision is done.
    MeetCondition = "condition.done";
    /// A packet is made from a decision.
    MakePacket = "packet.make";
    /// The summary of all vendors for those who govern is printed.
    PrintBoard = "board.print";
    /// The register of information of a financial entity leaves the program.
    ExportRegister = "register.export";
    /// A document is received or said to be a signed copy of a packet.
    AttachCopy = "packet.copy";
    /// A document is said to be no copy of a packet.
    RemoveCopy = "packet.copy_remove";
    /// Who signed a packet on paper is confirmed, put right or taken back.
    ConfirmSigned = "packet.signed";
}
