//! The essentials of the command line as processes, over the sample workspace: what is listed, written and checked.

mod desk;

use desk::Desk;
use serde_json::Value;
use std::{fs, process::Command, sync::OnceLock};

/// The one desk of all tests: to typeset the sample takes its time.
fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(Desk::new)
}

#[test]
fn what_the_sample_holds_is_listed_decided_printed_and_verified() {
    let desk = desk();
    let (vendors, status) = desk.objects(&["vendors"]);
    assert!(vendors.len() > 5 && status == Some(0), "{} vendors, {status:?}", vendors.len());
    let plain = String::from_utf8(desk.run(&["vendors"]).stdout).expect("UTF-8");
    for vendor in &vendors {
        let name = vendor["name"].as_str().expect("a name");
        assert!(plain.contains(name), "{name} is in the table");
        let (tier, status) = desk.objects(&["tier", name]);
        assert!(tier.len() == 1 && status == Some(0), "{name}: {tier:?}");
    }
    let (evaluated, _) = desk.objects(&["evaluate", "--all"]);
    assert_eq!(evaluated.len(), vendors.len(), "a verdict for each");
    // Of those in use only one is meant to stand badly: its evidence is too old.
    let in_use = ["active", "approved", "approved_with_conditions"];
    for vendor in vendors.iter().filter(|vendor| in_use.iter().any(|stage| vendor["stage"] == *stage)) {
        let mended = vendor["verdict"] != "escalate" && vendor["verdict"] != "reject";
        let old = vendor["name"].as_str().is_some_and(|name| name.starts_with("Hollowmere"));
        assert_eq!(mended, !old, "what was approved is not at odds with the policy: {vendor}");
    }
    let (findings, _) = desk.objects(&["findings", "--all"]);
    assert!(!findings.is_empty(), "the sample has exceptions");
    let (policy, _) = desk.objects(&["policy", "show"]);
    fs::write(desk.at("policy.json"), policy[0].to_string()).expect("writes");
    let (diff, status) = desk.objects(&["policy", "diff", "policy.json"]);
    assert_eq!(status, Some(0), "the same policy changes nothing: {diff:?}");

    let actor = desk.objects(&["history", "--limit", "1"]).0[0]["who"].as_str().expect("somebody acted").to_owned();
    let decide = [
        "decide",
        "Cobblewick Signing, Inc.",
        "--actor",
        actor.as_str(),
        "--outcome",
        "rejected",
        "--reason",
        "No report is held.",
    ];
    let (decided, status) = desk.objects(&decide);
    assert_eq!((decided[0]["outcome"].as_str(), status), (Some("rejected"), Some(0)), "{decided:?}");
    assert!(decided[0]["next_review"].is_null(), "who is turned down is not looked at again");
    let packet = desk.run(&["packet", "Cobblewick", "-o", "packet.pdf", "--actor", &actor]);
    assert!(packet.status.success(), "{}", String::from_utf8_lossy(&packet.stderr));
    assert!(fs::read(desk.at("packet.pdf")).expect("a file").starts_with(b"%PDF-"));
    let (verified, status) = desk.objects(&["verify", "packet.pdf"]);
    assert_eq!((verified[0]["is"].as_str(), status), (Some("packet"), Some(0)), "{verified:?}");

    let with_report = |vendor: &Value| {
        let name = vendor["name"].as_str().expect("a name");
        let (packet, _) = desk.objects(&["packet", name, "-o", "whole.pdf", "--append", "d1", "--actor", &actor]);
        packet.first().filter(|packet| packet["appended"][0]["label"] == "D1").map(|_| name.to_owned())
    };
    let name = vendors.iter().find_map(with_report).expect("somebody was decided on a report");
    let (verified, status) = desk.objects(&["verify", "whole.pdf"]);
    assert_eq!((verified[0]["is"].as_str(), status), (Some("packet"), Some(0)), "{verified:?}");
    let checks = verified[0]["checks"].as_array().expect("a list");
    let of = |part: &str| checks.iter().find(|check| check["part"] == *part).map(|check| check["outcome"].clone());
    assert_eq!((of("pages"), of("appendices")), (Some("holds".into()), Some("holds".into())), "{verified:?}");
    let unknown = desk.run(&["packet", &name, "-o", "none.pdf", "--append", "D99", "--actor", &actor]);
    let said = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert!(unknown.status.code() == Some(2) && said.contains("it has: D1"), "{said}");

    // A byte more, and it is not what was printed.
    let mut bytes = fs::read(desk.at("packet.pdf")).expect("a file");
    bytes.push(b'\n');
    fs::write(desk.at("packet.pdf"), bytes).expect("writes");
    let (verified, status) = desk.objects(&["verify", "packet.pdf"]);
    assert_ne!((verified[0]["is"].as_str(), status), (Some("packet"), Some(0)), "{verified:?}");
}

#[test]
fn what_cannot_be_done_is_said_with_a_status_of_its_own() {
    let desk = desk();
    for (arguments, status, said) in [
        (&["show", "Nobody at all"][..], 3, "Nobody at all"),
        (&["review", "Cobblewick", "--export", "sheet.txt"][..], 2, ".csv"),
        (&["review", "Cobblewick", "--export", "sheet.csv"][..], 3, "review"),
        (&["decide", "Cobblewick", "--outcome", "rejected", "--reason", "x"][..], 2, "--actor"),
        (
            &["decide", "Cobblewick", "--actor", "Maren Holt", "--outcome", "rejected", "--reason", "x"][..],
            2,
            "did you mean",
        ),
        (
            &["decide", "Cobblewick Signing, Inc.", "--actor", "Maren Holt", "--outcome", "approved", "--reason", "x"]
                [..],
            2,
            "--residual",
        ),
        (&["vendors", "--as-of", "31.12.2026"][..], 2, "2026-03-31"),
    ] {
        let output = desk.run(arguments);
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {text}");
        assert!(text.contains(said), "{arguments:?} says {said}: {text}");
    }
}

#[test]
fn a_condition_names_the_finding_that_it_settles() {
    let desk = desk();
    let vendor = "Bramblegate Identity, Inc.";
    let decide = |condition: &str| {
        let asked = ["decide", vendor, "--actor", "Maren Holt", "--outcome", "more-evidence", "--reason", "Rights."];
        let output = desk.run(&[&asked[..], &["--condition", condition, "--json"]].concat());
        (serde_json::from_slice::<Value>(&output.stdout).unwrap_or_default(), output)
    };
    let (findings, _) = desk.objects(&["findings"]);
    let ids: Vec<&Value> = findings.iter().map(|finding| &finding["id"]).collect();
    let (unknown, output) = decide("2027-01-15 EX-999: show the reviews of rights");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(unknown["error"]["code"] == "usage" && output.status.code() == Some(2), "{unknown} {said}");
    let open = unknown["error"]["message"].as_str().expect("a message");
    let label =
        open.split_once("open are ").and_then(|(_, labels)| labels.split([',', ')']).next()).expect("names them");
    let (decided, output) = decide(&format!("2027-01-15! {label}: show the reviews of rights"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let duty = &decided["conditions"][0];
    assert!(duty["before_go_live"] == true && duty["what"] == "show the reviews of rights", "{duty}");
    let settles = &duty["finding"];
    assert!(settles["label"] == label && ids.contains(&&settles["finding"]), "{duty}");
}

#[test]
fn the_next_examination_is_told_as_in_the_window() {
    let desk = Desk::new();
    let vendor = "Ospreyline Payroll, LLC";
    let tell = |told: &[&str]| desk.run(&[&["examination", vendor, "--actor", "Maren Holt"], told].concat());
    let known = || desk.objects(&["examination", "Ospreyline"]).0[0].clone();
    let output = tell(&["--type", "type2", "--firm", "Thornbury Quill LLP", "--expected", "2027-08-31"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("said"), "nothing proves it: {said}");
    let output = tell(&["--type", "type2", "--expected", "2027-08-31", "--said", "Their mail of 2 March."]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let before = known();
    assert_eq!((&before["kind"], &before["expected_on"]), (&"type2".into(), &"2027-08-31".into()), "{before}");
    let proof = "Ospreyline Payroll SOC 2.pdf";
    let output = tell(&["--to", "2027-06-30", "--proof", proof]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let after = known();
    assert_eq!((&after["to"], &after["said"]), (&"2027-06-30".into(), &before["said"]), "what was told stays");
    assert!(after["proof"].is_string(), "{after}");
    let plain = String::from_utf8(desk.run(&["examination", "Ospreyline"]).stdout).expect("UTF-8");
    assert!(plain.contains(proof) && plain.contains("2027-08-31"), "{plain}");
    assert_eq!(tell(&["--proof", "nothing.pdf"]).status.code(), Some(2), "a document of another");
    assert_eq!(tell(&["--to", "2027-09-30"]).status.code(), Some(3), "the report comes before its period is over");
    assert!(tell(&["--forget"]).status.success());
    assert!(known()["kind"].is_null() && known()["said"].is_null(), "{}", known());
}

#[test]
fn a_version_of_the_policy_is_of_the_day_of_who_saved_it() {
    let desk = Desk::empty();
    assert!(desk.run(&["new", "--organisation", "Alder Works", "--person", "Ines Roth"]).status.success());
    let shown = String::from_utf8(desk.run(&["policy", "show", "--json"]).stdout).expect("UTF-8");
    let mut policy: Value = serde_json::from_str(&shown).expect("a policy");
    policy["settings"]["dates"]["issue_lag_usual_to_days"] = 121.into();
    fs::write(desk.at("policy.json"), policy.to_string()).expect("is written");
    let set = desk.run(&["policy", "set", "policy.json", "--reason", "Reports come later here."]);
    assert!(set.status.success(), "{}", String::from_utf8_lossy(&set.stderr));
    let (versions, _) = desk.objects(&["policy", "diff"]);
    let saved: chrono::DateTime<chrono::Utc> = versions[0]["saved_at"].as_str().expect("a time").parse().expect("one");
    // In one of these places it is another day than in Greenwich, at whatever hour this runs.
    for (zone, east) in [("<+14>-14", 14), ("<-11>11", -11)] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_countersign"));
        command.env("COUNTERSIGN_WORKSPACE", desk.at("s.countersign")).env("TZ", zone).args(["policy", "diff"]);
        let said = String::from_utf8(command.output().expect("starts").stdout).expect("UTF-8");
        let day = (saved + chrono::TimeDelta::hours(east)).date_naive();
        assert!(said.contains(&format!("{day}, Ines Roth")), "{zone}: {day} is the day there: {said}");
    }
}
