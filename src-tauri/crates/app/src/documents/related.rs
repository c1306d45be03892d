//! What else of the same kind a vendor has: the same report in another file, the report before, the report after.

use super::known;
use chrono::NaiveDate;
use countersign_contract::wire as w;
use countersign_domain::{
    DocumentId, EffectiveFacts, FactKey, Kind, VendorId,
    succession::{family, naming},
};
use countersign_store::{DocumentFilter, DocumentRow, Snapshot, StoreError};

/// Finds them among what is filed with the vendor; only documents with a period or a day can be compared.
pub(super) fn of(
    db: &Snapshot<'_>,
    document: DocumentId,
    facts: &EffectiveFacts,
    vendor: VendorId,
) -> Result<Vec<w::RelatedDocument>, StoreError> {
    let Some(span) = facts.span().filter(|_| facts.kind() != Kind::Other) else { return Ok(Vec::new()) };
    let held = db.documents(DocumentFilter::FiledWith(vendor))?;
    let alike =
        held.iter().filter(|row| row.document.id != document && family(row.summary.kind) == family(facts.kind()));
    let dated: Vec<(&DocumentRow, (NaiveDate, NaiveDate))> =
        alike.filter_map(|row| Some((row, row.summary.from.zip(row.summary.to)?))).collect();
    let mut found = Vec::new();
    for (row, _) in dated.iter().filter(|(_, other)| *other == span) {
        if same_system(db, row, facts)? {
            found.push(view(row, w::DocumentRelation::SameReport));
        }
    }
    let before = dated.iter().filter(|(_, other)| other.1 < span.1 && *other != span).max_by_key(|(_, other)| other.1);
    let after = dated.iter().filter(|(_, other)| other.1 > span.1).min_by_key(|(_, other)| other.1);
    for (neighbour, relation) in [(before, w::DocumentRelation::Follows), (after, w::DocumentRelation::Precedes)] {
        if let Some((row, _)) = neighbour
            && same_system(db, row, facts)?
        {
            found.push(view(row, relation));
        }
    }
    Ok(found)
}

/// Whether both are about one system, as far as both name it.
fn same_system(db: &Snapshot<'_>, row: &DocumentRow, facts: &EffectiveFacts) -> Result<bool, StoreError> {
    let Some(other) = known(db, row.document.id)? else { return Ok(false) };
    let systems = facts.text(FactKey::SystemName).zip(other.facts().text(FactKey::SystemName));
    Ok(systems.is_none_or(|(a, b)| naming(Some(&a), Some(&b)).is_some()))
}

fn view(row: &DocumentRow, relation: w::DocumentRelation) -> w::RelatedDocument {
    w::RelatedDocument {
        document: row.document.id.uuid(),
        file_name: row.document.file_name.to_string(),
        from: row.summary.from,
        to: row.summary.to,
        relation,
    }
}
