//! The structure of the repository, kept by the compiler's own view of it: who may know whom, how large a file may be,
//! how tightly the shell is closed. Whoever wants to change one of these changes the line here, with a reason.

use cargo_metadata::{Metadata, MetadataCommand, Package};
use countersign_contract::COMMANDS;
use regex::Regex;
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Which of our crates each of our crates may depend on, for whatever purpose.
const MAY_KNOW: [(&str, &[&str]); 13] = [
    ("countersign-domain", &[]),
    ("countersign-contract", &[]),
    ("countersign-picture", &[]),
    ("countersign-reader", &["domain", "picture"]),
    ("countersign-policy", &["domain"]),
    ("countersign-packet", &["domain"]),
    ("countersign-store", &["domain"]),
    ("countersign-app", &["domain", "contract", "reader", "policy", "packet", "store"]),
    ("countersign-cli", &["domain", "contract", "reader", "app"]),
    ("countersign-desktop", &["contract", "reader", "app"]),
    ("countersign-tests", &["domain", "contract", "picture", "reader", "policy", "packet", "store", "app", "wear"]),
    ("countersign-wear", &["picture"]),
    ("xtask", &[]),
];

/// Crates that open connections. The program makes none; the browser bridge of the tests listens on this computer.
const NETWORK: [&str; 7] = ["hyper", "reqwest", "tiny_http", "ureq", "curl", "axum", "tokio-tungstenite"];

/// What stands at the top of the repository and is not hidden.
const TOP_LEVEL: [&str; 9] =
    ["Cargo.lock", "Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "icons", "src-tauri", "tests", "ui"];

/// Folders that hold no sources of ours.
const NOT_OURS: [&str; 5] = ["target", "node_modules", "dist", "gen", "coverage"];

const LARGEST_RS: u64 = 20 * 1024;
const LARGEST_TSX: u64 = 12 * 1024;
const LONGEST_ROOT: usize = 200;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests stands in the repository")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn read_json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn workspace() -> Metadata {
    let manifest = root().join("Cargo.toml");
    let offline = vec!["--offline".to_owned(), "--locked".to_owned()];
    MetadataCommand::new().manifest_path(manifest).no_deps().other_options(offline).exec().expect("a workspace")
}

/// All files of a folder and the folders in it that are ours.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let name = entry.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with('.') || NOT_OURS.contains(&name) {
            continue;
        }
        if entry.is_dir() {
            found.extend(below(&entry));
        } else {
            found.push(entry);
        }
    }
    found
}

/// All files of the repository that are ours and end so.
fn sources(ending: &str) -> Vec<PathBuf> {
    let found: Vec<PathBuf> =
        below(root()).into_iter().filter(|path| path.to_string_lossy().ends_with(ending)).collect();
    assert!(!found.is_empty(), "no {ending} file was looked at, so nothing was checked");
    found
}

fn ours(package: &Package) -> BTreeSet<String> {
    let names = package.dependencies.iter().filter_map(|dependency| dependency.name.strip_prefix("countersign-"));
    names.map(str::to_owned).collect()
}

#[test]
fn every_crate_knows_only_whom_it_may() {
    let workspace = workspace();
    let rules: BTreeMap<&str, &[&str]> = MAY_KNOW.into_iter().collect();
    for package in &workspace.packages {
        let allowed = rules.get(package.name.as_str()).unwrap_or_else(|| panic!("{} has no rule", package.name));
        let allowed: BTreeSet<String> = allowed.iter().map(ToString::to_string).collect();
        let knows = ours(package);
        let too_much: Vec<&String> = knows.difference(&allowed).collect();
        assert!(too_much.is_empty(), "{} must not know {too_much:?}", package.name);
    }
    assert_eq!(workspace.packages.len(), MAY_KNOW.len(), "a crate of the rule is gone");
}

#[test]
fn only_the_shell_knows_tauri() {
    for package in workspace().packages.iter().filter(|package| package.name != "countersign-desktop") {
        let tauri: Vec<&str> = package
            .dependencies
            .iter()
            .map(|dependency| dependency.name.as_str())
            .filter(|name| name.starts_with("tauri"))
            .collect();
        assert!(tauri.is_empty(), "{} must run without a window: {tauri:?}", package.name);
    }
}

#[test]
fn nothing_that_ships_can_open_a_connection() {
    for package in workspace().packages.iter().filter(|package| package.name != "countersign-tests") {
        let network: Vec<&str> = package
            .dependencies
            .iter()
            .map(|dependency| dependency.name.as_str())
            .filter(|name| NETWORK.contains(name))
            .collect();
        assert!(network.is_empty(), "{} would be able to talk to the world: {network:?}", package.name);
    }
}

#[test]
fn every_crate_takes_the_workspace_lints() {
    for package in workspace().packages {
        let manifest = fs::read_to_string(&package.manifest_path).expect("a manifest");
        assert!(manifest.contains("[lints]\nworkspace = true"), "{} would be built without the lints", package.name);
    }
    assert!(read("Cargo.toml").contains("unsafe_code = \"forbid\""), "unsafe code stays forbidden in our crates");
}

#[test]
fn files_stay_small_enough_to_be_read() {
    let limits = [(".rs", LARGEST_RS), (".tsx", LARGEST_TSX)];
    let mut too_large = Vec::new();
    for (ending, limit) in limits {
        for path in sources(ending) {
            let size = fs::metadata(&path).expect("a file").len();
            if size > limit {
                too_large.push(format!("{} has {size} bytes, allowed are {limit}", path.display()));
            }
        }
    }
    for path in sources(".rs").iter().filter(|path| path.ends_with("lib.rs") || path.ends_with("main.rs")) {
        let lines = fs::read_to_string(path).expect("a file").lines().count();
        if lines >= LONGEST_ROOT {
            too_large.push(format!("{} has {lines} lines, fewer than {LONGEST_ROOT} are allowed", path.display()));
        }
    }
    assert!(too_large.is_empty(), "split these by concept:\n{}", too_large.join("\n"));
}

/// Where the day of UTC is taken of a moment, and why that is right there.
const DAYS_OF_UTC: [(&str, &str); 3] = [
    ("app/src/clock.rs", "the clock itself"),
    ("app/src/acceptance/extract.rs", "kept in the file, which must not depend on where it is opened"),
    ("app/src/auditor/bundle.rs", "names a folder"),
];

#[test]
fn the_business_day_of_a_moment_is_asked_of_the_clock() {
    let crates = root().join("src-tauri/crates");
    for path in sources("rs") {
        let Ok(name) = path.strip_prefix(&crates) else { continue };
        let name = name.to_string_lossy().replace('\\', "/");
        let looked_at =
            ["app/src/", "store/src/"].iter().any(|part| name.starts_with(part)) || name == "domain/src/guard.rs";
        let is_right = DAYS_OF_UTC.iter().any(|(known, _)| name == *known) || name.contains("tests");
        if !looked_at || is_right || name.contains("/sample/") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source can be read");
        assert!(
            !text.contains(".date_naive()"),
            "{name} takes the day of UTC: `Clock::day_of` knows that of the person"
        );
    }
}

#[test]
fn every_test_of_the_application_is_run() {
    let manifest = read("tests/Cargo.toml");
    let programs: Vec<&str> = manifest
        .split("[[test]]\nname = \"")
        .skip(1)
        .map(|part| part.split('"').next().expect("a part before the quote"))
        .collect();
    let application = read("tests/tests/application.rs");
    let modules: Vec<&str> =
        application.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';')).collect();
    assert!(modules.len() > 20 && programs.len() > 2, "they were found: {modules:?}, {programs:?}");
    let entries =
        fs::read_dir(root().join("tests/tests")).expect("a folder").map(|entry| entry.expect("an entry").path());
    for file in entries.filter(|path| path.extension().is_some_and(|ending| ending == "rs")) {
        let name = file.file_stem().and_then(|name| name.to_str()).expect("a name");
        assert!(
            modules.contains(&name) != programs.contains(&name),
            "{name} is a module of application.rs or a program"
        );
    }
}

#[test]
fn what_is_said_to_have_no_tests_has_none() {
    let test = Regex::new(r"#\[test\]|proptest!").expect("a pattern");
    let example = Regex::new(r"(?m)^\s*//[/!] ```").expect("a pattern");
    let mut looked_at = 0;
    for package in workspace().packages {
        let folder = package.manifest_path.parent().expect("a manifest lies in a folder").as_std_path().to_owned();
        for target in &package.targets {
            let root = target.src_path.as_std_path();
            let of_target: Vec<PathBuf> = match root.file_name().and_then(|name| name.to_str()) {
                // A folder of its own, or all that the package is.
                Some("lib.rs" | "main.rs") => below(root.parent().expect("a file lies in a folder")),
                _ => vec![root.to_owned()],
            };
            let holds = |pattern: &Regex| {
                of_target.iter().any(|path| pattern.is_match(&fs::read_to_string(path).expect("a source can be read")))
            };
            let name = format!("{} of {}", target.name, folder.display());
            if target.is_bin() && !target.test {
                assert!(!holds(&test), "a test in {name} is never run");
                looked_at += 1;
            }
            if target.is_lib() && !target.doctest {
                assert!(!holds(&example), "an example in the documentation of {name} is never run");
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 8, "something was looked at: {looked_at}");
}

#[test]
fn the_top_level_stays_as_it_is() {
    let entries = fs::read_dir(root()).expect("the repository").map(|entry| entry.expect("an entry").file_name());
    let visible: BTreeSet<String> = entries
        .filter_map(|name| name.into_string().ok())
        .filter(|name| !name.starts_with('.') && name != "target")
        .collect();
    let allowed: BTreeSet<String> = TOP_LEVEL.into_iter().map(str::to_owned).collect();
    let strangers: Vec<&String> = visible.difference(&allowed).collect();
    assert!(strangers.is_empty(), "these have a place further down: {strangers:?}");
}

#[test]
fn the_lock_of_the_user_interface_names_no_host() {
    assert!(
        !read("ui/package-lock.json").contains("\"resolved\""),
        "packages are found by name, wherever the registry is"
    );
}

#[test]
fn the_window_may_ask_for_the_commands_and_nothing_else() {
    let folder = fs::read_dir(root().join("src-tauri/capabilities")).expect("the capabilities");
    let files: Vec<_> = folder.map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(files, ["main.json"], "one window, one capability");

    let capability = read_json("src-tauri/capabilities/main.json");
    assert_eq!(capability["windows"], json!(["main"]), "the one window, by its name");
    assert_eq!(capability.get("remote"), None, "no page from elsewhere may ask for anything");
    assert_eq!(capability.get("webviews"), None, "a window's name is enough");

    // Not the events of tauri: with them go the paths of dropped files.
    let own = ["allow-events", "core:webview:allow-set-webview-zoom"];
    let commands = COMMANDS.iter().map(|command| format!("allow-{}", command.name.replace('_', "-")));
    let expected: BTreeSet<String> = own.into_iter().map(str::to_owned).chain(commands).collect();
    let permissions = capability["permissions"].as_array().expect("a list");
    let found: BTreeSet<String> =
        permissions.iter().map(|name| name.as_str().expect("a plain name, no scope").to_owned()).collect();
    assert_eq!(found, expected, "the capability is written by `cargo xtask contract`");
}

#[test]
fn the_shell_stays_closed() {
    let config = read_json("src-tauri/tauri.conf.json");
    let app = &config["app"];
    assert_eq!(app["withGlobalTauri"], json!(false), "scripts do not find the host by accident");
    assert_eq!(app["windows"], json!([]), "the window is made in Rust, where its navigation is watched");
    assert_eq!(config["build"].get("devUrl"), None, "the page is always the one inside the program");
    assert_eq!(config.get("plugins"), None, "no plugin is configured, so none is opened up");

    let security = &app["security"];
    assert_eq!(security["capabilities"], json!(["main"]));
    assert_eq!(security["assetProtocol"], json!({ "enable": false, "scope": [] }), "pages come by id, never by path");
    assert_eq!(
        security["dangerousDisableAssetCspModification"],
        json!(["style-src"]),
        "tauri may not add a nonce to styles, since that would switch inline styles off; scripts keep theirs"
    );
    for loose in ["devCsp", "headers", "dangerousUseHttpScheme", "pattern"] {
        assert_eq!(security.get(loose), None, "`{loose}` was not weighed");
    }
    assert_eq!(
        security["csp"],
        json!({
            "default-src": "'none'",
            "script-src": "'self' 'wasm-unsafe-eval'",
            "worker-src": "'self'",
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' csdoc: http://csdoc.localhost",
            "font-src": "'self'",
            "connect-src": "'self' ipc: http://ipc.localhost",
            "base-uri": "'none'",
            "form-action": "'none'"
        }),
        "no host but the program itself, no script but its own"
    );
}

#[test]
fn the_shell_has_only_the_parts_it_needs() {
    let workspace = workspace();
    let shell = workspace.packages.iter().find(|package| package.name == "countersign-desktop").expect("the shell");
    let parts: BTreeSet<&str> = shell
        .dependencies
        .iter()
        .map(|dependency| dependency.name.as_str())
        .filter(|name| name.starts_with("tauri"))
        .collect();
    let expected = [
        "tauri",
        "tauri-build",
        "tauri-plugin-dialog",
        "tauri-plugin-opener",
        "tauri-plugin-single-instance",
        "tauri-plugin-window-state",
    ];
    assert_eq!(parts, expected.into_iter().collect(), "no plugin for files, programs or connections");
    let tauri = shell.dependencies.iter().find(|dependency| dependency.name == "tauri").expect("tauri");
    let features: BTreeSet<&str> = tauri.features.iter().map(String::as_str).collect();
    let expected = ["common-controls-v6", "wry", "x11"];
    assert_eq!(
        features,
        expected.into_iter().collect(),
        "no developer tools in releases, no capability added at run time"
    );
    assert!(!tauri.uses_default_features, "what tauri adds to its defaults is weighed first");
}
