//! Names of persons.
//!
//! **Reads** a person's name out of a line or a part of one.
//! **Where**: signature blocks and the head of letters, as callers say.
//! **Accepts** two to four capitalised words, initials, particles ("van", "de"), titles of courtesy and letters after the
//! name ("CISA").
//! **Refuses** offices, companies, teams, places, and one word alone: better no name than a wrong one.

use std::sync::LazyLock;

use super::names;
use crate::pattern::{Pattern, exact, pattern};

static NAME: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"^(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?(?P<name>\p{Lu}[\p{L}'-]+(?: (?:\p{Lu}\.?|\p{Lu}[\p{L}'-]+|van|von|de|del|della|der|den|di|da|la|le|al|bin|ter)){0,3} \p{Lu}[\p{L}'-]+)(?:, (?:CISA|CISSP|CISM|CRISC|CPA|PhD|MBA|JD|Esq\.?|CIPP(?:/\w+)?)(?:, \w+)*)?$",
    )
});
static NOT_A_PERSON: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:chief|officer|director|head|president|vice|vp|manager|management|lead|leader|counsel|partner|principal|engineer|engineering|security|information|compliance|risk|trust|privacy|technology|operations|legal|team|department|office|board|customers?|clients?|partners|company|corporation|group|services?|solutions?|systems?|software|technologies|labs?|analytics|cloud|platform|data|networks?|health|payments?|global|international|holdings|sincerely|regards|yours|truly|respectfully|letter|report|date|signature|signed|name|title|dear|street|road|avenue|north|south|east|west|united|states|kingdom|january|february|march|april|june|july|august|september|october|november|december|page|confidential|soc|type|bridge|gap|period|governance|audit|assurance|ceo|ciso|cto|cfo|coo|cco|founder|owner|secretary|treasurer|administrator|associates?|consulting|bank|university|college|school|institute|the|our|valued)\b",
    )
});

/// Gives the name if the words are a person's.
pub(crate) fn name(words: &str) -> Option<String> {
    let words = words.trim().trim_start_matches("/s/").trim().trim_end_matches([',', '.']);
    let plain: String = words.chars().map(crate::text::normal::plain).collect();
    let found = NAME.captures(&plain)?;
    if NOT_A_PERSON.is_match(&plain) || names::has_legal_form(&plain) {
        return None;
    }
    let range = found.name("name")?.range();
    let from = plain[..range.start].chars().count();
    let length = plain[range].chars().count();
    Some(words.chars().skip(from).take(length).collect())
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn persons_and_nobody_else() {
        for (words, expected) in [
            ("Ann Wren", Some("Ann Wren")),
            ("Dr. Ann B. Wren", Some("Ann B. Wren")),
            ("Ann van der Wren", Some("Ann van der Wren")),
            ("/s/ Ann Wren", Some("Ann Wren")),
            ("Ann Wren, CISSP, CISA", Some("Ann Wren")),
            ("José Núñez-Finch", Some("José Núñez-Finch")),
            ("Ann O’Wren", Some("Ann O’Wren")),
            ("Chief Information Security Officer", None),
            ("Heron Analytics, Inc.", None),
            ("Heron Payments", None),
            ("Security Team", None),
            ("Wren", None),
            ("Tulsa, Oklahoma", None),
            ("ann wren", None),
            ("May 4, 2031", None),
            ("Kind Regards", None),
        ] {
            assert_eq!(name(words).as_deref(), expected, "person in: {words}");
        }
    }
}
