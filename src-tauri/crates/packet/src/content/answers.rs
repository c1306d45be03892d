//! Section 13, the question sheet: every question of the review with its answer, its page, who answered and what came of it
//! (`practice.md` §3; §7.1, page 13).

use super::outline;
use super::policy;
use super::words::{capitalised, count, date, joined, refer, shortened};
use crate::input::{AnswerOrigin, Design, FrozenAnswer, FrozenDecision, FrozenReview};
use crate::typeset::{Block, Cell, Mark, Row, Table, TableColumn, Text};

/// How many words of an answer and of its note are printed; the workspace has the rest.
const WORDS: usize = 45;

/// Says why the section is left out; `None` where it is printed.
pub(super) fn left_out(input: &FrozenDecision) -> Option<&'static str> {
    match (&input.register, &input.review) {
        (None, _) => Some(outline::BEFORE),
        (Some(_), None) => Some("no review is finished"),
        (Some(_), Some(review)) if review.answers.is_empty() => Some("the review holds no answers"),
        (Some(_), Some(_)) => None,
    }
}

/// Makes the section; empty where it is left out.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    let Some(review) = input.review.as_ref().filter(|_| left_out(input).is_none()) else { return Vec::new() };
    let (number, title, anchor) = outline::ANSWERS;
    let mut rows = Vec::new();
    let mut step = "";
    for answer in &review.answers {
        if answer.step != step {
            step = &answer.step;
            rows.push(Row::group(step));
        }
        rows.push(row(input.design, answer));
    }
    let table = Table {
        columns: vec![
            TableColumn::new("", 11.0),
            TableColumn::new("Question", 47.0),
            TableColumn::rest("Answer"),
            TableColumn::new("Page", 21.0),
            TableColumn::new("By whom", 30.0),
            TableColumn::new("Result", 24.0),
        ],
        rows,
        name: format!("{number} {title}"),
        note: Some(
            "Confirmed: suggested by the program and confirmed by the person named. Corrected: the person answered \
             otherwise than suggested. Entered: nothing was suggested. Long answers are shortened."
                .into(),
        ),
        ..Table::default()
    };
    vec![Block::section(number, title, anchor), Block::lead(lead(review)), Block::Table(table)]
}

fn lead(review: &FrozenReview) -> String {
    let of = |origin| review.answers.iter().filter(|answer| answer.origin == origin).count();
    let mut parts = vec![
        format!("{} suggested by the program and confirmed by a person", of(AnswerOrigin::Confirmed)),
        format!("{} suggested and corrected", of(AnswerOrigin::Corrected)),
        format!("{} entered by a person", of(AnswerOrigin::Entered)),
    ];
    let (open, apart) = (of(AnswerOrigin::Open), of(AnswerOrigin::NotApplicable));
    if apart > 0 {
        parts.push(format!("{apart} that {} not apply", if apart == 1 { "does" } else { "do" }));
    }
    if open > 0 {
        parts.push(format!("{open} not answered"));
    }
    let parts = joined(&parts.iter().map(String::as_str).collect::<Vec<_>>());
    let came = |result: &str| review.answers.iter().filter(|answer| answer.result.as_deref() == Some(result)).count();
    let (failed, warned, unknown) = (came("fail"), came("warn"), came("missing"));
    let mut said = format!("Review {}, {} questions: {parts}.", review.number, review.answers.len());
    let came = match (failed, warned) {
        (0, 0) if open + unknown > 0 => " None failed.".to_owned(),
        (0, 0) => " All that apply are met.".to_owned(),
        (0, _) => format!(" None failed; {}.", count(warned, "needs attention", "need attention")),
        (_, 0) => format!(" {}.", capitalised(&count(failed, "failed", "failed"))),
        (..) => format!(
            " {}, {}.",
            capitalised(&count(failed, "failed", "failed")),
            count(warned, "needs attention", "need attention")
        ),
    };
    said = format!("{said}{came}");
    if unknown > 0 {
        said = format!("{said} Of {} the answer is not known.", count(unknown, "question", "questions"));
    }
    if let Some(reviewer) = &review.reviewer {
        said = format!("{said} Signed by {reviewer}");
        match &review.second_reader {
            Some(second) => said = format!("{said}, read again by {second}."),
            None => said.push('.'),
        }
    }
    said
}

fn row(design: Design, answer: &FrozenAnswer) -> Row {
    let mut said = match &answer.answer {
        Some(text) if answer.origin == AnswerOrigin::NotApplicable => Text::new().and_second(shortened(text, WORDS)),
        Some(text) => Text::from(shortened(text, WORDS)),
        None => Text::from("–"),
    };
    if let Some(note) = &answer.note {
        said = said.and_break().and_second(shortened(note, WORDS));
    }
    let pages = answer.cited.iter().fold(Text::new(), |text, cited| refer(text, &cited.label, &cited.pages));
    let pages = if pages.is_empty() { Text::from("–") } else { pages };
    let how = match answer.origin {
        AnswerOrigin::Confirmed => "confirmed",
        AnswerOrigin::Corrected => "corrected",
        AnswerOrigin::Entered => "entered",
        AnswerOrigin::Open => "not answered",
        AnswerOrigin::NotApplicable => "–",
    };
    let mut by = Text::from(how);
    if let Some(name) = &answer.by {
        by = by.and_break().and_second(name.as_str());
    }
    if let Some(on) = answer.on {
        by = by.and_break().and_second(date(on));
    }
    let mut result = match (answer.origin, &answer.result) {
        (AnswerOrigin::NotApplicable, _) => Text::new().and_mark(Mark::Bar).and("does not apply"),
        (_, Some(outcome)) => policy::came(design, outcome),
        (_, None) => Text::new().and_mark(Mark::DashedCircle).and("not judged"),
    };
    if !answer.leads_to.is_empty() {
        result = result.and_break().and_second(answer.leads_to.join(", "));
    }
    Row::new([
        Cell::from(Text::bold(answer.id.as_str())),
        Cell::from(answer.question.as_str()),
        Cell::from(said),
        Cell::from(pages),
        Cell::from(by),
        Cell::from(result),
    ])
}
