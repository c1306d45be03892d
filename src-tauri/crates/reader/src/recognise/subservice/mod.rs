//! Subservice organizations: vendors of the vendor whose controls the report counts on.
//!
//! **Reads** name, services in the document's words, and method.
//! **Where**: the scope of the auditor's report, the sections on subservice organizations and their controls, sentences
//! of the description that call somebody one.
//! **Accepts** sentences, bullets, headings with a paragraph each, tables ([`places`]); enumerations of names
//! ([`name_list`]); any of the words by which a report carves out or includes ([`method`]).
//! **Refuses** subprocessors and vendors that the report does not treat so, clauses, the vendor itself, the auditor.

mod method;
mod name_list;
pub(crate) mod none;
mod phrases;
mod places;
#[cfg(test)]
mod tests;

use countersign_domain::Citation;
use countersign_domain::reading::{SectionRole, SubserviceOrganization};

use self::method::Methods;
use self::name_list::Others;
use super::lists::{Known, Section, Topic, Vendor};
use super::names;
use super::parts::Parts;
use crate::text::normal::{plain, squash};

/// Most citations of one organization.
const MOST_CITATIONS: usize = 4;

/// An organization as one place names it.
#[derive(Debug, Clone)]
struct Mention {
    name: String,
    aliases: Vec<String>,
    services: Option<String>,
    citations: Vec<Citation>,
}

/// Those that the auditor's report names, for finding the sections.
pub(crate) fn in_letter(parts: &Parts<'_>, vendor: &Vendor, auditor: Option<&str>) -> Vec<Known> {
    known(parts, &merge(places::in_letter(parts, &Others { vendor, auditor })), vendor)
}

/// Reads them; the second answer is by which names the document knows them.
pub(crate) fn read(
    parts: &Parts<'_>,
    sections: &[Section<'_>],
    vendor: &Vendor,
    auditor: Option<&str>,
) -> (Vec<SubserviceOrganization>, Vec<Known>) {
    let others = Others { vendor, auditor };
    let mentions = places::find(parts, sections, &others);
    let merged = merge(mentions);
    let known = known(parts, &merged, vendor);
    let mut methods = Methods::default();
    for flow in parts.letter.iter().chain(parts.assertion.iter()) {
        methods.read(flow.text(), &known);
    }
    for section in sections {
        match section.topic {
            Topic::Subservice | Topic::SubserviceControls => {
                methods.read(parts.text.flow(section.lines.clone()).text(), &known);
            }
            _ => {}
        }
        if section.topic == Topic::SubserviceControls && !section.pieces.is_empty() {
            methods.expects_controls();
        }
    }
    if let Some(part) = parts.layout.part(SectionRole::Description) {
        for sentence in places::excluding(parts.text.flow(part.lines.clone()).text()) {
            methods.read(&sentence, &known);
        }
    }
    let organizations = merged
        .into_iter()
        .filter_map(|one| {
            let basis = parts.text.basis(one.citations.first()?);
            let plain_name: String = one.name.chars().map(plain).collect();
            let method = methods.of(&plain_name);
            Some(SubserviceOrganization {
                name: one.name,
                services: one.services,
                method,
                basis,
                citations: one.citations,
            })
        })
        .collect();
    (organizations, known)
}

/// Joins the mentions of one organization.
fn merge(mentions: Vec<Mention>) -> Vec<Mention> {
    let mut merged: Vec<Mention> = Vec::new();
    for mention in mentions {
        let Some(one) = merged.iter_mut().find(|m| is_same(m, &mention)) else {
            merged.push(mention);
            continue;
        };
        if fullness(&mention.name) > fullness(&one.name) {
            let shorter = std::mem::replace(&mut one.name, mention.name);
            one.aliases.push(shorter);
        } else {
            one.aliases.push(mention.name);
        }
        one.aliases.extend(mention.aliases);
        one.services = one.services.take().or(mention.services);
        for citation in mention.citations {
            if one.citations.len() < MOST_CITATIONS && !one.citations.contains(&citation) {
                one.citations.push(citation);
            }
        }
    }
    merged
}

fn is_same(a: &Mention, b: &Mention) -> bool {
    let all = |m: &Mention| -> Vec<String> { m.aliases.iter().chain([&m.name]).cloned().collect() };
    all(a).iter().any(|a| all(b).iter().any(|b| is_one_name(a, b)))
}

/// Two spellings of one name: equal without legal form, one the initials of the other, one the beginning or the end of
/// the other.
fn is_one_name(a: &str, b: &str) -> bool {
    let (stem_a, stem_b) = (names::stem(a), names::stem(b));
    if stem_a == stem_b {
        return true;
    }
    let words = |n: &str| -> Vec<String> {
        names::without_legal_form(n).split(' ').map(squash).filter(|w| !w.is_empty()).collect()
    };
    let (words_a, words_b) = (words(a), words(b));
    let (short, long) = if words_a.len() < words_b.len() { (&words_a, &words_b) } else { (&words_b, &words_a) };
    let part = short.len() < long.len()
        && short.iter().map(String::len).sum::<usize>() >= 4
        && (long.starts_with(short) || long.ends_with(short));
    let initials: String = long.iter().filter_map(|w| w.chars().next()).collect();
    part || (short.len() == 1 && long.len() >= 2 && initials.len() >= 2 && short[0] == initials)
}

/// The full name is the one with a legal form; of two, the one with more words, but no more than a name has.
fn fullness(name: &str) -> (bool, usize) {
    (names::has_legal_form(name), name.split(' ').count().min(6))
}

/// The names under which the document speaks of each: the given ones, initials, and a first word that is its alone.
fn known(parts: &Parts<'_>, merged: &[Mention], vendor: &Vendor) -> Vec<Known> {
    let first = |name: &str| name.split([' ', ',']).next().unwrap_or_default().to_owned();
    merged
        .iter()
        .map(|one| {
            let mut aliases: Vec<String> = one.aliases.iter().map(|a| a.chars().map(plain).collect()).collect();
            let bare = names::without_legal_form(&one.name);
            let initials: String =
                bare.split(' ').filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect();
            if initials.len() >= 3 {
                aliases.push(initials);
            }
            let word = first(&one.name);
            let shared = merged.iter().filter(|m| first(&m.name) == word).count() > 1;
            let common =
                matches!(word.as_str(), "First" | "United" | "American" | "National" | "Global" | "Data" | "Cloud");
            if word.len() >= 5 && !shared && !common && !vendor.is(&word) && !is_a_maker(parts, &word, &bare) {
                aliases.push(word);
            }
            aliases.push(bare);
            let name: String = one.name.chars().map(plain).collect();
            aliases.retain(|a| a.len() >= 2 && *a != name);
            aliases.dedup();
            Known { name, aliases }
        })
        .collect()
}

/// Whether the document puts a first word before other names as well: "Larch Mail" beside "Larch Web Services" is another
/// product of one maker, and the word alone is neither.
fn is_a_maker(parts: &Parts<'_>, word: &str, name: &str) -> bool {
    let own = name.split(' ').nth(1);
    let before_another = |line: &str| {
        // In capitals, and in a title, any word may follow with a capital.
        let prose = line.split(' ').filter(|w| w.len() > 3 && w.starts_with(char::is_lowercase)).count() >= 2;
        prose
            && memmem(line, word).any(|at| {
                let starts = !line[..at].ends_with(|c: char| c.is_alphanumeric());
                let next =
                    line[at + word.len()..].strip_prefix(' ').and_then(|rest| rest.split([' ', ',', '.', ')']).next());
                starts
                    && next.is_some_and(|next| {
                        next.starts_with(char::is_uppercase)
                            && Some(next) != own
                            && !names::has_legal_form(&format!("X {next}"))
                    })
            })
    };
    own.is_some() && parts.text.lines().iter().any(|line| before_another(&line.text))
}

fn memmem<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    memchr::memmem::find_iter(text.as_bytes(), word.as_bytes())
}
