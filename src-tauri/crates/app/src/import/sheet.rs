//! A sheet of a chosen table: where its headers are, and what its columns hold.

use super::fields;
use countersign_contract::wire::{self as w, ImportField as F};
use countersign_domain::Sha256;
use countersign_reader::rows::{Row, SheetRows};
use serde_json::{Map, Value, json};

/// How many rows are searched for headers: titles and notes may stand over them.
const SEARCHED: usize = 10;
/// How many values of a column are shown, and how much of each.
const SAMPLES: usize = 3;
const SAMPLE: usize = 80;

/// A sheet with its headers.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(super) name: Option<String>,
    pub(super) header_row: u32,
    pub(crate) headers: Vec<String>,
    pub(crate) rows: Vec<Row>,
}

impl Sheet {
    /// Takes the row with the most known headers as that of the headers; where none has any, the first.
    pub(super) fn of(sheet: SheetRows) -> Self {
        let mut rows = sheet.rows;
        let known = |row: &Row| row.cells.iter().filter(|cell| fields::named(cell).is_some()).count();
        let mut best = 0;
        for at in 0..rows.len().min(SEARCHED) {
            if known(&rows[at]) > known(&rows[best]) {
                best = at;
            }
        }
        let body = rows.split_off((best + 1).min(rows.len()));
        let head = rows.pop().unwrap_or(Row { number: 1, cells: Vec::new() });
        let columns = body.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(head.cells.len());
        let mut headers: Vec<String> =
            head.cells.iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        headers.resize(columns, String::new());
        Self { name: sheet.name, header_row: head.number, headers, rows: body }
    }

    /// How many of its headers are known: the sheet with most looks most like a register.
    pub(super) fn known(&self) -> usize {
        self.headers.iter().filter(|header| fields::named(header).is_some()).count()
    }

    /// The setting that remembers how these headers were matched, in whatever order they come.
    pub(super) fn setting(&self) -> String {
        let mut folded: Vec<String> = self.headers.iter().map(|header| fields::folded(header)).collect();
        folded.sort_unstable();
        format!("import.columns.{}", &Sha256::of(folded.join("\n").as_bytes()).to_string()[..16])
    }

    /// What is remembered of a matching.
    pub(super) fn to_remember(&self, columns: &[Option<F>], order: Option<w::DateOrder>) -> Value {
        let matched: Map<String, Value> = self
            .headers
            .iter()
            .zip(columns)
            .rev()
            .map(|(header, field)| (fields::folded(header), json!(field)))
            .collect();
        json!({ "columns": matched, "date_order": order })
    }

    /// How the sheet is shown: matched as it was before, or as its headers suggest.
    pub(super) fn view(&self, remembered: Option<&Value>) -> w::ImportSheet {
        let mut taken: Vec<F> = Vec::new();
        let mut columns: Vec<Option<F>> = Vec::with_capacity(self.headers.len());
        for header in &self.headers {
            let field = match remembered {
                Some(remembered) => {
                    serde_json::from_value(remembered["columns"][fields::folded(header)].clone()).ok().flatten()
                }
                None => fields::named(header),
            };
            let field = field.filter(|field| !taken.contains(field));
            taken.extend(field);
            columns.push(field);
        }
        // A list of legal names has no other.
        let stands_in = |column: &&mut Option<F>| **column == Some(F::LegalName);
        if remembered.is_none()
            && !taken.contains(&F::Name)
            && let Some(legal) = columns.iter_mut().find(stands_in)
        {
            *legal = Some(F::Name);
        }
        w::ImportSheet {
            name: self.name.clone(),
            header_row: self.header_row,
            rows: self.rows.len() as u32,
            columns: self
                .headers
                .iter()
                .zip(columns)
                .enumerate()
                .map(|(at, (header, field))| w::ImportColumn {
                    header: header.clone(),
                    samples: self.samples(at),
                    field,
                })
                .collect(),
            remembered: remembered.is_some(),
            date_order: remembered.and_then(|remembered| serde_json::from_value(remembered["date_order"].clone()).ok()),
        }
    }

    /// The first values of a column, each once.
    fn samples(&self, column: usize) -> Vec<String> {
        let mut samples: Vec<String> = Vec::new();
        for cell in self.rows.iter().filter_map(|row| row.cells.get(column)) {
            let sample: String = cell.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(SAMPLE).collect();
            if !sample.is_empty() && !samples.contains(&sample) {
                samples.push(sample);
            }
            if samples.len() == SAMPLES {
                break;
            }
        }
        samples
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let rows = rows
            .iter()
            .zip(1..)
            .map(|(cells, number)| Row { number, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() })
            .collect();
        Sheet::of(SheetRows { name: None, rows })
    }

    fn matched(sheet: &Sheet, remembered: Option<&Value>) -> Vec<Option<F>> {
        sheet.view(remembered).columns.into_iter().map(|column| column.field).collect()
    }

    #[test]
    fn headers_are_found_below_a_title() {
        let sheet =
            sheet(&[&["Vendor register 2026"], &["Supplier", "Owner", "Country"], &["Acme", "Ada", "DE", "more"]]);
        assert_eq!((sheet.header_row, sheet.rows.len(), sheet.headers.len()), (2, 1, 4), "every column has a place");
        assert_eq!(matched(&sheet, None), [Some(F::Name), Some(F::Owner), None, None]);
    }

    #[test]
    fn a_field_is_suggested_for_one_column_and_legal_names_stand_in() {
        let both = sheet(&[&["Vendor", "Company", "Legal name"], &["a", "b", "c"]]);
        assert_eq!(matched(&both, None), [Some(F::Name), None, Some(F::LegalName)]);
        assert_eq!(matched(&sheet(&[&["Legal name"], &["a"]]), None), [Some(F::Name)]);
    }

    #[test]
    fn a_matching_is_remembered_for_the_headers_in_any_order() {
        let first = sheet(&[&["Who", "What"], &["a", "b"]]);
        let again = sheet(&[&["what", "WHO "], &["b", "a"]]);
        assert_eq!(first.setting(), again.setting());
        let remembered = first.to_remember(&[Some(F::Name), None], Some(w::DateOrder::Dmy));
        assert_eq!(matched(&again, Some(&remembered)), [None, Some(F::Name)]);
        assert_eq!(again.view(Some(&remembered)).date_order, Some(w::DateOrder::Dmy));
        assert_ne!(first.setting(), sheet(&[&["Who", "Where"], &["a", "b"]]).setting());
    }
}
