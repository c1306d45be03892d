//! The workbook of a vendor: the list of the report that counts, what was said of it, and the earlier report beside it.

use super::counting::Counting;
use chrono::NaiveDate;
use countersign_domain::{
    Citation, DocumentId, EffectiveEntry, EffectiveFacts, EffectiveLists, Entry, EntryId, FactKey, Kind, ListName,
    OwnControlId, Vendor,
    cuec::{CarriedFrom, Change, CuecAnswer, OwnControl, settle},
    matching,
    reading::UserEntityControl,
};
use countersign_store::{DocumentFilter, DocumentRow, Snapshot, StoreError};
use std::collections::HashMap;

/// Our own controls by their ids.
pub(crate) struct OwnControls(HashMap<OwnControlId, OwnControl>);

impl OwnControls {
    /// Reads them.
    pub(crate) fn read(db: &Snapshot<'_>) -> Result<Self, StoreError> {
        Ok(Self(db.own_controls()?.into_iter().map(|control| (control.id, control)).collect()))
    }

    /// One of them.
    pub(crate) fn get(&self, id: OwnControlId) -> Option<&OwnControl> {
        self.0.get(&id)
    }

    /// The one of a name, whatever its capitals.
    pub(super) fn named(&self, name: &str) -> Option<&OwnControl> {
        self.0.values().find(|control| control.name.as_str().to_lowercase() == name.trim().to_lowercase())
    }
}

/// A control that a report lists, with what was said of it there.
pub(super) struct Listed {
    pub(super) entry: EntryId,
    pub(super) control: UserEntityControl,
    pub(super) said: Option<CuecAnswer>,
}

/// What became of a control since the earlier report.
pub(super) struct Since {
    pub(super) change: Change,
    /// Its words then.
    pub(super) words: Option<String>,
    /// What was said of it then, and of which entry.
    pub(super) said: Option<(CuecAnswer, CarriedFrom)>,
}

/// A control with both.
pub(super) struct Row {
    pub(super) listed: Listed,
    /// `None` where there is no earlier report.
    pub(super) since: Option<Since>,
}

impl Row {
    /// What was said of the control in the earlier report and waits to be confirmed.
    pub(super) fn carried(&self) -> Option<&(CuecAnswer, CarriedFrom)> {
        if self.listed.said.is_some() { None } else { self.since.as_ref()?.said.as_ref() }
    }

    /// Whether its words are the same as before.
    pub(super) fn is_same(&self) -> bool {
        self.since.as_ref().is_some_and(|since| matches!(since.change, Change::Same { .. }))
    }
}

/// The workbook of a vendor.
pub(super) struct Book {
    pub(super) report: Option<DocumentRow>,
    pub(super) before: Option<DocumentRow>,
    pub(super) none_stated: bool,
    pub(super) rows: Vec<Row>,
    pub(super) dropped: Vec<Listed>,
    pub(super) responsibilities: Vec<(String, Vec<Citation>)>,
}

/// A document of a vendor, as far as that says which list counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) document: DocumentId,
    pub(super) kind: Kind,
    /// The last day that it covers.
    pub(super) to: Option<NaiveDate>,
}

/// Chooses among the documents of a vendor, the latest received first: the report whose list counts, and the earlier one
/// beside which it is laid. `counts` is the report that counts for the policy; without one, the latest that lists such
/// controls counts: one on controls over financial reporting.
pub(super) fn chosen(
    documents: &[Candidate],
    counts: Option<DocumentId>,
    answered: impl Fn(DocumentId) -> bool,
) -> Option<(usize, Option<usize>)> {
    let mut order: Vec<usize> = (0..documents.len()).filter(|at| lists_any(documents[*at].kind)).collect();
    // The latest covered first; of equals the latest received, as they come.
    order.sort_by_key(|at| std::cmp::Reverse(documents[*at].to));
    let of_policy = counts.and_then(|id| order.iter().copied().find(|at| documents[*at].document == id));
    let now = of_policy.or_else(|| order.first().copied())?;
    let report = documents[now];
    let mut earlier = order.into_iter().filter(|at| {
        let other = documents[*at];
        is_soc2(other.kind) == is_soc2(report.kind) && other.to.is_some() && other.to < report.to
    });
    // Of which anything was said, so that a year in which nobody answered loses nothing; else the latest.
    let latest = earlier.next();
    let said = latest.into_iter().chain(earlier).find(|at| answered(documents[*at].document));
    Some((now, said.or(latest)))
}

/// Opens the workbooks of a vendor, one for each report that counts and lists anything; an empty one where none does.
pub(super) fn open_all(db: &Snapshot<'_>, vendor: &Vendor, counting: &[Counting]) -> Result<Vec<Book>, StoreError> {
    let mut books: Vec<Book> = Vec::new();
    for counts in counting {
        let book = open(db, vendor, counts)?;
        let of = |book: &Book| book.report.as_ref().map(|row| row.document.id);
        if of(&book).is_some() && books.iter().all(|known| of(known) != of(&book)) {
            books.push(book);
        }
    }
    if books.is_empty() {
        books.push(Book::empty());
    }
    Ok(books)
}

/// Opens the workbook of a report that counts.
fn open(db: &Snapshot<'_>, vendor: &Vendor, counts: &Counting) -> Result<Book, StoreError> {
    let documents = db.documents(DocumentFilter::FiledWith(vendor.id))?;
    let answers: Vec<CuecAnswer> = db.cuec_answers(Some(vendor.id))?.into_iter().map(|filed| filed.answer).collect();
    let candidate =
        |row: &DocumentRow| Candidate { document: row.document.id, kind: row.summary.kind, to: row.summary.to };
    let candidates = counts.among(documents.iter().map(candidate));
    let answered = |document| answers.iter().any(|answer| answer.document == document);
    let Some((at, earlier)) = chosen(&candidates, counts.report, answered) else { return Ok(Book::empty()) };
    let row = |at: usize| documents.iter().find(|row| row.document.id == candidates[at].document).cloned();
    let (Some(report), before) = (row(at), earlier.and_then(row)) else { return Ok(Book::empty()) };
    let now = Held::read(db, report.document.id, &answers)?;
    let then = before.as_ref().map(|row| Held::read(db, row.document.id, &answers)).transpose()?;
    let (rows, dropped) = beside(now.listed, then.map(|then| (before.as_ref().map(|row| row.document.id), then)));
    Ok(Book {
        report: Some(report),
        before,
        none_stated: now.none_stated,
        rows,
        dropped,
        responsibilities: now.responsibilities,
    })
}

impl Book {
    const fn empty() -> Self {
        Self {
            report: None,
            before: None,
            none_stated: false,
            rows: Vec::new(),
            dropped: Vec::new(),
            responsibilities: Vec::new(),
        }
    }

    /// Whether it is that of the report, or of any where none is named.
    pub(super) fn is_of(&self, report: Option<uuid::Uuid>) -> bool {
        report.is_none_or(|report| self.report.as_ref().is_some_and(|row| row.document.id.uuid() == report))
    }

    /// The row of an entry.
    pub(super) fn row(&self, entry: EntryId) -> Option<&Row> {
        self.rows.iter().find(|row| row.listed.entry == entry)
    }
}

/// Whether documents of the kind list such controls.
const fn lists_any(kind: Kind) -> bool {
    matches!(kind, Kind::Soc2Type2 | Kind::Soc2Type1 | Kind::Soc1Type2 | Kind::Soc1Type1)
}

const fn is_soc2(kind: Kind) -> bool {
    matches!(kind, Kind::Soc2Type2 | Kind::Soc2Type1)
}

/// What a document lists.
struct Held {
    listed: Vec<Listed>,
    none_stated: bool,
    responsibilities: Vec<(String, Vec<Citation>)>,
}

impl Held {
    fn read(db: &Snapshot<'_>, document: DocumentId, answers: &[CuecAnswer]) -> Result<Self, StoreError> {
        let stored = db.document(document)?.ok_or(StoreError::Missing { what: "document" })?;
        let judgements = db.judgements(document)?;
        let lists = EffectiveLists::new(&stored.reading, &judgements);
        let controls: Vec<(EntryId, UserEntityControl)> =
            lists.list(ListName::Cuecs).iter().filter_map(|one| Some((one.key.id, control(one)?))).collect();
        let answers: Vec<CuecAnswer> = answers.iter().filter(|it| it.document == document).cloned().collect();
        let named: Vec<(EntryId, &str)> = controls.iter().map(|(id, control)| (*id, control.text.as_str())).collect();
        let said: Vec<Option<CuecAnswer>> =
            settle::settled(&named, &answers).into_iter().map(|said| said.cloned()).collect();
        let facts = EffectiveFacts::new(&stored.reading, &judgements);
        Ok(Self {
            none_stated: controls.is_empty() && facts.text(FactKey::NoCuecs).is_some(),
            responsibilities: lists
                .list(ListName::Responsibilities)
                .iter()
                .filter_map(|one| control(one).map(|control| (control.text, control.citations)))
                .collect(),
            listed: controls
                .into_iter()
                .zip(said)
                .map(|((entry, control), said)| Listed { entry, control, said })
                .collect(),
        })
    }
}

/// What holds of an entry, at the place where it stands.
fn control(one: &EffectiveEntry) -> Option<UserEntityControl> {
    let (Entry::Cuecs(control) | Entry::Responsibilities(control)) = one.held()? else { return None };
    let mut control = control.clone();
    if control.citations.is_empty() {
        let places = if one.cited().is_empty() { one.citations() } else { one.cited() };
        control.citations = places.to_vec();
    }
    Some(control)
}

fn beside(now: Vec<Listed>, then: Option<(Option<DocumentId>, Held)>) -> (Vec<Row>, Vec<Listed>) {
    let Some((Some(document), then)) = then else {
        return (now.into_iter().map(|listed| Row { listed, since: None }).collect(), Vec::new());
    };
    let words = |all: &[Listed]| all.iter().map(|one| one.control.text.clone()).collect::<Vec<_>>();
    let matching = matching::matched(&words(&then.listed), &words(&now));
    let since = |change: Change| {
        let before = change.before().map(|at| &then.listed[at]);
        Since {
            change,
            words: before.map(|before| before.control.text.clone()),
            said: before.and_then(|before| Some((before.said.clone()?, CarriedFrom { document, entry: before.entry }))),
        }
    };
    let rows = now
        .into_iter()
        .zip(&matching.changes)
        .map(|(listed, change)| Row { listed, since: Some(since(*change)) })
        .collect();
    let mut dropped = matching.dropped.into_iter().peekable();
    let mut gone = Vec::new();
    for (at, listed) in then.listed.into_iter().enumerate() {
        if dropped.next_if_eq(&at).is_some() {
            gone.push(listed);
        }
    }
    (rows, gone)
}
