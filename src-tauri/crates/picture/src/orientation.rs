//! How a camera was held: a photograph is stored as the sensor saw it, and says in its EXIF data how to turn it.

use crate::Raster;

/// The EXIF tag that says it (EXIF 2.32, §4.6.4).
const TAG: u16 = 0x0112;

/// Reads from EXIF data, which is a TIFF header with a list, how the picture is to be turned: 1 to 8, 1 as it is.
pub(crate) fn read(exif: &[u8]) -> u16 {
    find(exif).filter(|turn| (1..=8).contains(turn)).unwrap_or(1)
}

fn find(exif: &[u8]) -> Option<u16> {
    let little = match exif.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes: [u8; 2] = exif.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes: [u8; 4] = exif.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    let list = long(4)? as usize;
    let entries = usize::from(short(list)?);
    let entry = (0..entries).map(|at| list + 2 + 12 * at).find(|at| short(*at) == Some(TAG))?;
    short(entry + 8)
}

/// Turns a picture upright.
pub(crate) fn turned(raster: Raster, turn: u16) -> Raster {
    let (wide, high) = (raster.width, raster.height);
    let (right, bottom) = (wide - 1, high - 1);
    match turn {
        2 => raster.moved(wide, high, |x, y| (right - x, y)),
        3 => raster.moved(wide, high, |x, y| (right - x, bottom - y)),
        4 => raster.moved(wide, high, |x, y| (x, bottom - y)),
        5 => raster.moved(high, wide, |x, y| (y, x)),
        6 => raster.moved(high, wide, |x, y| (y, bottom - x)),
        7 => raster.moved(high, wide, |x, y| (right - y, bottom - x)),
        8 => raster.moved(high, wide, |x, y| (right - y, x)),
        _ => raster,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// EXIF data with one entry before the one that is sought.
    fn exif(turn: u8) -> Vec<u8> {
        let mut data = b"MM\0\x2a\0\0\0\x08\0\x02".to_vec();
        data.extend_from_slice(&[0x01, 0x0f, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0]);
        data.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0]);
        data
    }

    #[test]
    fn the_turn_is_read_and_nonsense_is_none() {
        assert_eq!(read(&exif(6)), 6);
        for (data, why) in [(&exif(9)[..], "no turn"), (&exif(6)[..20], "cut"), (b"XX", "no EXIF"), (b"", "nothing")] {
            assert_eq!(read(data), 1, "{why}");
        }
        assert_eq!(read(b"MM\0\x2a\xff\xff\xff\xff"), 1, "a list beyond the end");
    }

    #[test]
    fn each_turn_makes_the_picture_upright() {
        // Upright: 1 2 3 / 4 5 6. As a camera would store it for each turn (EXIF 2.32, the table of the tag):
        let stored: [(u16, usize, &[u8]); 8] = [
            (1, 3, &[1, 2, 3, 4, 5, 6]),
            (2, 3, &[3, 2, 1, 6, 5, 4]),
            (3, 3, &[6, 5, 4, 3, 2, 1]),
            (4, 3, &[4, 5, 6, 1, 2, 3]),
            (5, 2, &[1, 4, 2, 5, 3, 6]),
            (6, 2, &[3, 6, 2, 5, 1, 4]),
            (7, 2, &[6, 3, 5, 2, 4, 1]),
            (8, 2, &[4, 1, 5, 2, 6, 3]),
        ];
        for (turn, width, data) in stored {
            let raster = Raster::new(width, 6 / width, 1, data.to_vec()).expect("six pixels");
            let upright = turned(raster, turn);
            assert_eq!((upright.width, upright.data.as_slice()), (3, &[1, 2, 3, 4, 5, 6][..]), "turn {turn}");
        }
    }
}
