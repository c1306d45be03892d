//! The figure of section 5: which time each document speaks of, what nothing covers, and the dates ahead.

use super::words::{date, months, span};
use crate::input::{Design, FrozenCoverage, FrozenDecision, FrozenDocument, Span};
use crate::layout::plain;
use crate::typeset::{Align, Block, Drawing, Fill, Mark, Shape, Style, Text, Tone};
use chrono::{Datelike, Days, NaiveDate};
use countersign_domain::{FactKey, Kind};

/// The most documents that are shown.
const ROWS: usize = 8;

/// Where the plot begins and how wide it is, in millimetres.
const PLOT: f64 = 40.0;
const WIDTH: f64 = 130.0;

/// The height of a row, of its bar and of a date ahead, in millimetres.
const ROW: f64 = 8.2;
const BAR: f64 = 3.6;
const AHEAD: f64 = 4.0;

/// At least so many days before the decision are shown.
const BEFORE: u64 = 180;

/// Makes the figure with its heading and caption; nothing where no report with dates is held.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    let main = input.documents.iter().find(|document| document.main && document.span.is_some());
    let Some(main) = main.filter(|_| input.register.is_some()) else { return Vec::new() };
    let decided = date(input.decision.decided_on);
    vec![
        Block::heading("Coverage"),
        Block::Drawing(drawing(input, main)),
        Block::note(format!(
            "Coverage on {decided}. Filled: examined by a service auditor (black: main report). Hatched: stated by management. \
             Dashed: nothing held. Diamond: date of the opinion. Dotted lines: dates ahead.{}",
            input
                .coverage
                .as_ref()
                .and_then(|coverage| coverage.limit.as_ref())
                .map_or_else(String::new, |limit| { format!(" The policy lets {limit} go uncovered.") })
        )),
    ]
}

struct Scale {
    start: NaiveDate,
    end: NaiveDate,
}

impl Scale {
    fn x(&self, day: NaiveDate) -> f64 {
        let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days() as f64;
        PLOT + WIDTH * (days(self.start, day) / days(self.start, self.end).max(1.0)).clamp(0.0, 1.0)
    }
}

/// A row of the figure.
struct Bar {
    label: Text,
    said: String,
    span: Span,
    fill: Fill,
    opinion: Option<NaiveDate>,
}

fn drawing(input: &FrozenDecision, main: &FrozenDocument) -> Drawing {
    let decided = input.decision.decided_on;
    let rows = rows(input, main);
    let ahead = ahead(input);
    let oldest = rows.iter().map(|row| row.span.start).min().unwrap_or(decided);
    let last = ahead.iter().map(|(_, day)| *day).chain(rows.iter().map(|row| row.span.end)).max().unwrap_or(decided);
    let scale = Scale {
        start: oldest.min(decided.checked_sub_days(Days::new(BEFORE)).unwrap_or(decided)),
        end: quarter_end(last.max(decided)),
    };
    let top = AHEAD * ahead.len() as f64 + 1.5;
    let bottom = top + ROW * rows.len() as f64 + 0.5;
    let mut shapes = Vec::new();
    dates(&ahead, decided, &scale, bottom, &mut shapes);
    for (at, row) in rows.iter().enumerate() {
        bar(row, top + ROW * at as f64, &scale, &mut shapes);
    }
    axis(&scale, bottom, &mut shapes);
    let bars = rows.iter().map(|row| format!("{}, {}: {}", plain(&row.label), span(row.span), row.said));
    let days = ahead.iter().map(|(name, day)| format!("{name}: {}", date(*day)));
    let words = format!("What is covered over time. {}.", bars.chain(days).collect::<Vec<_>>().join("; "));
    Drawing { height: bottom + 5.0, shapes, words }
}

fn rows(input: &FrozenDecision, main: &FrozenDocument) -> Vec<Bar> {
    let mut dated: Vec<(&FrozenDocument, Span)> =
        input.documents.iter().filter_map(|document| Some((document, document.span?))).collect();
    // The main report and what belongs to it first; the rest only as far as there is room.
    dated.sort_by_key(|(document, _)| {
        (!document.main, !document.kind.is_attestation(), document.kind != Kind::BridgeLetter)
    });
    dated.truncate(ROWS);
    dated.sort_by(|a, b| (a.1.start, &a.0.label).cmp(&(b.1.start, &b.0.label)));
    let mut rows: Vec<Bar> = dated.iter().map(|(document, span)| of_document(input, document, *span)).collect();
    if let Some(coverage) = &input.coverage {
        rows.extend(uncovered(input, coverage));
        return rows;
    }
    let covered = dated
        .iter()
        .filter(|(document, _)| document.label == main.label || document.kind == Kind::BridgeLetter)
        .map(|(_, span)| span.end)
        .max();
    let from = covered.and_then(|end| end.succ_opt()).filter(|from| *from < input.decision.decided_on);
    if let Some(start) = from {
        let span = Span { start, end: input.decision.decided_on };
        rows.push(Bar {
            label: Text::from("Uncovered gap"),
            said: format!("{} months", tenths(input.design, span)),
            span,
            fill: Fill::Dashed,
            opinion: None,
        });
    }
    rows
}

/// The time since what the rules count as covered, in their words: figure and policy check say the same.
fn uncovered(input: &FrozenDecision, coverage: &FrozenCoverage) -> Option<Bar> {
    let said = coverage.uncovered.as_ref()?;
    let start = coverage.until.succ_opt().filter(|start| *start <= input.decision.decided_on)?;
    let said = said.clone();
    let span = Span { start, end: input.decision.decided_on };
    Some(Bar { label: Text::from("Uncovered gap"), said, span, fill: Fill::Dashed, opinion: None })
}

/// How a letter is shown where the rules were asked: only as far as it counts.
fn of_letter(design: Design, coverage: &FrozenCoverage, document: &FrozenDocument, span: Span) -> (Span, String, Fill) {
    let counts = coverage.letters.iter().find(|letter| letter.label == document.label);
    match counts.and_then(|letter| letter.carries_to) {
        Some(to) if to < span.end => {
            let counted = Span { end: to, ..span };
            (counted, format!("{} of {} count", length(design, counted), length(design, span)), Fill::Hatched)
        }
        Some(_) => (span, format!("{}, stated", length(design, span)), Fill::Hatched),
        None => (span, format!("{}, does not count", length(design, span)), Fill::Outlined(Tone::BandLow)),
    }
}

/// How long a time is: days below a month, else months with one decimal.
fn length(design: Design, span: Span) -> String {
    match (span.end - span.start).num_days() + 1 {
        1 => "1 day".to_owned(),
        days @ 0..=30 => format!("{days} days"),
        _ => format!("{} months", tenths(design, span)),
    }
}

fn of_document(input: &FrozenDecision, document: &FrozenDocument, span: Span) -> Bar {
    let name = document.kind.title();
    let label = if document.main { Text::bold(name) } else { Text::from(name) };
    let label = label.and_second(format!(" [{}]", document.label));
    let months = if span.start == span.end {
        format!("on {}", date(span.end))
    } else {
        format!("{} months", tenths(input.design, span))
    };
    let (said, fill) = match document.kind {
        Kind::BridgeLetter => (format!("{months}, stated"), Fill::Hatched),
        kind if kind.is_attestation() && span.start == span.end => (months, Fill::Outlined(Tone::Tint)),
        kind if kind.is_attestation() && document.main => (format!("{months}, examined"), Fill::Tone(Tone::Ink)),
        kind if kind.is_attestation() => (format!("{months}, examined"), Fill::Outlined(Tone::BandMedium)),
        _ => (months, Fill::Outlined(Tone::BandLow)),
    };
    let letter = input.coverage.as_ref().filter(|_| document.kind == Kind::BridgeLetter);
    let (span, said, fill) = match letter {
        Some(coverage) => of_letter(input.design, coverage, document, span),
        None => (span, said, fill),
    };
    let opinion = if input.design >= Design::Third { document.reported_on } else { printed_opinion(document) };
    Bar { label, said, span, fill, opinion }
}

/// The date of the opinion as it is printed among the facts: until the second design nothing else was frozen of it.
fn printed_opinion(document: &FrozenDocument) -> Option<NaiveDate> {
    let fact = document.facts.iter().find(|fact| fact.key == FactKey::ReportDate)?;
    NaiveDate::parse_from_str(fact.value.as_deref()?, "%d %b %Y").ok()
}

/// The dates ahead and the decision itself, the latest first.
fn ahead(input: &FrozenDecision) -> Vec<(&'static str, NaiveDate)> {
    let decision = &input.decision;
    let mut dates = vec![("Decision", decision.decided_on)];
    dates.extend(decision.evidence_good_until.map(|day| ("Evidence good until", day)));
    dates.extend(decision.next_review.map(|day| ("Next full review", day)));
    dates.retain(|(_, day)| *day >= decision.decided_on);
    dates.sort_by_key(|(_, day)| std::cmp::Reverse(*day));
    dates
}

fn dates(ahead: &[(&str, NaiveDate)], decided: NaiveDate, scale: &Scale, bottom: f64, shapes: &mut Vec<Shape>) {
    let edge = scale.x(decided);
    for (at, (name, day)) in ahead.iter().enumerate() {
        let y = AHEAD * at as f64;
        let text = Text::from(format!("{name} ")).and_bold(date(*day));
        let right = (edge - 1.5).max(PLOT + 12.0);
        shapes.push(Shape::Label { x: right, y, width: right, align: Align::Right, style: Style::Small, text });
        let middle = y + AHEAD / 2.0;
        if *day == decided {
            let points = vec![(edge, middle - 1.5), (edge, bottom)];
            shapes.push(Shape::Line { points, weight: 1.2, tone: Tone::Ink, dotted: false });
        } else {
            let points = vec![(right + 1.0, middle), (scale.x(*day), middle), (scale.x(*day), bottom)];
            shapes.push(Shape::Line { points, weight: 0.5, tone: Tone::Second, dotted: true });
        }
    }
}

fn bar(row: &Bar, y: f64, scale: &Scale, shapes: &mut Vec<Shape>) {
    let label =
        |y: f64, style, text: Text| Shape::Label { x: 0.0, y, width: PLOT - 2.0, align: Align::Left, style, text };
    shapes.push(label(y + 0.4, Style::Small, row.label.clone()));
    shapes.push(label(y + 3.9, Style::Note, Text::from(row.said.as_str())));
    let (from, to) = (scale.x(row.span.start), scale.x(row.span.end));
    let top = y + (ROW - BAR) / 2.0;
    shapes.push(Shape::Area { x: from, y: top, width: (to - from).max(0.8), height: BAR, fill: row.fill });
    if let Some(day) = row.opinion.filter(|day| *day > row.span.end && *day <= scale.end) {
        shapes.push(Shape::Mark { x: scale.x(day), y: top + BAR / 2.0, mark: Mark::Diamond });
    }
    shapes.push(Shape::Line {
        points: vec![(0.0, y + ROW), (PLOT + WIDTH, y + ROW)],
        weight: 0.35,
        tone: Tone::Rule,
        dotted: false,
    });
}

/// The line of time with its quarters and years.
fn axis(scale: &Scale, y: f64, shapes: &mut Vec<Shape>) {
    let line = |points, weight| Shape::Line { points, weight, tone: Tone::Ink, dotted: false };
    shapes.push(line(vec![(PLOT, y), (PLOT + WIDTH, y)], 0.8));
    let said = |x: f64, text: String| Shape::Label {
        x,
        y: y + 1.3,
        width: 20.0,
        align: Align::Left,
        style: Style::Note,
        text: Text::from(text),
    };
    let mut free = PLOT;
    shapes.push(said(PLOT, scale.start.format("%b %Y").to_string()));
    free += 16.0;
    for year in scale.start.year()..=scale.end.year() {
        for month in [1, 4, 7, 10] {
            let Some(day) =
                NaiveDate::from_ymd_opt(year, month, 1).filter(|day| (scale.start..=scale.end).contains(day))
            else {
                continue;
            };
            let x = scale.x(day);
            shapes.push(line(vec![(x, y), (x, y + if month == 1 { 1.6 } else { 0.8 })], 0.5));
            if month == 1 && x > free && x < PLOT + WIDTH - 7.0 {
                shapes.push(said(x, year.to_string()));
            }
        }
    }
}

/// Months with one decimal. Until the second design it was dropped near a whole number.
fn tenths(design: Design, span: Span) -> String {
    if design >= Design::Third {
        return months(span);
    }
    let months = ((span.end - span.start).num_days() + 1) as f64 / 30.44;
    let rounded = (months * 10.0).round() / 10.0;
    // Whole months of unequal length are whole all the same.
    if (rounded - rounded.round()).abs() < 0.15 { format!("{rounded:.0}") } else { format!("{rounded:.1}") }
}

fn quarter_end(day: NaiveDate) -> NaiveDate {
    let month = (day.month0() / 3 + 1) * 3;
    let (year, next) = if month == 12 { (day.year() + 1, 1) } else { (day.year(), month + 1) };
    NaiveDate::from_ymd_opt(year, next, 1).and_then(|first| first.pred_opt()).unwrap_or(day)
}
