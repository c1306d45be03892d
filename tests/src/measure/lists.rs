//! Compares the lists of a reading with those of the truth.

use super::{
    figures::{Figures, Verdict},
    score::{ALIKE, SAME, detail, items, text},
    words::{aliases, criteria, id, likeness, title},
};
use serde_json::Value;
use std::collections::BTreeSet;

/// Compares all of them.
pub(crate) fn compare(figures: &mut Figures, truth: &Value, reading: &Value) {
    if let Some(want) = truth.get("subservice_organizations") {
        let names = |entry: &Value| {
            let more = items(&entry["aliases"]).iter().flat_map(|name| aliases(text(name)));
            aliases(text(&entry["name"])).into_iter().chain(more).collect::<BTreeSet<_>>()
        };
        let (want, read) = (items(want), items(&reading["subservice_organizations"]));
        let pairs = pairs(
            want.len(),
            read.len(),
            |i, j| f64::from(u8::from(!names(&want[i]).is_disjoint(&names(&read[j])))),
            1.0,
        );
        tally(figures, "subservice", want, read, &pairs, &[]);
        for (i, j) in pairs {
            if let Some(method) = want[i].get("method") {
                detail(figures, "subservice.method", method, &read[j]["method"], |a, b| a == b);
            }
        }
    }
    for field in ["cuecs", "csocs"] {
        let Some(want) = truth.get(field).map(items) else { continue };
        if !want.is_empty() && !want.iter().any(|entry| entry["text"].is_string()) {
            continue;
        }
        let read = items(&reading[field]);
        let pairs =
            pairs(want.len(), read.len(), |i, j| likeness(text(&want[i]["text"]), text(&read[j]["text"])), SAME);
        tally(figures, field, want, read, &pairs, &[]);
    }
    controls(figures, truth, reading);
    exceptions(figures, truth, reading);
    if let Some(want) = truth.get("sections").and_then(Value::as_array) {
        let read = items(&reading["sections"]);
        let pairs =
            pairs(want.len(), read.len(), |i, j| title(text(&want[i]["title"]), text(&read[j]["title"])), ALIKE);
        tally(figures, "sections", want, read, &pairs, &[]);
        for (i, j) in pairs {
            if want[i]["role"].is_string() {
                detail(figures, "sections.role", &want[i]["role"], &read[j]["role"], |a, b| a == b);
            }
            if let (Some(page), Some(found)) = (want[i]["page"].as_u64(), read[j]["page"].as_u64()) {
                figures.note("sections.page", if page == found { Verdict::Right } else { Verdict::Wrong }, found, page);
            }
        }
    }
    if let Some(want) = truth.get("incidents").and_then(Value::as_array) {
        let read = items(&reading["incidents"]);
        let pairs =
            pairs(want.len(), read.len(), |i, j| likeness(text(&want[i]["text"]), text(&read[j]["text"])), ALIKE);
        tally(figures, "extra.incidents", want, read, &pairs, &[]);
    }
}

/// Matches one to one, the likest first.
fn pairs(want: usize, read: usize, like: impl Fn(usize, usize) -> f64, least: f64) -> Vec<(usize, usize)> {
    let mut all: Vec<(f64, usize, usize)> = Vec::new();
    for i in 0..want {
        for j in 0..read {
            let likeness = like(i, j);
            if likeness >= least {
                all.push((likeness, i, j));
            }
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1.abs_diff(a.2), a.1, a.2).cmp(&(b.1.abs_diff(b.2), b.1, b.2))));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, i, j) in all {
        if !pairs.iter().any(|pair| pair.0 == i || pair.1 == j) {
            pairs.push((i, j));
        }
    }
    pairs.sort_unstable();
    pairs
}

fn tally(
    figures: &mut Figures,
    field: &'static str,
    want: &[Value],
    read: &[Value],
    pairs: &[(usize, usize)],
    twice: &[usize],
) {
    for _ in pairs {
        figures.count(field, Verdict::Right);
    }
    for (i, entry) in want.iter().enumerate() {
        if !pairs.iter().any(|pair| pair.0 == i) {
            figures.note(field, Verdict::Missed, "", label(entry));
        }
    }
    for (j, entry) in read.iter().enumerate() {
        if !pairs.iter().any(|pair| pair.1 == j) && !twice.contains(&j) {
            figures.note(field, Verdict::Invented, label(entry), "");
        }
    }
}

fn label(entry: &Value) -> String {
    let keys = ["control_id", "id", "name", "title", "control", "text", "test_result", "result"];
    keys.iter().map(|key| text(&entry[*key])).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ")
}

fn listed_criteria(entry: &Value) -> BTreeSet<String> {
    let mut all = criteria(text(&entry["criteria"]));
    all.extend(criteria(text(&entry["criterion"])));
    all.extend(items(&entry["criteria"]).iter().flat_map(|one| criteria(text(one))));
    all
}

fn controls(figures: &mut Figures, truth: &Value, reading: &Value) {
    let nothing_tested = matches!(truth.get("controls_tested"), Some(Value::Null)) || truth["controls_tested"] == 0;
    let want = ["control_tests", "control_listing"].iter().find_map(|key| truth[*key].as_array());
    let want: &[Value] = match want {
        Some(rows) => rows,
        None if nothing_tested => &[],
        None => return,
    };
    let read = items(&reading["controls"]);
    let pairs = rows(want, read);
    tally(figures, "controls", want, read, &pairs, &[]);
    for (i, j) in pairs {
        let (want, read) = (&want[i], &read[j]);
        if let Some(known) = want.get("control_id") {
            detail(figures, "controls.id", known, &read["id"], |a, b| id(a) == id(b));
        }
        let outcomes = outcomes(want);
        if !outcomes.is_empty() {
            let found = text(&read["outcome"]);
            let verdict = match found {
                found if outcomes.contains(&found) => Verdict::Right,
                "" | "not_stated" => Verdict::Missed,
                _ => Verdict::Wrong,
            };
            figures.note(
                "controls.outcome",
                verdict,
                format!("{found} {}", read["results"]),
                format!("{outcomes:?} {}", label(want)),
            );
        }
        let known = listed_criteria(want);
        if !known.is_empty() {
            let found = listed_criteria(read);
            let verdict = match () {
                () if known.is_subset(&found) => Verdict::Right,
                () if found.is_empty() => Verdict::Missed,
                () => Verdict::Wrong,
            };
            figures.note("controls.criteria", verdict, format!("{found:?}"), format!("{known:?} {}", label(want)));
        }
        if want["control"].is_string() {
            detail(figures, "controls.text", &want["control"], &read["text"], |a, b| likeness(a, b) >= SAME);
        }
        for (field, key) in [("controls.tests", "tests"), ("controls.results", "results")] {
            if want[key].is_array() {
                let joined =
                    |entry: &Value| Value::from(items(&entry[key]).iter().map(text).collect::<Vec<_>>().join(" "));
                detail(figures, field, &joined(want), &joined(read), |a, b| likeness(a, b) >= SAME);
            }
        }
    }
}

/// The outcomes that are right for a row; none where the truth does not say.
fn outcomes(row: &Value) -> Vec<&str> {
    if let Some(accepted) = row["outcome_accept"].as_array().filter(|accepted| !accepted.is_empty()) {
        return accepted.iter().map(text).collect();
    }
    match text(&row["outcome"]) {
        "partly_not_tested" => vec!["not_tested", "did_not_occur"],
        "" => {
            let result = text(&row["result"]).trim_end_matches('.').to_lowercase();
            let clean = [
                "no exceptions noted",
                "no exception noted",
                "no deviations noted",
                "no relevant exceptions noted",
                "without exception",
            ];
            if clean.contains(&result.as_str()) { vec!["no_exception"] } else { Vec::new() }
        }
        outcome => vec![outcome],
    }
}

/// Matches rows by number (the same criterion first), what is left by text.
fn rows(want: &[Value], read: &[Value]) -> Vec<(usize, usize)> {
    let found: Vec<(String, BTreeSet<String>)> =
        read.iter().map(|row| (id(text(&row["id"])), listed_criteria(row))).collect();
    let mut used = BTreeSet::new();
    let mut pairs = Vec::new();
    let mut left = Vec::new();
    for (i, row) in want.iter().enumerate() {
        let number = id(text(&row["control_id"]));
        let known = listed_criteria(row);
        let same = (0..read.len()).filter(|j| !number.is_empty() && found[*j].0 == number && !used.contains(j));
        match same.min_by_key(|j| (known.is_disjoint(&found[*j].1), *j)) {
            Some(j) => {
                used.insert(j);
                pairs.push((i, j));
            }
            None => left.push(i),
        }
    }
    let mut candidates = Vec::new();
    for i in left {
        let (control, known) = (text(&want[i]["control"]), listed_criteria(&want[i]));
        for (j, row) in read.iter().enumerate().filter(|(j, _)| !used.contains(j)) {
            let likeness = likeness(control, text(&row["text"]));
            if likeness >= ALIKE {
                candidates.push((
                    (-likeness * 10.0).round() as i64,
                    known.is_disjoint(&found[j].1),
                    i.abs_diff(j),
                    i,
                    j,
                ));
            }
        }
    }
    candidates.sort_unstable();
    let mut matched = BTreeSet::new();
    for (.., i, j) in candidates {
        if !matched.contains(&i) && used.insert(j) {
            matched.insert(i);
            pairs.push((i, j));
        }
    }
    pairs.sort_unstable();
    pairs
}

fn exceptions(figures: &mut Figures, truth: &Value, reading: &Value) {
    let Some(want) = truth.get("exceptions").map(items) else { return };
    let read = items(&reading["exceptions"]);
    let like = |i: usize, j: usize| {
        let (want, read) = (&want[i], &read[j]);
        let (known, found) = (id(text(&want["control_id"])), id(text(&read["control_id"])));
        let keys = ["test_result", "table_result", "result"];
        let result = keys.iter().map(|key| likeness(text(&want[*key]), text(&read["result"]))).fold(0.0, f64::max);
        if known.is_empty() || found.is_empty() {
            return result.max(0.99 * likeness(text(&want["control"]), text(&read["control"])));
        }
        if known == found { 1.0 + result } else { 0.0 }
    };
    let pairs = pairs(want.len(), read.len(), like, ALIKE);
    // The same exception read once for each criterion is no false one.
    let free = |j: &usize| !pairs.iter().any(|pair| pair.1 == *j);
    let twice: Vec<usize> =
        (0..read.len()).filter(free).filter(|j| (0..want.len()).any(|i| like(i, *j) >= ALIKE)).collect();
    tally(figures, "exceptions", want, read, &pairs, &twice);
    for (i, j) in pairs {
        let (want, read) = (&want[i], &read[j]);
        if let Some(response) = want.get("management_response") {
            let found = &read["management_response"]["value"];
            detail(figures, "exceptions.management_response", response, found, |a, b| likeness(a, b) >= ALIKE);
        }
        if want["sample"].is_object() {
            let figure = |entry: &Value| {
                let sample = &entry["sample"];
                if sample.is_object() {
                    Value::from(format!("{} of {}", sample["deviating"], sample["tested"]))
                } else {
                    Value::Null
                }
            };
            detail(figures, "exceptions.sample", &figure(want), &figure(read), |a, b| a == b);
        }
    }
}
