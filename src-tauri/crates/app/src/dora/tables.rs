//! The tables of the register of information, filled with what the register of vendors knows; what it does not is named.

use super::{Gathered, codes};
use crate::import::cell;
use chrono::NaiveDate;
use countersign_domain::{
    Vendor,
    register::{Contract, Engagement, Money, Profile, Substitutability},
};

/// A table of the register.
pub(super) struct Table {
    /// The code of its template, such as `B_02.01`.
    pub(super) code: &'static str,
    /// The codes of its columns.
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with columns `c0010`, `c0020` and so on.
    fn new(code: &'static str, columns: usize) -> Self {
        Self { code, columns: (1..=columns).map(|at| format!("c{:04}", at * 10)).collect(), rows: Vec::new() }
    }

    /// The name of its file.
    pub(super) fn file_name(&self) -> String {
        format!("{}.csv", self.code.to_lowercase())
    }

    /// The head and the rows.
    pub(super) fn lines(&self) -> impl Iterator<Item = &Vec<String>> {
        std::iter::once(&self.columns).chain(&self.rows)
    }
}

/// Something that a supervisor asks for and the register does not know.
pub(super) struct Missing {
    pub(super) table: &'static str,
    pub(super) column: String,
    /// Whose it is: the organisation, a vendor, a contract.
    pub(super) of: String,
    pub(super) what: String,
}

/// The tables, and what is missing in them.
pub(super) struct Made {
    pub(super) tables: Vec<Table>,
    pub(super) missing: Vec<Missing>,
}

/// Fills them as of a day.
pub(super) fn make(gathered: &Gathered, today: NaiveDate) -> Made {
    let mut filling = Filling {
        made: Made { tables: Vec::new(), missing: Vec::new() },
        general: Table::new("B_02.01", 5),
        specific: Table::new("B_02.02", 18),
        signing: Table::new("B_03.02", 3),
        providers: Table::new("B_05.01", 12),
        assessments: Table::new("B_07.01", 12),
    };
    let own = filling.own(gathered, today);
    for vendor in &gathered.vendors {
        // A vendor of which nothing is entered yet stands in the tables with its name.
        let nothing = Profile::default();
        filling.vendor(vendor, gathered.profiles.get(&vendor.id).unwrap_or(&nothing), today);
    }
    let Filling { mut made, general, specific, signing, providers, assessments } = filling;
    made.tables = vec![own, general, specific, signing, providers, assessments];
    made
}

struct Filling {
    made: Made,
    general: Table,
    specific: Table,
    signing: Table,
    providers: Table,
    assessments: Table,
}

/// How a provider is named in every table: its number and the kind of it; both empty where neither is known.
#[derive(Clone)]
struct Provider {
    number: String,
    kind: String,
}

impl Filling {
    fn lacks(&mut self, table: &'static str, column: &str, of: &str, what: &str) {
        let (column, of, what) = (column.to_owned(), of.to_owned(), what.to_owned());
        self.made.missing.push(Missing { table, column, of, what });
    }

    /// The entity that keeps the register: of ourselves the workspace knows the name alone.
    fn own(&mut self, gathered: &Gathered, today: NaiveDate) -> Table {
        let mut table = Table::new("B_01.01", 6);
        let name = gathered.organisation.clone();
        for (column, what) in [
            ("c0010", "LEI of the entity that keeps the register"),
            ("c0030", "Country of the entity"),
            ("c0040", "Type of the entity"),
            ("c0050", "Competent authority"),
        ] {
            self.lacks("B_01.01", column, &name, what);
        }
        table.rows.push(cells([(1, name), (5, today.to_string())], 6));
        table
    }

    fn vendor(&mut self, vendor: &Vendor, profile: &Profile, today: NaiveDate) {
        let name = vendor.name.as_str();
        let (number, kind) = codes::identifier(&profile.identifiers).unwrap_or_default();
        if number.is_empty() {
            self.lacks("B_05.01", "c0010", name, "LEI or EUID of the provider");
        }
        let provider = Provider { number, kind: kind.to_owned() };
        self.provider(name, profile, &provider);
        if profile.contracts.is_empty() {
            self.lacks("B_02.01", "c0010", name, "No contract is recorded");
        }
        for contract in &profile.contracts {
            self.contract(name, contract, &provider);
        }
        // Which service is bought under which contract is known only where there is one contract.
        match profile.contracts.as_slice() {
            [] => {}
            [contract] => {
                for service in &profile.engagements {
                    self.service(name, contract, service, &provider, today);
                    self.assessment(name, contract, service, profile, &provider);
                }
                if profile.engagements.is_empty() {
                    self.lacks("B_02.02", "", name, "No service is recorded");
                }
            }
            _ => {
                let what = "Several contracts are recorded: which service is bought under which";
                self.lacks("B_02.02", "", name, what);
                self.lacks("B_07.01", "", name, what);
            }
        }
    }

    fn provider(&mut self, name: &str, profile: &Profile, provider: &Provider) {
        let legal = profile.legal_name.as_ref().map(ToString::to_string);
        if legal.is_none() {
            self.lacks("B_05.01", "c0050", name, "Legal name; the name in the register stands in its place");
        }
        self.lacks("B_05.01", "c0070", name, "Whether it is a legal person or an individual");
        self.lacks("B_05.01", "c0080", name, "Country of its headquarters");
        self.lacks("B_05.01", "c0110", name, "LEI or EUID of its ultimate parent, where it has one");
        let amounts: Vec<Money> = profile.contracts.iter().filter_map(|contract| contract.amount_per_year).collect();
        let total = total(&amounts).filter(|_| amounts.len() == profile.contracts.len());
        if total.is_none() {
            self.lacks("B_05.01", "c0100", name, "What is paid in a year, of every contract and in one currency");
        }
        let (money, amount) = total.map_or_else(Default::default, |total| (currency(total), cell::amount_text(total)));
        let legal = legal.unwrap_or_else(|| name.to_owned());
        self.providers.rows.push(cells(
            [(0, provider.number.clone()), (1, provider.kind.clone()), (4, legal), (8, money), (9, amount)],
            12,
        ));
    }

    fn contract(&mut self, name: &str, contract: &Contract, provider: &Provider) {
        let (reference, of) = (contract.id.to_string(), format!("{name}: {}", contract.title));
        self.lacks("B_02.01", "c0020", &of, "Whether it stands alone, or belongs to an overarching contract");
        let (money, amount) = match contract.amount_per_year {
            Some(paid) => (currency(paid), cell::amount_text(paid)),
            None => {
                self.lacks("B_02.01", "c0050", &of, "What is paid in a year");
                Default::default()
            }
        };
        self.general.rows.push(cells([(0, reference.clone()), (3, money), (4, amount)], 5));
        self.signing.rows.push(cells([(0, reference), (1, provider.number.clone()), (2, provider.kind.clone())], 3));
    }

    fn service(
        &mut self,
        name: &str,
        contract: &Contract,
        service: &Engagement,
        provider: &Provider,
        today: NaiveDate,
    ) {
        let (table, of) = ("B_02.02", format!("{name}: {}", service.name));
        for (column, what) in [
            ("c0020", "LEI of the entity that uses it"),
            ("c0050", "Function that it supports"),
            ("c0060", "Type of ICT service, or that it is none"),
            ("c0110", "Days of notice that the provider must give"),
            ("c0130", "Country from which it is provided"),
            ("c0160", "Country in which data is processed"),
            ("c0170", "How sensitive the stored data is"),
            ("c0180", "How much we rely on it"),
        ] {
            self.lacks(table, column, &of, what);
        }
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let (start, end) = (day(contract.term.start()), day(contract.term.current_end(today)));
        if start.is_empty() {
            self.lacks(table, "c0070", &of, "First day of the contract");
        }
        if end.is_empty() {
            self.lacks(table, "c0080", &of, "Last day of the contract, or that it has none (9999-12-31)");
        }
        let notice = contract.term.notice_days().map(|days| days.to_string()).unwrap_or_default();
        if notice.is_empty() {
            self.lacks(table, "c0100", &of, "Days of notice that we must give");
        }
        let law = contract.governing_law.as_ref().and_then(|law| codes::country_named(law.as_str()));
        if law.is_none() {
            self.lacks(table, "c0120", &of, "Country of the law that governs the contract");
        }
        let law = law.map(|code| codes::country(&code)).unwrap_or_default();
        let nothing = service.data.as_ref().is_some_and(std::collections::BTreeSet::is_empty);
        let places = service.data_locations.as_deref().unwrap_or_default();
        let stored = match (nothing, places.is_empty()) {
            (true, _) => codes::yes_no(false),
            (false, false) => codes::yes_no(true),
            (false, true) => {
                self.lacks(table, "c0140", &of, "Whether and where it stores data");
                ""
            }
        };
        let mut countries = Vec::new();
        for place in places.iter().filter(|_| !nothing) {
            match codes::country_named(place.as_str()) {
                Some(code) => countries.push(codes::country(&code)),
                None => self.lacks(table, "c0150", &of, &format!("A country in place of: {place}")),
            }
        }
        countries.sort();
        countries.dedup();
        if countries.is_empty() {
            countries.push(String::new());
        }
        // A row for each country in which data lies.
        for place in countries {
            self.specific.rows.push(cells(
                [
                    (0, contract.id.to_string()),
                    (2, provider.number.clone()),
                    (3, provider.kind.clone()),
                    (6, start.clone()),
                    (7, end.clone()),
                    (9, notice.clone()),
                    (11, law.clone()),
                    (13, stored.to_owned()),
                    (14, place),
                ],
                18,
            ));
        }
    }

    fn assessment(
        &mut self,
        name: &str,
        contract: &Contract,
        service: &Engagement,
        profile: &Profile,
        provider: &Provider,
    ) {
        let (table, of) = ("B_07.01", format!("{name}: {}", service.name));
        for (column, what) in [
            ("c0040", "Type of ICT service, or that it is none"),
            ("c0070", "Day of the last audit of the provider"),
            ("c0090", "How well it could be taken back into the house"),
            ("c0100", "What follows when it ends"),
            ("c0110", "Whether other providers are named"),
        ] {
            self.lacks(table, column, &of, what);
        }
        let substitutes = service.substitutability.map(codes::substitutability).unwrap_or_default();
        match service.substitutability {
            None => self.lacks(table, "c0050", &of, "How hard it would be to replace"),
            Some(Substitutability::Easily) => {}
            Some(Substitutability::Complex | Substitutability::Not) => {
                self.lacks(table, "c0060", &of, "Why it is hard to replace");
            }
        }
        let plan = profile.continuity.exit_plan.map(|plan| codes::yes_no(plan.day().is_some())).unwrap_or_default();
        if plan.is_empty() {
            self.lacks(table, "c0080", &of, "Whether there is a plan to leave");
        }
        self.assessments.rows.push(cells(
            [
                (0, contract.id.to_string()),
                (1, provider.number.clone()),
                (2, provider.kind.clone()),
                (4, substitutes.to_owned()),
                (7, plan.to_owned()),
            ],
            12,
        ));
    }
}

/// A row in which some cells are filled, counted from 0.
fn cells<const N: usize>(filled: [(usize, String); N], columns: usize) -> Vec<String> {
    let mut row = vec![String::new(); columns];
    for (at, value) in filled {
        row[at] = value;
    }
    row
}

fn currency(amount: Money) -> String {
    codes::currency(&amount.currency().to_string())
}

/// The sum of amounts of one currency; `None` where there are none or several currencies.
fn total(amounts: &[Money]) -> Option<Money> {
    let first = amounts.first()?;
    let same = amounts.iter().all(|amount| amount.currency() == first.currency());
    let sum = amounts.iter().try_fold(0_i64, |sum, amount| sum.checked_add(amount.minor()));
    Money::new(sum.filter(|_| same)?, first.currency()).ok()
}
