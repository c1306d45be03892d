//! Wordings of which some are met only while developing, and some only in held-out houses: whether words that nobody looked
//! at are read shows in the difference between the two.

use super::house::House;

/// Wordings of one thing.
pub(crate) struct Wordings {
    /// Those of every house.
    pub(crate) usual: &'static [&'static str],
    /// Those of developed houses alone.
    pub(crate) developed: &'static [&'static str],
    /// Those of held-out houses alone.
    pub(crate) held_out: &'static [&'static str],
}

impl Wordings {
    /// Gives the wordings of a house.
    pub(crate) fn of(&self, house: &House) -> Vec<&'static str> {
        let own = if house.held_out { self.held_out } else { self.developed };
        self.usual.iter().chain(own).copied().collect()
    }

    /// Gives the one that a house keeps to.
    pub(crate) fn kept_by(&self, house: &House) -> &'static str {
        let all = self.of(house);
        all[house.words % all.len()]
    }
}

/// Heads of the matrix; `{org}` is the vendor and `{firm}` the auditor.
pub(crate) const CONTROL_HEADS: Wordings = Wordings {
    usual: &["Control Activity", "Controls Specified by {org}", "Control Description", "Description of Controls"],
    developed: &["Criteria and Related Controls"],
    held_out: &["Control Activities Specified by {organization}", "Control Objectives and Related Controls"],
};
pub(crate) const TEST_HEADS: Wordings = Wordings {
    usual: &[
        "Test of Controls",
        "Service Auditor\u{2019}s Tests of Controls",
        "Test Procedures",
        "Tests Performed by {firm}",
    ],
    developed: &["Audit Procedures"],
    held_out: &["Test of Controls Performed by {firm}", "Testing Performed"],
};
pub(crate) const RESULT_HEADS: Wordings = Wordings {
    usual: &["Results", "Results of Tests", "Test Results", "Result of Testing"],
    developed: &["Exceptions Noted"],
    held_out: &["Deviations Noted", "Test Results / Exceptions Noted"],
};
pub(crate) const EXPECTED_HEADS: Wordings = Wordings {
    usual: &["Expected Control"],
    developed: &["Expected Subservice Organization Control"],
    held_out: &["Control Assumed at the Subservice Organization"],
};

/// Titles of the assertions of subservice organizations whose controls are included; `{other}` is one of them.
pub(crate) const OTHERS_ASSERTIONS: Wordings = Wordings {
    usual: &["Assertion of {other} Management", "{other}\u{2019}s Assertion"],
    developed: &["Assertion of Subservice Organization {other}", "{other}\u{2019}s Written Assertion"],
    held_out: &["Assertion by the Management of {other}", "Statement of the Management of {other}"],
};

/// Titles of the tests.
pub(crate) const TEST_TITLES: Wordings = Wordings {
    usual: &[
        "Trust Services Criteria, Related Controls, and Tests of Controls",
        "Tests of Controls and Results of Tests",
        "Testing Matrices",
        "Trust Services Category, Criteria, Related Controls, and Tests of Controls",
    ],
    developed: &["Test Procedures and Results"],
    held_out: &["Control Testing and Results", "Service Auditor\u{2019}s Tests of Controls"],
};

/// What stands before what the vendor answers.
pub(crate) const RESPONSE_LABELS: Wordings = Wordings {
    usual: &["Management\u{2019}s response"],
    developed: &["Management Response", "{org}\u{2019}s Response"],
    held_out: &["Company Response", "{org} Management Response", "Response from Management", "Management Action Plan"],
};
