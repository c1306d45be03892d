//! What is said of copies of packets that came back signed.

use countersign_app::App;
use countersign_contract::wire::{CopyPagesView, ForeignPageView, PaperSigner, SignedCopyView};
use std::fmt::Write as _;

/// The code of the warning that says what looks like a packet and is none of this workspace.
pub(super) const WARNING: &str = "packet_code";

/// Which pages are there.
pub(super) fn pages(pages: &CopyPagesView) -> String {
    let CopyPagesView { of, came, missing, untold, told, foreign } = pages;
    let list = list(missing);
    let foreign: String = foreign.iter().map(stranger).collect();
    let word = if missing.len() == 1 { "page" } else { "pages" };
    let there = match (missing.is_empty(), untold) {
        (true, _) => format!("{of} of {of} pages"),
        (false, 0) => format!("{} of {of} pages; not in the copy: {word} {list}", told.len()),
        (false, untold) => {
            let (have, are) = if *untold == 1 { ("has", "it may be") } else { ("have", "they may be among") };
            format!("{came} pages came for {of}; {untold} {have} no number that can be read, {are} {word} {list}")
        }
    };
    there + &foreign
}

/// A page that belongs to another packet; begins with a separator.
fn stranger(page: &ForeignPageView) -> String {
    let ForeignPageView { file_name, page, number, version } = page;
    format!("; page {page} of {file_name} names packet {number}, version {version}, and is none of these")
}

/// Whether the packet that was signed still holds; begins with a separator.
pub(super) fn later(superseded_by: Option<u32>, later_version: Option<u32>) -> String {
    match (superseded_by, later_version) {
        (Some(number), _) => format!("; superseded by decision {number}"),
        (None, Some(version)) => format!("; version {version} of the packet was made since"),
        (None, None) => String::new(),
    }
}

/// The whole of a copy in one line.
pub(super) fn line(app: &App, copy: &SignedCopyView) -> String {
    let came = copy.documents.first().map(|document| app.day_of(document.received_at));
    let came = came.map_or_else(|| "no copy held".to_owned(), |day| format!("received {day}, {}", pages(&copy.pages)));
    let mut line = format!("{} v{}: {came}", copy.number, copy.version);
    for signer in &copy.signers {
        let _infallible = write!(line, "; {}", signed(signer));
    }
    line + &later(copy.superseded_by, copy.later_version)
}

fn signed(signer: &PaperSigner) -> String {
    match &signer.said {
        Some(said) if said.signed => {
            let what = if said.agrees == Some(false) { "DECLINED" } else { "signed" };
            let day = said.on.map_or_else(|| "no day".to_owned(), |day| day.to_string());
            let comment = said.comment.as_ref().map_or_else(String::new, |comment| format!(": {comment}"));
            format!("{what} on paper by {} ({day}){comment}", signer.name)
        }
        _ => format!("{} not confirmed", signer.name),
    }
}

/// "3 and 7"; three or more in a row are a range.
fn list(numbers: &[u32]) -> String {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    let text = |run: &[u32]| match run {
        [first, .., last] if run.len() > 2 => vec![format!("{first} to {last}")],
        few => few.iter().map(ToString::to_string).collect(),
    };
    let texts: Vec<String> = runs.flat_map(text).collect();
    match texts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => texts.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(of: u32, told: &[u32], untold: u32) -> CopyPagesView {
        let missing = (1..=of).filter(|page| !told.contains(page)).collect();
        CopyPagesView {
            of,
            came: told.len() as u32 + untold,
            told: told.to_vec(),
            missing,
            untold,
            foreign: Vec::new(),
        }
    }

    #[test]
    fn what_is_missing_is_named_and_what_is_not_known_is_said() {
        assert_eq!(pages(&view(2, &[1, 2], 0)), "2 of 2 pages");
        assert_eq!(pages(&view(2, &[1, 2], 1)), "2 of 2 pages", "a page more is no page less");
        assert_eq!(pages(&view(5, &[1, 2, 4], 0)), "3 of 5 pages; not in the copy: pages 3 and 5");
        assert_eq!(
            pages(&view(4, &[1], 3)),
            "4 pages came for 4; 3 have no number that can be read, they may be among pages 2 to 4"
        );
        let stray =
            ForeignPageView { file_name: "scan.pdf".to_owned(), page: 3, number: "P-0002".to_owned(), version: 1 };
        assert_eq!(
            pages(&CopyPagesView { foreign: vec![stray], ..view(2, &[1], 0) }),
            "1 of 2 pages; not in the copy: page 2; page 3 of scan.pdf names packet P-0002, version 1, and is none of these"
        );
    }
}
