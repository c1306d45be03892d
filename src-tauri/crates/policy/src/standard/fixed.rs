//! What of the policy is fixed on purpose, and why: an editor shows it beside the settings.

use serde::Serialize;

/// Something that no setting changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Fixed {
    /// What holds.
    pub what: &'static str,
    /// Why no setting changes it.
    pub why: &'static str,
    /// Where it comes from.
    pub source: &'static str,
}

const fn fixed(what: &'static str, why: &'static str, source: &'static str) -> Fixed {
    Fixed { what, why, source }
}

/// All of it, in the order in which an editor shows it.
pub const FIXED: &[Fixed] = &[
    fixed(
        "A vendor without which work stops within a business day is critical",
        "That we depend on a vendor is a fact of its own beside the risk; the class is made of both.",
        "§4.1",
    ),
    fixed(
        "The points of each factor of the class",
        "They are the scale on which the limits of the classes are measured: change the limits instead.",
        "§4.1; S43",
    ),
    fixed(
        "Security is among the categories required",
        "Every other category builds on the common criteria, which are those of security.",
        "§0, §4.4",
    ),
    fixed(
        "A Type 1 alone never suffices for critical and high vendors",
        "It shows design on one day, and nothing of operation.",
        "§8.2; S04",
    ),
    fixed(
        "An adverse opinion or a disclaimer is never accepted for a critical vendor",
        "The auditor says that the controls do not hold, or that nobody could tell.",
        "§4.5",
    ),
    fixed(
        "The report of another company, or on another product, is accepted by nobody",
        "It says nothing of what we buy, whoever signs for it.",
        "§4.5",
    ),
    fixed(
        "A letter signed by the auditor as if it were assurance never counts",
        "A bridge letter is a statement of the vendor's management.",
        "§3.2 C6; S10-S13",
    ),
    fixed(
        "How far each substitute for a report goes, and what is looked at of it",
        "What an ISO certificate, a questionnaire or a penetration test can show does not depend on who relies on it. Which are \
         accepted for a class is a setting.",
        "[J] §8.2",
    ),
    fixed(
        "The twelve core controls of the path without a report",
        "Recorded scores would mean something else after every change. How high they must be is a setting.",
        "§8.3",
    ),
    fixed(
        "How the severity of a finding follows from its terms",
        "Findings of one year are compared with those of the next. What follows from a severity is a setting.",
        "[J] §5.2",
    ),
    fixed(
        "Who asked for a vendor is never the only one to approve it, and who asks for a deviation does not grant it",
        "No setting may take the second pair of eyes away.",
        "§5.5, §7.2",
    ),
    fixed(
        "Approving without a report needs one rank above the usual one",
        "It is the widest departure from what is asked.",
        "§8.3",
    ),
];
