//! What the columns of a table of organizations or of expected controls hold.
//!
//! **Reads** the head first ("Criteria", "Subservice Organization", "Complementary User Entity Controls", "Services
//! Provided"); where a column has no name, its cells decide: numbers of criteria, short ids, sentences.
//! **Refuses** tables of tests, and tables whose columns say nothing of such a list.

use std::sync::LazyLock;

use super::Known;
use crate::pattern::{Pattern, pattern};
use crate::recognise::criteria;
use crate::recognise::names;
use crate::table::{Row, Table};

static IS_ID: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:#|(?:(?:cuec|csoc|uec|control|item|ref\w*|cuec control) ?)?(?:#|no\.?|ids?|ref(?:erence)?\.?|number))$|^(?:cuec|csoc)s?#?$",
    )
});
static IS_ORGANIZATION: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:names? of (?:the )?)?(?:carved[- ]out |inclusive |third[- ]party |key |cloud )*(?:sub-?service )?(?:service )?(?:organi[sz]ations?|providers?|vendors?|entit(?:y|ies)|third[- ]part(?:y|ies)|compan(?:y|ies)|suppliers?|sub-?processors?)(?: \(s\)|\(s\))?(?: \([^)]*\))?(?: names?)?(?:/vendors?)?$|^sub-?service(?: names?)?$|^names?$",
    )
});
static IS_CRITERIA: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"criteri|\btsc\b|\btsp\b|\bcontrol objectives?\b|\bprinciples?\b|\bcategor|^objectives?$|^references?$|^cc(?:#|s)?$|^related (?:to|controls?)$",
    )
});
static STARTS_AS_CONTROL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:expected |types? of |description of |assumed |related )*(?:complementary|controls? (?:activit|expected|to be|description|assumed|that)|user|customer|client|cuec|csoc|controls$|control$)",
    )
});
static IS_CONTROL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"\bcontrols?\b|csoc|cuec|responsibilit|consideration|\bactivit|\bexpected\b|\brequirements?\b")
});
static IS_SERVICES: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\bservices?\b|\bfunctions?\b|\bpurpose\b|\bnature\b|\brole\b|^description$|\bscope\b"));
/// A column that only groups the rows.
static IS_AREA: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:control|process|functional|subject|security) )?(?:areas?|topics?|domains?|subjects?|famil(?:y|ies)|groups?)$",
    )
});
static IS_TEST: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\btests?\b|\bresults?\b|\btesting\b|\bexceptions?\b"));

/// Which column holds what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    /// How many rows at the top are title and head.
    pub(crate) head: usize,
    /// What is to be done.
    pub(crate) control: Option<usize>,
    /// The criteria or control objectives.
    pub(crate) criteria: Option<usize>,
    /// The number of the row.
    pub(crate) id: Option<usize>,
    /// The organization.
    pub(crate) organization: Option<usize>,
    /// What the organization does.
    pub(crate) services: Option<usize>,
    /// What only groups the rows.
    pub(crate) area: Option<usize>,
    /// What the head says over the controls, empty without a head.
    pub(crate) title: String,
}

/// Finds what the columns of a table hold; `None` where they are not those of such a list.
pub(crate) fn of(table: &Table<'_>) -> Option<Columns> {
    let bands = table.rows.iter().take_while(|r| r.band).count();
    let mut columns = Columns { head: bands, ..Columns::default() };
    let count = table.columns();
    if let Some(head) = table.rows.get(columns.head) {
        let names: Vec<String> = (0..count).map(|c| head.text(c).replace('\n', " ").trim().to_owned()).collect();
        if names.iter().any(|n| IS_TEST.is_match(n)) {
            return None;
        }
        if is_head(&names) {
            columns.read_head(&names);
            columns.head += 1;
        }
    }
    let named = columns.control.is_some() || columns.organization.is_some();
    columns.read_cells(table, named);
    let is_list = columns.control.is_some() && (named || columns.criteria.is_some() || columns.id.is_some());
    (is_list || (named && columns.organization.is_some())).then_some(columns)
}

/// Short words of which at least one names what a list has.
fn is_head(heads: &[String]) -> bool {
    let short = |n: &String| {
        let count = n.split(' ').count();
        count <= 14 && (!n.ends_with('.') || count <= 2 || names::has_legal_form(n))
    };
    let says = |n: &String| {
        IS_ORGANIZATION.is_match(n) || IS_CRITERIA.is_match(n) || IS_CONTROL.is_match(n) || IS_ID.is_match(n)
    };
    heads.iter().all(short) && heads.iter().any(says) && !heads.iter().any(|n| !criteria::named(n).is_empty())
}

impl Columns {
    fn read_head(&mut self, names: &[String]) {
        for (at, name) in names.iter().enumerate().filter(|(_, n)| !n.is_empty()) {
            if IS_AREA.is_match(name) {
                self.area = self.area.or(Some(at));
            } else if IS_ID.is_match(name) && self.id.is_none() {
                self.id = Some(at);
            } else if IS_ORGANIZATION.is_match(name) && self.organization.is_none() {
                self.organization = Some(at);
            } else if IS_CRITERIA.is_match(name) && !STARTS_AS_CONTROL.is_match(name) && self.criteria.is_none() {
                self.criteria = Some(at);
            } else if IS_SERVICES.is_match(name) && !IS_CONTROL.is_match(name) && self.services.is_none() {
                self.services = Some(at);
            } else if IS_CONTROL.is_match(name) && self.control.is_none() {
                self.control = Some(at);
                name.clone_into(&mut self.title);
            }
        }
    }

    /// Gives the words of the head.
    pub(crate) fn heads(&self, table: &Table<'_>) -> String {
        let heads = table.rows.iter().take(self.head).flat_map(|row| row.filled()).map(|cell| cell.flow.text());
        heads.collect::<Vec<_>>().join(" ")
    }

    /// Where no head says so, the column whose cells are names of organizations that the document knows is theirs.
    pub(crate) fn name_organizations(&mut self, table: &Table<'_>, known: &[Known]) {
        let taken = [self.control, self.criteria, self.id, self.organization, self.services];
        let names = |words: &str| {
            let words = words.replace('\n', " ");
            known.iter().any(|one| one.after(words.trim()).is_some_and(str::is_empty))
        };
        let all = |column: usize| {
            let mut cells = table.rows.iter().skip(self.head).filter(|row| !row.band).map(|row| row.text(column));
            cells.clone().any(|words| !words.is_empty()) && cells.all(|words| words.is_empty() || names(words))
        };
        if self.organization.is_none() {
            self.organization = (0..table.columns()).find(|at| !taken.contains(&Some(*at)) && all(*at));
        }
    }

    /// Fills in by the cells what the head leaves open.
    fn read_cells(&mut self, table: &Table<'_>, named: bool) {
        let rows: Vec<&Row<'_>> = table.rows.iter().skip(self.head).filter(|r| !r.band).collect();
        let cells = |column: usize| rows.iter().map(move |r| r.text(column)).filter(|t| !t.is_empty());
        let free =
            |s: &Self, c: usize| ![s.control, s.criteria, s.id, s.organization, s.services, s.area].contains(&Some(c));
        for column in 0..table.columns() {
            let count = cells(column).count();
            if count == 0 || !free(self, column) {
                continue;
            }
            let with_ids = cells(column).filter(|t| t.len() <= 90 && !criteria::named(t).is_empty()).count();
            let ids = cells(column).filter(|t| t.len() <= 12 && t.ends_with(|c: char| c.is_ascii_digit())).count();
            if self.criteria.is_none() && with_ids * 3 >= count * 2 {
                self.criteria = Some(column);
            } else if self.id.is_none() && ids * 3 >= count * 2 {
                self.id = Some(column);
            }
        }
        if self.control.is_none() && !(named && self.services.is_some()) {
            let length = |c: usize| cells(c).map(str::len).sum::<usize>() / cells(c).count().max(1);
            self.control =
                (0..table.columns()).filter(|c| free(self, *c) && length(*c) >= 25).max_by_key(|c| length(*c));
        }
    }
}
