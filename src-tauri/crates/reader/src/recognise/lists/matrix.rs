//! Tables with a column for each subservice organization.
//!
//! **Reads** which control is whose: a mark in the organization's column, or the control's own words there.
//! **Accepts** crosses, ticks, "Yes"; marks of symbol fonts.
//! **Refuses** columns that name no known organization, and cells that say "No", "N/A" or nothing.

use std::sync::LazyLock;

use super::known::{self, Known};
use crate::pattern::{Pattern, pattern};
use crate::recognise::criteria;
use crate::table::{Row, Table};

/// Rows among which the head may stand.
const HEAD_ROWS: usize = 3;
/// Most words of a column's name.
const MOST_WORDS: usize = 8;
/// Fewest words of a control.
const FEWEST_WORDS: usize = 3;

static MARK: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:x|\(x\)|\[x\]|yes|y|applicable|\x{00FC}|[\x{2022}\x{25A0}-\x{25FF}\x{2611}\x{2612}\x{2713}-\x{2718}\x{E000}-\x{F8FF}])$",
    )
});

/// A table of controls with organizations over its columns.
#[derive(Debug)]
pub(crate) struct Matrix {
    /// How many rows are the head.
    pub(crate) head: usize,
    /// The column of the criteria.
    pub(crate) criteria: Option<usize>,
    control: Option<usize>,
    organizations: Vec<(usize, String)>,
}

impl Matrix {
    /// Finds the columns; `None` where organizations are not over columns of marks or of controls.
    pub(crate) fn of(table: &Table<'_>, known: &[Known]) -> Option<Self> {
        let (at, organizations) = table.rows.iter().take(HEAD_ROWS).enumerate().find_map(|(at, row)| {
            let named = organizations(row, known);
            (!row.band && !named.is_empty()).then_some((at, named))
        })?;
        let body: Vec<&Row<'_>> = table.rows.iter().skip(at + 1).filter(|r| !r.band).collect();
        let others = || (0..table.columns()).filter(|c| !organizations.iter().any(|(own, _)| own == c));
        let filled = |column: usize| body.iter().map(move |r| r.text(column)).filter(|t| !t.is_empty());
        let is_criteria = |c: &usize| filled(*c).count() > 0 && filled(*c).all(|t| !criteria::named(t).is_empty());
        let criteria = others().find(is_criteria);
        let length = |c: &usize| filled(*c).map(str::len).sum::<usize>();
        let control = others().filter(|c| Some(*c) != criteria).max_by_key(length);
        let cells = || organizations.iter().flat_map(|(column, _)| filled(*column));
        let marked = cells().filter(|text| MARK.is_match(text.trim())).count();
        let spoken = cells().filter(|text| is_control(text)).count();
        // A single organization over a column of words is a list like any other.
        let columns = if marked > 0 { control.is_some() } else { organizations.len() >= 2 && spoken > 0 };
        let control = control.filter(|_| marked > 0);
        (columns && (marked + spoken) * 2 >= cells().count()).then_some(Self {
            head: at + 1,
            criteria,
            control,
            organizations,
        })
    }

    /// Gives for a row the columns in which controls stand, each with the organization whose it is.
    pub(crate) fn controls<'m>(&'m self, row: &'m Row<'_>) -> impl Iterator<Item = (usize, &'m str)> {
        self.organizations.iter().filter_map(|(column, name)| {
            let text = row.text(*column).trim();
            if MARK.is_match(text) {
                Some((self.control?, name.as_str()))
            } else {
                is_control(text).then_some((*column, name.as_str()))
            }
        })
    }
}

/// The columns of a row that name one organization each.
fn organizations(row: &Row<'_>, known: &[Known]) -> Vec<(usize, String)> {
    let named = |(column, text): (usize, &str)| match &known::mentioned(known, text)[..] {
        [one] if text.split_whitespace().count() <= MOST_WORDS && !text.trim_end().ends_with(':') => {
            Some((column, one.clone()))
        }
        _ => None,
    };
    let found: Vec<(usize, String)> =
        row.cells.iter().enumerate().map(|(at, cell)| (at, cell.flow.text())).filter_map(named).collect();
    let twice = |at: usize| found[..at].iter().any(|(_, name)| *name == found[at].1);
    if (0..found.len()).any(twice) { Vec::new() } else { found }
}

fn is_control(text: &str) -> bool {
    text.split_whitespace().count() >= FEWEST_WORDS && !text.to_lowercase().starts_with("not applicable")
}

#[cfg(test)]
mod tests {
    use countersign_domain::Reading;

    use crate::recognise::lists::testing::tabled_with;

    const SCOPE: &str = "Juniper uses Heron Hosting, Inc. (“HHI”) and Larch Mail, subservice organizations, for hosting and mail. The carve-out method is used.";

    fn controls(reading: &Reading) -> Vec<(&str, Option<&str>, Vec<&str>)> {
        reading
            .csocs
            .iter()
            .map(|c| (c.text.as_str(), c.subservice.as_deref(), c.criteria.iter().map(String::as_str).collect()))
            .collect()
    }

    #[test]
    fn marks_say_whose_a_control_is() {
        let rows: &[&[&str]] = &[
            &["Criteria", "Expected Control", "HHI", "Larch Mail"],
            &["CC6.4", "Halls are open to named persons only.", "X", ""],
            &["CC6.7", "Messages are encrypted on their way.", "✓", "✓"],
            &["A1.2", "Power has a second supply.", "X", "N/A"],
        ];
        let edges = [60.0, 130.0, 380.0, 460.0, 552.0];
        let found =
            tabled_with(SCOPE, "Complementary Subservice Organization Controls", "They are expected.", &edges, rows);
        assert_eq!(
            controls(&found),
            [
                ("Halls are open to named persons only.", Some("Heron Hosting, Inc."), vec!["CC6.4"]),
                ("Messages are encrypted on their way.", Some("Heron Hosting, Inc."), vec!["CC6.7"]),
                ("Messages are encrypted on their way.", Some("Larch Mail"), vec!["CC6.7"]),
                ("Power has a second supply.", Some("Heron Hosting, Inc."), vec!["A1.2"]),
            ],
            "one for each mark"
        );
    }

    #[test]
    fn words_below_an_organization_are_its_controls() {
        let rows: &[&[&str]] = &[
            &["Criteria", "Heron Hosting, Inc.", "Larch Mail"],
            &["CC6.4", "Halls are open to named persons only.", "Not applicable to mail."],
            &["CC6.7", "Disks are encrypted.", "Mail is encrypted on its way."],
        ];
        let edges = [60.0, 130.0, 340.0, 552.0];
        let found =
            tabled_with(SCOPE, "Complementary Subservice Organization Controls", "They are expected.", &edges, rows);
        assert_eq!(
            controls(&found),
            [
                ("Halls are open to named persons only.", Some("Heron Hosting, Inc."), vec!["CC6.4"]),
                ("Disks are encrypted.", Some("Heron Hosting, Inc."), vec!["CC6.7"]),
                ("Mail is encrypted on its way.", Some("Larch Mail"), vec!["CC6.7"]),
            ],
            "one for each cell that says something"
        );
    }
}
