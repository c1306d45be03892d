//! `countersign import`

use crate::{
    Done,
    args::{Common, DateOrderArgument},
    open,
    out::Out,
    say::Trouble,
};
use countersign_contract::{
    Commands as _,
    wire::{ApplyImport, DateOrder, ImportField, ImportFile, ImportOutcome, ImportPreview, ImportSheet, MatchedImport},
};
use serde_json::{Value, json};
use std::path::Path;

/// What was asked for on the command line.
pub(crate) struct Asked<'a> {
    pub(crate) file: &'a Path,
    pub(crate) dry_run: bool,
    pub(crate) map: &'a [String],
    pub(crate) sheet: Option<&'a str>,
    pub(crate) date_order: Option<DateOrderArgument>,
}

/// Imports vendors; rows with problems are named and left out.
pub(crate) fn run(common: &Common, asked: &Asked<'_>, out: &mut Out) -> Result<Done, Trouble> {
    let app = if asked.dry_run { open::workspace(common)? } else { open::workspace_to_write(common)? };
    let file = app.import_file(asked.file)?;
    out.note(&format!("{}: {}", file.file_name, file.read_as));
    let (at, sheet) = sheet(&file, asked.sheet)?;
    let matched = MatchedImport {
        file: file.file,
        sheet: at,
        columns: columns(&file, sheet, asked.map)?,
        date_order: asked.date_order.map(order).or(sheet.date_order),
    };
    let preview = app.import_preview(matched.clone())?;
    if let Some(problem) = preview.column_problems.first() {
        return Err(Trouble::Usage(format!("{problem} Use --map 'Column=field'.")));
    }
    let mut import = None;
    if !asked.dry_run && preview.added + preview.changed > 0 {
        let apply = ApplyImport { matched: matched.clone(), digest: preview.digest.clone() };
        import = Some(app.import_apply(apply)?.import);
    }
    if out.is_json() {
        out.objects([as_json(&preview, sheet, &matched, import.map(|id| id.to_string()))])?;
    } else {
        show(&preview, sheet, &matched, &file, asked.dry_run, out)?;
    }
    Ok(if preview.problems > 0 { Done::Notable } else { Done::Clean })
}

fn sheet<'f>(file: &'f ImportFile, wanted: Option<&str>) -> Result<(u32, &'f ImportSheet), Trouble> {
    let at = match wanted {
        None => file.sheet as usize,
        Some(name) => file
            .sheets
            .iter()
            .position(|sheet| sheet.name.as_deref().is_some_and(|known| known.eq_ignore_ascii_case(name)))
            .ok_or_else(|| Trouble::Usage(format!("the file has no sheet of that name that holds anything: {name}")))?,
    };
    let sheet = file.sheets.get(at).ok_or_else(|| Trouble::Unexpected("the file has no sheet".to_owned()))?;
    Ok((at as u32, sheet))
}

/// The columns as suggested, changed by each `Column=field`; an empty field leaves the column out.
fn columns(file: &ImportFile, sheet: &ImportSheet, map: &[String]) -> Result<Vec<Option<ImportField>>, Trouble> {
    let mut columns: Vec<Option<ImportField>> = sheet.columns.iter().map(|column| column.field).collect();
    for pair in map {
        let (header, name) =
            pair.rsplit_once('=').ok_or_else(|| Trouble::Usage(format!("write Column=field, not: {pair}")))?;
        let at = sheet.columns.iter().position(|column| column.header.eq_ignore_ascii_case(header.trim()));
        let at = at.ok_or_else(|| Trouble::Usage(format!("the table has no column of that name: {header}")))?;
        let field = match name.trim() {
            "" => None,
            name => Some(field(file, name)?),
        };
        // Who says where a field is also says where it is not.
        columns.iter_mut().filter(|column| field.is_some() && **column == field).for_each(|column| *column = None);
        columns[at] = field;
    }
    Ok(columns)
}

fn field(file: &ImportFile, wanted: &str) -> Result<ImportField, Trouble> {
    let known = file.fields.iter().find(|view| {
        super::name(view.field) == wanted.to_lowercase().replace([' ', '-'], "_")
            || view.label.eq_ignore_ascii_case(wanted)
    });
    known.map(|view| view.field).ok_or_else(|| {
        let names: Vec<String> = file.fields.iter().map(|view| super::name(view.field)).collect();
        Trouble::Usage(format!("there is no field {wanted}; there are: {}", names.join(", ")))
    })
}

const fn order(argument: DateOrderArgument) -> DateOrder {
    match argument {
        DateOrderArgument::Dmy => DateOrder::Dmy,
        DateOrderArgument::Mdy => DateOrder::Mdy,
        DateOrderArgument::Ymd => DateOrder::Ymd,
    }
}

/// The published shape: counts, how the columns were matched, and every row that does anything.
fn as_json(preview: &ImportPreview, sheet: &ImportSheet, matched: &MatchedImport, import: Option<String>) -> Value {
    let columns: Vec<Value> = sheet
        .columns
        .iter()
        .zip(&matched.columns)
        .map(|(column, field)| json!({ "header": column.header, "field": field }))
        .collect();
    let rows: Vec<_> = preview.rows.iter().filter(|row| row.outcome != ImportOutcome::Unchanged).collect();
    json!({
        "import": import,
        "added": preview.added,
        "changed": preview.changed,
        "unchanged": preview.unchanged,
        "problems": preview.problems,
        "columns": columns,
        "rows": rows,
    })
}

fn show(
    preview: &ImportPreview,
    sheet: &ImportSheet,
    matched: &MatchedImport,
    file: &ImportFile,
    dry_run: bool,
    out: &mut Out,
) -> Result<(), Trouble> {
    for (column, field) in sheet.columns.iter().zip(&matched.columns) {
        let label = field.and_then(|field| file.fields.iter().find(|view| view.field == field));
        out.note(&format!("  {} → {}", column.header, label.map_or("left out", |view| view.label.as_str())));
    }
    let mut cells: Vec<Vec<String>> = Vec::new();
    for row in &preview.rows {
        let start = |what: String| vec![row.row.to_string(), row.name.clone(), super::name(row.outcome), what];
        for change in &row.changes {
            if row.outcome == ImportOutcome::Changed {
                let was = super::or_dash(change.was.as_ref());
                cells.push(start(format!("{}: {was} → {}", change.label, change.becomes)));
            }
        }
        for problem in &row.problems {
            let column = problem.column.as_ref().map_or_else(String::new, |column| format!("{column}: "));
            cells.push(start(format!("{column}{}", problem.text)));
        }
        if row.outcome == ImportOutcome::Added {
            cells.push(start(String::new()));
        }
    }
    out.table(&["row", "vendor", "outcome", "what"], &cells)?;
    let done = if dry_run { "would be" } else { "" };
    let text = format!(
        "added: {}, changed: {}, unchanged: {}, left out for problems: {}",
        preview.added, preview.changed, preview.unchanged, preview.problems
    );
    out.note(format!("{done} {text}").trim());
    if preview.ambiguous_dates > 0 {
        out.note("some dates can be read in two ways: say --date-order dmy or mdy");
    }
    Ok(())
}
