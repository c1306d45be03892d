use super::{Ability, wire};
use uuid::Uuid;

wire! {
    /// A person of our organisation.
    pub struct PersonView {
        /// Their id.
        pub id: Uuid,
        /// Their name.
        pub name: String,
        /// Their title in the organisation.
        pub title: Option<String>,
        /// Their roles.
        pub roles: Vec<RoleName>,
        /// Whether they still act.
        pub active: bool,
        /// What these roles let them do; nothing where they no longer act.
        pub may: Vec<Ability>,
    }

    /// A role.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are the field's own words")]
    pub enum RoleName {
        Reviewer,
        SecondReader,
        BusinessOwner,
        SecurityOwner,
        PrivacyLegal,
        Procurement,
        Executive,
        Administrator,
    }

    /// Enters or changes a person.
    pub struct SavePerson {
        /// Whom; `None` enters a new one.
        pub id: Option<Uuid>,
        /// Their name.
        pub name: String,
        /// Their title.
        pub title: Option<String>,
        /// Their roles.
        pub roles: Vec<RoleName>,
        /// Whether they act.
        pub active: bool,
    }

    /// Says who acts from now on.
    pub struct SetActor {
        /// The person.
        pub person: Uuid,
    }
}
