//! Places where tests end the process, to see what is left. Nothing of it is in the program.

/// The environment variable that names the place.
#[cfg(test)]
pub(crate) const VARIABLE: &str = "COUNTERSIGN_STORE_CRASH_AT";

/// Ends the process here, as a power failure would, where a test asked for it.
#[cfg(test)]
pub(crate) fn point(name: &str) {
    if std::env::var(VARIABLE).is_ok_and(|wanted| wanted == name) {
        std::process::abort();
    }
}

/// Does nothing.
#[cfg(not(test))]
#[inline]
pub(crate) fn point(_name: &str) {}
