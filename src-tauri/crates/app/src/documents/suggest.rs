//! Whether two names are of one vendor, and whether one stands in a longer text.

use unicode_normalization::UnicodeNormalization as _;

/// Words that say which form a company has and nothing about which one it is.
const FORMS: &[&str] = &[
    "inc",
    "incorporated",
    "llc",
    "llp",
    "ltd",
    "limited",
    "plc",
    "corp",
    "corporation",
    "co",
    "company",
    "gmbh",
    "pvt",
    "private",
    "pte",
    "pty",
    "pc",
    "pllc",
    "sa",
    "sas",
    "sarl",
    "srl",
    "bv",
    "ag",
    "nv",
    "ab",
    "oy",
    "as",
    "lp",
    "kg",
    "the",
];

/// The words of a name without case, accents, punctuation and company forms.
pub(crate) fn name_words(name: &str) -> Vec<String> {
    let plain: String = name
        .nfkd()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .collect::<String>()
        .to_lowercase()
        .replace('&', " and ");
    let words: Vec<String> = plain
        .split(|c: char| !c.is_alphanumeric() && c != '.' && c != '\'')
        .map(|word| word.replace(['.', '\''], ""))
        .filter(|word| !word.is_empty())
        .collect();
    let bare: Vec<String> = words.iter().filter(|word| !FORMS.contains(&word.as_str())).cloned().collect();
    if bare.is_empty() { words } else { bare }
}

/// Whether two names are of the same organisation, forms and punctuation aside.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (name_words(a), name_words(b));
    !a.is_empty() && a == b
}

/// Whether the words of `name` stand side by side in `text`.
pub(crate) fn holds(text: &str, name: &str) -> bool {
    let (text, name) = (name_words(text), name_words(name));
    // One short word in a file name is an accident more often than a vendor.
    let telling = name.iter().map(String::len).sum::<usize>() >= 4;
    telling && text.windows(name.len()).any(|window| window == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn company_forms_and_punctuation_do_not_tell_companies_apart() {
        assert!(same_name("Harbour Light, Inc.", "The HARBOUR LIGHT LLC"));
        assert!(same_name("Société Générale S.A.", "Societe Generale"));
        assert!(!same_name("Harbour Light", "Harbour Lights"));
        assert!(!same_name("", ""));
        assert!(same_name("The Company", "the company"), "a name made only of forms is compared whole");
    }

    #[test]
    fn a_file_name_tells_only_by_whole_words() {
        assert!(holds("harbour-light_SOC2_2025.pdf", "Harbour Light, Inc."));
        assert!(!holds("harbourlight.pdf", "Harbour"));
        assert!(!holds("a-z-report.pdf", "AZ"), "two letters are an accident");
    }
}
