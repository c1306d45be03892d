//! Draws a page.

use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use hayro_interpret::InterpreterSettings;
use hayro_interpret::hayro_syntax::page::Page;

use super::Pixels;

/// Draws a page on white with everything a viewer shows, annotations too. hayro keeps the size in 16 bits, so it is
/// bounded here.
pub(super) fn draw(page: &Page<'_>, scale: f32, longest: u32) -> Pixels {
    let (width, height) = page.render_dimensions();
    let most = longest as f32 / width.max(height).max(1.0);
    let least = 1.0 / width.min(height).max(1.0);
    let wanted = if scale.is_finite() { scale } else { 1.0 };
    let scale = wanted.max(least).min(most);
    let bounded = |side: f32| ((side * scale) as u32).clamp(1, longest) as f32;
    let settings =
        PixmapSettings { x_scale: bounded(width) / width, y_scale: bounded(height) / height, bg_color: WHITE };
    let pixmap = hayro::render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    let mut rgb = Vec::with_capacity(pixmap.data().len() * 3);
    for pixel in pixmap.data_as_u8_slice().chunks_exact(4) {
        rgb.extend_from_slice(&pixel[..3]);
    }
    Pixels { width: u32::from(pixmap.width()), height: u32::from(pixmap.height()), rgb }
}
