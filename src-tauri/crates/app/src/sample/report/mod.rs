//! Typesets sample documents: reports of auditors who do not exist on companies that do not exist.
//!
//! A [`ReportPlan`] says what differs from report to report; `auditor`, `assertion`, `description`, `tests_of_controls`
//! and `other` set the five sections, `controls/` is the catalogue that the fourth chooses from. [`Truth`] is what such a
//! document says as plain data. All sentences are our own; the order and the terms are those of the standards.
//!
//! To add a control: a line in `controls/`. To add a kind of document: a file like `letter.rs`.

mod assertion;
mod auditor;
mod certificate;
mod complementary;
mod controls;
mod cover;
mod criteria;
mod description;
mod letter;
mod other;
mod plan;
mod set;
mod tests_of_controls;
mod truth;
mod words;

pub(super) use certificate::CertificatePlan;
pub(super) use letter::LetterPlan;
pub(super) use plan::{CityStands, Company, Deviation, Firm, Modification, ReportPlan, Span, Subservice};
pub(super) use truth::Truth;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use countersign_domain::Sha256;
use countersign_packet::typeset::{Block, Document, FittedLine, Furniture, Meta, Paper, TypesetError, print};
use cover::Entry;

/// A sample document ready to be received.
#[derive(Debug, Clone)]
pub(super) struct Typeset {
    /// The PDF.
    pub(super) bytes: Vec<u8>,
    /// What it says.
    pub(super) truth: Truth,
}

impl ReportPlan {
    /// Typesets the report.
    pub(super) fn typeset(&self) -> Result<Typeset, TypesetError> {
        let mut blocks = cover::front(self, &self.contents());
        blocks.extend(auditor::section(self));
        blocks.extend(assertion::section(self));
        blocks.extend(description::section(self));
        if !matches!(self.span, Span::General(..)) {
            blocks.extend(tests_of_controls::section(self));
        }
        if !self.deviations.is_empty() {
            blocks.extend(other::section(self));
        }
        let furniture = Furniture {
            head_left: cut(self.company.name),
            head_right: cut(&cover::running_title(self)),
            foot_left: cut(set::INVENTED),
            front: 2,
        };
        let title = format!("{} of {}", words::kind(self.span), self.company.name);
        let bytes = typeset(self.company, &title, self.firm.name, self.dated, furniture, blocks)?;
        Ok(Typeset { bytes, truth: Truth::of(self) })
    }

    fn contents(&self) -> Vec<Entry> {
        let section = |title: String, anchor| Entry { title, anchor, is_section: true };
        let chapters = |list: Vec<(&'static str, &'static str)>| {
            list.into_iter().map(|(title, anchor)| Entry { title: title.to_owned(), anchor, is_section: false })
        };
        let mut contents = vec![
            section(auditor::TITLE.to_owned(), "auditor"),
            section(assertion::title(self), "assertion"),
            section(description::title(self), "description"),
        ];
        contents.extend(chapters(description::chapters(self)));
        if !matches!(self.span, Span::General(..)) {
            contents.push(section(tests_of_controls::title(self).to_owned(), "tests"));
            contents.extend(chapters(tests_of_controls::chapters(self)));
        }
        if !self.deviations.is_empty() {
            contents.push(section(other::title(self), "other"));
        }
        contents
    }
}

fn cut(text: &str) -> FittedLine {
    FittedLine { cut: text.to_owned(), ..FittedLine::default() }
}

/// Prints blocks as a file of the day that the document carries.
fn typeset(
    company: &Company,
    title: &str,
    author: &str,
    dated: NaiveDate,
    furniture: Furniture,
    blocks: Vec<Block>,
) -> Result<Vec<u8>, TypesetError> {
    let created: DateTime<Utc> = dated.and_time(NaiveTime::MIN).and_utc();
    let sum = Sha256::of(format!("{title}\n{dated}").as_bytes()).to_string();
    let mut identity = [0; 16];
    identity.copy_from_slice(&sum.as_bytes()[..16]);
    let document = Document {
        meta: Meta {
            title: title.to_owned(),
            author: author.to_owned(),
            subject: format!("{} ({}) {}", company.system, company.short, set::INVENTED),
            created,
            identity,
            ..Meta::default()
        },
        paper: Paper::Letter,
        furniture,
        blocks,
        ..Document::default()
    };
    Ok(print(&document)?.bytes)
}
