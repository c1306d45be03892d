//! From an input to a packet.

use crate::cited;
use crate::content::{self, Cuts, Frozen};
use crate::input::{Design, FORMAT, FrozenAppendix, FrozenDecision, FrozenFont};
use crate::layout::{self, Cache};
use crate::system_font::SystemFont;
use crate::typeset::{self, TypesetError};
use countersign_domain::Sha256;
use std::collections::BTreeSet;

/// How long a packet's number may be: it stands in every header and in the QR code.
const NUMBER_LENGTH: usize = 32;

/// A printed packet.
#[derive(Debug, Clone)]
pub struct Packet {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has, with those that are appended.
    pub pages: u32,
    /// Where the documents of [`FrozenDecision::appendices`] go, in their order. Their pages are not in the file yet: for each
    /// stands a page with its stamp.
    pub appendices: Vec<Appended>,
    /// The SHA-256 of the canonical JSON of the input; it stands on paper and in the QR code.
    pub content_hash: Sha256,
    /// The first 60 bits of the hash, for people and machines to compare.
    pub short_code: String,
    /// Characters that no font of ours has: they stand as `[U+XXXX]` on paper. Say so before somebody signs.
    pub uncovered: BTreeSet<char>,
}

impl Packet {
    /// Gives the packet's own pages, counted from 1.
    pub fn own_pages(&self) -> Vec<u32> {
        let theirs = |page: &u32| self.appendices.iter().any(|it| (it.first..it.first + it.pages).contains(page));
        (1..=self.pages).filter(|page| !theirs(page)).collect()
    }
}

/// Where the pages of a document go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// How the packet names the document.
    pub label: String,
    /// The page of the packet that stands for its first, counted from 1.
    pub first: u32,
    /// How many pages it has.
    pub pages: u32,
}

/// Says why a packet cannot be printed from an input.
#[derive(Debug, thiserror::Error)]
pub enum PacketError {
    /// The input is of a version that this program does not know.
    #[error("the format of the input is not known: {0}")]
    Format(String),
    /// The number is empty, too long, or holds anything but letters, digits and hyphens.
    #[error("not a packet number: {0}")]
    Number(String),
    /// Two documents have one label, or one has none.
    #[error("not the label of one document: {0}")]
    Label(String),
    /// A font of the system with which it was printed is not at hand.
    #[error("a font of the system is missing: {0}")]
    Font(String),
    /// The logo does not hold what it says.
    #[error("the logo is damaged")]
    Logo,
    /// A document is appended twice, is not behind the decision, or has no pages.
    #[error("not a document that can be appended: {0}")]
    Appendix(String),
    /// A fact cites a page that its document does not have: an empty or wrong bracket must not be signed.
    #[error("{document} has no page {page}, which is cited for: {fact}")]
    Page {
        /// The label of the document.
        document: String,
        /// The label of the fact, or what else cites it.
        fact: String,
        /// The page.
        page: u32,
    },
    /// The decision sheet is longer than its page, however much of it gives way.
    #[error("the decision sheet does not fit on its page")]
    SheetTooLong,
    /// The typesetter failed.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
}

/// Prints a packet with the program's own fonts. The same input gives the same bytes.
pub fn print(input: &FrozenDecision) -> Result<Packet, PacketError> {
    print_with(input, &[])
}

/// Prints a packet. The same input gives the same bytes; of the fonts of the system it takes those that the input names, and is
/// not printed where one is missing.
pub fn print_with(input: &FrozenDecision, at_hand: &[SystemFont]) -> Result<Packet, PacketError> {
    check(input)?;
    let named = |wanted: &FrozenFont| {
        let found =
            at_hand.iter().find(|font| (font.frozen.sha256, font.frozen.index) == (wanted.sha256, wanted.index));
        found.cloned().ok_or_else(|| PacketError::Font(wanted.name.clone()))
    };
    let fonts = input.fonts.iter().map(named).collect::<Result<Vec<_>, _>>()?;
    let frozen = Frozen::new(input, fonts)?;
    let mut cache = Cache::default();
    let document = match one_page(&frozen, &mut cache)? {
        Some(page) => page,
        None => content::document(&frozen, cuts(&frozen, &mut cache)?),
    };
    let document = content::with_appendices(document, input);
    let printed = typeset::print_after(&document, cache)?;
    let appended = document.inserts.iter().zip(printed.inserted);
    Ok(Packet {
        bytes: printed.bytes,
        pages: printed.pages,
        appendices: appended
            .map(|(insert, first)| Appended { label: insert.label.clone(), first, pages: insert.pages })
            .collect(),
        content_hash: frozen.hash,
        short_code: frozen.short_code,
        uncovered: printed.uncovered,
    })
}

/// Gives the one page of a vendor of little weight, unless there is more to say than fits on it.
fn one_page(frozen: &Frozen<'_>, cache: &mut Cache) -> Result<Option<typeset::Document>, TypesetError> {
    for close in [false, true] {
        let Some(document) = content::one_page(frozen, close) else { return Ok(None) };
        if layout::page_of(&document, cache)?.get(content::AFTER_ONE_PAGE) == Some(&1) {
            return Ok(Some(document));
        }
    }
    Ok(None)
}

/// Finds what must give way so that the decision sheet is one page: cuts in their order until it fits, then takes
/// back each earlier cut that turns out not to be needed.
fn cuts(frozen: &Frozen<'_>, cache: &mut Cache) -> Result<Cuts, PacketError> {
    let mut fits = |cuts: Cuts| {
        let pages = layout::page_of(&content::sheet(frozen, cuts), cache)?;
        Ok::<bool, TypesetError>(pages.get(content::AFTER_SHEET) == Some(&2))
    };
    let mut cuts = Cuts::default();
    let mut made = 0;
    while !fits(cuts)? {
        let cut = Cuts::EACH.get(made).ok_or(PacketError::SheetTooLong)?;
        cut(&mut cuts, true);
        made += 1;
    }
    for cut in Cuts::EACH.iter().take(made.saturating_sub(1)) {
        let mut fewer = cuts;
        cut(&mut fewer, false);
        if fits(fewer)? {
            cuts = fewer;
        }
    }
    cuts.summary = summary_lines(frozen, cuts, cache)?;
    Ok(cuts)
}

/// Finds to how many lines the texts of the summary are cut so that it is one page; `None` where nothing is cut.
fn summary_lines(frozen: &Frozen<'_>, cuts: Cuts, cache: &mut Cache) -> Result<Option<usize>, TypesetError> {
    let mut last = None;
    for lines in std::iter::once(None).chain((2..=9).rev().map(Some)) {
        last = lines;
        let Some(alone) = content::summary(frozen, Cuts { summary: lines, ..cuts }) else { return Ok(None) };
        if layout::page_of(&alone, cache)?.get(content::AFTER_SUMMARY) == Some(&1) {
            break;
        }
    }
    Ok(last)
}

fn check(input: &FrozenDecision) -> Result<(), PacketError> {
    if input.format != FORMAT {
        return Err(PacketError::Format(input.format.clone()));
    }
    let number = &input.packet.number;
    let allowed = number.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if number.is_empty() || number.len() > NUMBER_LENGTH || !allowed {
        return Err(PacketError::Number(number.clone()));
    }
    let mut labels = BTreeSet::new();
    for document in &input.documents {
        if document.label.is_empty() || !labels.insert(document.label.as_str()) {
            return Err(PacketError::Label(document.label.clone()));
        }
        for fact in &document.facts {
            if let Some(wrong) = fact.citations.iter().find(|at| at.page == 0 || at.page > document.pages) {
                let (document, fact, page) = (document.label.clone(), fact.label.clone(), wrong.page);
                return Err(PacketError::Page { document, fact, page });
            }
        }
    }
    let mut appended = BTreeSet::new();
    for FrozenAppendix { label, .. } in &input.appendices {
        let has_pages = input.documents.iter().any(|document| document.label == *label && document.pages > 0);
        if !has_pages || !appended.insert(label) {
            return Err(PacketError::Appendix(label.clone()));
        }
    }
    if input.design >= Design::Second { references(input) } else { Ok(()) }
}

/// Every page that is cited must be one of its document, and every document that is cited one of the packet.
fn references(input: &FrozenDecision) -> Result<(), PacketError> {
    for cited in cited::all(input) {
        let Some(document) = input.documents.iter().find(|document| document.label == cited.label) else {
            return Err(PacketError::Label(cited.label.to_owned()));
        };
        if let Some(page) = cited.pages.into_iter().find(|page| *page == 0 || *page > document.pages) {
            return Err(PacketError::Page { document: document.label.clone(), fact: cited.what, page });
        }
    }
    Ok(())
}
