//! A file whose objects are packed together: object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
//!
//! lopdf can write them too, but packs them with a crate whose backend hangs on what else is built with it (`packer.rs`), and
//! leaves the cross-references as they are.

use super::number;
use super::packer::Packer;
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

/// So many objects are packed together at most: a reader unpacks them all to look at one.
const TOGETHER: usize = 500;

/// Where an object is.
#[derive(Debug, Clone, Copy, Default)]
enum Place {
    #[default]
    Nowhere,
    /// At this byte of the file.
    At(usize),
    /// The so-manieth in an object stream.
    In(u32, usize),
}

/// Writes a file, its streams compressed.
pub(super) fn write(mut file: Document, packer: Packer) -> Vec<u8> {
    let mut out = format!("%PDF-{}\n%\u{bb}\u{ad}\u{c0}\u{de}\n", file.version).into_bytes();
    let mut places = vec![Place::Nowhere; file.max_id as usize + 1];
    let plain: Vec<(u32, &Object)> = file
        .objects
        .iter()
        .filter(|(_, object)| !matches!(object, Object::Stream(_)))
        .map(|((id, _), object)| (*id, object))
        .collect();
    let mut packed = Vec::new();
    for objects in plain.chunks(TOGETHER) {
        let id = u32::try_from(places.len()).expect("less than 2^32 objects");
        for (at, (inside, _)) in objects.iter().enumerate() {
            places[*inside as usize] = Place::In(id, at);
        }
        places.push(Place::Nowhere);
        packed.push((id, object_stream(objects)));
    }
    packer.compress(&mut file, packed.iter_mut().map(|(_, stream)| stream));
    let streams = file.objects.iter().filter_map(|((id, _), object)| Some((*id, object.as_stream().ok()?)));
    for (id, stream) in streams.chain(packed.iter().map(|(id, stream)| (*id, stream))) {
        places[id as usize] = Place::At(out.len());
        indirect(&mut out, id, stream);
    }
    let start = out.len();
    let id = u32::try_from(places.len()).expect("less than 2^32 objects");
    places.push(Place::At(start));
    indirect(&mut out, id, &cross_references(&places, &file.trailer, packer));
    out.extend(format!("startxref\n{start}\n%%EOF\n").into_bytes());
    out
}

fn indirect(out: &mut Vec<u8>, id: u32, stream: &Stream) {
    out.extend(format!("{id} 0 obj\n").into_bytes());
    dictionary(out, &stream.dict);
    out.extend(b"\nstream\n");
    out.extend(&stream.content);
    out.extend(b"\nendstream\nendobj\n");
}

fn object_stream(objects: &[(u32, &Object)]) -> Stream {
    let (mut head, mut body) = (Vec::new(), Vec::new());
    for (id, object) in objects {
        number::integer(&mut head, i64::from(*id));
        head.push(b' ');
        number::integer(&mut head, number::count(body.len()));
        head.push(b' ');
        write_object(&mut body, object);
        body.push(b'\n');
    }
    let first = number::count(head.len());
    head.extend(body);
    let count = number::count(objects.len());
    Stream::new(dictionary! { "Type" => "ObjStm", "N" => count, "First" => first }, head)
}

/// Bytes of one entry: its sort, a place in the file or an object stream, a place in that.
const ENTRY: usize = 6;

/// Each entry is told by its difference from the one before (a predictor): objects that stand beside each other then look the
/// same.
fn cross_references(places: &[Place], trailer: &Dictionary, packer: Packer) -> Stream {
    let mut rows = Vec::with_capacity(places.len() * (ENTRY + 1));
    let mut before = [0_u8; ENTRY];
    for place in places {
        let (sort, first, second) = match *place {
            Place::Nowhere => (0, 0, 0),
            Place::At(byte) => (1, byte, 0),
            Place::In(stream, at) => (2, stream as usize, at),
        };
        let [_, a, b, c] = u32::try_from(first).expect("less than 2^32 bytes").to_be_bytes();
        let [d, e] = u16::try_from(second).expect("few are packed together").to_be_bytes();
        let entry = [sort, a, b, c, d, e];
        rows.push(2);
        rows.extend(entry.iter().zip(before).map(|(now, before)| now.wrapping_sub(before)));
        before = entry;
    }
    let mut said = trailer.clone();
    said.set("Type", "XRef");
    said.set("Size", number::count(places.len()));
    said.set("W", vec![1.into(), 3.into(), 2.into()]);
    said.set("DecodeParms", dictionary! { "Predictor" => 12, "Columns" => number::count(ENTRY) });
    let mut stream = Stream::new(said, rows);
    packer.pack([&mut stream]);
    stream
}

fn write_object(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(value) => out.extend(if *value { b"true".as_slice() } else { b"false" }),
        Object::Integer(value) => number::write(out, *value, 1),
        // What has more places is no measure of ours.
        Object::Real(value) => number::write(out, (f64::from(*value) * 10_000.0).round() as i64, 10_000),
        Object::Name(name) => write_name(out, name),
        Object::String(bytes, _) => string(out, bytes),
        Object::Array(items) => {
            out.push(b'[');
            for item in items {
                part(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(entries) => dictionary(out, entries),
        Object::Reference((id, generation)) => out.extend(format!("{id} {generation} R").into_bytes()),
        Object::Stream(_) => unreachable!("streams stand by themselves"),
    }
}

/// Writes an object after another, with a space where one is needed.
fn part(out: &mut Vec<u8>, object: &Object) {
    let begins = !matches!(object, Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_));
    if begins && out.last().is_some_and(|last| !b"[]<>()".contains(last)) {
        out.push(b' ');
    }
    write_object(out, object);
}

fn dictionary(out: &mut Vec<u8>, entries: &Dictionary) {
    out.extend(b"<<");
    for (key, value) in entries {
        write_name(out, key);
        part(out, value);
    }
    out.extend(b">>");
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            out.extend(format!("#{byte:02X}").into_bytes());
        }
    }
}

/// Byte by byte also where an object asks for hexadecimal digits, and with one byte for each letter where all are of ASCII: both
/// say the same in half of the room.
fn string(out: &mut Vec<u8>, bytes: &[u8]) {
    let short: Option<Vec<u8>> = bytes.strip_prefix(&[0xfe, 0xff]).and_then(|units| {
        let letter = |unit: &[u8]| (unit[0] == 0 && (b' '..=b'~').contains(&unit[1])).then_some(unit[1]);
        units.chunks_exact(2).map(letter).collect()
    });
    out.push(b'(');
    for byte in short.as_deref().unwrap_or(bytes) {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', *byte]),
            b'\r' => out.extend(b"\\r"),
            _ => out.push(*byte),
        }
    }
    out.push(b')');
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::{ObjectId, StringFormat};

    #[test]
    fn another_reader_finds_every_object_again() {
        let mut file = Document::with_version("1.7");
        let text = Object::String(b"(a) \\ \r b".to_vec(), StringFormat::Literal);
        let mixed = Object::Array(vec![1.into(), (-0.25_f32).into(), Object::Null, true.into(), "A B".into(), text]);
        let many: Vec<ObjectId> =
            (0..1_200).map(|number| file.add_object(dictionary! { "N" => number, "M" => mixed.clone() })).collect();
        let stream = file.add_object(Stream::new(dictionary! {}, b"endstream\nendobj".to_vec()));
        // A number that no object has.
        file.new_object_id();
        let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Last" => stream });
        file.trailer.set("Root", catalog);
        for packer in [Packer::Miniz, Packer::Libdeflate] {
            let again = Document::load_mem(&write(file.clone(), packer)).expect("it is read");
            for (number, id) in (0_i64..).zip(&many) {
                let found = again.get_dictionary(*id).expect("it is there");
                assert_eq!(found.get(b"N").and_then(Object::as_i64).ok(), Some(number), "each is itself");
                assert_eq!(found.get(b"M").ok(), Some(&mixed), "with all that it holds");
            }
            let content = again.get_object(stream).and_then(Object::as_stream).expect("a stream");
            assert_eq!(content.content, b"endstream\nendobj", "its length tells where it ends");
        }
    }
}
