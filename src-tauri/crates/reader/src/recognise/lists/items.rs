//! What others are to do, read out of the pieces below a heading.
//!
//! **Reads** items of lists, rows of tables, and sentences that give a duty; each with the criteria of its column, its
//! brackets, its number or the label above it, and for subservice organizations with the one to which it is assigned.
//! **Refuses** lists to which a sentence about something else leads (how the vendor watches its providers), sentences
//! about the vendor itself, and what stands around every such list.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::{Basis, Citation};

use super::columns::{self, Columns};
use super::known::{self, Known, Vendor};
use super::matrix::Matrix;
use super::piece::{self, Piece};
use super::split::{listed, split_enumerated, split_fragments, split_glued, split_marked};
use super::stated::{Stated, clean};
use super::{Section, wording};
use crate::pattern::{Pattern, exact};
use crate::recognise::criteria;
use crate::recognise::names;
use crate::table::Table;
use crate::text::list::{Block, Mark};
use crate::text::sentence::sentences;
use crate::text::{Flow, Text};

/// One thing to do.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) text: String,
    pub(crate) criteria: Vec<String>,
    /// The subservice organization to which it is assigned.
    pub(crate) organization: Option<String>,
    pub(crate) basis: Basis,
    pub(crate) citations: Vec<Citation>,
}

/// Whose duties are wanted.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Whose<'a> {
    /// Those of user entities; the subservice organizations are others.
    Users(&'a [Known]),
    /// Those of subservice organizations.
    Subservice(&'a [Known]),
}

/// What is set in is at least this far to the right, in points.
const SET_IN: f32 = 6.0;
/// And at most this far, in points.
const MOST_SET_IN: f32 = 90.0;

static GERUND: LazyLock<Pattern> = LazyLock::new(|| exact(r"^[A-Z][a-z]+ing\b"));

/// Reads them from a section; `by_default` says that a list below its heading is one unless something denies it.
pub(crate) fn read(
    text: &Text<'_>,
    section: &Section<'_>,
    whose: Whose<'_>,
    vendor: &Vendor,
    by_default: bool,
) -> Vec<Item> {
    let own = criteria::named(&section.title);
    let mut walk = Walk {
        text,
        whose,
        vendor,
        by_default,
        lead: Lead::None,
        criteria: if own.is_empty() { section.under.clone() } else { own },
        organization: None,
        named_at: None,
        lead_at: None,
        told: None,
        items: Vec::new(),
    };
    walk.organization = walk.organization_in(&section.title);
    let mut at = 0;
    while let Some(piece) = section.pieces.get(at) {
        at += 1;
        match piece {
            Piece::Table(table) => walk.table(table),
            Piece::Block(block) if block.mark.is_none() => {
                let next_is_list = section.pieces.get(at).is_some_and(|p| p.is_item() || matches!(p, Piece::Table(_)));
                walk.paragraph(block, next_is_list);
            }
            Piece::Block(block) => {
                let nested = section.pieces[at..].iter().take_while(|p| is_below(p, block));
                let nested: Vec<&Block<'_>> = nested.filter_map(as_block).collect();
                if walk.item(block, &nested) {
                    at += nested.len();
                }
            }
        }
    }
    walk.items
}

fn as_block<'p, 't>(piece: &'p Piece<'t>) -> Option<&'p Block<'t>> {
    match piece {
        Piece::Block(block) => Some(block),
        Piece::Table(_) => None,
    }
}

fn is_below(piece: &Piece<'_>, item: &Block<'_>) -> bool {
    as_block(piece).is_some_and(|b| b.mark.is_some() && b.left > item.left + 6.0)
}

/// What the last sentence before a list says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    None,
    Wanted,
    Other,
}

/// A list behind a colon.
struct Told {
    /// Whose controls it lists.
    organization: Option<String>,
}

struct Walk<'a> {
    text: &'a Text<'a>,
    whose: Whose<'a>,
    vendor: &'a Vendor,
    by_default: bool,
    lead: Lead,
    criteria: Vec<String>,
    organization: Option<String>,
    /// How far left the organization or the criterion stands that is the label of what follows.
    named_at: Option<f32>,
    /// How far left the sentence stands that leads to the list.
    lead_at: Option<f32>,
    /// The list behind a colon that goes on: its last item ends in a semicolon.
    told: Option<Told>,
    items: Vec<Item>,
}

impl Walk<'_> {
    fn paragraph(&mut self, block: &Block<'_>, next_is_list: bool) {
        let flow = &block.flow;
        let words = flow.text();
        // Browsers print the bullets of a list as drawings: what is set in below its leading sentence are its items.
        let lead_at = self.lead_at.filter(|left| (left + SET_IN..left + MOST_SET_IN).contains(&block.left));
        if self.by_default && self.lead == Lead::Wanted && lead_at.is_some() && !words.ends_with(':') {
            for range in split_fragments(words) {
                self.push(flow, range, None, None);
            }
            return;
        }
        self.lead_at = None;
        if is_short(words) && !self.is_duty(words) {
            self.label(words);
            self.lead_at = (self.lead == Lead::Wanted).then_some(block.left);
            self.named_at = (self.organization_in(words).is_some() || !ids_none(words)).then_some(block.left);
            return;
        }
        // Bullets may be drawn and not written: what is set in below an organization or a criterion is its list.
        let set_in = self.by_default && self.named_at.is_some_and(|left| block.left > left + SET_IN);
        let parts = split_glued(words, sentences(words));
        let count = parts.len();
        for (nth, range) in parts.into_iter().enumerate() {
            let sentence = &words[range.clone()];
            let leads = sentence.ends_with(':') || (nth + 1 == count && next_is_list);
            if leads {
                self.lead = self.lead_of(sentence);
                if self.lead == Lead::Wanted
                    && let Some(one) = self.organization_in(sentence)
                {
                    self.organization = Some(one);
                }
                if sentence.ends_with(':') {
                    self.lead_at = (self.lead == Lead::Wanted).then_some(block.left);
                    continue;
                }
            }
            if self.told(flow, &range) {
                continue;
            }
            let after_lead = self.lead == Lead::Wanted && count == 1 && GERUND.is_match(sentence);
            if wording::stands_around(sentence) && !after_lead {
                continue;
            }
            if self.is_duty(sentence) || after_lead || set_in {
                for range in split_enumerated(sentence, range) {
                    self.push(flow, range, None, None);
                }
            }
        }
    }

    /// Reads a sentence that lists behind its colon, or goes on with such a list.
    fn told(&mut self, flow: &Flow<'_>, range: &Range<usize>) -> bool {
        let sentence = &flow.text()[range.clone()];
        let goes_on = self.told.take();
        let (items, organization) = match listed(sentence).filter(|(head, _)| self.tells(&sentence[head.clone()])) {
            Some((head, items)) => (items, self.subject(&sentence[head])),
            None => match goes_on {
                Some(Told { organization }) => (split_fragments(sentence), organization),
                None => return false,
            },
        };
        for item in items {
            self.push(flow, range.start + item.start..range.start + item.end, None, organization.clone());
        }
        self.told = sentence.trim_end().ends_with(';').then_some(Told { organization });
        true
    }

    /// Whether the head of a sentence gives the duties that the same sentence lists: "Heron is expected to do this: …".
    fn tells(&self, head: &str) -> bool {
        let duty = match self.whose {
            Whose::Users(_) => wording::is_user_duty(head),
            Whose::Subservice(_) => self.is_duty(head),
        };
        duty || self.by_default && self.lead_of(head) == Lead::Wanted
    }

    /// A short line without a full stop: it says for which criterion or organization the list goes on.
    fn label(&mut self, words: &str) {
        let ids = criteria::named(words);
        if !ids.is_empty() || piece::is_label(words) {
            self.criteria = ids;
        }
        if let Some(one) = self.organization_in(words) {
            self.organization = Some(one);
        }
        self.lead = if words.ends_with(':') {
            self.lead_of(words)
        } else if wording::monitors(words) || words.to_lowercase().starts_with("monitoring ") && ids_none(words) {
            Lead::Other
        } else {
            Lead::None
        };
    }

    fn lead_of(&self, sentence: &str) -> Lead {
        let wanted = match self.whose {
            Whose::Users(_) => wording::leads_to_user_duties(sentence),
            Whose::Subservice(_) => wording::leads_to_expected_controls(sentence),
        };
        let of_users = matches!(self.whose, Whose::Users(_));
        let mentions = wording::mentions_users(sentence);
        if let Whose::Users(others) = self.whose
            && !mentions
            && (wording::mentions_others(sentence) || !known::mentioned(others, sentence).is_empty())
        {
            return Lead::Other;
        }
        if wanted && (of_users || !mentions || wording::stands_around(sentence)) {
            Lead::Wanted
        } else if self.vendor.begins(sentence) || (!of_users && (wording::monitors(sentence) || mentions)) {
            Lead::Other
        } else {
            Lead::None
        }
    }

    /// Reads an item; tells whether what is nested in it went with it.
    fn item(&mut self, block: &Block<'_>, nested: &[&Block<'_>]) -> bool {
        let words = block.text();
        let whole = block.body..block.flow.text().len();
        if words.trim_end().ends_with(':') && self.lead_of(words) == Lead::Wanted && words.split(' ').count() <= 8 {
            self.lead = Lead::Wanted;
            return false;
        }
        let labels = !nested.is_empty() && words.split(' ').count() <= 6 && !self.is_duty(words);
        if labels {
            let lead = self.lead;
            self.label(words);
            self.lead = lead;
            return false;
        }
        if self.lead == Lead::Other {
            return true;
        }
        let wanted = self.by_default || self.lead == Lead::Wanted || self.is_duty(words);
        let vendors_own = self.vendor.begins(words) && !self.is_duty(words);
        if wanted && !vendors_own && words.split_whitespace().count() >= 2 {
            let marked = (block.mark == Some(Mark::Id)).then(|| criteria::named(&block.flow.text()[..block.body]));
            if self.several_duties(words) {
                for range in sentences(words) {
                    let range = range.start + block.body..range.end + block.body;
                    self.push(&block.flow, range, marked.clone(), None);
                }
                return false;
            }
            let before = self.items.len();
            self.push(&block.flow, whole, marked, None);
            if self.items.len() > before
                && let Some(last) = self.items.last_mut()
            {
                for below in nested {
                    let range = below.body..below.flow.text().len();
                    last.text = format!("{} {}", last.text, clean(&below.flow.original(range.clone())));
                    last.citations.extend(below.flow.cite(range));
                }
            }
        }
        true
    }

    /// Reads a table with organizations over its columns.
    fn matrix(&mut self, table: &Table<'_>, matrix: &Matrix) {
        let mut criteria = self.criteria.clone();
        for row in table.rows.iter().skip(matrix.head) {
            let words: String = match matrix.criteria {
                _ if row.band => row.filled().map(|c| c.flow.text()).collect(),
                Some(column) => row.text(column).to_owned(),
                None => String::new(),
            };
            let ids = criteria::named(&words);
            if !ids.is_empty() {
                criteria = ids;
            }
            let of_row: Vec<(usize, &str)> = if row.band { Vec::new() } else { matrix.controls(row).collect() };
            for (column, organization) in of_row {
                let flow = &row.cells[column].flow;
                for range in self.parts_of(flow.text()) {
                    self.push(flow, range, Some(criteria.clone()), Some(organization.to_owned()));
                }
            }
        }
    }

    fn table(&mut self, table: &Table<'_>) {
        if let Whose::Subservice(known) = self.whose
            && (self.by_default || self.lead == Lead::Wanted)
            && let Some(matrix) = Matrix::of(table, known)
        {
            self.matrix(table, &matrix);
            return;
        }
        let Some(mut columns) = columns::of(table) else { return };
        if let Whose::Subservice(known) = self.whose {
            columns.name_organizations(table, known);
        }
        if !self.table_is_wanted(table, &columns) {
            return;
        }
        let mut organization = self.organization_in(&columns.heads(table)).or_else(|| self.organization.clone());
        let mut criteria = self.criteria.clone();
        let mut own: Option<String> = None;
        for row in table.rows.iter().skip(columns.head) {
            if row.band {
                let words: String = row.filled().map(|c| c.flow.text()).collect();
                let ids = criteria::named(&words);
                if !ids.is_empty() {
                    criteria = ids;
                }
                organization = self.organization_in(&words).or(organization);
                continue;
            }
            if let Some(column) = columns.criteria {
                let ids = criteria::named(row.text(column));
                let more = !ids.is_empty() && row.text(columns.control.unwrap_or(column)).is_empty();
                if more && let Some(last) = self.items.last_mut() {
                    last.criteria
                        .extend(ids.iter().filter(|id| !last.criteria.contains(id)).cloned().collect::<Vec<_>>());
                }
                if !row.text(column).is_empty() {
                    criteria = ids;
                }
            }
            if let Some(cell) = columns.organization.map(|c| row.text(c)).filter(|t| !t.is_empty()) {
                own = self.organization_in(cell).or_else(|| self.names_of(cell));
            }
            let Some(cell) = columns.control.and_then(|c| row.cells.get(c)).filter(|c| !c.carried) else { continue };
            // The head again, over the next organization's rows.
            if !columns.title.is_empty() && cell.flow.text().replace('\n', " ").trim() == columns.title {
                continue;
            }
            for range in self.parts_of(cell.flow.text()) {
                let about = Some(criteria.clone());
                // Whom a sentence names is nearer to it than what stands over all rows.
                let named = || self.subject(cell.flow.text()[range.clone()].trim());
                let organization = own.clone().or_else(named).or_else(|| organization.clone());
                self.push(&cell.flow, range, about, organization);
            }
        }
    }

    fn table_is_wanted(&self, table: &Table<'_>, columns: &Columns) -> bool {
        if columns.control.is_none() || self.lead == Lead::Other && columns.title.is_empty() {
            return false;
        }
        let title = columns.title.to_lowercase();
        let of_users = wording::mentions_users(&title) || title.contains("cuec");
        let of_others = title.contains("service organi")
            || title.contains("csoc")
            || title.contains("vendor")
            || title.contains("provider");
        let of_others = of_others && !title.contains("user");
        match self.whose {
            Whose::Users(_) => {
                let duties = |c: usize| table.rows.iter().any(|r| wording::is_user_duty(r.text(c)));
                !of_others && (of_users || self.by_default || columns.control.is_some_and(duties))
            }
            Whose::Subservice(_) => {
                let expected = ["expected", "assumed", "complementary", "csoc"].iter().any(|word| title.contains(word));
                let assigned = columns.organization.is_some() && title.contains("control");
                !of_users && (self.by_default || self.lead == Lead::Wanted || expected || assigned)
            }
        }
    }

    /// Cuts the text of a cell into its items.
    fn parts_of(&self, words: &str) -> Vec<Range<usize>> {
        split_marked(words).unwrap_or_else(|| {
            let whole = 0..words.len();
            if self.several_duties(words) { sentences(words) } else { vec![whole] }
        })
    }

    fn several_duties(&self, words: &str) -> bool {
        let parts = sentences(words);
        parts.len() > 1 && parts.iter().all(|r| self.is_duty(&words[r.clone()]))
    }

    fn is_duty(&self, sentence: &str) -> bool {
        match self.whose {
            Whose::Users(_) => wording::is_user_duty(sentence) && !wording::stands_around(sentence),
            Whose::Subservice(known) => {
                let named = known.iter().filter_map(|k| k.after(sentence)).any(wording::is_duty_after_name);
                named || wording::is_subservice_duty(sentence)
            }
        }
    }

    fn organization_in(&self, words: &str) -> Option<String> {
        let Whose::Subservice(known) = self.whose else { return None };
        let names = known::mentioned(known, words);
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// An organization that only this column names.
    fn names_of(&self, cell: &str) -> Option<String> {
        let Whose::Subservice(_) = self.whose else { return None };
        names::name(&cell.replace('\n', " "))
    }

    fn push(
        &mut self,
        flow: &Flow<'_>,
        range: Range<usize>,
        criteria: Option<Vec<String>>,
        organization: Option<String>,
    ) {
        let stated = Stated::of(&flow.text()[range.clone()]);
        let (start, end) = (range.start + stated.words.start, range.start + stated.words.end);
        let mut text = clean(&flow.original(start..end));
        if stated.stop && !text.ends_with('.') {
            text.push('.');
        }
        if text.split_whitespace().count() < 2 {
            return;
        }
        let mut found = stated.criteria;
        if found.is_empty() {
            found = criteria.filter(|c| !c.is_empty()).unwrap_or_else(|| self.criteria.clone());
        }
        let organization =
            organization.or_else(|| self.subject(&flow.text()[start..end])).or_else(|| self.organization.clone());
        let citations = flow.cite(start..end);
        let Some(first) = citations.first() else { return };
        let basis = self.text.basis(first);
        self.items.push(Item { text, criteria: found, organization, basis, citations });
    }

    /// The organization with which a sentence begins.
    fn subject(&self, sentence: &str) -> Option<String> {
        let Whose::Subservice(known) = self.whose else { return None };
        known.iter().find(|k| k.after(sentence).is_some()).map(|k| k.name.clone())
    }
}

fn ids_none(words: &str) -> bool {
    criteria::named(words).is_empty()
}

fn is_short(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let stopped = words.trim_end().ends_with(['.', ';', '?']);
    count <= 14 && (!stopped || count <= 8 && names::has_legal_form(words.trim_end()))
}
