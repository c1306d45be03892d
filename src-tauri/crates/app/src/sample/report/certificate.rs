//! A certificate of a management system, as a certification body would give it.

use super::{
    Truth, Typeset,
    plan::{Company, Firm},
    set::{INVENTED, large, pairs},
    words::day,
};
use chrono::NaiveDate;
use countersign_domain::Kind;
use countersign_packet::typeset::{Block, Furniture, Paragraph, Style, Text, Tone, TypesetError};

/// What a certificate is typeset from.
#[derive(Debug, Clone)]
pub(crate) struct CertificatePlan {
    /// Whose management system it is about.
    pub(crate) company: &'static Company,
    /// The certification body.
    pub(crate) body: Firm,
    /// Its number.
    pub(crate) number: &'static str,
    /// The day on which it was given.
    pub(crate) given: NaiveDate,
    /// The day on which it ends.
    pub(crate) ends: NaiveDate,
}

impl CertificatePlan {
    /// Typesets the certificate.
    pub(crate) fn typeset(&self) -> Result<Typeset, TypesetError> {
        let company = self.company;
        let centred = |style, text: Text, below| {
            let mut paragraph = Paragraph::new(style, text).spaced(0.0, below);
            paragraph.centred = true;
            Block::Paragraph(paragraph)
        };
        let rows = [
            ("Certificate number", self.number.to_owned()),
            ("Scope", format!("Development, operation, and support of the {} from {}", company.system, company.city)),
            ("Statement of applicability", "Version 4".to_owned()),
            ("First certified", day(self.given)),
            ("Valid until", format!("{}, subject to yearly surveillance audits", day(self.ends))),
        ];
        let blocks = vec![
            large(Style::Lead, Text::bold(self.body.name), 1.0),
            large(Style::Note, format!("Certification body  ·  {}", self.body.city), 8.0),
            Block::Rule(1.2, Tone::Ink),
            Block::Space(90.0),
            centred(Style::Title, Text::from("Certificate of Registration"), 26.0),
            centred(
                Style::Lead,
                Text::from("This is to certify that the information security management system of"),
                12.0,
            ),
            centred(Style::Verdict, Text::from(company.name), 4.0),
            centred(Style::Lead, Text::from(company.city), 16.0),
            centred(Style::Lead, Text::from("has been assessed and meets the requirements of"), 12.0),
            centred(Style::Verdict, Text::from("ISO/IEC 27001:2022"), 34.0),
            pairs("Certificate", ("", ""), 52.0, rows),
            Block::Space(60.0),
            large(Style::Lead, Text::bold(INVENTED), 4.0),
            large(
                Style::Note,
                "It was typeset to try a program with. No such company or certification body exists, and nothing was assessed.",
                0.0,
            ),
        ];
        let furniture = Furniture { foot_left: super::cut(INVENTED), ..Furniture::default() };
        let title = format!("Certificate of {}", company.name);
        let bytes = super::typeset(company, &title, self.body.name, self.given, furniture, blocks)?;
        Ok(Typeset { bytes, truth: Truth::plain(Kind::Iso27001Certificate, company.name, None, None) })
    }
}
