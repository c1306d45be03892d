//! The one list of commands: what is open, people and documents here, vendors in `of_vendors.rs`,
//! decisions and what follows from them in `of_decisions.rs`.

mod of_decisions;
mod of_vendors;

use crate::{failure::Failure, tags::Tag};

/// Calls a macro with the list of all commands.
///
/// Each line is `read|write name(Input) -> Answer [tags];`: for a read the tags of what its answer is made of, for a
/// write the tags that it makes stale.
#[macro_export]
macro_rules! for_each_command {
    ($callback:path) => {
        $crate::__commands_of_vendors! { $callback {
            /// What the program has open.
            read session($crate::wire::Nothing) -> $crate::wire::Session [Session];
            /// Asks for a place with the system's dialog; `null` where the person cancelled.
            read workspace_choose($crate::wire::ChoosePlace) -> Option<$crate::wire::Place> [];
            /// Makes a workspace and opens it.
            write workspace_create($crate::wire::CreateWorkspace) -> $crate::wire::Session [Session, People, Jobs, Documents, Vendors, Policy, Reviews, Decisions, Attention, History];
            /// Opens a workspace.
            write workspace_open($crate::wire::OpenWorkspace) -> $crate::wire::Session [Session, People, Jobs, Documents, Vendors, Policy, Reviews, Decisions, Attention, History];
            /// Makes the sample workspace anew beside the program's own data and opens it.
            write workspace_sample($crate::wire::Nothing) -> $crate::wire::Session [Session, People, Jobs, Documents, Vendors, Policy, Reviews, Decisions, Attention, History];
            /// Closes the workspace.
            write workspace_close($crate::wire::Nothing) -> $crate::wire::Session [Session, People, Jobs, Documents, Vendors, Policy, Reviews, Decisions, Attention, History];
            /// Sets, changes or takes off the passphrase.
            write protection_set($crate::wire::SetProtection) -> $crate::wire::Session [Session, History];
            /// Saves a copy of the workspace where the person says.
            write workspace_copy($crate::wire::Nothing) -> $crate::wire::SavedFile [];
            /// Changes the organisation.
            write organisation_save($crate::wire::SaveOrganisation) -> $crate::wire::Session [Session, History];
            /// The company's logo, as it stands on the packets of decisions from now on.
            read logo($crate::wire::Nothing) -> Option<$crate::wire::LogoView> [Session];
            /// Asks for a picture and makes it the logo; `null` where the person cancelled.
            write logo_choose($crate::wire::Nothing) -> Option<$crate::wire::LogoView> [Session, History];
            /// Takes the logo away.
            write logo_remove($crate::wire::Nothing) -> $crate::wire::Nothing [Session, History];
            /// What is wanted of the daily word outside the window, on this computer.
            read notices($crate::wire::Nothing) -> $crate::wire::NoticeView [Session];
            /// Changes that.
            write notices_save($crate::wire::NoticeView) -> $crate::wire::NoticeView [Session];
            /// All people.
            read people($crate::wire::Nothing) -> Vec<$crate::wire::PersonView> [People];
            /// Enters or changes a person.
            write person_save($crate::wire::SavePerson) -> $crate::wire::PersonView [People, Session, Vendors, Documents, Decisions, History];
            /// Says who acts from now on.
            write actor_set($crate::wire::SetActor) -> $crate::wire::Session [Session];
            /// Asks for files with the system's dialog and receives them.
            write documents_choose($crate::wire::ChooseDocuments) -> $crate::wire::Chosen [Jobs];
            /// What came in.
            read inbox($crate::wire::Nothing) -> $crate::wire::Inbox [Jobs, Documents, Vendors];
            /// Stops a file on its way in.
            write job_cancel($crate::wire::JobRef) -> $crate::wire::Nothing [Jobs];
            /// Reads documents again in the background; judgements stay.
            write documents_read_again($crate::wire::ReadAgain) -> $crate::wire::Chosen [Jobs];
            /// Stops all reading again.
            write read_again_cancel($crate::wire::Nothing) -> $crate::wire::Chosen [Jobs];
            /// Documents with pages that are pictures of text and unread, and how far the reading of these is.
            read recognition($crate::wire::Nothing) -> Vec<$crate::wire::Recognition> [Jobs, Documents];
            /// The picture of a page whose words are to be recognised.
            read recognition_picture($crate::wire::PageRef) -> $crate::wire::RecognitionPicture [];
            /// Delivers the words recognised on a page; with the last page of a document it is read again.
            write recognition_deliver($crate::wire::RecognisedPage) -> $crate::wire::Nothing [Jobs];
            /// Stops reading the pictures of a document; what was recognised so far is kept.
            write recognition_stop($crate::wire::DocumentRef) -> $crate::wire::Nothing [Jobs];
            /// Goes on with what was stopped, and tries pages again that could not be read.
            write recognition_resume($crate::wire::DocumentRef) -> $crate::wire::Nothing [Jobs];
            /// Takes a finished file off the list.
            write job_dismiss($crate::wire::JobRef) -> $crate::wire::Nothing [Jobs];
            /// A document with its facts.
            read document($crate::wire::DocumentRef) -> $crate::wire::DocumentView [Documents, Vendors];
            /// Everything that a document lists: controls, exceptions, complementary controls and so on.
            read document_lists($crate::wire::DocumentRef) -> $crate::wire::DocumentLists [Documents];
            /// Two reports beside each other: what is new, what is gone, what says something else.
            read comparison($crate::wire::CompareDocuments) -> $crate::wire::ComparisonView [Documents, Vendors];
            /// What stands at a place that a person marked on a page.
            read words_at($crate::wire::CiteWords) -> $crate::wire::CitationView [];
            /// Confirms, corrects, rejects or adds an entry of a list, or takes that back.
            write entry_judge($crate::wire::JudgeEntry) -> $crate::wire::EntriesJudged [Documents, Vendors, History];
            /// Confirms entries of a list that nobody judged.
            write entries_confirm($crate::wire::NamedEntries) -> $crate::wire::EntriesJudged [Documents, Vendors, History];
            /// Takes back what was last said of entries of a list.
            write entries_withdraw($crate::wire::NamedEntries) -> $crate::wire::EntriesJudged [Documents, Vendors, History];
            /// A page's size and words.
            read page($crate::wire::PageRef) -> $crate::wire::PageView [];
            /// Confirms, corrects, rejects a fact, or takes that back.
            write fact_judge($crate::wire::JudgeFact) -> $crate::wire::DocumentView [Documents, Vendors, History];
            /// Confirms every fact that the document states and nobody judged; what it does not state stays open.
            write facts_confirm($crate::wire::DocumentRef) -> $crate::wire::DocumentView [Documents, Vendors, History];
            /// What was typed of a correction and not recorded.
            read fact_draft($crate::wire::FactRef) -> Option<$crate::wire::FactDraft> [];
            /// Keeps what is typed of a correction.
            write fact_draft_keep($crate::wire::SaveFactDraft) -> $crate::wire::Nothing [];
            /// Waiting documents about which nothing is in doubt.
            read inbox_ready($crate::wire::Nothing) -> Vec<$crate::wire::ReadyDocument> [Documents, Vendors];
            /// Confirms and files documents about which nothing is in doubt.
            write inbox_confirm($crate::wire::ConfirmReady) -> $crate::wire::ConfirmedReady [Documents, Vendors, Session, History];
            /// Takes back that documents were confirmed and filed in one go.
            write inbox_take_back($crate::wire::TakeBack) -> $crate::wire::Nothing [Documents, Vendors, Session, History];
            /// Puts a document with a vendor.
            write document_file($crate::wire::FileDocument) -> $crate::wire::DocumentView [Documents, Vendors, Session, History];
            /// Judges a document to be no evidence.
            write document_set_aside($crate::wire::SetAside) -> $crate::wire::DocumentView [Documents, Vendors, Session, History];
            /// Puts a document back into the inbox.
            write document_return($crate::wire::DocumentRef) -> $crate::wire::DocumentView [Documents, Vendors, Session, History];
            /// Saves the original file where the person says.
            write document_save($crate::wire::DocumentRef) -> $crate::wire::SavedFile [];
        } }
    };
}

/// Whether a command changes something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandKind {
    /// It only reads.
    Read,
    /// It may change something.
    Write,
}

/// What is known of a command.
#[derive(Debug, Clone, Copy)]
pub struct CommandInfo {
    /// Its name.
    pub name: &'static str,
    /// Whether it changes something.
    pub kind: CommandKind,
    /// For a read what its answer is made of, for a write what it makes stale.
    pub tags: &'static [Tag],
}

macro_rules! kind {
    (read) => {
        CommandKind::Read
    };
    (write) => {
        CommandKind::Write
    };
}

macro_rules! declare {
    ($($(#[$doc:meta])* $kind:ident $name:ident($input:ty) -> $answer:ty [$($tag:ident),*];)*) => {
        /// All commands in the order of the list.
        pub const COMMANDS: &[CommandInfo] = &[
            $(CommandInfo { name: stringify!($name), kind: kind!($kind), tags: &[$(Tag::$tag),*] },)*
        ];

        /// What the application can be asked.
        pub trait Commands {
            $($(#[$doc])* fn $name(&self, input: $input) -> Result<$answer, Failure>;)*
        }
    };
}
for_each_command!(declare);
