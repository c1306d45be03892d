//! Section 3, how the class came about: factors with points and who answered, what lifts it, what it asks for
//! (`practice.md` §4.1; §7.1, page 3).

use super::words::{capitalised, count, date, tier};
use super::{outline, pairs};
use crate::input::{FrozenDecision, FrozenFactor, FrozenOverride, FrozenService, FrozenTiering};
use crate::typeset::{Align, Block, Cell, Drawing, Fill, Mark, Row, Shape, Style, Table, TableColumn, Text, Tone};

/// Says why the section is left out; `None` where it is printed.
pub(super) fn left_out(input: &FrozenDecision) -> Option<&'static str> {
    match &input.tiering {
        None => Some(outline::BEFORE),
        Some(tiering) if tiering.services.is_empty() && tiering.asks.is_empty() => {
            Some("neither a service nor a tier is entered")
        }
        Some(_) => None,
    }
}

/// Makes the section; empty where it is left out.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    let Some(tiering) = input.tiering.as_ref().filter(|_| left_out(input).is_none()) else { return Vec::new() };
    let (number, title, anchor) = outline::TIER;
    let mut blocks = vec![Block::section(number, title, anchor), Block::lead(lead(input, tiering))];
    let several = tiering.services.len() > 1;
    for service in &tiering.services {
        if several {
            blocks.push(Block::heading(service.name.as_str()));
        }
        blocks.push(Block::Table(factors(service, tiering)));
        blocks.push(Block::Space(8.0));
        blocks.push(Block::Drawing(scale(service, tiering)));
        blocks.push(Block::heading(if several {
            format!("Overrides, {}", service.name)
        } else {
            "Overrides".to_owned()
        }));
        blocks.push(Block::Table(overrides(service)));
    }
    let said = assigned(input, tiering);
    if tiering.asks.is_empty() {
        blocks.push(Block::note(said));
    } else {
        let rows: Vec<_> = tiering.asks.iter().map(|ask| (ask.what.as_str(), ask.asked.clone())).collect();
        blocks.push(Block::heading("What the tier asks for"));
        blocks.push(pairs::table(&rows, format!("{number} {title}, what it asks for"), Some(said.into())));
    }
    blocks
}

fn lead(input: &FrozenDecision, tiering: &FrozenTiering) -> Text {
    let name = input.vendor.tier.map_or("No tier is assigned", tier);
    let Some(deciding) = tiering.services.iter().max_by_key(|service| (service.tier, service.score)) else {
        return Text::bold(name).and(". No service is entered, so nothing was worked out.");
    };
    let most = tiering.scale.most;
    let class = tier(deciding.class).to_lowercase();
    let points = if tiering.services.len() > 1 {
        format!(
            ". The highest of {} services decides: {} of {most} points give {class}",
            tiering.services.len(),
            deciding.score
        )
    } else {
        format!(". {} of {most} points give {class}", deciding.score)
    };
    let lifts = deciding.overrides.iter().filter(|lift| lift.applies == Some(true)).count();
    let lifted = match lifts {
        0 => "; no override applies.".to_owned(),
        lifts if deciding.tier > deciding.class => {
            format!(
                "; {} it to {}.",
                count(lifts, "override lifts", "overrides lift"),
                tier(deciding.tier).to_lowercase()
            )
        }
        lifts => format!("; {} and would give no higher tier.", count(lifts, "override applies", "overrides apply")),
    };
    let mut text = Text::bold(name).and(points).and(lifted);
    if deciding.tier < deciding.at_most {
        text = text.and(format!(" What is not answered could make it {}.", tier(deciding.at_most).to_lowercase()));
    }
    let by_hand = tiering.assigned.as_ref().is_some_and(|it| it.by_hand);
    if by_hand && input.vendor.tier != Some(deciding.tier) {
        text = text.and(" The tier was chosen by hand; the reason stands at the end of this section.");
    }
    text
}

fn factors(service: &FrozenService, tiering: &FrozenTiering) -> Table {
    let scale = tiering.scale;
    let to = |from: u8, next: u8| if next > from + 1 { format!("{from}–{}", next - 1) } else { from.to_string() };
    let bounds = format!(
        "{}. Critical from {}, high {}, medium {}, low up to {}.",
        tier(service.class),
        scale.critical_from,
        to(scale.high_from, scale.critical_from),
        to(scale.medium_from, scale.high_from),
        scale.medium_from.saturating_sub(1)
    );
    let mut rows: Vec<Row> = service.factors.iter().map(factor).collect();
    rows.push(Row::new([
        Cell::from(Text::bold("Total")),
        Cell::from(bounds),
        Cell::from(format!("0–{}", scale.most)),
        Cell::from(Text::bold(service.score.to_string())),
        Cell::from(""),
    ]));
    Table {
        columns: vec![
            TableColumn::new("Factor", 36.0),
            TableColumn::rest("Answer"),
            TableColumn::new("Range", 16.0).right(),
            TableColumn::new("Points", 18.0).right(),
            TableColumn::new("Answered by", 48.0),
        ],
        rows,
        name: format!("{} {}, factors", outline::TIER.0, outline::TIER.1),
        ..Table::default()
    }
}

/// The scale of the points with its four bands, and where the service stands.
fn scale(service: &FrozenService, tiering: &FrozenTiering) -> Drawing {
    const WIDTH: f64 = 170.0;
    const TOP: f64 = 5.0;
    const BAND: f64 = 4.0;
    let scale = tiering.scale;
    let x = |points: f64| WIDTH * points / (f64::from(scale.most) + 1.0);
    let bands = [
        ("Low", 0, scale.medium_from, Tone::BandLow),
        ("Medium", scale.medium_from, scale.high_from, Tone::BandMedium),
        ("High", scale.high_from, scale.critical_from, Tone::BandHigh),
        ("Critical", scale.critical_from, scale.most + 1, Tone::BandCritical),
    ];
    let mut shapes = Vec::new();
    for (name, from, next, tone) in bands {
        let (left, right) = (x(f64::from(from)), x(f64::from(next)));
        let fill = Fill::Outlined(tone);
        shapes.push(Shape::Area { x: left, y: TOP, width: right - left, height: BAND, fill });
        let text = Text::from(format!("{name} {from}–{}", next.saturating_sub(1)));
        let y = TOP + BAND + 0.8;
        shapes.push(Shape::Label { x: left, y, width: right - left, align: Align::Left, style: Style::Note, text });
    }
    let at = x(f64::from(service.score) + 0.5);
    let points = vec![(at, TOP - 1.0), (at, TOP + BAND + 0.6)];
    shapes.push(Shape::Line { points, weight: 1.6, tone: Tone::Ink, dotted: false });
    let text = Text::bold(service.score.to_string());
    shapes.push(Shape::Label { x: at + 1.2, y: 0.0, width: 10.0, align: Align::Right, style: Style::Small, text });
    let words = format!(
        "{} of {} points; medium begins at {}, high at {}, critical at {}.",
        service.score, scale.most, scale.medium_from, scale.high_from, scale.critical_from
    );
    Drawing { height: TOP + BAND + 5.0, shapes, words }
}

fn factor(factor: &FrozenFactor) -> Row {
    let answer = match &factor.answer {
        Some(answer) => Text::from(answer.as_str()),
        None => Text::new().and_mark(Mark::DashedCircle).and("not answered"),
    };
    let by = match (&factor.by, factor.on) {
        (Some(by), Some(on)) => Text::from(by.as_str()).and_second(format!(", {}", date(on))),
        _ if factor.answer.is_some() => Text::new().and_second("not recorded"),
        _ => Text::from("–"),
    };
    Row::new([
        Cell::from(factor.factor.as_str()),
        Cell::from(answer),
        Cell::from(format!("{}–{}", factor.least, factor.most)),
        Cell::from(factor.points.map_or_else(|| "–".to_owned(), |points| points.to_string())),
        Cell::from(by),
    ])
}

fn overrides(service: &FrozenService) -> Table {
    let row = |lift: &FrozenOverride| {
        let least = format!("At least {}", tier(lift.at_least).to_lowercase());
        let (applies, effect) = match lift.applies {
            Some(true) if lift.at_least > service.class => ("Yes", least),
            Some(true) => ("Yes", format!("{least}: no change")),
            Some(false) => ("No", "None".to_owned()),
            None => ("Not answered", format!("{least}, if it applies")),
        };
        Row::new([Cell::from(lift.rule.as_str()), Cell::from(applies), Cell::from(effect)])
    };
    Table {
        columns: vec![TableColumn::rest("Rule"), TableColumn::new("Applies", 28.0), TableColumn::new("Effect", 54.0)],
        rows: service.overrides.iter().map(row).collect(),
        name: format!("{} {}, overrides", outline::TIER.0, outline::TIER.1),
        ..Table::default()
    }
}

fn assigned(input: &FrozenDecision, tiering: &FrozenTiering) -> String {
    let Some(it) = &tiering.assigned else {
        return "Who assigned the tier, and when, was not kept.".to_owned();
    };
    let how = if it.by_hand { "Chosen by hand" } else { "Taken from the answers" };
    let mut said = format!("{how} by {} on {}", it.by, date(it.on));
    match it.computed {
        Some(computed) if it.by_hand => {
            said = format!("{said}; the answers gave {} then.", tier(computed).to_lowercase());
        }
        None if it.by_hand => said.push_str("; no service was entered then."),
        _ => said.push('.'),
    }
    if let Some(reason) = input.vendor.tier_reason.as_deref().filter(|_| it.by_hand) {
        said = format!("{said} Reason: {}", reason.trim_end_matches('.'));
        said.push('.');
    }
    if tiering.changes.is_empty() {
        said.push_str(" The services have not changed since in a way that asks for a new tier.");
    } else {
        said = format!("{said} Changed since: {}. The tier is to be looked at again.", tiering.changes.join("; "));
    }
    capitalised(&said)
}
