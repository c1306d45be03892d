//! Who compresses the streams of a file. One known implementation each: lopdf's own goes through a crate whose backend hangs on what
//! else is built with it, and two backends give different bytes for the same page.

use crate::typeset::Form;
use libdeflater::{CompressionLvl, Compressor};
use lopdf::{Document, Object, Stream};
use std::{cmp::Reverse, thread};

/// So many threads pack at most, each so many bytes at least: to start one costs as much as to pack a page.
const MOST_WORKERS: usize = 8;
const LEAST_SHARE: usize = 32 << 10;

/// Level of libdeflate: higher ones take twice as long for a hundredth less (`decisions/0053`).
const LEVEL: i32 = 6;

/// A library that compresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packer {
    /// `miniz_oxide`, as tightly as it can.
    Miniz,
    /// `libdeflate`.
    Libdeflate,
}

impl Packer {
    /// The one with which files of a form are written.
    pub(super) const fn of(form: Form) -> Self {
        match form {
            Form::Plain | Form::Packed | Form::Compact => Self::Miniz,
            Form::Swift => Self::Libdeflate,
        }
    }

    /// Compresses every stream, and others beside them.
    pub(super) fn compress<'s>(self, file: &'s mut Document, others: impl IntoIterator<Item = &'s mut Stream>) {
        let streams = file.objects.values_mut().filter_map(|object| match object {
            Object::Stream(stream) if !stream.dict.has(b"Filter") => Some(stream),
            _ => None,
        });
        let mut streams: Vec<&mut Stream> = streams.chain(others).collect();
        // Each stream gives the same bytes whoever packs it. The longest are dealt first.
        streams.sort_by_key(|stream| Reverse(stream.content.len()));
        let all: usize = streams.iter().map(|stream| stream.content.len()).sum();
        let workers = thread::available_parallelism().map_or(1, usize::from).min(MOST_WORKERS);
        let workers = workers.min(all.div_ceil(LEAST_SHARE)).max(1);
        let mut shares: Vec<Vec<&mut Stream>> = (0..workers).map(|_| Vec::new()).collect();
        for (at, stream) in streams.into_iter().enumerate() {
            shares[at % workers].push(stream);
        }
        thread::scope(|scope| {
            let own = shares.pop();
            for share in shares {
                scope.spawn(move || self.pack(share));
            }
            self.pack(own.into_iter().flatten());
        });
    }

    /// Compresses streams, each unless it would be longer.
    pub(super) fn pack<'s>(self, streams: impl IntoIterator<Item = &'s mut Stream>) {
        let mut swift = Compressor::new(CompressionLvl::new(LEVEL).expect("a level from 0 to 12"));
        for stream in streams {
            let packed = match self {
                Self::Miniz => miniz_oxide::deflate::compress_to_vec_zlib(&stream.content, 9),
                Self::Libdeflate => {
                    let mut packed = vec![0; swift.zlib_compress_bound(stream.content.len())];
                    let length =
                        swift.zlib_compress(&stream.content, &mut packed).expect("it has room for the longest");
                    packed.truncate(length);
                    packed
                }
            };
            if packed.len() < stream.content.len() {
                stream.dict.set("Filter", "FlateDecode");
                stream.set_content(packed);
            }
        }
    }
}
