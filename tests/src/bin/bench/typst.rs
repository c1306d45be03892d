//! Typst as a peer: the typesetting engine that is nearest to ours, as the Python module `typst`.

use crate::{Outcome, table::say};
use countersign_packet::input::FrozenFinding;
use std::{
    fmt::Write as _,
    fs,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

/// Sets the file in this process again and again, so that the start of Python is not counted; prints the median in seconds and
/// the size in bytes.
const SCRIPT: &str = r"
import statistics, sys, time
import typst
times = []
for run in range(int(sys.argv[2]) + 1):
    since = time.perf_counter()
    pdf = typst.compile(sys.argv[1])
    if run:
        times.append(time.perf_counter() - since)
print(statistics.median(times), len(pdf))
";

/// What setting gave.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Set {
    pub(crate) time: Duration,
    pub(crate) bytes: usize,
}

/// Sets a table of findings; nothing where Python or the module is not there, which is said.
pub(crate) fn set(findings: &[FrozenFinding], runs: usize, folder: &Path) -> Outcome<Option<Set>> {
    let path = folder.join("findings.typ");
    fs::write(&path, source(findings))?;
    let mut command = Command::new("python3");
    command.args(["-c", SCRIPT]).arg(&path).arg(runs.to_string()).stdin(Stdio::null());
    let Some(output) = command.output().ok().filter(|output| output.status.success()) else {
        say("the Python module typst is not installed: not measured");
        return Ok(None);
    };
    let said = String::from_utf8(output.stdout)?;
    let (time, bytes) = said.trim().split_once(' ').ok_or("a time and a size")?;
    Ok(Some(Set { time: Duration::from_secs_f64(time.parse()?), bytes: bytes.parse()? }))
}

/// The table in Typst's own language. The words need no escaping: they are ours.
fn source(findings: &[FrozenFinding]) -> String {
    let mut out = String::from(
        "#set page(paper: \"a4\", numbering: \"1 of 1\")\n#set text(size: 8.5pt)\n= Exceptions\n\
         #table(columns: (auto, auto, 1fr, auto, auto),\ntable.header[No][Control][Result][Severity][By],\n",
    );
    for finding in findings {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let page = finding.citations.first().map(|at| at.page).unwrap_or_default();
        writeln!(
            out,
            "[{}],[{}],[{} {} (p. {page})],[{}],[{}],",
            text(&finding.label),
            text(&finding.control),
            finding.result,
            text(&finding.response),
            text(&finding.severity),
            text(&finding.owner),
        )
        .expect("writing to a string works");
    }
    out.push_str(")\n");
    out
}
