//! Which of an item's words are its text, and which say to what criteria it belongs.

use std::ops::Range;
use std::sync::LazyLock;

use crate::pattern::{Pattern, exact, pattern};
use crate::recognise::criteria;

static LEADING: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"^(?:(?:(?i:cuec|cuecs|uec|uer|ucc|cuc|csoc|csc) ?[#.:-]{0,2} ?\d{1,3}(?:\.\d{1,3})*|\(?(?:CC|PI|A|C|P) ?[1-9]\.[1-9](?: ?(?:,|;|&|and|-|to) ?(?:CC|PI|A|C|P)? ?[1-9]?\.?[1-9])*\)?)[.:)\]]* ?(?:- ?)?)+",
    )
});
static TRAILING: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r" ?[(\[](?:[A-Za-z ]{0,40}: ?)?(?:(?:CC|PI|A|C|P) ?[1-9](?:\.[1-9x])?(?: [Ss]eries)?|[Cc]ontrol [Oo]bjectives? \d{1,2}|CO ?-?\d{1,2}|\d{1,2})(?: ?(?:,|;|&|and|-|/|to|through) ?(?:and )?(?:(?:CC|PI|A|C|P) ?[1-9](?:\.[1-9x])?|[1-9]?\.?[1-9]|\d{1,2}))*[)\]](?P<stop>\.?)$",
    )
});
static JOINER: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(?:[;,] (?:and|or)|[;,])$"));

/// What an item states.
pub(super) struct Stated {
    /// Its own words: without its number and the criteria around it.
    pub(super) words: Range<usize>,
    /// The criteria before its words and in the bracket behind them.
    pub(super) criteria: Vec<String>,
    /// Whether the full stop of its words stands behind that bracket.
    pub(super) stop: bool,
}

impl Stated {
    /// Tells the words of an item from what stands around them.
    pub(super) fn of(words: &str) -> Self {
        let skip = words.len() - words.trim_start().len();
        let start = skip + LEADING.find(words.trim_start()).map_or(0, |m| m.end());
        let mut criteria = criteria::named(&words[skip..start]);
        let unjoined = JOINER.find(words.trim_end()).map_or(words.trim_end(), |m| &words[..m.start()]);
        let trailing = TRAILING.find(unjoined).filter(|m| m.start() > start);
        let bracket = trailing.map(|m| criteria::named(m.as_str())).unwrap_or_default();
        let end = trailing.filter(|_| !bracket.is_empty()).map_or(words.len(), |m| m.start());
        criteria.extend(bracket);
        Self { words: start..end, criteria, stop: end < words.len() && words.trim_end().ends_with('.') }
    }
}

/// Takes off what joins an item to the next one.
pub(super) fn clean(text: &str) -> String {
    JOINER.replace_all(text.trim(), "").trim().to_owned()
}
