//! Header and footer.

use super::item::{Item, mm};
use super::page::{PageFormat, text_width};
use super::paragraph::{Line, items_at, measure, set_fitted};
use super::shape::Context;
use crate::typeset::{FittedLine, Furniture, Style, Text, TextStyle, Tone};

/// The least space between the two texts of a line.
const GAP: f64 = 6.0;

/// Makes header and footer of a page; its number counts from 1. Where pages have `alike` what they can, the text beside the number
/// leaves room for the widest of them.
pub(crate) fn items(
    furniture: &Furniture,
    format: &PageFormat,
    (page, pages): (usize, usize),
    alike: bool,
    context: &mut Context,
) -> Vec<Item> {
    let style = Style::Note.text_style();
    let head = format.head;
    let foot = format.height - format.foot - style.leading;
    let mut out = Vec::new();

    let front = furniture.front as usize;
    if page <= front {
        out.extend(items_at(fit(&furniture.foot_left, style, text_width(), context), format.left, foot));
        return out;
    }

    let right = width_of(&furniture.head_right, style, context);
    let left = width_of(&furniture.head_left, style, context);
    let room = text_width() - mm(GAP);
    // Whoever needs less than half leaves the rest to the other.
    let for_left = if left + right <= room { left } else { left.min((room - right).max(room / 2.0)) };
    let for_right = right.min(room - for_left);
    out.extend(items_at(fit(&furniture.head_left, style, for_left, context), format.left, head));
    let line = fit(&furniture.head_right, style, for_right, context);
    let x = format.left + text_width() - line.width;
    out.extend(items_at(line, x, head));

    let number = TextStyle { tone: Tone::Ink, ..style };
    let label = |page: usize| if front == 0 { format!("Page {page} of {pages}") } else { (page - front).to_string() };
    // Digits are of one width: the last number is the widest.
    let widest = set_fitted(&label(if alike { pages } else { page }), number, text_width(), context).width;
    let number = set_fitted(&label(page), number, text_width(), context);
    let for_left = text_width() - widest - mm(GAP);
    out.extend(items_at(fit(&furniture.foot_left, style, for_left, context), format.left, foot));
    let x = format.left + text_width() - number.width;
    out.extend(items_at(number, x, foot));
    out
}

fn joined(line: &FittedLine, cut: &str) -> String {
    format!("{}{cut}{}", line.before, line.after)
}

fn width_of(line: &FittedLine, style: TextStyle, context: &mut Context) -> f64 {
    measure(&Text::from(joined(line, &line.cut).replace(['\n', '\r'], " ")), style, context) + 0.01
}

/// Shortens the part that may be shortened until the line fits.
fn fit(line: &FittedLine, style: TextStyle, width: f64, context: &mut Context) -> Line {
    if width_of(line, style, context) <= width + 0.02 {
        return set_fitted(&joined(line, &line.cut), style, width + 0.02, context);
    }
    let fixed = measure(&Text::from(joined(line, "")), style, context);
    let mut out = Line { items: Vec::new(), width: 0.0 };
    for (text, room) in [(&line.before, width), (&line.cut, (width - fixed).max(0.0)), (&line.after, width)] {
        let part = set_fitted(text, style, room, context);
        let x = out.width;
        // A line ends without its last spaces; here they stand between the parts.
        let spaces = &text[text.trim_end_matches(' ').len()..];
        out.width += part.width + measure(&Text::from(spaces), style, context);
        out.items.extend(items_at(part, x, 0.0));
    }
    out
}
