//! So many of so many.

/// A share that is said as "3 of 7": of small numbers a percentage says more than is known (`practice.md` §9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// How many.
    pub count: u32,
    /// Of how many.
    pub of: u32,
}

impl Share {
    /// Counts what is true.
    pub fn of(each: impl IntoIterator<Item = bool>) -> Self {
        each.into_iter()
            .fold(Self::default(), |share, counted| Self { count: share.count + u32::from(counted), of: share.of + 1 })
    }

    /// Counts what is true, each with its weight.
    pub fn weighted(each: impl IntoIterator<Item = (bool, u32)>) -> Self {
        each.into_iter().fold(Self::default(), |share, (counted, weight)| Self {
            count: share.count + if counted { weight } else { 0 },
            of: share.of + weight,
        })
    }

    /// In per cent, rounded; `None` of nothing.
    pub fn percent(self) -> Option<u32> {
        (self.of > 0).then(|| (self.count * 200 + self.of) / (self.of * 2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_of_seven() {
        let share = Share::of([true, false, true, false, true, false, false]);
        assert_eq!(share, Share { count: 3, of: 7 });
        assert_eq!(share.percent(), Some(43), "§9 names this one");
        assert_eq!(Share::of([]).percent(), None, "of nothing there is no share");
        assert_eq!(Share { count: 1, of: 8 }.percent(), Some(13), "halves go up");
    }

    #[test]
    fn a_critical_vendor_weighs_eight_low_ones() {
        assert_eq!(Share::weighted([(true, 8), (false, 1), (false, 1)]), Share { count: 8, of: 10 });
    }
}
