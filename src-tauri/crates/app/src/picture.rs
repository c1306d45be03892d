//! Pages as pictures, drawn by the reader's child and kept while they are looked at.

use crate::{App, fail};
use countersign_contract::Failure;
use countersign_domain::{DocumentId, PacketId, Sha256};
use countersign_reader::workbook;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

/// Which page of which file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureOf {
    /// The file.
    pub file: PictureFile,
    /// 1-based page.
    pub page: u32,
}

/// Which file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFile {
    /// A received document.
    Document(DocumentId),
    /// A packet.
    Packet(PacketId),
}

impl PictureOf {
    /// Parses the parts of an address: `document` or `packet`, id, page.
    pub fn parse(of: &str, id: &str, page: &str) -> Result<Self, Failure> {
        let unknown = |what: &str| Failure::NotFound { what: what.to_owned() };
        let file = match of {
            "document" => PictureFile::Document(id.parse().map_err(|_| unknown("document"))?),
            "packet" => PictureFile::Packet(id.parse().map_err(|_| unknown("packet"))?),
            _ => return Err(unknown("page")),
        };
        let page = page.parse().ok().filter(|page| *page >= 1).ok_or_else(|| unknown("page"))?;
        Ok(Self { file, page })
    }
}

/// A picture's bytes under what they show: file, page, width in pixels.
type Key = (Sha256, u32, u32);

/// The pictures and the file that were looked at last.
#[derive(Debug, Default)]
pub(crate) struct Pictures {
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    pictures: VecDeque<(Key, Arc<[u8]>)>,
    bytes: usize,
    file: Option<(Sha256, Arc<[u8]>)>,
}

/// How many bytes of pictures are kept: some forty pages at screen size.
const KEEP: usize = 48 << 20;

impl Pictures {
    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A picture that is still here.
    pub(crate) fn get(&self, key: Key) -> Option<Arc<[u8]>> {
        let mut kept = self.kept();
        let at = kept.pictures.iter().position(|(held, _)| *held == key)?;
        let picture = kept.pictures.remove(at)?;
        let bytes = Arc::clone(&picture.1);
        kept.pictures.push_back(picture);
        Some(bytes)
    }

    /// Keeps a picture; the one not looked at for longest goes.
    pub(crate) fn put(&self, key: Key, picture: Arc<[u8]>) {
        let mut kept = self.kept();
        kept.bytes += picture.len();
        kept.pictures.push_back((key, picture));
        while kept.bytes > KEEP && kept.pictures.len() > 1 {
            if let Some((_, gone)) = kept.pictures.pop_front() {
                kept.bytes -= gone.len();
            }
        }
    }

    /// The file that was looked at last, where it is this one.
    pub(crate) fn file(&self, sha256: Sha256) -> Option<Arc<[u8]>> {
        self.kept().file.as_ref().filter(|(held, _)| *held == sha256).map(|(_, bytes)| Arc::clone(bytes))
    }

    /// Keeps the file that is looked at.
    pub(crate) fn put_file(&self, sha256: Sha256, bytes: Arc<[u8]>) {
        self.kept().file = Some((sha256, bytes));
    }

    /// Forgets everything, when the workspace is closed.
    pub(crate) fn clear(&self) {
        *self.kept() = Kept::default();
    }
}

/// The widest picture in pixels; a page shown larger is drawn at this width and scaled by the user interface.
const WIDEST: u32 = 3_000;

/// The width of A4 in points.
const A4_WIDTH: f32 = 595.28;

/// The width of US Letter in points.
const LETTER_WIDTH: f32 = 612.0;

impl App {
    /// Draws a page at a width in pixels, as PNG.
    pub fn picture(&self, of: PictureOf, width: u32) -> Result<Arc<[u8]>, Failure> {
        let width = width.clamp(16, WIDEST);
        let (sha256, points) = self.pictured(of)?;
        let key = (sha256, of.page, width);
        if let Some(picture) = self.pictures.get(key) {
            return Ok(picture);
        }
        let bytes = self.pictured_bytes(sha256)?;
        if bytes.starts_with(workbook::MARK) {
            // A sheet has no picture; no child needs to be asked.
            return Err(Failure::Undrawable);
        }
        let scale = width as f32 / points;
        let drawn = self.reader.draw(bytes, None, of.page, scale).map_err(|error| {
            tracing::warn!(code = error.code(), page = of.page, "a page could not be drawn");
            Failure::Undrawable
        })?;
        let picture: Arc<[u8]> = drawn.png.into();
        self.pictures.put(key, Arc::clone(&picture));
        Ok(picture)
    }

    /// The bytes of a file that is looked at.
    pub(crate) fn pictured_bytes(&self, sha256: Sha256) -> Result<Arc<[u8]>, Failure> {
        if let Some(bytes) = self.pictures.file(sha256) {
            return Ok(bytes);
        }
        let mut bytes = Vec::new();
        self.opened()?.store.read(|db| db.read_blob(sha256, &mut bytes)).map_err(fail::store)?;
        let bytes: Arc<[u8]> = bytes.into();
        self.pictures.put_file(sha256, Arc::clone(&bytes));
        Ok(bytes)
    }

    /// Which bytes are pictured, and how many points wide the page is.
    fn pictured(&self, of: PictureOf) -> Result<(Sha256, f32), Failure> {
        let opened = self.opened()?;
        match of.file {
            PictureFile::Document(id) => {
                let found =
                    opened.store.read(|db| Ok(db.document(id)?.zip(db.page(id, of.page)?))).map_err(fail::store)?;
                let (stored, page) = found.ok_or_else(|| fail::not_found("page"))?;
                Ok((stored.document.sha256, (page.width as f32).max(1.0)))
            }
            PictureFile::Packet(id) => {
                let row = opened.store.read(|db| db.packet(id)).map_err(fail::store)?;
                let row = row.filter(|row| of.page <= row.pages).ok_or_else(|| fail::not_found("page"))?;
                Ok((row.sha256, if row.paper == "letter" { LETTER_WIDTH } else { A4_WIDTH }))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_not_looked_at_for_longest_goes() {
        let pictures = Pictures::default();
        let sha = Sha256::of(b"a");
        let large: Arc<[u8]> = vec![0; KEEP / 2].into();
        for page in 1..=2 {
            pictures.put((sha, page, 800), Arc::clone(&large));
        }
        assert!(pictures.get((sha, 1, 800)).is_some());
        pictures.put((sha, 3, 800), large);
        assert!(pictures.get((sha, 2, 800)).is_none(), "page 2 was looked at longest ago");
        assert!(pictures.get((sha, 1, 800)).is_some());
    }

    #[test]
    fn an_address_that_names_nothing_is_not_found() {
        assert!(PictureOf::parse("document", "no-id", "1").is_err());
        assert!(PictureOf::parse("packet", &uuid::Uuid::nil().to_string(), "0").is_err());
        assert!(PictureOf::parse("packet", &uuid::Uuid::nil().to_string(), "3").is_ok());
    }
}
