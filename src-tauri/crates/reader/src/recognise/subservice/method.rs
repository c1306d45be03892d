//! How a report treats each subservice organization: carved out, or included.
//!
//! **Where**: the auditor's report, the assertion, and the sections on subservice organizations.
//! **Accepts** the words carve-out method and inclusive method, and what means the same without them: the examination
//! "did not extend to", the description "excludes" or "does not include" (`practice.md` §10.1 rule 6).
//! **Refuses** sentences on user entities, explanations of both methods, and an inclusive method of which the report does
//! not say to whom it applies while it carves out others.

use std::collections::HashMap;
use std::sync::LazyLock;

use countersign_domain::reading::SubserviceMethod;

use crate::pattern::{Pattern, pattern};
use crate::recognise::lists::Known;
use crate::recognise::lists::known::mentioned;
use crate::text::sentence::sentences;

static CARVED: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\bcarve[sd]?[- ]?outs?\b|\bcarved[- ]out\b|\bcarving[- ]out\b"));
static EXCLUDED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:did|does|do|has|have|will) not (?:been )?(?:extend(?:ed)? to|include[sd]?|cover(?:ed)?|disclose|address|evaluate)\b|\bexclud\w+\b|\b(?:is|are|were|was) not (?:included|covered|part|within|in) ?(?:in|of|by|the)?\b|\bnot (?:been )?included in\b|\boutside (?:of )?the scope\b|\bonly the (?:controls|policies)[^.]{0,60}\b(?:of|at)\b[^.]{0,60}\b(?:and|but) (?:not|exclud)",
    )
});
static INCLUDED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\binclusive(?: method)?\b|\bcontrols? (?:of|at) [^.]{2,80} (?:is|are|were) (?:also )?(?:included|covered|presented) (?:in|by) (?:the scope|the description|this description|this report|our examination|the report)\b|\b(?:description|report|examination) (?:also )?(?:includes|covers|included|extended to) (?:the )?(?:relevant )?(?:services|controls)[^.]{0,60}\b(?:of|at|performed by|provided by)\b",
    )
});
static NEGATED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:not|rather than|instead of|neither|either)\b[^.]{0,60}\b(?:inclusive|carve)|\b(?:inclusive|carve[- ]out) (?:method )?or (?:the )?(?:inclusive|carve)",
    )
});
static OTHERS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bsub-?service\b|\b(?:scope of (?:our|the) (?:engagement|examination)|our examination) (?:did|does) not (?:include|extend to|cover) (?:those|these|such) (?:controls|services)\b|\bthird[- ]part(?:y|ies)(?: service)? (?:provider|organi[sz]ation|vendor)|\bvendors?\b|\bhosting providers?\b|\bcloud (?:service )?providers?\b",
    )
});

/// Divides a sentence on both methods at their words: "X (carve-out method) and Y (inclusive method)", where the names
/// stand before, or "the carve-out method for X and the inclusive method for Y", where they follow.
fn parts<'s>(sentence: &'s str, known: &[Known]) -> Vec<&'s str> {
    let out = CARVED.find_iter(sentence).chain(EXCLUDED.find_iter(sentence)).map(|m| (m.range(), false));
    let mut methods: Vec<_> = out.chain(INCLUDED.find_iter(sentence).map(|m| (m.range(), true))).collect();
    methods.sort_by_key(|(range, _)| range.start);
    methods.dedup_by(|next, last| next.1 == last.1);
    let [first, .., _] = &methods[..] else { return vec![sentence] };
    let name = known.iter().filter_map(|k| k.places(sentence).min()).min();
    let names_first = name.is_some_and(|at| at < first.0.end);
    let mut cuts: Vec<usize> = if names_first {
        methods[..methods.len() - 1].iter().map(|(range, _)| range.end).collect()
    } else {
        methods[1..].iter().map(|(range, _)| range.start).collect()
    };
    cuts.push(sentence.len());
    let mut start = 0;
    cuts.into_iter().map(|end| &sentence[std::mem::replace(&mut start, end)..end]).collect()
}

/// What the report says of the methods.
#[derive(Debug, Default)]
pub(super) struct Methods {
    of: HashMap<String, SubserviceMethod>,
    carved_out: bool,
    inclusive: bool,
}

impl Methods {
    /// Reads the paragraphs of a text.
    pub(super) fn read(&mut self, text: &str, known: &[Known]) {
        for paragraph in text.split('\n') {
            let mut before: Vec<String> = Vec::new();
            for range in sentences(paragraph) {
                let sentence = &paragraph[range];
                let here = mentioned(known, sentence);
                self.sentence(sentence, if here.is_empty() { &before } else { &here }, known);
                if !here.is_empty() {
                    before = here;
                }
            }
        }
    }

    fn sentence(&mut self, sentence: &str, about: &[String], known: &[Known]) {
        if NEGATED.is_match(sentence) && !sentence.to_lowercase().contains("rather than") {
            return;
        }
        let parts = parts(sentence, known);
        let several = parts.len() > 1;
        for part in parts {
            let here = mentioned(known, part);
            self.clause(part, if several { &here } else { about }, !here.is_empty());
        }
    }

    fn clause(&mut self, clause: &str, about: &[String], named: bool) {
        let others = OTHERS.is_match(clause) || named;
        let user = clause.to_lowercase().contains("user entity control") && !OTHERS.is_match(clause);
        let carved = CARVED.is_match(clause);
        if carved || (EXCLUDED.is_match(clause) && others && !user) {
            // "The description does not disclose the actual controls at the subservice organizations" is about all.
            if about.is_empty() || !named {
                self.carved_out = true;
            }
            for name in about {
                self.of.entry(name.clone()).or_insert(SubserviceMethod::CarveOut);
            }
        } else if INCLUDED.is_match(clause) && !clause.contains(" not ") {
            if about.is_empty() {
                self.inclusive = true;
            }
            for name in about {
                self.of.insert(name.clone(), SubserviceMethod::Inclusive);
            }
        }
    }

    /// Says that controls are expected of an organization: what is expected was not examined.
    pub(super) fn expects_controls(&mut self) {
        self.carved_out = true;
    }

    /// Gives the method of an organization.
    pub(super) fn of(&self, name: &str) -> Option<SubserviceMethod> {
        self.of.get(name).copied().or(match (self.carved_out, self.inclusive) {
            (true, _) => Some(SubserviceMethod::CarveOut),
            (false, true) if !self.of.values().any(|m| *m == SubserviceMethod::CarveOut) => {
                Some(SubserviceMethod::Inclusive)
            }
            _ => None,
        })
    }
}
