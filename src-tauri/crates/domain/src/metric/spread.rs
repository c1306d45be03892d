//! Where numbers lie: middle, upper end, mean.

/// How numbers of one kind are spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The middle one, or the mean of the two in the middle.
    pub median: f64,
    /// The 90th percentile by nearest rank: the smallest that is not below nine of ten.
    pub ninetieth: i64,
    /// The mean.
    pub mean: f64,
    /// The largest.
    pub max: i64,
    /// How many there are.
    pub of: u32,
}

impl Spread {
    /// Works it out; `None` of no number.
    pub fn of(numbers: impl IntoIterator<Item = i64>) -> Option<Self> {
        let mut all: Vec<i64> = numbers.into_iter().collect();
        all.sort_unstable();
        let max = *all.last()?;
        let (len, half) = (all.len(), all.len() / 2);
        let median = if len % 2 == 1 { all[half] as f64 } else { (all[half - 1] + all[half]) as f64 / 2.0 };
        let ninetieth = all[(len * 9).div_ceil(10) - 1];
        let mean = all.iter().sum::<i64>() as f64 / len as f64;
        Some(Self { median, ninetieth, mean, max, of: u32::try_from(len).unwrap_or(u32::MAX) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_days() {
        let spread = Spread::of([12, 3, 5, 40, 8, 21, 9, 14, 30, 90]).expect("ten");
        assert_eq!((spread.median, spread.ninetieth, spread.max), (13.0, 40, 90), "the ninth of ten");
        assert!((spread.mean - 23.2).abs() < 1e-9);
        assert_eq!(Spread::of([7]).map(|one| (one.median, one.ninetieth)), Some((7.0, 7)));
        assert_eq!(Spread::of([]), None);
    }
}
