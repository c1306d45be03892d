//! Whether two names are of the same company: what differs only in legal form, case or punctuation is the same.

/// The endings by which companies say their legal form.
const FORMS: [&str; 34] = [
    "inc",
    "incorporated",
    "llc",
    "llp",
    "lp",
    "ltd",
    "limited",
    "corp",
    "corporation",
    "co",
    "company",
    "plc",
    "pbc",
    "pc",
    "pllc",
    "gmbh",
    "ag",
    "kg",
    "se",
    "sa",
    "sas",
    "sarl",
    "srl",
    "spa",
    "bv",
    "nv",
    "ab",
    "as",
    "oy",
    "aps",
    "pty",
    "pte",
    "kk",
    "holdings",
];

/// The words of a name that tell companies apart: small letters, without punctuation and legal form.
pub fn distinctive(name: &str) -> Vec<String> {
    // Points and apostrophes vanish ("B.V.", "L.L.C."), everything else that is no letter parts words.
    let joined: String = name.chars().filter(|c| !matches!(c, '.' | '\'' | '’')).flat_map(char::to_lowercase).collect();
    let mut words: Vec<String> = joined
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && *word != "the" && *word != "and")
        .map(str::to_owned)
        .collect();
    while words.len() > 1 && words.last().is_some_and(|last| FORMS.contains(&last.as_str())) {
        words.pop();
    }
    words
}

/// Whether both name the same company.
pub fn same(a: &str, b: &str) -> bool {
    let a = distinctive(a);
    !a.is_empty() && a == distinctive(b)
}

/// Whether every word that tells a service apart stands in the name of a system.
pub fn contains(system: &str, service: &str) -> bool {
    let (system, service) = (distinctive(system), distinctive(service));
    !service.is_empty() && service.iter().all(|word| system.contains(word))
}

/// Whether the names begin alike, so that the companies may belong together.
pub fn akin(a: &str, b: &str) -> bool {
    let (a, b) = (distinctive(a), distinctive(b));
    a.first().zip(b.first()).is_some_and(|(a, b)| a == b && a.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_legal_form_is_no_difference_and_another_word_is() {
        assert!(same("Northwind Ledger, Inc.", "NORTHWIND LEDGER"));
        assert!(same("Northwind Ledger B.V.", "Northwind Ledger bv"));
        assert!(!same("Northwind Ledger", "Northwind Hosting"));
        assert!(contains("Northwind Ledger Cloud Platform", "Ledger Platform"));
        assert!(!contains("Northwind Ledger Cloud Platform", "Payroll") && !contains("Northwind", ""));
        assert!(akin("Northwind Ledger Inc.", "Northwind Hosting LLC"));
        assert!(!akin("Southwind", "Northwind") && !same("", "Inc."));
    }
}
