//! Values that stand beside a label: behind it on its line, right of it, or under it.
//!
//! **Reads** what follows a label in a form, a certificate or the head of a letter.
//! **Where**: the rest of the label's line; else the line on its right; else the line under it.
//! **Accepts** labels with and without a colon; a label in capitals, with a bullet before it.
//! **Refuses** labels in the middle of a sentence: a line must begin with its label.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::Fact;

use crate::pattern::{Pattern, pattern};
use crate::text::{Flow, Text};

/// A value with its label.
pub(crate) struct Value<'t> {
    /// The line in which the value stands.
    pub(crate) line: usize,
    flow: Flow<'t>,
    range: Range<usize>,
    label: Option<Flow<'t>>,
}

impl Value<'_> {
    /// Gives the value in plain characters.
    pub(crate) fn text(&self) -> &str {
        &self.flow.text()[self.range.clone()]
    }

    /// Gives a part of the value as it stands in the document.
    pub(crate) fn original(&self, part: Range<usize>) -> String {
        self.flow.original(self.range.start + part.start..self.range.start + part.end)
    }

    /// Makes a fact of what was read in the value; the label is cited after it where it stands apart.
    pub(crate) fn fact<T>(&self, value: T) -> Option<Fact<T>> {
        let from = if self.label.is_none() { 0 } else { self.range.start };
        let mut fact = self.flow.fact(value, from..self.range.end)?;
        if let Some(label) = &self.label {
            fact.citations.extend(label.cite(0..label.text().len()));
        }
        Some(fact)
    }
}

/// A line that begins with a label of its own is no value.
static ANOTHER: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^[a-z][a-z .#/()&'-]{1,34}:(?:\s|$)"));

/// Finds the values of a label on the first pages. The pattern is matched at the start of a line.
pub(crate) fn values<'t>(text: &'t Text<'t>, label: &Pattern, pages: usize) -> Vec<Value<'t>> {
    let end = text.lines().partition_point(|l| l.page < pages);
    (0..end).filter_map(|at| value(text, label, at, false)).collect()
}

/// Finds what stands under a label that has something on its right: its value in a table whose head it is in.
pub(crate) fn below<'t>(text: &'t Text<'t>, label: &Pattern, pages: usize) -> Vec<Value<'t>> {
    let end = text.lines().partition_point(|l| l.page < pages);
    (0..end).filter_map(|at| value(text, label, at, true)).filter(|v| v.label.is_some()).collect()
}

fn value<'t>(text: &'t Text<'t>, label: &Pattern, at: usize, below: bool) -> Option<Value<'t>> {
    let flow = Flow::new(text, [at]);
    let found = label.find(flow.text())?;
    if flow.text()[..found.start()].contains(char::is_alphanumeric) {
        return None;
    }
    let behind = &flow.text()[found.end()..];
    let trimmed = behind.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | '"' | '<'));
    if trimmed.contains(char::is_alphanumeric) {
        // A label that goes on in words is another label, or a sentence.
        let direct = found.as_str().trim_end().ends_with([':', '#']) || behind.starts_with([' ', ':', '-', '#', '.']);
        let range = flow.text().len() - trimmed.len()..flow.text().len();
        return direct.then_some(Value { line: at, flow, range, label: None });
    }
    let beside = [text.right_of(at).filter(|_| !below), text.under(at)]
        .into_iter()
        .flatten()
        .find(|other| !ANOTHER.is_match(&text.lines()[*other].text))?;
    let value = Flow::new(text, [beside]);
    let range = 0..value.text().len();
    Some(Value { line: beside, flow: value, range, label: Some(flow) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sheet::Sheet;

    #[test]
    fn a_value_behind_right_of_and_under_its_label() {
        let page = Sheet::new(1)
            .line("Client: Heron Analytics, Inc.")
            .gap(30.0)
            .cells(&[(60.0, "Client"), (300.0, "Plover Health LLC")])
            .gap(30.0)
            .line("CLIENT")
            .line("Juniper Ledger Ltd")
            .gap(30.0)
            .line("Clients trust us with their data")
            .build();
        let boxed = crate::text::boxes::Boxed::new(&Text::new(&[page]));
        let text = boxed.text();
        let label = pattern(r"^client\b\s*:?");
        let found: Vec<String> = values(&text, &label, 1).iter().map(|v| v.text().to_owned()).collect();
        assert_eq!(found, ["Heron Analytics, Inc.", "Plover Health LLC", "Juniper Ledger Ltd"], "three places");
        let fact = values(&text, &label, 1)[1].fact("x").expect("cited");
        let quotes: Vec<_> = fact.citations.iter().map(|c| c.quote.as_str()).collect();
        assert_eq!(quotes, ["Plover Health LLC", "Client"], "the value and its label");
    }
}
