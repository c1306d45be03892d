//! `DATE-LETTERS` (`practice.md` §3.2 C6, §4.2).

use crate::{
    ask::Ask,
    months,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    snapshot::{Evidence, LetterSigner},
    words,
};

pub(crate) const RULE: Rule = Rule {
    code: "DATE-LETTERS",
    family: Family::Dates,
    title: "Bridge letters are what they should be",
    help: Help {
        checks: "Each bridge letter that could extend the report: whether the vendor's management signed it, whether it joins what is covered, how long it is, and whether it speaks of changes and known failures.",
        why: "A bridge letter is a statement of management, never assurance. One that claims to be assurance, or that keeps silent about what is known to have happened, is worse than none.",
        evidence: "A letter signed by the vendor's management that begins at the end of the period (or of the letter before), for up to three months, stating material changes and known control failures.",
        resolve: "Record on the letter itself for whom it was signed and whether it contradicts what is known. Ask for a letter with the missing statement. Beyond six months ask for the next report, not for a longer letter.",
    },
    source: "practice.md §3.2 C6, §4.2",
    questions: &["C6"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = &case.policy.settings().bridge_letter;
    let (_, coverage) = case.coverage()?;
    let required = format!(
        "Signed by management, joining, at most {}, stating changes",
        words::count(limits.months_ok.into(), "month")
    );
    // A letter on days that a later report covers is history.
    let letters: Vec<&Evidence> = case
        .letters()
        .filter(|letter| {
            let to = letter.letter.as_ref().and_then(|facts| facts.to.as_ref());
            to.is_none_or(|to| to.value > coverage.report_end)
        })
        .collect();
    if letters.is_empty() {
        return Ok(Ruling::not_applicable("No bridge letter extends the report"));
    }
    let mut worst: Option<Ruling> = None;
    for letter in letters {
        let judged = judge(case, letter, &required);
        if worst.as_ref().is_none_or(|worst| judged.outcome.weight() > worst.outcome.weight()) {
            worst = Some(judged);
        }
    }
    Ok(worst.expect("there is a letter"))
}

fn judge(case: &Case<'_>, evidence: &Evidence, required: &str) -> Ruling {
    let limits = &case.policy.settings().bridge_letter;
    let required = required.to_owned();
    let read = Ask::ours("Read the bridge letter: who signed it, from when until when it speaks");
    let Some(facts) = &evidence.letter else {
        return Ruling::missing(required, "What the letter says is not known").ask(read);
    };
    let again = |from, to| Ask::BridgeLetter { from, to };
    let (Some(from), Some(to)) = (&facts.from, &facts.to) else {
        return Ruling::missing(required, "The letter's days are not known").ask(read);
    };
    let span = format!("{} to {}", words::date(from.value), words::date(to.value));
    let cited = |ruling: Ruling| ruling.cite(evidence.id, from).cite(evidence.id, to);
    let ask = again(from.value, case.today.max(to.value));
    if let Some(why) = &facts.refused {
        let why = if why.is_empty() { "it does not count" } else { why };
        return cited(Ruling::fail(required, format!("{span}, refused in the review: {why}"))).ask(ask);
    }
    match facts.signer {
        Some(LetterSigner::Auditor) => {
            let found = format!("{span}, signed by the auditor as if it were assurance");
            return cited(Ruling::fail(required, found)).ask(ask);
        }
        Some(LetterSigner::Other) if limits.must_be_signed_by_management => {
            return cited(Ruling::fail(required, format!("{span}, not signed by management"))).ask(ask);
        }
        None if limits.must_be_signed_by_management => {
            return cited(Ruling::missing(required, format!("{span}; who signed is not known"))).ask(read);
        }
        Some(LetterSigner::VendorManagement | LetterSigner::Other) | None => {}
    }
    if to.value < from.value {
        return cited(Ruling::fail(required, format!("It ends before it starts: {span}"))).ask(ask);
    }
    if facts.contradicts_events == Some(true) {
        return cited(Ruling::fail(required, format!("{span}, contradicts what is known to have happened"))).ask(ask);
    }
    let joined = case.coverage.is_some_and(|coverage| from.value <= words::next_day(coverage.cover_end));
    if !joined {
        return cited(Ruling::warn(required, format!("{span}, does not join what is covered"))).ask(ask);
    }
    let mut flaws = Vec::new();
    let after = words::next_day(to.value);
    if after > months::add(from.value, limits.months_cap.into()) {
        flaws.push(format!("longer than the {} that count", words::count(limits.months_cap.into(), "month")));
    } else if after > months::add(from.value, limits.months_ok.into()) {
        flaws.push(format!("longer than {}", words::count(limits.months_ok.into(), "month")));
    }
    if evidence.report_date.as_ref().is_some_and(|dated| dated.value < to.value) {
        flaws.push("dated before its last day, so that it covers only to its own date".to_owned());
    }
    match facts.states_changes {
        Some(true) => {}
        Some(false) => flaws.push("silent or vague on changes".to_owned()),
        None => flaws.push("whether it speaks of changes is not recorded".to_owned()),
    }
    if flaws.is_empty() {
        cited(Ruling::pass(required, span)).by(evidence.id)
    } else {
        cited(Ruling::warn(required, format!("{span}, {}", flaws.join(", ")))).by(evidence.id)
    }
}
