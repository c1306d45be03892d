//! The third part of the list of commands: decisions and packets, what needs attention, figures of all vendors, the history.

/// Calls a macro with the commands given, followed by those of this part; only [`for_each_command!`](crate::for_each_command)
/// uses it.
#[doc(hidden)]
#[macro_export]
macro_rules! __commands_of_decisions {
    ($callback:path { $($before:tt)* }) => {
        $callback! {
            $($before)*
            /// What stands on the sheet before a decision.
            read decision_prepare($crate::wire::VendorRef) -> $crate::wire::DecisionSheet [Vendors, Documents, Decisions, Reviews, People, Policy];
            /// What speaks against a decision as it is chosen, before it is recorded.
            read decision_concerns($crate::wire::DecisionChoice) -> Vec<$crate::wire::Caution> [Vendors, Documents, Decisions, Reviews, People, Policy];
            /// Keeps what is typed of a decision.
            write decision_draft($crate::wire::SaveDecisionDraft) -> $crate::wire::Nothing [];
            /// Records a decision and freezes its inputs.
            write decision_record($crate::wire::RecordDecision) -> $crate::wire::DecisionView [Decisions, Vendors, History];
            /// Signs a decision as who acts, agreeing or declining.
            write decision_sign($crate::wire::SignDecision) -> $crate::wire::DecisionView [Decisions, Vendors, History];
            /// Says that a duty of a decision is done.
            write condition_meet($crate::wire::MeetCondition) -> $crate::wire::DecisionView [Decisions, Vendors, History];
            /// A recorded decision.
            read decision($crate::wire::DecisionRef) -> $crate::wire::DecisionView [Decisions, Vendors, Documents, Reviews, People, Policy, Session];
            /// The latest decisions that rest on what has changed since, with what that is.
            read decisions_stale($crate::wire::Nothing) -> Vec<$crate::wire::StaleDecision> [Decisions, Vendors, Documents, Reviews, People, Policy];
            /// Makes the packet of a decision.
            write packet_make($crate::wire::MakePacket) -> $crate::wire::PacketView [Decisions, History];
            /// The documents behind a decision, each with whether its pages can be appended to the packet.
            read packet_appendices($crate::wire::DecisionRef) -> Vec<$crate::wire::AppendixView> [Decisions, Documents];
            /// A packet; its pages come from the document scheme.
            read packet($crate::wire::PacketRef) -> $crate::wire::PacketView [Decisions];
            /// All packets, newest first.
            read packets($crate::wire::Nothing) -> Vec<$crate::wire::PacketView> [Decisions];
            /// The copy of a packet that came back signed.
            read signed_copy($crate::wire::PacketRef) -> $crate::wire::SignedCopyView [Decisions, Documents, People];
            /// Says that a document is a copy of a packet, or a part of one.
            write signed_copy_attach($crate::wire::AttachCopy) -> $crate::wire::SignedCopyView [Decisions, Documents, Session, History];
            /// Says that a document is no copy of a packet.
            write signed_copy_remove($crate::wire::RemoveCopy) -> $crate::wire::DocumentView [Decisions, Documents, Session, History];
            /// Says who signed a packet on paper.
            write paper_signatures_save($crate::wire::SavePaperSignatures) -> $crate::wire::SignedCopyView [Decisions, History];
            /// Saves a packet where the person says.
            write packet_save($crate::wire::PacketRef) -> $crate::wire::SavedFile [];
            /// Opens a packet in the system's PDF program.
            write packet_open($crate::wire::PacketRef) -> $crate::wire::Nothing [];
            /// Prints a packet with the system's dialog; opens it in the PDF program where no dialog can be had.
            write packet_print($crate::wire::PacketRef) -> $crate::wire::PrintedPacket [];
            /// Lets the person drag a packet out of the window, while the button of the mouse is down.
            write packet_drag($crate::wire::PacketRef) -> $crate::wire::Nothing [];
            /// Checks a packet of the workspace: its pages, its decision, the audit log, the documents behind it.
            read packet_check($crate::wire::PacketRef) -> $crate::wire::PacketCheckView [Decisions, Documents, History];
            /// Checks packets that the person chooses; nothing is stored.
            write packet_check_choose($crate::wire::Nothing) -> Vec<$crate::wire::PacketCheckView> [];
            /// What needs attention, with figures of all vendors.
            read today($crate::wire::Nothing) -> $crate::wire::TodayView [Attention, Vendors, Documents, Decisions, Reviews, People, Policy, Session];
            /// Puts an item off until a day.
            write attention_snooze($crate::wire::SnoozeItem) -> $crate::wire::Nothing [Attention, History];
            /// Brings an item back that was put off.
            write attention_wake($crate::wire::WakeItem) -> $crate::wire::Nothing [Attention, History];
            /// What the reports and letters of all vendors in use cover.
            read coverage($crate::wire::Nothing) -> $crate::wire::CoveragePicture [Vendors, Documents, Decisions, Reviews, Policy];
            /// Saves the dated items as a calendar where the person says.
            write calendar_save($crate::wire::SaveCalendar) -> $crate::wire::SavedFile [];
            /// The calendar file that is kept up to date.
            read calendar_kept($crate::wire::Nothing) -> $crate::wire::CalendarKept [Attention, Session];
            /// Keeps a calendar file up to date where the person says; nothing changes where the person cancels.
            write calendar_keep($crate::wire::SaveCalendar) -> $crate::wire::CalendarKept [Attention];
            /// Keeps it no more; the file stays as it is.
            write calendar_keep_end($crate::wire::Nothing) -> $crate::wire::CalendarKept [Attention];
            /// The figures of all vendors on a day.
            read insights($crate::wire::InsightsQuery) -> $crate::wire::InsightsView [Vendors, Documents, Decisions, Reviews, People, Policy];
            /// One of them with everything of which it was counted.
            read insight($crate::wire::InsightQuery) -> $crate::wire::InsightDetail [Vendors, Documents, Decisions, Reviews, People, Policy];
            /// Their way over the last twelve months, as the state of each day was.
            read insights_trend($crate::wire::InsightsQuery) -> $crate::wire::TrendView [Vendors, Documents, Decisions, Reviews, People, Policy];
            /// Saves everything of which a figure was counted as a table where the person says.
            write insight_save($crate::wire::InsightQuery) -> $crate::wire::SavedFile [];
            /// Saves the summary of all vendors for the board where the person says.
            write board_save($crate::wire::BoardRequest) -> $crate::wire::SavedPaper [History];
            /// What a column of a chosen table says of the completeness of the register.
            read inventory_preview($crate::wire::InventoryInput) -> $crate::wire::InventoryPreview [Vendors];
            /// Takes its names as the list with which the register is compared, in the place of the one before.
            write inventory_take($crate::wire::InventoryInput) -> $crate::wire::InventoryPreview [Vendors, History];
            /// Looks for words in everything.
            read search($crate::wire::Search) -> Vec<$crate::wire::SearchHit> [Vendors, Documents];
            /// A part of the audit log.
            read history($crate::wire::HistoryQuery) -> Vec<$crate::wire::HistoryEntry> [History];
            /// Saves what the auditor of our own controls asks for where the person says.
            write evidence_save($crate::wire::EvidenceRequest) -> $crate::wire::EvidenceFile [];
            /// Saves the register of information of a financial entity (DORA) where the person says.
            write dora_save($crate::wire::Nothing) -> $crate::wire::RegisterFile [History];
            /// Checks the audit log's chain.
            read history_verify($crate::wire::Nothing) -> $crate::wire::ChainReport [History];
        }
    };
}
