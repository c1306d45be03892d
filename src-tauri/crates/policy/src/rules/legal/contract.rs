//! `LEGAL-CONTRACT` (`practice.md` §3.7 H4, H5, §6.4).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    words,
};
use countersign_domain::{
    Kind, Tier, choices,
    register::{AiUse, Contract},
};

pub(crate) const RULE: Rule = Rule {
    code: "LEGAL-CONTRACT",
    family: Family::Legal,
    title: "Contract holds the duties that the report does not prove",
    help: Help {
        checks: "Whether the contract says what we need of it: notice of breaches, the yearly report, return or deletion of data, notice of new subprocessors, a data processing agreement where people's data is handled, and terms on artificial intelligence where it works on our data.",
        why: "A report proves no legal duty. What the contract leaves out nobody has to do, at the moment when it matters.",
        evidence: "The clauses of the contract, or the data processing agreement on file.",
        resolve: "Ask for the missing clauses before signing, or at renewal; record what was agreed.",
    },
    source: "practice.md §3.7 H4, H5, §6.4",
    questions: &["H4"],
    check,
};

choices! {
    /// A duty that a contract can hold (`practice.md` §6.4).
    Clause {
        /// The vendor tells us of breaches within a time.
        BreachNotice = "breach_notice", "notice of breaches";
        /// We are given a report every year.
        Reports = "reports", "a report every year";
        /// Data is returned or deleted at the end.
        ReturnOrDeletion = "return_or_deletion", "return or deletion of data";
        /// New subprocessors are announced.
        SubprocessorNotice = "subprocessor_notice", "notice of new subprocessors";
        /// A data processing agreement is part of it.
        DataProcessing = "data_processing", "data processing";
        /// Whether and how our data may be used by artificial intelligence.
        Ai = "ai", "use of our data by artificial intelligence";
        /// We may audit or assess.
        Audit = "audit", "right to audit or assess";
    }
}

impl Clause {
    /// Whether the vendor's contract is asked for it.
    pub fn is_asked(self, case: &Case<'_>) -> bool {
        if case.class.is_none_or(|(tier, _)| tier == Tier::Low) {
            return false;
        }
        let profile = &case.snapshot.profile;
        match self {
            Self::BreachNotice | Self::Reports | Self::ReturnOrDeletion | Self::SubprocessorNotice => true,
            Self::DataProcessing => profile.handles_personal_data() == Some(true),
            Self::Ai => profile.engagements.iter().any(|engagement| engagement.ai_on_our_data == Some(AiUse::Yes)),
            Self::Audit => false,
        }
    }

    /// Whether a contract has it; `None` where nobody has looked it up.
    pub fn stands_in(self, contract: &Contract) -> Option<bool> {
        match self {
            Self::BreachNotice => contract.breach_notice.map(|_| true),
            Self::Reports => contract.right_to_reports,
            Self::ReturnOrDeletion => contract.return_or_deletion,
            Self::SubprocessorNotice => contract.subprocessor_notice,
            Self::DataProcessing => contract.data_processing_agreement,
            Self::Ai => contract.ai_terms,
            Self::Audit => contract.audit_right,
        }
    }
}

fn check(case: &Case<'_>) -> Checked {
    case.limits()?;
    if case.snapshot.tier == Some(Tier::Low) {
        return Ok(Ruling::not_applicable("This class does not ask for it"));
    }
    let contracts = &case.snapshot.profile.contracts;
    let dpa = case.held(&[Kind::Dpa]).first().map(|document| document.id);
    let terms: Vec<(&str, Option<bool>)> = Clause::ALL
        .iter()
        .filter(|clause| clause.is_asked(case))
        .map(|clause| match clause {
            // A paper of its own is as good as a clause.
            Clause::DataProcessing if dpa.is_some() => (clause.title(), Some(true)),
            _ => (clause.title(), any(contracts, |contract| clause.stands_in(contract))),
        })
        .collect();
    let required = words::list(&terms.iter().map(|(term, _)| *term).collect::<Vec<_>>());
    let pick = |wanted: Option<bool>| -> Vec<&str> {
        terms.iter().filter(|(_, held)| *held == wanted).map(|(term, _)| *term).collect()
    };
    let (absent, open) = (pick(Some(false)), pick(None));
    let asks = |terms: &[&str]| -> Vec<Ask> {
        terms.iter().map(|term| Ask::ContractTerm { term: (*term).to_owned() }).collect()
    };
    if contracts.is_empty() && !case.snapshot.in_use {
        return Ok(Ruling::not_applicable("There is no contract yet"));
    }
    let mut ruling = if absent.contains(&"data processing") {
        // The one duty without which the law forbids the use.
        Ruling::fail(required, format!("Not agreed: {}", words::list(&absent))).ask_all(asks(&absent))
    } else if !absent.is_empty() {
        Ruling::warn(required, format!("Not agreed: {}", words::list(&absent))).ask_all(asks(&absent))
    } else if !open.is_empty() {
        let task = Ask::ours(format!("Look up in the contract: {}", words::list(&open)));
        Ruling::missing(required, format!("Not looked up: {}", words::list(&open))).ask(task)
    } else {
        Ruling::pass(required, "All agreed")
    };
    ruling.satisfied_by.extend(dpa);
    Ok(ruling)
}

/// Whether any contract has the term; `None` where none is known to have it and one is not looked up.
fn any(contracts: &[Contract], term: impl Fn(&Contract) -> Option<bool>) -> Option<bool> {
    let answers: Vec<Option<bool>> = contracts.iter().map(term).collect();
    if answers.contains(&Some(true)) {
        Some(true)
    } else if answers.is_empty() || answers.contains(&None) {
        None
    } else {
        Some(false)
    }
}
