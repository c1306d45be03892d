//! How much rests on how few (`practice.md` §9, "Concentration"). Counts stay counts: "3 of 7", not only 43 %.

use crate::Tier;
use std::collections::{BTreeMap, BTreeSet};

/// How many vendors rest on a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share<P> {
    /// The party.
    pub party: P,
    /// Vendors that rest on it.
    pub vendors: usize,
    /// Of these, those of the class critical or high.
    pub gravest: usize,
}

/// How much rests on how few.
#[derive(Debug, Clone, PartialEq)]
pub struct Concentration<P> {
    /// Vendors that were looked at.
    pub vendors: usize,
    /// Of these, those whose report names anybody.
    pub naming: usize,
    /// Of all, those of the class critical or high.
    pub gravest: usize,
    /// How often a vendor rests on a party: the sum over the parties.
    pub dependences: usize,
    /// The parties, those on which most rests first; of equals in their own order.
    pub parties: Vec<Share<P>>,
    /// Herfindahl index, Σ share², where the share of a party is its part of all dependences: 1 where everything rests on one,
    /// 1/n where it is spread evenly over n. `None` where nobody rests on anybody.
    pub herfindahl: Option<f64>,
}

/// Works it out from each vendor's class and the parties on which it rests; a party named twice counts once.
pub fn concentration<P: Ord + Clone>(vendors: &[(Option<Tier>, Vec<P>)]) -> Concentration<P> {
    let is_grave = |tier: &Option<Tier>| matches!(tier, Some(Tier::Critical | Tier::High));
    let mut counted: BTreeMap<&P, (usize, usize)> = BTreeMap::new();
    for (tier, parties) in vendors {
        for party in parties.iter().collect::<BTreeSet<_>>() {
            let count = counted.entry(party).or_default();
            count.0 += 1;
            count.1 += usize::from(is_grave(tier));
        }
    }
    let mut parties: Vec<Share<P>> = counted
        .into_iter()
        .map(|(party, (vendors, gravest))| Share { party: party.clone(), vendors, gravest })
        .collect();
    // The sort is stable: of equals the order of the parties stays.
    parties.sort_by_key(|share| std::cmp::Reverse((share.vendors, share.gravest)));
    let dependences: usize = parties.iter().map(|share| share.vendors).sum();
    let squares: usize = parties.iter().map(|share| share.vendors * share.vendors).sum();
    Concentration {
        vendors: vendors.len(),
        naming: vendors.iter().filter(|(_, parties)| !parties.is_empty()).count(),
        gravest: vendors.iter().filter(|(tier, _)| is_grave(tier)).count(),
        dependences,
        herfindahl: (dependences > 0).then(|| ratio(squares, dependences * dependences)),
        parties,
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of vendors are far below 2^53")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(vendors: &[(Option<Tier>, &[&'static str])]) -> Concentration<&'static str> {
        let vendors: Vec<_> = vendors.iter().map(|(tier, parties)| (*tier, parties.to_vec())).collect();
        concentration(&vendors)
    }

    #[test]
    fn everything_on_one_is_one_and_spread_evenly_is_its_part() {
        let one = of(&[(None, &["a"]), (None, &["a"])]);
        assert_eq!(one.herfindahl, Some(1.0));
        let four = of(&[(None, &["a", "b"]), (None, &["c", "d"])]);
        assert_eq!(four.herfindahl, Some(0.25));
        assert_eq!(of(&[(None, &[])]).herfindahl, None, "nobody rests on anybody");
    }

    #[test]
    fn the_worked_example_in_counts() {
        let found = of(&[
            (Some(Tier::Critical), &["a", "b"]),
            (Some(Tier::High), &["a"]),
            (Some(Tier::Low), &["a", "a"]),
            (Some(Tier::Medium), &[]),
        ]);
        let share = |party, vendors, gravest| Share { party, vendors, gravest };
        assert_eq!(found.parties, [share("a", 3, 2), share("b", 1, 1)], "twice named counts once");
        assert_eq!((found.vendors, found.naming, found.gravest, found.dependences), (4, 3, 2, 4));
        // (3/4)² + (1/4)²
        assert_eq!(found.herfindahl, Some(0.625));
    }
}
