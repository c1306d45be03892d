//! Which of the services that we buy a document covers: asked where a vendor gives several, and proposed by the system that was
//! read (`decisions/0043`).

use countersign_contract::wire::{FactForm, FactProposal, FactValue};
use countersign_domain::{EffectiveFacts, FactKey, VendorId, organization, register::Engagement, told::CoveredService};
use countersign_policy::words;
use countersign_store::{Snapshot, StoreError};
use serde_json::{Value, json};

/// What is bought of the vendor with which a document is filed; nothing while it is filed with none.
pub(super) fn bought(db: &Snapshot<'_>, vendor: Option<VendorId>) -> Result<Vec<Engagement>, StoreError> {
    vendor.map_or_else(|| Ok(Vec::new()), |vendor| Ok(db.profile(vendor)?.engagements))
}

/// Whether it is asked: with one service there is nothing to tell apart.
pub(super) const fn is_asked(bought: &[Engagement]) -> bool {
    bought.len() > 1
}

/// What can be chosen.
pub(super) fn form(bought: &[Engagement]) -> FactForm {
    FactForm::Choices { choices: bought.iter().map(|engagement| engagement.name.to_string()).collect() }
}

/// The value for what a person chose; `None` where something is not bought, or nothing is chosen.
pub(super) fn value(bought: &[Engagement], chosen: &FactValue) -> Option<Value> {
    let FactValue::Choices { choices } = chosen else { return None };
    let is_bought = |choice: &String| bought.iter().any(|engagement| engagement.name.as_str() == choice);
    if choices.is_empty() || !is_asked(bought) || !choices.iter().all(is_bought) {
        return None;
    }
    let covered = bought.iter().filter(|engagement| choices.iter().any(|choice| choice == engagement.name.as_str()));
    let covered = covered.map(|engagement| CoveredService { id: engagement.id, name: engagement.name.clone() });
    Some(json!(covered.collect::<Vec<_>>()))
}

/// What the services of a value are called, as the register calls them now; one that is bought no more as it was called.
pub(super) fn names(value: &Value, bought: &[Engagement]) -> Option<Vec<String>> {
    let covered: Vec<CoveredService> = serde_json::from_value(value.clone()).ok()?;
    let now = |service: &CoveredService| bought.iter().find(|engagement| engagement.id == service.id);
    let called =
        |service: &CoveredService| now(service).map_or(&service.name, |engagement| &engagement.name).to_string();
    Some(covered.iter().map(called).collect())
}

/// What the name of the system examined proposes; nothing where it names none of the services, or all.
pub(super) fn proposal(facts: &EffectiveFacts, bought: &[Engagement]) -> Option<FactProposal> {
    let system = facts.text(FactKey::SystemName).filter(|_| is_asked(bought))?;
    let names = |engagement: &&Engagement| organization::contains(&system, engagement.name.as_str());
    let named: Vec<&str> = bought.iter().filter(names).map(|engagement| engagement.name.as_str()).collect();
    (!named.is_empty() && named.len() < bought.len()).then(|| FactProposal {
        why: format!("The system examined is called “{system}”, which names {}", words::list(&named)),
        value: FactValue::Choices { choices: named.into_iter().map(str::to_owned).collect() },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use countersign_domain::{EngagementId, Name, Reading};
    use uuid::Uuid;

    fn bought_two() -> Vec<Engagement> {
        let engagement = |number, name| {
            let id = EngagementId::from_uuid(Uuid::from_u128(number));
            Engagement::new(id, Name::parse(name).expect("a name"))
        };
        vec![engagement(1, "Example Ledger"), engagement(2, "Example Payroll")]
    }

    fn read(system: &str) -> EffectiveFacts {
        let stated = |value: &str| json!({ "value": value, "basis": "stated", "citations": [] });
        let kind = serde_json::from_value(stated("soc2_type2")).expect("a kind");
        let file = serde_json::from_value(json!({
            "sha256": "00".repeat(32), "bytes": 1, "pages": 1, "producer": null, "title": null, "created": null,
            "text": "full", "image_only_pages": [], "ocr_pages": [], "encrypted": false, "signatures": 0,
            "revised_after_signing": null, "extractor": "test",
        }))
        .expect("facts of a file");
        let mut reading = Reading::new("report.pdf".to_owned(), file, kind);
        reading.system_name = serde_json::from_value(stated(system)).expect("a name");
        EffectiveFacts::new(&reading, &[])
    }

    #[test]
    fn a_system_that_names_one_service_proposes_it_and_says_why() {
        let proposed = proposal(&read("Example Payroll Platform"), &bought_two()).expect("a proposal");
        assert_eq!(proposed.value, FactValue::Choices { choices: vec!["Example Payroll".to_owned()] });
        assert_eq!(
            proposed.why,
            "The system examined is called “Example Payroll Platform”, which names Example Payroll"
        );
        assert_eq!(proposal(&read("Example Cloud"), &bought_two()), None, "it names neither");
        assert_eq!(proposal(&read("Example Ledger and Example Payroll"), &bought_two()), None, "it names both");
        assert_eq!(proposal(&read("Example Payroll"), &bought_two()[1..]), None, "one service is not asked about");
    }

    #[test]
    fn what_is_chosen_is_kept_by_its_id_and_called_as_it_is_called_now() {
        let mut bought = bought_two();
        let chosen = |name: &str| FactValue::Choices { choices: vec![name.to_owned()] };
        let value = value(&bought, &chosen("Example Payroll")).expect("it is bought");
        bought[1].name = Name::parse("Example Pay").expect("a name");
        assert_eq!(names(&value, &bought), Some(vec!["Example Pay".to_owned()]));
        assert_eq!(names(&value, &[]), Some(vec!["Example Payroll".to_owned()]), "as it was called");
        assert_eq!(super::value(&bought, &chosen("Example Payroll")), None, "nothing is bought by that name any more");
        assert_eq!(super::value(&bought[..1], &chosen("Example Ledger")), None, "with one there is nothing to tell");
    }
}
