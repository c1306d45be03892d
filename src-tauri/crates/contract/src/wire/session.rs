use super::{PersonView, wire};
use chrono::NaiveDate;
use uuid::Uuid;

wire! {
    /// What the program has open.
    pub struct Session {
        /// The program's version.
        pub version: String,
        /// The open workspace.
        pub workspace: Option<WorkspaceView>,
        /// Workspaces opened before on this computer, newest first.
        pub recent: Vec<RecentWorkspace>,
        /// A protected workspace that the person asked the system to open, and that waits for its passphrase.
        pub asked: Option<Place>,
    }

    /// The open workspace.
    pub struct WorkspaceView {
        /// Its id.
        pub id: Uuid,
        /// The file's name without folder and extension.
        pub label: String,
        /// Our organisation's name.
        pub organisation: String,
        /// Whether a passphrase protects the file.
        pub protected: bool,
        /// Whether it can be written.
        pub access: AccessView,
        /// Who acts.
        pub actor: PersonView,
        /// What the actor may do.
        pub may: Vec<Ability>,
        /// Today as the application counts it.
        pub today: NaiveDate,
        /// How many documents wait in the inbox.
        pub waiting: u32,
        /// How many vendors are in the register.
        pub vendors: u32,
    }

    /// The company's logo as it is printed.
    pub struct LogoView {
        /// Pixels from left to right.
        pub width: u32,
        /// Pixels from top to bottom.
        pub height: u32,
        /// Red, green and blue of each pixel, row by row from the top, in Base64.
        pub rgb: String,
    }

    /// Why a picture cannot be the logo.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum NoLogo {
        /// It is no PNG.
        NotPng,
        /// It is damaged.
        Damaged,
        /// It has too many bytes or pixels.
        TooLarge,
        /// Nothing of it would be seen on white paper.
        Blank,
    }

    /// Whether a workspace can be written.
    #[serde(tag = "access", rename_all = "snake_case")]
    pub enum AccessView {
        /// It can.
        ReadWrite,
        /// Another program has it open.
        Held {
            /// Who, as that program says.
            holder: String,
        },
        /// The file or its folder does not allow writing.
        Protected,
        /// The file is damaged and was opened only to be read.
        Damaged,
    }

    /// What a person may do.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum Ability {
        /// Receive, file and set aside documents.
        KeepDocuments,
        /// Confirm, correct and reject facts.
        JudgeFacts,
        /// Enter and change vendors.
        KeepVendors,
        /// Answer and sign reviews.
        Review,
        /// Read signed reviews again.
        ReadAgain,
        /// Follow up findings.
        FollowFindings,
        /// Record decisions and make packets.
        Decide,
        /// Sign decisions in which one is named.
        SignDecisions,
        /// Put off for oneself what needs attention.
        Snooze,
        /// Change the acceptance policy.
        KeepPolicy,
        /// Change people, organisation and protection.
        KeepWorkspace,
    }

    /// A workspace that was open before.
    pub struct RecentWorkspace {
        /// Names the file for [`OpenWorkspace`].
        pub place: Uuid,
        /// The file's name without extension.
        pub label: String,
        /// The name of its folder, to tell two of one name apart.
        pub folder: String,
        /// Whether the file is there.
        pub present: bool,
    }

    /// Asks the person for a place with the system's dialog.
    pub struct ChoosePlace {
        /// What for.
        pub purpose: PlacePurpose,
        /// A name to propose for a new file.
        pub suggested_name: Option<String>,
    }

    /// What a place is chosen for.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum PlacePurpose {
        /// A new workspace.
        Create,
        /// An existing one.
        Open,
    }

    /// A place that the person chose.
    pub struct Place {
        /// Names it for the next command.
        pub place: Uuid,
        /// The file's name without extension.
        pub label: String,
        /// Whether a passphrase will be asked for.
        pub needs_passphrase: bool,
    }

    /// Makes a new workspace and opens it.
    pub struct CreateWorkspace {
        /// Where; from [`Place`].
        pub place: Uuid,
        /// Our organisation's name.
        pub organisation: String,
        /// The first person, who gets every role.
        pub person: String,
        /// Their title.
        pub title: Option<String>,
        /// Protects the file from the start.
        pub passphrase: Option<String>,
    }

    /// Opens a workspace.
    pub struct OpenWorkspace {
        /// Where; from [`Place`] or [`RecentWorkspace`].
        pub place: Uuid,
        /// The passphrase of a protected one.
        pub passphrase: Option<String>,
    }

    /// Sets or changes the passphrase.
    pub struct SetProtection {
        /// The passphrase so far, where there is one.
        pub current: Option<String>,
        /// The new one; `None` takes the protection off.
        pub new: Option<String>,
    }

    /// Changes the organisation.
    pub struct SaveOrganisation {
        /// Its name as printed on packets.
        pub name: String,
    }

    /// What is wanted of the daily word outside the window, on this computer.
    pub struct NoticeView {
        /// Whether it is wanted.
        pub on: bool,
        /// Whether it may name vendors.
        pub names: bool,
    }
}
