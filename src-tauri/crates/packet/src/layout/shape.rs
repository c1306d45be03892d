//! From spans to shaped text: every character has its glyph, every glyph its text.

use super::cache::Cache;
use super::clean::printable;
use super::fonts::FontId;
use super::item::Glyph;
use super::tag::Parts;
use crate::typeset::{Face, Mark, Span, Text, TextStyle, Tone};
use compact_str::CompactString;
use harfrust::{Buffer, BufferFlags, ClusterLevel, Direction, Script, ShapeOptions, ShapePlan, ShaperFont};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use unicode_bidi::{Level, ParagraphBidiInfo};

/// Stands in the text where a mark is drawn.
pub(crate) const MARK: char = '\u{fffc}';

/// What a mark takes: its square and the space to the words after it.
pub(crate) const MARK_WIDTH: f64 = 10.5;

/// What layout knows and gathers on its way through a document.
#[derive(Default)]
pub(crate) struct Context {
    /// Fonts of the system, asked after ours.
    pub(crate) of_system: Vec<FontId>,
    /// Characters that no font draws.
    pub(crate) uncovered: BTreeSet<char>,
    /// The pages of the anchors, as the last pass found them.
    pub(crate) page_of: BTreeMap<String, u32>,
    /// How many pages come before the one that is printed as 1.
    pub(crate) front: u32,
    /// The number of pages, as the last pass found it.
    pub(crate) page_count: u32,
    /// What was set before.
    pub(crate) cache: Cache,
    /// What is made, part by part.
    pub(crate) parts: Parts,
}

/// How a part of the text looks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    pub(crate) range: Range<usize>,
    pub(crate) size: f64,
    face: Face,
    pub(crate) tone: Tone,
    tracking: f64,
    whole: bool,
    pub(crate) link: Option<String>,
    pub(crate) mark: Option<Mark>,
}

/// Glyphs of one font, one look and one direction; `clusters` gives the first byte of each glyph's text.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) range: Range<usize>,
    pub(crate) font: FontId,
    pub(crate) part: usize,
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) clusters: Vec<usize>,
}

/// One line of text as given, before it is broken into lines of the page.
pub(crate) struct Shaped {
    pub(crate) text: String,
    pub(crate) parts: Vec<Part>,
    /// In logical order.
    pub(crate) runs: Vec<Run>,
    /// The width of the text before each byte, in points.
    pub(crate) before: Vec<f64>,
    /// Whether a glyph's text begins at each byte.
    pub(crate) boundary: Vec<bool>,
    /// Direction levels, when some of the text runs from right to left.
    pub(crate) levels: Option<Vec<Level>>,
}

impl Shaped {
    /// Gives the ranges that must not be broken.
    pub(crate) fn whole(&self) -> Vec<Range<usize>> {
        self.parts.iter().filter(|part| part.whole).map(|part| part.range.clone()).collect()
    }
}

/// Splits a text at its new lines and shapes each.
pub(crate) fn shape(text: &Text, style: TextStyle, context: &mut Context) -> Vec<Shaped> {
    let mut lines: Vec<(String, Vec<Part>)> = vec![(String::new(), Vec::new())];
    for span in &text.0 {
        let plain = |words: String| (words, style.face, style.tone, style.size, false, None, None);
        let (words, face, tone, size, whole, link, mark) = match span {
            Span::Words { text, face, tone, small, whole, link } => {
                let face = face.unwrap_or(style.face);
                let size = if *small { style.size * 0.9 } else { style.size };
                let words = printable(text, face, &context.of_system, &mut context.uncovered);
                (words, face, tone.unwrap_or(style.tone), size, *whole, link.clone(), None)
            }
            Span::Mark(mark) => (MARK.to_string(), style.face, style.tone, style.size, false, None, Some(*mark)),
            Span::PageOf(anchor) => {
                let page = context.page_of.get(anchor).copied().unwrap_or_default().saturating_sub(context.front);
                (page.to_string(), style.face, style.tone, style.size, true, Some(anchor.clone()), None)
            }
            Span::PageCount => plain(context.page_count.to_string()),
            Span::Break => plain("\n".to_owned()),
        };
        for (index, words) in words.split('\n').enumerate() {
            if index > 0 {
                lines.push((String::new(), Vec::new()));
            }
            let (line, parts) = lines.last_mut().expect("there is always one line");
            let start = line.len();
            line.push_str(words);
            let range = start..line.len();
            if !range.is_empty() {
                parts.push(Part { range, size, face, tone, tracking: style.tracking, whole, link: link.clone(), mark });
            }
        }
    }
    lines.into_iter().map(|(text, parts)| shape_line(text, parts, context)).collect()
}

fn shape_line(text: String, parts: Vec<Part>, context: &mut Context) -> Shaped {
    let bidi = ParagraphBidiInfo::new(&text, Some(Level::ltr()));
    let levels = bidi.has_rtl().then(|| bidi.levels.clone());
    let mut runs = Vec::new();
    let mut widths = vec![0.0; text.len() + 1];
    let mut boundary = vec![false; text.len() + 1];
    boundary[text.len()] = true;
    for (index, part) in parts.iter().enumerate() {
        if part.mark.is_some() {
            widths[part.range.start] = MARK_WIDTH;
            boundary[part.range.start] = true;
            continue;
        }
        for (range, font, script) in split(&text, part, levels.as_deref(), &context.of_system) {
            let rtl = levels.as_ref().is_some_and(|levels| levels[range.start].is_rtl());
            let run = shape_run(&text, range, font, script, rtl, part, index, context);
            for (glyph, cluster) in run.glyphs.iter().zip(&run.clusters) {
                widths[*cluster] += f64::from(glyph.advance) * part.size / 1000.0;
                boundary[*cluster] = true;
            }
            runs.push(run);
        }
    }
    let mut sum = 0.0;
    let before = widths
        .iter()
        .map(|width| {
            let before = sum;
            sum += width;
            before
        })
        .collect();
    Shaped { text, parts, runs, before, boundary, levels }
}

/// Splits a part where font, script or direction change.
fn split(
    text: &str,
    part: &Part,
    levels: Option<&[Level]>,
    of_system: &[FontId],
) -> Vec<(Range<usize>, FontId, Script)> {
    let mut runs: Vec<(Range<usize>, FontId, Script)> = Vec::new();
    for (offset, character) in text[part.range.clone()].char_indices() {
        let at = part.range.start + offset;
        let end = at + character.len_utf8();
        let shown = shown(character);
        let script = script_of(character);
        let same_level = |start: usize| levels.is_none_or(|levels| levels[start] == levels[at]);
        if let Some((range, font, run_script)) = runs.last_mut() {
            let neutral = script.is_none() || *run_script == Script::COMMON || script == Some(*run_script);
            // A font of the system has Latin letters too; ours draw them wherever they can.
            let ours = || FontId::that_draws(part.face, shown, &[]).is_some();
            let goes_on = || font.draws(shown) && !(of_system.contains(font) && ours());
            if same_level(range.start) && neutral && (is_joiner(character) || goes_on()) {
                range.end = end;
                *run_script = script.filter(|_| *run_script == Script::COMMON).unwrap_or(*run_script);
                continue;
            }
        }
        let font = FontId::that_draws(part.face, shown, of_system).unwrap_or_else(|| FontId::main(part.face));
        runs.push((at..end, font, script.unwrap_or(Script::COMMON)));
    }
    runs
}

/// Gives the character that is drawn: a space for a no-break space, a hyphen for a no-break hyphen, so that copied
/// text has the ordinary ones.
fn shown(character: char) -> char {
    match character {
        '\u{a0}' => ' ',
        '\u{2011}' => '-',
        other => other,
    }
}

fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// Gives the script of a letter; `None` for what every script uses.
fn script_of(character: char) -> Option<Script> {
    match character {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Some(Script::LATIN),
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Script::GREEK),
        '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' => Some(Script::CYRILLIC),
        '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' => Some(Script::HEBREW),
        '\u{600}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' => Some(Script::ARABIC),
        _ => None,
    }
}

#[expect(clippy::too_many_arguments, reason = "one call, and all of it belongs to the run")]
fn shape_run(
    text: &str,
    range: Range<usize>,
    font: FontId,
    script: Script,
    rtl: bool,
    part: &Part,
    index: usize,
    context: &mut Context,
) -> Run {
    let direction = if rtl { Direction::RightToLeft } else { Direction::LeftToRight };
    let mut buffer = Buffer::new();
    buffer.set_direction(direction);
    buffer.set_script(Some(script));
    buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
    buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
    for (offset, character) in text[range.clone()].char_indices() {
        let cluster = u32::try_from(range.start + offset).expect("a paragraph is shorter than 4 GB");
        buffer.push(u32::from(shown(character)), cluster);
    }
    let shaper = ShaperFont::new(font.font());
    let key = (font, script.tag().to_be_bytes(), rtl);
    let plan = context
        .cache
        .plans
        .entry(key)
        .or_insert_with(|| ShapePlan::new(font.font(), direction, Some(script), None, &[]));
    harfrust::shape(&shaper, &mut buffer, ShapeOptions::new().plan(Some(plan))).expect("the plan fits the buffer");

    let clusters: Vec<usize> =
        buffer.glyph_infos().iter().map(|info| usize::try_from(info.cluster).expect("a byte position")).collect();
    let mut starts: Vec<usize> = clusters.clone();
    starts.sort_unstable();
    starts.dedup();
    let tracking = (part.tracking * 1000.0 / part.size).round() as i32;
    let mut last = None;
    let glyphs = buffer
        .glyph_infos()
        .iter()
        .zip(buffer.glyph_positions())
        .zip(&clusters)
        .map(|((info, position), cluster)| {
            // The first glyph of a cluster carries its text; the others carry a space of no width.
            let text = if last.replace(*cluster) == Some(*cluster) {
                CompactString::const_new("\u{200b}")
            } else {
                let next = starts.partition_point(|start| start <= cluster);
                let end = starts.get(next).copied().unwrap_or(range.end);
                text[*cluster..end].chars().filter(|c| !is_joiner(*c)).map(shown).collect()
            };
            Glyph {
                id: u16::try_from(info.glyph_id).expect("a font has at most 65,535 glyphs"),
                text,
                advance: font.thousandths(position.x_advance) + tracking,
                shift: (font.thousandths(position.x_offset), font.thousandths(position.y_offset)),
            }
        })
        .collect();
    Run { range, font, part: index, glyphs, clusters }
}
