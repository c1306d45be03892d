//! The QR code of the identity band.

use super::item::{Item, mm};
use crate::typeset::TypesetError;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The width of the code without its quiet zone.
pub(crate) const WIDTH_MM: f64 = 22.0;

/// With version 6 (41 modules) a module is still wider than half a millimetre.
const LARGEST: u8 = 6;

/// Makes the code of a text: error level M, dark modules as runs of a row.
pub(crate) fn code(text: &str) -> Result<Item, TypesetError> {
    let segments = QrSegment::make_segments(text);
    let code = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Medium,
        Version::MIN,
        Version::new(LARGEST),
        None,
        false,
    )
    .map_err(|_| TypesetError::QrTooLong(text.to_owned()))?;
    let size = code.size();
    let mut runs = Vec::new();
    for row in 0..size {
        let mut column = 0;
        while column < size {
            let start = column;
            while column < size && code.get_module(column, row) {
                column += 1;
            }
            if column > start {
                let short = |number: i32| u16::try_from(number).expect("a code has less than 200 modules");
                runs.push((short(start), short(row), short(column - start)));
            }
            column += 1;
        }
    }
    Ok(Item::Modules { x: 0.0, y: 0.0, module: mm(WIDTH_MM) / f64::from(size), runs })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_draw_the_three_finders_and_stay_readable() {
        let Ok(Item::Modules { module, runs, .. }) = code("CS1:P-0047:1:WM34-K0T5-H6MA") else { panic!("a code") };
        let size = (mm(WIDTH_MM) / module).round() as u16;
        assert_eq!(size, 25, "capitals, digits, colons and hyphens fit the second size");
        let top: Vec<_> = runs.iter().filter(|(_, row, _)| *row == 0).collect();
        assert_eq!((*top[0], *top[top.len() - 1]), ((0, 0, 7), (size - 7, 0, 7)), "finders at both ends of the top");
        let bottom = runs.iter().filter(|(_, row, _)| *row == size - 1).min();
        assert_eq!(bottom, Some(&(0, size - 1, 7)), "and at the left of the bottom, where there is none on the right");
    }

    #[test]
    fn refuses_what_would_be_too_fine_to_read() {
        assert!(matches!(code(&"x".repeat(200)), Err(TypesetError::QrTooLong(_))));
    }
}
