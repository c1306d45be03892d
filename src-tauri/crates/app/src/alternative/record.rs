//! Recording a version of the path without a report.

use super::{draft_name, names, typed};
use crate::{App, application::stamp, fail, people};
use chrono::NaiveDate;
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, AlternativeId, DocumentId, Op, Person, PersonId, VendorId};
use countersign_policy::alternative::{Duty, Record, Scored, latest_expiry};
use countersign_store::{AlternativeRow, DocumentFilter, DocumentRow, Subject};
use serde_json::json;
use uuid::Uuid;

/// What a record may refer to.
struct Known<'a> {
    documents: &'a [DocumentRow],
    people: &'a [Person],
    today: NaiveDate,
}

impl App {
    /// Records what is typed as the next version; an approval of the one before holds no more.
    pub(crate) fn record_alternative(&self, input: &w::AlternativeInput) -> Result<w::AlternativeView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::Decide)?;
        let (now, today) = (self.clock.now(), self.clock.today());
        let id = VendorId::from_uuid(input.vendor);
        let assembled = self.assembled(&opened, Some(id))?;
        let facts = assembled.facts.get(&id).ok_or_else(|| fail::not_found("vendor"))?;
        let tier = facts.tier.ok_or_else(|| fail::invalid("tier", Problem::Empty))?;
        let (vendor, people, documents, before) = opened
            .store
            .read(|db| {
                let documents = db.documents(DocumentFilter::FiledWith(id))?;
                Ok((db.vendor(id)?, db.persons()?, documents, db.alternatives_of(id)?))
            })
            .map_err(fail::store)?;
        let vendor = vendor.ok_or_else(|| fail::not_found("vendor"))?;
        let record = parsed(&input.record, &Known { documents: &documents, people: &people, today })?;
        let expires = input.record.expires.ok_or_else(|| fail::invalid("expires", Problem::Empty))?;
        let latest = latest_expiry(tier, today, &assembled.policy);
        if expires < today {
            return Err(fail::invalid("expires", Problem::InThePast));
        }
        if expires > latest {
            return Err(fail::invalid("expires", Problem::TooLate { latest }));
        }
        let row = AlternativeRow {
            id: AlternativeId::from_uuid(self.id(now)),
            vendor: id,
            version: before.first().map_or(1, |last| last.version + 1),
            assessed_by: person.id,
            assessed_on: today,
            expires,
            recorded_at: now,
            record: serde_json::to_value(&record).map_err(fail::unexpected)?,
            withdrawn: None,
        };
        let stamp = stamp(&person, permit, now, Op::RecordAlternative, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                db.note("version", row.version);
                db.note("reason", json!(record.reason));
                db.note("expires", row.expires.to_string());
                db.note("record", row.record.clone());
                db.insert_alternative(&row)?;
                db.delete_draft(&draft_name(id))
            })
            .map_err(fail::store)?;
        self.alternative_view(input.vendor)
    }
}

/// Parses what is typed; the field that is wrong is named by its place, e.g. `substitutes.0.described`.
fn parsed(typed: &w::AlternativeRecord, known: &Known<'_>) -> Result<Record, Failure> {
    let reason = typed.reason.map(names::reason).ok_or_else(|| fail::invalid("reason", Problem::Empty))?;
    if typed.report_expected.is_some_and(|day| day < known.today) {
        return Err(fail::invalid("report_expected", Problem::InThePast));
    }
    let mut substitutes = Vec::new();
    for (index, part) in typed.substitutes.iter().enumerate() {
        let field = |name: &str| format!("substitutes.{index}.{name}");
        let mut substitute = typed::substitute(part);
        substitute.document = known.document(&field("document"), part.document)?.map(|row| row.document.id);
        substitute.described = text(&field("described"), part.described.as_deref())?;
        if substitute.document.is_none() && substitute.described.is_none() {
            return Err(fail::invalid(&field("described"), Problem::Empty));
        }
        substitutes.push(substitute);
    }
    let mut scores = std::collections::BTreeMap::new();
    for part in &typed.scores {
        let control = names::control(part.control);
        let field = |name: &str| format!("scores.{}.{name}", control.as_str());
        let Some(score) = part.score.map(names::score) else { continue };
        let document = known.document(&field("document"), part.document)?;
        let page = page(&field("page"), part.page, document)?;
        let note = text(&field("note"), part.note.as_deref())?;
        scores.insert(control, Scored { score, note, document: document.map(|row| row.document.id), page });
    }
    let mut duties = Vec::new();
    for (index, part) in typed.duties.iter().enumerate() {
        let field = |name: &str| format!("duties.{index}.{name}");
        duties.push(Duty {
            kind: names::duty(part.kind),
            what: people::long_text(&field("what"), &part.what)?.to_string(),
            owner: known.person(&field("owner"), part.owner)?,
            due: match part.due {
                Some(due) if due < known.today => return Err(fail::invalid(&field("due"), Problem::InThePast)),
                due => due,
            },
        });
    }
    Ok(Record {
        reason,
        note: text("note", typed.note.as_deref())?,
        report_expected: typed.report_expected,
        letter_only: typed.letter_only,
        substitutes,
        scores,
        limits: typed.limits.iter().copied().map(names::limit).collect(),
        limit_note: text("limit_note", typed.limit_note.as_deref())?,
        duties,
    })
}

impl Known<'_> {
    /// A document that is filed with the vendor.
    fn document(&self, field: &str, id: Option<Uuid>) -> Result<Option<&DocumentRow>, Failure> {
        let Some(id) = id.map(DocumentId::from_uuid) else { return Ok(None) };
        let found = self.documents.iter().find(|row| row.document.id == id);
        found.map(Some).ok_or_else(|| fail::invalid(field, Problem::WrongForm))
    }

    fn person(&self, field: &str, id: Option<Uuid>) -> Result<Option<PersonId>, Failure> {
        let Some(id) = id.map(PersonId::from_uuid) else { return Ok(None) };
        let found = self.people.iter().find(|person| person.active && person.id == id);
        found.map(|person| Some(person.id)).ok_or_else(|| fail::invalid(field, Problem::WrongForm))
    }
}

/// A page of a document that is named.
fn page(field: &str, page: Option<u32>, document: Option<&DocumentRow>) -> Result<Option<u32>, Failure> {
    let (Some(number), Some(document)) = (page, document) else { return Ok(None) };
    let most = document.document.pages;
    if (1..=most).contains(&number) {
        Ok(Some(number))
    } else {
        let most = i32::try_from(most).unwrap_or(i32::MAX);
        Err(fail::invalid(field, Problem::OutOfRange { least: 1, most }))
    }
}

fn text(field: &str, text: Option<&str>) -> Result<Option<String>, Failure> {
    Ok(people::optional_text(field, text)?.map(|text| text.to_string()))
}
