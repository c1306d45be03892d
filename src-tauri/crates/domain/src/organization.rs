//! Whether two names are of the same company: what differs only in legal form, case, accents or punctuation is the same.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The endings by which companies say their legal form.
const FORMS: [&str; 35] = [
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
    "pvt",
    "private",
    "kk",
];

/// The words of a name that tell companies apart: small letters without accents, punctuation and legal form. "Holdings" is
/// no legal form: it tells a parent from its subsidiary.
pub fn distinctive(name: &str) -> Vec<String> {
    // Points and apostrophes vanish ("B.V.", "L.L.C."), everything else that is no letter parts words.
    let joined: String = name
        .nfkd()
        .filter(|c| !matches!(c, '.' | '\'' | '’') && !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect();
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

/// Whether the words of the name stand side by side in a longer text, such as a file's name.
pub fn stands_in(text: &str, name: &str) -> bool {
    let (text, name) = (distinctive(text), distinctive(name));
    // One short word in a file's name is an accident more often than a vendor.
    let telling = name.iter().map(String::len).sum::<usize>() >= 4;
    telling && text.windows(name.len()).any(|window| window == name)
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

    #[test]
    fn accents_and_what_joins_words_are_no_difference() {
        assert!(same("Société Générale S.A.", "Societe Generale"));
        assert!(same("Kelder & Sons SE", "Kelder and Sons"));
        assert!(same("Harbour Light Private Limited", "The HARBOUR LIGHT Pvt. Ltd."));
        assert!(same("Muster GmbH & Co. KG", "Muster"));
        assert!(same("The Company", "the company"), "a name made only of forms is compared whole");
        assert!(!same("Harbour Light", "Harbour Lights"));
        assert!(!same("Harbour Light Holdings, Inc.", "Harbour Light, Inc."), "a parent is another company");
        assert!(!same("山田", "山本") && same("山田 Inc.", "山田"));
    }

    #[test]
    fn a_file_name_tells_only_by_whole_words() {
        assert!(stands_in("harbour-light_SOC2_2025.pdf", "Harbour Light, Inc."));
        assert!(!stands_in("harbourlight.pdf", "Harbour"));
        assert!(!stands_in("a-z-report.pdf", "AZ"), "two letters are an accident");
    }
}
