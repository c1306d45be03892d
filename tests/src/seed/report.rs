//! Invented reports: three of each vendor, a year apart, with controls, exceptions and pages of words.

use super::{CONTROLS, PAGES, REPORTS, id, name, person};
use chrono::{DateTime, Datelike as _, Days, Months, NaiveDate, Utc};
use countersign_domain::{
    Basis, Category, Citation, Document, DocumentId, Fact, FactKey, Filing, Judgement, Kind, Opinion, Reading, Sha256,
    Vendor, Verdict,
    reading::{Control, FileFacts, ReportedException, Sample, TestOutcome, TextLayer},
};
use countersign_store::{Change, PageRow, StoreError, Summary};

/// Exceptions of the reports of a vendor, the oldest first: as many as there are findings.
const EXCEPTIONS: [u32; REPORTS as usize] = [3, 3, 4];

/// Words of which pages are made; a page of a report has some hundred others that come on every one.
const WORDS: [&str; 24] = [
    "access",
    "approval",
    "backup",
    "change",
    "configuration",
    "customer",
    "database",
    "deployment",
    "encryption",
    "employee",
    "evidence",
    "incident",
    "inspection",
    "management",
    "monitoring",
    "network",
    "password",
    "policy",
    "recovery",
    "restore",
    "review",
    "security",
    "ticket",
    "vendor",
];

/// Enters the reports; gives them with their readings, the oldest first.
pub(super) fn enter(
    db: &mut Change<'_>,
    vendor: &Vendor,
    number: u32,
    at: DateTime<Utc>,
) -> Result<Vec<(DocumentId, Reading)>, StoreError> {
    let mut reports = Vec::new();
    for (year, exceptions) in (0..REPORTS).zip(EXCEPTIONS) {
        let which = number * REPORTS + year;
        let bytes = format!("report {which}").into_bytes();
        let document = Document {
            id: DocumentId::from_uuid(id(3, which)),
            sha256: Sha256::of(&bytes),
            file_name: name(&format!("{} SOC 2 {}.pdf", vendor.name, 2023 + year)),
            bytes: bytes.len() as u64,
            pages: PAGES,
            received_at: at,
            received_by: person().id,
            filing: Filing::Filed { vendor: vendor.id },
        };
        let reading = reading(vendor, &document, number, year, exceptions);
        let pages: Vec<PageRow> = (1..=PAGES).map(|page| page_row(vendor, which, page)).collect();
        db.insert_document(&document, &summary(&reading), &reading, &pages, bytes.as_slice())?;
        // Of the latest reports three of four were looked at by a person.
        if year + 1 == REPORTS && !number.is_multiple_of(4) {
            judge(db, &document, which, at)?;
        }
        reports.push((document.id, reading));
    }
    Ok(reports)
}

/// Says that the reader is right about what the opinion says and for when.
fn judge(db: &mut Change<'_>, document: &Document, which: u32, at: DateTime<Utc>) -> Result<(), StoreError> {
    let facts = [FactKey::PeriodStart, FactKey::PeriodEnd, FactKey::Opinion, FactKey::TrustServicesCategories];
    for (fact, at_fact) in facts.into_iter().zip(0..) {
        db.insert_judgement(&Judgement {
            id: super::party::judgement_id(which, at_fact),
            document: document.id,
            key: fact.into(),
            verdict: Verdict::Confirmed,
            read: None,
            citations: Vec::new(),
            reason: None,
            by: person().id,
            at,
        })?;
    }
    Ok(())
}

fn fact<T>(value: T, page: u32) -> Fact<T> {
    Fact { value, citations: vec![cited(page)], basis: Basis::Stated }
}

pub(super) fn cited(page: u32) -> Citation {
    Citation { page, label: None, quote: "as it stands there".to_owned(), rects: Vec::new() }
}

fn reading(vendor: &Vendor, document: &Document, number: u32, year: u32, exceptions: u32) -> Reading {
    let file = FileFacts {
        sha256: document.sha256,
        bytes: document.bytes,
        pages: PAGES,
        producer: None,
        title: None,
        created: None,
        text: TextLayer::Full,
        image_only_pages: Vec::new(),
        ocr_pages: Vec::new(),
        encrypted: false,
        signatures: 0,
        revised_after_signing: None,
        extractor: "seed".to_owned(),
    };
    let first = NaiveDate::from_ymd_opt(2022, 10, 1).unwrap_or_default() + Days::new(u64::from(number % 180));
    let from = first.checked_add_months(Months::new(12 * year)).unwrap_or(first);
    let to = from.checked_add_months(Months::new(12)).and_then(|day| day.pred_opt()).unwrap_or(from);
    let opinion = if number.is_multiple_of(23) { Opinion::Qualified } else { Opinion::Unqualified };
    let mut reading = Reading::new(document.file_name.to_string(), file, fact(Kind::Soc2Type2, 1));
    reading.service_organization = Some(fact(vendor.name.to_string(), 1));
    reading.auditor_firm = Some(fact(format!("Fenwold & Partners {} LLP", number % 40), 3));
    reading.period_start = Some(fact(from, 1));
    reading.period_end = Some(fact(to, 1));
    reading.report_date = Some(fact(to + Days::new(40), 4));
    reading.opinion = Some(fact(opinion, 3));
    reading.trust_services_categories = Some(fact(vec![Category::Security, Category::Availability], 3));
    reading.controls = (0..CONTROLS).map(|control| row(control, control < exceptions)).collect();
    reading.exceptions = (0..exceptions).map(exception).collect();
    super::party::name_in(&mut reading, number);
    reading
}

fn control_id(control: u32) -> String {
    format!("CC{}.{}.{}", 1 + control % 9, 1 + control / 9, control)
}

fn control_text(control: u32) -> String {
    let (a, b) = (WORDS[control as usize % 24], WORDS[(control as usize * 7 + 3) % 24]);
    format!(
        "Number {control}: the {a} of every system is looked at with its {b} each quarter, and what differs is corrected."
    )
}

fn row(control: u32, failed: bool) -> Control {
    let result = if failed { "Exception noted. For 2 of 25 it was late." } else { "No exceptions noted." };
    Control {
        id: Some(control_id(control)),
        criteria: vec![format!("CC{}.{}", 1 + control % 9, 1 + control / 9)],
        text: control_text(control),
        tests: vec!["Inspected, for a sample of 25, the record of what was done.".to_owned()],
        results: vec![result.to_owned()],
        outcome: if failed { TestOutcome::Exception } else { TestOutcome::NoException },
        basis: Basis::Stated,
        citations: vec![cited(20 + control % 30)],
    }
}

fn exception(control: u32) -> ReportedException {
    ReportedException {
        control_id: Some(control_id(control)),
        criteria: vec![format!("CC{}.{}", 1 + control % 9, 1 + control / 9)],
        control: Some(control_text(control)),
        result: format!("For 2 of 25 the work of control {control} was late."),
        sample: Some(Sample { tested: 25, deviating: 2 }),
        management_response: Some(fact("The step was made automatic on 1 August.".to_owned(), 48)),
        basis: Basis::Stated,
        citations: vec![cited(20 + control % 30)],
    }
}

fn summary(reading: &Reading) -> Summary {
    Summary {
        kind: Kind::Soc2Type2,
        organization: reading.service_organization.as_ref().map(|name| name.value.clone()),
        from: reading.period_start.as_ref().map(|day| day.value),
        to: reading.period_end.as_ref().map(|day| day.value),
        opinion: reading.opinion.as_ref().map(|opinion| opinion.value),
        facts: 8,
        open_facts: 0,
        contradictions: 0,
        warnings: 0,
        has_text: true,
    }
}

/// A page: words that come everywhere, and the vendor's name, a number and a pair of words by which it is found.
fn page_row(vendor: &Vendor, which: u32, page: u32) -> PageRow {
    let mut text = format!("{}\nPage {page} of {PAGES}. Section {}.\n", vendor.name, which.wrapping_mul(50) + page);
    let mut state = which.wrapping_mul(2_654_435_761).wrapping_add(page);
    for _ in 0..60 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push_str(WORDS[(state >> 16) as usize % 24]);
        text.push(' ');
    }
    PageRow { number: page, label: Some(page.to_string()), width: 595.0, height: 842.0, text, words: Vec::new() }
}

/// The year in which a report ends.
pub(super) fn ends(reading: &Reading) -> i32 {
    reading.period_end.as_ref().map_or(0, |day| day.value.year())
}
