//! Complementary user entity controls, and user entity responsibilities.
//!
//! **Reads** what the customer is to do so that the criteria or control objectives are met (`practice.md` §10, §10.1
//! rule 8), the sentence that says that there is nothing, and what it is to do besides.
//! **Where**: below the headings in use for them; the sentence that there are none in the auditor's report and the
//! description too.
//! **Accepts** bullets, numbered items, tables with the criterion left or right, and sentences.
//! **Refuses** sentences about the vendor and what stands around every list. A list headed "responsibilities" is one of
//! controls only where its section ties it to the criteria, or the auditor's report counts on complementary controls and
//! no other section lists them.

use std::sync::LazyLock;

use countersign_domain::Fact;
use countersign_domain::reading::UserEntityControl;

use super::lists::items::{self, Item, Whose};
use super::lists::none::{opens_with_none, says_none};
use super::lists::piece::Piece;
use super::lists::{Known, Section, Topic, Vendor, wording};
use super::parts::Parts;
use crate::pattern::{Pattern, pattern};
use crate::text::Flow;
use crate::text::sentence::sentences;

const CUEC: &str =
    r"(?:complementary (?:user|customer|client)[- ](?:entity |organi[sz]ation )?controls?(?: \(cuecs?\))?|cuecs?)";
static NONE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\bno (?:(?:specific|additional|such|relevant|particular|other) )?{CUEC}|\b(?:not|nor) (?:\w+ ){{0,5}}(?:any )?(?:specific )?{CUEC}(?: (?:that (?:are|is) |were |are |was )?(?:necessary|required|needed|identified|applicable|assumed))?|\b{CUEC} (?:are|were|is) not (?:required|necessary|needed|applicable|assumed|considered necessary)|\bno user (?:entity )?controls?(?: considerations)? (?:are|were|have been|is|that)\b|\b{CUEC}:? (?:none|n/?a|not applicable)\b|\bwithout the need for (?:any )?{CUEC}"
    ))
});
/// "Did not include such complementary controls" says nothing of whether there are any.
static NOT_NONE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:examination|audit|procedures|evaluat\w+|responsib\w+|extend|include[sd]?|test(?:ed|ing)?|assess\w*|opinion|report)\b[^.]{0,80}\b(?:complementary|cuecs?)\b|\bwithout (?:considering|regard|taking|complementary|these|the complementary)\b|\bif\b|\bwhether\b",
    )
});
static EMPTY: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^(?:none|n/?a|not applicable|none noted|none identified|there are none)\b.{0,60}$"));
static TIED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bcomplementary\b|\bcuecs?\b|\bassum(?:ed|ption|es)\b|\bcontemplated in the design\b|\bnecessary\b[^.]*\b(?:achiev|meet|met|criteri|control objectives?|commitments)|\b(?:criteria|control objectives?|service commitments)\b[^.]*\b(?:met|achieved|rely|depend)\b|\brequired to (?:meet|achieve)\b",
    )
});
static COUNTED_ON: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bcomplementary (?:user|customer|client)[- ](?:entity|organi[sz]ation)?\s*controls\b[^.]*\b(?:are suitably|that are|assumed|contemplated|necessary|referred)|\buser entities applied\b",
    )
});
static UNTIED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bnot (?:\w+ ){0,4}(?:complementary|cuecs?)\b|\b(?:other than|in addition to|besides|separate from|distinct from) (?:the )?(?:complementary|cuecs?)\b|\bno (?:criteri|control objective)",
    )
});

/// Those who use the service as the standards call them; "users" alone may be anybody.
static USER_ENTITY: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:user|customer|client)s?[- ](?:entit(?:y|ies)|organi[sz]ations?)\b|\bcuecs?\b"));
static OTHERS: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bsub-?service\b|\bproviders\b"));

/// What a report says about user entities.
#[derive(Debug, Default)]
pub(crate) struct UserEntities {
    /// The controls.
    pub(crate) controls: Vec<UserEntityControl>,
    /// The sentence that there are none.
    pub(crate) none: Option<Fact<String>>,
    /// The responsibilities.
    pub(crate) responsibilities: Vec<UserEntityControl>,
}

/// Reads it; `others` are the subservice organizations.
pub(crate) fn read(parts: &Parts<'_>, sections: &[Section<'_>], vendor: &Vendor, others: &[Known]) -> UserEntities {
    let mut found = UserEntities { none: none(parts, sections), ..UserEntities::default() };
    let mut undecided: Vec<(bool, Vec<Item>)> = Vec::new();
    for section in sections {
        let by_default = match section.topic {
            Topic::UserEntityControls | Topic::UserEntityResponsibilities => true,
            Topic::Complementary => is_of_users(parts, section),
            _ => continue,
        };
        let items = items::read(parts.text, section, Whose::Users(others), vendor, by_default);
        if section.topic == Topic::UserEntityResponsibilities {
            undecided.push((is_tied(section), items));
        } else {
            found.controls.extend(items.into_iter().map(control));
        }
    }
    let elsewhere = !found.controls.is_empty() || found.none.is_some();
    let counted_on = parts.letter.as_ref().is_some_and(|l| COUNTED_ON.is_match(l.text()));
    for (tied, items) in undecided {
        let are_controls = tied || (counted_on && !elsewhere);
        let list = if are_controls { &mut found.controls } else { &mut found.responsibilities };
        list.extend(items.into_iter().map(control));
    }
    once(&mut found.controls);
    once(&mut found.responsibilities);
    if !found.controls.is_empty() {
        found.none = None;
    }
    found
}

fn control(item: Item) -> UserEntityControl {
    UserEntityControl { text: item.text, criteria: item.criteria, basis: item.basis, citations: item.citations }
}

/// A control that is printed under several criteria or in a summary is one, with all of its criteria.
fn once(controls: &mut Vec<UserEntityControl>) {
    let mut kept: Vec<UserEntityControl> = Vec::new();
    for control in controls.drain(..) {
        match kept.iter_mut().find(|k| k.text.eq_ignore_ascii_case(&control.text)) {
            Some(first) => {
                let more: Vec<String> = control.criteria.into_iter().filter(|c| !first.criteria.contains(c)).collect();
                first.criteria.extend(more);
                first.citations.extend(control.citations);
            }
            None => kept.push(control),
        }
    }
    *controls = kept;
}

/// Whether a section on complementary controls is about user entities and not about others.
fn is_of_users(parts: &Parts<'_>, section: &Section<'_>) -> bool {
    let flow = parts.text.flow(section.lines.clone());
    let words = flow.text();
    let users = USER_ENTITY.is_match(words) || sentences(words).into_iter().any(|r| wording::is_user_duty(&words[r]));
    users && !OTHERS.is_match(words)
}

fn is_tied(section: &Section<'_>) -> bool {
    let prose: Vec<&str> = section
        .pieces
        .iter()
        .filter_map(|p| match p {
            Piece::Block(block) if block.mark.is_none() => Some(block.flow.text()),
            Piece::Block(_) => None,
            Piece::Table(_) => None,
        })
        .collect();
    let prose = prose.join("\n");
    let heads: String = section
        .pieces
        .iter()
        .filter_map(|p| match p {
            Piece::Table(table) => table.rows.first().map(|r| r.filled().map(|c| c.flow.text()).collect::<String>()),
            Piece::Block(_) => None,
        })
        .collect();
    !UNTIED.is_match(&prose) && (TIED.is_match(&prose) || TIED.is_match(&heads))
}

/// Finds the sentence that there are no complementary user entity controls.
fn none(parts: &Parts<'_>, sections: &[Section<'_>]) -> Option<Fact<String>> {
    let of_users = |s: &&Section<'_>| {
        matches!(s.topic, Topic::UserEntityControls | Topic::UserEntityResponsibilities | Topic::Complementary)
    };
    let flows: Vec<Flow<'_>> = sections.iter().filter(of_users).map(|s| parts.text.flow(s.lines.clone())).collect();
    for (flow, section) in flows.iter().zip(sections.iter().filter(of_users)) {
        if section.topic == Topic::UserEntityControls
            && let Some(stated) = opens_with_none(flow, &EMPTY)
        {
            return Some(stated);
        }
    }
    let description = parts.layout.part(countersign_domain::reading::SectionRole::Description);
    let description = description.map(|p| parts.text.flow(p.lines.clone()));
    flows.iter().chain(parts.letter.iter()).chain(description.iter()).find_map(|flow| says_none(flow, &NONE, &NOT_NONE))
}

#[cfg(test)]
mod tests {
    use countersign_domain::Reading;

    use crate::recognise::lists::testing::{report, tabled};
    use crate::recognise::testing::{Report, of_pages};
    use crate::text::sheet::{Sheet, document};

    fn controls(reading: &Reading) -> Vec<(&str, Vec<&str>)> {
        let one = |c: &countersign_domain::reading::UserEntityControl| {
            assert!(!c.citations.is_empty(), "nothing without its place: {}", c.text);
        };
        reading.cuecs.iter().for_each(one);
        reading.cuecs.iter().map(|c| (c.text.as_str(), c.criteria.iter().map(String::as_str).collect())).collect()
    }

    fn texts(reading: &Reading) -> Vec<&str> {
        controls(reading).into_iter().map(|c| c.0).collect()
    }

    #[test]
    fn the_list_is_the_same_under_every_heading_and_mark() {
        for heading in [
            "Complementary User Entity Controls",
            "COMPLEMENTARY USER ENTITY CONTROLS (CUECS)",
            "User Control Considerations",
            "Client Control Considerations",
            "Complementary Customer Controls",
            "Complementary User Organization Controls",
            "User Entity Controls",
        ] {
            for marks in [["•", "•"], ["1.", "2."], ["(a)", "(b)"], ["CUEC-1", "CUEC-2"], ["\u{F0B7}", "\u{F0B7}"]]
            {
                let found = report(
                    "",
                    &format!(
                        "## {heading}\nThe following controls should be in operation at user entities. The list is not a complete list.\n{} User entities are responsible for the roles of their users.\n{} User entities should tell Juniper of leavers.\n## Data\nData is kept.",
                        marks[0], marks[1]
                    ),
                );
                assert_eq!(
                    texts(&found),
                    [
                        "User entities are responsible for the roles of their users.",
                        "User entities should tell Juniper of leavers."
                    ],
                    "below {heading} with {marks:?}"
                );
            }
        }
    }

    #[test]
    fn what_a_sentence_numbers_are_several() {
        let found = report(
            "",
            "## Complementary User Entity Controls\nCustomers should (i) protect the keys given to them; (ii) check the files they receive; and (iii) tell Juniper of leavers.",
        );
        assert_eq!(
            texts(&found),
            ["protect the keys given to them", "check the files they receive", "tell Juniper of leavers."]
        );
    }

    #[test]
    fn what_is_set_in_below_a_criterion_is_its_list() {
        let sheet = Sheet::new(1)
            .title("Section III: Description of the Ledger Cloud")
            .text("Juniper keeps the books of small companies.")
            .title("Complementary User Entity Controls")
            .bold("CC6.2")
            .gap(8.0)
            .cells(&[(96.0, "User entities request accounts through stewards.")]);
        let mut pages = document(&Report::default().source());
        pages[3] = crate::page::Page { number: 4, ..sheet.build() };
        assert_eq!(texts(&of_pages(&pages)), ["User entities request accounts through stewards."]);
    }

    #[test]
    fn items_whose_marks_were_drawn_are_several() {
        let found = report(
            "",
            "## Client Control Considerations\nClients should establish controls to ensure that: files sent to Juniper are complete; leavers are reported promptly; access is limited to those who need it.",
        );
        assert_eq!(
            texts(&found),
            [
                "files sent to Juniper are complete",
                "leavers are reported promptly",
                "access is limited to those who need it."
            ]
        );
    }

    #[test]
    fn what_is_set_in_below_its_lead_is_a_list() {
        let sheet = Sheet::new(1)
            .title("Section III: Description of the Ledger Cloud")
            .text("Juniper keeps the books of small companies and of their owners, and it has done so for a long time, from one house in Tulsa.")
            .title("Complementary User Entity Controls")
            .line("Clients are expected to have the following controls:")
            .gap(8.0)
            .cells(&[(96.0, "Files sent to Juniper are complete.")])
            .gap(8.0)
            .cells(&[(96.0, "Leavers are reported within a day;")])
            .gap(8.0)
            .cells(&[(96.0, "Statements are read every quarter.")])
            .gap(12.0)
            .title("Data")
            .line("Juniper keeps data for ten years.");
        let mut pages = document(&Report::default().source());
        pages[3] = crate::page::Page { number: 4, ..sheet.build() };
        assert_eq!(
            texts(&of_pages(&pages)),
            [
                "Files sent to Juniper are complete.",
                "Leavers are reported within a day",
                "Statements are read every quarter."
            ]
        );
    }

    #[test]
    fn a_paragraph_leads_to_them_where_no_heading_does() {
        let found = report(
            "",
            "Some objectives can be met only if complementary user entity controls are in place. Clients are expected to have the following controls:\n• Orders are approved by the client.\n• Statements are read every quarter.",
        );
        assert_eq!(texts(&found), ["Orders are approved by the client.", "Statements are read every quarter."]);
    }

    #[test]
    fn a_leading_sentence_makes_bullets_of_fragments_controls() {
        let found = report(
            "",
            "## Complementary User Entity Controls\nUser entities are responsible for:\n• Reviewing access every quarter (CC6.2, CC6.3);\n• keeping tokens secret; and\n• Reading the notices.",
        );
        assert_eq!(
            controls(&found),
            [
                ("Reviewing access every quarter", vec!["CC6.2", "CC6.3"]),
                ("keeping tokens secret", vec![]),
                ("Reading the notices.", vec![])
            ]
        );
    }

    #[test]
    fn sentences_without_marks_are_read_and_those_about_others_are_not() {
        let found = report(
            "",
            "## Complementary User Entity Controls\nJuniper’s services were designed with the assumption that user entities have certain controls. Customers are responsible for their own devices. Juniper monitors the platform at all hours. It is the responsibility of the customer to keep a copy of what it must hold. User auditors should consider whether these are in place.",
        );
        assert_eq!(
            texts(&found),
            [
                "Customers are responsible for their own devices.",
                "It is the responsibility of the customer to keep a copy of what it must hold."
            ]
        );
    }

    #[test]
    fn a_table_gives_the_criteria_from_either_side() {
        let left: &[&[&str]] = &[
            &["Criteria", "Complementary User Entity Controls"],
            &["CC6.1", "User entities guard the keys of their tenants."],
            &["CC6.2 - CC6.3", "User entities approve each account."],
        ];
        let right: &[&[&str]] = &[
            &["Complementary User Entity Controls", "Related Criteria"],
            &["User entities guard the keys of their tenants.", "CC6.1"],
            &["User entities approve each account.", "CC6.2, CC6.3"],
        ];
        for (edges, rows) in [([60.0, 160.0, 552.0], left), ([60.0, 420.0, 552.0], right)] {
            let found = tabled("Complementary User Entity Controls", "The table lists the controls.", &edges, rows);
            assert_eq!(
                controls(&found),
                [
                    ("User entities guard the keys of their tenants.", vec!["CC6.1"]),
                    ("User entities approve each account.", vec!["CC6.2", "CC6.3"])
                ]
            );
        }
    }

    #[test]
    fn a_control_under_several_objectives_is_one() {
        let found = report(
            "",
            "## Complementary User Entity Controls\n## Control Objective 1 - Input\n• User entities should check what they send.\n## Control Objective 2 - Output\n• User entities should check what they send.\n• User entities should reconcile the totals.",
        );
        assert_eq!(
            controls(&found),
            [
                ("User entities should check what they send.", vec!["Control Objective 1", "Control Objective 2"]),
                ("User entities should reconcile the totals.", vec!["Control Objective 2"])
            ]
        );
        assert_eq!(found.cuecs[0].citations.len(), 2, "both places");
    }

    #[test]
    fn that_there_are_none_is_said_with_its_sentence() {
        for sentence in [
            "No complementary user entity controls are necessary to achieve the commitments.",
            "Juniper has determined that there are no complementary user entity controls.",
            "Juniper’s controls do not require any complementary user entity controls.",
            "There are no CUECs required to achieve the commitments.",
            "Juniper did not identify any CUECs.",
            "CUECs: None",
            "There are no specific complementary user entity controls.",
            "The commitments are achieved without the need for complementary user entity controls.",
            "Not applicable.",
            "None",
        ] {
            let found =
                report("", &format!("## Complementary User Entity Controls\n{sentence}\n## Data\nData is kept."));
            assert_eq!(found.no_cuecs.as_ref().map(|f| f.value.as_str()), Some(sentence));
            assert!(found.cuecs.is_empty(), "and nothing is listed");
        }
    }

    #[test]
    fn what_the_auditor_did_not_evaluate_does_not_say_that_there_are_none() {
        let found = report(
            "The description indicates that complementary user entity controls are necessary. Our examination did not include such complementary user entity controls, and we have not evaluated them.",
            "",
        );
        assert!(found.no_cuecs.is_none() && found.cuecs.is_empty(), "nothing is listed, and nothing denied");
    }

    #[test]
    fn responsibilities_are_controls_only_where_the_criteria_rest_on_them() {
        let list = "User entities are responsible for:\n• Paying their invoices.\n• Keeping browsers current.";
        let found = report("", &format!("## User Entity Responsibilities\n{list}"));
        assert!(found.cuecs.is_empty(), "no word ties them to the criteria");
        assert_eq!(found.user_entity_responsibilities.len(), 2, "kept apart");
        let tied = "The criteria can be met only if these controls, assumed in the design, operate.";
        let found = report("", &format!("## Customer Responsibilities\n{tied}\n{list}"));
        assert_eq!(texts(&found), ["Paying their invoices.", "Keeping browsers current."]);
        let both = format!(
            "## User Entity Responsibilities\n{list}\n## Complementary User Entity Controls\n• User entities should review access."
        );
        let found = report("", &both);
        assert_eq!(texts(&found), ["User entities should review access."], "each under its heading");
        assert_eq!(found.user_entity_responsibilities.len(), 2);
    }

    #[test]
    fn without_such_a_heading_nothing_is_listed() {
        let found = report("", "## Support\nCustomers should call the help desk.\n• Users must be polite.");
        assert!(found.cuecs.is_empty() && found.user_entity_responsibilities.is_empty(), "no list of controls");
    }
}
