//! Invented names: vendors, systems, firms, people, vendors of vendors. Cities are real ones.

use super::dice::Dice;

const FIRST: &[&str] = &[
    "Tarnbrook",
    "Quillmere",
    "Ostrava Bay",
    "Fennelworth",
    "Brackwater",
    "Lumenfold",
    "Harrowgate Point",
    "Kestrelway",
    "Oakhollow",
    "Pellucid",
    "Saltmarsh",
    "Thornapple",
    "Umberline",
    "Veldtree",
    "Wrenfield",
    "Yarrowby",
    "Zephyrine",
    "Copperleaf",
];
const SECOND: &[&str] = &[
    "Ledger",
    "Payroll",
    "Analytics",
    "Health Data",
    "Logistics",
    "Messaging",
    "Claims",
    "Learning",
    "Software",
    "Benefits",
];
const FORMS: &[&str] = &[", Inc.", ", LLC", " Ltd.", " Limited", " Corporation", ", Inc", " GmbH", " Pty Ltd", ""];
const SYSTEMS: &[&str] = &[
    "Cloud Platform",
    "Records System",
    "Workforce System",
    "Data Exchange",
    "Customer Portal",
    "Insight Platform",
    "Processing System",
    "Gateway Service",
];
const FIRM_FIRST: &[&str] = &[
    "Pellow",
    "Garrick",
    "Hestwick",
    "Orme",
    "Vantry",
    "Dunmere",
    "Castellan",
    "Ruddock",
    "Tilney",
    "Farrow",
    "Lisk",
    "Abernethy",
];
const FIRM_FORMS: &[&str] = &[
    " {2} LLP",
    " & {2} LLP",
    ", {2} & Co., P.C.",
    " {2} CPAs LLC",
    " Assurance LLP",
    " & {2} PLLC",
    " {2} Audit Group, LLC",
    " & {2}, LLP",
];
const AMERICAN: &[&str] = &[
    "Boise, Idaho",
    "Tampa, Florida",
    "Columbus, Ohio",
    "Portland, Oregon",
    "Madison, Wisconsin",
    "Denver, Colorado",
    "Raleigh, North Carolina",
];
const BRITISH: &[&str] = &[
    "Leeds, United Kingdom",
    "Bristol, United Kingdom",
    "Dublin, Ireland",
    "London, United Kingdom",
    "Melbourne, Australia",
];
const PEOPLE: &[&str] =
    &["Ines Calloway", "Tobias Renn", "Marit Soldal", "Dev Anand Kulkarni", "Olive Prentiss", "Jonas Ekwall"];
const TITLES: &[&str] = &[
    "Chief Executive Officer",
    "Chief Information Security Officer",
    "Chief Technology Officer",
    "VP, Security and Compliance",
];
/// Names and services of vendors of vendors.
const SUBSERVICES: &[(&str, &str)] = &[
    ("Cumulus Harbor, Inc.", "cloud hosting"),
    ("Quaylock Datacenters LLC", "data center colocation"),
    ("Stratofold", "infrastructure as a service"),
    ("Mailferry, Inc.", "delivery of electronic mail"),
    ("Pingward Monitoring Ltd.", "monitoring of infrastructure"),
    ("Vaultwren", "managed database services"),
    ("Deskbridge Support, Inc.", "first-line customer support"),
];

/// A service organization: its full name and what it calls itself.
pub(crate) fn organization(dice: &mut Dice) -> (String, String) {
    let first = dice.pick(FIRST);
    let short = if dice.chance(60) { format!("{first} {}", dice.pick(SECOND)) } else { (*first).to_owned() };
    (format!("{short}{}", dice.pick(FORMS)), short)
}

/// A system of an organization.
pub(crate) fn system(dice: &mut Dice, short: &str) -> String {
    let kind = dice.pick(SYSTEMS);
    let first = short.split(' ').next().unwrap_or(short);
    match dice.below(3) {
        0 => format!("{first} {kind}"),
        1 => format!("{}{kind}", if dice.chance(50) { "Managed " } else { "Hosted " }),
        _ => format!("{} {kind}", dice.pick(SECOND)),
    }
}

/// A firm and its city.
pub(crate) fn firm(dice: &mut Dice, british: bool) -> (String, String) {
    let names = dice.some(FIRM_FIRST, 2);
    let form = dice.pick(FIRM_FORMS).replace("{2}", names[1]);
    (format!("{}{form}", names[0]), dice.pick(if british { BRITISH } else { AMERICAN }).to_owned())
}

/// A person and a title.
pub(crate) fn person(dice: &mut Dice) -> (&'static str, &'static str) {
    (dice.pick(PEOPLE), dice.pick(TITLES))
}

/// Vendors of a vendor with what they do.
pub(crate) fn subservices(dice: &mut Dice, count: usize) -> Vec<(&'static str, &'static str)> {
    dice.some(SUBSERVICES, count)
}
