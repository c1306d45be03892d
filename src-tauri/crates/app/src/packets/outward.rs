//! A packet on its way to other programs: opened, printed, dragged out of the window. Each gets a file of its own, never a path
//! that the user interface knows.

use super::packet_file_name;
use crate::{App, decisions, host::Printed};
use countersign_contract::{Failure, wire as w};
use std::{path::PathBuf, sync::PoisonError};
use uuid::Uuid;

impl App {
    /// Opens a packet in the system's PDF program.
    pub(crate) fn open_packet(&self, id: Uuid) -> Result<w::Nothing, Failure> {
        let (path, _) = self.packet_for_others(id)?;
        self.host.open_file(&path).map_err(|_| Failure::Inaccessible)?;
        Ok(w::Nothing {})
    }

    /// Prints a packet with the system's dialog, or opens it where no dialog can be had.
    pub(crate) fn print_packet(&self, id: Uuid) -> Result<w::PrintedPacket, Failure> {
        let (path, number) = self.packet_for_others(id)?;
        let printed = self.host.print_file(&path, &format!("Packet {number}")).map_err(|_| Failure::Inaccessible)?;
        let by = match printed {
            Printed::Handed => w::PrintedBy::Dialog,
            Printed::Cancelled => w::PrintedBy::Nobody,
            Printed::Opened => w::PrintedBy::Program,
        };
        Ok(w::PrintedPacket { by })
    }

    /// Lets the person drag a packet out of the window.
    pub(crate) fn drag_packet(&self, id: Uuid) -> Result<w::Nothing, Failure> {
        let (path, _) = self.packet_for_others(id)?;
        self.host.drag_file(&path).map_err(|_| Failure::Inaccessible)?;
        Ok(w::Nothing {})
    }

    /// A packet as a file that other programs may read while this one runs, and its number.
    fn packet_for_others(&self, id: Uuid) -> Result<(PathBuf, String), Failure> {
        let (row, decision, vendor) = self.known_packet(id)?;
        let mut folder = self.opened_packets.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = match folder.take() {
            Some(kept) => folder.insert(kept),
            // A folder of its own under a name that nobody can guess, for this user only.
            None => folder
                .insert(tempfile::Builder::new().prefix("countersign-").tempdir().map_err(|_| Failure::Inaccessible)?),
        };
        let path = folder.path().join(packet_file_name(&row, &decision, &vendor));
        self.write_blob(row.sha256, &path)?;
        Ok((path, decisions::number_of(decision.number)))
    }
}
