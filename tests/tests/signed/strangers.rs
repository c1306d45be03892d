//! What is dropped and is no copy of a packet: codes of others, and pictures that cannot be read.

use super::{READER, REASON, SCANNED};
use countersign_tests::paper::{Case, Wear, codes, jpeg, pdf_of};
use serde_json::{Value, json};

#[test]
fn codes_that_are_not_ours_make_a_document_as_any_other_with_a_note() {
    let (case, other) = (Case::begin(READER, REASON), Case::begin(READER, "Another workspace decided otherwise."));
    let noted = |state: &Value, says: &str| {
        assert_eq!(state["state"], "stored", "{says}: {state}");
        let view = case.journey.call("document", json!({ "document": state["document"] }));
        assert_eq!(view["copy_of"], Value::Null, "{says}");
        let warnings = view["warnings"].as_array().expect("a list").clone();
        let note = warnings.iter().find(|warning| warning["code"] == "packet_code");
        let note = note.map_or_else(String::new, |note| note["message"].as_str().unwrap_or_default().to_owned());
        assert!(note.contains(says) != says.is_empty() || note.is_empty(), "it says {says:?}: {note:?}");
    };
    let theirs = other.scanned(1, 150, &SCANNED);
    noted(&case.drop("theirs.jpg", &jpeg::of(&theirs, 75, 150)), "not with the short code");
    let code = |text: &str| codes::page_with(text, 6).png(150);
    noted(&case.drop("unknown.png", &code("CS1:P-0099:3:WM34-K0T5-H6MA")), "does not have");
    noted(&case.drop("forged.png", &code("CS1:P-0001:1:' OR 1=1 --")), "goes on otherwise");
    noted(&case.drop("endless.png", &code(&format!("CS1:P-0001:1:{}", "W".repeat(900)))), "goes on otherwise");
    noted(&case.drop("address.png", &code("https://example.com/CS1:P-0001:1")), "");
    let both = pdf_of(&[case.scanned(1, 150, &SCANNED), codes::page_with("CS1:P-0099:3:WM34-K0T5-H6MA", 6)], 150);
    let state = case.drop("ours and theirs.pdf", &both);
    assert_eq!(state["state"], "signed_copy", "a stray page of another does not hide ours: {state}");
}

#[test]
fn pictures_that_are_broken_or_endless_are_refused_in_words() {
    let case = Case::begin(READER, REASON);
    let sheet = case.scanned(1, 100, &Wear::NONE);
    let (png, jpeg) = (sheet.png(100), jpeg::of(&sheet, 70, 100));
    let mut endless = png.clone();
    endless[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    // The checksum of the header must fit, or the picture is damaged before it is large.
    let crc = endless[12..29].iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    });
    endless[29..33].copy_from_slice(&(!crc).to_be_bytes());
    let mut wide = jpeg.clone();
    let frame = wide.windows(2).position(|two| two == [0xff, 0xc0]).expect("a frame");
    wide[frame + 5..frame + 9].copy_from_slice(&[0x75, 0x30, 0x75, 0x30]);
    let cases: [(&str, &[u8], &str); 7] = [
        ("cut.png", &png[..png.len() / 2], "damaged"),
        ("cut.jpg", &jpeg[..jpeg.len() * 2 / 3], "damaged"),
        ("cut at its end.jpg", &jpeg[..jpeg.len() - 2], "damaged"),
        ("head.jpg", &jpeg[..4], "damaged"),
        ("30000.png", &endless, "too_large"),
        ("30000.jpg", &wide, "too_large"),
        ("photo.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "not_a_pdf"),
    ];
    for (name, bytes, reason) in cases {
        let state = case.drop(name, bytes);
        assert_eq!((&state["state"], &state["reason"]), (&json!("refused"), &json!(reason)), "{name}: {state}");
    }
    assert_eq!(case.drop("good.png", &png)["state"], "signed_copy", "and the next one is read");
}
