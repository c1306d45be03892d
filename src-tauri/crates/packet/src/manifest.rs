//! The manifest: the data inside a packet from which everything in it is printed. Whoever has the file can recompute its hash,
//! compare it with paper, and print the pages again.

use crate::canonical::{canonical_json, short_code};
use crate::input::{FORMAT, FrozenDecision};
use countersign_domain::Sha256;

pub use crate::content::ATTACHMENT;
pub use crate::pdf::PRODUCER;

/// A manifest as it was read from a packet.
#[derive(Debug, Clone, PartialEq)]
pub struct Manifest {
    /// What the packet was printed from.
    pub input: FrozenDecision,
    /// The SHA-256 of its bytes; it stands on page 1.
    pub content_hash: Sha256,
    /// The first 60 bits of the hash, as they stand beside the QR code.
    pub short_code: String,
}

/// Says why bytes are no manifest.
#[derive(Debug, thiserror::Error)]
pub enum NotAManifest {
    /// No decision in the form in which packets carry it.
    #[error("not a decision: {0}")]
    Json(#[from] serde_json::Error),
    /// A decision of a later form.
    #[error("the format is not known: {0}")]
    Format(String),
}

/// Reads the bytes of the attachment.
pub fn read(bytes: &[u8]) -> Result<Manifest, NotAManifest> {
    let input: FrozenDecision = serde_json::from_slice(bytes)?;
    if input.format != FORMAT {
        return Err(NotAManifest::Format(input.format));
    }
    let content_hash = Sha256::of(bytes);
    Ok(Manifest { input, content_hash, short_code: short_code(&content_hash) })
}

/// The content hash of a decision: that of the manifest which its packet carries.
pub fn content_hash(input: &FrozenDecision) -> Sha256 {
    Sha256::of(canonical_json(input).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_decision_is_said() {
        assert!(matches!(read(b"{}"), Err(NotAManifest::Json(_))));
        assert!(matches!(read(b"not even JSON"), Err(NotAManifest::Json(_))));
    }
}
