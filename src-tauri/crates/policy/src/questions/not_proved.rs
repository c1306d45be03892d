//! What the report at hand does not prove, said for this vendor (`practice.md` §3.7, §3.9 no. 14).

use super::services;
use crate::{
    Policy,
    rules::{Case, CitedPage, RuleOutcome, RuleResult, apply_all},
    snapshot::{Applies, Snapshot},
    words,
};
use chrono::NaiveDate;
use countersign_domain::{
    Category, Kind,
    reading::SubserviceMethod,
    register::{AiUse, DataClass},
};
use serde::Serialize;

countersign_domain::choices! {
    /// What is not proved.
    Topic {
        /// Security after the period.
        Today = "today", "Security today";
        /// That there was no breach.
        Breach = "breach", "No breach";
        /// What lies outside the system examined.
        Scope = "scope", "What lies outside";
        /// Categories that were not examined.
        Categories = "categories", "Categories not examined";
        /// That controls always operated.
        Sampling = "sampling", "Every single case";
        /// The soundness of subservice organizations.
        Subservice = "subservice", "Subservice organizations";
        /// Legal duties.
        Law = "law", "Legal duties";
        /// Resistance to attack and the quality of the product.
        Technical = "technical", "Technical strength";
        /// Survival of the vendor.
        Survival = "survival", "Survival of the vendor";
        /// Our own part.
        OurPart = "our_part", "Our own part";
        /// Promises of the contract.
        Promises = "promises", "Promises in contracts";
    }
}

/// A thing that the report does not prove.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotProved {
    /// What it is about.
    pub topic: Topic,
    /// What is not proved, for this vendor.
    pub statement: String,
    /// What else is held that speaks of it; `None` where nothing does.
    pub filled_by: Option<String>,
    /// Where the report draws its line.
    pub citations: Vec<CitedPage>,
}

/// Says what the reports that count do not prove; empty where no SOC 2 report is looked at.
pub fn not_proved(snapshot: &Snapshot, policy: &Policy, today: NaiveDate) -> Vec<NotProved> {
    if snapshot.of_services.is_empty() {
        return of_report(snapshot, policy, today);
    }
    let parts = snapshot.of_services.iter();
    let parts: Vec<_> = parts.map(|part| (part.name.as_str(), of_report(&part.facts, policy, today))).collect();
    services::not_proved_together(&parts)
}

fn of_report(snapshot: &Snapshot, policy: &Policy, today: NaiveDate) -> Vec<NotProved> {
    let case = Case::new(snapshot, policy, today);
    let Some(report) = case.soc2() else { return Vec::new() };
    let results = apply_all(&case);
    let met = |code: &str| -> Option<String> {
        let result: &RuleResult = results.iter().find(|result| result.code == code)?;
        (result.outcome == RuleOutcome::Pass).then(|| result.found.to_string())
    };
    let mut said = Vec::new();
    let mut say = |topic: Topic, statement: String, filled_by: Option<String>, pages: &[u32]| {
        let citations = pages.iter().map(|page| CitedPage { document: report.id, page: *page }).collect();
        said.push(NotProved { topic, statement, filled_by, citations });
    };
    if let Some(end) = report.covers_to() {
        let what = format!("The report says nothing of the time after {}", words::date(end.value));
        let bridged = case.coverage.filter(|coverage| coverage.cover_end > coverage.report_end);
        let letters = bridged.map(|coverage| {
            format!("A statement of the vendor's management, not assurance, to {}", words::date(coverage.cover_end))
        });
        say(Topic::Today, what, letters, &end.pages);
    }
    say(Topic::Breach, "That there was no breach, and that there will be none".to_owned(), None, &[]);
    let scope = match &report.system {
        Some(system) => format!("Anything that the vendor does outside of {}", system.value),
        None => "Anything that the vendor does outside of the system examined".to_owned(),
    };
    say(Topic::Scope, scope, met("ENTITY-PRODUCT"), report.system.as_ref().map_or(&[], |system| &system.pages));
    if let Some(covered) = &report.categories {
        let absent: Vec<&str> = Category::ALL
            .into_iter()
            .filter(|category| !covered.value.contains(category))
            .map(Category::title)
            .collect();
        if !absent.is_empty() {
            let what = format!("Whatever belongs to {}, which was not examined", words::list(&absent));
            let filled =
                met("CATEGORY-COVERED").map(|_| "Our data requires none of it, or it is met otherwise".to_owned());
            say(Topic::Categories, what, filled, &covered.pages);
        }
    }
    let sampling = if report.kind == Kind::Soc2Type1 {
        "That the controls operate: a Type 1 looks at their design on one day".to_owned()
    } else {
        let untested = report.exceptions.as_ref().map_or(0, |exceptions| exceptions.not_occurred);
        let base = "That every single case was right: the auditor tests samples";
        if untested == 0 {
            base.to_owned()
        } else {
            format!("{base}; {} not tested because nothing occurred", words::count(untested.into(), "control"))
        }
    };
    say(Topic::Sampling, sampling, None, &[]);
    let carved: Vec<_> = snapshot
        .subservice
        .iter()
        .flatten()
        .filter(|party| party.method != Some(SubserviceMethod::Inclusive))
        .collect();
    if !carved.is_empty() {
        let names: Vec<&str> = carved.iter().map(|party| party.name.as_str()).collect();
        let pages: Vec<u32> = carved.iter().filter_map(|party| party.page).collect();
        let what = format!("That the controls of {} are sound; they were not examined", words::list(&names));
        say(Topic::Subservice, what, met("SUBSERVICE-COVERED"), &pages);
    }
    let laws = laws(snapshot);
    let law = if laws.is_empty() {
        "That the law is kept".to_owned()
    } else {
        format!("That legal duties on {} are met", words::list(&laws))
    };
    say(Topic::Law, law, met("CATEGORY-PAPERS").or_else(|| met("LEGAL-CONTRACT")), &[]);
    let technical = "That the product withstands a skilled attacker, and that its code is good".to_owned();
    say(Topic::Technical, technical, met("SUPPLEMENT-PENTEST"), &[]);
    let survival = "That the vendor is financially sound and will go on".to_owned();
    let way_out = [met("CONTINUITY-EXIT").map(|plan| format!("Exit plan: {plan}")), met("CONTINUITY-ESCROW")];
    let way_out: Vec<String> = way_out.into_iter().flatten().collect();
    say(Topic::Survival, survival, (!way_out.is_empty()).then(|| way_out.join("; ")), &[]);
    let applying = snapshot.cuecs.as_ref().map(|cuecs| {
        let ours = cuecs.controls.iter().filter(|control| control.applies != Some(Applies::No));
        ours.collect::<Vec<_>>()
    });
    if let Some(ours) = applying.filter(|ours| !ours.is_empty()) {
        let pages: Vec<u32> = ours.iter().filter_map(|control| control.page).collect();
        let what = format!(
            "That we do our part: {} of ours",
            words::count(ours.len().try_into().unwrap_or(i64::MAX), "control")
        );
        say(Topic::OurPart, what, met("CUEC-IMPLEMENTED"), &pages);
    }
    let ai = snapshot.profile.engagements.iter().any(|e| e.ai_on_our_data != Some(AiUse::No));
    let promises = if ai {
        "That promises of the contract are kept, such as on the use of our data by artificial intelligence"
    } else {
        "That promises of the contract are kept"
    };
    say(Topic::Promises, promises.to_owned(), None, &[]);
    said
}

/// The kinds of data with laws or rules of their own that the vendor handles.
fn laws(snapshot: &Snapshot) -> Vec<&'static str> {
    let engagements = &snapshot.profile.engagements;
    let handles = |class: DataClass| engagements.iter().any(|engagement| engagement.handles(class) == Some(true));
    let mut laws = Vec::new();
    if snapshot.profile.handles_personal_data() == Some(true) {
        laws.push("personal data");
    }
    if handles(DataClass::SpecialPersonal) {
        laws.push("health, biometric and children's data");
    }
    if handles(DataClass::PaymentCard) {
        laws.push("payment card data (PCI DSS)");
    }
    if handles(DataClass::OtherRegulated) {
        laws.push("regulated data");
    }
    laws
}
