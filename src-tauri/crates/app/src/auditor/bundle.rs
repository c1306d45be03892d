//! The files of the bundle: the lists as text and as one workbook, packets, the memo, and an index that names each with its hash.

use super::{checks::Check, gathered::Gathered, list::List};
use crate::{
    fail, names,
    session::file_stem,
    table::{self, Sheet},
};
use chrono::{DateTime, Datelike as _, Timelike as _, Utc};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Decision, Sha256, Tier};
use countersign_packet::auditor_index::{self, AuditorIndex, IndexCheck, IndexFile};
use countersign_store::{Snapshot, StoreError};
use serde_json::json;
use std::io::{Cursor, Write as _};
use zip::{CompressionMethod, ZipWriter, result::ZipError, write::SimpleFileOptions};

/// A file of the bundle.
pub(crate) struct File {
    /// Its path in the bundle, with `/`.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// Who made it, and when.
pub(super) struct Made {
    pub(super) by: String,
    pub(super) at: DateTime<Utc>,
}

/// The latest packets of the decisions that are chosen.
pub(super) fn packets(db: &Snapshot<'_>, it: &Gathered, choice: &w::PacketChoice) -> Result<Vec<File>, StoreError> {
    let last =
        |decision: &&Decision| it.decisions_on(decision.vendor).last().is_some_and(|last| last.id == decision.id);
    let critical =
        |decision: &&Decision| it.vendor(decision.vendor).is_some_and(|vendor| vendor.tier == Some(Tier::Critical));
    let decisions = it.decisions.iter().map(|decided| &decided.decision);
    let chosen: Vec<&Decision> = match choice {
        w::PacketChoice::None => Vec::new(),
        w::PacketChoice::Critical => decisions.filter(last).filter(critical).collect(),
        w::PacketChoice::Period => decisions.filter(|decision| it.in_period(decision.recorded_at)).collect(),
    };
    let mut files = Vec::new();
    for decision in chosen {
        let Some(packet) = it.packet(decision.id) else { continue };
        let mut bytes = Vec::new();
        db.read_blob(packet.sha256, &mut bytes)?;
        let number = crate::decisions::number_of(decision.number);
        let vendor = file_stem(&it.vendor_name(decision.vendor));
        files.push(File { name: format!("Packets/{number} v{} {vendor}.pdf", packet.version), bytes });
    }
    Ok(files)
}

/// All files, the index first.
pub(super) fn files(
    it: &Gathered,
    lists: &[List],
    checks: &[Check],
    others: Vec<File>,
    made: &Made,
    paper: w::Paper,
) -> Result<Vec<File>, Failure> {
    let mut files = Vec::new();
    let mut index = Vec::new();
    for list in lists {
        let bytes = table::csv(list.table())?;
        index.push(IndexFile {
            name: list.file_name(),
            what: list.population.clone(),
            rows: Some(list.rows.len()),
            sha256: Sha256::of(&bytes),
        });
        files.push(File { name: list.file_name(), bytes });
    }
    let sheets: Vec<Sheet<'_>> = lists.iter().map(|list| Sheet { name: list.title, rows: list.table() }).collect();
    let workbook = File { name: "All lists.xlsx".to_owned(), bytes: table::workbook(&sheets)? };
    for (file, what) in std::iter::once((workbook, "The lists above as sheets of one workbook."))
        .chain(others.into_iter().map(|file| (file, "")))
    {
        let what = match what {
            "" if file.name.starts_with("Packets/") => {
                "The latest packet of its decision, as it was printed. A decision without a packet has none here."
            }
            "" => "Our side of complementary user entity controls, as it stands on the day on which this was made.",
            what => what,
        };
        let sha256 = Sha256::of(&file.bytes);
        index.push(IndexFile { name: file.name.clone(), what: what.to_owned(), rows: None, sha256 });
        files.push(file);
    }
    let manifest = json!({
        "organisation": it.organisation,
        "from": it.period.from,
        "to": it.period.to,
        "made_by": made.by,
        "made_at": made.at,
        "files": index.iter().map(|file| json!({ "name": file.name, "rows": file.rows, "sha256": file.sha256.to_string() })).collect::<Vec<_>>(),
        "checks": checks.iter().map(|check| json!({ "what": check.what, "holds": check.holds })).collect::<Vec<_>>(),
    });
    let manifest = serde_json::to_vec_pretty(&manifest).map_err(fail::unexpected)?;
    let page = auditor_index::print(&AuditorIndex {
        organisation: it.organisation.clone(),
        from: it.period.from,
        to: it.period.to,
        made_by: made.by.clone(),
        made_at: made.at,
        paper: names::paper(paper),
        files: index,
        checks: checks.iter().map(|check| IndexCheck { what: check.what.clone(), holds: check.holds }).collect(),
    })
    .map_err(fail::unexpected)?;
    let first = [("00 Index.pdf", page), ("00 Index.json", manifest)];
    let first = first.map(|(name, bytes)| File { name: name.to_owned(), bytes });
    Ok(first.into_iter().chain(files).collect())
}

/// One file that holds all.
pub(crate) fn zip(files: &[File], made_at: DateTime<Utc>) -> Result<Vec<u8>, ZipError> {
    let date = made_at.date_naive();
    let part = |number: u32| number as u8;
    let time = zip::DateTime::from_date_and_time(
        date.year() as u16,
        part(date.month()),
        part(date.day()),
        part(made_at.hour()),
        part(made_at.minute()),
        part(made_at.second()),
    )
    .unwrap_or_default();
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(time);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        writer.start_file(&file.name, options)?;
        writer.write_all(&file.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
