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
            let at = |pixel: usize| i32::try_from(pixel / module).expect("a code has less than 200 modules");
            if code.get_module(at(x), at(y)) {
                page.data[(top + y) * width + left + x] = 0;
            }
        }
    }
    page
}
