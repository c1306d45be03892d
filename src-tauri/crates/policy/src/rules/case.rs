//! What several rules need of a snapshot, found once: the main evidence, the letters that count, what they cover.

use super::Ruling;
use crate::{
    Coverage, Letter, Policy,
    ask::Ask,
    months,
    snapshot::{Cited, Evidence, FirmCheck, LetterSigner, NextAudit, Snapshot},
    standard::{MainEvidence, TierPolicy},
};
use chrono::NaiveDate;
use countersign_domain::{DocumentId, Kind, Tier};

/// A snapshot under a policy on a day.
#[derive(Debug)]
pub struct Case<'a> {
    /// What is known.
    pub snapshot: &'a Snapshot,
    /// What is asked.
    pub policy: &'a Policy,
    /// The day.
    pub today: NaiveDate,
    /// The class and what is asked of it, once the class is assigned.
    pub class: Option<(Tier, &'a TierPolicy)>,
    /// What counts as the main evidence.
    pub basis: Basis<'a>,
    /// What the report and the letters that count cover.
    pub coverage: Option<Coverage>,
}

/// What counts as the main evidence.
#[derive(Debug, Clone, Copy)]
pub enum Basis<'a> {
    /// Evidence that the class accepts.
    Accepted(MainEvidence, &'a Evidence),
    /// Evidence that the class does not accept.
    Insufficient(&'a Evidence),
    /// The path without a SOC 2 report was taken (`practice.md` §8); what else is held stands beside it.
    WithoutReport(Option<&'a Evidence>),
    /// None is held.
    None,
}

/// A letter whose coverage counts.
pub(crate) struct CountedLetter<'a> {
    pub(crate) evidence: &'a Evidence,
    pub(crate) from: &'a Cited<NaiveDate>,
    pub(crate) to: &'a Cited<NaiveDate>,
}

/// How far a bridge letter carries what is covered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarryingLetter {
    /// The letter.
    pub document: DocumentId,
    /// The day to which it carries; `None` where it joins nothing or adds nothing.
    pub to: Option<NaiveDate>,
    /// The pages that state its days.
    pub pages: Vec<u32>,
}

fn days(letters: &[CountedLetter<'_>]) -> Vec<Letter> {
    let dated = |letter: &CountedLetter<'_>| letter.evidence.report_date.as_ref().map(|dated| dated.value);
    letters.iter().map(|letter| Letter { from: letter.from.value, to: letter.to.value, dated: dated(letter) }).collect()
}

impl<'a> Case<'a> {
    /// Looks at a snapshot under a policy on a day.
    pub fn new(snapshot: &'a Snapshot, policy: &'a Policy, today: NaiveDate) -> Self {
        let class = snapshot.tier.map(|tier| (tier, policy.tier(tier)));
        let basis = basis(snapshot, class, today);
        let mut case = Self { snapshot, policy, today, class, basis, coverage: None };
        case.coverage = case.covered();
        case
    }

    /// What is asked of the class, or the answer that it is not assigned.
    pub(crate) fn limits(&self) -> Result<&'a TierPolicy, Box<Ruling>> {
        self.class.map(|(_, limits)| limits).ok_or_else(|| {
            let task = Ask::ours("Assign the vendor's class");
            Box::new(Ruling::missing("A class, which says what is asked", "The class is not assigned").ask(task))
        })
    }

    /// The main evidence, whether accepted or not.
    pub fn main(&self) -> Option<&'a Evidence> {
        match self.basis {
            Basis::Accepted(_, evidence) | Basis::Insufficient(evidence) => Some(evidence),
            Basis::WithoutReport(evidence) => evidence,
            Basis::None => None,
        }
    }

    /// The main evidence, or the answer that none is held.
    pub(crate) fn evidence(
        &self,
        required: impl Into<std::borrow::Cow<'static, str>>,
    ) -> Result<&'a Evidence, Box<Ruling>> {
        self.main().ok_or_else(|| Box::new(self.nothing_held(required)))
    }

    /// The answer of a rule about the main evidence where none is held.
    pub(crate) fn nothing_held(&self, required: impl Into<std::borrow::Cow<'static, str>>) -> Ruling {
        if self.class.is_some_and(|(_, limits)| !limits.evidence_required) {
            Ruling::not_applicable("This class needs no report")
        } else if matches!(self.basis, Basis::WithoutReport(_)) {
            Ruling::not_applicable("The path without a report was taken")
        } else {
            Ruling::missing(required, "No evidence is held")
        }
    }

    /// Who may allow a deviation for the class; an executive while it is not assigned.
    pub(crate) fn usual_rank(&self) -> crate::Rank {
        self.class
            .map_or(crate::Rank::Executive, |(tier, _)| *self.policy.settings().acceptance.deviation_rank.of(tier))
    }

    /// The SOC 2 report that counts, whether accepted or not.
    pub fn soc2(&self) -> Option<&'a Evidence> {
        self.main().filter(|evidence| evidence.is_soc2())
    }

    /// The SOC 2 report that counts, or the answer that there is none: it does not apply where something else is accepted or
    /// nothing is needed.
    pub(crate) fn report(&self) -> Result<&'a Evidence, Box<Ruling>> {
        if let Some(report) = self.soc2() {
            return Ok(report);
        }
        Err(Box::new(match self.basis {
            Basis::Accepted(form, _) => {
                Ruling::not_applicable(format!("The main evidence is another: {}", form.title()))
            }
            Basis::WithoutReport(_) => Ruling::not_applicable("The path without a report was taken"),
            Basis::None | Basis::Insufficient(_) if self.class.is_some_and(|(_, limits)| !limits.evidence_required) => {
                Ruling::not_applicable("This class needs no report")
            }
            Basis::None | Basis::Insufficient(_) => {
                Ruling::missing("A SOC 2 report to look at", "No SOC 2 report is held")
            }
        }))
    }

    /// The day to which the report covers, or the answer that it is not known.
    pub(crate) fn coverage(&self) -> Result<(&'a Evidence, Coverage), Box<Ruling>> {
        let report = self.report()?;
        let coverage = self.coverage.ok_or_else(|| {
            let found = "The end of the period is not known";
            Box::new(Ruling::missing("The period examined, or the date of a Type 1", found).ask(Ask::ReportDates))
        })?;
        Ok((report, coverage))
    }

    /// The letters whose coverage counts: dated, and signed as the policy asks.
    pub(crate) fn counted_letters(&self) -> Vec<CountedLetter<'a>> {
        let must_sign = self.policy.settings().bridge_letter.must_be_signed_by_management;
        self.letters()
            .filter_map(|evidence| {
                let letter = evidence.letter.as_ref()?;
                let signed = letter.signer == Some(LetterSigner::VendorManagement) || !must_sign;
                let assurance = letter.signer == Some(LetterSigner::Auditor);
                let refused = letter.contradicts_events == Some(true) || letter.refused.is_some();
                let usable = signed && !assurance && !refused;
                Some(CountedLetter { evidence, from: letter.from.as_ref()?, to: letter.to.as_ref()? })
                    .filter(|_| usable)
            })
            .collect()
    }

    /// All bridge letters held.
    pub(crate) fn letters(&self) -> impl Iterator<Item = &'a Evidence> + use<'a> {
        self.snapshot.evidence.iter().filter(|evidence| evidence.kind == Kind::BridgeLetter)
    }

    fn covered(&self) -> Option<Coverage> {
        let end = self.soc2()?.covers_to()?.value;
        let limits = &self.policy.settings().bridge_letter;
        let letters = days(&self.counted_letters());
        Some(Coverage::under(end, &letters, limits.months_cap.into(), limits.chainable))
    }

    /// The letters that count, each with the day to which it carries what is covered and the pages that state its days.
    pub fn carried(&self) -> Vec<CarryingLetter> {
        let Some(end) = self.soc2().and_then(Evidence::covers_to) else { return Vec::new() };
        let limits = &self.policy.settings().bridge_letter;
        let counted = self.counted_letters();
        let to = Coverage::carried(end.value, &days(&counted), limits.months_cap.into(), limits.chainable);
        let letters = counted.iter().zip(to).map(|(letter, to)| CarryingLetter {
            document: letter.evidence.id,
            to,
            pages: letter.from.pages.iter().chain(&letter.to.pages).copied().collect(),
        });
        letters.collect()
    }

    /// The latest check of the firm that signed the report that counts.
    pub fn firm_check(&self) -> Option<&'a FirmCheck> {
        super::firm::firm(self, "").ok().and_then(|(.., check)| check)
    }

    /// Whether a letter that counts covers more than the report does.
    pub(crate) fn bridged(&self) -> bool {
        self.coverage.is_some_and(|coverage| coverage.cover_end > coverage.report_end)
    }

    /// The next examination, unless it is the one of which the report is held.
    pub(crate) fn next_audit(&self) -> Option<&'a NextAudit> {
        let end = self.coverage.map(|coverage| coverage.report_end);
        self.snapshot.next_audit.as_ref().filter(|next| end.is_none_or(|end| next.follows(end)))
    }

    /// Whether the age limit is extended: a valid letter, and proof that the next examination is under way (§4.2).
    pub(crate) fn in_grace(&self) -> bool {
        self.bridged() && self.next_audit().is_some()
    }

    /// Documents of a kind, the latest received first.
    pub(crate) fn held(&self, kinds: &[Kind]) -> Vec<&'a Evidence> {
        let mut held: Vec<&Evidence> =
            self.snapshot.evidence.iter().filter(|evidence| kinds.contains(&evidence.kind)).collect();
        held.sort_by_key(|evidence| std::cmp::Reverse(evidence.received_on));
        held
    }
}

/// What is looked at where nothing is held that the class accepts, the most telling first.
const LESSER: [Kind; 10] = [
    Kind::Soc2Type1,
    Kind::Iso27001Certificate,
    Kind::Soc3,
    Kind::Soc1Type2,
    Kind::Soc1Type1,
    Kind::SocCybersecurity,
    Kind::Caiq,
    Kind::Questionnaire,
    Kind::SecurityWhitepaper,
    Kind::BridgeLetter,
];

/// Finds the main evidence: the first form that the class accepts and that is held and has not run out; else what is held.
fn basis<'a>(snapshot: &'a Snapshot, class: Option<(Tier, &TierPolicy)>, today: NaiveDate) -> Basis<'a> {
    let newest = |kinds: &[Kind]| newest(snapshot, kinds);
    let Some((_, limits)) = class else {
        return newest(&[Kind::Soc2Type2])
            .or_else(|| newest(&[Kind::Soc2Type1]))
            .map_or(Basis::None, Basis::Insufficient);
    };
    let path = snapshot.alternative.as_ref().is_some_and(|path| path.is_current(today));
    let fresh = |evidence: &&Evidence| {
        // Who takes the path without a report does not wait until grace has run out.
        let stop = limits.hard_stop_age_months.filter(|_| !path).unwrap_or(limits.max_age_months);
        evidence.covers_to().is_none_or(|end| today <= months::add(end.value, stop.into()))
    };
    let pentest = || snapshot.evidence.iter().any(Evidence::is_penetration_test);
    let questionnaire = || newest(&[Kind::Caiq, Kind::Questionnaire]);
    let certificate = || iso27001(snapshot, today);
    let held = |form: MainEvidence| match form {
        MainEvidence::Soc2Type2 => newest(&[Kind::Soc2Type2]).filter(fresh),
        MainEvidence::Soc2Type1WithPlan => newest(&[Kind::Soc2Type1]).filter(fresh).filter(|type1| {
            let day = type1.covers_to().map(|day| day.value);
            let planned = |next: &&NextAudit| next.type2 == Some(true) && next.expected_on.is_some();
            let next = snapshot.next_audit.as_ref().filter(planned);
            next.is_some_and(|next| day.is_none_or(|day| next.follows(day)))
        }),
        MainEvidence::Iso27001 => certificate(),
        MainEvidence::Iso27001Supplemented => certificate().filter(|_| pentest() && questionnaire().is_some()),
        MainEvidence::QuestionnaireAndPentest => questionnaire().filter(|_| pentest()),
        MainEvidence::Soc3 => newest(&[Kind::Soc3]).filter(fresh),
        MainEvidence::SelfAttestation => questionnaire().or_else(|| newest(&[Kind::SecurityWhitepaper])),
        MainEvidence::Terms => newest(&[Kind::Contract]),
    };
    let accepted = limits.accepted_evidence.iter().find_map(|form| held(*form).map(|held| (*form, held)));
    if let Some((form, evidence)) = accepted {
        return Basis::Accepted(form, evidence);
    }
    let lesser = || LESSER.iter().find_map(|kind| newest(&[*kind]));
    if path {
        return Basis::WithoutReport(lesser().filter(|evidence| !evidence.is_soc2()));
    }
    // What has run out or is of a lesser kind is still looked at: its own rules say what is wrong with it.
    if let Some(report) =
        newest(&[Kind::Soc2Type2]).filter(|_| limits.accepted_evidence.contains(&MainEvidence::Soc2Type2))
    {
        return Basis::Accepted(MainEvidence::Soc2Type2, report);
    }
    lesser().map_or(Basis::None, Basis::Insufficient)
}

/// The one that covers the latest day; one without a day comes after those with one.
fn newest<'a>(snapshot: &'a Snapshot, kinds: &[Kind]) -> Option<&'a Evidence> {
    snapshot
        .evidence
        .iter()
        .filter(|evidence| kinds.contains(&evidence.kind))
        .max_by_key(|evidence| (evidence.covers_to().map(|end| end.value), evidence.received_on))
}

/// A certificate that holds, with its Statement of Applicability, whose scope is not known to leave us out.
fn iso27001(snapshot: &Snapshot, today: NaiveDate) -> Option<&Evidence> {
    let statement = newest(snapshot, &[Kind::StatementOfApplicability]).is_some();
    snapshot.evidence.iter().filter(|evidence| evidence.kind == Kind::Iso27001Certificate).find(|evidence| {
        let facts = evidence.certificate.as_ref();
        let holds = facts.and_then(|facts| facts.expires.as_ref()).is_some_and(|expires| today <= expires.value);
        let scope = facts.is_some_and(|facts| facts.scope.is_some() && facts.scope_covers_us != Some(false));
        let named = facts.is_some_and(|facts| facts.soa_version.is_some());
        holds && scope && (statement || named)
    })
}
