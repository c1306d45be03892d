//! The answers as a table that an owner without the program fills in: its columns, what stands in them, the workbook.

use super::all::is_left_behind;
use super::book::{self, Book, Row};
use super::counting;
use super::show::Ground;
use crate::{App, clock::Day, documents::write_whole, fail, import::cell};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::{
    DocumentId, EntryId, LongText, Vendor, VendorId,
    cuec::{Applies, CuecProgress, OurSide},
};
use countersign_store::{Snapshot, StoreError};
use rust_xlsxwriter::{DataValidation, Format, FormatAlign, Workbook, XlsxError};
use std::path::Path;

/// A column that an import reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Applies,
    Why,
    Controls,
    Owner,
    Progress,
    Evidence,
    Due,
    VerifiedOn,
    Note,
}

impl Field {
    pub(super) const ALL: [Self; 9] = [
        Self::Applies,
        Self::Why,
        Self::Controls,
        Self::Owner,
        Self::Progress,
        Self::Evidence,
        Self::Due,
        Self::VerifiedOn,
        Self::Note,
    ];

    /// What stands above it.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Applies => "Applies",
            Self::Why => "Why",
            Self::Controls => "Our controls",
            Self::Owner => "Owner",
            Self::Progress => "Status",
            Self::Evidence => "Evidence",
            Self::Due => "Due",
            Self::VerifiedOn => "Verified on",
            Self::Note => "Note",
        }
    }

    /// What stands in it.
    pub(super) fn text(self, ours: &OurSide, ground: &Ground) -> String {
        let long = |text: Option<&LongText>| text.map(ToString::to_string).unwrap_or_default();
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        match self {
            Self::Applies => ours.applies.map(Applies::title).unwrap_or_default().to_owned(),
            Self::Why => long(ours.why.as_ref()),
            Self::Controls => {
                let names = ours.controls.iter().filter_map(|id| ground.own.get(*id)).map(|own| own.name.to_string());
                names.collect::<Vec<_>>().join("; ")
            }
            Self::Owner => ours.owner.map(|owner| ground.name(owner)).unwrap_or_default(),
            Self::Progress => ours.progress.map(CuecProgress::title).unwrap_or_default().to_owned(),
            Self::Evidence => long(ours.evidence.as_ref()),
            Self::Due => day(ours.due),
            Self::VerifiedOn => day(ours.verified.map(|verified| verified.on)),
            Self::Note => long(ours.note.as_ref()),
        }
    }
}

/// What stands above whether an answer to the report before waits to be confirmed.
pub(super) const CARRIED: &str = "Carried over";
/// It waits: the row is a proposal, and left as it is it stays one.
pub(super) const TO_CONFIRM: &str = "To confirm";
/// Who answers says that it still holds.
pub(super) const CONFIRMED: &str = "Confirmed";
/// What stands above the key.
pub(super) const KEY: &str = "Key (leave as it is)";
/// Columns before those that an import reads.
const TOLD: [&str; 6] = ["Vendor", "No.", "What is expected of us", "Criteria", "Page", "Said of the report before"];

/// The key of a row: the document and the name of the entry there.
pub(super) fn key(document: DocumentId, entry: EntryId) -> String {
    format!("{document}/{entry}")
}

/// Reads a key.
pub(super) fn parsed_key(text: &str) -> Option<(DocumentId, EntryId)> {
    let (document, entry) = text.trim().split_once('/')?;
    Some((document.parse().ok()?, entry.parse().ok()?))
}

/// A vendor's workbook with what its texts need.
pub(super) struct Sheet {
    pub(super) vendor: Vendor,
    pub(super) book: Book,
    pub(super) ground: Ground,
}

/// Whose workbooks are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// That of a vendor, whatever its stage.
    Of(VendorId),
    /// Those of all of whom something is still expected, as the list of all has them.
    Expecting,
    /// Also those of vendors that we left: a table about one of them may come back.
    Everybody,
}

impl From<Option<VendorId>> for Whose {
    fn from(vendor: Option<VendorId>) -> Self {
        vendor.map_or(Self::Expecting, Self::Of)
    }
}

/// Opens the workbooks of a vendor, or of all whose report lists anything, by name.
pub(super) fn sheets(db: &Snapshot<'_>, whose: Whose, day: Day<'_>) -> Result<Vec<Sheet>, StoreError> {
    let only = if let Whose::Of(vendor) = whose { Some(vendor) } else { None };
    let wanted = |vendor: &Vendor| match whose {
        Whose::Of(id) => vendor.id == id,
        Whose::Expecting => !is_left_behind(vendor.stage),
        Whose::Everybody => true,
    };
    let counts = counting::read(db, only, day)?;
    let mut sheets = Vec::new();
    for row in db.vendors()?.into_iter().filter(|row| wanted(&row.vendor)) {
        let counting = counts.get(&row.vendor.id).map_or(&[][..], Vec::as_slice);
        for book in book::open_all(db, &row.vendor, counting)? {
            if only.is_some() || !book.rows.is_empty() {
                let ground = Ground::read(db, &book, day.on)?;
                sheets.push(Sheet { vendor: row.vendor.clone(), book, ground });
            }
        }
    }
    sheets.sort_by(|a, b| a.vendor.name.cmp(&b.vendor.name));
    Ok(sheets)
}

impl App {
    /// Saves the answers where the person says.
    pub(crate) fn export_cuecs(&self, input: &w::CuecScope) -> Result<w::SavedFile, Failure> {
        let name = self.cuec_file_name(input.vendor, "xlsx")?;
        let Some(path) = self.host.choose_save(&name) else {
            return Ok(w::SavedFile { name: None });
        };
        self.export_cuecs_to(&path, input.vendor)?;
        Ok(w::SavedFile { name: path.file_name().map(|name| name.to_string_lossy().into_owned()) })
    }

    /// Writes the answers to a path, whole or not at all. Gives the number of controls.
    pub fn export_cuecs_to(&self, path: &Path, vendor: Option<uuid::Uuid>) -> Result<u32, Failure> {
        let opened = self.opened()?;
        let today = self.clock.today();
        let vendor = vendor.map(VendorId::from_uuid);
        let sheets = opened.store.read(|db| sheets(db, vendor.into(), self.on(today))).map_err(fail::store)?;
        let bytes = xlsx(&sheets).map_err(fail::unexpected)?;
        write_whole(&opened, path, |file| crate::import::put(file, &bytes))?;
        Ok(sheets.iter().map(|sheet| sheet.book.rows.len() as u32).sum())
    }

    /// The name that a file about one vendor, or about all, gets.
    pub(super) fn cuec_file_name(&self, vendor: Option<uuid::Uuid>, ending: &str) -> Result<String, Failure> {
        let of = match vendor {
            Some(vendor) => self.known_vendor(vendor)?.vendor.name.to_string(),
            None => "all vendors".to_owned(),
        };
        let of = crate::session::file_stem(&of);
        Ok(format!("CUECs {of} {}.{ending}", self.clock.today()))
    }
}

fn told(sheet: &Sheet, row: &Row, number: usize) -> [String; 6] {
    let control = &row.listed.control;
    let page = control.citations.first().map(|place| place.page.to_string()).unwrap_or_default();
    let before = row.carried().map(|(said, _)| {
        let parts = [Field::Applies, Field::Controls, Field::Owner, Field::Progress];
        let said = parts.map(|field| field.text(&said.ours, &sheet.ground));
        said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    });
    [
        sheet.vendor.name.to_string(),
        number.to_string(),
        control.text.clone(),
        control.criteria.join(", "),
        page,
        before.unwrap_or_default(),
    ]
}

/// A workbook of texts: nothing in it is computed. Only what an import would take for guarded is guarded.
fn xlsx(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet().set_name("CUECs")?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let bold = Format::new().set_bold().set_align(FormatAlign::Top);
    let labels = TOLD.into_iter().chain(Field::ALL.map(Field::label)).chain([CARRIED, KEY]);
    for (column, label) in (0_u16..).zip(labels) {
        page.write_string_with_format(0, column, label, &bold)?;
    }
    let nothing = OurSide::default();
    let mut at = 0_u32;
    for sheet in sheets {
        let Some(report) = &sheet.book.report else { continue };
        for (row, number) in sheet.book.rows.iter().zip(1..) {
            at += 1;
            // What was said of the report before stands there as it would be confirmed.
            let carried = row.carried().map(|(said, _)| &said.ours);
            let ours = row.listed.said.as_ref().map(|said| &said.ours).or(carried).unwrap_or(&nothing);
            let waits = carried.map(|_| TO_CONFIRM.to_owned()).unwrap_or_default();
            let told = told(sheet, row, number).into_iter();
            let said = Field::ALL.into_iter().map(|field| field.text(ours, &sheet.ground));
            let key = key(report.document.id, row.listed.entry);
            for (column, value) in (0_u16..).zip(told.chain(said).chain([waits, key])) {
                let value = if cell::without_guard(&value) == value { value } else { cell::guarded(&value) };
                page.write_string_with_format(at, column, &value, &wrapped)?;
            }
        }
    }
    let columns = (TOLD.len() + Field::ALL.len() + 1) as u16;
    page.set_freeze_panes(1, 3)?;
    page.autofilter(0, 0, at, columns)?;
    let widths = [22.0, 5.0, 48.0, 10.0, 6.0, 26.0, 9.0, 26.0, 26.0, 18.0, 13.0, 30.0, 12.0, 12.0, 26.0, 12.0, 20.0];
    for (column, width) in (0_u16..).zip(widths) {
        page.set_column_width(column, width)?;
    }
    let place = |field| Field::ALL.iter().position(|one| *one == field).unwrap_or_default();
    for (place, names) in [
        (place(Field::Applies), Applies::ALL.iter().map(|one| one.title()).collect::<Vec<_>>()),
        (place(Field::Progress), CuecProgress::ALL.iter().map(|one| one.title()).collect()),
        (Field::ALL.len(), vec![TO_CONFIRM, CONFIRMED]),
    ] {
        let column = (TOLD.len() + place) as u16;
        let offered = DataValidation::new().allow_list_strings(&names)?;
        page.add_data_validation(1, column, at.max(1), column, &offered)?;
    }
    workbook.save_to_buffer()
}
