//! A report in the words and the order of a house: content becomes blocks.

mod auditor;
mod complementary;
mod description;
mod front;
mod matrix;
mod other;
mod papers;
mod prose;

use super::{
    dice::Dice,
    house::{House, Numbering, Subject},
    pools::{OTHERS_ASSERTIONS, TEST_TITLES},
    report::Report,
    script::{Block, Look, Script},
    truth::Part,
};
use countersign_domain::{
    Category, Kind,
    reading::{SectionRole, SubserviceMethod},
};

/// What the writers of the parts share.
pub(crate) struct Desk<'a> {
    pub(crate) report: &'a Report,
    pub(crate) house: &'a House,
    pub(crate) dice: Dice,
}

impl Desk<'_> {
    /// "throughout the period … to …" or "as of …".
    pub(crate) fn span(&mut self) -> String {
        let form = self.house.dates;
        if let Some(date) = self.report.as_of {
            return format!("as of {}", form.print(date));
        }
        let (start, end) = self.report.period.expect("what is not as of a day is for a period");
        let (start, end) = (form.print(start), form.print(end));
        match self.house.words % 5 {
            0 => format!("throughout the period {start} to {end}"),
            1 => format!("for the period {start} through {end}"),
            2 => format!("throughout the period from {start} to {end}"),
            3 => format!("during the period {start} through {end}"),
            _ => format!("for the period from {start} to {end}"),
        }
    }

    /// The categories in a sentence.
    pub(crate) fn categories(&self) -> String {
        let names: Vec<String> = self.report.categories.iter().map(|c| c.title().to_lowercase()).collect();
        listed(&names)
    }

    /// The categories in a title.
    pub(crate) fn category_titles(&self) -> String {
        let names: Vec<String> = self.report.categories.iter().map(|c: &Category| c.title().to_owned()).collect();
        listed(&names)
    }

    /// Whether tests were made of how controls operated.
    pub(crate) fn tested(&self) -> bool {
        self.report.kind != Kind::Soc2Type1
    }

    pub(crate) fn soc1(&self) -> bool {
        self.report.kind == Kind::Soc1Type2
    }
}

/// "a", "a and b", "a, b, and c".
pub(crate) fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
    }
}

/// A section before it has its number.
struct Section {
    title: String,
    role: SectionRole,
    /// Whether it has a number where sections have one.
    counted: bool,
    wide: bool,
    blocks: Vec<Block>,
}

/// Writes the document; gives it with its sections as printed.
pub(crate) fn compose(report: &Report, house: &House, seed: u64) -> (Script, Vec<Part>) {
    let desk = &mut Desk { report, house, dice: Dice::new(seed ^ 0x5eed, house.name) };
    match house.subject {
        Subject::Letter => return (papers::letter(desk), Vec::new()),
        Subject::Certificate => return (papers::certificate(desk), Vec::new()),
        _ => {}
    }
    let sections = sections(desk);
    let mut number = 0;
    let printed: Vec<String> = sections
        .iter()
        .map(|section| {
            let numbering = if section.counted { house.numbering } else { Numbering::None };
            number += usize::from(section.counted);
            numbered(numbering, number, &section.title)
        })
        .collect();
    let mut blocks = front::cover(desk);
    blocks.extend(front::contents(desk, &printed));
    let mut wide = false;
    for (section, title) in sections.iter().zip(&printed) {
        if section.wide == wide {
            blocks.push(Block::Break);
        } else {
            wide = section.wide;
            blocks.push(Block::Turn(wide));
        }
        if house.dividers {
            blocks.push(Block::Para(Look::Divider, title.clone()));
            blocks.push(Block::Break);
        }
        if house.numbering == Numbering::Arabic
            && let Some((number, words)) = title.split_once(" | ")
        {
            blocks.push(Block::Para(Look::Section, number.to_owned()));
            blocks.push(Block::Para(Look::Section, words.to_owned()));
        } else {
            blocks.push(Block::Para(Look::Section, title.clone()));
        }
        blocks.extend(section.blocks.iter().cloned());
    }
    let titles = printed.iter().map(|title| title.replace(" | ", " "));
    let parts = titles.zip(&sections).map(|(title, section)| (title, section.role)).collect();
    let (heads, feet) = front::furniture(desk);
    (Script { title: format!("{} report", report.short), heads, feet, blocks }, parts)
}

fn numbered(numbering: Numbering, number: usize, title: &str) -> String {
    let roman = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII"][number];
    match numbering {
        Numbering::Roman => format!("Section {roman}: {title}"),
        Numbering::Arabic => format!("SECTION {number} | {title}"),
        Numbering::BareRoman => format!("{roman}. {title}"),
        Numbering::None => title.to_owned(),
    }
}

fn sections(desk: &mut Desk<'_>) -> Vec<Section> {
    use SectionRole as Role;
    let short = desk.report.short.clone();
    let pick = |desk: &Desk<'_>, of: &[&str]| of[desk.house.words % of.len()].replace("{org}", &short);
    let auditors: &[&str] = if desk.house.isae {
        &["Independent Service Auditor\u{2019}s Assurance Report"]
    } else {
        &[
            "Independent Service Auditor\u{2019}s Report",
            "Report of Independent Service Auditors",
            "INDEPENDENT SERVICE AUDITOR'S REPORT",
        ]
    };
    let auditor = section(pick(desk, auditors), Role::AuditorReport, auditor::report(desk));
    let assertion = section(
        pick(
            desk,
            &[
                "Management\u{2019}s Assertion",
                "Assertion of {org} Management",
                "Management Assertion",
                "{org}\u{2019}s Management Assertion",
            ],
        ),
        Role::Assertion,
        front::assertion(desk),
    );
    let described = pick(
        desk,
        &[
            "Description of the System",
            "System Description",
            "{org}\u{2019}s Description of Its System",
            "Description of the System Provided by {org}",
        ],
    );
    let description = section(described, Role::Description, description::section(desk));
    let mut sections = if desk.house.assertion_first { vec![assertion, auditor] } else { vec![auditor, assertion] };
    sections.extend(assertions_of_others(desk));
    sections.push(description);
    if !desk.report.groups.is_empty() {
        let tested = TEST_TITLES.of(desk.house);
        let titles: &[&str] = if desk.soc1() {
            &[
                "Control Objectives, Related Controls, and Tests of Controls",
                "Description of Control Objectives, Controls, Tests and Results of Tests",
            ]
        } else if desk.tested() {
            &tested
        } else {
            &["Trust Services Criteria and Related Controls"]
        };
        let title = pick(desk, titles);
        let wide = desk.house.landscape_tests;
        sections.push(Section { wide, ..section(title, Role::Tests, matrix::section(desk)) });
    }
    let other = other::section(desk);
    if !other.is_empty() {
        let title = pick(
            desk,
            &[
                "Other Information Provided by {org} That Is Not Covered by the Service Auditor\u{2019}s Report",
                "Other Information Provided by {org}",
                "Additional Information Provided by Management (Unaudited)",
            ],
        );
        sections.push(section(title, Role::OtherInformation, other));
    }
    sections
}

fn section(title: String, role: SectionRole, blocks: Vec<Block>) -> Section {
    Section { title, role, counted: true, wide: false, blocks }
}

/// By the inclusive method each subservice organization asserts as well, in some houses in sections without a number.
fn assertions_of_others(desk: &mut Desk<'_>) -> Vec<Section> {
    let report = desk.report;
    let included = report.subservices.iter().filter(|s| s.method == SubserviceMethod::Inclusive);
    let included = included.filter(|_| report.kind != Kind::Soc3);
    let title = OTHERS_ASSERTIONS.kept_by(desk.house);
    let counted = desk.house.words.is_multiple_of(2);
    included
        .map(|other| {
            let blocks = front::assertion_of(desk, other.name);
            Section { counted, ..section(title.replace("{other}", other.name), SectionRole::Assertion, blocks) }
        })
        .collect()
}
