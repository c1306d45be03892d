//! `LEGAL-NDA` (`practice.md` §3.0 A3, §4.3, §4.5).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    standard::NdaDemand,
    words,
};
use countersign_domain::{Kind, register::NdaState};

pub(crate) const RULE: Rule = Rule {
    code: "LEGAL-NDA",
    family: Family::Legal,
    title: "Confidentiality was agreed",
    help: Help {
        checks: "Whether an agreement on confidentiality is in force and was so before the report came, or whether the vendor asks for none.",
        why: "SOC 2 reports are restricted to named parties. Who holds one without agreement may not use it, and loses the vendor's trust.",
        evidence: "A signed agreement, or the term accepted in the vendor's portal, dated before the report was received.",
        resolve: "Sign the agreement, or record the term that was accepted. If it came late, note so; if it ran out, renew it.",
    },
    source: "practice.md §3.0 A3, §4.3",
    questions: &["A3"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let required = limits.nda.title();
    let strict = limits.nda == NdaDemand::BeforeReceipt;
    let Some(nda) = case.snapshot.profile.nda else {
        return Ok(if strict {
            let task = Ask::ours("Record whether confidentiality was agreed");
            Ruling::missing(required, "Nothing is recorded").ask(task)
        } else {
            Ruling::not_applicable("Nothing says that the vendor asks for an agreement")
        });
    };
    let paper = Ask::Paper { kind: Kind::Nda };
    let received = case.main().filter(|evidence| evidence.kind.is_attestation()).and_then(|report| report.received_on);
    Ok(match nda.state() {
        NdaState::NotNeeded => Ruling::pass(required, "The vendor asks for none"),
        NdaState::Missing => Ruling::fail(required, "The vendor asks for one, and there is none").ask(paper),
        NdaState::Signed | NdaState::ClickThrough => {
            let title = nda.state().title();
            if let Some(until) = nda.until().filter(|until| *until < case.today) {
                return Ok(Ruling::fail(required, format!("{title}, ended on {}", words::date(until))).ask(paper));
            }
            match (nda.signed_on(), received) {
                (Some(signed), Some(received)) if signed > received => {
                    let (signed, received) = (words::date(signed), words::date(received));
                    Ruling::warn(required, format!("{title} on {signed}, after receipt on {received}"))
                }
                (Some(signed), _) => Ruling::pass(required, format!("{title} on {}", words::date(signed))),
                (None, _) if strict => {
                    let task = Ask::ours("Record when confidentiality was agreed");
                    Ruling::warn(required, format!("{title}; since when is not recorded")).ask(task)
                }
                (None, _) => Ruling::pass(required, title),
            }
        }
    })
}
