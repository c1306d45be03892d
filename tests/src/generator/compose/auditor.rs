//! The service auditor's report.

use super::Desk;
use crate::generator::{
    house::Carved,
    script::{Block, Marker, body, heading},
};
use countersign_domain::{Kind, Opinion, reading::SubserviceMethod};

const FRAMEWORK: &str = "set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, \
                         Confidentiality, and Privacy (AICPA, Trust Services Criteria)";

/// Writes it.
pub(crate) fn report(desk: &mut Desk<'_>) -> Vec<Block> {
    let report = desk.report;
    let to = match desk.dice.below(3) {
        0 => format!("To the Management of {}", report.organization),
        1 => format!("To: {}", report.organization),
        _ => format!("To the Board of Directors and Management of {}:", report.organization),
    };
    let mut blocks = vec![body(to), heading("Scope")];
    blocks.extend(scope(desk));
    blocks.push(heading(if desk.house.isae {
        "The service organization\u{2019}s responsibilities"
    } else {
        "Service Organization\u{2019}s Responsibilities"
    }));
    blocks.push(body(format!(
        "{} is responsible for its service commitments and system requirements, for preparing the description and its assertion, \
         and for designing, implementing, and operating effective controls.",
        report.short
    )));
    blocks.push(heading("Service Auditor\u{2019}s Responsibilities"));
    let standards = if desk.house.isae {
        "the International Standard on Assurance Engagements 3000 (Revised) issued by the International Auditing and Assurance Standards Board"
    } else {
        "attestation standards established by the American Institute of Certified Public Accountants"
    };
    blocks.push(body(format!(
        "Our responsibility is to express an opinion on the description and on the controls stated in it, based on our examination. \
         We conducted our examination in accordance with {standards}. We believe that the evidence we obtained is sufficient and \
         appropriate to provide a reasonable basis for our opinion."
    )));
    blocks.push(heading("Inherent Limitations"));
    blocks.push(body(
        "Because of their nature, controls may not always operate effectively. Projections to the future are subject to the risk \
         that conditions change or that compliance with policies declines.",
    ));
    if desk.tested() && report.kind != Kind::Soc3 {
        blocks.push(heading("Description of Tests of Controls"));
        blocks.push(body("The specific controls that we tested and the nature, timing, and results of our tests are listed in the section that follows the description."));
    } else if report.kind == Kind::Soc2Type1 {
        blocks.push(heading("Other Matter"));
        blocks.push(body("We did not perform procedures on the operating effectiveness of the controls and, accordingly, do not express an opinion thereon."));
    }
    blocks.extend(opinion(desk));
    if report.kind != Kind::Soc3 {
        blocks.push(heading("Restricted Use"));
        blocks.push(body(format!(
            "This report is intended solely for the information and use of {}, user entities of the {} {}, and their auditors, and is \
             not intended to be and should not be used by anyone other than these specified parties.",
            report.short,
            report.system,
            if desk.tested() { "during some or all of the period" } else { "as of that date" }
        )));
    }
    let dated = desk.house.dates.print(report.dated);
    let (firm, city) = (report.firm.clone(), report.city.clone());
    let signature = match desk.house.words % 3 {
        0 => vec![firm, city, dated],
        1 => vec![firm, dated, city],
        _ => vec![format!("/s/ {firm}"), city, dated],
    };
    blocks.extend(signature.into_iter().map(body));
    blocks
}

fn scope(desk: &mut Desk<'_>) -> Vec<Block> {
    let span = desk.span();
    let (report, categories) = (desk.report, desk.categories());
    let mut blocks = Vec::new();
    let operating = if desk.tested() {
        "the suitability of the design and operating effectiveness"
    } else {
        "the suitability of the design"
    };
    blocks.push(body(match report.kind {
        Kind::Soc3 => format!(
            "We have examined the accompanying assertion of {} that the controls within its {} were effective {span}, to provide \
             reasonable assurance that its service commitments and system requirements were achieved based on the trust services \
             criteria relevant to {categories} (applicable trust services criteria) {FRAMEWORK}.",
            report.organization, report.system
        ),
        Kind::Soc1Type2 => format!(
            "We have examined {}\u{2019}s description of its {} for processing transactions of user entities {span}, and {operating} of the \
             controls included in the description to achieve the related control objectives.",
            report.organization, report.system
        ),
        _ => {
            let lead = match desk.dice.below(3) {
                0 => format!("We have examined {}\u{2019}s accompanying description of its {} {span} (description)", report.organization, report.system),
                1 => format!("We have examined the accompanying description of the {} of {} {span} (the \u{201c}description\u{201d})", report.system, report.organization),
                _ => format!("We have been engaged to report on the description by {} of its {} {span}", report.organization, report.system),
            };
            format!(
                "{lead}, based on the criteria for a description of a service organization\u{2019}s system, and {operating} of controls \
                 stated in the description {span}, to provide reasonable assurance that service commitments and system requirements were \
                 achieved based on the trust services criteria relevant to {categories} (applicable trust services criteria) {FRAMEWORK}."
            )
        }
    }));
    blocks.extend(subservices(desk));
    if !report.cuecs.is_empty() {
        blocks.push(body(format!(
            "The description indicates that complementary user entity controls that are suitably designed and operating effectively are \
             necessary, along with controls at {}, to achieve its objectives. Our examination did not include such complementary user \
             entity controls.",
            report.short
        )));
    }
    blocks
}

fn subservices(desk: &Desk<'_>) -> Vec<Block> {
    let report = desk.report;
    if report.subservices.is_empty() {
        return Vec::new();
    }
    let used: Vec<String> = report.subservices.iter().map(|s| format!("{} for {}", s.name, s.services)).collect();
    let used = format!("{} uses {}.", report.short, super::listed(&used));
    if report.subservices[0].method == SubserviceMethod::Inclusive {
        return vec![body(format!(
            "{used} The description includes the controls of these subservice organizations, and our examination extended to them \
             (inclusive method)."
        ))];
    }
    let rest = match desk.house.carved {
        Carved::WithoutTheWord => format!(
            "Certain controls at these subservice organizations are necessary in combination with controls at {}. The description \
             presents the types of controls that {} assumed; our examination did not extend to the controls of the subservice \
             organizations.",
            report.short, report.short
        ),
        _ => "The description excludes the controls of these subservice organizations (carve-out method), and our examination did not \
              extend to them."
            .to_owned(),
    };
    vec![body(format!("{used} {rest}"))]
}

fn opinion(desk: &mut Desk<'_>) -> Vec<Block> {
    let report = desk.report;
    let mut blocks = Vec::new();
    let (title, lead) = match report.opinion {
        Opinion::Unqualified => ("Opinion", "In our opinion, in all material respects,".to_owned()),
        Opinion::Qualified => (
            "Qualified Opinion",
            [
                "In our opinion, except for the matter described in the preceding paragraph, in all material respects,",
                "In our opinion, except for the effects of the matter described in the Basis for Qualified Opinion section, in all material respects,",
            ][desk.dice.below(2)]
            .to_owned(),
        ),
        Opinion::Adverse => (
            "Adverse Opinion",
            "In our opinion, because of the significance of the matter described in the Basis for Adverse Opinion section,".to_owned(),
        ),
        Opinion::Disclaimer => ("Disclaimer of Opinion", String::new()),
    };
    if let Some(matter) = &report.matter {
        blocks.push(heading(format!("Basis for {title}")));
        blocks.push(body(matter.clone()));
    }
    blocks.push(heading(title));
    if report.opinion == Opinion::Disclaimer {
        blocks.push(body(
            "Because of the significance of the matter described above, we have not been able to obtain sufficient appropriate evidence \
             to provide a basis for an opinion. Accordingly, we do not express an opinion on the description or on the controls.",
        ));
        return blocks;
    }
    blocks.extend(limbs(desk, lead));
    blocks
}

fn limbs(desk: &mut Desk<'_>, lead: String) -> Vec<Block> {
    let span = desk.span();
    let report = desk.report;
    let not = if report.opinion == Opinion::Adverse { "not " } else { "" };
    if report.kind == Kind::Soc3 {
        return vec![body(format!(
            "{lead} {}\u{2019}s assertion that the controls within its {} were effective {span} is {not}fairly stated.",
            report.short, report.system
        ))];
    }
    let presents = if desk.soc1() || desk.house.isae { "fairly presents" } else { "presents" };
    let mut limbs = vec![
        format!(
            "the description {presents} the {} that was designed and implemented {span}, in accordance with the description criteria.",
            report.system
        ),
        format!(
            "the controls stated in the description were {not}suitably designed {span} to provide reasonable assurance that the service commitments and system requirements would be achieved, if the controls operated effectively."
        ),
    ];
    if desk.tested() {
        let operated =
            if report.opinion == Opinion::Adverse { "did not operate effectively" } else { "operated effectively" };
        limbs.push(format!("the controls stated in the description {operated} {span}."));
    }
    if desk.dice.chance(25) {
        return vec![body(format!("{lead} {}", limbs.join(" and ").replace(". and", " and")))];
    }
    vec![body(lead), Block::List(Marker::Letter, limbs)]
}
