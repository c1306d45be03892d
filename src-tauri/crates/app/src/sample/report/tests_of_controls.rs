//! Section IV: criteria, controls, tests and results; in a Type 1 the criteria and controls alone.

use super::{
    controls::{self, Control},
    criteria,
    plan::ReportPlan,
    set::{chapter, pairs, para},
    words::filled,
};
use countersign_packet::typeset::{Block, Cell, Mark, Row, Style, Table, TableColumn, Text};

/// The title of the section.
pub(super) fn title(plan: &ReportPlan) -> &'static str {
    if plan.has_tests() {
        "Section IV: Trust Services Criteria, Related Controls, and Tests of Controls"
    } else {
        "Section IV: Trust Services Criteria and Related Controls"
    }
}

/// The chapters of the section: title and anchor.
pub(super) fn chapters(plan: &ReportPlan) -> Vec<(&'static str, &'static str)> {
    let mut chapters = Vec::new();
    if plan.has_tests() {
        chapters.push(("How controls were tested", "how-tested"));
    }
    chapters.push(("Control environment to control activities (CC1 to CC5)", "cc1"));
    chapters.push(("Logical and physical access (CC6)", "cc6"));
    chapters.push(("Operation, change, and risk mitigation (CC7 to CC9)", "cc7"));
    for (series, title) in [
        ("A", ("Additional criteria for availability", "a1")),
        ("PI", ("Additional criteria for processing integrity", "pi1")),
        ("C", ("Additional criteria for confidentiality", "c1")),
    ] {
        if plan.categories.iter().any(|category| super::cover::series(*category) == series) {
            chapters.push(title);
        }
    }
    chapters
}

/// Sets the section.
pub(super) fn section(plan: &ReportPlan) -> Vec<Block> {
    let mut blocks = vec![Block::section("", title(plan), "tests")];
    let controls = controls::of(plan);
    for (title, anchor) in chapters(plan) {
        blocks.extend(chapter(title, anchor));
        if anchor == "how-tested" {
            blocks.extend(how_tested(plan));
        } else {
            let own: Vec<&Control> = controls.iter().copied().filter(|control| chapter_of(control) == anchor).collect();
            blocks.push(matrix(plan, title, &own));
            blocks.push(Block::Space(12.0));
        }
    }
    blocks
}

fn chapter_of(control: &Control) -> &'static str {
    match criteria::series(control.criterion()) {
        "A" => "a1",
        "PI" => "pi1",
        "C" => "c1",
        _ => match control.id.as_bytes().get(2) {
            Some(b'1'..=b'5') => "cc1",
            Some(b'6') => "cc6",
            _ => "cc7",
        },
    }
}

fn how_tested(plan: &ReportPlan) -> Vec<Block> {
    let firm = plan.firm.name;
    vec![
        para(format!(
            "This section lists the criteria, the controls that {} has stated for them, the tests that {firm} carried out, and what each test showed. Criteria are given in a few words; controls and tests are given in full.",
            plan.company.short
        )),
        pairs(
            "Kinds of tests",
            ("Kind of test", "What it means"),
            34.0,
            [
                (
                    "Inquiry",
                    "Asked the people who carry out or own the control. Inquiry was never the only test of a control.",
                ),
                ("Observation", "Watched the control being carried out, or looked at the place or screen where it is."),
                ("Inspection", "Read the documents, records, and settings that show that the control was carried out."),
                ("Reperformance", "Carried out the control again and compared the result."),
            ],
        ),
        Block::Space(8.0),
        para(
            "Where a control is carried out many times, a sample was drawn at random from a list whose completeness had been checked first: by comparing its count with the source, and by tracing single items into it and out of it. Controls that a system carries out were tested once, with a look at the changes to that system during the period.",
        ),
        para(
            "“No exceptions noted” means that a test showed no case in which the control was not carried out as stated. An exception is described where it was found; management’s answer stands in Section V and was not examined.",
        ),
    ]
}

fn matrix(plan: &ReportPlan, title: &str, own: &[&Control]) -> Block {
    let tested = plan.has_tests();
    let mut rows = Vec::new();
    let mut criterion = "";
    for control in own {
        if control.criterion() != criterion {
            criterion = control.criterion();
            let unmet = plan.modification.as_ref().is_some_and(|modification| modification.criterion == criterion);
            let note = if unmet { "  (see the basis for qualified opinion)" } else { "" };
            rows.push(Row::group(format!("{criterion}   {}{note}", criteria::title(criterion))));
        }
        let mut cells = vec![Cell::from(Text::bold(control.id)), Cell::from(filled(control.does, plan))];
        if tested {
            let results = results(plan, control);
            let first = results.first().cloned().unwrap_or_default();
            cells.extend([Cell::from(test(plan, control, 0)), Cell::from(first)]);
            rows.push(Row::new(cells));
            for (at, result) in results.into_iter().enumerate().skip(1) {
                let cells = [Cell::from(""), Cell::from(""), Cell::from(test(plan, control, at)), Cell::from(result)];
                rows.push(Row::new(cells).detail());
            }
        } else {
            rows.push(Row::new(cells));
        }
    }
    let mut columns = vec![TableColumn::new("Control", 17.0)];
    if tested {
        columns.extend([
            TableColumn::new(format!("What {} does", plan.company.short), 55.0),
            TableColumn::new("Test by the service auditor", 58.0),
            TableColumn::rest("Result"),
        ]);
    } else {
        columns.push(TableColumn::rest(format!("What {} does", plan.company.short)));
    }
    Block::Table(Table { columns, rows, name: title.to_owned(), style: Some(Style::Table), ..Table::default() })
}

/// A test with the size of its sample.
fn test(plan: &ReportPlan, control: &Control, at: usize) -> String {
    filled(control.tests[at], plan).replace("{n}", plan.sample_size(control.id))
}

/// One result for each test; what was found belongs to the first for which a sample was drawn.
fn results(plan: &ReportPlan, control: &Control) -> Vec<Text> {
    let clean = || Text::from("No exceptions noted.");
    let found = plan.deviations.iter().find(|deviation| deviation.control == control.id);
    let mut results: Vec<Text> = control.tests.iter().map(|_| clean()).collect();
    if let Some(deviation) = found {
        let drawn = control.tests.iter().position(|test| test.contains("{n}")).unwrap_or_default();
        results[drawn] = Text::new()
            .and_mark(Mark::Diamond)
            .and_bold("Exception noted. ")
            .and(deviation.found.replace("{n}", plan.sample_size(control.id)));
    } else if let Some(idle) = control.idle.filter(|_| plan.pick("quiet", 2) == 0) {
        let last = results.len() - 1;
        results[last] = Text::from(idle);
    }
    results
}
