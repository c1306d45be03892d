//! Examples of the rules on dates.

use super::{Example, example, on};
use crate::{
    fixture::{day, document, letter, next_audit, report},
    rules::RuleOutcome::{Fail, Missing, NotApplicable, Pass, Warn},
    snapshot::{Cited, LetterFacts, LetterSigner, Snapshot},
};
use countersign_domain::{Kind, Tier, register::Term};

fn start(s: &mut Snapshot, text: &str) {
    s.evidence[0].period_start = Some(Cited::on(3, day(text)));
}

fn end(s: &mut Snapshot, text: &str) {
    s.evidence[0].period_end = Some(Cited::on(3, day(text)));
}

fn dated(s: &mut Snapshot, text: &str) {
    s.evidence[0].report_date = Some(Cited::on(5, day(text)));
}

fn undated(s: &mut Snapshot) {
    s.evidence[0].period_end = None;
}

fn no_class(s: &mut Snapshot) {
    s.tier = None;
}

/// A letter on the time from the period's end.
fn bridged<'a>(s: &'a mut Snapshot, to: &str) -> &'a mut LetterFacts {
    s.evidence.push(letter(20, "2026-01-01", to));
    s.evidence.last_mut().and_then(|evidence| evidence.letter.as_mut()).expect("just added")
}

/// A report before, on a period that ended then.
fn before(s: &mut Snapshot, from: &str, to: &str) {
    let mut older = report();
    older.id = document(40);
    older.period_start = Some(Cited::on(3, day(from)));
    older.period_end = Some(Cited::on(3, day(to)));
    s.evidence.push(older);
}

fn contract_to(s: &mut Snapshot, text: &str) {
    s.profile.contracts[0].term = Term::new(None, Some(day(text)), None, None, None).expect("a term");
}

pub(super) const EXAMPLES: &[Example] = &[
    example("DATE-ORDER", Pass, "in order", |_| {}),
    example("DATE-ORDER", Fail, "the period ends in the future", |s| end(s, "2026-02-16")),
    example("DATE-ORDER", Fail, "dated in the future", |s| dated(s, "2026-02-16")),
    example("DATE-ORDER", Fail, "dated before the period ended", |s| dated(s, "2025-12-30")),
    example("DATE-ORDER", Fail, "a period of no length", |s| start(s, "2025-12-31")),
    example("DATE-ORDER", Fail, "a period that ends before it starts", |s| start(s, "2026-01-20")),
    example("DATE-ORDER", Warn, "cover and opinion differ", |s| {
        let pages = vec![1, 4];
        s.evidence[0].contradictions = vec![Cited { value: "two ends of the period".to_owned(), pages }];
    }),
    example("DATE-ORDER", Missing, "no end", undated),
    example("DATE-ORDER", Missing, "no start", |s| s.evidence[0].period_start = None),
    example("DATE-ORDER", Missing, "no report", |s| s.evidence.clear()),
    example("DATE-OBSERVATION", Pass, "twelve months", |_| {}),
    example("DATE-OBSERVATION", Pass, "six months, the minimum", |s| start(s, "2025-07-01")),
    example("DATE-OBSERVATION", Warn, "four months", |s| start(s, "2025-09-01")),
    example("DATE-OBSERVATION", Fail, "two months", |s| start(s, "2025-11-01")),
    example("DATE-OBSERVATION", Missing, "no start", |s| s.evidence[0].period_start = None),
    example("DATE-OBSERVATION", NotApplicable, "a Type 1", |s| s.evidence[0].kind = Kind::Soc2Type1),
    on("2026-12-31", example("DATE-AGE", Pass, "twelve months to the day", |_| {})),
    on("2027-01-01", example("DATE-AGE", Fail, "a day more", |_| {})),
    on(
        "2027-01-01",
        example("DATE-AGE", Fail, "a letter without proof", |s| {
            bridged(s, "2026-06-30");
        }),
    ),
    on(
        "2027-01-01",
        example("DATE-AGE", Fail, "proof without a letter", |s| {
            s.next_audit = Some(next_audit("2027-02-01"));
        }),
    ),
    on(
        "2027-03-31",
        example("DATE-AGE", Warn, "the last day of grace", |s| {
            bridged(s, "2026-06-30");
            s.next_audit = Some(next_audit("2027-02-01"));
        }),
    ),
    on(
        "2027-04-01",
        example("DATE-AGE", Fail, "beyond the hard stop", |s| {
            bridged(s, "2026-06-30");
            s.next_audit = Some(next_audit("2027-02-01"));
        }),
    ),
    on("2027-12-31", example("DATE-AGE", Pass, "two years, low", |s| s.tier = Some(Tier::Low))),
    example("DATE-AGE", Missing, "no end", undated),
    example("DATE-AGE", Missing, "no class", no_class),
    on("2026-03-31", example("DATE-GAP", Pass, "three months", |_| {})),
    on("2026-04-01", example("DATE-GAP", Warn, "a letter is wanted", |_| {})),
    on("2026-06-30", example("DATE-GAP", Warn, "the last day", |_| {})),
    on("2026-07-01", example("DATE-GAP", Fail, "a day more", |_| {})),
    on("2027-12-01", example("DATE-GAP", Warn, "low, in the last month", |s| s.tier = Some(Tier::Low))),
    on(
        "2026-07-01",
        example("DATE-GAP", Fail, "a letter whose signer is not known does not count", |s| {
            bridged(s, "2026-06-30").signer = None;
        }),
    ),
    example("DATE-GAP", Missing, "no end", undated),
    on(
        "2026-04-05",
        example("DATE-LETTERS", Pass, "three months", |s| {
            bridged(s, "2026-03-31");
        }),
    ),
    on(
        "2026-04-05",
        example("DATE-LETTERS", Warn, "a day more", |s| {
            bridged(s, "2026-04-01");
        }),
    ),
    on(
        "2026-08-05",
        example("DATE-LETTERS", Warn, "more than counts", |s| {
            bridged(s, "2026-07-31");
        }),
    ),
    on(
        "2026-04-05",
        example("DATE-LETTERS", Warn, "vague on changes", |s| {
            bridged(s, "2026-03-31").states_changes = Some(false);
        }),
    ),
    on(
        "2026-04-05",
        example("DATE-LETTERS", Fail, "signed by the auditor", |s| {
            bridged(s, "2026-03-31").signer = Some(LetterSigner::Auditor);
        }),
    ),
    on(
        "2026-04-05",
        example("DATE-LETTERS", Fail, "contradicts events", |s| {
            bridged(s, "2026-03-31").contradicts_events = Some(true);
        }),
    ),
    on(
        "2026-04-05",
        example("DATE-LETTERS", Missing, "who signed?", |s| {
            bridged(s, "2026-03-31").signer = None;
        }),
    ),
    on(
        "2026-04-05",
        example("DATE-LETTERS", Warn, "leaves January open", |s| {
            s.evidence.push(letter(20, "2026-02-01", "2026-03-31"));
        }),
    ),
    example("DATE-LETTERS", NotApplicable, "none", |_| {}),
    example("DATE-CONTINUITY", Pass, "joins", |s| before(s, "2024-01-01", "2024-12-31")),
    example("DATE-CONTINUITY", Pass, "overlaps", |s| before(s, "2024-01-01", "2025-01-31")),
    example("DATE-CONTINUITY", Warn, "31 days", |s| before(s, "2024-01-01", "2024-11-30")),
    example("DATE-CONTINUITY", Fail, "32 days", |s| before(s, "2024-01-01", "2024-11-29")),
    example("DATE-CONTINUITY", Warn, "32 days, explained", |s| {
        before(s, "2024-01-01", "2024-11-29");
        s.evidence[0].judged.gap_explained = Some(true);
    }),
    example("DATE-CONTINUITY", Missing, "no start", |s| s.evidence[0].period_start = None),
    example("DATE-CONTINUITY", NotApplicable, "the first report", |_| {}),
    example("DATE-CONTINUITY", NotApplicable, "one inside of it is not the one before", |s| {
        before(s, "2025-03-01", "2025-08-31");
    }),
    example("DATE-CONTINUITY", NotApplicable, "the same report twice", |s| before(s, "2025-01-01", "2025-12-31")),
    example("DATE-ISSUE-LAG", Pass, "36 days", |_| {}),
    example("DATE-ISSUE-LAG", Warn, "nine days", |s| dated(s, "2026-01-09")),
    on("2026-06-01", example("DATE-ISSUE-LAG", Warn, "121 days", |s| dated(s, "2026-05-01"))),
    example("DATE-ISSUE-LAG", Fail, "before the end", |s| dated(s, "2025-12-30")),
    example("DATE-ISSUE-LAG", Missing, "not dated", |s| s.evidence[0].report_date = None),
    example("DATE-RENEWAL", Pass, "the contract ends first", |_| {}),
    example("DATE-RENEWAL", Pass, "too early to ask", |s| contract_to(s, "2027-12-31")),
    on("2026-11-01", example("DATE-RENEWAL", Fail, "nothing known near the limit", |s| contract_to(s, "2027-12-31"))),
    example("DATE-RENEWAL", Pass, "expected in time", |s| {
        contract_to(s, "2027-12-31");
        s.next_audit = Some(next_audit("2026-12-31"));
    }),
    example("DATE-RENEWAL", Warn, "sixty days late", |s| {
        contract_to(s, "2027-12-31");
        s.next_audit = Some(next_audit("2027-03-01"));
    }),
    example("DATE-RENEWAL", Fail, "61 days late", |s| {
        contract_to(s, "2027-12-31");
        s.next_audit = Some(next_audit("2027-03-02"));
    }),
    on(
        "2026-12-20",
        example("DATE-RENEWAL", Warn, "expected, and not received", |s| {
            contract_to(s, "2027-12-31");
            s.next_audit = Some(next_audit("2026-12-15"));
        }),
    ),
    example("DATE-RENEWAL", Missing, "no contract entered", |s| s.profile.contracts.clear()),
    example("DATE-RENEWAL", NotApplicable, "not in use yet", |s| {
        s.profile.contracts.clear();
        s.in_use = false;
    }),
];
