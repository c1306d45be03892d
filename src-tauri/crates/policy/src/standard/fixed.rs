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
        "A penetration test and live control evidence support other evidence and never carry by themselves",
        "They show one moment: nothing of how controls worked before and after it. How far they count is a setting.",
        "§8.2, §3.9",
    ),
    fixed(
        "A SOC 1 report and a PCI DSS attestation never carry by themselves",
        "They examine controls over financial reporting and over card data: another subject than the security of the service.",
        "§8.2; S04",
    ),
    fixed(
        "A report past its age limit never carries by itself",
        "The age limit would mean nothing. With a bridge letter it counts within grace, and both lengths are settings.",
        "§8.2, §4.3",
    ),
    fixed("A readiness or engagement letter proves a plan only", "Nothing has been examined yet.", "§8.2"),
    fixed(
        "An ISO/IEC 27001 certificate is accepted as a report is only in date, with its scope and Statement of Applicability",
        "Without them nobody knows what is certified. For which classes it is accepted is a setting.",
        "§8.2; S04",
    ),
    fixed(
        "The twelve core controls of the path without a report",
        "Recorded scores would mean something else after every change. How high they must be is a setting.",
        "§8.3",
    ),
    fixed(
        "A control that is not there is accepted for no critical and no high vendor",
        "The path without a report rests on the core controls alone. How well they must be known is a setting.",
        "§8.3",
    ),
    fixed(
        "A control of our own is checked again twelve months after it was verified",
        "Each yearly report can bring other controls that are expected of us.",
        "§6.5; S04",
    ),
    fixed(
        "That access is dead is checked thirty days after a vendor was left",
        "It is the day that an auditor looks for in the record of an exit.",
        "§6.7; S17, S45",
    ),
    fixed(
        "How the severity of a finding follows from its terms",
        "Findings of one year are compared with those of the next. What follows from a severity is a setting.",
        "[J] §5.2",
    ),
    fixed(
        "A firm that nobody has looked up is a warning, and no evidence that is missing",
        "The look-up is ours to do: the vendor is not asked for it.",
        "§4.5, §4.6",
    ),
    fixed(
        "Second reader and approvers are never deviated from",
        "A deviation is granted by the same people whose signature it would do without.",
        "§7.2",
    ),
    fixed(
        "What must be known before a vendor goes on a step is listed, and stops no decision",
        "People decide on files that are not complete; a step that was refused would be taken outside the record.",
        "§6",
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
