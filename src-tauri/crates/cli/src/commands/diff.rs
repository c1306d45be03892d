//! `countersign diff`

use super::{or_dash, read::Asked};
use crate::{Done, out::Out, progress::Meter, say::Trouble, stop::Stop};
use countersign_app::{label, printed, read_file};
use countersign_domain::{
    EffectiveFacts, EffectiveLists, FactKey, Reading,
    comparison::{Change, Comparison, Continuity, Difference, Side, Statement, Subject, in_order},
};
use countersign_reader::ocr::{Tesseract, ranges};
use serde_json::{Map, Value, json};
use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};

/// Reads both reports and prints what differs; with `all` also what is the same.
pub(crate) fn run(files: [&PathBuf; 2], all: bool, asked: &Asked<'_>, out: &mut Out) -> Result<Done, Trouble> {
    let stop = Stop::listen()?;
    let [first, second] = files.map(|file| report(file, asked, &stop));
    let (first, second) = (first?, second?);
    let (first, second) = (Report::new(&first), Report::new(&second));
    let (before, after) = if in_order(first.side(), second.side()) { (first, second) } else { (second, first) };
    let comparison = Comparison::new(before.side(), after.side());
    if out.is_json() {
        out.objects([as_json(&before, &after, &comparison, all)])?;
    } else {
        print(&before, &after, &comparison, all, out)?;
    }
    Ok(if comparison.differs() { Done::Notable } else { Done::Clean })
}

/// A report as it is read.
struct Report<'r> {
    reading: &'r Reading,
    facts: EffectiveFacts,
    lists: EffectiveLists,
}

impl<'r> Report<'r> {
    fn new(reading: &'r Reading) -> Self {
        Self { reading, facts: EffectiveFacts::new(reading, &[]), lists: EffectiveLists::new(reading, &[]) }
    }

    const fn side(&self) -> Side<'_> {
        Side { facts: &self.facts, lists: &self.lists }
    }
}

fn report(file: &Path, asked: &Asked<'_>, stop: &Stop) -> Result<Reading, Trouble> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let engine = Tesseract::find().filter(|_| asked.ocr);
    let mut meter = Meter::new();
    let read = read_file(file, asked.password, engine.as_ref(), |step| {
        meter.tell(&name, step);
        if stop.is_set() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    meter.clear();
    stop.check()?;
    let reading = read.map_err(|error| Trouble::Usage(format!("{name} could not be read: {error}")))?;
    if reading.kind.value.is_attestation() {
        Ok(reading)
    } else {
        let kind = reading.kind.value.title();
        Err(Trouble::Usage(format!("only attestation reports can be compared; {name} is: {kind}")))
    }
}

fn as_json(before: &Report<'_>, after: &Report<'_>, comparison: &Comparison, all: bool) -> Value {
    let named = |report: &Report<'_>, span: Option<(chrono::NaiveDate, chrono::NaiveDate)>| {
        json!({
            "file": report.reading.file,
            "sha256": report.reading.document.sha256,
            "from": span.map(|span| span.0),
            "to": span.map(|span| span.1),
        })
    };
    let mut object = Map::new();
    object.insert("before".to_owned(), named(before, comparison.before));
    object.insert("after".to_owned(), named(after, comparison.after));
    object.insert("period".to_owned(), json!(comparison.continuity));
    for subject in Subject::ALL {
        let entries: Vec<Value> = comparison
            .of(subject)
            .filter(|one| all || one.change.differs())
            .map(|one| json!({ "change": one.change, "name": one.name, "before": one.before, "after": one.after }))
            .collect();
        object.insert(subject.as_str().to_owned(), Value::Array(entries));
    }
    Value::Object(object)
}

fn print(
    before: &Report<'_>,
    after: &Report<'_>,
    comparison: &Comparison,
    all: bool,
    out: &mut Out,
) -> Result<(), Trouble> {
    let span = |span: Option<(chrono::NaiveDate, chrono::NaiveDate)>| match span {
        None => "no period stated".to_owned(),
        Some((from, to)) if from == to => format!("as of {to}"),
        Some((from, to)) => format!("{from} to {to}"),
    };
    out.line(&format!("before: {} ({})", before.reading.file, span(comparison.before)))?;
    out.line(&format!("after:  {} ({})", after.reading.file, span(comparison.after)))?;
    out.line(&match comparison.continuity {
        Continuity::Follows => "periods: the newer one begins the day after the older one ended".to_owned(),
        Continuity::Gap { days } => format!("periods: between them lie days that neither covers: {days}"),
        Continuity::Overlap { days } => format!("periods: days covered by both: {days}"),
        Continuity::NotStated => "periods: not both reports state one".to_owned(),
    })?;
    for subject in Subject::ALL {
        let rows: Vec<Vec<String>> =
            comparison.of(subject).filter(|one| all || one.change.differs()).map(row).collect();
        let same = comparison.of(subject).filter(|one| !one.change.differs()).count();
        let total = comparison.of(subject).count();
        if total == 0 {
            continue;
        }
        out.line(&format!("\n{}: {} of {total} the same", title(subject), same))?;
        if !rows.is_empty() {
            out.table(&["change", "what", "before", "pages", "after", "pages"], &rows)?;
        }
    }
    Ok(())
}

fn row(one: &Difference) -> Vec<String> {
    let of_facts = matches!(one.subject, Subject::Opinion | Subject::Scope | Subject::Auditor);
    let key = one.name.as_deref().filter(|_| of_facts).and_then(FactKey::from_name);
    let name = key.map_or_else(|| or_dash(one.name.as_deref()), |key| label(key).to_owned());
    let said = |said: &Option<Statement>| match said {
        None => ["-".to_owned(), String::new()],
        Some(said) => {
            let coded = key.filter(|key| *key != FactKey::TrustServicesCategories);
            let text = coded.map_or_else(|| said.text.clone(), |key| printed(key, &Value::String(said.text.clone())));
            let detail = said.detail.as_ref().filter(|_| one.subject != Subject::Exceptions);
            let mut pages: Vec<u32> = said.citations.iter().map(|place| place.page).collect();
            pages.sort_unstable();
            pages.dedup();
            [detail.map_or_else(|| text.clone(), |detail| format!("{text} ({detail})")), ranges(&pages)]
        }
    };
    let ([before, was], [after, is]) = (said(&one.before), said(&one.after));
    vec![change(one.change).to_owned(), name, before, was, after, is]
}

const fn title(subject: Subject) -> &'static str {
    match subject {
        Subject::Opinion => "Opinion",
        Subject::Scope => "What was examined",
        Subject::Auditor => "Who examined",
        Subject::Exceptions => "Exceptions",
        Subject::Controls => "Controls",
        Subject::Cuecs => "Complementary user entity controls (CUECs)",
        Subject::Subservice => "Subservice organizations",
        Subject::Csocs => "Complementary subservice organization controls (CSOCs)",
    }
}

const fn change(change: Change) -> &'static str {
    match change {
        Change::Same => "same",
        Change::Reworded => "reworded",
        Change::Changed => "changed",
        Change::New => "new",
        Change::Gone => "gone",
        Change::Repeated => "repeated",
        Change::TestedClean => "tested clean",
        Change::NotStated => "not stated in both",
    }
}
