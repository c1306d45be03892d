//! What stands at a place that a person marked: the words become the quote, their boxes the rectangles.

use crate::{App, fail};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Citation, DocumentId, Rect};
use countersign_store::{PageRow, Snapshot};
use uuid::Uuid;

/// More words than this are no quote but a page.
const MOST_WORDS: usize = 600;

impl App {
    /// What stands at a place, as it would be cited.
    pub(crate) fn citation_of(&self, input: &w::CiteWords) -> Result<w::CitationView, Failure> {
        let cited = self.cite(input.document, std::slice::from_ref(&input.from))?;
        cited.first().map(super::view::citation).ok_or_else(|| fail::invalid("cite", Problem::Empty))
    }

    /// Makes citations of places on the pages of a document.
    pub(super) fn cite(&self, document: Uuid, places: &[w::CiteFrom]) -> Result<Vec<Citation>, Failure> {
        let id = DocumentId::from_uuid(document);
        let opened = self.opened()?;
        let pages = opened.store.read(|db: &Snapshot<'_>| {
            places.iter().map(|place| db.page(id, page_of(place))).collect::<Result<Vec<Option<PageRow>>, _>>()
        });
        let pages = pages.map_err(fail::store)?;
        places
            .iter()
            .zip(pages)
            .map(|(place, page)| {
                let page = page.ok_or_else(|| fail::not_found("page"))?;
                let words: Vec<w::PageWord> = serde_json::from_slice(&page.words).map_err(fail::unexpected)?;
                let marked = marked(&words, place);
                if marked.is_empty() {
                    return Err(fail::invalid("cite", Problem::Empty));
                }
                if marked.len() > MOST_WORDS {
                    return Err(fail::invalid("cite", Problem::TooLong { limit: MOST_WORDS as u32 }));
                }
                Ok(citation(page.number, page.label, &marked))
            })
            .collect()
    }
}

fn page_of(place: &w::CiteFrom) -> u32 {
    match place {
        w::CiteFrom::Words { page, .. } | w::CiteFrom::Area { page, .. } => *page,
    }
}

/// A marked word.
struct Marked<'a> {
    word: &'a w::PageWord,
    /// Whether it is the next word of the page after the one before it.
    follows: bool,
}

impl Marked<'_> {
    /// Whether it stands in the line of the word before it.
    fn goes_on(&self) -> bool {
        self.follows && !self.word.line_start
    }
}

fn marked<'a>(words: &'a [w::PageWord], place: &w::CiteFrom) -> Vec<Marked<'a>> {
    let is_in = |at: usize, word: &w::PageWord| match *place {
        w::CiteFrom::Words { first, last, .. } => (first as usize..=last as usize).contains(&at),
        w::CiteFrom::Area { rect: [x0, y0, x1, y1], .. } => {
            let [left, top, right, bottom] = word.rect;
            let (x, y) = (f32::midpoint(left, right), f32::midpoint(top, bottom));
            (x0..=x1).contains(&x) && (y0..=y1).contains(&y)
        }
    };
    let mut last = None;
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate().filter(|(at, word)| is_in(*at, word)) {
        found.push(Marked { word, follows: last.is_some_and(|last: usize| last + 1 == at) });
        last = Some(at);
    }
    found
}

fn citation(page: u32, label: Option<String>, marked: &[Marked<'_>]) -> Citation {
    let mut quote = String::new();
    let mut rects: Vec<Rect> = Vec::new();
    for one in marked {
        let word = one.word;
        let rect = Rect::from(word.rect);
        match rects.last_mut().filter(|_| one.goes_on()) {
            Some(line) => *line = line.union(rect),
            None => rects.push(rect),
        }
        // A word that was divided at the end of a line is one word.
        let divided = one.follows
            && word.line_start
            && quote.len() > 1
            && quote.ends_with('-')
            && quote.chars().rev().nth(1).is_some_and(char::is_lowercase)
            && word.text.starts_with(char::is_lowercase);
        if divided {
            quote.pop();
        } else if !quote.is_empty() {
            quote.push(' ');
        }
        quote.push_str(&word.text);
    }
    Citation { page, label, quote, rects }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Vec<w::PageWord> {
        let word = |text: &str, x: f32, y: f32, line_start| w::PageWord {
            text: text.to_owned(),
            rect: [x, y, x + 40.0, y + 10.0],
            line_start,
        };
        vec![
            word("Access", 50.0, 100.0, true),
            word("is", 100.0, 100.0, false),
            word("re-", 150.0, 100.0, false),
            word("viewed", 50.0, 114.0, true),
            word("quarterly.", 100.0, 114.0, false),
            word("Elsewhere", 400.0, 114.0, false),
        ]
    }

    #[test]
    fn selected_words_are_quoted_as_one_sentence_with_a_box_a_line() {
        let words = words();
        let cited = citation(7, None, &marked(&words, &w::CiteFrom::Words { page: 7, first: 0, last: 4 }));
        assert_eq!(cited.quote, "Access is reviewed quarterly.");
        assert_eq!(cited.rects.len(), 2, "one box for each line");
        assert_eq!(<[f32; 4]>::from(cited.rects[0]), [50.0, 100.0, 190.0, 110.0]);
    }

    #[test]
    fn a_rectangle_takes_the_words_whose_middle_it_holds() {
        let words = words();
        let area = w::CiteFrom::Area { page: 7, rect: [95.0, 95.0, 300.0, 130.0] };
        let cited = citation(7, None, &marked(&words, &area));
        assert_eq!(cited.quote, "is re- quarterly.", "only what lies inside, line by line");
        assert_eq!(cited.rects.len(), 2);
        let empty = w::CiteFrom::Area { page: 7, rect: [0.0, 0.0, 10.0, 10.0] };
        assert!(marked(&words, &empty).is_empty());
    }
}
