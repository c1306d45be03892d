//! What is printed.

use countersign_tests::measure::{
    Counts, Figures, LISTS, SCALARS,
    figures::{Misread, Verdict},
};
use std::{collections::BTreeMap, io::Write as _};

/// Prints a line. Where nobody listens any more there is nobody to tell.
pub(crate) fn say(line: &str) {
    drop(writeln!(std::io::stdout(), "{line}"));
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.1}", 100.0 * share))
}

/// Prints a line for each set of documents: scalars, every list, quotes.
pub(crate) fn overview(rows: &[(String, &Figures)]) {
    let heads: Vec<String> = LISTS.iter().map(|list| format!("{list:>10}")).collect();
    say(&format!("{:<20} {:>4} {:>8} {} {:>7}", "F1 in percent", "docs", "scalars", heads.join(" "), "quotes"));
    for (name, figures) in rows {
        let lists: Vec<String> =
            LISTS.iter().map(|list| format!("{:>10}", percent(figures.sum(&[list]).f1()))).collect();
        say(&format!(
            "{name:<20} {:>4} {:>8} {} {:>7}",
            figures.documents,
            percent(figures.sum(&SCALARS).f1()),
            lists.join(" "),
            percent(figures.quotes.precision())
        ));
    }
}

/// Prints a line for each field.
pub(crate) fn fields(title: &str, figures: &Figures) {
    say(&format!("\n{title}: {} documents, {} not read", figures.documents, figures.unread));
    say(&format!(
        "{:<32} {:>6} {:>6} {:>6} {:>8} {:>6} {:>6} {:>6}",
        "", "right", "wrong", "missed", "invented", "P%", "R%", "F1%"
    ));
    let line = |name: &str, counts: Counts| {
        say(&format!(
            "{name:<32} {:>6} {:>6} {:>6} {:>8} {:>6} {:>6} {:>6}",
            counts.right,
            counts.wrong,
            counts.missed,
            counts.invented,
            percent(counts.precision()),
            percent(counts.recall()),
            percent(counts.f1())
        ));
    };
    for (of, all) in [(&SCALARS[..], "all scalars"), (&LISTS[..], "all lists")] {
        for field in of.iter().filter(|field| figures.fields.contains_key(*field)) {
            line(field, figures.fields[field]);
        }
        line(all, figures.sum(of));
    }
    for (field, counts) in figures.fields.iter().filter(|(field, _)| !SCALARS.contains(field) && !LISTS.contains(field))
    {
        line(field, *counts);
    }
    let quotes = figures.quotes;
    if quotes != Counts::default() {
        say(&format!("quotes on their page: {} of {}", quotes.right, quotes.right + quotes.wrong));
    }
}

/// Lists what was misread, the most frequent fields first, a few of each.
pub(crate) fn misread(document: &str, all: &[Misread], most: usize) {
    let mut by: BTreeMap<(&str, &str), Vec<&Misread>> = BTreeMap::new();
    for one in all {
        let verdict = match one.verdict {
            Verdict::Right => continue,
            Verdict::Wrong => "wrong",
            Verdict::Missed => "missed",
            Verdict::Invented => "invented",
        };
        by.entry((one.field, verdict)).or_default().push(one);
    }
    let short = |text: &str| text.chars().take(230).collect::<String>();
    for ((field, verdict), some) in by {
        for one in some.iter().take(most) {
            say(&format!("  {document}: {field} {verdict}: read {} | truth {}", short(&one.read), short(&one.truth)));
        }
        if some.len() > most {
            say(&format!("  {document}: {field} {verdict}: … {} more", some.len() - most));
        }
    }
}
