//! Where paragraphs begin, told from gaps, type and the way lines end.

use crate::pattern::{Pattern, exact};
use std::sync::LazyLock;

use super::line::Line;

static ITEM: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"^(?:[•·∙⁃⮚*\u{25A0}-\u{25FF}\u{2700}-\u{27BF}\u{E000}-\u{F8FF}]|-\s|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)](?:\s|$))",
    )
});

/// Marks the lines with which paragraphs begin. Running lines are left out of the reckoning.
pub(crate) fn mark(lines: &mut [Line]) {
    let body: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].running).collect();
    let mut start = 0;
    while start < body.len() {
        let page = lines[body[start]].page;
        let end = start + body[start..].iter().take_while(|at| lines[**at].page == page).count();
        mark_page(lines, &body[start..end]);
        if start > 0 {
            let (last, first) = (&lines[body[start - 1]], &lines[body[start]]);
            let runs_on = !ends_sentence(&last.text) && first.text.starts_with(char::is_lowercase);
            lines[body[start]].opens_paragraph = !runs_on;
        }
        start = end;
    }
}

fn mark_page(lines: &mut [Line], on_page: &[usize]) {
    let pitch = usual_pitch(lines, on_page);
    let usual = usual_size(lines, on_page);
    for pair in on_page.windows(2) {
        let (last, line) = (&lines[pair[0]], &lines[pair[1]]);
        let step = line.rect.y0 - last.rect.y0;
        let (left, right) = column_of(lines, on_page, last.size);
        let column = (right - left).max(1.0);
        let short = last.rect.x1 < right - column * 0.15;
        let very_short = last.rect.x1 < left + column * 0.6;
        let starts_anew = !line.text.starts_with(char::is_lowercase);
        // Larger type has wider steps from line to line.
        let larger = (line.size / usual).max(1.0);
        lines[pair[1]].opens_paragraph = step <= 0.5 * last.size
            || step > pitch * larger * 1.35
            || (line.size - last.size).abs() > 0.08 * last.size.max(1.0)
            || line.bold != last.bold
            || ITEM.is_match(&line.text)
            || (starts_anew && ((short && ends_sentence(&last.text)) || very_short));
    }
}

/// How far lines of a size reach on a page: a title in large type says nothing about the column of the text.
fn column_of(lines: &[Line], on_page: &[usize], size: f32) -> (f32, f32) {
    on_page
        .iter()
        .map(|at| &lines[*at])
        .filter(|line| (line.size - size).abs() <= 0.1 * size)
        .fold((f32::MAX, 0.0), |(left, right), line| (left.min(line.rect.x0), right.max(line.rect.x1)))
}

/// The size that half of the lines do not exceed.
fn usual_size(lines: &[Line], on_page: &[usize]) -> f32 {
    let mut sizes: Vec<f32> = on_page.iter().map(|at| lines[*at].size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(12.0).max(1.0)
}

/// The step from line to line that half of the lines do not exceed.
fn usual_pitch(lines: &[Line], on_page: &[usize]) -> f32 {
    let mut steps: Vec<f32> =
        on_page.windows(2).map(|p| lines[p[1]].rect.y0 - lines[p[0]].rect.y0).filter(|step| *step > 1.0).collect();
    steps.sort_by(f32::total_cmp);
    let size = on_page.first().map_or(12.0, |at| lines[*at].size);
    // On a page of headings the middle step is wide: text is never set wider than 1.8 times its size.
    steps.get(steps.len() / 2).copied().unwrap_or(size * 1.4).min(size.max(6.0) * 1.8)
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['.', ':', ';', '?', '!'])
}

#[cfg(test)]
mod tests {
    use crate::text::Text;
    use crate::text::sheet::Sheet;

    fn paragraphs(sheet: Sheet) -> Vec<String> {
        let pages = [sheet.build()];
        let text = Text::new(&pages);
        text.all().text().split('\n').map(str::to_owned).collect()
    }

    #[test]
    fn a_gap_opens_a_paragraph_and_a_full_line_does_not() {
        let full = "a line that is as long as the column of the text and runs on into the";
        let found = paragraphs(Sheet::new(1).line(full).line("next line and stops.").gap(20.0).line("Another one"));
        assert_eq!(found, [format!("{full} next line and stops."), "Another one".to_owned()], "two paragraphs");
    }

    #[test]
    fn a_bold_line_and_a_bullet_stand_alone() {
        let found =
            paragraphs(Sheet::new(1).bold("Scope").line("We have examined this and that for").line("• the first"));
        assert_eq!(found.len(), 3, "heading, sentence, item: {found:?}");
    }
}
