//! Pages that are pictures, read from the command line: with an engine, without one, and stopped in the middle.
//!
//! The engine is a script under the name of `tesseract`; what it finds is invented.
#![cfg(unix)]

use serde_json::Value;
use std::{
    fmt::Write as _,
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

/// The lines that the engine finds on each page, each with its height in pixels.
const FOUND: [(&str, u32); 9] = [
    ("System and Organization Controls (SOC) 2 Type 2 Report", 30),
    ("Independent Service Auditor's Report", 24),
    ("To the Management of Larch Ledger, Inc.", 17),
    ("We have examined the description of the Larch Ledger System throughout the period", 17),
    ("March 1, 2031 to February 29, 2032, based on the trust services criteria relevant to security.", 17),
    ("In our opinion, in all material respects, the controls stated in the description operated", 17),
    ("effectively throughout the period March 1, 2031 to February 29, 2032.", 17),
    ("Tarn & Fell LLP", 17),
    ("April 20, 2032", 17),
];

/// A folder with an engine in it, and nothing else that a test needs.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().expect("a folder") };
        for folder in ["bin", "tmp", "files"] {
            fs::create_dir(desk.at(folder)).expect("a folder");
        }
        fs::write(desk.at("files/scan.pdf"), scan(2)).expect("writes");
        desk
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Puts an engine on the path that does first what is given, and then finds the lines.
    fn engine(self, first: &str) -> Self {
        let tsv = self.at("bin/found.tsv");
        fs::write(&tsv, tsv_of(&FOUND)).expect("writes");
        let program = self.at("bin/tesseract");
        fs::write(&program, format!("#!/bin/sh\ncat >/dev/null\n{first}\ncat '{}'\n", tsv.display())).expect("writes");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("permits");
        self
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_countersign"));
        // Where the shell's own programs are, an engine may be installed, too: links to what the scripts call.
        for name in ["cat", "sleep", "sh", "touch"] {
            let link = self.at("bin").join(name);
            let real = ["/usr/bin", "/bin"].map(|folder| Path::new(folder).join(name));
            if let Some(real) = real.iter().find(|real| !link.exists() && real.exists()) {
                std::os::unix::fs::symlink(real, link).expect("links");
            }
        }
        command
            .args(arguments)
            .current_dir(self.at("files"))
            .env_clear()
            .env("PATH", self.at("bin"))
            .env("TMPDIR", self.at("tmp"))
            .stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("it can be run")
    }

    fn read(&self, arguments: &[&str]) -> Value {
        let output = self.run(arguments);
        assert!(output.status.success(), "it is read: {}", text(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("one object")
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn tsv_of(lines: &[(&str, u32)]) -> String {
    let mut tsv = String::new();
    let mut top = 300;
    for (line, (words, height)) in lines.iter().enumerate() {
        let mut left = 300;
        for (at, word) in words.split(' ').enumerate() {
            let width = word.chars().count() as u32 * height * 3 / 4;
            let (line, at) = (line + 1, at + 1);
            writeln!(tsv, "5\t1\t1\t1\t{line}\t{at}\t{left}\t{top}\t{width}\t{height}\t96\t{word}").expect("a string");
            left += width + height / 2;
        }
        top += 90;
    }
    tsv
}

/// A PDF of pages that show one picture and no letter.
fn scan(pages: usize) -> Vec<u8> {
    let mut objects = vec!["<</Type/Catalog/Pages 2 0 R>>".to_owned()];
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", page + 5)).collect();
    objects.push(format!("<</Type/Pages/Count {pages}/Kids[{}]>>", kids.join(" ")));
    let picture = "<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8\
                   /Filter/ASCIIHexDecode/Length 9>>stream\nFFEEDDCC>\nendstream";
    objects.push(picture.to_owned());
    objects.push("<</Length 27>>stream\n612 0 0 792 0 0 cm /Im0 Do \nendstream".to_owned());
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</Im0 3 0 R>>>>>>";
    objects.extend((0..pages).map(|_| page.to_owned()));
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in objects.iter().enumerate() {
        writeln!(places, "{:010} 00000 n ", file.len()).expect("a string");
        writeln!(file, "{} 0 obj\n{object}\nendobj", number + 1).expect("a string");
    }
    let (table, size) = (file.len(), objects.len() + 1);
    write!(
        file,
        "xref\n0 {size}\n0000000000 65535 f \n{places}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"
    )
    .expect("a string");
    file.into_bytes()
}

fn codes(reading: &Value) -> Vec<&str> {
    reading["warnings"].as_array().into_iter().flatten().filter_map(|warning| warning["code"].as_str()).collect()
}

#[test]
fn with_an_engine_pictures_are_read_and_facts_say_so() {
    let reading = Desk::new().engine("").read(&["read", "scan.pdf", "--json"]);
    assert_eq!(reading["document"]["ocr_pages"], serde_json::json!([1, 2]), "both pages were read");
    assert_eq!(reading["service_organization"]["value"], "Larch Ledger, Inc.", "{reading}");
    assert_eq!(reading["period_end"]["value"], "2032-02-29", "{reading}");
    assert_eq!(reading["period_end"]["basis"], "ocr", "the fact says that it comes from a picture");
    assert_eq!(reading["period_end"]["citations"][0]["page"], 1, "and from which page");
    assert!(!codes(&reading).contains(&"image_only_pages"), "nothing is unread: {reading}");
}

#[test]
fn at_a_terminal_a_fact_from_a_picture_is_marked() {
    let output = Desk::new().engine("").run(&["read", "scan.pdf"]);
    let said = text(&output.stdout);
    let row = said.lines().find(|line| line.contains("Larch Ledger, Inc.")).unwrap_or_default();
    assert!(row.contains("a picture"), "the table says so:\n{said}");
}

#[test]
fn what_takes_long_is_told_page_by_page() {
    let output = Desk::new().engine("sleep 1.2").run(&["read", "scan.pdf", "--json"]);
    let told = text(&output.stderr);
    assert!(
        told.contains("scan.pdf: pictures of text read: ") && told.contains(" of 2"),
        "on standard error: {told:?}"
    );
    assert_eq!(text(&output.stdout).lines().count(), 1, "nothing but data on standard output");
}

#[test]
fn without_an_engine_the_warning_says_what_to_install() {
    let reading = Desk::new().read(&["read", "scan.pdf", "--json"]);
    let warning = reading["warnings"].as_array().expect("a list").iter().find(|w| w["code"] == "image_only_pages");
    let message = warning.expect("the pages are unread")["message"].as_str().expect("a text").to_owned();
    assert!(
        message.contains("install tesseract") && message.ends_with(": 1-2"),
        "what to do, and the pages: {message}"
    );
    assert_eq!(reading["document"]["ocr_pages"], serde_json::json!([]), "nothing was read");
}

#[test]
fn who_wants_no_pictures_read_gets_none_read() {
    let desk = Desk::new().engine("");
    let called = desk.at("called");
    let desk = desk.engine(&format!("touch '{}'", called.display()));
    let reading = desk.read(&["read", "scan.pdf", "--json", "--no-ocr"]);
    assert!(!called.exists(), "the engine was not called");
    let message = reading["warnings"][0]["message"].as_str().expect("a text");
    assert!(message.contains("pictures") && !message.contains("install"), "nothing is missing: {message}");
    desk.read(&["read", "scan.pdf", "--json"]);
    assert!(called.exists(), "otherwise it is");
}

#[test]
fn an_engine_that_fails_is_told_and_the_file_is_read() {
    let reading = Desk::new().engine("echo 'no data for eng' >&2; exit 1").read(&["read", "scan.pdf", "--json"]);
    assert_eq!(reading["document"]["ocr_pages"], serde_json::json!([]), "nothing was read");
    let codes = codes(&reading);
    assert!(codes.contains(&"image_only_pages") && codes.contains(&"page_not_recognised"), "{reading}");
    assert!(reading.to_string().contains("no data for eng"), "with the reason: {reading}");
}

#[test]
fn a_received_scan_is_stored_with_what_was_read() {
    let desk = Desk::new().engine("");
    let new = ["new", "-w", "w.countersign", "--organisation", "Alder Works", "--person", "Ines Roth"];
    assert!(desk.run(&new).status.success(), "a workspace");
    let output = desk.run(&["add", "scan.pdf", "-w", "w.countersign"]);
    let said = text(&output.stdout);
    assert!(said.contains("stored: soc2_type2, Larch Ledger, Inc."), "{said}\n{}", text(&output.stderr));

    fs::remove_file(desk.at("bin/tesseract")).expect("removes");
    fs::write(desk.at("files/other.pdf"), scan(3)).expect("writes");
    let output = desk.run(&["add", "other.pdf", "-w", "w.countersign"]);
    let told = text(&output.stderr);
    assert!(told.contains("install tesseract") && told.contains(": 1-3"), "the note says what is missing: {told}");
    assert!(text(&output.stdout).contains("stored: other"), "it is stored all the same");
}

/// Interrupts the program while the engine works, and gives what it said and how long it took to end.
fn interrupted(desk: &Desk, arguments: &[&str]) -> (Output, Duration) {
    let begun = desk.at("begun");
    let child = desk.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it can be run");
    let patience = Instant::now() + Duration::from_secs(30);
    while !begun.exists() {
        assert!(Instant::now() < patience, "the engine was never called");
        thread::sleep(Duration::from_millis(20));
    }
    let interrupt = Instant::now();
    let status = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill is there");
    assert!(status.success(), "it is interrupted");
    let output = child.wait_with_output().expect("it ends");
    (output, interrupt.elapsed())
}

#[test]
fn interrupting_stops_the_engine_and_leaves_nothing_behind() {
    let desk = Desk::new();
    let begun = desk.at("begun");
    let desk = desk.engine(&format!("touch '{}'\nexec sleep 60", begun.display()));
    let (output, took) = interrupted(&desk, &["read", "scan.pdf", "--json"]);
    assert!(took < Duration::from_secs(20), "the engine's minute is not waited for: {took:?}");
    assert_eq!(output.status.code(), Some(3), "it could not be done");
    assert!(text(&output.stdout).contains(r#""code":"cancelled""#), "{}", text(&output.stdout));
    let left: Vec<_> = fs::read_dir(desk.at("tmp")).expect("a folder").flatten().collect();
    assert!(left.is_empty(), "the engine's folder is gone: {left:?}");
}

#[test]
fn an_interrupted_file_is_not_received() {
    let desk = Desk::new();
    let begun = desk.at("begun");
    let desk = desk.engine(&format!("touch '{}'\nexec sleep 60", begun.display()));
    let new = ["new", "-w", "w.countersign", "--organisation", "Alder Works", "--person", "Ines Roth"];
    assert!(desk.run(&new).status.success(), "a workspace");
    let (output, _) = interrupted(&desk, &["add", "scan.pdf", "-w", "w.countersign"]);
    assert_eq!(output.status.code(), Some(3), "{}", text(&output.stderr));
    let output = desk.run(&["add", "scan.pdf", "-w", "w.countersign", "--no-ocr"]);
    assert!(text(&output.stdout).contains("stored: other"), "it was not there: {}", text(&output.stdout));
}
