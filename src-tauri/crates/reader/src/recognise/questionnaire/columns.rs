//! Which column of a questionnaire holds what.
//!
//! **Reads** the head of a table or of a sheet.
//! **Accepts** the heads of CAIQ, HECVAT and SIG and of a company's own form, letters alone: narrow columns break words.
//! **Refuses** heads without a question or without an answer.

use crate::text::normal::squash;

/// Where the parts of an answer stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(crate) id: Option<usize>,
    pub(crate) question: usize,
    pub(crate) answer: usize,
    pub(crate) comment: Option<usize>,
}

/// Longest head of a column of questions, letters alone.
const LONGEST: usize = 30;
/// Heads of comments, the surest first.
const COMMENTS: [&str; 9] = [
    "implementationdescription",
    "additionalinformation",
    "explanation",
    "comment",
    "justification",
    "notes",
    "details",
    "remarks",
    "evidence",
];

/// Reads a head.
pub(crate) fn find<'a>(head: impl IntoIterator<Item = &'a str>) -> Option<Columns> {
    let head: Vec<String> = head.into_iter().map(squash).collect();
    let place = |fits: &dyn Fn(&str) -> bool| head.iter().position(|h| fits(h));
    let is_id = |h: &str| {
        const NUMBERS: [&str; 6] = ["id", "no", "nr", "number", "ref", "reference"];
        matches!(h, "qid" | "item" | "controlid" | "q") || NUMBERS.contains(&h.strip_prefix("question").unwrap_or(h))
    };
    let is_question = |h: &str| {
        let bare = h.trim_end_matches('s');
        (bare.ends_with("question") || h.starts_with("question"))
            && !is_id(h)
            && h.len() <= LONGEST
            && h != "questionnaire"
    };
    let question = place(&is_question)?;
    let is_answer = |h: &str| (h.contains("answer") || h.contains("response") || h == "yesno") && h.len() <= 50;
    let answer = head.iter().enumerate().position(|(at, h)| at != question && is_answer(h))?;
    let others = |h: &str, at: usize| at != question && at != answer && h.len() <= 80;
    let comment =
        COMMENTS.iter().find_map(|word| head.iter().enumerate().position(|(at, h)| others(h, at) && h.contains(word)));
    Some(Columns { id: place(&is_id), question, answer, comment })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_in_many_words() {
        let columns = |id, question, answer, comment| Some(Columns { id, question, answer, comment });
        for (head, expected) in [
            (
                vec![
                    "Questi on ID",
                    "Question",
                    "CSP CAIQ Answer",
                    "SSRM Control Ownership",
                    "CSP Implementation Description (Optional)",
                ],
                columns(Some(0), 1, 2, Some(4)),
            ),
            (vec!["ID", "Question", "Vendor Answers", "Additional Information"], columns(Some(0), 1, 2, Some(3))),
            (vec!["Ques Num", "Question/Request", "Response", "Comments"], columns(None, 1, 2, Some(3))),
            (vec!["Question", "Answer"], columns(None, 0, 1, None)),
            (vec!["Question", "Owner"], None),
            (vec!["Severity", "Count"], None),
        ] {
            assert_eq!(find(head.iter().copied()), expected, "head: {head:?}");
        }
    }
}
