//! What the file says about itself.

use std::sync::LazyLock;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object};
use regex::bytes::Regex;

use crate::extraction::Properties;

/// Longest title or producer that is kept, in characters.
const MAX_TEXT: usize = 1_000;
/// Most form fields that are searched for signatures: a loop of fields ends here.
const MAX_FIELDS: usize = 10_000;
/// White space that may follow the end of a signed file without being a revision.
const TRAILING: u64 = 4;

/// The entry of a trailer that makes a file encrypted. Trailers are never compressed or encrypted themselves.
static ENCRYPT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?-u)/Encrypt[\x00\t\n\x0c\r ]*(?:[0-9]|<<)").expect("the pattern is valid"));

pub(super) fn read(pdf: &Pdf, bytes: &[u8]) -> Properties {
    let metadata = pdf.metadata();
    let created = metadata.creation_date.map(|d| {
        let offset = if d.utc_offset_hour == 0 && d.utc_offset_minute == 0 {
            "Z".to_owned()
        } else {
            format!("{:+03}:{:02}", d.utc_offset_hour, d.utc_offset_minute)
        };
        format!("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{offset}", d.year, d.month, d.day, d.hour, d.minute, d.second)
    });
    let (signatures, revised_after_signing) = signatures(pdf, bytes.len() as u64);
    Properties {
        producer: metadata.producer.as_deref().and_then(text),
        title: metadata.title.as_deref().and_then(text),
        created,
        encrypted: ENCRYPT.is_match(bytes),
        signatures,
        revised_after_signing,
        page_labels: Vec::new(),
        spreadsheet: false,
    }
}

/// Counts the signatures and tells whether bytes follow the last signed range.
fn signatures(pdf: &Pdf, length: u64) -> (u32, Option<bool>) {
    let Some(catalog) = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()) else { return (0, None) };
    let fields = catalog.get::<Dict<'_>>(b"AcroForm").and_then(|form| form.get::<Array<'_>>(b"Fields"));
    let Some(fields) = fields else { return (0, None) };
    let mut open: Vec<Dict<'_>> = fields.iter().take(MAX_FIELDS).collect();
    let mut looked_at = 0;
    let mut count = 0;
    let mut signed_to = Some(0);
    while let Some(field) = open.pop() {
        looked_at += 1;
        if looked_at > MAX_FIELDS {
            break;
        }
        if let Some(kids) = field.get::<Array<'_>>(b"Kids") {
            open.extend(kids.iter::<Dict<'_>>().take(MAX_FIELDS));
        }
        if field.get::<Name<'_>>(b"FT").is_none_or(|kind| &*kind != b"Sig") {
            continue;
        }
        let Some(signature) = field.get::<Dict<'_>>(b"V") else { continue };
        count += 1;
        signed_to = signed_to.and_then(|end: u64| Some(end.max(signed_end(&signature)?)));
    }
    // Validation data may be added to a signed file without changing it: then the bytes alone do not tell.
    let unclear = count == 0 || catalog.contains_key(b"DSS");
    (count, signed_to.filter(|_| !unclear).map(|end| length > end.saturating_add(TRAILING)))
}

/// Where the bytes end that a signature covers.
fn signed_end(signature: &Dict<'_>) -> Option<u64> {
    let range: Vec<u64> = signature
        .get::<Array<'_>>(b"ByteRange")?
        .iter::<Object<'_>>()
        .map_while(|item| item.into_number().and_then(|n| u64::try_from(n.as_i64()).ok()))
        .take(4)
        .collect();
    match range[..] {
        [0, _, start, length] => start.checked_add(length),
        _ => None,
    }
}

/// Decodes a text string: UTF-16 or UTF-8 with a mark in front, else Latin; `None` if nothing is left.
pub(super) fn text(bytes: &[u8]) -> Option<String> {
    let decoded = match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|b| char::from(*b)).collect(),
    };
    let cleaned: String = decoded.chars().filter(|c| !c.is_control()).take(MAX_TEXT).collect();
    let cleaned = cleaned.trim();
    (!cleaned.is_empty()).then(|| cleaned.to_owned())
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}
