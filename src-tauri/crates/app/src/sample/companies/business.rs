//! Companies whose services are about papers and figures.

use super::{KELDER, NORTHFELL};
use crate::sample::report::Company;

pub(in super::super) static COBBLEWICK: Company = Company {
    name: "Cobblewick Signing, Inc.",
    short: "Cobblewick",
    system: "Cobblewick Signature Room",
    city: "Providence, Rhode Island",
    founded: 2016,
    staff: 110,
    does: "lets people sign contracts electronically and keeps the proof of who signed what and when.",
    parts: &[
        ("Signature room", "Shows documents and takes signatures"),
        ("Seal service", "Seals signed documents and keeps the proof"),
        ("Archive", "Keeps sealed documents for the agreed time"),
    ],
    data: &[
        ("Documents", "Contracts and their attachments"),
        ("Signers", "Names, e-mail addresses, and telephone numbers"),
        ("Proofs", "Times, addresses, and sums of documents"),
    ],
    signs: ("Ruben Alder", "Chief Information Security Officer"),
    rests_on: &[NORTHFELL, KELDER],
    expects: &[
        ("CC6.1", "Require a second factor of people who may send documents for signature."),
        ("CC6.2", "Remove senders who leave from your account."),
        ("CC6.7", "Check names and addresses of signers before you send."),
    ],
};

pub(in super::super) static QUERNSTONE: Company = Company {
    name: "Quernstone Analytics, Inc.",
    short: "Quernstone",
    system: "Quernstone Insight Service",
    city: "Ithaca, New York",
    founded: 2019,
    staff: 66,
    does: "joins figures from companies’ systems and shows them as reports and forecasts.",
    parts: &[
        ("Collectors", "Fetch figures from customers’ systems every night"),
        ("Model store", "Keeps figures in the shape that reports need"),
        ("Report builder", "Lets customers put together reports and share them"),
        ("Forecasts", "Calculates expected values and their spread"),
    ],
    data: &[
        ("Figures", "Sales, stock, costs, and targets"),
        ("Connections", "Addresses and credentials of customers’ systems"),
        ("Reports", "Definitions, results, and who may see them"),
    ],
    signs: ("Leona Marchetti", "Chief Technology Officer"),
    rests_on: &[NORTHFELL],
    expects: &[
        ("CC6.1", "Give collectors accounts of their own that can only read."),
        ("CC6.2", "Remove users who leave from your account."),
        ("CC6.3", "Review every half year with whom reports are shared."),
        ("C1.1", "Leave fields out of collection that are not needed in reports."),
    ],
};

pub(in super::super) static SALTMARROW: Company = Company {
    name: "Saltmarrow Ledger Ltd.",
    short: "Saltmarrow",
    system: "Saltmarrow Ledger",
    city: "Bristol, United Kingdom",
    founded: 2015,
    staff: 85,
    does: "keeps books for companies and their accountants.",
    parts: &[("Ledger", "Keeps postings and documents"), ("Reports", "Makes balances and returns")],
    data: &[("Postings", "Dates, accounts, and amounts"), ("Documents", "Invoices and receipts")],
    signs: ("Harriet Lowe", "Finance Director"),
    rests_on: &[NORTHFELL],
    expects: &[("CC6.2", "Remove users who leave from your account.")],
};
