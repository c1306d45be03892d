//! A packet of ours that another program wrote: signed in it, or altered.
//!
//! Who signs in a PDF program adds to pages and leaves what is printed in its place. So a file that carries the decision inside, and
//! on whose pages printed words are gone, was altered, whatever code it shows. A scan is not compared: what an engine recognised
//! on it is never all that is printed.

use super::verify::LOOK;
use crate::{App, signed_copies};
use countersign_reader::page::{Page, Word};
use std::{ops::ControlFlow, sync::Arc};

/// What another program did to the packet's own pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Elsewhere {
    /// Every printed word is in its place; these pages, counted from 1, look otherwise than printed.
    Added {
        /// The pages of the file.
        pages: Vec<u32>,
    },
    /// A page of the file calls itself one of the packet, and printed words are gone from it.
    Altered,
}

impl App {
    /// Compares the pages of a file with those of the packet of the workspace that it is told to be; `None` where they cannot be
    /// read or drawn.
    pub(crate) fn elsewhere(&self, bytes: &Arc<[u8]>, packet: &Arc<[u8]>) -> Option<Elsewhere> {
        let read = |of: &Arc<[u8]>| self.reader.extract(Arc::clone(of), None, |_| ControlFlow::Continue(())).ok();
        let (held, printed_pages) = (read(bytes)?, read(packet)?.pages);
        let mut beside = Vec::new();
        for page in &held.pages {
            // Pages may be left out, or come in another order; most stand where they were.
            let same = printed_pages.iter().find(|printed| printed.number == page.number && keeps(page, printed));
            match same.or_else(|| printed_pages.iter().find(|printed| keeps(page, printed))) {
                Some(printed) => beside.push((page.number, printed.number)),
                None if signed_copies::names_packet(&text(page)) => return Some(Elsewhere::Altered),
                // A leaf that a service for signatures puts before or behind.
                None => {}
            }
        }
        let (of_file, of_print): (Vec<u32>, Vec<u32>) = beside.into_iter().unzip();
        let looks = |of: &Arc<[u8]>, pages: &[u32]| self.reader.looks(Arc::clone(of), pages, LOOK).ok();
        let (held, printed) = (looks(bytes, &of_file)?, looks(packet, &of_print)?);
        let other = of_file.into_iter().zip(held.iter().zip(&printed)).filter(|(_, (held, printed))| held != printed);
        Some(Elsewhere::Added { pages: other.map(|(page, _)| page).collect() })
    }
}

/// Whether every word that was printed stands on a page where it was printed; what was added may touch it.
fn keeps(page: &Page, printed: &Page) -> bool {
    let stands = |printed: &Word| {
        let at = &printed.rect;
        let (x, y) = (f32::midpoint(at.x0, at.x1), f32::midpoint(at.y0, at.y1));
        let holds = |word: &Word| {
            let at = &word.rect;
            (at.x0..=at.x1).contains(&x) && (at.y0..=at.y1).contains(&y) && word.text.contains(printed.text.as_str())
        };
        page.words.iter().any(holds)
    };
    !printed.words.is_empty() && printed.words.iter().all(stands)
}

fn text(page: &Page) -> String {
    page.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}
