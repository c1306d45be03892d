//! What the register says otherwise than when a decision was made.

use crate::{decisions::freeze::register::printed, people};
use countersign_contract::wire::Stale;
use countersign_domain::{
    Person,
    register::{Engagement, Profile},
};
use countersign_packet::input::FrozenRegister;
use serde_json::{Value, json};

/// Services that came or went, answers that changed, confidentiality, continuity and who asked for the vendor.
pub(super) fn changes(was: &FrozenRegister, now: &Profile, people: &[Person]) -> Vec<Stale> {
    let mut changes = Vec::new();
    for before in &was.services {
        match now.engagements.iter().find(|after| after.id == before.id) {
            None => changes.push(change(None, "Service", Some(before.name.to_string()), None)),
            Some(after) => answers(&mut changes, before, after),
        }
    }
    for after in now.engagements.iter().filter(|after| !was.services.iter().any(|before| before.id == after.id)) {
        changes.push(change(None, "Service", None, Some(after.name.to_string())));
    }
    fields(&mut changes, None, &json!({ "confidentiality": was.nda }), &json!({ "confidentiality": now.nda }));
    fields(&mut changes, None, &json!(was.continuity), &json!(now.continuity));
    // Decisions recorded before it was frozen say nothing of it.
    if let Some(before) = &was.requester {
        let after = now.requester.map(|requester| people::name_in(people, requester));
        if after.as_ref() != Some(before) {
            changes.push(change(None, "Asked for by", Some(before.clone()), after));
        }
    }
    changes
}

fn answers(changes: &mut Vec<Stale>, before: &Engagement, after: &Engagement) {
    // Older decisions froze more of a service than the packet prints; what lifts its class is told by the class.
    fields(changes, Some(after.name.as_str()), &json!(printed(before)), &json!(printed(after)));
}

/// Compares two values field by field.
fn fields(changes: &mut Vec<Stale>, of: Option<&str>, was: &Value, now: &Value) {
    let (Some(before), Some(after)) = (was.as_object(), now.as_object()) else { return };
    let absent = Value::Null;
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    for name in names {
        let (was, now) = (before.get(name).unwrap_or(&absent), after.get(name).unwrap_or(&absent));
        if was != now {
            changes.push(change(of, &sentence(name), words(was), words(now)));
        }
    }
}

fn change(of: Option<&str>, what: &str, was: Option<String>, now: Option<String>) -> Stale {
    Stale::Register { of: of.map(str::to_owned), what: what.to_owned(), was, now }
}

/// `ai_on_our_data` as `Ai on our data`.
fn sentence(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).map(|letter| if letter == '_' { ' ' } else { letter }).collect()
}

/// A stored answer in words; `None` where nothing is answered.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        Value::String(word) => Some(word.replace('_', " ")),
        Value::Array(all) if all.is_empty() => Some("none".to_owned()),
        Value::Array(all) => Some(all.iter().filter_map(words).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let said = fields.iter().filter_map(|(name, value)| Some(format!("{} {}", sentence(name), words(value)?)));
            Some(said.collect::<Vec<_>>().join(", ").to_lowercase())
        }
        Value::Number(number) => Some(number.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use countersign_domain::{EngagementId, Name, register::DataClass};

    #[test]
    fn a_new_kind_of_data_and_a_new_service_are_said() {
        let name = |text: &str| Name::parse(text).expect("a name");
        let mut service = Engagement::new(EngagementId::from_uuid(uuid::Uuid::nil()), name("Ledger"));
        service.data = Some([DataClass::Internal].into());
        let was = FrozenRegister { services: vec![service.clone()], ..FrozenRegister::default() };
        service.data = Some([DataClass::Internal, DataClass::SpecialPersonal].into());
        let other = Engagement::new(EngagementId::from_uuid(uuid::Uuid::max()), name("Payroll"));
        let now = Profile { engagements: vec![service, other], ..Profile::default() };
        let said = changes(&was, &now, &[]);
        let data = Some("internal, special personal".to_owned());
        assert_eq!(said[0], change(Some("Ledger"), "Data", Some("internal".to_owned()), data));
        assert_eq!(said[1], change(None, "Service", None, Some("Payroll".to_owned())));
        assert_eq!(said.len(), 2, "nothing else differs: {said:?}");
    }
}
