//! What one row for a vendor cannot hold: its services, contracts, contacts and the companies of its group, a sheet each.
//! They are for people and other programs; an import reads the first sheet.

use super::{cell, plan::Register};
use crate::table::Sheet;
use chrono::NaiveDate;
use countersign_domain::register::{Affiliate, Contact, Contract, Engagement, Hours, Identifier};

/// The sheets after the first, each with the vendor's name in front.
pub(super) fn sheets(register: &Register, today: NaiveDate) -> Vec<Sheet<'static>> {
    vec![
        sheet("Services", &SERVICE, register, |entry| entry.profile.engagements.iter().map(service).collect()),
        sheet("Contracts", &CONTRACT, register, |entry| {
            entry.profile.contracts.iter().map(|one| contract(one, today)).collect()
        }),
        sheet("Contacts", &["Contact", "Role", "E-mail", "Telephone"], register, |entry| {
            entry.profile.contacts.iter().map(contact).collect()
        }),
        sheet("Group and numbers", &["What", "Value"], register, |entry| {
            let group = entry.profile.affiliates.iter().map(affiliate);
            group.chain(entry.profile.identifiers.iter().map(identifier)).collect()
        }),
    ]
}

fn sheet(
    name: &'static str,
    heads: &[&str],
    register: &Register,
    rows_of: impl Fn(&super::entry::Entry) -> Vec<Vec<String>>,
) -> Sheet<'static> {
    let head = std::iter::once("Vendor").chain(heads.iter().copied()).map(str::to_owned).collect();
    let rows = register.entries.iter().flat_map(|entry| {
        let vendor = entry.vendor.name.to_string();
        rows_of(entry).into_iter().map(move |row| std::iter::once(vendor.clone()).chain(row).collect())
    });
    Sheet { name, rows: std::iter::once(head).chain(rows).collect() }
}

const SERVICE: [&str; 17] = [
    "Service",
    "Purpose",
    "Users",
    "Data",
    "Data kept in",
    "Access",
    "Integration",
    "Dependence",
    "Tolerable outage, hours",
    "Substitutability",
    "Regulated",
    "Feeds financial statements",
    "Only processor of customer data",
    "In our SOC 2",
    "Availability relied on",
    "AI on our data",
    "Subprocessors",
];

fn service(one: &Engagement) -> Vec<String> {
    // An empty list is an answer; nothing is none.
    let list = |names: Vec<&str>| if names.is_empty() { "none".to_owned() } else { cell::list_text(names.into_iter()) };
    vec![
        one.name.to_string(),
        text(one.purpose.as_ref()),
        text(one.users.as_ref()),
        one.data.as_ref().map_or_else(String::new, |data| list(data.iter().map(|class| class.title()).collect())),
        one.data_locations.as_ref().map_or_else(String::new, |at| list(at.iter().map(|name| name.as_str()).collect())),
        one.access.map_or("", |answer| answer.title()).to_owned(),
        one.integration.map_or("", |answer| answer.title()).to_owned(),
        one.dependence.map_or("", |answer| answer.title()).to_owned(),
        hours(one.tolerable_outage),
        one.substitutability.map_or("", |answer| answer.title()).to_owned(),
        yes_no(one.regulated),
        yes_no(one.feeds_financial_statements),
        yes_no(one.sole_processor_of_customer_data),
        yes_no(one.in_our_soc2),
        yes_no(one.sla_relied_on),
        one.ai_on_our_data.map_or("", |answer| answer.title()).to_owned(),
        one.subprocessors.as_ref().map_or_else(String::new, |at| list(at.iter().map(|name| name.as_str()).collect())),
    ]
}

const CONTRACT: [&str; 17] = [
    "Contract",
    "Start",
    "End",
    "Renewal",
    "Notice days",
    "Next notice deadline",
    "Amount per year",
    "Currency",
    "Breach notice, hours",
    "Audit right",
    "Return or deletion",
    "Right to reports",
    "Subprocessor notice",
    "Data processing agreement",
    "AI terms",
    "Governing law",
    "Ends now on",
];

fn contract(one: &Contract, today: NaiveDate) -> Vec<String> {
    let term = one.term;
    vec![
        one.title.to_string(),
        text(term.start()),
        text(term.end()),
        term.renewal().map_or("", |renewal| renewal.title()).to_owned(),
        text(term.notice_days()),
        text(term.next_notice_deadline(today)),
        one.amount_per_year.map_or_else(String::new, cell::amount_text),
        text(one.amount_per_year.map(|amount| amount.currency())),
        hours(one.breach_notice),
        yes_no(one.audit_right),
        yes_no(one.return_or_deletion),
        yes_no(one.right_to_reports),
        yes_no(one.subprocessor_notice),
        yes_no(one.data_processing_agreement),
        yes_no(one.ai_terms),
        text(one.governing_law.as_ref()),
        text(term.current_end(today)),
    ]
}

fn contact(one: &Contact) -> Vec<String> {
    vec![one.name.to_string(), text(one.role.as_ref()), text(one.email.as_ref()), text(one.phone.as_ref())]
}

fn affiliate(one: &Affiliate) -> Vec<String> {
    vec![one.relation.title().to_owned(), one.name.to_string()]
}

fn identifier(one: &Identifier) -> Vec<String> {
    vec![one.scheme.title().to_owned(), one.value.to_string()]
}

fn text(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn hours(value: Option<Hours>) -> String {
    value.map_or_else(String::new, |hours| hours.get().to_string())
}

fn yes_no(answer: Option<bool>) -> String {
    answer.map_or("", |yes| if yes { "yes" } else { "no" }).to_owned()
}
