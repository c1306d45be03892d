//! The questions to a vendor about what is found (`practice.md` §5.2 "response credibility", §6.6): only what its response does
//! not say yet is asked.

use crate::{
    request::{Correspondents, RequestLetter},
    words,
};
use countersign_domain::finding::{Response, Said};

/// A finding that the vendor is asked about.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Our name for it, by which the vendor answers; `None` while it is not recorded.
    pub label: Option<&'a str>,
    /// What it is called here.
    pub title: &'a str,
    /// What was read or entered.
    pub said: &'a Said,
    /// What the response gives already.
    pub response: Response,
}

/// Writes the questions; `None` where there is nothing to ask about.
pub fn letter(asked: &[Asked<'_>], who: Correspondents<'_>) -> Option<RequestLetter> {
    if asked.is_empty() {
        return None;
    }
    let greeting = who.contact.map_or_else(|| "Hello,".to_owned(), |name| format!("Dear {name},"));
    let us = who.company.unwrap_or("our company");
    let several = asked.len() > 1;
    let parts: Vec<String> = asked.iter().enumerate().map(|(at, one)| part(several.then_some(at + 1), *one)).collect();
    let closing = who.sender.map_or_else(|| "Kind regards".to_owned(), |sender| format!("Kind regards\n{sender}"));
    let body = format!(
        "{greeting}\n\nin following up our review of {vendor} as a supplier of {us} we have questions about {what}:\n\n{parts}\n\n\
         Please answer by {by}, or tell us when we can expect it. What you send is kept in confidence and read only by those who \
         take part in the review.\n\n{closing}\n",
        vendor = who.vendor,
        what = if several { format!("{} points", asked.len()) } else { "one point".to_owned() },
        parts = parts.join("\n\n"),
        by = words::date(who.answer_by),
    );
    let subject = match asked {
        [one] => format!("Question about {}: {}", who.vendor, one.label.unwrap_or(one.title)),
        _ => format!("Questions about {}: {} points", who.vendor, asked.len()),
    };
    Some(RequestLetter { subject, body })
}

fn part(number: Option<usize>, asked: Asked<'_>) -> String {
    let said = asked.said;
    let number = number.map(|number| format!("{number}. ")).unwrap_or_default();
    let label = asked.label.map(|label| format!("{label}: ")).unwrap_or_default();
    let mut place: Vec<String> = said.control_id.iter().map(|id| format!("control {id}")).collect();
    if !said.criteria.is_empty() {
        place.push(said.criteria.join(", "));
    }
    if let Some(citation) = said.citations.first() {
        place.push(format!(
            "page {} of your report",
            citation.label.clone().unwrap_or_else(|| citation.page.to_string())
        ));
    }
    let place = if place.is_empty() { String::new() } else { format!(" ({})", place.join("; ")) };
    let questions: Vec<String> = questions(asked).into_iter().map(|question| format!("   - {question}")).collect();
    let quote = said.result.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{number}{label}{}{place}\n   \u{201c}{quote}\u{201d}\n{}", asked.title, questions.join("\n"))
}

/// What the response does not say, and what no report can say.
fn questions(asked: Asked<'_>) -> Vec<&'static str> {
    let Response { cause, fix, dated, proof } = asked.response;
    let missing = [
        (cause, "What caused it?"),
        (fix, "What was changed so that it does not happen again?"),
        (dated, "Since when is the change in effect?"),
        (proof, "Who answers for it, and was it tested again? Please send what shows it."),
    ];
    let missing = missing.into_iter().filter(|(given, _)| !given).map(|(_, question)| question);
    missing.chain(["Was our data or our service affected in any case?"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use countersign_domain::Citation;

    #[test]
    fn the_vendor_is_asked_only_what_it_has_not_said() {
        let said = Said {
            control_id: Some("AC-04".to_owned()),
            criteria: vec!["CC6.2".to_owned()],
            result: "For 2 of 25 leavers  access was\nremoved late.".to_owned(),
            citations: vec![Citation {
                page: 41,
                label: Some("37".to_owned()),
                quote: String::new(),
                rects: Vec::new(),
            }],
            ..Said::default()
        };
        let response = Response { cause: true, ..Response::default() };
        let asked = Asked { label: Some("EX-007"), title: "Leaver access removed late", said: &said, response };
        let who = Correspondents {
            vendor: "Northwind Ledger",
            contact: None,
            company: Some("Contoso"),
            sender: Some("Ada Example"),
            answer_by: "2026-03-27".parse().expect("a day"),
        };
        let one = letter(&[asked], who).expect("there is something to ask");
        assert_eq!(one.subject, "Question about Northwind Ledger: EX-007");
        let expected = "EX-007: Leaver access removed late (control AC-04; CC6.2; page 37 of your report)\n   \u{201c}For 2 of 25 \
                        leavers access was removed late.\u{201d}\n   - What was changed";
        assert!(one.body.contains(expected), "{}", one.body);
        assert!(!one.body.contains("What caused it?"), "the response says it");
        assert!(one.body.contains("by 27 March 2026"));
        let two = letter(&[asked, asked], who).expect("there is something to ask");
        assert!(two.body.contains("\n\n2. EX-007"), "each has its number: {}", two.body);
        assert_eq!(letter(&[], who), None);
    }
}
