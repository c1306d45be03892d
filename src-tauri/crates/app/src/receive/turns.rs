//! One reading of a stored document at a time.
//!
//! Who reads a document again first takes what was recognised on its pages, then reads for a while, then puts the reading
//! in the place of the one before. Two at once would overtake each other: the one that began earlier, and knows less, could
//! end later and hide what the other had read.

use countersign_domain::DocumentId;
use std::{
    collections::HashSet,
    sync::{Condvar, Mutex, PoisonError},
};

/// The documents that are being read again.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    busy: Mutex<HashSet<DocumentId>>,
    ended: Condvar,
}

impl Turns {
    /// Waits until nobody else reads the document. A seat is taken before, never while a turn is held: else the one who
    /// holds it could wait for the seats of those who wait for it.
    pub(crate) fn take(&self, document: DocumentId) -> Turn<'_> {
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        while !busy.insert(document) {
            busy = self.ended.wait(busy).unwrap_or_else(PoisonError::into_inner);
        }
        Turn { turns: self, document }
    }
}

/// The turn of one reading; it ends when this is dropped, after a panic too.
#[derive(Debug)]
pub(crate) struct Turn<'t> {
    turns: &'t Turns,
    document: DocumentId,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.turns.busy.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.document);
        self.turns.ended.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        sync::atomic::{AtomicUsize, Ordering},
        thread,
    };
    use uuid::Uuid;

    #[test]
    fn a_document_is_read_by_one_at_a_time_and_others_beside_it() {
        let turns = Turns::default();
        let document = |number| DocumentId::from_uuid(Uuid::from_u128(number));
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let _turn = turns.take(document(1));
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    thread::yield_now();
                    now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        assert_eq!(most.load(Ordering::SeqCst), 1, "one after the other");
        let _one = turns.take(document(1));
        let _other = turns.take(document(2));
        assert_eq!(turns.busy.lock().expect("whole").len(), 2, "another document does not wait");
    }
}
