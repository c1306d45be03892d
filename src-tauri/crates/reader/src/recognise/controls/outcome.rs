//! What a result says in one word.
//!
//! **Reads** the wording of `practice.md` §10: "No exceptions noted", "None noted", "Without exception"; "Exceptions
//! noted. For 2 of 25 …"; "Not tested"; "did not occur during the period".
//! **Accepts** exceptions, deviations and findings as one thing; numbers as digits and as words.
//! **Refuses** to take a negation ("no exceptions") or a count of nothing ("0 of 25") for an exception, and to guess where
//! none of the wordings stands.

use std::cell::RefCell;
use std::sync::LazyLock;

use countersign_domain::reading::TestOutcome;

use crate::pattern::{Pattern, pattern};
use crate::recognise::remembered::Remembered;
use crate::recognise::sample;
use crate::text::normal::plain;

const DEVIATION: &str = r"(?:exceptions?|deviations?|findings?|discrepanc(?:y|ies)|issues?|errors?|anomal(?:y|ies)|deficienc(?:y|ies)|weakness(?:es)?|non-?conformit(?:y|ies)|non-?conformances?|exception\(s\)|deviation\(s\))";

static NEGATED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:no|without|zero|0|nor|not any|free of|nil)(?: any)?(?: (?:such|relevant|material|testing|test|control|noted|other|further|additional|significant|reportable|identified|or)){{0,3}} {DEVIATION}(?: or {DEVIATION})?(?: (?:was|were|have been|has been|are))?(?: (?:noted|identified|found|observed|detected|reported|disclosed|discovered))?|\bno (?:[a-z-]+ ){{1,4}}(?:exceptions?|deviations?)\b(?: (?:was|were))?(?: (?:noted|identified|found))?|\bdid not (?:result in|note|identify|disclose|reveal)(?: any)? {DEVIATION}|\bexceptions? (?:was|were) not (?:noted|identified)|\b(?:exceptions?|deviations?) ?(?:noted|identified)? ?[:-] ?(?:(?:no|nil|n/a)(?: ?$| ?[.,;])|none(?: ?$|[^\w ]| (?:[^o]|o[^f])))"
    ))
});
/// "No other exceptions" says that there was one.
static OTHER: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\bno (?:other|further|additional) (?:relevant )?(?:exceptions?|deviations?)\b"));
/// "No exceptions noted other than …" says that there was one as well.
static SAVE_FOR: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:no|without) (?:[a-z]+ )?(?:exceptions?|deviations?)(?: (?:was|were))?(?: (?:noted|identified|found|observed))?,? (?:except|excepting|other than|apart from|aside from|besides|save for|with the exception of)\b",
    )
});
static EXCEPTION: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:exceptions?|exception\(s\)|deviations?|deviation\(s\)|findings?|discrepanc(?:y|ies)|non-?conformit(?:y|ies)|deficienc(?:y|ies)|weakness(?:es)?)(?: (?:was|were|has been|have been|is|are))? ?(?:noted|identified|found|observed|detected|reported|disclosed|details?|description|occurred|[:-])|^ ?(?:\w+ )?(?:exceptions?|deviations?)\b ?[.:;,-]|^ ?(?:(?:minor|major|significant|isolated|one|an?) )?(?:exceptions?|deviations?) ?$|\bsee (?:the )?(?:exceptions?|deviations?|findings?)\b|\b(?:an?|one|two|three|four|five|\d{1,3}|several|certain) instances? (?:was|were) (?:noted|identified|found|observed)\b|^ ?(?:fail(?:ed|ure)?|not (?:met|satisfied|achieved|compliant|satisfactory)|unsatisfactory|non-?complian(?:t|ce))\.?$|\bdeviations? (?:where|in which|from)\b|\b(?:did not|does not|was not|were not|not) (?:operat(?:e|ing|ed) effectively|designed)|\bcontrol (?:failed|failure)|\bineffective\b|\bnot effective\b",
    )
});
static FELL_SHORT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:was|were|had|did|has|have|could|is|are) not\b|\black(?:ed|ing|s)?\b|\bfailed\b|\bmissing\b|\bno (?:evidence|documentation|approval)\b|\bnot (?:evidenced|documented|retained|available|performed|completed|timely)\b|\boverdue\b|\blate\b|\b(?:one|two|three|four|five|\d{1,3}) (?:[a-z-]+ ){1,4}?(?:was|were) (?:identified|noted|found|observed) (?:whose|where|that|which|with|without|in which|for wh(?:ich|om))\b",
    )
});
/// What only a number of some says that something fell short: "3 were closed after more than thirty days".
static AFTER_ALL: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\bwithout\b|\bhad no\b|\b(?:after|for|exceed\w*) more than\b|\bbeyond\b|\bexceeded\b"));
static NOT_TESTED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:not (?:been )?tested|not (?:be )?able to (?:be )?test|unable to (?:be )?test|untested|could not (?:be )?test(?:ed)?|no (?:tests?|testing|test procedures?)(?: (?:of [a-z ]{0,40}))?(?:was|were|is)? ?(?:performed|applied|conducted)|not (?:been )?subject(?:ed)? to (?:test|our test)|test(?:s|ing)? (?:of [a-z ]{0,40})?(?:was|were) not (?:performed|possible|completed|conducted)|no testing|insufficient evidence|unable to obtain|test(?:ing)? not (?:performed|possible|applicable)|not in scope|out of scope|scope limitation)\b|^ ?(?:n/?a|not applicable)\.?$",
    )
});
/// What must come about before a control operates.
const TRIGGER: &str = r"(?:changes?|incidents?|breach(?:es)?|requests?|terminations?|hires?|leavers|joiners|transfers?|departures?|disposals?|emergenc(?:y|ies)|releases?|deployments?|disruptions?|outages?|disasters?|restorations?|violations?|complaints?|(?:new|terminated|departed|departing) (?:[a-z]+ )?(?:hires|employees?|customers?|clients?|vendors?|contractors?|users?|personnel|suppliers?)|(?:customers?|employees?|clients?|vendors?|contractors?|users) (?:were )?(?:terminated|onboarded|off-?boarded|hired|added|left))";
/// How it comes about.
const CAME: &str = r"(?: (?:was|were|had been|have been|that|which|had))?(?: been)?(?: (?:occurred|hired|terminated|onboarded|off-?boarded|reported|identified|received|made|initiated|implemented|raised|declared|noted|requested|required|processed|deployed|escalated|transferred|added))?";
static DID_NOT_OCCUR: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:did not (?:occur|take place|operate|arise|happen)\b[^.]{{0,60}}?\b(?:period|year|window)|(?:no|zero) (?:[a-z/-]+ ){{0,8}}?(?:occurred|took place|were (?:made|hired|terminated|reported|performed|required|requested|initiated|processed|onboarded|executed|declared)|was (?:made|required|triggered))|there (?:was|were) no (?:[a-z/-]+ ){{0,8}}?(?:during|in|within|for|throughout) the|no (?:instances?|occurrences?|occurrence|such events?|events|activity|population|transactions|incidents)\b(?: (?:noted|identified|available|of|to|that|in|during|within|for|requiring|exist(?:s|ed)?)|[.,;]|$)|not (?:applicable|triggered|invoked|executed|exercised)[^.]{{0,60}}?\b(?:no such|no events|period|occur)|(?:the )?(?:operation of the )?control(?: activity)? (?:did not (?:occur|operate)(?:\b ?(?:[.,;]|$| during| in| within| as| because)|$)|was not (?:triggered|required|invoked))|circumstances that warrant|did not have any [^.]{{0,60}}during)|^ ?(?:(?:n/?a|not applicable)\b\W*)?(?:the )?(?:events?|control|activit(?:y|ies)|control activit(?:y|ies)|operation|circumstances?|condition|trigger(?:ing events?)?)? ?(?:did|has|have|had) not (?:yet )?(?:occur(?:red)?|take place|taken place|arisen?|happen(?:ed)?)\.?$|\b(?:as|because|since|when|given that) (?:the|an?|no|such) (?:[a-z]+ )?(?:events?|activit(?:y|ies)|circumstances?|conditions?|triggers?|situations?|scenarios?)(?: [a-z]+)? (?:(?:did|has|had|have) not (?:yet )?)?(?:occur(?:red)?|take place|taken place|arisen?|arose|happen(?:ed)?)\b|\b(?:(?:had|has|was|were|is|are) )?not (?:yet )?(?:come |been |fallen )?due(?: yet)?(?:[.,;]|$| (?:for|until|during|in|within)\b)|^ ?(?:n/?a|not applicable)\b[-,:;.( ]*(?:as |because |since |due to )?(?:there (?:was|were|have been) )?no\b|\bno (?:[a-z/-]+ ){{0,4}}?{TRIGGER}{CAME} (?:(?:during|within|throughout) (?:the|this)\b|(?:in|for) (?:the|this) (?:[a-z]+ ){{0,2}}(?:period|year|window|quarter)\b)|(?:^|[.;:] ?|- ?)(?:there (?:was|were) )?no (?:[a-z/-]+ ){{0,4}}?{TRIGGER}{CAME}(?:\.?$|[,;])|\bno such (?:[a-z]+ ){{1,3}}?(?:was|were|occurred|existed|took place|received|during|arose)\b|\bnone (?:occurred|took place|arose|were (?:required|requested|initiated|received|made))\b|\bnon-?occurrence\b|\bno (?:samples?|populations?|items?) (?:(?:was|were|is|are) )?(?:available|to (?:test|select|sample)|existed)\b",
    ))
});
static PASSED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^ ?(?:none|nil|pass(?:ed)?|satisfactory|satisfied|effective|ok|compliant|operating effectively|operated effectively|met|verified|achieved)\.?$|\bnone (?:noted|identified|found|reported)\b|\bno relevant\b|\b(?:operated|operating|designed) effectively\b|\btested without\b|\ball (?:[a-z0-9]+ ){0,6}(?:passed|compliant|enabled|approved|followed|as expected|in place)\b|\bas expected\b|\bno (?:concerns|gaps|weaknesses|exceptional)\b|\bexceptions?: ?none\b|\bsatisfactor(?:y|ily)\b|\bpassed\b",
    )
});

thread_local! {
    static SAID: RefCell<Remembered<Option<TestOutcome>>> = RefCell::new(Remembered::new());
}

/// Tells what a result says; `None` where its wording is not known.
pub(crate) fn of_result(result: &str) -> Option<TestOutcome> {
    if let Some(said) = SAID.with_borrow(|said| said.get(result)) {
        return said;
    }
    let says = read(result);
    SAID.with_borrow_mut(|said| said.keep(result, says));
    says
}

fn read(result: &str) -> Option<TestOutcome> {
    let result = &result.chars().map(plain).collect::<String>();
    let negated = NEGATED.is_match(result);
    let rest = if negated { NEGATED.replace_all(result, " ") } else { result.into() };
    let save_for = negated && SAVE_FOR.is_match(result);
    let counted = sample::find(&rest);
    let not_tested = NOT_TESTED.is_match(&rest);
    // "No tests were performed" tells of tests, not of events.
    let events = if not_tested { NOT_TESTED.replace_all(&rest, " ") } else { rest.as_ref().into() };
    let did_not_occur = DID_NOT_OCCUR.is_match(&events);
    let deviates = counted.is_some_and(|s| {
        s.sample.deviating > 0
            && s.sample.deviating <= s.sample.tested
            && (!s.reversed || FELL_SHORT.is_match(&rest) || AFTER_ALL.is_match(&rest))
    });
    if save_for {
        return Some(TestOutcome::Exception);
    }
    if EXCEPTION.is_match(&rest) && !(did_not_occur && !deviates && !says_exception(&rest)) {
        return Some(TestOutcome::Exception);
    }
    // Of two results that run together the second may deviate.
    let second = || {
        let clean = NEGATED.find(result).filter(|clean| clean.start() == 0);
        let after = clean.map_or("", |clean| &result[clean.end()..]);
        let some = sample::find(after).is_some_and(|s| s.sample.deviating < s.sample.tested);
        some && (FELL_SHORT.is_match(after) || AFTER_ALL.is_match(after))
    };
    let passed = (negated && !(deviates && (OTHER.is_match(result) || second()))) || PASSED.is_match(&rest);
    if deviates && !passed && !not_tested {
        return Some(TestOutcome::Exception);
    }
    // Where nothing happened, that is why nothing was tested.
    if did_not_occur {
        return Some(TestOutcome::DidNotOccur);
    }
    if not_tested {
        return Some(TestOutcome::NotTested);
    }
    if passed {
        return Some(TestOutcome::NoException);
    }
    FELL_SHORT.is_match(&rest).then_some(TestOutcome::Exception)
}

/// Whether the very word stands there: "the control did not operate" alone is no exception.
fn says_exception(text: &str) -> bool {
    let text = text.to_lowercase();
    ["exception", "deviation", "effectively", "finding"].iter().any(|word| text.contains(word))
}

/// Whether a sentence is one of a result: the wording of a test does not occur in it.
pub(crate) fn opens_result(sentence: &str) -> bool {
    NEGATED.is_match(sentence)
        || EXCEPTION.is_match(sentence)
        || NOT_TESTED.is_match(sentence)
        || PASSED.is_match(sentence) && sentence.len() < 40
}

/// Gives the outcome of a row: the gravest of its results.
pub(crate) fn of_row(results: &[String]) -> TestOutcome {
    const ORDER: [TestOutcome; 4] =
        [TestOutcome::Exception, TestOutcome::NotTested, TestOutcome::DidNotOccur, TestOutcome::NoException];
    let found: Vec<TestOutcome> = results.iter().filter_map(|r| of_result(r)).collect();
    ORDER.into_iter().find(|o| found.contains(o)).unwrap_or(TestOutcome::NotStated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_of_results() {
        use TestOutcome::{DidNotOccur, Exception, NoException, NotTested};
        for (result, expected) in [
            ("No exceptions noted.", Some(NoException)),
            ("No exception noted", Some(NoException)),
            ("No deviations were noted.", Some(NoException)),
            ("No relevant exceptions noted", Some(NoException)),
            ("No testing exceptions identified.", Some(NoException)),
            ("No approval exceptions noted", Some(NoException)),
            ("No gate or door exceptions were noted.", Some(NoException)),
            ("None noted.", Some(NoException)),
            ("None", Some(NoException)),
            ("Without exception", Some(NoException)),
            ("Tested without exception.", Some(NoException)),
            ("No exceptions or deviations were identified in the 25 items tested.", Some(NoException)),
            ("Exceptions: None", Some(NoException)),
            ("Exceptions noted: none. Tested in May.", Some(NoException)),
            ("Exceptions: No", Some(NoException)),
            ("0 of 25 deviated. No exceptions noted.", Some(NoException)),
            ("Pass", Some(NoException)),
            ("No exceptions noted 4 out of 25 sampled days had no host.", Some(Exception)),
            ("Without exception. We noted that three of 15 leavers kept a key for more than one day.", Some(Exception)),
            ("For 2 of 25 leavers the form was not needed. No exceptions noted.", Some(NoException)),
            ("The control operated effectively.", Some(NoException)),
            ("Exception noted.", Some(Exception)),
            ("Exception — 47 days", Some(Exception)),
            ("For 2 of 25 gates the closer was worn. No other exceptions noted.", Some(Exception)),
            ("For 3 of the 30 lists the review came late. No payment errors resulted.", Some(Exception)),
            ("Exceptions noted. For 2 of 25 gardeners, the badge was blocked late.", Some(Exception)),
            ("Deviation noted: one review was late.", Some(Exception)),
            ("Exception: No reviews were performed in the period.", Some(Exception)),
            ("Exception noted: No log was kept.", Some(Exception)),
            ("Exceptions noted: None of the 25 changes was approved.", Some(Exception)),
            ("Two of 25 workstations had no lock.", Some(Exception)),
            ("For one (1) of twenty-five (25) changes, approval was not retained.", Some(Exception)),
            ("No exceptions noted for the design. However, a deviation was noted in operation.", Some(Exception)),
            ("The control did not operate effectively.", Some(Exception)),
            ("Approval was not documented for a change.", Some(Exception)),
            ("Not tested.", Some(NotTested)),
            ("We were unable to test the control.", Some(NotTested)),
            ("N/A", Some(NotTested)),
            ("No tests of operating effectiveness were performed.", Some(NotTested)),
            ("The control did not operate during the period.", Some(DidNotOccur)),
            ("No security incidents occurred during the period.", Some(DidNotOccur)),
            ("No exceptions noted. There were no terminations during the period.", Some(DidNotOccur)),
            ("No occurrences during the period.", Some(DidNotOccur)),
            ("There was no instance in the period; therefore operation could not be tested.", Some(DidNotOccur)),
            ("Did not occur", Some(DidNotOccur)),
            ("N/A – did not occur", Some(DidNotOccur)),
            ("The event did not occur.", Some(DidNotOccur)),
            ("The control could not be tested as the event did not occur.", Some(DidNotOccur)),
            ("The annual test had not yet come due.", Some(DidNotOccur)),
            ("N/A – no changes during the period", Some(DidNotOccur)),
            ("Not applicable as no incidents were identified.", Some(DidNotOccur)),
            ("No customers terminated during the audit period.", Some(DidNotOccur)),
            ("No such requests were received.", Some(DidNotOccur)),
            ("No emergency changes were deployed in the period.", Some(DidNotOccur)),
            ("None occurred", Some(DidNotOccur)),
            ("Non-occurrence", Some(DidNotOccur)),
            ("No sample available", Some(DidNotOccur)),
            ("There were no new hires.", Some(DidNotOccur)),
            ("The list held no terminated users.", None),
            ("The delay was not due to the control.", Some(Exception)),
            ("The review of the second quarter did not occur.", Some(Exception)),
            ("For 2 of 25 changes, the review did not occur.", Some(Exception)),
            ("No evidence of approval was retained during the period.", Some(Exception)),
            ("Noted that no incident was closed without a review. No exceptions noted.", Some(NoException)),
            ("See deviation below", Some(Exception)),
            ("Minor deviation", Some(Exception)),
            ("Deficiency noted", Some(Exception)),
            ("Control deficiency identified.", Some(Exception)),
            ("An instance was noted in which a gate stood open.", Some(Exception)),
            ("One user was identified whose access remained active.", Some(Exception)),
            ("Fail", Some(Exception)),
            ("Not met", Some(Exception)),
            ("Unsatisfactory", Some(Exception)),
            ("Non-compliant", Some(Exception)),
            ("No deficiencies noted.", Some(NoException)),
            ("No instances were noted in which a gate stood open.", None),
            ("No exceptions noted except as follows: for one month, no list was kept.", Some(Exception)),
            ("No exceptions other than for 2 of 25 gates.", Some(Exception)),
            ("No exceptions were noted, with the exception of one late review.", Some(Exception)),
            ("For a sample of 25 gardeners, the key of 3 was not returned.", Some(Exception)),
            ("Of the 25 holes selected, 3 were filled after more than thirty days.", Some(Exception)),
            ("For a sample of 25 gates, we noted that 2 had no closer.", Some(Exception)),
            ("For a sample of 25 changes, approval was given within 2 days.", None),
            ("Green", None),
        ] {
            assert_eq!(of_result(result), expected, "outcome of: {result}");
        }
    }

    #[test]
    fn the_gravest_result_of_a_row_counts() {
        let row = |results: &[&str]| of_row(&results.iter().map(|r| (*r).to_owned()).collect::<Vec<_>>());
        assert_eq!(row(&["No exceptions noted.", "Exception noted."]), TestOutcome::Exception, "an exception first");
        assert_eq!(row(&["No exceptions noted.", "Not tested."]), TestOutcome::NotTested, "then what was not tested");
        assert_eq!(row(&[]), TestOutcome::NotStated, "no result, nothing stated");
    }
}
