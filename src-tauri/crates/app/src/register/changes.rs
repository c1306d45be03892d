//! Which fields of a profile changed: for the audit log, which keeps what was and what became and not the whole.

use countersign_domain::register::Profile;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Gives each changed field as `contracts.Master agreement.term.end` with what was and what became.
pub(super) fn changes(before: &Profile, after: &Profile) -> Vec<(String, Value)> {
    let (was, is) = (fields(before), fields(after));
    let names = was.keys().chain(is.keys().filter(|name| !was.contains_key(*name)));
    names
        .filter(|name| was.get(*name) != is.get(*name))
        .map(|name| (name.clone(), json!({ "was": was.get(name), "became": is.get(name) })))
        .collect()
}

fn fields(profile: &Profile) -> BTreeMap<String, Value> {
    let mut fields = BTreeMap::new();
    flatten("", &json!(profile), &mut fields);
    fields
}

fn flatten(path: &str, value: &Value, into: &mut BTreeMap<String, Value>) {
    let under = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Null => {}
        Value::Object(object) => {
            for (name, value) in object.iter().filter(|(name, _)| *name != "id") {
                flatten(&under(name), value, into);
            }
        }
        Value::Array(all) if all.iter().any(Value::is_object) => {
            let called = |value: &Value| {
                let name = ["name", "title", "value"].iter().find_map(|name| value.get(name)?.as_str())?;
                Some(name.to_owned())
            };
            for (at, value) in all.iter().enumerate() {
                let place = match called(value) {
                    // Two entries of one name are told apart by their places.
                    Some(name) if all.iter().filter(|other| called(other).as_ref() == Some(&name)).count() > 1 => {
                        format!("{name} ({})", at + 1)
                    }
                    Some(name) => name,
                    None => (at + 1).to_string(),
                };
                flatten(&under(&place), value, into);
            }
        }
        // An empty list is an answer, but where nothing was ever entered it is none.
        leaf => drop(into.insert(path.to_owned(), leaf.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use countersign_domain::{
        ContractId, Name,
        register::{Contract, Term},
    };

    #[test]
    fn only_the_field_that_changed_is_told() {
        let id = ContractId::from_uuid(uuid::Uuid::nil());
        let contract = Contract::new(id, Name::parse("Master agreement").expect("a name"));
        let before = Profile { contracts: vec![contract], ..Profile::default() };
        let mut after = before.clone();
        after.contracts[0].term = Term::new(None, "2026-12-31".parse().ok(), None, None, None).expect("a term");
        let expected =
            vec![("contracts.Master agreement.term.end".to_owned(), json!({ "was": null, "became": "2026-12-31" }))];
        assert_eq!(changes(&before, &after), expected);
        assert_eq!(changes(&after, &after), []);
    }

    #[test]
    fn two_entries_of_one_name_are_both_told() {
        let contract = |id, end: &str| {
            let mut contract = Contract::new(ContractId::from_uuid(id), Name::parse("Order form").expect("a name"));
            contract.term = Term::new(None, end.parse().ok(), None, None, None).expect("a term");
            contract
        };
        let before = Profile { contracts: vec![contract(uuid::Uuid::nil(), "2026-06-30")], ..Profile::default() };
        let mut after = before.clone();
        after.contracts.push(contract(uuid::Uuid::max(), "2027-06-30"));
        let told = changes(&before, &after);
        let became =
            |path: &str| told.iter().find(|(name, _)| name == path).map(|(_, change)| change["became"].clone());
        assert_eq!(became("contracts.Order form (1).term.end"), Some(json!("2026-06-30")));
        assert_eq!(became("contracts.Order form (2).term.end"), Some(json!("2027-06-30")));
    }
}
