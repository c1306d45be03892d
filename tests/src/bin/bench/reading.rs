//! Reading: whole processes beside `pdftotext -layout`, and what of our time goes where.

use crate::{
    Outcome, machine,
    material::Material,
    process::{Peak, Program, beside_us, is_there},
    table::{self, ms, or_dash, say, time_ratio},
    timing::{in_turn, timed},
};
use countersign_domain::Sha256;
use countersign_reader::{
    extraction::read_in_process,
    limits::Limits,
    reading::{SourceFile, printed_labels, read},
};
use std::{fs, path::Path, path::PathBuf, time::Duration};

const RUNS: usize = 5;

const HEADS: [&str; 12] = [
    "document",
    "pages",
    "kB",
    "ours ms",
    "peer ms",
    "ours/peer",
    "pages/s",
    "extract ms",
    "recognise ms",
    "ours MiB",
    "child MiB",
    "peer MiB",
];

/// What was measured of one document, or of many together.
#[derive(Debug, Default, Clone, Copy)]
struct Measured {
    pages: usize,
    bytes: u64,
    ours: Option<Duration>,
    peer: Option<Duration>,
    inside: Option<(Duration, Duration)>,
    own: Option<u64>,
    child: Option<u64>,
    peer_peak: Option<u64>,
}

/// The two programs; either may be missing.
struct Programs {
    ours: Option<Program>,
    peer: Option<Program>,
}

pub(crate) fn measure(material: &Material, files: &[PathBuf]) -> Outcome<()> {
    let programs = Programs {
        ours: beside_us("countersign").map(|path| Program { path, before: &["read", "--json"], after: &[] }),
        peer: is_there("pdftotext").then(|| Program {
            path: PathBuf::from("pdftotext"),
            before: &["-layout"],
            after: &["-"],
        }),
    };
    say(&format!("\nReading, medians of {RUNS} runs in turn"));
    say(
        "ours: the whole process `countersign read --json`, child included; extract and recognise: the same work in this process",
    );
    if programs.ours.is_none() {
        say("ours is missing: build it beside this program (cargo build --release --workspace --bin countersign)");
    }
    match &programs.peer {
        Some(_) => say(&format!("peer: the whole process `pdftotext -layout` ({})", version())),
        None => say("the peer is missing: pdftotext is not installed (poppler-utils)"),
    }
    let mut rows = Vec::new();
    for (name, path) in &material.documents {
        rows.push(row(name, &of_file(path, &programs)?));
    }
    table::print(&HEADS, &rows);
    if files.is_empty() {
        return Ok(());
    }
    say("\nFiles that were named; what is not a report of text is read and refused like everything else");
    let (mut all, mut rows) = (Vec::new(), Vec::new());
    for path in files {
        let measured = of_file(path, &programs)?;
        rows.push(row(&path.file_name().unwrap_or_default().to_string_lossy(), &measured));
        all.push(measured);
    }
    rows.push(row(&format!("all {}", all.len()), &all.into_iter().fold(Measured::default(), Measured::plus)));
    table::print(&HEADS, &rows);
    Ok(())
}

/// The peer's name and version, from the first line that it says about itself.
fn version() -> String {
    let said = machine::said_by("sh", &["-c", "pdftotext -v 2>&1"]);
    said.and_then(|text| text.lines().next().map(str::to_owned)).unwrap_or_else(|| "version unknown".to_owned())
}

fn of_file(path: &Path, programs: &Programs) -> Outcome<Measured> {
    let bytes = fs::read(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let file = SourceFile { name: &name, sha256: Sha256::of(&bytes), bytes: bytes.len() as u64 };
    let mut measured = Measured { bytes: file.bytes, ..Measured::default() };
    if let (Some(ours), Some(peer)) = (&programs.ours, &programs.peer) {
        let [us, them] = in_turn(RUNS, [&mut || ours.time(path), &mut || peer.time(path)])?;
        measured.ours = Some(us);
        measured.peer = peer.reads(path)?.then_some(them);
    } else if let Some(ours) = &programs.ours {
        let [us] = in_turn(RUNS, [&mut || ours.time(path)])?;
        measured.ours = Some(us);
    }
    let peak = |program: &Option<Program>| program.as_ref().map_or(Ok(Peak::default()), |program| program.peak(path));
    let ours = peak(&programs.ours)?;
    (measured.own, measured.child) = (ours.own, ours.child);
    measured.peer_peak = peak(&programs.peer)?.own;
    if let Ok(extraction) = read_in_process(bytes.clone(), None, &Limits::default()) {
        measured.pages = extraction.pages.len();
        let [extract, recognise] = in_turn(
            RUNS,
            [
                &mut || {
                    let bytes = bytes.clone();
                    timed(|| Ok(read_in_process(bytes, None, &Limits::default())?))
                },
                &mut || {
                    timed(|| {
                        let reading = read(&file, &extraction.properties, &extraction.pages);
                        Ok((reading, printed_labels(&extraction.properties, &extraction.pages)))
                    })
                },
            ],
        )?;
        measured.inside = Some((extract, recognise));
    }
    Ok(measured)
}

impl Measured {
    /// Adds up the times of those that both programs read, so that the ratio compares the same work.
    fn plus(self, other: Self) -> Self {
        let both = other.ours.zip(other.peer);
        let add = |sum: Option<Duration>, more: Option<Duration>| {
            more.map_or(sum, |more| Some(sum.unwrap_or_default() + more))
        };
        let inside = match (self.inside, other.inside) {
            (Some((e, r)), Some((extract, recognise))) => Some((e + extract, r + recognise)),
            (one, two) => one.or(two),
        };
        Self {
            pages: self.pages + other.pages,
            bytes: self.bytes + other.bytes,
            ours: add(self.ours, both.map(|(ours, _)| ours)),
            peer: add(self.peer, both.map(|(_, peer)| peer)),
            inside,
            own: self.own.max(other.own),
            child: self.child.max(other.child),
            peer_peak: self.peer_peak.max(other.peer_peak),
        }
    }
}

fn row(name: &str, measured: &Measured) -> Vec<String> {
    let mib = |bytes: Option<u64>| or_dash(bytes.map(|bytes| format!("{:.0}", bytes as f64 / f64::from(1 << 20))));
    let share = |(extract, recognise): (Duration, Duration)| {
        let whole = (extract + recognise).as_secs_f64();
        format!("{} ({:.0} %)", ms(recognise), 100.0 * recognise.as_secs_f64() / whole.max(f64::MIN_POSITIVE))
    };
    vec![
        name.chars().take(40).collect(),
        measured.pages.to_string(),
        (measured.bytes / 1000).to_string(),
        or_dash(measured.ours.map(ms)),
        or_dash(measured.peer.map(ms)),
        or_dash(measured.ours.zip(measured.peer).map(|(ours, peer)| time_ratio(ours, peer))),
        or_dash(measured.ours.map(|ours| format!("{:.0}", measured.pages as f64 / ours.as_secs_f64()))),
        or_dash(measured.inside.map(|(extract, _)| ms(extract))),
        or_dash(measured.inside.map(share)),
        mib(measured.own),
        mib(measured.child),
        mib(measured.peer_peak),
    ]
}
