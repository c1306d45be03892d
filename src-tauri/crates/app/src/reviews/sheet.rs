//! The question sheet of a review: what is asked, what is known, what was answered, what follows. While a review goes on it is
//! worked out anew; when it is finished it is frozen as canonical JSON.

use super::{
    Known,
    answer::{self, Given, Kept, Page},
};
use crate::{acceptance, clock::Day, people};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::{DocumentId, Looked as LookedAt, Sha256, Tier};
use countersign_policy::{
    RuleOutcome, Verdict,
    answers::{self, Answered, Together},
    conclude, questions,
    questions::{Suggestions, not_proved},
    rules::{Case, Rule},
    snapshot::Evidence,
    verdict::{Conclusion, for_service, sentences},
    words,
};
use countersign_store::{DocumentFilter, Snapshot, StoreError};
use serde::{Deserialize, Serialize};

/// The name and version of the frozen form.
pub(crate) const FORMAT: &str = "countersign-review/1";

/// The question that the signatures answer.
pub(super) const SIGNATURES: &str = "Z3";

/// A question sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Sheet {
    pub(crate) format: String,
    pub(crate) vendor: String,
    pub(crate) tier: Option<Tier>,
    pub(crate) number: u32,
    pub(crate) corrects: Option<u32>,
    pub(crate) policy_version: u32,
    pub(crate) as_of: NaiveDate,
    pub(crate) needs_second_reader: bool,
    pub(crate) reviewer: Option<Hand>,
    pub(crate) second_reader: Option<Hand>,
    pub(crate) documents: Vec<Looked>,
    pub(crate) buyers: Vec<Buyer>,
    pub(crate) questions: Vec<Asked>,
    pub(crate) not_proved: Vec<Gap>,
    pub(crate) rules: Vec<Ruled>,
    pub(crate) verdict: Verdict,
    /// What the rules give for each service, where papers tell services apart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) services: Vec<ServiceVerdict>,
    pub(crate) because: Vec<Because>,
    pub(crate) holds_until: Option<NaiveDate>,
}

/// Who signed, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Hand {
    pub(crate) name: String,
    pub(crate) at: DateTime<Utc>,
}

/// A document that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Looked {
    pub(crate) document: DocumentId,
    pub(crate) kind: String,
    pub(crate) file_name: String,
    pub(crate) pages: u32,
    pub(crate) sha256: Sha256,
    pub(crate) main: bool,
}

/// One of the four questions that every buyer asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Buyer {
    pub(crate) question: String,
    pub(crate) answer: Option<String>,
    pub(crate) citations: Vec<Page>,
}

/// What the rules give for some of the services.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ServiceVerdict {
    pub(crate) name: String,
    pub(crate) verdict: Verdict,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Asked {
    pub(crate) id: String,
    pub(crate) question: String,
    pub(crate) applies: bool,
    pub(crate) why: String,
    pub(crate) suggested: Option<String>,
    pub(crate) suggested_result: Option<RuleOutcome>,
    pub(crate) citations: Vec<Page>,
    pub(crate) answer: Option<Answer>,
}

/// An answer with who gave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Answer {
    #[serde(flatten)]
    pub(crate) kept: Kept,
    pub(crate) by: String,
    pub(crate) at: DateTime<Utc>,
    pub(crate) done: bool,
}

/// A thing that the report does not prove.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Gap {
    pub(crate) topic: String,
    pub(crate) statement: String,
    pub(crate) filled_by: Option<String>,
    pub(crate) citations: Vec<Page>,
}

/// A rule with what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Ruled {
    pub(crate) code: String,
    pub(crate) outcome: RuleOutcome,
    pub(crate) required: String,
    pub(crate) found: String,
}

/// Something that decides the verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Because {
    pub(crate) code: String,
    pub(crate) title: String,
    pub(crate) outcome: RuleOutcome,
    pub(crate) found: String,
    pub(crate) change: Vec<String>,
    pub(crate) question: Option<String>,
}

impl Sheet {
    /// The questions that must be answered before the review is signed.
    pub(crate) fn open(&self) -> Vec<String> {
        let open = |asked: &&Asked| asked.applies && asked.id != SIGNATURES && !asked.is_done();
        self.questions.iter().filter(open).map(|asked| asked.id.clone()).collect()
    }

    /// What it looked at.
    pub(crate) fn looked(&self) -> LookedAt {
        let warned = self.rules.iter().filter(|rule| rule.outcome == RuleOutcome::Warn);
        LookedAt {
            documents: self.documents.iter().map(|document| document.document).collect(),
            warned: warned.map(|rule| rule.code.clone()).collect(),
        }
    }

    /// The canonical JSON and its hash.
    pub(crate) fn canonical(&self) -> Result<(String, Sha256), StoreError> {
        let value = serde_json::to_value(self).map_err(unexpected)?;
        let text = countersign_packet::canonical(&value);
        let sha256 = Sha256::of(text.as_bytes());
        Ok((text, sha256))
    }
}

impl Asked {
    /// Whether it is answered.
    pub(crate) fn is_done(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| answer.done)
    }

    /// Whether its answer are the signatures under the review.
    pub(crate) fn is_signatures(&self) -> bool {
        self.id == SIGNATURES
    }

    /// Whether the answer is the suggestion as it was made.
    pub(crate) fn is_as_suggested(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| {
            Some(&answer.kept.value) == self.suggested.as_ref() && answer.kept.result == self.suggested_result
        })
    }
}

/// The sheet of a finished review as it was frozen.
pub(crate) fn frozen(db: &Snapshot<'_>, id: countersign_domain::ReviewId) -> Result<Option<Sheet>, StoreError> {
    db.frozen_review(id)?.map(|text| serde_json::from_str(&text).map_err(unexpected)).transpose()
}

fn unexpected(error: serde_json::Error) -> StoreError {
    StoreError::Unexpected { detail: format!("a review: {error}") }
}

/// Works the sheet of a review out as it is now.
pub(super) fn make(db: &Snapshot<'_>, known: &Known, day: Day<'_>) -> Result<Sheet, StoreError> {
    let today = day.on;
    let given = answer::of_review(db, known.row.id)?;
    let (policy, facts) = acceptance::facts_under_review(db, &known.row, &given, day)?;
    let answered: Vec<Answered> = given.iter().map(Given::answered).collect();
    let suggestions = Suggestions::new(&facts, &policy, today);
    let conclusion = conclude(&facts, &policy, today);
    // What does not apply weighs nothing, even where it was answered before that was known.
    let made: Vec<_> = suggestions.all();
    let applying: Vec<Answered> = answered
        .into_iter()
        .filter(|answer| made.iter().any(|made| made.question == answer.question && made.applies))
        .collect();
    let together = answers::weigh(&conclusion, &applying, true);
    let reports: Vec<(Option<&str>, Option<&Evidence>)> =
        facts.by_service().map(|(name, facts)| (name, Case::new(facts, &policy, today).soc2())).collect();
    let hand = |who: Option<(countersign_domain::PersonId, DateTime<Utc>)>| {
        who.map(|(id, at)| Hand { name: people::name_in(&known.people, id), at })
    };
    let corrects = known.row.corrects.as_ref().and_then(|(id, _)| known.all.iter().find(|row| row.id == *id));
    let (reviewer, second_reader) = (hand(known.row.signed), hand(known.row.second_read));
    let tier = known.vendor.tier;
    let questions = questions::all()
        .iter()
        .zip(made)
        .map(|(question, made)| {
            let signatures =
                (question.id == SIGNATURES).then(|| signatures(reviewer.as_ref(), second_reader.as_ref(), day));
            let told = given.iter().find(|given| given.question == question.id);
            Asked {
                id: question.id.clone(),
                question: question.question.clone(),
                applies: made.applies,
                why: made.why,
                suggested: signatures.unwrap_or(made.answer),
                suggested_result: made.result,
                citations: made.citations.into_iter().map(Page::from).collect(),
                answer: told.map(|given| Answer {
                    kept: given.kept.clone(),
                    by: people::name_in(&known.people, given.by),
                    at: given.at,
                    done: given.answered().is_done(),
                }),
            }
        })
        .collect();
    Ok(Sheet {
        format: FORMAT.to_owned(),
        vendor: known.vendor.name.to_string(),
        tier,
        number: known.row.number,
        corrects: corrects.map(|row| row.number),
        policy_version: policy.version(),
        as_of: today,
        needs_second_reader: tier.is_some_and(|tier| policy.tier(tier).second_reader),
        documents: documents(db, known, &reports)?,
        buyers: buyers(&reports),
        questions,
        not_proved: not_proved(&facts, &policy, today)
            .into_iter()
            .map(|gap| Gap {
                topic: gap.topic.title().to_owned(),
                statement: gap.statement,
                filled_by: gap.filled_by,
                citations: gap.citations.into_iter().map(Page::from).collect(),
            })
            .collect(),
        rules: rules(&conclusion),
        verdict: together.verdict,
        services: conclusion
            .services
            .iter()
            .map(|one| ServiceVerdict { name: one.name.clone(), verdict: one.conclusion.verdict })
            .collect(),
        because: because(&conclusion, &together, &given),
        holds_until: conclusion.holds_until,
        reviewer,
        second_reader,
    })
}

/// Who reviewed and who read it again, in words; nothing before it is signed.
fn signatures(reviewer: Option<&Hand>, second: Option<&Hand>, day: Day<'_>) -> Option<String> {
    let said = |hand: &Hand, did: &str| format!("{} {did} on {}", hand.name, words::date(day.of(hand.at)));
    let reviewer = said(reviewer?, "reviewed");
    Some(second.map_or_else(|| reviewer.clone(), |second| format!("{reviewer}; {}", said(second, "read it again"))))
}

/// The reports that count, each with the services where papers tell services apart.
type Reports<'a> = [(Option<&'a str>, Option<&'a Evidence>)];

fn documents(db: &Snapshot<'_>, known: &Known, reports: &Reports<'_>) -> Result<Vec<Looked>, StoreError> {
    let counts = |id: DocumentId| reports.iter().any(|(_, report)| report.is_some_and(|report| report.id == id));
    let mut held = db.documents(DocumentFilter::FiledWith(known.vendor.id))?;
    held.sort_by_key(|row| (!counts(row.document.id), std::cmp::Reverse(row.summary.to), row.document.id));
    Ok(held
        .into_iter()
        .map(|row| Looked {
            document: row.document.id,
            kind: crate::names::json_name(row.summary.kind),
            file_name: row.document.file_name.to_string(),
            pages: row.document.pages,
            sha256: row.document.sha256,
            main: counts(row.document.id),
        })
        .collect())
}

/// The four questions that every buyer asks, from the reports that count.
fn buyers(reports: &Reports<'_>) -> Vec<Buyer> {
    type Said = fn(&Evidence) -> Option<(String, Vec<u32>)>;
    let buyer = |question: &str, said: Said| {
        let (mut answers, mut citations) = (Vec::new(), Vec::new());
        for (service, report) in reports {
            let found = report.and_then(|report| Some((report.id, said(report)?)));
            if let Some((document, (_, pages))) = &found {
                citations.extend(pages.iter().map(|page| Page { document: *document, page: *page }));
            }
            let answer = found.map(|(_, (answer, _))| answer);
            answers.extend(match service {
                Some(name) => Some(for_service(name, answer.as_deref().unwrap_or("not known"))),
                None => answer,
            });
        }
        let answer = Some(sentences(&answers)).filter(|answer| !answer.is_empty());
        Buyer { question: question.to_owned(), answer, citations }
    };
    vec![
        buyer("Which categories were examined?", categories),
        buyer("For which time?", time),
        buyer("Who examined?", firm),
        buyer("What did they find?", findings),
    ]
}

fn categories(report: &Evidence) -> Option<(String, Vec<u32>)> {
    let covered = report.categories.as_ref()?;
    let titles: Vec<&str> = covered.value.iter().map(|category| category.title()).collect();
    Some((words::list(&titles), covered.pages.clone()))
}

fn time(report: &Evidence) -> Option<(String, Vec<u32>)> {
    if let Some(day) = &report.as_of {
        return Some((format!("On {} only", words::date(day.value)), day.pages.clone()));
    }
    let end = report.period_end.as_ref()?;
    let said = match &report.period_start {
        Some(start) => format!("{} to {}", words::date(start.value), words::date(end.value)),
        None => format!("Until {}", words::date(end.value)),
    };
    Some((said, end.pages.clone()))
}

fn firm(report: &Evidence) -> Option<(String, Vec<u32>)> {
    let firm = report.firm.as_ref()?;
    let place = report.firm_location.as_ref().map(|place| format!(", {}", place.value)).unwrap_or_default();
    Some((format!("{}{place}", firm.value), firm.pages.clone()))
}

fn findings(report: &Evidence) -> Option<(String, Vec<u32>)> {
    use countersign_domain::Opinion as O;
    let opinion = report.opinion.as_ref()?;
    let kind = match opinion.value {
        O::Unqualified => "Unqualified opinion",
        O::Qualified => "Qualified opinion",
        O::Adverse => "Adverse opinion",
        O::Disclaimer => "Disclaimer of opinion",
    };
    let mut pages = opinion.pages.clone();
    let said = match &report.exceptions {
        Some(exceptions) => {
            pages.extend(&exceptions.pages);
            format!("{kind}, {}", words::count(exceptions.count.into(), "exception"))
        }
        None => format!("{kind}; the tests were not read"),
    };
    Some((said, pages))
}

fn rules(conclusion: &Conclusion) -> Vec<Ruled> {
    let ruled = |weighed: &countersign_policy::verdict::Weighed| Ruled {
        code: weighed.result.code.to_owned(),
        outcome: weighed.result.outcome,
        required: weighed.result.required.to_string(),
        found: weighed.result.found.to_string(),
    };
    conclusion.results.iter().map(ruled).collect()
}

/// What decides, each with what would change it.
fn because(conclusion: &Conclusion, together: &Together, given: &[Given]) -> Vec<Because> {
    let note = "A note, a condition or a deviation answers it";
    let mut because: Vec<Because> = conclusion
        .results
        .iter()
        .filter(|weighed| conclusion.deciding.contains(&weighed.result.code))
        .map(|weighed| {
            let result = &weighed.result;
            let rule = Rule::of_code(result.code);
            let mut change: Vec<String> = result.asks.iter().map(countersign_policy::Ask::line).collect();
            match (result.outcome, result.acceptable_by) {
                (RuleOutcome::Warn, _) if weighed.is_open() => change.push(note.to_owned()),
                (RuleOutcome::Fail, Some(rank)) if weighed.is_open() => {
                    change.push(format!("May be accepted for a time by: {}", rank.title()));
                }
                (RuleOutcome::Fail, None) => change.push("Nobody may accept it".to_owned()),
                _ => {}
            }
            Because {
                code: result.code.to_owned(),
                title: rule.map_or_else(String::new, |rule| rule.title.to_owned()),
                outcome: result.outcome,
                found: result.found.to_string(),
                change,
                question: rule.and_then(|rule| rule.questions.first()).map(|id| (*id).to_owned()),
            }
        })
        .collect();
    let by_answer = [
        (&together.failed, RuleOutcome::Fail, "Answer it otherwise once that is true, or escalate"),
        (&together.unknown, RuleOutcome::Missing, "Find out, and answer it"),
        (&together.unexplained, RuleOutcome::Warn, "A note says why it can be lived with"),
    ];
    for (questions, outcome, change) in by_answer {
        because.extend(questions.iter().map(|id| {
            let found = given.iter().find(|given| given.question == *id);
            Because {
                code: id.clone(),
                title: questions::of_id(id).map_or_else(String::new, |question| question.question.clone()),
                outcome,
                found: found.map_or_else(String::new, |given| given.kept.value.clone()),
                change: vec![change.to_owned()],
                question: Some(id.clone()),
            }
        }));
    }
    because
}
