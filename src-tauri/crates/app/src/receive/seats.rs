//! How many files are read at once.

use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

/// Most files read at once: each is a process of its own with up to a gigabyte of memory.
const MOST: usize = 4;

/// Seats for files under way: one a processor core. More at once would only fight for the disk and the cores.
#[derive(Debug)]
pub(crate) struct Seats {
    free: Mutex<usize>,
    freed: Condvar,
    all: usize,
}

impl Default for Seats {
    fn default() -> Self {
        Self::new(thread::available_parallelism().map_or(1, usize::from).clamp(1, MOST))
    }
}

impl Seats {
    fn new(all: usize) -> Self {
        Self { free: Mutex::new(all), freed: Condvar::new(), all }
    }

    /// How many there are.
    pub(crate) const fn all(&self) -> usize {
        self.all
    }

    /// Waits for a free one and takes it; it is given back when the answer is dropped, after a panic too.
    pub(crate) fn take(&self) -> Seat<'_> {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free == 0 {
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= 1;
        Seat { seats: self }
    }

    /// Waits until nobody sits.
    pub(crate) fn wait_until_empty(&self) {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free < self.all {
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// A seat that is taken.
#[derive(Debug)]
pub(crate) struct Seat<'s> {
    seats: &'s Seats,
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        *self.seats.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.seats.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn no_more_sit_than_there_are_seats() {
        let seats = Seats::new(2);
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let _seat = seats.take();
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    thread::yield_now();
                    now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        assert!(most.load(Ordering::SeqCst) <= 2, "two seats, never three at once");
        assert_eq!(*seats.free.lock().expect("whole"), 2, "all are given back");
    }
}
