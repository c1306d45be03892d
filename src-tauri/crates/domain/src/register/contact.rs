//! A person at the vendor.

use crate::Name;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Says why an address or number was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidContact {
    /// No address of the shape `name@host`.
    #[error("not an e-mail address: {0}")]
    Email(String),
    /// Fewer than three digits, or letters.
    #[error("not a telephone number: {0}")]
    Phone(String),
}

macro_rules! checked_text {
    ($(#[$doc:meta])* $name:ident, $error:ident, $valid:path) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Trims and checks `text`.
            pub fn parse(text: &str) -> Result<Self, InvalidContact> {
                let text = text.trim();
                if $valid(text) { Ok(Self(text.to_owned())) } else { Err(InvalidContact::$error(text.to_owned())) }
            }

            /// Gives the text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidContact;
            fn try_from(text: String) -> Result<Self, InvalidContact> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> String {
                text.0
            }
        }
    };
}

checked_text! {
    /// An e-mail address: something, an at sign, a host. Whether it exists only a letter can tell.
    EmailAddress, Email, is_email
}
checked_text! {
    /// A telephone number as people write it.
    Phone, Phone, is_phone
}

fn is_email(text: &str) -> bool {
    let plain = text.len() <= 254 && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c));
    let parts = text.rsplit_once('@');
    plain
        && parts.is_some_and(|(name, host)| {
            !name.is_empty() && !name.contains('@') && host.len() > 1 && !host.starts_with('.') && !host.ends_with('.')
        })
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (3..=20).contains(&digits)
        && text.len() <= 40
        && text.chars().all(|c| c.is_ascii_digit() || " +-/().x#*".contains(c))
}

/// A person at the vendor, or an address at which it answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The person or the desk.
    pub name: Name,
    /// What they do there.
    pub role: Option<Name>,
    /// Their address.
    pub email: Option<EmailAddress>,
    /// Their number.
    pub phone: Option<Phone>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_the_shape_of_addresses() {
        for good in ["trust@vendor.example", "a.b+c@sub.vendor.example", "ü@vendor.example"] {
            assert!(EmailAddress::parse(good).is_ok(), "{good}");
        }
        for bad in
            ["", "vendor.example", "@vendor.example", "a@", "a b@vendor.example", "a@b@", "x@.example", "a@b,c@d"]
        {
            assert!(EmailAddress::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn numbers_have_the_shape_of_numbers() {
        assert!(Phone::parse("+49 (0)30 123-456 x7").is_ok());
        assert!(Phone::parse("call me").is_err());
        assert!(Phone::parse("12").is_err());
    }
}
