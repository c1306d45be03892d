//! How many pages are recognised at once, over all files.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How often somebody who waits is asked whether to give up.
const STEP: Duration = Duration::from_millis(50);

/// Places for pages under way. Whoever shares an engine shares them, so that two files do not take twice the computer.
#[derive(Debug)]
pub(super) struct Places {
    free: Mutex<usize>,
    freed: Condvar,
}

impl Places {
    pub(super) fn new(all: usize) -> Self {
        Self { free: Mutex::new(all.max(1)), freed: Condvar::new() }
    }

    /// Waits for a free one and takes it, or gives up with `None`; it is given back when the answer is dropped.
    pub(super) fn take(&self, stop: impl Fn() -> bool) -> Option<Place<'_>> {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free == 0 {
            if stop() {
                return None;
            }
            free = self.freed.wait_timeout(free, STEP).unwrap_or_else(PoisonError::into_inner).0;
        }
        *free -= 1;
        Some(Place { places: self })
    }
}

/// A place that is taken.
#[derive(Debug)]
pub(super) struct Place<'p> {
    places: &'p Places,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        *self.places.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.places.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn no_more_are_under_way_than_there_are_places() {
        let places = Places::new(2);
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|threads| {
            for _ in 0..6 {
                threads.spawn(|| {
                    let _place = places.take(|| false).expect("nobody gives up");
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    std::thread::sleep(Duration::from_millis(5));
                    now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        assert!(most.load(Ordering::SeqCst) <= 2, "two places, never three at once");
        assert_eq!(*places.free.lock().expect("whole"), 2, "all are given back");
    }

    #[test]
    fn whoever_waits_can_give_up() {
        let places = Places::new(1);
        let _taken = places.take(|| false).expect("one is free");
        assert!(places.take(|| true).is_none(), "told to stop while it waits");
    }
}
