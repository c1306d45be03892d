//! `countersign packet`

use super::copies;
use crate::{
    Done,
    args::{Common, PaperArgument},
    open,
    out::Out,
    say::Trouble,
};
use countersign_contract::{
    Commands as _, Failure,
    wire::{MakePacket, VendorRef},
};
use std::path::Path;

/// Writes the packet of the vendor's last decision.
pub(crate) fn run(
    common: &Common,
    wanted: &str,
    output: &Path,
    paper: PaperArgument,
    out: &mut Out,
) -> Result<Done, Trouble> {
    let app = open::workspace_to_write(common)?;
    let vendor = super::vendor(&app, wanted)?.id;
    let decision = app.vendor(VendorRef { vendor })?.decisions.into_iter().next();
    let decision = decision.ok_or(Trouble::Failed(Failure::NotFound { what: "decision".to_owned() }))?;
    let packet = app.packet_make(MakePacket { decision: decision.id, paper: paper.into() })?;
    app.packet_write(packet.id, output)?;
    if out.is_json() {
        out.objects([&packet])?;
    } else {
        out.note(&format!("wrote {} of {} pages: {}", packet.number, packet.pages, output.display()));
    }
    if let Some(copy) = decision.copies.iter().find(|copy| copy.packet == packet.id) {
        out.note(&format!("signed copy: {}", copies::line(copy)));
    }
    if packet.uncovered.is_empty() {
        return Ok(Done::Clean);
    }
    out.note(&format!("characters that no font of the packet has, printed as codes: {}", packet.uncovered.join(" ")));
    Ok(Done::Notable)
}
