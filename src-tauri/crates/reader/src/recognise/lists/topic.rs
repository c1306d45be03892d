//! What the words of a heading say that follows it.
//!
//! **Accepts** the names in use, numbered or not, spaced out (`practice.md` §10).
//! **Refuses** items of lists, sentences, and headings that go on to something else ("incident response").

use std::sync::LazyLock;

use crate::pattern::{Pattern, of_letters, pattern};
use crate::text::list;
use crate::text::normal::letters;

/// Most words of a heading.
const MOST_WORDS: usize = 18;

/// What a section lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    /// Complementary user entity controls.
    UserEntityControls,
    /// User entity responsibilities, which may or may not be the controls.
    UserEntityResponsibilities,
    /// Complementary subservice organization controls.
    SubserviceControls,
    /// Subservice organizations.
    Subservice,
    /// Complementary controls of whom the text has to say.
    Complementary,
    /// Incidents.
    Incidents,
}

const USERS: &str = "(?:users?|userentit(?:y|ies)|user?sorgani[sz]ations?|userorgani[sz]ations?|customers?|customerentit(?:y|ies)|customerorgani[sz]ations?|clients?|cliententit(?:y|ies)|clientorgani[sz]ations?|subscribers?|tenants?|merchants?|plansponsors?|endusers?)s?";
/// Those who are users only where complementary controls are theirs: members and partners are others as well.
const MEMBERS: &str = "(?:members?|partners?|participants?|licensees?|(?:financial|member)?institutions?|payees?|issuers?)(?:entit(?:y|ies)|organi[sz]ations?)?s?";
const SUBSERVICE: &str = "(?:subservice|subservices)(?:organi[sz]ations?|providers?|entit(?:y|ies)|vendors?)?s?";

static TOPICS: LazyLock<[(Topic, Pattern); 10]> = LazyLock::new(|| {
    let end = r"(?:continued|cont|cuecs?|uecs?|uccs?|cucs?|csocs?|csc|table|list)*";
    let about =
        r"(?:for|relatedto|relatedtothe|related|by|per|criteria|controlobjectives?|mapp?ing|mappedto|applicable)";
    [
        (Topic::Complementary, format!(r"^complementary(?:userentity|customer){{1,2}}(?:controls)?and(?:complementary)?{SUBSERVICE}controls{end}$|^complementary(?:controls?|entitycontrols?)(?:considerations)?{end}$|^complementary{SUBSERVICE}(?:controls)?and(?:complementary)?{USERS}controls{end}$")),
        (Topic::SubserviceControls, format!(r"^(?:.{{0,40}}?)(?:expected|typesof|assumed|listof|summaryof)?complementary{SUBSERVICE}controls?(?:considerations|assumed.{{0,20}}|expected.{{0,40}}|and.{{0,40}})?(?:{about}.{{0,30}})?{end}.{{0,30}}$|^{SUBSERVICE}(?:complementary|carvedout|relatedcontrols?)?controls?(?:considerations|expected.{{0,40}})?{end}$|^(?:complementary|expected|typesof)*controls?(?:activit(?:y|ies))?(?:are|is)?(?:expected|assumed|required)?(?:tobe)?(?:inplace|implemented|performed|operating)?(?:at|by|of|for)(?:the)?{SUBSERVICE}.{{0,24}}$|^(?:expected)?csocs?$|^complementary(?:vendor|serviceprovider|thirdparty|cloudprovider)s?controls?{end}$")),
        (Topic::SubserviceControls, format!(r"^(?:.{{0,20}}?){SUBSERVICE}and(?:their|the|related)?complementarycontrols?{end}$")),
        (Topic::Subservice, format!(r"^(?:.{{0,24}}?)(?:useof|listof|relianceon|carvedout|significant|key|monitoringof|descriptionof|servicesprovidedby)?(?:the)?(?:vendorsand|thirdpart(?:y|ies)and|thirdpart(?:y|ies)|vendorand)?{SUBSERVICE}(?:used|and.{{0,60}}|relationships?|relied.{{0,10}}|monitoring|management|oversight|usedby.{{0,40}}|overview|services?|summary|carvedout|excluded.{{0,40}}|inclusivemethod|carveout(?:method)?|inclusive|methods?)?{end}$|^subprocessors?(?:reviewed)?inscope$|^subprocessorsreviewed.{{0,10}}$")),
        (Topic::UserEntityControls, format!(r"^(?:.{{0,40}}?)(?:required|expected|assumed|listof|summaryof|additional|recommended|typesof)?complementary{USERS}(?:internal)?controls?(?:considerations)?(?:and.{{0,40}}|assumed.{{0,30}}|considerations)?(?:{about}.{{0,30}})?{end}.{{0,30}}$|^(?:expected|recommended|required|assumed)?{USERS}(?:internal)?controls?(?:considerations?|andresponsibilities|consideration)?{end}$|^{USERS}controls?(?:and)?considerations?.{{0,30}}$|^(?:control)?considerationsfor(?:the)?{USERS}$|^{USERS}considerations$|^(?:expected|assumed)?complementary{MEMBERS}controls?{end}$|^{MEMBERS}controlconsiderations{end}$|^(?:complementary|expected)*controls?(?:expected|assumed|required)?(?:tobe)?(?:inplace|implemented)?(?:at|by|of|for)(?:the)?{USERS}$|^cuecs?$|^(?:listof)?complementarycontrolconsiderations$|^complementaryuserentitycontrol.{{0,60}}$")),
        (Topic::UserEntityResponsibilities, format!(r"^(?:.{{0,40}}s)?{USERS}(?:controls?)?(?:security)?responsibilit(?:y|ies)(?:and.{{0,30}})?{end}$|^(?:responsibilit(?:y|ies)|obligations?|duties)of(?:the)?{USERS}{end}$|^{USERS}(?:control)?obligations$")),
        (Topic::Incidents, r"^(?:disclosures?of|identified|significant|reported|material|summaryof|systemandsecurity|disclosed|known)*(?:the)?(?:system|systems|security|privacy|data|significant|material|cybersecurity)*(?:incidents?|incidentsandbreaches|databreach(?:es)?|breach(?:es)?)(?:disclosures?|history|disclosed|identified|reported|summary)?(?:during.{0,40}|inthe.{0,30}|since.{0,30}|requiringdisclosure)?(?:continued)?$|^(?:system)?incident(?:s)?(?:disclosures?|history)$".to_owned()),
        (Topic::UserEntityResponsibilities, r"^sharedresponsibilit(?:y|ies)(?:model|matrix)?$".to_owned()),
        (Topic::SubserviceControls, r"^controls?(?:activit(?:y|ies))?expected(?:at|of|from).{3,30}$".to_owned()),
        (Topic::Subservice, r"^carve(?:d)?out(?:organi[sz]ations?|services?|vendors?|controls?)$".to_owned()),
    ]
    .map(|(topic, source)| (topic, of_letters(&source)))
});
/// The words without which a line is none of these headings; asked first because it is cheap.
static HINT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"entit|user|customer|considerations|shared resp|client|sub[- ]?service|sub[- ]?processor|complementary|incident|breach|cuec|csoc|carve|subscriber|tenant|controls? (?:activit\w+ )?expected|c ?o ?m ?p ?l ?e ?m ?e ?n",
    )
});
/// The number with which a heading may begin.
pub(super) static NUMBER: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:section|part|appendix|attachment|exhibit)\s+(?:[ivx]{1,5}|\d{1,2}|[a-h])\b\s*[-.:)|]*\s*|\d{1,2}(?:\.\d{1,2}){1,3}(?:[.):]| ?-)* |(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|[a-h])(?:[.):]| ?- )+\s*)",
    )
});

/// Tells what the words of a heading say that follows.
pub(super) fn topic(title: &str) -> Option<Topic> {
    if !HINT.is_match(title) || title.split(' ').count() > MOST_WORDS || title.ends_with(['.', ',', ';']) {
        return None;
    }
    let bare = NUMBER.replace_all(title, "");
    if list::mark(&bare, false).is_some_and(|(mark, _)| mark == list::Mark::Bullet)
        || bare.starts_with(char::is_lowercase)
    {
        return None;
    }
    let letters = letters(&bare);
    TOPICS.iter().find(|(_, pattern)| pattern.is_match(&letters)).map(|(topic, _)| *topic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_in_use_say_what_follows() {
        for (title, expected) in [
            ("Complementary User Entity Controls", Topic::UserEntityControls),
            ("COMPLEMENTARY USER ENTITY CONTROLS (CUECs)", Topic::UserEntityControls),
            ("C OMPLEMENTARY  U SER  E NTITY  C ONTROLS", Topic::UserEntityControls),
            ("3.7 Complementary User-Entity Controls", Topic::UserEntityControls),
            ("E. Complementary Customer Controls (continued)", Topic::UserEntityControls),
            ("User Control Considerations", Topic::UserEntityControls),
            ("Client Control Considerations", Topic::UserEntityControls),
            ("3.4 Obligations of the customers", Topic::UserEntityResponsibilities),
            ("3.1 Customer control considerations", Topic::UserEntityControls),
            ("4.2.1. User Control Considerations", Topic::UserEntityControls),
            ("Complementary User Organization Controls", Topic::UserEntityControls),
            ("User Entity Controls and Responsibilities", Topic::UserEntityControls),
            ("Section XI - Complementary User Entity Controls", Topic::UserEntityControls),
            ("Controls Expected to be Implemented by User Entities", Topic::UserEntityControls),
            ("Complementary End User Controls", Topic::UserEntityControls),
            ("Complementary Plan Sponsor Controls", Topic::UserEntityControls),
            ("Complementary Member Controls", Topic::UserEntityControls),
            ("Complementary Partner Controls", Topic::UserEntityControls),
            ("Complementary Participant Controls", Topic::UserEntityControls),
            ("Complementary Financial Institution Controls", Topic::UserEntityControls),
            ("Control Considerations for User Entities", Topic::UserEntityControls),
            ("User Entity Considerations", Topic::UserEntityControls),
            ("Client Considerations", Topic::UserEntityControls),
            ("Assumed User Entity Controls", Topic::UserEntityControls),
            ("Shared Responsibility Model", Topic::UserEntityResponsibilities),
            ("Subservice Organizations (Carve-Out)", Topic::Subservice),
            ("Subservice Organizations and Complementary Controls", Topic::SubserviceControls),
            ("Customer Responsibilities", Topic::UserEntityResponsibilities),
            ("Responsibilities of User Entities", Topic::UserEntityResponsibilities),
            ("Heron's Customers' Responsibilities", Topic::UserEntityResponsibilities),
            ("User Entity Responsibilities:", Topic::UserEntityResponsibilities),
            ("Complementary Subservice Organization Controls", Topic::SubserviceControls),
            ("Complementary Sub-service Organisation Controls (CSOCs)", Topic::SubserviceControls),
            ("Expected Complementary Subservice Organization Controls", Topic::SubserviceControls),
            ("Controls Expected to be Implemented at Subservice Organizations", Topic::SubserviceControls),
            ("Subservice Organization Controls", Topic::SubserviceControls),
            ("Subservice Organizations", Topic::Subservice),
            ("3.2 Subservice Organizations Used by Heron", Topic::Subservice),
            ("Subservice Organizations and Complementary Subservice Organization Controls", Topic::SubserviceControls),
            ("Carved-Out Subservice Organizations", Topic::Subservice),
            ("Complementary Controls", Topic::Complementary),
            ("Disclosure of Incidents", Topic::Incidents),
            ("System Incidents", Topic::Incidents),
            ("Significant Security Incidents During the Period", Topic::Incidents),
        ] {
            assert_eq!(topic(title), Some(expected), "heading: {title}");
        }
    }

    #[test]
    fn what_goes_on_to_something_else_is_no_such_heading() {
        for title in [
            "• Complementary user entity controls and how they interact",
            "Incident Response",
            "Security Incident Management",
            "User Access Reviews",
            "Customer Support",
            "The complementary user entity controls are listed below.",
            "Client Onboarding",
            "Service Organization's Responsibilities",
            "Service Auditor's Responsibilities",
            "User Entities and Their Auditors",
            "Vendor Management",
            "Privacy Considerations",
            "Members of the Board",
        ] {
            assert_eq!(topic(title), None, "no heading of a list: {title}");
        }
    }
}
