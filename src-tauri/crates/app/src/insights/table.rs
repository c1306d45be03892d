//! A figure as a table: everything of which it was counted, with the words that say what it is.

use super::{show, worked::Worked};
use crate::{App, documents::write_whole, fail, import};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};

/// Says to Excel that the text is UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

impl App {
    /// Saves everything of which a figure was counted where the person says.
    pub(crate) fn save_insight(&self, input: &w::InsightQuery) -> Result<w::SavedFile, Failure> {
        let opened = self.opened()?;
        let (day, worked) = self.one_worked(input)?;
        let name = format!("{} {day}.csv", worked.metric.title());
        let Some(path) = self.host.choose_save(&name) else { return Ok(w::SavedFile { name: None }) };
        let bytes = csv(&worked, day).map_err(fail::unexpected)?;
        write_whole(&opened, &path, |file| import::put(file, &bytes))?;
        Ok(w::SavedFile { name: path.file_name().map(|name| name.to_string_lossy().into_owned()) })
    }
}

/// The rows, then what the figure is; values guarded so that no program computes them.
fn csv(worked: &Worked, day: NaiveDate) -> Result<Vec<u8>, csv::Error> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(MARK.to_vec());
    writer.write_record(["Vendor", "What", "Group", "Counted", "Number", "Day"])?;
    for row in worked.rows.iter().map(show::row) {
        let counted = row.counted.map_or("", |counted| if counted { "yes" } else { "no" });
        let cells = [
            row.vendor_name.unwrap_or_default(),
            row.what,
            row.group.unwrap_or_default(),
            counted.to_owned(),
            row.value.map(|value| value.to_string()).unwrap_or_default(),
            row.day.map(|day| day.to_string()).unwrap_or_default(),
        ];
        writer.write_record(cells.iter().map(|cell| import::guarded(cell)))?;
    }
    writer.write_record([""])?;
    for (what, said) in [
        ("Figure", worked.metric.title()),
        ("Of", worked.metric.population()),
        ("How", worked.metric.formula()),
        ("As of", &day.to_string()),
    ] {
        writer.write_record([what, said])?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}
