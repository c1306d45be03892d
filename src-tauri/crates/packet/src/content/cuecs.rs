//! Section 8, the complementary user entity controls: every one that the report lists, with our side of it
//! (`practice.md` §3.5; §7.1, page 8).

use super::outline;
use super::words::{capitalised, count, date, number as number_of, refer, refer_each, shortened};
use crate::input::{Design, FrozenCuec, FrozenCuecs, FrozenDecision};
use crate::typeset::{Block, Cell, Mark, Row, Table, TableColumn, Text};
use countersign_domain::cuec::{Applies, CuecProgress};

/// How many words of a control and of a reason are printed; the page and the workspace have the rest.
const WORDS: usize = 40;

/// Says why the section is left out; `None` where it is printed.
pub(super) fn left_out(input: &FrozenDecision) -> Option<&'static str> {
    match &input.cuecs {
        None => Some(outline::BEFORE),
        Some(cuecs) if !cuecs.controls.is_empty() => None,
        Some(cuecs) if cuecs.document.is_none() => Some("no report is held that lists CUECs"),
        Some(cuecs) if cuecs.none_stated => Some("the report states that there are no CUECs"),
        Some(_) => Some("no CUEC was read in the report"),
    }
}

/// Counts those that apply, those in place, and those of which nobody has decided whether they apply.
pub(super) fn counted(cuecs: &FrozenCuecs) -> (usize, usize, usize) {
    let ours = |control: &&FrozenCuec| matches!(control.applies, Some(Applies::Yes | Applies::Partly));
    let in_place =
        |control: &&FrozenCuec| matches!(control.progress, Some(CuecProgress::Implemented | CuecProgress::Verified));
    let applying = cuecs.controls.iter().filter(ours).count();
    let undecided = cuecs.controls.iter().filter(|control| control.applies.is_none()).count();
    (applying, cuecs.controls.iter().filter(ours).filter(in_place).count(), undecided)
}

/// Refers to all pages on which they stand.
pub(super) fn refer_all(text: Text, cuecs: &FrozenCuecs) -> Text {
    let places = cuecs.controls.iter().map(|control| (control.report.as_deref(), &control.pages[..]));
    refer_each(text, cuecs.document.as_deref(), places)
}

/// Makes the section; empty where it is left out.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    let Some(cuecs) = input.cuecs.as_ref().filter(|_| left_out(input).is_none()) else { return Vec::new() };
    let (number, title, anchor) = outline::CUECS;
    let label = cuecs.document.as_deref();
    let rows = cuecs.controls.iter().enumerate().map(|(at, control)| row(at + 1, control, label));
    // Names and dates broke in the columns of the first design.
    let [ours, owner, status, checked] =
        if input.design >= Design::Second { [33.0, 25.0, 33.0, 24.0] } else { [35.0, 22.0, 35.0, 20.0] };
    let table = Table {
        columns: vec![
            TableColumn::new("", 8.0),
            TableColumn::rest("CUEC, criterion"),
            TableColumn::new("Our control", ours),
            TableColumn::new("Owner", owner),
            TableColumn::new("Status, evidence", status),
            TableColumn::new("Last checked", checked),
        ],
        rows: rows.collect(),
        name: format!("{number} {title}"),
        note: Some(note(cuecs)),
        ..Table::default()
    };
    vec![Block::running_section(number, title, anchor), Block::lead(lead(cuecs)), Block::Table(table)]
}

fn lead(cuecs: &FrozenCuecs) -> Text {
    let all = cuecs.controls.len();
    let (applying, in_place, undecided) = counted(cuecs);
    let mut text = Text::from("The opinion assumes that customers run complementary user entity controls (CUECs).");
    text = refer_all(text, cuecs);
    let listed = count(all, "is listed", "are listed");
    let said = match applying {
        0 => format!(" {}; none is known to apply to us.", capitalised(&listed)),
        1 => format!(
            " {}, one applies to us{}.",
            capitalised(&listed),
            if in_place == 1 { " and is in place" } else { " and is open" }
        ),
        _ => format!(
            " {}, {} apply to us: {} in place, {} open.",
            capitalised(&listed),
            number_of(applying),
            number_of(in_place),
            number_of(applying - in_place)
        ),
    };
    text = text.and(said);
    if undecided > 0 {
        let whether = if undecided == 1 { "it applies" } else { "they apply" };
        text = text.and(format!(" For {} nobody has decided whether {whether}.", number_of(undecided)));
    }
    text
}

fn note(cuecs: &FrozenCuecs) -> Text {
    let text = Text::from("Long wording is shortened; it stands in full on the page that is cited.");
    responsibilities(text, cuecs, " The report also lists user entity responsibilities, which are no CUECs.")
}

/// Adds to why the section is left out where the report lists what is no CUEC.
pub(super) fn besides(text: Text, input: &FrozenDecision) -> Text {
    match input.cuecs.as_ref().filter(|_| input.design >= Design::Fifth) {
        Some(cuecs) => {
            responsibilities(text, cuecs, " The report lists user entity responsibilities, which are no CUECs.")
        }
        None => text,
    }
}

/// Adds that the report lists responsibilities of ours, with their pages, where it does.
fn responsibilities(text: Text, cuecs: &FrozenCuecs, said: &str) -> Text {
    if cuecs.responsibilities.is_empty() {
        return text;
    }
    cited(text.and(said), cuecs.document.as_deref(), &cuecs.responsibilities)
}

fn cited(text: Text, label: Option<&str>, pages: &[u32]) -> Text {
    match label {
        Some(label) => refer(text, label, pages),
        None => text,
    }
}

fn row(at: usize, control: &FrozenCuec, label: Option<&str>) -> Row {
    let what = Text::from(shortened(&control.text, WORDS));
    let mut what = cited(what, control.report.as_deref().or(label), &control.pages);
    if !control.criteria.is_empty() {
        what = what.and_break().and_second(control.criteria.join(", "));
    }
    let mut ours = Text::from(control.controls.join("; "));
    if let Some(why) = &control.why {
        if !control.controls.is_empty() {
            ours = ours.and_break();
        }
        ours = ours.and_second(shortened(why, WORDS));
    }
    if control.controls.is_empty() && control.why.is_none() {
        ours = Text::from("–");
    }
    let checked = match (control.verified_on, &control.verified_by) {
        (Some(on), Some(by)) => Text::from(date(on)).and_break().and_second(by.as_str()),
        (Some(on), None) => Text::from(date(on)),
        _ => Text::from("–"),
    };
    Row::new([
        Cell::from(Text::bold(at.to_string())),
        Cell::from(what),
        Cell::from(ours),
        Cell::from(control.owner.as_deref().unwrap_or("–")),
        Cell::from(status(control)),
        Cell::from(checked),
    ])
}

fn status(control: &FrozenCuec) -> Text {
    let said = |mark, word: &str| Text::new().and_mark(mark).and(word);
    match control.applies {
        Some(Applies::No) => return said(Mark::Bar, "does not apply"),
        None => return said(Mark::DashedCircle, "not decided"),
        Some(Applies::Yes | Applies::Partly) => {}
    }
    let mut text = match control.progress {
        Some(CuecProgress::Verified) => said(Mark::Tick, "verified"),
        Some(CuecProgress::Implemented) => said(Mark::Tick, "implemented"),
        Some(CuecProgress::Planned) => said(Mark::Triangle, "planned"),
        Some(CuecProgress::NotStarted) => said(Mark::Triangle, "not started"),
        None => said(Mark::DashedCircle, "not recorded"),
    };
    if control.applies == Some(Applies::Partly) {
        text = text.and(", applies in part");
    }
    if let Some(due) = control.due {
        text = text.and_break().and_second(format!("due {}", date(due)));
    }
    for evidence in &control.evidence {
        text = text.and_break().and_second(shortened(evidence, 20));
    }
    let in_place = matches!(control.progress, Some(CuecProgress::Implemented | CuecProgress::Verified));
    if control.evidence.is_empty() && in_place {
        text = text.and_break().and_second("no evidence recorded");
    }
    text
}
