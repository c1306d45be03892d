//! Where a report names subservice organizations, and in which sentences.
//!
//! **Accepts**, most explicit first: sentences that call somebody a subservice organization; "X uses Y for …" in a
//! paragraph of the auditor's report or a section that treats of them; rows of tables with a column for them; items and
//! headings of such a section; and those to whose controls the examination "did not extend", also by a collective name
//! ("the Cloud Providers") that the description gives them.

use std::ops::Range;

use super::Mention;
use super::name_list::{self, Named, Others};
use super::phrases::{
    BY, CALLED_THEN, COLLECTIVE, DENIED, ENDS_NAME, FOR_BRACKET, HOSTED, IS_CALLED, LEADS, METHOD, METHOD_FOR,
    NAMES_AT_END, NECESSARY, NOT_EXTENDED, OUT_OF_SCOPE, OUTSOURCES, PROVIDES, SERVICES_BY, TERM, TIED, TO_WHOM, USES,
    WATCHES,
};
use crate::pattern::Captures;
use crate::recognise::lists::columns;
use crate::recognise::lists::piece::Piece;
use crate::recognise::lists::wording;
use crate::recognise::lists::{Section, Topic};
use crate::recognise::names;
use crate::recognise::parts::Parts;
use crate::table::Table;
use crate::text::Flow;
use crate::text::list::{self, Block};
use crate::text::sentence::sentences;
use countersign_domain::reading::SectionRole;

/// Finds them in the order of the document.
pub(super) fn find(parts: &Parts<'_>, sections: &[Section<'_>], others: &Others<'_>) -> Vec<Mention> {
    let mut found = Search { others, mentions: in_letter(parts, others) };
    for section in sections {
        match section.topic {
            Topic::Subservice | Topic::SubserviceControls => found.section(section),
            _ => {}
        }
    }
    let description = parts.layout.part(SectionRole::Description).map(|p| parts.text.flow(p.lines.clone()));
    for flow in description.iter().chain(parts.assertion.iter()) {
        found.explicit(flow);
    }
    let all: Vec<&Flow<'_>> = parts.letter.iter().chain(description.iter()).chain(parts.assertion.iter()).collect();
    for flow in &all {
        found.not_extended(flow, &all);
        found.out_of_scope(flow);
    }
    found.mentions
}

/// Finds those that the auditor's report names.
pub(super) fn in_letter(parts: &Parts<'_>, others: &Others<'_>) -> Vec<Mention> {
    let mut found = Search { others, mentions: Vec::new() };
    found.letter(&list::blocks(parts.text, parts.letter_lines.clone()));
    found.mentions
}

/// Gives the sentences of a text that may exclude or include somebody's controls.
pub(super) fn excluding(text: &str) -> Vec<String> {
    let hint = |s: &str| TIED.is_match(s) || (NECESSARY.is_match(s) && s.contains("controls"));
    sentences(text).into_iter().map(|r| &text[r]).filter(|s| hint(s)).map(str::to_owned).collect()
}

struct Search<'a> {
    others: &'a Others<'a>,
    mentions: Vec<Mention>,
}

impl Search<'_> {
    /// The auditor's report: paragraphs that treat of subservice organizations.
    fn letter(&mut self, blocks: &[Block<'_>]) {
        for (at, block) in blocks.iter().enumerate().filter(|(_, b)| b.mark.is_none()) {
            let words = block.flow.text();
            let after = blocks[at + 1..].iter().filter(|b| b.mark.is_none()).take(2).map(|b| b.flow.text());
            let items: Vec<&Block<'_>> = blocks[at + 1..].iter().take_while(|b| b.mark.is_some()).collect();
            let tied_after = after.clone().next().is_some_and(|n| METHOD.is_match(n));
            let tied = TIED.is_match(words) || tied_after || items.iter().any(|i| TIED.is_match(i.text()));
            if !tied {
                continue;
            }
            self.sentences(&block.flow, true);
            let tail = sentences(words).pop().map(|r| &words[r]).unwrap_or_default();
            let leads = USES.find(tail).is_some_and(|m| tail.ends_with(':') || tail.len() - m.end() < 60);
            if leads || leads_to_names(tail) {
                for item in items {
                    self.item(item);
                }
            }
        }
    }

    /// A section on subservice organizations or their controls.
    fn section(&mut self, section: &Section<'_>) {
        let mut lead = String::new();
        for (at, piece) in section.pieces.iter().enumerate() {
            match piece {
                Piece::Table(table) => self.table(table),
                Piece::Block(block) if block.mark.is_none() => {
                    let words = block.flow.text();
                    words.clone_into(&mut lead);
                    let count = words.split_whitespace().count();
                    let named = count <= 8 && names::has_legal_form(words);
                    let short = named || count <= 10 && !words.ends_with(['.', ':', ';']);
                    if short {
                        self.heading(block, section.pieces.get(at + 1));
                    } else {
                        self.sentences(&block.flow, true);
                        self.provided(&block.flow);
                    }
                }
                Piece::Block(block) => {
                    let of_names = section.topic == Topic::Subservice || leads_to_names(&lead);
                    if of_names && !wording::monitors(&lead) && !wording::leads_to_expected_controls(&lead) {
                        self.item(block);
                    }
                }
            }
        }
    }

    /// Sentences that name somebody; `tied` says that their place treats of subservice organizations.
    fn sentences(&mut self, flow: &Flow<'_>, tied: bool) {
        let words = flow.text();
        for range in sentences(words) {
            let sentence = &words[range.clone()];
            if DENIED.is_match(sentence) {
                continue;
            }
            let called = METHOD.is_match(sentence);
            if (tied || called) && self.outsourced(flow, range.clone()) {
                continue;
            }
            if let Some(uses) = USES.captures(sentence) {
                let explicit = !uses["called"].is_empty();
                let end = uses.get(0).map_or(0, |m| m.end());
                if (explicit || tied || called) && !WATCHES.is_match(sentence) || explicit {
                    let found = name_list::read(words, range.start + end, range.end, self.others);
                    let whole = found.is_empty();
                    self.add(flow, found, range.clone());
                    if !whole {
                        continue;
                    }
                }
            }
            if called {
                self.called(flow, range.clone());
            }
            if (tied || called)
                && let Some(by) = BY.captures(sentence)
            {
                let end = by.get(0).map_or(0, |m| m.end());
                let mut found = name_list::read(words, range.start + end, range.end, self.others);
                let what = by.name("what").and_then(|w| name_list::services(w.as_str()));
                for one in &mut found {
                    one.services.clone_from(&what);
                }
                self.add(flow, found, range);
            }
        }
    }

    /// "X outsources hosting to Y and mail to Z"; says whether it names somebody so.
    fn outsourced(&mut self, flow: &Flow<'_>, range: Range<usize>) -> bool {
        let words = flow.text();
        let Some(verb) = OUTSOURCES.find(&words[range.clone()]) else { return false };
        let from = range.start + verb.end();
        let before = self.mentions.len();
        for part in TO_WHOM.captures_iter(&words[from..range.end]) {
            self.doers(flow, &part, from, range.clone());
        }
        self.mentions.len() > before
    }

    /// Those whom a phrase names, with what it says that they do.
    fn doers(&mut self, flow: &Flow<'_>, phrase: &Captures<'_>, from: usize, sentence: Range<usize>) {
        let Some(names) = phrase.name("names") else { return };
        let what = phrase.name("what").and_then(|what| name_list::services(what.as_str()));
        let mut found = name_list::read(flow.text(), from + names.start(), sentence.end, self.others);
        for one in &mut found {
            one.services.clone_from(&what);
        }
        self.add(flow, found, sentence);
    }

    /// A sentence with the words "subservice organization".
    fn called(&mut self, flow: &Flow<'_>, range: Range<usize>) {
        let words = flow.text();
        let sentence = &words[range.clone()];
        if let Some(named) = IS_CALLED.captures(sentence).and_then(|c| c.name("names")) {
            let found = name_list::read(words, range.start + named.start(), range.end, self.others);
            if !found.is_empty() {
                self.add(flow, found, range);
                return;
            }
        }
        let bracketed: Vec<_> = FOR_BRACKET.captures_iter(sentence).collect();
        for one in &bracketed {
            let (Some(what), Some(name)) = (one.name("what"), one.name("name")) else { continue };
            let at = range.start + name.start();
            let mut found = name_list::read(words, at, range.start + name.end(), self.others);
            for named in &mut found {
                named.services = name_list::services(what.as_str());
            }
            self.add(flow, found, range.clone());
        }
        if !bracketed.is_empty() {
            return;
        }
        let methods: Vec<Range<usize>> = METHOD_FOR.find_iter(sentence).map(|m| m.range()).collect();
        for (nth, method) in methods.iter().enumerate() {
            let end = methods.get(nth + 1).map_or(sentence.len(), |next| next.start);
            let found = name_list::read(words, range.start + method.end, range.start + end, self.others);
            self.add(flow, found, range.clone());
        }
        if let Some(then) = CALLED_THEN.captures(sentence) {
            let end = then.get(0).map_or(0, |m| m.end());
            let found = name_list::read(words, range.start + end, range.end, self.others);
            self.add(flow, found, range);
        }
    }

    /// "Y provides …" at the start of a sentence.
    fn provided(&mut self, flow: &Flow<'_>) {
        let words = flow.text();
        for range in sentences(words) {
            let sentence = &words[range.clone()];
            let Some(provides) = PROVIDES.captures(sentence) else { continue };
            if DENIED.is_match(sentence)
                || WATCHES.is_match(sentence) && !METHOD.is_match(sentence)
                || provides["verb"].starts_with("is responsible")
            {
                continue;
            }
            let start = provides.name("name").map_or(0, |m| m.start());
            let found = name_list::read(words, range.start + start, range.end, self.others);
            self.add(flow, found.into_iter().take(1).collect(), range);
        }
    }

    /// An item that begins with a name.
    fn item(&mut self, block: &Block<'_>) {
        let words = block.flow.text();
        let lower_names = words[block.body..].find(['(', ',', ':']).unwrap_or(words.len());
        let found = name_list::read(words, block.body, words.len(), self.others);
        let Some(first) = found.first() else { return };
        // The name must end where a name ends: before a bracket, a dash, a comma or a verb.
        let rest = words[first.range.end..].trim_start();
        let ends = rest.is_empty()
            || rest.starts_with(['-', ':', ',', '(', '.', ';'])
            || first.range.end >= block.body + lower_names
            || ENDS_NAME.is_match(rest);
        if ends {
            let range = block.body..words.len();
            self.add(&block.flow, found.into_iter().take(1).collect(), range);
        }
    }

    /// A heading that is a name, with a paragraph on it below.
    fn heading(&mut self, block: &Block<'_>, below: Option<&Piece<'_>>) {
        let words = block.flow.text();
        let found = name_list::read(words, 0, words.len(), self.others);
        let [one] = &found[..] else { return };
        let whole =
            one.range.end >= words.trim_end().len() || words[one.range.end..].trim_start().starts_with(['-', ':']);
        let first = one.name.split([' ', ',']).next().unwrap_or_default();
        let spoken_of =
            below.is_some_and(|p| matches!(p, Piece::Block(b) if b.mark.is_none() && b.flow.text().contains(first)));
        let sure = names::has_legal_form(&one.name) || !one.aliases.is_empty() || spoken_of;
        if whole && sure {
            let services = below.and_then(|p| match p {
                Piece::Block(b) if b.mark.is_none() => PROVIDES.find(b.flow.text()).and_then(|m| {
                    let sentence = sentences(b.flow.text()).into_iter().next()?;
                    name_list::services(b.flow.text().get(m.end()..sentence.end)?)
                }),
                _ => None,
            });
            let found = found
                .iter()
                .cloned()
                .map(|n| Named { services: n.services.or_else(|| services.clone()), ..n })
                .collect();
            self.add(&block.flow, found, 0..words.len());
        }
    }

    /// A table with a column for them.
    fn table(&mut self, table: &Table<'_>) {
        let Some(columns) = columns::of(table) else { return };
        let Some(organization) = columns.organization else { return };
        for row in table.rows.iter().skip(columns.head).filter(|r| !r.band) {
            let Some(cell) = row.cells.get(organization).filter(|c| !c.carried) else { continue };
            let words = cell.flow.text().replace('\n', " ");
            let mut found = name_list::read(&words, 0, words.len(), self.others);
            let services =
                columns.services.map(|c| row.text(c).replace('\n', " ")).and_then(|t| name_list::services(&t));
            for one in &mut found {
                one.services = services.clone().or(one.services.take());
                one.range = 0..words.len();
            }
            let cells = cell.flow.cite(0..cell.flow.text().len());
            for one in found {
                let mut citations = cells.clone();
                if let Some(cell) = columns.services.and_then(|c| row.cells.get(c)) {
                    citations.extend(cell.flow.cite(0..cell.flow.text().len()));
                }
                self.mentions.push(Mention { name: one.name, aliases: one.aliases, services: one.services, citations });
            }
        }
    }

    /// Sentences anywhere that call somebody a subservice organization.
    fn explicit(&mut self, flow: &Flow<'_>) {
        let words = flow.text();
        for range in sentences(words) {
            let sentence = &words[range.clone()];
            if METHOD.is_match(sentence) && !DENIED.is_match(sentence) {
                let uses = USES.captures(sentence).filter(|c| !c["called"].is_empty());
                if let Some(uses) = uses {
                    let end = uses.get(0).map_or(0, |m| m.end());
                    let found = name_list::read(words, range.start + end, range.end, self.others);
                    if !found.is_empty() {
                        self.add(flow, found, range);
                        continue;
                    }
                }
                self.called(flow, range);
            }
        }
    }

    /// Those to whose controls the examination did not extend.
    fn not_extended(&mut self, flow: &Flow<'_>, all: &[&Flow<'_>]) {
        // Who is not known to be another may be the vendor itself.
        if !self.others.vendor.is_named() {
            return;
        }
        let words = flow.text();
        for range in sentences(words) {
            let sentence = &words[range.clone()];
            if !NECESSARY.is_match(sentence) {
                continue;
            }
            let Some(found) = NOT_EXTENDED.find(sentence) else { continue };
            let start = range.start + found.end();
            let term = TERM.find(&words[start..range.end]).map(|m| m.as_str()).unwrap_or_default();
            let collective = all.iter().find_map(|other| {
                let bracket = COLLECTIVE.captures_iter(other.text()).find(|c| &c["name"] == term)?;
                Some((*other, bracket.get(0)?.start()))
            });
            if let Some((other, bracket)) = collective {
                self.before(other, bracket);
            } else {
                let found = name_list::read(words, start, range.end, self.others);
                let known: Vec<Named> = found.into_iter().map(|n| Named { services: None, ..n }).collect();
                self.add(flow, known, range);
            }
        }
    }

    /// Those whose services the examination left out: "the hosting services provided by Y were not included".
    fn out_of_scope(&mut self, flow: &Flow<'_>) {
        if !self.others.vendor.is_named() {
            return;
        }
        let words = flow.text();
        for range in sentences(words) {
            let sentence = &words[range.clone()];
            if !OUT_OF_SCOPE.is_match(sentence) {
                continue;
            }
            for services in SERVICES_BY.captures_iter(sentence) {
                self.doers(flow, &services, range.start, range.clone());
            }
        }
    }

    /// The names before a bracket that gives them a collective name, and what earlier sentences say that they do.
    fn before(&mut self, flow: &Flow<'_>, bracket: usize) {
        let words = flow.text();
        let Some(range) = sentences(words).into_iter().find(|r| r.contains(&bracket)) else { return };
        let Some(list) = NAMES_AT_END.captures(words[range.start..bracket].trim_end()).and_then(|c| c.name("names"))
        else {
            return;
        };
        let found = name_list::read(words, range.start + list.start(), bracket, self.others);
        for mut one in found {
            let place = HOSTED.captures_iter(words).find(|c| {
                c.name("name")
                    .is_some_and(|n| n.as_str().contains(&one.name) || n.as_str().contains(&format!("({})", one.name)))
            });
            one.services = None;
            let Some(place) = place else {
                self.add(flow, vec![one], range.clone());
                continue;
            };
            let at = place.name("name").map_or(0, |m| m.start());
            let end = place.get(0).map_or(0, |m| m.end());
            let mut full = name_list::read(words, at, end, self.others);
            for f in &mut full {
                f.services = place.name("what").and_then(|w| name_list::services(w.as_str()));
                f.aliases.push(one.name.clone());
            }
            let whole = place.get(0).map_or(range.clone(), |m| m.range());
            self.add(flow, full.into_iter().take(1).collect(), whole);
        }
    }

    fn add(&mut self, flow: &Flow<'_>, found: Vec<Named>, sentence: Range<usize>) {
        for one in found {
            let name = flow.original(one.range.clone());
            let name = names::name(&name).unwrap_or(one.name);
            let citations = flow.cite(sentence.clone());
            self.mentions.push(Mention { name, aliases: one.aliases, services: one.services, citations });
        }
    }
}

fn leads_to_names(sentence: &str) -> bool {
    LEADS.is_match(sentence) && !wording::monitors(sentence) && !sentence.to_lowercase().contains("controls")
}
