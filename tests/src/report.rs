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
    /// Subservice organizations, all carved out. Without any the report names none.
    pub rests_on: &'static [RestsOn],
    /// Whether it states that it uses none.
    pub denies_others: bool,
    /// Controls with their tests, for a report that has a matrix of them.
    pub tested: Vec<Tested>,
}

/// A subservice organization of the report.
#[derive(Debug, Clone, Copy)]
pub struct RestsOn {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub provides: &'static str,
    /// The controls expected of it: criterion and words.
    pub assumed: &'static [(&'static str, &'static str)],
}

/// A control of the matrix.
#[derive(Debug, Clone)]
pub struct Tested {
    /// Its number.
    pub id: &'static str,
    /// The criterion under which it stands.
    pub criterion: &'static str,
    /// The control.
    pub control: &'static str,
    /// What the auditor did.
    pub test: &'static str,
    /// What came of it.
    pub result: &'static str,
    /// What management said of it.
    pub response: Option<&'static str>,
}

/// A control that failed for 2 of 25, with a response.
pub const LEAVERS: Tested = Tested {
    id: "CC6.2.1",
    criterion: "CC6.2",
    control: "Access of employees who leave is removed within one business day of their last day.",
    test: "Inspected, for a sample of 25 employees who left, the record of the removal of their access.",
    result: "Exception noted. For 2 of 25 employees selected, access was removed four and nine days after the last day.",
    response: Some(
        "The removals were delayed due to an outage of the personnel feed. The feed was automated on November 3, 2025.",
    ),
};

/// A control that did not run at all, without a response.
pub const RESTORE: Tested = Tested {
    id: "A1.3.2",
    criterion: "A1.3",
    control: "Backups are restored once a year into an empty environment and compared with production.",
    test: "Inspected the record of the restore test of the period.",
    result: "Exception noted. The restore test of the period was not performed.",
    response: None,
};

/// A control that did not fail.
pub const CHANGES: Tested = Tested {
    id: "CC8.1.1",
    criterion: "CC8.1",
    control: "Changes to production are approved by somebody who did not write them.",
    test: "Inspected, for a sample of 25 changes, the approval.",
    result: "No exceptions noted.",
    response: None,
};

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
            rests_on: &[],
            denies_others: false,
            tested: Vec::new(),
        }
    }
}

impl Report {
    /// The report with two exceptions.
    pub fn with_exceptions() -> Self {
        Self { tested: vec![LEAVERS, CHANGES, RESTORE], ..Self::default() }
    }

    /// Typesets it: a cover, the service auditor's report, the assertion; where there are any, tests with their results and
    /// management's responses.
    pub fn pdf(&self) -> Vec<u8> {
        let Self { organization, system, firm, city, from, to, dated, tested, .. } = self;
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
        ];
        blocks.extend(self.scope_of_others());
        blocks.extend([
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
        ]);
        blocks.extend(self.description());
        if !tested.is_empty() {
            blocks.push(Block::section("", "Section IV: Tests of Controls and Results", "tests"));
            blocks.push(matrix(tested));
            blocks.push(Block::section("", "Section V: Other Information Provided by Management", "other"));
            blocks.push(body("The auditor did not examine what stands in this section.".to_owned()));
            blocks.push(responses(tested));
        }
        let document = Document {
            meta: Meta { title: "Invented report".to_owned(), ..Meta::default() },
            furniture: Furniture::default(),
            blocks,
            ..Document::default()
        };
        print(&document).expect("the invented report can be typeset").bytes
    }

    /// What the auditor says of those that were not examined.
    fn scope_of_others(&self) -> Option<Block> {
        let named: Vec<String> =
            self.rests_on.iter().map(|other| format!("{} for {}", other.name, other.provides)).collect();
        (!named.is_empty()).then(|| {
            Block::Paragraph(Paragraph::new(
                Style::Body,
                Text::from(
                    format!(
                        "{} uses {} (subservice organizations). The description presents the types of complementary \
                         subservice organization controls assumed; it excludes the controls of the subservice organizations. \
                         Our examination did not extend to them.",
                        self.organization,
                        named.join(" and ")
                    )
                    .as_str(),
                ),
            ))
        })
    }

    fn description_of_others(&self) -> Vec<Block> {
        let body = |text: String| Block::Paragraph(Paragraph::new(Style::Body, Text::from(text.as_str())));
        if self.denies_others {
            return vec![
                Block::section("III", "Description of the System", "description"),
                Block::heading("Subservice Organizations"),
                body(format!("{} does not use any subservice organizations to provide the system.", self.organization)),
            ];
        }
        if self.rests_on.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![
            Block::section("III", "Description of the System", "description"),
            Block::heading("Complementary Subservice Organization Controls"),
            body(format!(
                "{} uses the following subservice organizations. The carve-out method is applied to all of them.",
                self.organization
            )),
        ];
        let rows = self.rests_on.iter().flat_map(|other| {
            let row = move |(criterion, control): &(&str, &str)| {
                Row::new([Cell::from(other.name), Cell::from(*criterion), Cell::from(*control)])
            };
            other.assumed.iter().map(row)
        });
        let rows: Vec<Row> = rows.collect();
        if !rows.is_empty() {
            blocks.push(Block::Table(Table {
                columns: vec![
                    TableColumn::new("Subservice organization", 45.0),
                    TableColumn::new("Criteria", 22.0),
                    TableColumn::rest("Control expected of the subservice organization"),
                ],
                rows,
                name: "Complementary subservice organization controls".to_owned(),
                ..Table::default()
            }));
        }
        blocks
    }

    /// The description as far as it is about those on which the system rests, and about the customers.
    fn description(&self) -> Vec<Block> {
        let mut blocks = self.description_of_others();
        if self.cuecs.is_empty() {
            return blocks;
        }
        if blocks.is_empty() {
            blocks.push(Block::section("III", "Description of the System", "description"));
        }
        let row = |(criterion, control): &(&str, &str)| Row::new([Cell::from(*criterion), Cell::from(*control)]);
        let body = |text: &str| Block::Paragraph(Paragraph::new(Style::Body, Text::from(text)));
        blocks.extend([
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
        ]);
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

/// Controls without exception that stand before those that a test is about: a matrix is known by its length.
const REST: [Tested; 4] = [
    Tested {
        id: "CC1.1.1",
        criterion: "CC1.1",
        control: "Everybody who joins confirms the code of conduct in writing within the first week.",
        ..CHANGES
    },
    Tested {
        id: "CC2.1.1",
        criterion: "CC2.1",
        control: "Security events of all systems are collected in one place and kept for a year.",
        test: "Inspected the settings of the collection and the events of a day.",
        ..CHANGES
    },
    Tested {
        id: "CC6.1.1",
        criterion: "CC6.1",
        control: "Administrators sign in with a second factor.",
        test: "Observed a sign-in and inspected the setting that asks for it.",
        ..CHANGES
    },
    Tested {
        id: "CC7.2.1",
        criterion: "CC7.2",
        control: "Alerts are looked at by somebody on duty within an hour, day and night.",
        test: "Inspected, for a sample of 25 alerts, when they were taken up.",
        ..CHANGES
    },
];

fn matrix(tested: &[Tested]) -> Block {
    let mut rows = Vec::new();
    for control in REST.iter().chain(tested) {
        rows.push(Row::group(format!("{}   Access and operation", control.criterion)));
        let cells =
            [Cell::from(Text::bold(control.id)), control.control.into(), control.test.into(), control.result.into()];
        rows.push(Row::new(cells));
    }
    let columns = vec![
        TableColumn::new("Control", 17.0),
        TableColumn::new("What the company does", 55.0),
        TableColumn::new("Test by the service auditor", 58.0),
        TableColumn::rest("Result"),
    ];
    Block::Table(Table { columns, rows, name: "Tests".to_owned(), style: Some(Style::Table), ..Table::default() })
}

fn responses(tested: &[Tested]) -> Block {
    let answered = tested.iter().filter_map(|control| Some((control, control.response?)));
    let row = |(control, response): (&Tested, &'static str)| {
        Row::new([Cell::from(Text::bold(control.id)), control.result.into(), response.into()])
    };
    let columns = vec![
        TableColumn::new("Control", 17.0),
        TableColumn::new("Exception", 66.0),
        TableColumn::rest("Management\u{2019}s Response"),
    ];
    let (rows, name) = (answered.map(row).collect(), "Responses".to_owned());
    Block::Table(Table { columns, rows, name, ..Table::default() })
}
