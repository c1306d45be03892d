//! Type, colour and marks: the constants of the house.

/// A face of the one family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Face {
    /// Upright.
    #[default]
    Regular,
    /// Bold.
    Bold,
    /// Italic, only for words quoted from a document in tables.
    Italic,
}

/// A colour. Every meaning must survive a photocopy, so there are few.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Tone {
    /// Text, strong rules, marks.
    #[default]
    Ink,
    /// Labels, references, notes.
    Second,
    /// Hairlines.
    Rule,
    /// The ground of group rows.
    Tint,
    /// The ground of the lowest band of a scale.
    BandLow,
    /// The ground of its second band.
    BandMedium,
    /// The ground of its third band.
    BandHigh,
    /// The ground of its highest band.
    BandCritical,
    /// Pure black, for codes that a machine reads.
    Black,
    /// Dark red: only for "not met", "missing" and a high or critical severity, each with its shape and its word.
    Signal,
}

impl Tone {
    /// Gives red, green and blue.
    pub const fn rgb(self) -> [u8; 3] {
        match self {
            Self::Ink => [0x16; 3],
            Self::Second => [0x4d; 3],
            Self::Rule => [0xb4; 3],
            Self::Tint => [0xf2; 3],
            Self::BandLow => [0xff; 3],
            Self::BandMedium => [0xe4; 3],
            Self::BandHigh => [0xbd; 3],
            Self::BandCritical => [0x8a; 3],
            Self::Black => [0; 3],
            Self::Signal => [0x8f, 0x1d, 0x14],
        }
    }
}

/// A mark, drawn as a path: the family has no such glyphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// Confirmed, met.
    Tick,
    /// Open or noted.
    Triangle,
    /// A deviation, a correction.
    Diamond,
    /// Not met, rejected.
    CrossedSquare,
    /// Not checked, not covered.
    DashedCircle,
    /// Does not apply.
    Bar,
    /// To be ticked by hand.
    Box,
    /// Not met or missing: the crossed square in the signal colour.
    NotMet,
    /// A low severity: a hollow diamond. Severities are diamonds that fill, as on the screen.
    SeverityLow,
    /// A medium severity: half a diamond.
    SeverityMedium,
    /// A high severity: a full diamond in the signal colour.
    SeverityHigh,
    /// A critical severity: a full diamond in the signal colour with an exclamation mark cut out.
    SeverityCritical,
    /// On the strip of findings: open.
    FindingOpen,
    /// On the strip of findings: closed.
    FindingClosed,
    /// On the strip of findings: accepted for a time.
    FindingAccepted,
}

/// What a text is for; gives size, leading, face and colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// The title of a document: 24/28 bold.
    Title,
    /// The verdict: 18/22 bold.
    Verdict,
    /// The title of a section: 15/19 bold.
    Section,
    /// An opinion quoted: 10.5/15.
    Opinion,
    /// Lead paragraphs and texts of the first pages: 10/14.
    Lead,
    /// Body: 9.5/13.
    Body,
    /// Headings inside a section: 9.5/13 bold.
    Heading,
    /// Tables and facts: 8.5/11.5.
    Table,
    /// Labels that stand beside large type: 8.5/12, second colour.
    Eyebrow,
    /// Table heads: 7.5/10 bold.
    Head,
    /// Labels and notes: 7.5/10, second colour.
    Note,
    /// Small text in ink: 7.5/10.
    Small,
    /// Hashes: 7/10.
    Hash,
    /// The short code: 9/12 bold, spaced for reading by a machine.
    Code,
}

/// Size, leading, face, colour and letter-spacing in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    /// The size.
    pub size: f64,
    /// From baseline to baseline.
    pub leading: f64,
    /// The face.
    pub face: Face,
    /// The colour.
    pub tone: Tone,
    /// Added after every letter.
    pub tracking: f64,
}

impl Style {
    /// Gives the measures.
    pub const fn text_style(self) -> TextStyle {
        let (size, leading, face, tone) = match self {
            Self::Title => (24.0, 28.0, Face::Bold, Tone::Ink),
            Self::Verdict => (18.0, 22.0, Face::Bold, Tone::Ink),
            Self::Section => (15.0, 19.0, Face::Bold, Tone::Ink),
            Self::Opinion => (10.5, 15.0, Face::Regular, Tone::Ink),
            Self::Lead => (10.0, 14.0, Face::Regular, Tone::Ink),
            Self::Body => (9.5, 13.0, Face::Regular, Tone::Ink),
            Self::Heading => (9.5, 13.0, Face::Bold, Tone::Ink),
            Self::Table => (8.5, 11.5, Face::Regular, Tone::Ink),
            Self::Eyebrow => (8.5, 12.0, Face::Regular, Tone::Second),
            Self::Head => (7.5, 10.0, Face::Bold, Tone::Ink),
            Self::Note => (7.5, 10.0, Face::Regular, Tone::Second),
            Self::Small => (7.5, 10.0, Face::Regular, Tone::Ink),
            Self::Hash => (7.0, 10.0, Face::Regular, Tone::Ink),
            Self::Code => (9.0, 12.0, Face::Bold, Tone::Ink),
        };
        let tracking = if matches!(self, Self::Code) { 0.8 } else { 0.0 };
        TextStyle { size, leading, face, tone, tracking }
    }
}
