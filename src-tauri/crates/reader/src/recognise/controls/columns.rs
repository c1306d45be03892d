//! What the columns of a table hold, told from the words of its head, and where those are silent from what stands below.
//!
//! **Reads** heads such as `Control #`, `Control Activity Specified by the Service Organization`, `Tests of Controls`,
//! `Test Applied by the Service Auditor`, `Results of Tests`, `Trust Services Criteria`, `Management's Response`.
//! **Accepts** heads of two rows, tests and results in one column, and a table without a head whose cells speak for
//! themselves: results in the wording of results, tests that begin with what an auditor does.
//! **Refuses** tables of complementary controls, of vendors, of infrastructure, and any of which the columns stay unclear.

use std::sync::LazyLock;

use super::heads::{Column, MOST_WORDS, of_head};
use super::outcome;
use crate::pattern::{Pattern, exact};
use crate::recognise::criteria;
use crate::recognise::names;
use crate::table::{Row, Table};

/// Fewest rows of a list of controls without a head, and the share of them that must look like it.
const FEWEST_LISTED: usize = 3;
const LISTED: f32 = 0.8;
/// Share of the rows that must speak for what a column without a head holds.
const SPEAKS: f32 = 0.6;

/// The columns of a table of controls.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(crate) id: Option<usize>,
    pub(crate) criterion: Option<usize>,
    pub(crate) control: Option<usize>,
    pub(crate) test: Option<usize>,
    pub(crate) result: Option<usize>,
    pub(crate) response: Option<usize>,
    pub(crate) exception: Option<usize>,
    /// Whether tests and results share a column.
    pub(crate) together: bool,
    /// How many rows are the head.
    pub(crate) head_rows: usize,
    /// Whether only rows with a number are controls: no head says what the columns hold.
    pub(crate) only_numbered: bool,
    pub(crate) shape: Shape,
}

/// How a table holds its controls.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One to a row.
    #[default]
    Rows,
    /// Each over the rows of its tests, or over a table of its own.
    Over,
    /// Each in rows of its own that begin with labels.
    Cards,
}

impl Columns {
    /// Whether the table says what was tested or what came of it.
    pub(crate) fn has_tests(&self) -> bool {
        self.shape != Shape::Rows || self.control.is_some() && (self.test.is_some() || self.result.is_some())
    }

    /// Whether the table sums up exceptions, or what management says of them.
    pub(crate) fn sums_up(&self) -> bool {
        self.exception.is_some() || self.response.is_some()
    }

    /// Whether the table lists controls without tests.
    pub(crate) fn is_list(&self) -> bool {
        self.control.is_some() && (self.id.is_some() || self.criterion.is_some()) && !self.has_tests()
    }
}

static TEST_VERB: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"^(?:[•▪●○◦■\-*] ?)?(?:\(?[0-9a-z]{1,2}[.)] )?(?:Inspect|Inquir|Enquir|Observ|Re-?perform|Examin|Review|Select|Obtain|Compar|Confirm|Interview|Test|Determin|Corroborat|Recalculat|Verif|Walk|Perform|Assess|Evaluat|Discuss|Trac|Vouch|Query|Queri|Validat|Check|Ascertain|Sight|View|Agreed|Reconcil|Witness|Read |On a (?:sample|test) basis|By (?:inspect|inquir|enquir|observ|re-?perform|means of)|For (?:a|each|the|all|one|every|selected) |Through |We |Made inquiries|Attempted)",
    )
});
static ID_TEXT: LazyLock<Pattern> = LazyLock::new(|| {
    exact(r"^(?:[A-Z][A-Za-z]{0,8}[-._/ ]?){0,3}\(?[0-9A-Z]{0,4}[0-9]+(?:[-.(_/][0-9A-Za-z]+\)?)*[a-z]?[.:]?$")
});

/// Whether a text looks like the number of a control.
pub(crate) fn is_id(text: &str) -> bool {
    let squeezed = text.trim();
    squeezed.len() <= 24 && squeezed.chars().any(|c| c.is_ascii_digit()) && ID_TEXT.is_match(squeezed)
}

/// Whether a text begins with what an auditor does.
pub(crate) fn opens_test(text: &str) -> bool {
    TEST_VERB.is_match(text)
}

/// Reads a row as a head: what each column holds. `None` where it is no head of a table of controls.
pub(crate) fn head(rows: &[Row<'_>]) -> Option<(Vec<Option<Column>>, usize)> {
    let columns = rows.first()?.cells.len();
    let one = |row: &Row<'_>| -> Vec<Option<Column>> { (0..columns).map(|c| of_head(row.text(c))).collect() };
    let known = |found: &[Option<Column>]| {
        found.iter().flatten().filter(|c| !matches!(c, Column::Other | Column::TestKind | Column::Attribute)).count()
    };
    // "Control No." ends with a point as a sentence does, and so does "Controls Specified by Heron, Inc.".
    let short = |text: &str| {
        let words = text.split_whitespace().count();
        words <= MOST_WORDS && (words <= 3 || !text.ends_with('.') || names::has_legal_form(text))
    };
    let plain = |row: &Row<'_>| !row.band && row.filled().all(|c| short(c.flow.text()));
    let first = one(&rows[0]);
    // A row of the matrix has a number, a head has none.
    let numbered = (0..columns).any(|c| is_id(rows[0].text(c)));
    let mut found = (known(&first) >= 2 && plain(&rows[0]) && !numbered).then_some((first, 1));
    if let Some(second) = rows.get(1).filter(|r| plain(r) && plain(&rows[0])) {
        // A head of two rows: the lower one is finer; or one head that white space divides into two rows.
        let lower = one(second);
        if let Some((upper, _)) = &found {
            if known(&lower) >= 2 {
                let merged = lower.iter().zip(upper).map(|(low, up)| low.or(*up)).collect();
                found = Some((merged, 2));
            }
        } else {
            let joined: Vec<Option<Column>> =
                (0..columns).map(|c| of_head(format!("{} {}", rows[0].text(c), second.text(c)).trim())).collect();
            let ids = (0..columns).any(|c| is_id(second.text(c)));
            if known(&joined) >= 2 && !ids && rows[0].filled().count() >= 2 {
                found = Some((joined, 2));
            }
        }
    }
    found
}

/// Finds out what the columns of a table hold from a head that was read and from the rows below it.
pub(crate) fn resolve(mut head: Vec<Option<Column>>, rows: &[Row<'_>]) -> Columns {
    let body: Vec<&Row<'_>> = rows.iter().filter(|r| !r.band && r.filled().count() >= 2).collect();
    let named_control = head.iter().any(|c| matches!(c, Some(Column::Control | Column::ControlOrId)));
    for column in 0..head.len() {
        match head[column] {
            Some(Column::ControlOrId) => {
                let taken = head.contains(&Some(Column::Control)) || head.contains(&Some(Column::Description));
                let ids = share(&body, column, |t| is_id(t) || (taken && t.split_whitespace().count() <= 2));
                let id = ids >= SPEAKS && !head.contains(&Some(Column::Id));
                head[column] = Some(if id { Column::Id } else { Column::Control });
            }
            Some(Column::Description) => {
                let control = head.iter().any(|c| matches!(c, Some(Column::Control)));
                head[column] = Some(if control { Column::Other } else { Column::Control });
            }
            _ => {}
        }
    }
    let at = |wanted: Column| head.iter().position(|c| *c == Some(wanted));
    let mut columns = Columns {
        id: at(Column::Id),
        criterion: at(Column::Criterion),
        control: at(Column::Control),
        test: at(Column::Test).or(at(Column::TestAndResult)).or(at(Column::TestKind)),
        result: at(Column::Result),
        response: at(Column::Response),
        exception: at(Column::Exception),
        together: at(Column::TestAndResult).is_some(),
        head_rows: 0,
        only_numbered: false,
        shape: Shape::Rows,
    };
    let tested = columns.test.is_some() && (columns.result.is_some() || columns.together);
    // A register of other things has owners and places as well, but no column of controls.
    let strange = head.contains(&Some(Column::Foreign)) || head.contains(&Some(Column::Attribute)) && !named_control;
    if strange && !tested {
        return Columns::default();
    }
    // "Exceptions noted" over a column that mostly says "None" holds results.
    if columns.result.is_none()
        && let Some(exception) = columns.exception
        && columns.test.is_some()
        && share(&body, exception, |t| {
            outcome::of_result(t).is_some_and(|o| o != countersign_domain::reading::TestOutcome::Exception)
        }) > 0.3
    {
        columns.result = columns.exception.take();
    }
    let unnamed = |c: &usize| head[*c].is_none();
    let tested = columns.test.or(columns.result);
    if columns.id.is_none() {
        let limit = columns.control.or(tested).unwrap_or(0);
        columns.id = (0..limit).filter(unnamed).find(|c| share(&body, *c, is_id) >= SPEAKS);
    }
    if columns.control.is_none()
        && let Some(limit) = tested
    {
        let longest = |c: &usize| body.iter().map(|r| r.text(*c).len()).sum::<usize>();
        columns.control = (0..limit).filter(unnamed).filter(|c| Some(*c) != columns.id).max_by_key(longest);
    }
    let nothing_else = columns.id.is_none() && columns.criterion.is_none() && columns.control.is_none();
    if nothing_else && columns.test.is_some() && (columns.result.is_some() || columns.together) {
        columns.shape = Shape::Over;
    }
    // Of two columns "Ref" the one that names nothing but criteria is theirs.
    if columns.criterion.is_none()
        && let Some(id) = columns.id
        && share(&body, id, criteria::is_bare) >= 0.9
        && !rows.first().is_some_and(|r| r.text(id).to_lowercase().contains("control"))
    {
        columns.criterion = columns.id.take();
        let limit = columns.control.unwrap_or(0);
        columns.id = (0..limit).filter(|c| Some(*c) != columns.criterion).find(|c| share(&body, *c, is_id) >= SPEAKS);
    }
    columns
}

/// Finds out from the rows alone what the columns hold; only where tests and results are plain to see.
pub(crate) fn infer(table: &Table<'_>) -> Columns {
    let body: Vec<&Row<'_>> = table.rows.iter().filter(|r| !r.band && r.filled().count() >= 2).collect();
    if body.len() < 2 || table.columns() < 3 {
        return Columns::default();
    }
    let best = |says: &dyn Fn(&str) -> bool| (0..table.columns()).find(|c| share(&body, *c, says) >= SPEAKS);
    let Some(result) = best(&|t| t.len() < 400 && outcome::of_result(t).is_some() && !opens_test(t)) else {
        return Columns::default();
    };
    let test = best(&opens_test).filter(|c| *c != result);
    let id = (0..result).find(|c| share(&body, *c, is_id) >= SPEAKS);
    let longest = |c: &usize| body.iter().map(|r| r.text(*c).len()).sum::<usize>();
    let control = (0..result).filter(|c| Some(*c) != id && Some(*c) != test).max_by_key(longest);
    if test.is_none() || control.is_none() {
        return Columns::default();
    }
    Columns { id, control, test, result: Some(result), ..Columns::default() }
}

/// Finds out from the rows alone that a table lists controls: numbers of controls, and beside them sentences. Criteria have
/// numbers as well; a table of those is none.
pub(crate) fn infer_list(table: &Table<'_>) -> Option<Columns> {
    let body: Vec<&Row<'_>> = table.rows.iter().filter(|r| !r.band && r.filled().count() >= 2).collect();
    let criteria = share(&body, 0, criteria::is_bare);
    let ids = share(&body, 0, is_id);
    let sentences = share(&body, 1, |text| text.split_whitespace().count() >= 4);
    let listed = body.len() >= FEWEST_LISTED && table.columns() == 2 && ids >= LISTED && sentences >= LISTED;
    (listed && criteria <= 0.5).then(|| Columns {
        id: Some(0),
        control: Some(1),
        only_numbered: true,
        ..Columns::default()
    })
}

/// Whether the cells in which controls would stand say what an auditor does: a table that explains kinds of tests.
pub(crate) fn tells_of_tests(table: &Table<'_>, columns: &Columns) -> bool {
    let body: Vec<&Row<'_>> = table.rows.iter().skip(columns.head_rows).filter(|r| !r.band).collect();
    columns.control.is_some_and(|control| share(&body, control, opens_test) >= SPEAKS)
}

/// The share of the filled cells of a column of which something holds.
fn share(rows: &[&Row<'_>], column: usize, holds: impl Fn(&str) -> bool) -> f32 {
    let filled: Vec<&str> = rows.iter().map(|r| r.text(column)).filter(|t| !t.is_empty()).collect();
    if filled.is_empty() {
        return 0.0;
    }
    filled.iter().filter(|t| holds(t)).count() as f32 / filled.len() as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_in_many_words() {
        for (text, expected) in [
            ("Control #", Some(Column::Id)),
            ("Control No.", Some(Column::Id)),
            ("Control Ref #", Some(Column::Id)),
            ("Ref.", Some(Column::Id)),
            ("#", Some(Column::Id)),
            ("Control", Some(Column::ControlOrId)),
            ("Control Activity", Some(Column::Control)),
            ("Controls Specified by Fern Ltd", Some(Column::Control)),
            ("Fern's Controls", Some(Column::Control)),
            ("Description of Controls", Some(Column::Control)),
            ("Control Activity Specified by the Service Organization", Some(Column::Control)),
            ("Service Auditor's Tests of Controls", Some(Column::Test)),
            ("Test Applied by the Service Auditor", Some(Column::Test)),
            ("Testing Performed", Some(Column::Test)),
            ("Auditor's Procedures", Some(Column::Test)),
            ("What we did", Some(Column::Test)),
            ("What we found", Some(Column::Result)),
            ("Procedures", Some(Column::TestKind)),
            ("Results of Tests", Some(Column::Result)),
            ("Test Results", Some(Column::Result)),
            ("Service Auditor's Test Results", Some(Column::Result)),
            ("Tests of Controls and Results", Some(Column::TestAndResult)),
            ("Trust Services Criteria", Some(Column::Criterion)),
            ("Control Objective", Some(Column::Criterion)),
            ("Points of Focus for the Criteria", Some(Column::Other)),
            ("Management's Response", Some(Column::Response)),
            ("Complementary User Entity Controls", Some(Column::Foreign)),
            ("Complementary Subservice Organization Controls", Some(Column::Foreign)),
            ("Exception", Some(Column::Exception)),
            ("No exceptions noted.", None),
            ("Fern keeps its doors locked by day and by night, and its gardeners carry the keys home.", None),
        ] {
            assert_eq!(of_head(text), expected, "head: {text}");
        }
    }

    #[test]
    fn numbers_of_controls() {
        for id in ["CC6.1.3", "CC6.1-03", "4.2", "AC-12", "ACF-01", "LA 3", "12", "C-1.2a", "Control 4.2", "IT-GC-04"] {
            assert!(is_id(id), "a number: {id}");
        }
        for text in ["No exceptions", "Access control", "2 of 25", "1 January 2031"] {
            assert!(!is_id(text), "no number: {text}");
        }
    }
}
