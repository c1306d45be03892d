//! Numbers with their unit, and days.

use crate::period;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize, de::Error as _};
use std::fmt;

/// Says why a number with a unit was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidMeasure {
    /// More than ten years of hours.
    #[error("more than {} hours", Hours::LIMIT)]
    TooManyHours,
    /// A negative amount.
    #[error("a negative amount")]
    NegativeAmount,
    /// Not three capital letters.
    #[error("not a currency of three capital letters: {0}")]
    NoCurrency(String),
    /// A day outside 1900 to 2199.
    #[error("not a day of a plausible year: {0}")]
    ImplausibleDay(NaiveDate),
}

/// A day of business: of a plausible year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "NaiveDate", into = "NaiveDate")]
pub struct Day(NaiveDate);

impl Day {
    /// Takes a day.
    pub fn new(day: NaiveDate) -> Result<Self, InvalidMeasure> {
        if period::is_plausible(day) { Ok(Self(day)) } else { Err(InvalidMeasure::ImplausibleDay(day)) }
    }

    /// Gives the day.
    pub const fn get(self) -> NaiveDate {
        self.0
    }
}

impl TryFrom<NaiveDate> for Day {
    type Error = InvalidMeasure;
    fn try_from(day: NaiveDate) -> Result<Self, InvalidMeasure> {
        Self::new(day)
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> NaiveDate {
        day.0
    }
}

/// A number of hours, up to ten years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Hours(u32);

impl Hours {
    /// The most hours that can be meant.
    pub const LIMIT: u32 = 87_600;

    /// Takes a number of hours.
    pub const fn new(hours: u32) -> Result<Self, InvalidMeasure> {
        if hours > Self::LIMIT { Err(InvalidMeasure::TooManyHours) } else { Ok(Self(hours)) }
    }

    /// Gives the number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for Hours {
    type Error = InvalidMeasure;
    fn try_from(hours: u32) -> Result<Self, InvalidMeasure> {
        Self::new(hours)
    }
}

impl From<Hours> for u32 {
    fn from(hours: Hours) -> u32 {
        hours.0
    }
}

/// A currency by its ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// Takes a code of three letters; small ones are made capital.
    pub fn parse(code: &str) -> Result<Self, InvalidMeasure> {
        let upper = code.trim().to_ascii_uppercase();
        match <[u8; 3]>::try_from(upper.as_bytes()) {
            Ok(letters) if letters.iter().all(u8::is_ascii_uppercase) => Ok(Self(letters)),
            _ => Err(InvalidMeasure::NoCurrency(code.to_owned())),
        }
    }

    /// Gives the code.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("three ASCII letters")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// An amount in the smallest unit of its currency, e.g. cents; never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "RawMoney", into = "RawMoney")]
pub struct Money {
    minor: i64,
    currency: Currency,
}

#[derive(Serialize, Deserialize)]
struct RawMoney {
    minor: i64,
    currency: Currency,
}

impl Money {
    /// Takes an amount in the smallest unit.
    pub const fn new(minor: i64, currency: Currency) -> Result<Self, InvalidMeasure> {
        if minor < 0 { Err(InvalidMeasure::NegativeAmount) } else { Ok(Self { minor, currency }) }
    }

    /// The amount in the smallest unit.
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// Its currency.
    pub const fn currency(self) -> Currency {
        self.currency
    }
}

impl TryFrom<RawMoney> for Money {
    type Error = InvalidMeasure;
    fn try_from(raw: RawMoney) -> Result<Self, InvalidMeasure> {
        Self::new(raw.minor, raw.currency)
    }
}

impl From<Money> for RawMoney {
    fn from(money: Money) -> Self {
        Self { minor: money.minor, currency: money.currency }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_cannot_be_meant_are_refused() {
        assert_eq!(Hours::new(87_601), Err(InvalidMeasure::TooManyHours));
        assert!(serde_json::from_str::<Hours>("99999999").is_err(), "from data neither");
        assert_eq!(Currency::parse("eur").map(|currency| currency.to_string()), Ok("EUR".to_owned()));
        assert!(Currency::parse("€").is_err());
        assert!(
            serde_json::from_str::<Money>(r#"{"minor":-1,"currency":"EUR"}"#).is_err(),
            "we never pay less than nothing"
        );
    }
}
