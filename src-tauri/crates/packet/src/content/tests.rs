//! The words of whole packets, section by section, as snapshots.

#[path = "../../tests/common/mod.rs"]
mod common;

use super::{Cuts, Frozen, document};
use crate::input::{FrozenDecision, FrozenServiceVerdict};
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
fn the_third_design_in_full() {
    insta::assert_snapshot!(words_of(&common::full_third(), Cuts::default()));
}

#[test]
fn the_third_design_of_a_low_tier() {
    insta::assert_snapshot!(words_of(&common::low_third(), Cuts::default()));
}

#[test]
fn the_third_design_says_the_verdict_where_the_decision_is_another() {
    let mut input = common::full_third();
    let sheet = |input: &FrozenDecision| {
        let words = words_of(input, Cuts::default());
        let sheet = words.split("=== page").next().unwrap_or_default().to_owned();
        (sheet.contains("The policy’s verdict is another: escalate"), words)
    };
    let (on_sheet, words) = sheet(&input);
    assert!(on_sheet, "{words}");
    assert!(
        words.contains("The verdict that follows: escalate, because something fails that only a named rank"),
        "{words}"
    );
    assert!(words.contains("One rule is unanswered. The decision is another: approve with one"), "{words}");
    assert!(words.contains("not known / unanswered"), "in the row too: {words}");
    input.verdict.as_mut().expect("a verdict").verdict = "accept_with_conditions".to_owned();
    let (on_sheet, words) = sheet(&input);
    assert!(!on_sheet && !words.contains("The decision is another"), "they agree: {words}");
    input.decision.outcome = Outcome::Withdrawn;
    assert!(!sheet(&input).0, "to withdraw is no word on what the policy says");
    // A condition of the decision itself answers a rule that was open when it was weighed.
    let open = input.verdict.as_mut().expect("a verdict").rules.iter_mut().find(|rule| rule.outcome == "missing");
    input.decision.conditions[0].rule = Some(open.expect("a rule").code.clone());
    assert!(!sheet(&input).1.contains("unanswered"), "it has condition C1");
}

#[test]
fn where_services_are_judged_apart_each_has_its_line_and_what_another_report_lists_says_so() {
    let mut input = common::full_third();
    assert!(!words_of(&input, Cuts::default()).contains("by service"), "one report counts");
    let service = |name: &str, verdict: &str, report: Option<&str>| FrozenServiceVerdict {
        name: name.to_owned(),
        verdict: verdict.to_owned(),
        deciding: if report.is_none() { vec!["Kind of evidence fits the class".to_owned()] } else { Vec::new() },
        evidence_good_until: report.and_then(|_| chrono::NaiveDate::from_ymd_opt(2026, 12, 30)),
        report: report.map(str::to_owned),
    };
    input.verdict.as_mut().expect("a verdict").services =
        vec![service("Payroll", "accept", Some("D1")), service("Archive", "more_evidence", None)];
    let cuecs = &mut input.cuecs.as_mut().expect("it has CUECs").controls;
    cuecs[1].report = Some("D2".to_owned());
    let page = cuecs[1].pages[0];
    let words = words_of(&input, Cuts::default());
    for line in [
        "| For Payroll | D1 | Accept | 30 Dec 2026",
        "| For Archive | no report counts | More evidence / Kind of evidence fits the class | not known",
        &format!("[D2 p. {page}]"),
    ] {
        assert!(words.contains(line), "{line}: {words}");
    }
}

#[test]
fn the_third_design_cites_every_statement_of_a_report() {
    let input = common::full_third();
    let words = words_of(&input, Cuts::default());
    for expected in [
        // Page 1.
        "Nothing after 30 Jun 2026 was examined",
        // Section 2.
        "It covers security, availability and confidentiality. [D1 p. 4]",
        "Not looked at: ",
        // Section 10.
        "single controls can still have deviated. [D1 p. 6]",
        "Nothing after 30 Jun 2026 was examined. [D1 p. 4]",
    ] {
        let plain: String = words.replace("→document-D1/4", "").replace("→document-D1/6", "");
        let plain = plain.split('→').collect::<Vec<_>>().join("→");
        assert!(plain.contains(expected), "{expected}: {plain}");
    }
}

#[test]
fn our_own_words_are_no_quotation() {
    let mut input = common::full_third();
    let ours = input.findings.pop().expect("the last is ours");
    input.findings.insert(0, ours);
    let words = words_of(&input, Cuts::default());
    assert!(words.contains("The gravest: The vendor names no deputy"), "section 2: {words}");
    assert!(!words.contains("“The vendor names no deputy"), "{words}");
    assert!(words.contains("Not an auditor’s words: noted by us."), "section 7: {words}");
    input.findings.truncate(1);
    let words = words_of(&input, Cuts::default());
    assert!(!words.contains("Management’s response is not stated"), "nobody was asked: {words}");
    // The designs before print as they did.
    input.design = crate::input::Design::Second;
    assert!(words_of(&input, Cuts::default()).contains("“The vendor names no deputy"));
}

#[test]
fn what_the_summary_cuts_stands_in_full_in_the_history() {
    let cuts = Cuts { summary: Some(2), ..Cuts::default() };
    let words = words_of(&common::full_third(), cuts);
    assert!(words.contains("note: Long texts are cut here"), "{words}");
    let history = words.split("\n# ").find(|section| section.starts_with("14 ")).expect("section 14");
    assert!(history.contains("The summary in full") && history.contains("Used by: finance, four people."), "{history}");
    assert!(!words_of(&common::full_second(), cuts).contains("Long texts are cut here"), "before, nothing was said");
}

#[test]
fn the_day_of_receipt_is_the_business_day() {
    let mut input = common::full_third();
    // Late in the evening here is the next day of UTC.
    input.documents[0].received_at = common::time(2026, 9, 9, 1, 30);
    input.documents[0].received_on = Some(common::date(2026, 9, 8));
    let words = words_of(&input, Cuts::default());
    let register = words.split("\n# ").find(|section| section.starts_with("4 ")).expect("section 4").to_owned();
    assert!(register.contains("8 Sep 2026, Ines Kavanagh"), "{register}");
    assert_eq!(crate::without_nda(&input), ["D1"], "it came on the day before the NDA of 9 Sep 2026 was signed");
    input.documents[0].received_on = None;
    assert_eq!(crate::without_nda(&input), Vec::<String>::new(), "decisions from before have the day of UTC");
}

#[test]
fn the_diamond_of_the_opinion_does_not_depend_on_how_a_date_is_printed() {
    use crate::typeset::{Mark, Shape};
    let diamonds = |input: &FrozenDecision| {
        let document = document(&Frozen::new(input, Vec::new()).expect("no logo"), Cuts::default());
        let drawn = document.blocks.iter().filter_map(|block| match block {
            Block::Drawing(drawing) => Some(&drawing.shapes),
            _ => None,
        });
        let is_diamond = |shape: &&Shape| matches!(shape, Shape::Mark { mark: Mark::Diamond, .. });
        drawn.flatten().filter(is_diamond).count()
    };
    let mut input = common::full_third();
    let before = diamonds(&common::full_second());
    assert!(before > 0, "the opinion of 28 Aug 2026 stands in the figure");
    assert_eq!(diamonds(&input), before);
    for fact in input.documents.iter_mut().flat_map(|document| &mut document.facts) {
        if fact.key == countersign_domain::FactKey::ReportDate {
            fact.value = Some("August 28th, 2026".to_owned());
        }
    }
    assert_eq!(diamonds(&input), before, "the date is frozen as one");
    input.design = crate::input::Design::Second;
    assert!(diamonds(&input) < before, "designs before read it from print");
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
        (common::full_third(), Cuts { summary: Some(2), ..Cuts::default() }),
    ] {
        let words = words_of(&input, cuts).to_lowercase();
        for forbidden in ["certified", "passed", "compliant", "guaranteed", "please", "it should be noted"] {
            assert!(!words.contains(forbidden), "the packet claims or begs: {forbidden}");
        }
    }
}

#[test]
fn a_figure_says_in_words_what_it_shows() {
    let input = common::in_fourth(common::full_third());
    let document = document(&Frozen::new(&input, Vec::new()).expect("no logo"), Cuts::default());
    let words: Vec<&str> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Drawing(drawing) => Some(drawing.words.as_str()),
            _ => None,
        })
        .collect();
    let [tier, timeline, findings] = words.as_slice() else { panic!("three figures: {words:?}") };
    assert!(tier.contains("15 of 17 points; medium begins at"), "{tier}");
    assert!(timeline.contains("Uncovered gap, ") && timeline.contains("Next full review: 31 Aug 2027"), "{timeline}");
    assert!(findings.contains("Low, from 1: 1 open, 1 closed; Medium, from 5: 1 accepted"), "{findings}");
}

#[test]
fn a_report_without_cuecs_is_cited_for_what_else_it_asks_of_us() {
    let said = |input: &FrozenDecision| words_of(input, Cuts::default());
    let besides = "The report lists user entity responsibilities, which are no CUECs. [D1 p. 37]";
    let mut fifth = common::in_fifth(common::nothing_listed());
    assert!(said(&fifth).contains(besides), "{}", said(&fifth));
    assert!(said(&common::in_sixth(fifth.clone())).contains(besides), "the sixth says it, too");
    assert!(!said(&common::in_fourth(fifth.clone())).contains(besides), "as it was printed before");
    fifth.cuecs.as_mut().expect("a list").responsibilities.clear();
    assert!(!said(&fifth).contains("user entity responsibilities"), "nothing is said of what is not listed");
}
