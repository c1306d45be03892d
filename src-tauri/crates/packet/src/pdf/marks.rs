//! Marks that are made of straight lines: severities and the strip of findings. On a grid of ten, as the others.

use crate::typeset::{Mark, Tone};

/// How a part is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paint {
    /// A closed line.
    Outline,
    /// An open line.
    Line,
    /// An open line in the colour of the paper.
    Cut,
    /// An area.
    Fill,
}

/// A part of a mark.
pub(super) struct Part {
    pub(super) paint: Paint,
    pub(super) tone: Tone,
    pub(super) points: &'static [(f64, f64)],
}

const DIAMOND: &[(f64, f64)] = &[(5.0, 0.8), (9.2, 5.0), (5.0, 9.2), (0.8, 5.0)];
const HALF: &[(f64, f64)] = &[(5.0, 0.8), (0.8, 5.0), (5.0, 9.2)];
const POINTING: &[(f64, f64)] = &[(0.8, 1.4), (9.2, 1.4), (5.0, 9.0)];

/// Gives the parts in the order of painting; nothing for a mark that is drawn otherwise.
pub(super) fn parts(mark: Mark) -> Vec<Part> {
    let part = |paint, tone, points| Part { paint, tone, points };
    let (ink, signal) = (Tone::Ink, Tone::Signal);
    match mark {
        Mark::SeverityLow => vec![part(Paint::Outline, ink, DIAMOND)],
        Mark::SeverityMedium => vec![part(Paint::Fill, ink, HALF), part(Paint::Outline, ink, DIAMOND)],
        Mark::SeverityHigh => vec![part(Paint::Fill, signal, DIAMOND), part(Paint::Outline, signal, DIAMOND)],
        Mark::SeverityCritical => vec![
            part(Paint::Fill, signal, DIAMOND),
            part(Paint::Outline, signal, DIAMOND),
            part(Paint::Cut, signal, &[(5.0, 2.4), (5.0, 5.6)]),
            part(Paint::Cut, signal, &[(5.0, 6.6), (5.0, 7.6)]),
        ],
        Mark::FindingOpen => vec![part(Paint::Fill, ink, POINTING), part(Paint::Outline, ink, POINTING)],
        Mark::FindingClosed => vec![part(Paint::Outline, ink, POINTING)],
        Mark::FindingAccepted => {
            vec![part(Paint::Outline, ink, POINTING), part(Paint::Line, ink, &[(2.6, 4.4), (7.4, 4.4)])]
        }
        Mark::Tick
        | Mark::Triangle
        | Mark::Diamond
        | Mark::CrossedSquare
        | Mark::DashedCircle
        | Mark::Bar
        | Mark::Box
        | Mark::NotMet => Vec::new(),
    }
}
