//! The canonical form of an input, its hash, and the short code that a person can compare.

use crate::input::FrozenDecision;
use countersign_domain::Sha256;
use serde_json::Value;
use std::fmt::Write as _;

/// The letters of Crockford's base 32: no I, L, O or U, so that a code read from paper is not misread.
const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Gives the canonical JSON: keys sorted, no white space. It is attached to the packet.
pub(crate) fn canonical_json(input: &FrozenDecision) -> String {
    let value = serde_json::to_value(input).expect("an input is plain data with text keys");
    canonical(&value)
}

/// Gives the canonical JSON of any value: keys sorted, no white space.
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write_value(value, &mut out);
    out
}

/// Sorts the keys itself: whether `serde_json` keeps them sorted depends on a feature that any crate can switch on.
fn write_value(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_by_key(|(key, _)| *key);
            out.push('{');
            for (index, (key, value)) in entries.into_iter().enumerate() {
                let comma = if index == 0 { "" } else { "," };
                write!(out, "{comma}{}:", Value::from(key.as_str())).expect("writing to a string does not fail");
                write_value(value, out);
            }
            out.push('}');
        }
        Value::Array(values) => {
            out.push('[');
            for (index, value) in values.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_value(value, out);
            }
            out.push(']');
        }
        scalar => write!(out, "{scalar}").expect("writing to a string does not fail"),
    }
}

/// Gives the first 60 bits as twelve letters in groups of four.
pub(crate) fn short_code(hash: &Sha256) -> String {
    let bits = hash.as_bytes()[..8].iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte)) >> 4;
    let mut code = String::with_capacity(14);
    for index in 0..12 {
        if index > 0 && index % 4 == 0 {
            code.push('-');
        }
        let letter = (bits >> (55 - 5 * index)) & 31;
        code.push(char::from(CROCKFORD[usize::try_from(letter).expect("five bits")]));
    }
    code
}

/// Prints a hash in groups of eight digits.
pub(crate) fn grouped(hash: &Sha256) -> String {
    let digits = hash.to_string();
    let groups: Vec<&str> = (0..8).map(|group| &digits[group * 8..group * 8 + 8]).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_code_is_the_first_sixty_bits() {
        let mut digest = [0; 32];
        digest[..8].copy_from_slice(&0xFFFF_FFFF_FFFF_FFF0_u64.to_be_bytes());
        assert_eq!(short_code(&Sha256::from_bytes(digest)), "ZZZZ-ZZZZ-ZZZZ", "sixty bits set, four left out");
        digest[..8].copy_from_slice(&0x0000_0000_0000_001F_u64.to_be_bytes());
        assert_eq!(short_code(&Sha256::from_bytes(digest)), "0000-0000-0001", "the last four bits do not count");
    }

    #[test]
    fn keys_are_sorted_at_every_depth() {
        let value: Value = serde_json::from_str(r#"{"b":[{"z":1,"a":null}],"a":"x\"y"}"#).expect("valid");
        let mut out = String::new();
        write_value(&value, &mut out);
        assert_eq!(out, r#"{"a":"x\"y","b":[{"a":null,"z":1}]}"#);
    }
}
