//! What is agreed with the vendor, clause by clause, as it is frozen (`practice.md` §6.4; §7.1, page 12). What is paid stays out.

use crate::acceptance::Weighed;
use chrono::NaiveDate;
use countersign_domain::{
    Kind,
    register::{Contract, Renewal},
};
use countersign_packet::input::{ClauseState, FrozenClause, FrozenContract};
use countersign_policy::{
    rules::{Case, Clause},
    words,
};

/// In hours: a breach told later than this leaves us no time of the 72 hours that data protection law gives us from then on.
const USUAL_NOTICE: u32 = 72;

/// Freezes the contracts in the order of the register.
pub(super) fn freeze(weighed: &Weighed, today: NaiveDate) -> Vec<FrozenContract> {
    let case = Case::new(&weighed.facts, &weighed.policy, today);
    weighed.facts.profile.contracts.iter().map(|contract| of(contract, &case)).collect()
}

fn of(contract: &Contract, case: &Case<'_>) -> FrozenContract {
    FrozenContract {
        title: contract.title.to_string(),
        term: term(contract, case.today),
        notice_by: contract.term.next_notice_deadline(case.today),
        law: contract.governing_law.as_ref().map(ToString::to_string),
        clauses: Clause::ALL.iter().map(|clause| of_clause(*clause, contract, case)).collect(),
    }
}

fn of_clause(clause: Clause, contract: &Contract, case: &Case<'_>) -> FrozenClause {
    let hours =
        contract.breach_notice.map(countersign_domain::register::Hours::get).filter(|_| clause == Clause::BreachNotice);
    let own_paper = clause == Clause::DataProcessing
        && contract.data_processing_agreement != Some(true)
        && case.snapshot.evidence.iter().any(|evidence| evidence.kind == Kind::Dpa);
    let state = match (clause.stands_in(contract), hours) {
        _ if own_paper => ClauseState::Present,
        (Some(true), Some(hours)) if hours > USUAL_NOTICE => ClauseState::Weaker,
        (Some(true), _) => ClauseState::Present,
        (Some(false), _) => ClauseState::Missing,
        (None, _) => ClauseState::NotKnown,
    };
    FrozenClause {
        what: capitalised(clause.title()),
        state,
        term: match hours {
            Some(hours) if hours > USUAL_NOTICE => {
                Some(format!("Within {}; up to {USUAL_NOTICE} are usual", words::count(i64::from(hours), "hour")))
            }
            Some(hours) => Some(format!("Within {}", words::count(i64::from(hours), "hour"))),
            None => own_paper.then(|| "An agreement of its own is held".to_owned()),
        },
        asked: clause.is_asked(case),
    }
}

/// From when until when, and what happens then; `None` where neither day is recorded.
fn term(contract: &Contract, today: NaiveDate) -> Option<String> {
    let term = contract.term;
    let said = match (term.start(), term.current_end(today)) {
        (Some(start), Some(end)) => format!("from {} to {}", words::date(start), words::date(end)),
        (Some(start), None) => format!("from {}, without a recorded end", words::date(start)),
        (None, Some(end)) => format!("to {}", words::date(end)),
        (None, None) => return None,
    };
    Some(match term.renewal() {
        Some(Renewal::Automatic) => format!("{said}, then it renews"),
        Some(Renewal::Ends) => format!("{said}, then it ends"),
        None => said,
    })
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
