//! Every command of the contract, in the order of its list: one line to its use case. A write that rests on what was read
//! before takes its turn, so that two of them never overwrite each other's work. Those on CUECs
//! and on packets stand beside their use cases.

use crate::{App, Passphrase, session::Founding};
use countersign_contract::{Commands, Failure, wire as w};

type Answer<T> = Result<T, Failure>;

impl Commands for App {
    fn session(&self, _: w::Nothing) -> Answer<w::Session> {
        self.session_view()
    }
    fn workspace_choose(&self, input: w::ChoosePlace) -> Answer<Option<w::Place>> {
        self.choose_place(&input)
    }
    fn workspace_create(&self, input: w::CreateWorkspace) -> Answer<w::Session> {
        let path = self.path_of(input.place)?;
        let passphrase = input.passphrase.map(Passphrase::new);
        let w::CreateWorkspace { organisation, person, title, .. } = input;
        self.create_at(&path, Founding { organisation, person, title, passphrase })
    }
    fn workspace_open(&self, input: w::OpenWorkspace) -> Answer<w::Session> {
        self.open_path(&self.path_of(input.place)?, input.passphrase.map(Passphrase::new))
    }
    fn workspace_sample(&self, _: w::Nothing) -> Answer<w::Session> {
        self.open_sample()
    }
    fn workspace_close(&self, _: w::Nothing) -> Answer<w::Session> {
        self.close()
    }
    fn protection_set(&self, input: w::SetProtection) -> Answer<w::Session> {
        let _turn = self.turn();
        self.set_protection(input)
    }
    fn workspace_copy(&self, _: w::Nothing) -> Answer<w::SavedFile> {
        self.save_copy()
    }
    fn organisation_save(&self, input: w::SaveOrganisation) -> Answer<w::Session> {
        let _turn = self.turn();
        self.save_organisation(&input)
    }
    fn logo(&self, _: w::Nothing) -> Answer<Option<w::LogoView>> {
        self.logo_view()
    }
    fn logo_choose(&self, _: w::Nothing) -> Answer<Option<w::LogoView>> {
        self.choose_logo()
    }
    fn logo_remove(&self, _: w::Nothing) -> Answer<w::Nothing> {
        self.remove_logo()
    }
    fn notices(&self, _: w::Nothing) -> Answer<w::NoticeView> {
        Ok(self.notice_view())
    }
    fn notices_save(&self, input: w::NoticeView) -> Answer<w::NoticeView> {
        let _turn = self.turn();
        self.save_notice(&input)
    }
    fn people(&self, _: w::Nothing) -> Answer<Vec<w::PersonView>> {
        self.people_views()
    }
    fn person_save(&self, input: w::SavePerson) -> Answer<w::PersonView> {
        let _turn = self.turn();
        self.save_person(&input)
    }
    fn actor_set(&self, input: w::SetActor) -> Answer<w::Session> {
        self.set_actor(&input)
    }
    fn documents_choose(&self, input: w::ChooseDocuments) -> Answer<w::Chosen> {
        self.choose_documents(&input)
    }
    fn inbox(&self, _: w::Nothing) -> Answer<w::Inbox> {
        self.inbox_view()
    }
    fn job_cancel(&self, input: w::JobRef) -> Answer<w::Nothing> {
        self.cancel_job(&input)
    }
    fn documents_read_again(&self, input: w::ReadAgain) -> Answer<w::Chosen> {
        self.read_again(&input)
    }
    fn read_again_cancel(&self, _: w::Nothing) -> Answer<w::Chosen> {
        Ok(w::Chosen { files: self.jobs.cancel_rereads() })
    }
    fn recognition(&self, _: w::Nothing) -> Answer<Vec<w::Recognition>> {
        self.recognitions()
    }
    fn recognition_picture(&self, input: w::PageRef) -> Answer<w::RecognitionPicture> {
        self.picture_to_recognise(&input)
    }
    fn recognition_deliver(&self, input: w::RecognisedPage) -> Answer<w::Nothing> {
        self.deliver_recognised(input)
    }
    fn recognition_stop(&self, input: w::DocumentRef) -> Answer<w::Nothing> {
        self.stop_recognition(&input)
    }
    fn recognition_resume(&self, input: w::DocumentRef) -> Answer<w::Nothing> {
        self.resume_recognition(&input)
    }
    fn job_dismiss(&self, input: w::JobRef) -> Answer<w::Nothing> {
        self.dismiss_job(&input)
    }
    fn document(&self, input: w::DocumentRef) -> Answer<w::DocumentView> {
        self.document_view(input.document)
    }
    fn document_lists(&self, input: w::DocumentRef) -> Answer<w::DocumentLists> {
        self.list_views(input.document)
    }
    fn comparison(&self, input: w::CompareDocuments) -> Answer<w::ComparisonView> {
        self.comparison_view(&input)
    }
    fn words_at(&self, input: w::CiteWords) -> Answer<w::CitationView> {
        self.citation_of(&input)
    }
    fn entry_judge(&self, input: w::JudgeEntry) -> Answer<w::EntriesJudged> {
        let _turn = self.turn();
        self.judge_entry(input)
    }
    fn entries_confirm(&self, input: w::NamedEntries) -> Answer<w::EntriesJudged> {
        let _turn = self.turn();
        self.confirm_entries(&input)
    }
    fn entries_withdraw(&self, input: w::NamedEntries) -> Answer<w::EntriesJudged> {
        let _turn = self.turn();
        self.withdraw_entries(&input)
    }
    fn page(&self, input: w::PageRef) -> Answer<w::PageView> {
        self.page_view(&input)
    }
    fn fact_judge(&self, input: w::JudgeFact) -> Answer<w::DocumentView> {
        let _turn = self.turn();
        self.judge_fact(input)
    }
    fn facts_confirm(&self, input: w::DocumentRef) -> Answer<w::DocumentView> {
        let _turn = self.turn();
        self.confirm_facts(input.document)
    }
    fn fact_draft(&self, input: w::FactRef) -> Answer<Option<w::FactDraft>> {
        self.fact_draft_of(&input)
    }
    fn fact_draft_keep(&self, input: w::SaveFactDraft) -> Answer<w::Nothing> {
        self.keep_fact_draft(&input)
    }
    fn inbox_ready(&self, _: w::Nothing) -> Answer<Vec<w::ReadyDocument>> {
        self.ready_documents()
    }
    fn inbox_confirm(&self, input: w::ConfirmReady) -> Answer<w::ConfirmedReady> {
        let _turn = self.turn();
        self.confirm_ready(&input)
    }
    fn inbox_take_back(&self, input: w::TakeBack) -> Answer<w::Nothing> {
        let _turn = self.turn();
        self.take_back(&input)
    }
    fn document_file(&self, input: w::FileDocument) -> Answer<w::DocumentView> {
        let _turn = self.turn();
        self.file_document(input)
    }
    fn document_set_aside(&self, input: w::SetAside) -> Answer<w::DocumentView> {
        let _turn = self.turn();
        self.set_aside(&input)
    }
    fn document_return(&self, input: w::DocumentRef) -> Answer<w::DocumentView> {
        let _turn = self.turn();
        self.return_document(input.document)
    }
    fn document_save(&self, input: w::DocumentRef) -> Answer<w::SavedFile> {
        self.save_original(input.document)
    }
    fn vendors(&self, _: w::Nothing) -> Answer<Vec<w::VendorRow>> {
        self.vendor_rows()
    }
    fn vendor(&self, input: w::VendorRef) -> Answer<w::VendorView> {
        self.vendor_view(input.vendor)
    }
    fn vendor_save(&self, input: w::SaveVendor) -> Answer<w::VendorView> {
        let _turn = self.turn();
        self.save_vendor(&input)
    }
    fn vendor_move(&self, input: w::MoveVendor) -> Answer<w::VendorView> {
        let _turn = self.turn();
        self.move_vendor(&input)
    }
    fn register(&self, input: w::VendorRef) -> Answer<w::RegisterView> {
        self.register_view(input.vendor)
    }
    fn register_save(&self, input: w::SavePart) -> Answer<w::RegisterView> {
        let _turn = self.turn();
        self.save_part(&input)
    }
    fn register_remove(&self, input: w::RemovePart) -> Answer<w::RegisterView> {
        let _turn = self.turn();
        self.remove_part(&input)
    }
    fn register_draft(&self, input: w::PartRef) -> Answer<Option<w::RegisterPart>> {
        self.part_draft(&input)
    }
    fn register_draft_keep(&self, input: w::KeepPart) -> Answer<w::Nothing> {
        self.keep_part_draft(&input)
    }
    fn dialog_draft(&self, input: w::DialogRef) -> Answer<Option<w::DialogDraft>> {
        self.typed_in(&input)
    }
    fn dialog_draft_keep(&self, input: w::KeepDialog) -> Answer<w::Nothing> {
        self.keep_typed(&input)
    }
    fn tier_assign(&self, input: w::AssignTier) -> Answer<w::RegisterView> {
        let _turn = self.turn();
        self.assign_tier(&input)
    }
    fn offboarding_plan(&self, input: w::PlanOffboarding) -> Answer<w::RegisterView> {
        let _turn = self.turn();
        self.plan_offboarding(&input)
    }
    fn checklists(&self, input: w::VendorRef) -> Answer<Vec<w::ChecklistView>> {
        self.checklist_views(input.vendor)
    }
    fn checklist_tick(&self, input: w::TickItem) -> Answer<Vec<w::ChecklistView>> {
        let _turn = self.turn();
        self.tick_item(&input)
    }
    fn checklist_templates(&self, _: w::Nothing) -> Answer<Vec<w::ChecklistTemplate>> {
        self.checklist_templates()
    }
    fn checklist_save(&self, input: w::SaveChecklist) -> Answer<Vec<w::ChecklistTemplate>> {
        let _turn = self.turn();
        self.save_checklist(&input)
    }
    crate::cuecs::commands!();
    fn fourth_parties(&self, input: w::FourthPartiesQuery) -> Answer<w::FourthPartiesView> {
        self.fourth_parties_view(input.vendor)
    }
    fn fourth_parties_merge(&self, input: w::MergeParties) -> Answer<w::MergedParties> {
        let _turn = self.turn();
        self.merge_parties(&input)
    }
    fn fourth_party_split(&self, input: w::PartyNameRef) -> Answer<w::Nothing> {
        let _turn = self.turn();
        self.split_party(&input)
    }
    fn fourth_parties_apart(&self, input: w::KeepApart) -> Answer<w::Nothing> {
        let _turn = self.turn();
        self.keep_parties_apart(&input)
    }
    fn fourth_party_record(&self, input: w::RecordDependence) -> Answer<w::Nothing> {
        let _turn = self.turn();
        self.record_dependence(&input)
    }
    fn fourth_parties_letter(&self, input: w::VendorRef) -> Answer<w::RequestLetterView> {
        self.fourth_parties_letter_to(input.vendor)
    }
    fn fourth_parties_letter_open(&self, input: w::VendorRef) -> Answer<w::OpenedLetter> {
        self.open_fourth_parties_letter(input.vendor)
    }
    fn fourth_parties_export(&self, _: w::Nothing) -> Answer<w::SavedFile> {
        self.export_fourth_parties()
    }
    fn monitoring(&self, input: w::MonitoringQuery) -> Answer<w::MonitoringView> {
        self.monitoring_view(input.vendor)
    }
    fn monitoring_save(&self, input: w::SaveMonitoring) -> Answer<w::MonitoringView> {
        let _turn = self.turn();
        self.save_monitoring(&input)
    }
    fn monitoring_close(&self, input: w::CloseMonitoring) -> Answer<w::MonitoringView> {
        let _turn = self.turn();
        self.close_monitoring(&input)
    }
    fn import_choose(&self, _: w::Nothing) -> Answer<Option<w::ImportFile>> {
        self.choose_import()
    }
    fn import_preview(&self, input: w::MatchedImport) -> Answer<w::ImportPreview> {
        self.preview_import(&input)
    }
    fn import_apply(&self, input: w::ApplyImport) -> Answer<w::ImportView> {
        let _turn = self.turn();
        self.apply_import(&input)
    }
    fn imports(&self, _: w::Nothing) -> Answer<Vec<w::ImportView>> {
        self.import_views()
    }
    fn import_undo(&self, input: w::ImportRef) -> Answer<w::ImportUndone> {
        let _turn = self.turn();
        self.undo_import(input.import)
    }
    fn vendors_export(&self, input: w::ExportVendors) -> Answer<w::SavedFile> {
        self.export_vendors(&input)
    }
    fn vendor_letter_open(&self, input: w::VendorRef) -> Answer<w::OpenedLetter> {
        self.open_letter(input.vendor)
    }
    fn vendor_evaluation(&self, input: w::VendorRef) -> Answer<w::EvaluationView> {
        self.evaluation(input.vendor)
    }
    fn alternative(&self, input: w::VendorRef) -> Answer<w::AlternativeView> {
        self.alternative_view(input.vendor)
    }
    fn alternative_check(&self, input: w::AlternativeInput) -> Answer<w::AlternativeAssessmentView> {
        self.check_alternative(&input)
    }
    fn alternative_draft_keep(&self, input: w::AlternativeDraft) -> Answer<w::Nothing> {
        self.keep_alternative_draft(&input)
    }
    fn alternative_record(&self, input: w::AlternativeInput) -> Answer<w::AlternativeView> {
        let _turn = self.turn();
        self.record_alternative(&input)
    }
    fn alternative_withdraw(&self, input: w::WithdrawAlternative) -> Answer<w::AlternativeView> {
        let _turn = self.turn();
        self.withdraw_alternative(&input)
    }
    fn acceptance_request(&self, input: w::RequestAcceptance) -> Answer<w::EvaluationView> {
        let _turn = self.turn();
        self.request_acceptance(&input)
    }
    fn acceptance_answer(&self, input: w::AnswerAcceptance) -> Answer<w::EvaluationView> {
        let _turn = self.turn();
        self.answer_acceptance(&input)
    }
    fn acceptance_end(&self, input: w::EndAcceptance) -> Answer<w::EvaluationView> {
        let _turn = self.turn();
        self.end_acceptance(&input)
    }
    fn findings(&self, input: w::FindingsQuery) -> Answer<w::FindingsView> {
        self.finding_views(&input)
    }
    fn findings_open(&self, _: w::Nothing) -> Answer<w::OpenFindings> {
        self.open_findings()
    }
    fn finding_rate(&self, input: w::RateFinding) -> Answer<w::RatingView> {
        self.rate_finding(&input)
    }
    fn finding_history(&self, input: w::FindingRef) -> Answer<Vec<w::HistoryEntry>> {
        self.finding_history_of(&input.key)
    }
    fn findings_letter(&self, input: w::FindingQuestions) -> Answer<w::QuestionsLetter> {
        self.questions_letter(&input)
    }
    fn findings_letter_open(&self, input: w::FindingQuestions) -> Answer<w::OpenedLetter> {
        self.open_questions(&input)
    }
    fn finding_assess(&self, input: w::AssessFinding) -> Answer<w::FindingsView> {
        let _turn = self.turn();
        self.assess_finding(&input)
    }
    fn findings_move(&self, input: w::MoveFindings) -> Answer<w::FindingsView> {
        let _turn = self.turn();
        self.move_findings(&input)
    }
    fn finding_acceptance_answer(&self, input: w::AnswerAcceptance) -> Answer<w::FindingsView> {
        let _turn = self.turn();
        self.answer_risk_acceptance(&input)
    }
    fn findings_change(&self, input: w::ChangeFindings) -> Answer<w::FindingsView> {
        let _turn = self.turn();
        self.change_findings(&input)
    }
    fn finding_add(&self, input: w::AddFinding) -> Answer<w::FindingsView> {
        let _turn = self.turn();
        self.add_finding(&input)
    }
    fn findings_follow_up(&self, input: w::FollowUp) -> Answer<w::FindingsView> {
        let _turn = self.turn();
        self.follow_up(&input)
    }
    fn firm(&self, input: w::FirmRef) -> Answer<w::FirmView> {
        self.firm_view(&input.firm)
    }
    fn firm_check(&self, input: w::RecordFirmCheck) -> Answer<w::FirmView> {
        let _turn = self.turn();
        self.record_firm_check(&input)
    }
    fn policy(&self, _: w::Nothing) -> Answer<w::PolicyView> {
        self.policy_view()
    }
    fn policy_check(&self, input: w::DraftPolicy) -> Answer<w::PolicyCheck> {
        self.check_policy(&input)
    }
    fn policy_save(&self, input: w::SavePolicy) -> Answer<w::PolicyView> {
        let _turn = self.turn();
        self.save_policy(&input)
    }
    fn reviews(&self, input: w::VendorRef) -> Answer<Vec<w::ReviewRow>> {
        self.review_rows(input.vendor)
    }
    fn review(&self, input: w::ReviewRef) -> Answer<w::ReviewView> {
        self.review_view(input.review)
    }
    fn review_start(&self, input: w::StartReview) -> Answer<w::ReviewView> {
        let _turn = self.turn();
        self.start_review(&input)
    }
    fn review_answer(&self, input: w::SaveAnswer) -> Answer<w::ReviewView> {
        let _turn = self.turn();
        self.save_answer(&input)
    }
    fn review_sign(&self, input: w::ReviewRef) -> Answer<w::ReviewView> {
        let _turn = self.turn();
        self.sign_review(input.review)
    }
    fn review_return(&self, input: w::ReturnReview) -> Answer<w::ReviewView> {
        let _turn = self.turn();
        self.return_review(&input)
    }
    fn review_read_again(&self, input: w::ReviewRef) -> Answer<w::ReviewView> {
        let _turn = self.turn();
        self.read_review_again(input.review)
    }
    fn review_finish(&self, input: w::ReviewRef) -> Answer<w::ReviewView> {
        let _turn = self.turn();
        self.finish_review(input.review)
    }
    fn review_save(&self, input: w::ExportReview) -> Answer<w::SavedFile> {
        self.save_review(&input)
    }
    fn decision_prepare(&self, input: w::VendorRef) -> Answer<w::DecisionSheet> {
        self.decision_sheet(input.vendor)
    }
    fn decision_concerns(&self, input: w::DecisionChoice) -> Answer<Vec<w::Caution>> {
        self.decision_concerns(&input)
    }
    fn decision_draft(&self, input: w::SaveDecisionDraft) -> Answer<w::Nothing> {
        self.keep_decision_draft(&input)
    }
    fn decision_record(&self, input: w::RecordDecision) -> Answer<w::DecisionView> {
        let _turn = self.turn();
        self.record_decision(input)
    }
    fn decision_sign(&self, input: w::SignDecision) -> Answer<w::DecisionView> {
        let _turn = self.turn();
        self.sign_decision(&input)
    }
    fn condition_meet(&self, input: w::MeetCondition) -> Answer<w::DecisionView> {
        let _turn = self.turn();
        self.meet_condition(&input)
    }
    fn decision(&self, input: w::DecisionRef) -> Answer<w::DecisionView> {
        self.decision_view(input.decision)
    }
    fn decisions_stale(&self, _: w::Nothing) -> Answer<Vec<w::StaleDecision>> {
        self.stale_decisions()
    }
    crate::packets::commands!();
    fn today(&self, _: w::Nothing) -> Answer<w::TodayView> {
        self.today_view()
    }
    fn attention_snooze(&self, input: w::SnoozeItem) -> Answer<w::Nothing> {
        let _turn = self.turn();
        self.snooze(&input)
    }
    fn attention_wake(&self, input: w::WakeItem) -> Answer<w::Nothing> {
        let _turn = self.turn();
        self.wake(&input)
    }
    fn coverage(&self, _: w::Nothing) -> Answer<w::CoveragePicture> {
        self.coverage_picture()
    }
    fn calendar_save(&self, input: w::SaveCalendar) -> Answer<w::SavedFile> {
        self.save_calendar(&input)
    }
    fn calendar_kept(&self, _: w::Nothing) -> Answer<w::CalendarKept> {
        self.kept_calendar()
    }
    fn calendar_keep(&self, input: w::SaveCalendar) -> Answer<w::CalendarKept> {
        self.keep_calendar(&input)
    }
    fn calendar_keep_end(&self, _: w::Nothing) -> Answer<w::CalendarKept> {
        self.keep_no_calendar()
    }
    fn insights(&self, input: w::InsightsQuery) -> Answer<w::InsightsView> {
        self.insights_view(&input)
    }
    fn insight(&self, input: w::InsightQuery) -> Answer<w::InsightDetail> {
        self.insight_detail(&input)
    }
    fn insights_trend(&self, input: w::InsightsQuery) -> Answer<w::TrendView> {
        self.insights_trend_view(&input)
    }
    fn insight_save(&self, input: w::InsightQuery) -> Answer<w::SavedFile> {
        self.save_insight(&input)
    }
    fn board_save(&self, input: w::BoardRequest) -> Answer<w::SavedPaper> {
        self.save_board(&input)
    }
    fn inventory_preview(&self, input: w::InventoryInput) -> Answer<w::InventoryPreview> {
        self.preview_inventory(&input)
    }
    fn inventory_take(&self, input: w::InventoryInput) -> Answer<w::InventoryPreview> {
        let _turn = self.turn();
        self.take_inventory(&input)
    }
    fn search(&self, input: w::Search) -> Answer<Vec<w::SearchHit>> {
        self.find(&input)
    }
    fn history(&self, input: w::HistoryQuery) -> Answer<Vec<w::HistoryEntry>> {
        self.history_part(&input)
    }
    fn evidence_save(&self, input: w::EvidenceRequest) -> Answer<w::EvidenceFile> {
        self.save_evidence(&input)
    }
    fn dora_save(&self, _: w::Nothing) -> Answer<w::RegisterFile> {
        self.save_register()
    }
    fn history_verify(&self, _: w::Nothing) -> Answer<w::ChainReport> {
        self.chain_report()
    }
}
