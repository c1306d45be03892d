//! Where the firm that examined is.
//!
//! **Reads** the city with its state or country (AT-C 205.63 asks for them: they say where the firm's licence is held).
//! **Where**: in the signature block of the auditor's report, nearest to its date.
//! **Accepts** the forms of [`places`].
//! **Refuses** addresses of letterheads and addressees, and a city alone that is not its own region.

use std::ops::Range;

use countersign_domain::Fact;

use super::parts::Parts;
use super::places;
use super::signature::Signature;
use crate::text::Flow;

/// Longest line of a signature block, in bytes.
const LONGEST_LINE: usize = 110;

/// Reads the place.
pub(crate) fn read(parts: &Parts<'_>, signature: Option<&Signature>) -> Option<Fact<String>> {
    let signature = signature?;
    let date = signature.date.as_ref()?.0;
    let near: Range<usize> = date.saturating_sub(4).max(signature.lines.start)..(date + 3).min(signature.lines.end);
    let mut lines: Vec<usize> = near.filter(|at| !parts.text.lines()[*at].running).collect();
    lines.sort_by_key(|at| at.abs_diff(date));
    lines.into_iter().find_map(|at| {
        let line = &parts.text.lines()[at];
        if line.text.len() > LONGEST_LINE {
            return None;
        }
        let range = places::find(&line.text).or_else(|| places::city_state(&line.text))?;
        let flow = Flow::new(parts.text, [at]);
        let start = flow.text().find(line.text.get(range.clone())?)?;
        let range = start..start + range.len();
        let value = flow.original(range.clone());
        flow.fact(value, range)
    })
}
