//! Section 9, subservice organizations: the parties, then the controls that are expected of them
//! (`practice.md` §3.6; §7.1, page 9).

use super::outline;
use super::words::{capitalised, count, refer_each, shortened};
use crate::input::{Design, FrozenCsoc, FrozenDecision, FrozenParty, FrozenSubservice};
use crate::typeset::{Block, Cell, Mark, Row, Table, TableColumn, Text};
use countersign_domain::{
    Tier,
    fourth_party::{Held, Standing},
    reading::SubserviceMethod,
};

/// How many words of a service and of a control are printed; the page has the rest.
const WORDS: usize = 40;

/// Says why the section is left out; `None` where it is printed.
pub(super) fn left_out(input: &FrozenDecision) -> Option<&'static str> {
    match &input.subservice {
        None => Some(outline::BEFORE),
        Some(found) if !found.parties.is_empty() || !found.controls.is_empty() => None,
        Some(found) if found.document.is_none() => Some("no report is held that could name subservice organizations"),
        Some(found) if found.known => Some("the report names no subservice organization"),
        Some(_) => Some("no subservice organization was read in the report"),
    }
}

/// The parties of which the report says that their controls were not examined.
pub(super) fn carved_out(found: &FrozenSubservice) -> impl Iterator<Item = &FrozenParty> {
    found.parties.iter().filter(|party| party.method == Some(SubserviceMethod::CarveOut))
}

/// Refers to the pages that name them.
pub(super) fn refer_carved_out(text: Text, found: &FrozenSubservice) -> Text {
    let places = carved_out(found).map(|party| (party.report.as_deref(), &party.pages[..]));
    refer_each(text, found.document.as_deref(), places)
}

/// Makes the section; empty where it is left out.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    let Some(found) = input.subservice.as_ref().filter(|_| left_out(input).is_none()) else { return Vec::new() };
    let (number, title, anchor) = outline::SUBSERVICE;
    let mut blocks = vec![Block::running_section(number, title, anchor), Block::lead(lead(found))];
    if !found.parties.is_empty() {
        blocks.push(Block::Table(if input.design >= Design::Third {
            parties_in_full(input, found)
        } else {
            parties(found)
        }));
    }
    if !found.controls.is_empty() {
        blocks.push(Block::heading("Controls expected of them (CSOCs)"));
        blocks.push(Block::Table(controls(found)));
    }
    blocks
}

fn lead(found: &FrozenSubservice) -> String {
    let carved = carved_out(found).count();
    let with_data = carved_out(found).filter(|party| party.has_our_data == Some(true)).count();
    let unstated = found.parties.iter().filter(|party| party.method.is_none()).count();
    let mut said = capitalised(&count(found.parties.len(), "party is named", "parties are named"));
    let carved = match carved {
        0 if found.parties.is_empty() || unstated > 0 => ".".to_owned(),
        0 => "; the examination covers their controls.".to_owned(),
        1 => "; one is carved out: its controls were not examined here.".to_owned(),
        _ => format!("; {} carved out: their controls were not examined here.", count(carved, "is", "are")),
    };
    said.push_str(&carved);
    if unstated > 0 {
        said =
            format!("{said} Of {} it is not stated whether they were examined.", count(unstated, "party", "parties"));
    }
    if with_data > 0 {
        said = format!("{said} {} our data.", capitalised(&count(with_data, "of these has", "of these have")));
    }
    if !found.controls.is_empty() {
        let listed = count(found.controls.len(), "control is", "controls are");
        said = format!("{said} {} expected of them.", capitalised(&listed));
    }
    said
}

fn cited(text: Text, found: &FrozenSubservice, (report, pages): (Option<&str>, &[u32])) -> Text {
    refer_each(text, found.document.as_deref(), std::iter::once((report, pages)))
}

fn parties(found: &FrozenSubservice) -> Table {
    let row = |party: &FrozenParty| {
        let services = party.services.as_deref().map_or_else(|| "not stated".to_owned(), |said| shortened(said, WORDS));
        let method = match party.method {
            Some(SubserviceMethod::CarveOut) => "Carve-out",
            Some(SubserviceMethod::Inclusive) => "Inclusive",
            None => "not stated",
        };
        let data = match party.has_our_data {
            Some(true) => "Yes",
            Some(false) => "No",
            None => "not recorded",
        };
        Row::new([
            Cell::from(Text::bold(party.name.as_str())),
            Cell::from(cited(Text::from(services), found, (party.report.as_deref(), &party.pages))),
            Cell::from(method),
            Cell::from(data),
            Cell::from(assurance(party)),
        ])
    };
    Table {
        columns: vec![
            TableColumn::new("Organisation", 36.0),
            TableColumn::rest("Service"),
            TableColumn::new("Method", 22.0),
            TableColumn::new("Our data", 22.0),
            TableColumn::new("Assurance", 44.0),
        ],
        rows: found.parties.iter().map(row).collect(),
        name: format!("{} {}", outline::SUBSERVICE.0, outline::SUBSERVICE.1),
        ..Table::default()
    }
}

/// The parties with where each stands and how many of our vendors rest on it (`practice.md` §7.1, page 9).
fn parties_in_full(input: &FrozenDecision, found: &FrozenSubservice) -> Table {
    let row = |party: &FrozenParty| {
        let services = party.services.as_deref().map_or_else(|| "not stated".to_owned(), |said| shortened(said, WORDS));
        let method = match party.method {
            Some(SubserviceMethod::CarveOut) => "Carve-out",
            Some(SubserviceMethod::Inclusive) => "Inclusive",
            None => "Method not stated",
        };
        let data = match party.has_our_data {
            Some(true) => "has our data",
            Some(false) => "none of our data",
            None => "our data: not recorded",
        };
        let shared = match party.shared_by {
            None => "not known".to_owned(),
            Some(0) => "this one only".to_owned(),
            Some(others) => format!("this and {}", count(others as usize, "other", "others")),
        };
        Row::new([
            Cell::from(Text::bold(party.name.as_str())),
            Cell::from(cited(Text::from(services), found, (party.report.as_deref(), &party.pages))),
            Cell::from(Text::from(method).and_break().and_second(data)),
            Cell::from(assurance(party)),
            Cell::from(status(input.vendor.tier, party)),
            Cell::from(shared),
        ])
    };
    Table {
        columns: vec![
            TableColumn::new("Organisation", 33.0),
            TableColumn::rest("Service"),
            TableColumn::new("Method, our data", 28.0),
            TableColumn::new("Assurance", 32.0),
            TableColumn::new("Status", 20.0),
            TableColumn::new("Our vendors that rest on it", 22.0),
        ],
        rows: found.parties.iter().map(row).collect(),
        name: format!("{} {}", outline::SUBSERVICE.0, outline::SUBSERVICE.1),
        ..Table::default()
    }
}

/// Whether the party is to be chased: it matters, and nothing proves anything of it. The rule is that of
/// `domain::fourth_party::Standing`.
fn status(tier: Option<Tier>, party: &FrozenParty) -> Text {
    let standing = Standing {
        method: party.method,
        has_our_data: party.has_our_data,
        tier,
        held: if party.assured == Some(true) { Held::Read } else { Held::Nothing },
        monitoring: None,
    };
    match (standing.matters(), standing.is_open()) {
        (false, _) => Text::new().and_mark(Mark::Bar).and("nothing to do"),
        (true, false) => Text::new().and_mark(Mark::Tick).and("covered"),
        (true, true) => Text::new().and_mark(Mark::Triangle).and("open"),
    }
}

fn assurance(party: &FrozenParty) -> Text {
    if party.method == Some(SubserviceMethod::Inclusive) {
        return Text::new().and_mark(Mark::Tick).and("examined in this report");
    }
    if party.has_our_data == Some(false) && party.assurance.is_none() {
        return Text::new().and_mark(Mark::Bar).and("not needed: it has no data of ours");
    }
    let mut text = match (&party.assurance, party.assured) {
        (Some(said), Some(true)) => Text::new().and_mark(Mark::Tick).and(said.as_str()),
        (Some(said), _) => Text::new().and_mark(Mark::Triangle).and(said.as_str()),
        (None, _) => Text::new().and_mark(Mark::DashedCircle).and("nothing recorded"),
    };
    match party.controls_mapped {
        Some(true) => text = text.and_break().and_second("controls mapped to its own report"),
        Some(false) => text = text.and_break().and_second("controls not mapped to its own report"),
        None => {}
    }
    text
}

fn controls(found: &FrozenSubservice) -> Table {
    let row = |control: &FrozenCsoc| {
        let criteria = if control.criteria.is_empty() { "–".to_owned() } else { control.criteria.join(", ") };
        Row::new([
            Cell::from(control.party.as_deref().unwrap_or("not assigned to one")),
            Cell::from(cited(
                Text::from(shortened(&control.text, WORDS)),
                found,
                (control.report.as_deref(), &control.pages),
            )),
            Cell::from(criteria),
        ])
    };
    Table {
        columns: vec![
            TableColumn::new("Organisation", 36.0),
            TableColumn::rest("Control assumed"),
            TableColumn::new("Criterion", 30.0),
        ],
        rows: found.controls.iter().map(row).collect(),
        name: format!("{} {}, CSOCs", outline::SUBSERVICE.0, outline::SUBSERVICE.1),
        note: Some(
            "CSOC: complementary subservice organization control. Long wording is shortened; the page has it in full."
                .into(),
        ),
        ..Table::default()
    }
}
