//! Makes ids: UUIDs of version 7 from the clock's time and random bits.

use chrono::{DateTime, Utc};
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::{Builder, Uuid};

/// Makes ids. A seeded maker gives the same ids in the same order, for the sample workspace and tests.
#[derive(Debug)]
pub struct Ids {
    seed: Option<AtomicU64>,
}

impl Ids {
    /// Takes the random bits from the operating system.
    pub const fn random() -> Self {
        Self { seed: None }
    }

    /// Takes the random bits from a sequence that begins at `seed`.
    pub const fn seeded(seed: u64) -> Self {
        Self { seed: Some(AtomicU64::new(seed)) }
    }

    /// Makes one.
    pub fn next(&self, now: DateTime<Utc>) -> Uuid {
        let mut bits = [0; 10];
        match &self.seed {
            Some(state) => {
                let first = split_mix(state.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed));
                bits[..8].copy_from_slice(&first.to_le_bytes());
                bits[8..].copy_from_slice(&split_mix(first).to_le_bytes()[..2]);
            }
            None => getrandom::fill(&mut bits).expect("every supported system has a source of randomness"),
        }
        Builder::from_unix_timestamp_millis(now.timestamp_millis().unsigned_abs(), &bits).into_uuid()
    }
}

/// Mixes 64 bits (SplitMix64, public domain): good enough for ids of a sample, not for secrets.
const fn split_mix(state: u64) -> u64 {
    let z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeded_ids_repeat_and_differ_from_each_other() {
        let now = DateTime::from_timestamp_millis(1_700_000_000_000).expect("a time");
        let (a, b) = (Ids::seeded(7), Ids::seeded(7));
        let first = a.next(now);
        assert_eq!(first, b.next(now));
        assert_ne!(first, a.next(now));
        assert_eq!(first.get_version_num(), 7);
    }
}
