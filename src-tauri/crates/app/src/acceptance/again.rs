//! What was assembled before, with the few vendors of which something was said since assembled anew (`decisions/0045`).
//!
//! Whatever is stated of a vendor is entered in the log with that vendor, so the log says of whom it was. What is said of
//! nobody in particular may touch everybody and makes everything be assembled anew, but for the few kinds of action that the
//! rules never look at. A vendor on whom others rest is what they look at, too: then everything is assembled anew as well.

use super::{
    Taking,
    assemble::{Assembled, under},
};
use crate::clock::Day;
use countersign_domain::{Op, VendorId};
use countersign_store::{Head, Said, Snapshot, StoreError};
use std::collections::BTreeSet;

/// With more vendors than these everything is read in one pass.
const FEW: usize = 20;

/// Assembles what was said since on top of what was assembled at a head; `None` where it may touch everybody.
pub(super) fn again(
    db: &Snapshot<'_>,
    (head, before): (Head, &Assembled),
    day: Day<'_>,
    taking: &mut Taking<'_>,
) -> Result<Option<Assembled>, StoreError> {
    let Some(of) = said_of(db, head)? else { return Ok(None) };
    if of.len() > FEW || before.ground.is_of(&of, &db.vendor_names()?) {
        return Ok(None);
    }
    let mut assembled = before.clone();
    for vendor in of {
        let one = under(db, Some(vendor), before.policy.clone(), day, taking)?;
        if !assembled.ground.take_over(vendor, &one.ground, db.party_dependences(Some(vendor))?) {
            return Ok(None);
        }
        assembled.put(vendor, one);
    }
    Ok(Some(assembled))
}

/// The vendors of whom something was said since; `None` where what was said may touch others.
fn said_of(db: &Snapshot<'_>, head: Head) -> Result<Option<BTreeSet<VendorId>>, StoreError> {
    let Some(said) = db.said_since(head)? else { return Ok(None) };
    let touches_all = |(op, vendor): &Said| vendor.is_none() && !is_of_nobody(*op);
    if said.iter().any(touches_all) {
        return Ok(None);
    }
    Ok(Some(said.into_iter().filter_map(|(_, vendor)| vendor).collect()))
}

/// Whether an action that names no vendor changes nothing of what the rules look at: documents that are filed with nobody, what
/// is printed or leaves the program, what is put off, lists to work through and to compare with.
const fn is_of_nobody(op: Op) -> bool {
    matches!(
        op,
        Op::ReceiveDocument
            | Op::SetDocumentAside
            | Op::ReturnDocument
            | Op::JudgeFact
            | Op::JudgeEntry
            | Op::ReadAgain
            | Op::ChangeChecklists
            | Op::TakeInventory
            | Op::Snooze
            | Op::Wake
            | Op::PrintBoard
            | Op::ExportRegister
    )
}
