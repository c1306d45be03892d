//! What an invented document says, before anybody has laid it out.

use super::{
    catalogue::{CONTROLS, Pattern},
    criteria::{self, OBJECTIVES},
    dice::Dice,
    house::{Carved, House, Ids, Listing, Subject},
    names, results, wording,
};
use chrono::{Days, NaiveDate};
use countersign_domain::{
    Category, Kind, Opinion,
    reading::{Sample, SubserviceMethod, TestOutcome},
};

/// How much a document says; smaller is easier to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Most rows of the tests matrix.
    pub controls: usize,
    /// Most complementary controls of each kind.
    pub complementary: usize,
    /// Most exceptions.
    pub exceptions: usize,
    /// Paragraphs of prose in the description beside those that say a fact.
    pub prose: usize,
}

impl Extent {
    /// As large as the catalogue allows.
    pub const FULL: Self = Self { controls: 80, complementary: 10, exceptions: 5, prose: 270 };

    /// Short, middling and long ones by turns, as they come.
    pub const fn of(seed: u64) -> Self {
        match seed % 4 {
            0 => Self { controls: 25, prose: 12, ..Self::FULL },
            1 => Self { prose: 60, ..Self::FULL },
            2 => Self::FULL,
            _ => Self { controls: 50, prose: 150, ..Self::FULL },
        }
    }
}

/// A document.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub struct Report {
    pub kind: Kind,
    pub organization: String,
    pub short: String,
    pub system: String,
    pub firm: String,
    pub city: String,
    pub as_of: Option<NaiveDate>,
    pub period: Option<(NaiveDate, NaiveDate)>,
    pub dated: NaiveDate,
    pub opinion: Opinion,
    /// The matter behind a modified opinion.
    pub matter: Option<String>,
    pub categories: Vec<Category>,
    pub subservices: Vec<Subservice>,
    pub cuecs: Vec<Complementary>,
    /// Whether the document says that there are none.
    pub no_cuecs: bool,
    pub responsibilities: Vec<String>,
    pub csocs: Vec<Complementary>,
    pub groups: Vec<Group>,
    pub incidents: Vec<String>,
    pub signatory: (&'static str, &'static str),
    /// A certificate's number, or nothing.
    pub number: String,
    /// Last day that a letter covers or on which a certificate holds.
    pub until: NaiveDate,
    /// A certificate: when first issued.
    pub first_issued: Option<NaiveDate>,
    /// Paragraphs of prose that state no fact.
    pub prose: usize,
}

/// A vendor of the vendor.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub struct Subservice {
    pub name: &'static str,
    pub services: &'static str,
    pub method: SubserviceMethod,
}

/// A complementary control.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub struct Complementary {
    pub text: String,
    pub criterion: &'static str,
    pub subservice: Option<&'static str>,
}

/// Controls under one criterion or control objective.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub struct Group {
    pub id: String,
    pub title: String,
    pub controls: Vec<Control>,
}

/// A row of the tests matrix.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub struct Control {
    pub id: Option<String>,
    pub criteria: Vec<String>,
    pub text: String,
    pub tests: Vec<String>,
    /// One for each test, or one for all.
    pub results: Vec<String>,
    pub outcome: TestOutcome,
    pub exception: Option<Exception>,
    pub(crate) sampled: Option<(&'static str, &'static str)>,
    pub(crate) size: u32,
}

/// What an exception adds to its control.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub struct Exception {
    pub result: String,
    pub sample: Sample,
    pub response: Option<String>,
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

fn after(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).expect("dates of this century")
}

impl Report {
    /// Invents one; the same seed and house give the same.
    pub fn invent(house: &House, seed: u64, extent: Extent) -> Self {
        let mut dice = Dice::new(seed, house.name);
        let dice = &mut dice;
        let (organization, short) = names::organization(dice);
        let system = names::system(dice, &short);
        let (firm, city) = names::firm(dice, house.isae || house.a4);
        let kind = match house.subject {
            Subject::Soc2 => Kind::Soc2Type2,
            Subject::Soc2Type1 => Kind::Soc2Type1,
            Subject::Soc1 => Kind::Soc1Type2,
            Subject::Soc3 => Kind::Soc3,
            Subject::Letter => Kind::BridgeLetter,
            Subject::Certificate => Kind::Iso27001Certificate,
        };
        let start = day([2023, 2024, 2025][dice.below(3)], 1 + dice.below(12) as u32, 1);
        let months = [3, 6, 9, 12][dice.below(4)];
        let end = start
            .checked_add_months(chrono::Months::new(months))
            .and_then(|next| next.pred_opt())
            .expect("a date of this century");
        let dated = after(end, dice.between(20, 75) as u64);
        let type1 = kind == Kind::Soc2Type1;
        let soc = matches!(house.subject, Subject::Soc2 | Subject::Soc2Type1 | Subject::Soc3);
        let categories = if soc { categories(dice) } else { Vec::new() };
        let groups = if matches!(house.subject, Subject::Soc2 | Subject::Soc2Type1 | Subject::Soc1) {
            groups(dice, house, &categories, &short, extent)
        } else {
            Vec::new()
        };
        let excepted = groups.iter().flat_map(|group| &group.controls).find(|control| control.exception.is_some());
        let (opinion, matter) = opinion(dice, kind, excepted, &short);
        let (subservices, csocs) = subservices(dice, house, &categories, extent);
        let no_cuecs = soc && dice.chance(12);
        let count = if no_cuecs { 0 } else { dice.between(3, 9).min(extent.complementary) };
        let cuecs = dice
            .some(wording::CUECS, if house.is_report() { count } else { 0 })
            .into_iter()
            .map(|(text, criterion)| Complementary {
                text: wording::as_listed(house.cuecs, &text.replace("{org}", &short)),
                criterion,
                subservice: None,
            })
            .collect();
        let responsibilities =
            if soc && dice.chance(30) { dice.some(wording::RESPONSIBILITIES, 3) } else { Vec::new() };
        let incidents = if soc && dice.chance(25) {
            let date = house.dates.print(after(start, 40));
            vec![dice.pick(wording::INCIDENTS).replace("{date}", &date).replace("{org}", &short)]
        } else {
            Vec::new()
        };
        let until = match house.subject {
            Subject::Certificate => after(dated, 1094),
            _ => after(end, 90),
        };
        Self {
            kind,
            organization,
            short,
            system,
            firm,
            city,
            as_of: type1.then_some(end),
            period: (!type1).then_some((start, end)),
            dated: if house.subject == Subject::Letter { after(end, 95) } else { dated },
            opinion,
            matter,
            categories,
            subservices,
            cuecs,
            no_cuecs,
            responsibilities: responsibilities.into_iter().map(str::to_owned).collect(),
            csocs,
            groups,
            incidents,
            signatory: names::person(dice),
            number: format!("{} {}", ["ISMS", "IS", "CERT"][dice.below(3)], 100_000 + dice.below(800_000)),
            until,
            prose: extent.prose,
            first_issued: dice.chance(60).then(|| start - Days::new(1089)),
        }
    }

    /// Every row of the tests matrix in the order in which it stands.
    pub fn controls(&self) -> impl Iterator<Item = &Control> {
        self.groups.iter().flat_map(|group| &group.controls)
    }
}

fn categories(dice: &mut Dice) -> Vec<Category> {
    let more = dice.below(4);
    let mut some = dice.some(&Category::ALL[1..], more);
    some.insert(0, Category::Security);
    some
}

fn opinion(dice: &mut Dice, kind: Kind, excepted: Option<&Control>, short: &str) -> (Opinion, Option<String>) {
    let chance = dice.below(100);
    let opinion = match chance {
        0..=13 if excepted.is_some() => Opinion::Qualified,
        14..=17 => Opinion::Adverse,
        18..=21 => Opinion::Disclaimer,
        22..=26 => Opinion::Qualified,
        _ => Opinion::Unqualified,
    };
    if opinion == Opinion::Unqualified || !kind.is_attestation() {
        return (Opinion::Unqualified, None);
    }
    let what = excepted.map_or_else(
        || format!("reviews of user access of {short} were not carried out"),
        |control| {
            format!("the control \u{201c}{}\u{201d} was not carried out as stated", control.text.trim_end_matches('.'))
        },
    );
    let matter = match opinion {
        Opinion::Disclaimer => format!(
            "{short} could not provide records of system activity, because they had been deleted. We were unable to obtain sufficient appropriate evidence on the matters described."
        ),
        Opinion::Adverse => format!(
            "Our tests showed that {what} in most parts of the system. As a result, controls did not operate effectively to meet the applicable criteria."
        ),
        _ => format!(
            "Our tests showed that {what}. As a result, the related criterion was not met during part of the period."
        ),
    };
    (opinion, Some(matter))
}

fn subservices(
    dice: &mut Dice,
    house: &House,
    categories: &[Category],
    extent: Extent,
) -> (Vec<Subservice>, Vec<Complementary>) {
    if !house.is_report() || dice.chance(15) {
        return (Vec::new(), Vec::new());
    }
    let inclusive = house.carved == Carved::Sentence && dice.chance(20);
    let count = dice.between(1, 3).min(extent.complementary.max(1));
    let subservices: Vec<Subservice> = names::subservices(dice, count)
        .into_iter()
        .map(|(name, services)| Subservice {
            name,
            services,
            method: if inclusive { SubserviceMethod::Inclusive } else { SubserviceMethod::CarveOut },
        })
        .collect();
    if inclusive {
        return (subservices, Vec::new());
    }
    let available = categories.contains(&Category::Availability);
    let possible: Vec<_> =
        wording::CSOCS.iter().filter(|(_, criterion)| available || !criterion.starts_with('A')).collect();
    let count = dice.between(2, possible.len()).min(extent.complementary);
    let csocs = dice
        .some(&possible, count)
        .into_iter()
        .enumerate()
        .map(|(at, (text, criterion))| Complementary {
            text: (*text).to_owned(),
            criterion,
            subservice: Some(subservices[at * subservices.len() / count].name),
        })
        .collect();
    (subservices, if house.csocs == Listing::Marks { shared(dice, csocs) } else { csocs })
}

/// Some controls are those of two organizations.
fn shared(dice: &mut Dice, csocs: Vec<Complementary>) -> Vec<Complementary> {
    let names: Vec<Option<&'static str>> = csocs.iter().map(|c| c.subservice).collect();
    let mut all = Vec::new();
    for control in csocs {
        let another = names.iter().copied().find(|name| *name != control.subservice).filter(|_| dice.chance(40));
        let again = another.map(|subservice| Complementary { subservice, ..control.clone() });
        all.push(control);
        all.extend(again);
    }
    all
}

/// The criteria of some categories, in the framework's order.
fn in_scope(criterion: &str, categories: &[Category]) -> bool {
    let category = match criterion.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.') {
        "CC" => Category::Security,
        "A" => Category::Availability,
        "PI" => Category::ProcessingIntegrity,
        "C" => Category::Confidentiality,
        _ => Category::Privacy,
    };
    categories.contains(&category)
}

fn groups(dice: &mut Dice, house: &House, categories: &[Category], short: &str, extent: Extent) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let drawn: Vec<&Pattern> = CONTROLS.iter().filter(|_| dice.chance(85)).collect();
    if house.subject == Subject::Soc1 {
        for (at, (objective, series)) in OBJECTIVES.iter().enumerate() {
            let own: Vec<&Pattern> = drawn.iter().copied().filter(|p| p.criteria[0].starts_with(series)).collect();
            if !own.is_empty() {
                let id = format!("Control Objective {}", at + 1);
                let mut group = Group { id: id.clone(), title: (*objective).to_owned(), controls: Vec::new() };
                group.controls.extend(own.iter().map(|pattern| Control::drawn(pattern, vec![id.clone()], short)));
                groups.push(group);
            }
        }
    } else {
        let mut seen: Vec<&str> = drawn.iter().flat_map(|p| p.criteria.iter().copied()).collect();
        seen.sort_by_key(|c| (order(c), *c));
        seen.dedup();
        for criterion in seen.into_iter().filter(|c| in_scope(c, categories)) {
            let own = drawn.iter().filter(|p| {
                if house.lists_once() { p.criteria[0] == criterion } else { p.criteria.contains(&criterion) }
            });
            let mut group = Group {
                id: criterion.to_owned(),
                title: criteria::criterion_title(criterion).to_owned(),
                controls: Vec::new(),
            };
            for pattern in own {
                let mut listed = vec![criterion.to_owned()];
                if house.lists_once() {
                    let further = pattern.criteria[1..].iter().filter(|c| in_scope(c, categories));
                    listed.extend(further.map(|c| (*c).to_owned()));
                }
                group.controls.push(Control::drawn(pattern, listed, short));
            }
            if !group.controls.is_empty() {
                groups.push(group);
            }
        }
    }
    shorten(&mut groups, extent.controls);
    number(&mut groups, house.ids);
    if house.subject != Subject::Soc2Type1 {
        results::decide(dice, house, &mut groups, extent.exceptions);
    }
    groups
}

fn order(criterion: &str) -> u8 {
    let series = criterion.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    ["CC", "A", "PI", "C", "P"].iter().position(|s| *s == series).unwrap_or(9) as u8
}

fn shorten(groups: &mut Vec<Group>, most: usize) {
    let mut left = most;
    for group in &mut *groups {
        group.controls.truncate(left);
        left -= group.controls.len();
    }
    groups.retain(|group| !group.controls.is_empty());
}

/// Gives every control its number; one that is listed again keeps it.
fn number(groups: &mut [Group], ids: Ids) {
    let mut given: Vec<(String, Option<String>)> = Vec::new();
    let mut count = 0;
    for (major, group) in groups.iter_mut().enumerate() {
        let mut own = 0;
        for control in &mut group.controls {
            if let Some((_, id)) = given.iter().find(|(text, _)| *text == control.text) {
                control.id.clone_from(id);
                continue;
            }
            (count, own) = (count + 1, own + 1);
            let series = group.id.replace("Control Objective ", "CO");
            control.id = match ids {
                Ids::CriterionDash => Some(format!("{series}-{own:02}")),
                Ids::CriterionDot => Some(format!("{series}.{own}")),
                Ids::Family => Some(format!("{}-{count:02}", ["AC", "OPS", "GOV", "CM"][count % 4])),
                Ids::Plain => Some(format!("{}.{own:02}", major + 1)),
                Ids::Long => Some(format!("CTRL-{count:04}")),
                Ids::None => None,
            };
            given.push((control.text.clone(), control.id.clone()));
        }
    }
}

impl Control {
    fn drawn(pattern: &Pattern, criteria: Vec<String>, short: &str) -> Self {
        // The same control says the same wherever it is listed.
        let mut own = Dice::new(short.len() as u64, pattern.text);
        let text = pattern.text.replace("{org}", short).replace("{often}", own.pick(wording::OFTEN));
        let size: u32 = [15, 20, 25, 30, 40][own.below(5)];
        let tests = pattern.tests.iter().map(|test| test.replace("{m}", &size.to_string())).collect();
        Self {
            id: None,
            criteria,
            text,
            tests,
            results: Vec::new(),
            outcome: TestOutcome::NotStated,
            exception: None,
            sampled: pattern.sampled,
            size,
        }
    }
}
