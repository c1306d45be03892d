//! The risk that stays: findings that are open or accepted, the worst first, deviations, what nothing covers, and the worst that
//! can happen. On the decision sheet, and on the one page of a vendor of little weight.

use super::Cuts;
use super::outline;
use super::words::{capitalised, categories, cite, count, date, ended, joined, refer, severity, shortened};
use crate::input::{AcceptedKind, Design, FrozenCoverage, FrozenDecision, FrozenFinding};
use crate::typeset::{Block, Cell, Look, Mark, Row, Table, TableColumn, Text};
use countersign_domain::{Category, FactKey, FindingStatus, RiskLevel};

/// How many words of a finding and of a reason are printed; the sections have the rest.
const WORDS: usize = 25;

/// How many rows of one sort stay on the sheet where room is short.
const ROWS_ON_SHEET: usize = 3;

/// The severities, worst first, with the level of risk that each stands for.
const SEVERITIES: [(&str, RiskLevel); 4] = [
    ("Critical", RiskLevel::Critical),
    ("High", RiskLevel::High),
    ("Medium", RiskLevel::Medium),
    ("Low", RiskLevel::Low),
];

/// Makes the table. `look` is that of the page, `cuts` what gives way.
pub(super) fn table(input: &FrozenDecision, cuts: Cuts, look: Look) -> Block {
    Block::Table(Table {
        columns: vec![TableColumn::new(head(input), 27.0), TableColumn::rest("")],
        rows: rows(input, cuts),
        look,
        ..Table::default()
    })
}

/// The level with where it comes from: what is open or accepted, or those who decided.
fn head(input: &FrozenDecision) -> Text {
    let standing = standing(input);
    let worst = SEVERITIES.iter().find(|(name, _)| standing.iter().any(|it| it.severity.as_deref() == Some(*name)));
    let unjudged = standing.iter().filter(|finding| finding.severity.is_none()).count();
    let decided = input.decision.residual.as_ref().map(|residual| residual.level);
    let level = decided.or(worst.map(|(_, level)| *level));
    let said = level.map_or_else(String::new, |level| format!(": {}", level.title().to_lowercase()));
    let mut aside = match worst {
        Some((_, level)) if decided.is_none_or(|decided| decided == *level) => {
            "the highest severity that is open or accepted".to_owned()
        }
        Some((name, _)) => {
            format!("as it was judged; the highest open or accepted severity is {}", name.to_lowercase())
        }
        None if decided.is_some() => "as it was judged".to_owned(),
        None => String::new(),
    };
    if unjudged > 0 {
        let comma = if aside.is_empty() { "" } else { "; " };
        aside = format!("{aside}{comma}{}", count(unjudged, "finding is not judged", "findings are not judged"));
    }
    let head = Text::bold(format!("Remaining risk{said}"));
    if aside.is_empty() { head } else { head.and("  ").and_aside(aside) }
}

/// The findings that are open or accepted, in their order.
fn standing(input: &FrozenDecision) -> Vec<&FrozenFinding> {
    input.findings.iter().filter(|finding| !finding.is_settled()).collect()
}

fn rows(input: &FrozenDecision, cuts: Cuts) -> Vec<Row> {
    let row = |label: Text, text: Text| Row::new([Cell::from(label), Cell::from(text)]);
    let lines = (cuts.reasons || cuts.risks).then_some(3);
    let (low, other): (Vec<_>, Vec<_>) = standing(input)
        .into_iter()
        .partition(|finding| (cuts.low_risks || cuts.risks) && finding.severity.as_deref() == Some("Low"));
    let most = if cuts.risks { ROWS_ON_SHEET } else { usize::MAX };
    let mut rows: Vec<Row> = other.iter().take(most).map(|finding| of_finding(input, finding)).collect();
    rows.extend(more(other.len(), most, "section 7", outline::EXCEPTIONS.2));
    rows.extend((!low.is_empty()).then(|| together(&low)));
    let deviations: Vec<_> = input.accepted.iter().filter(|one| one.kind == AcceptedKind::Deviation).collect();
    rows.extend(deviations.iter().take(most).map(|deviation| {
        let said = format!(
            "{}: {} Accepted until {}.",
            deviation.of,
            ended(&shortened(&deviation.reason, WORDS)),
            date(deviation.until)
        );
        row(Text::new().and_mark(Mark::Diamond).and("Deviation"), Text::from(said))
    }));
    rows.extend(more(deviations.len(), most, "section 11", outline::ACCEPTED.2));
    rows.push(row(Text::new().and_mark(Mark::DashedCircle).and("Not covered"), not_covered(input)));
    if let Some(residual) = &input.decision.residual {
        let words = Cell::from(residual.words.as_str()).at_most(lines);
        rows.push(Row::new([Cell::from(Text::bold("Worst case")), words]));
    }
    rows
}

/// Says how many rows are left out, and where they stand.
fn more(all: usize, most: usize, section: &str, anchor: &str) -> Option<Row> {
    let left = all.checked_sub(most).filter(|left| *left > 0)?;
    let said = Text::new().and(format!("and {left} more, ")).and_link(section, anchor);
    Some(Row::new([Cell::from(""), Cell::from(said)]))
}

fn of_finding(input: &FrozenDecision, finding: &FrozenFinding) -> Row {
    let label = match &finding.severity {
        Some(name) => severity(Design::Second, name),
        None => Text::new().and_mark(Mark::DashedCircle).and("Not judged"),
    };
    let document = input.documents.iter().find(|document| Some(&document.label) == finding.document.as_ref());
    let words = shortened(&finding.result, WORDS);
    let said = match document {
        Some(document) => cite(Text::from(format!("“{words}”")), document, &finding.citations),
        None if finding.is_quoted() => Text::from(format!("“{words}”")),
        None => Text::from(ended(&words)),
    };
    Row::new([Cell::from(label), Cell::from(said.and(format!(" {}", stands(finding))))])
}

/// Where a finding stands, as a sentence.
fn stands(finding: &FrozenFinding) -> String {
    match finding.until {
        Some(until) if finding.status == FindingStatus::Accepted.title() => format!("Accepted until {}.", date(until)),
        Some(until) => format!("{}, due {}.", finding.status, date(until)),
        None => format!("{}.", finding.status),
    }
}

/// Low risks in one line with their number.
fn together(low: &[&FrozenFinding]) -> Row {
    let names: Vec<&str> =
        low.iter().filter_map(|finding| finding.label.as_deref().or(finding.control.as_deref())).take(12).collect();
    let said = capitalised(&count(low.len(), "finding is open or accepted", "findings are open or accepted"));
    let named =
        if names.is_empty() || names.len() < low.len() { String::new() } else { format!(": {}", joined(&names)) };
    let text = Text::from(format!("{said}{named}, ")).and_link("section 7", outline::EXCEPTIONS.2).and(".");
    Row::new([Cell::from(severity(Design::Second, "Low")), Cell::from(text)])
}

/// What nothing that is held speaks of.
pub(super) fn not_covered(input: &FrozenDecision) -> Text {
    let Some(report) = super::summary::main_report(input) else {
        return Text::from("No service auditor’s examination is held: everything rests on what the vendor says.");
    };
    let said = match (report.span, &input.coverage) {
        (Some(span), Some(coverage)) if coverage.until > span.end => format!(
            "Nothing after {} was examined; to {} we have management’s word only.",
            date(span.end),
            date(coverage.until)
        ),
        (Some(span), _) => format!("Nothing after {} was examined.", date(span.end)),
        (None, _) => "For which time the report speaks is not stated.".to_owned(),
    };
    let cited = |text: Text, keys: &[FactKey]| {
        if input.design >= Design::Third { super::summary::cited(text, report, keys) } else { text }
    };
    let letters = input.coverage.iter().flat_map(FrozenCoverage::carrying);
    let said = cited(Text::from(said), &[FactKey::PeriodEnd, FactKey::AsOfDate]);
    let said = letters.fold(said, |said, letter| refer(said, &letter.label, &letter.pages));
    let held = report.categories.as_deref();
    let missing =
        held.map(|held| Category::ALL.into_iter().filter(|category| !held.contains(category)).collect::<Vec<_>>());
    match missing.filter(|missing| !missing.is_empty()) {
        Some(missing) => cited(
            said.and(format!(" Not in the report’s scope: {}.", categories(&missing))),
            &[FactKey::TrustServicesCategories],
        ),
        None => said,
    }
}
