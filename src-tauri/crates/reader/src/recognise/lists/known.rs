//! Names that a document has introduced: the vendor's and the subservice organizations'.

use crate::recognise::names;
use crate::text::normal::squash;

/// A subservice organization with every name the document gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    /// Its name.
    pub(crate) name: String,
    /// Its other names: short forms, initials, longer and shorter spellings.
    pub(crate) aliases: Vec<String>,
}

impl Known {
    /// Gives what follows its name where a sentence begins with it.
    pub(crate) fn after<'w>(&self, sentence: &'w str) -> Option<&'w str> {
        let bare = sentence.strip_prefix("The ").or_else(|| sentence.strip_prefix("the ")).unwrap_or(sentence);
        let longest = self.names().filter(|n| bare.get(..n.len()).is_some_and(|s| s.eq_ignore_ascii_case(n)));
        let length = longest.map(str::len).max()?;
        let rest = &bare[length..];
        (rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric())).then_some(rest)
    }

    /// Gives the places at which words mention it.
    pub(crate) fn places<'s>(&'s self, words: &'s str) -> impl Iterator<Item = usize> + 's {
        self.names().flat_map(move |name| {
            words.match_indices(name).map(|(at, _)| at).filter(move |at| {
                let before = words[..*at].chars().next_back();
                let after = words[*at + name.len()..].chars().next();
                before.is_none_or(|c| !c.is_alphanumeric()) && after.is_none_or(|c| !c.is_alphanumeric())
            })
        })
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.aliases.iter().map(String::as_str).chain([self.name.as_str()])
    }
}

/// Gives the names of the organizations that words mention, in the order of the words.
pub(crate) fn mentioned(known: &[Known], words: &str) -> Vec<String> {
    let mut found: Vec<(usize, &Known)> =
        known.iter().filter_map(|k| k.places(words).min().map(|at| (at, k))).collect();
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, k)| k.name.clone()).collect()
}

/// The names of the service organization.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vendor {
    names: Vec<String>,
}

impl Vendor {
    /// Takes the vendor's name and the short forms that statements give in brackets behind it.
    pub(crate) fn new<'f>(name: Option<&str>, statements: impl Iterator<Item = &'f str>) -> Self {
        let mut vendor =
            Self { names: vec!["the company".into(), "the service organization".into(), "management".into()] };
        let Some(name) = name else { return vendor };
        let name: String = name.chars().map(crate::text::normal::plain).collect();
        for text in statements {
            for (at, _) in text.match_indices(&name).take(6) {
                let rest = text[at + name.len()..].trim_start_matches("'s").trim_start();
                let Some(inside) = rest.strip_prefix('(').and_then(|r| r.split(')').next()) else { continue };
                vendor.names.extend(
                    inside.split('"').skip(1).step_by(2).map(|n| n.trim_matches([',', '.', ' ']).to_lowercase()),
                );
            }
        }
        let lower = name.to_lowercase();
        let bare = lower.trim_end_matches(['.', ',']);
        let without_form = names::without_legal_form(&name).to_lowercase();
        if let Some(first) = without_form.split(' ').next().filter(|f| f.len() >= 4) {
            vendor.names.push(first.to_owned());
        }
        vendor.names.extend([lower.clone(), bare.to_owned(), without_form]);
        vendor.names.retain(|n| n.len() >= 2);
        vendor
    }

    /// Tells whether the document says who it is.
    pub(crate) fn is_named(&self) -> bool {
        self.names.len() > 3
    }

    /// Tells whether words are the vendor's name.
    pub(crate) fn is(&self, name: &str) -> bool {
        let stem = names::stem(name);
        self.names.iter().any(|n| squash(n) == stem || names::stem(n) == stem)
    }

    /// Tells whether a sentence is about what the vendor does itself, not about "Heron's customers".
    pub(crate) fn begins(&self, sentence: &str) -> bool {
        let lower = sentence.to_lowercase();
        let rest = self.names.iter().filter_map(|n| lower.strip_prefix(n.as_str())).min_by_key(|r| r.len());
        rest.is_some_and(|rest| {
            let rest = rest.strip_prefix("'s management").or_else(|| rest.strip_prefix(" management")).unwrap_or(rest);
            rest.starts_with(' ') && !super::wording::is_user_duty(sentence)
        })
    }
}
