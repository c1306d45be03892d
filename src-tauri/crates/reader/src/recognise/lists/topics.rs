//! Headings under which a report lists what others are to do, and incidents.
//!
//! **Reads** which lines stand under a heading on user entity controls, user entity responsibilities, subservice
//! organizations, their controls, or incidents (`practice.md` §10).
//! **Where**: the whole document but its table of contents; such a heading may be a part of its own, stand inside the
//! description, or under a control objective.
//! **Accepts** the names in use, numbered or not, spaced out, over two lines, repeated on the next page.
//! **Refuses** items of lists, sentences, and headings that go on to something else ("incident response").
//! A section ends at the next part, the next of these headings, and at the next heading of the same level.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::reading::SectionRole;

use super::Known;
use super::piece::{self, Piece};
use super::topic::{NUMBER, Topic, topic};
use crate::pattern::{Pattern, pattern};
use crate::recognise::criteria;
use crate::recognise::names;
use crate::recognise::parts::Parts;
use crate::text::normal::squash;
use crate::text::{Line, Text, list};

/// Pages after which a section ends at the latest.
const LONGEST: usize = 20;
/// White space between two words of a line that divides cells, in sizes of its type.
const WIDE: f32 = 2.0;

/// What stands under one of these headings.
#[derive(Debug)]
pub(crate) struct Section<'t> {
    pub(crate) topic: Topic,
    /// The heading.
    pub(crate) title: String,
    /// The control objective under which it stands, where each has a list of its own.
    pub(crate) under: Vec<String>,
    /// The lines below the heading.
    pub(crate) lines: Range<usize>,
    /// Its paragraphs, items and tables in order.
    pub(crate) pieces: Vec<Piece<'t>>,
}

static OBJECTIVE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^control objectives? (?:no\.? |# ?)?\d{1,2}\b"));
/// Lines of a paragraph that leads to a list.
const MOST_LEAD_LINES: usize = 12;
static LEADS_TO_CONTROLS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bcomplementary (?:user|customer|client)[- ]?(?:entit(?:y|ies) |organi[sz]ations? )?controls?\b|\b(?:user entit(?:y|ies)|user organi[sz]ations?|customers?|clients?) (?:are expected|are required|should|must|is expected|are assumed) (?:to )?(?:have|implement|operate|establish|maintain)[^:.]{0,80}\bcontrols?\b[^:.]{0,40}:$",
    )
});
/// Finds the sections; a heading that names one of the subservice organizations divides a section on them.
pub(crate) fn find<'t>(parts: &Parts<'t>, organizations: &[Known]) -> Vec<Section<'t>> {
    let text = parts.text;
    let heads = heads(parts);
    let mut sections: Vec<Section<'t>> = Vec::new();
    for (nth, head) in heads.iter().enumerate() {
        let next = heads.get(nth + 1).map_or(text.lines().len(), |h| h.lines.start);
        let part = parts.layout.parts.iter().map(|p| p.lines.start).find(|s| *s > head.lines.start);
        let page = text.lines()[head.lines.start].page + LONGEST;
        let last = text.lines().partition_point(|l| l.page < page);
        let end = next.min(part.unwrap_or(next)).min(last).max(head.lines.end);
        let pieces = piece::pieces(text, head.lines.end..end);
        let of_others = matches!(head.topic, Topic::Subservice | Topic::SubserviceControls);
        let kept = end_of(text, head, &pieces, of_others.then_some(organizations));
        let end = pieces.get(kept).map_or(end, |p| p.lines().start);
        let pieces = pieces.into_iter().take(kept).collect();
        sections.push(Section {
            topic: head.topic,
            title: head.title.clone(),
            under: objective_above(parts, head),
            lines: head.lines.end..end,
            pieces,
        });
    }
    // One list at the end belongs to all objectives, several of them to each its own.
    for at in 0..sections.len() {
        let topic = sections[at].topic;
        if sections.iter().filter(|s| s.topic == topic && !s.under.is_empty()).count() < 2 {
            sections[at].under.clear();
        }
    }
    sections
}

/// The control objective under whose heading a list stands.
fn objective_above(parts: &Parts<'_>, head: &Head) -> Vec<String> {
    let text = parts.text;
    let part = parts.layout.parts.iter().rev().map(|p| p.lines.start).find(|s| *s <= head.lines.start);
    let body = (part.unwrap_or(0)..head.lines.start).rev().map(|at| &text.lines()[at]);
    let above = body.filter(|l| !l.running && l.opens_paragraph && Style::of(text, l).stands_out);
    above
        .filter(|l| OBJECTIVE.is_match(&l.text))
        .map(|l| criteria::named(&l.text).into_iter().take(1).collect())
        .next()
        .unwrap_or_default()
}

#[derive(Debug)]
struct Head {
    topic: Topic,
    title: String,
    lines: Range<usize>,
}

/// Finds the headings. One that is only repeated at the top of the next page is left out.
fn heads(parts: &Parts<'_>) -> Vec<Head> {
    let text = parts.text;
    let mut heads: Vec<Head> = Vec::new();
    let mut at = 0;
    while at < text.lines().len() {
        let found = head(text, at).filter(|_| !parts.layout.contents.contains(&text.lines()[at].page));
        match found {
            Some(head) => {
                at = head.lines.end;
                heads.push(head);
            }
            None => at += 1,
        }
    }
    if !heads.iter().any(|h| OF_USERS.contains(&h.topic)) {
        heads.extend(leads(parts));
        heads.sort_by_key(|h| h.lines.start);
    }
    heads
}

const OF_USERS: [Topic; 3] = [Topic::UserEntityControls, Topic::UserEntityResponsibilities, Topic::Complementary];

/// Where no heading announces them, a paragraph on complementary user entity controls that leads to a list: its words are
/// the heading. Its own heading may run into it.
fn leads(parts: &Parts<'_>) -> Option<Head> {
    let text = parts.text;
    let part = parts.layout.part(SectionRole::Description)?;
    let mut ends = part.lines.clone().filter(|at| {
        let line = &text.lines()[*at];
        !line.running
            && line.text.ends_with(':')
            && text.lines().get(at + 1).is_some_and(|l| list::mark(&l.text, false).is_some())
    });
    ends.find_map(|end| {
        let start = (part.lines.start..=end).rev().find(|at| text.lines()[*at].opens_paragraph)?;
        let flow = text.flow(start..end + 1);
        let told = LEADS_TO_CONTROLS.is_match(flow.text()) && end - start < MOST_LEAD_LINES;
        told.then(|| Head { topic: Topic::UserEntityControls, title: String::new(), lines: start..start })
    })
}

fn head(text: &Text<'_>, at: usize) -> Option<Head> {
    let line = &text.lines()[at];
    if line.running || !line.opens_paragraph || line.text.len() > 130 || !may_be_heading(line) {
        return None;
    }
    let next = (at + 1..text.lines().len()).find(|n| !text.lines()[*n].running);
    let alone = next.is_none_or(|n| text.lines()[n].opens_paragraph || differs(line, &text.lines()[n]));
    // Over a table the words of its head may be the heading of its list; "… at the subservice organization" names none.
    let names_list = |topic: &Topic| *topic != Topic::Subservice || !is_row(text, line);
    if alone && let Some(topic) = topic(&line.text).filter(names_list) {
        return Some(Head { topic, title: line.text.clone(), lines: at..at + 1 });
    }
    let second = next.filter(|n| !differs(line, &text.lines()[*n]) && text.lines()[*n].page == line.page)?;
    let stands_out = line.bold || line.size > text.body_size() * 1.08 || is_caps(&line.text);
    let joined = format!("{} {}", line.text, text.lines()[second].text);
    let after = (second + 1..text.lines().len()).find(|n| !text.lines()[*n].running);
    let alone = after.is_none_or(|n| text.lines()[n].opens_paragraph || differs(line, &text.lines()[n]));
    let topic = topic(&joined).filter(|_| stands_out && alone)?;
    Some(Head { topic, title: joined, lines: at..second + 1 })
}

fn may_be_heading(line: &Line) -> bool {
    line.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "([".contains(c))
        || NUMBER.is_match(&line.text)
}

/// Whether a line is the cells of a table's head: white space divides them as it divides no words.
fn is_row(text: &Text<'_>, line: &Line) -> bool {
    let words = &text.pages()[line.page].words[line.words.clone()];
    words.windows(2).any(|pair| {
        let number = pair[0].text.len() <= 7 && pair[0].text.contains(|c: char| c.is_ascii_digit() || c == '.');
        pair[1].rect.x0 - pair[0].rect.x1 > WIDE * line.size && !number
    })
}

/// Finds the first piece that no longer belongs to the section: a heading of its level or above.
fn end_of(text: &Text<'_>, head: &Head, pieces: &[Piece<'_>], organizations: Option<&[Known]>) -> usize {
    let style = Style::of(text, &text.lines()[head.lines.start]);
    let mut under_it = 0;
    for (at, piece) in pieces.iter().enumerate() {
        let Piece::Block(block) = piece else {
            under_it += 1;
            continue;
        };
        let first = &text.lines()[block.lines.start];
        let number = NUMBER.find(&first.text).map(|m| m.as_str().trim());
        let heading_like = (block.mark.is_none() || number.is_some() && Style::of(text, first).stands_out)
            && is_heading(block.flow.text())
            && block.lines.len() <= 3;
        if !heading_like {
            under_it += 1;
            continue;
        }
        // The title of a list that repeats the heading, on the next page too.
        let words = block.flow.text();
        let names_one = organizations.is_some_and(|all| {
            all.iter().any(|k| k.after(words).is_some()) || is_subject_below(words, pieces.get(at + 1))
        });
        if names_one || same_title(&head.title, words) || piece::is_label(words) {
            continue;
        }
        let other = Style::of(text, first);
        let ends = match (&style.number, &other.number) {
            (Some(mine), Some(theirs)) => theirs.len() <= mine.len() && theirs != mine,
            _ => other.reaches(&style),
        };
        // A heading of the same look over more of the list only divides it.
        let next_lists = pieces.get(at + 1).is_some_and(|p| piece::names_user_entities(p));
        if ends && !(next_lists && other.number.is_none() && under_it > 0 && !other.is_above(&style)) {
            return at;
        }
    }
    pieces.len()
}

/// Whether a heading is a name with which the paragraph below it begins.
fn is_subject_below(heading: &str, below: Option<&Piece<'_>>) -> bool {
    let name = names::clean(heading);
    let words = name.split(' ').count();
    let capitals = name.split(' ').all(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    let Some(Piece::Block(block)) = below else { return false };
    let bare = names::without_legal_form(&name);
    (words >= 2 || bare != name) && capitals && block.mark.is_none() && block.flow.text().starts_with(&bare)
}

/// A short line that is no sentence.
fn is_heading(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (1..=14).contains(&count)
        && !words.trim_end().ends_with(['.', ':', ';', ',', '?'])
        && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && words.chars().filter(|c| c.is_alphabetic()).count() >= 3
}

fn same_title(a: &str, b: &str) -> bool {
    let (a, b) = (squash(&NUMBER.replace_all(a, "")), squash(&NUMBER.replace_all(b, "")));
    let b = b.trim_end_matches("continued").trim_end_matches("cont");
    a == b || (b.len() > 12 && (a.contains(b) || b.contains(&a)))
}

/// How a heading is set.
#[derive(Debug)]
struct Style {
    size: f32,
    bold: bool,
    caps: bool,
    stands_out: bool,
    number: Option<Vec<String>>,
    title_case: bool,
}

impl Style {
    fn of(text: &Text<'_>, line: &Line) -> Self {
        let caps = is_caps(&line.text);
        let stands_out = line.bold || caps || line.size > text.body_size() * 1.08;
        let number = NUMBER.find(&line.text).map(|m| {
            m.as_str().split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).map(str::to_owned).collect()
        });
        let words = line.text.split(' ').filter(|w| w.len() > 3);
        let title_case = words.clone().count() > 0
            && words.clone().filter(|w| w.starts_with(char::is_uppercase)).count() * 4 >= words.count() * 3;
        Self { size: line.size, bold: line.bold, caps, stands_out, number, title_case }
    }

    /// Whether this one is of the same level as another or above it.
    fn reaches(&self, other: &Self) -> bool {
        if self.is_above(other) {
            return true;
        }
        let same_size = (self.size - other.size).abs() <= 0.4;
        if other.stands_out {
            same_size && self.bold == other.bold && (self.caps || !other.caps)
        } else {
            same_size && (self.stands_out || self.title_case)
        }
    }

    fn is_above(&self, other: &Self) -> bool {
        self.size > other.size + 0.4 || (!other.stands_out && self.stands_out)
    }
}

fn is_caps(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !text.contains(char::is_lowercase)
}

fn differs(a: &Line, b: &Line) -> bool {
    a.bold != b.bold || (a.size - b.size).abs() > 0.08 * a.size.max(1.0)
}
