//! Dates, lists and names as an American report writes them.

use super::plan::{ReportPlan, Span};
use chrono::NaiveDate;
use countersign_domain::Category;

/// `March 31, 2026`
pub(super) fn day(date: NaiveDate) -> String {
    date.format("%B %-d, %Y").to_string()
}

/// `a, b, and c`
pub(super) fn list<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [one, two] => format!("{} and {}", one.as_ref(), two.as_ref()),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{}, and {}", most.join(", "), last.as_ref())
        }
    }
}

/// `Security and Availability`
pub(super) fn titles(categories: &[Category]) -> String {
    list(&categories.iter().map(|category| category.title()).collect::<Vec<_>>())
}

/// `security and availability`
pub(super) fn names(categories: &[Category]) -> String {
    titles(categories).to_lowercase()
}

/// `throughout the period January 1, 2026 to December 31, 2026`, or `as of March 31, 2026`
pub(super) fn when(span: Span) -> String {
    match span {
        Span::AsOf(date) => format!("as of {}", day(date)),
        Span::Period(start, end) | Span::General(start, end) => {
            format!("throughout the period {} to {}", day(start), day(end))
        }
    }
}

/// `throughout that period`, or `as of that date`
pub(super) fn then(span: Span) -> &'static str {
    match span {
        Span::AsOf(_) => "as of that date",
        Span::Period(..) | Span::General(..) => "throughout that period",
    }
}

/// What the report calls itself on its cover.
pub(super) fn kind(span: Span) -> &'static str {
    match span {
        Span::AsOf(_) => "SOC 2® Type 1 Report",
        Span::Period(..) => "SOC 2® Type 2 Report",
        Span::General(..) => "SOC 3® Report",
    }
}

/// Puts the company's names into a text of the catalogue.
pub(super) fn filled(text: &str, plan: &ReportPlan) -> String {
    text.replace("{short}", plan.company.short).replace("{system}", plan.company.system)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_have_the_comma_before_and() {
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b, and c");
    }
}
