//! The findings of a vendor together: what its current reports state and what people recorded, each once, with what is known
//! around it.

use super::{
    overtaken::{Incident, Overtaken},
    stated::Stated,
};
use crate::clock::Day;
use chrono::NaiveDate;
use countersign_domain::{
    DocumentId, EntryId, Finding, FindingId, FindingStatus, Name, Opinion, PersonId, RiskLevel, Severity, VendorId,
    finding::{Granted, Recurrence, Remarks, Response, RiskLimits, Said, SeverityInputs, Source, Standing, propose},
    succession::{Subject, Succession},
};
use countersign_policy::{Policy, Rank, due, snapshot::Evidence};
use countersign_store::{AcceptanceKind, AcceptanceRow};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A document with what it states.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) evidence: Arc<Evidence>,
    pub(crate) stated: Arc<Stated>,
}

/// What is looked at of a report to tell which follows which.
pub(crate) fn subject(report: &Evidence) -> Subject<'_> {
    let system = report.system.as_ref().map(|system| system.value.as_str());
    let to = report.covers_to().map(|day| day.value);
    Subject { kind: report.kind, system, to, services: report.covers.as_ref() }
}

/// What is signed with an acceptance of a finding besides approver and days. A stored form.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct RiskTerms {
    /// What the finding was called.
    pub(crate) found: String,
    /// How grave it was.
    pub(crate) severity: Severity,
    /// With how many points.
    pub(crate) score: i8,
    /// Why the risk is taken.
    pub(crate) reason: String,
    /// The worst that can come of it.
    pub(crate) worst_case: String,
    /// What compensates.
    pub(crate) compensations: String,
    /// What will be done about it, and by when.
    pub(crate) plan: String,
    /// The risk that stays.
    pub(crate) residual: RiskLevel,
    /// Who asked for it.
    pub(crate) requester: PersonId,
    /// The approver's rank when it was granted.
    pub(crate) rank: Rank,
}

/// A finding with what is known around it.
#[derive(Debug)]
pub(crate) struct Item {
    /// The finding as it is recorded, or as it would be.
    pub(crate) finding: Finding,
    /// Whether it is recorded.
    pub(crate) recorded: bool,
    /// The business day on which it was recorded.
    pub(crate) recorded_on: NaiveDate,
    /// Whether its document still states it.
    pub(crate) stated: bool,
    /// Whether its document has no successor.
    pub(crate) current: bool,
    /// Whether a report of the same kind was held before its document.
    pub(crate) has_predecessor: bool,
    /// What the words of the report propose.
    pub(crate) proposed: propose::Proposed,
    /// The recorded finding on the same control in a later report.
    pub(crate) repeated_by: Option<FindingId>,
    /// Whether a later report states an exception of the same control, recorded or not.
    pub(crate) fails_again: bool,
    /// Where a later report tests the control clean.
    pub(crate) tested_clean: Option<(DocumentId, u32)>,
    /// The latest acceptance that was signed.
    pub(crate) acceptance: Option<(AcceptanceRow, RiskTerms)>,
    /// With what that acceptance has fallen.
    pub(crate) overtaken: Option<Overtaken>,
    /// Whether it, or what it repeats, was accepted before: one that was taken back on its day does not count.
    pub(crate) accepted_before: bool,
    /// Until when an acceptance holds, if one does.
    pub(crate) accepted_until: Option<NaiveDate>,
}

impl Item {
    /// Names it in commands.
    pub(crate) fn key(&self) -> String {
        match &self.finding.source {
            Source::Exception { document, entry } if !self.recorded => format!("{document}/{entry}"),
            _ => self.finding.id.to_string(),
        }
    }

    /// Where it stands today.
    pub(crate) fn standing(&self) -> Standing {
        self.finding.standing(self.accepted_until.is_some(), self.fails_again)
    }

    /// What the response gives: as it was judged, or else as its words propose.
    pub(crate) fn response(&self) -> Response {
        let judged = self.finding.assessment.as_ref().and_then(|assessment| assessment.inputs.response);
        judged.unwrap_or(self.proposed.response)
    }

    /// Whether nothing is left to judge.
    pub(crate) fn is_rated(&self) -> bool {
        self.finding.assessment.is_some() || self.finding.status.is_settled()
    }

    /// What the policy asks of an acceptance of it at a severity.
    pub(super) fn risk_limits(&self, policy: &Policy, severity: Severity) -> RiskLimits {
        let limits = due::risk_limits(policy, severity);
        if self.accepted_before { limits.again() } else { limits }
    }

    /// The days that somebody is to look at it.
    pub(crate) fn days(&self, policy: &Policy) -> FindingDays {
        let standing = self.standing();
        let treat = self.finding.severity().filter(|_| standing.status.is_open()).map(|severity| {
            let policys = due::treatment(policy, severity, self.recorded_on);
            (self.finding.due.unwrap_or(policys), severity)
        });
        FindingDays {
            treat: treat.map(|(day, _)| day),
            escalate: treat.and_then(|(day, severity)| due::escalation(policy, severity, day)),
            answer: self.finding.answer_due.filter(|_| standing.status == FindingStatus::WithVendor),
            acceptance_ends: self.accepted_until.filter(|_| standing.status == FindingStatus::Accepted),
        }
    }
}

/// The days on which somebody is to look at a finding; `None` where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FindingDays {
    /// By when it is to be treated or accepted.
    pub(crate) treat: Option<NaiveDate>,
    /// From which day on it goes a rank higher.
    pub(crate) escalate: Option<NaiveDate>,
    /// By when the vendor is to answer.
    pub(crate) answer: Option<NaiveDate>,
    /// The last day on which its acceptance holds.
    pub(crate) acceptance_ends: Option<NaiveDate>,
}

/// Everything from which the findings of a vendor follow.
#[derive(Debug, Default)]
pub(crate) struct Known {
    pub(crate) reports: Vec<Report>,
    pub(crate) recorded: Vec<Finding>,
    /// Everything that was accepted of it, the latest first.
    pub(crate) accepted: Vec<AcceptanceRow>,
    /// What happened to its security or availability, settled or not.
    pub(crate) incidents: Vec<Incident>,
}

/// Puts the findings of a vendor together: what was recorded in the order of its numbers, then what current reports state and
/// nobody recorded.
pub(crate) fn items(vendor: VendorId, known: &Known, policy: &Policy, day: Day<'_>) -> Vec<Item> {
    let mut recorded = known.recorded.clone();
    for report in &known.reports {
        rename(report, &mut recorded);
    }
    let succession = Succession::of(&known.reports.iter().map(|report| subject(&report.evidence)).collect::<Vec<_>>());
    let ground = Ground { known, recorded: &recorded, succession: &succession, policy, day };
    let mut items: Vec<Item> = recorded.iter().map(|finding| around(finding.clone(), true, ground)).collect();
    for (_, report) in known.reports.iter().enumerate().filter(|(at, _)| succession.next(*at).is_none()) {
        for (entry, said) in report.stated.exceptions() {
            let source = Source::Exception { document: report.evidence.id, entry };
            if !recorded.iter().any(|finding| finding.source == source) {
                let finding = unrecorded(vendor, said.clone(), source);
                items.push(around(finding, false, ground));
            }
        }
    }
    items
}

/// A record keeps its exception when other words were read for it: where the document no longer states what was recorded, and
/// states one exception of the same control that is not recorded, both are the same.
fn rename(report: &Report, recorded: &mut [Finding]) {
    let document = report.evidence.id;
    let key_of = |finding: &Finding| match finding.source {
        Source::Exception { document: of, entry } if of == document => Some(entry),
        _ => None,
    };
    let taken: Vec<EntryId> = recorded.iter().filter_map(key_of).collect();
    let read: Vec<EntryId> = report.stated.exceptions().map(|(entry, _)| entry).collect();
    for finding in recorded.iter_mut() {
        let lost = key_of(finding).is_some_and(|entry| !read.contains(&entry));
        if !lost {
            continue;
        }
        let name = finding.said.control_name();
        let free = report.stated.exceptions().filter(|(entry, _)| !taken.contains(entry));
        let mut same = free.filter(|(_, said)| said.control_name().is(&name));
        if let (Some((entry, _)), None) = (same.next(), same.next()) {
            finding.source = Source::Exception { document, entry };
        }
    }
}

/// A finding as it would be recorded; number, person and time come when it is.
pub(super) fn unrecorded(vendor: VendorId, said: Said, source: Source) -> Finding {
    let title = short(&said.result);
    Finding {
        id: FindingId::from_uuid(uuid::Uuid::nil()),
        number: 0,
        vendor,
        title,
        source,
        said,
        remarks: Remarks::default(),
        assessment: None,
        status: FindingStatus::Open,
        owner: None,
        due: None,
        answer_due: None,
        proofs: Vec::new(),
        verified_by: None,
        settled_by: None,
        repeat_of: None,
        recorded_by: PersonId::from_uuid(uuid::Uuid::nil()),
        recorded_at: chrono::DateTime::UNIX_EPOCH,
    }
}

/// Words with which auditors begin everywhere, and where one test of several went well: they tell nothing apart.
const OPENINGS: [&str; 8] = [
    "Exception noted",
    "Exceptions noted",
    "Deviation noted",
    "Deviations noted",
    "No exception noted",
    "No exceptions noted",
    "No deviation noted",
    "No deviations noted",
];

/// A text without the words that say nothing of it; the whole text where nothing else stands there.
fn without_openings(text: &str) -> &str {
    let mut rest = text.trim_start();
    while let Some(after) = OPENINGS.iter().find_map(|opening| rest.strip_prefix(opening)) {
        let after = after.trim_start_matches([':', '.', ' ', '-', '–']);
        if after.is_empty() {
            break;
        }
        rest = after;
    }
    rest
}

/// The beginning of a text as a title.
pub(super) fn short(text: &str) -> Name {
    const LONGEST: usize = 90;
    let text = without_openings(text);
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut title = String::new();
    for word in plain.split_whitespace() {
        if title.chars().count() + word.chars().count() > LONGEST && !title.is_empty() {
            title.push('…');
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.extend(word.chars().take(LONGEST));
    }
    Name::parse(title.trim_end_matches('.')).unwrap_or_else(|_| Name::parse("Exception").expect("is a name"))
}

/// What is looked at around every finding of a vendor.
#[derive(Clone, Copy)]
struct Ground<'k> {
    known: &'k Known,
    recorded: &'k [Finding],
    succession: &'k Succession,
    policy: &'k Policy,
    day: Day<'k>,
}

fn around(mut finding: Finding, is_recorded: bool, ground: Ground<'_>) -> Item {
    let Ground { known, recorded, succession, policy, day } = ground;
    let today = day.on;
    let name = finding.said.control_name();
    let entry = if let Source::Exception { document, entry } = finding.source { Some((document, entry)) } else { None };
    let document = finding.document();
    let place = known.reports.iter().position(|report| Some(report.evidence.id) == document);
    let at = |place: usize| &known.reports[place];
    let report = place.map(at);
    let next = place.and_then(|place| succession.next(place)).map(at);
    let before = place.and_then(|place| succession.before(place)).map(at);
    let fails_in = |report: &Report| report.stated.fails(&name);
    let in_family = |report: &Report| {
        let mine: Vec<&str> = finding.said.families().collect();
        report.stated.exceptions().any(|(_, said)| said.families().any(|family| mine.contains(&family)))
    };
    let history = match before {
        Some(before) if fails_in(before) => Recurrence::Repeat,
        Some(before) if in_family(before) => Recurrence::SameFamily,
        _ => Recurrence::New,
    };
    let is_on = |other: &Finding, report: &Report| other.document() == Some(report.evidence.id);
    if !is_recorded {
        let of_before = before.filter(|before| fails_in(before)).into_iter().flat_map(|before| {
            let best = before.stated.likeness(&name);
            let (name, is_on) = (&name, &is_on);
            let alike =
                move |other: &&Finding| is_on(other, before) && other.said.control_name().likeness(name) >= best;
            recorded.iter().filter(alike)
        });
        finding.repeat_of = of_before.map(|other| other.id).next();
    }
    let modified = report.is_some_and(|report| is_modified_on(report, &finding.said));
    let around = propose::Around {
        history,
        opinion_modified: modified,
        report_date: report.and_then(|report| report.evidence.report_date.as_ref()).map(|day| day.value),
    };
    let rows = known
        .accepted
        .iter()
        .filter(|row| is_recorded && row.kind == AcceptanceKind::Risk && row.rule == finding.id.to_string());
    let signed: Vec<(AcceptanceRow, RiskTerms)> =
        rows.filter_map(|row| Some((row.clone(), serde_json::from_value(row.terms.clone()).ok()?))).collect();
    let accepted_until = finding.severity().and_then(|severity| {
        let limits = due::risk_limits(policy, severity);
        let holds = |(row, terms): &(AcceptanceRow, RiskTerms)| {
            let ended = row.ended.as_ref().is_some_and(|end| end.on <= today);
            let fallen = ended || known.incidents.iter().any(|incident| incident.is_after(row));
            limits.holds_until(&granted(row, terms), today).filter(|_| !fallen)
        };
        signed.iter().filter_map(holds).max()
    });
    let repeated = finding.repeat_of.map(|id| id.to_string());
    let accepted_before = known.accepted.iter().any(|row| {
        row.kind == AcceptanceKind::Risk
            && (is_recorded && row.rule == finding.id.to_string() || repeated.as_ref() == Some(&row.rule))
            && row.ended.as_ref().is_none_or(|end| end.on > row.approved_on)
    });
    let acceptance = signed.into_iter().next();
    let fails_again = next.is_some_and(fails_in);
    let overtaken = acceptance.as_ref().filter(|(row, _)| row.ended.is_none()).and_then(|(row, _)| {
        let after = known.incidents.iter().filter(|incident| incident.is_after(row)).map(|incident| incident.on);
        after.max().map(Overtaken::Incident).or_else(|| fails_again.then_some(Overtaken::Repeat))
    });
    Item {
        stated: entry.is_none_or(|(_, entry)| {
            report.is_some_and(|report| report.stated.exceptions().any(|(one, _)| one == entry))
        }),
        has_predecessor: before.is_some(),
        current: entry.is_none() || report.is_some() && next.is_none(),
        proposed: propose::propose(&finding.said, around),
        repeated_by: recorded
            .iter()
            .find(|other| is_recorded && other.repeat_of == Some(finding.id))
            .map(|other| other.id),
        fails_again,
        overtaken,
        accepted_before,
        tested_clean: next.and_then(|next| Some((next.evidence.id, next.stated.clean(&name)?))),
        acceptance,
        accepted_until,
        recorded: is_recorded,
        recorded_on: day.of(finding.recorded_at),
        finding,
    }
}

pub(super) fn granted(row: &AcceptanceRow, terms: &RiskTerms) -> Granted {
    Granted {
        requester: Some(terms.requester),
        approver: row.approved_by,
        rank: Some(terms.rank),
        on: row.approved_on,
        expires: row.expires,
    }
}

/// Whether the opinion is modified on the control or one of its criteria. Where the paragraph that says why was not read,
/// a modified opinion counts for every exception: a person says which it is not about.
fn is_modified_on(report: &Report, said: &Said) -> bool {
    let modified = report.evidence.opinion.as_ref().is_some_and(|opinion| opinion.value != Opinion::Unqualified);
    let named = report
        .stated
        .opinion_basis
        .as_ref()
        .is_none_or(|basis| said.criteria.iter().chain(&said.control_id).any(|name| names(basis, name)));
    modified && named
}

/// Whether a text names a criterion or control as a whole: "CC1.2" does not name "1.2", nor "AC-12" "AC-1", nor "CC6.1.3" "CC6.1".
fn names(text: &str, name: &str) -> bool {
    let name = name.trim();
    // A mark joins two parts of a name only where something follows it at once; between two names it says "to" or "and".
    let goes_on = |rest: &str| {
        let mut rest = rest.chars();
        match rest.next() {
            Some('.') => rest.next().is_some_and(char::is_alphanumeric),
            Some('-' | '_') => rest.next().is_some_and(|c| c.is_ascii_digit()),
            next => next.is_some_and(char::is_alphanumeric),
        }
    };
    let begins_before = |rest: &str| {
        let mut rest = rest.chars().rev();
        match rest.next() {
            Some('.') => rest.next().is_some_and(char::is_alphanumeric),
            Some('-' | '_') => rest.next().is_some_and(char::is_alphabetic),
            next => next.is_some_and(char::is_alphanumeric),
        }
    };
    let mut places = text.match_indices(name).filter(|_| !name.is_empty());
    places.any(|(at, found)| !begins_before(&text[..at]) && !goes_on(&text[at + found.len()..]))
}

/// Whether a person judged a term otherwise than its words propose.
pub(super) fn differs(inputs: &SeverityInputs, proposed: propose::Proposed) -> bool {
    inputs.extent != proposed.extent
        || proposed.nature.is_some_and(|nature| inputs.nature != Some(nature))
        || inputs.response.is_some_and(|response| response != proposed.response)
        || inputs.history != proposed.history
        || inputs.opinion_modified != proposed.opinion_modified
}

#[cfg(test)]
mod tests {
    use super::{names, short};

    #[test]
    fn a_criterion_is_named_as_a_whole() {
        let basis = "Controls were not effective to meet criteria CC1.2, CC6.1 and A1.3 (control AC-12), CC7.2.1/CC7.2.3, CC8.1-CC8.3.";
        for named in ["CC1.2", "CC6.1", "A1.3", "AC-12", "CC7.2.1", "CC7.2.3", "CC8.1", "CC8.3"] {
            assert!(names(basis, named), "{named}");
        }
        for other in ["1.2", "AC-1", "CC1", "C1.2", "CC7.2", "", "12"] {
            assert!(!names(basis, other), "{other}");
        }
        assert!(names("It did not meet CC6.1.", "CC6.1"), "at the end of a sentence");
    }

    #[test]
    fn a_title_begins_with_what_tells_exceptions_apart() {
        let titles = [
            (
                "Exception noted. For 2 of 25 leavers access was removed late.",
                "For 2 of 25 leavers access was removed late",
            ),
            ("No exceptions noted. Exception noted. The restore test was missed.", "The restore test was missed"),
            ("No exceptions noted.", "No exceptions noted"),
            ("Exceptions noted", "Exceptions noted"),
        ];
        for (text, expected) in titles {
            assert_eq!(short(text).as_str(), expected, "{text}");
        }
    }
}
