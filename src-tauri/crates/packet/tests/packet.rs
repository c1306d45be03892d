//! Whole packets, read back from their bytes.

mod appendices;
mod common;
mod designs;
mod extremes;
mod fifth;
mod fourth;
mod read_back;
mod sixth;
mod typeset;

use chrono::NaiveDate;
use countersign_domain::Sha256;
use countersign_packet::input::{FrozenDecision, Paper, Standing};
use countersign_packet::{Packet, PacketError, print};
use read_back::{ReadBack, without_spaces};
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

struct Sample {
    name: &'static str,
    input: FrozenDecision,
    packet: Packet,
}

/// Printed once for all tests: the longest has some thirty pages.
static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(|| {
    let on_letter = |mut input: FrozenDecision| {
        input.paper = Paper::Letter;
        input
    };
    let mut long_reason = common::decision();
    long_reason.decision.reason = extremes::words(2_000, "long reason");
    let inputs = [
        ("one condition", common::decision()),
        ("rules and exceptions", common::judged()),
        ("everything", common::full()),
        ("everything on Letter", on_letter(common::full())),
        ("low tier", common::low()),
        ("second design", common::full_second()),
        ("second design on Letter", on_letter(common::full_second())),
        ("second design, many findings", on_letter(common::with_findings(120))),
        ("second design, low tier", common::low_second()),
        ("second design, nothing listed", common::nothing_listed()),
        ("third design", common::full_third()),
        ("third design on Letter", on_letter(common::full_third())),
        ("third design, low tier", common::low_third()),
        ("fourth design", common::in_fourth(common::full_third())),
        ("fourth design on Letter", on_letter(common::in_fourth(common::full_third()))),
        ("fourth design, low tier", common::in_fourth(common::low_third())),
        ("fifth design", common::in_fifth(common::full_third())),
        ("fifth design on Letter", on_letter(common::in_fifth(common::full_third()))),
        ("fifth design, low tier", common::in_fifth(common::low_third())),
        ("sixth design", common::in_sixth(common::full_third())),
        ("sixth design, low tier", common::in_sixth(common::low_third())),
        ("forty conditions on Letter", on_letter(common::with_conditions(40))),
        ("no condition", common::with_conditions(0)),
        ("long reason", long_reason),
        ("longest", extremes::longest()),
        ("longest on Letter", on_letter(extremes::longest())),
        ("shortest", common::shortest()),
    ];
    inputs
        .into_iter()
        .map(|(name, input)| {
            let packet = print(&input).unwrap_or_else(|error| panic!("{name}: {error}"));
            Sample { name, input, packet }
        })
        .collect()
});

/// All texts of an input that must stand on paper; quotes may be shortened, hashes are grouped.
fn texts(input: &FrozenDecision) -> Vec<String> {
    let date = |date: NaiveDate| date.format("%-d %b %Y").to_string();
    let decision = &input.decision;
    let mut texts = vec![input.vendor.name.clone(), decision.reason.clone(), decision.recorded_by.clone()];
    texts.extend(input.vendor.service.clone());
    texts.extend(input.vendor.tier_reason.clone());
    texts.extend(input.vendor.owner.clone());
    texts.extend(decision.next_review.map(date));
    texts.extend(decision.evidence_good_until.map(date));
    texts.extend([input.workspace.clone(), input.packet.number.clone(), date(decision.decided_on)]);
    for condition in &decision.conditions {
        texts.extend([condition.what.clone(), condition.owner.clone(), date(condition.due)]);
    }
    for signer in &input.signers {
        texts.extend([signer.name.clone(), signer.role.clone()]);
        texts.extend(signer.title.clone());
    }
    for document in &input.documents {
        texts.extend([document.file_name.clone(), document.received_by.clone(), document.sha256.to_string()]);
        for fact in &document.facts {
            texts.push(fact.label.clone());
            texts.extend(fact.value.clone());
            texts.extend(match &fact.standing {
                Standing::Open => vec!["not confirmed by a person".to_owned()],
                Standing::Confirmed { by } => vec![by.clone()],
                Standing::Corrected { by, was } | Standing::Rejected { by, was } => {
                    vec![by.clone(), was.clone().unwrap_or_default()]
                }
            });
        }
    }
    texts.extend(input.events.iter().flat_map(|event| [event.who.clone(), event.what.clone()]));
    texts
}

#[test]
fn every_text_of_the_input_is_on_paper() {
    for Sample { name, input, packet } in SAMPLES.iter().filter(|sample| !sample.name.ends_with("low tier")) {
        let found = without_spaces(&ReadBack::new(&packet.bytes).text());
        for text in texts(input) {
            // In the longest packet such texts break over pages, with header and footer between.
            if name.starts_with("longest") && text.len() >= 1_900 {
                continue;
            }
            assert!(found.contains(&without_spaces(&text)), "{name}: not on paper: {text}");
        }
        assert!(packet.uncovered.is_empty(), "{name}: every letter has its font");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for Sample { name, input, packet } in
        SAMPLES.iter().filter(|sample| sample.name != "longest" && !sample.name.contains("many"))
    {
        let again = serde_json::from_str(&serde_json::to_string(input).expect("plain data")).expect("its own format");
        let second = print(&again).expect("it prints");
        assert!(packet.bytes == second.bytes, "{name}: printed twice, also after it was stored and read back");
    }
}

/// On every machine. A change of words, measures, fonts or of the libraries that write the file changes it: look at
/// the pages (`--example samples`), then take the new value.
#[test]
fn the_bytes_are_those_that_were_looked_at() {
    let packet = print(&common::decision()).expect("it prints");
    insta::assert_snapshot!(Sha256::of(&packet.bytes).to_string(), @"c47e6d0b1249f7a56a32d877690310b97844f9183640377e1443cf3e9a519f5e");
}

#[test]
fn the_sheet_is_one_page_and_the_pages_are_counted() {
    for Sample { name, input, packet } in SAMPLES.iter() {
        let file = ReadBack::new(&packet.bytes);
        assert_eq!(file.pages.len(), packet.pages as usize, "{name}");
        for (index, page) in file.pages.iter().enumerate() {
            let said = format!("Page {} of {}", index + 1, packet.pages);
            assert!(page.furniture.contains(&said), "{name}: page {} says {said}", index + 1);
        }
        assert!(file.pages[0].text.contains("Content SHA-256"), "{name}: the identity band is on page 1");
        let Some(second) = file.pages.get(1) else {
            assert!(name.ends_with("low tier"), "only a vendor of little weight has one page");
            continue;
        };
        let expected = match () {
            () if input.signers.len() > 5 => "signatures continued",
            () if input.register.is_some() => "Summary for a reader",
            () => "Evidence register",
        };
        assert!(second.text.contains(expected), "{name}: page 2 goes on with {expected}");
    }
}

#[test]
fn a_vendor_of_little_weight_takes_one_page_unless_there_is_more_to_say() {
    let low = common::low();
    let packet = print(&low).expect("it prints");
    assert_eq!(packet.pages, 1);
    let text = without_spaces(&ReadBack::new(&packet.bytes).text());
    let document = &low.documents[0];
    for expected in [
        low.vendor.name.as_str(),
        &low.decision.reason,
        &low.decision.residual.as_ref().expect("a risk").words,
        &document.sha256.to_string(),
        "Remaining risk: low",
        "Nothing after 31 Dec 2025 was examined",
        "Confidentiality agreement",
        &packet.short_code,
    ] {
        let wanted = without_spaces(expected);
        assert!(text.contains(&wanted) != (expected == "Confidentiality agreement"), "{expected}: {text}");
    }
    let mut much = low.clone();
    much.documents = (1..=30)
        .map(|number| countersign_packet::input::FrozenDocument { label: format!("D{number}"), ..document.clone() })
        .collect();
    let packet = print(&much).expect("it prints");
    assert!(packet.pages > 3, "thirty documents take their sections: {} pages", packet.pages);
    let mut before = low;
    before.register = None;
    assert!(print(&before).expect("it prints").pages > 1, "a decision from before prints as it did");
}

#[test]
fn the_second_design_says_on_page_one_what_remains() {
    let page = |input: &FrozenDecision| {
        let packet = print(input).expect("it prints");
        without_spaces(&ReadBack::new(&packet.bytes).pages[0].text)
    };
    let has = |page: &str, words: &str| page.contains(&without_spaces(words));
    let full = page(&common::full_second());
    for expected in [
        "Remaining risk: medium",
        "as it was judged; the highest open or accepted severity is critical; one finding is not judged",
        "With vendor, due 11 Jan 2027.",
        "Accepted until 11 Jan 2027.",
        "to 10 Oct 2026 we have management’s word only. [D2 p. 1] [D3 p. 1]",
        "Worst case",
    ] {
        assert!(has(&full, expected), "{expected}: {full}");
    }
    assert!(!has(&full, "Risk that stays"), "it is said once: {full}");
    let many = page(&common::with_findings(120));
    assert!(has(&many, "findings are open or accepted, section 7"), "low ones join in one line: {many}");
    assert!(has(&many, "more, section 7"), "what does not fit stands in its section: {many}");
    let low = page(&common::low_second());
    assert!(has(&low, "One of three facts that were read in these documents was not confirmed by a person."), "{low}");
}

#[test]
fn the_second_design_says_what_is_agreed_and_how_far_the_report_is_reliable() {
    let text = without_spaces(&ReadBack::new(&print(&common::full_second()).expect("it prints").bytes).text());
    for expected in [
        "How far the report itself can be relied on",
        "41 of 100",
        "Contract and duties",
        "one is weaker than usual, one is missing and one was not looked up",
        "last day to give notice",
        "1.3 months of 2 months count",
        "The policy lets 6 months go uncovered.",
        "1 month and 2 days",
        "1 open, 1 closed",
        "13 and more",
    ] {
        assert!(text.contains(&without_spaces(expected)), "{expected}: {text}");
    }
}

#[test]
fn the_third_design_says_what_was_before_and_who_signed() {
    let input = common::full_third();
    let packet = print(&input).expect("it prints");
    let pages = ReadBack::new(&packet.bytes).pages;
    let has = |text: &str, words: &str| without_spaces(text).contains(&without_spaces(words));
    let all: String = pages.iter().map(|page| page.text.as_str()).collect();
    let before = input.previous.as_ref().expect("a packet before").sha256.to_string();
    assert!(has(&pages[0].text, "File of P-0047 v1") && has(&pages[0].text, &before), "{}", pages[0].text);
    assert!(has(&pages[0].text, "signed in the program"), "page 1 does not ask for what is signed: {}", pages[0].text);
    for expected in [
        "Packet before",
        "What changed since decision 21",
        "SOC 2 Type 2 report, 1 Jul 2024 to 30 Jun 2025: harbourlight-soc2-2025.pdf",
        "Not before the two late removals are explained.",
        "37 earlier events are not listed",
        "Management: “The feed was automated on 3 Nov 2025.” [D1 p. 36]",
        "2 of 25 (8 %)",
        "this and three others",
        "vendor's portal",
    ] {
        assert!(has(&all, expected), "{expected}: {all}");
    }
    let low = print(&common::low_third()).expect("it prints");
    assert_eq!(low.pages, 1, "with all of it a vendor of little weight has one page");
}

#[test]
fn a_reference_that_leads_nowhere_is_refused() {
    let refuse = |change: fn(&mut FrozenDecision)| {
        let mut input = common::full_third();
        change(&mut input);
        print(&input).expect_err("it is refused")
    };
    let beyond = refuse(|input| input.coverage.as_mut().expect("coverage").letters[0].pages = vec![2]);
    assert!(matches!(beyond, PacketError::Page { page: 2, .. }), "the letter has one page: {beyond}");
    let control = refuse(|input| input.cuecs.as_mut().expect("a list").controls[0].pages = vec![0]);
    assert!(matches!(control, PacketError::Page { page: 0, .. }), "a page that is not known: {control}");
    let response = refuse(|input| input.findings[0].response_pages = vec![95]);
    assert!(matches!(response, PacketError::Page { page: 95, .. }), "what management said: {response}");
    let unheld = refuse(|input| input.reliance[0].cited[0].label = "D9".to_owned());
    assert!(matches!(unheld, PacketError::Label(_)), "no such document: {unheld}");
}

#[test]
fn the_file_says_what_it_is() {
    let input = common::decision();
    let packet = print(&input).expect("it prints");
    let file = ReadBack::new(&packet.bytes);
    assert_eq!(file.document.version, "1.7");
    let info = file.dictionary_of_trailer(b"Info");
    assert!(!info.has(b"GTS_PDFXVersion"), "it claims no conformance that nobody checked");
    assert_eq!(info.get(b"CreationDate").and_then(|date| date.as_str()).ok(), Some(&b"D:20261112152000Z"[..]));
    let catalog = file.document.catalog().expect("a catalog");
    assert_eq!(catalog.get(b"PageMode").and_then(|mode| mode.as_name()).ok(), Some(&b"UseOutlines"[..]));
    assert_eq!(catalog.get(b"Lang").and_then(|lang| lang.as_str()).ok(), Some(&b"en"[..]));
    let ids = file.document.trailer.get(b"ID").and_then(|ids| ids.as_array()).expect("an identifier");
    assert_eq!(ids[0].as_str().ok(), Some(&packet.content_hash.as_bytes()[..16]), "made from the content");
    assert_eq!(Sha256::of(&file.attachment()), packet.content_hash, "whoever has the file can check the hash on paper");
    assert_eq!(file.page_box(), [0.0, 0.0, 595.28, 841.89]);
    let mut letter = input;
    letter.paper = Paper::Letter;
    let letter = print(&letter).expect("it prints");
    assert_eq!(ReadBack::new(&letter.bytes).page_box(), [0.0, 0.0, 612.0, 792.0]);
}

#[test]
fn one_family_of_fonts() {
    for input in [common::decision(), extremes::many_scripts()] {
        let packet = print(&input).expect("it prints");
        let fonts = ReadBack::new(&packet.bytes).font_names();
        assert!(!fonts.is_empty());
        for font in fonts {
            assert!(font[7..].starts_with("NotoSans"), "a glyph of another family is a defect: {font}");
        }
    }
}

#[test]
fn bookmarks_and_links_lead_to_pages() {
    let packet = print(&common::with_conditions(40)).expect("it prints");
    let file = ReadBack::new(&packet.bytes);
    let titles = file.outline();
    assert_eq!(
        titles,
        [
            "4 Evidence register",
            "  In this packet",
            "5 Report facts",
            "  D1 SOC 2 Type 2 report",
            "10 What is not proved",
            "12 Conditions",
            "14 History",
            "  Events",
            "  Checking this packet",
        ]
    );
    let links = file.links();
    assert!(links.len() > 10, "references and contents are linked: {}", links.len());
    assert!(links.iter().all(|page| *page < packet.pages as usize), "each to a page of this file");
}

#[test]
fn other_scripts_print_and_the_rest_is_named() {
    let packet = print(&extremes::many_scripts()).expect("it prints");
    assert_eq!(packet.uncovered.iter().copied().collect::<String>(), "→京東");
    let text = ReadBack::new(&packet.bytes).text();
    for expected in
        ["[U+6771][U+4EAC]", "[U+2192]", "Zürich, Łódź", "Đà Nẵng", "Τιμή", "Расчёт", "Office, fluffy, affix"]
    {
        assert!(text.contains(expected), "not on paper: {expected}");
    }
}

#[test]
fn what_cannot_be_printed_is_refused() {
    let refuse = |change: fn(&mut FrozenDecision)| {
        let mut input = common::decision();
        change(&mut input);
        print(&input).expect_err("it is refused")
    };
    assert!(matches!(refuse(|input| input.format.push('9')), PacketError::Format(_)));
    assert!(matches!(refuse(|input| input.packet.number = "P 1".to_owned()), PacketError::Number(_)));
    assert!(matches!(refuse(|input| input.documents[1].label = "D1".to_owned()), PacketError::Label(_)));
    let error = refuse(|input| input.documents[0].facts[0].citations[0].page = 95);
    assert!(matches!(error, PacketError::Page { page: 95, .. }), "the file has 94 pages: {error}");
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for Sample { name, packet, .. } in SAMPLES.iter() {
        let Some((ok, said)) = run("qpdf", &["--check", "-"], &packet.bytes) else { return };
        assert!(ok, "{name}: {said}");
    }
}

#[test]
fn pdftotext_reads_the_same_words() {
    let mut input = common::decision();
    input.decision.reason = String::from("Office, fluffy, affix: Zürich, Łódź, Τιμή.");
    input.vendor.name = String::from("شركة الميناء");
    let packet = print(&input).expect("it prints");
    let Some((ok, said)) = run("pdftotext", &["-", "-"], &packet.bytes) else { return };
    assert!(ok, "it reads the file");
    for expected in ["Office, fluffy, affix: Zürich, Łódź, Τιμή.", "شركة الميناء", "[D1 pp. 4–6]", "Approve with"]
    {
        assert!(said.contains(expected), "not read: {expected}");
    }
}

/// Runs a program of the system on bytes; says so when it is not there.
fn run(program: &str, arguments: &[&str], bytes: &[u8]) -> Option<(bool, String)> {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(bytes).expect("it is written");
    let path = file.path().to_str().expect("a plain path");
    let mut given: Vec<&str> = arguments.to_vec();
    // The first "-" is the file.
    let place = given.iter().position(|argument| *argument == "-").expect("the place of the file");
    given[place] = path;
    let Ok(child) = Command::new(program).args(given).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn() else {
        let required = std::env::var_os("COUNTERSIGN_TOOLS").is_some_and(|asked| asked == "required");
        assert!(!required, "{program} must be installed here");
        #[expect(clippy::print_stdout, reason = "a check that was not made is said in the test's output")]
        {
            println!("{program} is not installed: not checked with it");
        }
        return None;
    };
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    Some((output.status.success(), said))
}
