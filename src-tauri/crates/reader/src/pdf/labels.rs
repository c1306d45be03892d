//! Page labels: the numbers that the file itself gives its pages.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object};

/// Most nodes of the number tree that are looked at: a loop in the tree ends here.
const MAX_NODES: usize = 2_000;

/// Reads the label of every page, or nothing where the file has no labels.
pub(super) fn read(pdf: &Pdf, pages: u32) -> Vec<String> {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let Some(root) = catalog.and_then(|c| c.get::<Dict<'_>>(b"PageLabels")) else { return Vec::new() };
    let mut ranges = Vec::new();
    collect(&root, &mut ranges);
    ranges.sort_by_key(|(first, _)| *first);
    if ranges.is_empty() {
        return Vec::new();
    }
    (0..pages)
        .map(|page| {
            let at = ranges.partition_point(|(first, _)| *first <= page);
            at.checked_sub(1).map_or_else(String::new, |at| {
                let (first, style) = &ranges[at];
                style.label(page - first)
            })
        })
        .collect()
}

/// How the pages of a range are numbered.
struct Style {
    prefix: String,
    kind: Option<u8>,
    start: u32,
}

impl Style {
    fn label(&self, offset: u32) -> String {
        let number = self.start.saturating_add(offset);
        let number = match self.kind {
            Some(b'D') => number.to_string(),
            Some(b'R') => roman(number).to_uppercase(),
            Some(b'r') => roman(number),
            Some(b'A') => letters(number).to_uppercase(),
            Some(b'a') => letters(number),
            _ => String::new(),
        };
        format!("{}{number}", self.prefix)
    }
}

fn collect(root: &Dict<'_>, ranges: &mut Vec<(u32, Style)>) {
    let mut open = vec![root.clone()];
    let mut seen = 0;
    while let Some(node) = open.pop() {
        seen += 1;
        if seen > MAX_NODES {
            return;
        }
        if let Some(numbers) = node.get::<Array<'_>>(b"Nums") {
            let mut items = numbers.flex_iter();
            while let Some(first) = items.next::<u32>() {
                let Some(style) = items.next::<Dict<'_>>() else { break };
                ranges.push((first, read_style(&style)));
            }
        }
        if let Some(kids) = node.get::<Array<'_>>(b"Kids") {
            open.extend(kids.iter::<Dict<'_>>().take(MAX_NODES));
        }
    }
}

fn read_style(style: &Dict<'_>) -> Style {
    let prefix = match style.get::<Object<'_>>(b"P") {
        Some(Object::String(text)) => super::properties::text(text.as_bytes()).unwrap_or_default(),
        _ => String::new(),
    };
    Style {
        prefix,
        kind: style.get::<Name<'_>>(b"S").and_then(|name| name.first().copied()),
        start: style.get::<u32>(b"St").unwrap_or(1),
    }
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number > 4_000 {
        return number.to_string();
    }
    let mut left = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

/// a to z, then aa to zz, and so on: ISO 32000-2, table 161.
fn letters(number: u32) -> String {
    let Some(index) = number.checked_sub(1) else { return String::new() };
    let letter = char::from(b'a' + (index % 26) as u8);
    String::from(letter).repeat((index / 26 + 1).min(10) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_the_style_of_the_range() {
        let label = |kind, start, offset| Style { prefix: "A-".into(), kind, start }.label(offset);
        assert_eq!(label(Some(b'r'), 1, 3), "A-iv", "front matter counts in small roman numbers");
        assert_eq!(label(Some(b'A'), 26, 1), "A-AA", "after z comes aa");
        assert_eq!(label(Some(b'D'), 7, 0), "A-7", "a range may start anywhere");
        assert_eq!(label(None, 1, 5), "A-", "without a style only the prefix is printed");
    }
}
