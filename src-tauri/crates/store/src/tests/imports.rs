//! Imports: a vendor that one entered may go with it, and only so.

use super::{Place, assert_sound, name, sample, stamp, uuid, vendor};
use crate::{StoreError, Workspace};
use countersign_domain::{Filing, Op, Vendor, register::Profile};
use serde_json::json;

/// Enters a vendor as an import does.
fn import(workspace: &Workspace, number: u128, entered: &Vendor) {
    let tags = [name("imported")].into_iter().collect();
    workspace
        .write(&stamp(Op::ImportVendors), |db| {
            db.insert_vendor(entered)?;
            db.save_profile(entered.id, &Profile { tags, ..Profile::default() })?;
            db.insert_import(uuid(number), &name("vendors.csv"), &json!({ "created": [1] }), &[entered.id])
        })
        .expect("imports");
}

#[test]
fn a_vendor_goes_only_when_its_import_is_undone() {
    let place = Place::new();
    let workspace = place.create(None);
    let (entered, other) = (vendor(1, "Entered"), vendor(2, "Other"));
    super::add_vendor(&workspace, &other).expect("enters");
    import(&workspace, 50, &entered);
    let remove = |vendor: &Vendor| workspace.write(&stamp(Op::RemoveVendor), |db| db.remove_imported_vendor(vendor.id));
    assert!(matches!(remove(&entered), Err(StoreError::Unexpected { .. })), "the import stands");
    workspace.write(&stamp(Op::UndoImport), |db| db.set_import_undone(uuid(50))).expect("undoes");
    assert!(matches!(remove(&other), Err(StoreError::Unexpected { .. })), "another was never imported");
    assert_eq!(remove(&entered), Ok(true));
    let left: Vec<String> = workspace
        .read(|db| Ok::<_, StoreError>(db.vendors()?.into_iter().map(|row| row.vendor.name.to_string()).collect()))
        .expect("reads");
    assert_eq!(left, ["Other"]);
    let profiles = workspace.read(|db| db.profiles()).expect("reads");
    assert!(profiles.is_empty(), "its profile went with it");
    let again = workspace.write(&stamp(Op::UndoImport), |db| db.set_import_undone(uuid(50)));
    assert!(matches!(again, Err(StoreError::Unexpected { .. })), "an import is undone once");
    assert_sound(&workspace);
}

#[test]
fn a_vendor_with_a_document_stays_and_loses_nothing() {
    let place = Place::new();
    let workspace = place.create(None);
    let entered = vendor(1, "Entered");
    import(&workspace, 50, &entered);
    let sample = sample(1, 10, &["words"]);
    super::add(&workspace, &sample).expect("stores");
    let filing = Filing::Filed { vendor: entered.id };
    workspace.write(&stamp(Op::FileDocument), |db| db.set_filing(sample.document.id, filing)).expect("files");
    workspace.write(&stamp(Op::UndoImport), |db| db.set_import_undone(uuid(50))).expect("undoes");
    let removed = workspace.write(&stamp(Op::RemoveVendor), |db| db.remove_imported_vendor(entered.id));
    assert_eq!(removed, Ok(false), "a document refers to it");
    let (known, profile) =
        workspace.read(|db| Ok::<_, StoreError>((db.vendor(entered.id)?, db.profile(entered.id)?))).expect("reads");
    assert_eq!(known, Some(entered), "the vendor with its other names");
    assert_eq!(profile.tags.len(), 1, "and its profile");
    assert_sound(&workspace);
}

#[test]
fn imports_are_listed_newest_first_with_who_and_when() {
    let place = Place::new();
    let workspace = place.create(None);
    import(&workspace, 50, &vendor(1, "One"));
    import(&workspace, 51, &vendor(2, "Two"));
    workspace.write(&stamp(Op::UndoImport), |db| db.set_import_undone(uuid(50))).expect("undoes");
    let rows = workspace.read(|db| db.imports(10)).expect("reads");
    let told: Vec<_> = rows.iter().map(|row| (row.id, row.undone_at.is_some())).collect();
    assert_eq!(told, [(uuid(51), false), (uuid(50), true)]);
    assert_eq!((rows[0].created, rows[0].changed), (1, 0));
    let changes = workspace.read(|db| db.import_changes(uuid(51))).expect("reads");
    assert_eq!(changes, Some(json!({ "created": [1] })), "what it takes to undo it is kept");
}
