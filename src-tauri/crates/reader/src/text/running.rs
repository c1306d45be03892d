//! Running heads and feet: lines at the edge of a page that other pages repeat.
//!
//! They carry names of vendors, tools and confidentiality marks and must not be read as part of a sentence that runs
//! over the page end. Numbers in them may change from page to page.

use std::collections::HashMap;

use super::line::Line;
use crate::page::Page;

/// Share of the height, at the top and at the bottom, in which a running line may stand.
const EDGE: f32 = 0.13;
/// How far apart two of them may stand on their pages, in points.
const SAME_HEIGHT: f32 = 6.0;

/// A line at the edge of its page.
struct Place {
    line: usize,
    page: usize,
    y: f32,
    /// Whether it is one word of letters and a number.
    is_id: bool,
    /// How far the last number of such a word is from the page; `None` for every other line.
    apart: Option<i64>,
}

impl Place {
    /// Whether another line repeats this one: at the same height, and where both are numbers of something, with the same
    /// number or one that is as far away as its page.
    fn is_repeated_by(&self, other: &Self, lines: &[Line]) -> bool {
        (other.y - self.y).abs() <= SAME_HEIGHT
            && (!self.is_id
                || lines[self.line].text == lines[other.line].text
                || self.apart.is_some() && self.apart == other.distance(lines))
    }

    fn distance(&self, lines: &[Line]) -> Option<i64> {
        if self.is_id { self.apart } else { distance(&lines[self.line]) }
    }
}

/// Marks the lines that repeat at the same height on at least two pages (three in a document of more than four).
pub(crate) fn mark(pages: &[Page], lines: &mut [Line]) {
    let needed = if pages.len() > 4 { 3 } else { 2 };
    let mut seen: HashMap<String, Vec<Place>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        let height = pages[line.page].height.max(1.0);
        if line.rect.y1 < height * EDGE || line.rect.y0 > height * (1.0 - EDGE) {
            let is_id = is_id(&line.text);
            let apart = if is_id { distance(line) } else { None };
            let place = Place { line: at, page: line.page, y: line.rect.y0, is_id, apart };
            seen.entry(key(&line.text)).or_default().push(place);
        }
    }
    for places in seen.into_values() {
        for place in &places {
            let repeating = places.iter().filter(|other| place.is_repeated_by(other, lines));
            // Lines stand in the order of their pages.
            let mut on = 0;
            let mut last = None;
            for page in repeating.map(|other| other.page) {
                on += usize::from(last != Some(page));
                last = Some(page);
                if on >= needed {
                    break;
                }
            }
            if on >= needed {
                lines[place.line].running = true;
            }
        }
    }
}

/// Whether a line is one word of letters and a number, as the label of a page is, and the number of a control as well.
fn is_id(text: &str) -> bool {
    let has = |kind: fn(char) -> bool| text.contains(kind);
    has(|c| c.is_ascii_digit()) && has(char::is_alphabetic) && !has(char::is_whitespace)
}

/// How far the last number of a line is from its page: the same for two lines whose numbers count the pages.
fn distance(line: &Line) -> Option<i64> {
    let other = |c: char| !c.is_ascii_digit();
    let number: i64 = line.text.trim_end_matches(other).rsplit(other).next()?.parse().ok()?;
    Some(number - i64::try_from(line.page).unwrap_or_default())
}

/// A line without what changes from page to page.
fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        if !c.is_ascii_digit() {
            key.extend(c.to_lowercase());
        } else if !key.ends_with('#') {
            key.push('#');
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use crate::text::Text;
    use crate::text::sheet::Sheet;

    #[test]
    fn a_foot_with_changing_numbers_is_running_and_the_body_is_not() {
        let pages: Vec<_> =
            (1..=6).map(|n| Sheet::new(n).line("The same body").foot(&format!("Orchid Ltd | {n}")).build()).collect();
        let text = Text::new(&pages);
        for line in text.lines() {
            assert_eq!(line.running, line.text.starts_with("Orchid"), "only the foot runs: {}", line.text);
        }
    }

    #[test]
    fn numbers_of_controls_at_the_head_of_pages_do_not_run_and_labels_of_pages_do() {
        let ids = ["OPS-04", "AC-11", "OPS-19", "CM-27", "AC-31", "OPS-40"];
        let page = |n: u32| Sheet::new(n).head(ids[n as usize - 1]).line("Body").foot(&format!("B-{n}")).build();
        let pages: Vec<_> = (1..=6).map(page).collect();
        let running: Vec<String> =
            Text::new(&pages).lines().iter().filter(|l| l.running).map(|l| l.text.clone()).collect();
        assert_eq!(running, ["B-1", "B-2", "B-3", "B-4", "B-5", "B-6"], "what counts the pages");
    }

    #[test]
    fn a_label_of_other_letters_is_one_too() {
        let page = |n: u32| Sheet::new(n).line("Body").foot(&format!("\u{C9}{n}")).build();
        let pages: Vec<_> = (1..=3).map(page).collect();
        let running = Text::new(&pages).lines().iter().filter(|l| l.running).count();
        assert_eq!(running, 3, "a letter may be longer than a byte");
    }

    #[test]
    fn one_page_has_no_running_lines() {
        let pages = [Sheet::new(1).head("Report").line("Body").build()];
        assert!(Text::new(&pages).lines().iter().all(|l| !l.running), "nothing repeats");
    }
}
