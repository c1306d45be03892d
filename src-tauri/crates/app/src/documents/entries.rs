//! What people say of entries of lists.

use super::{
    judge::{Said, record},
    lists::fields,
};
use crate::{
    App, fail,
    names::{method, test_outcome},
    people,
};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    Action, Answer, Basis, Citation, EffectiveEntry, Entry, EntryId, EntryKey, Fact, JudgementId, ListName, Op,
    Verdict,
    reading::{
        Control, DisclosedIncident, ReportedException, Sample, SubserviceControl, SubserviceOrganization, TestOutcome,
        UserEntityControl,
    },
};
use serde_json::{Map, Value, json};

impl App {
    /// Confirms, corrects, rejects or adds an entry, or takes the last judgement back.
    pub(crate) fn judge_entry(&self, input: w::JudgeEntry) -> Result<w::EntriesJudged, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::JudgeFacts)?;
        let list = list_of(&input.list)?;
        let known = self.known_document(input.document)?;
        let reason = people::optional_text("reason", input.reason.as_deref())?;
        let citations = self.cite(input.document, &input.cite)?;
        let now = self.clock.now();
        let id = JudgementId::from_uuid(self.id(now));
        let lists = known.lists();
        let (key, before) = match &input.entry {
            None => (EntryKey { list, id: EntryId::Added(id) }, None),
            Some(name) => {
                let key = EntryKey { list, id: name.parse().map_err(|_| fail::not_found("entry"))? };
                (key, Some(lists.get(key).ok_or_else(|| fail::not_found("entry"))?))
            }
        };
        let verdict = verdict(list, input.verdict, before, &citations)?;
        // Who changes the words or keeps them, and says nothing of the place, leaves it where somebody saw it before.
        let citations = match (&verdict, before) {
            (Verdict::Corrected { .. }, Some(before)) if citations.is_empty() => before.cited().to_vec(),
            _ => citations,
        };
        let note = (list.as_str(), detail(&verdict, before));
        let said = Said {
            id,
            key: key.into(),
            verdict,
            read: before.and_then(|entry| entry.read.as_ref()).map(Entry::to_value),
            citations,
            reason,
        };
        record(&opened, (&person, permit), &known, now, Op::JudgeEntry, vec![said], vec![note])?;
        Ok(w::EntriesJudged { entries: vec![key.id.to_string()] })
    }

    /// Confirms entries that nobody judged.
    pub(crate) fn confirm_entries(&self, input: &w::NamedEntries) -> Result<w::EntriesJudged, Failure> {
        self.judge_entries(input, "confirmed", &Verdict::Confirmed, |entry| entry.is_open() && entry.read.is_some())
    }

    /// Takes back what was last said of entries.
    pub(crate) fn withdraw_entries(&self, input: &w::NamedEntries) -> Result<w::EntriesJudged, Failure> {
        self.judge_entries(input, "withdrawn", &Verdict::Withdrawn, |entry| !entry.is_open())
    }

    /// Says the same of those of the entries that it can be said of, in one transaction.
    fn judge_entries(
        &self,
        input: &w::NamedEntries,
        done: &str,
        verdict: &Verdict,
        can: impl Fn(&EffectiveEntry) -> bool,
    ) -> Result<w::EntriesJudged, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::JudgeFacts)?;
        let list = list_of(&input.list)?;
        let known = self.known_document(input.document)?;
        let lists = known.lists();
        let now = self.clock.now();
        let mut judged = Vec::new();
        let mut said = Vec::new();
        for name in &input.entries {
            let id: EntryId = name.parse().map_err(|_| fail::not_found("entry"))?;
            let entry = lists.get(EntryKey { list, id }).ok_or_else(|| fail::not_found("entry"))?;
            if !can(entry) {
                continue;
            }
            judged.push(name.clone());
            said.push(Said {
                id: JudgementId::from_uuid(self.id(now)),
                key: entry.key.into(),
                verdict: verdict.clone(),
                read: entry.read.as_ref().map(Entry::to_value),
                citations: Vec::new(),
                reason: None,
            });
        }
        let note = (list.as_str(), json!({ done: said.len() }));
        record(&opened, (&person, permit), &known, now, Op::JudgeEntry, said, vec![note])?;
        Ok(w::EntriesJudged { entries: judged })
    }
}

fn list_of(name: &str) -> Result<ListName, Failure> {
    ListName::from_name(name).ok_or_else(|| fail::not_found("list"))
}

/// Turns what a person said into a verdict that is valid for the entry.
fn verdict(
    list: ListName,
    said: w::EntryVerdict,
    before: Option<&EffectiveEntry>,
    citations: &[Citation],
) -> Result<Verdict, Failure> {
    let known = || before.ok_or_else(|| fail::not_found("entry"));
    match said {
        w::EntryVerdict::Confirm => known().map(|_| Verdict::Confirmed),
        w::EntryVerdict::Reject => known().map(|_| Verdict::Rejected),
        w::EntryVerdict::Withdraw => known().map(|_| Verdict::Withdrawn),
        w::EntryVerdict::Keep => Ok(match known()?.held() {
            Some(held) => Verdict::Corrected { value: held.to_value() },
            None => Verdict::Rejected,
        }),
        w::EntryVerdict::Correct { fields } => {
            let shown = known()?.shown();
            Ok(Verdict::Corrected { value: entry(list, fields, shown, citations)?.to_value() })
        }
        // No citation, no entry: what a person adds stands somewhere too.
        w::EntryVerdict::Add { .. } if citations.is_empty() => Err(fail::invalid("cite", Problem::Empty)),
        w::EntryVerdict::Add { fields } => {
            Ok(Verdict::Added { value: entry(list, fields, None, citations)?.to_value() })
        }
    }
}

/// Makes an entry of what a person entered. Where they say nothing of its place, it stands where it was read.
fn entry(list: ListName, said: w::EntryFields, before: Option<&Entry>, seen: &[Citation]) -> Result<Entry, Failure> {
    let text = people::long_text("text", &said.text)?.to_string();
    let line = |field: &str, text: Option<String>| {
        let text = people::optional_text(field, text.as_deref())?;
        Ok::<_, Failure>(text.map(String::from))
    };
    let criteria: Vec<String> =
        said.criteria.iter().map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect();
    let paragraphs = |texts: &[String]| -> Vec<String> {
        texts.iter().map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
    };
    let (basis, citations) = match before {
        Some(before) if seen.is_empty() => (before.basis(), before.citations().to_vec()),
        _ => (Basis::Stated, seen.to_vec()),
    };
    Ok(match list {
        ListName::Controls => Entry::Controls(Control {
            id: line("id", said.id)?,
            criteria,
            text,
            tests: paragraphs(&said.tests),
            results: paragraphs(&said.results),
            outcome: said.outcome.map_or(TestOutcome::NotStated, test_outcome),
            basis,
            citations,
        }),
        ListName::Exceptions => {
            let sample = said.sample.map(|sample| Sample { tested: sample.tested, deviating: sample.deviating });
            if sample.is_some_and(|sample| sample.deviating > sample.tested || sample.tested == 0) {
                return Err(fail::invalid("sample", Problem::WrongForm));
            }
            let response = line("response", said.response)?;
            let was = match before {
                Some(Entry::Exceptions(exception)) => exception.management_response.clone(),
                _ => None,
            };
            Entry::Exceptions(ReportedException {
                control_id: line("id", said.id)?,
                criteria,
                control: line("control", said.control)?,
                result: text,
                sample,
                management_response: response.map(|value| match was {
                    Some(was) if was.value == value => was,
                    _ => Fact { value, basis, citations: citations.clone() },
                }),
                basis,
                citations,
            })
        }
        ListName::Cuecs => Entry::Cuecs(UserEntityControl { text, criteria, basis, citations }),
        ListName::Responsibilities => Entry::Responsibilities(UserEntityControl { text, criteria, basis, citations }),
        ListName::Csocs => {
            let subservice = line("subservice", said.subservice)?;
            Entry::Csocs(SubserviceControl { text, criteria, subservice, basis, citations })
        }
        ListName::Subservice => Entry::Subservice(SubserviceOrganization {
            name: people::name("text", &text)?.to_string(),
            services: line("services", said.services)?,
            method: said.method.map(method),
            basis,
            citations,
        }),
        ListName::Incidents => Entry::Incidents(DisclosedIncident { text, basis, citations }),
        ListName::Answers => Entry::Answers(Answer {
            id: line("id", said.id)?,
            question: text,
            answer: line("answer", said.answer)?,
            comment: line("comment", said.comment)?,
            basis,
            citations,
        }),
    })
}

/// How much of a text the audit log keeps, so that a person finds the entry again.
const TOLD: usize = 120;

/// What the audit log keeps of a judgement: which entry, the verdict, and of a correction what changed.
fn detail(verdict: &Verdict, before: Option<&EffectiveEntry>) -> Value {
    let list = before.map(|entry| entry.key.list);
    let told = |entry: &Entry| -> String {
        let text = entry.text();
        let cut: String = text.chars().take(TOLD).collect();
        if cut.len() < text.len() { format!("{cut}…") } else { cut }
    };
    let shown = before.and_then(EffectiveEntry::shown);
    match verdict {
        Verdict::Added { value } => {
            let words = ["text", "name", "result", "question"].iter().find_map(|field| value.get(*field));
            json!({ "added": words })
        }
        Verdict::Corrected { value } => {
            let new = list.and_then(|list| Entry::from_value(list, value).ok());
            let changed = shown.zip(new.as_ref()).map_or(Value::Null, |(old, new)| changes(old, new));
            json!({ "entry": shown.map(told), "changed": changed })
        }
        Verdict::Confirmed => json!({ "confirmed": shown.map(told) }),
        Verdict::Rejected => json!({ "rejected": shown.map(told) }),
        Verdict::Withdrawn => json!({ "withdrawn": shown.map(told) }),
    }
}

/// The fields in which two entries differ, with both values.
fn changes(old: &Entry, new: &Entry) -> Value {
    let object = |entry: &Entry| match serde_json::to_value(fields(entry)) {
        Ok(Value::Object(object)) => object,
        _ => Map::new(),
    };
    let (old, new) = (object(old), object(new));
    let differing = new.into_iter().filter(|(name, value)| old.get(name) != Some(value));
    Value::Object(
        differing
            .map(|(name, became)| {
                let was = old.get(&name).cloned().unwrap_or_default();
                (name, json!({ "was": was, "became": became }))
            })
            .collect(),
    )
}
