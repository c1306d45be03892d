//! The second part of the list of commands: vendors, what is found about them, policy, reviews.

/// Calls a macro with the commands given, followed by those of this part; only [`for_each_command!`](crate::for_each_command)
/// uses it.
#[doc(hidden)]
#[macro_export]
macro_rules! __commands_of_vendors {
    ($callback:path { $($before:tt)* }) => {
        $crate::__commands_of_decisions! { $callback {
            $($before)*
            /// The register.
            read vendors($crate::wire::Nothing) -> Vec<$crate::wire::VendorRow> [Vendors, Documents, Decisions, Policy];
            /// A vendor with all that is held about it.
            read vendor($crate::wire::VendorRef) -> $crate::wire::VendorView [Vendors, Documents, Decisions, Reviews, History, People, Policy, Session];
            /// Enters or changes a vendor.
            write vendor_save($crate::wire::SaveVendor) -> $crate::wire::VendorView [Vendors, Documents, Decisions, Session, History];
            /// Takes a step of the lifecycle.
            write vendor_move($crate::wire::MoveVendor) -> $crate::wire::VendorView [Vendors, History];
            /// All that the register says of a vendor beyond its row: services, contracts, continuity, class, what is missing.
            read register($crate::wire::VendorRef) -> $crate::wire::RegisterView [Vendors, Documents, Decisions, People];
            /// Writes a part of it.
            write register_save($crate::wire::SavePart) -> $crate::wire::RegisterView [Vendors, History];
            /// Takes a service or contract out of it.
            write register_remove($crate::wire::RemovePart) -> $crate::wire::RegisterView [Vendors, History];
            /// What was typed in an editor of it and not recorded.
            read register_draft($crate::wire::PartRef) -> Option<$crate::wire::RegisterPart> [];
            /// Keeps what is typed.
            write register_draft_keep($crate::wire::KeepPart) -> $crate::wire::Nothing [];
            /// What was typed in a dialog and not recorded.
            read dialog_draft($crate::wire::DialogRef) -> Option<$crate::wire::DialogDraft> [];
            /// Keeps what is typed in a dialog.
            write dialog_draft_keep($crate::wire::KeepDialog) -> $crate::wire::Nothing [];
            /// Assigns a class.
            write tier_assign($crate::wire::AssignTier) -> $crate::wire::RegisterView [Vendors, Documents, Decisions, History];
            /// Plans to leave a vendor, and starts it.
            write offboarding_plan($crate::wire::PlanOffboarding) -> $crate::wire::RegisterView [Vendors, History];
            /// The lists that people work through, as they stand for a vendor.
            read checklists($crate::wire::VendorRef) -> Vec<$crate::wire::ChecklistView> [Vendors, People];
            /// Ticks an item, or takes the tick back.
            write checklist_tick($crate::wire::TickItem) -> Vec<$crate::wire::ChecklistView> [Vendors, History];
            /// The lists as the organisation works with them.
            read checklist_templates($crate::wire::Nothing) -> Vec<$crate::wire::ChecklistTemplate> [Vendors];
            /// Changes a list.
            write checklist_save($crate::wire::SaveChecklist) -> Vec<$crate::wire::ChecklistTemplate> [Vendors, History];
            /// Our side of the complementary user entity controls that a vendor's report lists.
            read cuecs($crate::wire::CuecBookRef) -> $crate::wire::CuecBook [Vendors, Documents, Decisions, People, Policy, Session];
            /// Says our side of one of them, or takes it back.
            write cuec_save($crate::wire::SaveCuec) -> $crate::wire::CuecBook [Vendors, History];
            /// Confirms answers that were carried over from the earlier report.
            write cuecs_confirm($crate::wire::ConfirmCuecs) -> $crate::wire::CuecBook [Vendors, History];
            /// Saves the answers as a workbook for owners without the program.
            write cuecs_export($crate::wire::CuecScope) -> $crate::wire::SavedFile [];
            /// Asks for such a workbook and says what it would change; `null` where the person cancelled.
            read cuecs_import_choose($crate::wire::Nothing) -> Option<$crate::wire::CuecImport> [];
            /// Takes the answers of a workbook that was looked at; refused rows are left out.
            write cuecs_import_apply($crate::wire::ApplyCuecImport) -> $crate::wire::CuecsImported [Vendors, History];
            /// The latest tables of answers that were taken, newest first.
            read cuecs_imports($crate::wire::Nothing) -> Vec<$crate::wire::CuecImportView> [Vendors];
            /// Undoes a table of answers as one step; what somebody has changed since stays.
            write cuecs_import_undo($crate::wire::ImportRef) -> $crate::wire::CuecImportUndone [Vendors, History];
            /// Such controls of the current reports of all vendors.
            read cuecs_all($crate::wire::Nothing) -> $crate::wire::CuecsOfAll [Vendors, Documents, Decisions, People, Policy];
            /// Saves the memo that an auditor asks for: each control with our side of it.
            write cuecs_memo($crate::wire::CuecMemoRequest) -> $crate::wire::SavedPaper [];
            /// The days on which our side of controls is due, the earliest first.
            read cuecs_due($crate::wire::CuecScope) -> Vec<$crate::wire::CuecDue> [Vendors, Documents, People];
            /// Our own controls, with the vendors whose controls they meet.
            read own_controls($crate::wire::Nothing) -> Vec<$crate::wire::OwnControlView> [Vendors, Documents, People];
            /// Enters or changes a control of our own.
            write own_control_save($crate::wire::SaveOwnControl) -> $crate::wire::OwnControlView [Vendors, History];
            /// Removes a control of our own that meets nothing.
            write own_control_remove($crate::wire::OwnControlRef) -> $crate::wire::Nothing [Vendors, History];
            /// The subservice organizations that current reports name, pooled.
            read fourth_parties($crate::wire::FourthPartiesQuery) -> $crate::wire::FourthPartiesView [Vendors, Documents, Decisions, Reviews, People, Policy, Session];
            /// Says that two names are of one party.
            write fourth_parties_merge($crate::wire::MergeParties) -> $crate::wire::MergedParties [Vendors, History];
            /// Takes a name out of the party into which it was merged.
            write fourth_party_split($crate::wire::PartyNameRef) -> $crate::wire::Nothing [Vendors, History];
            /// Says that two names are of two parties, or forgets that.
            write fourth_parties_apart($crate::wire::KeepApart) -> $crate::wire::Nothing [Vendors, History];
            /// Says what is known of a vendor's dependence on a party.
            write fourth_party_record($crate::wire::RecordDependence) -> $crate::wire::Nothing [Vendors, History];
            /// The letter that asks a vendor for assurance on its parties.
            read fourth_parties_letter($crate::wire::VendorRef) -> $crate::wire::RequestLetterView [Vendors, Documents, Decisions, Reviews, People, Policy, Session];
            /// Opens it in the system's mail program, to be looked at and sent there.
            write fourth_parties_letter_open($crate::wire::VendorRef) -> $crate::wire::OpenedLetter [];
            /// Saves the register of parties as a table where the person says.
            write fourth_parties_export($crate::wire::Nothing) -> $crate::wire::SavedFile [];
            /// What is noted of a vendor or of all between reviews.
            read monitoring($crate::wire::MonitoringQuery) -> $crate::wire::MonitoringView [Vendors, Documents, Reviews, People, Session];
            /// Notes something, or changes what was noted and is open.
            write monitoring_save($crate::wire::SaveMonitoring) -> $crate::wire::MonitoringView [Vendors, History];
            /// Settles what was noted, or opens it again.
            write monitoring_close($crate::wire::CloseMonitoring) -> $crate::wire::MonitoringView [Vendors, History];
            /// Asks for a table of vendors with the system's dialog and reads it; `null` where the person cancelled.
            read import_choose($crate::wire::Nothing) -> Option<$crate::wire::ImportFile> [];
            /// What importing the chosen table would do; asked anew each time, as the digest guards what is written.
            read import_preview($crate::wire::MatchedImport) -> $crate::wire::ImportPreview [];
            /// Imports the chosen table; rows with problems are left out.
            write import_apply($crate::wire::ApplyImport) -> $crate::wire::ImportView [Vendors, Documents, Decisions, Session, History];
            /// The latest imports, newest first.
            read imports($crate::wire::Nothing) -> Vec<$crate::wire::ImportView> [Vendors];
            /// Undoes an import as one step.
            write import_undo($crate::wire::ImportRef) -> $crate::wire::ImportUndone [Vendors, Documents, Decisions, Session, History];
            /// Saves the register as a table where the person says.
            write vendors_export($crate::wire::ExportVendors) -> $crate::wire::SavedFile [];
            /// A vendor under the policy in force: the verdict, every rule, what to ask for next.
            read vendor_evaluation($crate::wire::VendorRef) -> $crate::wire::EvaluationView [Vendors, Documents, Decisions, People, Policy, Session];
            /// Opens the letter that asks for what is missing in the system's mail program, to be looked at and sent there.
            write vendor_letter_open($crate::wire::VendorRef) -> $crate::wire::OpenedLetter [];
            /// The path without a current SOC 2 report of a vendor.
            read alternative($crate::wire::VendorRef) -> $crate::wire::AlternativeView [Vendors, Documents, Decisions, People, Policy];
            /// Whether what is typed of that path would suffice.
            read alternative_check($crate::wire::AlternativeInput) -> $crate::wire::AlternativeAssessmentView [Vendors, Documents, Policy];
            /// Keeps what is typed of it.
            write alternative_draft_keep($crate::wire::AlternativeDraft) -> $crate::wire::Nothing [];
            /// Records it as the next version.
            write alternative_record($crate::wire::AlternativeInput) -> $crate::wire::AlternativeView [Vendors, Decisions, History];
            /// Withdraws its latest version, which holds no more.
            write alternative_withdraw($crate::wire::WithdrawAlternative) -> $crate::wire::AlternativeView [Vendors, Decisions, History];
            /// Asks for a deviation from a rule.
            write acceptance_request($crate::wire::RequestAcceptance) -> $crate::wire::EvaluationView [Vendors, History];
            /// Approves or refuses it as who acts, or takes it back.
            write acceptance_answer($crate::wire::AnswerAcceptance) -> $crate::wire::EvaluationView [Vendors, History];
            /// Ends something accepted before its day.
            write acceptance_end($crate::wire::EndAcceptance) -> $crate::wire::EvaluationView [Vendors, History];
            /// Findings of a vendor or of all: what current reports state as exceptions, and what people recorded.
            read findings($crate::wire::FindingsQuery) -> $crate::wire::FindingsView [Vendors, Documents, People, Policy, Session];
            /// How many findings of all vendors are open.
            read findings_open($crate::wire::Nothing) -> $crate::wire::OpenFindings [Vendors, Documents, Policy];
            /// What the severity of a finding would be.
            read finding_rate($crate::wire::RateFinding) -> $crate::wire::RatingView [];
            /// What happened to a finding, newest first.
            read finding_history($crate::wire::FindingRef) -> Vec<$crate::wire::HistoryEntry> [History];
            /// The questions to a vendor about findings.
            read findings_letter($crate::wire::FindingQuestions) -> $crate::wire::QuestionsLetter [Vendors, Documents, People, Policy, Session];
            /// Opens them in the system's mail program, to be looked at and sent there.
            write findings_letter_open($crate::wire::FindingQuestions) -> $crate::wire::OpenedLetter [];
            /// Judges how grave a finding is.
            write finding_assess($crate::wire::AssessFinding) -> $crate::wire::FindingsView [Vendors, Decisions, History];
            /// Takes a step with findings.
            write findings_move($crate::wire::MoveFindings) -> $crate::wire::FindingsView [Vendors, Decisions, History];
            /// Approves or refuses that a finding is accepted for a time.
            write finding_acceptance_answer($crate::wire::AnswerAcceptance) -> $crate::wire::FindingsView [Vendors, Decisions, History];
            /// Changes owner, day or remarks of findings.
            write findings_change($crate::wire::ChangeFindings) -> $crate::wire::FindingsView [Vendors, Decisions, History];
            /// Records a finding that no document states.
            write finding_add($crate::wire::AddFinding) -> $crate::wire::FindingsView [Vendors, Decisions, History];
            /// Records every exception of a vendor's current reports that nobody has recorded yet.
            write findings_follow_up($crate::wire::FollowUp) -> $crate::wire::FindingsView [Vendors, Decisions, History];
            /// A firm that examines vendors, with its checks.
            read firm($crate::wire::FirmRef) -> $crate::wire::FirmView [Vendors, Documents, People, Policy];
            /// Records a check of a firm; it holds for every vendor that the firm examines.
            write firm_check($crate::wire::RecordFirmCheck) -> $crate::wire::FirmView [Vendors, History];
            /// The acceptance policy in force, with its versions.
            read policy($crate::wire::Nothing) -> $crate::wire::PolicyView [Policy, People];
            /// What a policy that is not saved yet would change.
            read policy_check($crate::wire::DraftPolicy) -> $crate::wire::PolicyCheck [Policy, Vendors, Documents, Decisions, People];
            /// Saves a policy as the next version.
            write policy_save($crate::wire::SavePolicy) -> $crate::wire::PolicyView [Policy, Vendors, History];
            /// The reviews of a vendor, the latest first.
            read reviews($crate::wire::VendorRef) -> Vec<$crate::wire::ReviewRow> [Reviews, People];
            /// A review with its questions.
            read review($crate::wire::ReviewRef) -> $crate::wire::ReviewView [Reviews, Vendors, Documents, Decisions, People, Policy, Session];
            /// Starts a review of a vendor, or gives the one that is under way.
            write review_start($crate::wire::StartReview) -> $crate::wire::ReviewView [Reviews, Vendors, History];
            /// Keeps an answer as it is typed.
            write review_answer($crate::wire::SaveAnswer) -> $crate::wire::ReviewView [Reviews];
            /// Signs a review as its reviewer.
            write review_sign($crate::wire::ReviewRef) -> $crate::wire::ReviewView [Reviews, History];
            /// Takes the signature back, so that answers can be changed.
            write review_return($crate::wire::ReturnReview) -> $crate::wire::ReviewView [Reviews, History];
            /// Says that who acts, another than the reviewer, has read it again.
            write review_read_again($crate::wire::ReviewRef) -> $crate::wire::ReviewView [Reviews, History];
            /// Finishes a signed review: it never changes again.
            write review_finish($crate::wire::ReviewRef) -> $crate::wire::ReviewView [Reviews, Vendors, Decisions, History];
            /// Saves a question sheet where the person says.
            write review_save($crate::wire::ExportReview) -> $crate::wire::SavedFile [];
        } }
    };
}
