//! Firms that examine vendors: where to look them up, and what was found (`practice.md` §4.6). One check serves every report
//! of the firm, because names are folded.

use crate::{App, application::stamp, fail, names, people, policy};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, DocumentId, Filing, FirmCheckId, Op, Person, VendorId, organization};
use countersign_policy::{Policy, months, snapshot::FirmCheck};
use countersign_store::{FirmCheckRow, Snapshot, StoreError};
use serde_json::json;
use std::collections::HashMap;
use uuid::Uuid;

/// The states whose licences the national search does not show; their own boards do (`practice.md` §4.6 step 2).
const OWN_BOARD: [(&str, &str); 6] = [
    ("ND", "North Dakota"),
    ("NE", "Nebraska"),
    ("NY", "New York"),
    ("PA", "Pennsylvania"),
    ("WV", "West Virginia"),
    ("WY", "Wyoming"),
];

/// A firm as reports name it.
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) location: Option<String>,
    pub(crate) vendors: Vec<String>,
}

/// The name by which a firm is found: what differs only in legal form, case or punctuation is the same.
pub(crate) fn folded(name: &str) -> String {
    organization::distinctive(name).join(" ")
}

/// A recorded check as the rules look at it; `None` for what this program does not know how to read.
pub(crate) fn fact(row: &FirmCheckRow) -> Option<FirmCheck> {
    let result: w::FirmResult = serde_json::from_value(row.result.clone()).ok()?;
    Some(FirmCheck {
        firm: row.firm.clone(),
        licence: result.licence.map(names::licence),
        peer_review: result.peer_review.map(names::peer_review),
        peer_review_accepted_on: result.peer_review_accepted_on,
        first_report_on: result.first_report_on,
        checked_on: row.checked_on,
        checked_by: Some(row.recorded_by),
        licence_proof: row.licence_proof,
        peer_review_proof: row.peer_review_proof,
    })
}

/// Everything that is recorded of firms.
pub(crate) struct Recorded {
    checks: Vec<FirmCheckRow>,
    /// The names of the files that show what was looked up.
    files: HashMap<DocumentId, String>,
}

impl Recorded {
    /// Reads it.
    pub(crate) fn of(db: &Snapshot<'_>) -> Result<Self, StoreError> {
        Ok(Self { checks: db.firm_checks()?, files: db.firm_check_files()? })
    }

    /// What shows what was looked up in a check.
    fn proofs(&self, row: &FirmCheckRow) -> Vec<w::FirmProofView> {
        let looked_up =
            [(w::FirmLookUpName::Licence, row.licence_proof), (w::FirmLookUpName::PeerReview, row.peer_review_proof)];
        let shown = looked_up.into_iter().filter_map(|(of, document)| {
            let document = document?;
            Some(w::FirmProofView { of, document: document.uuid(), file_name: self.files.get(&document)?.clone() })
        });
        shown.collect()
    }
}

/// How a firm is shown.
pub(crate) fn view(named: Named, recorded: &Recorded, people: &[Person], policy: &Policy) -> w::FirmView {
    let key = folded(&named.name);
    let mut of_firm: Vec<&FirmCheckRow> = recorded.checks.iter().filter(|row| folded(&row.firm) == key).collect();
    of_firm.sort_by_key(|row| std::cmp::Reverse((row.checked_on, row.recorded_at)));
    let again = policy.settings().firm.recheck_months;
    w::FirmView {
        places: places(named.location.as_deref()),
        recheck_from: of_firm.first().map(|row| months::add(row.checked_on, again.into())),
        checks: of_firm
            .into_iter()
            .filter_map(|row| {
                Some(w::FirmCheckView {
                    id: row.id.uuid(),
                    checked_on: row.checked_on,
                    checked_by: people::name_in(people, row.recorded_by),
                    result: serde_json::from_value(row.result.clone()).ok()?,
                    proofs: recorded.proofs(row),
                })
            })
            .collect(),
        name: named.name,
        location: named.location,
        vendors: named.vendors,
    }
}

/// Where a firm is looked up. The application opens none of these.
fn places(location: Option<&str>) -> Vec<w::PlaceToLook> {
    let state = location.and_then(|location| {
        let words: Vec<&str> = location.split(|c: char| !c.is_alphanumeric()).collect();
        OWN_BOARD.iter().find(|(short, long)| words.contains(short) || location.contains(long))
    });
    let licence = match state {
        Some((_, state)) => w::PlaceToLook {
            what: "Licence".to_owned(),
            address: "https://nasba.org/stateboards/".to_owned(),
            how: format!("{state} is not in the national search: from this list, use the search of its own board"),
        },
        None => w::PlaceToLook {
            what: "Licence".to_owned(),
            address: "https://cpaverify.org".to_owned(),
            how: "Search for the firm, not for a person; compare city and state with the report".to_owned(),
        },
    };
    let peer_review = w::PlaceToLook {
        what: "Peer review".to_owned(),
        address: "https://peerreview.aicpa.org/public_file_search.html".to_owned(),
        how: "Look for the rating of the last review and the day on which it was accepted".to_owned(),
    };
    vec![licence, peer_review]
}

impl App {
    /// A firm with its checks.
    pub(crate) fn firm_view(&self, firm: &str) -> Result<w::FirmView, Failure> {
        let opened = self.opened()?;
        let name = people::name("firm", firm)?.to_string();
        let (recorded, people, policy, vendors) = opened
            .store
            .read(|db| Ok((Recorded::of(db)?, db.persons()?, policy::in_force(db)?, db.vendors()?)))
            .map_err(fail::store)?;
        let assembled = self.assembled(&opened, None)?;
        let key = folded(&name);
        let mut named = Named { name, location: None, vendors: Vec::new() };
        let called =
            |id: VendorId| vendors.iter().find(|row| row.vendor.id == id).map(|row| row.vendor.name.to_string());
        for (id, facts) in &assembled.facts {
            let reports = facts
                .evidence
                .iter()
                .filter(|paper| paper.firm.as_ref().is_some_and(|firm| folded(&firm.value) == key));
            for report in reports {
                named.location = named.location.or_else(|| Some(report.firm_location.as_ref()?.value.clone()));
                named.vendors.extend(called(*id));
            }
        }
        named.vendors.sort_unstable();
        named.vendors.dedup();
        Ok(view(named, &recorded, &people, &policy))
    }

    /// Records a check of a firm.
    pub(crate) fn record_firm_check(&self, input: &w::RecordFirmCheck) -> Result<w::FirmView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::JudgeFacts)?;
        let (now, today) = (self.clock.now(), self.clock.today());
        let name = people::name("firm", &input.firm)?;
        let key = folded(name.as_str());
        if key.is_empty() {
            return Err(fail::invalid("firm", Problem::WrongForm));
        }
        if input.checked_on > today {
            return Err(fail::invalid("checked_on", Problem::InTheFuture));
        }
        let mut result = input.result.clone();
        let text = |field, text: Option<&String>| people::optional_text(field, text.map(String::as_str));
        result.licensed_by = text("licensed_by", result.licensed_by.as_ref())?.map(|text| text.to_string());
        result.note = text("note", result.note.as_ref())?.map(|text| text.to_string());
        if result.licence.is_none() && result.peer_review.is_none() {
            return Err(fail::invalid("licence", Problem::Empty));
        }
        let proof = |field, document: Option<Uuid>| document.map(|document| self.shown_by(field, document)).transpose();
        let (licence_proof, peer_review_proof) =
            (proof("proofs.licence", input.proofs.licence)?, proof("proofs.peer_review", input.proofs.peer_review)?);
        let row = FirmCheckRow {
            id: FirmCheckId::from_uuid(self.id(now)),
            firm: key,
            checked_on: input.checked_on,
            recorded_by: person.id,
            recorded_at: now,
            result: serde_json::to_value(&result).map_err(fail::unexpected)?,
            licence_proof: licence_proof.as_ref().map(|(document, _)| *document),
            peer_review_proof: peer_review_proof.as_ref().map(|(document, _)| *document),
        };
        let organisation = opened.store.read(|db| db.workspace()).map_err(fail::store)?.organisation;
        let stamp = stamp(&person, permit, now, Op::CheckFirm, opened.as_subject(&organisation));
        opened
            .store
            .write(&stamp, |db| {
                db.note("firm", name.as_str());
                db.note("checked_on", row.checked_on.to_string());
                db.note("result", json!(result));
                for (what, proof) in [("licence_proof", licence_proof), ("peer_review_proof", peer_review_proof)] {
                    if let Some((_, file_name)) = proof {
                        db.note(what, file_name);
                    }
                }
                db.insert_firm_check(&row)
            })
            .map_err(fail::store)?;
        self.firm_view(name.as_str())
    }

    /// A document that shows a look-up, with its file's name: filed with a vendor, whichever it examines.
    fn shown_by(&self, field: &str, document: Uuid) -> Result<(DocumentId, String), Failure> {
        let document = self.known_document(document)?.stored.document;
        match document.filing {
            Filing::Filed { .. } => Ok((document.id, document.file_name.to_string())),
            _ => Err(fail::invalid(field, Problem::WrongForm)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firm_is_one_firm_however_a_report_writes_it() {
        assert_eq!(folded("Merrow & Lisle LLP"), folded("MERROW AND LISLE, L.L.P."));
        assert_eq!(
            folded(&folded("Merrow & Lisle Co. LLP")),
            folded("Merrow & Lisle Co. LLP"),
            "folding twice is folding"
        );
        assert_ne!(folded("Merrow & Lisle LLP"), folded("Merrow & Vance LLP"));
    }

    #[test]
    fn the_search_follows_the_state_of_the_firm() {
        assert!(places(Some("Buffalo, NY"))[0].how.starts_with("New York"));
        assert_eq!(places(Some("Denver, Colorado"))[0].address, "https://cpaverify.org");
        assert_eq!(places(None).len(), 2);
    }
}
