//! Bands of age.

use crate::choices;

choices! {
    /// How old a report is, in full months (`practice.md` §9).
    ReportAge {
        /// Under six.
        Under6 = "under_6", "under 6 months";
        /// Six to eight.
        From6 = "from_6", "6 to 8 months";
        /// Nine to eleven.
        From9 = "from_9", "9 to 11 months";
        /// Twelve to fourteen.
        From12 = "from_12", "12 to 14 months";
        /// Fifteen and more.
        From15 = "from_15", "15 months and more";
    }
    /// How long a finding is known, in days. `[J]`: the months in which §5.4 sets its limits.
    FindingAge {
        /// Up to 30.
        Upto30 = "upto_30", "up to 30 days";
        /// 31 to 60.
        Upto60 = "upto_60", "31 to 60 days";
        /// 61 to 90.
        Upto90 = "upto_90", "61 to 90 days";
        /// Over 90.
        Over90 = "over_90", "over 90 days";
    }
}

impl ReportAge {
    /// The band of so many full months; a report whose period has not ended is in the first.
    pub const fn of(months: i32) -> Self {
        match months {
            ..6 => Self::Under6,
            6..9 => Self::From6,
            9..12 => Self::From9,
            12..15 => Self::From12,
            15.. => Self::From15,
        }
    }
}

impl FindingAge {
    /// The band of so many days.
    pub const fn of(days: i64) -> Self {
        match days {
            ..=30 => Self::Upto30,
            31..=60 => Self::Upto60,
            61..=90 => Self::Upto90,
            91.. => Self::Over90,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_age_has_one_band() {
        let bands: Vec<_> = [-1, 0, 5, 6, 8, 9, 11, 12, 14, 15, 40].map(|months| ReportAge::of(months).as_str()).into();
        let expected = [
            "under_6", "under_6", "under_6", "from_6", "from_6", "from_9", "from_9", "from_12", "from_12", "from_15",
            "from_15",
        ];
        assert_eq!(bands, expected);
        assert_eq!(
            [30, 31, 60, 61, 90, 91].map(FindingAge::of).map(FindingAge::as_str),
            ["upto_30", "upto_60", "upto_60", "upto_90", "upto_90", "over_90"]
        );
    }
}
