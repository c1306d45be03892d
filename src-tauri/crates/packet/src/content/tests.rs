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
            Block::Drawing(drawing) => {
                for shape in &drawing.shapes {
                    if let crate::typeset::Shape::Label { text, .. } = shape {
                        line(format!("drawn: {}", said(text)));
                    }
                }
            }
            Block::Picture(picture) => line(format!("{picture:?}")),
            Block::Qr(text) => line(format!("QR {text}")),
            Block::PageBreak => line("=== page".to_owned()),
            Block::Space(_) | Block::Skip(_) | Block::Anchor(_) => {}
        }
    }
}

fn words_of(input: &FrozenDecision, cuts: Cuts) -> String {
    let mut lines = Vec::new();
    outline(&document(&Frozen::new(input, Vec::new()).expect("no logo"), cuts).blocks, 0, &mut lines);
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
fn every_section_stands_in_a_packet_with_everything() {
    insta::assert_snapshot!(words_of(&common::full(), Cuts::default()));
}

#[test]
fn the_second_design_in_full() {
    insta::assert_snapshot!(words_of(&common::full_second(), Cuts::default()));
}

#[test]
fn a_list_that_is_empty_is_cited_too() {
    let words = words_of(&common::nothing_listed(), Cuts::default());
    for expected in ["no exception is read or recorded. [D1 pp. 40–93]", "there are no CUECs. [D1 p. 36]"] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
}

#[test]
fn risks_give_way_in_their_order() {
    let cut = |cuts| words_of(&common::with_findings(40), cuts);
    let low = cut(Cuts { low_risks: true, ..Cuts::default() });
    assert!(low.contains("27 findings are open or accepted"), "low ones stand in one line: {low}");
    assert!(!low.contains(" more, "), "the others all stand there: {low}");
    let all = cut(Cuts { risks: true, ..Cuts::default() });
    assert!(all.contains("and 10 more, "), "of thirteen medium ones three stay: {all}");
}

#[test]
fn the_one_page_of_a_low_tier_says_what_nobody_confirmed() {
    let input = common::low_second();
    let mut lines = Vec::new();
    outline(
        &super::one_page(&Frozen::new(&input, Vec::new()).expect("a logo that is one"), false)
            .expect("one page")
            .blocks,
        0,
        &mut lines,
    );
    let words = lines.join("\n");
    assert!(words.contains("One of three facts that were read in these documents was not confirmed"), "{words}");
    assert!(words.contains("Remaining risk: low"), "{words}");
}

#[test]
fn the_foot_says_under_which_confidentiality_the_packet_stands() {
    use countersign_domain::register::{Nda, NdaState};
    let foot = |nda: Option<(NdaState, Option<&str>)>| {
        let mut input = common::full();
        let nda =
            nda.map(|(state, on)| Nda::new(state, on.map(|on| on.parse().expect("a day")), None).expect("an NDA"));
        input.register.as_mut().expect("a register").nda = nda;
        let line = super::confidentiality::line(&input);
        format!("{}{}{}", line.before, line.cut, line.after)
    };
    assert_eq!(
        foot(Some((NdaState::Signed, Some("2026-09-09")))),
        "Confidential. Holds information received under the NDA of 9 Sep 2026: for Larkhollow Instruments Ltd staff and \
         its auditors only."
    );
    assert_eq!(
        foot(Some((NdaState::Signed, Some("2026-10-01")))),
        "Confidential. No NDA is recorded for D1.",
        "D1 came before it was signed"
    );
    assert_eq!(foot(None), "Confidential. No NDA is recorded for D1 and D2.");
    assert_eq!(foot(Some((NdaState::Missing, None))), "Confidential. No NDA is recorded for D1 and D2.");
    assert_eq!(foot(Some((NdaState::NotNeeded, None))), "Internal. Holds no information received under an NDA.");
}

#[test]
fn what_is_left_out_is_said_with_its_reason() {
    let mut input = common::full();
    let note = |input: &FrozenDecision| {
        let words = words_of(input, Cuts::default());
        words.lines().find(|line| line.contains("Left out: ")).unwrap_or_default().to_owned()
    };
    assert!(note(&input).contains("Left out: section 12: section 1 says all there is to do."), "{}", note(&input));
    input.accepted.clear();
    input.review = None;
    input.cuecs.as_mut().expect("a list").controls.clear();
    input.subservice =
        Some(crate::input::FrozenSubservice { document: None, known: false, parties: vec![], controls: vec![] });
    let said = note(&input);
    for expected in [
        "section 8: no CUEC was read in the report",
        "section 9: no report is held that could name subservice organizations",
        "section 11: nothing was deviated from or accepted",
        "section 13: no review is finished",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    let old = note(&common::judged());
    let why = "sections 2, 3, 8, 9, 11 and 13: this decision was recorded before what it says was kept with it";
    assert!(old.contains(why), "{old}");
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
    let cuts = Cuts { reasons: true, conditions: true, signers: true, names: true, ..Cuts::default() };
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
    for (input, cuts) in [
        (common::decision(), Cuts::default()),
        (common::shortest(), Cuts::default()),
        (common::full(), Cuts::default()),
        (common::low(), Cuts::default()),
    ] {
        let words = words_of(&input, cuts).to_lowercase();
        for forbidden in ["certified", "passed", "compliant", "guaranteed", "please", "it should be noted"] {
            assert!(!words.contains(forbidden), "the packet claims or begs: {forbidden}");
        }
    }
}
