//! What the register says of the vendor, no more than the packet prints, and who asked for it: the manifest leaves the house
//! with it.

use crate::people;
use countersign_domain::{
    Person,
    register::{Engagement, Profile},
};
use countersign_packet::input::FrozenRegister;

/// Freezes it.
pub(super) fn freeze(profile: &Profile, people: &[Person]) -> FrozenRegister {
    FrozenRegister {
        services: profile.engagements.iter().map(printed).collect(),
        nda: profile.nda,
        continuity: profile.continuity.clone(),
        // Whoever asked for it is never its only approver: another one makes the decision stale.
        requester: profile.requester.map(|requester| people::name_in(people, requester)),
    }
}

/// A service with the answers that sections 2 and 10 print. What lifts the tier stands in the tiering, in words.
pub(in crate::decisions) fn printed(service: &Engagement) -> Engagement {
    Engagement {
        purpose: service.purpose.clone(),
        users: service.users.clone(),
        data: service.data.clone(),
        data_locations: service.data_locations.clone(),
        substitutability: service.substitutability,
        ai_on_our_data: service.ai_on_our_data,
        ..Engagement::new(service.id, service.name.clone())
    }
}
