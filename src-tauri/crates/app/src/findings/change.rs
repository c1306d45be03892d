//! Owner, day and remarks; recording by hand and following up all.

use super::{
    Found, Item,
    gather::unrecorded,
    record::{Becomes, Writer, of},
};
use crate::{App, fail, people};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    Action, Citation, DocumentId, Filing, Finding, FindingId, LongText, Op, Person, PersonId, Vendor, VendorId,
    finding::{Rate, Remarks, Said, Source},
    register::Day,
};
use countersign_policy::rules::Rule;
use serde_json::Map;

impl App {
    /// Changes owner, day or remarks of findings; what is not recorded is recorded with it.
    pub(crate) fn change_findings(&self, input: &w::ChangeFindings) -> Result<w::FindingsView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::FollowFindings)?;
        let now = self.clock.now();
        let (gathered, named) = self.named(&opened, &input.keys)?;
        let mut all = Vec::new();
        for found in of(&gathered, &named) {
            let mut becomes = Becomes::of(self, found, &person, now);
            change(&mut becomes, &input.change, &gathered.people)?;
            all.push(becomes);
        }
        let writer = Writer { person, permit, now };
        let keys = writer.write(&opened, Op::ChangeFinding, all, |_, _| Ok(()))?;
        self.views_of(&opened, &keys)
    }

    /// Records a finding that no document states.
    pub(crate) fn add_finding(&self, input: &w::AddFinding) -> Result<w::FindingsView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::FollowFindings)?;
        let now = self.clock.now();
        let vendor = self.known_vendor(input.vendor)?.vendor;
        let source = match &input.rule {
            None => Source::Hand,
            Some(code) => Source::Rule(Rule::of_code(code).ok_or_else(|| fail::not_found("rule"))?.code.to_owned()),
        };
        let criteria = input.criteria.iter().map(|one| Ok(people::name("criteria", one)?.to_string()));
        let said = Said {
            criteria: criteria.collect::<Result<_, Failure>>()?,
            result: people::long_text("description", &input.description)?.to_string(),
            ..input.stated.as_ref().map(|stated| self.said(&vendor, stated)).transpose()?.unwrap_or_default()
        };
        let finding = Finding {
            id: FindingId::from_uuid(self.id(now)),
            title: people::name("title", &input.title)?,
            recorded_by: person.id,
            recorded_at: now,
            ..unrecorded(vendor.id, said, source)
        };
        let becomes = Becomes { vendor, finding, recorded: false, detail: Map::new() };
        let writer = Writer { person, permit, now };
        let keys = writer.write(&opened, Op::RecordFinding, vec![becomes], |_, _| Ok(()))?;
        self.views_of(&opened, &keys)
    }

    /// What is known of something found by hand.
    fn said(&self, vendor: &Vendor, stated: &w::StatedFinding) -> Result<Said, Failure> {
        let long = |field, text: Option<&String>| {
            Ok(people::optional_text(field, text.map(String::as_str))?.map(|text| text.to_string()))
        };
        let wrong = |field| fail::invalid(field, Problem::WrongForm);
        let rate = match (stated.deviating, stated.tested) {
            (None, None) => None,
            (Some(deviating), Some(tested)) => Some(Rate::new(deviating, tested).map_err(|_| wrong("deviating"))?),
            (None, Some(_)) => return Err(wrong("deviating")),
            (Some(_), None) => return Err(wrong("tested")),
        };
        let (document, citations) = self.cited(vendor, stated)?;
        let number = stated.control_id.as_deref().map(str::trim).filter(|number| !number.is_empty());
        Ok(Said {
            control_id: number.map(|number| Ok(people::name("control_id", number)?.to_string())).transpose()?,
            control: long("control", stated.control.as_ref())?,
            tests: long("test", stated.test.as_ref())?.into_iter().collect(),
            rate,
            response: long("response", stated.response.as_ref())?,
            document,
            citations,
            ..Said::default()
        })
    }

    /// The document and page in which it stands.
    fn cited(
        &self,
        vendor: &Vendor,
        stated: &w::StatedFinding,
    ) -> Result<(Option<DocumentId>, Vec<Citation>), Failure> {
        let wrong = |field| fail::invalid(field, Problem::WrongForm);
        let Some(document) = stated.document else {
            return if stated.page.is_none() { Ok((None, Vec::new())) } else { Err(wrong("document")) };
        };
        let document = self.known_document(document)?.stored.document;
        if document.filing != (Filing::Filed { vendor: vendor.id }) {
            return Err(fail::invalid("document", Problem::ProofMissing));
        }
        if stated.page.is_some_and(|page| !(1..=document.pages).contains(&page)) {
            return Err(wrong("page"));
        }
        let at = |page| Citation { page, label: None, quote: String::new(), rects: Vec::new() };
        Ok((Some(document.id), stated.page.map(at).into_iter().collect()))
    }

    /// Records every exception of a vendor's current reports that nobody has recorded yet.
    pub(crate) fn follow_up(&self, input: &w::FollowUp) -> Result<w::FindingsView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::FollowFindings)?;
        let now = self.clock.now();
        let gathered = self.gathered(&opened, Some(VendorId::from_uuid(input.vendor)))?;
        let left = gathered.found.iter().filter(|Found { item: Item { recorded, .. }, .. }| !recorded);
        let all: Vec<Becomes> = left.map(|found| Becomes::of(self, found, &person, now)).collect();
        if !all.is_empty() {
            Writer { person, permit, now }.write(&opened, Op::RecordFinding, all, |_, _| Ok(()))?;
        }
        self.finding_views(&w::FindingsQuery { vendor: Some(input.vendor) })
    }
}

fn change(becomes: &mut Becomes, change: &w::FindingChange, all: &[Person]) -> Result<(), Failure> {
    let name = |id: Option<PersonId>| id.map(|id| people::name_in(all, id));
    match change {
        w::FindingChange::Owner { owner } => {
            let known = |id: &uuid::Uuid| all.iter().find(|person| person.active && person.id.uuid() == *id);
            let owner = owner.as_ref().map(|id| known(id).ok_or_else(|| fail::invalid("owner", Problem::WrongForm)));
            let owner = owner.transpose()?.map(|person| person.id);
            becomes.changed("owner", name(becomes.finding.owner), name(owner));
            becomes.finding.owner = owner;
        }
        w::FindingChange::Due { due } => {
            let day = due.map(|due| Day::new(due).map_err(|_| fail::invalid("due", Problem::ImplausibleDay)));
            let day = day.transpose()?.map(Day::get);
            let text = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
            becomes.changed("due", text(becomes.finding.due), text(day));
            becomes.finding.due = day;
        }
        w::FindingChange::Remarks { title, remarks } => {
            let title = people::name("title", title)?;
            becomes.changed("called", becomes.finding.title.to_string(), title.as_str());
            let before = &becomes.finding.remarks;
            let after = Remarks {
                population: remarks.population,
                root_cause: people::optional_text("root_cause", remarks.root_cause.as_deref())?,
                own_control: people::optional_text("own_control", remarks.own_control.as_deref())?,
                note: people::optional_text("note", remarks.note.as_deref())?,
            };
            let text = |text: &Option<LongText>| text.as_ref().map(ToString::to_string);
            let pairs = [
                ("root_cause", text(&before.root_cause), text(&after.root_cause)),
                ("own_control", text(&before.own_control), text(&after.own_control)),
                ("note", text(&before.note), text(&after.note)),
            ];
            becomes.changed("population", becomes.finding.remarks.population, after.population);
            for (name, was, is) in pairs {
                becomes.changed(name, was, is);
            }
            becomes.finding.title = title;
            becomes.finding.remarks = after;
        }
    }
    Ok(())
}
