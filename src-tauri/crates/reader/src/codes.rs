//! Finds the QR codes of our own packets on drawn pages.
//!
//! What a code says is only bounded here, not believed; codes of others are passed over.

use countersign_domain::PacketCode;
use countersign_picture::{Raster, qr};
use serde::{Deserialize, Serialize};

use crate::page::Page;

/// Pixels per point at which a page is drawn to be searched: 200 dots per inch, seven pixels a module of our codes. More
/// brings noise, less brings blur.
pub(crate) const SCALE: f32 = 200.0 / 72.0;

/// The longest text of a code that is passed on; ours have 27 characters.
pub(crate) const LONGEST: usize = 200;
/// Most codes that are passed on of one page.
pub(crate) const MOST: usize = 8;

/// A page is searched where pictures cover this much of it.
const PICTURE: f32 = 0.3;
/// Most pages of a file that are searched: these from its beginning and its end.
const FIRST: usize = 50;
const LAST: usize = 10;
/// Of a file with so many pages to search at most, each is looked at in all ways. A longer one is hardly a packet.
const THOROUGH: usize = 20;

/// The pages of a file that are searched, and whether they are looked at in all ways.
pub(crate) fn to_search(pages: &[Page]) -> (Vec<u32>, bool) {
    let mut wanted: Vec<u32> =
        pages.iter().filter(|page| page.picture_share >= PICTURE).map(|page| page.number).collect();
    if wanted.len() > FIRST + LAST {
        wanted.drain(FIRST..wanted.len() - LAST);
    }
    let thorough = wanted.len() <= THOROUGH;
    (wanted, thorough)
}

/// A QR code that claims to be of a packet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundCode {
    /// 1-based page of the file.
    pub page: u32,
    /// What it says; whoever made the picture may have made it up.
    pub text: String,
}

/// Finds the codes on a drawn page: three bytes a pixel. What is longer than a code can be is cut, so that it is none.
pub(crate) fn find(width: u32, height: u32, rgb: Vec<u8>, thorough: bool) -> Vec<String> {
    let Some(page) = Raster::new(width as usize, height as usize, 3, rgb) else { return Vec::new() };
    let mut found = qr::find(&page, thorough, PacketCode::is_claimed);
    found.truncate(MOST);
    for text in &mut found {
        text.truncate(text.floor_char_boundary(LONGEST));
    }
    found
}
