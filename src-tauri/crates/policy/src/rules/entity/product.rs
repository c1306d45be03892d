//! `ENTITY-PRODUCT` (`practice.md` §3.1 B1).

use crate::{
    ask::Ask,
    organization,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    snapshot::{Evidence, ProductMatch},
    words,
};

pub(crate) const RULE: Rule = Rule {
    code: "ENTITY-PRODUCT",
    family: Family::Entity,
    title: "Report covers the service we buy",
    help: Help {
        checks: "Whether the system that the main evidence describes is, or contains, each service that we buy.",
        why: "A vendor's report may leave out the very product we use. Whatever is outside the boundary was not examined.",
        evidence: "The scope paragraph of the opinion and the opening of the description, which name the service; or that a person told which services the report covers, on the vendor's written word that the named platform contains them.",
        resolve: "Compare the name with what we buy and record the result. If it is another product, ask for the report on ours. Where services have a report each, say of each report which services it covers, so that every service is judged on its own.",
    },
    source: "practice.md §3.1 B1, §4.5",
    questions: &["B1"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let services: Vec<&str> =
        case.snapshot.profile.engagements.iter().map(|engagement| engagement.name.as_str()).collect();
    let required = if services.is_empty() {
        "The service we buy".to_owned()
    } else {
        format!("Covers {}", words::list(&services))
    };
    let evidence = case.evidence(required.clone())?;
    let named = evidence.system.as_ref();
    let says = named.map_or("The system is not named", |named| named.value.as_str()).to_owned();
    let ask = Ask::ProductInScope { named: named.map(|named| named.value.clone()) };
    let besides = besides(case, evidence, &services);
    let ruling = match evidence.judged.product {
        Some(ProductMatch::Names) => Ruling::pass(required, says).by(evidence.id),
        Some(ProductMatch::Plausible) => {
            Ruling::warn(required, format!("{says}, which plausibly contains it{besides}")).ask(ask)
        }
        Some(ProductMatch::Different) => {
            Ruling::fail(required, format!("{says}, another product{besides}")).never_acceptable().ask(ask)
        }
        None if services.is_empty() => {
            Ruling::missing(required, "What we buy is not entered").ask(Ask::ours("Enter the service that we buy"))
        }
        None if evidence.covers.is_some()
            && case.snapshot.profile.engagements.iter().all(|e| evidence.covers(e.id)) =>
        {
            Ruling::pass(required, format!("{says}, which covers it, as a person told")).by(evidence.id)
        }
        None => match named {
            None => Ruling::missing(required, says).ask(ask),
            Some(named) if services.iter().all(|service| organization::contains(&named.value, service)) => {
                Ruling::pass(required, says).by(evidence.id)
            }
            // Another name is no other product: a person decides which it is.
            Some(_) => Ruling::missing(required, format!("{says}; whether that is it nobody has said{besides}"))
                .ask(Ask::ours("Say whether the system examined contains the service that we buy")),
        },
    };
    Ok(ruling.cite_if(evidence.id, named))
}

/// What other reports that are held name of our services. While nobody says which services a report covers every rule looks at
/// one of them: a service that only another report names is not covered by what the rules found.
fn besides(case: &Case<'_>, main: &Evidence, services: &[&str]) -> String {
    let named = |paper: &Evidence, service: &str| {
        paper.system.as_ref().is_some_and(|system| organization::contains(&system.value, service))
    };
    let others = case.snapshot.evidence.iter().filter(|paper| paper.is_soc2() && paper.id != main.id);
    let said = others.filter_map(|paper| {
        let system = paper.system.as_ref()?;
        let only: Vec<&str> =
            services.iter().copied().filter(|service| named(paper, service) && !named(main, service)).collect();
        (!only.is_empty()).then(|| {
            let services = words::list(&only);
            format!("; another report, on {}, names {services}: say which services each report covers", system.value)
        })
    });
    said.collect()
}
