//! A short invented report, typeset by our own typesetter: enough of one for the way of a document, with known truth.

use countersign_packet::typeset::{
    Block, Cell, Document, Furniture, Meta, Paragraph, Row, Style, Table, TableColumn, Text, print,
};

/// What the report says.
#[derive(Debug, Clone)]
pub struct Report {
    /// The service organization.
    pub organization: &'static str,
    /// The system examined.
    pub system: &'static str,
    /// The service auditor's firm.
    pub firm: &'static str,
    /// The firm's city and state.
    pub city: &'static str,
    /// First day of the period as printed.
    pub from: &'static str,
    /// Last day of the period as printed.
    pub to: &'static str,
    /// The day of the opinion as printed.
    pub dated: &'static str,
    /// Complementary user entity controls: criterion and words. Without any the report has no description of them.
    pub cuecs: &'static [(&'static str, &'static str)],
    /// Responsibilities of the user entity, listed apart.
    pub responsibilities: &'static [&'static str],
}

impl Default for Report {
    fn default() -> Self {
        Self {
            organization: "Harbourlight Payroll, Inc.",
            system: "Harbourlight Pay System",
            firm: "Merrow & Lisle LLP",
            city: "Duluth, Minnesota",
            from: "January 1, 2025",
            to: "December 31, 2025",
            dated: "February 12, 2026",
            cuecs: &[],
            responsibilities: &[],
        }
    }
}

impl Report {
    /// Typesets it: a cover, the service auditor's report, the assertion.
    pub fn pdf(&self) -> Vec<u8> {
        let Self { organization, system, firm, city, from, to, dated, .. } = self;
        let period = format!("throughout the period {from} to {to}");
        let body = |text: String| Block::Paragraph(Paragraph::new(Style::Body, Text::from(text.as_str())));
        let head = |text: &str| Block::Paragraph(Paragraph::new(Style::Heading, Text::from(text)));
        let lead = |text: String| Block::Paragraph(Paragraph::new(Style::Lead, Text::from(text.as_str())));
        let mut blocks = vec![
            lead("System and Organization Controls (SOC) 2 Type 2 Report".to_owned()),
            lead(format!(
                "Report on {organization}'s Description of Its {system} and on the Suitability of the Design and Operating \
                 Effectiveness of Its Controls Relevant to Security and Availability {period}"
            )),
            Block::section("I", "Independent Service Auditor's Report", "auditor"),
            body(format!("To the Management of {organization}")),
            head("Scope"),
            body(format!(
                "We have examined the description of the {system} prepared by {organization} {period}, and the suitability of \
                 the design and operating effectiveness of controls stated in it, based on the trust services criteria relevant \
                 to security and availability set forth in TSP section 100, 2017 Trust Services Criteria for Security, \
                 Availability, Processing Integrity, Confidentiality, and Privacy."
            )),
            head("Opinion"),
            body("In our opinion, in all material respects,".to_owned()),
            body(format!("a. the description presents the {system} that was designed and implemented {period}.")),
            body(format!("b. the controls stated in the description were suitably designed {period}.")),
            body(format!("c. the controls stated in the description operated effectively {period}.")),
            head("Restricted use"),
            body(format!("This report is intended solely for {organization} and the user entities of the {system}.")),
            body((*firm).to_owned()),
            body((*city).to_owned()),
            body((*dated).to_owned()),
            Block::section("II", "Management's Assertion", "assertion"),
            body(format!("We have prepared the description of the {system} {period}.")),
        ];
        blocks.extend(self.description());
        let document = Document {
            meta: Meta { title: "Invented report".to_owned(), ..Meta::default() },
            furniture: Furniture::default(),
            blocks,
            ..Document::default()
        };
        print(&document).expect("the invented report can be typeset").bytes
    }

    /// The description as far as it is about the customers.
    fn description(&self) -> Vec<Block> {
        if self.cuecs.is_empty() {
            return Vec::new();
        }
        let row = |(criterion, control): &(&str, &str)| Row::new([Cell::from(*criterion), Cell::from(*control)]);
        let body = |text: &str| Block::Paragraph(Paragraph::new(Style::Body, Text::from(text)));
        let mut blocks = vec![
            Block::section("III", "Description of the System", "description"),
            Block::heading("Complementary User Entity Controls"),
            body(
                "The controls were designed on the assumption that certain controls would be in place at user entities. They are \
                 necessary, together with the controls described, to meet the criteria named beside them.",
            ),
            Block::Table(Table {
                columns: vec![
                    TableColumn::new("Criteria", 30.0),
                    TableColumn::rest("Control assumed at the user entity"),
                ],
                rows: self.cuecs.iter().map(row).collect(),
                name: "Complementary user entity controls".to_owned(),
                ..Table::default()
            }),
        ];
        if !self.responsibilities.is_empty() {
            blocks.push(Block::heading("User Entity Responsibilities"));
            blocks.push(body(
                "Besides, user entities have the following responsibilities, on which no criterion depends:",
            ));
            blocks.push(Block::Bullets(self.responsibilities.iter().map(|text| Text::from(*text)).collect()));
        }
        blocks
    }
}
