//! Two pieces of work at the same time: what the recognisers of a report do does not depend on each other.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many threads run beside those that asked for them.
static RUNNING: AtomicUsize = AtomicUsize::new(0);

/// Does both and gives both answers. `other` runs on a thread of its own while there are processors for it, else first.
///
/// A panic of either is the caller's, as if both ran here.
pub(crate) fn beside<A: Send, B>(other: impl FnOnce() -> A + Send, here: impl FnOnce() -> B) -> (A, B) {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let turn = Turn(RUNNING.fetch_add(1, Ordering::Relaxed));
    if turn.0 + 1 >= processors {
        drop(turn);
        return (other(), here());
    }
    thread::scope(|scope| {
        let running = scope.spawn(move || {
            let answer = other();
            drop(turn);
            answer
        });
        let here = here();
        (running.join().unwrap_or_else(|panic| resume_unwind(panic)), here)
    })
}

/// One that runs; how many there were before.
struct Turn(usize);

impl Drop for Turn {
    fn drop(&mut self) {
        RUNNING.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn both_answers_come_back() {
        let words = ["one".to_owned(), "two".to_owned()];
        assert_eq!(beside(|| words[0].len(), || words[1].clone()), (3, "two".to_owned()), "both may look at the same");
    }

    #[test]
    fn a_panic_of_the_other_is_not_lost() {
        let caught = std::panic::catch_unwind(|| beside(|| assert!(words().is_empty(), "the other fails"), || ()));
        assert!(caught.is_err(), "the caller must hear of it");
    }

    fn words() -> Vec<u8> {
        vec![1]
    }
}
