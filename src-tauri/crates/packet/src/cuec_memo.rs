//! The memo on our side of complementary user entity controls (`practice.md` §7.1, page 8): what the auditor of our own
//! controls asks for. The same content gives the same bytes.

use crate::content::words::{capitalised, count, date, span, tier, time};
use crate::input::{Paper, Span};
use crate::system_font::SystemFont;
use crate::typeset::{
    self, Block, Cell, Document, FittedLine, Furniture, Mark, Meta, Paragraph, Printed, Row, RowKind, Style, Table,
    TableColumn, Text, TypesetError,
};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::{
    Sha256, Tier,
    cuec::{Applies, CuecProgress},
};
use serde::Serialize;

/// What the memo says.
#[derive(Debug, Clone, Serialize)]
pub struct CuecMemo {
    /// Whose memo it is.
    pub organisation: String,
    /// Who made it.
    pub made_by: String,
    /// When; the only time in the file.
    pub made_at: DateTime<Utc>,
    /// The paper.
    pub paper: Paper,
    /// The vendors in order.
    pub vendors: Vec<MemoVendor>,
}

/// A vendor of the memo.
#[derive(Debug, Clone, Serialize)]
pub struct MemoVendor {
    /// Its name.
    pub name: String,
    /// Its class.
    pub tier: Option<Tier>,
    /// The report that lists the controls.
    pub report: Option<MemoReport>,
    /// Whether the report says that there are none.
    pub none_stated: bool,
    /// How many controls apply.
    pub applying: u32,
    /// How many of those are in place.
    pub in_place: u32,
    /// Of how many it is not decided whether they apply.
    pub undecided: u32,
    /// The controls in the order of the report.
    pub controls: Vec<MemoControl>,
    /// Controls of the earlier report that this one does not list.
    pub dropped: Vec<String>,
    /// How many responsibilities are listed apart.
    pub responsibilities: u32,
}

/// The report of a vendor.
#[derive(Debug, Clone, Serialize)]
pub struct MemoReport {
    /// Its file name.
    pub file_name: String,
    /// First day that it covers.
    pub from: Option<NaiveDate>,
    /// Last day that it covers.
    pub to: Option<NaiveDate>,
}

/// A control that the report lists.
#[derive(Debug, Clone, Serialize)]
pub struct MemoControl {
    /// Its words.
    pub text: String,
    /// The criteria that it complements.
    pub criteria: Vec<String>,
    /// The page as it is numbered.
    pub page: Option<String>,
    /// Our side; `None` = nothing is said.
    pub ours: Option<MemoSide>,
}

/// Our side of a control.
#[derive(Debug, Clone, Serialize)]
pub struct MemoSide {
    /// Whether it applies.
    pub applies: Option<Applies>,
    /// Why it does not, or only in part.
    pub why: Option<String>,
    /// Our own controls by name.
    pub controls: Vec<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Where it stands.
    pub progress: Option<CuecProgress>,
    /// The evidence: in words, as a file, and with our own controls.
    pub evidence: Vec<String>,
    /// By when it is to be in place.
    pub due: Option<NaiveDate>,
    /// When it was verified, and by whom.
    pub verified: Option<(NaiveDate, String)>,
    /// When it is to be checked again.
    pub recheck_on: Option<NaiveDate>,
}

/// Prints the memo.
pub fn print(memo: &CuecMemo, fonts: &[SystemFont]) -> Result<Printed, TypesetError> {
    let digest = Sha256::of(&serde_json::to_vec(memo).unwrap_or_default());
    let mut identity = [0; 16];
    identity.copy_from_slice(&digest.as_bytes()[..16]);
    let title = "Complementary user entity controls";
    let document = Document {
        meta: Meta {
            title: format!("{title}, {}", memo.organisation),
            author: memo.organisation.clone(),
            subject: title.to_owned(),
            created: memo.made_at,
            identity,
            ..Meta::default()
        },
        paper: memo.paper,
        fonts: fonts.to_vec(),
        furniture: Furniture {
            head_left: line(&memo.organisation),
            head_right: line(title),
            foot_left: line(&format!("Made {} by {}", time(memo.made_at), memo.made_by)),
            ..Furniture::default()
        },
        blocks: blocks(memo),
        ..Document::default()
    };
    typeset::print(&document)
}

fn line(text: &str) -> FittedLine {
    FittedLine { cut: text.to_owned(), ..FittedLine::default() }
}

fn blocks(memo: &CuecMemo) -> Vec<Block> {
    let mut blocks = vec![
        Block::Paragraph(Paragraph::new(Style::Eyebrow, "Memo").kept()),
        Block::Paragraph(Paragraph::new(Style::Title, "Our side of complementary user entity controls").kept()),
        Block::Paragraph(
            Paragraph::new(
                Style::Lead,
                "Complementary user entity controls (CUECs) are controls that a vendor’s report assumes at its customers. \
                 The opinion in the report rests on them. Responsibilities that a report lists apart are no such controls \
                 and are not counted.",
            )
            .spaced(4.0, 8.0),
        ),
    ];
    if memo.vendors.is_empty() {
        blocks.push(Block::lead("No report on file lists complementary user entity controls."));
    }
    if memo.vendors.len() > 1 {
        blocks.push(overview(&memo.vendors));
        blocks.push(Block::Space(6.0));
    }
    for (vendor, number) in memo.vendors.iter().zip(1..) {
        blocks.extend(section(vendor, number));
    }
    blocks
}

/// "3 of 7 in place"; `practice.md` §9.
fn completion(vendor: &MemoVendor) -> String {
    let undecided = match vendor.undecided {
        0 => String::new(),
        undecided => format!(", {undecided} undecided"),
    };
    format!("{} of {} in place{undecided}", vendor.in_place, vendor.applying)
}

fn overview(vendors: &[MemoVendor]) -> Block {
    let row = |(vendor, number): (&MemoVendor, u32)| {
        Row::new([
            Cell::from(Text::new().and_link(vendor.name.as_str(), anchor(number))),
            Cell::from(vendor.tier.map_or("not stated", tier)),
            Cell::from(vendor.controls.len().to_string()),
            Cell::from(completion(vendor)),
        ])
    };
    Block::Table(Table {
        columns: vec![
            TableColumn::rest("Vendor"),
            TableColumn::new("Tier", 24.0),
            TableColumn::new("Listed", 16.0).right(),
            TableColumn::new("Of those that apply", 60.0),
        ],
        rows: vendors.iter().zip(1..).map(row).collect(),
        name: "Vendors".to_owned(),
        ..Table::default()
    })
}

fn anchor(number: u32) -> String {
    format!("vendor-{number}")
}

fn section(vendor: &MemoVendor, number: u32) -> Vec<Block> {
    let mut blocks = vec![Block::running_section(&number.to_string(), &vendor.name, &anchor(number))];
    let Some(report) = &vendor.report else {
        blocks.push(Block::lead("No report is filed that could list complementary user entity controls."));
        return blocks;
    };
    let covers = match (report.from, report.to) {
        (Some(start), Some(end)) => format!(", {}", span(Span { start, end })),
        (None, Some(end)) => format!(", {}", date(end)),
        _ => String::new(),
    };
    let class = vendor.tier.map_or_else(String::new, |class| format!(" Tier: {}.", tier(class)));
    blocks.push(Block::lead(
        Text::bold(format!("{}. ", completion(vendor))).and(format!("Report: {}{covers}.{class}", report.file_name)),
    ));
    if vendor.controls.is_empty() {
        let none = if vendor.none_stated {
            "The report says that there are none."
        } else {
            "No such control was read in the report."
        };
        blocks.push(Block::body(none));
    } else {
        blocks.push(Block::Table(table(vendor, number)));
    }
    let apart = match vendor.responsibilities {
        0 => None,
        one => Some(format!(
            "{} listed apart in the report; not counted here.",
            capitalised(&count(one as usize, "user entity responsibility is", "user entity responsibilities are"))
        )),
    };
    blocks.extend(apart.map(Block::note));
    if !vendor.dropped.is_empty() {
        blocks.push(Block::heading("In the report before, not in this one"));
        blocks.push(Block::Bullets(vendor.dropped.iter().map(|text| Text::from(text.as_str())).collect()));
    }
    blocks
}

fn table(vendor: &MemoVendor, number: u32) -> Table {
    let mut rows = Vec::new();
    for (control, at) in vendor.controls.iter().zip(1..) {
        rows.push(row(control, at));
    }
    Table {
        columns: vec![
            TableColumn::new("No.", 11.0).right(),
            TableColumn::rest("What the report expects of us"),
            TableColumn::new("Our control", 31.0),
            TableColumn::new("Owner", 22.0),
            TableColumn::new("Status", 26.0),
            TableColumn::new("Evidence", 28.0),
        ],
        rows,
        style: Some(Style::Small),
        name: format!("{number} {}", vendor.name),
        ..Table::default()
    }
}

fn row(control: &MemoControl, number: u32) -> Row {
    let places = control.page.iter().map(|page| format!("p. {page}"));
    let places: Vec<String> = control.criteria.iter().cloned().chain(places).collect();
    let mut text = Text::from(control.text.as_str());
    if !places.is_empty() {
        text = text.and_break().and_second(places.join(", "));
    }
    let side = control.ours.as_ref();
    let own = side.map_or_else(String::new, |side| side.controls.join("; "));
    let owner = side.and_then(|side| side.owner.clone()).unwrap_or_default();
    let evidence = side.map_or_else(String::new, |side| side.evidence.join("; "));
    Row {
        cells: vec![
            Cell::from(number.to_string()),
            Cell::from(text),
            Cell::from(own),
            Cell::from(owner),
            Cell::from(standing(side)),
            Cell::from(evidence),
        ],
        kind: RowKind::Normal,
        anchor: None,
    }
}

/// Where it stands, in a word that survives a photocopy, with its day.
fn standing(side: Option<&MemoSide>) -> Text {
    let Some((side, applies)) = side.and_then(|side| Some((side, side.applies?))) else {
        return Text::new().and_mark(Mark::DashedCircle).and("Undecided");
    };
    if applies == Applies::No {
        let text = Text::new().and_mark(Mark::Bar).and("Does not apply");
        return match &side.why {
            Some(why) => text.and_break().and_second(why.as_str()),
            None => text,
        };
    }
    let mark = match side.progress {
        Some(CuecProgress::Verified | CuecProgress::Implemented) => Mark::Tick,
        Some(CuecProgress::Planned) => Mark::Triangle,
        Some(CuecProgress::NotStarted) | None => Mark::CrossedSquare,
    };
    let said = side.progress.map_or("Nothing recorded", CuecProgress::title);
    let mut text = Text::new().and_mark(mark).and(said);
    if applies == Applies::Partly {
        text = text.and(", applies in part");
    }
    if let Some(due) = side.due {
        text = text.and_break().and_second(format!("by {}", date(due)));
    }
    if let Some((on, by)) = side.verified.as_ref().filter(|_| side.progress == Some(CuecProgress::Verified)) {
        text = text.and_break().and_second(format!("{}, {by}", date(*on)));
    }
    if let Some(again) = side.recheck_on {
        text = text.and_break().and_second(format!("again by {}", date(again)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side() -> MemoSide {
        MemoSide {
            applies: Some(Applies::Yes),
            why: None,
            controls: vec!["Access review".to_owned()],
            owner: Some("Mara Lind".to_owned()),
            progress: Some(CuecProgress::Planned),
            evidence: Vec::new(),
            due: NaiveDate::from_ymd_opt(2026, 4, 30),
            verified: None,
            recheck_on: None,
        }
    }

    fn vendor(ours: Option<MemoSide>, undecided: u32) -> MemoVendor {
        let control = MemoControl {
            text: "Review access.".to_owned(),
            criteria: vec!["CC6.3".to_owned()],
            page: Some("31".to_owned()),
            ours,
        };
        MemoVendor {
            name: "Example Ledger".to_owned(),
            tier: Some(Tier::High),
            report: Some(MemoReport { file_name: "report.pdf".to_owned(), from: None, to: None }),
            none_stated: false,
            applying: 7,
            in_place: 3,
            undecided,
            controls: vec![control],
            dropped: vec!["Check files.".to_owned()],
            responsibilities: 2,
        }
    }

    fn memo(vendors: Vec<MemoVendor>) -> CuecMemo {
        CuecMemo {
            organisation: "Larkfield Instruments".to_owned(),
            made_by: "Mara Lind".to_owned(),
            made_at: DateTime::UNIX_EPOCH,
            paper: Paper::A4,
            vendors,
        }
    }

    #[test]
    fn completion_counts_what_applies_and_says_what_is_open() {
        assert_eq!(completion(&vendor(None, 0)), "3 of 7 in place");
        assert_eq!(completion(&vendor(None, 2)), "3 of 7 in place, 2 undecided");
    }

    #[test]
    fn the_same_memo_gives_the_same_bytes_and_another_one_others() {
        let one = print(&memo(vec![vendor(Some(side()), 0), vendor(None, 1)]), &[]).expect("prints").bytes;
        let again = print(&memo(vec![vendor(Some(side()), 0), vendor(None, 1)]), &[]).expect("prints").bytes;
        assert_eq!(one, again);
        let done = MemoSide { progress: Some(CuecProgress::Implemented), ..side() };
        assert_ne!(one, print(&memo(vec![vendor(Some(done), 0), vendor(None, 1)]), &[]).expect("prints").bytes);
        print(&memo(Vec::new()), &[]).expect("a memo without vendors is paper too");
    }

    #[test]
    fn each_standing_has_its_own_mark_and_its_words() {
        let words = |side: MemoSide| standing(Some(&side));
        let no = words(MemoSide { applies: Some(Applies::No), why: Some("We upload no files.".to_owned()), ..side() });
        let expected = Text::new().and_mark(Mark::Bar).and("Does not apply").and_break();
        assert_eq!(no, expected.and_second("We upload no files."));
        let open = Text::new().and_mark(Mark::DashedCircle).and("Undecided");
        assert_eq!(standing(None), open);
        assert_eq!(words(MemoSide { applies: None, ..side() }), open, "a status without an answer decides nothing");
        let planned = words(side());
        assert_eq!(
            planned,
            Text::new().and_mark(Mark::Triangle).and("Planned").and_break().and_second("by 30 Apr 2026")
        );
    }
}
