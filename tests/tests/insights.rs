//! Figures of all vendors over a year: what was computed on a day is what is computed for that day afterwards.

use countersign_tests::{
    journey::Journey,
    report::{Report, Tested},
};
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

fn query(as_of: Option<&str>) -> Value {
    json!({ "as_of": as_of, "tier": null, "owner": null, "tag": null })
}

/// All figures with everything of which they were counted.
fn all(journey: &Journey, as_of: Option<&str>) -> Vec<Value> {
    let view = journey.call("insights", query(as_of));
    let metrics = view["metrics"].as_array().expect("figures");
    let detail = |metric: &Value| journey.call("insight", json!({ "metric": metric["metric"], "of": query(as_of) }));
    metrics.iter().map(detail).collect()
}

fn of<'v>(all: &'v [Value], metric: &str) -> &'v Value {
    all.iter().find(|one| one["view"]["metric"] == metric).unwrap_or_else(|| panic!("{metric} is shown"))
}

fn figure<'v>(all: &'v [Value], metric: &str) -> &'v Value {
    &of(all, metric)["view"]["figure"]
}

struct Year {
    journey: Journey,
    vendor: Value,
    mara: Value,
    ilse: Value,
    document: Value,
}

impl Year {
    fn begin() -> Self {
        let journey = Journey::with_workspace(READER);
        let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
        let report = Report::with_exceptions();
        let path = journey.file("harbourlight 2025.pdf", &report.pdf());
        let document = journey.receive(&path)["state"]["document"].clone();
        let target = json!({ "target": "new", "name": report.organization });
        let filed = journey.call("document_file", json!({ "document": document, "vendor": target }));
        let vendor = filed["row"]["vendor"].clone();
        let roles = ["second_reader", "security_owner", "executive"];
        let person = json!({ "id": null, "name": "Ilse Brandt", "title": "CISO", "roles": roles, "active": true });
        let ilse = journey.call("person_save", person)["id"].clone();
        Self { journey, vendor, mara, ilse, document }
    }

    fn save(&self, tier: Option<&str>) {
        let saved = json!({
            "id": self.vendor, "name": "Harbourlight Payroll, Inc.", "aliases": ["Harbourlight"], "service": "Payroll",
            "tier": tier, "tier_reason": tier.map(|_| "Pays everybody."), "owner": self.mara, "notes": null,
        });
        self.journey.call("vendor_save", saved);
    }

    fn decide(&self) {
        let decision = json!({
            "vendor": self.vendor, "outcome": "approved", "reason": "It covers what we use.", "conditions": [],
            "signers": [self.mara, self.ilse], "next_review": "2026-06-30",
            "residual": { "level": "medium", "words": "A late notice of a breach." },
        });
        self.journey.call("decision_record", decision);
    }

    fn findings(&self) -> Vec<Value> {
        let found = self.journey.call("findings", json!({ "vendor": self.vendor }));
        found["findings"].as_array().cloned().expect("findings")
    }

    fn assess(&self, finding: &Value) {
        let proposed = &finding["proposed"];
        let inputs = json!({
            "impact": "serious", "exposure": "direct", "extent": proposed["extent"], "nature": proposed["nature"],
            "late_found_nothing": false, "history": proposed["history"], "harm": "unknown", "vendor_compensation": false,
            "own_compensation": "none", "response": proposed["response"], "fix_verified": false,
            "opinion_modified": proposed["opinion_modified"],
        });
        self.journey.call("finding_assess", json!({ "key": finding["key"], "inputs": inputs, "reason": null }));
    }
}

/// The days on which something happened, with all figures as they were computed on each.
fn lived() -> (Year, Vec<(&'static str, Vec<Value>)>) {
    let year = Year::begin();
    let journey = &year.journey;
    let mut seen = vec![("2026-03-17", all(journey, None))];
    let mut see = |day| seen.push((day, all(journey, None)));

    journey.on("2026-03-20");
    journey.call("facts_confirm", json!({ "document": year.document }));
    year.save(Some("high"));
    see("2026-03-20");

    journey.on("2026-04-02");
    year.decide();
    see("2026-04-02");

    journey.on("2026-04-10");
    let vendor = json!({ "vendor": year.vendor, "step": "onboard" });
    journey.signed_by_all(&year.vendor);
    journey.call("vendor_move", vendor);
    year.assess(&year.findings()[0]);
    see("2026-04-10");

    journey.on("2026-05-05");
    let findings = year.findings();
    let open = findings.iter().find(|one| one["severity"].is_null()).expect("one of two is judged");
    year.assess(open);
    see("2026-05-05");

    // The next report tests one control clean and is judged; class and owner's answer change.
    journey.on("2026-07-15");
    let mut next =
        Report { from: "July 1, 2025", to: "June 30, 2026", dated: "July 10, 2026", ..Report::with_exceptions() };
    next.tested[0] = Tested { result: "No exceptions noted.", response: None, ..next.tested[0].clone() };
    let path = journey.file("harbourlight 2026.pdf", &next.pdf());
    let document = journey.receive(&path)["state"]["document"].clone();
    let target = json!({ "target": "existing", "vendor": year.vendor });
    journey.call("document_file", json!({ "document": document, "vendor": target }));
    year.save(Some("critical"));
    see("2026-07-15");

    journey.on("2026-09-01");
    journey.call("facts_confirm", json!({ "document": document }));
    let person =
        json!({ "id": year.ilse, "name": "Ilse Brandt-Roth", "title": null, "roles": ["executive"], "active": true });
    journey.call("person_save", person);
    see("2026-09-01");
    (year, seen)
}

#[test]
fn the_state_computed_for_a_day_is_the_state_that_was_computed_on_it() {
    let (year, seen) = lived();
    year.journey.on("2026-11-27");
    for (day, then) in &seen {
        let now = all(&year.journey, Some(day));
        for (was, is) in then.iter().zip(&now) {
            assert_eq!(was, is, "{} as of {day}", was["view"]["title"]);
        }
    }
    // That the figures are equal says something only where they are not the same every day.
    let changing = |metric: &str| {
        let all: Vec<String> = seen.iter().map(|(_, then)| figure(then, metric).to_string()).collect();
        all.iter().collect::<std::collections::BTreeSet<_>>().len()
    };
    for metric in ["assured_share", "open_findings", "residual_risk", "evidence_ageing", "critical_assured_share"] {
        assert!(changing(metric) > 1, "{metric} moved in this year");
    }
}

#[test]
fn figures_of_a_small_register_are_what_a_person_counts() {
    let (_year, seen) = lived();
    let on = |day: &str| &seen.iter().find(|(known, _)| *known == day).expect("a day").1;
    let start = on("2026-03-17");
    assert_eq!(*figure(start, "assured_share"), json!({ "kind": "share", "count": 0, "of": 0 }), "nothing is in use");
    let used = on("2026-04-10");
    assert_eq!(*figure(used, "assured_share"), json!({ "kind": "share", "count": 1, "of": 1 }));
    assert_eq!(*figure(used, "onboarding_integrity"), json!({ "kind": "share", "count": 1, "of": 1 }), "8 days before");
    assert_eq!(*figure(used, "cycle_time"), json!({ "kind": "days", "median": 16.0, "of": 1 }), "17 March to 2 April");
    assert_eq!(*figure(used, "exceptions_per_report"), json!({ "kind": "per_report", "count": 2, "of": 1 }));
    assert_eq!(*figure(used, "open_findings"), json!({ "kind": "count", "count": 1 }));
    let late = on("2026-07-15");
    assert_eq!(*figure(late, "review_timeliness"), json!({ "kind": "share", "count": 0, "of": 1 }), "due on 30 June");
    assert_eq!(*figure(late, "critical_assured_share"), json!({ "kind": "share", "count": 1, "of": 1 }));
    let row = &of(late, "review_timeliness")["rows"][0];
    assert_eq!((&row["vendor_name"], &row["day"]), (&json!("Harbourlight Payroll, Inc."), &json!("2026-06-30")));
}

#[test]
fn the_way_over_the_months_begins_when_the_workspace_was_made_and_is_of_those_who_are_asked_for() {
    let (year, seen) = lived();
    let journey = &year.journey;
    journey.on("2026-11-27");
    let trend = journey.call("insights_trend", query(None));
    let days: Vec<&str> =
        trend["points"].as_array().expect("points").iter().map(|point| point["day"].as_str().expect("a day")).collect();
    assert_eq!(days.first(), Some(&"2026-03-31"), "before 17 March there was nothing: {days:?}");
    assert_eq!((days.len(), days.last()), (9, Some(&"2026-11-27")));
    let number = |point: usize, metric: &str| {
        let figures = trend["points"][point]["figures"].as_array().expect("figures");
        figures.iter().find(|one| one["metric"] == metric).expect("it is there")["value"].clone()
    };
    assert_eq!(number(0, "open_findings"), json!(0.0), "31 March");
    assert_eq!(number(1, "open_findings"), json!(1.0), "30 April");
    assert_eq!(number(2, "open_findings"), json!(2.0), "31 May");
    assert_eq!(journey.call("insights_trend", query(None)), trend, "what is kept of the past is the past");

    let mut of_low = query(None);
    of_low["tier"] = json!("low");
    let view = journey.call("insights", of_low);
    assert_eq!((&view["counted"], &view["of"]), (&json!(0), &json!(1)), "{}", seen.len());
    let early = journey.fails("insights", query(Some("2026-03-16")));
    assert_eq!(early["problem"], json!({ "problem": "too_early", "earliest": "2026-03-17" }), "{early}");
}

#[test]
fn the_board_gets_the_figures_of_a_day_and_the_log_keeps_what_was_printed() {
    let (year, _) = lived();
    let journey = &year.journey;
    let file = journey.folder.path().join("board.pdf");
    journey.host.answer(file.clone());
    let saved = journey.call("board_save", json!({ "as_of": "2026-07-15", "paper": "a4" }));
    assert_eq!(saved["name"], "board.pdf");
    let bytes = std::fs::read(&file).expect("it is there");
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let entry = journey.call("history", json!({ "before": null, "vendor": null, "limit": 1 }))[0].clone();
    assert_eq!((&entry["op"], &entry["detail"]["as_of"]), (&json!("board.print"), &json!("2026-07-15")), "{entry}");
    let hash = countersign_domain::Sha256::of(&bytes).to_string();
    assert_eq!(entry["detail"]["sha256"], json!(hash), "what was printed can be told apart");
    let early = journey.fails("board_save", json!({ "as_of": "2026-03-16", "paper": "a4" }));
    assert_eq!(early["problem"]["problem"], "too_early", "of a day before the workspace nothing is known: {early}");
}

#[test]
fn a_figure_is_saved_with_what_it_was_counted_of() {
    let (year, _) = lived();
    let file = year.journey.folder.path().join("figure.csv");
    year.journey.host.answer(file.clone());
    let asked = json!({ "metric": "open_findings", "of": query(None) });
    let saved = year.journey.call("insight_save", asked);
    assert_eq!(saved["name"], "figure.csv");
    let text = std::fs::read_to_string(&file).expect("it is there");
    assert!(text.contains("Harbourlight Payroll, Inc."), "{text}");
    assert!(text.contains("As of,2026-09-01"), "a figure says of which day it is: {text}");
}

#[test]
fn the_register_is_compared_with_a_list_that_others_keep_as_it_was_on_the_day() {
    let (year, _) = lived();
    let journey = &year.journey;
    let completeness = |as_of: Option<&str>| {
        let detail = journey.call("insight", json!({ "metric": "inventory_completeness", "of": query(as_of) }));
        (detail["view"]["figure"].clone(), detail["rows"].clone())
    };
    assert_eq!(completeness(None).0, json!({ "kind": "share", "count": 0, "of": 0 }), "no list yet");
    let table = "Creditor,Amount\r\nHARBOURLIGHT PAYROLL INC,100\r\nStill Water,20\r\nHarbourlight,5\r\nStill Water Ltd,1\r\n,9\r\n";
    let choose = |text: &str| {
        journey.host.answer(journey.file("payables.csv", text.as_bytes()));
        let file = journey.call("import_choose", json!({}));
        move |column: u32| json!({ "file": file["file"], "sheet": 0, "column": column })
    };
    let at = choose(table);
    let preview = journey.call("inventory_preview", at(0));
    let expected = json!({ "names": 3, "known": 2, "unknown": ["Still Water"] });
    assert_eq!(preview, expected, "each name once, legal forms and other names known");
    assert_eq!(completeness(None).0["of"], 0, "looked at, not taken");
    assert_eq!(journey.fails("inventory_preview", at(9))["code"], "not_found");
    assert_eq!(journey.call("inventory_take", at(0)), expected);
    let (figure, rows) = completeness(None);
    assert_eq!(figure, json!({ "kind": "share", "count": 2, "of": 3 }));
    assert_eq!(
        (&rows[1]["what"], &rows[1]["counted"], &rows[1]["vendor"]),
        (&json!("Still Water"), &json!(false), &Value::Null)
    );

    journey.on("2026-10-05");
    let empty = choose("Name,Other\r\n,x\r\n");
    assert_eq!(journey.fails("inventory_take", empty(0))["field"], "column", "no name in it");
    journey.call("inventory_take", choose("Name\r\nHarbourlight\r\n")(0));
    assert_eq!(completeness(None).0, json!({ "kind": "share", "count": 1, "of": 1 }));
    assert_eq!(completeness(Some("2026-09-01")).0, figure, "a past day has the list of then");
}
