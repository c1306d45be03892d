//! A bridge letter: what management says of the time after a report.

use super::{
    Truth, Typeset,
    plan::{Company, Firm},
    set::{INVENTED, large, para, points, signed},
    words::day,
};
use chrono::NaiveDate;
use countersign_domain::Kind;
use countersign_packet::typeset::{Block, Furniture, Style, Text, Tone, TypesetError};

/// What a letter is typeset from.
#[derive(Debug, Clone)]
pub(crate) struct LetterPlan {
    /// Who writes.
    pub(crate) company: &'static Company,
    /// Who examined the report before.
    pub(crate) firm: Firm,
    /// The period of the report before.
    pub(crate) report: (NaiveDate, NaiveDate),
    /// What the letter is about: first and last day.
    pub(crate) bridges: (NaiveDate, NaiveDate),
    /// Its date.
    pub(crate) dated: NaiveDate,
}

impl LetterPlan {
    /// Typesets the letter.
    pub(crate) fn typeset(&self) -> Result<Typeset, TypesetError> {
        let company = self.company;
        let (short, system) = (company.short, company.system);
        let (from, to) = (day(self.bridges.0), day(self.bridges.1));
        let (person, office) = company.signs;
        let blocks = vec![
            large(Style::Section, company.name, 2.0),
            large(Style::Note, company.city, 8.0),
            Block::Rule(1.2, Tone::Ink),
            Block::Space(34.0),
            large(Style::Lead, day(self.dated), 22.0),
            large(Style::Lead, "To our customers", 18.0),
            large(Style::Lead, Text::bold(format!("SOC 2 bridge letter for the {system}, {from} to {to}")), 14.0),
            para(format!(
                "{} had its SOC 2® Type 2 report on the {system} made by {}. That report is about the period {} to {}. You have asked us about the time since then, and we write about the time from {from} to {to}.",
                company.name,
                self.firm.name,
                day(self.report.0),
                day(self.report.1),
            )),
            para("To the best of our knowledge:"),
            points([
                format!("we are not aware of any material changes to the {system}, or to the controls in the description of it, that would harm our service commitments or system requirements;"),
                "we know of no control in that description which stopped operating, and of no incident about which we would have had to tell you;".to_owned(),
                "the exceptions which the report names have been dealt with as we answered there; and".to_owned(),
                format!("the next examination is under way. Its period began on {from}."),
            ]),
            para(format!(
                "This letter is a statement of the management of {short}. No auditor has examined it, and it takes the place of no report. What it says ends on {to}; ask us again after that day."
            )),
            Block::Space(30.0),
            signed(Text::bold(person)),
            signed(office),
            para(company.name),
            Block::Space(24.0),
            large(Style::Note, INVENTED, 0.0),
        ];
        let furniture = Furniture { foot_left: super::cut(INVENTED), ..Furniture::default() };
        let title = format!("Bridge letter of {}", company.name);
        let bytes = super::typeset(company, &title, company.name, self.dated, furniture, blocks)?;
        Ok(Typeset {
            bytes,
            truth: Truth::plain(Kind::BridgeLetter, company.name, Some(self.bridges), Some(self.dated)),
        })
    }
}
