//! Libraries and programs of the system: installed on Debian and Ubuntu where we may, told everywhere else.

use super::{Need, packages};
use crate::{
    child::{Child, is_there},
    say::{heading, say},
    stop::Stop,
};
use std::{collections::HashSet, fs};

/// Makes the system ready or says what is missing.
pub(super) fn set_up(need: Need) -> Result<(), Stop> {
    heading("System packages");
    if cfg!(target_os = "linux") {
        let family = fs::read_to_string("/etc/os-release").map_or(Family::Unknown, |text| Family::of(&text));
        return match family {
            Family::Debian => debian(need),
            Family::Fedora => told("dnf install", &packages::fedora(need)),
            Family::Arch => told("pacman -S --needed", &packages::arch(need)),
            Family::Unknown => told("install", &packages::debian(need)),
        };
    }
    if cfg!(target_os = "macos") {
        return mac();
    }
    windows()
}

/// A family of Linux distributions that share package names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Debian,
    Fedora,
    Arch,
    Unknown,
}

impl Family {
    /// Reads `/etc/os-release`.
    fn of(os_release: &str) -> Self {
        let values = os_release.lines().filter_map(|line| line.strip_prefix("ID=").or(line.strip_prefix("ID_LIKE=")));
        let names: HashSet<&str> = values.flat_map(|value| value.trim_matches('"').split(' ')).collect();
        let known =
            [("debian", Self::Debian), ("ubuntu", Self::Debian), ("fedora", Self::Fedora), ("arch", Self::Arch)];
        known.iter().find(|(name, _)| names.contains(name)).map_or(Self::Unknown, |(_, family)| *family)
    }
}

fn debian(need: Need) -> Result<(), Stop> {
    let mut wanted = packages::debian(need);
    if need == Need::Test && !packages::BROWSERS.iter().any(|name| is_there(name)) {
        wanted.push("chromium");
    }
    let installed = installed()?;
    let missing: Vec<&str> = wanted.into_iter().filter(|name| !installed.contains(*name)).collect();
    if missing.is_empty() {
        say("All there.");
        return Ok(());
    }
    let command = format!("apt-get update && apt-get install -y --no-install-recommends {}", missing.join(" "));
    if !is_root() {
        return Err(Stop::because(format!(
            "System packages are missing. Please run this, then try again:\n\n  sudo sh -c '{command}'\n"
        )));
    }
    say(&format!("Installing: {}", missing.join(" ")));
    Child::new("apt-get").args(["update", "-q"]).run()?;
    let install = ["install", "-y", "-q", "--no-install-recommends"];
    Child::new("apt-get").args(install).args(missing).env("DEBIAN_FRONTEND", "noninteractive").run()
}

/// The names of all installed packages.
fn installed() -> Result<HashSet<String>, Stop> {
    let list = Child::new("dpkg-query").args(["-W", "-f", "${db:Status-Status} ${Package}\\n"]).output()?;
    Ok(list.lines().filter_map(|line| line.strip_prefix("installed ")).map(str::to_owned).collect())
}

/// Whether we may install packages. The standard library cannot tell, `id` can.
fn is_root() -> bool {
    Child::new("id").args(["-u"]).output().is_ok_and(|id| id.trim() == "0")
}

/// Elsewhere we cannot tell by name what is there, so we look for what the build itself looks for.
fn told(how: &str, names: &[&str]) -> Result<(), Stop> {
    let libraries = ["webkit2gtk-4.1", "librsvg-2.0"];
    let found = is_there("pkg-config") && Child::new("pkg-config").args(["--exists"]).args(libraries).output().is_ok();
    if found && is_there("cc") && is_there("perl") && is_there("make") {
        say("What the build needs is there. If a test misses something, these are the packages:");
        say(&format!("  {}", names.join(" ")));
        return Ok(());
    }
    Err(Stop::because(format!(
        "System packages are missing. On your system they are named:\n\n  {how} {}\n",
        names.join(" ")
    )))
}

fn mac() -> Result<(), Stop> {
    if Child::new("xcode-select").args(["-p"]).output().is_err() {
        return Err(Stop::because("The Xcode command line tools are missing. Please run: xcode-select --install"));
    }
    if !is_there("perl") || !is_there("make") {
        return Err(Stop::because("perl and make are missing; the database's encryption (OpenSSL) is built with them"));
    }
    say("All there.");
    Ok(())
}

fn windows() -> Result<(), Stop> {
    let mut missing = Vec::new();
    if !is_there("perl") {
        missing.push("Strawberry Perl (the database's encryption is built with it): https://strawberryperl.com");
    }
    if std::env::var_os("VCINSTALLDIR").is_none() && std::env::var_os("VSINSTALLDIR").is_none() && !visual_studio() {
        missing.push(
            "the Microsoft C++ Build Tools with the workload \"Desktop development with C++\": \
             https://visualstudio.microsoft.com/visual-cpp-build-tools/",
        );
    }
    if missing.is_empty() {
        say("All there. Windows 10 1803 and later come with WebView2, which the window needs.");
        return Ok(());
    }
    Err(Stop::because(format!("Please install what is missing, then try again:\n\n  {}\n", missing.join("\n  "))))
}

/// Whether Visual Studio's own finder is there, which every installation since 2017 brings.
fn visual_studio() -> bool {
    let folder = std::env::var_os("ProgramFiles(x86)").map(std::path::PathBuf::from);
    folder.is_some_and(|folder| folder.join("Microsoft Visual Studio/Installer/vswhere.exe").is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distributions_are_known_by_themselves_and_by_their_kin() {
        assert_eq!(Family::of("NAME=\"Debian GNU/Linux\"\nID=debian\n"), Family::Debian);
        assert_eq!(Family::of("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), Family::Debian);
        assert_eq!(Family::of("ID=\"rhel\"\nID_LIKE=\"fedora\"\n"), Family::Fedora);
        assert_eq!(Family::of("ID=endeavouros\nID_LIKE=arch\n"), Family::Arch);
        assert_eq!(Family::of("ID=nixos\n"), Family::Unknown);
    }
}
