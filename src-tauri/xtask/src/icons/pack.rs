//! Packs PNGs into the icon files of Windows and macOS. Both are a table of contents before the pictures as they are.

/// The length of an `.ico` file's header and of one line of its table.
const ICO_HEADER: usize = 6;
const ICO_ENTRY: usize = 16;

/// Packs pictures with their sizes into an `.ico` file.
pub(super) fn ico(pictures: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut file = vec![0, 0, 1, 0];
    file.extend((pictures.len() as u16).to_le_bytes());
    let mut place = ICO_HEADER + ICO_ENTRY * pictures.len();
    for (size, png) in pictures {
        // One byte per side, in which 0 stands for 256; no palette; one plane of 32 bits.
        let side = u8::try_from(*size).unwrap_or(0);
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend((png.len() as u32).to_le_bytes());
        file.extend((place as u32).to_le_bytes());
        place += png.len();
    }
    for (_, png) in pictures {
        file.extend(png);
    }
    file
}

/// Packs pictures with their kinds into an `.icns` file.
pub(super) fn icns(pictures: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut entries = Vec::new();
    for (kind, png) in pictures {
        entries.extend(*kind);
        entries.extend((png.len() as u32 + 8).to_be_bytes());
        entries.extend(png);
    }
    let mut file = b"icns".to_vec();
    file.extend((entries.len() as u32 + 8).to_be_bytes());
    file.extend(entries);
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ico_points_at_its_pictures() {
        let file = ico(&[(16, vec![1, 2, 3]), (256, vec![4, 5])]);
        assert_eq!(file[..6], [0, 0, 1, 0, 2, 0], "an icon with two pictures");
        assert_eq!(file[6], 16);
        assert_eq!(file[22], 0, "0 stands for 256");
        let second = u32::from_le_bytes(file[34..38].try_into().expect("four bytes")) as usize;
        assert_eq!(file[second..], [4, 5], "the second picture is where the table says");
    }

    #[test]
    fn an_icns_says_its_length_and_those_of_its_pictures() {
        let file = icns(&[(b"ic07", vec![9; 5])]);
        assert_eq!(file, [b"icns\0\0\0\x15ic07\0\0\0\x0d".as_slice(), &[9; 5]].concat());
    }
}
