//! Hyphens at line ends: "Janu-" and "ary" are one word, "cloud-" and "based" keep their hyphen.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::line::Line;
use super::normal::plain;
use crate::page::Page;

/// Tells for the lines that end in a hyphen whether it belongs to the word.
#[derive(Debug, Default)]
pub(crate) struct Hyphens {
    /// Lines whose last word continues on the next line without its hyphen.
    dropped: HashSet<usize>,
    /// Lines whose last word continues on the next line with its hyphen.
    kept: HashSet<usize>,
    /// The words of the document, gathered when a cell of a table first asks for them.
    words: OnceLock<HashSet<String>>,
}

impl Hyphens {
    /// Decides by the document's own words: the form that it uses elsewhere is right. Where neither form stands
    /// elsewhere, the document's habit decides, and without any sign of a habit the hyphen stays.
    pub(crate) fn new(pages: &[Page], lines: &[Line]) -> Self {
        let body: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].running).collect();
        let mut broken = Vec::new();
        for pair in body.windows(2) {
            let (line, next) = (&lines[pair[0]], &lines[pair[1]]);
            let Some(head) = line.text.rsplit(' ').next().and_then(|w| w.strip_suffix('-')) else { continue };
            let tail = next.text.split(' ').next().unwrap_or_default().trim_end_matches(|c: char| !c.is_alphanumeric());
            if head.ends_with(char::is_alphabetic) && tail.starts_with(char::is_lowercase) {
                let head = head.trim_start_matches(|c: char| !c.is_alphanumeric());
                broken.push((pair[0], format!("{head}{tail}").to_lowercase(), format!("{head}-{tail}").to_lowercase()));
            }
        }
        let mut hyphens = Self::default();
        if broken.is_empty() {
            return hyphens;
        }
        let mut wanted: HashMap<&str, bool> =
            broken.iter().flat_map(|(_, joined, with)| [(joined.as_str(), false), (with.as_str(), false)]).collect();
        let mut form = String::new();
        for word in pages.iter().flat_map(|p| &p.words) {
            as_form(&word.text, &mut form);
            if let Some(found) = wanted.get_mut(form.as_str()) {
                *found = true;
            }
        }
        let stands = |form: &str| wanted.get(form).copied().unwrap_or_default();
        let joined = broken.iter().filter(|(_, joined, with)| stands(joined) && !stands(with)).count();
        let with = broken.iter().filter(|(_, joined, with)| stands(with) && !stands(joined)).count();
        for (line, j, w) in &broken {
            let drop = match (stands(j), stands(w)) {
                (true, false) => true,
                (false, true) => false,
                _ => joined > with,
            };
            if drop {
                hyphens.dropped.insert(*line)
            } else {
                hyphens.kept.insert(*line)
            };
        }
        hyphens
    }

    /// How a word joins the next one in a cell of a table. A number that a narrow column divides is one: "CC6.1-" and
    /// "03", "CC6.1" and "-03".
    pub(crate) fn between(&self, pages: &[Page], head: &str, tail: &str) -> Join {
        let (head, tail) = (as_plain(head), as_plain(tail));
        let digit = |c: char| c.is_ascii_digit();
        let numbered = head.starts_with(|c: char| c.is_ascii_uppercase()) && head.contains(digit) && head.len() <= 8;
        let divided = numbered
            && (tail.strip_prefix(['-', '.']).is_some_and(|t| t.starts_with(digit)) && head.ends_with(digit)
                || tail.starts_with(digit) && head.ends_with('.'));
        let Some(head) = head.strip_suffix('-') else { return if divided { Join::Keep } else { Join::Space } };
        if head.ends_with(char::is_alphanumeric) && tail.starts_with(|c: char| c.is_ascii_digit()) {
            return Join::Keep;
        }
        if !head.ends_with(char::is_alphabetic) || !tail.starts_with(char::is_lowercase) {
            return Join::Space;
        }
        let words = self.words.get_or_init(|| {
            let mut words = HashSet::new();
            let mut form = String::new();
            for word in pages.iter().flat_map(|p| &p.words) {
                as_form(&word.text, &mut form);
                if !words.contains(&form) {
                    words.insert(form.clone());
                }
            }
            words
        });
        let head = head.trim_start_matches(|c: char| !c.is_alphanumeric());
        let tail = tail.trim_end_matches(|c: char| !c.is_alphanumeric());
        let stands = |form: String| words.contains(&form.to_lowercase());
        match (stands(format!("{head}{tail}")), stands(format!("{head}-{tail}"))) {
            (true, false) => Join::Drop,
            (false, true) => Join::Keep,
            _ if self.dropped.len() > self.kept.len() => Join::Drop,
            _ => Join::Keep,
        }
    }

    /// How the last word of a line joins the first of the next: with the hyphen, without it, or not at all.
    pub(crate) fn at(&self, line: usize) -> Join {
        if self.dropped.contains(&line) {
            Join::Drop
        } else if self.kept.contains(&line) {
            Join::Keep
        } else {
            Join::Space
        }
    }
}

/// Writes a word as it is compared: in small letters, without what stands around it. Every word of a document passes here,
/// so the place to write is the caller's.
fn as_form(text: &str, form: &mut String) {
    form.clear();
    let outside = |c: char| !plain(c).is_alphanumeric();
    let inner = text.trim_matches(outside);
    if inner.is_ascii() {
        form.push_str(inner);
        form.make_ascii_lowercase();
    } else {
        form.extend(inner.chars().map(plain).flat_map(char::to_lowercase));
    }
}

fn as_plain(text: &str) -> String {
    text.chars().map(plain).collect()
}

/// How two lines join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Join {
    Space,
    Keep,
    Drop,
}

#[cfg(test)]
mod tests {
    use crate::text::Text;
    use crate::text::sheet::Sheet;

    fn flow(lines: &[&str]) -> String {
        let pages = [lines.iter().fold(Sheet::new(1), |sheet, line| sheet.line(line)).build()];
        Text::new(&pages).all().text().replace('\n', " ")
    }

    #[test]
    fn the_form_used_elsewhere_decides() {
        let text = flow(&["In January and for the cloud-based one: Janu-", "ary again and the cloud-", "based one"]);
        assert!(text.contains("January again"), "joined: {text}");
        assert!(text.ends_with("the cloud-based one"), "kept: {text}");
    }

    #[test]
    fn a_hyphen_before_a_capital_is_left_alone() {
        assert!(flow(&["the period - and Smith-", "Jones of it"]).contains("Smith- Jones"), "a name is not touched");
    }
}
