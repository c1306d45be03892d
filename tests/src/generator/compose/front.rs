//! Cover, contents, running lines, and management's assertion.

use super::Desk;
use crate::generator::{
    house::Contents,
    script::{Block, Look, Marker, body},
};
use countersign_domain::Kind;

/// The cover.
pub(crate) fn cover(desk: &mut Desk<'_>) -> Vec<Block> {
    let span = desk.span();
    let report = desk.report;
    let line = |text: String| Block::Para(Look::Cover, text);
    let name = match report.kind {
        Kind::Soc2Type1 => "SOC 2 Type 1 Report",
        Kind::Soc1Type2 => "SOC 1 Type 2 Report",
        Kind::Soc3 => "SOC 3 Report",
        _ => [
            "SOC 2 Type 2 Report",
            "System and Organization Controls (SOC) 2 Type II Report",
            "SOC 2\u{ae} Type 2 Report",
        ][desk.house.words % 3],
    };
    let mut blocks =
        vec![Block::Space(6), line(report.organization.clone()), Block::Para(Look::Title, name.to_owned())];
    let operating = if desk.tested() {
        "the Suitability of the Design and Operating Effectiveness of"
    } else {
        "the Suitability of the Design of"
    };
    let title = match report.kind {
        Kind::Soc3 => {
            format!("Report on {}\u{2019}s Assertion on Controls Relevant to {}", report.short, desk.category_titles())
        }
        Kind::Soc1Type2 => format!(
            "Report on {}\u{2019}s Description of Its {} and on {operating} Its Controls",
            report.short, report.system
        ),
        _ => format!(
            "Report on {}\u{2019}s Description of Its {} and on {operating} Its Controls Relevant to {}",
            report.short,
            report.system,
            desk.category_titles()
        ),
    };
    blocks.push(line(title));
    let mut letters = span.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    blocks.push(line(format!("{first}{}", letters.as_str())));
    if desk.house.words % 2 == 1 {
        blocks.push(Block::Space(8));
        blocks.push(line(format!("Prepared by {}", report.firm)));
    }
    blocks
}

/// The table of contents. Its numbers are rough, as they often are.
pub(crate) fn contents(desk: &mut Desk<'_>, titles: &[String]) -> Vec<Block> {
    if desk.house.contents == Contents::None {
        return Vec::new();
    }
    let mut blocks = vec![Block::Break, Block::Para(Look::Heading, "Table of Contents".to_owned())];
    for (at, title) in titles.iter().enumerate() {
        blocks.push(Block::Entry(title.replace(" | ", " "), (1 + at * 4).to_string()));
    }
    blocks
}

/// Running heads and feet.
pub(crate) fn furniture(desk: &mut Desk<'_>) -> (Vec<String>, Vec<String>) {
    let report = desk.report;
    let heads = [report.organization.clone(), format!("{} \u{2013} Confidential", report.system)];
    let feet = [
        format!("Confidential and proprietary to {}", report.short),
        "This report is not to be copied or disclosed without permission.".to_owned(),
    ];
    (heads[..desk.house.heads].to_vec(), feet[..desk.house.feet].to_vec())
}

/// The assertion of a subservice organization whose controls the report includes.
pub(crate) fn assertion_of(desk: &mut Desk<'_>, other: &str) -> Vec<Block> {
    let span = desk.span();
    let short = &desk.report.short;
    let mut limbs = vec![
        format!("the description presents the services that we provide to {short} {span};"),
        format!("our controls that are stated in the description were suitably designed {span};"),
    ];
    if desk.tested() {
        limbs.push(format!("our controls that are stated in the description operated effectively {span}."));
    }
    vec![
        body(format!(
            "We have prepared the parts of the accompanying description that are about the services which {other}, as a subservice \
             organization, provides to {short} {span}."
        )),
        body("These parts are intended to be read together with the rest of the description, by the same readers."),
        body("We confirm, to the best of our knowledge and belief, that"),
        Block::List(Marker::Letter, limbs),
        body("Head of Assurance"),
        body(other),
    ]
}

/// Management's assertion.
pub(crate) fn assertion(desk: &mut Desk<'_>) -> Vec<Block> {
    let span = desk.span();
    let report = desk.report;
    if report.kind == Kind::Soc3 {
        return vec![
            body(format!(
                "We are responsible for designing, implementing, operating, and maintaining effective controls within {}\u{2019}s {} \
                 {span}, to provide reasonable assurance that its service commitments and system requirements were achieved based on \
                 the trust services criteria relevant to {}.",
                report.short,
                report.system,
                desk.categories()
            )),
            body(format!("We assert that the controls within the system were effective {span}.")),
            body(format!("{}, {}", report.signatory.0, report.signatory.1)),
            body(report.organization.clone()),
        ];
    }
    let mut limbs = vec![
        format!(
            "the description presents the {} that was designed and implemented {span}, in accordance with the description criteria;",
            report.system
        ),
        format!("the controls stated in the description were suitably designed {span};"),
    ];
    if desk.tested() {
        limbs.push(format!("the controls stated in the description operated effectively {span}."));
    }
    vec![
        body(format!(
            "We have prepared the accompanying description of {}\u{2019}s {} {span} (the description).",
            report.short, report.system
        )),
        body(
            "The description is intended to give its readers information about the system that may be useful when assessing the \
             risks that arise from interactions with it.",
        ),
        body("We confirm, to the best of our knowledge and belief, that"),
        Block::List(Marker::Letter, limbs),
        body(format!("{}, {}", report.signatory.0, report.signatory.1)),
        body(report.organization.clone()),
    ]
}
