//! The strip of section 7: findings by their score on the scale of severity, with where they stand.

use crate::input::{FrozenDecision, FrozenFinding};
use crate::typeset::{Align, Block, Drawing, Fill, Mark, Shape, Style, Text, Tone};
use countersign_domain::FindingStatus;

/// The cells of the scale; the last stands for all above it too.
const CELLS: u8 = 16;

/// The last score of each severity, as severity is worked out (`practice.md` §5.2); the worst has none.
const BANDS: [(&str, u8, u8, Tone); 4] = [
    ("Low", 1, 4, Tone::BandLow),
    ("Medium", 5, 8, Tone::BandMedium),
    ("High", 9, 12, Tone::BandHigh),
    ("Critical", 13, 16, Tone::BandCritical),
];

/// Millimetres: the width of the strip, the tops of its parts, its height.
const WIDTH: f64 = 170.0;
const MARKS: f64 = 6.0;
const SCALE: f64 = 8.2;
const CELL_HEIGHT: f64 = 4.4;
const HEIGHT: f64 = 23.5;

/// Where a finding stands, as the strip shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Open,
    Accepted,
    Closed,
}

impl Standing {
    const ALL: [Self; 3] = [Self::Open, Self::Accepted, Self::Closed];

    fn of(finding: &FrozenFinding) -> Self {
        match FindingStatus::ALL.iter().find(|status| status.title() == finding.status) {
            Some(FindingStatus::Accepted) => Self::Accepted,
            Some(status) if status.is_settled() => Self::Closed,
            _ => Self::Open,
        }
    }

    const fn mark(self) -> Mark {
        match self {
            Self::Open => Mark::FindingOpen,
            Self::Accepted => Mark::FindingAccepted,
            Self::Closed => Mark::FindingClosed,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Closed => "closed",
        }
    }
}

/// Makes the figure with its caption; empty where nothing has a score.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    let scored: Vec<&FrozenFinding> = input.findings.iter().filter(|finding| finding.score.is_some()).collect();
    if scored.is_empty() {
        return Vec::new();
    }
    let apart = input.findings.len() - scored.len();
    let apart = match apart {
        0 => String::new(),
        1 => " One more has no score.".to_owned(),
        more => format!(" {more} more have no score."),
    };
    vec![
        Block::Drawing(drawing(input, &scored)),
        Block::note(format!(
            "Findings by their score. Filled: open. Hollow: closed. Hollow with a bar: accepted. A number stands for so many at one \
             score.{apart}"
        )),
        Block::Space(10.0),
    ]
}

fn drawing(input: &FrozenDecision, scored: &[&FrozenFinding]) -> Drawing {
    let cell = WIDTH / f64::from(CELLS);
    let mut shapes = Vec::new();
    for score in 1..=CELLS {
        let here: Vec<&&FrozenFinding> = scored.iter().filter(|finding| place(finding) == score).collect();
        let middle = cell * (f64::from(score) - 0.5);
        marks(&here, middle, cell, &mut shapes);
        let tone = BANDS.iter().find(|(_, _, last, _)| score <= *last).map_or(Tone::BandCritical, |(.., tone)| *tone);
        let x = cell * f64::from(score - 1);
        shapes.push(Shape::Area { x, y: SCALE, width: cell, height: CELL_HEIGHT, fill: Fill::Outlined(tone) });
        let text = if score == CELLS { format!("{CELLS}+") } else { score.to_string() };
        shapes.push(centred(middle, SCALE + 0.5, cell, Text::from(text)));
    }
    for (name, first, last, _) in BANDS {
        let x = cell * f64::from(first - 1);
        let (top, bottom) = (SCALE + CELL_HEIGHT, SCALE + CELL_HEIGHT + 3.0);
        shapes.push(Shape::Line { points: vec![(x, top), (x, bottom)], weight: 0.8, tone: Tone::Ink, dotted: false });
        let label =
            |y, style, text| Shape::Label { x: x + 1.5, y, width: cell * 4.0 - 2.0, align: Align::Left, style, text };
        let scores = if name == "Critical" { format!("{first} and more") } else { format!("{first} to {last}") };
        let exists = input.findings.iter().any(|finding| finding.severity.as_deref() == Some(name));
        let title = match (name, exists) {
            // The signal colour is for what exists.
            ("High" | "Critical", false) => Text::bold(name),
            _ => super::words::severity(input.design, name),
        };
        shapes.push(label(SCALE + CELL_HEIGHT + 1.2, Style::Small, title.and_second(format!("  score {scores}"))));
        shapes.push(label(SCALE + CELL_HEIGHT + 5.4, Style::Note, Text::from(counted(input, name))));
    }
    let of_band = |(name, first, ..): (&str, u8, u8, Tone)| format!("{name}, from {first}: {}", counted(input, name));
    let words = format!("Findings by their score. {}.", BANDS.map(of_band).join("; "));
    Drawing { height: HEIGHT, shapes, words }
}

/// The cell of a finding.
fn place(finding: &FrozenFinding) -> u8 {
    finding.score.map_or(1, |score| u8::try_from(score.max(1)).unwrap_or(CELLS).clamp(1, CELLS))
}

/// One mark for each way in which findings of one score stand, with the name of the one or the number of all.
fn marks(here: &[&&FrozenFinding], middle: f64, cell: f64, shapes: &mut Vec<Shape>) {
    let standings: Vec<Standing> =
        Standing::ALL.into_iter().filter(|known| here.iter().any(|finding| Standing::of(finding) == *known)).collect();
    let first = middle - 1.6 * (standings.len().saturating_sub(1)) as f64;
    for (at, standing) in standings.iter().enumerate() {
        shapes.push(Shape::Mark { x: first + 3.2 * at as f64, y: MARKS, mark: standing.mark() });
    }
    let text = match here {
        [] => return,
        [one] => one.label.clone().or_else(|| one.control.clone()).unwrap_or_else(|| "1".to_owned()),
        several => several.len().to_string(),
    };
    shapes.push(centred(middle, 0.6, cell, Text::from(text)));
}

fn centred(middle: f64, y: f64, width: f64, text: Text) -> Shape {
    Shape::Label { x: middle, y, width, align: Align::Centre, style: Style::Small, text }
}

/// How many of a severity stand in which way.
fn counted(input: &FrozenDecision, name: &str) -> String {
    let of_severity = || input.findings.iter().filter(|finding| finding.severity.as_deref() == Some(name));
    let parts: Vec<String> = Standing::ALL
        .into_iter()
        .map(|known| (of_severity().filter(|finding| Standing::of(finding) == known).count(), known))
        .filter(|(count, _)| *count > 0)
        .map(|(count, known)| format!("{count} {}", known.word()))
        .collect();
    if parts.is_empty() { "none".to_owned() } else { parts.join(", ") }
}
