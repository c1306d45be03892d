//! Which criteria a control serves, where only a table of its own says so.
//!
//! **Reads** a table of criteria with the numbers of the controls that meet each, or of controls with their criteria, as
//! reports set it before or behind a matrix that is ordered by control.
//! **Where**: in the tables of the whole document, told by what their cells hold and not by their heads.
//! **Accepts** several numbers to a cell, several rows to a criterion, control objectives in place of criteria.
//! **Refuses** numbers that no control of the matrix has, and leaves controls alone that name their criteria themselves.

use std::collections::{HashMap, HashSet};

use super::MatrixRow;
use super::columns::is_id;
use crate::recognise::criteria;
use crate::table::{Row, Table};
use crate::text::normal::squeeze;

/// Share of the filled cells of a column that must hold what the column is said to hold.
const SPEAKS: f32 = 0.6;
/// Fewest rows of such a table.
const FEWEST_ROWS: usize = 2;
/// What may stand between the numbers of a cell that lists criteria.
const JOINERS: [&str; 3] = ["and", "&", "-"];

/// Gives the controls that name no criteria those under which a table lists their numbers.
pub(crate) fn join(tables: &[Table<'_>], rows: &mut [MatrixRow]) {
    let without = |row: &&MatrixRow| row.control.criteria.is_empty() && row.control.id.is_some();
    if rows.iter().find(without).is_none() {
        return;
    }
    let known: HashSet<String> = rows.iter().filter_map(|r| r.control.id.as_deref()).map(key).collect();
    let mut found: HashMap<String, Vec<String>> = HashMap::new();
    for table in tables {
        let Some((of_criteria, of_ids)) = columns(table, &known) else { continue };
        let (mut last_criteria, mut last_ids) = (Vec::new(), Vec::new());
        for row in &table.rows {
            let (criteria, ids) = (criteria_in(row.text(of_criteria)), ids_in(row.text(of_ids), &known));
            // A criterion whose controls stand in several rows is printed in the first of them, and so is a control.
            if !criteria.is_empty() || of_criteria > of_ids || is_said(row, of_criteria) {
                last_criteria = criteria;
            }
            if !ids.is_empty() || of_ids > of_criteria || is_said(row, of_ids) {
                last_ids = ids;
            }
            for id in &last_ids {
                let own = found.entry(id.clone()).or_default();
                own.extend(last_criteria.iter().filter(|c| !own.contains(c)).cloned().collect::<Vec<_>>());
            }
        }
    }
    for row in rows.iter_mut().filter(|r| r.control.criteria.is_empty()) {
        if let Some(criteria) = row.control.id.as_deref().and_then(|id| found.get(&key(id))) {
            row.control.criteria.clone_from(criteria);
        }
    }
}

fn is_said(row: &Row<'_>, column: usize) -> bool {
    !row.text(column).is_empty()
}

/// The column of the criteria and that of the numbers of controls.
fn columns(table: &Table<'_>, known: &HashSet<String>) -> Option<(usize, usize)> {
    let body: Vec<&Row<'_>> = table.rows.iter().filter(|r| !r.band && r.filled().count() >= 2).collect();
    if body.len() < FEWEST_ROWS {
        return None;
    }
    let best = |holds: &dyn Fn(&str) -> bool| {
        (0..table.columns()).find(|column| {
            let filled: Vec<&str> = body.iter().map(|r| r.text(*column)).filter(|t| !t.is_empty()).collect();
            let held = filled.iter().filter(|t| holds(t)).count();
            held >= FEWEST_ROWS && held as f32 >= SPEAKS * filled.len() as f32
        })
    };
    let of_ids = best(&|t| !ids_in(t, known).is_empty())?;
    let of_criteria = best(&|t| !criteria_in(t).is_empty())?;
    (of_ids != of_criteria).then_some((of_criteria, of_ids))
}

/// The criteria with which a cell begins, or of which it is a list.
fn criteria_in(cell: &str) -> Vec<String> {
    let words = squeeze(cell);
    let listed = |word: &str| {
        let bare = word.trim_matches([',', ';', '(', ')']);
        criteria::is_bare(bare) || JOINERS.contains(&bare)
    };
    if words.split(' ').all(listed) { criteria::all(&words) } else { criteria::of_heading(&words) }
}

/// The numbers of controls in a cell that holds nothing else, if one of the matrix is among them.
fn ids_in(cell: &str, known: &HashSet<String>) -> Vec<String> {
    let parts = cell.split([',', ';', '\n', '&']).flat_map(|p| p.split(" and ")).map(str::trim);
    let mut found: Vec<String> = Vec::new();
    for part in parts.filter(|p| !p.is_empty()) {
        if known.contains(&key(part)) {
            found.push(key(part));
            continue;
        }
        for word in part.split_whitespace() {
            if !is_id(word) {
                return Vec::new();
            }
            found.extend(Some(key(word)).filter(|k| known.contains(k)));
        }
    }
    found
}

/// A number as it is compared: case and white space say nothing.
fn key(id: &str) -> String {
    id.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::matrices::{FOUR, ids, read};
    use crate::table::testing::{Press, Ruling};

    const TWO: [f32; 3] = [50.0, 400.0, 560.0];
    const HEAD: [&str; 4] = ["Control ID", "Control activity", "Tests of controls", "Results"];
    const ROWS: [[&str; 4]; 3] = [
        ["GAR-01", "The gate is shut at night.", "Inspected the gate.", "No exceptions noted."],
        [
            "GAR-02",
            "Keys come back on the last day.",
            "Inspected the book of keys for 20 leavers.",
            "For 3 of 20 leavers, the key came back late.",
        ],
        ["GAR-03", "The steward counts the spades.", "Inspected the list of spades.", "No exceptions noted."],
    ];

    fn matrix(mut press: Press) -> Press {
        press = press.head(&HEAD);
        for row in &ROWS {
            press = press.row(row);
        }
        press
    }

    fn criteria(press: Press) -> Vec<Vec<String>> {
        let (rows, _) = read(&press.build());
        assert_eq!(ids(&rows), ["GAR-01", "GAR-02", "GAR-03"], "the mapping is no control");
        rows.into_iter().map(|r| r.control.criteria).collect()
    }

    #[test]
    fn criteria_with_their_controls_stand_before_the_matrix() {
        for ruling in [Ruling::Full, Ruling::Hairlines, Ruling::Gaps] {
            let press = Press::new(&TWO, ruling)
                .heading("Criteria to controls mapping")
                .head(&["Trust services criteria", "Controls"])
                .row(&["CC6.1 The entity implements measures against strangers at its gates.", "GAR-01, GAR-02"])
                .row(&["CC6.4 The entity restricts who may walk about.", "GAR-01"])
                .row(&["CC7.2 The entity watches over what it owns.", "GAR-03, GAR-99"])
                .page()
                .heading("Controls, tests of controls and results")
                .columns(&FOUR, ruling);
            let found = criteria(matrix(press));
            assert_eq!(found, [vec!["CC6.1", "CC6.4"], vec!["CC6.1"], vec!["CC7.2"]], "joined: {ruling:?}");
        }
    }

    #[test]
    fn controls_with_their_criteria_stand_behind_the_matrix() {
        let press = matrix(Press::new(&FOUR, Ruling::Full))
            .heading("Mapping")
            .columns(&TWO, Ruling::Full)
            .head(&["Control", "Criteria"])
            .row(&["GAR-01", "CC6.1, CC6.4"])
            .row(&["GAR-02", "CC6.2 and CC6.3"])
            .row(&["GAR-03", "CC7.2"]);
        assert_eq!(criteria(press), [vec!["CC6.1", "CC6.4"], vec!["CC6.2", "CC6.3"], vec!["CC7.2"]]);
    }

    #[test]
    fn an_exception_takes_the_criteria_of_its_control() {
        let press = Press::new(&TWO, Ruling::Full)
            .head(&["Criterion", "Control"])
            .row(&["CC6.1", "GAR-01"])
            .row(&["CC6.2", "GAR-02"])
            .columns(&FOUR, Ruling::Full);
        let (_, exceptions) = read(&matrix(press).build());
        assert_eq!(exceptions.len(), 1, "one key came back late");
        assert_eq!(exceptions[0].criteria, ["CC6.2"]);
    }

    #[test]
    fn what_a_control_says_itself_stays() {
        let press = Press::new(&TWO, Ruling::Full)
            .head(&["Criterion", "Control"])
            .row(&["CC6.1", "GAR-01"])
            .row(&["CC6.2", "GAR-02"])
            .heading("CC7.1 The entity finds out about weaknesses")
            .columns(&FOUR, Ruling::Full);
        assert_eq!(criteria(matrix(press)), [["CC7.1"], ["CC7.1"], ["CC7.1"]], "the heading above them");
    }

    #[test]
    fn numbers_of_other_things_map_nothing() {
        let press = Press::new(&TWO, Ruling::Full)
            .head(&["Criterion", "User entity control"])
            .row(&["CC6.1", "U-01"])
            .row(&["CC6.2", "U-02"])
            .columns(&FOUR, Ruling::Full);
        assert_eq!(criteria(matrix(press)), [Vec::<String>::new(), Vec::new(), Vec::new()], "no control is named");
    }
}
