//! A questionnaire with its answers.
//!
//! **Reads** which questionnaire it is, its version, and every question with what was answered.
//! **Where**: tables whose head names a question and an answer; else numbered questions with the paragraphs under them.
//! **Accepts** CAIQ, HECVAT, SIG and a company's own form; a choice ("Yes") apart from what is written besides.
//! **Refuses** tables that have no column of answers, and questions without a number in prose: they may be headings.

mod choice;
mod columns;
mod prose;
mod rows;
mod ruled;
mod title;

use countersign_domain::reading::Questionnaire;

use crate::table::Table;
use crate::text::Text;

/// Reads a questionnaire in the order of its lines.
pub(crate) fn read(text: &Text<'_>, tables: &[Table<'_>]) -> Questionnaire {
    let flow = text.all();
    let mut answers = ruled::read(text);
    if answers.is_empty() {
        answers = rows::read(tables);
    }
    if answers.is_empty() {
        answers = prose::read(&flow);
    }
    Questionnaire {
        name: title::name(&flow),
        version: title::version(&flow),
        questions: u32::try_from(answers.len()).unwrap_or(u32::MAX),
        answers,
    }
}

#[cfg(test)]
mod tests {
    use countersign_domain::reading::Questionnaire;

    use crate::recognise::testing::{of_pages, reading};
    use crate::table::testing::{Press, Ruling};

    /// Number, question, answer, comment.
    type Row<'a> = (Option<&'a str>, &'a str, Option<&'a str>, Option<&'a str>);

    fn rows(found: &Questionnaire) -> Vec<Row<'_>> {
        found
            .answers
            .iter()
            .map(|a| (a.id.as_deref(), a.question.as_str(), a.answer.as_deref(), a.comment.as_deref()))
            .collect()
    }

    #[test]
    fn numbered_questions_with_paragraphs_under_them() {
        let found = reading(
            "# Vendor Security Questionnaire v2.1\nVendor: Heron Analytics, Inc.\n## Q1. Do you test your backups?\nYes. Every quarter a backup is restored.\nThe result is written down.\n## Q2. Where are data kept?\nIn two regions of one country.\n## Q3. Do you have a policy on passwords?\nNo",
        );
        let questionnaire = found.questionnaire.expect("read");
        assert_eq!(
            rows(&questionnaire),
            [
                (
                    Some("1"),
                    "Do you test your backups?",
                    Some("Yes"),
                    Some("Every quarter a backup is restored. The result is written down.")
                ),
                (Some("2"), "Where are data kept?", Some("In two regions of one country."), None),
                (Some("3"), "Do you have a policy on passwords?", Some("No"), None),
            ],
            "three answers"
        );
        assert_eq!(questionnaire.questions, 3, "the number of them");
        assert_eq!(questionnaire.version.map(|f| f.value).as_deref(), Some("2.1"), "version");
        let cited: Vec<_> = questionnaire.answers[0].citations.iter().map(|c| c.quote.as_str()).collect();
        assert_eq!(cited[0], "Q1. Do you test your backups?", "the question is cited");
        assert!(cited[1].starts_with("Yes. Every quarter"), "and its answer");
    }

    #[test]
    fn a_table_with_choices_and_comments() {
        let pages = Press::new(&[60.0, 130.0, 300.0, 370.0, 550.0], Ruling::Full)
            .heading("Consensus Assessments Initiative Questionnaire v4.0.3")
            .head(&["Question ID", "Question", "CSP CAIQ Answer", "CSP Implementation Description"])
            .row(&["A&A-01.1", "Are audit policies established?", "Yes", "They are reviewed every year."])
            .row(&["A&A-01.2", "Are they reviewed?", "No", ""])
            .row(&["IAM-02.1", "Is access granted by role?", "NA", "No staff of ours has access."])
            .build();
        let questionnaire = of_pages(&pages).questionnaire.expect("read");
        assert_eq!(
            rows(&questionnaire),
            [
                (
                    Some("A&A-01.1"),
                    "Are audit policies established?",
                    Some("Yes"),
                    Some("They are reviewed every year.")
                ),
                (Some("A&A-01.2"), "Are they reviewed?", Some("No"), None),
                (Some("IAM-02.1"), "Is access granted by role?", Some("NA"), Some("No staff of ours has access.")),
            ],
            "one for each row"
        );
        assert_eq!(questionnaire.name.map(|f| f.value).as_deref(), Some("CAIQ"), "by its short name");
        assert_eq!(questionnaire.version.map(|f| f.value).as_deref(), Some("4.0.3"), "version");
    }

    #[test]
    fn a_row_that_a_page_end_divides_is_one_answer() {
        let pages = Press::new(&[60.0, 130.0, 300.0, 370.0, 550.0], Ruling::Full)
            .heading("Consensus Assessments Initiative Questionnaire v4.0.3")
            .head_once()
            .head(&["Question ID", "Question", "CSP CAIQ Answer", "CSP Implementation Description"])
            .row(&["A&A-01.1", "Are audit policies established?", "Yes", "They are"])
            .row(&["", "Are they reviewed by", "No", "See the answer to the question before."])
            .page()
            .row(&["A&A-01.2", "management every year?", "", ""])
            .row(&["A&A-02.1", "Are there audits?", "Yes", "Each year."])
            .build();
        let questionnaire = of_pages(&pages).questionnaire.expect("read");
        assert_eq!(
            rows(&questionnaire)[1..],
            [
                (
                    Some("A&A-01.2"),
                    "Are they reviewed by management every year?",
                    Some("No"),
                    Some("See the answer to the question before.")
                ),
                (Some("A&A-02.1"), "Are there audits?", Some("Yes"), Some("Each year.")),
            ],
            "its number stands on the second page"
        );
        let pages: Vec<u32> = questionnaire.answers[1].citations.iter().map(|c| c.page).collect();
        assert_eq!(pages, [1, 1, 1, 2], "question, answer and comment, and the rest of the question");
    }

    #[test]
    fn a_field_without_an_answer_stays_empty_and_headings_are_no_questions() {
        let found = reading(
            "# Vendor Security Questionnaire\n1. Governance\n1.1 Is there a policy?\nYes\n1.2 Who approves it?\n1.3 How often is it reviewed?\nEvery year.\n2. Access\n2.1 Is access reviewed?\nNo, not yet.",
        );
        let questionnaire = found.questionnaire.expect("read");
        assert_eq!(
            rows(&questionnaire),
            [
                (Some("1.1"), "Is there a policy?", Some("Yes"), None),
                (Some("1.2"), "Who approves it?", None, None),
                (Some("1.3"), "How often is it reviewed?", Some("Every year."), None),
                (Some("2.1"), "Is access reviewed?", Some("No"), Some("not yet.")),
            ],
            "headings are left out"
        );
    }
}
