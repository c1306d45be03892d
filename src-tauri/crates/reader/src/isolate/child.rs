//! The child: reads one job, does it, and ends.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{SyncSender, sync_channel};

use countersign_domain::Sha256;

use super::Allocator;
use super::confine::confine;
use super::protocol::{Answer, CHILD_ARGUMENT, Job, MAX_JOB_LINE, Refusal, Task};
use crate::append;
use crate::error::ReadError;
use crate::limits::Limits;
use crate::page::Page;
use crate::pdf::{OpenPdf, Pixels};
use crate::{codes, words};

/// Stack for reading: nested structures are followed by recursion in places.
const STACK: usize = 64 << 20;
/// Pages that a reader may be ahead of the one whose turn it is; bounds what is held while a page takes long.
const AHEAD: usize = 4;

/// Does the work of a child and ends the process, if this process was started as one; else returns at once. To be
/// called first thing in `main`, before anything reads arguments, opens files or starts threads. `allocator` must be
/// the global allocator of the binary.
pub fn run_if_child(allocator: &'static Allocator) {
    if std::env::args_os().nth(1).is_some_and(|argument| argument == CHILD_ARGUMENT) {
        // Panic messages can quote the document; the parent learns of a panic without them.
        std::panic::set_hook(Box::new(|_| {}));
        std::process::exit(i32::from(work(allocator).is_err()));
    }
}

fn work(allocator: &'static Allocator) -> io::Result<()> {
    let mut input = BufReader::new(io::stdin().lock());
    let mut line = Vec::new();
    input.by_ref().take(MAX_JOB_LINE).read_until(b'\n', &mut line)?;
    let job: Job = serde_json::from_slice(&line)?;
    confine(allocator, job.limits.memory.saturating_add(job.bytes))?;
    let length = usize::try_from(job.bytes).map_err(io::Error::other)?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(length)?;
    input.take(job.bytes).read_to_end(&mut bytes)?;
    if bytes.len() != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let worker = std::thread::Builder::new().stack_size(STACK).spawn(move || answer(&job, bytes))?;
    worker.join().unwrap_or_else(|_| Err(io::Error::other("reading panicked")))
}

fn answer(job: &Job, bytes: Vec<u8>) -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout().lock());
    if job.task == Task::Rows {
        return Answer::Rows(crate::rows::read_in_process(bytes)).write(&mut output);
    }
    if let Task::Append { packet, documents } = &job.task {
        return append(bytes, *packet, documents, &mut output);
    }
    let own = (job.task == Task::Appendable).then(|| bytes.clone());
    let pdf = match crate::extraction::open(bytes, job.password.as_deref()) {
        Ok(pdf) => pdf,
        Err(ReadError::TooLarge(_)) => return Answer::Refused(Refusal::TooLarge).write(&mut output),
        Err(ReadError::Encrypted) => return Answer::Refused(Refusal::Encrypted).write(&mut output),
        Err(_) => return Answer::Refused(Refusal::Damaged).write(&mut output),
    };
    if pdf.page_count() > job.limits.pages {
        return Answer::Refused(Refusal::TooManyPages(pdf.page_count())).write(&mut output);
    }
    match &job.task {
        Task::Extract { first, at_once } => extract(&*pdf, *first, *at_once, job, &mut output),
        Task::Draw { page, scale } => draw(&*pdf, *page, *scale, job, &mut output),
        Task::Codes { pages, thorough } => codes(&*pdf, pages, *thorough, job, &mut output),
        Task::Attachments => Answer::Attachments(pdf.attachments()).write(&mut output),
        Task::Appendable => Answer::Appendable(append::look(&own.unwrap_or_default(), &*pdf)).write(&mut output),
        Task::Looks { pages, scale } => Answer::Looks(looks(&*pdf, pages, *scale, job)).write(&mut output),
        Task::Rows | Task::Append { .. } => unreachable!("answered before a document was opened"),
    }
}

/// Appends documents to a packet: `bytes` are the packet's and then theirs.
fn append(mut bytes: Vec<u8>, packet: u64, documents: &[(u64, u32)], output: &mut impl Write) -> io::Result<()> {
    let cut = |length: u64| usize::try_from(length).map_err(io::Error::other);
    let short = || io::Error::from(io::ErrorKind::UnexpectedEof);
    let packet = cut(packet)?;
    let rest = if packet <= bytes.len() { bytes.split_off(packet) } else { return Err(short()) };
    let mut left = rest.as_slice();
    let mut parts = Vec::new();
    for (length, first) in documents {
        let (part, next) = left.split_at_checked(cut(*length)?).ok_or_else(short)?;
        parts.push((part, *first));
        left = next;
    }
    match append::append(bytes, &parts) {
        Ok(file) => {
            Answer::Appended { bytes: file.len() as u64 }.write(output)?;
            output.write_all(&file)?;
            output.flush()
        }
        Err(why) => Answer::NotAppended(why).write(output),
    }
}

/// Hashes what pages look like.
fn looks(pdf: &dyn OpenPdf, pages: &[u32], scale: f32, job: &Job) -> Vec<Option<[u8; 32]>> {
    let look = |page: &u32| {
        let there = *page < pdf.page_count() && pdf.has_pictures();
        there.then(|| {
            let pixels = pdf.draw(*page, scale, job.limits.picture_side);
            let mut whole = pixels.rgb;
            // Two pages of the same pixels and another shape do not look the same.
            whole.extend_from_slice(&pixels.width.to_le_bytes());
            *Sha256::of(&whole).as_bytes()
        })
    };
    pages.iter().map(look).collect()
}

fn extract(pdf: &dyn OpenPdf, first: u32, at_once: u32, job: &Job, output: &mut impl Write) -> io::Result<()> {
    // A child that starts again after a page has told the properties before.
    let properties = if first == 0 { pdf.properties() } else { crate::extraction::Properties::default() };
    Answer::Opened { pages: pdf.page_count(), properties }.write(output)?;
    std::thread::scope(|threads| {
        let mut readers = Vec::new();
        for turn in 0..at_once.max(1) {
            let (sender, pages) = sync_channel(AHEAD);
            let every = (first + turn..pdf.page_count()).step_by(at_once.max(1) as usize);
            std::thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(threads, move || read(pdf, every, &job.limits, &sender))?;
            readers.push(pages);
        }
        for (page, pages) in (first..pdf.page_count()).zip(readers.iter().cycle()) {
            let (width, height) = pdf.page_size(page);
            Answer::Begin { page, width, height }.write(output)?;
            match pages.recv().map_err(io::Error::other)? {
                Some(read) => Answer::Page(read),
                None => Answer::Failed { page },
            }
            .write(output)?;
        }
        Answer::Done.write(output)
    })
}

/// Reads pages one after the other and passes them on; `None` for one that ended in a panic.
fn read(pdf: &dyn OpenPdf, pages: impl Iterator<Item = u32>, limits: &Limits, to: &SyncSender<Option<Page>>) {
    let mut reader = pdf.reader(limits);
    for page in pages {
        let read = catch_unwind(AssertUnwindSafe(|| words::page(page + 1, reader.read(page)))).ok();
        if read.is_none() {
            reader = pdf.reader(limits);
        }
        if to.send(read).is_err() {
            return;
        }
    }
}

fn draw(pdf: &dyn OpenPdf, page: u32, scale: f32, job: &Job, output: &mut impl Write) -> io::Result<()> {
    if page >= pdf.page_count() {
        return Answer::Refused(Refusal::NoSuchPage).write(output);
    }
    if !pdf.has_pictures() {
        return Answer::Refused(Refusal::NoPicture).write(output);
    }
    let pixels = pdf.draw(page, scale, job.limits.picture_side);
    let png = encode(&pixels)?;
    Answer::Picture { width: pixels.width, height: pixels.height, bytes: png.len() as u64 }.write(output)?;
    output.write_all(&png)?;
    output.flush()
}

/// Searches pages one after the other; the parent hears which is begun, so that it knows the one that took too long.
fn codes(pdf: &dyn OpenPdf, pages: &[u32], thorough: bool, job: &Job, output: &mut impl Write) -> io::Result<()> {
    for page in pages.iter().copied().filter(|page| *page < pdf.page_count() && pdf.has_pictures()) {
        let (width, height) = pdf.page_size(page);
        Answer::Begin { page, width, height }.write(output)?;
        let search = || {
            let pixels = pdf.draw(page, codes::SCALE, job.limits.picture_side);
            codes::find(pixels.width, pixels.height, pixels.rgb, thorough)
        };
        match catch_unwind(AssertUnwindSafe(search)) {
            Ok(found) => Answer::Codes(found),
            Err(_) => Answer::Failed { page },
        }
        .write(output)?;
    }
    Answer::Done.write(output)
}

fn encode(pixels: &Pixels) -> io::Result<Vec<u8>> {
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, pixels.width, pixels.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels.rgb)?;
    writer.finish()?;
    Ok(png)
}
