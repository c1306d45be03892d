//! The trust services criteria by their numbers.

/// The series of the trust services criteria (TSP section 100) with how many criteria each has.
const SERIES: [(&str, u32); 20] = [
    ("CC1", 5),
    ("CC2", 3),
    ("CC3", 4),
    ("CC4", 2),
    ("CC5", 3),
    ("CC6", 8),
    ("CC7", 5),
    ("CC8", 1),
    ("CC9", 2),
    ("A1", 3),
    ("C1", 2),
    ("PI1", 5),
    ("P1", 1),
    ("P2", 1),
    ("P3", 2),
    ("P4", 3),
    ("P5", 2),
    ("P6", 7),
    ("P7", 1),
    ("P8", 1),
];

/// Gives every criterion as its series and its number, in their order.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, u32)> {
    SERIES.iter().flat_map(|(series, count)| (1..=*count).map(move |n| (*series, n)))
}

/// Whether there is such a criterion: prefix `CC`, series 6, number 1 for CC6.1.
pub(crate) fn exists(prefix: &str, series: u32, number: u32) -> bool {
    let series = format!("{prefix}{series}");
    SERIES.iter().any(|(known, count)| *known == series && (1..=*count).contains(&number))
}
