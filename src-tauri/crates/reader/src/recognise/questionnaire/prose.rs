//! Questionnaires in prose.
//!
//! **Reads** numbered questions and the paragraphs under each of them.
//! **Accepts** `Q1.`, `Question 4:`, `1.2`, `A&A-01.1`, with or without `Answer:` before the answer.
//! **Refuses** numbered headings: without a question mark only `Q` and `Question` make a question.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::reading::QuestionAnswer;

use super::choice;
use crate::pattern::{Pattern, pattern};
use crate::text::Flow;

/// Longest question, in bytes.
const LONGEST: usize = 900;

static QUESTION: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\s*(?:(?P<q>q(?:uestion)?)\s*\.?\s*(?P<a>\d{1,3}(?:\.\d{1,3})*)\s*[.:)-]*|(?P<b>\d{1,3}(?:\.\d{1,3}){0,3})\s*[.):-]?|(?P<c>[a-z&]{1,6}-\d{1,3}(?:\.\d{1,2})?)\s*[.:]?)\s+(?P<words>\S.*)$",
    )
});
static HEADING: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^\s*\d{1,3}(?:\.\d{1,3})*[.)]?\s+[^.?!]{2,60}$"));

/// A question where it stands.
struct Asked {
    id: String,
    words: Range<usize>,
    whole: Range<usize>,
}

/// Reads the answers.
pub(super) fn read(flow: &Flow<'_>) -> Vec<QuestionAnswer> {
    let text = flow.text();
    let mut answers = Vec::new();
    let mut asked: Option<(Asked, Option<Range<usize>>)> = None;
    let mut at = 0;
    for paragraph in text.split('\n') {
        let range = at..at + paragraph.len();
        at = range.end + 1;
        if let Some(next) = question(paragraph, range.start) {
            answers.extend(asked.take().and_then(|(asked, answer)| finish(flow, asked, answer)));
            // What stands behind the question mark on the same line is its answer.
            let rest = next.words.end..range.end;
            let behind = text[rest.clone()].contains(char::is_alphanumeric).then_some(rest);
            asked = Some((next, behind));
        } else if let Some((_, answer)) = &mut asked {
            if HEADING.is_match(paragraph) {
                answers.extend(asked.take().and_then(|(asked, answer)| finish(flow, asked, answer)));
            } else {
                let start = answer.as_ref().map_or(range.start, |a| a.start);
                *answer = Some(start..range.end);
            }
        }
    }
    answers.extend(asked.and_then(|(asked, answer)| finish(flow, asked, answer)));
    answers
}

fn question(paragraph: &str, from: usize) -> Option<Asked> {
    let found = QUESTION.captures(paragraph)?;
    let words = found.name("words")?;
    let mark = paragraph[words.start()..].rfind('?').map(|at| words.start() + at + 1);
    let sure = found.name("q").is_some();
    let end = match mark {
        Some(end) => end,
        None if sure => paragraph.len(),
        None => return None,
    };
    let id = ["a", "b", "c"].iter().find_map(|name| found.name(name))?.as_str().to_owned();
    (end - words.start() <= LONGEST).then(|| Asked {
        id,
        words: from + words.start()..from + end,
        whole: from + paragraph.len() - paragraph.trim_start().len()..from + end,
    })
}

fn finish(flow: &Flow<'_>, asked: Asked, answer: Option<Range<usize>>) -> Option<QuestionAnswer> {
    let mut citations = flow.cite(asked.whole);
    let mut said = QuestionAnswer {
        id: Some(asked.id),
        question: flow.original(asked.words),
        answer: None,
        comment: None,
        citations: Vec::new(),
    };
    if let Some(range) = answer {
        let (choice, rest) = choice::split(&flow.text()[range.clone()]);
        let within = |part: Range<usize>| flow.original(range.start + part.start..range.start + part.end);
        said.answer = Some(within(choice)).filter(|words| !words.is_empty());
        said.comment = rest.map(within);
        citations.extend(flow.cite(range));
    }
    said.citations = citations;
    (!said.citations.is_empty()).then_some(said)
}
