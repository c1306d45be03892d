//! A packet that was signed on paper comes home: dropped as a scan or as photographs, told by its code, confirmed by a person.

mod elsewhere;
mod strangers;

use countersign_app::Known;
use countersign_tests::paper::{Case, Wear, jpeg, pdf_of};
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

const REASON: &str = "The examination covers what we use.";

/// A page as an office scanner gives it.
const SCANNED: Wear = Wear { turned: 1.5, blur: 1, noise: 8, range: (25, 240), ..Wear::NONE };

/// The words of a line as an engine finds them at the foot of a page of US Letter at 100 dots per inch.
fn words(line: &str) -> Value {
    let mut left = 60;
    let word = |text: &str| {
        let width = 6 * text.len();
        left += width + 4;
        json!({ "text": text, "box": [left - width, 1000, left, 1010], "confidence": 92.0, "line": 0 })
    };
    line.split(' ').map(word).collect()
}

/// Delivers the numbers printed at the foot of the pages of the one document that wants its pictures read.
fn recognise(case: &Case, number: impl Fn(u64) -> Option<u64>) {
    let wanted = case.journey.call("recognition", json!({}));
    let wanted =
        wanted.as_array().and_then(|list| list.first()).expect("a copy is read for the numbers of its pages").clone();
    for page in wanted["left"].as_array().expect("a list") {
        let foot = number(page.as_u64().expect("a number")).map(|number| format!("Page {number} of {}", case.pages()));
        let found = foot.map_or_else(|| words("nothing that can be read"), |foot| words(&foot));
        let page =
            json!({ "document": wanted["document"], "page": page, "width": 850, "height": 1100, "words": found });
        case.journey.call("recognition_deliver", page);
    }
}

/// What waits to be said of copies that came back, as Today has it.
fn to_confirm(case: &Case) -> Vec<String> {
    let today = case.journey.call("today", json!({}));
    let items = today["items"].as_array().expect("items").clone();
    let to_confirm = items.iter().filter(|item| item["kind"] == "copy_unconfirmed");
    to_confirm.map(|item| item["reason"].as_str().expect("a reason").to_owned()).collect()
}

fn history(case: &Case) -> Vec<String> {
    let entries = case.journey.call("history", json!({ "before": null, "vendor": case.vendor, "limit": 20 }));
    let ops =
        entries.as_array().expect("a list").iter().map(|entry| entry["op"].as_str().unwrap_or_default().to_owned());
    ops.collect()
}

#[test]
fn a_scan_is_told_by_its_code_kept_with_its_packet_and_confirmed_by_a_person() {
    let case = Case::begin(READER, REASON);
    let pages = case.pages();
    assert!(pages >= 3, "the packet has pages besides its decision sheet: {pages}");
    assert_eq!(to_confirm(&case), Vec::<String>::new(), "nothing came yet");
    let scanned: Vec<_> = (1..=pages).map(|page| case.scanned(page, 150, &SCANNED)).collect();
    let state = case.drop("scan.pdf", &pdf_of(&scanned, 150));
    assert_eq!(state["state"], "signed_copy", "{state}");
    let copy = &state["copy"];
    assert_eq!((&copy["number"], &copy["version"], &copy["found"]), (&json!("P-0001"), &json!(1), &json!("qr")));
    assert_eq!(copy["vendor_name"], "Harbourlight Payroll, Inc.");
    assert_eq!(copy["pages"]["told"], json!([1]), "the decision sheet is page 1; the others are not read yet");
    assert_eq!(copy["pages"]["untold"], pages - 1, "and that is said: {copy}");

    let both = "Received on 17 March 2026; nobody has said yet whether Mara Lind and Ilse Brandt signed it";
    assert_eq!(to_confirm(&case), [both], "somebody has to look at it");
    let missing = || -> usize {
        let today = case.journey.call("today", json!({}));
        today["items"].as_array().expect("items").iter().filter(|item| item["kind"] == "signature_missing").count()
    };
    assert_eq!(missing(), 0, "until then nobody is said not to have signed");

    // It is no evidence: neither waits nor is filed nor stands among what was set aside.
    let inbox = case.journey.call("inbox", json!({}));
    assert_eq!((&inbox["waiting"], &inbox["set_aside"]), (&json!([]), &json!([])));
    let vendor = case.journey.call("vendor", json!({ "vendor": case.vendor }));
    assert_eq!(vendor["documents"].as_array().map(Vec::len), Some(1), "the report alone is evidence");
    assert_eq!(vendor["decisions"][0]["stale"], json!([]), "and the decision does not become stale by its own copy");
    let document = case.journey.call("document", json!({ "document": state["document"] }));
    assert_eq!(document["copy_of"]["packet"], case.packet["id"]);
    for (command, more) in [("document_set_aside", json!({ "reason": null })), ("document_return", json!({}))] {
        let mut input = more;
        input["document"] = state["document"].clone();
        assert_eq!(case.journey.fails(command, input)["problem"]["problem"], "is_copy", "{command}");
    }

    // Its pages are recognised as those of any scan; what they print at the foot tells which are there.
    recognise(&case, |page| Some(if page == 1 { 1 } else { u64::from(pages) + 2 - page }));
    let shown = case.copy();
    assert_eq!(shown["pages"]["missing"], json!([]), "all are there, in whatever order: {shown}");
    assert_eq!(shown["documents"][0]["sheet"], 1);
    assert_eq!(shown["signers"][0]["said"], Value::Null, "nobody has said who signed");

    // The same scan again.
    let again = case.drop("again.pdf", &pdf_of(&scanned, 150));
    assert_eq!((&again["state"], &again["filing"]["filing"]), (&json!("duplicate"), &json!("signed_copy")), "{again}");

    // Who signed is confirmed, put right and taken back; each with what was before.
    let [mara, ilse] = &case.signers;
    let save =
        |signed: Value, reason: Value| json!({ "packet": case.packet["id"], "signed": signed, "reason": reason });
    let fails = |signed: Value, reason: Value| {
        case.journey.fails("paper_signatures_save", save(signed, reason))["problem"].clone()
    };
    assert_eq!(fails(json!([]), Value::Null)["problem"], "nothing_changed");
    assert_eq!(fails(json!([{ "person": case.vendor, "on": null }]), Value::Null)["problem"], "not_to_sign");
    assert_eq!(fails(json!([{ "person": ilse, "on": null }]), Value::Null)["problem"], "empty", "which box is ticked?");
    assert_eq!(
        fails(json!([{ "person": ilse, "agrees": true, "on": "2026-03-18" }]), Value::Null)["problem"],
        "in_the_future"
    );
    assert_eq!(
        fails(json!([{ "person": ilse, "agrees": true, "on": "2026-03-16" }]), Value::Null)["problem"],
        "too_early"
    );
    case.journey.pass(3);
    let ilse_signed = json!([{ "person": ilse, "agrees": true, "on": "2026-03-18" }]);
    let view = case.journey.call("paper_signatures_save", save(ilse_signed.clone(), Value::Null));
    assert_eq!(
        (&view["signers"][1]["said"]["on"], &view["signers"][1]["said"]["by"]),
        (&json!("2026-03-18"), &json!("Mara Lind"))
    );
    assert_eq!(view["signers"][0]["said"], Value::Null, "Mara is not confirmed");
    assert_eq!(
        (to_confirm(&case), missing()),
        (Vec::new(), 1),
        "it was looked at; that Mara has not signed is another matter"
    );
    let decision = case.journey.call("decision", json!({ "decision": case.decision["id"] }));
    assert_eq!(decision["signatures"], json!([]), "what stands on paper is no signature in the program");
    assert_eq!(
        fails(json!([{ "person": ilse, "agrees": true, "on": "2026-03-19" }]), Value::Null)["problem"],
        "reason_missing"
    );
    let both =
        json!([{ "person": mara, "agrees": true, "on": null }, { "person": ilse, "agrees": true, "on": "2026-03-19" }]);
    let view = case.journey.call("paper_signatures_save", save(both, json!("The day was misread.")));
    assert_eq!(view["signers"][1]["said"]["why"], "The day was misread.");
    let view =
        case.journey.call("paper_signatures_save", save(ilse_signed, json!("That is a stamp, not Mara's signature.")));
    assert_eq!(
        (&view["signers"][0]["said"]["signed"], &view["signers"][1]["said"]["on"]),
        (&json!(false), &json!("2026-03-18"))
    );

    // It is no copy after all: with it goes what was said of its signatures.
    let remove = json!({ "document": state["document"], "reason": "The wrong file." });
    case.journey.call("signed_copy_remove", remove.clone());
    assert_eq!(case.journey.fails("signed_copy_remove", remove)["code"], "not_found");
    let left = case.copy();
    assert_eq!((&left["documents"], &left["signers"][1]["said"]["signed"]), (&json!([]), &json!(false)), "{left}");
    assert_eq!(
        case.journey.call("inbox", json!({}))["waiting"][0]["id"],
        state["document"],
        "it waits as any document"
    );
    assert_eq!(to_confirm(&case), Vec::<String>::new(), "there is nothing to look at");
    case.journey.pass(1);
    let back = json!({ "document": state["document"], "packet": case.packet["id"] });
    let back = case.journey.call("signed_copy_attach", back);
    assert_eq!(back["documents"][0]["found"], "person");
    assert!(to_confirm(&case)[0].ends_with("Mara Lind and Ilse Brandt signed it"), "it is to be looked at anew");

    let ops = history(&case);
    for op in ["packet.copy", "packet.signed", "packet.copy_remove"] {
        assert!(ops.iter().any(|other| other == op), "the vendor's history tells of {op}: {ops:?}");
    }
    assert_eq!(case.journey.call("history_verify", json!({}))["broken_at"], Value::Null, "the log is whole");
}

#[test]
fn who_declines_on_paper_has_not_approved() {
    let case = Case::begin(READER, REASON);
    case.drop("sheet.png", &case.scanned(1, 150, &Wear::NONE).png(150));
    let shown = case.copy();
    assert_eq!((&shown["agree"], &shown["disagree"]), (&json!("Approve"), &json!("Decline")), "as it is printed");
    // What is missing before the vendor is used, by the names of those who have not signed, and of those who declined.
    let missing = || {
        let register = case.journey.call("register", json!({ "vendor": case.vendor }));
        let steps = register["missing"].as_array().expect("a list").clone();
        let gaps = || steps.iter().flat_map(|step| step["gaps"].as_array().cloned().unwrap_or_default());
        let of = |name: &str| -> Vec<Value> {
            gaps().filter(|gap| gap["gap"] == name).map(|gap| gap["name"].clone()).collect()
        };
        (of("signature"), of("declined"))
    };
    assert_eq!(missing().0.len(), 2, "both have to sign: {:?}", missing());
    let [mara, ilse] = &case.signers;
    let save = |agrees: bool, comment: Value, reason: Value| {
        let signed = json!([
            { "person": mara, "agrees": true, "on": null },
            { "person": ilse, "agrees": agrees, "comment": comment, "on": null },
        ]);
        json!({ "packet": case.packet["id"], "signed": signed, "reason": reason })
    };
    let no = json!("Not before the next report.");
    let view = case.journey.call("paper_signatures_save", save(false, no.clone(), Value::Null));
    let said = &view["signers"][1]["said"];
    assert_eq!((&said["signed"], &said["agrees"], &said["comment"]), (&json!(true), &json!(false), &no), "{said}");
    let (unsigned, declined) = missing();
    assert_eq!(unsigned, Vec::<Value>::new(), "both have answered");
    assert_eq!(declined, [json!("Ilse Brandt")], "and one of them has declined: the vendor is not released");
    let entries = case.journey.call("history", json!({ "before": null, "vendor": case.vendor, "limit": 1 }));
    let noted = entries[0]["detail"].to_string();
    assert!(noted.contains("Not before the next report."), "the history keeps which box is ticked, and why: {noted}");
    case.journey.call("paper_signatures_save", save(true, Value::Null, json!("The other box is ticked.")));
    assert_eq!(missing(), (Vec::new(), Vec::new()), "put right, it is an approval");
}

#[test]
fn a_page_of_another_version_does_not_hide_that_one_is_missing() {
    let case = Case::begin(READER, REASON);
    let pages = case.pages();
    case.drop("sheet.png", &case.scanned(1, 150, &Wear::NONE).png(150));
    let deliver = |state: &Value, line: &str| {
        let page =
            json!({ "document": state["document"], "page": 1, "width": 850, "height": 1100, "words": words(line) });
        case.journey.call("recognition_deliver", page);
    };
    let head = |version: u32, page: u32| {
        format!(
            "Larkfield Instruments Vendor approval packet P-0001 · version {version} · Harbourlight Payroll, Inc. Page \
             {page} of {pages}"
        )
    };
    for (page, version) in [(2, 2), (3, 1)] {
        let state = case.drop(&format!("photo {page}.png"), &case.scanned(page, 100, &Wear::NONE).png(100));
        let attach = json!({ "document": state["document"], "packet": case.packet["id"] });
        case.journey.call("signed_copy_attach", attach);
        deliver(&state, &head(version, page));
    }
    let shown = case.copy()["pages"].clone();
    assert_eq!(shown["told"], json!([1, 3]), "page 2 is of another version: {shown}");
    assert!(shown["missing"].as_array().is_some_and(|missing| missing.contains(&json!(2))), "it is missing: {shown}");
    assert_eq!(
        shown["foreign"],
        json!([{ "file_name": "photo 2.png", "page": 1, "number": "P-0001", "version": 2 }]),
        "and named"
    );
}

#[test]
fn photographs_of_single_pages_make_one_copy_and_what_is_missing_is_named() {
    let case = Case::begin(READER, REASON);
    let pages = case.pages();
    // Page 2 comes first, without a code: nothing tells what it is, until its header is read.
    let second = case.scanned(2, 150, &Wear::NONE);
    let state = case.drop("photo 2.png", &second.png(150));
    assert_eq!(state["state"], "stored", "{state}");
    let attach = json!({ "document": state["document"], "packet": case.packet["id"] });
    case.journey.call("signed_copy_attach", attach.clone());
    assert_eq!(case.journey.fails("signed_copy_attach", attach)["problem"]["problem"], "is_copy", "once is enough");
    recognise(&case, |_| Some(2));
    // The decision sheet as a camera saw it: on its side, grey, at the quality of a telephone.
    let sheet = case.scanned(1, 150, &Wear { quarters: 1, turned: -3.0, shadow: 50, noise: 12, ..SCANNED });
    let state = case.drop("photo 1.jpg", &jpeg::of(&sheet, 60, 72));
    assert_eq!(state["state"], "signed_copy", "{state}");
    let told = &state["copy"]["pages"];
    assert_eq!((&told["came"], &told["told"], &told["untold"]), (&json!(2), &json!([1, 2]), &json!(0)), "{told}");
    assert_eq!(told["missing"], json!((3..=pages).collect::<Vec<_>>()), "what is not there is named");
    assert_eq!(case.copy()["documents"].as_array().map(Vec::len), Some(2), "two files, one copy");
    let drawn = case.journey.app.picture(
        countersign_app::PictureOf::parse("document", state["document"].as_str().expect("an id"), "1").expect("a page"),
        600,
    );
    assert!(drawn.is_ok_and(|png| png.starts_with(b"\x89PNG")), "the picture is a page that can be looked at");

    // The header of a further page tells the packet, where an engine reads it.
    let state = case.drop("photo 3.png", &case.scanned(3, 100, &Wear::NONE).png(100));
    let head = "Larkfield Instruments Vendor approval packet P-0001 · version 1 · Harbourlight Payroll, Inc.";
    let page = json!({ "document": state["document"], "page": 1, "width": 850, "height": 1100, "words": words(head) });
    case.journey.call("recognition_deliver", page);
    let files = case.copy()["documents"].clone();
    assert_eq!(files[2]["found"], "header", "{files}");
}

#[test]
fn the_text_of_a_packet_tells_it_and_the_packet_itself_is_not_taken_for_a_copy() {
    let case = Case::begin(READER, REASON);
    let own = case.drop("P-0001.pdf", &case.pdf);
    assert_eq!((&own["state"], &own["number"]), (&json!("own_packet"), &json!("P-0001")), "{own}");
    // Signed in another program, which writes the file anew and keeps its text.
    let mut signed = lopdf::Document::load_mem(&case.pdf).expect("a PDF");
    let mut bytes = Vec::new();
    signed.trailer.set("ID", lopdf::Object::Null);
    signed.save_to(&mut bytes).expect("memory can be written");
    let state = case.drop("signed elsewhere.pdf", &bytes);
    assert_eq!((&state["state"], &state["copy"]["found"]), (&json!("signed_copy"), &json!("short_code")), "{state}");
    assert_eq!(state["copy"]["pages"]["missing"], json!([]), "every page says its number");
}

#[test]
fn what_was_superseded_is_said_and_a_later_version_too() {
    let case = Case::begin(READER, REASON);
    let letter = case.journey.call("packet_make", json!({ "decision": case.decision["id"], "paper": "letter" }));
    assert_eq!(letter["version"], 2);
    let sheet = case.scanned(1, 150, &SCANNED);
    let state = case.drop("version 1.jpg", &jpeg::of(&sheet, 75, 150));
    assert_eq!((&state["copy"]["version"], &state["copy"]["later_version"]), (&json!(1), &json!(2)), "{state}");
    case.decide_again();
    let late = case.drop("late.png", &sheet.png(150));
    assert_eq!((&late["state"], &late["copy"]["superseded_by"]), (&json!("signed_copy"), &json!(2)), "{late}");
    assert_eq!(case.copy()["superseded_by"], 2, "on the decision's own screen, too");

    // It is said where the packet is printed from, before anybody signs another copy of it.
    let packets = case.journey.call("packets", json!({}));
    let of = |version: u64| {
        packets.as_array().into_iter().flatten().find(|row| row["version"] == version).expect("it is listed")
    };
    assert_eq!((&of(1)["superseded_by"], &of(1)["later_version"]), (&json!(2), &json!(2)));
    assert_eq!((&of(2)["superseded_by"], &of(2)["later_version"]), (&json!(2), &Value::Null));
    let shown = case.journey.call("packet", json!({ "packet": letter["id"] }));
    assert_eq!(shown["superseded_by"], 2, "{shown}");

    // Checked as a file, a picture is told for what it is and proves nothing.
    let path = case.journey.file("photo.png", &sheet.png(150));
    let known = case.journey.app.identify(&path).expect("it is looked at");
    let copy = Known::Document { file_name: "late.png".to_owned() };
    assert_eq!(known, copy, "byte for byte what was received");
    let path = case.journey.file("another.jpg", &jpeg::of(&sheet, 60, 150));
    match case.journey.app.identify(&path).expect("it is looked at") {
        Known::Copy { number, version, decision, .. } => {
            assert_eq!((number.as_str(), version, decision), ("P-0001", 1, 1));
        }
        other => panic!("a copy: {other:?}"),
    }
}
