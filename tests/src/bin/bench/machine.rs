//! What the figures were measured on.

use std::{env::consts, fs, process::Command, thread};

/// Describes build and computer in a few lines.
pub(crate) fn describe() -> String {
    let build = if cfg!(debug_assertions) {
        "built WITHOUT optimisation: the figures say little"
    } else {
        "an optimised build"
    };
    let cores = thread::available_parallelism().map_or_else(|_| "?".to_owned(), |cores| cores.to_string());
    let or_unknown = |found: Option<String>| found.unwrap_or_else(|| "unknown".to_owned());
    let mut lines = vec![
        format!("Countersign {}, {build}", env!("CARGO_PKG_VERSION")),
        format!("processor  {} ({}), {cores} cores for this program", or_unknown(processor()), consts::ARCH),
        format!("memory     {}", or_unknown(memory())),
        format!("system     {}", or_unknown(system())),
    ];
    let load = fs::read_to_string("/proc/loadavg").ok();
    if let Some(load) = load.and_then(|load| Some(load.split_whitespace().next()?.to_owned())) {
        lines.push(format!("load       {load} before the first measure"));
    }
    lines.join("\n")
}

fn processor() -> Option<String> {
    field("/proc/cpuinfo", "model name")
        .or_else(|| said_by("sysctl", &["-n", "machdep.cpu.brand_string"]))
        .or_else(|| std::env::var("PROCESSOR_IDENTIFIER").ok())
}

fn memory() -> Option<String> {
    let kib = field("/proc/meminfo", "MemTotal").and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok());
    let bytes = || said_by("sysctl", &["-n", "hw.memsize"])?.parse::<f64>().ok();
    kib.map(|kib| kib * 1024.0).or_else(bytes).map(|bytes| format!("{:.1} GiB", bytes / f64::from(1 << 30)))
}

fn system() -> Option<String> {
    let name = fs::read_to_string("/etc/os-release").ok().and_then(|text| {
        let name = text.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
        Some(name.trim_matches('"').to_owned())
    });
    let kernel = said_by("uname", &["-sr"]);
    match (name, kernel) {
        (Some(name), Some(kernel)) => Some(format!("{name}, {kernel}")),
        (name, kernel) => name.or(kernel).or_else(|| Some(consts::OS.to_owned())),
    }
}

/// The value of the first line `name : value` of a file.
fn field(path: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let value = text.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix(':'))?;
    Some(value.trim().to_owned())
}

/// What a program prints, where it is there and content.
pub(crate) fn said_by(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    (output.status.success() && !text.is_empty()).then_some(text)
}
