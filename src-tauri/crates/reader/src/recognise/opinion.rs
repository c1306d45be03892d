//! The auditor's opinion.
//!
//! **Reads** unqualified, qualified, adverse or disclaimer, and the paragraph that explains a modified opinion.
//! **Where**: in the opinion paragraphs of the auditor's report alone: from "In our opinion" (or the words that decline
//! one) to the next heading. A label such as `Auditor Opinion: Unqualified` counts only where no such paragraph stands.
//! **Accepts** the wording of AT-C 205 and 320, ISAE 3000 and 3402 (`practice.md` §10.1, rule 2), tried in the order
//! disclaimer, adverse, qualified, unqualified:
//! a disclaimer declines an opinion for want of evidence; an adverse opinion rests on the significance of matters and
//! denies a limb; a qualified one excepts a matter; an unqualified one has at least one limb and none of these.
//! **Refuses** "do not express an opinion thereon" of a Type 1, "our responsibility is to express an opinion", the word
//! "qualified" anywhere else, "except for" in the wording of controls, and an opinion that breaks off before it says
//! anything.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::{Fact, Opinion};

use super::parts::Parts;
use crate::pattern::{Pattern, pattern};
use crate::text::Flow;

/// Longest opinion that is looked at, in bytes: three limbs with both kinds of complementary controls fit twice.
const LONGEST: usize = 4_500;

static START: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:(?:except for|because of|with the exception of)[^.\n]{0,220}?,? )?\bin our (?:professional )?(?:opinion|conclusion)\b|\b(?:we conclude|we are of the opinion|it is our opinion) that\b|\bwe do not express (?:an|any) opinion on\b|\bwe (?:do not|are unable to) express\b[^.]{0,40}\bopinion|\bwe disclaim\b",
    )
});
static END: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\n\s*(?:[a-z\d]{1,3}[.)] )?(?:restrict(?:ed|ion)s? (?:on )?(?:of )?use|restrictions?|intended users?|intended use|emphasis|other matters?|basis for|purpose|scope\b|subservice|we have examined|we conducted|our examination|use of (?:this )?report|this report|service auditor'?s?'? (?:independence|responsib)|management'?s assertion|section \w|description of tests|inherent limitations|system description|control (?:environment|exceptions)|distribution)",
    )
});
static NO_EVIDENCE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:not (?:been )?able|unable) to obtain (?:sufficient|enough)|sufficient (?:and )?appropriate evidence to provide a basis|scope limitation|limitations? (?:on|in) the scope",
    )
});
static DECLINES: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:do not|does not|cannot|are unable to|not able to) (?:and therefore )?(?:express|form|give|render) (?:an|any) opinion|\bdisclaim(?:s|er)?\b(?: of)?(?: an)? opinion|we disclaim",
    )
});
static DISCLAIMER_HEADING: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"(?:^|\n)\s*(?:basis for )?disclaimer of opinion\b"));
static ADVERSE_HEADING: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(?:^|\n)\s*(?:basis for )?adverse opinion\b"));
static QUALIFIED_HEADING: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"(?:^|\n)\s*(?:basis for )?qualified opinion\b"));
static SIGNIFICANCE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"because of the (?:significance|effects?|pervasive\w*|materiality) of (?:the )?matters?|because of (?:the )?matters? (?:described|discussed|referred|noted|set out|identified)|owing to the significance|due to the significance",
    )
});
static DENIES: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:does|do|did) not (?:fairly )?(?:present|operate)|\b(?:were|was|is|are) not (?:suitably|fairly|effective|operating|presented|designed|stated)|\bnot (?:been )?presented",
    )
});
static EXCEPTS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bexcept (?:for|as) (?:the )?(?:(?:possible )?effects? of |(?:possible )?effects? )?(?:the )?(?:following )?(?:matters?|exceptions?|deviations?|deficienc|findings?|issues?|items?|conditions?|failures?|noted|described|discussed|control|effects?)|\bwith the exceptions? (?:of|noted|described|for)|\bsubject to the (?:matters?|exceptions?)|in our opinion, except (?:for|as)\b",
    )
});
/// Before the opinion says anything, whatever it excepts qualifies it.
static EXCEPTS_FIRST: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\bexcept (?:for|as|that|with respect to)\b|\bexcepting\b|\bwith the exceptions? of\b"));
static LIMB: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:presents?|presented|fairly stated|suitably designed|operated effectively|operating effectively|were effective|was effective|effectively operated)\b",
    )
});
static UNDER_HEADING: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:^|\n)\s*(?:[\dA-Z]{1,3}[.):]+ )?(?:independent )?(?:service )?auditor'?s?'? opinion\s*[:.-]?\s*\n(?P<text>[^\n]{30,})",
    )
});
static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?:independent )?(?:service )?auditor'?s?'? |audit )?opinion(?: type)?\s*:\s*(?P<o>unqualified|unmodified|clean|qualified|adverse|disclaimer)\b",
    )
});
/// Where the opinion stands: from its first words to the next heading.
pub(crate) fn passage(letter: &Flow<'_>) -> Option<Range<usize>> {
    let text = letter.text();
    // Words that decline an opinion "thereon" stand in every Type 1 report; the opinion itself comes elsewhere.
    let starts: Vec<Range<usize>> = START.find_iter(text).map(|m| m.range()).collect();
    let says = |range: &&Range<usize>, words: &str| text[(*range).clone()].to_lowercase().contains(words);
    // "If we conclude that …" may stand before the opinion itself.
    let start = starts
        .iter()
        .find(|range| says(range, "our "))
        .or_else(|| starts.iter().find(|range| says(range, " that")))
        .or(starts.first())?;
    let limit = floor(text, start.start + LONGEST);
    let body = &text[start.start..limit];
    let end = END.find(body).map_or(limit, |m| start.start + m.start());
    Some(start.start..end)
}

pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Reads the opinion.
pub(crate) fn read(parts: &Parts<'_>) -> Option<Fact<Opinion>> {
    if let Some(flow) = &parts.letter
        && let Some((opinion, range)) = in_letter(flow)
    {
        return flow.fact(opinion, range);
    }
    parts.letter.iter().chain([&parts.cover]).find_map(|flow| {
        let (opinion, range) = labelled(flow)?;
        flow.fact(opinion, range)
    })
}

/// What a label calls the opinion.
pub(crate) fn labelled(flow: &Flow<'_>) -> Option<(Opinion, Range<usize>)> {
    let found = LABEL.captures(flow.text())?;
    let opinion = match found["o"].to_lowercase().as_str() {
        "qualified" => Opinion::Qualified,
        "adverse" => Opinion::Adverse,
        "disclaimer" => Opinion::Disclaimer,
        _ => Opinion::Unqualified,
    };
    Some((opinion, found.get(0)?.range()))
}

fn in_letter(flow: &Flow<'_>) -> Option<(Opinion, Range<usize>)> {
    let text = flow.text();
    if let Some(declined) = declined(text) {
        return Some((Opinion::Disclaimer, declined));
    }
    if let Some(range) = passage(flow) {
        let said = &text[range.clone()];
        // A headline with nothing behind it says nothing.
        let opinion = judge(text, said)?;
        return Some((opinion, sentence(text, &range)));
    }
    let under = UNDER_HEADING.captures(text)?;
    let said = under.name("text")?;
    let opinion = judge(text, said.as_str())?;
    Some((opinion, said.range()))
}

/// A statement that declines an opinion for want of evidence, or under its own heading.
fn declined(text: &str) -> Option<Range<usize>> {
    let headed = DISCLAIMER_HEADING.is_match(text);
    DECLINES
        .find_iter(text)
        .map(|m| m.range())
        .find(|found| {
            let from = floor(text, found.start.saturating_sub(700));
            let to = floor(text, found.end + 300);
            let thereon = text[found.end..to].trim_start().starts_with("thereon")
                || text[found.end..to].trim_start().starts_with("on it");
            !thereon && (headed || NO_EVIDENCE.is_match(&text[from..to]))
        })
        .map(|found| {
            let start = text[..found.start].rfind(['.', '\n']).map_or(0, |at| at + 1);
            let end = text[found.end..].find(['.', '\n']).map_or(text.len(), |at| found.end + at + 1);
            start..end
        })
}

fn judge(letter: &str, said: &str) -> Option<Opinion> {
    let adverse_heading = ADVERSE_HEADING.is_match(letter);
    if DENIES.is_match(said) && (SIGNIFICANCE.is_match(said) || adverse_heading) {
        return Some(Opinion::Adverse);
    }
    let before = LIMB.find(said).map_or(said, |limb| &said[..limb.start()]);
    if EXCEPTS.is_match(said) || EXCEPTS_FIRST.is_match(before) {
        return Some(Opinion::Qualified);
    }
    if !LIMB.is_match(said) || DENIES.is_match(said) || adverse_heading || SIGNIFICANCE.is_match(said) {
        return None;
    }
    if QUALIFIED_HEADING.is_match(letter) {
        return Some(Opinion::Qualified);
    }
    Some(Opinion::Unqualified)
}

/// The opinion's first sentence and its first limb, short enough to be a quote.
fn sentence(text: &str, range: &Range<usize>) -> Range<usize> {
    let said = &text[range.clone()];
    let limb = LIMB.find(said).map_or(0, |m| m.end());
    let end = said[limb..].find(['.', ';', '\n']).map_or(said.len(), |at| limb + at);
    range.start..range.start + end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::recognise::testing::Report;

    fn opinion(basis: &str, said: &str) -> Option<Opinion> {
        Report { basis: basis.into(), opinion: said.into(), ..Report::default() }.read().opinion.map(|f| f.value)
    }

    const LIMBS: &str = "the description fairly presents the System that was designed and implemented throughout the period, and the controls stated in it were suitably designed and operated effectively throughout the period";

    #[test]
    fn unqualified_opinions_in_the_standards_words() {
        for said in [
            format!("## Opinion\nIn our opinion, in all material respects, {LIMBS}."),
            format!("## Opinion\nIn our opinion, in all material respects, based on the criteria described in the assertion in section II, {LIMBS}."),
            "## Opinion\nIn our opinion, management’s assertion that the controls within the System were effective throughout the period is fairly stated, in all material respects.".to_owned(),
            format!("## Our opinion\nBased on our examination, in our opinion, {LIMBS}."),
            format!("## Conclusion\nIn our conclusion, in all material respects, {LIMBS}."),
            format!("## Opinion\nIn our professional opinion, in all material respects, {LIMBS}."),
            format!("## Conclusion\nWe conclude that, in all material respects, {LIMBS}."),
            format!("## Unmodified Opinion\nIn our opinion, in all material respects:\na. {LIMBS};\nb. the controls tested operated effectively, except in emergencies the change process was followed."),
            "## Auditor’s Opinion\nBased on the procedures performed, controls were suitably designed and operated effectively throughout the review period.".to_owned(),
        ] {
            assert_eq!(opinion("", &said), Some(Opinion::Unqualified), "clean: {said}");
        }
    }

    #[test]
    fn qualified_opinions_except_a_matter() {
        for said in [
            format!(
                "## Qualified Opinion\nIn our opinion, except for the matter described in the Basis for Qualified Opinion section, in all material respects, {LIMBS}."
            ),
            format!(
                "## Opinion\nIn our opinion, except for the possible effects of the matter described in the preceding paragraph, {LIMBS}."
            ),
            format!(
                "## Opinion\nExcept for the effects of the matter giving rise to the modification, in our opinion, in all material respects, {LIMBS}."
            ),
            format!("## Opinion\nIn our opinion, {LIMBS}, with the exceptions noted below."),
            format!(
                "## Opinion\nIn our opinion, in all material respects, {LIMBS} - except for the matters described in Section 4."
            ),
            format!("## Opinion\nIn our opinion, except for the deficiency in control 4.2, {LIMBS}."),
            format!(
                "## Opinion\nIn our opinion, in all material respects, except for the operating effectiveness of the control over leavers, {LIMBS}."
            ),
            format!(
                "## Opinion\nIn our opinion, in all material respects, except for certain controls relating to changes, {LIMBS}."
            ),
            format!("## Opinion\nIn our opinion, in all material respects, except for control objective 3, {LIMBS}."),
            format!("## Opinion\nIn our opinion, except for CC6.1, in all material respects, {LIMBS}."),
            format!(
                "## Opinion\nIn our opinion, in all material respects, except for the lack of a second mason, {LIMBS}."
            ),
            format!(
                "## Opinion\nIn our opinion, in all material respects, except that the wall was not walked in May, {LIMBS}."
            ),
        ] {
            assert_eq!(opinion("", &said), Some(Opinion::Qualified), "qualified: {said}");
        }
    }

    #[test]
    fn adverse_opinions_deny_a_limb() {
        for said in [
            "## Adverse Opinion\nIn our opinion, because of the significance of the matters described in the Basis for Adverse Opinion section, the controls stated in the description were not suitably designed and did not operate effectively throughout the period.",
            "## Opinion\nBecause of the significance of the matter described above, in our opinion, the description does not present the System that was designed and implemented.",
            "## Opinion\nIn our opinion, because of the effects of the matter referred to in the preceding paragraph, in all material respects the description does not fairly present the System.",
            "## Opinion\nIn our opinion, because of the matters described in the preceding paragraph, the controls were not suitably designed.",
            "## Opinion\nIn our opinion, because of the significance of the matter, management’s assertion is not fairly stated, in all material respects.",
        ] {
            assert_eq!(opinion("", said), Some(Opinion::Adverse), "adverse: {said}");
        }
    }

    #[test]
    fn disclaimers_decline_for_want_of_evidence() {
        for said in [
            "## Disclaimer of Opinion\nBecause of the significance of the matters described in the Basis for Disclaimer of Opinion section, we have not been able to obtain sufficient appropriate evidence to provide a basis for an opinion. Accordingly, we do not express an opinion on the description.",
            "## Opinion\nWe were unable to obtain sufficient appropriate evidence to form an opinion, and therefore we disclaim an opinion.",
            "## Disclaimer of Opinion\nWe do not express an opinion on the description or on the controls.",
            "## Opinion\nBecause of the limitation on the scope of our examination, we are unable to express an opinion on the description. We were not able to obtain enough evidence.",
        ] {
            assert_eq!(opinion("", said), Some(Opinion::Disclaimer), "disclaimer: {said}");
        }
    }

    #[test]
    fn what_a_type_1_does_not_opine_on_is_no_disclaimer() {
        let other = "## Other Matter\nWe did not perform any procedures regarding operating effectiveness and, accordingly, do not express an opinion thereon.";
        let said = "## Opinion\nIn our opinion, in all material respects, the controls were suitably designed as of May 1, 2031.";
        assert_eq!(opinion(other, said), Some(Opinion::Unqualified), "thereon");
    }

    #[test]
    fn an_opinion_that_breaks_off_says_nothing() {
        assert_eq!(
            opinion("", "## Opinion\nIn our opinion, in all material respects, based on the criteria described:"),
            None,
            "cut"
        );
        assert_eq!(opinion("", "## Results\nThe work went well."), None, "no opinion");
    }

    #[test]
    fn a_label_counts_only_without_an_opinion() {
        assert_eq!(opinion("", "Auditor Opinion: Qualified"), Some(Opinion::Qualified), "label alone");
        let both = Report {
            opinion: format!("## Opinion\nOpinion: Qualified\nIn our opinion, in all material respects, {LIMBS}."),
            ..Report::default()
        }
        .read();
        assert_eq!(both.opinion.map(|f| f.value), Some(Opinion::Unqualified), "the words decide");
        assert!(both.contradictions.iter().any(|c| c.about == "opinion"), "and the label contradicts them");
    }

    proptest! {
        #[test]
        fn no_opinion_makes_it_panic(text in "(In our opinion|except for|not|\\PC{0,12}|\n|we do not express an opinion on )*") {
            let _ = judge(&text, &text);
            let _ = declined(&text);
            let _ = opinion("", &text);
        }
    }
}
