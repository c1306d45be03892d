//! Writes what a row says into a vendor. A cell that says nothing changes nothing.

use super::{
    cell::{self, NoDate},
    entry::{Entry, Focus, scheme},
};
use chrono::NaiveDate;
use countersign_contract::wire::{DateOrder, ImportField as F};
use countersign_domain::{
    ContractId, InvalidText, LongText, Name, PersonId, Step,
    register::{Contact, Contract, Currency, EmailAddress, Identifier, InvalidNda, InvalidTerm, Nda, NdaState, Term},
};
use std::collections::HashMap;

/// What holds for all rows of an import.
pub(super) struct Ground<'g> {
    /// People by their names, folded; several of one name cannot be told apart.
    pub(super) people: &'g HashMap<String, Vec<PersonId>>,
    pub(super) order: Option<DateOrder>,
    pub(super) file_name: &'g str,
}

/// Why something of a row was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Trouble {
    pub(super) field: Option<F>,
    pub(super) text: String,
    /// A date that somebody only needs to say the order of.
    pub(super) ambiguous: bool,
}

/// The row of a table with its fields.
pub(super) struct FilledRow<'r> {
    pub(super) cells: Vec<(F, &'r str)>,
}

impl FilledRow<'_> {
    /// What a field says.
    pub(super) fn said(&self, field: F) -> Option<&str> {
        self.cells.iter().find(|(of, _)| *of == field).and_then(|(_, cell)| cell::said(cell))
    }
}

/// One row on its way into an entry.
pub(super) struct Filling<'f> {
    row: &'f FilledRow<'f>,
    ground: &'f Ground<'f>,
    entry: &'f mut Entry,
    troubles: Vec<Trouble>,
}

/// Writes the row into the entry. Gives which contract and contact it meant, and what was wrong. `contract` is the id of a new
/// contract.
pub(super) fn fill(
    row: &FilledRow<'_>,
    ground: &Ground<'_>,
    entry: &mut Entry,
    contract: ContractId,
) -> (Focus, Vec<Trouble>) {
    let mut filling = Filling { row, ground, entry, troubles: Vec::new() };
    filling.texts();
    filling.tier();
    filling.people();
    filling.identifiers();
    filling.nda();
    let focus = Focus { contract: filling.contract(contract), contact: filling.contact() };
    (focus, filling.troubles)
}

impl Filling<'_> {
    fn trouble(&mut self, field: F, text: impl Into<String>) {
        self.troubles.push(Trouble { field: Some(field), text: text.into(), ambiguous: false });
    }

    /// Parses what a field says; what is wrong is noted, and counts as nothing said.
    fn parse<T, E: ToString>(&mut self, field: F, parse: impl FnOnce(&str) -> Result<T, E>) -> Option<T> {
        match parse(self.row.said(field)?) {
            Ok(value) => Some(value),
            Err(error) => {
                self.trouble(field, error.to_string());
                None
            }
        }
    }

    fn name(&mut self, field: F) -> Option<Name> {
        self.parse(field, |text| Name::parse(text).map_err(|error| no_text(error, text)))
    }

    /// A longer text, unless it differs from the present one by its line breaks alone.
    fn long_text(&mut self, field: F, present: Option<&LongText>) -> Option<LongText> {
        let text = self.parse(field, |text| LongText::parse(text).map_err(|error| no_text(error, text)))?;
        let plain = |text: &LongText| text.as_str().replace("\r\n", "\n").replace('\r', "\n");
        Some(present.filter(|present| plain(present) == plain(&text)).cloned().unwrap_or(text))
    }

    fn date(&mut self, field: F) -> Option<NaiveDate> {
        match cell::date(self.row.said(field)?, self.ground.order) {
            Ok(date) => Some(date),
            Err(NoDate::Wrong(text)) => {
                self.trouble(field, text);
                None
            }
            Err(NoDate::Ambiguous(text)) => {
                let text = format!("day or month first? Say the order of dates: {text}");
                self.troubles.push(Trouble { field: Some(field), text, ambiguous: true });
                None
            }
        }
    }

    fn texts(&mut self) {
        if let Some(service) = self.name(F::Service) {
            self.entry.vendor.service = Some(service);
        }
        if let Some(notes) = self.long_text(F::Notes, self.entry.vendor.notes.clone().as_ref()) {
            self.entry.vendor.notes = Some(notes);
        }
        if let Some(aliases) = self.names(F::Aliases) {
            let own = &self.entry.vendor.name;
            self.entry.vendor.aliases = aliases.into_iter().filter(|alias| alias != own).collect();
        }
        if let Some(legal_name) = self.name(F::LegalName) {
            self.entry.profile.legal_name = Some(legal_name);
        }
        if let Some(website) = self.name(F::Website) {
            self.entry.profile.website = Some(website);
        }
        if let Some(tags) = self.names(F::Tags) {
            self.entry.profile.tags = tags.into_iter().collect();
        }
    }

    /// The names of a list, each once.
    fn names(&mut self, field: F) -> Option<Vec<Name>> {
        self.parse(field, |text| {
            let mut names: Vec<Name> = Vec::new();
            for name in cell::list(text) {
                let name = Name::parse(name).map_err(|error| no_text(error, name))?;
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            Ok::<_, String>(names)
        })
    }

    /// A class has a reason; where the file gives none, the file is it. A vendor that gets its class has passed intake.
    fn tier(&mut self) {
        let tier = self.parse(F::Tier, cell::tier);
        let reason = self.long_text(F::TierReason, self.entry.vendor.tier_reason.clone().as_ref());
        let vendor = &mut self.entry.vendor;
        let changes = tier.is_some_and(|tier| vendor.tier != Some(tier));
        if let Some(tier) = tier.filter(|_| changes) {
            vendor.tier = Some(tier);
            let listed = format!("As listed in {}", self.ground.file_name);
            vendor.tier_reason = LongText::parse(&listed).ok();
            vendor.stage = vendor.stage.after(Step::AssignTier, false).unwrap_or(vendor.stage);
        }
        match reason {
            Some(reason) if vendor.tier.is_some() => vendor.tier_reason = Some(reason),
            Some(_) => self.trouble(F::TierReason, "a reason without a tier"),
            None => {}
        }
    }

    fn people(&mut self) {
        if let Some(owner) = self.person(F::Owner) {
            self.entry.vendor.owner = Some(owner);
        }
        if let Some(requester) = self.person(F::Requester) {
            self.entry.profile.requester = Some(requester);
        }
        if let Some(sponsor) = self.person(F::Sponsor) {
            self.entry.profile.sponsor = Some(sponsor);
        }
    }

    fn person(&mut self, field: F) -> Option<PersonId> {
        let people = self.ground.people;
        self.parse(field, |text| {
            // "Lind, Mara" is Mara Lind.
            let turned = text.split_once(',').map(|(last, first)| format!("{} {}", first.trim(), last.trim()));
            let found = people.get(&fold(text)).or_else(|| people.get(&fold(&turned?)));
            match found.map(Vec::as_slice) {
                Some([one]) => Ok(*one),
                Some(_) => Err(format!("several people have this name: {text}")),
                None => Err(format!("nobody in the workspace has this name: {text}")),
            }
        })
    }

    fn identifiers(&mut self) {
        for field in [F::Lei, F::CompanyRegister, F::Vat, F::Euid, F::Duns, F::SupplierNumber] {
            let (Some(scheme), Some(value)) = (scheme(field), self.name(field)) else { continue };
            let identifiers = &mut self.entry.profile.identifiers;
            match identifiers.iter_mut().find(|identifier| identifier.scheme == scheme) {
                Some(identifier) => identifier.value = value,
                None => identifiers.push(Identifier { scheme, value }),
            }
        }
    }

    fn nda(&mut self) {
        let state = self.parse(F::Nda, cell::nda);
        let (signed, until) = (self.date(F::NdaSigned), self.date(F::NdaUntil));
        if state.is_none() && signed.is_none() && until.is_none() {
            return;
        }
        let before = self.entry.profile.nda;
        let agreed = |state| matches!(state, NdaState::Signed | NdaState::ClickThrough);
        // A day alone says that something was signed.
        let state = state.or_else(|| before.map(Nda::state)).unwrap_or(NdaState::Signed);
        let kept = before.filter(|_| agreed(state));
        let signed = signed.or_else(|| kept.and_then(Nda::signed_on));
        let until = until.or_else(|| kept.and_then(Nda::until));
        match Nda::new(state, signed, until) {
            Ok(nda) => self.entry.profile.nda = Some(nda),
            Err(error) => {
                let field = if error == InvalidNda::DayWithoutAgreement { F::Nda } else { F::NdaUntil };
                self.trouble(field, error.to_string());
            }
        }
    }

    /// Writes into the contract that the row means: the one of that title, the only one, or a new one.
    fn contract(&mut self, new: ContractId) -> Option<usize> {
        let title = self.name(F::ContractTitle);
        let (start, end) = (self.date(F::ContractStart), self.date(F::ContractEnd));
        let notice = self.parse(F::NoticeDays, cell::days);
        let currency = self.parse(F::ContractCurrency, Currency::parse);
        let speaks = [F::ContractStart, F::ContractEnd, F::NoticeDays, F::ContractAmount, F::ContractCurrency];
        let spoken = speaks.into_iter().find(|field| self.row.said(*field).is_some());
        let contracts = &self.entry.profile.contracts;
        let at = match &title {
            // Of several of one title the one that an export speaks of.
            Some(title) => {
                let focus = self.entry.focus().contract.filter(|at| contracts[*at].title == *title);
                focus.or_else(|| contracts.iter().position(|contract| contract.title == *title))
            }
            None if contracts.len() > 1 => {
                if let Some(field) = spoken {
                    self.trouble(field, "the vendor has several contracts, and no column says which one is meant");
                }
                return None;
            }
            None => (!contracts.is_empty()).then_some(0),
        };
        if title.is_none() && spoken.is_none() {
            return at;
        }
        let at = at.unwrap_or_else(|| {
            let title = title.unwrap_or_else(|| Name::parse("Contract").expect("a word is a name"));
            self.entry.profile.contracts.push(Contract::new(new, title));
            self.entry.profile.contracts.len() - 1
        });
        let before = self.entry.profile.contracts[at].clone();
        let given = currency.or_else(|| before.amount_per_year.map(|amount| amount.currency()));
        let amount = self.parse(F::ContractAmount, |text| cell::amount(text, currency.or(given)));
        let alone = currency.is_some() && self.row.said(F::ContractAmount).is_none();
        if alone && before.amount_per_year.is_none_or(|amount| Some(amount.currency()) != currency) {
            self.trouble(F::ContractCurrency, "a currency without an amount");
        }
        let term = before.term;
        let (start, end) = (start.or_else(|| term.start()), end.or_else(|| term.end()));
        match Term::new(start, end, term.renewal(), term.renewal_months(), notice.or_else(|| term.notice_days())) {
            Ok(term) => self.entry.profile.contracts[at].term = term,
            Err(error) => {
                let field = if error == InvalidTerm::NoticeDays { F::NoticeDays } else { F::ContractEnd };
                self.trouble(field, error.to_string());
            }
        }
        if amount.is_some() {
            self.entry.profile.contracts[at].amount_per_year = amount;
        }
        Some(at)
    }

    /// Writes into the contact of that address or name, or a new one.
    fn contact(&mut self) -> Option<usize> {
        let email = self.parse(F::ContactEmail, EmailAddress::parse);
        let name = self.name(F::ContactName);
        let contacts = &self.entry.profile.contacts;
        let by_email =
            email.as_ref().and_then(|email| contacts.iter().position(|contact| contact.email.as_ref() == Some(email)));
        let by_name = name.as_ref().and_then(|name| contacts.iter().position(|contact| contact.name == *name));
        let at = match (by_name, by_email) {
            (Some(at), _) | (None, Some(at)) => at,
            (None, None) => {
                // The desk behind an address is called by it.
                let Some(name) = name.clone().or_else(|| Name::parse(email.as_ref()?.as_str()).ok()) else {
                    return (!contacts.is_empty()).then_some(0);
                };
                self.entry.profile.contacts.push(Contact { name, role: None, email: None, phone: None });
                self.entry.profile.contacts.len() - 1
            }
        };
        let contact = &mut self.entry.profile.contacts[at];
        if let Some(name) = name {
            contact.name = name;
        }
        if email.is_some() {
            contact.email = email;
        }
        Some(at)
    }
}

/// A person's name without case and spare white space.
pub(super) fn fold(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn no_text(error: InvalidText, text: &str) -> String {
    let short: String = text.chars().take(60).collect();
    match error {
        InvalidText::Empty => "empty".to_owned(),
        InvalidText::TooLong { limit } => format!("longer than {limit} characters: {short}…"),
        InvalidText::ControlCharacter => {
            format!("has a line break or a sign that cannot be printed: {}", short.replace(char::is_control, " "))
        }
    }
}
