//! Who signs a decision as what (`practice.md` §7.2: the same person may hold several roles).

use crate::{Person, PersonId, Role};

/// What stands between the roles of one signer.
const BETWEEN: &str = ", ";

/// Gives for each of `signers`, in their order, the roles in which they sign; nobody signs as nothing.
///
/// The vendor's `owner` signs as its business owner and nobody else does. Every other role that is `asked` for goes to one
/// signer who holds it, to the one with fewest so far, so that as many eyes look as there are. Who is left without one signs in
/// the first of the asked roles they hold, or else in the first of their own.
pub fn roles(signers: &[&Person], owner: Option<PersonId>, asked: &[Role]) -> Vec<Vec<Role>> {
    let may = |person: &Person, role: Role| {
        let owned = owner.is_some() && role == Role::BusinessOwner;
        role != Role::Administrator && !owned && person.has(role)
    };
    let as_owner = |person: &&Person| if owner == Some(person.id) { vec![Role::BusinessOwner] } else { Vec::new() };
    let mut given: Vec<Vec<Role>> = signers.iter().map(as_owner).collect();
    for role in asked {
        let holders = signers.iter().zip(&mut given).filter(|(person, _)| may(person, *role));
        if let Some((_, roles)) = holders.min_by_key(|(_, roles)| roles.len()) {
            roles.push(*role);
        }
    }
    for (person, roles) in signers.iter().zip(&mut given).filter(|(_, roles)| roles.is_empty()) {
        let held = asked.iter().chain(&person.roles).copied().find(|role| may(person, *role));
        roles.push(held.unwrap_or(Role::Administrator));
    }
    given
}

/// The roles of one signer as they are printed and kept under a signature.
pub fn titles(roles: &[Role]) -> String {
    roles.iter().map(|role| role.title()).collect::<Vec<_>>().join(BETWEEN)
}

/// The roles of such a text; what is no role's title is passed over.
pub fn of_titles(text: &str) -> Vec<Role> {
    text.split(BETWEEN).filter_map(|title| Role::ALL.into_iter().find(|role| role.title() == title)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Role::{Administrator, BusinessOwner, Executive, Procurement, Reviewer, SecurityOwner};

    fn person(number: u128, roles: &[Role]) -> Person {
        Person {
            id: PersonId::from_uuid(uuid::Uuid::from_u128(number)),
            name: crate::Name::parse("Somebody").expect("a name"),
            title: None,
            roles: roles.to_vec(),
            active: true,
        }
    }

    #[test]
    fn two_people_fill_three_roles() {
        let asked = [BusinessOwner, SecurityOwner, Executive];
        let (owner, other) = (person(1, &[BusinessOwner, SecurityOwner]), person(2, &[SecurityOwner, Executive]));
        let given = roles(&[&owner, &other], Some(owner.id), &asked);
        assert_eq!(given, [vec![BusinessOwner], vec![SecurityOwner, Executive]]);
        assert_eq!(titles(&given[1]), "Security owner, Executive");
        assert_eq!(of_titles(&titles(&given[1])), given[1]);
    }

    #[test]
    fn a_role_goes_to_whoever_has_fewest() {
        let asked = [SecurityOwner, Procurement];
        let both = [SecurityOwner, Procurement];
        let given = roles(&[&person(1, &both), &person(2, &both)], None, &asked);
        assert_eq!(given, [[SecurityOwner], [Procurement]]);
        let given = roles(&[&person(1, &both)], None, &asked);
        assert_eq!(given, [both]);
    }

    #[test]
    fn nobody_signs_as_nothing_and_nobody_in_the_owners_place() {
        let owner = person(1, &[]);
        let asked = [BusinessOwner];
        let given = roles(&[&owner, &person(2, &[BusinessOwner, Reviewer])], Some(owner.id), &asked);
        assert_eq!(given, [[BusinessOwner], [Reviewer]]);
        assert_eq!(roles(&[&person(3, &[BusinessOwner])], None, &asked), [[BusinessOwner]]);
        assert_eq!(roles(&[&person(4, &[Administrator])], None, &asked), [[Administrator]]);
        assert_eq!(of_titles("Guest"), [], "what an older decision may say is no role");
    }
}
