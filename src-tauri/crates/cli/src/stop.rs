//! Ctrl-C: what takes its time is told to stop and cleans up behind itself. A second one ends the program at once.

use crate::say::Trouble;
use countersign_contract::Failure;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// The exit status of a program that was interrupted, as shells count it.
const INTERRUPTED: i32 = 130;

/// A switch that Ctrl-C, or whoever asks the program to end, sets.
#[derive(Debug, Clone)]
pub(crate) struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Listens from now on.
    pub(crate) fn listen() -> Result<Self, Trouble> {
        let stop: Arc<AtomicBool> = Arc::default();
        for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
            // In this order: the first signal finds the switch unset and only sets it.
            signal_hook::flag::register_conditional_shutdown(signal, INTERRUPTED, Arc::clone(&stop))
                .and_then(|_| signal_hook::flag::register(signal, Arc::clone(&stop)))
                .map_err(|error| Trouble::Unexpected(error.to_string()))?;
        }
        Ok(Self(stop))
    }

    /// Whether it is set.
    pub(crate) fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// The switch itself.
    pub(crate) fn switch(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.0)
    }

    /// Ends the command where it is set.
    pub(crate) fn check(&self) -> Result<(), Trouble> {
        if self.is_set() { Err(Trouble::Failed(Failure::Cancelled)) } else { Ok(()) }
    }
}
