//! Recognises the pages of a file that are pictures, with the `tesseract` program.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};

use super::tesseract::{Tesseract, TesseractError};
use super::{Canvas, PageWords, SCALE, wanted};
use crate::error::ReadError;
use crate::isolate::{Progress, Reader};
use crate::page::Page;

/// What became of the pages that are pictures.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recognised {
    /// The words of each page that was recognised, in the order of the pages.
    pub pages: Vec<PageWords>,
    /// Why a page was not, for the first such page.
    pub trouble: Option<(u32, String)>,
}

/// Draws each wanted page and finds its words. `progress` is called with pages done and pages wanted, at least after
/// each page; when it breaks, the work ends with [`ReadError::Cancelled`]. A page that cannot be drawn or recognised is
/// left as it is.
pub fn recognise(
    reader: &Reader,
    tesseract: &Tesseract,
    bytes: &Arc<[u8]>,
    password: Option<&str>,
    pages: &[Page],
    mut progress: impl FnMut(Progress) -> ControlFlow<()>,
) -> Result<Recognised, ReadError> {
    let wanted = wanted(pages);
    let pages: Vec<&Page> = pages.iter().filter(|page| wanted.contains(&page.number)).collect();
    let at_once = tesseract.at_once().min(pages.len());
    let (next, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let mut done = Recognised::default();
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|threads| {
        for _ in 0..at_once {
            let sender = sender.clone();
            threads.spawn(|| {
                let sender = sender;
                while let Some(page) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let stop = || stopped.load(Ordering::Relaxed);
                    // Held while the page is drawn, too: its picture takes some thirty megabytes.
                    let Some(_place) = tesseract.place(stop) else { return };
                    if stop()
                        || sender.send((page.number, one(reader, tesseract, bytes, password, page, stop))).is_err()
                    {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut state = Progress { done: 0, total: pages.len() as u32 };
        loop {
            if progress(state).is_break() {
                stopped.store(true, Ordering::Relaxed);
            }
            match receiver.recv_timeout(std::time::Duration::from_millis(100)) {
                Ok((_, Ok(words))) => done.pages.push(words),
                Ok((number, Err(trouble))) => {
                    tracing::warn!(page = number, "a page was not recognised: {trouble}");
                    done.trouble.get_or_insert((number, trouble));
                }
                Err(mpsc::RecvTimeoutError::Timeout) => continue,
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
            }
            state.done += 1;
        }
    });
    if stopped.load(Ordering::Relaxed) {
        return Err(ReadError::Cancelled);
    }
    done.pages.sort_by_key(|words| words.page);
    Ok(done)
}

fn one(
    reader: &Reader,
    tesseract: &Tesseract,
    bytes: &Arc<[u8]>,
    password: Option<&str>,
    page: &Page,
    stop: impl Fn() -> bool,
) -> Result<PageWords, String> {
    let picture = reader.draw(Arc::clone(bytes), password, page.number, SCALE).map_err(|error| error.to_string())?;
    let canvas =
        Canvas { pixels_wide: picture.width, pixels_high: picture.height, width: page.width, height: page.height };
    tesseract.words(&picture.png, page.number, &canvas, stop).map_err(|error: TesseractError| error.to_string())
}
