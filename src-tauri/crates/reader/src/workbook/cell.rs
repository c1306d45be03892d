//! Which cell of a sheet a place is in.

use countersign_domain::Rect;

use crate::page::Page;

/// Gives the name of the cell, e.g. `C12`: its column is told by the upright rules left of it, its row by the level ones
/// over it.
pub(crate) fn name(page: &Page, place: Rect) -> Option<String> {
    let (x, y) = (f32::midpoint(place.x0, place.x1), f32::midpoint(place.y0, place.y1));
    let column = page.rules.iter().filter(|r| r.height() > r.width() && r.x0 <= x).count().checked_sub(1)?;
    let row = page.rules.iter().filter(|r| r.width() > r.height() && r.y0 <= y).count();
    (row > 0).then(|| format!("{}{row}", letters(column)))
}

/// The letters of a column, counted from 0: A to Z, then AA.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_have_letters() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(super::letters(column), name, "column {column}");
        }
    }
}
