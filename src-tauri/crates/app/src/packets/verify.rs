//! Checking a packet: by itself, from the manifest inside it, and against the workspace where one is open.
//!
//! By itself a packet shows that paper, pages and manifest belong together; that the decision was made so only the workspace
//! shows, by its own row, its audit log and its stored documents.

use super::{chosen, fonts};
use crate::{App, application::Opened, fail};
use countersign_contract::Failure;
use countersign_domain::{Decision, Op, Sha256};
use countersign_packet::{
    PacketError,
    input::FrozenDecision,
    manifest::{self, Manifest},
};
use countersign_reader::page::Page;
use countersign_store::{AuditFilter, PacketRow, Snapshot, StoreError, SubjectKind};
use std::{io, ops::ControlFlow, path::Path, sync::Arc};

/// What of a packet is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PacketPart {
    /// The manifest and the hash on page 1.
    Content,
    /// The pages beside those that the manifest prints.
    Pages,
    /// The pages of documents that are appended.
    Appendices,
    /// The file beside the packets of the workspace.
    File,
    /// The manifest beside the decision of the workspace.
    Decision,
    /// The audit log of the workspace.
    Audit,
    /// The documents behind the decision beside those that are stored.
    Documents,
}

impl PacketPart {
    /// Its name, in data and for people.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Pages => "pages",
            Self::Appendices => "appendices",
            Self::File => "file",
            Self::Decision => "decision",
            Self::Audit => "audit",
            Self::Documents => "documents",
        }
    }
}

/// What came of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PacketOutcome {
    /// It is as it should be.
    Holds,
    /// Something was changed.
    Differs,
    /// It could not be checked.
    NotChecked,
}

impl PacketOutcome {
    /// Its name, in data and for people.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Differs => "differs",
            Self::NotChecked => "not checked",
        }
    }
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketCheck {
    /// What was checked.
    pub part: PacketPart,
    /// What came of it.
    pub outcome: PacketOutcome,
    /// What was found, in words.
    pub found: String,
}

impl PacketCheck {
    fn new(part: PacketPart, outcome: PacketOutcome, found: impl Into<String>) -> Self {
        Self { part, outcome, found: found.into() }
    }

    fn of(part: PacketPart, holds: bool, found: impl Into<String>, else_found: impl Into<String>) -> Self {
        if holds {
            Self::new(part, PacketOutcome::Holds, found)
        } else {
            Self::new(part, PacketOutcome::Differs, else_found)
        }
    }
}

/// A packet with what was checked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketChecks {
    /// Number, version and vendor, where the manifest can be read.
    pub name: Option<(String, u32, String)>,
    /// The content hash, where the manifest can be read.
    pub content_hash: Option<Sha256>,
    /// The checks, in their order.
    pub checks: Vec<PacketCheck>,
}

/// What the checks give together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PacketVerdict {
    /// Every page is shown to be what was printed.
    Whole,
    /// Nothing differs, but something that would have to hold could not be checked.
    Unproved,
    /// Something was changed.
    Changed,
}

impl PacketChecks {
    /// What the checks give together: pages that nobody compared prove nothing, and a packet of another workspace was not made
    /// in this one.
    pub fn verdict(&self) -> PacketVerdict {
        let is = |part, outcome| self.checks.iter().any(|check| (check.part, check.outcome) == (part, outcome));
        let printed = is(PacketPart::Pages, PacketOutcome::Holds) || is(PacketPart::File, PacketOutcome::Holds);
        if self.checks.iter().any(|check| check.outcome == PacketOutcome::Differs) {
            PacketVerdict::Changed
        } else if printed
            && !is(PacketPart::Decision, PacketOutcome::NotChecked)
            && !is(PacketPart::Appendices, PacketOutcome::NotChecked)
        {
            PacketVerdict::Whole
        } else {
            PacketVerdict::Unproved
        }
    }
}

impl App {
    /// Checks a packet; `None` for a file that carries no decision, which is no packet or was changed.
    pub fn check_packet(&self, path: &Path) -> Result<Option<PacketChecks>, Failure> {
        let bytes = self.reader.load(path).map_err(|_| Failure::Inaccessible)?;
        self.check_packet_bytes(&bytes)
    }

    /// The same of bytes that are read already.
    pub(crate) fn check_packet_bytes(&self, bytes: &Arc<[u8]>) -> Result<Option<PacketChecks>, Failure> {
        // What cannot be opened is no packet.
        let Ok(inside) = self.reader.attachments(Arc::clone(bytes)) else { return Ok(None) };
        let Some(attached) = inside.into_iter().find(|inside| inside.name == manifest::ATTACHMENT) else {
            return Ok(None);
        };
        let manifest = match manifest::read(&attached.bytes) {
            Ok(manifest) => manifest,
            Err(error) => {
                let check = PacketCheck::new(PacketPart::Content, PacketOutcome::Differs, error.to_string());
                return Ok(Some(PacketChecks { name: None, content_hash: None, checks: vec![check] }));
            }
        };
        let mut checks = vec![self.content(bytes, &manifest), self.pages(bytes, &manifest)];
        checks.extend(appendices(&manifest));
        if let Ok(opened) = self.opened() {
            against(&opened, bytes, &manifest, &mut checks)?;
        }
        let input = &manifest.input;
        Ok(Some(PacketChecks {
            name: Some((input.packet.number.clone(), input.packet.version, input.vendor.name.clone())),
            content_hash: Some(manifest.content_hash),
            checks,
        }))
    }

    /// The pages of a file as words without the space between them; `None` where they cannot be read.
    fn words(&self, bytes: &Arc<[u8]>) -> Option<(Vec<String>, Option<String>)> {
        let read = self.reader.extract(Arc::clone(bytes), None, |_| ControlFlow::Continue(())).ok()?;
        let text = |page: &Page| page.words.iter().map(|word| word.text.as_str()).collect::<String>();
        Some((read.pages.iter().map(text).collect(), read.properties.producer))
    }

    fn content(&self, bytes: &Arc<[u8]>, manifest: &Manifest) -> PacketCheck {
        let Some((pages, _)) = self.words(bytes) else {
            return PacketCheck::new(PacketPart::Content, PacketOutcome::Differs, "the pages cannot be read");
        };
        let first = pages.first().map(String::as_str).unwrap_or_default();
        let (hash, code) = (manifest.content_hash.to_string(), manifest.short_code.as_str());
        PacketCheck::of(
            PacketPart::Content,
            first.contains(&hash) && first.contains(code),
            format!("page 1 prints the hash of the manifest, {hash}, and its short code {code}"),
            format!("page 1 does not print the hash of the manifest, {hash}, with its short code {code}"),
        )
    }

    /// Prints the manifest again: the same decision gives the same file.
    fn pages(&self, bytes: &Arc<[u8]>, manifest: &Manifest) -> PacketCheck {
        let part = PacketPart::Pages;
        let at_hand = fonts::named(&manifest.input.fonts);
        let again = match countersign_packet::print_with(&manifest.input, &at_hand) {
            Ok(again) => again,
            Err(PacketError::Font(name)) => {
                let said = format!("printed with a font of the system that is not on this computer: {name}");
                return PacketCheck::new(part, PacketOutcome::NotChecked, said);
            }
            Err(_) => return PacketCheck::new(part, PacketOutcome::Differs, "the manifest cannot be printed"),
        };
        if again.bytes == **bytes {
            return PacketCheck::new(part, PacketOutcome::Holds, "every byte is as the manifest prints it");
        }
        let own = again.own_pages();
        let begins = !again.appendices.is_empty() && bytes.starts_with(&again.bytes);
        let printed: Arc<[u8]> = again.bytes.into();
        if begins {
            return self.beside_appendices(bytes, &printed, &own);
        }
        let of_own = |(words, by): (Vec<String>, Option<String>)| {
            let at = |page: &u32| words.get(*page as usize - 1).cloned().unwrap_or_default();
            (own.iter().map(at).collect::<Vec<_>>(), by, words.len())
        };
        let (held, printed) = (self.words(bytes).map(of_own), self.words(&printed).map(of_own));
        let (Some((mut held, by, all)), Some((printed, _, whole))) = (held, printed) else {
            return PacketCheck::new(part, PacketOutcome::Differs, "the pages cannot be read");
        };
        // A page more or less is found too, whatever it says.
        if all != whole {
            held.push(String::new());
        }
        if by.as_deref() != Some(manifest::PRODUCER) {
            let by = by.unwrap_or_else(|| "an unknown program".to_owned());
            let said = format!("printed by {by}; this is {}, which lays pages out in its own way", manifest::PRODUCER);
            return PacketCheck::new(part, PacketOutcome::NotChecked, said);
        }
        let other = (0..held.len().max(printed.len())).find(|page| held.get(*page) != printed.get(*page));
        let found = match other.map(|at| own.get(at).copied().unwrap_or(whole as u32 + 1)) {
            Some(page) => format!("page {page} does not say what the manifest prints"),
            None => "the pages say what the manifest prints, but the file was written anew".to_owned(),
        };
        PacketCheck::new(part, PacketOutcome::Differs, found)
    }

    /// Compares the packet's own pages where documents are appended: what stands behind the packet's last byte could put other
    /// pages in their place, so each is drawn and compared.
    fn beside_appendices(&self, bytes: &Arc<[u8]>, printed: &Arc<[u8]>, own: &[u32]) -> PacketCheck {
        let part = PacketPart::Pages;
        let looks = |of: &Arc<[u8]>| self.reader.looks(Arc::clone(of), own, LOOK).ok();
        let (Some(held), Some(printed)) = (looks(bytes), looks(printed)) else {
            return PacketCheck::new(part, PacketOutcome::Differs, "the pages cannot be drawn");
        };
        match own.iter().zip(held.iter().zip(&printed)).find(|(_, (held, printed))| held != printed) {
            Some((page, _)) => {
                let found = format!("page {page} does not look as the manifest prints it");
                PacketCheck::new(part, PacketOutcome::Differs, found)
            }
            None => PacketCheck::new(
                part,
                PacketOutcome::Holds,
                format!(
                    "the packet's own {} pages are as the manifest prints them, byte for byte and as they look",
                    own.len()
                ),
            ),
        }
    }
}

/// Pixels per point at which pages are compared: a letter of the smallest text is some pixels high.
pub(super) const LOOK: f32 = 1.0;

/// The documents that are appended: by itself a packet cannot show whether their pages are those of the documents.
fn appendices(manifest: &Manifest) -> Option<PacketCheck> {
    let labels: Vec<&str> = manifest.input.appendices.iter().map(|it| it.label.as_str()).collect();
    let found = format!(
        "the appended pages of {} are copies; they are compared with nothing but the file's hash in the workspace",
        labels.join(", ")
    );
    (!labels.is_empty()).then(|| PacketCheck::new(PacketPart::Appendices, PacketOutcome::NotChecked, found))
}

/// Compares a packet with the workspace in which it was made.
fn against(opened: &Opened, bytes: &[u8], manifest: &Manifest, checks: &mut Vec<PacketCheck>) -> Result<(), Failure> {
    let sha256 = Sha256::of(bytes);
    let made = opened.store.read(|db| {
        let own = db.workspace()?.id.to_string() == manifest.input.workspace;
        if !own {
            return Ok(vec![PacketCheck::new(
                PacketPart::Decision,
                PacketOutcome::NotChecked,
                "made in another workspace than the one that is open",
            )]);
        }
        let row = db.packet_of_file(sha256)?;
        let decision = decided(db, manifest.input.decision.number)?;
        let mut made = vec![file(row.as_ref())];
        made.push(match &decision {
            Some(decision) => frozen(db, decision, manifest)?,
            None => {
                let found = "the workspace has no decision of its number";
                PacketCheck::new(PacketPart::Decision, PacketOutcome::Differs, found)
            }
        });
        made.push(audit(db, decision.as_ref(), row.as_ref())?);
        made.push(documents(db, &manifest.input)?);
        Ok(made)
    });
    let made = made.map_err(fail::store)?;
    // A file that the workspace knows byte for byte is as it was printed, by whatever version.
    let known = made.iter().any(|check| check.part == PacketPart::File && check.outcome == PacketOutcome::Holds);
    for check in checks.iter_mut().filter(|check| known && check.part == PacketPart::Pages) {
        if check.outcome == PacketOutcome::Differs {
            let found = "printed by an earlier build of the program; its file hash speaks for it";
            *check = PacketCheck::new(PacketPart::Pages, PacketOutcome::NotChecked, found);
        }
    }
    for check in checks.iter_mut().filter(|check| known && check.part == PacketPart::Appendices) {
        let found = "the file's hash shows that the appended pages are those of the day when the packet was made";
        *check = PacketCheck::new(PacketPart::Appendices, PacketOutcome::Holds, found);
    }
    checks.extend(made);
    Ok(())
}

fn decided(db: &Snapshot<'_>, number: u32) -> Result<Option<Decision>, StoreError> {
    for row in db.vendors()? {
        if let Some(found) = db.decisions(row.vendor.id)?.into_iter().find(|decision| decision.number == number) {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

fn file(row: Option<&PacketRow>) -> PacketCheck {
    PacketCheck::of(
        PacketPart::File,
        row.is_some(),
        "byte for byte a packet of the workspace",
        "no packet of the workspace has these bytes",
    )
}

/// The decision's own row, and the manifest beside it.
fn frozen(db: &Snapshot<'_>, decision: &Decision, manifest: &Manifest) -> Result<PacketCheck, StoreError> {
    let part = PacketPart::Decision;
    if Sha256::of(decision.frozen.as_bytes()) != decision.frozen_sha256 {
        let found = "what the workspace froze is not what its hash says";
        return Ok(PacketCheck::new(part, PacketOutcome::Differs, found));
    }
    let Ok(frozen) = serde_json::from_str::<FrozenDecision>(&decision.frozen) else {
        return Ok(PacketCheck::new(part, PacketOutcome::Differs, "what the workspace froze cannot be read"));
    };
    // What is chosen when a packet is made is not of the decision.
    let FrozenDecision { packet, paper, appendices, fonts, previous, sign_offs, .. } = manifest.input.clone();
    let as_chosen = FrozenDecision { packet, paper, appendices, fonts, previous, sign_offs, ..frozen };
    if let Some(unfounded) = chosen::unfounded(db, decision, &manifest.input)? {
        return Ok(PacketCheck::new(part, PacketOutcome::Differs, unfounded));
    }
    let same = manifest::content_hash(&as_chosen) == manifest.content_hash;
    Ok(PacketCheck::of(
        part,
        same,
        format!("the manifest is decision {} as it was frozen", decision.number),
        format!("the manifest is not decision {} as it was frozen", decision.number),
    ))
}

/// The audit log: its chain, and the hashes that it keeps of the decision and of the file.
fn audit(db: &Snapshot<'_>, decision: Option<&Decision>, row: Option<&PacketRow>) -> Result<PacketCheck, StoreError> {
    let differs = |found: String| PacketCheck::new(PacketPart::Audit, PacketOutcome::Differs, found);
    let chain = db.verify_chain()?;
    if let Some(at) = chain.broken_at {
        return Ok(differs(format!("the chain is broken at entry {at}")));
    }
    let told = |kind, id, op, field: &str, hash: Sha256| -> Result<bool, StoreError> {
        let filter = AuditFilter { subject: Some((kind, id)), op: Some(op), ..AuditFilter::default() };
        let entries = db.audit(&filter, 10)?;
        Ok(entries.iter().any(|entry| entry.detail[field].as_str() == Some(hash.to_string().as_str())))
    };
    if let Some(decision) = decision {
        let (id, hash) = (decision.id.uuid(), decision.frozen_sha256);
        if !told(SubjectKind::Decision, id, Op::RecordDecision, "frozen_sha256", hash)? {
            return Ok(differs("the log tells of another decision than the one that is stored".to_owned()));
        }
    }
    if let Some(row) = row
        && !told(SubjectKind::Packet, row.id.uuid(), Op::MakePacket, "sha256", row.sha256)?
    {
        return Ok(differs("the log tells of another file than this one".to_owned()));
    }
    let tells = if decision.is_some() { " and tells of this decision" } else { "" };
    let found = format!("the chain of {} entries is whole{tells}", chain.entries);
    Ok(PacketCheck::new(PacketPart::Audit, PacketOutcome::Holds, found))
}

/// The documents behind the decision: each is stored, and its bytes are those of its hash.
fn documents(db: &Snapshot<'_>, input: &FrozenDecision) -> Result<PacketCheck, StoreError> {
    let part = PacketPart::Documents;
    for document in &input.documents {
        let label = &document.label;
        if db.document_by_sha(document.sha256)?.is_none() {
            return Ok(PacketCheck::new(part, PacketOutcome::Differs, format!("{label} is not stored here")));
        }
        match db.read_blob(document.sha256, &mut io::sink()) {
            Ok(length) if length == document.bytes => {}
            Ok(_) | Err(StoreError::Damaged { .. } | StoreError::Missing { .. }) => {
                let found = format!("the stored bytes of {label} are not those of its hash");
                return Ok(PacketCheck::new(part, PacketOutcome::Differs, found));
            }
            Err(error) => return Err(error),
        }
    }
    let found = match input.documents.len() {
        0 => "no document stands behind the decision".to_owned(),
        1 => "the document behind the decision is stored, and its bytes are those of its hash".to_owned(),
        all => format!("the {all} documents behind the decision are stored, and their bytes are those of their hashes"),
    };
    Ok(PacketCheck::new(part, PacketOutcome::Holds, found))
}
