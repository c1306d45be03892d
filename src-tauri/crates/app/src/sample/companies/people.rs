//! Companies whose services are about people and customers.

use super::{KELDER, NORTHFELL};
use crate::sample::report::Company;

pub(in super::super) static OSPREYLINE: Company = Company {
    name: "Ospreyline Payroll, LLC",
    short: "Ospreyline",
    system: "Ospreyline Payroll System",
    city: "Omaha, Nebraska",
    founded: 2009,
    staff: 240,
    does: "calculates wages for mid-sized employers, prepares payments and filings, and shows people their payslips.",
    parts: &[
        ("Intake", "Takes over hours, salaries, and changes from customers’ systems"),
        ("Calculation engine", "Calculates wages by the rules of each state"),
        ("Payments", "Prepares payment files and passes them to the customer’s bank"),
        ("Filings", "Prepares returns and keeps proof that they were sent"),
        ("Employee portal", "Shows payslips and takes changes of address and bank account"),
    ],
    data: &[
        ("Personnel data", "Names, addresses, dates of birth, and tax numbers"),
        ("Pay data", "Salaries, hours, deductions, and bank accounts"),
        ("Filings", "Returns and their receipts"),
    ],
    signs: ("Marguerite Dahl", "President"),
    rests_on: &[NORTHFELL, KELDER],
    expects: &[
        ("PI1.2", "Check hours and changes before you release a run."),
        ("PI1.4", "Compare the totals of each run with your own figures before you pay."),
        ("CC6.2", "Tell at once when somebody may no longer order or release a run."),
        ("CC6.3", "Let one person enter and another release changes of bank accounts."),
        ("CC6.1", "Require a second factor of all who may order or release runs."),
        ("C1.2", "Tell how long payslips are to be kept for people who have left."),
    ],
};

pub(in super::super) static HOLLOWMERE: Company = Company {
    name: "Hollowmere Mail, Inc.",
    short: "Hollowmere",
    system: "Hollowmere Mail Platform",
    city: "Savannah, Georgia",
    founded: 2012,
    staff: 70,
    does: "sends invoices, reminders, and newsletters for companies and reports what arrived.",
    parts: &[
        ("Composer", "Lets customers write messages and keep lists"),
        ("Dispatcher", "Sends messages at the agreed rate and repeats what failed"),
        ("Reports", "Shows what arrived, was opened, or came back"),
    ],
    data: &[
        ("Lists", "E-mail addresses with the fields that customers add"),
        ("Messages", "Texts, pictures, and attachments"),
        ("Delivery data", "Times, results, and complaints"),
    ],
    signs: ("Anselm Varga", "Chief Operating Officer"),
    rests_on: &[NORTHFELL],
    expects: &[
        ("CC6.1", "Require a second factor of everyone who may send."),
        ("CC6.2", "Remove people who leave from your account on the same day."),
        ("CC2.3", "Send only to people who agreed to it."),
        ("CC6.7", "Attach no confidential files to messages."),
    ],
};

pub(in super::super) static LINTELBROOK: Company = Company {
    name: "Lintelbrook Desk, Inc.",
    short: "Lintelbrook",
    system: "Lintelbrook Service Desk",
    city: "Santa Fe, New Mexico",
    founded: 2021,
    staff: 32,
    does: "gives companies a desk for questions and repairs: mails, calls, and chats become cases that are worked on together.",
    parts: &[
        ("Case service", "Keeps cases, notes, and files"),
        ("Channels", "Takes in mails, calls, and chats"),
        ("Knowledge base", "Publishes answers to frequent questions"),
        ("Automation", "Assigns, reminds, and closes cases by customers’ rules"),
    ],
    data: &[
        ("Cases", "Questions, answers, notes, and attached files"),
        ("Contacts", "Names, e-mail addresses, and telephone numbers"),
        ("Recordings", "Recorded calls, where the customer turns them on"),
    ],
    signs: ("Noor Castellan", "Founder and Chief Executive Officer"),
    rests_on: &[NORTHFELL],
    expects: &[
        ("CC6.2", "Remove agents who leave from your account on the same day."),
        ("CC6.3", "Give agents access only to the queues that they work on."),
        ("CC6.1", "Keep access keys for the programming interface secret and replace them every year."),
        ("CC2.3", "Turn on recording of calls only where callers are told."),
    ],
};

pub(in super::super) static GORSEWIND: Company = Company {
    name: "Gorsewind Fleet, Inc.",
    short: "Gorsewind",
    system: "Gorsewind Vehicle Log",
    city: "Cheyenne, Wyoming",
    founded: 2018,
    staff: 54,
    does: "keeps logbooks of company vehicles: trips, mileage, and service dates.",
    parts: &[
        ("Vehicle unit", "Sends position and mileage"),
        ("Log service", "Makes trips from positions and keeps them"),
        ("Driver app", "Lets drivers mark trips as private or business"),
    ],
    data: &[
        ("Trips", "Start, end, distance, and purpose"),
        ("Vehicles", "Plates, mileage, and service dates"),
        ("Drivers", "Names and e-mail addresses"),
    ],
    signs: ("Bettina Okafor", "Chief Executive Officer"),
    rests_on: &[NORTHFELL],
    expects: &[
        ("CC6.2", "Remove drivers and fleet managers who leave."),
        ("CC6.3", "Let only those see positions who need them for their work."),
        ("CC2.3", "Tell drivers which data are recorded."),
    ],
};
