//! From pages to a reading: asks every recogniser and puts the answers together.

use countersign_domain::reading::{Control, FileFacts, ReportedException, Section, TextLayer};
use countersign_domain::{Category, Fact, Kind, Opinion, Reading, ReportType, Sha256};

use crate::beside::beside;
use crate::extraction::Properties;
use crate::page::Page;
use crate::recognise::not_a_report::{self, Says};
use crate::recognise::period::Examined;
use crate::recognise::{
    Parts, auditor_firm, auditor_location, categories, contradictions, controls, csocs, cuecs, doubtful, exceptions,
    incidents, kind, lists, opinion, opinion_basis, papers, period, report_date, report_type, service_organization,
    signature, subservice, system_name, warnings,
};
use crate::table::{self, Table};
use crate::text::{Flow, Text};

/// Name and version of this program as a reading names it.
pub const EXTRACTOR: &str = concat!("countersign-reader ", env!("CARGO_PKG_VERSION"));

/// The file that pages come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceFile<'a> {
    /// Its name without folders.
    pub name: &'a str,
    /// SHA-256 of its bytes.
    pub sha256: Sha256,
    /// Length in bytes.
    pub bytes: u64,
}

/// Finds the number printed on each page, in the order of the pages; of a spreadsheet the name of each sheet.
pub fn printed_labels(properties: &Properties, pages: &[Page]) -> Vec<Option<String>> {
    if properties.spreadsheet {
        return properties.page_labels.iter().cloned().map(Some).collect();
    }
    labels(&Text::new(pages))
}

fn labels(text: &Text<'_>) -> Vec<Option<String>> {
    (0..text.pages().len()).map(|page| text.label(page).map(str::to_owned)).collect()
}

/// Reads what a document says. What it does not say is `None`, never a guess.
pub fn read(file: &SourceFile<'_>, properties: &Properties, pages: &[Page]) -> Reading {
    read_with_labels(file, properties, pages).0
}

/// Reads what a document says as [`read`] does, and the number printed on each page as [`printed_labels`] does.
pub fn read_with_labels(
    file: &SourceFile<'_>,
    properties: &Properties,
    pages: &[Page],
) -> (Reading, Vec<Option<String>>) {
    let sheets: &[String] = if properties.spreadsheet { &properties.page_labels } else { &[] };
    let text = Text::new(pages).with_sheet_names(sheets);
    let ((parts, says, mut kind), tables) = beside(
        || {
            let parts = Parts::new(&text);
            let says = not_a_report::find(&parts);
            let kind = kind::read(&parts);
            (parts, says, kind)
        },
        || table::find(&text, 0..text.lines().len()),
    );
    let shaped_like_a_report = kind.value.is_attestation();
    let disowned = match &says {
        Some(Says::NoReport(citation)) if shaped_like_a_report => Some(citation),
        _ => None,
    };
    if let Some(citation) = disowned {
        kind.value = Kind::Other;
        kind.citations.insert(0, citation.clone());
    }
    let mut reading = Reading::new(file.name.to_owned(), file_facts(file, properties, pages), kind);
    if shaped_like_a_report {
        read_report(&parts, &tables, &mut reading, disowned.is_none());
    } else {
        papers::read(&parts, &tables, &mut reading);
    }
    let says = says.filter(|_| shaped_like_a_report);
    let named = reading.auditor_firm.is_some();
    reading.warnings = warnings::collect(&parts, reading.kind.value, says.as_ref(), named, properties);
    doubtful::settle(&mut reading, pages);
    let labels = if properties.spreadsheet { sheets.iter().cloned().map(Some).collect() } else { labels(&text) };
    (reading, labels)
}

/// Reads a report of an auditor, or what is shaped like one: that has no auditor, no type and no opinion.
fn read_report(parts: &Parts<'_>, tables: &[Table<'_>], reading: &mut Reading, is_one: bool) {
    let kind = reading.kind.value;
    let ((tests, statements), ()) = beside(
        || (read_tests(parts, tables), Statements::read(parts, kind)),
        || {
            read_names(parts, reading, is_one);
            read_lists(parts, reading);
        },
    );
    (reading.controls, reading.exceptions) = tests;
    statements.settle(reading, is_one);
    reading.contradictions = contradictions::collect(parts, reading);
}

/// Reads who is examined, by whom, and when that was signed.
fn read_names(parts: &Parts<'_>, reading: &mut Reading, is_one: bool) {
    let signature = signature::find(parts);
    reading.service_organization = service_organization::read(parts);
    let organization = reading.service_organization.as_ref().map(|f| f.value.as_str());
    reading.system_name = system_name::read(parts, organization);
    reading.report_date = report_date::read(parts, signature.as_ref());
    if is_one {
        reading.auditor_firm = auditor_firm::read(parts, signature.as_ref(), organization);
        let firm = reading.auditor_firm.as_ref().map(|firm| firm.value.as_str());
        reading.auditor_location = auditor_location::read(parts, signature.as_ref(), firm);
    }
}

/// What the auditor and management state about the whole report, whoever they are.
struct Statements {
    sections: Vec<Section>,
    report_type: Option<Fact<ReportType>>,
    examined: Examined,
    categories: Option<Fact<Vec<Category>>>,
    opinion: Option<Fact<Opinion>>,
    opinion_basis: Option<Fact<String>>,
}

impl Statements {
    fn read(parts: &Parts<'_>, kind: Kind) -> Self {
        let report_type = report_type::read(parts, kind);
        let opinion = opinion::read(parts);
        let modified = opinion.as_ref().is_some_and(|o| o.value != Opinion::Unqualified);
        let of_soc_1 = matches!(kind, Kind::Soc1Type1 | Kind::Soc1Type2);
        Self {
            sections: parts.layout.sections(parts.text),
            examined: period::read(parts, report_type.as_ref().map(|t| t.value)),
            report_type,
            categories: if of_soc_1 { None } else { categories::read(parts) },
            opinion,
            opinion_basis: if modified { opinion_basis::read(parts) } else { None },
        }
    }

    /// Puts them into the reading; what is no report has no type and no opinion.
    fn settle(self, reading: &mut Reading, is_one: bool) {
        reading.sections = self.sections;
        reading.as_of_date = self.examined.as_of;
        reading.period_start = self.examined.start;
        reading.period_end = self.examined.end;
        reading.trust_services_categories = self.categories;
        if is_one {
            reading.report_type = self.report_type;
            reading.opinion = self.opinion;
            reading.opinion_basis = self.opinion_basis;
        }
    }
}

/// Reads the tests matrix and what deviated.
fn read_tests(parts: &Parts<'_>, tables: &[Table<'_>]) -> (Vec<Control>, Vec<ReportedException>) {
    let candidates = controls::candidates(parts, tables);
    let mut rows = controls::read(parts, &candidates);
    controls::join_criteria(tables, &mut rows);
    let exceptions = exceptions::read(parts, &rows, &candidates);
    (rows.into_iter().map(|row| row.control).collect(), exceptions)
}

/// Reads what a report lists besides its tests.
fn read_lists(parts: &Parts<'_>, reading: &mut Reading) {
    let organization = reading.service_organization.as_ref().map(|f| f.value.as_str());
    let vendor = lists::Vendor::new(organization, parts.statements().map(Flow::text));
    let auditor = reading.auditor_firm.as_ref().map(|f| f.value.as_str());
    let sections = lists::topics::find(parts, &subservice::in_letter(parts, &vendor, auditor));
    let (organizations, known) = subservice::read(parts, &sections, &vendor, auditor);
    let users = cuecs::read(parts, &sections, &vendor, &known);
    reading.csocs = csocs::read(parts, &sections, &vendor, &known);
    reading.no_csocs = csocs::none(parts, &sections).filter(|_| reading.csocs.is_empty());
    reading.no_subservice_organizations = subservice::none::read(parts, &sections).filter(|_| organizations.is_empty());
    reading.subservice_organizations = organizations;
    reading.cuecs = users.controls;
    reading.no_cuecs = users.none;
    reading.user_entity_responsibilities = users.responsibilities;
    reading.incidents = incidents::read(parts, &sections);
}

fn file_facts(file: &SourceFile<'_>, properties: &Properties, pages: &[Page]) -> FileFacts {
    let pictures: Vec<u32> = pages.iter().filter(|p| warnings::is_only_a_picture(p)).map(|p| p.number).collect();
    let with_text = pages.iter().any(|p| !p.words.is_empty() && !p.ocr);
    let text = match (with_text, pictures.is_empty()) {
        (false, _) => TextLayer::None,
        (true, true) => TextLayer::Full,
        (true, false) => TextLayer::Partial,
    };
    FileFacts {
        sha256: file.sha256,
        bytes: file.bytes,
        pages: pages.len() as u32,
        producer: properties.producer.clone(),
        title: properties.title.clone(),
        created: properties.created.clone(),
        text,
        image_only_pages: pictures,
        ocr_pages: pages.iter().filter(|p| p.ocr).map(|p| p.number).collect(),
        encrypted: properties.encrypted,
        signatures: properties.signatures,
        revised_after_signing: properties.revised_after_signing,
        extractor: EXTRACTOR.to_owned(),
    }
}
