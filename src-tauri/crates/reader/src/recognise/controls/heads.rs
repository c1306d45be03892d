//! What a cell of a head says of its column.
//!
//! **Accepts** the words of the field, with the vendor's or the auditor's own name behind "specified by" or "performed by".
//! **Refuses** cells that state a result: "Exceptions Noted" is a head, "Exception noted." is none.

use std::cell::RefCell;
use std::sync::LazyLock;

use super::outcome;
use crate::pattern::{Pattern, pattern};
use crate::recognise::remembered::Remembered;

/// Most words of a cell of a head.
pub(super) const MOST_WORDS: usize = 14;
/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Id,
    Criterion,
    Control,
    /// "Control" alone: the number or the text.
    ControlOrId,
    /// "Description" alone: the control where no other column is.
    Description,
    Test,
    Result,
    /// Tests and results together.
    TestAndResult,
    /// "Test Type", "Testing Method": the tests where no other column is.
    TestKind,
    /// Exceptions alone, as in a summary.
    Exception,
    Response,
    /// Something that no control table has.
    Foreign,
    /// What may be said of a control, and of other things as well: its owner, its location.
    Attribute,
    Other,
}

/// Words of tables about others and about other things.
static FOREIGN: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:severity|ip address|version|due date|effort|page|question|answer|technology|impact|likelihood|iso|nist|hipaa)\b",
    )
});
/// Whose the controls are that are none of the vendor's own.
static OF_OTHERS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:complementary|user entit(?:y|ies)|user organi[sz]ations?|sub-?service|sub-?processors?)\b|^(?:(?:expected|assumed|required|related) )?(?:customer|client|user|vendor|third[- ]part(?:y|ie))s?(?:'s?'?)?(?: .*)?$|\b(?:by|at|of) (?:the |your |its |all )?(?:customers?|clients?|users?|vendors?|third part(?:y|ies))$",
    )
});
static ATTRIBUTE: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:owners?|locations?|risk (?:level|rating)|frequency)\b"));
/// Who specified the controls or performed the tests: a name may hold any word.
static BY_WHOM: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r" (?:as )?(?:specified|provided|performed|implemented|designed|described|stated|conducted|applied|executed|placed in operation|in place) (?:by|at) .*$",
    )
});
static RESPONSE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"\bresponses?\b|\bmanagement'?s? (?:comments?|action|reply)|\bremediation\b|\bcorrective action")
});
static RESULT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bresults?\b|\bconclusions?\b|\boutcomes?\b|^what (?:we|the (?:service )?auditors?) (?:found|concluded)$|^observations?$",
    )
});
static TEST: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\btest(?:s|ed|ing)?\b|\b(?:audit(?:or)?'?s?|service auditor'?s?|assessment|examination|verification) (?:procedures?|steps?|work)|\bprocedures? (?:performed|applied)|\bnature (?:and|,|of) |^what (?:we|the (?:service )?auditors?) (?:did|tested)$|^(?:audit |our )?work (?:performed|done)$",
    )
});
static BOTH: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^.*\b(?:tests?|testing|procedures?)\b.*(?:\band\b|&|/|,).*\bresults?\b"));
static EXCEPTION: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b(?:exceptions?|deviations?|findings?)\b"));
/// A head that says no more than that exceptions, or results with them, stand below; a cell that says so would say which.
static NAMES_EXCEPTIONS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:[a-z' ]{0,40}\b(?:results?|conclusions?|outcomes?)\b[a-z' ]{0,40}(?:/|&|,|-|\(|\band\b|\bor\b) ?)?(?:(?:description|details?|nature) of (?:any |the )?)?(?:(?:test(?:ing)?|control|noted|identified) )?(?:(?:exceptions?|deviations?|findings?)|(?:exceptions|deviations|findings|exception ?\(s\)|deviation ?\(s\))(?:,? (?:noted|identified|found|observed|if any|\(if any\)))+)(?: ?\?|\))?$",
    )
});
static ID: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:related |service organi[sz]ation'?s? |key |company )?(?:controls?|control activit(?:y|ies)|ctrl|activity|test) ?)?(?:#|nos?\.?|numbers?|ids?\.?|refs?\.?|references?|identifiers?|codes?)(?: ?(?:#|nos?\.?|numbers?|ids?))?$|^item$",
    )
});
static CONTROL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bcontrols? (?:activit|descri|specified|statement|procedure|provided|in place|detail|narrative|as specified|stated|implemented|performed|language|text|name|title)|\bdescription of (?:the )?(?:service organi[sz]ation'?s? )?control|\bcontrols?$|\bcontrol activit|\bactivit(?:y|ies)\b",
    )
});
/// Criterion and control under one head: the control, where no other column is.
static CRITERION_AND_CONTROL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:criteri(?:on|a)|objectives?)(?: ?[,/&] ?| and | with )(?:the )?(?:related |key |associated |supporting |corresponding )?controls?(?: activit(?:y|ies))?$",
    )
});
static KIND_OF_TEST: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\btest(?:s|ing)? (?:types?|dates?|method(?:s|ology)?|approach|technique)$|^(?:type|date|method|nature) of tests?(?:ing)?$|^procedures?$",
    )
});
static CRITERION: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bcriteri(?:on|a)\b|\bts[cp]\b|\bprinciples?\b|\btrust services?\b|\b(?:control )?objectives?\b|\bcategory\b",
    )
});

thread_local! {
    static SAID: RefCell<Remembered<Option<Column>>> = RefCell::new(Remembered::new());
}

/// Tells what the words of a head say that its column holds.
pub(super) fn of_head(text: &str) -> Option<Column> {
    if let Some(said) = SAID.with_borrow(|said| said.get(text)) {
        return said;
    }
    let says = read(text);
    SAID.with_borrow_mut(|said| said.keep(text, says));
    says
}

fn read(text: &str) -> Option<Column> {
    let text = text.replace('\n', " ");
    let stopped = text.trim_end().ends_with('.');
    let text = text.trim_end_matches([':', '.', '*', ' ']);
    if text.is_empty() || text.split_whitespace().count() > MOST_WORDS {
        return None;
    }
    let names_exceptions = NAMES_EXCEPTIONS.is_match(text) && !(stopped && text.contains(' '));
    if outcome::of_result(text).is_some() && !names_exceptions {
        return None;
    }
    // "Controls Specified by Heron Technology, Inc.": the name says nothing of the column.
    let bare = &*BY_WHOM.replace_all(text, "");
    let one_of = |a: &str, b: &str| bare.eq_ignore_ascii_case(a) || bare.eq_ignore_ascii_case(b);
    let column = if RESPONSE.is_match(bare) {
        Column::Response
    } else if OF_OTHERS.is_match(text) && !text.to_lowercase().contains("service auditor") {
        Column::Foreign
    } else if KIND_OF_TEST.is_match(bare) {
        Column::TestKind
    } else if ATTRIBUTE.is_match(bare) {
        Column::Attribute
    } else if FOREIGN.is_match(bare) && !CONTROL.is_match(bare) && !TEST.is_match(bare) {
        Column::Foreign
    } else if RESULT.is_match(bare) {
        if BOTH.is_match(bare) { Column::TestAndResult } else { Column::Result }
    } else if ID.is_match(bare) || bare == "#" {
        Column::Id
    } else if EXCEPTION.is_match(bare) {
        Column::Exception
    } else if TEST.is_match(text) {
        Column::Test
    } else if one_of("control", "controls") {
        if bare == text { Column::ControlOrId } else { Column::Control }
    } else if CRITERION_AND_CONTROL.is_match(bare) {
        Column::Description
    } else if CRITERION.is_match(bare) && !bare.to_lowercase().contains("activit") {
        if bare.to_lowercase().contains("focus") { Column::Other } else { Column::Criterion }
    } else if CONTROL.is_match(bare) {
        Column::Control
    } else if bare.eq_ignore_ascii_case("description") {
        Column::Description
    } else {
        return None;
    };
    Some(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_in_the_words_of_many_auditors() {
        for (head, expected) in [
            ("Exceptions Noted", Some(Column::Exception)),
            ("Deviations Noted", Some(Column::Exception)),
            ("Exceptions Identified", Some(Column::Exception)),
            ("Exceptions Noted?", Some(Column::Exception)),
            ("Exception(s) Noted", Some(Column::Exception)),
            ("Exceptions, if any", Some(Column::Exception)),
            ("Test Results / Exceptions Noted", Some(Column::Result)),
            ("Results and Exceptions", Some(Column::Result)),
            ("Exception noted.", None),
            ("Exceptions noted.", None),
            ("No exceptions noted", None),
            ("Exception noted", None),
            ("Controls Specified by Acme Technology, Inc.", Some(Column::Control)),
            ("Control Activity Specified by Customer Bank", Some(Column::Control)),
            ("Test of Controls Performed by Technology Assurance LLP", Some(Column::Test)),
            ("Controls Expected to Be Implemented by User Entities", Some(Column::Foreign)),
            ("Controls Implemented by Customers", Some(Column::Foreign)),
            ("Complementary Controls", Some(Column::Foreign)),
            ("Customer Responsibilities", Some(Column::Foreign)),
            ("Vendor", Some(Column::Foreign)),
            ("Control Owner", Some(Column::Attribute)),
            ("Risk Level", Some(Column::Attribute)),
            ("Control Objective and Controls", Some(Column::Description)),
            ("Criteria and Control", Some(Column::Description)),
            ("Control Objectives and Related Controls", Some(Column::Description)),
            ("Control Objective", Some(Column::Criterion)),
            ("Test Type", Some(Column::TestKind)),
            ("Testing Method", Some(Column::TestKind)),
            ("Tests of Controls and Results", Some(Column::TestAndResult)),
        ] {
            assert_eq!(of_head(head), expected, "head: {head}");
        }
    }
}
