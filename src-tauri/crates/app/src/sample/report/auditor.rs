//! Section I: the independent service auditor's report, in the parts that AT-C section 205 asks for.

use super::{
    plan::{CityStands, Modification, ReportPlan, Span},
    set::{above_signature, head, lettered, para, points, signed},
    words::{day, filled, list, names, then, when},
};
use countersign_packet::typeset::{Block, Text};

/// The title of the section.
pub(super) const TITLE: &str = "Section I: Independent Service Auditor’s Report";

/// Sets the section.
pub(super) fn section(plan: &ReportPlan) -> Vec<Block> {
    let mut blocks = vec![
        Block::section("", TITLE, "auditor"),
        para(format!("To the Management of {}:", plan.company.name)),
        head("Scope"),
    ];
    blocks.extend(scope(plan));
    blocks.extend(responsibilities(plan));
    blocks.extend([head("Inherent limitations"), para(inherent_limitations(plan))]);
    if plan.has_tests() {
        blocks.extend([
            head("Description of tests of controls"),
            para("Which controls we tested, how and when we tested them, and what came of it is set out in Section IV of this report."),
        ]);
    }
    if let Span::AsOf(_) = plan.span {
        blocks.extend([
            head("Other matter"),
            para("We performed no procedures on the operating effectiveness of the controls stated in the description and, accordingly, do not express an opinion thereon."),
        ]);
    }
    if let Some(modification) = &plan.modification {
        blocks.extend(basis(plan, modification));
    }
    blocks.extend(opinion(plan));
    blocks.extend(restricted_use(plan));
    blocks.extend(signature(plan));
    blocks
}

fn criteria(plan: &ReportPlan) -> String {
    format!(
        "the trust services criteria relevant to {} (applicable trust services criteria) set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (With Revised Points of Focus – 2022), in AICPA Trust Services Criteria",
        names(&plan.categories)
    )
}

fn scope(plan: &ReportPlan) -> Vec<Block> {
    let company = plan.company;
    let (name, short, system) = (company.name, company.short, company.system);
    let (when, then) = (when(plan.span), then(plan.span));
    let criteria = criteria(plan);
    if let Span::General(..) = plan.span {
        return vec![
            para(format!(
                "We have examined the accompanying assertion of the management of {name} (“{short}”), in Section II of this report, that the controls within the {system} (system) were effective {when}, to provide reasonable assurance that {short}’s service commitments and system requirements were achieved based on {criteria}."
            )),
            para(format!(
                "{short} rests on {} for a part of the system. Our examination did not extend to the services provided by these subservice organizations, and we have not evaluated whether the controls that management assumes to be in place there were suitably designed or operated effectively.",
                subservice(plan)
            )),
        ];
    }
    let design = if plan.has_tests() { "design and operating effectiveness of controls" } else { "design of controls" };
    let achieved = if plan.has_tests() { "were achieved" } else { "would be achieved" };
    vec![
        para(format!(
            "We have examined {name}’s (“{short}”) accompanying description of its {system}, titled “{short}’s Description of Its {system}”, {when} (description), based on the criteria for a description of a service organization’s system set forth in DC section 200, 2018 Description Criteria for a Description of a Service Organization’s System in a SOC 2® Report (description criteria), and the suitability of the {design} stated in the description {then}, to provide reasonable assurance that {short}’s service commitments and system requirements {achieved} based on {criteria}."
        )),
        para(format!(
            "{short} uses {} (subservice organizations). The description tells which complementary subservice organization controls, suitably designed{}, are necessary, together with the controls at {short}, for its service commitments and system requirements. It presents {short}’s controls and the types of controls that it assumes at the subservice organizations; the actual controls there are not part of it. Our examination did not extend to the services of the subservice organizations, and we have not evaluated the complementary subservice organization controls.",
            subservice(plan),
            if plan.has_tests() { " and operating effectively" } else { "" },
        )),
        para(format!(
            "The description also tells which complementary user entity controls are necessary, together with the controls at {short}. Our examination did not include those controls, and we have not evaluated how they are designed or whether they operate."
        )),
    ]
}

fn subservice(plan: &ReportPlan) -> String {
    list(
        &plan.company.rests_on.iter().map(|other| format!("{} for {}", other.name, other.provides)).collect::<Vec<_>>(),
    )
}

fn responsibilities(plan: &ReportPlan) -> Vec<Block> {
    let short = plan.company.short;
    let effective = if plan.has_tests() { "designed and operating effectively" } else { "suitably designed" };
    let mut blocks = vec![head("Service organization’s responsibilities")];
    if let Span::General(..) = plan.span {
        blocks.push(para(format!(
            "{short} is responsible for its service commitments and system requirements and for designing, implementing, and operating controls within the system that give reasonable assurance of achieving them. It has provided the assertion in Section II and is responsible for selecting the applicable trust services criteria and for a reasonable basis of its assertion."
        )));
    } else {
        blocks.push(para(format!(
            "{short} is responsible for its service commitments and system requirements and for designing, implementing, and operating controls that give reasonable assurance of achieving them. It has provided the assertion in Section II (assertion) about the description and about the controls in it. It is also responsible for preparing the description and the assertion, including their completeness and accuracy; for providing the services that the description covers; for selecting the applicable trust services criteria and stating the related controls; and for naming the risks that threaten its commitments."
        )));
    }
    blocks.push(head("Service auditor’s responsibilities"));
    let subject = match plan.span {
        Span::General(..) => "management’s assertion that the controls within the system were effective".to_owned(),
        _ => format!("the description and on whether the controls stated in it are {effective}"),
    };
    blocks.push(para(format!(
        "Our responsibility is to express an opinion on {subject}, based on our examination. We conducted it in accordance with attestation standards established by the American Institute of Certified Public Accountants (AT-C sections 105 and 205). Those standards require that we plan and perform our examination to obtain reasonable assurance about whether, in all material respects, the subject of our opinion meets the criteria. We believe that the evidence we obtained is sufficient and appropriate to provide a reasonable basis for our opinion."
    )));
    let mut work = vec![
        format!("gaining an understanding of the system and of {short}’s service commitments and system requirements;"),
        "assessing the risks that the subject of our opinion departs from the criteria in a way that matters to its readers;".to_owned(),
        "performing procedures to find out whether the controls were suitably designed;".to_owned(),
    ];
    if !matches!(plan.span, Span::AsOf(_)) {
        work.push("testing whether those controls operated effectively; and".to_owned());
    }
    work.push("evaluating the overall presentation.".to_owned());
    blocks.push(para("An examination of this kind involves:"));
    blocks.push(points(work));
    blocks.push(para(
        "We are required to be independent of the service organization and to meet our other ethical responsibilities in accordance with the requirements for this engagement, and we did both. We applied the quality management standards that the profession has set for firms such as ours.",
    ));
    blocks
}

fn inherent_limitations(plan: &ReportPlan) -> String {
    let short = plan.company.short;
    format!(
        "Every system of controls has limits. People make mistakes and can get round a control, and a control that costs more than it protects is rarely built. The controls at {short} therefore may not prevent, or detect and correct, every failure that matters to its service commitments and system requirements. A conclusion of ours cannot be carried into the future either: conditions change, and the degree to which people keep to a control may fall."
    )
}

fn basis(plan: &ReportPlan, modification: &Modification) -> [Block; 2] {
    [head("Basis for qualified opinion"), para(filled(modification.matter, plan))]
}

fn opinion(plan: &ReportPlan) -> Vec<Block> {
    let company = plan.company;
    let (short, system) = (company.short, company.system);
    let (when, then) = (when(plan.span), then(plan.span));
    let title = if plan.modification.is_some() { "Qualified opinion" } else { "Opinion" };
    let except = if plan.modification.is_some() {
        "except for the matter described in the Basis for qualified opinion section of this report, "
    } else {
        ""
    };
    let mut blocks = vec![head(title)];
    if let Span::General(..) = plan.span {
        blocks.push(above_signature(format!(
            "In our opinion, {except}management’s assertion that the controls within the {system} were effective {when}, to provide reasonable assurance that {short}’s service commitments and system requirements were achieved based on the applicable trust services criteria, is fairly stated, in all material respects."
        )));
        return blocks;
    }
    blocks.push(para(format!("In our opinion, {except}in all material respects,")));
    let condition = "if the complementary subservice organization controls and complementary user entity controls assumed in the design of its controls";
    let mut limbs = vec![format!(
        "the description presents the {system} that was designed and implemented {when}, in accordance with the description criteria;"
    )];
    limbs.push(format!(
        "the controls stated in the description were suitably designed {when} to provide reasonable assurance that {short}’s service commitments and system requirements would be achieved based on the applicable trust services criteria, if its controls operated effectively {then} and {condition} were applied {then}{}",
        if plan.has_tests() { "; and" } else { "." }
    ));
    if plan.has_tests() {
        limbs.push(format!(
            "the controls stated in the description operated effectively {when} to provide reasonable assurance that {short}’s service commitments and system requirements were achieved based on the applicable trust services criteria, {condition} operated effectively {then}."
        ));
    }
    blocks.extend(lettered(limbs));
    blocks
}

fn restricted_use(plan: &ReportPlan) -> Vec<Block> {
    if let Span::General(..) = plan.span {
        return Vec::new();
    }
    let short = plan.company.short;
    let tests =
        if plan.has_tests() { ", including the tests of controls and their results in Section IV," } else { "" };
    vec![
        head("Restricted use"),
        para(format!(
            "This report{tests} is intended solely for the information and use of {short}; of user entities of the {} during some or all of the time that it is about; of business partners of {short} who are subject to risks arising from the system; and of practitioners who serve them, prospective customers and regulators, provided that they know enough of:",
            plan.company.system
        )),
        points([
            "the nature of the service and how the system interacts with user entities and subservice organizations;",
            "internal control and its limits;",
            "complementary user entity controls and complementary subservice organization controls, and how they work together with those of the service organization;",
            "user entity responsibilities and how they may affect the use of the service; and",
            "the applicable trust services criteria, the risks that threaten them, and how controls address those risks.",
        ]),
        above_signature(
            "It is not intended to be, and should not be, used by anyone other than these specified parties.",
        ),
    ]
}

fn signature(plan: &ReportPlan) -> Vec<Block> {
    let mut blocks = vec![Block::Space(16.0), signed(Text::bold(plan.firm.name))];
    if plan.city_stands == CityStands::AtSignature {
        blocks.push(signed(plan.firm.city));
    }
    blocks.push(para(day(plan.dated)));
    blocks
}
