//! What belongs to one version of a packet and not to the decision, beside paper, documents and fonts: the packet before it, and what
//! was signed in the program when it was made (`decisions/0038`).

use crate::{clock::Clock, decisions};
use countersign_domain::{Decision, Signature};
use countersign_packet::{
    FrozenDecision,
    input::{Design, FrozenPrevious, FrozenSignOff},
};
use countersign_store::{PacketRow, Snapshot, StoreError};
use serde_json::Value;

/// Gives the packet before the next version: the last of this decision, else the last of the latest decision before that has one.
pub(super) fn previous(db: &Snapshot<'_>, decision: &Decision) -> Result<Option<FrozenPrevious>, StoreError> {
    let mut decisions = db.decisions(decision.vendor)?;
    decisions.retain(|one| one.number <= decision.number);
    decisions.sort_by_key(|one| std::cmp::Reverse(one.number));
    for one in decisions {
        let rows = db.packets(one.id)?;
        if let Some(last) = rows.iter().max_by_key(|row| row.version) {
            let number = decisions::number_of(one.number);
            return Ok(Some(FrozenPrevious { number, version: last.version, sha256: last.sha256 }));
        }
    }
    Ok(None)
}

/// Gives what was signed in the program, as it is printed.
pub(super) fn sign_offs(decision: &Decision, signed: &[Signature], clock: &dyn Clock) -> Vec<FrozenSignOff> {
    let sign_off = |signature: &Signature| {
        let place = decision.signers.iter().position(|signer| *signer == signature.person)?;
        Some(FrozenSignOff {
            place: u32::try_from(place).ok()? + 1,
            name: signature.name.to_string(),
            role: signature.role.to_string(),
            agrees: signature.agrees,
            comment: signature.comment.as_ref().map(ToString::to_string),
            at: signature.at,
            on: clock.day_of(signature.at),
            sha256: signature.sha256,
        })
    };
    signed.iter().filter_map(sign_off).collect()
}

/// Whether packets of a decision print these: those of decisions from before do not.
pub(crate) fn are_printed(frozen: &FrozenDecision) -> bool {
    frozen.design >= Design::Third
}

/// How many sign-offs a packet carries.
pub(super) fn kept(details: &Value) -> u32 {
    details["sign_offs"].as_u64().and_then(|count| u32::try_from(count).ok()).unwrap_or(0)
}

/// Says what of it the workspace does not bear out; `None` where it bears out all.
pub(super) fn unfounded(
    db: &Snapshot<'_>,
    decision: &Decision,
    printed: &FrozenDecision,
) -> Result<Option<String>, StoreError> {
    if let Some(previous) = &printed.previous {
        let row = db.packet_of_file(previous.sha256)?;
        let named = |row: PacketRow| -> Result<bool, StoreError> {
            let of = db.decision(row.decision)?;
            let number = of.map(|of| decisions::number_of(of.number));
            Ok(number.as_ref() == Some(&previous.number) && row.version == previous.version)
        };
        if !row.map(named).transpose()?.unwrap_or(false) {
            return Ok(Some(format!(
                "the packet before it, {} version {}, is none of the workspace with that hash",
                previous.number, previous.version
            )));
        }
    }
    let signed = db.signatures(decision.id)?;
    let is_signed = |printed: &FrozenSignOff| {
        let place = (printed.place as usize).checked_sub(1);
        let person = place.and_then(|place| decision.signers.get(place));
        let same = |signature: &&Signature| {
            Some(&signature.person) == person
                && signature.name.as_str() == printed.name
                && signature.role.as_str() == printed.role
                && signature.agrees == printed.agrees
                && signature.comment.as_ref().map(ToString::to_string) == printed.comment
                && (signature.at, signature.sha256) == (printed.at, printed.sha256)
        };
        signed.iter().any(|signature| same(&signature))
    };
    let other = printed.sign_offs.iter().find(|printed| !is_signed(printed));
    Ok(other.map(|other| format!("{} did not sign in the program as it is printed", other.name)))
}
