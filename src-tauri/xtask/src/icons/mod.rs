//! `cargo xtask icons`: draws the icons of all sizes from the two SVGs and packs them for each system.

mod pack;

use crate::{
    child::{Child, is_there},
    root,
    say::{heading, say},
    stop::Stop,
};
use std::fs;

/// Up to this size the simplified drawing is used: the full one has lines that would blur.
const SMALL: u32 = 32;

/// File names and sizes in pixels of the single pictures.
const PICTURES: [(&str, u32); 6] = [
    ("32x32.png", 32),
    ("64x64.png", 64),
    ("128x128.png", 128),
    ("128x128@2x.png", 256),
    ("256x256.png", 256),
    ("512x512.png", 512),
];

/// Sizes of the pictures that the Windows store asks for.
const STORE: [u32; 9] = [30, 44, 71, 89, 107, 142, 150, 284, 310];

/// Sizes inside `icon.ico`.
const ICO: [u32; 7] = [16, 20, 24, 32, 48, 64, 256];

/// Kinds and sizes inside `icon.icns`: the plain ones and those for screens of double density.
const ICNS: [(&[u8; 4], u32); 8] = [
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
];

pub(crate) fn run(_: &[String]) -> Result<(), Stop> {
    heading("Icons");
    if !is_there("rsvg-convert") {
        return Err(Stop::because("rsvg-convert is missing; on Debian it is in librsvg2-bin"));
    }
    for (name, size) in PICTURES {
        write(name, &draw(size)?)?;
    }
    for size in STORE {
        write(&format!("store/Square{size}x{size}Logo.png"), &draw(size)?)?;
    }
    write("store/StoreLogo.png", &draw(50)?)?;
    let ico = ICO.into_iter().map(|size| Ok((size, draw(size)?))).collect::<Result<Vec<_>, Stop>>()?;
    write("icon.ico", &pack::ico(&ico))?;
    let icns = ICNS.into_iter().map(|(kind, size)| Ok((kind, draw(size)?))).collect::<Result<Vec<_>, Stop>>()?;
    write("icon.icns", &pack::icns(&icns))
}

/// Draws a PNG with transparency.
fn draw(size: u32) -> Result<Vec<u8>, Stop> {
    let drawing = if size <= SMALL { "icons/countersign-small.svg" } else { "icons/countersign.svg" };
    let picture = root::target().join("xtask/icon.png");
    fs::create_dir_all(root::target().join("xtask")).map_err(Stop::at(picture.display()))?;
    let size = size.to_string();
    Child::new("rsvg-convert")
        .args(["--width", &size, "--height", &size, "--format", "png", "--output"])
        .args([picture.as_os_str(), drawing.as_ref()])
        .run()?;
    fs::read(&picture).map_err(Stop::at(picture.display()))
}

fn write(name: &str, bytes: &[u8]) -> Result<(), Stop> {
    let path = root::at("icons").join(name);
    fs::create_dir_all(path.parent().expect("a file in a folder")).map_err(Stop::at(path.display()))?;
    fs::write(&path, bytes).map_err(Stop::at(path.display()))?;
    say(&format!("{name}, {} bytes", bytes.len()));
    Ok(())
}
