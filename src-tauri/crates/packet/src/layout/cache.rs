//! Texts that were set before: a document is laid out several times until it fits and its page numbers are right, and most of it
//! is the same each time.

use super::fonts::FontId;
use super::paragraph::Line;
use crate::typeset::{Text, TextStyle};
use harfrust::ShapePlan;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is kept from one layout to the next. It is only looked up by its key, so no order of it reaches the page.
#[derive(Default)]
pub(crate) struct Cache {
    /// How a font shapes a script, from left to right or not.
    pub(crate) plans: BTreeMap<(FontId, [u8; 4], bool), ShapePlan>,
    lines: HashMap<Text, Vec<(Asked, Known)>>,
    /// The fonts of the system with which the lines were set.
    of_system: Vec<FontId>,
}

/// How a text is asked to be set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Asked {
    pub(crate) style: TextStyle,
    pub(crate) width: f64,
    pub(crate) max: Option<usize>,
}

/// What came of it.
pub(crate) struct Known {
    pub(crate) lines: Vec<Line>,
    pub(crate) uncovered: BTreeSet<char>,
}

impl Cache {
    /// Forgets lines that were set with other fonts.
    pub(crate) fn with_fonts(mut self, of_system: &[FontId]) -> Self {
        if self.of_system != of_system {
            self.lines.clear();
            of_system.clone_into(&mut self.of_system);
        }
        self
    }

    /// Gives the lines of a text that was set in this way before.
    pub(crate) fn lines(&self, text: &Text, asked: Asked) -> Option<&Known> {
        self.lines.get(text)?.iter().find_map(|(before, known)| (*before == asked).then_some(known))
    }

    /// Keeps them.
    pub(crate) fn keep(&mut self, text: &Text, asked: Asked, known: Known) {
        match self.lines.get_mut(text) {
            Some(all) => all.push((asked, known)),
            None => {
                self.lines.insert(text.clone(), vec![(asked, known)]);
            }
        }
    }
}
