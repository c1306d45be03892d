//! Who may do what. A use case that writes takes a [`Permit`], and a permit exists only where the rule allowed it.

use crate::{Person, PersonId, Role};

/// What somebody wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Receive documents, file them or set them aside.
    KeepDocuments,
    /// Confirm, correct or reject facts.
    JudgeFacts,
    /// Enter and change vendors.
    KeepVendors,
    /// Answer the questions of a review and sign it.
    Review,
    /// Read a signed review again.
    ReadAgain,
    /// Follow up what is found: judge it, ask the vendor, verify, close.
    FollowFindings,
    /// Record a decision and print its packet.
    Decide,
    /// Sign a decision in which one is named.
    SignDecisions,
    /// Put off for oneself what needs attention.
    Snooze,
    /// Change the acceptance policy.
    KeepPolicy,
    /// Change people, organisation, protection.
    KeepWorkspace,
}

impl Action {
    /// The roles that may do it (`practice.md` §7.2; small companies give one person several roles).
    pub const fn roles(self) -> &'static [Role] {
        use Role::{
            Administrator, BusinessOwner, Executive, PrivacyLegal, Procurement, Reviewer, SecondReader, SecurityOwner,
        };
        match self {
            Self::KeepDocuments => {
                &[Reviewer, SecondReader, BusinessOwner, SecurityOwner, PrivacyLegal, Procurement, Administrator]
            }
            Self::JudgeFacts => &[Reviewer, SecondReader, SecurityOwner, PrivacyLegal, Procurement],
            Self::KeepVendors => &[Reviewer, BusinessOwner, Procurement, SecurityOwner, Administrator],
            Self::Review => &[Reviewer, SecondReader, SecurityOwner, PrivacyLegal],
            Self::ReadAgain => &[Reviewer, SecondReader, SecurityOwner, Executive],
            Self::FollowFindings => {
                &[Reviewer, SecondReader, BusinessOwner, SecurityOwner, PrivacyLegal, Procurement, Executive]
            }
            Self::SignDecisions | Self::Snooze => &Role::ALL,
            Self::Decide => &[Reviewer, SecurityOwner, Procurement, Executive],
            Self::KeepPolicy => &[SecurityOwner, Executive, Administrator],
            Self::KeepWorkspace => &[Administrator],
        }
    }

    /// The action as a phrase after "may not".
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::KeepDocuments => "receive or file documents",
            Self::JudgeFacts => "confirm or correct facts",
            Self::KeepVendors => "enter or change vendors",
            Self::Review => "answer and sign reviews",
            Self::ReadAgain => "read reviews again",
            Self::SignDecisions => "sign decisions",
            Self::FollowFindings => "follow up findings",
            Self::Decide => "record decisions",
            Self::Snooze => "put off what needs attention",
            Self::KeepPolicy => "change the acceptance policy",
            Self::KeepWorkspace => "change people, organisation or protection",
        }
    }
}

/// Says that a person may not do something, and which roles may.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name} may not {}", action.phrase())]
pub struct Denied {
    /// Who asked.
    pub name: String,
    /// What for.
    pub action: Action,
}

/// Proof that a person may do an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permit {
    actor: PersonId,
    action: Action,
}

impl Permit {
    /// Asks the rule.
    pub fn request(person: &Person, action: Action) -> Result<Self, Denied> {
        if person.active && action.roles().iter().any(|role| person.has(*role)) {
            Ok(Self { actor: person.id, action })
        } else {
            Err(Denied { name: person.name.to_string(), action })
        }
    }

    /// Who acts.
    pub const fn actor(self) -> PersonId {
        self.actor
    }

    /// What was allowed.
    pub const fn action(self) -> Action {
        self.action
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Name;

    fn person(roles: &[Role], active: bool) -> Person {
        Person {
            id: PersonId::from_uuid(uuid::Uuid::nil()),
            name: Name::parse("Ada Example").expect("a name"),
            title: None,
            roles: roles.to_vec(),
            active,
        }
    }

    #[test]
    fn an_executive_decides_but_does_not_change_people() {
        let executive = person(&[Role::Executive], true);
        assert!(Permit::request(&executive, Action::Decide).is_ok());
        assert!(Permit::request(&executive, Action::KeepWorkspace).is_err());
    }

    #[test]
    fn who_left_may_nothing() {
        assert!(Permit::request(&person(&Role::ALL, false), Action::Decide).is_err());
    }
}
