//! Golden packets: decisions from one with next to nothing to one of two thousand findings, printed, read back with the
//! reader and drawn, every page of them. What was looked at stands in `golden/`; whatever changes is seen here before it is seen
//! on paper.
//!
//! After a change that is wanted: run with `COUNTERSIGN_GOLDEN_PDF=FOLDER`, look at the pages there, then with
//! `COUNTERSIGN_GOLDEN=write`.

#[path = "../../src-tauri/crates/packet/tests/common/mod.rs"]
mod common;
#[path = "../../src-tauri/crates/packet/tests/extremes/mod.rs"]
mod extremes;
#[path = "golden/placed.rs"]
mod placed;
#[path = "golden/statements.rs"]
mod statements;

use countersign_domain::Sha256;
use countersign_packet::{
    FrozenDecision, Packet,
    input::{FrozenCitation, FrozenFinding, Paper},
    print,
};
use countersign_reader::{
    extraction::{Extraction, read_in_process},
    limits::Limits,
    pdf::{Engine, Hayro, Pixels},
};
use placed::Placed;
use std::{fmt::Write as _, fs, path::PathBuf, process::Command};

/// Findings of the largest: a heavy year of a large vendor, thirty times over.
const MANY: usize = 2_000;

/// Pages of each packet that are compared closely, from the first; the last one is too. The others are compared as a whole: page
/// after page of the same table.
const CLOSELY: usize = 16;

/// The picture is compared as so many fields of grey beside and below each other, from 0 (white) to 9.
const CLOSE: (u32, u32) = (24, 34);
const WHOLE: (u32, u32) = (8, 11);

/// How much a field may differ: rounding at the edge of a letter.
const TOLERANCE: i32 = 1;

/// Names in six scripts; the last is in none of our fonts.
const NAMES: [&str; 6] =
    ["Jørgen Łukasz Đặng", "Νικόλαος Παπαδόπουλος", "Екатерина Щербакова", "محمد عبد الله", "משה כהן", "山田太郎"];

struct Golden {
    name: &'static str,
    input: FrozenDecision,
    packet: Packet,
    read: Extraction,
}

impl Golden {
    fn of(name: &'static str, input: FrozenDecision) -> Self {
        let packet = print(&input).unwrap_or_else(|error| panic!("{name}: {error}"));
        if let Some(folder) = std::env::var_os("COUNTERSIGN_GOLDEN_PDF") {
            fs::write(PathBuf::from(folder).join(format!("{name}.pdf")), &packet.bytes).expect("it is written");
        }
        let read = read_in_process(packet.bytes.clone(), None, &Limits::default()).expect("the reader reads it");
        assert_eq!(read.pages.len(), packet.pages as usize, "{name}");
        Self { name, input, packet, read }
    }

    /// Asserts that texts stand on paper, in the letters that they have there.
    fn holds<'t>(&self, texts: impl IntoIterator<Item = &'t str>) {
        let placed = Placed::of(&self.read);
        for text in texts {
            assert!(placed.hold(text), "{}: not read from paper: {text}", self.name);
        }
    }

    /// Asks other programs what they think of the file.
    fn is_sound(&self) {
        check_with("qpdf", &["--check"], &self.packet);
        check_with("pdfinfo", &[], &self.packet);
    }

    /// Compares what it looks like with what another program draws of it.
    fn looks_alike_in_poppler(&self) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("packet.pdf");
        fs::write(&path, &self.packet.bytes).expect("it is written");
        let drawn = Command::new("pdftoppm").args(["-r", "72"]).arg(&path).arg(folder.path().join("page")).output();
        if !ran("pdftoppm", drawn) {
            return;
        }
        let mut theirs: Vec<PathBuf> =
            fs::read_dir(folder.path()).expect("the folder").flatten().map(|it| it.path()).collect();
        theirs.retain(|path| path.extension().is_some_and(|kind| kind == "ppm"));
        theirs.sort();
        assert_eq!(theirs.len(), self.packet.pages as usize, "{}: a picture of each page", self.name);
        let ours = Hayro.open(self.packet.bytes.clone(), None).expect("it opens");
        for (page, theirs) in (0..).zip(theirs) {
            let theirs = of_ppm(&fs::read(theirs).expect("a picture"));
            // Each smooths the edges of letters in its own way: that is not seen from further away.
            let (ours, theirs) =
                (fields(&ours.draw(page, 1.0, 2_000), WHOLE).concat(), fields(&theirs, WHOLE).concat());
            let at = format!("{}, page {}", self.name, page + 1);
            assert!(alike(&ours, &theirs), "{at}: hayro draws\n{ours}\nand poppler\n{theirs}");
        }
    }

    /// Compares it with what was looked at.
    fn compare(&self) {
        let now = self.description();
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{}.txt", self.name));
        if std::env::var_os("COUNTERSIGN_GOLDEN").is_some_and(|asked| asked == "write") {
            fs::write(&path, &now).expect("it is written");
            return;
        }
        let before = fs::read_to_string(&path).expect("what was looked at is in the repository");
        let (before, now): (Vec<&str>, Vec<&str>) = (before.lines().collect(), now.lines().collect());
        assert_eq!(before.len(), now.len(), "{}: as many pages and pictures", self.name);
        for (line, (before, now)) in before.iter().zip(&now).enumerate() {
            assert!(alike(before, now), "{}, line {}: was\n{before}\nand is\n{now}", self.name, line + 1);
        }
    }

    /// Says what each page holds and what it looks like.
    fn description(&self) -> String {
        let mut out = String::new();
        let file = Hayro.open(self.packet.bytes.clone(), None).expect("it opens");
        let last = self.read.pages.len() - 1;
        writeln!(out, "{} pages, {} letters", last + 1, Placed::of(&self.read).all().chars().count())
            .expect("a string");
        for (index, page) in self.read.pages.iter().enumerate() {
            let text: String = page.words.iter().map(|word| word.text.as_str()).collect();
            let edge = |side: fn(&countersign_domain::Rect) -> f32, least: bool| {
                let sides = page.words.iter().map(|word| side(&word.rect));
                sides.fold(
                    if least { f32::MAX } else { 0.0 },
                    |found, it| if least { found.min(it) } else { found.max(it) },
                )
            };
            writeln!(
                out,
                "page {}: {} words, text {}, from {:.0} {:.0} to {:.0} {:.0}",
                index + 1,
                page.words.len(),
                &Sha256::of(text.as_bytes()).to_string()[..12],
                edge(|rect| rect.x0, true),
                edge(|rect| rect.y0, true),
                edge(|rect| rect.x1, false),
                edge(|rect| rect.y1, false),
            )
            .expect("a string");
            let rows = |scale, of| fields(&file.draw(u32::try_from(index).expect("few"), scale, 2_000), of);
            if index < CLOSELY || index == last {
                for row in rows(1.0, CLOSE) {
                    writeln!(out, "{row}").expect("a string");
                }
            } else {
                writeln!(out, "{}", rows(0.5, WHOLE).concat()).expect("a string");
            }
        }
        out
    }
}

/// Says whether two lines say the same: pictures up to the tolerance, anything else to the letter.
fn alike(before: &str, now: &str) -> bool {
    let picture = |line: &str| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit());
    if !(picture(before) && picture(now) && before.len() == now.len()) {
        return before == now;
    }
    before.bytes().zip(now.bytes()).all(|(a, b)| (i32::from(a) - i32::from(b)).abs() <= TOLERANCE)
}

/// The mean darkness of each field of a page, a line of digits for each row of fields.
fn fields(pixels: &Pixels, (columns, rows): (u32, u32)) -> Vec<String> {
    let mean = |row: u32, column: u32| {
        let part = |of: u32, all: u32, size: u32| (of * size / all) as usize..((of + 1) * size / all) as usize;
        let (mut dark, mut count) = (0_u64, 0_u64);
        for y in part(row, rows, pixels.height) {
            for x in part(column, columns, pixels.width) {
                let at = (y * pixels.width as usize + x) * 3;
                dark += pixels.rgb[at..at + 3].iter().map(|part| u64::from(255 - part)).sum::<u64>();
                count += 3 * 255;
            }
        }
        // Text covers a fifth of its lines: the scale is stretched so that it is seen.
        (dark * 27 / count.max(1)).min(9)
    };
    (0..rows).map(|row| (0..columns).map(|column| mean(row, column).to_string()).collect()).collect()
}

fn on_letter(input: FrozenDecision) -> FrozenDecision {
    FrozenDecision { paper: Paper::Letter, ..input }
}

/// So many findings, each with its own words and page.
fn with_findings(count: usize) -> FrozenDecision {
    let mut input = common::with_findings(1);
    let first = input.findings[0].clone();
    let pages = input.documents[0].pages;
    let finding = |number: usize| FrozenFinding {
        label: Some(format!("EX-{number:04}")),
        control: Some(format!("CC{}.{}-{number}", number % 9 + 1, number % 8 + 1)),
        result: format!(
            "For {} of 60 selected items the approval number {number} came after the change.",
            number % 7 + 1
        ),
        rate: Some([u32::try_from(number % 7 + 1).expect("small"), 60]),
        citations: vec![FrozenCitation {
            page: u32::try_from(number).expect("small") % pages + 1,
            label: None,
            quote: format!("approval number {number}"),
        }],
        ..first.clone()
    };
    input.findings = (1..=count).map(finding).collect();
    input
}

#[test]
fn one_page() {
    let golden = Golden::of("tiny", common::low_second());
    assert_eq!(golden.packet.pages, 1, "a vendor of little weight");
    golden.holds([golden.input.vendor.name.as_str(), golden.input.decision.reason.as_str()]);
    golden.compare();
}

#[test]
fn next_to_nothing() {
    let golden = Golden::of("empty", common::shortest());
    golden.holds(["No report is held.", "Nobody is named to sign.", "No document stands behind this decision"]);
    golden.compare();
}

#[test]
fn nothing_listed() {
    let golden = Golden::of("nothing", common::nothing_listed());
    golden.holds(["There are no complementary user entity controls."]);
    golden.compare();
}

#[test]
fn one_page_of_today() {
    let golden = Golden::of("tiny-third", common::low_third());
    assert_eq!(golden.packet.pages, 1, "a vendor of little weight");
    golden.holds(["The policy’s verdict is another: more evidence", "signed in the program"]);
    golden.compare();
}

#[test]
fn every_section_of_today() {
    let golden = Golden::of("full-third", common::full_third());
    let input = &golden.input;
    golden.holds([input.vendor.name.as_str(), input.decision.reason.as_str(), "[D1 p. 35]", "[D1 p. 36]"]);
    golden.holds(input.changes.iter().flat_map(|change| [change.was.as_deref(), change.is.as_deref()]).flatten());
    golden.holds(input.sign_offs.iter().filter_map(|sign_off| sign_off.comment.as_deref()));
    golden.compare();
}

#[test]
fn every_section_of_the_fourth_design() {
    Golden::of("full-fourth", common::in_fourth(common::full_third())).compare();
}

#[test]
fn every_section_of_the_fifth_design() {
    Golden::of("full-fifth", common::in_fifth(common::full_third())).compare();
}

/// What new decisions print: the five from tiny to huge.
#[test]
fn one_page_of_the_sixth_design() {
    let golden = Golden::of("tiny-sixth", common::in_sixth(common::low_third()));
    assert_eq!(golden.packet.pages, 1, "a vendor of little weight");
    golden.holds(["The policy’s verdict is another: more evidence", "signed in the program"]);
    golden.compare();
    golden.is_sound();
    golden.looks_alike_in_poppler();
}

#[test]
fn next_to_nothing_in_the_sixth_design() {
    let golden = Golden::of("empty-sixth", common::in_sixth(common::shortest()));
    golden.holds(["No report is held.", "Nobody is named to sign."]);
    golden.compare();
    golden.is_sound();
    golden.looks_alike_in_poppler();
}

#[test]
fn every_section_of_the_sixth_design() {
    let golden = Golden::of("full-sixth", common::in_sixth(common::full_third()));
    golden.holds([golden.input.vendor.name.as_str(), golden.input.decision.reason.as_str(), "[D1 p. 35]"]);
    golden.compare();
    golden.is_sound();
    golden.looks_alike_in_poppler();
}

#[test]
fn names_in_six_scripts_in_the_sixth_design() {
    let golden = Golden::of("scripts-sixth", common::in_sixth(six_scripts()));
    golden.holds(NAMES[..5].iter().flat_map(|name| name.split(' ')));
    golden.compare();
    golden.is_sound();
    golden.looks_alike_in_poppler();
}

#[test]
fn two_thousand_findings_in_the_sixth_design() {
    let golden = Golden::of("huge-sixth", common::in_sixth(with_findings(MANY)));
    let statements: Vec<String> = golden.input.findings.iter().map(statement).collect();
    golden.holds(statements.iter().map(String::as_str));
    golden.compare();
    golden.is_sound();
}

#[test]
fn every_section() {
    let golden = Golden::of("full", common::full_second());
    let input = &golden.input;
    golden.holds([input.vendor.name.as_str(), input.decision.reason.as_str(), "[D1 p. 35]"]);
    golden.holds(input.decision.conditions.iter().map(|condition| condition.what.as_str()));
    golden.holds(input.documents.iter().flat_map(|document| &document.facts).filter_map(|fact| fact.value.as_deref()));
    golden.compare();
}

/// A word of three hundred characters.
fn long_word() -> String {
    "Donaudampfschifffahrtsgesellschaft".repeat(9)[..300].to_owned()
}

fn six_scripts() -> FrozenDecision {
    let mut input = on_letter(extremes::many_scripts());
    input.decision.reason = format!("{} Read it to its end: {}.", input.decision.reason, long_word());
    let signer = input.signers[0].clone();
    input.signers =
        NAMES.map(|name| countersign_packet::input::Signer { name: name.to_owned(), ..signer.clone() }).to_vec();
    input
}

#[test]
fn names_in_six_scripts_and_words_of_three_hundred_characters() {
    let golden = Golden::of("scripts", six_scripts());
    golden.holds(NAMES[..5].iter().flat_map(|name| name.split(' ')));
    golden.holds(["[U+5C71][U+7530][U+592A][U+90CE]", long_word().as_str()]);
    for character in NAMES[5].chars() {
        assert!(golden.packet.uncovered.contains(&character), "named before somebody signs: {character}");
    }
    golden.compare();
}

#[test]
fn everything_as_long_as_it_can_be() {
    let golden = Golden::of("longest", on_letter(extremes::longest()));
    golden.holds([golden.input.workspace.as_str(), golden.input.signers[29].role.as_str()]);
    golden.compare();
}

fn statement(finding: &FrozenFinding) -> String {
    format!("“{}” [D1 p. {}]", finding.result, finding.citations[0].page)
}

#[test]
fn two_thousand_findings() {
    let golden = Golden::of("huge", with_findings(MANY));
    let statements: Vec<String> = golden.input.findings.iter().map(statement).collect();
    golden.holds(statements.iter().map(String::as_str));
    golden.holds(golden.input.findings.iter().filter_map(|finding| finding.label.as_deref()));
    golden.compare();
    golden.is_sound();
}

/// Asks a program of the system what it thinks of the file. Where it is not installed that is said; on the machines that check
/// every change it must be there.
fn check_with(program: &str, arguments: &[&str], packet: &Packet) {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    std::io::Write::write_all(&mut file, &packet.bytes).expect("it is written");
    ran(program, Command::new(program).args(arguments).arg(file.path()).output());
}

/// A picture as poppler writes it: `P6`, width, height, 255, and three bytes for each pixel.
fn of_ppm(bytes: &[u8]) -> Pixels {
    let mut parts = bytes.splitn(4, |byte| byte.is_ascii_whitespace());
    let mut number = || std::str::from_utf8(parts.next().expect("a part")).expect("ASCII").parse::<u32>().ok();
    let (kind, width, height) = (number(), number(), number());
    assert!(kind.is_none(), "the first part is a name");
    let (width, height) = (width.expect("a width"), height.expect("a height"));
    let rgb = parts.next().expect("pixels").splitn(2, |byte| *byte == b'\n').nth(1).expect("after 255").to_vec();
    Pixels { width, height, rgb }
}

/// Says whether a program ran, and asserts that it was content.
fn ran(program: &str, outcome: std::io::Result<std::process::Output>) -> bool {
    match outcome {
        Ok(output) => {
            assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
            true
        }
        Err(error) => {
            let required = std::env::var_os("COUNTERSIGN_TOOLS").is_some_and(|asked| asked == "required");
            assert!(!required, "{program} must be installed here: {error}");
            #[expect(clippy::print_stdout, reason = "a check that was not made is said in the test's output")]
            {
                println!("{program} is not installed: not checked with it");
            }
            false
        }
    }
}
