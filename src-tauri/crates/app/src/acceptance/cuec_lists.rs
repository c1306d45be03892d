//! The complementary user entity controls that documents list, from what is kept of each: no reading is opened.

use super::extract::Taking;
use chrono::NaiveDate;
use countersign_domain::{DocumentId, EntryId, Kind, VendorId};
use countersign_store::{Snapshot, StoreError};
use std::collections::HashMap;

/// A document with the controls that it lists.
#[derive(Debug, Clone)]
pub(crate) struct CuecList {
    /// The document.
    pub(crate) document: DocumentId,
    /// Its kind.
    pub(crate) kind: Kind,
    /// The last day that it covers.
    pub(crate) to: Option<NaiveDate>,
    /// The controls in the order of the document.
    pub(crate) controls: Vec<ListedCuec>,
    /// Whether it states that there are none.
    pub(crate) none_stated: bool,
}

/// A control as a document lists it.
#[derive(Debug, Clone)]
pub(crate) struct ListedCuec {
    /// The name of its entry.
    pub(crate) entry: EntryId,
    /// What is to be done.
    pub(crate) text: String,
    /// The page on which it stands.
    pub(crate) page: Option<u32>,
}

/// Lists the documents of all vendors with the controls in them, the latest received first.
pub(crate) fn cuec_lists(
    db: &Snapshot<'_>,
    taking: &mut Taking<'_>,
) -> Result<HashMap<VendorId, Vec<CuecList>>, StoreError> {
    let mut lists: HashMap<VendorId, Vec<CuecList>> = HashMap::new();
    for row in db.evidence(None)?.into_iter().rev() {
        let vendor = row.vendor;
        let taken = taking.take(db, row)?;
        let controls = taken.cuecs.iter().flat_map(|cuecs| &cuecs.controls);
        let named = taken.cuec_names.iter().zip(controls);
        lists.entry(vendor).or_default().push(CuecList {
            document: taken.evidence.id,
            kind: taken.evidence.kind,
            to: taken.evidence.covers_to().map(|day| day.value),
            none_stated: taken.cuecs.as_ref().is_some_and(|cuecs| cuecs.controls.is_empty()),
            controls: named
                .filter_map(|(name, control)| {
                    let entry = name.parse().ok()?;
                    Some(ListedCuec { entry, text: control.text.clone(), page: control.page })
                })
                .collect(),
        });
    }
    Ok(lists)
}
