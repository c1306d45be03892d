//! What is found about vendors and followed to its end. What a finding says stays; where it stands changes.

use crate::{Change, Snapshot, StoreError, column};
use countersign_domain::{
    DocumentId, EntryId, Finding, FindingId, FindingStatus, PersonId, Severity, VendorId,
    finding::{Assessment, Proof, Remarks, Said, Source},
};
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};

impl Snapshot<'_> {
    /// Gives every finding, the first recorded first.
    pub fn findings(&self) -> Result<Vec<Finding>, StoreError> {
        Ok(self.all(&select("number > ?"), [0], finding)?)
    }

    /// Gives the findings of a vendor, the first recorded first.
    pub fn findings_of(&self, vendor: VendorId) -> Result<Vec<Finding>, StoreError> {
        Ok(self.all(&select("vendor = ?"), [vendor.to_string()], finding)?)
    }

    /// Gives a finding.
    pub fn finding(&self, id: FindingId) -> Result<Option<Finding>, StoreError> {
        Ok(self.one(&select("id = ?"), [id.to_string()], finding)?)
    }

    /// Gives the finding of an exception that a document states.
    pub fn finding_of_entry(&self, document: DocumentId, entry: EntryId) -> Result<Option<Finding>, StoreError> {
        let key = [document.to_string(), entry.to_string()];
        Ok(self.one(&select("document = ? AND entry = ?"), key, finding)?)
    }

    /// Gives the number that the next finding gets.
    pub fn next_finding_number(&self) -> Result<u32, StoreError> {
        Ok(self.count("SELECT coalesce(max(number), 0) + 1 FROM finding")?)
    }
}

impl Change<'_> {
    /// Records a finding.
    pub fn insert_finding(&mut self, it: &Finding) -> Result<(), StoreError> {
        let (source, document, entry, rule) = match &it.source {
            Source::Exception { document, entry } => {
                ("exception", Some(document.to_string()), Some(entry.to_string()), None)
            }
            Source::Rule(rule) => ("rule", None, None, Some(rule.as_str())),
            Source::Hand => ("hand", None, None, None),
        };
        self.execute(
            include_str!("insert.sql"),
            named_params! {
                ":id": it.id.to_string(),
                ":number": it.number,
                ":vendor": it.vendor.to_string(),
                ":title": it.title.as_str(),
                ":source": source,
                ":document": document,
                ":entry": entry,
                ":rule": rule,
                ":said": as_json(&it.said)?,
                ":remarks": as_json(&Kept::of(it))?,
                ":status": FindingStatus::Open.as_str(),
                ":recorded_by": it.recorded_by.to_string(),
                ":recorded_at": column::of_time(it.recorded_at),
            },
        )?;
        self.update_finding(it)
    }

    /// Changes where a finding stands and what people say of it; what it says and where it comes from stays.
    pub fn update_finding(&mut self, it: &Finding) -> Result<(), StoreError> {
        let person = |id: Option<PersonId>| id.map(|id| id.to_string());
        let entry = if let Source::Exception { entry, .. } = &it.source { Some(entry.to_string()) } else { None };
        let values = named_params! {
            ":id": it.id.to_string(),
            ":title": it.title.as_str(),
            ":entry": entry,
            ":remarks": as_json(&Kept::of(it))?,
            ":assessment": it.assessment.as_ref().map(as_json).transpose()?,
            ":severity": it.severity().map(Severity::as_str),
            ":status": it.status.as_str(),
            ":owner": person(it.owner),
            ":due": it.due.map(|day| day.to_string()),
            ":answer_due": it.answer_due.map(|day| day.to_string()),
            ":evidence": it.evidence().map(|document| document.to_string()),
            ":verified_by": person(it.verified_by),
            ":settled_by": person(it.settled_by),
            ":repeat_of": it.repeat_of.map(|finding| finding.to_string()),
        };
        Ok(self.update("finding", include_str!("update.sql"), values)?)
    }
}

/// What people say of a finding and what the vendor sent, in the form in which both are kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(flatten)]
    remarks: Remarks,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    proofs: Vec<Proof>,
}

impl Kept {
    fn of(it: &Finding) -> Self {
        Self { remarks: it.remarks.clone(), proofs: it.proofs.clone() }
    }

    /// What the vendor sent. Before all of it was kept only the last document was.
    fn proofs(&mut self, last: Option<DocumentId>) -> Vec<Proof> {
        let mut proofs = std::mem::take(&mut self.proofs);
        if proofs.is_empty() {
            proofs.extend(last.map(|document| Proof { document, page: None, by: None, at: None }));
        }
        proofs
    }
}

fn select(condition: &str) -> String {
    include_str!("list.sql").replace("{condition}", condition)
}

fn as_json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Unexpected { detail: error.to_string() })
}

fn finding(row: &Row<'_>) -> rusqlite::Result<Finding> {
    // The schema's CHECKs let document and entry stand only together, and a rule only alone.
    let origin = (
        column::opt(row, 4, column::parsed::<DocumentId>)?,
        column::opt(row, 5, column::parsed::<EntryId>)?,
        row.get::<_, Option<String>>(6)?,
    );
    let source = match origin {
        (Some(document), Some(entry), _) => Source::Exception { document, entry },
        (_, _, Some(rule)) => Source::Rule(rule),
        _ => Source::Hand,
    };
    let mut kept = column::get(row, 8, column::json::<Kept>)?;
    Ok(Finding {
        id: column::get(row, 0, column::parsed)?,
        number: row.get(1)?,
        vendor: column::get(row, 2, column::parsed)?,
        title: column::get(row, 3, column::name)?,
        source,
        said: column::get(row, 7, column::json::<Said>)?,
        proofs: kept.proofs(column::opt(row, 14, column::parsed)?),
        remarks: kept.remarks,
        assessment: column::opt(row, 9, column::json::<Assessment>)?,
        status: column::get(row, 10, column::one_of(FindingStatus::from_name))?,
        owner: column::opt(row, 11, column::parsed)?,
        due: column::opt(row, 12, column::day)?,
        answer_due: column::opt(row, 13, column::day)?,
        verified_by: column::opt(row, 15, column::parsed)?,
        settled_by: column::opt(row, 16, column::parsed)?,
        repeat_of: column::opt(row, 17, column::parsed)?,
        recorded_by: column::get(row, 18, column::parsed)?,
        recorded_at: column::get(row, 19, column::time)?,
    })
}
