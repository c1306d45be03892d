//! What a packet says: from the frozen decision to a document of blocks. All words of the packet are in this folder.
//!
//! Section numbers are fixed from 1 to 14; a section left out leaves its number out, and the contents say so. To add
//! one: a file that gives its blocks, a line in [`document`], and its line in `outline.rs`.
//!
//! It knows nothing of fonts, pages and places: those are the typesetter's.

mod accepted;
mod answers;
mod appendices;
mod confidentiality;
mod continuity;
mod cuecs;
mod decisions;
mod duties;
mod exceptions;
mod facts;
mod history;
mod limits;
mod low;
mod outline;
mod pairs;
mod policy;
mod register;
mod reliance;
mod risk;
mod sheet;
mod strip;
mod subservice;
mod summary;
#[cfg(test)]
mod tests;
mod tiering;
mod timeline;
pub(crate) mod words;

pub use confidentiality::without_nda;
pub use words::choices;

use crate::canonical::{canonical_json, short_code};
use crate::input::{Design, FrozenDecision};
use crate::system_font::SystemFont;
use crate::typeset::{Attachment, Block, Document, FittedLine, Form, Furniture, Meta, Picture};
use crate::{PacketError, logo};
use countersign_domain::Sha256;

/// The name of the data inside the packet.
pub const ATTACHMENT: &str = "decision.json";

/// A decision with what is computed from it.
pub(crate) struct Frozen<'a> {
    pub(crate) input: &'a FrozenDecision,
    canonical: String,
    pub(crate) hash: Sha256,
    pub(crate) short_code: String,
    /// The logo as it is drawn.
    pub(crate) logo: Option<Picture>,
    /// The fonts of the system that are used.
    fonts: Vec<SystemFont>,
}

impl<'a> Frozen<'a> {
    /// Computes the hash of an input, and unpacks its logo.
    pub(crate) fn new(input: &'a FrozenDecision, fonts: Vec<SystemFont>) -> Result<Self, PacketError> {
        let canonical = canonical_json(input);
        let hash = Sha256::of(canonical.as_bytes());
        let logo = input.logo.as_ref().map(|logo| logo::picture(logo).ok_or(PacketError::Logo)).transpose()?;
        Ok(Self { input, short_code: short_code(&hash), canonical, hash, logo, fonts })
    }
}

/// What gives way on the decision sheet when it is longer than its page. Type is never made smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Cuts {
    /// Low risks join in one line with their number; section 7 has them in full.
    pub(crate) low_risks: bool,
    /// The reasons are cut to four lines; section 14 has them in full.
    pub(crate) reasons: bool,
    /// Conditions from the fifth on are only in section 12.
    pub(crate) conditions: bool,
    /// Signers from the sixth on sign on the page after.
    pub(crate) signers: bool,
    /// Names and the words of conditions are cut; sections 12 and 14 have them in full.
    pub(crate) names: bool,
    /// Risks from the fourth of a sort on are only in their section.
    pub(crate) risks: bool,
    /// Comments of who signed in the program are only in section 14.
    pub(crate) comments: bool,
    /// The hash of the packet before is only in section 14.
    pub(crate) before: bool,
    /// The texts of the summary are cut to so many lines, so that it is one page; the sections have them in full.
    pub(crate) summary: Option<usize>,
}

impl Cuts {
    /// Ways to change one of them, in the order in which they are tried.
    pub(crate) const EACH: [fn(&mut Self, bool); 8] = [
        |cuts, cut| cuts.low_risks = cut,
        |cuts, cut| cuts.reasons = cut,
        |cuts, cut| cuts.conditions = cut,
        |cuts, cut| cuts.signers = cut,
        |cuts, cut| cuts.names = cut,
        |cuts, cut| cuts.risks = cut,
        |cuts, cut| cuts.comments = cut,
        |cuts, cut| cuts.before = cut,
    ];
}

/// The anchor of what follows the decision sheet: it must stand on page 2.
pub(crate) const AFTER_SHEET: &str = "after-sheet";

/// Makes the document of a packet.
pub(crate) fn document(frozen: &Frozen<'_>, cuts: Cuts) -> Document {
    let input = frozen.input;
    let mut blocks = sheet::blocks(frozen, cuts);
    blocks.extend(summary::blocks(input, cuts));
    blocks.extend(tiering::blocks(input));
    blocks.extend(register::blocks(frozen, cuts));
    blocks.extend(facts::blocks(input));
    blocks.extend(policy::blocks(input));
    blocks.extend(exceptions::blocks(input));
    blocks.extend(cuecs::blocks(input));
    blocks.extend(subservice::blocks(input));
    blocks.extend(limits::blocks(input));
    blocks.extend(accepted::blocks(input));
    blocks.extend(duties::blocks(input, cuts));
    blocks.extend(answers::blocks(input));
    blocks.extend(history::blocks(frozen, cuts));
    Document {
        meta: meta(frozen),
        paper: input.paper,
        furniture: furniture(input),
        blocks,
        fonts: frozen.fonts.clone(),
        form: form(input),
        ..Document::default()
    }
}

fn form(input: &FrozenDecision) -> Form {
    match input.design {
        Design::First | Design::Second | Design::Third => Form::Plain,
        Design::Fourth => Form::Packed,
        Design::Fifth => Form::Compact,
        Design::Sixth => Form::Swift,
    }
}

/// Adds the documents that are appended: a leaf before each, and room for its pages.
pub(crate) fn with_appendices(mut document: Document, input: &FrozenDecision) -> Document {
    document.blocks.extend(appendices::blocks(input));
    document.inserts = appendices::inserts(input);
    document
}

/// Makes the one page of a vendor of little weight, its rows closer together where `close`; `None` where the packet is meant to
/// have all its sections.
pub(crate) fn one_page(frozen: &Frozen<'_>, close: bool) -> Option<Document> {
    let input = frozen.input;
    let blocks = low::is_meant(input).then(|| low::blocks(frozen, close))?;
    Some(Document {
        meta: meta(frozen),
        paper: input.paper,
        furniture: furniture(input),
        blocks,
        fonts: frozen.fonts.clone(),
        form: form(input),
        ..Document::default()
    })
}

/// The anchor at the end of that page.
pub(crate) const AFTER_ONE_PAGE: &str = low::END;

/// Makes the decision sheet alone, to see whether it is one page.
pub(crate) fn sheet(frozen: &Frozen<'_>, cuts: Cuts) -> Document {
    let mut blocks = sheet::blocks(frozen, cuts);
    let end = blocks.iter().position(|block| *block == Block::Anchor(AFTER_SHEET.to_owned()));
    blocks.truncate(end.map_or(blocks.len(), |end| end + 1));
    Document { paper: frozen.input.paper, blocks, fonts: frozen.fonts.clone(), ..Document::default() }
}

/// Makes the summary alone, to see whether it is one page; nothing where there is none.
pub(crate) fn summary(frozen: &Frozen<'_>, cuts: Cuts) -> Option<Document> {
    let alone = || Document { fonts: frozen.fonts.clone(), ..summary::alone(frozen.input, cuts) };
    summary::left_out(frozen.input).is_none().then(alone)
}

/// The anchor of what follows the summary: alone, it must stand on page 1.
pub(crate) const AFTER_SUMMARY: &str = summary::END;

fn meta(frozen: &Frozen<'_>) -> Meta {
    let input = frozen.input;
    let name = &input.packet;
    let mut identity = [0; 16];
    identity.copy_from_slice(&frozen.hash.as_bytes()[..16]);
    Meta {
        title: format!("Approval packet {}, version {}: {}", name.number, name.version, input.vendor.name),
        author: input.organisation.clone(),
        subject: format!("Vendor approval packet, content SHA-256 {}", frozen.hash),
        language: "en".to_owned(),
        created: input.decision.recorded_at,
        identity,
        attachment: Some(Attachment {
            file_name: ATTACHMENT.to_owned(),
            description: "The decision as it was frozen; its SHA-256 is the content hash".to_owned(),
            media_type: "application/json".to_owned(),
            bytes: frozen.canonical.clone().into_bytes(),
        }),
    }
}

fn furniture(input: &FrozenDecision) -> Furniture {
    let name = &input.packet;
    let line =
        |before: String, cut: &str, after: &str| FittedLine { before, cut: cut.to_owned(), after: after.to_owned() };
    Furniture {
        head_left: line(String::new(), &input.organisation, "  ·  Vendor approval packet"),
        head_right: line(format!("{}  ·  version {}  ·  ", name.number, name.version), &input.vendor.name, ""),
        foot_left: confidentiality::line(input),
        front: 0,
    }
}
