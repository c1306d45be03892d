use super::wire;
use chrono::{DateTime, Utc};
use uuid::Uuid;

wire! {
    /// What of a vendor a column of an imported table can hold.
    #[derive(Copy, Eq, Hash)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are the field's own words; `ImportFieldView` says how people read them")]
    pub enum ImportField {
        Name,
        Aliases,
        Service,
        Tier,
        TierReason,
        Owner,
        Notes,
        LegalName,
        Website,
        Tags,
        Requester,
        Sponsor,
        ContractTitle,
        ContractStart,
        ContractEnd,
        NoticeDays,
        ContractAmount,
        ContractCurrency,
        Nda,
        NdaSigned,
        NdaUntil,
        ContactName,
        ContactEmail,
        Lei,
        CompanyRegister,
        Vat,
        Euid,
        Duns,
        SupplierNumber,
        VendorId,
    }

    /// A field as people read it; an export uses the same words as headers.
    pub struct ImportFieldView {
        /// The field.
        pub field: ImportField,
        /// Its name.
        pub label: String,
        /// What it belongs to: vendor, contract and so on.
        pub group: String,
    }

    /// A table that was chosen to be imported, read and not yet written.
    pub struct ImportFile {
        /// Names it for the next commands, until another one is chosen.
        pub file: Uuid,
        /// The file's name.
        pub file_name: String,
        /// How it was read, in words: encoding and sign between values, and what was assumed.
        pub read_as: String,
        /// Whether the encoding was assumed, so that letters beyond ASCII should be looked at.
        pub encoding_assumed: bool,
        /// The sheets that hold anything.
        pub sheets: Vec<ImportSheet>,
        /// The sheet that looks most like a register, counted from 0.
        pub sheet: u32,
        /// What columns can hold.
        pub fields: Vec<ImportFieldView>,
    }

    /// A sheet of a table.
    pub struct ImportSheet {
        /// Its name; `None` for text, which has one sheet.
        pub name: Option<String>,
        /// The number of the row that holds the headers.
        pub header_row: u32,
        /// How many rows follow it.
        pub rows: u32,
        /// Its columns.
        pub columns: Vec<ImportColumn>,
        /// Whether the columns are matched as they were for these headers before.
        pub remembered: bool,
        /// The order of numeric dates that was said for these headers before.
        pub date_order: Option<DateOrder>,
    }

    /// A column of a sheet.
    pub struct ImportColumn {
        /// Its header; empty where it has none.
        pub header: String,
        /// Up to three of its values.
        pub samples: Vec<String>,
        /// What it seems to hold.
        pub field: Option<ImportField>,
    }

    /// The order of day, month and year in dates such as 03/04/2026.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum DateOrder {
        /// Day, month, year.
        Dmy,
        /// Month, day, year.
        Mdy,
        /// Year, month, day.
        Ymd,
    }

    /// Says what the columns of a chosen table hold.
    pub struct MatchedImport {
        /// The table.
        pub file: Uuid,
        /// The sheet, counted from 0.
        pub sheet: u32,
        /// What each column holds, in their order; `None` is left out.
        pub columns: Vec<Option<ImportField>>,
        /// The order of numeric dates; `None` while nobody has said it.
        pub date_order: Option<DateOrder>,
    }

    /// What an import would do.
    pub struct ImportPreview {
        /// Names exactly this outcome for [`ApplyImport`].
        pub digest: String,
        /// How many vendors are entered.
        pub added: u32,
        /// How many are changed.
        pub changed: u32,
        /// How many stay as they are.
        pub unchanged: u32,
        /// How many rows have a problem and are left out.
        pub problems: u32,
        /// How many dates can be read in two ways while nobody has said their order.
        pub ambiguous_dates: u32,
        /// What is wrong with the columns: no names, two for one field.
        pub column_problems: Vec<String>,
        /// Every row, in the order of the file.
        pub rows: Vec<ImportRow>,
    }

    /// What a row would do.
    pub struct ImportRow {
        /// Its number in the file.
        pub row: u32,
        /// The name it gives.
        pub name: String,
        /// The vendor of the register that it is about.
        pub vendor: Option<Uuid>,
        /// What happens.
        pub outcome: ImportOutcome,
        /// What changes, field by field; for a new vendor what is set.
        pub changes: Vec<ImportChange>,
        /// Why the row is left out.
        pub problems: Vec<ImportProblem>,
    }

    /// What becomes of a row.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names say what happens")]
    pub enum ImportOutcome {
        Added,
        Changed,
        Unchanged,
        Problem,
    }

    /// A value that changes.
    pub struct ImportChange {
        /// How people read the field.
        pub label: String,
        /// What it was.
        pub was: Option<String>,
        /// What it becomes.
        pub becomes: String,
    }

    /// Why a row is left out.
    pub struct ImportProblem {
        /// The header of the column; `None` where the whole row is meant.
        pub column: Option<String>,
        /// What is wrong, in words.
        pub text: String,
    }

    /// Writes an import that was previewed.
    pub struct ApplyImport {
        /// The table with its columns.
        pub matched: MatchedImport,
        /// From the preview.
        pub digest: String,
    }

    /// Names an import that was recorded.
    pub struct ImportRef {
        /// Its id.
        pub import: Uuid,
    }

    /// An import that was recorded.
    pub struct ImportView {
        /// Its id.
        pub import: Uuid,
        /// The file it came from.
        pub file_name: String,
        /// Who imported.
        pub who: String,
        /// When.
        pub at: DateTime<Utc>,
        /// How many vendors it entered.
        pub added: u32,
        /// How many it changed.
        pub changed: u32,
        /// When it was undone.
        pub undone: Option<DateTime<Utc>>,
    }

    /// What undoing an import did.
    pub struct ImportUndone {
        /// The import.
        pub import: ImportView,
        /// How many vendors that it had entered were removed.
        pub removed: u32,
        /// How many vendors that it had changed have their values back.
        pub restored: u32,
        /// What stayed as it is, and why.
        pub left: Vec<ImportLeft>,
    }

    /// What undoing an import left as it is.
    pub struct ImportLeft {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub name: String,
        /// Why, in words.
        pub why: String,
    }

    /// Exports the register.
    pub struct ExportVendors {
        /// In which form.
        pub format: ExportFormat,
    }

    /// The form of an export.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum ExportFormat {
        /// Values separated by commas, UTF-8.
        Csv,
        /// A workbook.
        Xlsx,
    }

    /// Why a file is no table that can be imported.
    #[derive(Copy, Eq)]
    #[serde(tag = "why", rename_all = "snake_case")]
    pub enum NoTable {
        /// Nothing is in it.
        Empty,
        /// Neither text nor a workbook.
        NotATable,
        /// An old workbook (.xls), or one under a password.
        OldOrProtected,
        /// A damaged workbook.
        Damaged,
        /// Larger than 50 MB, or more than 100,000 rows or 1,000 columns.
        TooLarge,
        /// A quotation mark is opened and never closed.
        QuoteOpen {
            /// In which row.
            row: u32,
        },
        /// It has no column of keys: it is no table of answers that was exported.
        NoKeys,
        /// Reading took too long or too much memory.
        GivenUp,
    }
}
