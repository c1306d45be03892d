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

/// Marks the lines that repeat at the same height on at least two pages (three in a document of more than four).
pub(crate) fn mark(pages: &[Page], lines: &mut [Line]) {
    let needed = if pages.len() > 4 { 3 } else { 2 };
    let mut seen: HashMap<String, Vec<(usize, usize, f32)>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        let height = pages[line.page].height.max(1.0);
        if line.rect.y1 < height * EDGE || line.rect.y0 > height * (1.0 - EDGE) {
            seen.entry(key(&line.text)).or_default().push((at, line.page, line.rect.y0));
        }
    }
    for places in seen.into_values() {
        for &(at, _, y) in &places {
            let mut on: Vec<usize> = places
                .iter()
                .filter(|(_, _, other)| (other - y).abs() <= SAME_HEIGHT)
                .map(|(_, page, _)| *page)
                .collect();
            on.dedup();
            if on.len() >= needed {
                lines[at].running = true;
            }
        }
    }
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
    fn one_page_has_no_running_lines() {
        let pages = [Sheet::new(1).head("Report").line("Body").build()];
        assert!(Text::new(&pages).lines().iter().all(|l| !l.running), "nothing repeats");
    }
}
