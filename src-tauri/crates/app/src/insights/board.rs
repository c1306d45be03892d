//! The summary of all vendors for those who govern, from the figures of a day (`practice.md` §7.1).

use super::{
    gather::{Filter, Gathered, Population},
    worked::{Headline, Worked},
};
use crate::{
    App,
    acceptance::Terms,
    application::{Opened, stamp},
    documents::write_whole,
    fail,
    findings::Item,
    import::put,
    names,
    packets::fonts,
    today::Watched,
};
use chrono::{Days, NaiveDate};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{
    Action, Op, Outcome, Rank, Severity, Tier,
    metric::{Metric, Share},
};
use countersign_packet::board::{self, BoardAcceptance, BoardAction, BoardFigure, BoardSummary, BoardVendor};
use countersign_policy::{rules::Rule, watch::assured, words};
use countersign_store::{AcceptanceKind, Subject};
use std::{path::Path, sync::Arc};

/// How far ahead ends of acceptances are shown, and how far back figures are compared.
const DAYS: u64 = 90;

/// From how many days before its end an acceptance asks for something.
const ASKS: i64 = 30;

/// The figures of the summary, in order.
const FIGURES: [Metric; 8] = [
    Metric::AssuredShare,
    Metric::CriticalAssuredShare,
    Metric::Expiring,
    Metric::ReviewTimeliness,
    Metric::OpenFindings,
    Metric::OverdueFindings,
    Metric::Acceptances,
    Metric::CuecCompletion,
];

impl App {
    /// Saves the summary for the board where the person says.
    pub(crate) fn save_board(&self, input: &w::BoardRequest) -> Result<w::SavedPaper, Failure> {
        self.opened()?.permit(Action::Decide)?;
        let day = input.as_of.unwrap_or_else(|| self.clock.today());
        let Some(path) = self.host.choose_save(&format!("Vendor risk for the board {day}.pdf")) else {
            return Ok(w::SavedPaper { name: None, uncovered: Vec::new() });
        };
        let uncovered = self.board_to(&path, input)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(w::SavedPaper { name, uncovered })
    }

    /// Writes the summary to a path, whole or not at all, and says so in the audit log; gives the characters that no font draws.
    pub fn board_to(&self, path: &Path, input: &w::BoardRequest) -> Result<Vec<String>, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::Decide)?;
        let day = input.as_of.unwrap_or_else(|| self.clock.today()).min(self.clock.today());
        let workspace = opened.store.read(|db| db.workspace()).map_err(fail::store)?;
        let (now, id, organisation) = (self.clock.now(), workspace.id, workspace.organisation);
        let gathered = self.gathered_on(&opened, day)?;
        let before = self.before(&opened, day)?;
        let summary = BoardSummary {
            organisation: organisation.to_string(),
            as_of: day,
            made_by: person.name.to_string(),
            made_at: now,
            paper: names::paper(input.paper),
            ..summary(&gathered, before.as_deref())
        };
        let printed = fonts::print(|fonts| board::print(&summary, fonts)).map_err(fail::unexpected)?;
        let bytes = printed.bytes;
        let stamp = stamp(&person, permit, now, Op::PrintBoard, Subject::workspace(id, &organisation));
        opened
            .store
            .write(&stamp, |db| {
                db.note("as_of", day.to_string());
                db.note("sha256", countersign_domain::Sha256::of(&bytes).to_string());
                Ok(())
            })
            .map_err(fail::store)?;
        write_whole(&opened, path, |file| put(file, &bytes))?;
        Ok(fonts::told(&printed.uncovered))
    }

    /// What was known a quarter before; `None` where that was not followed yet.
    fn before(&self, opened: &Opened, day: NaiveDate) -> Result<Option<Arc<Gathered>>, Failure> {
        let Some(earlier) = day.checked_sub_days(Days::new(DAYS)) else { return Ok(None) };
        match self.known_since(opened)? {
            Some(since) if earlier >= since => self.gathered_on(opened, earlier).map(Some),
            _ => Ok(None),
        }
    }
}

fn summary(gathered: &Gathered, before: Option<&Gathered>) -> BoardSummary {
    let all = Filter::default();
    let population = Population::of(gathered, &all);
    let now = super::worked(gathered, &all);
    let earlier = before.map(|before| super::worked(before, &all));
    let of = |tier| population.in_use.iter().filter(|vendor| vendor.row.vendor.tier == tier).count() as u32;
    let tiers = [Some(Tier::Critical), Some(Tier::High), Some(Tier::Medium), Some(Tier::Low), None];
    let mut high: Vec<&Watched<'_>> = population
        .in_use
        .iter()
        .filter(|vendor| matches!(vendor.row.vendor.tier, Some(Tier::Critical | Tier::High)))
        .collect();
    high.sort_by_key(|vendor| {
        let critical = vendor.row.vendor.tier == Some(Tier::Critical);
        let worst = open(&population, vendor).filter_map(|item| item.finding.severity()).max();
        (!critical, assured(&vendor.case, &vendor.days), std::cmp::Reverse(worst), vendor.row.vendor.name.to_string())
    });
    BoardSummary {
        organisation: String::new(),
        as_of: gathered.day,
        made_by: String::new(),
        made_at: chrono::DateTime::UNIX_EPOCH,
        paper: countersign_packet::input::Paper::A4,
        in_use: population.in_use.len() as u32,
        tiers: tiers.map(|tier| (tier, of(tier))).to_vec(),
        figures: FIGURES.iter().filter_map(|metric| figure(*metric, &now, earlier.as_deref())).collect(),
        actions: actions(&population),
        vendors: high.iter().take(board::VENDORS).map(|vendor| of_vendor(&population, vendor)).collect(),
        more_vendors: high.len().saturating_sub(board::VENDORS) as u32,
        accepted: accepted(&population).into_iter().map(|(_, row)| row).collect(),
    }
}

fn figure(metric: Metric, now: &[Worked], earlier: Option<&[Worked]>) -> Option<BoardFigure> {
    let of = |all: &[Worked]| all.iter().find(|worked| worked.metric == metric).map(|worked| said(worked.headline));
    Some(BoardFigure {
        what: metric.title().to_owned(),
        now: of(now)?,
        before: earlier.and_then(of),
        note: metric.population().to_owned(),
    })
}

/// A number as it is said: of few the numbers alone, a share only of ten or more.
fn said(headline: Headline) -> String {
    match headline {
        Headline::Share(Share { of: 0, .. }) => "none".to_owned(),
        Headline::Share(Share { count, of }) if of >= 10 => {
            format!("{count} of {of} ({:.0} %)", f64::from(count) * 100.0 / f64::from(of))
        }
        Headline::Share(share) | Headline::PerReport(share) => format!("{} of {}", share.count, share.of),
        Headline::Count(count) | Headline::Points(count) => count.to_string(),
        Headline::Days(spread) => {
            spread.map_or_else(|| "none".to_owned(), |spread| words::count(spread.median as i64, "day"))
        }
        Headline::Months(spread, _) => {
            spread.map_or_else(|| "none".to_owned(), |spread| words::count(spread.mean as i64, "month"))
        }
    }
}

/// What is found about a vendor, recorded and not settled.
fn open<'p>(population: &'p Population<'_>, vendor: &Watched<'_>) -> impl Iterator<Item = &'p Item> {
    let items = population.gathered.assembled.findings(vendor.row.vendor.id);
    items.iter().filter(|item| item.recorded && item.standing().is_outstanding())
}

fn of_vendor(population: &Population<'_>, vendor: &Watched<'_>) -> BoardVendor {
    let row = vendor.row;
    let worst = open(population, vendor).filter_map(|item| item.finding.severity()).max();
    BoardVendor {
        name: row.vendor.name.to_string(),
        service: row.vendor.service.as_ref().map(ToString::to_string),
        tier: row.vendor.tier,
        decision: row.decision.as_ref().map(|decision| (decided(decision.outcome).to_owned(), decision.decided_on)),
        evidence_until: vendor.days.until.map(|until| until.day),
        assured: assured(&vendor.case, &vendor.days),
        open: open(population, vendor).count() as u32,
        worst: worst.map(|severity| severity.title().to_owned()),
    }
}

const fn decided(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Approved => "Approved",
        Outcome::ApprovedWithConditions => "Approved with conditions",
        Outcome::MoreEvidence => "More evidence asked for",
        Outcome::Escalated => "Escalated",
        Outcome::Rejected => "Rejected",
        Outcome::Withdrawn => "Withdrawn",
    }
}

/// What was accepted and has ended open, or ends soon, by its end; with the rank of who approved it.
fn accepted(population: &Population<'_>) -> Vec<(Rank, BoardAcceptance)> {
    let day = population.day;
    let last = day.checked_add_days(Days::new(DAYS)).unwrap_or(day);
    let mut rows = Vec::new();
    for vendor in &population.in_use {
        let name = vendor.row.vendor.name.to_string();
        let items = population.gathered.assembled.findings(vendor.row.vendor.id).iter();
        for item in items.filter(|item| !item.standing().status.is_settled()) {
            let Some((signed, terms)) = &item.acceptance else { continue };
            if signed.ended.as_ref().is_some_and(|end| end.on <= day) || signed.expires > last {
                continue;
            }
            let what = format!("{} ({}): {}", item.finding.label(), terms.severity.title().to_lowercase(), terms.found);
            let approver = format!("{}, {}", population.person(signed.approved_by), terms.rank.title());
            rows.push((terms.rank, BoardAcceptance { vendor: name.clone(), what, approver, until: signed.expires }));
        }
        // The rule counts while it is broken: a deviation that has ended is shown until another holds.
        let deviations = population.gathered.acceptances.iter().filter(|row| {
            row.vendor == vendor.row.vendor.id && row.kind == AcceptanceKind::Deviation && row.approved_on <= day
        });
        for row in deviations.filter(|row| row.ended.is_none() && (day..=last).contains(&row.expires)) {
            let Ok(terms) = serde_json::from_value::<Terms>(row.terms.clone()) else { continue };
            let rule = Rule::of_code(&row.rule).map_or(row.rule.as_str(), |rule| rule.title);
            let approver = format!("{}, {}", population.person(row.approved_by), terms.rank.title());
            let what = format!("{rule}: {}", terms.found);
            rows.push((terms.rank, BoardAcceptance { vendor: name.clone(), what, approver, until: row.expires }));
        }
    }
    rows.sort_by(|a, b| (a.1.until, &a.1.vendor, &a.1.what).cmp(&(b.1.until, &b.1.vendor, &b.1.what)));
    rows
}

/// What is asked: decisions above those who prepare them, then evidence, findings and acceptances that only a high rank settles.
fn actions(population: &Population<'_>) -> Vec<BoardAction> {
    let day = population.day;
    let mut actions = Vec::new();
    for row in &population.all {
        if let Some(decision) = row.decision.as_ref().filter(|decision| decision.outcome == Outcome::Escalated) {
            actions.push(BoardAction {
                ask: format!("Decide on {}", row.vendor.name),
                why: format!("Escalated on {}; nothing was decided since.", words::date(decision.decided_on)),
            });
        }
    }
    let critical = || population.in_use.iter().filter(|vendor| vendor.row.vendor.tier == Some(Tier::Critical));
    for vendor in critical().filter(|vendor| vendor.row.decision.is_none()) {
        actions.push(BoardAction {
            ask: format!("Have {} decided on", vendor.row.vendor.name),
            why: "Critical and in use without a decision.".to_owned(),
        });
    }
    for vendor in critical().filter(|vendor| vendor.needs_evidence() && !assured(&vendor.case, &vendor.days)) {
        let why = match vendor.days.until.map(|until| until.day).filter(|until| *until < day) {
            Some(until) => format!("Critical; its evidence sufficed until {}.", words::date(until)),
            None => "Critical; no evidence that suffices is held.".to_owned(),
        };
        actions
            .push(BoardAction { ask: format!("Settle how {} is used without evidence", vendor.row.vendor.name), why });
    }
    let policy = &population.gathered.assembled.policy;
    for vendor in &population.in_use {
        for item in open(population, vendor) {
            let Some(severity) = item.finding.severity().filter(|it| *it >= Severity::High) else { continue };
            let Some(due) = item.days(policy).treat.filter(|due| *due < day) else { continue };
            actions.push(BoardAction {
                ask: format!("Have {} of {} treated", item.finding.label(), vendor.row.vendor.name),
                why: format!(
                    "{}: {} It was due on {}.",
                    severity.title(),
                    sentence(item.finding.title.as_str()),
                    words::date(due)
                ),
            });
        }
    }
    let soon = |until: NaiveDate| (until - day).num_days() <= ASKS;
    for (rank, row) in accepted(population) {
        if rank == Rank::Executive && soon(row.until) {
            let ends = if row.until < day { "ended" } else { "ends" };
            actions.push(BoardAction {
                ask: format!("Accept again or have treated: {}", row.vendor),
                why: format!("{} Its acceptance {ends} on {}.", sentence(&row.what), words::date(row.until)),
            });
        }
    }
    actions
}

fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}
