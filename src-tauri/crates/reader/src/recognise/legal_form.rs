//! The legal forms that names end in, as patterns: one list for all who tell a name by its form.
//!
//! Each is a choice without its full stop, in the case in which it is written; where a form is a word as well ("Limited",
//! "AS"), who uses it says whether case matters.

/// Forms of any company.
pub(crate) const COMPANY: &str = r"Inc|Incorporated|L\.?L\.?C|Ltd|(?:Private )?Limited|Corp|Corporation|Company|Co|PLC|plc|GmbH|AG|S\.?A\.?S?|S\.?\s?[aà]\.?\s?r\.?\s?l|B\.?V|N\.?V|A\.?B|Oyj?|ApS|A/S|AS|K\.?K|S\.p\.A|S\.?r\.?l|SE|L\.?P|PBC|N\.?A|Pty|Pte|Pvt";
/// Forms that firms of accountants and lawyers have.
pub(crate) const PROFESSIONAL: &str = r"L\.?L\.?P|LLLP|P\.?L\.?L\.?[CP]|P\.?C|P\.A|Professional Corporation|S\.?E\.?N\.?C(?:\.?R\.?L)?|PartG(?: ?mbB)?|PartmbB";
/// Forms that are words cut short: the full stop behind one is its own and ends no sentence.
pub(crate) const CUT_SHORT: [&str; 7] = ["Inc", "Ltd", "Corp", "Co", "Pty", "Pte", "Pvt"];

/// Forms that are set with points: the last one is their own, too.
pub(crate) const POINTED: &str = r"L\.L\.[CP]|S\.A|B\.V|N\.V|P\.C|P\.A|N\.A";

/// Any form.
pub(crate) fn any() -> String {
    format!("{COMPANY}|{PROFESSIONAL}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::exact;

    #[test]
    fn a_name_may_end_in_any_of_them() {
        let form = exact(&format!(r"^(?:{})\.?$", any()));
        for written in [
            "Inc.",
            "LLC",
            "L.L.C.",
            "Ltd.",
            "Private Limited",
            "plc",
            "GmbH",
            "S.A.",
            "SAS",
            "S.à r.l.",
            "Sàrl",
            "B.V.",
            "AB",
            "Oy",
            "Oyj",
            "ApS",
            "A/S",
            "S.p.A.",
            "S.r.l.",
            "KK",
            "N.A.",
            "Pty",
            "LLP",
            "L.L.P.",
            "PLLC",
            "PLLP",
            "P.C.",
            "SENCRL",
            "S.E.N.C.R.L.",
            "PartG mbB",
        ] {
            assert!(form.is_match(written), "a form: {written}");
        }
        for other in ["Group", "as", "Bank", "Holding", "Services", "Private"] {
            assert!(!form.is_match(other), "none: {other}");
        }
    }

    #[test]
    fn what_is_cut_short_is_one_of_them() {
        let form = exact(&format!(r"^(?:{COMPANY})$"));
        assert!(CUT_SHORT.iter().all(|short| form.is_match(short)), "all in the list");
    }
}
