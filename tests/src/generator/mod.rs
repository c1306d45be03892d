//! Invented documents with known truth: what they say is drawn by a seed, how they look is a house's style.
//!
//! [`report`] is what a document says, [`compose`] puts it into the words and the order of a [`house`], [`print`] lets
//! one of several typesetters make a PDF of it, and [`truth`] is what a reader must find. Names, sentences and figures
//! are ours; the formulas are those of the standards. The same seed gives the same document.
//!
//! To add a house: a line in `layouts.rs`. To add a wording: a line in `wording.rs`, `pools.rs` or `catalogue.rs`. To add a
//! producer: a file in `print/`.

mod catalogue;
mod compose;
mod criteria;
mod dates;
pub mod house;
mod layouts;
mod names;
mod pools;
pub mod print;
pub mod report;
mod results;
pub mod script;
pub mod truth;
mod wording;

pub use countersign_wear::dice;
pub use layouts::LAYOUTS;

use house::House;
use report::{Extent, Report};
use script::Script;
use serde_json::Value;

/// An invented document, ready to be typeset.
#[derive(Debug, Clone)]
pub struct Invented {
    /// Its file name.
    pub file: String,
    /// What it says.
    pub report: Report,
    /// As it is to be printed.
    pub script: Script,
    /// What a reader must find.
    pub truth: Value,
}

/// Invents a document.
pub fn invent(house: &House, seed: u64, extent: Extent) -> Invented {
    let report = Report::invent(house, seed, extent);
    let (script, parts) = compose::compose(&report, house, seed);
    let file = format!("{}-{seed}.pdf", house.name);
    let truth = truth::truth(&report, &parts, &file);
    Invented { file, report, script, truth }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_same_seed_gives_the_same_document() {
        for house in LAYOUTS {
            let say = |seed| {
                let document = invent(house, seed, Extent::of(seed));
                serde_json::to_string(&(&document.script, &document.truth)).expect("plain data")
            };
            assert_eq!(say(5), say(5), "{} is drawn by its seed alone", house.name);
            assert_ne!(say(5), say(6), "{} differs with the seed", house.name);
        }
    }

    #[test]
    fn what_is_true_is_printed() {
        for house in LAYOUTS {
            let document = invent(house, 3, Extent::FULL);
            let printed = serde_json::to_string(&document.script).expect("plain data");
            let escaped = |text: &str| serde_json::to_string(text).expect("plain data").trim_matches('"').to_owned();
            for (list, keys) in [
                ("control_tests", &["control", "control_id"][..]),
                ("exceptions", &["result"]),
                ("cuecs", &["text"]),
                ("csocs", &["text"]),
                ("subservice_organizations", &["name"]),
            ] {
                for entry in document.truth[list].as_array().into_iter().flatten() {
                    for text in keys.iter().filter_map(|key| entry[*key].as_str()) {
                        assert!(
                            printed.contains(&escaped(text)),
                            "{}: {list} says what is not printed: {text}",
                            house.name
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn houses_have_names_of_their_own_and_some_are_held_out() {
        let names: BTreeSet<&str> = LAYOUTS.iter().map(|house| house.name).collect();
        assert_eq!(names.len(), LAYOUTS.len(), "files are named by house");
        let held_out = LAYOUTS.iter().filter(|house| house.held_out).count();
        assert!(held_out >= 4 && LAYOUTS.len() - held_out >= 10, "{held_out} of {} are held out", LAYOUTS.len());
    }
}
