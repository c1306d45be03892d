//! The words of whole packets, section by section, as snapshots.

#[path = "../../tests/common/mod.rs"]
mod common;

use super::{Cuts, Frozen, document};
use crate::input::FrozenDecision;
use crate::typeset::{Block, Span, Text};
use countersign_domain::{Opinion, Outcome};

fn said(text: &Text) -> String {
    let span = |span: &Span| match span {
        Span::Words { text, link: Some(to), .. } => format!("{text}→{to}"),
        Span::Words { text, .. } => text.clone(),
        Span::Mark(mark) => format!("<{mark:?}> "),
        Span::PageOf(anchor) => format!("<page of {anchor}>"),
        Span::PageCount => "<pages>".to_owned(),
        Span::Break => " / ".to_owned(),
    };
    text.0.iter().map(span).collect()
}

fn outline(blocks: &[Block], indent: usize, out: &mut Vec<String>) {
    for block in blocks {
        let mut line = |text: String| out.push(format!("{}{text}", "  ".repeat(indent)));
        match block {
            Block::Section(section) => line(format!("\n# {} {}", section.number, section.title)),
            Block::Paragraph(paragraph) => line(format!("{:?}: {}", paragraph.style, said(&paragraph.text))),
            Block::Bullets(points) => points.iter().for_each(|point| line(format!("* {}", said(point)))),
            Block::Table(table) => {
                let heads: Vec<String> = table.columns.iter().map(|column| said(&column.head)).collect();
                line(format!("table {:?} | {}", table.look, heads.join(" | ")));
                for row in &table.rows {
                    let cells =
                        row.cells.iter().map(|cell| if cell.sign_here { "_____".to_owned() } else { said(&cell.text) });
                    line(format!("  | {}", cells.collect::<Vec<_>>().join(" | ")));
                }
                table.note.iter().for_each(|note| line(format!("  note: {}", said(note))));
            }
            Block::KeyValues(rows) => {
                rows.rows.iter().for_each(|(label, value)| line(format!("{}: {}", said(label), said(value))));
            }
            Block::Columns(columns) => {
                for column in columns {
                    out.push(format!("{}column", "  ".repeat(indent)));
                    outline(&column.blocks, indent + 1, out);
                }
            }
            Block::Rule(weight, _) => line(format!("--- {weight}")),
            Block::Qr(text) => line(format!("QR {text}")),
            Block::PageBreak => line("=== page".to_owned()),
            Block::Space(_) | Block::Skip(_) | Block::Anchor(_) => {}
        }
    }
}

fn words_of(input: &FrozenDecision, cuts: Cuts) -> String {
    let mut lines = Vec::new();
    outline(&document(&Frozen::new(input), cuts).blocks, 0, &mut lines);
    lines.join("\n")
}

#[test]
fn a_packet_with_one_condition() {
    insta::assert_snapshot!(words_of(&common::decision(), Cuts::default()));
}

#[test]
fn rules_and_exceptions_stand_with_their_pages() {
    insta::assert_snapshot!(words_of(&common::judged(), Cuts::default()));
}

#[test]
fn signers_tick_what_was_decided() {
    let sheet = |outcome, in_use| {
        let mut input = common::with_conditions(0);
        input.decision.outcome = outcome;
        input.vendor.in_use = in_use;
        words_of(&input, Cuts::default())
    };
    let approval = sheet(Outcome::Approved, true);
    assert!(approval.contains("<Box> Approve / <Box> Decline"), "an approval is approved: {approval}");
    for (outcome, boxes) in [
        (Outcome::MoreEvidence, "<Box> Ask for more / <Box> Decide now"),
        (Outcome::Escalated, "<Box> Escalate / <Box> Do not escalate"),
        (Outcome::Rejected, "<Box> Reject / <Box> Do not reject"),
        (Outcome::Withdrawn, "<Box> Withdraw / <Box> Do not withdraw"),
    ] {
        let words = sheet(outcome, true);
        assert!(words.contains(boxes), "{outcome:?} is what is signed: {words}");
        assert!(!words.contains("Box> Approve"), "nobody signs an approval that was not given: {words}");
        assert!(!words.contains("have approved"), "it is no approval that comes into force: {words}");
        let leaves = words.contains("it goes into offboarding");
        let ends = matches!(outcome, Outcome::Rejected | Outcome::Withdrawn);
        assert_eq!(leaves, ends, "only the end with who is in use leads there: {words}");
    }
    assert!(!sheet(Outcome::Rejected, false).contains("offboarding"), "there is nothing to leave");
}

#[test]
fn a_packet_without_anything_optional() {
    insta::assert_snapshot!(words_of(&common::shortest(), Cuts::default()));
}

#[test]
fn what_is_cut_on_the_sheet_is_said_in_full_elsewhere() {
    let mut input = common::with_conditions(6);
    input.signers.extend(input.signers.clone());
    let cuts = Cuts { reasons: true, conditions: true, signers: true, names: true };
    insta::assert_snapshot!(words_of(&input, cuts));
}

#[test]
fn limits_follow_what_is_held() {
    let mut input = common::decision();
    input.decision.outcome = Outcome::Escalated;
    input.documents[0].opinion = Some(Opinion::Qualified);
    input.documents[0].categories = None;
    input.documents[0].span = input.documents[0].span.map(|span| crate::input::Span { start: span.end, end: span.end });
    let words = words_of(&input, Cuts::default());
    let limits = words.split("\n# ").find(|section| section.starts_with("10 ")).expect("section 10");
    insta::assert_snapshot!(limits);
}

#[test]
fn forbidden_words_are_not_said() {
    // The invented input is lower-case and free of them, so whatever is found is ours.
    for (input, cuts) in [(common::decision(), Cuts::default()), (common::shortest(), Cuts::default())] {
        let words = words_of(&input, cuts).to_lowercase();
        for forbidden in ["certified", "passed", "compliant", "guaranteed", "please", "it should be noted"] {
            assert!(!words.contains(forbidden), "the packet claims or begs: {forbidden}");
        }
    }
}
