//! The files of the bundle: the lists as text and as one workbook, packets, the memo, and an index that names each with its hash.

use super::{checks::Check, gathered::Gathered, list::List};
use crate::{
    fail, names,
    packets::fonts,
    session::file_stem,
    table::{self, Sheet},
};
use chrono::{DateTime, Datelike as _, Timelike as _, Utc};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Decision, Sha256, Tier};
use countersign_packet::auditor_index::{self, AuditorIndex, IndexCheck, IndexFile};
use countersign_store::{Snapshot, StoreError};
use serde_json::json;
use std::{
    collections::BTreeSet,
    io::{Cursor, Write as _},
};
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

/// The packets of the decisions that are chosen.
#[derive(Default)]
pub(super) struct Packets {
    pub(super) files: Vec<File>,
    /// How many decisions are chosen.
    pub(super) of: usize,
    /// How many of their packets are here.
    pub(super) taken: usize,
    /// Those of which no packet was printed, in words, and whether any of them approves.
    pub(super) without: Vec<String>,
    pub(super) approved_without: bool,
    /// How many signed copies are here.
    pub(super) copies: usize,
}

/// The latest packets of the decisions that are chosen, and what came back of them signed.
pub(super) fn packets(db: &Snapshot<'_>, it: &Gathered, input: &w::EvidenceRequest) -> Result<Packets, StoreError> {
    let last =
        |decision: &&Decision| it.decisions_on(decision.vendor).last().is_some_and(|last| last.id == decision.id);
    let critical =
        |decision: &&Decision| it.vendor(decision.vendor).is_some_and(|vendor| vendor.tier == Some(Tier::Critical));
    let decisions = it.decisions.iter().map(|decided| &decided.decision);
    let chosen: Vec<&Decision> = match input.packets {
        w::PacketChoice::None => Vec::new(),
        w::PacketChoice::Critical => decisions.filter(last).filter(critical).collect(),
        w::PacketChoice::Period => decisions.filter(|decision| it.in_period(decision.recorded_at)).collect(),
        w::PacketChoice::Chosen => decisions.filter(|decision| input.decisions.contains(&decision.number)).collect(),
    };
    let mut packets = Packets { of: chosen.len(), ..Packets::default() };
    for decision in chosen {
        let number = crate::decisions::number_of(decision.number);
        let vendor = file_stem(&it.vendor_name(decision.vendor));
        let Some(packet) = it.packet(decision.id) else {
            packets.without.push(format!("{number} ({})", it.vendor_name(decision.vendor)));
            packets.approved_without |= decision.outcome.is_approval();
            continue;
        };
        packets.taken += 1;
        let mut bytes = Vec::new();
        db.read_blob(packet.sha256, &mut bytes)?;
        packets.files.push(File { name: format!("Packets/{number} v{} {vendor}.pdf", packet.version), bytes });
        for (at, (packet, document)) in (1..).zip(it.copies_of(decision.id)) {
            let mut bytes = Vec::new();
            db.read_blob(document.document.sha256, &mut bytes)?;
            let ending = ending(document.document.file_name.as_str());
            let name = format!("{SIGNED}{number} v{} {vendor}, signed copy {at}{ending}", packet.version);
            packets.files.push(File { name, bytes });
            packets.copies += 1;
        }
    }
    Ok(packets)
}

/// Where signed copies lie in the bundle.
const SIGNED: &str = "Signed copies/";

/// The ending of a file's name with its point, where it is one that a scan has.
fn ending(name: &str) -> String {
    let known = ["pdf", "jpg", "jpeg", "png"];
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.filter(|ending| known.contains(&ending.as_str())).map_or_else(String::new, |ending| format!(".{ending}"))
}

/// All files, the index first.
pub(super) fn files(
    it: &Gathered,
    lists: &[List],
    checks: &[Check],
    others: Vec<File>,
    made: &Made,
    paper: w::Paper,
) -> Result<(Vec<File>, BTreeSet<char>), Failure> {
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
                "The latest packet of its decision, as it was printed; which decisions have none stands above."
            }
            "" if file.name.starts_with(SIGNED) => {
                "What came back of that packet on paper, as it was received. Who signed it, as somebody confirmed, stands in the \
                 list of decisions."
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
    let index = AuditorIndex {
        organisation: it.organisation.clone(),
        from: it.period.from,
        to: it.period.to,
        made_by: made.by.clone(),
        made_at: made.at,
        paper: names::paper(paper),
        files: index,
        checks: checks.iter().map(|check| IndexCheck { what: check.what.clone(), holds: check.holds }).collect(),
    };
    let page = fonts::print(|fonts| auditor_index::print(&index, fonts)).map_err(fail::unexpected)?;
    let first = [("00 Index.pdf", page.bytes), ("00 Index.json", manifest)];
    let first = first.map(|(name, bytes)| File { name: name.to_owned(), bytes });
    Ok((first.into_iter().chain(files).collect(), page.uncovered))
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
