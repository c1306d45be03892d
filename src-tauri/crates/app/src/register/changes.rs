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
            for (at, value) in all.iter().enumerate() {
                let called = ["name", "title", "value"].iter().find_map(|name| value.get(name)?.as_str());
                let place = called.map_or_else(|| (at + 1).to_string(), str::to_owned);
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
}
