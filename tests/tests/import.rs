//! The register in and out of tables, through the application: columns, preview, writing, undoing, and out again.

use countersign_tests::journey::Journey;
use serde_json::{Value, json};
use std::{fmt::Write as _, path::Path};

const READER: &str = env!("CARGO_BIN_EXE_bridge");

fn chosen(journey: &Journey, path: &Path) -> Value {
    journey.host.answer(path.to_owned());
    journey.call("import_choose", json!({}))
}

/// The matching that the headers suggest, with an order of dates.
fn matched(file: &Value, date_order: Value) -> Value {
    let at = file["sheet"].as_u64().expect("a sheet is proposed") as usize;
    let columns: Vec<&Value> =
        file["sheets"][at]["columns"].as_array().expect("columns").iter().map(|column| &column["field"]).collect();
    json!({ "file": file["file"], "sheet": at, "columns": columns, "date_order": date_order })
}

fn apply(journey: &Journey, matched: &Value) -> Value {
    let preview = journey.call("import_preview", matched.clone());
    journey.call("import_apply", json!({ "matched": matched, "digest": preview["digest"] }))
}

fn imported(journey: &Journey, name: &str, table: &str) -> Value {
    let file = chosen(journey, &journey.file(name, table.as_bytes()));
    apply(journey, &matched(&file, Value::Null))
}

fn counts(preview: &Value) -> [u64; 4] {
    ["added", "changed", "unchanged", "problems"].map(|count| preview[count].as_u64().expect("a count"))
}

fn vendor<'v>(vendors: &'v Value, name: &str) -> &'v Value {
    let found = vendors.as_array().expect("rows").iter().find(|row| row["name"] == name);
    found.unwrap_or_else(|| panic!("{name} is in the register"))
}

fn problem(preview: &Value, row: u64) -> &str {
    let found = preview["rows"].as_array().expect("rows").iter().find(|each| each["row"] == row);
    found.and_then(|row| row["problems"][0]["text"].as_str()).unwrap_or_else(|| panic!("row {row} has a problem"))
}

#[test]
fn a_thousand_rows_are_imported_and_undone() {
    let journey = Journey::with_workspace(READER);
    imported(
        &journey,
        "first.csv",
        "Vendor;Service;Criticality\nStill Water;Hosting;High\nOld Mill;Payroll;Low\nSame Here;Mail;Low\n",
    );
    let mut table = "Supplier name;Product/Service;Business owner;Criticality;Contract end;Country\n".to_owned();
    for number in 0..990 {
        writeln!(table, "Vendor {number};Service {number};Mara Lind;medium;2027-03-{:02};DE", number % 28 + 1)
            .expect("text");
    }
    table.push_str("Still Water;Hosting;Lind, Mara;Critical;;DE\n"); // 992: changed
    table.push_str("OLD MILL Inc.;Payroll and time;;;;DE\n"); // 993: changed, the register's spelling stays
    table.push_str("Same Here;Mail;;low;;DE\n"); // 994: unchanged
    table.push_str("Nobody's;x;Otto Nobody;low;;DE\n"); // 995: unknown owner
    table.push_str("Unclear Day;x;;;03/04/2027;DE\n"); // 996: which month?
    table.push_str("Twice Ltd;x;;;;DE\nTwice;y;;;;DE\n"); // 997, 998: one vendor
    table.push_str(";nameless;;;;DE\n"); // 999
    table.push_str("Tier One;x;;1;;DE\n"); // 1000: from which end?
    table.push_str("Late Start;x;;;31.02.2027;DE\n"); // 1001: no such day
    let file = chosen(&journey, &journey.file("vendors.csv", table.as_bytes()));
    assert_eq!(file["read_as"], "Text in UTF-8; semicolons between values");
    let matched = matched(&file, Value::Null);
    assert_eq!(matched["columns"], json!(["name", "service", "owner", "tier", "contract_end", null]));
    let preview = journey.call("import_preview", matched.clone());
    assert_eq!(counts(&preview), [990, 2, 1, 7], "every row is one of them");
    assert_eq!(preview["ambiguous_dates"], 1);
    assert_eq!(problem(&preview, 995), "nobody in the workspace has this name: Otto Nobody");
    assert_eq!(problem(&preview, 997), "the same vendor is in row 998");
    assert_eq!(problem(&preview, 998), "the same vendor is in row 997");
    assert_eq!(problem(&preview, 999), "the row names no vendor");
    assert!(problem(&preview, 996).starts_with("day or month first?"), "never guessed");
    let changed = preview["rows"].as_array().expect("rows").iter().find(|row| row["row"] == 993).expect("the row");
    assert_eq!(
        changed["changes"],
        json!([{ "label": "Product or service", "was": "Payroll", "becomes": "Payroll and time" }])
    );
    let mut said = matched.clone();
    said["date_order"] = json!("dmy");
    assert_eq!(counts(&journey.call("import_preview", said)), [991, 2, 1, 6], "said once, the date is one");

    let before = journey.call("vendors", json!({}));
    let import = apply(&journey, &matched);
    assert_eq!((import["added"].as_u64(), import["changed"].as_u64()), (Some(990), Some(2)));
    let after = journey.call("vendors", json!({}));
    assert_eq!(after.as_array().map(Vec::len), Some(993), "rows with problems are left out, all others are in");
    assert_eq!(vendor(&after, "Still Water")["tier"], "critical");
    assert_eq!(vendor(&after, "Vendor 7")["owner"], "Mara Lind");
    let view = journey.call("vendor", json!({ "vendor": vendor(&after, "Vendor 7")["id"] }));
    assert_eq!(view["history"][0]["op"], "vendor.create", "each vendor has its entry");
    assert_eq!(view["tier_reason"], "As listed in vendors.csv", "a class without a reason says where it comes from");
    let log = journey.call("history", json!({ "before": null, "vendor": null, "limit": 1 }));
    assert_eq!((&log[0]["op"], &log[0]["detail"]["left_out"]), (&json!("vendor.import"), &json!(7)));

    // Somebody works on what was imported.
    let touched = |name: &str| vendor(&after, name)["id"].clone();
    let save = |id: Value, name: &str, notes: &str| {
        journey.call(
            "vendor_save",
            json!({ "id": id, "name": name, "aliases": [], "service": "Service 3", "tier": "medium",
                "tier_reason": "As listed in vendors.csv", "owner": null, "notes": notes }),
        );
    };
    save(touched("Vendor 3"), "Vendor 3", "We know them.");
    let document = journey.received();
    journey.call(
        "document_file",
        json!({ "document": document, "vendor": { "target": "existing", "vendor": touched("Vendor 5") } }),
    );

    let undone = journey.call("import_undo", json!({ "import": import["import"] }));
    assert_eq!((undone["removed"].as_u64(), undone["restored"].as_u64()), (Some(988), Some(2)));
    let left: Vec<(&str, &str)> = undone["left"]
        .as_array()
        .expect("what is left")
        .iter()
        .map(|left| (left["name"].as_str().unwrap_or_default(), left["why"].as_str().unwrap_or_default()))
        .collect();
    assert_eq!(
        left,
        [("Vendor 3", "changed since the import"), ("Vendor 5", "documents, decisions or other records belong to it")]
    );
    let vendors = journey.call("vendors", json!({}));
    for name in ["Still Water", "Old Mill", "Same Here"] {
        assert_eq!(vendor(&vendors, name), vendor(&before, name), "{name} is as it was");
    }
    assert_eq!(vendors.as_array().map(Vec::len), Some(5));
    assert_eq!(journey.call("search", json!({ "text": "\"Vendor 7\"" })), json!([]), "nor is it found any more");
    assert_eq!(journey.fails("import_undo", json!({ "import": import["import"] }))["code"], "not_found", "once");
    assert_eq!(journey.call("history_verify", json!({}))["broken_at"], Value::Null);
}

#[test]
fn what_changed_since_is_kept_field_by_field() {
    let journey = Journey::with_workspace(READER);
    imported(&journey, "a.csv", "Vendor,Service,Tier\nStill Water,Hosting,Low\n");
    let import = imported(&journey, "b.csv", "Vendor,Service,Tier,Notes\nStill Water,Hosting and mail,High,Imported\n");
    let id = journey.call("vendors", json!({}))[0]["id"].clone();
    journey.call(
        "vendor_save",
        json!({ "id": id, "name": "Still Water", "aliases": [], "service": "Hosting and mail", "tier": "critical",
            "tier_reason": "We stop without it", "owner": null, "notes": "Imported" }),
    );
    let undone = journey.call("import_undo", json!({ "import": import["import"] }));
    assert_eq!(undone["left"][0]["why"], "changed since the import: tier, tier reason");
    let view = journey.call("vendor", json!({ "vendor": id }));
    assert_eq!((&view["row"]["service"], &view["notes"]), (&json!("Hosting"), &Value::Null), "these are back");
    assert_eq!(
        (&view["row"]["tier"], &view["tier_reason"]),
        (&json!("critical"), &json!("We stop without it")),
        "these stay"
    );
}

const FULL: &str = "Vendor,Legal name,Other names,Product or service,Tier,Why that tier,Owner,Website,Tags,Notes,Requester,Sponsor,Contract,\
Contract start,Contract end,Notice days,Amount per year,Currency,NDA,NDA signed on,NDA until,Contact,Contact e-mail,LEI,Company register,VAT number,\
EUID,D-U-N-S,Our supplier number\n\
\"=Sum, Inc.\",Sum Incorporated,\"@sum; Sum & Co\",\"Größe; \"\"big\"\"\",Critical,\"-we stop\n+without it\",Mara Lind,sum.example,b; a,\"two\n\nlines\",\
Mara Lind,Mara Lind,Master agreement,2025-01-01,2026-12-31,90,\"12,000.50\",eur,Signed,2025-01-10,,Trust desk,trust@sum.example,\
5493001KJTIIGC8Y1R12,HRB 1,DE1,EU1,+49 1,'42\n\
Plain,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n";

#[test]
fn what_is_exported_is_imported_again_without_changes() {
    for (format, name) in [("csv", "Vendors 2026-03-17.csv"), ("xlsx", "Vendors 2026-03-17.xlsx")] {
        let journey = Journey::with_workspace(READER);
        let first = chosen(&journey, &journey.file("full.csv", FULL.as_bytes()));
        let columns = first["sheets"][0]["columns"].as_array().expect("columns");
        assert!(columns.iter().all(|column| !column["field"].is_null()), "every header is known: {columns:?}");
        let preview = journey.call("import_preview", matched(&first, Value::Null));
        assert_eq!(counts(&preview), [2, 0, 0, 0], "{preview}");
        apply(&journey, &matched(&first, Value::Null));
        assert_eq!(journey.call("vendors_export", json!({ "format": format })), json!({ "name": name }));
        let path = journey.folder.path().join(name);
        if format == "csv" {
            let bytes = std::fs::read(&path).expect("written");
            assert!(bytes.starts_with(b"\xEF\xBB\xBF"), "Excel needs the mark");
            let text = String::from_utf8(bytes).expect("UTF-8");
            assert!(text.contains("\"'=Sum, Inc.\"") && text.contains("'+49 1"), "nothing is computed: {text}");
        }
        let again = chosen(&journey, &path);
        let preview = journey.call("import_preview", matched(&again, Value::Null));
        assert_eq!(counts(&preview), [0, 0, 2, 0], "{format}: {preview}");
        // Into an empty register it gives the same vendors, and from there the same table.
        let other = Journey::with_workspace(READER);
        let file = chosen(&other, &path);
        apply(&other, &matched(&file, Value::Null));
        let again = chosen(&journey, &path);
        let preview = journey.call("import_preview", matched(&again, Value::Null));
        assert_eq!(counts(&preview), [0, 0, 2, 0], "{format}: {preview}");
        other.call("vendors_export", json!({ "format": "csv" }));
        journey.call("vendors_export", json!({ "format": "csv" }));
        let table = |journey: &Journey| {
            let text = std::fs::read_to_string(journey.folder.path().join("Vendors 2026-03-17.csv")).expect("written");
            text.lines().map(|line| line.split(",0").next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(table(&other), table(&journey), "{format}: ids aside");
    }
}

#[test]
fn a_matching_is_remembered_for_the_same_headers() {
    let journey = Journey::with_workspace(READER);
    let file = chosen(&journey, &journey.file("odd.csv", b"Wer,Was,Bis\nAcme,Mail,03/04/2027\n"));
    let none = journey.call("import_preview", matched(&file, Value::Null));
    assert_eq!(none["column_problems"], json!(["Say which column holds the vendor."]));
    let matching = json!({ "file": file["file"], "sheet": 0, "columns": ["name", "service", "contract_end"], "date_order": "dmy" });
    apply(&journey, &matching);
    let again = chosen(&journey, &journey.file("odd again.csv", b"bis;wer;was\n05/04/2027;Acme;Mail\n"));
    let sheet = &again["sheets"][0];
    assert_eq!((&sheet["remembered"], &sheet["date_order"]), (&json!(true), &json!("dmy")));
    assert_eq!(matched(&again, Value::Null)["columns"], json!(["contract_end", "name", "service"]));
}

#[test]
fn an_import_writes_what_was_shown_or_nothing() {
    let journey = Journey::with_workspace(READER);
    let file = chosen(&journey, &journey.file("v.csv", b"Vendor,Service\nAcme,Mail\n"));
    let matched = matched(&file, Value::Null);
    let preview = journey.call("import_preview", matched.clone());
    imported(&journey, "w.csv", "Vendor,Service\nAcme,Other\n");
    let file = chosen(&journey, &journey.file("v.csv", b"Vendor,Service\nAcme,Mail\n"));
    let late = json!({ "matched": { "file": file["file"], "sheet": 0, "columns": matched["columns"], "date_order": null },
        "digest": preview["digest"] });
    assert_eq!(
        journey.fails("import_apply", late)["code"],
        "preview_outdated",
        "it was an addition, now it is a change"
    );
}

#[test]
fn a_hostile_file_is_an_answer() {
    let journey = Journey::with_workspace(READER);
    for (name, bytes, why) in [
        ("empty.csv", &b""[..], "empty"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not_a_table"),
        ("broken.xlsx", b"PK\x03\x04 xl/workbook.xml nothing", "damaged"),
        ("old.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "old_or_protected"),
    ] {
        journey.host.answer(journey.file(name, bytes));
        assert_eq!(journey.fails("import_choose", json!({}))["reason"]["why"], why, "{name}");
    }
}

/// Prints how long ten thousand rows take: `cargo test --release --workspace --test application import:: -- --ignored --nocapture`.
#[test]
#[ignore = "measures"]
fn ten_thousand_rows() {
    let journey = Journey::with_workspace(READER);
    let mut table =
        "Vendor,Service,Owner,Tier,Contract start,Contract end,Amount per year,Currency,Contact,Contact e-mail\n"
            .to_owned();
    for number in 0..10_000 {
        let tier = ["low", "medium", "high", "critical"][number % 4];
        writeln!(
            table,
            "Vendor {number} GmbH,Service {number},Mara Lind,{tier},2025-01-01,2027-12-31,{number},EUR,Desk,desk{number}@v.example"
        )
        .expect("text");
    }
    let path = journey.file("many.csv", table.as_bytes());
    let timed = |what: &str, work: &dyn Fn() -> Value| {
        let began = std::time::Instant::now();
        let answer = work();
        println!("{what}: {:?}", began.elapsed());
        answer
    };
    let file = timed("read", &|| chosen(&journey, &path));
    let matched = matched(&file, Value::Null);
    let preview = timed("preview", &|| journey.call("import_preview", matched.clone()));
    assert_eq!(counts(&preview), [10_000, 0, 0, 0]);
    let import = timed("apply, with its preview", &|| apply(&journey, &matched));
    timed("vendors", &|| journey.call("vendors", json!({})));
    timed("preview again, all unchanged", &|| journey.call("import_preview", matched.clone()));
    timed("export xlsx", &|| journey.call("vendors_export", json!({ "format": "xlsx" })));
    timed("export csv", &|| journey.call("vendors_export", json!({ "format": "csv" })));
    timed("undo", &|| journey.call("import_undo", json!({ "import": import["import"] })));
}

#[test]
fn a_vendor_for_which_a_deviation_was_signed_is_left_by_the_undo() {
    let journey = Journey::with_workspace(READER);
    let import = imported(&journey, "a.csv", "Vendor,Service,Tier\nStill Water,Hosting,Low\nDeep Well,Backups,High\n");
    let rows = journey.call("vendors", json!({}));
    let deep = vendor(&rows, "Deep Well")["id"].clone();
    let mut people = [("Odo Brandt", "business_owner"), ("Runa Falk", "executive")].map(|(name, role)| {
        let person = json!({ "id": null, "name": name, "title": null, "roles": [role], "active": true });
        journey.call("person_save", person)["id"].clone()
    });
    let [requester, approver] = people.each_mut().map(|id| id.take());
    journey.approved(json!({
        "vendor": deep, "rule": "REPORT-EVIDENCE", "reason": "The report comes in May.",
        "worst_case": "We learn of a breach late.", "compensations": "Nothing of ours is there yet.",
        "requester": requester, "approver": approver, "expires": "2026-05-01",
    }));
    let undone = journey.call("import_undo", json!({ "import": import["import"] }));
    assert_eq!(undone["removed"], 1, "the other one goes: {undone}");
    assert_eq!(undone["left"][0]["why"], "documents, decisions or other records belong to it");
    let rows = journey.call("vendors", json!({}));
    assert_eq!(rows.as_array().map(Vec::len), Some(1));
    let view = journey.call("vendor_evaluation", json!({ "vendor": deep }));
    assert!(view["acceptances"].as_array().is_some_and(|all| all.len() == 1), "what was signed stays: {view}");
}

#[test]
fn a_table_in_latin_letters_of_old_with_a_hundred_columns_is_read() {
    let journey = Journey::with_workspace(READER);
    // ISO 8859-1 as older programs write it: ü is one byte. Of a hundred columns two are known.
    let mut table: Vec<u8> = b"Vendor;Contact person".to_vec();
    for column in 0..98 {
        table.extend(format!(";Field {column}").bytes());
    }
    table.extend(b"\nM\xFCller & S\xF6hne;Ren\xE9e Gar\xE7on");
    table.extend(b";x".repeat(98));
    table.push(b'\n');
    let file = chosen(&journey, &journey.file("old.csv", &table));
    assert_eq!(file["sheets"][0]["columns"].as_array().map(Vec::len), Some(100), "no column is lost: {file}");
    let done = apply(&journey, &matched(&file, Value::Null));
    assert_eq!(done["added"], 1, "{done}");
    let vendors = journey.call("vendors", json!({}));
    let vendor = vendor(&vendors, "Müller & Söhne");
    let register = journey.call("register", json!({ "vendor": vendor["id"] }));
    assert_eq!(register["contacts"][0]["name"], "Renée Garçon");
}

#[test]
fn a_workbook_that_leaves_has_a_sheet_for_what_one_row_cannot_hold() {
    let journey = Journey::with_workspace(READER);
    imported(&journey, "first.csv", "Vendor;Contact person\nStill Water;Ada Moor\n");
    let vendor = vendor(&journey.call("vendors", json!({})), "Still Water")["id"].clone();
    for title in ["Main agreement", "Order of 2026"] {
        let part = json!({
            "part": "contract", "id": null, "title": title, "start": null, "end": "2027-03-31", "renewal": "automatic",
            "renewal_months": 12, "notice_days": 30, "amount_minor": null, "currency": null, "breach_notice": 72,
            "audit_right": true, "return_or_deletion": null, "right_to_reports": null, "subprocessor_notice": null,
            "data_processing_agreement": false, "ai_terms": null, "governing_law": "Ireland",
        });
        journey.call("register_save", json!({ "vendor": vendor, "part": part }));
    }
    let saved = journey.call("vendors_export", json!({ "format": "xlsx" }));
    let path = journey.folder.path().join(saved["name"].as_str().expect("a name"));
    let file = chosen(&journey, &path);
    let names: Vec<&str> =
        file["sheets"].as_array().expect("sheets").iter().filter_map(|sheet| sheet["name"].as_str()).collect();
    assert_eq!(names, ["Vendors", "Services", "Contracts", "Contacts", "Group and numbers"]);
    assert_eq!(file["sheet"], 0, "an import proposes the register itself");
    let said = file["sheets"][2].to_string();
    assert!(said.contains("Main agreement") && said.contains("Order of 2026") && said.contains("2027-03-01"), "{said}");
}
