//! Where a figure, a rule or an item comes from, in words for people. The code and its data name origins shortly: "§4.2" is a
//! chapter of the description of practice on which this program is built, "S04" a published source, "[J]" a default of ours
//! inside the range that sources show. Nobody who reads a screen has that list: [`origin`] writes it out.

/// The chapters, by their numbers.
const CHAPTERS: [(&str, &str); 49] = [
    ("0", "what shaped this program"),
    ("1", "the words of the field"),
    ("2", "the Trust Services Criteria"),
    ("3", "the review of a report"),
    ("3.0", "taking in a document"),
    ("3.1", "the scope of a report"),
    ("3.2", "dates and type of a report"),
    ("3.3", "the opinion"),
    ("3.4", "exceptions"),
    ("3.5", "complementary user entity controls"),
    ("3.6", "subservice organizations"),
    ("3.7", "what a report does not prove"),
    ("3.8", "how reliable a report is"),
    ("3.8b", "concluding a review"),
    ("3.9", "judging other documents"),
    ("4", "the acceptance policy"),
    ("4.1", "classes of vendors"),
    ("4.2", "arithmetic of dates"),
    ("4.3", "defaults by class"),
    ("4.4", "categories by data"),
    ("4.5", "how a verdict follows"),
    ("4.6", "checking a firm"),
    ("5", "exceptions and findings"),
    ("5.1", "what is recorded of an exception"),
    ("5.2", "severity of an exception"),
    ("5.3", "the course of a finding"),
    ("5.4", "times to answer and to mend"),
    ("5.5", "accepting a risk"),
    ("6", "the life of a vendor"),
    ("6.1", "the intake checklist"),
    ("6.2", "the due diligence checklist"),
    ("6.3", "the decision checklist"),
    ("6.4", "the contract checklist"),
    ("6.5", "the monitoring checklist"),
    ("6.6", "the renewal checklist"),
    ("6.7", "the offboarding checklist"),
    ("6.8", "continuity and escrow"),
    ("7", "the packet"),
    ("7.1", "the pages of a packet"),
    ("7.2", "who signs"),
    ("7.3", "what an auditor of ours asks for"),
    ("8", "vendors without a SOC 2 report"),
    ("8.1", "why there is no report"),
    ("8.2", "substitutes for a report"),
    ("8.3", "the path without a report"),
    ("8.4", "a report of poor quality"),
    ("9", "figures of all vendors"),
    ("10", "how reports are worded"),
    ("10.1", "how reports are read"),
];

/// The published sources, by their numbers.
const SOURCES: [(&str, &str); 61] = [
    ("S01", "AICPA, Trust Services Criteria (2022)"),
    ("S02", "AICPA, Information for Service Organization Management"),
    ("S03", "SOC 2 Quality Guild, Reliability Rubric"),
    ("S04", "GitLab handbook"),
    ("S05", "University of Virginia, Vendor Security Review"),
    ("S06", "Drata help"),
    ("S07", "Vanta help"),
    ("S08", "thoropass.com"),
    ("S09", "socvantage.com"),
    ("S10", "trustnetinc.com"),
    ("S11", "venminder.com"),
    ("S12", "kfinancial.com"),
    ("S13", "macpas.com"),
    ("S14", "SOC Report Review Template 1.0"),
    ("S15", "warrenaverett.com"),
    ("S16", "legalclarity.org"),
    ("S17", "Sushegaad, third-party risk guide"),
    ("S18", "public notes on AICPA SOC reporting"),
    ("S19", "Keiter CPA"),
    ("S20", "assureprofessional.net"),
    ("S21", "schellman.com"),
    ("S22", "linfordco.com"),
    ("S23", "wolfandco.com"),
    ("S24", "gbq.com"),
    ("S25", "soc-review.com"),
    ("S26", "baremetalcyber.com"),
    ("S27", "auditpath.io"),
    ("S28", "thirdproof.ai"),
    ("S29", "complirun.com"),
    ("S30", "cyentrix.com"),
    ("S31", "chiarohq.com"),
    ("S32", "lorikeetsecurity.com"),
    ("S33", "certpro.com"),
    ("S34", "US Interagency Guidance on Third-Party Relationships (2023)"),
    ("S35", "FFIEC IT Handbook"),
    ("S36", "UK NCSC, supply chain guidance"),
    ("S37", "NIST CSF 2.0"),
    ("S38", "DORA, register of information"),
    ("S39", "thirdpartythinktank.com"),
    ("S40", "collections of key risk indicators"),
    ("S41", "templates for accepting risks"),
    ("S42", "cloudanzen.ai"),
    ("S43", "templates for vendor risk"),
    ("S44", "guides of escrow agents"),
    ("S45", "guides to offboarding"),
    ("S46", "soc2-auditors.com"),
    ("S47", "a published SOC 3 report"),
    ("S48", "AICPA, illustrative report"),
    ("S49", "published report parsers"),
    ("S50", "published example reports"),
    ("S51", "guides to the description criteria"),
    ("S52", "guides to choosing categories"),
    ("S53", "a published SOC 2 vendor checklist"),
    ("S54", "bastion.tech"),
    ("S55", "BYU-Idaho, security review form"),
    ("S56", "canadiancyber.ca"),
    ("S58", "fanruan.com"),
    ("S59", "vendorlens.io"),
    ("S60", "Tailscale, vendor review policy"),
    ("S61", "auditbadger.com"),
    ("S62", "published templates of requests to vendors"),
];

/// Writes an origin out: "[J] §4.2; S53: 2-4 months" is "Our own default: arithmetic of dates; a published SOC 2 vendor
/// checklist: 2-4 months". What is no short name stays as it is written.
pub fn origin(short: &str) -> String {
    let mut said = String::with_capacity(short.len() * 3);
    let mut named = false;
    for word in short.replace("practice.md", "").replace("[J] §", "[J]: §").split_whitespace() {
        let (open, rest) = word.strip_prefix('(').map_or(("", word), |rest| ("(", rest));
        let end = rest.find([';', ',', ':', ')']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        // A question's number stands beside its chapter and is shown by itself.
        if named && is_question(name) {
            said.push_str(after);
            continue;
        }
        let written = written_out(name);
        if !said.is_empty() {
            // Names one after the other are a list.
            let beside = named && written.is_some() && open.is_empty() && !said.ends_with([',', ';', ':']);
            said.push_str(if beside { ", " } else { " " });
        }
        named = written.is_some();
        said.push_str(open);
        said.push_str(written.as_deref().unwrap_or(name));
        said.push_str(after);
    }
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The words of one short name or of a range of sources; `None` where it is no name.
fn written_out(name: &str) -> Option<String> {
    if name == "[J]" {
        return Some("our own default".to_owned());
    }
    if let Some(number) = name.strip_prefix('§') {
        return find(&CHAPTERS, number).map(str::to_owned);
    }
    if name.strip_prefix("Seed").is_some_and(|number| number.parse::<u8>().is_ok()) {
        return Some("introductions to the field".to_owned());
    }
    let (first, last) = name.split_once(['-', '–']).unwrap_or((name, name));
    let (first, last) = (source_number(first)?, source_number(last)?);
    let titles: Vec<&str> = (first..=last).filter_map(|number| find(&SOURCES, &format!("S{number:02}"))).collect();
    (!titles.is_empty()).then(|| titles.join(", "))
}

/// The number of "S43b".
fn source_number(name: &str) -> Option<u8> {
    name.strip_prefix('S')?.trim_end_matches(['a', 'b', 'c']).parse().ok()
}

fn is_question(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|first| first.is_ascii_uppercase() && first != 'S')
        && !letters.as_str().is_empty()
        && letters.all(|letter| letter.is_ascii_digit())
}

fn find<'a>(list: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    list.iter().find(|(known, _)| *known == name).map(|(_, title)| *title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{questions, rules, standard};

    #[test]
    fn short_names_become_words_and_other_words_stay() {
        assert_eq!(
            origin("[J] §4.2; S53: 2-4 months"),
            "Our own default: arithmetic of dates; a published SOC 2 vendor checklist: 2-4 months"
        );
        assert_eq!(origin("practice.md §3.2 C5, §4.2"), "Dates and type of a report, arithmetic of dates");
        assert_eq!(origin("S04 S17"), "GitLab handbook, Sushegaad, third-party risk guide");
        assert_eq!(origin("S10-S11, S44"), "Trustnetinc.com, venminder.com, guides of escrow agents");
        assert_eq!(
            origin("S05 (6); S04 (12); rest [J]"),
            "University of Virginia, Vendor Security Review (6); GitLab handbook (12); rest our own default"
        );
        assert_eq!(origin("our board, 2026"), "Our board, 2026");
        assert_eq!(origin(""), "");
    }

    #[test]
    fn nothing_that_people_are_shown_keeps_a_short_name() {
        let settings = standard::setting::ALL.iter().map(|setting| setting.source.to_owned());
        let fixed = standard::FIXED.iter().map(|fixed| fixed.source.to_owned());
        let rules = rules::ALL.iter().map(|rule| rule.source.to_owned());
        let asked = questions::all().iter().map(|question| question.source.clone());
        for short in settings.chain(fixed).chain(rules).chain(asked) {
            let said = origin(&short);
            let kept = said.split(|c: char| !c.is_alphanumeric()).any(|word| source_number(word).is_some());
            assert!(!kept && !said.contains(['§', '[']) && !said.contains("Seed"), "{short:?} is {said:?}");
        }
    }
}
