//! The firm that examined (`practice.md` §4.6).

pub(super) mod licence;
pub(super) mod peer_review;

use crate::{
    organization,
    rules::{Case, Ruling},
    snapshot::{Cited, Evidence, FirmCheck},
};
use countersign_domain::DocumentId;

/// The report, its firm, and the latest check of that firm.
type Firm<'a> = (&'a Evidence, &'a Cited<String>, Option<&'a FirmCheck>);

/// The report with its firm and the latest check of that firm, or the answer that the firm is not known.
pub(crate) fn firm<'a>(case: &Case<'a>, required: &'static str) -> Result<Firm<'a>, Box<Ruling>> {
    let report = case.report()?;
    let Some(firm) = &report.firm else {
        return Err(Box::new(Ruling::missing(required, "The firm is not known")));
    };
    let check = case
        .snapshot
        .firm_checks
        .iter()
        .filter(|check| check.checked_on <= case.today && organization::same(&check.firm, &firm.value))
        .max_by_key(|check| check.checked_on);
    Ok((report, firm, check))
}

/// An answer that names the report's firm, and what shows the look-up where that is filed with this vendor: the check of a firm
/// serves every vendor that it examines.
fn cited(
    case: &Case<'_>,
    ruling: Ruling,
    (report, named): (&Evidence, &Cited<String>),
    proof: Option<DocumentId>,
) -> Ruling {
    let ruling = ruling.cite(report.id, named);
    match proof.filter(|proof| case.snapshot.evidence.iter().any(|evidence| evidence.id == *proof)) {
        Some(proof) => ruling.pages(proof, [1]),
        None => ruling,
    }
}
