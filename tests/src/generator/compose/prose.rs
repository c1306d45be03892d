//! The long prose of a description: what no reader needs and every report has.

use super::Desk;
use crate::generator::{
    script::{Block, body, heading},
    wording::OFTEN,
};

/// Headings with the sentences that stand under them.
const TOPICS: &[(&str, &[&str])] = &[
    (
        "Organization and Management",
        &[
            "The {team} reports to the executive committee of {org}, which meets {often}.",
            "Job descriptions are kept by the people department and are read again when a role changes.",
            "New leaders are introduced to the plan for security by the {team} within {n} weeks.",
            "The budget for security is part of the plan that the executive committee agrees on.",
        ],
    ),
    (
        "Network Architecture",
        &[
            "Traffic from the internet reaches a load balancer in one of {n} zones and is passed to servers in private subnets.",
            "The {team} keeps a diagram of the network and corrects it when a component is added.",
            "Zones are separated so that the failure of one does not stop the others.",
            "Administrative interfaces can be reached from the internal network only.",
        ],
    ),
    (
        "Development of Software",
        &[
            "Engineers work in short cycles of {n} weeks, and each change begins as a ticket with a description and a priority.",
            "Code is kept in a repository in which branches are protected and each merge leaves a trace.",
            "An automated pipeline compiles the software, runs its tests, and looks for known weaknesses in libraries.",
            "The {team} plans releases {often} and informs support before a release that users will notice.",
        ],
    ),
    (
        "Human Resources",
        &[
            "Applicants are interviewed by at least {n} people, among them the future manager.",
            "The handbook is available to everyone from the first day and is explained in a session of the {team}.",
            "Managers and employees talk about goals {often}, and agreements are written down.",
            "When somebody leaves, equipment is collected on the last day of work.",
        ],
    ),
    (
        "Physical Environment",
        &[
            "The offices of {org} are on {n} floors and have doors that open with a badge.",
            "No production equipment is kept in the offices; servers run with the providers named in this description.",
            "The {team} walks through the offices {often} and notes what should be repaired.",
            "Meeting rooms for visitors lie outside the area in which employees work.",
        ],
    ),
    (
        "Support of Customers",
        &[
            "Customers reach the support desk by telephone, by electronic mail, and through a form on the website.",
            "Requests have one of {n} priorities, and the time for a first answer depends on it.",
            "The {team} looks at open requests {often} and moves those that wait too long to the next level.",
            "A page on the website shows whether the service is available and which work is planned.",
        ],
    ),
    (
        "Data Management",
        &[
            "Data enters through the interface for programs or is uploaded as a file by an authorized user.",
            "Each record carries the identifier of the customer, so that data of one is not shown to another.",
            "The {team} keeps an inventory of stores of data, with an owner for each of the {n} classes.",
            "Reports that leave the system are marked with the time at which they were made.",
        ],
    ),
    (
        "Change of Infrastructure",
        &[
            "Infrastructure is described in files that are kept and reviewed like software.",
            "Planned work is announced {n} days ahead where customers would notice it.",
            "The {team} keeps a calendar of work and avoids the last days of a quarter.",
            "Images of servers are rebuilt {often} so that updates of the operating system are taken up.",
        ],
    ),
    (
        "Communication",
        &[
            "A newsletter of the {team} goes to all employees {often} and tells of new procedures.",
            "Commitments to customers change only after the legal department has read the new wording.",
            "Employees can report concerns to a line that is run by a third party and need not give their names.",
            "Notes of meetings are kept for {n} years in a place that all participants can open.",
        ],
    ),
    (
        "Business Continuity",
        &[
            "The plan for continuity names {n} scenarios, among them the loss of an office and the loss of a region.",
            "Owners of processes say how long they can do without a system, and the {team} compares this with what is possible.",
            "An exercise at the table is held {often} with people from all departments.",
            "Contact details of key people are kept outside the systems that the plan is about.",
        ],
    ),
    (
        "Security Monitoring",
        &[
            "Events from servers, databases, and the identity provider arrive in one place within {n} minutes.",
            "The {team} writes rules for events that deserve attention and removes rules that only make noise.",
            "A person is on call at every hour, and a second person answers if the first does not.",
            "What was learned from alerts is discussed {often}.",
        ],
    ),
    (
        "Laws and Contracts",
        &[
            "The legal department follows changes of law in the {n} countries in which {org} has customers.",
            "Agreements with customers are kept in a register together with the dates on which they end.",
            "Questions about the handling of personal information are answered by the {team}.",
            "Templates of agreements are read again {often}.",
        ],
    ),
];

const TEAMS: &[&str] = &[
    "security team",
    "platform group",
    "operations department",
    "engineering office",
    "compliance group",
    "infrastructure team",
    "product group",
];
const FURTHER: &[&str] = &["", "Further Information on ", "Procedures for ", "Background of ", "Principles of "];

/// Writes so many paragraphs, each topic under its heading. `from` is the number of topics that were written before.
pub(crate) fn paragraphs(desk: &mut Desk<'_>, from: usize, count: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    for at in 0..count {
        let topic = from + at / 3;
        let (title, sentences) = TOPICS[topic % TOPICS.len()];
        if at % 3 == 0 {
            blocks.push(heading(format!("{}{title}", FURTHER[(topic / TOPICS.len()) % FURTHER.len()])));
        }
        let (team, often) = (desk.dice.pick(TEAMS), desk.dice.pick(OFTEN));
        let number = desk.dice.between(2, 9).to_string();
        let count = desk.dice.between(2, sentences.len());
        let text = desk.dice.some(sentences, count).join(" ");
        let text = text.replace("{team}", team).replace("{often}", often).replace("{n}", &number);
        blocks.push(body(text.replace("{org}", &desk.report.short)));
    }
    blocks
}
