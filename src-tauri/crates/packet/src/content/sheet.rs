//! Section 1, the decision sheet: one page that answers what, why, on which conditions, until when, and who signs.

use super::words::{choices, date, duty, headline, in_force, shortened, tier, time};
use super::{AFTER_SHEET, Cuts, Frozen, low, outline, policy, risk};
use crate::canonical::grouped;
use crate::input::{Design, FrozenDecision, FrozenSignOff, Signer};
use crate::typeset::{Block, Cell, Column, Look, Mark, Paragraph, Row, Style, Table, TableColumn, Text, Tone};
use countersign_domain::Outcome;

/// How many conditions and signers stay on the sheet when room is short.
const CONDITIONS_ON_SHEET: usize = 4;
const SIGNERS_ON_SHEET: usize = 5;

/// How many words of a comment stay on the sheet; section 14 has it in full.
const COMMENT_WORDS: usize = 12;

/// Where the documents are listed when the sheet is the whole packet.
pub(super) const LOW_REGISTER: &str = "listed above";

/// The head over the signers for whom the sheet has no room.
const SIGNED_FURTHER: &str = "1 Decision sheet, signatures continued";

/// Makes the sheet, and what of it continues on the next page.
pub(super) fn blocks(frozen: &Frozen<'_>, cuts: Cuts) -> Vec<Block> {
    let input = frozen.input;
    let mut blocks = vec![Block::Anchor(outline::SHEET.2.to_owned())];
    blocks.extend(top(frozen, cuts, "Decision sheet", verdict(input, cuts)));
    if !input.decision.conditions.is_empty() {
        blocks.extend(conditions(input, cuts));
        blocks.push(Block::Space(4.0));
        blocks.push(Block::Rule(1.6, Tone::Ink));
    }
    if input.design >= Design::Second {
        blocks.extend(remaining(input, cuts));
    }
    let places = places(input);
    let on_sheet = if cuts.signers { SIGNERS_ON_SHEET } else { places.len() };
    let (here, further) = places.split_at(on_sheet.min(places.len()));
    blocks.push(Block::Space(4.0));
    if here.is_empty() {
        blocks.push(paragraph(Style::Lead, "Nobody is named to sign."));
    } else {
        blocks.extend(signatures(here, input.decision.outcome, cuts, "Signatures"));
    }
    if !further.is_empty() {
        blocks.push(Block::note(format!("{} more sign on page 2.", further.len())));
    }
    blocks.push(Block::Space(9.0));
    blocks.push(identity(frozen, cuts, "section 4"));
    blocks.push(Block::PageBreak);
    blocks.push(Block::Anchor(AFTER_SHEET.to_owned()));
    if !further.is_empty() {
        blocks.push(Block::Rule(1.6, Tone::Ink));
        blocks.push(Block::Space(4.0));
        blocks.extend(signatures(further, input.decision.outcome, Cuts::default(), SIGNED_FURTHER));
    }
    blocks
}

/// What stands above the conditions: who it is about, the tier, the owner and the days, and what was decided.
pub(super) fn top(frozen: &Frozen<'_>, cuts: Cuts, eyebrow: &str, verdict: Block) -> Vec<Block> {
    let input = frozen.input;
    let mut blocks = masthead(frozen, cuts, eyebrow);
    blocks.push(Block::Rule(0.35, Tone::Rule));
    blocks.push(Block::Space(4.0));
    blocks.push(facts(input, cuts));
    blocks.push(Block::Space(6.0));
    blocks.push(Block::Rule(1.6, Tone::Ink));
    blocks.push(Block::Space(6.0));
    blocks.push(verdict);
    blocks.push(Block::Space(6.0));
    blocks.push(Block::Rule(1.6, Tone::Ink));
    blocks
}

fn paragraph(style: Style, text: impl Into<Text>) -> Block {
    Block::Paragraph(Paragraph::new(style, text).kept())
}

fn label(style: Style, text: impl Into<Text>) -> Block {
    Block::Paragraph(Paragraph::new(style, text).spaced(0.0, 1.0).kept())
}

fn masthead(frozen: &Frozen<'_>, cuts: Cuts, eyebrow: &str) -> Vec<Block> {
    let input = frozen.input;
    let lines = cuts.names.then_some(2);
    let name = Paragraph::new(Style::Title, input.vendor.name.as_str()).at_most(lines).kept();
    let service = input.vendor.service.as_deref().unwrap_or("Service: not stated");
    let service = Paragraph::new(Style::Lead, service).spaced(2.0, 8.0).at_most(lines).kept();
    let words = vec![paragraph(Style::Eyebrow, eyebrow), Block::Paragraph(name), Block::Paragraph(service)];
    let Some(logo) = &frozen.logo else { return words };
    // The service keeps its distance to the rule below.
    vec![
        Block::Columns(vec![
            Column { x: 0.0, width: 126.0, blocks: words },
            Column { x: 130.0, width: 40.0, blocks: vec![Block::Picture(logo.clone())] },
        ]),
        Block::Space(8.0),
    ]
}

/// Up to four columns: tier, owner, evidence, next review.
fn facts(input: &FrozenDecision, cuts: Cuts) -> Block {
    let vendor = &input.vendor;
    let mut rank = Text::new();
    rank = match vendor.tier {
        Some(value) => rank.and_bold(tier(value)),
        None => rank.and("not stated"),
    };
    if let Some(reason) = vendor.tier_reason.as_deref().filter(|reason| !reason.is_empty()) {
        rank = rank.and(": ").and(reason);
    }
    let owner = vendor.owner.as_deref().unwrap_or("not stated");
    let mut cells = vec![("Tier", rank), ("Business owner", Text::from(owner))];
    if let Some(until) = input.decision.evidence_good_until {
        cells.push(("Evidence is good until", Text::bold(date(until))));
    }
    let review = input.decision.next_review.map_or_else(|| Text::from("no date set"), |day| Text::bold(date(day)));
    cells.push(("Next full review", review));
    // Section 3 has the arithmetic, or the reason of who chose the tier by hand, in full.
    let in_full = input.register.is_some() && super::tiering::left_out(input).is_none();
    let lines = if cuts.names { Some(3) } else { in_full.then_some(4) };
    let column = |(index, (name, text)): (usize, (&str, Text))| Column {
        x: 43.5 * index as f64,
        width: 39.5,
        blocks: vec![label(Style::Note, name), Block::Paragraph(Paragraph::new(Style::Table, text).at_most(lines))],
    };
    Block::Columns(cells.into_iter().enumerate().map(column).collect())
}

fn verdict(input: &FrozenDecision, cuts: Cuts) -> Block {
    let decision = &input.decision;
    let lines = cuts.reasons.then_some(4);
    let mut reasons = vec![Block::Paragraph(Paragraph::new(Style::Lead, decision.reason.as_str()).at_most(lines))];
    // From the second design on it stands in a table of its own.
    if let Some(residual) = decision.residual.as_ref().filter(|_| input.design == Design::First) {
        let said = Text::bold(format!("Risk that stays: {}. ", residual.level.title().to_lowercase()));
        let text = said.and(residual.words.as_str());
        reasons.push(Block::Paragraph(Paragraph::new(Style::Lead, text).at_most(lines)));
    }
    if cuts.reasons {
        reasons.push(Block::note(
            Text::new().and("The reasons in full: ").and_link("section 14", outline::HISTORY.2).and("."),
        ));
    }
    headed(input, reasons)
}

/// The risk that stays, under the conditions.
fn remaining(input: &FrozenDecision, cuts: Cuts) -> Vec<Block> {
    vec![Block::Space(6.0), risk::table(input, cuts, Look::Sheet), Block::Space(4.0), Block::Rule(1.6, Tone::Ink)]
}

/// What was decided, with its reasons beside it.
pub(super) fn headed(input: &FrozenDecision, reasons: Vec<Block>) -> Block {
    let decision = &input.decision;
    let said = headline(decision.outcome, decision.conditions.len());
    let mut left = vec![paragraph(Style::Eyebrow, "Recommended decision"), paragraph(Style::Verdict, said)];
    if matches!(decision.outcome, Outcome::Rejected | Outcome::Withdrawn) && input.vendor.in_use {
        left.push(Block::note("The vendor is in use: it goes into offboarding."));
    }
    if let Some(verdict) = policy::differs(input) {
        let said = Text::new().and("The policy’s verdict is another: ").and_bold(verdict).and(", ");
        let (number, _, anchor) = outline::POLICY;
        left.push(Block::note(if low::is_meant(input) {
            said.and("see the policy check.")
        } else {
            said.and_link(format!("section {number}"), anchor).and(".")
        }));
    }
    Block::Columns(vec![
        Column { x: 0.0, width: 54.0, blocks: left },
        Column { x: 58.0, width: 112.0, blocks: reasons },
    ])
}

/// The duties that it depends on.
pub(super) fn conditions(input: &FrozenDecision, cuts: Cuts) -> Vec<Block> {
    let all = &input.decision.conditions;
    let here = if cuts.conditions { all.len().min(CONDITIONS_ON_SHEET) } else { all.len() };
    let line = cuts.names.then_some(1);
    let row = |(index, condition): (usize, &crate::input::FrozenCondition)| {
        Row::new([
            Cell::from(Text::bold(format!("C{}", index + 1))),
            Cell::from(duty(condition)).at_most(line),
            Cell::from(condition.owner.as_str()).at_most(line),
            Cell::from(Text::bold(date(condition.due))),
        ])
    };
    let mut rows: Vec<Row> = all.iter().take(here).enumerate().map(row).collect();
    if here < all.len() {
        let more =
            Text::new().and(format!("and {} more, ", all.len() - here)).and_link("section 12", outline::DUTIES.2);
        rows.push(Row::new([Cell::from(""), Cell::from(more).over(3)]));
    }
    let columns = vec![
        TableColumn::new("Conditions", 10.5),
        TableColumn::rest(""),
        TableColumn::new("Owner", 40.0),
        TableColumn::new("By", 24.0),
    ];
    vec![Block::Space(6.0), Block::Table(Table { columns, rows, look: Look::Sheet, ..Table::default() })]
}

/// A place for a signature, with what was typed in the program for it.
pub(super) type Place<'a> = (&'a Signer, Option<&'a FrozenSignOff>);

/// The places for signatures, in their order.
pub(super) fn places(input: &FrozenDecision) -> Vec<Place<'_>> {
    let typed = |place: u32| input.sign_offs.iter().find(|sign_off| sign_off.place == place);
    input.signers.iter().zip(1..).map(|(signer, place)| (signer, typed(place))).collect()
}

/// What is ticked, and the two cells that are signed by hand, where nothing was typed in the program.
fn to_sign(outcome: Outcome, typed: Option<&FrozenSignOff>, cuts: Cuts) -> [Cell; 3] {
    let [agree, disagree] = choices(outcome);
    let Some(typed) = typed else {
        let boxes = Text::new().and_mark(Mark::Box).and(agree).and_break().and_mark(Mark::Box).and(disagree);
        return [Cell::from(boxes), Cell::to_sign(), Cell::to_sign()];
    };
    let said = if typed.agrees {
        Text::new().and_mark(Mark::Tick).and(agree)
    } else {
        Text::new().and_mark(Mark::CrossedSquare).and(disagree)
    };
    let comment = typed.comment.as_deref().filter(|_| !cuts.comments).map(|comment| shortened(comment, COMMENT_WORDS));
    let comment = comment.map_or_else(String::new, |comment| format!(": {comment}"));
    let signed = Text::new().and_second(format!("signed in the program{comment}"));
    [Cell::from(said), Cell::from(signed), Cell::from(date(typed.on))]
}

/// Rows to sign.
pub(super) fn signatures(places: &[Place<'_>], outcome: Outcome, cuts: Cuts, title: &str) -> Vec<Block> {
    let lines = cuts.names.then_some(2);
    let [agree, _] = choices(outcome);
    let row = |(signer, typed): &Place<'_>| {
        let mut name = Text::bold(signer.name.as_str());
        if let Some(title) = &signer.title {
            name = name.and_break().and(title.as_str());
        }
        let who = [Cell::from(name).at_most(lines), Cell::from(signer.role.as_str()).at_most(lines)];
        Row::new(who.into_iter().chain(to_sign(outcome, *typed, cuts)))
    };
    // What is no approval takes more words to agree with; names have room to spare.
    let decision = if agree == "Approve" { 22.0 } else { 31.0 };
    let columns = vec![
        TableColumn::new("Name and rank", 78.0 - decision),
        TableColumn::new("Signs as", 29.0),
        TableColumn::new("Decision", decision),
        TableColumn::new("Signature", 34.0),
        TableColumn::rest("Date and place"),
    ];
    let rows = places.iter().map(row).collect();
    let table = Table {
        columns,
        rows,
        look: Look::Signatures,
        name: "1 Decision sheet, signatures".to_owned(),
        ..Table::default()
    };
    let heading = label(Style::Lead, Text::bold(title));
    vec![heading, Block::Table(table)]
}

/// The identity band; `register` is where the documents are listed.
pub(super) fn identity(frozen: &Frozen<'_>, cuts: Cuts, register: &str) -> Block {
    let input = frozen.input;
    let name = &input.packet;
    let packet = Text::bold(format!("{}, version {}", name.number, name.version))
        .and(format!(", frozen {}, ", time(input.decision.recorded_at)))
        .and_page_count()
        .and(if register == LOW_REGISTER { " page" } else { " pages" });
    let label = |text: &str| Cell::from(Text::new().and_second(text));
    let mut rows = vec![
        Row::new([label("Packet"), Cell::from(packet)]),
        Row::new([label("Short code"), Cell::from(frozen.short_code.as_str()).styled(Style::Code)]),
        Row::new([label("Content SHA-256"), Cell::from(grouped(&frozen.hash)).styled(Style::Hash)]),
        Row::new([
            label("Decision"),
            Cell::from(format!("no. {} of {}", input.decision.number, date(input.decision.decided_on))),
        ]),
        Row::new([
            label("Recorded by"),
            Cell::from(input.decision.recorded_by.as_str()).at_most(cuts.names.then_some(1)),
        ]),
    ];
    if let Some(before) = input.previous.as_ref().filter(|_| !cuts.before) {
        // Read as one: the hash is of the file, which cannot print its own.
        let named = format!("File of {} v{}", before.number, before.version);
        rows.push(Row::new([label(&named), Cell::from(grouped(&before.sha256)).styled(Style::Hash)]));
    }
    let meaning = input.documents.first().map_or(String::new(), |document| {
        let page = if input.design >= Design::Second { document.pages.clamp(1, 6) } else { 6 };
        format!(" [{0} p. {page}] means page {page} of the file {0}, {register}.", document.label)
    });
    rows.push(Row::new([
        label("In force"),
        Cell::from(format!("{}{meaning}", in_force(input.decision.outcome))).at_most(Some(2)),
    ]));
    let table = Table {
        columns: vec![TableColumn::new("", 29.0), TableColumn::rest("")],
        rows,
        look: Look::Bare,
        style: Some(Style::Small),
        ..Table::default()
    };
    let code = format!("CS1:{}:{}:{}", name.number, name.version, frozen.short_code);
    Block::Columns(vec![
        Column { x: 0.0, width: 144.0, blocks: vec![Block::Table(table)] },
        Column { x: 148.0, width: 22.0, blocks: vec![Block::Qr(code)] },
    ])
}
