//! The words in which reports say what user entities and subservice organizations are to do.
//!
//! **Accepts** duties ("User entities are responsible for …", "Customers should …", "It is the responsibility of the
//! client to …") and sentences that lead to a list.
//! **Refuses** what every report says around its list: that users evaluate their own controls, that the list is not
//! complete, that the criteria cannot be met without them.

use std::sync::LazyLock;

use crate::pattern::{Pattern, pattern};

/// Names of those for whom a service organization works.
const USER: &str = r"(?:user entit(?:y|ies)|user organi[sz]ations?|end[- ]users?|(?:customer|client|user)[ -](?:entit(?:y|ies)|organi[sz]ations?|administrators?|personnel|management|side)|customers?|clients?|users?|subscribers?|tenants?|merchants?|plan sponsors?|employers?|account (?:owners?|administrators?)|user entity'?s? (?:management|personnel|administrators?))";
const DUTY: &str = r"(?:(?:is|are|remains?) (?:solely |ultimately |also |each |then |primarily |fully )?(?:responsible|required|expected|obligated|accountable|advised|encouraged|to)\b|should\b|must\b|shall\b|will\b|needs? to\b|ha(?:s|ve) (?:the |a |sole )?(?:responsibility|controls|policies|procedures|to|implemented|established)\b|assumes? (?:the )?responsibility|maintains?\b|implements?\b|ensures?\b|establish(?:es)?\b|configures?\b|determines?\b)";
/// What users do besides; what providers do so is a service.
const TASK: &str = r"(?:notif(?:y|ies)\b|monitors?\b|reviews?\b|restricts?\b|provides?\b|approves?\b)";
/// Those who are users where they are given a duty: "members of the team" are others.
const MEMBER: &str = r"(?:members|participants|licensees|partners|(?:financial |member |client )?institutions|you|your (?:organi[sz]ation|company|institution|business|personnel|management|administrators?))";

static USER_FIRST: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:[\w.'&-]+ ){{0,4}}?(?:the |each |all |every |any |its |our |their )?{USER}(?:'s|')?\b(?: of [\w' .-]{{2,60}}?| \([^)]*\))?(?: (?:and|or|and/or) (?:the |their )?{USER})?(?: (?:management|personnel|administrators?|staff))?,? (?:{DUTY}|{TASK})|^(?:the |each |all |every )?{MEMBER},? {DUTY}"
    ))
});
static USERS_RESPONSIBILITY: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:is|are|remains?) (?:the|a) (?:sole )?responsibilit(?:y|ies) of (?:the |each |its |our )?{USER}\b|^it is (?:the )?(?:sole )?(?:(?:{USER})'s?|(?:the )?responsibility of (?:the |each )?(?:{USER})) |^(?:the )?responsibility for .{{3,120}} (?:rests|lies) with (?:the |each )?{USER}|^(?:internal )?(?:controls|policies|procedures|policies and procedures|controls and procedures|processes) (?:\w+ ){{0,3}}(?:should be|are|must be|to be)? ?(?:in place|implemented|established|designed|maintained|exist)? ?(?:at|by|within) (?:the |each )?{USER} (?:to|for|that|which|should|must|over)\b"
    ))
});
static USERS: LazyLock<Pattern> = LazyLock::new(|| pattern(&format!(r"\b{USER}\b|\bcuecs?\b")));
static OTHERS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"\bsub-?service\b|\bcsocs?\b|\b(?:service |hosting |cloud |third[- ]party )?providers?\b|\bvendors?\b")
});
static AROUND: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bown (?:system of )?(?:internal )?controls? ?(?:structure|environment|system)?s? (?:to|should|in)\b|\bevaluat\w+ (?:of )?(?:its|their|the)(?: own)? (?:internal )?control|\buser auditors?\b|\b(?:comprehensive|complete|exhaustive|all-inclusive)(?: and \w+)? (?:list|listing|set)\b|\bin conjunction with (?:the |its |our |their |[\w.-]+'s? )?(?:\w+ )?(?:controls?|reports?|complementary)\b|\bonly a portion\b|\bnot feasible\b|\bassum(?:ption|ed|es|ing)\b.{0,60}\b(?:controls?|design)\b|\bnecessary,? (?:in combination|together|along|to (?:achieve|meet))|\b(?:met|achieved) only if\b|\btaking into account\b|\brely on (?:the )?(?:controls|information)\b|\b(?:should|may|must) not,?(?: however,?)? be (?:regarded|considered|construed)\b|\bthis section\b|\b(?:the |these |such |those )?(?:following|identified|above|below|listed|noted|described|foregoing|complementary|specified|these|such|those) (?:user[- ]entity |user |customer |client |complementary |internal |general |additional |specific |procedures and |subservice organi[sz]ation |sub-service organi[sz]ation )*(?:controls?|considerations|list|responsibilities|cuecs?|csocs?|procedures)\b|^in order for\b|\bin order for (?:[\w'.-]+ ){0,4}?(?:criteri\w+|objectives?|controls?|commitments|requirements)\b|\bconsider whether\b|\bappropriate(?:ness)? for (?:its|their) (?:own )?(?:use|environment|needs)\b|\bas (?:described|listed|noted|set out) (?:below|above|in)\b|\b(?:table|list) below\b|\bthis report\b|\bcomplementary (?:user|customer|client|sub-?service)",
    )
});
static LEADS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:following|below|listed|list of|such as|include|includes|including)\b.*\b(?:controls?|considerations|responsibilit(?:y|ies)|cuecs?|csocs?|procedures|{USER}|activities|requirements|measures)\b|\b(?:controls?|considerations|responsibilit(?:y|ies)|cuecs?|csocs?)\b.*\b(?:following|below|listed|include|includes|are)\b|\b{USER} (?:is|are|should|must|shall|will)\b|\bresponsible for\b|\bresponsibilit(?:y|ies)\b"
    ))
});
static MONITORING: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:monitors?|reviews?|evaluates?|assess(?:es)?|performs?|obtains?|oversees|receives)\b.*\b(?:methods?|activities|procedures|performance|reports?|following|through|by|includ\w+)\b.{0,60}:?$|\bmonitoring (?:activities|procedures|controls|of|performed|the|is|includ)|\bhas (?:implemented|established|controls)\b.*:$",
    )
});
static EXPECTED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:controls?|csocs?|responsibilit(?:y|ies)|activities)\b.*\b(?:expected|assumed|should be|necessary|required|implemented|in place|in operation|responsible|complementary|considered|below|following)\b|\b(?:expected|assumed|following|complementary|necessary|required|types of|below)\b.*\b(?:controls?|csocs?)\b|\b(?:is|are) (?:solely )?(?:responsible|expected|required)\b|\bshould\b.{0,60}:$",
    )
});
static DUTY_OF_ANOTHER: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:'s?)?(?: \([^)]*\))?,? (?:(?:management|personnel|controls?) )?{DUTY}|^(?:'s?)?,? (?:monitors|restricts|provides controls|protects|encrypts|operates|performs|reviews|has)\b"
    ))
});
static SUBSERVICE_DUTY: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:the |each |all |these |such |its |our |any )?(?:carved[- ]out )?(?:third[- ]party )?sub-?service (?:organi[sz]ations?|providers?)(?:'s|')? (?:management )?{DUTY}|^(?:the |each |its )?(?:hosting|cloud|data cent(?:er|re)|colocation|infrastructure)(?: service)? providers? {DUTY}"
    ))
});

/// Tells whether a sentence gives a user entity a duty.
pub(crate) fn is_user_duty(sentence: &str) -> bool {
    USER_FIRST.is_match(sentence) || USERS_RESPONSIBILITY.is_match(sentence)
}

/// Tells whether a sentence gives "the subservice organization" a duty.
pub(crate) fn is_subservice_duty(sentence: &str) -> bool {
    SUBSERVICE_DUTY.is_match(sentence)
}

/// Tells whether what follows the name of an organization gives it a duty.
pub(crate) fn is_duty_after_name(rest: &str) -> bool {
    DUTY_OF_ANOTHER.is_match(rest)
}

/// Tells whether words mention user entities.
pub(crate) fn mentions_users(words: &str) -> bool {
    USERS.is_match(words)
}

/// Tells whether words mention those who work for the service organization.
pub(crate) fn mentions_others(words: &str) -> bool {
    OTHERS.is_match(words)
}

/// Tells whether a sentence is one of those that stand around every list.
pub(crate) fn stands_around(sentence: &str) -> bool {
    AROUND.is_match(sentence)
}

/// Tells whether a sentence leads to a list of duties of users.
pub(crate) fn leads_to_user_duties(sentence: &str) -> bool {
    LEADS.is_match(sentence) && (mentions_users(sentence) || !MONITORING.is_match(sentence))
}

/// Tells whether a sentence leads to a list of controls that others are expected to have.
pub(crate) fn leads_to_expected_controls(sentence: &str) -> bool {
    EXPECTED.is_match(sentence) && !monitors(sentence)
}

/// Tells whether a sentence says how the service organization watches others.
pub(crate) fn monitors(sentence: &str) -> bool {
    MONITORING.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duties_of_users_are_known_in_many_wordings() {
        for sentence in [
            "User entities are responsible for reviewing their access lists.",
            "The User Entity is responsible for its own backups.",
            "Customers should change the password that they are first given.",
            "Each client must name the people who may release a payment.",
            "Heron's customers are responsible for their endpoints.",
            "Heron customers are responsible for their endpoints.",
            "It is the responsibility of the user entity to remove leavers.",
            "Customer administrators are responsible for roles.",
            "Reviewing the register is the responsibility of the client.",
            "Controls should be established at user entities to ensure that input is complete.",
            "Users of the platform must keep their tokens secret.",
            "Tenants shall encrypt what they upload.",
            "User entities notify Heron of leavers.",
            "Customers review the list of their users every quarter.",
            "Members are responsible for their own tokens.",
            "Participants should check what they send.",
            "Financial institutions must name the people who may release a payment.",
            "You are responsible for the roles of your users.",
            "Your organization should keep a copy of what it must hold.",
        ] {
            assert!(is_user_duty(sentence), "a duty: {sentence}");
        }
    }

    #[test]
    fn duties_of_others_are_not() {
        for sentence in [
            "Heron is responsible for the availability of its platform.",
            "Management reviews the access of all users every quarter.",
            "The Company monitors its data center provider.",
            "Vulnerability scans are performed every month.",
            "Backups of customer data are encrypted.",
            "Members of the team are responsible for backups.",
            "Customers use the platform to keep their books.",
        ] {
            assert!(!is_user_duty(sentence), "no duty of a user: {sentence}");
        }
    }

    #[test]
    fn what_stands_around_a_list_is_known() {
        for sentence in [
            "Each user entity must evaluate its own internal control structure to determine if these are in place.",
            "User auditors should consider whether the controls are in operation.",
            "This list should not be regarded as a comprehensive list of all controls that user entities should have.",
            "The following complementary user entity controls should be implemented by user entities.",
        ] {
            assert!(stands_around(sentence), "around the list: {sentence}");
        }
        for sentence in [
            "User entities are responsible for reviewing access every quarter.",
            "User entities should check the totals in order for errors to be corrected.",
            "User entities should use strong passwords in conjunction with SSO.",
        ] {
            assert!(!stands_around(sentence), "a duty: {sentence}");
        }
    }

    #[test]
    fn a_list_of_how_the_vendor_watches_is_not_a_list_of_expected_controls() {
        assert!(!leads_to_expected_controls("Heron periodically reviews the services by the following methods:"));
        assert!(!leads_to_expected_controls("Management's monitoring activities include the following controls:"));
        assert!(leads_to_expected_controls("The following controls are expected to be in place at the provider:"));
    }
}
