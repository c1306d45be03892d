//! The questions to a vendor about findings: to be copied, or handed to the system's mail program (`decisions/0014`).

use super::{Found, Gathered, assumed, record::of};
use crate::{App, acceptance, fail};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::Severity;
use countersign_policy::{
    due,
    inquiry::{self, Asked},
    request::Correspondents,
};

impl App {
    /// The questions about findings of one vendor.
    pub(crate) fn questions_letter(&self, input: &w::FindingQuestions) -> Result<w::QuestionsLetter, Failure> {
        let opened = self.opened()?;
        let sender = opened.actor()?;
        let (gathered, named) = self.named(&opened, &input.keys)?;
        let asked: Vec<&Found> = of(&gathered, &named).collect();
        let vendor = &asked[0].vendor;
        if asked.iter().any(|found| found.vendor.id != vendor.id) {
            return Err(fail::invalid("keys", Problem::SeveralVendors));
        }
        let (profile, organisation) =
            opened.store.read(|db| Ok((db.profile(vendor.id)?, db.workspace()?.organisation))).map_err(fail::store)?;
        let contact = profile.contacts.iter().find(|contact| contact.email.is_some());
        let answer_by = input
            .answer_by
            .unwrap_or_else(|| due::first_answer(&gathered.policy, gravest(&gathered, &named), self.clock.today()));
        let labels: Vec<Option<String>> =
            asked.iter().map(|found| found.item.recorded.then(|| found.item.finding.label())).collect();
        let lines: Vec<Asked<'_>> = asked
            .iter()
            .zip(&labels)
            .map(|(found, label)| Asked {
                label: label.as_deref(),
                title: found.item.finding.title.as_str(),
                said: &found.item.finding.said,
                response: found.item.response(),
            })
            .collect();
        let who = Correspondents {
            vendor: vendor.name.as_str(),
            contact: contact.map(|contact| contact.name.as_str()),
            company: Some(organisation.as_str()),
            sender: Some(sender.name.as_str()),
            answer_by,
        };
        let letter = inquiry::letter(&lines, who).ok_or_else(|| fail::not_found("letter"))?;
        let to = contact.and_then(|contact| contact.email.as_ref()).map(ToString::to_string);
        Ok(w::QuestionsLetter { to, subject: letter.subject, body: letter.body, answer_by })
    }

    /// Opens them in the system's mail program.
    pub(crate) fn open_questions(&self, input: &w::FindingQuestions) -> Result<w::OpenedLetter, Failure> {
        let letter = self.questions_letter(input)?;
        acceptance::hand_over(self, letter.to.as_deref(), &letter.subject, &letter.body)
    }
}

fn gravest(gathered: &Gathered, named: &[usize]) -> Severity {
    of(gathered, named).map(|found| assumed(found.item.finding.severity())).max().unwrap_or(assumed(None))
}
