//! A figure as a table: everything of which it was counted, with the words that say what it is.

use super::{show, worked::Worked};
use crate::{App, documents::write_whole, import, table};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};

impl App {
    /// Saves everything of which a figure was counted where the person says.
    pub(crate) fn save_insight(&self, input: &w::InsightQuery) -> Result<w::SavedFile, Failure> {
        let opened = self.opened()?;
        let (day, worked) = self.one_worked(input)?;
        let name = format!("{} {day}.csv", worked.metric.title());
        let Some(path) = self.host.choose_save(&name) else { return Ok(w::SavedFile { name: None }) };
        let bytes = table::csv(rows(&worked, day))?;
        write_whole(&opened, &path, |file| import::put(file, &bytes))?;
        Ok(w::SavedFile { name: path.file_name().map(|name| name.to_string_lossy().into_owned()) })
    }
}

/// The rows, then what the figure is.
fn rows(worked: &Worked, day: NaiveDate) -> Vec<Vec<String>> {
    let head = ["Vendor", "What", "Group", "Counted", "Number", "Day"].map(str::to_owned).to_vec();
    let row = |row: w::InsightRow| {
        let counted = row.counted.map_or("", |counted| if counted { "yes" } else { "no" });
        vec![
            row.vendor_name.unwrap_or_default(),
            row.what,
            row.group.unwrap_or_default(),
            counted.to_owned(),
            row.value.map(|value| value.to_string()).unwrap_or_default(),
            row.day.map(|day| day.to_string()).unwrap_or_default(),
        ]
    };
    let said = [
        ("Figure", worked.metric.title()),
        ("Of", worked.metric.population()),
        ("How", worked.metric.formula()),
        ("As of", &day.to_string()),
    ];
    let said = said.map(|(what, said)| vec![what.to_owned(), said.to_owned()]);
    let gap = vec![String::new()];
    std::iter::once(head).chain(worked.rows.iter().map(show::row).map(row)).chain([gap]).chain(said).collect()
}
