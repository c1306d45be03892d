//! Which glyphs are bold.
//!
//! hayro tells the font's name and weight for embedded TrueType and CID fonts only. For Type 1 fonts, and those are all
//! fonts that are not embedded, the names in the page's resources are the only witness: the glyphs of every font whose
//! name or descriptor says bold are remembered by their identity.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use hayro_font::{FontCache, FontGlyph};
use hayro_interpret::InterpreterSettings;
use hayro_interpret::font::{GlyphIdentifier, OutlineGlyph};
use hayro_interpret::hayro_syntax::object::{Dict, Name, Object, ObjectIdentifier};
use hayro_interpret::hayro_syntax::page::Resources;

/// How deep forms are followed in search of fonts; deeper nesting has no use in a report.
const MAX_FORM_DEPTH: u32 = 4;
/// How many resource dictionaries of one page are looked at, so that a page of forms in forms stays cheap.
const MAX_RESOURCES: u32 = 200;
/// `ForceBold` in the flags of a font descriptor.
const FORCE_BOLD: u32 = 1 << 18;

/// Remembers the bold glyphs of a document.
pub(super) struct BoldFonts<'a> {
    settings: InterpreterSettings,
    cache: FontCache<'a>,
    seen: HashSet<ObjectIdentifier>,
    glyphs: HashSet<GlyphIdentifier, Quick>,
    /// What fonts that tell it themselves said, by glyph: asking them takes longer than reading the glyph.
    told: HashMap<GlyphIdentifier, bool, Quick>,
}

impl<'a> BoldFonts<'a> {
    pub(super) fn new(settings: &InterpreterSettings) -> Self {
        Self {
            settings: settings.clone(),
            cache: FontCache::new(),
            seen: HashSet::new(),
            glyphs: HashSet::default(),
            told: HashMap::default(),
        }
    }

    /// Looks at the fonts of a page and of the forms it uses.
    pub(super) fn learn(&mut self, resources: &Resources<'a>) {
        let mut left = MAX_RESOURCES;
        self.learn_level(&resources.fonts, &resources.x_objects, 0, &mut left);
    }

    fn learn_level(&mut self, fonts: &Dict<'a>, forms: &Dict<'a>, depth: u32, left: &mut u32) {
        for name in fonts.keys() {
            if let Some(font) = fonts.get::<Dict<'a>>(&*name) {
                self.learn_font(&font);
            }
        }
        if depth == MAX_FORM_DEPTH {
            return;
        }
        for name in forms.keys() {
            let Some(Object::Stream(stream)) = forms.get::<Object<'a>>(&*name) else { continue };
            let Some(inner) = stream.dict().get::<Dict<'a>>(b"Resources") else { continue };
            if *left == 0 || !self.seen.insert(stream.obj_id()) {
                continue;
            }
            *left -= 1;
            let fonts = inner.get::<Dict<'a>>(b"Font").unwrap_or_else(Dict::empty);
            let forms = inner.get::<Dict<'a>>(b"XObject").unwrap_or_else(Dict::empty);
            self.learn_level(&fonts, &forms, depth + 1, left);
        }
    }

    fn learn_font(&mut self, font: &Dict<'a>) {
        if font.obj_id().is_some_and(|id| !self.seen.insert(id)) || !says_bold(font) {
            return;
        }
        let loaded = self.cache.font(font, &self.settings.font_resolver, &self.settings.cmap_resolver);
        let Some(loaded) = loaded else { return };
        for code in 0..=255 {
            if let FontGlyph::Outline(glyph) = loaded.glyph(loaded.map_code(code), code) {
                self.glyphs.insert(glyph.identifier());
            }
        }
    }

    /// Whether a glyph is of a bold font.
    pub(super) fn is_bold(&mut self, glyph: &OutlineGlyph) -> bool {
        let key = glyph.identifier();
        if let Some(told) = self.told.get(&key) {
            return *told;
        }
        let Some(font) = glyph.font_data() else { return self.glyphs.contains(&key) };
        let bold = font.weight.is_some_and(|w| w >= 600) || font.postscript_name.is_some_and(|n| names_bold(&n));
        self.told.insert(key, bold);
        bold
    }
}

/// Makes hashers of glyphs.
type Quick = BuildHasherDefault<GlyphHasher>;

/// Hashes a glyph: the hash of its font's content, which it brings along, and its number. Every run of every page asks for
/// one, and the hasher of the standard library took longer than reading the run.
#[derive(Default)]
struct GlyphHasher(u64);

impl Hasher for GlyphHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        /// An odd number without a pattern: the fraction of the golden ratio.
        const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(SPREAD);
        self.0 ^= self.0 >> 32;
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u128(&mut self, number: u128) {
        self.write_u64(number as u64);
        self.write_u64((number >> 64) as u64);
    }
}

/// Whether the dictionary of a simple font that is not asked otherwise says that the font is bold.
fn says_bold(font: &Dict<'_>) -> bool {
    if font.get::<Name<'_>>(b"Subtype").is_some_and(|kind| matches!(&*kind, b"Type0" | b"Type3")) {
        return false;
    }
    let descriptor = font.get::<Dict<'_>>(b"FontDescriptor").unwrap_or_else(Dict::empty);
    font.get::<Name<'_>>(b"BaseFont").is_some_and(|name| names_bold(name.as_str()))
        || descriptor.get::<u32>(b"Flags").is_some_and(|flags| flags & FORCE_BOLD != 0)
        || descriptor.get::<f32>(b"FontWeight").is_some_and(|weight| weight >= 600.0)
}

fn names_bold(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["bold", "black", "heavy", "cmbx"].iter().any(|word| name.contains(word)) || name.ends_with("-bd")
}
