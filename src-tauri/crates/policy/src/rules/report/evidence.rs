//! `REPORT-EVIDENCE` (`practice.md` §3.0 A1, §3.2 C1, §4.3, §8.2).

use crate::{
    Rank, alternative,
    ask::Ask,
    rules::{Basis, Case, Checked, Family, Help, Rule, Ruling},
    standard::MainEvidence,
    words,
};
use countersign_domain::Kind;

pub(crate) const RULE: Rule = Rule {
    code: "REPORT-EVIDENCE",
    family: Family::Report,
    title: "Kind of evidence fits the class",
    help: Help {
        checks: "Whether the main evidence is of a kind that the vendor's class accepts: a SOC 2 Type 2 report, or one of the substitutes that the policy names for the class.",
        why: "A Type 1 shows design on one day, a SOC 3 leaves out the tests, a questionnaire is what the vendor says of itself. What we rely on most needs proof of operation over time.",
        evidence: "The report or substitute named by the policy. An ISO/IEC 27001 certificate counts with scope and Statement of Applicability; a Type 1 counts for medium vendors with a dated plan for a Type 2.",
        resolve: "Ask for the report. If there is none, take the path without a report: sort the reason, score the core controls, limit the use, and have it approved one rank higher with an end date.",
    },
    source: "practice.md §4.3, §8.2, §8.3",
    questions: &["A1", "C1"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let accepted: Vec<&str> = limits.accepted_evidence.iter().map(|form| form.title()).collect();
    let required =
        if limits.evidence_required { format!("One of: {}", accepted.join("; ")) } else { "None required".to_owned() };
    let best = limits.accepted_evidence.first().map_or(MainEvidence::Soc2Type2, |form| *form);
    let preferred = || Ask::Report { form: best.title().to_owned(), ending_after: None };
    let ruling = match case.basis {
        Basis::Accepted(form, evidence) => {
            let ruling = match form {
                MainEvidence::Soc2Type1WithPlan if best == MainEvidence::Soc2Type2 => {
                    Ruling::warn(required, "SOC 2 Type 1 report; a Type 2 is planned").ask(preferred())
                }
                MainEvidence::Iso27001Supplemented => {
                    Ruling::warn(required, "ISO/IEC 27001 certificate with supplements in place of a report")
                        .ask(preferred())
                }
                form => Ruling::pass(required, form.title()),
            };
            ruling.by(evidence.id)
        }
        Basis::None if !limits.evidence_required => Ruling::not_applicable("This class needs no report"),
        Basis::Insufficient(evidence) if !limits.evidence_required => {
            Ruling::pass(required, evidence.kind.title()).by(evidence.id)
        }
        Basis::Insufficient(evidence) if evidence.kind != Kind::BridgeLetter => {
            let rank = case.usual_rank().above();
            Ruling::fail(required, evidence.kind.title()).only(rank).ask(preferred())
        }
        Basis::Insufficient(_) | Basis::None => nothing(case, required).ask(preferred()),
        Basis::WithoutReport(_) => {
            without_report(case, &required).unwrap_or_else(|| nothing(case, required).ask(preferred()))
        }
    };
    Ok(ruling)
}

/// Nothing is held, with what became of the path without a report. To live without any is approved one rank above the usual
/// one, whether the path is recorded or not (§8.3).
fn nothing(case: &Case<'_>, required: String) -> Ruling {
    let ended = case.snapshot.alternative.as_ref().and_then(|path| path.expires_on).filter(|last| case.today > *last);
    let found = ended.map_or_else(
        || "None is held".to_owned(),
        |last| format!("None is held; the assessment without a report ran out on {}", words::date(last)),
    );
    Ruling::missing(required, found).only(case.usual_rank().above())
}

/// What the path without a report gives, where it was taken. Where it suffices, one rank above the usual one may approve it;
/// where it does not, it is for the highest alone to live with that.
fn without_report(case: &Case<'_>, required: &str) -> Option<Ruling> {
    let path = case.snapshot.alternative.as_ref()?;
    let (tier, _) = case.class?;
    let assessed = alternative::assess(tier, path, case.policy, case.today);
    let rank = case.usual_rank().above();
    let why = path.reason.map_or_else(String::new, |reason| format!(" ({})", words::lower_first(reason.title())));
    let flags =
        assessed.red_flags.iter().fold(String::new(), |said, flag| said + ". Red flag: " + &words::lower_first(flag));
    let found = |what: &str| format!("Without a report{why}; {what}{flags}");
    let lacking: Vec<String> = assessed.shortfalls.iter().map(|lack| words::lower_first(&lack.what)).collect();
    let lacking = || found(&lacking.join("; "));
    let asks = assessed.shortfalls.iter().map(|lack| lack.ask.clone());
    let required = required.to_owned();
    Some(match assessed.enough {
        None => Ruling::missing(required, lacking()).only(Rank::Executive).ask_all(asks),
        Some(true) if assessed.granted => {
            let ruling = Ruling::warn(required, found("substitutes and core controls suffice, approved for a time"));
            match assessed.until {
                Some(until) => ruling.accepted_until(until),
                None => ruling,
            }
        }
        Some(true) => {
            let ran_out = assessed.until.filter(|until| case.today > *until);
            let approval = ran_out.map_or_else(
                || "nobody has approved".to_owned(),
                |until| format!("the approval ran out on {}", words::date(until)),
            );
            Ruling::fail(required, found(&format!("substitutes and core controls suffice, {approval}")))
                .only(rank)
                .ask(Ask::ours("Have the path without a report approved one rank higher, with an end date"))
        }
        Some(false) => Ruling::fail(required, lacking()).only(Rank::Executive).ask_all(asks),
    })
}
