//! Numbers as a file has them: without what says nothing.

/// Writes so many parts of a unit, such as hundredths of a point: `12`, `-.5`, `3.25`.
pub(super) fn write(out: &mut Vec<u8>, value: i64, unit: i64) {
    if value < 0 {
        out.push(b'-');
    }
    let value = value.abs();
    let (whole, mut rest) = (value / unit, value % unit);
    if whole > 0 || rest == 0 {
        integer(out, whole);
    }
    if rest > 0 {
        out.push(b'.');
        let mut part = unit;
        while rest > 0 {
            part /= 10;
            out.push(b'0' + u8::try_from(rest / part).expect("a digit"));
            rest %= part;
        }
    }
}

/// Writes a whole number that is not negative.
pub(super) fn integer(out: &mut Vec<u8>, value: i64) {
    let (mut digits, mut at, mut left) = ([0_u8; 20], 20, value);
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(left % 10).expect("a digit");
        left /= 10;
        if left == 0 {
            break;
        }
    }
    out.extend(&digits[at..]);
}

/// A count as files have it.
pub(super) fn count(count: usize) -> i64 {
    i64::try_from(count).expect("less than 2^63 of anything")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_short_as_it_can_be() {
        let written = |value, unit| {
            let mut out = Vec::new();
            write(&mut out, value, unit);
            String::from_utf8(out).expect("digits")
        };
        for (value, unit, expected) in [
            (0, 100, "0"),
            (1200, 100, "12"),
            (-50, 100, "-.5"),
            (325, 100, "3.25"),
            (7, 100, ".07"),
            (-100_003, 1000, "-100.003"),
            (1_000_000_000_000, 1, "1000000000000"),
        ] {
            assert_eq!(written(value, unit), expected, "{value} of {unit}");
        }
    }
}
