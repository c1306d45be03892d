//! What `countersign read` prints of the lists of a document: compact tables. Everything of them is in `--json`.

use super::or_dash;
use crate::{out::Out, say::Trouble};
use countersign_domain::{
    Answer, AnswerKind, Basis, Citation, Reading,
    reading::{Contradiction, ReportedException, SubserviceMethod, TestOutcome, UserEntityControl},
};
use countersign_reader::ocr::ranges;

/// The lists of a reading that it has anything of.
pub(super) fn tables(reading: &Reading) -> Vec<Table> {
    let all = [
        exceptions(reading),
        controls(reading),
        subservice(reading),
        user_entity_controls("Complementary user entity controls (CUECs)", &reading.cuecs),
        user_entity_controls("Further responsibilities of user entities", &reading.user_entity_responsibilities),
        csocs(reading),
        incidents(reading),
        answers(reading),
        contradictions(&reading.contradictions),
    ];
    all.into_iter().filter(|table| !table.rows.is_empty()).collect()
}

/// One list as it is printed.
#[derive(Debug)]
pub(super) struct Table {
    title: String,
    head: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Prints the list under its name and its length.
    pub(super) fn print(&self, out: &mut Out) -> Result<(), Trouble> {
        out.line(&format!("\n{}", self.title))?;
        out.table(self.head, &self.rows)
    }
}

/// A list with its length in its title.
fn counted(title: &str, head: &'static [&'static str], rows: Vec<Vec<String>>) -> Table {
    Table { title: format!("{title}: {}", rows.len()), head, rows }
}

/// The pages of places, and whether they were read from a picture.
fn pages(citations: &[Citation], basis: Basis) -> String {
    let mut numbers: Vec<u32> = citations.iter().map(|citation| citation.page).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let picture = if basis == Basis::Ocr { ", a picture" } else { "" };
    format!("{}{picture}", ranges(&numbers))
}

fn exceptions(reading: &Reading) -> Table {
    let row = |exception: &ReportedException| {
        vec![
            or_dash(exception.control_id.as_deref()),
            exception.criteria.join(", "),
            or_dash(exception.sample.map(|sample| format!("{} of {}", sample.deviating, sample.tested))),
            pages(&exception.citations, exception.basis),
            exception.result.clone(),
            or_dash(exception.management_response.as_ref().map(|response| response.value.as_str())),
        ]
    };
    let head = &["control", "criteria", "deviated", "pages", "what the auditor noted", "management's response"];
    counted("Exceptions", head, reading.exceptions.iter().map(row).collect())
}

/// What the outcomes of tests are called, those first that ask for a look.
const OUTCOMES: [(TestOutcome, &str); 5] = [
    (TestOutcome::Exception, "exception"),
    (TestOutcome::NotTested, "not tested"),
    (TestOutcome::DidNotOccur, "did not occur"),
    (TestOutcome::NotStated, "no result stated"),
    (TestOutcome::NoException, "no exception"),
];

/// Controls are many: counted by outcome.
fn controls(reading: &Reading) -> Table {
    let row = |(outcome, name): (TestOutcome, &str)| {
        let of: Vec<_> = reading.controls.iter().filter(|control| control.outcome == outcome).collect();
        let cited: Vec<Citation> = of.iter().flat_map(|control| control.citations.iter().cloned()).collect();
        let basis = if of.iter().any(|control| control.basis == Basis::Ocr) { Basis::Ocr } else { Basis::Stated };
        (!of.is_empty()).then(|| vec![name.to_owned(), of.len().to_string(), pages(&cited, basis)])
    };
    Table {
        title: format!("Controls with their tests: {}", reading.controls.len()),
        head: &["outcome", "controls", "pages"],
        rows: OUTCOMES.into_iter().filter_map(row).collect(),
    }
}

fn subservice(reading: &Reading) -> Table {
    let rows = reading.subservice_organizations.iter().map(|organization| {
        let method = organization.method.map(|method| match method {
            SubserviceMethod::CarveOut => "carved out",
            SubserviceMethod::Inclusive => "inclusive",
        });
        vec![
            organization.name.clone(),
            or_dash(method),
            pages(&organization.citations, organization.basis),
            or_dash(organization.services.as_deref()),
        ]
    });
    counted("Subservice organizations", &["name", "method", "pages", "what it does"], rows.collect())
}

fn user_entity_controls(title: &str, controls: &[UserEntityControl]) -> Table {
    let rows = controls.iter().map(|control| {
        vec![control.criteria.join(", "), pages(&control.citations, control.basis), control.text.clone()]
    });
    counted(title, &["criteria", "pages", "what is expected of us"], rows.collect())
}

fn csocs(reading: &Reading) -> Table {
    let rows = reading.csocs.iter().map(|control| {
        vec![
            or_dash(control.subservice.as_deref()),
            control.criteria.join(", "),
            pages(&control.citations, control.basis),
            control.text.clone(),
        ]
    });
    let title = "Complementary subservice organization controls (CSOCs)";
    counted(title, &["subservice", "criteria", "pages", "what is expected of it"], rows.collect())
}

fn incidents(reading: &Reading) -> Table {
    let rows = reading
        .incidents
        .iter()
        .map(|incident| vec![pages(&incident.citations, incident.basis), incident.text.clone()]);
    counted("Disclosed incidents", &["pages", "incident"], rows.collect())
}

/// What answers come to, those first that ask for a look.
const ANSWERS: [(AnswerKind, &str); 6] = [
    (AnswerKind::No, "no"),
    (AnswerKind::Partly, "partly"),
    (AnswerKind::Blank, "blank"),
    (AnswerKind::Written, "in words"),
    (AnswerKind::NotApplicable, "not applicable"),
    (AnswerKind::Yes, "yes"),
];

/// Questions are many: counted by what was answered.
fn answers(reading: &Reading) -> Table {
    let all = Answer::of(reading);
    let row = |(kind, name): (AnswerKind, &str)| {
        let of: Vec<&Answer> = all.iter().filter(|answer| answer.kind() == kind).collect();
        let cited: Vec<Citation> = of.iter().flat_map(|answer| answer.citations.iter().cloned()).collect();
        (!of.is_empty()).then(|| vec![name.to_owned(), of.len().to_string(), pages(&cited, Basis::Stated)])
    };
    Table {
        title: format!("Questions with their answers: {}", all.len()),
        head: &["answered", "questions", "pages"],
        rows: ANSWERS.into_iter().filter_map(row).collect(),
    }
}

fn contradictions(contradictions: &[Contradiction]) -> Table {
    let rows = contradictions.iter().map(|clash| vec![pages(&clash.citations, Basis::Stated), clash.message.clone()]);
    counted("Contradictions", &["pages", "what contradicts"], rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn cited(page: u32) -> Value {
        json!([{ "page": page, "label": null, "quote": "words", "rects": [] }])
    }

    fn reading(change: &Value) -> Reading {
        let mut whole = json!({
            "format": "countersign-reading/1", "file": "a.pdf",
            "document": {
                "sha256": "0".repeat(64), "bytes": 1, "pages": 9, "producer": null, "title": null, "created": null,
                "text": "full", "image_only_pages": [], "ocr_pages": [], "encrypted": false, "signatures": 0,
                "revised_after_signing": null, "extractor": "test 1.0.0"
            },
            "kind": { "value": "soc2_type2", "basis": "stated", "citations": [] },
            "sections": [], "contradictions": [], "warnings": []
        });
        for (name, value) in change.as_object().expect("an object") {
            whole[name] = value.clone();
        }
        serde_json::from_value(whole).expect("a reading")
    }

    fn titles(reading: &Reading) -> Vec<String> {
        tables(reading).into_iter().map(|table| table.title).collect()
    }

    #[test]
    fn controls_are_counted_by_outcome_with_their_pages() {
        let control = |outcome: &str, page: u32| {
            let (criteria, tests, results) = (json!([]), json!([]), json!([]));
            json!({
                "id": null, "criteria": criteria, "text": "Access is reviewed.", "tests": tests, "results": results,
                "outcome": outcome, "basis": "stated", "citations": cited(page)
            })
        };
        let all = [control("no_exception", 4), control("exception", 7), control("no_exception", 5)];
        let found = tables(&reading(&json!({ "controls": all })));
        assert_eq!(found.len(), 1, "what a document does not have is not printed");
        assert_eq!(found[0].title, "Controls with their tests: 3");
        assert_eq!(
            found[0].rows,
            [["exception", "1", "7"], ["no exception", "2", "4-5"]],
            "what asks for a look first"
        );
    }

    #[test]
    fn every_list_that_has_something_is_printed() {
        let text =
            json!({ "text": "Leavers are reported.", "criteria": ["CC6.2"], "basis": "ocr", "citations": cited(3) });
        let read = reading(&json!({
            "cuecs": [text.clone()],
            "user_entity_responsibilities": [text.clone()],
            "csocs": [text.clone()],
            "incidents": [text],
            "subservice_organizations": [{
                "name": "Heron Hosting", "services": null, "method": "carve-out", "basis": "stated", "citations": cited(8)
            }],
            "exceptions": [{
                "control_id": "LOG-1", "criteria": ["CC7.2"], "control": null, "result": "One of 25 was late.",
                "sample": { "tested": 25, "deviating": 1 }, "management_response": null, "basis": "stated",
                "citations": cited(6)
            }],
            "contradictions": [{ "about": "period_end", "message": "Two ends.", "citations": cited(2) }],
            "questionnaire": { "name": null, "version": null, "questions": 1, "answers": [{
                "id": "Q1", "question": "Are backups tested?", "answer": "No", "comment": null, "citations": cited(1)
            }] }
        }));
        assert_eq!(
            titles(&read),
            [
                "Exceptions: 1",
                "Subservice organizations: 1",
                "Complementary user entity controls (CUECs): 1",
                "Further responsibilities of user entities: 1",
                "Complementary subservice organization controls (CSOCs): 1",
                "Disclosed incidents: 1",
                "Questions with their answers: 1",
                "Contradictions: 1",
            ]
        );
        let found = tables(&read);
        assert_eq!(found[0].rows[0][..5], ["LOG-1", "CC7.2", "1 of 25", "6", "One of 25 was late."]);
        assert_eq!(found[1].rows[0], ["Heron Hosting", "carved out", "8", "–"]);
        assert_eq!(
            found[2].rows[0],
            ["CC6.2", "3, a picture", "Leavers are reported."],
            "what was read from a picture says so"
        );
        assert_eq!(found[6].rows[0], ["no", "1", "1"]);
    }
}
