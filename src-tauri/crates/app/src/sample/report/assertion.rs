//! Section II: the assertion of management.

use super::{
    plan::{ReportPlan, Span},
    set::{lettered, para, signed},
    words::{day, filled, names, then, when},
};
use countersign_packet::typeset::{Block, Text};

/// The title of the section.
pub(super) fn title(plan: &ReportPlan) -> String {
    format!("Section II: Assertion of {} Management", plan.company.name)
}

/// Sets the section.
pub(super) fn section(plan: &ReportPlan) -> Vec<Block> {
    let company = plan.company;
    let (name, short, system) = (company.name, company.short, company.system);
    let (when, then) = (when(plan.span), then(plan.span));
    let mut blocks = vec![Block::section("", &title(plan), "assertion")];
    if let Span::General(..) = plan.span {
        blocks.extend([
            para(format!(
                "We, the management of {name} (“{short}”), are responsible for designing, implementing, operating, and maintaining effective controls within the {system} (system) {when}, to provide reasonable assurance that {short}’s service commitments and system requirements relevant to {} were achieved. Section III describes the boundaries of the system.",
                names(&plan.categories)
            )),
            para(format!(
                "We have evaluated the effectiveness of the controls within the system {when}, based on the trust services criteria relevant to {} (applicable trust services criteria). Our objectives for the system in applying these criteria are our service commitments and system requirements, of which Section III presents the principal ones.",
                names(&plan.categories)
            )),
            para("Every system of internal control has limits, among them human error and the circumvention of controls. Because of them a service organization may achieve reasonable, but not absolute, assurance."),
            para(format!(
                "We assert that the controls within the system were effective {when} to provide reasonable assurance that {short}’s service commitments and system requirements were achieved based on the applicable trust services criteria."
            )),
        ]);
    } else {
        blocks.push(para(format!(
            "We have prepared the accompanying description of {name}’s (“{short}”) {system} {when} (description), based on the description criteria in DC section 200. The description is intended to give its readers the information about the {system} that they need to judge the risks of working with it, above all about the controls that {short} designed, implemented{} to provide reasonable assurance that its service commitments and system requirements were achieved based on the trust services criteria relevant to {} (applicable trust services criteria).",
            if plan.has_tests() { ", and operated" } else { "" },
            names(&plan.categories)
        )));
        blocks.push(para(format!(
            "{short} uses subservice organizations, which Section III names. The description presents the complementary subservice organization controls and the complementary user entity controls that the design of our controls assumes. It does not present the actual controls of either."
        )));
        blocks.push(para("We confirm, to the best of our knowledge and belief, that:"));
        let mut limbs = vec![
            format!(
                "the description presents the {system} that was designed and implemented {when}, in accordance with the description criteria;"
            ),
            format!(
                "the controls stated in the description were suitably designed {then} to provide reasonable assurance that our service commitments and system requirements would be achieved based on the applicable trust services criteria, if they operated effectively and if the complementary controls that we assume were applied{}",
                if plan.has_tests() { "; and" } else { "." }
            ),
        ];
        if plan.has_tests() {
            let except = if plan.modification.is_some() { "except for the matter described below, " } else { "" };
            limbs.push(format!(
                "{except}the controls stated in the description operated effectively {then} to provide reasonable assurance that our service commitments and system requirements were achieved based on the applicable trust services criteria, if the complementary controls that we assume operated effectively."
            ));
        }
        blocks.extend(lettered(limbs));
        if let Some(modification) = &plan.modification {
            blocks.push(para(filled(modification.matter, plan)));
        }
    }
    let (person, office) = company.signs;
    blocks.extend([
        Block::Space(14.0),
        signed(Text::bold(person)),
        signed(format!("{office}, {name}")),
        para(day(plan.dated)),
    ]);
    blocks
}
