//! Invented decisions at the limits: the longest names, other scripts.

use crate::common::{decision, signer, with_conditions};
use countersign_packet::input::FrozenDecision;

/// A text of about so many letters, with words of many lengths.
pub(crate) fn words(length: usize, seed: &str) -> String {
    let mut text = String::new();
    let syllables = ["har", "bour", "light", "mer", "row", "lis", "le", "tide", "well", "quar", "ry", "stone"];
    let mut state = seed.len() * 7 + 3;
    while text.len() < length {
        for _ in 0..=(state % 4) {
            text.push_str(syllables[state % syllables.len()]);
            state = state * 31 % 1_009 + 1;
        }
        text.push(' ');
    }
    text.truncate(length);
    text.trim_end().to_owned()
}

/// Everything as long as it can be.
pub(crate) fn longest() -> FrozenDecision {
    let mut input = with_conditions(12);
    input.organisation = words(200, "organisation");
    input.vendor.name = words(200, "vendor name");
    input.vendor.service = Some(words(200, "service"));
    input.vendor.tier_reason = Some(words(2_000, "reason of the tier"));
    input.vendor.owner = Some(words(200, "owner"));
    input.decision.reason = words(2_000, "reason");
    input.decision.recorded_by = words(200, "recorder");
    for (index, condition) in input.decision.conditions.iter_mut().enumerate() {
        condition.what = words(2_000, &"c".repeat(index));
        condition.owner = words(200, "condition owner");
    }
    let make = |index: usize| signer(&words(200, &"s".repeat(index)), &words(200, "title"), "Business owner");
    input.signers = (0..30).map(make).collect();
    input.documents[0].file_name = "x".repeat(200);
    input
}

/// Names in other scripts than Latin.
pub(crate) fn many_scripts() -> FrozenDecision {
    let mut input = decision();
    input.organisation = String::from("Ελληνικά Όργανα Α.Ε.");
    input.vendor.name = String::from("شركة الميناء للرواتب");
    input.vendor.service = Some("Расчёт зарплаты / חישוב שכר (חברה בע\"מ) 2026".to_owned());
    input.vendor.owner = Some("משה כהן, Head of Finance (IL)".to_owned());
    input.decision.reason = String::from(
        "The vendor “شركة الميناء للرواتب” is written so in its contract (2026). 東京 and → are \
                             not in our fonts; Zürich, Łódź, Đà Nẵng and Τιμή are. Office, fluffy, affix.",
    );
    input.signers[0].name = String::from("محمد عبد الله");
    input
}
