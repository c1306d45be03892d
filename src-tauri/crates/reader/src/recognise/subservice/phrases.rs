//! The phrases with which reports name those who work for the vendor, as patterns.
//!
//! A name in them is any run of capitalised words ([`name_pattern`]): whether it is one is for [`super::name_list`].

use std::sync::LazyLock;

use super::name_list::name_pattern;
use crate::pattern::{Pattern, exact, pattern};

const CALLED: &str =
    r"(?:third[- ]party |carved[- ]out |cloud |hosting )*sub-?service (?:organi[sz]ations?|providers?|entit(?:y|ies))";

/// "X uses [a subservice organization,] …": what follows is names.
pub(super) static USES: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:uses|utili[sz]es|use|utili[sz]e|engages|employs|leverages|contracts with|contracted with|partners with|has partnered with|reli(?:es|ed) (?:up)?on|has (?:engaged|contracted with|selected)|subcontracts? (?:with|to)|outsources? [^.:]{{2,90}}? to|has outsourced [^.:]{{2,90}}? to|used|utili[sz]ed)(?:[,:]?\s+|[,:]$)(?P<called>(?:the services of )?(?:(?:the )?(?:following )?(?:(?:a|an|its|one|two|three|four|five|six|several|certain|various|multiple|the|different) )?(?:other |external |primary |key )?{CALLED}(?: \(s\)|\(s\))?(?: \((?:[^()]*)\))?(?: (?:including|such as|namely|named|called|known as|of))?\s?[,:-]?\s?)?)"
    ))
});
/// "… a subservice organization for hosting: Y", "the subservice organizations (Y and Z)".
pub(super) static CALLED_THEN: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b{CALLED}(?P<between>,? which (?:are|is|were|have been) [^.:;]{{2,80}}: ?|(?: (?:for|to|that|which|used|are|is|include|includes|including|providing|in|named)\b[^.:;]{{0,110}}?)?(?:: ?| - | \(| (?:is|are|include|includes|including|namely) ))"
    ))
});
/// "the inclusive method for X and the carve-out method for Y": what follows each is names.
pub(super) static METHOD_FOR: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:inclusive|carve[- ]?out) method (?:for|to|with respect to|in respect of) "));
/// "…, a subservice organization": what stands before is a name.
pub(super) static IS_CALLED: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r#"(?:^|\b(?:by|at|from|with|to|of|uses|through|and|in) )(?:the |The )?(?P<names>{name}(?: ?\([^()]*\))?(?:(?:, and |, | and )(?:the )?{name}(?: ?\([^()]*\))?)*),? ?(?:(?:is|are|was|were|serves? as|acts? as|,|-|which (?:is|are)|as|(?i:\(collectively,? )) ?)+(?:(?:a|an|the|its|our|each|both|all|considered|treated as|identified as|also) )*"?(?i:{CALLED})"#,
        name = name_pattern()
    ))
});
/// "… subservice organizations for hosting (Y) and for backups (Z)".
pub(super) static FOR_BRACKET: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r"(?:\bfor|\bto provide|, and for|, for|,|\band for|\band) (?:its |the )?(?P<what>[a-z][\w' /-]{{3,60}}?) \((?P<name>{})\)",
        name_pattern()
    ))
});
/// "Hosting is provided by Y".
pub(super) static BY: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?P<what>[^.:;]{{3,140}}?),? (?:is|are|was|were) (?:\w+ly )?(?:provided|performed|hosted|managed|delivered|supplied|maintained|processed|operated|handled|outsourced|located|stored|housed|supported|carried out)(?: (?:and|or) \w+ed)? (?:by|in|at|to|through|with) (?:the |a |an |its )?(?:{CALLED},? )?"
    ))
});
pub(super) static PROVIDES: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r"^(?:The )?(?P<name>{}(?: ?\([^()]*\))*),? (?:which )?(?:(?:also|currently) )?(?P<verb>provides?|offers?|hosts?|performs?|supplies|delivers?|is (?:used|utilized|responsible|engaged)|are used|is an? |is the |processes|stores?|supports?|manages?|handles?)",
        name_pattern()
    ))
});
pub(super) static TIED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bsub-?service\b|\bcarve[sd]?[- ]?out\b|\binclusive method\b|\bdid not extend to\b[^.]{0,120}\b(?:controls|services) (?:of|at)\b|\b(?:did|does|do) not (?:extend to|include|cover)\b[^.]{0,120}\bcontrols (?:of|at)\b|\bnot included (?:with)?in the scope\b|\bdescription excludes (?:its|their|the) (?:control objectives|controls)\b",
    )
});
pub(super) static METHOD: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\bcarve[sd]?[- ]?out\b|\binclusive method\b|\bsub-?service\b"));
pub(super) static WATCHES: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\bto (?:monitor|track|assess|review|evaluate|oversee)\b|\bSOC [123]\b"));
/// "… were not included within the scope of this examination".
pub(super) static OUT_OF_SCOPE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:not (?:been )?(?:included|covered)|excluded|not (?:a )?part)\b[^.;]{0,24}\b(?:within|in|from|by|of) (?:the |this |our )?(?:scope|boundar(?:y|ies)|examination|report|description)\b|\b(?:outside|out) (?:of )?the scope\b|\b(?:did|does) not (?:extend to|include|cover)\b",
    )
});
/// "The hosting services provided by Y": what somebody does, and who.
pub(super) static SERVICES_BY: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r"(?:(?:[Tt]he|its|and|of|to|[Cc]ertain) )?(?P<what>(?:[A-Za-z][\w'/-]* ){{0,6}}?[Ss]ervices?) (?:(?:that|which) (?:are|were) |are |were )?(?:provided|performed|supplied|delivered|offered) by (?:the )?(?P<names>{name}(?: ?\([^()]*\))?(?:(?:, and |, | and )(?:the )?{name}(?: ?\([^()]*\))?)*)",
        name = name_pattern()
    ))
});
/// "outsources hosting to X and mail to Y".
pub(super) static OUTSOURCES: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:outsources?|(?:has|have) outsourced|subcontracts?) "));
/// Of what follows it: what is done, and by whom.
pub(super) static TO_WHOM: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r"(?:^|, and |,? and |, )(?:its |the )?(?P<what>[a-z][\w' /-]{{2,60}}?) to (?:the )?(?P<names>{name}(?: ?\([^()]*\))?(?:(?:, and |, | and )(?:the )?{name}(?: ?\([^()]*\))?)*)",
        name = name_pattern()
    ))
});
/// What the examination did not extend to, and what is necessary in combination with the vendor's controls.
pub(super) static NOT_EXTENDED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:did|does) not (?:extend to|include|cover)\b[^.;]{0,90}?\bcontrols (?:of|at|performed by|implemented by|in place at) (?:the )?|\b(?:certain|some|the) controls (?:of|at) (?:the )?|\b(?:scope|report|description) excludes (?:the )?(?:policies|procedures|controls|services)[^.;]{0,60}? (?:of|at|provided by) (?:the )?",
    )
});
pub(super) static NECESSARY: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\bnecessary,? in combination\b|\bnot (?:extend to|include|cover)\b|\bexcludes\b"));
pub(super) static COLLECTIVE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r#"\((?:together|collectively|each|individually|hereinafter)?,? ?(?:referred to as )?(?:the )?["']?(?P<name>[A-Z][\w -]{3,40}?)["']?\)"#,
    )
});
pub(super) static DENIED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:no|not|any|without) (?:use |using )?(?:any |an? )?sub-?service|\bnot (?:considered|deemed|treated as|regarded as|classified as|necessary|needed)\b|\bdoes not (?:use|utili[sz]e|rely|engage)\b",
    )
});
pub(super) static TERM: LazyLock<Pattern> = LazyLock::new(|| exact(r"^[A-Z][\w-]*(?: [A-Z][\w-]*){0,4}"));

pub(super) static ENDS_NAME: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:is|are|provides?|offers?|hosts?|for|to|which|that|performs?|supplies|as|stores?|manages?|handles?|supports?|processes|delivers?)\b",
    )
});
pub(super) static NAMES_AT_END: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r"(?P<names>{name}(?: ?\([^()]*\))?(?:(?:, and |, | and )(?:the )?{name}(?: ?\([^()]*\))?)*)$",
        name = name_pattern()
    ))
});
pub(super) static HOSTED: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r"(?P<what>[\w' -]{{3,90}}?) (?:is|are) (?:hosted|provided|managed|operated|supplied|maintained|stored) (?:by|in|on|at) (?:the )?(?P<name>{}(?: ?\([^()]*\))?)",
        name_pattern()
    ))
});
pub(super) static LEADS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:following|below|list of|include|includes|including|are|uses|utili[sz]es)\b[^.]{0,80}\b(?:sub-?service (?:organi[sz]ations?|providers?)|third[- ]party service providers)\b|\bsub-?service (?:organi[sz]ations?|providers?)\b[^.]{0,120}(?::|below|following|as follows)",
    )
});
