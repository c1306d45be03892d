//! A packet read back: every text of the frozen decision stands on paper, and every page that it cites is named there beside its
//! document. Nothing is listed here that must be found: all of the data must be, but for what is named below.

use super::{common, placed::Placed};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_packet::{FrozenDecision, print};
use countersign_reader::{extraction::read_in_process, limits::Limits};
use regex::Regex;
use serde_json::Value;
use std::collections::BTreeSet;

/// Fields with a name of the data that paper says in words or by a mark; the snapshots of the content show as which.
const NAMES: [&str; 23] = [
    "access",
    "alternatives",
    "applies",
    "basis",
    "code",
    "data",
    "dependence",
    "design",
    "format",
    "id",
    "integration",
    "key",
    "kind",
    "locale",
    "method",
    "origin",
    "outcome",
    "paper",
    "result",
    "rule",
    "state",
    "substitutability",
    "verdict",
];

/// Texts that need not stand on paper: hashes by which programs find what it rests on, and of a fact all quotes but the first, or where
/// its value says the same.
const LEFT_OUT: [&str; 3] = [".policy.sha256", ".review.sha256", ".documents[].facts[].citations[].quote"];

/// What of a result of a test is its name, where `result` means the test and not its outcome.
const RESULTS: &str = ".findings[].result";

/// Gives every text of the data with where it stands there, dates as they are printed.
fn texts(at: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        // A rule that does not apply is counted, and its code is all that is said.
        Value::Object(fields) if fields.get("outcome").is_some_and(|outcome| outcome == "not_applicable") => {}
        Value::Object(fields) => {
            for (name, value) in fields {
                let at = format!("{at}.{name}");
                if !NAMES.contains(&name.as_str()) || value.is_object() || at == RESULTS {
                    texts(&at, value, found);
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| texts(&format!("{at}[]"), value, found)),
        Value::String(text) if !LEFT_OUT.contains(&at) => found.push((at.to_owned(), as_printed(text))),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn as_printed(text: &str) -> String {
    let day = |date: NaiveDate| date.format("%-d %b %Y").to_string();
    let date = text.parse().or_else(|_| text.parse::<DateTime<Utc>>().map(|time| time.date_naive()));
    date.map_or_else(|_| text.to_lowercase(), |date| day(date).to_lowercase())
}

/// Gives every page that is cited, with the label of its document.
fn cited(of: &str, value: &Value, found: &mut BTreeSet<(String, u64)>) {
    match value {
        Value::Object(fields) if fields.get("outcome").is_some_and(|outcome| outcome == "not_applicable") => {}
        Value::Object(fields) => {
            let is_label = |text: &&str| text.strip_prefix('D').is_some_and(|rest| rest.parse::<u32>().is_ok());
            let named = ["document", "label"].iter().filter_map(|name| fields.get(*name)?.as_str()).find(is_label);
            let of = named.unwrap_or(of);
            for (name, value) in fields {
                match (name.as_str(), value) {
                    ("page", Value::Number(page)) => {
                        found.insert((of.to_owned(), page.as_u64().expect("a page")));
                    }
                    ("pages" | "response_pages" | "responsibilities", Value::Array(pages)) => {
                        found.extend(pages.iter().filter_map(|page| Some((of.to_owned(), page.as_u64()?))));
                    }
                    _ => cited(of, value, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| cited(of, value, found)),
        _ => {}
    }
}

/// Gives every page that paper names beside a document.
fn named(words: &str) -> BTreeSet<(String, u64)> {
    let reference = Regex::new(r"\[(D\d+)pp?\.([\d,–]+)\]").expect("a pattern");
    let number = |digits: &str| digits.parse::<u64>().expect("a page");
    let mut found = BTreeSet::new();
    for reference in reference.captures_iter(words) {
        for part in reference[2].split(',') {
            let (first, last) = part.split_once('–').unwrap_or((part, part));
            found.extend((number(first)..=number(last)).map(|page| (reference[1].to_owned(), page)));
        }
    }
    found
}

#[test]
fn every_text_and_every_page_that_is_cited_is_read_back() {
    let third = common::full_third();
    for input in [common::in_sixth(common::nothing_listed()), common::in_sixth(third.clone()), third] {
        let packet = print(&input).expect("it prints");
        let mut read = read_in_process(packet.bytes, None, &Limits::default()).expect("it is read");
        let references = named(Placed::of(&read).all());
        // A text may begin a sentence of ours.
        for word in read.pages.iter_mut().flat_map(|page| &mut page.words) {
            word.text = word.text.to_lowercase();
        }
        let placed = Placed::of(&read);
        let mut data = serde_json::to_value(&input).expect("plain data");
        // Where nothing is listed, the pages on which it would be are cited; else those on which it is.
        if !input.findings.is_empty() {
            data["tests"] = Value::Null;
        }
        let mut wanted = Vec::new();
        texts("", &data, &mut wanted);
        assert!(wanted.len() > 250, "everything that is told: {} texts", wanted.len());
        let missing: Vec<_> = wanted.iter().filter(|(_, text)| !placed.hold(text)).collect();
        assert!(missing.is_empty(), "not on paper: {missing:#?}");
        let mut pages = BTreeSet::new();
        cited("", &data, &mut pages);
        assert!(pages.len() >= 12, "documents are cited: {pages:?}");
        let missing: Vec<_> = pages.difference(&references).collect();
        assert!(missing.is_empty(), "no reference to {missing:?} in {references:?}");
    }
}

#[test]
fn what_is_not_on_paper_is_found_missing() {
    let input: FrozenDecision = common::full_third();
    let read = read_in_process(print(&input).expect("it prints").bytes, None, &Limits::default()).expect("it is read");
    assert!(!Placed::of(&read).hold("This was never said of the vendor."));
    assert!(!named(Placed::of(&read).all()).contains(&("D1".to_owned(), 94)), "page 94 is not cited");
}
