//! House styles: how a firm lays its reports out, and with which program it prints them.

use super::dates::DateForm;

/// A program that makes PDFs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Producer {
    /// Our own typesetter, in this process.
    Own,
    /// HTML printed by Chromium.
    Chromium,
    /// HTML printed by WeasyPrint.
    WeasyPrint,
    /// Flat ODF printed by LibreOffice Writer.
    LibreOffice,
    /// ReportLab's platypus.
    ReportLab,
    /// LaTeX with longtable.
    Latex,
}

/// What a layout's documents are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// SOC 2 Type 2, now and then Type 1.
    Soc2,
    /// SOC 2 Type 1: controls without tests.
    Soc2Type1,
    /// SOC 1 Type 2: control objectives.
    Soc1,
    /// SOC 3: no tests.
    Soc3,
    /// A bridge letter.
    Letter,
    /// An ISO/IEC 27001 certificate.
    Certificate,
}

/// A column of the tests matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Col {
    /// The criterion.
    Criterion,
    /// The control's number.
    Id,
    /// The control; with its number before it where no column has numbers.
    Control,
    /// The tests.
    Test,
    /// The results.
    Result,
    /// The tests and below them the results.
    TestAndResult,
    /// Management's response.
    Response,
}

/// Where the criterion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criteria {
    /// In a column of its own.
    Column,
    /// In a row over all columns.
    Band,
    /// In a heading above a table of its own.
    Heading,
    /// With its words in a column, once for all controls that meet it.
    Words,
}

/// The lines of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ruling {
    /// Around every cell.
    Full,
    /// Between rows.
    Horizontal,
    /// Between rows, thin and pale.
    Hairline,
    /// Under the heads and at the end only.
    Booktabs,
    /// None.
    None,
}

/// How several tests of one control stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Several {
    /// Each in a row of its own, the control's cells merged.
    Merged,
    /// Each in a row of its own, the control's cells empty from the second on.
    Blank,
    /// As paragraphs of one cell, with one result.
    OneCell,
    /// Numbered in one cell, with one result.
    Numbered,
}

/// How control numbers are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ids {
    /// CC6.1-02
    CriterionDash,
    /// CC6.1.2
    CriterionDot,
    /// AC-07
    Family,
    /// 4.12
    Plain,
    /// CTRL-0031
    Long,
    /// None.
    None,
}

/// How a list of complementary controls stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// Under "… are responsible for:", with bullets.
    Bullets,
    /// Whole sentences with numbers.
    Numbers,
    /// In a table with criteria.
    Table,
    /// Whole sentences, a paragraph each.
    Prose,
    /// In a table with a column of marks for each organization.
    Marks,
    /// In a table with a column for each organization in which its controls stand.
    Columns,
}

/// How subservice organizations are introduced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carved {
    /// A table with the services, and the word carve-out.
    Table,
    /// A sentence with the word carve-out.
    Sentence,
    /// Sentences without the word: the examination did not extend to their controls.
    WithoutTheWord,
}

/// Where management's response stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Response {
    /// In a row below.
    Below,
    /// Below the result in its cell.
    InResult,
    /// In a column of its own.
    Column,
    /// In Section V.
    SectionV,
    /// Nowhere.
    Nowhere,
}

/// Numbers of sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// Section I: …
    Roman,
    /// SECTION 1 with the title on the next line.
    Arabic,
    /// I. …
    BareRoman,
    /// None.
    None,
}

/// The table of contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contents {
    /// None.
    None,
    /// With leaders.
    Leaders,
    /// Titles and numbers with a gap between.
    Plain,
}

/// A house style.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names and their types say it")]
pub struct House {
    pub name: &'static str,
    /// Nobody looks at what is misread here while developing.
    pub held_out: bool,
    pub producer: Producer,
    pub subject: Subject,
    pub a4: bool,
    pub landscape_tests: bool,
    pub serif: bool,
    /// Size of the body in points.
    pub size: f64,
    pub columns: &'static [Col],
    pub criteria: Criteria,
    pub ruling: Ruling,
    pub shaded_heads: bool,
    pub zebra: bool,
    pub repeat_heads: bool,
    pub break_rows: bool,
    pub several: Several,
    pub ids: Ids,
    pub cuecs: Listing,
    pub csocs: Listing,
    pub carved: Carved,
    pub response: Response,
    pub numbering: Numbering,
    pub assertion_first: bool,
    pub dividers: bool,
    pub contents: Contents,
    /// Lines of the running head.
    pub heads: usize,
    /// Lines of the running foot besides the page number.
    pub feet: usize,
    pub dates: DateForm,
    pub isae: bool,
    /// Which headings are used where there are several.
    pub words: usize,
}

impl House {
    /// The plainest one, from which the others differ.
    pub const PLAIN: Self = Self {
        name: "plain",
        held_out: false,
        producer: Producer::Own,
        subject: Subject::Soc2,
        a4: false,
        landscape_tests: false,
        serif: false,
        size: 10.5,
        columns: &[Col::Id, Col::Control, Col::Test, Col::Result],
        criteria: Criteria::Band,
        ruling: Ruling::Full,
        shaded_heads: true,
        zebra: false,
        repeat_heads: true,
        break_rows: true,
        several: Several::Merged,
        ids: Ids::CriterionDash,
        cuecs: Listing::Bullets,
        csocs: Listing::Bullets,
        carved: Carved::Sentence,
        response: Response::SectionV,
        numbering: Numbering::Roman,
        assertion_first: false,
        dividers: false,
        contents: Contents::Leaders,
        heads: 1,
        feet: 1,
        dates: DateForm::American,
        isae: false,
        words: 0,
    };

    /// Whether the documents are reports.
    pub fn is_report(&self) -> bool {
        !matches!(self.subject, Subject::Letter | Subject::Certificate)
    }

    /// Whether criteria stand with each row, so that a control is listed once.
    pub fn lists_once(&self) -> bool {
        self.criteria == Criteria::Column
    }
}
