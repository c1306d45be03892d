//! The number printed on a page, which people quote and which is rarely the number of the page in the file.

use crate::pattern::{Pattern, exact, pattern};
use std::collections::HashMap;
use std::sync::LazyLock;

use super::line::Line;
use crate::page::Page;

/// Share of the height, at the top and at the bottom, in which a number of the page may stand.
const EDGE: f32 = 0.14;

static ALONE: LazyLock<Pattern> = LazyLock::new(|| exact(r"^[-|.\s]*(\d{1,4}|[ivxl]{1,7})[-|.\s]*$"));
static NAMED: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"(?:\bpage\s*|^)(\d{1,4})\s*(?:of|/)\s*\d{1,4}\b|\bpage\s*:?\s*(\d{1,4})\b"));
static AT_END: LazyLock<Pattern> = LazyLock::new(|| exact(r"(?:^|\s|\|)(\d{1,4})$"));
static AT_START: LazyLock<Pattern> = LazyLock::new(|| exact(r"^(\d{1,4})(?:\s|\|)"));

/// How much a place says that a number is the page's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    InText,
    Alone,
    Named,
}

/// Reads the printed number of every page. A number that stands in a longer line counts only where other pages carry
/// theirs at the same distance from the page in the file: a year in a foot does not grow.
pub(crate) fn labels(pages: &[Page], lines: &[Line]) -> Vec<Option<String>> {
    let mut candidates: Vec<(usize, Strength, String)> = Vec::new();
    for line in lines {
        let height = pages[line.page].height.max(1.0);
        if line.rect.y1 < height * EDGE || line.rect.y0 > height * (1.0 - EDGE) {
            candidates.extend(of_line(&line.text).into_iter().map(|(strength, label)| (line.page, strength, label)));
        }
    }
    let mut pages_at: HashMap<i64, Vec<usize>> = HashMap::new();
    for (page, _, label) in &candidates {
        let on = pages_at.entry(distance(*page, label)).or_default();
        if on.last() != Some(page) {
            on.push(*page);
        }
    }
    let mut best: Vec<Option<(usize, Strength, String)>> = vec![None; pages.len()];
    for (page, strength, label) in candidates {
        let support = pages_at.get(&distance(page, &label)).map_or(0, Vec::len);
        if support < 2 && strength != Strength::Named {
            continue;
        }
        let better = best[page].as_ref().is_none_or(|(s, st, _)| (support, strength) > (*s, *st));
        if better {
            best[page] = Some((support, strength, label));
        }
    }
    best.into_iter().map(|b| b.map(|(_, _, label)| label)).collect()
}

fn of_line(text: &str) -> Vec<(Strength, String)> {
    if let Some(found) = ALONE.captures(text) {
        return vec![(Strength::Alone, found[1].to_owned())];
    }
    if let Some(found) = NAMED.captures(text) {
        let number = found.get(1).or_else(|| found.get(2)).map_or("", |m| m.as_str());
        return vec![(Strength::Named, number.to_owned())];
    }
    [&AT_END, &AT_START]
        .into_iter()
        .filter_map(|pattern| pattern.captures(text))
        .map(|found| (Strength::InText, found[1].to_owned()))
        .collect()
}

/// How far the printed number is from the page in the file; Roman numbers count apart.
fn distance(page: usize, label: &str) -> i64 {
    const ROMAN: i64 = 1 << 40;
    label.parse::<i64>().unwrap_or_else(|_| ROMAN + roman(label)) - i64::try_from(page).unwrap_or(i64::MAX)
}

fn roman(label: &str) -> i64 {
    let value = |c| match c {
        'i' => 1,
        'v' => 5,
        'x' => 10,
        'l' => 50,
        _ => 0,
    };
    let values: Vec<i64> = label.chars().map(value).collect();
    values.iter().enumerate().map(|(at, v)| if values.get(at + 1).is_some_and(|next| next > v) { -v } else { *v }).sum()
}

#[cfg(test)]
mod tests {
    use crate::text::Text;
    use crate::text::sheet::Sheet;

    fn labels(feet: &[&str]) -> Vec<Option<String>> {
        let pages: Vec<_> =
            feet.iter().zip(1..).map(|(foot, n)| Sheet::new(n).line("Body of the page").foot(foot).build()).collect();
        let text = Text::new(&pages);
        (0..pages.len()).map(|page| text.label(page).map(str::to_owned)).collect()
    }

    fn some(labels: &[&str]) -> Vec<Option<String>> {
        labels.iter().map(|l| (!l.is_empty()).then(|| (*l).to_owned())).collect()
    }

    #[test]
    fn numbers_that_grow_with_the_pages_are_labels() {
        assert_eq!(labels(&["Title", "1", "2", "3"]), some(&["", "1", "2", "3"]), "alone on their line");
        assert_eq!(labels(&["Fern | 7", "Fern | 8", "Fern | 9"]), some(&["7", "8", "9"]), "at the end of a line");
        assert_eq!(labels(&["i", "ii", "iii", "iv"]), some(&["i", "ii", "iii", "iv"]), "Roman");
    }

    #[test]
    fn a_page_that_says_page_needs_no_others() {
        assert_eq!(labels(&["© 2026 Fern | Page 1 of 3"]), some(&["1"]), "named");
    }

    #[test]
    fn a_year_that_does_not_grow_is_no_label() {
        assert_eq!(labels(&["© Fern 2024", "© Fern 2024", "© Fern 2024"]), some(&["", "", ""]), "a year");
    }
}
