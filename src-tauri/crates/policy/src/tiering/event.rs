//! What proposes to work out the class again (`practice.md` §4.1, last line).

use countersign_domain::{
    choices,
    monitoring::MonitoringKind,
    register::{AiUse, Engagement},
};

choices! {
    /// Something after which the class may not hold any more.
    RetierEvent {
        /// The vendor gets data of a kind that it had not.
        NewData = "new_data", "New kind of data";
        /// It gets a new integration or permission.
        NewIntegration = "new_integration", "New integration or permission";
        /// It merges or is taken over.
        Merger = "merger", "Merger or acquisition";
        /// It has an incident.
        Incident = "incident", "Incident";
        /// Artificial intelligence begins to work on our data.
        NewAi = "new_ai", "New AI feature";
        /// It employs a new subprocessor.
        NewSubprocessor = "new_subprocessor", "New subprocessor";
        /// We depend on it more, or its use comes into a regulated scope.
        ChangedUse = "changed_use", "Changed use";
        /// Something else was noted of the vendor, and who noted it proposes so.
        Noted = "noted", "Noted between reviews";
    }
}

/// Finds what a change of a service's answers proposes. An answer given for the first time is intake, not a change;
/// mergers and incidents are told by people.
pub fn changes(before: &Engagement, after: &Engagement) -> Vec<RetierEvent> {
    let mut events = Vec::new();
    let new_data = before.data.as_ref().zip(after.data.as_ref()).is_some_and(|(b, a)| a.difference(b).next().is_some());
    if new_data {
        events.push(RetierEvent::NewData);
    }
    if rose(before.access, after.access) || rose(before.integration, after.integration) {
        events.push(RetierEvent::NewIntegration);
    }
    let ai = |engagement: &Engagement| engagement.ai_on_our_data;
    if ai(after) == Some(AiUse::Yes) && ai(before).is_some_and(|before| before != AiUse::Yes) {
        events.push(RetierEvent::NewAi);
    }
    let new_subprocessor = before
        .subprocessors
        .as_ref()
        .zip(after.subprocessors.as_ref())
        .is_some_and(|(b, a)| a.iter().any(|name| !b.contains(name)));
    if new_subprocessor {
        events.push(RetierEvent::NewSubprocessor);
    }
    let use_rose = rose(before.dependence, after.dependence)
        || rose(before.substitutability, after.substitutability)
        || rose(before.regulated, after.regulated)
        || rose(before.sole_processor_of_customer_data, after.sole_processor_of_customer_data)
        || rose(before.in_our_soc2, after.in_our_soc2);
    if use_rose {
        events.push(RetierEvent::ChangedUse);
    }
    events
}

/// What an entry that proposes another class tells of.
pub const fn of_entry(kind: MonitoringKind) -> RetierEvent {
    match kind {
        MonitoringKind::Incident => RetierEvent::Incident,
        MonitoringKind::Subprocessor => RetierEvent::NewSubprocessor,
        MonitoringKind::Access => RetierEvent::NewIntegration,
        MonitoringKind::Ai => RetierEvent::NewAi,
        MonitoringKind::Ownership => RetierEvent::Merger,
        MonitoringKind::News
        | MonitoringKind::Posture
        | MonitoringKind::Sla
        | MonitoringKind::Financial
        | MonitoringKind::Contract => RetierEvent::Noted,
    }
}

fn rose<T: PartialOrd>(before: Option<T>, after: Option<T>) -> bool {
    before.zip(after).is_some_and(|(before, after)| after > before)
}
