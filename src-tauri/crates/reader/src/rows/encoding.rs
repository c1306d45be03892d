//! From bytes to characters.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::Encoding;

/// How much of a file tells whether it is text.
const SAMPLED: usize = 64 << 10;

/// Gives the text and how it was written; `None` for what is no text.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, Encoding)> {
    if let Some((marked, length)) = encoding_rs::Encoding::for_bom(bytes) {
        let encoding = if marked == UTF_8 { Encoding::Utf8 } else { Encoding::Utf16 };
        let (text, _) = marked.decode_without_bom_handling(&bytes[length..]);
        return is_text(&text).then(|| (text.into_owned(), encoding));
    }
    if let Some(wide) = unmarked_utf16(bytes) {
        let (text, broken) = wide.decode_without_bom_handling(bytes);
        return (!broken && is_text(&text)).then(|| (text.into_owned(), Encoding::Utf16));
    }
    let (text, encoding) = match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), Encoding::Utf8),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), Encoding::Windows1252),
    };
    is_text(&text).then_some((text, encoding))
}

/// UTF-16 without a mark: in text of western languages every other byte is zero, and of no other encoding any.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLED) & !1];
    let zeros = |at: usize| sample.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    if pairs == 0 {
        None
    } else if second * 2 > pairs && first == 0 {
        Some(UTF_16LE)
    } else if first * 2 > pairs && second == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether people could have written it: a picture or a program has zeros and control characters all over.
fn is_text(text: &str) -> bool {
    let odd = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{85}');
    let sample = text.chars().take(SAMPLED);
    let (mut all, mut strange) = (0_usize, 0_usize);
    for character in sample {
        if character == '\0' {
            return false;
        }
        all += 1;
        strange += usize::from(odd(&character));
    }
    strange * 50 <= all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn the_usual_encodings_are_told_apart() {
        let text = "Vendor;Größe\nCafé Noir;12";
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark.to_vec(), bytes].concat();
        let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
        let cases: [(Vec<u8>, Encoding); 7] = [
            (text.into(), Encoding::Utf8),
            (marked(b"\xEF\xBB\xBF", text.into()), Encoding::Utf8),
            (marked(b"\xFF\xFE", utf16(text, false)), Encoding::Utf16),
            (marked(b"\xFE\xFF", utf16(text, true)), Encoding::Utf16),
            (utf16(text, false), Encoding::Utf16),
            (utf16(text, true), Encoding::Utf16),
            (latin, Encoding::Windows1252),
        ];
        for (bytes, encoding) in cases {
            assert_eq!(decode(&bytes), Some((text.to_owned(), encoding)), "{encoding:?}");
        }
        assert_eq!(decode(b"\x80 5").map(|(text, _)| text), Some("€ 5".to_owned()), "the euro of Windows-1252");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), None, "a picture");
        assert_eq!(decode(b"\x7fELF\x02\x01\x01\0\0\0\0\0"), None, "a program");
        assert_eq!(decode(b""), Some((String::new(), Encoding::Utf8)), "nothing is text without characters");
    }
}
