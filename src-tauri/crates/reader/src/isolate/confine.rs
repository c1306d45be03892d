//! What the child gives up before it looks at a file.

use std::io;

use super::Allocator;

/// Address space may be larger than memory in use by this much: the executable itself, stacks, and what allocators
/// reserve and never touch.
#[cfg(unix)]
const ADDRESS_SPACE_SLACK: u64 = 2 << 30;
/// Open files: on Linux the three standard ones and not one more, so that no file and no connection can be opened. The
/// runtimes of other systems may need a few.
#[cfg(unix)]
const MAX_FILES: u64 = if cfg!(target_os = "linux") { 3 } else { 16 };

/// Limits this process to so many bytes of memory, and on Unix takes away what reading does not need. Where the system
/// cannot enforce a limit the allocator still does.
pub(super) fn confine(allocator: &'static Allocator, memory: u64) -> io::Result<()> {
    #[cfg(unix)]
    confine_unix(memory)?;
    let limit = usize::try_from(memory).unwrap_or(usize::MAX).saturating_add(allocator.allocated());
    allocator.set_limit(limit).map_err(|()| io::Error::other("the memory limit is below what is in use"))
}

#[cfg(unix)]
fn confine_unix(memory: u64) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let lower = |resource, to: u64| {
        let maximum = getrlimit(resource).maximum.map_or(to, |most| most.min(to));
        setrlimit(resource, Rlimit { current: Some(maximum), maximum: Some(maximum) })
    };
    // Needs a file of its own for a moment, so it comes before files are taken away.
    #[cfg(target_os = "linux")]
    close_the_disk()?;
    // A crash must not write the document to disk.
    lower(Resource::Core, 0)?;
    lower(Resource::Fsize, 0)?;
    lower(Resource::Nofile, MAX_FILES)?;
    // macOS accepts this limit and does not enforce it, or refuses it: the allocator's limit is the one that counts.
    let address_space = lower(Resource::As, memory.saturating_add(ADDRESS_SPACE_SLACK));
    if cfg!(target_os = "linux") {
        address_space?;
    }
    #[cfg(target_os = "linux")]
    {
        rustix::thread::set_no_new_privs(true)?;
        // A parent that is killed cannot kill its child any more.
        rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
    }
    Ok(())
}

/// Takes away every path and every TCP port, for this process and what it starts, as far as the kernel can (Landlock,
/// Linux 5.13 and later). Where it cannot, the limit on open files still keeps everything shut.
#[cfg(target_os = "linux")]
fn close_the_disk() -> io::Result<()> {
    use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr};

    let newest = ABI::V5;
    Ruleset::default()
        .handle_access(AccessFs::from_all(newest))
        .and_then(|rules| rules.handle_access(AccessNet::from_all(newest)))
        .and_then(Ruleset::create)
        .and_then(landlock::RulesetCreated::restrict_self)
        .map(|_| ())
        .map_err(io::Error::other)
}
