//! Every command of the contract, in the order of its list: one line to its use case. A write that rests on what was read
//! before takes its turn, so that two of them never overwrite each other's work.

use crate::{App, Passphrase, session::Founding};
use countersign_contract::{Commands, Failure, wire as w};

impl Commands for App {
    fn session(&self, _: w::Nothing) -> Result<w::Session, Failure> {
        self.session_view()
    }
    fn workspace_choose(&self, input: w::ChoosePlace) -> Result<Option<w::Place>, Failure> {
        self.choose_place(&input)
    }
    fn workspace_create(&self, input: w::CreateWorkspace) -> Result<w::Session, Failure> {
        let path = self.path_of(input.place)?;
        let passphrase = input.passphrase.map(Passphrase::new);
        let w::CreateWorkspace { organisation, person, title, .. } = input;
        self.create_at(&path, Founding { organisation, person, title, passphrase })
    }
    fn workspace_open(&self, input: w::OpenWorkspace) -> Result<w::Session, Failure> {
        self.open_path(&self.path_of(input.place)?, input.passphrase.map(Passphrase::new))
    }
    fn workspace_sample(&self, _: w::Nothing) -> Result<w::Session, Failure> {
        self.open_sample()
    }
    fn workspace_close(&self, _: w::Nothing) -> Result<w::Session, Failure> {
        self.close()
    }
    fn protection_set(&self, input: w::SetProtection) -> Result<w::Session, Failure> {
        let _turn = self.turn();
        self.set_protection(input)
    }
    fn organisation_save(&self, input: w::SaveOrganisation) -> Result<w::Session, Failure> {
        let _turn = self.turn();
        self.save_organisation(&input)
    }
    fn people(&self, _: w::Nothing) -> Result<Vec<w::PersonView>, Failure> {
        self.people_views()
    }
    fn person_save(&self, input: w::SavePerson) -> Result<w::PersonView, Failure> {
        let _turn = self.turn();
        self.save_person(&input)
    }
    fn actor_set(&self, input: w::SetActor) -> Result<w::Session, Failure> {
        self.set_actor(&input)
    }
    fn documents_choose(&self, input: w::ChooseDocuments) -> Result<w::Chosen, Failure> {
        self.choose_documents(&input)
    }
    fn inbox(&self, _: w::Nothing) -> Result<w::Inbox, Failure> {
        self.inbox_view()
    }
    fn job_cancel(&self, input: w::JobRef) -> Result<w::Nothing, Failure> {
        self.cancel_job(&input)
    }
    fn documents_read_again(&self, input: w::ReadAgain) -> Result<w::Chosen, Failure> {
        self.read_again(&input)
    }
    fn read_again_cancel(&self, _: w::Nothing) -> Result<w::Chosen, Failure> {
        Ok(w::Chosen { files: self.jobs.cancel_rereads() })
    }
    fn recognition(&self, _: w::Nothing) -> Result<Vec<w::Recognition>, Failure> {
        self.recognitions()
    }
    fn recognition_picture(&self, input: w::PageRef) -> Result<w::RecognitionPicture, Failure> {
        self.picture_to_recognise(&input)
    }
    fn recognition_deliver(&self, input: w::RecognisedPage) -> Result<w::Nothing, Failure> {
        self.deliver_recognised(input)
    }
    fn recognition_stop(&self, input: w::DocumentRef) -> Result<w::Nothing, Failure> {
        self.stop_recognition(&input)
    }
    fn recognition_resume(&self, input: w::DocumentRef) -> Result<w::Nothing, Failure> {
        self.resume_recognition(&input)
    }
    fn job_dismiss(&self, input: w::JobRef) -> Result<w::Nothing, Failure> {
        self.dismiss_job(&input)
    }
    fn document(&self, input: w::DocumentRef) -> Result<w::DocumentView, Failure> {
        self.document_view(input.document)
    }
    fn document_lists(&self, input: w::DocumentRef) -> Result<w::DocumentLists, Failure> {
        self.list_views(input.document)
    }
    fn comparison(&self, input: w::CompareDocuments) -> Result<w::ComparisonView, Failure> {
        self.comparison_view(&input)
    }
    fn words_at(&self, input: w::CiteWords) -> Result<w::CitationView, Failure> {
        self.citation_of(&input)
    }
    fn entry_judge(&self, input: w::JudgeEntry) -> Result<w::EntriesJudged, Failure> {
        let _turn = self.turn();
        self.judge_entry(input)
    }
    fn entries_confirm(&self, input: w::NamedEntries) -> Result<w::EntriesJudged, Failure> {
        let _turn = self.turn();
        self.confirm_entries(&input)
    }
    fn entries_withdraw(&self, input: w::NamedEntries) -> Result<w::EntriesJudged, Failure> {
        let _turn = self.turn();
        self.withdraw_entries(&input)
    }
    fn page(&self, input: w::PageRef) -> Result<w::PageView, Failure> {
        self.page_view(&input)
    }
    fn fact_judge(&self, input: w::JudgeFact) -> Result<w::DocumentView, Failure> {
        let _turn = self.turn();
        self.judge_fact(input)
    }
    fn facts_confirm(&self, input: w::DocumentRef) -> Result<w::DocumentView, Failure> {
        let _turn = self.turn();
        self.confirm_facts(input.document)
    }
    fn fact_draft(&self, input: w::FactRef) -> Result<Option<w::FactDraft>, Failure> {
        self.fact_draft_of(&input)
    }
    fn fact_draft_keep(&self, input: w::SaveFactDraft) -> Result<w::Nothing, Failure> {
        self.keep_fact_draft(&input)
    }
    fn inbox_ready(&self, _: w::Nothing) -> Result<Vec<w::ReadyDocument>, Failure> {
        self.ready_documents()
    }
    fn inbox_confirm(&self, input: w::ConfirmReady) -> Result<w::ConfirmedReady, Failure> {
        let _turn = self.turn();
        self.confirm_ready(&input)
    }
    fn inbox_take_back(&self, input: w::TakeBack) -> Result<w::Nothing, Failure> {
        let _turn = self.turn();
        self.take_back(&input)
    }
    fn document_file(&self, input: w::FileDocument) -> Result<w::DocumentView, Failure> {
        let _turn = self.turn();
        self.file_document(input)
    }
    fn document_set_aside(&self, input: w::SetAside) -> Result<w::DocumentView, Failure> {
        let _turn = self.turn();
        self.set_aside(&input)
    }
    fn document_return(&self, input: w::DocumentRef) -> Result<w::DocumentView, Failure> {
        let _turn = self.turn();
        self.return_document(input.document)
    }
    fn document_save(&self, input: w::DocumentRef) -> Result<w::SavedFile, Failure> {
        self.save_original(input.document)
    }
    fn vendors(&self, _: w::Nothing) -> Result<Vec<w::VendorRow>, Failure> {
        self.vendor_rows()
    }
    fn vendor(&self, input: w::VendorRef) -> Result<w::VendorView, Failure> {
        self.vendor_view(input.vendor)
    }
    fn vendor_save(&self, input: w::SaveVendor) -> Result<w::VendorView, Failure> {
        let _turn = self.turn();
        self.save_vendor(&input)
    }
    fn vendor_move(&self, input: w::MoveVendor) -> Result<w::VendorView, Failure> {
        let _turn = self.turn();
        self.move_vendor(&input)
    }
    fn register(&self, input: w::VendorRef) -> Result<w::RegisterView, Failure> {
        self.register_view(input.vendor)
    }
    fn register_save(&self, input: w::SavePart) -> Result<w::RegisterView, Failure> {
        let _turn = self.turn();
        self.save_part(&input)
    }
    fn register_remove(&self, input: w::RemovePart) -> Result<w::RegisterView, Failure> {
        let _turn = self.turn();
        self.remove_part(&input)
    }
    fn register_draft(&self, input: w::PartRef) -> Result<Option<w::RegisterPart>, Failure> {
        self.part_draft(&input)
    }
    fn register_draft_keep(&self, input: w::KeepPart) -> Result<w::Nothing, Failure> {
        self.keep_part_draft(&input)
    }
    fn tier_assign(&self, input: w::AssignTier) -> Result<w::RegisterView, Failure> {
        let _turn = self.turn();
        self.assign_tier(&input)
    }
    fn offboarding_plan(&self, input: w::PlanOffboarding) -> Result<w::RegisterView, Failure> {
        let _turn = self.turn();
        self.plan_offboarding(&input)
    }
    fn checklists(&self, input: w::VendorRef) -> Result<Vec<w::ChecklistView>, Failure> {
        self.checklist_views(input.vendor)
    }
    fn checklist_tick(&self, input: w::TickItem) -> Result<Vec<w::ChecklistView>, Failure> {
        let _turn = self.turn();
        self.tick_item(&input)
    }
    fn checklist_templates(&self, _: w::Nothing) -> Result<Vec<w::ChecklistTemplate>, Failure> {
        self.checklist_templates()
    }
    fn checklist_save(&self, input: w::SaveChecklist) -> Result<Vec<w::ChecklistTemplate>, Failure> {
        let _turn = self.turn();
        self.save_checklist(&input)
    }
    fn cuecs(&self, input: w::VendorRef) -> Result<w::CuecBook, Failure> {
        self.cuec_book(input.vendor)
    }
    fn cuec_save(&self, input: w::SaveCuec) -> Result<w::CuecBook, Failure> {
        let _turn = self.turn();
        self.save_cuec(&input)
    }
    fn cuecs_confirm(&self, input: w::ConfirmCuecs) -> Result<w::CuecBook, Failure> {
        let _turn = self.turn();
        self.confirm_cuecs(&input)
    }
    fn cuecs_export(&self, input: w::CuecScope) -> Result<w::SavedFile, Failure> {
        self.export_cuecs(&input)
    }
    fn cuecs_import_choose(&self, _: w::Nothing) -> Result<Option<w::CuecImport>, Failure> {
        self.choose_cuec_import()
    }
    fn cuecs_import_apply(&self, input: w::ApplyCuecImport) -> Result<w::CuecsImported, Failure> {
        let _turn = self.turn();
        self.apply_cuec_import(&input)
    }
    fn cuecs_memo(&self, input: w::CuecMemoRequest) -> Result<w::SavedFile, Failure> {
        self.save_cuec_memo(&input)
    }
    fn cuecs_due(&self, input: w::CuecScope) -> Result<Vec<w::CuecDue>, Failure> {
        self.cuecs_due_views(input.vendor)
    }
    fn own_controls(&self, _: w::Nothing) -> Result<Vec<w::OwnControlView>, Failure> {
        self.own_control_views()
    }
    fn own_control_save(&self, input: w::SaveOwnControl) -> Result<w::OwnControlView, Failure> {
        let _turn = self.turn();
        self.save_own_control(&input)
    }
    fn own_control_remove(&self, input: w::OwnControlRef) -> Result<w::Nothing, Failure> {
        let _turn = self.turn();
        self.remove_own_control(&input)
    }
    fn fourth_parties(&self, input: w::FourthPartiesQuery) -> Result<w::FourthPartiesView, Failure> {
        self.fourth_parties_view(input.vendor)
    }
    fn fourth_parties_merge(&self, input: w::MergeParties) -> Result<w::MergedParties, Failure> {
        let _turn = self.turn();
        self.merge_parties(&input)
    }
    fn fourth_party_split(&self, input: w::PartyNameRef) -> Result<w::Nothing, Failure> {
        let _turn = self.turn();
        self.split_party(&input)
    }
    fn fourth_parties_apart(&self, input: w::KeepApart) -> Result<w::Nothing, Failure> {
        let _turn = self.turn();
        self.keep_parties_apart(&input)
    }
    fn fourth_party_record(&self, input: w::RecordDependence) -> Result<w::Nothing, Failure> {
        let _turn = self.turn();
        self.record_dependence(&input)
    }
    fn fourth_parties_letter(&self, input: w::VendorRef) -> Result<w::RequestLetterView, Failure> {
        self.fourth_parties_letter_to(input.vendor)
    }
    fn fourth_parties_letter_open(&self, input: w::VendorRef) -> Result<w::OpenedLetter, Failure> {
        self.open_fourth_parties_letter(input.vendor)
    }
    fn fourth_parties_export(&self, _: w::Nothing) -> Result<w::SavedFile, Failure> {
        self.export_fourth_parties()
    }
    fn monitoring(&self, input: w::MonitoringQuery) -> Result<w::MonitoringView, Failure> {
        self.monitoring_view(input.vendor)
    }
    fn monitoring_save(&self, input: w::SaveMonitoring) -> Result<w::MonitoringView, Failure> {
        let _turn = self.turn();
        self.save_monitoring(&input)
    }
    fn monitoring_close(&self, input: w::CloseMonitoring) -> Result<w::MonitoringView, Failure> {
        let _turn = self.turn();
        self.close_monitoring(&input)
    }
    fn import_choose(&self, _: w::Nothing) -> Result<Option<w::ImportFile>, Failure> {
        self.choose_import()
    }
    fn import_preview(&self, input: w::MatchedImport) -> Result<w::ImportPreview, Failure> {
        self.preview_import(&input)
    }
    fn import_apply(&self, input: w::ApplyImport) -> Result<w::ImportView, Failure> {
        let _turn = self.turn();
        self.apply_import(&input)
    }
    fn imports(&self, _: w::Nothing) -> Result<Vec<w::ImportView>, Failure> {
        self.import_views()
    }
    fn import_undo(&self, input: w::ImportRef) -> Result<w::ImportUndone, Failure> {
        let _turn = self.turn();
        self.undo_import(input.import)
    }
    fn vendors_export(&self, input: w::ExportVendors) -> Result<w::SavedFile, Failure> {
        self.export_vendors(&input)
    }
    fn vendor_letter_open(&self, input: w::VendorRef) -> Result<w::OpenedLetter, Failure> {
        self.open_letter(input.vendor)
    }
    fn vendor_evaluation(&self, input: w::VendorRef) -> Result<w::EvaluationView, Failure> {
        self.evaluation(input.vendor)
    }
    fn alternative(&self, input: w::VendorRef) -> Result<w::AlternativeView, Failure> {
        self.alternative_view(input.vendor)
    }
    fn alternative_check(&self, input: w::AlternativeInput) -> Result<w::AlternativeAssessmentView, Failure> {
        self.check_alternative(&input)
    }
    fn alternative_draft_keep(&self, input: w::AlternativeDraft) -> Result<w::Nothing, Failure> {
        self.keep_alternative_draft(&input)
    }
    fn alternative_record(&self, input: w::AlternativeInput) -> Result<w::AlternativeView, Failure> {
        let _turn = self.turn();
        self.record_alternative(&input)
    }
    fn acceptance_grant(&self, input: w::GrantAcceptance) -> Result<w::EvaluationView, Failure> {
        let _turn = self.turn();
        self.grant_acceptance(&input)
    }
    fn acceptance_end(&self, input: w::EndAcceptance) -> Result<w::EvaluationView, Failure> {
        let _turn = self.turn();
        self.end_acceptance(&input)
    }
    fn findings(&self, input: w::FindingsQuery) -> Result<w::FindingsView, Failure> {
        self.finding_views(&input)
    }
    fn finding_rate(&self, input: w::RateFinding) -> Result<w::RatingView, Failure> {
        self.rate_finding(&input)
    }
    fn finding_history(&self, input: w::FindingRef) -> Result<Vec<w::HistoryEntry>, Failure> {
        self.finding_history_of(&input.key)
    }
    fn findings_letter(&self, input: w::FindingQuestions) -> Result<w::QuestionsLetter, Failure> {
        self.questions_letter(&input)
    }
    fn findings_letter_open(&self, input: w::FindingQuestions) -> Result<w::OpenedLetter, Failure> {
        self.open_questions(&input)
    }
    fn finding_assess(&self, input: w::AssessFinding) -> Result<w::FindingsView, Failure> {
        let _turn = self.turn();
        self.assess_finding(&input)
    }
    fn findings_move(&self, input: w::MoveFindings) -> Result<w::FindingsView, Failure> {
        let _turn = self.turn();
        self.move_findings(&input)
    }
    fn findings_change(&self, input: w::ChangeFindings) -> Result<w::FindingsView, Failure> {
        let _turn = self.turn();
        self.change_findings(&input)
    }
    fn finding_add(&self, input: w::AddFinding) -> Result<w::FindingsView, Failure> {
        let _turn = self.turn();
        self.add_finding(&input)
    }
    fn findings_follow_up(&self, input: w::FollowUp) -> Result<w::FindingsView, Failure> {
        let _turn = self.turn();
        self.follow_up(&input)
    }
    fn firm(&self, input: w::FirmRef) -> Result<w::FirmView, Failure> {
        self.firm_view(&input.firm)
    }
    fn firm_check(&self, input: w::RecordFirmCheck) -> Result<w::FirmView, Failure> {
        let _turn = self.turn();
        self.record_firm_check(&input)
    }
    fn policy(&self, _: w::Nothing) -> Result<w::PolicyView, Failure> {
        self.policy_view()
    }
    fn policy_check(&self, input: w::DraftPolicy) -> Result<w::PolicyCheck, Failure> {
        self.check_policy(&input)
    }
    fn policy_save(&self, input: w::SavePolicy) -> Result<w::PolicyView, Failure> {
        let _turn = self.turn();
        self.save_policy(&input)
    }
    fn reviews(&self, input: w::VendorRef) -> Result<Vec<w::ReviewRow>, Failure> {
        self.review_rows(input.vendor)
    }
    fn review(&self, input: w::ReviewRef) -> Result<w::ReviewView, Failure> {
        self.review_view(input.review)
    }
    fn review_start(&self, input: w::StartReview) -> Result<w::ReviewView, Failure> {
        let _turn = self.turn();
        self.start_review(&input)
    }
    fn review_answer(&self, input: w::SaveAnswer) -> Result<w::ReviewView, Failure> {
        let _turn = self.turn();
        self.save_answer(&input)
    }
    fn review_sign(&self, input: w::ReviewRef) -> Result<w::ReviewView, Failure> {
        let _turn = self.turn();
        self.sign_review(input.review)
    }
    fn review_return(&self, input: w::ReturnReview) -> Result<w::ReviewView, Failure> {
        let _turn = self.turn();
        self.return_review(&input)
    }
    fn review_read_again(&self, input: w::ReviewRef) -> Result<w::ReviewView, Failure> {
        let _turn = self.turn();
        self.read_review_again(input.review)
    }
    fn review_finish(&self, input: w::ReviewRef) -> Result<w::ReviewView, Failure> {
        let _turn = self.turn();
        self.finish_review(input.review)
    }
    fn review_save(&self, input: w::ExportReview) -> Result<w::SavedFile, Failure> {
        self.save_review(&input)
    }
    fn decision_prepare(&self, input: w::VendorRef) -> Result<w::DecisionSheet, Failure> {
        self.decision_sheet(input.vendor)
    }
    fn decision_draft(&self, input: w::SaveDecisionDraft) -> Result<w::Nothing, Failure> {
        self.keep_decision_draft(&input)
    }
    fn decision_record(&self, input: w::RecordDecision) -> Result<w::DecisionView, Failure> {
        let _turn = self.turn();
        self.record_decision(input)
    }
    fn decision_sign(&self, input: w::SignDecision) -> Result<w::DecisionView, Failure> {
        let _turn = self.turn();
        self.sign_decision(&input)
    }
    fn condition_meet(&self, input: w::MeetCondition) -> Result<w::DecisionView, Failure> {
        let _turn = self.turn();
        self.meet_condition(&input)
    }
    fn decision(&self, input: w::DecisionRef) -> Result<w::DecisionView, Failure> {
        self.decision_view(input.decision)
    }
    fn decisions_stale(&self, _: w::Nothing) -> Result<Vec<w::StaleDecision>, Failure> {
        self.stale_decisions()
    }
    fn packet_make(&self, input: w::MakePacket) -> Result<w::PacketView, Failure> {
        let _turn = self.turn();
        self.make_packet(&input)
    }
    fn packet(&self, input: w::PacketRef) -> Result<w::PacketView, Failure> {
        self.packet_view(input.packet)
    }
    fn packets(&self, _: w::Nothing) -> Result<Vec<w::PacketView>, Failure> {
        self.packet_views()
    }
    fn packet_save(&self, input: w::PacketRef) -> Result<w::SavedFile, Failure> {
        self.save_packet(input.packet)
    }
    fn packet_open(&self, input: w::PacketRef) -> Result<w::Nothing, Failure> {
        self.open_packet(input.packet)
    }
    fn today(&self, _: w::Nothing) -> Result<w::TodayView, Failure> {
        self.today_view()
    }
    fn attention_snooze(&self, input: w::SnoozeItem) -> Result<w::Nothing, Failure> {
        let _turn = self.turn();
        self.snooze(&input)
    }
    fn attention_wake(&self, input: w::WakeItem) -> Result<w::Nothing, Failure> {
        let _turn = self.turn();
        self.wake(&input)
    }
    fn coverage(&self, _: w::Nothing) -> Result<w::CoveragePicture, Failure> {
        self.coverage_picture()
    }
    fn calendar_save(&self, input: w::SaveCalendar) -> Result<w::SavedFile, Failure> {
        self.save_calendar(&input)
    }
    fn search(&self, input: w::Search) -> Result<Vec<w::SearchHit>, Failure> {
        self.find(&input)
    }
    fn history(&self, input: w::HistoryQuery) -> Result<Vec<w::HistoryEntry>, Failure> {
        self.history_part(&input)
    }
    fn history_verify(&self, _: w::Nothing) -> Result<w::ChainReport, Failure> {
        self.chain_report()
    }
}
