//! QR codes of whatever text, drawn on white.

use super::Grey;
use qrcodegen::{QrCode, QrCodeEcc};

/// Draws the code of a text in the middle of an empty page, each module so many pixels wide.
pub fn page_with(text: &str, module: usize) -> Grey {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("a text that fits into a code");
    let (width, height) = (1_240, 1_754);
    let mut page = Grey { width, height, data: vec![255; width * height] };
    let size = usize::try_from(code.size()).expect("above 0") * module;
    assert!(size < width && size < height, "the code fits on the page");
    let (left, top) = ((width - size) / 2, (height - size) / 2);
    for y in 0..size {
        for x in 0..size {
            if code.get_module((x / module) as i32, (y / module) as i32) {
                page.data[(top + y) * width + left + x] = 0;
            }
        }
    }
    page
}
