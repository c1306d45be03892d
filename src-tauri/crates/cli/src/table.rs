//! Tables that fit the terminal.

use std::io::IsTerminal as _;

/// Lays rows out in columns; the last column takes what is left of `width`, cut with an ellipsis.
pub(crate) fn render(head: &[&str], rows: &[Vec<String>], width: usize) -> String {
    let columns = head.len();
    let mut widths: Vec<usize> = head.iter().map(|cell| cell.chars().count()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut over = (widths.iter().sum::<usize>() + 2 * columns.saturating_sub(1)).saturating_sub(width);
    while over > 0 {
        // The widest column gives way first; none gets narrower than a short word.
        let Some(widest) = widths.iter_mut().max().filter(|widest| **widest > 8) else { break };
        *widest -= 1;
        over -= 1;
    }
    let line = |cells: Vec<&str>| {
        let padded: Vec<String> = cells.iter().zip(&widths).map(|(cell, width)| fit(cell, *width)).collect();
        padded.join("  ").trim_end().to_owned() + "\n"
    };
    let mut out = line(head.to_vec());
    out.push_str(&line(
        widths.iter().map(|width| "-".repeat(*width)).collect::<Vec<_>>().iter().map(String::as_str).collect(),
    ));
    for row in rows {
        out.push_str(&line(row.iter().map(String::as_str).collect()));
    }
    out
}

/// Pads or cuts a cell to `width` characters.
fn fit(cell: &str, width: usize) -> String {
    let cell = cell.replace(['\n', '\r', '\t'], " ");
    if cell.chars().count() <= width {
        format!("{cell:<width$}")
    } else {
        cell.chars().take(width.saturating_sub(1)).chain(std::iter::once('…')).collect()
    }
}

/// How many characters a line may have: as many as `COLUMNS` says, else as the terminal has. Where the output goes to a file or
/// to another program nothing is cut.
pub(crate) fn line_width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let of_terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    said.unwrap_or_else(|| if std::io::stdout().is_terminal() { of_terminal().unwrap_or(120) } else { usize::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_cells_give_way() {
        let rows = vec![vec!["a very long name of a vendor indeed".to_owned(), "low".to_owned()]];
        let text = render(&["vendor", "tier"], &rows, 24);
        assert!(text.lines().all(|line| line.chars().count() <= 24), "fits 24 columns:\n{text}");
        assert!(text.contains('…') && text.contains("low"));
    }
}
