//! Where a document belongs: with a vendor, aside, or back in the inbox.

use crate::{
    App,
    application::{Opened, stamp},
    fail, people,
    signed_copies::refuse_copy,
    vendors::fresh,
};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Action, DocumentId, Filing, Op, Vendor, VendorId, organization};
use countersign_store::{Change, StoreError, Subject};
use serde_json::json;
use uuid::Uuid;

impl App {
    /// Puts a document with a vendor, entering the vendor where it is new.
    pub(crate) fn file_document(&self, input: w::FileDocument) -> Result<w::DocumentView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepDocuments)?;
        let known = self.known_document(input.document)?;
        refuse_copy(&known)?;
        let now = self.clock.now();
        let (vendor, is_new) = match input.vendor {
            w::FilingTarget::Existing { vendor } => {
                let vendor = VendorId::from_uuid(vendor);
                let found = opened.store.read(|db| db.vendor(vendor)).map_err(fail::store)?;
                (found.ok_or_else(|| fail::not_found("vendor"))?, false)
            }
            w::FilingTarget::New { name } => (new_vendor(self, &opened, &name)?, true),
        };
        let subject = Subject::document(&known.stored.document, Some(vendor.id));
        let stamp = stamp(&person, permit, now, Op::FileDocument, subject);
        opened
            .store
            .write(&stamp, |db| {
                if is_new {
                    enter(db, &vendor)?;
                }
                db.note("vendor", vendor.name.as_str());
                // Also told in the history of the vendor that it is taken from.
                if let Filing::Filed { vendor: old } = known.stored.document.filing
                    && old != vendor.id
                {
                    let left = Subject::document(&known.stored.document, Some(old));
                    db.also(Op::ReturnDocument, &left, json!({ "filed_instead_with": vendor.name }))?;
                }
                db.set_filing(known.stored.document.id, Filing::Filed { vendor: vendor.id })
            })
            .map_err(fail::store)?;
        self.document_view(input.document)
    }

    /// Judges a document to be no evidence.
    pub(crate) fn set_aside(&self, input: &w::SetAside) -> Result<w::DocumentView, Failure> {
        let reason = people::optional_text("reason", input.reason.as_deref())?;
        self.refile(input.document, Op::SetDocumentAside, Filing::SetAside, reason.map(String::from))
    }

    /// Puts a document back into the inbox.
    pub(crate) fn return_document(&self, document: Uuid) -> Result<w::DocumentView, Failure> {
        self.refile(document, Op::ReturnDocument, Filing::Waiting, None)
    }

    fn refile(
        &self,
        document: Uuid,
        op: Op,
        filing: Filing,
        reason: Option<String>,
    ) -> Result<w::DocumentView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepDocuments)?;
        let known = self.known_document(document)?;
        refuse_copy(&known)?;
        let vendor = match known.stored.document.filing {
            Filing::Filed { vendor } => Some(vendor),
            Filing::Waiting | Filing::SetAside => None,
        };
        let subject = Subject::document(&known.stored.document, vendor);
        let stamp = stamp(&person, permit, self.clock.now(), op, subject);
        let id = DocumentId::from_uuid(document);
        opened
            .store
            .write(&stamp, |db| {
                if let Some(reason) = reason {
                    db.note("reason", reason);
                }
                db.set_filing(id, filing)
            })
            .map_err(fail::store)?;
        self.document_view(document)
    }
}

/// A vendor as it would be entered under that name, where the person may enter one and the register has none of it.
pub(crate) fn new_vendor(app: &App, opened: &Opened, name: &str) -> Result<Vendor, Failure> {
    opened.permit(Action::KeepVendors)?;
    let name = people::name("name", name)?;
    refuse_known_name(opened, name.as_str(), None)?;
    let now = app.clock.now();
    Ok(fresh(VendorId::from_uuid(app.id(now)), name, now))
}

/// Enters a new vendor in the course of filing a document with it.
pub(crate) fn enter(db: &mut Change<'_>, vendor: &Vendor) -> Result<(), StoreError> {
    db.insert_vendor(vendor)?;
    db.also(Op::CreateVendor, &Subject::vendor(vendor), json!({ "name": vendor.name }))
}

/// Says that a vendor of that name is there already; `besides` is the vendor that may have it.
pub(crate) fn refuse_known_name(opened: &Opened, name: &str, besides: Option<VendorId>) -> Result<(), Failure> {
    let found = opened.store.read(|db| db.vendors()).map_err(fail::store)?;
    let same = found
        .into_iter()
        .map(|row| row.vendor)
        .find(|vendor| Some(vendor.id) != besides && organization::same(vendor.name.as_str(), name));
    match same {
        Some(vendor) => Err(Failure::VendorExists { vendor: vendor.id.uuid(), name: vendor.name.to_string() }),
        None => Ok(()),
    }
}
