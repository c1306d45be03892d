//! The firm that examined what a bridge letter bridges.
//!
//! **Reads** "examined by Birch & Cedar LLP", "engages Birch & Cedar LLP to perform", "issued by Birch & Cedar LLP".
//! **Accepts** a name that has a form of firms of accountants.
//! **Refuses** the sender, and "an independent auditor" without a name.

use std::sync::LazyLock;

use countersign_domain::Fact;

use crate::pattern::{Pattern, exact};
use crate::recognise::{auditor_firm, names};
use crate::text::Flow;

static EXAMINED_BY: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"\b(?:(?:examined|issued|performed|conducted|prepared|audited|completed|attested|signed|provided) by|(?:engage[sd]?|engaging|retain(?:s|ed)|appoint(?:s|ed))|auditors?,?|firm(?: of)?,?|accountants?,?) (?:(?:its|our|the|an?|independent|third-party|external|service|auditors?|CPA|firm|licensed|accountants?|of),? ){0,6}(?P<name>\p{Lu}[\w&.'-]*(?:,? (?:\p{Lu}[\w&.'-]*|&|and|of)){0,7})",
    )
});

/// Reads the name.
pub(super) fn read(flow: &Flow<'_>, sender: Option<&str>) -> Option<Fact<String>> {
    EXAMINED_BY.captures_iter(flow.text()).take(12).find_map(|found| {
        let caught = found.name("name")?;
        let form = form(caught.as_str())?;
        let range = caught.start()..caught.start() + form;
        let name = names::name(&flow.original(range.clone()))?;
        // The stop of a sentence is none of "LLP"; that of "P.C." is its own.
        let name = name.strip_suffix("LLP.").map_or(name.clone(), |bare| format!("{bare}LLP"));
        let own = sender.is_some_and(|s| names::stem(s) == names::stem(&name));
        (!own).then(|| flow.fact(name, found.get(0)?.start()..range.end)).flatten()
    })
}

/// Where the name ends: the shortest beginning that is surely one of accountants.
fn form(words: &str) -> Option<usize> {
    let mut ends = words.char_indices().filter(|(_, c)| " ,".contains(*c)).map(|(at, _)| at).chain([words.len()]);
    ends.find(|end| auditor_firm::is_accountants(words[..*end].trim_end_matches([',', ' '])))
}

#[cfg(test)]
mod tests {
    use crate::recognise::testing::reading;

    fn auditor(said: &str) -> Option<String> {
        let letter = format!(
            "# Heron Analytics, Inc.\nJanuary 9, 2032\nDear Customer,\nThis is the bridge letter to our SOC 2 Type 2 report. {said} We are not aware of any material changes.\nSincerely,\nAnn Wren"
        );
        reading(&letter).auditor_firm.map(|f| f.value)
    }

    #[test]
    fn the_letter_says_who_examined() {
        for said in [
            "Heron engages Birch & Cedar LLP to perform an annual examination.",
            "The report was issued by Birch & Cedar LLP on its platform.",
            "The examination was conducted by our independent auditor, Birch & Cedar LLP.",
            "It was performed by the CPA firm Birch & Cedar LLP, covering a year.",
        ] {
            assert_eq!(auditor(said).as_deref(), Some("Birch & Cedar LLP"), "in: {said}");
        }
        for said in ["It was examined by an independent auditor.", "It was issued by Heron Analytics, Inc. in May."] {
            assert_eq!(auditor(said), None, "nobody in: {said}");
        }
    }
}
